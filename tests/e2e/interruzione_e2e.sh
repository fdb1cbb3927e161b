# A run that is killed midway leaves nothing half done, and the old file as it was.
. "$(dirname "$0")/lib.sh"

"$genera" 7 300 5 2 >"$work/grande.xml"
mkdir "$work/uscita"
echo 'quello di prima' >"$work/uscita/report.pdf"
for signal in KILL TERM HUP; do
  for moment in 0.02 0.1 0.3; do
    "$relazione" componi "$work/grande.xml" -q -o "$work/uscita/report.pdf" 2>/dev/null &
    pid=$!
    sleep "$moment"
    kill -s "$signal" "$pid" 2>/dev/null && interrupted=yes
    wait "$pid" 2>/dev/null
    [ "$(ls -A "$work/uscita")" = report.pdf ] ||
      fail "$signal dopo $moment s: nella cartella c’è $(ls -A "$work/uscita" | tr '\n' ' ')"
    if ! grep -qx 'quello di prima' "$work/uscita/report.pdf"; then
      # It was quicker: then the new file is whole.
      true_that "$signal dopo $moment s: PDF integro" qpdf --check "$work/uscita/report.pdf"
      echo 'quello di prima' >"$work/uscita/report.pdf"
    fi
  done
done
[ "${interrupted-}" = yes ] || fail "nessuna prova è arrivata in tempo"

# Pictures too: each that is there is whole.
"$relazione" anteprima "$work/grande.xml" -q -o "$work/pagine" 2>/dev/null &
pid=$!
sleep 0.5
kill -s KILL "$pid" 2>/dev/null
wait "$pid" 2>/dev/null
for page in "$work"/pagine/* "$work"/pagine/.[!.]*; do
  [ -e "$page" ] || continue
  tail -c 8 "$page" | head -c 4 | grep -q IEND || fail "immagine a metà: $page"
done

# Two at once into one file: one of them, whole.
"$relazione" componi samples/minimo/piano.xml -o "$work/uscita/report.pdf" &
pid=$!
"$relazione" componi samples/lecce/piano.xml -q -o "$work/uscita/report.pdf"
wait "$pid"
true_that "due insieme: PDF integro" qpdf --check "$work/uscita/report.pdf"
[ "$(ls -A "$work/uscita")" = report.pdf ] || fail "due insieme: resta qualcosa"
finish
