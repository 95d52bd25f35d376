#!/bin/sh
# The Debian package: `packaging/debian.sh PROGRAM FOLDER [OPTION...]` prints the file that it makes in FOLDER; options
# are those of cargo-deb. What goes where is in Cargo.toml, under `package.metadata.deb`. Needs cargo-deb, and dpkg-dev for
# the libraries that the program asks for.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
rm -rf "$here/target/package"
"$here/packaging/stage.sh" "$1" "$here/target/package"
version=$("$1" --version | cut -d ' ' -f 2)
made=$(date -R -u -d "@${SOURCE_DATE_EPOCH:-$(git -C "$here" log -1 --format=%ct)}")
cat > "$here/target/package/debian-changelog" << CHANGELOG
cpt-tracker ($version-1) unstable; urgency=medium

  * changelog.gz beside this file says what changed.

 -- The cpt maintainers <cpt@example.invalid>  $made
CHANGELOG
folder=$2
shift 2
cargo deb --quiet --no-build --no-strip --manifest-path "$here/Cargo.toml" --output "$folder" "$@"
