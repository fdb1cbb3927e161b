# The files of docs/distribuito.md: run as they are, the joined site is that of
# one run. Slurm itself is not needed: its script is run as Slurm would, once a
# part, with the variables that Slurm sets.
. "$(dirname "$0")/lib.sh"

export RELAZIONE=$relazione SOURCE_DATE_EPOCH=1700000000
mkdir "$work/piani"
number=1
while [ "$number" -le 9 ]; do
  "$genera" "$number" 3 2 1 | sed "s/codice=\"ente-prova\"/codice=\"ente-$number\"/" >"$work/piani/$number.xml"
  number=$((number + 1))
done
echo '<piano' >"$work/piani/rotto.xml"
run 1 pubblica "$work/piani" -o "$work/solo" -q

# same SITO: as the single run's.
same() {
  diff -r "$work/solo" "$1" >"$work/diff" || fail "$1 è diverso: $(head -3 "$work/diff")"
}

if command -v parallel >/dev/null; then
  true_that "parallelo.sh" sh docs/distribuito/parallelo.sh "$work/piani" "$work/parallelo" 3
  same "$work/parallelo"
else
  echo "GNU parallel manca: parallelo.sh non provato"
fi

export ELENCO="$work/piani" SITO="$work/slurm" PARTI=4
for part in 1 2 3 4; do
  SLURM_ARRAY_TASK_ID=$part SLURM_ARRAY_TASK_COUNT=4 SLURM_CPUS_PER_TASK=1 \
    sh docs/distribuito/slurm-parti.sh 2>"$work/err" || fail "parte $part: $(head -1 "$work/err")"
done
true_that "slurm-unisci.sh" sh docs/distribuito/slurm-unisci.sh
same "$work/slurm"

finish
