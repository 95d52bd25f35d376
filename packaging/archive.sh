#!/bin/sh
# The archive of a release: `packaging/archive.sh PROGRAM FOLDER TARGET` prints the file that it makes in FOLDER.
set -eu
program=$1
folder=$2
target=${3:-$(rustc -vV | sed -n 's/^host: //p')}
version=$("$program" --version | cut -d ' ' -f 2)
name=cpt-$version-$target
mkdir -p "$folder"
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
"$(dirname "$0")/stage.sh" "$program" "$stage/$name"
case $target in
  *windows*) file=$folder/$name.zip && rm -f "$file" && out=$(cd "$folder" && pwd) && (cd "$stage" && 7z a -bso0 "$out/$name.zip" "$name") ;;
  *) file=$folder/$name.tar.gz && tar -C "$stage" -czf "$file" --owner=0 --group=0 "$name" 2> /dev/null || tar -C "$stage" -czf "$file" "$name" ;;
esac
echo "$file"
