# estrai: what the report carries comes back byte for byte.
. "$(dirname "$0")/lib.sh"

for plan in samples/*/piano.xml; do
  run 0 componi "$plan" -q -o "$work/report.pdf"
  rm -rf "$work/in"
  run 0 estrai "$work/report.pdf" -o "$work/in"
  says out <<'EOF'
@work@/in/piano.xml
@work@/in/risultati.csv
EOF
  true_that "$plan: il piano torna uguale" cmp "$plan" "$work/in/piano.xml"
  run 0 calcola "$plan" -q -f csv
  true_that "$plan: i dati sono quelli di calcola" cmp "$work/out" "$work/in/risultati.csv"
done
# Another reader finds the same.
true_that "pdfdetach" pdfdetach -saveall -o "$work" "$work/report.pdf"
true_that "pdfdetach: lo stesso piano" cmp "$work/piano.xml" "$work/in/piano.xml"

# The plan's own name is kept, bytes of its line ends too.
edited 'il mio piano' 's/$/\r/'
run 0 componi "$work/il mio piano.xml" -o "$work/mio.pdf"
run 0 estrai -q "$work/mio.pdf" -o "$work/mio"
true_that "il nome e i byte" cmp "$work/il mio piano.xml" "$work/mio/il mio piano.xml"
input=$work/mio.pdf
run 0 estrai - -o "$work/da-stdin"
true_that "dallo standard input" cmp "$work/il mio piano.xml" "$work/da-stdin/il mio piano.xml"
input=/dev/null

# ---- what carries nothing, or is no PDF ------------------------------------

run 0 componi samples/minimo/piano.xml --senza-allegati -o "$work/nudo.pdf"
run 0 estrai "$work/nudo.pdf" -o "$work/nulla"
says err <<'EOF'
@work@/nudo.pdf: avviso: il PDF non porta allegati: non c’è nulla da estrarre [senza-allegati]
EOF
absent "$work/nulla"
run 1 estrai "$work/nudo.pdf" -o "$work/nulla" --severo

run 1 estrai samples/minimo/piano.xml -o "$work/nulla"
says err <<'EOF'
samples/minimo/piano.xml: errore: non è un PDF leggibile; indicare un PDF scritto da relazione [pdf-illeggibile]
EOF
head -c 9000 "$work/mio.pdf" >"$work/tronco.pdf"
run 1 estrai "$work/tronco.pdf" -o "$work/nulla"
says err <<'EOF'
@work@/tronco.pdf: errore: non è un PDF leggibile; indicare un PDF scritto da relazione [pdf-illeggibile]
EOF
: >"$work/vuoto.pdf"
run 1 estrai "$work/vuoto.pdf" -o "$work/nulla"
run 1 estrai "$work/manca.pdf" -o "$work/nulla"
says err <<'EOF'
@work@/manca.pdf: errore: lettura non riuscita: il file o la cartella non esiste; controllare il nome [lettura]
EOF
absent "$work/nulla"

# A name that climbs out of the folder stays in it.
mkdir "$work/giu"
qpdf --empty "$work/ostile.pdf" --add-attachment samples/minimo/piano.xml --filename=../../fuori.xml --key=a -- \
  --add-attachment samples/minimo/piano.xml --filename=/tmp/fuori.xml --key=b -- \
  --add-attachment samples/minimo/piano.xml --filename=.. --key=c --
run 0 estrai "$work/ostile.pdf" -o "$work/giu/qui"
says out <<'EOF'
@work@/giu/qui/fuori.xml
@work@/giu/qui/2-fuori.xml
@work@/giu/qui/allegato
EOF
count 1 ls -A "$work/giu"

# A small PDF that would unpack into gigabytes is refused at once.
python3 - "$work/bomba.pdf" <<'EOF'
import sys, zlib
maker = zlib.compressobj(9)
once = b"".join([maker.compress(bytes(1 << 20)) for _ in range(256)] + [maker.flush()])
twice = zlib.compress(once, 9)
objects = [b"<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[(a)4 0 R]>>>>>>",
           b"<</Type/Pages/Kids[3 0 R]/Count 1>>", b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
           b"<</Type/Filespec/F(a)/UF(a)/EF<</F 5 0 R>>>>",
           b"<</Type/EmbeddedFile/Filter[/FlateDecode/FlateDecode]/Length %d>>\nstream\n%s\nendstream"
           % (len(twice), twice)]
out, places = b"%PDF-1.7\n", []
for number, body in enumerate(objects, 1):
    places.append(len(out))
    out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
table = b"".join(b"%010d 00000 n \n" % place for place in places)
out += b"xref\n0 6\n0000000000 65535 f \n%strailer<</Root 1 0 R/Size 6>>\nstartxref\n%d\n%%%%EOF\n" % (table, len(out))
open(sys.argv[1], "wb").write(out)
EOF
run 1 estrai "$work/bomba.pdf" -o "$work/nulla"
says err <<'EOF'
@work@/bomba.pdf: errore: un allegato è danneggiato, troppo grande o compresso in un modo che relazione non usa; indicare un PDF scritto da relazione [allegato]
EOF
absent "$work/nulla"

echo testo >"$work/file"
run 3 estrai "$work/mio.pdf" -o "$work/file"
says err <<'EOF'
@work@/file: errore: creazione della cartella non riuscita: una parte del percorso non è una cartella; controllare il percorso [cartella]
EOF
run 2 estrai "$work/mio.pdf"
says err <<'EOF'
relazione: manca -o con la cartella in cui scrivere; l’uso è spiegato da «relazione estrai --help»
EOF
finish
