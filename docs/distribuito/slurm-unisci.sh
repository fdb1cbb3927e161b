#!/bin/sh
#SBATCH --job-name=relazione-unisci
#SBATCH --ntasks=1
#SBATCH --time=00:30:00
# Un sito solo di tutte le parti, quando sono finite.
# uso: sbatch --dependency=afterok:LAVORO slurm-unisci.sh SITO PARTI [OPZIONE DI «unisci»…]
# RELAZIONE: il programma, se non è nel PATH.
set -eu
sito=$1 parti=$2
shift 2
for parte in $(seq "$parti"); do set -- "$@" "$sito.parte-$parte"; done
"${RELAZIONE:-relazione}" unisci -o "$sito" --pulisci "$@"
