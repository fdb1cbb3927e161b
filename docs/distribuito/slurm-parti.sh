#!/bin/sh
#SBATCH --job-name=relazione
#SBATCH --ntasks=1
#SBATCH --cpus-per-task=2
#SBATCH --mem=4G
#SBATCH --time=02:00:00
# Una parte dell'elenco per ogni elemento dell'insieme di lavori.
# uso: sbatch --array=1-PARTI slurm-parti.sh ELENCO SITO PARTI [OPZIONE DI «pubblica»…]
# RELAZIONE: il programma, se non è nel PATH.
set -eu
elenco=$1 sito=$2 parti=$3 parte=${SLURM_ARRAY_TASK_ID:?manca --array=1-PARTI}
shift 3
esito=0
"${RELAZIONE:-relazione}" pubblica "$elenco" -o "$sito.parte-$parte" --parte "$parte/$parti" \
  -j "${SLURM_CPUS_PER_TASK:-1}" -q "$@" || esito=$?
# Con piani falliti l'esito è 1: la parte è finita, e «unisci» li elenca tutti.
[ "$esito" -le 1 ]
