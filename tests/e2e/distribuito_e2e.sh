# docs/distribuito.md: its commands, as they are written there, give the site and
# the list of failures of one run. GNU parallel always; Slurm where it starts.
. "$(dirname "$0")/lib.sh"

export SOURCE_DATE_EPOCH=1700000000
root=$PWD
tests=$(cd "$(dirname "$0")" && pwd)
place="$work/un posto d'altri" # names need quoting

# ---- where a reader of the page would be ----------------------------------------

mkdir "$place" "$work/bin"
ln -s "$root/docs" "$place/docs"
ln -s "$relazione" "$work/bin/relazione"
PATH="$work/bin:$PATH"
echo 'piano' >"$place/elenco.csv"
number=1
while [ "$number" -le 12 ]; do
  "$genera" "$number" 3 2 1 | sed "s/codice=\"ente-prova\"/codice=\"ente-$number\"/" >"$place/d'$number.xml"
  echo "d'$number.xml" >>"$place/elenco.csv"
  number=$((number + 1))
done
sed -i '0,/<obiettivo /s//<obbiettivo /' "$place/d'3.xml"
echo '<piano' >"$place/rotto.xml"
echo 'rotto.xml' >>"$place/elenco.csv"
printf '2/:\n' >"$place/macchine.txt" # two jobs, here, without ssh
cd "$place" || exit 1

run 1 pubblica elenco.csv -o solo -q
sort "$work/err" >"$work/failures"
count 2 cat "$work/failures"

# commands TITLE: the commands of a section of the page.
commands() {
  sed -n "/^## $1\$/,/^## /s/^    //p" docs/distribuito.md
}

# same WHAT: site and failures are those of the single run.
same() {
  diff -r solo sito >"$work/diff" || fail "$1: il sito è diverso: $(head -3 "$work/diff")"
  sort sito.lavoro/falliti.txt | cmp -s - "$work/failures" || fail "$1: i falliti sono altri"
  true_that "$1: esito.json riunito" python3 - <<'END'
import json
whole, one = (json.load(open(f"{site}.lavoro/esito.json")) for site in ("sito", "solo"))
assert whole["totale"] == one["totale"] == 13 and whole["falliti"] == one["falliti"] == 2
findings = lambda outcome: sorted((job["piano"], str(job["rilievi"])) for job in outcome["lavori"])
assert findings(whole) == findings(one)
END
  rm -rf sito sito.*
}

# ---- what is not joined ----------------------------------------------------------

run 0 pubblica elenco.csv -o p1 --parte 1/2 --solo dati -q
run 1 pubblica elenco.csv -o p2 --parte 2/2 --solo dati -q
# joined WHAT: the site is whole, and holds what the list has.
joined() {
  run 0 verifica sito
  true_that "$1: undici voci" [ "$(ls -d sito/*/*/voce.xml | wc -l)" -eq 11 ]
}
untouched() { # untouched WHAT: a refusal has left nothing behind
  [ ! -e sito ] && [ ! -e sito.lavoro ] || fail "$1: resta $(ls -d sito sito.lavoro 2>/dev/null | tr '\n' ' ')"
}
run 1 unisci nulla -o sito
untouched 'parte che non c’è'

# A byte of a published file.
file=$(ls p2/*/*/risultati.json | tail -1)
cp "$file" "$work/buono"
tr 1 2 <"$work/buono" >"$file"
run 1 unisci p1 p2 -o sito -q
has err "$file: errore: il contenuto non è quello che la parte ha pubblicato"
untouched 'un byte cambiato'
rm "$file"
run 1 unisci p1 p2 -o sito -q
has err "$file: errore: il file manca"
cp "$work/buono" "$file"
own=$(dirname "$file")/voce.xml
cp "$own" "$work/voce"
sed -i 's/byte="/byte="1/' "$own"
run 1 unisci p1 p2 -o sito -q
has err "$own: errore: manca, o non è quello"
untouched 'una voce cambiata'
cp "$work/voce" "$own"

# Only what is listed is published.
echo appunti >"$(dirname "$file")/appunti.txt"
run 1 unisci p1 p2 -o sito
has err "$(dirname "$file")/appunti.txt: avviso: il file non è nel manifesto della parte: non è pubblicato [in-piu]"
joined 'con appunti'
rm "$(dirname "$file")/appunti.txt"

# A refusal leaves the site as it was; what was spoilt in it is put right.
cp -r sito "$work/prima"
tr 1 2 <"$work/buono" >"$file"
run 1 unisci p1 p2 -o sito -q
run 0 verifica sito
cp "$work/buono" "$file"
echo >>"sito/${file#p2/}"
run 1 unisci p1 p2 -o sito -q
true_that 'rimesso a posto' diff -r sito "$work/prima"

# What no part has is told, and leaves only when asked.
sed 's/codice="ente-1"/codice="ente-99"/; 0,/ peso="[0-9.]*"/s// peso="7"/' "d'1.xml" >"d'99.xml"
printf 'piano\nd'"'"'99.xml\n' >uno.csv
run 0 pubblica uno.csv -o altro --solo dati -q
run 0 unisci altro -o sito
count 11 grep -F 'nota: nessuna parte ha questo ente e anno, che resta nel sito; per toglierlo, --pulisci [rimasto]' "$work/err"
run 0 unisci altro -o sito --pulisci
has out 'tolti 11'
# Warnings of the parts are counted, and refused when asked.
has out 'con 2 avvisi'
run 1 unisci altro -o sito --severo -q
count 1 ls -d sito/*/*/voce.xml

# Folders that can't be.
run 1 unisci p1 p2 -o p1 -q
has err '[stessa-cartella]'
run 1 unisci p1 p2 ./p1/ -o sito -q
has err 'la parte è data due volte'
mkdir estranea && echo mia >estranea/index.html
run 1 unisci p1 p2 -o estranea -q
has err '[sito-estraneo]'
absent estranea.lavoro
sed -i 's/"versione":"[^"]*"/"versione":"0.0"/' p1.lavoro/esito.json
run 1 unisci p1 p2 -o sito -q
has err 'la parte è di relazione 0.0'
rm -rf sito sito.* estranea altro* p1* p2*

# Pages made with Bootstrap Italia find it in the joined site.
mkdir bi && echo 'body{}' >bi/bootstrap-italia.min.css && echo licenza >bi/bootstrap-italia-LICENSE.txt
run 0 pubblica elenco.csv -o p1 --parte 1/2 --solo web --bootstrap bi -q
run 1 pubblica elenco.csv -o p2 --parte 2/2 --solo web --bootstrap bi -q
run 1 unisci p1 p2 -o sito -q
true_that 'Bootstrap Italia delle parti' cmp bi/bootstrap-italia.min.css sito/risorse/bootstrap-italia.min.css
joined 'con Bootstrap Italia'
echo 'b{}' >bi/bootstrap-italia.min.css
run 1 pubblica elenco.csv -o p2 --parte 2/2 --solo web --bootstrap bi -q
run 1 unisci p1 p2 -o sito -q
has err 'rifarle nello stesso modo [risorse]'
rm -rf sito sito.* p1* p2* bi "d'99.xml" uno.csv

# ---- GNU parallel ---------------------------------------------------------------

commands 'GNU parallel' >"$work/commands"
count 2 cat "$work/commands"
while read -r line; do
  sh -c "$line" >"$work/out" 2>"$work/err" </dev/null
  [ $? -eq 1 ] || fail "$line: $(head -3 "$work/err")"
  has out 'parti 8: fatti 11, invariati 0, falliti 2'
  has err "rotto.xml:"
  same "$line"
done <"$work/commands"

# A part that can't be made stops it, and says where to look.
sh docs/distribuito/parallelo.sh elenco.csv sito 2 --tempo mai >"$work/out" 2>"$work/err"
[ $? -eq 3 ] || fail "una parte non fatta passa inosservata"
has err 'rilanciare lo stesso comando'
rm -rf sito sito.*

# ---- Slurm ----------------------------------------------------------------------

# The page's commands; the second is waited for.
{
  echo 'set -e'
  commands Slurm | sed '$s/sbatch /sbatch --wait /'
} >"$work/slurm"
count 3 cat "$work/slurm"
timeout -k 5 120 sh "$tests/slurm.sh" sh "$work/slurm" >"$work/out" 2>"$work/err" </dev/null
case $? in
  1)
    true_that "falliti nel lavoro di unisci" grep -q '^rotto.xml:' slurm-*.out
    same Slurm
    ;;
  77) sed 's/$/; vale la prova con GNU parallel/' "$work/out" ;;
  *) fail "Slurm: $(cat "$work/out" "$work/err" slurm-*.out 2>/dev/null | head -5)" ;;
esac

finish
