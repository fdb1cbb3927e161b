# controlla: every kind of wrong plan, by exact message.
. "$(dirname "$0")/lib.sh"

# refused NAME MESSAGE…: controlla says exactly these findings of $work/NAME.xml.
refused() {
  name=$1
  shift
  run 1 controlla "$work/$name.xml"
  printf "@work@/$name.xml%s\n" "$@" >"$work/findings"
  says err <"$work/findings"
  has out "$name.xml: respinto (errori $#, avvisi 0, note 0)"
}

# ---- what is in order ------------------------------------------------------

run 0 controlla samples/minimo/piano.xml
says out <<'EOF'
samples/minimo/piano.xml: in regola (errori 0, avvisi 0, note 0)
EOF
says err </dev/null
run 0 controlla -q samples/minimo/piano.xml
says out </dev/null

printf '\357\273\277' >"$work/bom.xml"
cat samples/minimo/piano.xml >>"$work/bom.xml"
run 0 controlla "$work/bom.xml"
edited crlf 's/$/\r/'
run 0 controlla "$work/crlf.xml"
input=samples/minimo/piano.xml
run 0 controlla -
says out <<'EOF'
-: in regola (errori 0, avvisi 0, note 0)
EOF
input=/dev/null

# What the published report of the sample contradicts: exactly these.
run 0 controlla samples/torino/piano.xml
count 3 grep ': nota: ' "$work/err"
count 1 grep ': avviso: ' "$work/err"
has err 'indicatore «kpi3.1.1_03»: consuntivo dichiarato 21/02/2023'
has err 'indicatore «kpi6.1.1_01»: consuntivo 05/10/2002'
has err 'indicatore «kpi14.5_04»: grado dichiarato 100 %'
run 0 controlla samples/torino/piano.xml -q
says err </dev/null
run 1 controlla samples/torino/piano.xml --severo

# ---- what is no plan -------------------------------------------------------

printf 'Relazione sulla performance' >"$work/parole.xml"
refused parole ':1:1: errore: il file non è un documento XML: deve cominciare con «<» [non-xml]'
: >"$work/vuoto.xml"
refused vuoto ": errore: il file è vuoto: non c’è nulla da leggere [file-vuoto]"
printf '\000\001\002\377' >"$work/binario.xml"
run 1 controlla "$work/binario.xml"
has err 'binario.xml:1:1: errore: '
printf '<?xml version="1.0"?>\n<a xmlns="urn:x"/>\n' >"$work/altro.xml"
refused altro ":2:1: errore: l’elemento «a» è dello spazio dei nomi «urn:x», deve essere di «urn:relazione:piano:1»: correggere xmlns, o togliere l’elemento [spazio-nomi]"
printf '<piano tipo="relazione" anno="2022"/>\n' >"$work/senza.xml"
refused senza ":1:1: errore: l’elemento «piano» è senza spazio dei nomi, deve essere di «urn:relazione:piano:1»: scrivere <piano xmlns=\"urn:relazione:piano:1\" …> [spazio-nomi]"
head -n 45 samples/minimo/piano.xml >"$work/tronco.xml"
refused tronco ':46:1: errore: il file finisce, ma «obiettivo» (riga 36) non è chiuso: manca </obiettivo>, o il file è incompleto [file-troncato]'
iconv -f UTF-8 -t ISO-8859-1//TRANSLIT samples/minimo/piano.xml >"$work/latin.xml"
run 1 controlla "$work/latin.xml"
has err 'non è testo UTF-8 (il file sembra salvato in «Windows-1252» o «ANSI»)'
iconv -f UTF-8 -t UTF-16 samples/minimo/piano.xml >"$work/utf16.xml"
refused utf16 ': errore: il file è in codifica «UTF-16», qui serve UTF-8: aprirlo con un editor di testo, salvarlo con codifica UTF-8 e scrivere encoding="UTF-8" nella prima riga [codifica]'

run 1 controlla "$work/manca.xml"
says err <<'EOF'
@work@/manca.xml: errore: lettura non riuscita: il file o la cartella non esiste; controllare il nome [lettura]
EOF
run 1 controlla samples
says err <<'EOF'
samples: errore: lettura non riuscita: è una cartella; indicare il nome di un file [lettura]
EOF
if [ "$(id -u)" -ne 0 ]; then
  cp samples/minimo/piano.xml "$work/chiuso.xml"
  chmod 000 "$work/chiuso.xml"
  run 3 controlla "$work/chiuso.xml"
  has err 'lettura non riuscita: permesso negato; controllare i diritti'
fi

# ---- what would hurt -------------------------------------------------------

cat >"$work/bomba.xml" <<'EOF'
<?xml version="1.0"?>
<!DOCTYPE piano [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>
<piano xmlns="urn:relazione:piano:1" tipo="relazione" anno="2022"><ente denominazione="&c;"/></piano>
EOF
doctype=':2:1: errore: «<!DOCTYPE» non è ammesso (né serve): togliere la riga, e scrivere i caratteri speciali come tali [doctype]'
refused bomba "$doctype"
cat >"$work/esterna.xml" <<'EOF'
<?xml version="1.0"?>
<!DOCTYPE piano SYSTEM "http://localhost:1/x.dtd" [<!ENTITY a SYSTEM "file:///etc/passwd">]>
<piano xmlns="urn:relazione:piano:1" tipo="relazione" anno="2022"><ente denominazione="&a;"/></piano>
EOF
refused esterna "$doctype"
awk 'BEGIN {
  printf "<piano xmlns=\"urn:relazione:piano:1\" tipo=\"relazione\" anno=\"2022\">"
  for (i = 0; i < 100000; i++) printf "<ambito>"
}' >"$work/fondo.xml"
run 1 controlla "$work/fondo.xml"
has err 'errore: troppo grande: elementi annidati per più di 64 livelli; dividere o controllare il file [limite]'
awk 'BEGIN {
  printf "<piano xmlns=\"urn:relazione:piano:1\" tipo=\"relazione\" anno=\"2022\""
  for (i = 0; i < 5000; i++) printf " a%d=\"\"", i
  printf "/>"
}' >"$work/attributi.xml"
refused attributi ':1:1: errore: troppo grande: più di 64 attributi in un elemento; dividere o controllare il file [limite]'
edited entita 's/Ente di/Citt\&agrave; di/'
refused entita ':18:50: errore: «&agrave;» non esiste in XML: scrivere «à» oppure «&#224;» [entita]'
edited controllo "s/Ente di/Ente$(printf '\001')di/"
refused controllo ':18:50: errore: carattere di controllo 0x01, che un file XML non può contenere: cancellarlo [carattere]'

# ---- what is wrong in it ---------------------------------------------------

edited virgola 's/92\.00/92,00/'
refused virgola ':43:9: errore: <consuntivo>: «92,00» non è un numero: usare il punto, per esempio 92.00 [numero]'
edited esponente 's/92\.00/1e400/'
refused esponente ':43:9: errore: <consuntivo>: «1e400» non è un numero: usare cifre e punto, per esempio 12.50 [numero]'
edited ignoto 's/<target anno="2022" op="&gt;=">95.00<.target>/<target anno="2022" op="\&gt;=">95.00<\/target><traguardo\/><notta\/>/'
refused ignoto ':42:54: errore: <indicatore> non può contenere <traguardo>: toglierlo o spostarlo; qui possono stare nome, descrizione, algoritmo, valore, target, soglia, consuntivo, esito, manuale, dichiarato, modifica, segno, nota [elemento-ignoto]' \
  ':42:66: errore: <indicatore> non può contenere <notta>: forse <nota> [elemento-ignoto]'
edited attributo 's/unita-misura/unita-misure/'
refused attributo ":40:7: errore: <indicatore> non ha l’attributo «unita-misure»: forse «unita-misura» [attributo-ignoto]"
edited chiusura 's/92\.00<.consuntivo>/92.00<\/consutivo>/'
refused chiusura ':43:38: errore: qui si chiude «consutivo», ma è ancora aperto «consuntivo» (riga 43): scrivere prima </consuntivo>, o correggere il nome [tag-chiusura]'
edited data 's/2022-06-15/15\/06\/2022/'
refused data ':50:9: errore: <consuntivo>: «15/06/2022» non è una data: scrivere anno-mese-giorno, per esempio 2022-06-15 [data]'
edited giorno 's/2022-06-15/2022-06-31/'
refused giorno ':50:9: errore: <consuntivo>: il giorno «2022-06-31» non esiste: controllare mese e giorno [data]'
edited doppio 's/"I2"/"I1"/g'
refused doppio ":47:7: errore: l’id «I1» di <indicatore> è già di <indicatore> alla riga 40: darne un altro [id-doppio]"
edited regola 's/numero="soglia"/numero="sogila"/'
refused regola ':25:5: errore: numero di <predefinite>: nessuna regola ha id «sogila»: forse «soglia» [rif-ignoto]'
edited manca-consuntivo '/<consuntivo anno="2022">92/d'
refused manca-consuntivo ":40:7: errore: l’indicatore «I1» dell’obiettivo «O1» non ha né consuntivo 2022 né esito: aggiungere <consuntivo>, o <esito stato=\"non-disponibile\"/> con il motivo [consuntivo-mancante]"
edited soglia 's/<consuntivo anno="2022">92/<soglia anno="2022">99.00<\/soglia>&/'
refused soglia ':43:9: errore: indicatore «I1»: la soglia 99,00 sta sopra il target 95,00, ma qui è meglio un valore più alto: correggere la soglia, «op» o «verso» [soglia-lato]'
edited frazione 's/<consuntivo anno="2022">92/<consuntivo anno="2022" numeratore="46">92/'
refused frazione ":43:9: errore: <consuntivo> ha il numeratore ma non il denominatore: aggiungerlo o togliere l’altro [frazione]"
edited zero 's/<consuntivo anno="2022">92/<consuntivo anno="2022" numeratore="46" denominatore="0">92/'
refused zero ':43:9: errore: <consuntivo> ha denominatore zero e non si può dividere: correggerlo o segnare stato="non-disponibile" [denominatore-zero]'
edited segno 's/<consuntivo anno="2022">92/<algoritmo operatore="su"><numeratore>a<\/numeratore><denominatore>b<\/denominatore><\/algoritmo>&/'
refused segno ':43:9: errore: operatore di <algoritmo>: «su» non è ammesso: scrivere uno di /, -, +, × [parola-ignota]'
edited fuori 's/<obiettivo id/testo smarrito <obiettivo id/'
refused fuori ':36:5: errore: testo fuori posto in <ambito>: «testo smarrito»; toglierlo o metterlo in un elemento [testo-fuori-posto]'

# All that is wrong comes out in one run, in the order of the lines.
edited molti 's/92\.00/92,00/; s/2022-06-15/15.6.2022/; s/tipo="lineare"/tipo="linare"/'
refused molti ':24:5: errore: tipo di <regola>: «linare» non è ammesso: forse «lineare» [parola-ignota]' \
  ':43:9: errore: <consuntivo>: «92,00» non è un numero: usare il punto, per esempio 92.00 [numero]' \
  ':50:9: errore: <consuntivo>: «15.6.2022» non è una data: scrivere anno-mese-giorno, per esempio 2022-06-15 [data]'

# Weights that do not add up are a warning.
edited pesi 's/peso="60"/peso="50"/'
run 0 controlla "$work/pesi.xml"
says err <<'EOF'
@work@/pesi.xml:36:5: avviso: i pesi degli indicatori dell’obiettivo «O1» fanno 90 e non 100: correggerli, o saranno riportati a 100 in proporzione [pesi-somma]
EOF
run 1 controlla --severo "$work/pesi.xml"
has out 'pesi.xml: respinto (errori 0, avvisi 1, note 0)'

# ---- several files ---------------------------------------------------------

run 1 controlla samples/minimo/piano.xml "$work/virgola.xml" "$work/manca.xml" samples/lecce/piano.xml
sed 's/: \(respinto\|in regola\).*/ \1/' "$work/out" >"$work/outcomes"
cp "$work/outcomes" "$work/out"
says out <<'EOF'
samples/minimo/piano.xml in regola
@work@/virgola.xml respinto
@work@/manca.xml respinto
samples/lecce/piano.xml in regola
EOF
finish
