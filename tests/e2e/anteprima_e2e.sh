# anteprima: one picture a page, of the size asked for.
. "$(dirname "$0")/lib.sh"

plan=samples/minimo/piano.xml

# size FILE: width and height of a PNG, from its header.
size() {
  od -An -j16 -N8 -tu1 "$1" | awk '{ print ($1*256+$2)*65536+$3*256+$4, ($5*256+$6)*65536+$7*256+$8 }'
}

# sized FILE WIDTH HEIGHT
sized() {
  [ "$(size "$1")" = "$2 $3" ] || fail "$1: $(size "$1"), attese $2 $3"
}

run 0 componi $plan -o "$work/minimo.pdf"
pages=$(pdfinfo "$work/minimo.pdf" | awk '/^Pages:/ { print $2 }')

run 0 anteprima $plan -o "$work/tutte"
says err </dev/null
count "$pages" cat "$work/out"
has out "$work/tutte/pagina-001.png"
count "$pages" ls "$work/tutte"
# A4 at 96 dots an inch: 210 x 297 mm.
sized "$work/tutte/pagina-001.png" 794 1123

run 0 anteprima $plan -r 48 -p 1 -o "$work/piccola/dentro"
says out <<'EOF'
@work@/piccola/dentro/pagina-001.png
EOF
sized "$work/piccola/dentro/pagina-001.png" 397 561

run 0 anteprima $plan -f svg -p 2-3 -q -o "$work/svg"
says out </dev/null
count 2 ls "$work/svg"
for page in "$work"/svg/*.svg; do
  true_that "$page: XML" xmllint --noout "$page"
  head -c 400 "$page" | grep -q 'viewBox="0 0 595.2' || fail "$page: non è un A4"
done
run 0 anteprima $plan -p "2-999" -q -o "$work/dalla-due"
count $((pages - 1)) ls "$work/dalla-due"

# The same picture each time.
run 0 anteprima $plan -q -p 1 -o "$work/ancora"
true_that "due volti gli stessi byte" cmp "$work/tutte/pagina-001.png" "$work/ancora/pagina-001.png"

run 1 anteprima $plan -p 99 -o "$work/fuori"
says err <<EOF
errore: la pagina 99 non c’è: il documento ne ha $pages; chiedere pagine fino a $pages [pagine]
EOF
for wrong in 0 x 3-1 1- -1 1-2-3 99999999999999999999 '1 2'; do
  run 2 anteprima $plan -o "$work/x" -p "$wrong"
  says err <<EOF
relazione: «$wrong» non indica pagine: scrivere per esempio 3 oppure 2-5; l’uso è spiegato da «relazione anteprima --help»
EOF
done
for wrong in 19 601 alta 96.5 -96; do
  run 2 anteprima $plan -o "$work/x" -r "$wrong"
  says err <<EOF
relazione: risoluzione «$wrong» non valida: un intero da 20 a 600; l’uso è spiegato da «relazione anteprima --help»
EOF
done
run 2 anteprima $plan -o "$work/x" -f jpg
says err <<'EOF'
relazione: il formato «jpg» non esiste: scegliere png o svg; l’uso è spiegato da «relazione anteprima --help»
EOF
absent "$work/x"
run 2 anteprima $plan
says err <<'EOF'
relazione: manca -o con la cartella in cui scrivere; l’uso è spiegato da «relazione anteprima --help»
EOF
echo testo >"$work/file"
run 3 anteprima $plan -o "$work/file"
says err <<'EOF'
@work@/file: errore: creazione della cartella non riuscita: una parte del percorso non è una cartella; controllare il percorso [cartella]
EOF
run 1 anteprima "$work/manca.xml" -o "$work/x"
absent "$work/x"
finish
