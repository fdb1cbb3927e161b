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
pdftotext "$work/bianche/2022-sg-assegnazione.pdf" - >"$work/words"
grep -q 'Raggiunto' "$work/words" && fail "la scheda in bianco ha giudizi"
run 0 schede $plan -q --nome 'scheda di {incarico}, {anno}.pdf' -o "$work/nomi"
count 1 ls "$work/nomi/scheda di sg, 2022.pdf"

# prints NAME PLAN SHEET OPTION…: the words of a sheet, where they stand, are those
# of schede/NAME.txt. When they are meant to change, that file is written anew from
# what this prints.
prints() {
  name=$1 body=$2 sheet=$3
  shift 3
  run 0 schede "samples/$body/piano.xml" -q --unita "$@" -o "$work/$name"
  pdftotext -layout "$work/$name/$sheet.pdf" - | sed 's/[[:space:]]*$//' | cat -s >"$work/$name.txt"
  cmp -s "$work/$name.txt" "$tests/schede/$name.txt" && return
  fail "$name: la scheda non è più quella"
  diff "$tests/schede/$name.txt" "$work/$name.txt" | sed 's/^/  /' | head -20
}
tests=$(dirname "$0")
prints scheda torino 2022-sg
prints scheda-torino torino 2022-sg -m scheda-torino
prints scheda-torino-in-bianco torino 2022-sg-assegnazione -m scheda-torino --in-bianco
prints scheda-gran-sasso gran-sasso 2023-sg-assegnazione -m scheda-gran-sasso
prints scheda-maremma maremma 2022-dir-1-assegnazione -m scheda-maremma
prints scheda-maremma-servizio maremma 2022-legale-assegnazione -m scheda-maremma

# The weights of the evaluation are there before anyone is evaluated; no figure of the year is.
cat >"$work/valutata.xml" <<'EOF'
<piano xmlns="urn:relazione:piano:1" tipo="relazione" anno="2022">
  <ente codice="e" denominazione="Ente di prova"/>
  <sistema><regola id="r" tipo="rapporto"/><predefinite numero="r"/>
    <giudizi><giudizio da="80" etichetta="Adeguato"/><giudizio da="0" etichetta="Inadeguato"/></giudizi>
    <valutazione ruolo="dirigente"><parte id="unita" titolo="Risultati dell’unità" peso="30"/><parte id="obiettivi" titolo="Obiettivi individuali" peso="40"/><parte id="comportamenti" titolo="Comportamenti" peso="30"/></valutazione></sistema>
  <struttura><unita id="u" denominazione="Ufficio"/><incarico id="d" ruolo="Dirigente" categoria="dirigente" unita="u" persona="p1"/></struttura>
  <obiettivo id="O" titolo="Primo" codice="O"><risorse anno="2022" preventivo="1000" consuntivo="777"/>
    <indicatore id="i"><nome>Pratiche</nome><target>90</target><consuntivo>81</consuntivo></indicatore></obiettivo>
  <assegnazione incarico="d" anno="2022"><voce obiettivo="O" peso="100"/><parte rif="unita" punteggio="75"/><parte rif="comportamenti" punteggio="92.5"/></assegnazione>
</piano>
EOF
run 0 schede "$work/valutata.xml" -q -o "$work/valutata"
pdftotext -layout "$work/valutata/2022-d.pdf" "$work/out"
for words in '86,25 / 100' 'Adeguato' 'Comportamenti' '92,50' '27,75' '36,00' '22,50' 'Osservazioni di chi valuta' 'Luogo e data'; do has out "$words"; done
# Blank sheets are made of a report that has no actual yet, and stand beside the others.
sed 's#<consuntivo>81</consuntivo>##; s#<parte rif=[^>]*>##g' "$work/valutata.xml" >"$work/inizio.xml"
run 1 schede "$work/inizio.xml" -q -o "$work/x"
absent "$work/x"
cp "$work/valutata/2022-d.pdf" "$work/firmata.pdf"
run 0 schede "$work/inizio.xml" --in-bianco --severo -o "$work/valutata"
says out <<'EOF'
@work@/valutata/2022-d-assegnazione.pdf
EOF
says err </dev/null
true_that 'la scheda di fine anno resta' cmp "$work/valutata/2022-d.pdf" "$work/firmata.pdf"
cp "$work/valutata/2022-d-assegnazione.pdf" "$work/inizio.pdf"
run 0 schede "$work/valutata.xml" -q --in-bianco -o "$work/valutata"
true_that 'in bianco, con o senza consuntivi' cmp "$work/inizio.pdf" "$work/valutata/2022-d-assegnazione.pdf"
sed 's#peso="100"/>#peso="100" boh="1"/>#' "$work/inizio.xml" >"$work/sbagliata.xml"
run 1 schede "$work/sbagliata.xml" -q --in-bianco -o "$work/x"
has err 'boh'
pdftotext -layout "$work/valutata/2022-d-assegnazione.pdf" "$work/out"
for words in 'Scheda degli obiettivi 2022' 'Comportamenti' '30,00' 'Luogo e data'; do has out "$words"; done
grep -qE '86,25|92,50|777|81|Adeguato' "$work/out" && fail "la scheda in bianco ha cifre dell’anno"

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

# A set appears whole or not at all, and nowhere else than in its folder.
two="<assegnazione incarico=\"d$sheet<assegnazione incarico=\"e$sheet"
person e R "$first" "$two"
sed -i 's#<assegnazione incarico="e"><voce obiettivo="[^"]*"/></assegnazione></piano>#</piano>#' "$work/persona.xml"
folder="$work/insieme"
mkdir "$folder" "$folder/2022-e.pdf"
echo 'quella di prima' >"$folder/2022-d.pdf"
run 3 schede "$work/persona.xml" -q -o "$folder"
has err '2022-e.pdf: errore: scrittura non riuscita'
true_that 'la scheda di prima resta' grep -qx 'quella di prima' "$folder/2022-d.pdf"
count 2 ls -A "$folder"
rmdir "$folder/2022-e.pdf"
cat >"$work/inciampa.xml" <<'EOF'
<modello xmlns="urn:relazione:modello:1" nome="inciampa" per="assegnazioni"><pagina id="p"/><corpo><sezione pagina="p"><p>{anno}</p>
  <immagine se="incarichi[id = d]" file="manca.png" alt="x"/></sezione></corpo></modello>
EOF
run 1 schede "$work/persona.xml" -q -m "$work/inciampa.xml" -o "$folder"
has err '[immagine-mancante]'
run 1 schede "$work/persona.xml" -q -m "$work/inciampa.xml" -o "$work/nuova"
absent "$work/nuova"
count 1 ls -A "$folder"
echo vittima >"$work/vittima"
ln -sf ../vittima "$folder/2022-d.pdf"
ln -s ../manca "$folder/2022-e.pdf"
mkdir "$folder/.relazione-schede" # of a run that was killed
echo resti >"$folder/.relazione-schede/2022-d.pdf"
run 0 schede "$work/persona.xml" -q -o "$folder"
true_that 'un collegamento non è seguito' grep -qx vittima "$work/vittima"
absent "$work/manca"
for id in d e; do true_that "2022-$id.pdf è un file" [ ! -L "$folder/2022-$id.pdf" ]; done
true_that 'integra' qpdf --check "$folder/2022-d.pdf"
count 2 ls -A "$folder"
rm "$folder/2022-e.pdf"
ln "$work/persona.xml" "$folder/2022-e.pdf"
cp "$folder/2022-d.pdf" "$work/prima.pdf"
run 1 schede "$work/persona.xml" -q --in-bianco --nome '{anno}-{incarico}' -o "$folder"
has err '[sovrascrive]'
true_that 'il piano resta' grep -q '<piano' "$folder/2022-e.pdf"
true_that 'e le altre schede' cmp "$folder/2022-d.pdf" "$work/prima.pdf"
ln -s "$folder" "$work/altrove"
rm "$folder/2022-e.pdf"
run 0 schede "$work/persona.xml" -q -o "$work/altrove"
count 2 ls -A "$folder"

# Names that differ by how an accent is written, or by the case of its letter.
for other in 'perù' 'PERÙ' "$(printf 'Peru\314\200')"; do
  person 'perù' R "$first"
  sed -i 's#<incarico id="D" ruolo="D"/>#<incarico id="D" ruolo="'"$other"'"/>#; s#</piano>#<assegnazione incarico="D'"$sheet"'</piano>#; s#ruolo="R"#ruolo="perù"#' "$work/persona.xml"
  run 1 schede "$work/persona.xml" -q --nome '{ruolo}' -o "$work/doppi"
  has err 'due schede si chiamerebbero'
done
sed -i "s#ruolo=\"$other\"#ruolo=\"peru\"#" "$work/persona.xml"
run 0 schede "$work/persona.xml" -q --nome '{ruolo}' -o "$work/accenti"
count 2 ls "$work/accenti"

# As another user, who may not write there.
if [ "$(id -u)" -ne 0 ]; then
  mkdir "$work/chiusa" && chmod 555 "$work/chiusa"
  run 3 schede "$work/persona.xml" -q -o "$work/chiusa"
  has err 'scrittura non riuscita'
fi
run 2 schede $plan
says err <<'EOF'
relazione: manca -o con la cartella in cui scrivere; l’uso è spiegato da «relazione schede --help»
EOF
finish
