# confronta: a plan before and after, as a table and as CSV.
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
        target: ≥ 95,00 % → ≥ 90,00 % (−5,00)
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
edited virgola 's/92\.00/92,00/'
run 1 confronta "$work/virgola.xml" "$work/manca.xml"
has err "virgola.xml:43:9: errore"
has err "manca.xml: errore"
finish
