#!/bin/sh
# Pubblica un elenco in parti con GNU parallel, su questa macchina o su altre.
# uso: sh parallelo.sh ELENCO SITO PARTI [OPZIONE DI «pubblica»…]
# MACCHINE: file con un nome ssh a riga («4/nome»: quattro lavori insieme);
#   senza, un lavoro per ogni processore di questa macchina. Elenco, piani e
#   sito devono stare su un disco che tutte vedono con lo stesso percorso.
# RELAZIONE: il programma, se non è nel PATH.
set -eu
elenco=$1 sito=$2 parti=$3
shift 3
relazione=${RELAZIONE:-relazione}

# Una parte con piani falliti esce con 1 ed è finita; 2 e 3 dicono che non lo è.
# -q lascia i nomi come sono, anche con spazi e apici.
# shellcheck disable=SC2016  # «$@» e «$?» sono della shell di ogni parte
seq "$parti" | parallel ${MACCHINE:+--sshloginfile "$MACCHINE" --workdir "$PWD"} \
  --joblog "$sito.parti.log" --env SOURCE_DATE_EPOCH -I '{parte}' -q \
  sh -c '"$@"; [ $? -le 1 ]' parte \
  "$relazione" pubblica "$elenco" -o "$sito.parte-{parte}" --parte "{parte}/$parti" -j 1 -q "$@" || {
  echo "parti non finite: si veda $sito.parti.log; rilanciare lo stesso comando" >&2
  exit 3
}

set --
for parte in $(seq "$parti"); do set -- "$@" "$sito.parte-$parte"; done
"$relazione" unisci "$@" -o "$sito" --pulisci
