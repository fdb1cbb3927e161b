# The public edition: what is individual, wherever a plan puts it, stands in no
# file of the site; its figures are those of `calcola --edizione pubblica`.
. "$(dirname "$0")/lib.sh"

mkdir "$work/piani"
cat >"$work/piani/piano.xml" <<'EOF'
<?xml version="1.0" encoding="UTF-8"?>
<?stile SEGRETO?>
<!-- SEGRETO -->
<piano xmlns="urn:relazione:piano:1" tipo="relazione" anno="2022" stato="approvato" xmlns:hr="urn:hr" xmlns:xmlhr="urn:x"
  xmlhr:nota="SEGRETO">
  <ente codice="ente-x" denominazione="Ente X"/>
  <documento titolo="Relazione"><!-- SEGRETO --></documento>
  <sistema>
    <regola id="soglia" tipo="lineare"/><predefinite numero="soglia"/>
    <giudizi>
      <giudizio da="95" etichetta="Raggiunto" segnale="verde"/>
      <giudizio oltre="0" etichetta="Parziale" segnale="giallo"/>
      <giudizio da="0" etichetta="Non raggiunto" segnale="rosso"/>
    </giudizi>
    <valutazione ruolo="dirigente">
      <parte id="obiettivi" titolo="Obiettivi" peso="70"/><parte id="comp" titolo="Comportamenti" peso="30"/>
    </valutazione>
  </sistema>
  <struttura>
    <unita id="u1" tipo="area" denominazione="Area"/>
    <incarico id="d1" ruolo="Dirigente > A" hr:nome='SEGRETO > "x"' persona = 'SEGRETO'
      categoria="dirigente"/>
    <incarico id="d2" ruolo="Dirigente B" persona="p2" categoria="dirigente"/>
  </struttura>
  <ambito codice="1" titolo="Servizi">
    <obiettivo id="O1" tipo="strategico" codice="O1" titolo="Rispondere" peso="100">
      <indicatore id="I1"><nome><![CDATA[Nome <!-- scritto così -->]]></nome>
        <target>10</target><consuntivo>9<!-- SEGRETO --></consuntivo></indicatore>
      <ambito tipo="gruppo" titolo="SEGRETO gruppo"><nota>SEGRETO</nota>
        <obiettivo id="X1" tipo="individuale" titolo="SEGRETO"><nota>SEGRETO</nota>
          <indicatore id="X1-1"><nome>SEGRETO</nome><target>1</target><consuntivo>1</consuntivo>
            <modifica data="2022-09-13" atto="SEGRETO" campo="target" anno="2022" da="1" a="2"/></indicatore></obiettivo>
        <obiettivo id="X2" tipo="Obiettivo Individuale" titolo="SEGRETO">
          <indicatore id="X2-1"><nome>SEGRETO</nome><target>1</target><consuntivo>1</consuntivo></indicatore></obiettivo>
      </ambito>
      <obiettivo id="X3" rif="X1" titolo="SEGRETO per rif"/>
      <obiettivo id="OP1" tipo="operativo" titolo="Aprire">
        <indicatore id="I2"><nome>Aperto</nome><target>1</target><consuntivo>1</consuntivo></indicatore>
        <obiettivo id="X4" tipo="individuale" titolo="SEGRETO annidato">
          <indicatore id="X4-1"><nome>SEGRETO</nome><target>1</target><consuntivo>1</consuntivo></indicatore></obiettivo>
      </obiettivo>
    </obiettivo>
  </ambito>
  <assegnazione incarico="d1" anno="2022"><!-- SEGRETO > --><voce obiettivo="OP1" peso="50"/>
    <obiettivo id="X5" tipo="operativo" titolo="SEGRETO" peso="50"><indicatore id="X5-1">
      <nome><![CDATA[SEGRETO </assegnazione>]]></nome><target>1</target><consuntivo>1</consuntivo></indicatore></obiettivo>
    <parte rif="comp" punteggio="77.77">SEGRETO</parte></assegnazione>
  <assegnazione incarico="d2" anno="2022"><voce obiettivo="OP1" peso="100"/><parte rif="comp" punteggio="88.88">SEGRETO</parte></assegnazione>
  <assegnazione unita="u1" anno="2022"><ambito titolo="SEGRETO"><voce obiettivo="X4"/></ambito><voce obiettivo="OP1"/></assegnazione>
  <testo id="premessa" titolo="Premessa">
    <p>Cifra <valore di="discendenti[id='X1'].titolo"/> e <valore di="assegnazioni[id='d1'].totale"/>.</p></testo>
</piano>
<!-- SEGRETO -->
<?fine SEGRETO?>
EOF

# tell FOLDER: nothing below it, nor inside its PDF, says what is secret.
tell() {
  find "$1" -name '*.pdf' | while read -r pdf; do
    pdftotext "$pdf" "$pdf.txt"
    qpdf --qdf --object-streams=disable "$pdf" "$pdf.aperto"
    "$relazione" estrai -q "$pdf" -o "$pdf.allegati"
  done
  grep -rlaE 'SEGRETO|77[.,]77|88[.,]88' "$1" && fail "il sito dice ciò che è individuale"
}

run 0 pubblica "$work/piani" -o "$work/sito" -q
here=$work/sito/ente-x/2022
for format in json xml; do
  run 0 calcola "$work/piani/piano.xml" -q -f $format --edizione pubblica
  true_that "$format: calcola e il sito dicono lo stesso" cmp "$work/out" "$here/risultati.$format"
done
run 0 calcola "$work/piani/piano.xml" -q -f csv --edizione pubblica
sed '/,indicatore,/d' "$work/out" | cmp - "$here/dati/obiettivi.csv" || fail "obiettivi.csv è diverso da calcola"
sed -n '1p; /,indicatore,/p' "$work/out" | cmp - "$here/dati/indicatori.csv" || fail "indicatori.csv è diverso da calcola"
run 0 controlla "$here/piano.xml" -q
grep -q 'scritto così' "$here/piano.xml" || fail "il testo CDATA è stato tolto come un commento"
grep -q 'persona' "$here/piano.xml" && fail "il piano pubblicato dice quali incarichi sono di una persona"
grep -q '<incarico id="d1" ruolo="Dirigente > A"$' "$here/piano.xml" || fail "con la persona è stato tolto altro"
count "$(wc -l <"$work/piani/piano.xml")" cat "$here/piano.xml"
cp -r "$work/sito" "$work/visto"
tell "$work/visto"

# What is public and stands on something individual is refused, and said.
sed 's/<indicatore id="I2">/<indicatore id="I3" rif="X1-1"\/>&/' "$work/piani/piano.xml" >"$work/rimando.xml"
run 1 calcola "$work/rimando.xml" -q -f csv --edizione pubblica
has err '[edizione-pubblica]'
count 0 cat "$work/out"

# ---- results that are others without what is individual ------------------------

cat >"$work/misto.xml" <<'EOF'
<piano xmlns="urn:relazione:piano:1" tipo="relazione" anno="2022">
  <ente codice="ente-y" denominazione="Ente Y"/><documento titolo="Relazione"/>
  <sistema><regola id="r" tipo="tutto-o-niente"/><predefinite numero="r"/></sistema>
  <ambito titolo="Misto">
    <ambito titolo="Persone"><obiettivo tipo="individuale" titolo="p">
      <indicatore id="a"><nome>a</nome><target>2</target><consuntivo>1</consuntivo></indicatore></obiettivo></ambito>
    <obiettivo id="M" tipo="strategico" titolo="m">
      <obiettivo tipo="individuale" titolo="i"><indicatore id="b"><nome>b</nome><target>2</target><consuntivo>1</consuntivo></indicatore></obiettivo>
      <obiettivo id="U" tipo="operativo" titolo="u"><indicatore id="c"><nome>c</nome><target>1</target><consuntivo>1</consuntivo></indicatore></obiettivo>
    </obiettivo>
  </ambito>
  <obiettivo id="S" tipo="strategico" titolo="s">
    <obiettivo id="s1" tipo="individuale" titolo="i"><indicatore id="d"><nome>d</nome><target>1</target><consuntivo>1</consuntivo></indicatore></obiettivo>
  </obiettivo>
</piano>
EOF
n=$(printf '\302\240%%') # "100,00 %": the blank doesn't break
why=', perché gli obiettivi individuali ne restano fuori; se le due cifre devono essere uguali, spostarli in un’<assegnazione incarico> [edizione-risultato]'
public='nell’edizione pubblica il risultato è'
run 0 calcola "$work/misto.xml" -f csv --edizione pubblica
grep -F '[edizione-risultato]' "$work/err" >"$work/told"
mv "$work/told" "$work/err"
says err <<EOF
@work@/misto.xml:1:1: avviso: l’intero piano: $public 100,00$n, in quella interna 50,00$n$why
@work@/misto.xml:4:3: avviso: ambito «Misto»: $public 100,00$n, in quella interna 25,00$n$why
@work@/misto.xml:7:5: avviso: obiettivo «M»: $public 100,00$n, in quella interna 50,00$n$why
@work@/misto.xml:12:3: avviso: obiettivo «S»: $public non misurabile, in quella interna 100,00$n$why
EOF
run 0 componi "$work/misto.xml" --edizione pubblica -o "$work/misto.pdf"
has err '[edizione-risultato]'
run 0 pubblica "$work/misto.xml" -o "$work/misto" -v --solo dati
count 4 grep -F '[edizione-risultato]' "$work/err"
count 4 grep -F '[edizione-risultato]' "$work/misto.lavoro/registro.tsv"
grep -q '"codice":"edizione-risultato"' "$work/misto.lavoro/esito.json" || fail "l’esito non dice che il risultato è un altro"
grep -rlaE 'edizione-risultato|50[.,]00' "$work/misto" && fail "il sito dice il risultato interno"
run 0 calcola "$work/misto.xml" -f csv
grep -q edizione-risultato "$work/err" && fail "l’edizione interna dice di quella pubblica"

# ---- the staff as a whole: counted, and the same without the sheets -----------

{
  sed '/<\/struttura>/,$d' "$work/piani/piano.xml"
  for n in 1 2 3 4 5 6 7; do
    echo "<incarico id=\"e$n\" ruolo=\"Dirigente $n\" persona=\"q$n\" categoria=\"dirigente\"/>"
  done
  echo '</struttura>'
  sed '1,/<\/struttura>/d; /<\/piano>/,$d' "$work/piani/piano.xml"
  n=0
  for points in 99.01 98.02 97.03 96.04 85.05 84.06 0; do
    n=$((n + 1))
    echo "<assegnazione incarico=\"e$n\" anno=\"2022\"><voce obiettivo=\"OP1\"/>"
    echo "<parte rif=\"obiettivi\" punteggio=\"$points\"/><parte rif=\"comp\" punteggio=\"$points\"/></assegnazione>"
  done
  cat <<'EOF'
<premi>
  <categoria nome="dirigenti" stanziato="90000.00" distribuito="81000.50" valutati="7">
    <fascia etichetta="SEGRETO" numero="1" importo="81000.50"/><fascia etichetta="altri" numero="6" importo="0"/>
  </categoria>
</premi>
</piano>
EOF
} >"$work/contato.xml"
rm -r "$work/piani" && mkdir "$work/piani" && mv "$work/contato.xml" "$work/piani/"
run 0 pubblica "$work/piani" -o "$work/contati" -q
here=$work/contati/ente-x/2022
tr -d '\r' <"$here/dati/valutazioni-fasce.csv" >"$work/out"
says out <<'EOF'
anno,categoria,fascia,numero,quota
2022,dirigente,"Tutte le fasce, insieme",9,100.00
EOF
tr -d '\r' <"$here/dati/premi.csv" >"$work/out"
has out '2022,dirigenti,90000.00,81000.50,90.00,7,'
absent "$here/dati/premi-fasce.csv"
run 0 componi "$work/piani/contato.xml" -q --edizione pubblica -o "$work/uno.pdf"
run 0 estrai -q "$work/uno.pdf" -o "$work/uno"
run 0 componi "$work/uno/contato.xml" -q --edizione pubblica -o "$work/due.pdf"
true_that "senza le schede il piano dà le stesse cifre" cmp "$work/uno.pdf" "$work/due.pdf"
cp -r "$work/contati" "$work/rivisto"
tell "$work/rivisto"
grep -rlE '9[6-9][.,]0[1-4]|85[.,]05|84[.,]06' "$work/contati" --include='*.csv' --include='*.json' --include='*.xml' &&
  fail "il sito dice un punteggio"

finish
