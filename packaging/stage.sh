#!/bin/sh
# What belongs to a built program, into one folder: `packaging/stage.sh PROGRAM FOLDER`.
set -eu
program=$1
folder=$2
here=$(cd "$(dirname "$0")/.." && pwd)
mkdir -p "$folder/completions" "$folder/man"
cp "$program" "$folder/"
"$program" completions bash > "$folder/completions/cpt.bash"
"$program" completions zsh > "$folder/completions/_cpt"
"$program" completions fish > "$folder/completions/cpt.fish"
"$program" completions powershell > "$folder/completions/_cpt.ps1"
"$program" completions elvish > "$folder/completions/cpt.elv"
"$program" completions nushell > "$folder/completions/cpt.nu"
"$program" man --dir "$folder/man" > /dev/null
"$program" config schema > "$folder/cpt.schema.json"
for file in README.md CHANGELOG.md LICENSE-MIT LICENSE-APACHE NOTICE THIRD-PARTY-LICENSES.md; do
  cp "$here/$file" "$folder/"
done
cp "$here/src/plot/fonts/OFL.txt" "$folder/LICENSE-OFL"
