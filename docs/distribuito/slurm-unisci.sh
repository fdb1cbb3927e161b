#!/bin/sh
#SBATCH --job-name=relazione-unisci
#SBATCH --ntasks=1
#SBATCH --time=00:30:00
# Un sito solo di tutte le parti, quando sono finite.
# uso: sbatch --dependency=afterok:LAVORO --export=ALL,SITO=/dati/sito,PARTI=8 slurm-unisci.sh
set -eu
set --
k=1
while [ "$k" -le "$PARTI" ]; do
  set -- "$@" "$SITO.parte-$k"
  k=$((k + 1))
done
"${RELAZIONE:-relazione}" unisci "$@" -o "$SITO"
