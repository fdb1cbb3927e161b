#!/bin/sh
# Fetches the built style sheet of Bootstrap Italia (BSD-3-Clause), which the web
# pages of a site may bring along: they look as they do without it too, and their
# index takes its forms from it.
# usage: sh samples/bootstrap-italia.sh [FOLDER]
# FOLDER: where `relazione pubblica` looks for it unless told otherwise.
set -eu
cd "$(dirname "$0")/.."
folder=${1:-src/web/site/bootstrap-italia}
version=2.18.3
sum=sha512-dz4kNtcAYJF4OsWABT9m3CAT3NH5y6OzGG+v/VUGH1LjumIUmlP3GaQ+aHgtv5Vw3B5dS0jbHZiHGSfdu+DffA==

[ -f "$folder/bootstrap-italia.min.css" ] && exit 0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
package=$work/bootstrap-italia-$version.tgz
npm pack --silent --pack-destination "$work" "bootstrap-italia@$version" >/dev/null
found=$(node -e 'process.stdout.write("sha512-" + require("crypto").createHash("sha512")
  .update(require("fs").readFileSync(process.argv[1])).digest("base64"))' "$package")
if [ "$found" != "$sum" ]; then
  echo "bootstrap-italia $version is not the package that was checked" >&2
  exit 1
fi
tar -xzf "$package" -C "$work" package/dist/css/bootstrap-italia.min.css package/LICENSE
mkdir -p "$folder"
cp "$work/package/LICENSE" "$folder/bootstrap-italia-LICENSE.txt"
cp "$work/package/dist/css/bootstrap-italia.min.css" "$folder/bootstrap-italia.min.css"
