# pubblica, verifica: sixty plans of three to forty objectives, at least two in
# a hundred broken and each way of tests/e2e/guasti.sh among them, one that is too
# much for its worker, the run killed twice; the site is that of an undisturbed run.
# PUBBLICA_PIANI=1000 in the environment: the same with so many plans.
. "$(dirname "$0")/lib.sh"
. "$(dirname "$0")/guasti.sh"

plans=${PUBBLICA_PIANI:-60}
export SOURCE_DATE_EPOCH=1700000000
# What a plan may take. The giant exceeds the memory at once; sanitizers need all
# of it for themselves, and there it exceeds the time.
limits='--tempo 15 --memoria 200'

# plan NUMBER OBJECTIVES: a generated plan of a body of its own.
plan() {
  "$genera" "$1" "$2" 3 1 | sed "s/codice=\"ente-prova\"/codice=\"ente-$1\"/" >"$work/piani/$1.xml"
}

# ---- the list ------------------------------------------------------------------

mkdir "$work/piani"
"$genera" 99 2500 12 4 | sed 's/codice="ente-prova"/codice="ente-gigante"/' >"$work/piani/gigante.xml"
number=1
while [ "$number" -le "$plans" ]; do
  plan "$number" $((3 + number * 7 % 38))
  number=$((number + 1))
done

# Two of the same body and year, then the ways over and over. Each line of
# `broken`: number, code, "-" when there is no line of the plan to blame.
sed -i 's/codice="ente-2"/codice="ente-1"/' "$work/piani/2.xml"
printf '1 doppione -\n2 doppione -\n' >"$work/broken"
kinds=$(echo "$ways" | wc -l)
share=$((plans / 50 > kinds + 2 ? plans / 50 - 2 : kinds))
while [ "$share" -gt 0 ]; do
  echo "$ways" | head -n "$share"
  share=$((share - kinds))
done >"$work/ways"
number=3
while read -r way code line; do
  $way "$work/piani/$number.xml"
  echo "$number $code $line $way" >>"$work/broken"
  number=$((number + 1))
done <"$work/ways"
failing=$(($(wc -l <"$work/broken") + 1)) # and the giant
good=$((plans + 1 - failing))

echo 'piano;modello' >"$work/elenco.csv"
echo 'piani/gigante.xml;' >>"$work/elenco.csv"
number=1
while [ "$number" -le "$plans" ]; do
  grep -q "^$number .*unknown_template" "$work/broken" && template=manca.xml || template=
  echo "piani/$number.xml;$template" >>"$work/elenco.csv"
  number=$((number + 1))
done

# publish CODE SITE PROCESSES
# shellcheck disable=SC2086  # a list of options
publish() { run "$1" pubblica "$work/elenco.csv" -o "$2" -j "$3" $limits -q; }

# ---- undisturbed ---------------------------------------------------------------

publish 1 "$work/calmo" 2
cp "$work/err" "$work/failures"
count "$good" find "$work/calmo" -name relazione.pdf
count "$good" find "$work/calmo" -name index.html -path '*/2022/*'
# Every broken plan, and no other, by file, line and code: to the reader, to
# machines and in the log.
true_that "i falliti sono quelli guastati" python3 - "$work" <<'EOF'
import json, re, sys

work = sys.argv[1]
broken = [line.split(" ") for line in open(f"{work}/broken").read().splitlines()]
said = open(f"{work}/failures").read()
jobs = {job["piano"]: job for job in json.load(open(f"{work}/calmo.lavoro/esito.json"))["lavori"]}
log = [line.split("\t") for line in open(f"{work}/calmo.lavoro/registro.tsv").read().splitlines()]
logged = {fields[3] for fields in log if fields[1] == "fallito"}
assert open(f"{work}/calmo.lavoro/falliti.txt").read() == said

wanted = {f"{work}/piani/gigante.xml"}
for number, code, line, *_ in broken:
    plan = f"{work}/piani/{number}.xml"
    wanted.add(plan)
    # A row of the list where the plan has no line to blame.
    place = f"{work}/elenco.csv" if line == "-" else plan
    about = re.escape(plan) if line == "-" and code != "doppione" else ""
    assert re.search(rf"^{re.escape(place)}:[1-9]\d*(:\d+)?: errore: .*{about}", said, re.M), plan
    assert f"[{code}]" in said, code
    findings = jobs[plan]["rilievi"]
    assert code in [finding["codice"] for finding in findings], (plan, code, findings)
    assert any(finding["file"] == place and finding["riga"] > 0 for finding in findings), findings
assert {plan for plan, job in jobs.items() if job["esito"] == "fallito"} == wanted == logged
assert re.search(r"gigante\.xml:1: errore: il piano chiede più (di|memoria)", said)
EOF
run 0 verifica "$work/calmo" -q
(cd "$work/calmo" && sha256sum --quiet -c SHA256SUMS) || fail "SHA256SUMS non torna"
one="ente-$plans/2022"
for json in "$work"/calmo/*.jsonld "$work/calmo/$one"/*.json* "$work/calmo/$one"/dati/*.json; do
  true_that "$json si legge" python3 -m json.tool "$json"
done
true_that "XML ben formato" xmllint --noout "$work"/calmo/*.xml "$work"/calmo/index.html \
  "$work/calmo/$one"/*.xml
absent "$work/calmo/sito.lavoro"
grep -rq 'assegnazione incarico\|tipo="individuale"' "$work"/calmo/*/*/piano.xml &&
  fail "il sito contiene parti individuali"

# ---- killed twice, another number of workers -------------------------------------

# published SITE: how many plans.
published() { find "$1" -name voce.xml 2>/dev/null | wc -l; }

# killed SITE COUNT: a run that dies when so many are there.
killed() {
  # shellcheck disable=SC2086
  "$relazione" pubblica "$work/elenco.csv" -o "$1" -j 3 $limits -q 2>/dev/null &
  victim=$!
  while [ "$(published "$1")" -lt "$2" ] && kill -0 $victim 2>/dev/null; do sleep 0.05; done
  kill -KILL $victim || fail "finito prima di essere ucciso"
  wait $victim 2>/dev/null
}

killed "$work/scosso" $((good / 3))
killed "$work/scosso" $((good * 2 / 3))
absent "$work/scosso.lavoro/esito.json"
# The journal's last line is torn too.
printf 'deadbeef\tfatto\tente-1/20' >>"$work/scosso.lavoro/giornale.tsv"
publish 1 "$work/scosso" 3
cmp -s "$work/err" "$work/failures" || fail "i falliti del lavoro interrotto sono altri"
diff -r "$work/calmo" "$work/scosso" >"$work/diff" || fail "il sito interrotto è diverso: $(head -3 "$work/diff")"
find "$work/scosso" -name '.relazione*' -o -name '*.tmp' | grep . && fail "resti nel sito"

# ---- again, unchanged -------------------------------------------------------------

# shellcheck disable=SC2086
run 1 pubblica "$work/elenco.csv" -o "$work/calmo" $limits
has out "fatti 0, invariati $good, falliti $failing"
grep -v senza-indirizzo "$work/err" | cmp -s - "$work/failures" || fail "i falliti della seconda volta sono altri"

# ---- a worker that dies ------------------------------------------------------------

# child PARENT: a process of it.
child() { grep -ls "^PPid:[[:space:]]*$1\$" /proc/[0-9]*/status | head -n 1 | tr -dc '0-9'; }

printf 'piano\npiani/gigante.xml\npiani/%s.xml\n' "$plans" >"$work/caduta.csv"
"$relazione" pubblica "$work/caduta.csv" -o "$work/caduta" -j 1 --solo dati 2>"$work/err" >"$work/out" &
victim=$!
for crash in first second; do
  former=${worker-}
  worker=$former
  while [ -z "$worker" ] || [ "$worker" = "$former" ]; do
    kill -0 $victim 2>/dev/null || break
    sleep 0.05
    worker=$(child $victim)
  done
  # A worker that has not begun yet would not count.
  sleep 0.3
  kill -KILL "$worker" || fail "$crash: nessun processo"
done
wait $victim
[ $? -eq 1 ] || fail "un processo caduto passa inosservato"
has err 'gigante.xml:1: errore: il processo che faceva questo piano è stato ucciso due volte da fuori (segnale 9)'
has out 'fatti 1, invariati 0, falliti 1'
run 1 pubblica "$work/caduta.csv" -o "$work/caduta" -j 1 --solo dati --tempo 1
has err 'gigante.xml:1: errore: il piano chiede più di 1 secondo,'
has out 'fatti 0, invariati 1, falliti 1'

# ---- two at once --------------------------------------------------------------------

(
  exec 9>"$work/calmo.lavoro/lucchetto"
  flock 9
  run 3 pubblica "$work/elenco.csv" -o "$work/calmo" -q
  has err '[in-corso]'
  exit "$failures"
) || failures=$((failures + $?))

# ---- verifica finds a changed byte, a missing file, one too many ----------------------

cp -r "$work/calmo" "$work/guasto"
printf x | dd of="$work/guasto/$one/relazione.pdf" bs=1 seek=500 conv=notrunc 2>/dev/null
rm "$work/guasto/$one/risultati.json"
: >"$work/guasto/$one/appunti.txt"
run 1 verifica "$work/guasto"
has err "$one/relazione.pdf: errore: il contenuto non è quello pubblicato"
has err "$one/risultati.json: errore: il file manca"
has err "$one/appunti.txt: errore: il file non è nel manifesto"
has err '--rifai'
count 3 cat "$work/err"
cp -r "$work/calmo.lavoro" "$work/guasto.lavoro"
rm "$work/guasto/$one/appunti.txt"
printf x | dd of="$work/guasto/$one/index.html" bs=1 seek=500 conv=notrunc 2>/dev/null
printf x | dd of="$work/guasto/index.html" bs=1 seek=500 conv=notrunc 2>/dev/null
# shellcheck disable=SC2086
run 1 pubblica "$work/elenco.csv" -o "$work/guasto" --rifai -q $limits
true_that "--rifai rimette a posto" diff -r "$work/calmo" "$work/guasto"

# ---- a plan that is gone, one that has changed --------------------------------------------

sed -i "/piani\/$((plans - 1)).xml/d" "$work/elenco.csv"
sed -i 's/Valserena/Valserena e Montebello/' "$work/piani/$plans.xml"
publish 1 "$work/calmo" 2
grep -q Montebello "$work/calmo/index.html" || fail "il piano cambiato non è rifatto"
true_that "senza --pulisci resta" test -d "$work/calmo/ente-$((plans - 1))/2022"
# shellcheck disable=SC2086
run 1 pubblica "$work/elenco.csv" -o "$work/calmo" --pulisci $limits -q
absent "$work/calmo/ente-$((plans - 1))"
run 0 verifica "$work/calmo" -q

# ---- lists ---------------------------------------------------------------------------------

mkdir "$work/altri"
cp "$work/piani/$plans.xml" "$work/altri/3.xml"
"$genera" 4 3 2 0 | sed 's/codice="ente-prova"/codice="ente-4"/' >"$work/altri/4.xml"
printf 'anno;ente;piano\n2022;../../fuori;%s\n;;%s\n' altri/3.xml altri/4.xml >"$work/altri.csv"
run 0 pubblica "$work/altri.csv" -o "$work/da-elenco" --solo dati -q
true_that "il nome resta nel sito" test -f "$work/da-elenco/_.-..-fuori/2022/dati/obiettivi.csv"
true_that "chiave dal piano" test -f "$work/da-elenco/ente-4/2022/risultati.json"
count 0 find "$work/da-elenco" -name relazione.pdf
cat >"$work/elenco.xml" <<'EOF'
<elenco xmlns="urn:relazione:elenco:1">
  <piano file="altri/3.xml"/>
  <piano file="altri/4.xml" ente="altro"/>
</elenco>
EOF
run 0 pubblica "$work/elenco.xml" -o "$work/da-xml" --solo dati -q
true_that "ente dall'elenco" test -d "$work/da-xml/altro/2022"
printf 'ente,pianta\na,b\n' >"$work/storto.csv"
run 0 pubblica "$work/altri" -o "$work/da-cartella" --solo dati -q
count 2 find "$work/da-cartella" -name risultati.json
run 1 pubblica "$work/storto.csv" -o "$work/nulla" -q
has err 'storto.csv:1: errore: la colonna «pianta» non esiste'
# A plan of that name is a file; standard input is nobody's.
printf 'ente;anno;piano\na;2022;-\n' >"$work/trattino.csv"
(cd "$work" && "$relazione" pubblica trattino.csv -o da-trattino -q 2>trattino.txt <altri/3.xml)
grep -qF './-: errore: lettura non riuscita' "$work/trattino.txt" || fail 'un piano letto dall’ingresso'
# A row that can't be published fails alone; no path of this machine is published.
printf 'ente;anno;piano\nzeta;duemila;altri/3.xml\nindex.html;;altri/3.xml\nzeta;2019;altri/3.xml\nzeta;;\nzeta;2022;%s\n' \
  "$work/altri/4.xml" >"$work/righe.csv"
run 1 pubblica "$work/righe.csv" -o "$work/da-righe" --solo dati -q
has err 'righe.csv:2: errore: l’anno «duemila»'
has err 'righe.csv:3: errore: «index.html»'
has err 'righe.csv:4: errore: l’anno è 2019 nell’elenco, ma 2022 nel piano'
has err 'righe.csv:5: errore: manca il file del piano'
count 4 cat "$work/err"
true_that "le altre righe sono fatte" test -f "$work/da-righe/zeta/2022/piano.xml"
grep -q 'fonte="altri/4.xml"' "$work/da-righe/zeta/2022/voce.xml" || fail "la fonte non è relativa all’elenco"
count 0 grep -rl "$work" "$work/da-righe"
mkdir "$work/codici"
sed 's/codice="ente-4"/codice="Rossi \&amp; C"/' "$work/altri/4.xml" >"$work/codici/a.xml"
run 0 pubblica "$work/codici" -o "$work/da-codici" --solo dati -q
true_that "entità nel codice" test -d "$work/da-codici/Rossi---C/2022"
# "." has no name that a folder could stand beside.
mkdir "$work/punto"
(cd "$work/punto" && "$relazione" pubblica ../altri -o . --solo dati -q) || fail "-o . non va"
true_that "la cartella di lavoro è accanto" test -f "$work/punto.lavoro/esito.json"
count 0 find "$work/punto" -name '*lavoro*'
run 2 pubblica "$work/piani" -q
run 2 pubblica "$work/piani" -o "$work/x" --parte 4/3

finish
