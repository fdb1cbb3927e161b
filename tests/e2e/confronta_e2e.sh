# confronta: a plan before and after, as a table, as CSV and as PDF.
. "$(dirname "$0")/lib.sh"

plan=samples/minimo/piano.xml

run 0 confronta $plan $plan
has out "I due piani non differiscono"
run 0 confronta samples/torino/piano.xml samples/torino/piano.xml -q
has out "I due piani non differiscono"

edited dopo 's/95\.00/90.00/; s/peso="60"/peso="50"/; s/peso="40"/peso="50"/'
run 0 confronta $plan "$work/dopo.xml"
says out <<'END'
Prima: Relazione sulla performance 2022, Ente di esempio (samples/minimo/piano.xml)
Dopo:  Relazione sulla performance 2022, Ente di esempio (@work@/dopo.xml)

              aggiunti   tolti  cambiati  uguali
Ambiti               0       0         0       1
Obiettivi            0       0         0       1
Indicatori           0       0         2       0

Risultati degli obiettivi: 1 più alti, 0 più bassi, 0 uguali; giudizi cambiati: 1

+ aggiunto  − tolto  ~ cambiato

Obiettivi e indicatori                                                 Prima        Dopo  Differenza
────────────────────────────────────────────────────────────────────────────────────────────────────
  1 Servizi alle imprese                                               40,00      100,00      +60,00
    giudizio: Parzialmente raggiunto → Raggiunto
    O1 Rispondere presto e bene                                        40,00      100,00      +60,00
      giudizio: Parzialmente raggiunto → Raggiunto
    ~ I1 Pratiche evase entro cinque giorni                             0,00      100,00     +100,00
        peso: 60 → 50 (−10)
        target: ≥ 95,00 % → ≥ 90,00 % (−5,00 %)
        giudizio: Non raggiunto → Raggiunto
    ~ I2 Pubblicazione della carta dei servizi                        100,00      100,00        0,00
        peso: 40 → 50 (+10)
END
run 0 confronta $plan "$work/dopo.xml" -f csv
count 0 grep -v "$(printf '\r')\$" "$work/out"
sed -i 's/\r$//' "$work/out"
grep -e '^elemento' -e ',peso,' -e ',target,' "$work/out" >"$work/some"
cp "$work/some" "$work/out"
says out <<'END'
elemento,esito,id,codice,titolo,campo,anno,prima,dopo,differenza
indicatore,cambiato,I1,I1,Pratiche evase entro cinque giorni,peso,,60,50,-10
indicatore,cambiato,I1,I1,Pratiche evase entro cinque giorni,target,,95.00,90.00,-5.00
indicatore,cambiato,I2,I2,Pubblicazione della carta dei servizi,peso,,40,50,10
END
run 0 confronta $plan "$work/dopo.xml" --excel -o "$work/confronto.csv"
says out </dev/null
true_that "la virgola decimale" grep -qF ';95,00;90,00;-5,00' "$work/confronto.csv"

# Individual things stay out of the public edition.
run 0 confronta samples/torino/piano.xml $plan -f csv -q --edizione pubblica
grep -q 'sg-OP' "$work/out" && fail "l’edizione pubblica mostra obiettivi individuali"

run 2 confronta $plan
says err <<'END'
relazione: manca un file; l’uso è spiegato da «relazione confronta --help»
END
run 2 confronta - -
says err <<'END'
relazione: lo standard input può essere uno solo dei due piani; l’uso è spiegato da «relazione confronta --help»
END
run 2 confronta $plan $plan -f xls
says err <<'END'
relazione: il formato «xls» non esiste: scegliere tabella, csv o pdf; l’uso è spiegato da «relazione confronta --help»
END
# ---- as a PDF --------------------------------------------------------------

# words FILE: the text of a PDF with all white space as one blank, on one line.
words() {
  pdftotext "$1" - | tr -s ' \n\f' ' ' >"$work/words"
}

# word_by_word TEXT: the text of the last words() holds it.
word_by_word() {
  grep -qF -- "$1" "$work/words" && return 0
  fail "nel testo del PDF manca: $1"
}

run 0 confronta $plan "$work/dopo.xml" -f pdf -o "$work/confronto.pdf" -v
says out <<'END'
@work@/confronto.pdf
END
says err </dev/null
true_that "confronto: PDF integro" qpdf --check "$work/confronto.pdf"
words "$work/confronto.pdf"
for whole in 'Anno 2022: prima e dopo l’aggiornamento' '↑ 1 più alti' '~ cambiato' \
  'target ≥ 95,00 % ≥ 90,00 % −5,00' 'peso 60 50 −10' '40,00 % 100,00 % ↑ +60,00'; do
  word_by_word "$whole"
done
pdfdetach -list "$work/confronto.pdf" >"$work/out"
has out ': confronto.csv'
has out ': prima-piano.xml'
has out ': dopo-dopo.xml'
mkdir "$work/allegati"
pdfdetach -saveall -o "$work/allegati" "$work/confronto.pdf"
run 0 confronta $plan "$work/dopo.xml" -f csv
true_that "il CSV allegato è quello del comando" cmp "$work/out" "$work/allegati/confronto.csv"
true_that "è allegato il primo piano" cmp $plan "$work/allegati/prima-piano.xml"
true_that "è allegato il secondo piano" cmp "$work/dopo.xml" "$work/allegati/dopo-dopo.xml"
run 0 confronta $plan "$work/dopo.xml" -f pdf -o - --senza-allegati
cp "$work/out" "$work/nudo.pdf"
pdfdetach -list "$work/nudo.pdf" >"$work/out"
has out '0 embedded files'

# Added and removed ones, two years.
before=tests/compare/prima.xml
after=tests/compare/dopo.xml
run 0 confronta $before $after -q -f pdf -o "$work/anni.pdf"
true_that "due anni: PDF integro" qpdf --check "$work/anni.pdf"
words "$work/anni.pdf"
for whole in 'Anni 2022 e 2023' '+ aggiunto · obiettivo · 1.3 – Formare il personale' \
  'Che cosa è stato tolto' '− indicatore Dato che manca Non si misura' 'target = 3' \
  'Scheda: dirigente' '71,21 % 78,40 %'; do
  word_by_word "$whole"
done
run 0 confronta $before $after -q -f pdf -o "$work/ancora.pdf"
true_that "confronto: due volte gli stessi byte" cmp "$work/anni.pdf" "$work/ancora.pdf"
input=$after
run 0 confronta $before - -q -f pdf -o "$work/ancora.pdf"
input=/dev/null
pdfdetach -list "$work/ancora.pdf" >"$work/out"
has out ': dopo-piano.xml'
run 0 confronta $before $after -q -f pdf -o "$work/pubblica.pdf" --edizione pubblica
words "$work/pubblica.pdf"
word_by_word 'Edizione pubblica'
for own in 'Cosa privata' 'Scheda: dirigente'; do
  grep -qF "$own" "$work/words" && fail "l’edizione pubblica in PDF mostra: $own"
done
mkdir "$work/pubblici"
pdfdetach -saveall -o "$work/pubblici" "$work/pubblica.pdf"
count 3 ls "$work/pubblici"
grep -rq 'Cosa privata' "$work/pubblici" &&
  fail "gli allegati dell’edizione pubblica mostrano ciò che è individuale"

run 0 confronta $plan $plan -f pdf -o "$work/uguali.pdf"
words "$work/uguali.pdf"
word_by_word 'I due piani non differiscono.'
run 0 componi $plan -m templates/confronto.xml -o "$work/solo.pdf"
words "$work/solo.pdf"
word_by_word 'si usa con «relazione confronta»'

run 2 confronta $plan $plan -f pdf
says err <<'END'
relazione: manca -o con il nome del PDF da scrivere; l’uso è spiegato da «relazione confronta --help»
END
run 2 confronta $plan $plan -m templates/confronto.xml
says err <<'END'
relazione: --modello vale solo con il formato pdf, non con «tabella»; l’uso è spiegato da «relazione confronta --help»
END
run 2 confronta $plan $plan -f pdf --excel -o "$work/x.pdf"
says err <<'END'
relazione: --excel vale solo con il formato csv, non con «pdf»; l’uso è spiegato da «relazione confronta --help»
END
run 1 confronta $plan "$work/dopo.xml" -f pdf -m "$work/manca.xml" -o "$work/x.pdf"
run 3 confronta $plan "$work/dopo.xml" -f pdf -o "$work/manca/x.pdf"
absent "$work/x.pdf"

# ---- what is wrong with either ---------------------------------------------

edited virgola 's/92\.00/92,00/'
run 1 confronta "$work/virgola.xml" "$work/manca.xml"
has err "virgola.xml:43:9: errore"
has err "manca.xml: errore"
run 1 confronta "$work/virgola.xml" "$work/manca.xml" -f pdf -o "$work/x.pdf"
has err "virgola.xml:43:9: errore"
has err "manca.xml: errore"
absent "$work/x.pdf"
finish
