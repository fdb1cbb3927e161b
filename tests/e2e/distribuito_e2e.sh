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
