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
for wrong in '../{incarico}' '/tmp/{incarico}.pdf' '{anno}/{incarico}.pdf' 'a\b.pdf' '{boh}.pdf' '{anno' 'anno}' '.pdf' '..' 'a?'; do
  run 2 schede $plan -q --nome "$wrong" -o "$work/x"
  has err "--nome «$wrong» non va: deve restare nella cartella"
done
absent "$work/x"

# Names that a file system refuses, or takes for another, become others or are refused.
person() { # person ID ROLE: a plan with one person, the role in two posts that differ by case
  sed -e 's#<ambito #<struttura><incarico id="'"$1"'" ruolo="'"$2"'"/><incarico id="d" ruolo="D"/><incarico id="D" ruolo="D"/></struttura>&#' \
    -e 's#</piano>#<assegnazione incarico="'"$1"'"><voce obiettivo="'"$3"'"/></assegnazione>'"${4-}"'&#' samples/minimo/piano.xml >"$work/persona.xml"
}
first=$(sed -n 's/.*<obiettivo id="\([^"]*\)".*/\1/p' samples/minimo/piano.xml | head -1)
named() { # named PATTERN FILE: the only sheet has that name
  rm -rf "$work/n"
  run 0 schede "$work/persona.xml" -q --nome "$1" -o "$work/n"
  true_that "«$1» dà «$2»" test -f "$work/n/$2"
  count 1 ls -A "$work/n"
}
person con '../a/b: c' "$first"
named '{incarico}.pdf' '-con.pdf'
named '{ruolo}' '-.-a-b--c.pdf'
named '{id} {n}.PDF' 'con 1.PDF'
person e "$(printf 'x%0300d' 1)" "$first"
run 1 schede "$work/persona.xml" -q --nome '{ruolo}.pdf' -o "$work/n"
has err '[nome-lungo]'
sheet='"><voce obiettivo="'$first'"/></assegnazione>'
person e R "$first" "<assegnazione incarico=\"d$sheet<assegnazione incarico=\"D$sheet"
run 1 schede "$work/persona.xml" -q -o "$work/doppi"
has err 'due schede si chiamerebbero'
absent "$work/doppi"
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
