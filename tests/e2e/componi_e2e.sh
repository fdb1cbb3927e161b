# componi: a sound PDF whose text comes out whole, the same bytes each time, and
# nothing half done when it goes wrong.
. "$(dirname "$0")/lib.sh"

plan=samples/minimo/piano.xml

# words FILE: the text of a PDF with all white space as one blank, on one line.
words() {
  pdftotext "$1" - | tr -s ' \n\f' ' ' >"$work/words"
}

# word_by_word TEXT: the text of the last words() holds it.
word_by_word() {
  grep -qF -- "$1" "$work/words" && return 0
  fail "nel testo del PDF manca: $1"
}

# ---- what comes out --------------------------------------------------------

run 0 componi $plan -o "$work/minimo.pdf"
says out </dev/null
says err </dev/null
run 0 componi $plan -o "$work/minimo.pdf" -v
says out <<'EOF'
@work@/minimo.pdf
EOF
true_that "minimo: PDF integro" qpdf --check "$work/minimo.pdf"
words "$work/minimo.pdf"
word_by_word 'Ente di esempio Relazione sulla performance Anno 2022'
word_by_word 'Pratiche evase entro cinque giorni'
word_by_word '15/06/2022'
word_by_word '40,00 %'

for plan in samples/*/piano.xml; do
  run 0 componi "$plan" -q -o "$work/sample.pdf"
  true_that "$plan: PDF integro" qpdf --check "$work/sample.pdf"
  pdfinfo "$work/sample.pdf" >"$work/info"
  true_that "$plan: con struttura" grep -q '^Tagged: *yes' "$work/info"
  true_that "$plan: PDF 1.7" grep -q '^PDF version: *1.7' "$work/info"
  true_that "$plan: titolo" grep -q '^Title: *[^ ]' "$work/info"
  pages=$(awk '/^Pages:/ { print $2 }' "$work/info")
  pdftotext "$work/sample.pdf" - >"$work/text"
  # Every page but the cover says which it is.
  count $((pages - 1)) grep -x "\\(.* \\)\\{0,1\\}Pag. [0-9]* di $pages" "$work/text"
  grep -n "$(printf '\302\255')" "$work/text" && fail "$plan: trattini deboli nel testo"
  grep -q "$(printf '\357\277\275')" "$work/text" && fail "$plan: caratteri senza Unicode"
done
plan=samples/minimo/piano.xml

run 0 componi samples/torino/piano.xml -q -o "$work/torino.pdf"
words "$work/torino.pdf"
for whole in 'Rendicontazione della performance organizzativa' 'Albero della performance' \
  'Parzialmente raggiunto' 'Schede degli obiettivi strategici' 'Segretario Generale'; do
  word_by_word "$whole"
done
# A plan of texts alone: no chapter without content, no page with a title alone.
cat >"$work/testi.xml" <<'XML'
<piano xmlns="urn:relazione:piano:1" tipo="relazione" anno="2022">
  <ente codice="x" denominazione="Ente"/><documento titolo="Relazione"/>
  <testo id="premessa" titolo="Premessa"><p>Solo testo, anche 日.</p></testo>
</piano>
XML
for template in relazione relazione-civit piano; do
  run 0 componi "$work/testi.xml" -m "templates/$template.xml" -o "$work/testi.pdf"
  grep -q 'non hanno «日» (U+65E5)' "$work/err" || fail "$template: carattere mancante taciuto"
  pdfinfo "$work/testi.pdf" | grep -q '^Pages: *3$' || fail "$template: pagine di troppo"
  pdftotext "$work/testi.pdf" - | grep -E 'obiettivi|Rendicontazione|misurabile' &&
    fail "$template: capitoli senza contenuto"
done

# Reading order: the chapters as they are numbered.
pdftotext "$work/torino.pdf" - | grep -v ' \. \. ' |
  grep -oE '^[1-5] (Principali|Analisi|Rendicontazione|Il processo)' | cut -c1 | uniq |
  tr -d '\n' >"$work/order"
[ "$(cat "$work/order")" = 12345 ] || fail "i capitoli non sono in ordine: $(cat "$work/order")"
pdfinfo -struct "$work/torino.pdf" >"$work/structure" 2>/dev/null
for role in Document H1 H2 TOC TOCI Table TR TH TD L LI Link Figure; do
  grep -qE "^ *$role(:| |\$)" "$work/structure" || fail "nella struttura manca $role"
done

# ---- the same bytes --------------------------------------------------------

SOURCE_DATE_EPOCH=1700000000
export SOURCE_DATE_EPOCH
run 0 componi samples/torino/piano.xml -q -o "$work/a.pdf"
run 0 componi samples/torino/piano.xml -q -o "$work/b.pdf"
true_that "due volte gli stessi byte" cmp "$work/a.pdf" "$work/b.pdf"
(cd / && TZ=Asia/Tokyo LC_ALL=C "$relazione" componi "$OLDPWD/samples/torino/piano.xml" -q -o - >"$work/b.pdf")
true_that "gli stessi byte da un’altra cartella, su standard output" cmp "$work/a.pdf" "$work/b.pdf"
SOURCE_DATE_EPOCH=1700000001
run 0 componi samples/torino/piano.xml -q -o "$work/b.pdf"
cmp -s "$work/a.pdf" "$work/b.pdf" && fail "un’altra data dà gli stessi byte"
for wrong in ieri -1 253402300800; do
  SOURCE_DATE_EPOCH=$wrong
  run 2 componi $plan -o "$work/data.pdf"
  says err <<EOF
relazione: SOURCE_DATE_EPOCH vale «$wrong», ma deve essere un numero intero di secondi dal 1970, fino all’anno 9999; l’uso è spiegato da «relazione componi --help»
EOF
done
unset SOURCE_DATE_EPOCH
run 0 componi $plan -o "$work/a.pdf"
run 0 componi $plan -o "$work/b.pdf"
true_that "senza data, quella del piano" cmp "$work/a.pdf" "$work/b.pdf"
input=$plan
run 0 componi - -o -
cp "$work/out" "$work/b.pdf"
true_that "dallo standard input gli stessi byte" cmp "$work/a.pdf" "$work/b.pdf"
input=/dev/null

# ---- where it cannot be written --------------------------------------------

run 3 componi $plan -o "$work/manca/x.pdf"
says err <<'EOF'
@work@/manca/x.pdf: errore: scrittura non riuscita: il file o la cartella non esiste; controllare il nome [scrittura]
EOF
absent "$work/manca"
mkdir "$work/cartella"
run 3 componi $plan -o "$work/cartella"
says err <<'EOF'
@work@/cartella: errore: scrittura non riuscita: è una cartella; indicare il nome di un file [scrittura]
EOF
if [ "$(id -u)" -ne 0 ]; then
  chmod 500 "$work/cartella"
  run 3 componi $plan -o "$work/cartella/x.pdf"
  says err <<'EOF'
@work@/cartella/x.pdf: errore: scrittura non riuscita: permesso negato; controllare i diritti sul file e sulla cartella [scrittura]
EOF
  chmod 700 "$work/cartella"
fi
if [ -w /dev/full ]; then
  "$relazione" componi $plan -o - >/dev/full 2>"$work/err"
  [ $? -eq 3 ] || fail "disco pieno: esito diverso da 3"
  has err 'lo spazio su disco è esaurito'
fi
(ulimit -f 8 && trap '' XFSZ && "$relazione" componi samples/torino/piano.xml -q -o "$work/cartella/x.pdf" 2>"$work/err")
[ $? -eq 3 ] || fail "file troppo grande: esito diverso da 3"
has err 'scrittura non riuscita: il file supera la grandezza ammessa dal sistema [scrittura]'
count 0 ls -A "$work/cartella"

# The file that stood there stays when the plan, the template or the disk fail.
echo 'quello di prima' >"$work/prima.pdf"
cp "$work/prima.pdf" "$work/x.pdf"
edited virgola 's/92\.00/92,00/'
run 1 componi "$work/virgola.xml" -o "$work/x.pdf"
says err <<'EOF'
@work@/virgola.xml:43:9: errore: <consuntivo>: «92,00» non è un numero: usare il punto, per esempio 92.00 [numero]
EOF
run 1 componi $plan -m "$work/manca.xml" -o "$work/x.pdf"
says err <<'EOF'
@work@/manca.xml: errore: lettura non riuscita: il file o la cartella non esiste; controllare il nome [lettura]
EOF
true_that "il PDF di prima resta" cmp "$work/prima.pdf" "$work/x.pdf"
cp $plan "$work/piano.xml"
run 2 componi "$work/piano.xml" -o "$work/piano.xml"
says err <<'EOF'
relazione: «@work@/piano.xml» è il file da leggere: dare a -o un altro nome; l’uso è spiegato da «relazione componi --help»
EOF
true_that "il piano resta" cmp $plan "$work/piano.xml"

# ---- wrong templates -------------------------------------------------------

# template NAME BODY: a small template as $work/NAME.xml; BODY starts at line 3.
template() {
  cat >"$work/$1.xml" <<EOF
<modello xmlns="urn:relazione:modello:1" nome="$1">
<pagina id="v" formato="A4" margini="20mm"/><corpo><sezione pagina="v">
$2
</sezione></corpo></modello>
EOF
}
template giusto '<titolo livello="1">{ente.denominazione}</titolo>'
run 0 componi $plan -m "$work/giusto.xml" -o "$work/giusto.pdf"
true_that "modello proprio: PDF integro" qpdf --check "$work/giusto.pdf"
words "$work/giusto.pdf"
word_by_word 'Ente di esempio'
template campo '<p>{ente.denominazione} {ente.denominazine}</p>'
run 1 componi $plan -m "$work/campo.xml" -o "$work/y.pdf"
says err <<'EOF'
@work@/campo.xml:3:4: errore: in {ente.denominazine}: «denominazine» non è un campo di ente: forse «denominazione» [campo-ignoto]
EOF
template formato '<p>{anno|numeri:2}</p>'
run 1 componi $plan -m "$work/formato.xml" -o "$work/y.pdf"
says err <<'EOF'
@work@/formato.xml:3:4: errore: in {anno|numeri:2}: «numeri:2» non è un formato: forse «numero» (numero:2 percento:2 euro:0 valore:2 segno:2 data data-lunga si-no maiuscolo se-manca:…) [formato]
EOF
template elemento '<tabela colonne="1fr"/>'
run 1 componi $plan -m "$work/elemento.xml" -o "$work/y.pdf"
says err <<'EOF'
@work@/elemento.xml:3:1: errore: <tabela> non è un elemento dei modelli: forse «tabella» [elemento-ignoto]
EOF
template righe '<tabella colonne="1fr 1fr"><riga><cella>una</cella></riga></tabella>'
run 1 componi $plan -m "$work/righe.xml" -o "$work/y.pdf"
says err <<'EOF'
@work@/righe.xml:3:28: errore: la riga riempie 1 colonne delle 2 della tabella: correggere gli span o il numero delle celle [riga-incompleta]
EOF
template livelli '<titolo livello="1">Uno</titolo><titolo livello="3">Tre</titolo>'
run 1 componi $plan -m "$work/livelli.xml" -o "$work/y.pdf"
says err <<'EOF'
@work@/livelli.xml:3:33: errore: il titolo «Tre» è di livello 3 ma viene dopo uno di livello 1: usare livello="2", o aggiungere il titolo che manca [livello-saltato]
EOF
run 1 componi $plan -m $plan -o "$work/y.pdf"
says err <<'EOF'
samples/minimo/piano.xml:15:1: errore: l’elemento «piano» è dello spazio dei nomi «urn:relazione:piano:1», deve essere di «urn:relazione:modello:1»: correggere xmlns, o togliere l’elemento [spazio-nomi]
EOF
run 1 componi $plan -m scheda -o "$work/y.pdf"
says err <<'EOF'
scheda: errore: il modello «scheda-individuale» è per le schede, una a persona: usarlo con «relazione schede» [modello-schede]
EOF
absent "$work/y.pdf"

# ---- images ----------------------------------------------------------------

edited logo 's/denominazione="Ente di esempio"/& logo="logo.png"/'
run 1 componi "$work/logo.xml" -o "$work/y.pdf"
has err 'errore: l’immagine «logo.png» non c’è; il percorso parte dalla cartella di «'
echo 'non è una figura' >"$work/logo.png"
run 1 componi "$work/logo.xml" -o "$work/y.pdf"
says err <<'EOF'
@work@/logo.png: errore: il file non è un’immagine PNG: convertirlo in PNG e riprovare [immagine-non-png]
EOF
run 0 anteprima $plan -q -p 1 -r 20 -o "$work/figura"
head -c 500 "$work/figura/pagina-001.png" >"$work/logo.png"
run 1 componi "$work/logo.xml" -o "$work/y.pdf"
has err 'logo.png: errore: '
rm "$work/logo.png"
mkfifo "$work/logo.png"
run 1 componi "$work/logo.xml" -o "$work/y.pdf"
absent "$work/y.pdf"
rm "$work/logo.png"
cp "$work/figura/pagina-001.png" "$work/logo.png"
run 0 componi "$work/logo.xml" -o "$work/logo.pdf"
true_that "con il logo: PDF integro" qpdf --check "$work/logo.pdf"
count 1 sh -c "pdfimages -list '$work/logo.pdf' | grep ' image '"
edited fuori 's/denominazione="Ente di esempio"/& logo="..\/logo.png"/'
run 1 componi "$work/fuori.xml" -o "$work/y.pdf"
has err 'l’immagine «../logo.png» sta fuori dalla cartella del documento'

# ---- attachments, editions -------------------------------------------------

run 0 componi $plan -o "$work/nudo.pdf" --senza-allegati
true_that "senza allegati: PDF integro" qpdf --check "$work/nudo.pdf"
count 1 sh -c "pdfdetach -list '$work/nudo.pdf' | grep '^0 '"
count 1 sh -c "pdfdetach -list '$work/minimo.pdf' | grep '^2 '"

run 0 componi samples/torino/piano.xml -q --edizione pubblica -o "$work/pubblica.pdf"
true_that "edizione pubblica: PDF integro" qpdf --check "$work/pubblica.pdf"
run 0 estrai -q "$work/pubblica.pdf" -o "$work/pubblica"
grep -nE '<assegnazione[^>]* incarico=|tipo="individuale"' "$work/pubblica/piano.xml" &&
  fail "il piano dell’edizione pubblica ha parti individuali"
grep -n ',individuale,' "$work/pubblica/risultati.csv" &&
  fail "i dati dell’edizione pubblica hanno parti individuali"
run 0 controlla -q "$work/pubblica/piano.xml"
run 0 componi "$work/pubblica/piano.xml" -q --edizione pubblica -o "$work/di-nuovo.pdf"
true_that "il piano allegato dà lo stesso documento" cmp "$work/pubblica.pdf" "$work/di-nuovo.pdf"

# What only the sheet of a person says is nowhere in the public edition.
sed '/<.piano>/d; /<ambito/i <struttura><incarico id="sg" ruolo="Timoniere"/></struttura>' $plan >"$work/scheda.xml"
cat >>"$work/scheda.xml" <<'EOF'
  <assegnazione incarico="sg" anno="2022">
    <obiettivo id="P1" tipo="individuale" titolo="Riservatissimo" peso="100">
      <indicatore id="P1-1"><nome>Segreto</nome><target>1</target><consuntivo>1</consuntivo></indicatore>
    </obiettivo>
  </assegnazione>
</piano>
EOF
run 0 componi "$work/scheda.xml" -o "$work/interna.pdf"
words "$work/interna.pdf"
word_by_word 'Riservatissimo'
run 0 componi "$work/scheda.xml" -o "$work/pubblica.pdf" --edizione pubblica
words "$work/pubblica.pdf"
word_by_word 'Edizione pubblica'
run 0 estrai -q "$work/pubblica.pdf" -o "$work/pub"
for secret in Riservatissimo Segreto; do
  grep -rq "$secret" "$work/words" "$work/pub" && fail "l’edizione pubblica dice «$secret»"
done
run 0 controlla "$work/pub/scheda.xml"
finish
