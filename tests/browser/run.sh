#!/bin/sh
# Publishes the samples and opens every page of the site in headless Chromium,
# with Bootstrap Italia and without; then a page with faults, which must be found.
# usage: sh tests/browser/run.sh PROGRAM FOLDER   (FOLDER: for what is made)
set -eu
program=$(realpath "$1")
mkdir -p "$2"
folder=$(realpath "$2")
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)

cp "$here"/*.js "$here"/package*.json "$folder/"
(cd "$folder" && npm ci --silent --no-audit --no-fund)
sh "$root/samples/bootstrap-italia.sh" "$folder/bootstrap-italia"

rm -rf "$folder/sito" "$folder/sito.lavoro" "$folder/spoglio" "$folder/spoglio.lavoro" "$folder/guasto"
"$program" pubblica "$root/samples" -o "$folder/sito" --bootstrap "$folder/bootstrap-italia"
node "$folder/check.js" "$folder/sito"

"$program" pubblica "$root/samples/minimo" -o "$folder/spoglio"
node "$folder/check.js" "$folder/spoglio"

mkdir -p "$folder/guasto"
cat >"$folder/guasto/index.html" <<'END'
<!DOCTYPE html><html><head><title>x</title></head><body><img src="none.png"><p id="a" style="color:#aaa">grey</p>
<p id="a"><a href="#nowhere">x</a></p><script>throw new Error("boo")</script></body></html>
END
if node "$folder/check.js" "$folder/guasto" >"$folder/guasto.txt"; then
  echo "a page full of faults passes" >&2
  exit 1
fi
for fault in 'axe html-has-lang' 'axe image-alt' 'axe color-contrast' 'id twice' 'leads nowhere' 'not loaded' 'script: boo' 'skip link'; do
  grep -q "$fault" "$folder/guasto.txt" || { echo "not found: $fault" >&2; cat "$folder/guasto.txt" >&2; exit 1; }
done
