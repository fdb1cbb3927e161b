# pubblica, verifica, unisci: sixty plans, some broken, one that is too much for
# its worker, the run killed twice; the site is that of an undisturbed run.
# PUBBLICA_PIANI=1000 in the environment: the same with so many plans.
. "$(dirname "$0")/lib.sh"

plans=${PUBBLICA_PIANI:-60}
export SOURCE_DATE_EPOCH=1700000000
limit=8 # seconds for one plan

# plan NUMBER OBJECTIVES: a generated plan of a body of its own.
plan() {
  "$genera" "$1" "$2" 3 1 | sed "s/codice=\"ente-prova\"/codice=\"ente-$1\"/" >"$work/piani/$1.xml"
}

mkdir "$work/piani"
number=1
while [ "$number" -le "$plans" ]; do
  plan "$number" $((3 + number * 7 % 38))
  number=$((number + 1))
done

# ---- broken in different ways ------------------------------------------------

sed -i '7s/</</; 7s/$/ <aperto>/' "$work/piani/5.xml"          # not well-formed
sed -i '0,/<obiettivo /s//<obbiettivo /' "$work/piani/11.xml"  # not in the schema
sed -i '0,/<consuntivo[^>]*>[^<]*</s//<consuntivo anno="2022">tanto</' "$work/piani/17.xml"
head -c 3000 "$work/piani/23.xml" >"$work/cut" && mv "$work/cut" "$work/piani/23.xml"
: >"$work/piani/29.xml"                                         # empty
sed -i 's/codice="ente-35"/codice="ente-34"/' "$work/piani/35.xml" # another's body and year
broken='5 11 17 23 29 34 35'
# Too large for the time that a plan has.
"$genera" 99 2500 12 4 | sed 's/codice="ente-prova"/codice="ente-gigante"/' >"$work/piani/gigante.xml"

publish() { run "$1" pubblica "$work/piani" -o "$2" -j "$3" --tempo $limit -q; }

# ---- undisturbed ---------------------------------------------------------------

publish 1 "$work/calmo" 2
for one in $broken; do
  grep -q "/piani/$one\.xml" "$work/err" || fail "il piano $one non è tra i falliti"
done
# By file and line, but for those that have no line to blame.
for one in 5 11 17 23; do
  grep -qE "/piani/$one\.xml:[0-9]+:" "$work/err" || fail "il piano $one è senza riga"
done
has err 'gigante.xml:1: errore: il piano chiede più di'
count $((plans - 7)) find "$work/calmo" -name relazione.pdf
count $((plans - 7)) find "$work/calmo" -name index.html -path '*/2022/*'
true_that "esito.json si legge" python3 -m json.tool "$work/calmo.lavoro/esito.json"
true_that "esito.json dice file e riga" python3 - "$work/calmo.lavoro/esito.json" <<'EOF'
import json, sys
outcome = json.load(open(sys.argv[1]))
failed = [job for job in outcome["lavori"] if job["esito"] == "fallito"]
assert outcome["falliti"] == len(failed) == 8, len(failed)
assert all(job["rilievi"] and job["rilievi"][0]["file"] for job in failed)
EOF
run 0 verifica "$work/calmo" -q
(cd "$work/calmo" && sha256sum --quiet -c SHA256SUMS) || fail "SHA256SUMS non torna"
for json in "$work"/calmo/*.jsonld "$work"/calmo/ente-1/2022/*.json* "$work"/calmo/ente-1/2022/dati/*.json; do
  true_that "$json si legge" python3 -m json.tool "$json"
done
true_that "XML ben formato" xmllint --noout "$work"/calmo/*.xml "$work"/calmo/index.html \
  "$work"/calmo/ente-1/2022/*.xml
absent "$work/calmo/sito.lavoro"
grep -rq 'assegnazione incarico\|tipo="individuale"' "$work"/calmo/*/*/piano.xml &&
  fail "il sito contiene parti individuali"

# ---- killed twice, another number of workers -------------------------------------

for patience in 1 2; do
  "$relazione" pubblica "$work/piani" -o "$work/scosso" -j 3 --tempo $limit -q 2>/dev/null &
  victim=$!
  sleep $patience
  kill -KILL $victim
  wait $victim 2>/dev/null
done
# The journal's last line is torn too.
printf 'deadbeef\tfatto\tente-1/20' >>"$work/scosso.lavoro/giornale.tsv"
publish 1 "$work/scosso" 1
diff -r "$work/calmo" "$work/scosso" >"$work/diff" || fail "il sito interrotto è diverso: $(head -3 "$work/diff")"
find "$work/scosso" -name '.relazione*' -o -name '*.tmp' | grep . && fail "resti nel sito"

# ---- again, unchanged -------------------------------------------------------------

run 1 pubblica "$work/piani" -o "$work/calmo" --tempo $limit
has out "fatti 0, invariati $((plans - 7)), falliti 8"
before=$(date +%s%N)
publish 1 "$work/calmo" 2
took=$((($(date +%s%N) - before) / 1000000))
[ "$took" -lt 5000 ] || fail "la seconda volta ha preso $took ms"

# ---- two at once --------------------------------------------------------------------

(
  exec 9>"$work/calmo.lavoro/lucchetto"
  flock 9
  run 3 pubblica "$work/piani" -o "$work/calmo" -q
  has err '[in-corso]'
  exit "$failures"
) || failures=$((failures + $?))

# ---- verifica finds a changed byte, a missing file, one too many ----------------------

cp -r "$work/calmo" "$work/guasto"
printf x | dd of="$work/guasto/ente-1/2022/relazione.pdf" bs=1 seek=500 conv=notrunc 2>/dev/null
rm "$work/guasto/ente-2/2022/risultati.json"
: >"$work/guasto/ente-3/2022/appunti.txt"
run 1 verifica "$work/guasto"
has err 'ente-1/2022/relazione.pdf: errore: il contenuto non è quello pubblicato'
has err 'ente-2/2022/risultati.json: errore: il file manca'
has err 'ente-3/2022/appunti.txt: errore: il file non è nel manifesto'
count 3 cat "$work/err"

# ---- parts ------------------------------------------------------------------------------

for part in 1 2 3; do
  "$relazione" pubblica "$work/piani" -o "$work/parte-$part" --parte $part/3 --tempo $limit -q 2>/dev/null
done
run 1 unisci "$work/parte-3" "$work/parte-1" "$work/parte-2" -o "$work/unito"
diff -r "$work/calmo" "$work/unito" >"$work/diff" || fail "il sito unito è diverso: $(head -3 "$work/diff")"

# ---- a plan that is gone, one that has changed --------------------------------------------

rm "$work/piani/1.xml" "$work/piani/gigante.xml"
sed -i 's/Valserena/Valserena e Montebello/' "$work/piani/2.xml"
publish 1 "$work/calmo" 2
true_that "senza --pulisci resta" test -d "$work/calmo/ente-1/2022"
run 1 pubblica "$work/piani" -o "$work/calmo" --pulisci --tempo $limit -q
absent "$work/calmo/ente-1"
run 0 verifica "$work/calmo" -q

# ---- lists ---------------------------------------------------------------------------------

printf 'anno;ente;piano\n2021;../../fuori;%s\n;;%s\n' piani/3.xml piani/4.xml >"$work/elenco.csv"
run 0 pubblica "$work/elenco.csv" -o "$work/da-elenco" --solo dati -q
true_that "il nome resta nel sito" test -f "$work/da-elenco/-.-..-fuori/2021/dati/obiettivi.csv"
true_that "chiave dal piano" test -f "$work/da-elenco/ente-4/2022/risultati.json"
count 0 find "$work/da-elenco" -name relazione.pdf
cat >"$work/elenco.xml" <<'EOF'
<elenco xmlns="urn:relazione:elenco:1">
  <piano file="piani/3.xml"/>
  <piano file="piani/4.xml" ente="altro"/>
</elenco>
EOF
run 0 pubblica "$work/elenco.xml" -o "$work/da-xml" --solo dati -q
true_that "ente dall'elenco" test -d "$work/da-xml/altro/2022"
printf 'ente,pianta\na,b\n' >"$work/storto.csv"
run 1 pubblica "$work/storto.csv" -o "$work/nulla" -q
has err 'storto.csv:1: errore: la colonna «pianta» non esiste'
run 2 pubblica "$work/piani" -q
run 2 pubblica "$work/piani" -o "$work/x" --parte 4/3

finish
