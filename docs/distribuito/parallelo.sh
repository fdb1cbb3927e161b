#!/bin/sh
# Pubblica un elenco in N parti con GNU parallel, su questa macchina o su altre.
# uso: sh parallelo.sh ELENCO SITO PARTI [MACCHINE]
#   MACCHINE: file con un nome ssh a riga (anche «2/nome»: due lavori insieme); senza, due lavori qui.
#   Elenco, sito e programma devono stare su un disco che tutte le macchine vedono con lo stesso percorso.
# RELAZIONE: il programma, se non è nel PATH.
set -eu
elenco=$1 sito=$2 parti=$3 macchine=${4-}
relazione=${RELAZIONE:-relazione}

if [ -n "$macchine" ]; then
  set -- --sshloginfile "$macchine" --workdir "$PWD"
else
  set -- --jobs 2
fi
# Una parte con piani falliti esce con 1 e il resto va avanti; 2 e 3 fermano tutto.
parallel "$@" --joblog "$sito.parti.log" --env SOURCE_DATE_EPOCH \
  "$relazione pubblica $elenco -o $sito.parte-{} --parte {}/$parti -j 1 -q; [ \$? -le 1 ]" ::: $(seq "$parti")

set --
for k in $(seq "$parti"); do set -- "$@" "$sito.parte-$k"; done
"$relazione" unisci "$@" -o "$sito"
