#!/bin/sh
#SBATCH --job-name=relazione
#SBATCH --array=1-8
#SBATCH --ntasks=1
#SBATCH --cpus-per-task=2
#SBATCH --mem=4G
#SBATCH --time=02:00:00
# Una parte dell'elenco per ogni elemento dell'insieme di lavori.
# uso: sbatch --export=ALL,ELENCO=elenco.csv,SITO=/dati/sito slurm-parti.sh
set -u
"${RELAZIONE:-relazione}" pubblica "$ELENCO" -o "$SITO.parte-$SLURM_ARRAY_TASK_ID" \
  --parte "$SLURM_ARRAY_TASK_ID/$SLURM_ARRAY_TASK_COUNT" -j "${SLURM_CPUS_PER_TASK:-1}" -q
[ $? -le 1 ]
