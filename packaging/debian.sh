#!/bin/sh
# The Debian package: `packaging/debian.sh PROGRAM FOLDER` prints the file that it makes in FOLDER. Needs dpkg-dev.
set -eu
program=$1
folder=$2
version=$("$program" --version | cut -d ' ' -f 2)
architecture=$(dpkg --print-architecture)
file=$folder/cpt-tracker_${version}-1_$architecture.deb
mkdir -p "$folder"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$(dirname "$0")/stage.sh" "$program" "$work/stage"

root=$work/root
put() { install -D -m "$1" "$work/stage/$2" "$root/$3"; }
put 755 "$(basename "$program")" usr/bin/cpt
put 644 completions/cpt.bash usr/share/bash-completion/completions/cpt
put 644 completions/_cpt usr/share/zsh/vendor-completions/_cpt
put 644 completions/cpt.fish usr/share/fish/vendor_completions.d/cpt.fish
for page in "$work"/stage/man/*.1; do
  name=$(basename "$page")
  put 644 "man/$name" "usr/share/man/man1/$name"
  gzip -9n "$root/usr/share/man/man1/$name"
done
docs=usr/share/doc/cpt-tracker
for name in README.md NOTICE THIRD-PARTY-LICENSES.md; do put 644 "$name" "$docs/$name"; done
put 644 CHANGELOG.md "$docs/changelog"
gzip -9n "$root/$docs/changelog" "$root/$docs/THIRD-PARTY-LICENSES.md"
cat > "$root/$docs/copyright" <<'COPYRIGHT'
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: cpt

Files: *
Copyright: The cpt maintainers
License: MIT or Apache-2.0
Comment: What the program contains of others is in NOTICE and THIRD-PARTY-LICENSES.md beside this file.

License: MIT
COPYRIGHT
sed -e '1,/^$/d' -e 's/^$/./' -e 's/^/ /' "$work/stage/LICENSE-MIT" >> "$root/$docs/copyright"
printf '\nLicense: Apache-2.0\n On Debian systems the text is in /usr/share/common-licenses/Apache-2.0.\n' >> "$root/$docs/copyright"
chmod 644 "$root/$docs/copyright"

# What the program is linked to says which libraries it needs.
mkdir "$work/debian"
printf 'Source: cpt-tracker\n\nPackage: cpt-tracker\nArchitecture: any\n' > "$work/debian/control"
depends=$(cd "$work" && dpkg-shlibdeps -O root/usr/bin/cpt 2> /dev/null | sed -n 's/^shlibs:Depends=//p')
mkdir "$root/DEBIAN"
cat > "$root/DEBIAN/control" <<CONTROL
Package: cpt-tracker
Version: $version-1
Architecture: $architecture
Maintainer: The cpt maintainers <cpt@example.invalid>
Installed-Size: $(du -ks "$root/usr" | cut -f 1)
Depends: $depends
Recommends: git
Suggests: less
Section: utils
Priority: optional
Description: practice tracker for competitive programmers
 Follows ratings on Codeforces and AtCoder on the way to their colour, and the
 daily streak of solutions that are committed to git. Answers in the terminal,
 draws charts, and writes a page and machine-readable output.
CONTROL
(cd "$root" && find usr -type f -exec md5sum {} + | LC_ALL=C sort -k 2 > DEBIAN/md5sums)
dpkg-deb --root-owner-group --build "$root" "$file" > /dev/null
echo "$file"
