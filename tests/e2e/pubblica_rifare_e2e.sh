# pubblica, again: what has changed is done again, by content, and nothing else;
# --solo adds to what is there; a run that is stopped goes on.
. "$(dirname "$0")/lib.sh"
export SOURCE_DATE_EPOCH=1700000000

# The program's own folders, so that they can be changed.
house=$work/casa
mkdir -p "$house/bin" "$house/share" "$work/piani"
cmake --install "$build" --prefix "$house" >/dev/null 2>&1 || fail "non si installa"
relazione=$house/bin/relazione

logo() { python3 - "$1" "$2" <<'PY'
import struct, sys, zlib
def piece(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
open(sys.argv[1], "wb").write(b"\x89PNG\r\n\x1a\n" + piece(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
    + piece(b"IDAT", zlib.compress(bytes([0, int(sys.argv[2]), 0, 0]))) + piece(b"IEND", b""))
PY
}

for number in 1 2 3; do
  "$genera" $number 4 2 1 | sed "s/codice=\"ente-prova\"/codice=\"ente-$number\"/" >"$work/piani/$number.xml"
done
sed -i '0,/codice="ente-1"/s//& logo="img\/logo.png"/' "$work/piani/1.xml"
mkdir "$work/piani/img"
logo "$work/piani/img/logo.png" 10
cat >"$work/piani/modello.xml" <<'XML'
<modello xmlns="urn:relazione:modello:1"><includi file="parte.xml"/>
<corpo><sezione><titolo livello="1">Prova</titolo><immagine se="ente.logo" di="ente.logo" alt="Logo"/><usa blocco="parte"/></sezione></corpo></modello>
XML
printf '<modello xmlns="urn:relazione:modello:1"><blocco nome="parte"><p>uno</p></blocco></modello>' >"$work/piani/parte.xml"
printf 'piano,modello\npiani/1.xml,piani/modello.xml\npiani/2.xml,piani/modello.xml\npiani/3.xml,\n' >"$work/elenco.csv"

# again WANTED-DONE WHAT: runs, and that many are done again.
again() {
  run 0 pubblica "$work/elenco.csv" -o "$work/sito"
  has out "fatti $1, invariati $((3 - $1))," || echo "  dopo: $2"
}

again 3 "la prima volta"
again 0 "niente"

# ---- by content -------------------------------------------------------------

touch "$work"/piani/*.xml "$work/piani/img/logo.png" "$house"/share/relazione/*/*
again 0 "date nuove, contenuto uguale"
logo "$work/piani/img/logo.png" 11
touch -r "$work/piani/1.xml" "$work/piani/img/logo.png"
again 1 "un logo della stessa grandezza e data"
sed -i 's/uno/due/' "$work/piani/parte.xml"
again 2 "un file incluso da un modello"
sed -i 's/Valserena/Valsorena/' "$work/piani/3.xml"
again 1 "un piano"
printf ' ' >>"$(find "$house" -name relazione.xml | head -1)"
again 1 "il modello predefinito"
printf ' ' >>"$(find "$house" -name 'hyph_it_IT.dic' | head -1)"
again 3 "i caratteri e la sillabazione"
printf ' ' >>"$relazione"
again 3 "il programma"
again 0 "niente, alla fine"

# A logo that is missing, then there; then spoilt, then again as it was.
mv "$work/piani/img/logo.png" "$work/logo.png"
run 1 pubblica "$work/elenco.csv" -o "$work/sito"
has out 'fatti 0, invariati 2, falliti 1'
run 1 pubblica "$work/elenco.csv" -o "$work/sito"
cp "$work/logo.png" "$work/piani/img/logo.png"
again 1 "il logo che mancava"

# ---- the site and the journal are touched --------------------------------------

cp -r "$work/sito" "$work/intatto"
rm "$work/sito/ente-1/2022/relazione.pdf"
again 1 "un file tolto dal sito"
: >"$work/sito/ente-2/2022/dati/obiettivi.csv"
again 1 "un file svuotato"
printf guasto >"$work/sito/ente-2/2022/voce.xml"
again 1 "la voce guasta"
truncate -s -1 "$work/sito/ente-2/2022/voce.xml"
again 1 "la voce senza l’ultimo carattere"
sed -i 's/sha256="[0-9a-f]/sha256="0/' "$work/sito/ente-2/2022/voce.xml"
again 1 "la voce con altre impronte, della stessa grandezza"
rm "$work/sito/index.html" "$work/sito"/risorse/*.css
again 0 "l’indice tolto"
true_that "l’indice torna" diff -r "$work/intatto" "$work/sito"
rm -r "$work/sito/ente-3"
again 1 "un ente tolto"
true_that "l’ente torna" diff -r "$work/intatto" "$work/sito"
run 0 pubblica "$work/elenco.csv" -o "$work/sito" --indirizzo https://esempio.example
has out 'fatti 0, invariati 3'
grep -q 'https://esempio.example' "$work/sito/sitemap.xml" || fail "l’indirizzo nuovo non arriva"
again 0 "l’indirizzo di nuovo tolto"
true_that "senza indirizzo come prima" diff -r "$work/intatto" "$work/sito"
rm -r "$work/sito"
again 3 "il sito tolto"
rm -r "$work/sito.lavoro"
again 3 "il giornale tolto"
sed -i 's/\t/ /3' "$work/sito.lavoro/giornale.tsv"
again 3 "il giornale guasto"
sed -i 's/ente-1/ente-4/' "$work/sito.lavoro/impronte.tsv"
again 0 "le impronte guaste"
true_that "come prima" diff -r "$work/intatto" "$work/sito"

# ---- parts -----------------------------------------------------------------------

solo() { run 0 pubblica "$work/elenco.csv" -o "$work/$1" --solo "$2"; }

solo sito web
has out 'fatti 0, invariati 3'
true_that "--solo non toglie nulla" diff -r "$work/intatto" "$work/sito"
solo pezzi pdf
count 0 find "$work/pezzi" -name risultati.json
solo pezzi web
solo pezzi dati
true_that "tre parti sono l’intero" diff -r "$work/intatto" "$work/pezzi"
sed -i 's/Valsorena/Valserena/' "$work/piani/3.xml"
solo pezzi web
has out 'fatti 1, invariati 2'
has out '1 pubblicazioni avevano altre parti'
absent "$work/pezzi/ente-3/2022/relazione.pdf"
grep -q 'tolto.*ente-3/2022.*pdf dati' "$work/pezzi.lavoro/registro.tsv" || fail "il registro non dice che cosa è tolto"
run 0 verifica "$work/pezzi" -q
again 1 "il piano di prima"
run 0 pubblica "$work/elenco.csv" -o "$work/pezzi" -q
true_that "di nuovo intero" diff -r "$work/sito" "$work/pezzi"

# ---- what is not ours ---------------------------------------------------------------

echo mio >"$work/sito/ente-1/2022/appunti.txt"
echo mio >"$work/sito/leggimi.txt"
printf ' ' >>"$work/piani/1.xml"
again 1 "un piano accanto a file altrui"
true_that "i file altrui restano" grep -q mio "$work/sito/ente-1/2022/appunti.txt" "$work/sito/leggimi.txt"
run 1 verifica "$work/sito" -q
count 2 cat "$work/err"
mkdir -p "$work/altrui/ente-1/2022"
echo mio >"$work/altrui/ente-1/2022/mio"
run 1 pubblica "$work/elenco.csv" -o "$work/altrui" -q
has err '[cartella-estranea]'
true_that "la cartella altrui resta" test -f "$work/altrui/ente-1/2022/mio"
true_that "gli altri sono fatti" test -f "$work/altrui/ente-2/2022/voce.xml"

mkdir "$work/pagine"
echo mio >"$work/pagine/index.html"
run 1 pubblica "$work/elenco.csv" -o "$work/pagine" -q
has err '[sito-estraneo]'
grep -qx mio "$work/pagine/index.html" || fail "la pagina altrui è persa"
sed 2d "$work/elenco.csv" >"$work/corto.csv"
run 0 pubblica "$work/corto.csv" -o "$work/sito" --pulisci
has out 'tolti 1'
[ "$(ls "$work/sito/ente-1/2022")" = appunti.txt ] || fail "--pulisci toglie troppo, o troppo poco"

# A plan that is broken for the moment keeps what was published of it, whatever the
# part of the list; then it goes with the row.
cp "$work/piani/2.xml" "$work/2.xml"
echo '<piano' >"$work/piani/2.xml"
run 1 pubblica "$work/corto.csv" -o "$work/sito" --pulisci
has err 'ente-2/2022: nota: resta nel sito'
for part in 1 2; do
  "$relazione" pubblica "$work/corto.csv" -o "$work/sito" --pulisci --parte $part/2 -q 2>/dev/null
  true_that "resta con --parte $part/2" test -f "$work/sito/ente-2/2022/voce.xml"
done
sed 's/ente-2/ente-22/' "$work/2.xml" >"$work/piani/2.xml"
run 0 pubblica "$work/corto.csv" -o "$work/sito" --pulisci -q
absent "$work/sito/ente-2"
cp "$work/2.xml" "$work/piani/2.xml"

# ---- warnings --------------------------------------------------------------------------

edited avvisato 's/<documento /<documento licenza="Mia" /'
run 0 pubblica "$work/avvisato.xml" -o "$work/avvisi"
has out 'con 1 avviso'
has out '--indirizzo'
run 0 pubblica "$work/avvisato.xml" -o "$work/avvisi" -v
has out 'fatti 0, invariati 1, falliti 0, con 1 avviso'
has err '[licenza-ignota]'
grep -q 'rilievo.*licenza-ignota' "$work/avvisi.lavoro/registro.tsv" || fail "il registro non ha l’avviso"
grep -q '"esito":"invariato","rilievi":\[{.*licenza-ignota' "$work/avvisi.lavoro/esito.json" || fail "l’esito non ha l’avviso"
run 1 pubblica "$work/avvisato.xml" -o "$work/avvisi" --severo
has err '[licenza-ignota]'
run 0 verifica "$work/avvisi" -q
run 0 pubblica "$work/piani/3.xml" -o "$work/senza-avvisi" --severo
run 0 pubblica "$work/piani/3.xml" -o "$work/senza-avvisi"
count 1 cat "$work/out"

# ---- the site among the plans -----------------------------------------------------------

rm "$work"/piani/modello.xml "$work"/piani/parte.xml
run 0 pubblica "$work/piani" -o "$work/piani/sito"
run 0 pubblica "$work/piani" -o "$work/piani/sito"
has out 'fatti 0, invariati 3'
run 1 pubblica "$work/piani/sito" -o "$work/piani/sito" -q
has err '[piani-nel-sito]'
rm -r "$work/piani/sito" "$work/piani/sito.lavoro"
: >"$work/file"
run 3 pubblica "$work/piani" -o "$work/file" -q

# ---- no file at all ------------------------------------------------------------------

mkfifo "$work/piani/pipa.xml"
ln -s giro.xml "$work/piani/giro.xml"
mkdir "$work/piani/vuota.xml"
run 1 pubblica "$work/piani" -o "$work/strani" -q
has err 'pipa.xml: errore: '
has err 'giro.xml: errore: '
count 2 cat "$work/err"
rm "$work/piani/pipa.xml" "$work/piani/giro.xml"

# ---- stopped, and gone on ------------------------------------------------------------------

number=4
while [ $number -le 24 ]; do
  "$genera" $number 20 3 1 | sed "s/codice=\"ente-prova\"/codice=\"ente-$number\"/" >"$work/piani/$number.xml"
  number=$((number + 1))
done
run 0 pubblica "$work/piani" -o "$work/quieto" -q
# at_work SITE PID: waits until a worker has begun a job.
at_work() {
  until ls -d "$1".lavoro/in-corso/*-1 >/dev/null 2>&1 || ! kill -0 "$2" 2>/dev/null; do
    sleep 0.05
  done
}
for signal in TERM HUP; do
  rm -rf "$work/mosso.lavoro/in-corso"
  "$relazione" pubblica "$work/piani" -o "$work/mosso" -j 2 >"$work/out" 2>"$work/err" &
  victim=$!
  at_work "$work/mosso" $victim
  kill -$signal $victim 2>/dev/null
  wait $victim 2>/dev/null
  code=$?
  [ $code -gt 128 ] || [ $code -eq 0 ] || fail "$signal: esito $code"
  [ $code -eq 0 ] || has err 'rilanciare lo stesso comando'
  ! grep -q errore "$work/err" || fail "$signal: lavori interrotti dati per falliti"
done
# A worker that is halted for ever has its limit; the job of one that is killed is
# given to another.
hit() { # SIGNAL FOLDER CODE
  "$relazione" pubblica "$work/piani" -o "$work/$2" -j 1 --tempo 15 -q 2>"$work/err" &
  victim=$!
  at_work "$work/$2" $victim
  kill -"$1" $(cat /proc/$victim/task/$victim/children) 2>/dev/null && reached=yes
  wait $victim
  code=$?
  [ "${reached-}" != yes ] || [ $code -eq "$3" ] || fail "$1 a un processo: esito $code"
  [ "${reached-}" != yes ] || count "$3" cat "$work/err"
}
hit STOP fermo 1
hit KILL colpito 0
run 0 pubblica "$work/piani" -o "$work/fermo" --riprova -q
run 0 pubblica "$work/piani" -o "$work/mosso" -j 1 -q
run 0 pubblica "$work/piani/24.xml" -o "$work/solo" -q
true_that "da solo o dopo gli altri" diff -r "$work/quieto/ente-24" "$work/solo/ente-24"
true_that "interrotto e ripreso" diff -r "$work/quieto" "$work/mosso"
true_that "colpito e ripreso" diff -r "$work/quieto" "$work/colpito"
true_that "fermo e ripreso" diff -r "$work/quieto" "$work/fermo"

finish
