#!/bin/sh
# Publishes the samples and opens every page of the site in headless Chromium,
# with Bootstrap Italia and without; searches an index by keyboard; then a page with faults, which must be found.
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

# Bodies and years for the index, with names that are hard on a page.
# plan CODE YEAR NAME [sed SCRIPT]
plan() {
  sed "s|codice=\"ente-esempio\" denominazione=\"Ente di esempio\"|codice=\"$1\" denominazione=\"$3\"|
    s/anno=\"2022\"/anno=\"$2\"/g; s/>2022-06-/>$2-06-/; ${4:-}" \
    "$root/samples/minimo/piano.xml" >"$folder/piani/$1-$2.xml"
}
rm -rf "$folder/piani" "$folder/molti" "$folder/molti.lavoro"
mkdir "$folder/piani"
plan ente-esempio 2022 'Ente di esempio'
plan ente-esempio 2023 'Ente di esempio'
plan ente-esempio 2024 'Ente di esempio' 's/>92.00</>96.00</'
plan aosta 2022 'Città \&lt;b\&gt;d'\''Aosta\&lt;/b\&gt; \&amp; \&quot;Alpi\&quot;'
plan aleppo 2022 'غرفة تجارة حلب'
plan unione 2023 'Unione 😀 dei comuni' 's/tipo="relazione"/tipo="piano"/; /<consuntivo/d'
plan lungo 2022 "Azienda speciale consortile per la promozione, la valorizzazione e la tutela delle produzioni agroalimentari \
tipiche e dell'artigianato artistico e tradizionale dei territori montani, pedemontani e lacuali"
"$program" pubblica "$folder/piani" -q -o "$folder/molti" --bootstrap "$folder/bootstrap-italia"
node "$folder/index.js" "$folder/molti"
node "$folder/check.js" "$folder/molti"

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
