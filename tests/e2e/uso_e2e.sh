# uso: help, version, wrong usage.
. "$(dirname "$0")/lib.sh"

run 0 --version
has out "relazione "
run 0 --help
has out "Uso: relazione COMANDO [opzioni] FILE"
for command in controlla calcola componi schede anteprima pubblica verifica unisci estrai confronta campi; do
  run 0 "$command" --help
  has out "Uso: relazione $command"
  has out "Esempio:"
done

run 2
says err <<'EOF'
relazione: manca il comando; i comandi sono elencati da «relazione --help»
EOF
run 2 compni
says err <<'EOF'
relazione: comando «compni» sconosciuto; forse «componi»; i comandi sono elencati da «relazione --help»
EOF
run 2 componi
says err <<'EOF'
relazione: manca il file; l’uso è spiegato da «relazione componi --help»
EOF
run 2 componi samples/minimo/piano.xml
says err <<'EOF'
relazione: manca -o con il nome del PDF da scrivere; l’uso è spiegato da «relazione componi --help»
EOF
run 2 componi a.xml b.xml -o c.pdf
says err <<'EOF'
relazione: «b.xml» è di troppo; l’uso è spiegato da «relazione componi --help»
EOF
run 2 calcola samples/minimo/piano.xml -f xls
says err <<'EOF'
relazione: il formato «xls» non esiste: scegliere tabella, csv, json o xml; l’uso è spiegato da «relazione calcola --help»
EOF
run 2 calcola samples/minimo/piano.xml --formatto csv
says err <<'EOF'
relazione: opzione «--formatto» sconosciuta, ambigua o usata male; l’uso è spiegato da «relazione calcola --help»
EOF
run 2 componi samples/minimo/piano.xml -o
says err <<'EOF'
relazione: all’opzione «-o» manca il valore; l’uso è spiegato da «relazione componi --help»
EOF
run 2 componi samples/minimo/piano.xml -o "$work/x.pdf" --edizione segreta
says err <<'EOF'
relazione: l’edizione «segreta» non esiste: scegliere «interna» o «pubblica»; l’uso è spiegato da «relazione componi --help»
EOF
run 2 anteprima samples/minimo/piano.xml -o "$work/p" -p 5-2
says err <<'EOF'
relazione: «5-2» non indica pagine: scrivere per esempio 3 oppure 2-5; l’uso è spiegato da «relazione anteprima --help»
EOF
for pages in ' 3' +3 3- 3-x; do
  run 2 anteprima samples/minimo/piano.xml -o "$work/p" -p "$pages"
done
run 2 calcola ''
says err <<'EOF'
relazione: il nome di un file è vuoto; l’uso è spiegato da «relazione calcola --help»
EOF
run 2 calcola samples/minimo/piano.xml -o ''

# What could not be printed is a failure, whatever it was.
for words in --help --version "calcola --help" campi "controlla samples/minimo/piano.xml"; do
  # shellcheck disable=SC2086  # several words
  "$relazione" $words >/dev/full 2>"$work/err"
  code=$?
  [ "$code" -eq 3 ] || fail "relazione $words su disco pieno: esito $code, atteso 3"
  has err "[scrittura]"
done
run 1 controlla "$work/manca.xml"
has err "manca.xml"

# Names of others can't command the terminal, nor turn the line around.
escape=$(printf '\033[2J')
turned=$(printf 'piano\342\200\256lmx.xml')
run 2 "$escape"
says err <<'EOF'
relazione: comando «⟨U+001B⟩[2J» sconosciuto; i comandi sono elencati da «relazione --help»
EOF
run 2 calcola samples/minimo/piano.xml "$escape"
says err <<'EOF'
relazione: «⟨U+001B⟩[2J» è di troppo; l’uso è spiegato da «relazione calcola --help»
EOF
run 1 controlla "$work/$turned"
says out <<'EOF'
@work@/piano⟨U+202E⟩lmx.xml: respinto (errori 1, avvisi 0, note 0)
EOF
has err "piano⟨U+202E⟩lmx.xml: errore: "
finish
