# Everything odd that a value can be, from the plan to the page and to the data:
# each is a typed value with its own printing and its own scoring.
. "$(dirname "$0")/lib.sh"

plan=$work/valori.xml
cat >"$plan" <<'EOF'
<?xml version="1.0" encoding="UTF-8"?>
<piano xmlns="urn:relazione:piano:1" tipo="relazione" anno="2022">
  <ente codice="prova" denominazione="Ente di prova"/>
  <documento titolo="Relazione sulla performance"><nota segno="*">Dato della relazione del 2021</nota></documento>
  <sistema>
    <regola id="soglia" tipo="lineare"/><regola id="tutto" tipo="tutto-o-niente"/><regola id="rapporto" tipo="rapporto"/><regola id="mano" tipo="manuale"/>
    <regola id="ritardo" tipo="fasce" misura="giorni-ritardo"><fascia fino-a="0" grado="100"/><fascia fino-a="30" grado="90"/><fascia grado="0"/></regola>
    <predefinite numero="soglia" data="soglia" scelta="tutto"/>
    <aggregazione tipo="media-ponderata" non-misurabili="esclusi" vuoti="zero"/>
    <scala id="livello"><gradino>basso</gradino><gradino>medio</gradino><gradino>alto</gradino></scala>
  </sistema>
  <ambito codice="1" titolo="Valori">
    <obiettivo id="O1" tipo="strategico" codice="O1" titolo="Valori di ogni natura">
      <indicatore id="dd" tipo="data"><nome>Due date, una in ritardo</nome><target op="entro">2022-06-30 2022-12-31</target><consuntivo>2022-06-15 2023-01-10</consuntivo></indicatore>
      <indicatore id="ss" tipo="si-no"><nome>Scelta riuscita</nome><valore anno="2021">no</valore><target>si</target><consuntivo>si</consuntivo></indicatore>
      <indicatore id="sn" tipo="si-no"><nome>Scelta mancata</nome><target>si</target><consuntivo>no</consuntivo></indicatore>
      <indicatore id="sc" tipo="scala" scala="livello"><nome>Scala oltre il target</nome><target op="&gt;=">medio</target><consuntivo>alto</consuntivo></indicatore>
      <indicatore id="sl" tipo="scala" scala="livello"><nome>Scala sotto il target</nome><target op="&gt;=">medio</target><consuntivo>basso</consuntivo></indicatore>
      <indicatore id="te" tipo="testo" regola="mano"><nome>Pietra miliare</nome><valore anno="2021">Studio</valore><target>Annuale</target><consuntivo>Collaudo eseguito</consuntivo><manuale grado="85" motivo="verbale di collaudo"/></indicatore>
      <indicatore id="ze" unita-misura="N."><nome>Zero in lettere</nome><valore anno="2020" stampato="zero">0</valore><target op="&lt;=" stampato="zero reclami">0</target><consuntivo stampato="zero">0</consuntivo></indicatore>
      <indicatore id="nd" unita-misura="%"><nome>Partenza ignota</nome><valore anno="2021" stato="non-disponibile"/><target op="&gt;=">80.0</target><consuntivo>81.50</consuntivo></indicatore>
      <indicatore id="nc" unita-misura="%"><nome>Consuntivo ignoto</nome><target op="&gt;=">80.0</target><consuntivo stato="non-disponibile" motivo="banca dati ferma"/></indicatore>
      <indicatore id="ve" unita-misura="%"><nome>Consuntivo vuoto</nome><target op="&gt;=">80.0</target><consuntivo/></indicatore>
      <indicatore id="ne" unita-misura="euro"><nome>Disavanzo</nome><target op="&gt;=">-1200000.00</target><soglia>-2200000.00</soglia><consuntivo>-1450000.00</consuntivo></indicatore>
      <indicatore id="ri" unita-misura="gg"><nome>Con richiamo</nome><valore anno="2021" richiamo="*">4.00</valore><target op="&lt;=">5.00</target><consuntivo richiamo="*">4.50</consuntivo></indicatore>
      <indicatore id="fr" unita-misura="%" regola="rapporto"><nome>Frazione</nome><target op="&gt;=">5.00</target><consuntivo numeratore="32" denominatore="660">4.85</consuntivo></indicatore>
      <indicatore id="op" unita-misura="giorni"><nome>Confronto che cambia</nome><target anno="2021" op="&gt;=">10</target><target anno="2022" op="&lt;">8</target><target anno="2023" op="=">6</target><consuntivo>8</consuntivo></indicatore>
      <indicatore id="um" unita-misura="%"><nome>Unità di un solo valore</nome><valore anno="2020">88.0</valore><valore anno="2021" unita-misura="euro">1250.50</valore><target op="&lt;=" unita-misura="giorni">90</target><consuntivo unita-misura="giorni">92.5</consuntivo></indicatore>
      <indicatore id="td" unita-misura="%"><nome>Natura di un solo anno</nome><target anno="2022" op="&gt;=">50</target><target anno="2023" op="entro" tipo="data">2023-06-30</target><consuntivo>50</consuntivo></indicatore>
      <indicatore id="ra" tipo="data" regola="ritardo"><nome>In ritardo di sei giorni</nome><target op="entro">2022-06-30</target><consuntivo>2022-07-06</consuntivo></indicatore>
      <indicatore id="nm" unita-misura="%"><nome>Sospeso per legge</nome><target op="&gt;=">50</target><esito stato="non-misurabile" motivo="procedura sospesa"/></indicatore>
    </obiettivo>
  </ambito>
</piano>
EOF
run 0 controlla "$plan" -q

# ---- as data ---------------------------------------------------------------

# columns NAME…: those columns of the CSV, one indicator a line.
columns() {
  python3 -c '
import csv, sys
for row in csv.DictReader(open(sys.argv[1], encoding="utf-8", newline="")):
    print("|".join(row[name] for name in sys.argv[2:]))' "$work/out" "$@" >"$work/rows"
  cp "$work/rows" "$work/out"
}

run 0 calcola "$plan" -q -f csv
columns id unita_misura operatore target soglia consuntivo scostamento grado motivo
says out <<'EOF'
O1|||||||62.31|
dd||entro|2022-06-30 2022-12-31||2022-06-15 2023-01-10||50.00|
ss|||si||si||100.00|
sn|||si||no||0.00|
sc||>=|medio||alto||100.00|
sl||>=|medio||basso||0.00|
te|||Annuale||Collaudo eseguito||85.00|verbale di collaudo
ze|N.|<=|0||0|0|100.00|
nd|%|>=|80.0||81.50|1.50|100.00|
nc|%|>=|80.0||n.d.|||banca dati ferma
ve|%|>=|80.0||||0.00|consuntivo vuoto
ne|euro|>=|-1200000.00|-2200000.00|-1450000.00|-250000.00|75.00|
ri|gg|<=|5.00||4.50|-0.50|100.00|
fr|%|>=|5.00||4.85|-0.15|96.97|
op|giorni|<|8||8|0|0.00|
um|giorni|<=|90||92.5|2.5|0.00|
td|%|>=|50||50|0|100.00|
ra||entro|2022-06-30||2022-07-06|6|90.00|
nm|%|>=|50|||||non misurabile: procedura sospesa
EOF

# ---- on a page -------------------------------------------------------------

# page: the text of a PDF, one paragraph a line, blanks that don't break as blanks.
page() {
  pdftotext -layout "$1" - | tr '\f' '\n' | sed 's/\xc2\xa0/ /g; s/\xe2\x80\xaf/ /g; s/  */ /g; s/^ //; s/ $//; /^$/d' >"$work/out"
}

cat >"$work/valori-modello.xml" <<'EOF'
<modello xmlns="urn:relazione:modello:1" nome="valori">
  <pagina id="larga" formato="420mm 594mm" margini="15mm"/>
  <corpo><sezione pagina="larga"><per-ogni di="indicatori">
    <p>{nome}: {target} | {consuntivo} | {scostamento} | {grado|percento:2} | <per-ogni di="valori" tra="; ">{anno} {valore}</per-ogni> | <per-ogni di="targets" tra="; ">{anno} {valore}</per-ogni></p>
  </per-ogni></sezione></corpo>
</modello>
EOF
run 0 componi "$plan" -q -m "$work/valori-modello.xml" -o "$work/valori.pdf"
page "$work/valori.pdf"
says out <<'EOF'
Due date, una in ritardo: entro 30/06/2022 e 31/12/2022 | 15/06/2022 e 10/01/2023 | | 50,00 % | | 2022 entro 30/06/2022 e 31/12/2022
Scelta riuscita: sì | sì | | 100,00 % | 2021 no | 2022 sì
Scelta mancata: sì | no | | 0,00 % | | 2022 sì
Scala oltre il target: ≥ medio | alto | | 100,00 % | | 2022 ≥ medio
Scala sotto il target: ≥ medio | basso | | 0,00 % | | 2022 ≥ medio
Pietra miliare: Annuale | Collaudo eseguito | | 85,00 % | 2021 Studio | 2022 Annuale
Zero in lettere: zero reclami | zero | 0 | 100,00 % | 2020 zero | 2022 zero reclami
Partenza ignota: ≥ 80,0 % | 81,50 % | +1,50 % | 100,00 % | 2021 n.d. | 2022 ≥ 80,0 %
Consuntivo ignoto: ≥ 80,0 % | n.d. | | non misurabile | | 2022 ≥ 80,0 %
Consuntivo vuoto: ≥ 80,0 % | | | 0,00 % | | 2022 ≥ 80,0 %
Disavanzo: ≥ −1.200.000,00 € | −1.450.000,00 € | −250.000,00 € | 75,00 % | | 2022 ≥ −1.200.000,00 €
Con richiamo: ≤ 5,00 gg | 4,50 gg (*) | −0,50 gg | 100,00 % | 2021 4,00 gg (*) | 2022 ≤ 5,00 gg
Frazione: ≥ 5,00 % | 4,85 % | −0,15 % | 96,97 % | | 2022 ≥ 5,00 %
Confronto che cambia: < 8 giorni | 8 giorni | 0 giorni | 0,00 % | | 2021 ≥ 10 giorni; 2022 < 8 giorni; 2023 = 6 giorni
Unità di un solo valore: ≤ 90 giorni | 92,5 giorni | +2,5 giorni | 0,00 % | 2020 88,0 %; 2021 1.250,50 € | 2022 ≤ 90 giorni
Natura di un solo anno: ≥ 50 % | 50 % | 0 % | 100,00 % | | 2022 ≥ 50 %; 2023 entro 30/06/2023
In ritardo di sei giorni: entro 30/06/2022 | 06/07/2022 | +6 gg | 90,00 % | | 2022 entro 30/06/2022
Sospeso per legge: ≥ 50 % | | | non misurabile | | 2022 ≥ 50 %
EOF

# The sheet says why.
run 0 componi "$plan" -q -o "$work/relazione.pdf"
page "$work/relazione.pdf"
has out 'Dato non disponibile: banca dati ferma.'
has out 'Indicatore non misurabile: procedura sospesa.'
has out 'Grado attribuito dall’ente: verbale di collaudo'
has out 'Target del periodo: 2021: ≥ 10 giorni;'
has out '(*) Dato della relazione del 2021'

# ---- on a terminal, and how it came about ----------------------------------

run 0 calcola "$plan" -q
tr -s ' ' <"$work/out" >"$work/narrow"
cp "$work/narrow" "$work/out"
for line in 'Scelta riuscita sì sì 100,00' 'Pietra miliare Annuale Collaudo esegui… 85,00' \
  'Zero in lettere zero reclami zero 100,00' 'Consuntivo ignoto ≥ 80,0 % n.d. – ○ non misurabile' \
  'Consuntivo vuoto ≥ 80,0 % 0,00'; do
  has out "$line"
done
run 0 calcola "$plan" -q -s te
has out '  Target 2022: Annuale'
run 0 calcola "$plan" -q -s fr
has out '  Consuntivo 2022: 32 / 660 = 160/33 (circa 4,8485) %'
run 0 calcola "$plan" -q -s dd
has out '  Media dei 2 gradi'

# Figures in two units are compared, and the reader is told.
sed 's/<consuntivo unita-misura="giorni">92.5/<consuntivo>92.5/' "$plan" >"$work/unita.xml"
run 0 controlla "$work/unita.xml"
has err 'indicatore «um»: il consuntivo e il target 2022 hanno unità di misura diverse e si confrontano come numeri'

# The variance is in the unit of the target, as the column of the data says.
cat >"$work/modi.xml" <<'EOF'
<piano xmlns="urn:relazione:piano:1" tipo="relazione" anno="2022">
  <ente codice="e" denominazione="E"/><documento titolo="T"/>
  <obiettivo id="O" titolo="O">
    <indicatore id="A" unita-misura="%"><target op="&lt;=" unita-misura="giorni">30</target><consuntivo>25</consuntivo></indicatore>
    <indicatore id="B" tipo="data"><target>2022-06-30 2022-10-31 2022-12-31</target>
      <consuntivo stampato="a fine anno">2022-06-15 2022-10-31 2022-12-15</consuntivo></indicatore>
    <indicatore id="C" unita-misura="%"><algoritmo operatore="-"><numeratore>a</numeratore><denominatore>b</denominatore></algoritmo>
      <target stampato="sessanta">60</target><consuntivo numeratore="100" denominatore="40">60</consuntivo></indicatore>
    <indicatore id="D"><algoritmo operatore="-" fattore="2"><numeratore>a</numeratore><denominatore>b</denominatore></algoritmo>
      <target>60</target><consuntivo numeratore="30" denominatore="0"/></indicatore>
  </obiettivo>
</piano>
EOF
run 0 calcola "$work/modi.xml" -q -f csv
has out ',A,,O,,,giorni,<=,30,,25,-5,100.00'
has out ',C,,O,,,%,>=,60,,60,0,100.00'
has out ',D,,O,,,,>=,60,,60.00,0.00,100.00'
run 0 calcola "$work/modi.xml" -q
has out 'entro 3 date'

# What --spiega prints is what the document prints, and how it was calculated.
run 0 calcola "$work/modi.xml" -q -s A
has out '  Scostamento: consuntivo meno target = −5 giorni'
run 0 calcola "$work/modi.xml" -q -s B
has out '  Target 2022: entro 30/06/2022, 31/10/2022 e 31/12/2022'
has out '  Consuntivo 2022: 15/06/2022, 31/10/2022 e 15/12/2022; stampato «a fine anno»'
run 0 calcola "$work/modi.xml" -q -s C
has out '  Consuntivo 2022: 100 − 40 = 60 %'
finish
