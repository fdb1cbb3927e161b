# schede: one PDF a person, each whole, none outside the folder.
. "$(dirname "$0")/lib.sh"

plan=samples/torino/piano.xml

run 0 schede $plan -q -o "$work/muta"
says out </dev/null
run 0 schede $plan -o "$work/schede"
says out <<'EOF'
@work@/schede/2022-sg.pdf
EOF
for sheet in "$work"/schede/*.pdf; do
  true_that "$sheet: PDF integro" qpdf --check "$sheet"
  pdftotext "$sheet" - | tr -s ' \n' ' ' >"$work/words"
  grep -q 'Segretario Generale' "$work/words" || fail "$sheet: manca il ruolo"
done
true_that "due volte gli stessi byte" cmp "$work/muta/2022-sg.pdf" "$work/schede/2022-sg.pdf"
run 0 schede $plan -q --in-bianco -o "$work/bianche"
pdftotext "$work/bianche/2022-sg.pdf" - >"$work/words"
grep -q 'Raggiunto' "$work/words" && fail "la scheda in bianco ha giudizi"
run 0 schede $plan -q --nome 'scheda di {incarico}, {anno}.pdf' -o "$work/nomi"
count 1 ls "$work/nomi/scheda di sg, 2022.pdf"

run 0 schede samples/minimo/piano.xml -o "$work/nessuna"
says err <<'EOF'
samples/minimo/piano.xml: avviso: il piano non ha assegnazioni a persone: nessuna scheda da scrivere [senza-schede]
EOF
for wrong in '../{incarico}' '/tmp/{incarico}.pdf' '{boh}.pdf' '{anno' ''; do
  "$relazione" schede $plan -q --nome "$wrong" -o "$work/x" 2>"$work/err" && fail "accetta il nome «$wrong»"
  has err "il nome «$wrong» non va: deve restare nella cartella"
done
run 1 schede $plan -q -m relazione -o "$work/x"
has err 'non è per schede: <modello> deve avere per="assegnazioni" [modello-schede]'
absent "$work/x"
echo testo >"$work/file"
run 3 schede $plan -q -o "$work/file"
says err <<'EOF'
@work@/file: errore: creazione della cartella non riuscita: una parte del percorso non è una cartella; controllare il percorso [cartella]
EOF
run 2 schede $plan
says err <<'EOF'
relazione: manca -o con la cartella in cui scrivere; l’uso è spiegato da «relazione schede --help»
EOF
finish
