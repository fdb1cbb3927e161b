# calcola: every format, exactly; how a figure came about.
. "$(dirname "$0")/lib.sh"

plan=samples/minimo/piano.xml

# RFC 4180: each line ends in CR LF, which `says` cannot show.
strip_line_ends() {
  count 0 grep -v "$(printf '\r')\$" "$work/out"
  sed -i 's/\r$//; 1s/^\xef\xbb\xbf/BOM/' "$work/out"
}

# ---- formats ---------------------------------------------------------------

run 0 calcola $plan
says out <<'EOF'
Relazione sulla performance 2022, Ente di esempio

Obiettivi e indicatori                         Peso  Consuntivo  Risultato  Giudizio
────────────────────────────────────────────────────────────────────────────────────────────────────
1 Servizi alle imprese                                               40,00  ▲ Parzialmente raggiunto
└─ O1 Rispondere presto e bene                                       40,00  ▲ Parzialmente raggiunto
   ├─ I1 Pratiche evase entro cinque giorni      60     92,00 %       0,00  ■ Non raggiunto
   └─ I2 Pubblicazione della carta dei           40  15/06/2022     100,00  ● Raggiunto
        servizi
EOF
says err </dev/null
run 0 calcola $plan -f csv
strip_line_ends
says out <<'EOF'
livello,tipo,id,codice,padre,titolo,peso,unita_misura,operatore,target,soglia,consuntivo,scostamento,grado,giudizio,motivo,riga
1,strategico,O1,O1,,Rispondere presto e bene,,,,,,,,40.00,Parzialmente raggiunto,,36
2,indicatore,I1,I1,O1,Pratiche evase entro cinque giorni,60,%,>=,95.00,,92.00,-3.00,0.00,Non raggiunto,,40
2,indicatore,I2,I2,O1,Pubblicazione della carta dei servizi,40,,entro,2022-06-30,,2022-06-15,-15,100.00,Raggiunto,,47
EOF
run 0 calcola $plan -f csv --excel
strip_line_ends
says out <<'EOF'
BOMlivello;tipo;id;codice;padre;titolo;peso;unita_misura;operatore;target;soglia;consuntivo;scostamento;grado;giudizio;motivo;riga
1;strategico;O1;O1;;Rispondere presto e bene;;;;;;;;40,00;Parzialmente raggiunto;;36
2;indicatore;I1;I1;O1;Pratiche evase entro cinque giorni;60;%;>=;95,00;;92,00;-3,00;0,00;Non raggiunto;;40
2;indicatore;I2;I2;O1;Pubblicazione della carta dei servizi;40;;entro;2022-06-30;;2022-06-15;-15;100,00;Raggiunto;;47
EOF
cp "$work/out" "$work/before"
run 0 calcola $plan --excel
strip_line_ends
true_that "--excel da solo è un CSV" cmp "$work/before" "$work/out"
run 2 calcola $plan --excel -f json
says err <<'EOF'
relazione: --excel vale solo con il formato csv, non con «json»; l’uso è spiegato da «relazione calcola --help»
EOF

for plan in samples/*/piano.xml; do
  run 0 calcola "$plan" -f json -q
  cp "$work/out" "$work/plan.json"
  true_that "$plan: JSON" python3 -m json.tool "$work/plan.json"
  run 0 calcola "$plan" -f xml -q
  cp "$work/out" "$work/plan.risultati"
  true_that "$plan: XML" xmllint --noout "$work/plan.risultati"
  run 0 calcola "$plan" -f csv -q
  cp "$work/out" "$work/plan.csv"
  true_that "$plan: 17 colonne in ogni riga" python3 -c '
import csv, sys
rows = list(csv.reader(open(sys.argv[1], encoding="utf-8", newline="")))
sys.exit(any(len(row) != 17 for row in rows) or len(rows) < 2)' "$work/plan.csv"
done
plan=samples/minimo/piano.xml

# The published results of the strategic objectives of 2022.
run 0 calcola samples/torino/piano.xml -f csv -q
python3 -c '
import csv, sys
for row in csv.DictReader(open(sys.argv[1], encoding="utf-8", newline="")):
    if row["tipo"] == "strategico":
        print(row["codice"], row["grado"], row["giudizio"])' "$work/out" >"$work/strategic"
cp "$work/strategic" "$work/out"
says out <<'EOF'
OS01.1.1 60.42 Parzialmente raggiunto
OS02.1.1 100.00 Raggiunto
OS03.1.1 100.00 Raggiunto
OS04.1.1 100.00 Raggiunto
OS05.1.1 100.00 Raggiunto
OS06.1.1 94.86 Parzialmente raggiunto
OS07.1.2 100.00 Raggiunto
OS08.2.1 100.00 Raggiunto
OS09.2.1 100.00 Raggiunto
OS10.2.1 83.51 Parzialmente raggiunto
OS11.2.2 95.79 Raggiunto
OS12.3 64.19 Parzialmente raggiunto
OS13.4 88.67 Parzialmente raggiunto
OS14.5 85.13 Parzialmente raggiunto
EOF

# ---- where it goes ---------------------------------------------------------

run 0 calcola $plan -f csv -o "$work/risultati.csv"
says out </dev/null
run 0 calcola $plan -f csv
true_that "-o scrive le stesse cose" cmp "$work/out" "$work/risultati.csv"
input=$plan
run 0 calcola - -f csv -o -
true_that "da standard input" cmp "$work/out" "$work/risultati.csv"
input=/dev/null
edited virgola 's/92\.00/92,00/'
run 1 calcola "$work/virgola.xml" -f csv -o "$work/risultati.csv"
says err <<'EOF'
@work@/virgola.xml:43:9: errore: <consuntivo>: «92,00» non è un numero: usare il punto, per esempio 92.00 [numero]
EOF
run 0 calcola $plan -f csv
true_that "il file di prima resta" cmp "$work/out" "$work/risultati.csv"
run 3 calcola $plan -o "$work/manca/x.csv"
says err <<'EOF'
@work@/manca/x.csv: errore: scrittura non riuscita: il file o la cartella non esiste; controllare il nome [scrittura]
EOF
cp $plan "$work/piano.xml"
run 2 calcola "$work/piano.xml" -o "$work/piano.xml"
says err <<'EOF'
relazione: «@work@/piano.xml» è il file da leggere: dare a -o un altro nome; l’uso è spiegato da «relazione calcola --help»
EOF
true_that "il piano resta" cmp $plan "$work/piano.xml"
if [ -w /dev/full ]; then
  "$relazione" calcola $plan >/dev/full 2>"$work/err"
  [ $? -eq 3 ] || fail "disco pieno: esito diverso da 3"
  has err 'scrittura non riuscita: lo spazio su disco è esaurito; liberare spazio e riprovare [scrittura]'
fi

# ---- how a figure came about -----------------------------------------------

run 0 calcola $plan --spiega O1
says out <<'EOF'
obiettivo O1 «Rispondere presto e bene» (riga 36)
  Media ponderata degli indicatori:
    I1                peso 60  quota 60,00 %  grado 0 %
    I2                peso 40  quota 40,00 %  grado 100 %
  Formula: (60 × 0 + 40 × 100) / 100
  Risultato esatto: 40; stampato con due decimali: 40,00 %
  Giudizio sul valore esatto: Parzialmente raggiunto (Raggiunto da 95 %; Parzialmente raggiunto oltre 0 %; Non raggiunto da 0 %)
EOF
run 0 calcola $plan -s I1
says out <<'EOF'
indicatore I1 «Pratiche evase entro cinque giorni» (riga 40)
  Regola: soglia (lineare): 0 alla soglia, 100 al target, in proporzione fra i due; senza soglia 100 o 0
  Target 2022: ≥ 95,00 %
  Consuntivo 2022: 92,00 %
  Calcolo: il target non è raggiunto e non c’è una soglia: 0
  Grado esatto: 0; stampato con due decimali: 0,00 %
  Scostamento: consuntivo meno target = −3,00 %
  Peso 60, dopo le esclusioni 60,00 % dell’obiettivo O1
  Giudizio sul valore esatto: Non raggiunto (Raggiunto da 95 %; Parzialmente raggiunto oltre 0 %; Non raggiunto da 0 %)
EOF
run 1 calcola $plan --spiega O2
says err <<'EOF'
samples/minimo/piano.xml: errore: nessun indicatore, obiettivo, ambito o scheda ha id o codice «O2»: forse «O1» [codice-ignoto]
EOF
run 1 calcola $plan --spiega ZZZ
says err <<'EOF'
samples/minimo/piano.xml: errore: nessun indicatore, obiettivo, ambito o scheda ha id o codice «ZZZ» [codice-ignoto]
EOF

# Public: no row of a person, in any format.
for format in tabella csv json xml; do
  run 0 calcola samples/torino/piano.xml -f $format --edizione pubblica -q
  grep -qiE '>individuale<|,individuale,|"individuale"|="individuale"|scheda-' "$work/out" &&
    fail "$format: l’edizione pubblica mostra obiettivi individuali"
done
finish
