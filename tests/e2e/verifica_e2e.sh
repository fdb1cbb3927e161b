# verifica: whatever became of a site on its way, each file is named with what
# happened to it, and nothing outside the site is opened.
. "$(dirname "$0")/lib.sh"

mkdir "$work/piani"
cp samples/minimo/piano.xml "$work/piani/"
run 0 pubblica "$work/piani" -o "$work/sano" -q --solo dati
here=ente-esempio/2022

# spoil NAME: a fresh copy of the site, to be spoilt; verifica looks at it.
spoil() {
  site=$work/sito-$1
  cp -r "$work/sano" "$site"
}

# found COUNT TEXT…: verifica fails with so many findings, these among them.
found() {
  wanted_lines=$1
  shift
  run 1 verifica "$site"
  count "$wanted_lines" cat "$work/err"
  for text in "$@"; do has err "$text"; done
}

run 0 verifica "$work/sano"
has out 'tutti come sono stati pubblicati'

spoil cambiato
printf x >>"$site/$here/piano.xml"
found 1 "$here/piano.xml: errore: il contenuto non è quello pubblicato"

spoil testo
sed -i 's/$/\r/' "$site/$here/piano.xml" "$site/SHA256SUMS"
tr -d '\r' <"$site/$here/dati/obiettivi.csv" >"$work/senza" && cp "$work/senza" "$site/$here/dati/obiettivi.csv"
found 3 "$here/piano.xml: errore: sono cambiate solo le fini riga" \
  "$here/dati/obiettivi.csv: errore: sono cambiate solo le fini riga" 'SHA256SUMS: errore: sono cambiate le fini riga'

spoil rinominato
mv "$site/$here/piano.xml" "$site/$here/Piano.xml"
found 2 "$here/piano.xml: errore: il file manca" "è «$here/piano.xml» con un altro nome"

spoil collegato
mv "$site/$here/piano.xml" "$work/fuori.xml"
ln -s "$work/fuori.xml" "$site/$here/piano.xml"
found 1 "$here/piano.xml: errore: non è un file ma un collegamento"

spoil cartella
mv "$site/$here" "$work/altrove"
ln -s "$work/altrove" "$site/$here"
found $(($(find "$work/altrove" -type f | wc -l) + 1)) "$here/piano.xml: errore: il file manca" "$here: errore: il file non è nel manifesto"

spoil ritoccato
sed -i 's/,1,/,2,/; 2s/[0-9a-f]\{64\}/0000000000000000000000000000000000000000000000000000000000000000/' "$site/manifesto.csv"
found 2 'manifesto.csv: errore: il contenuto non è quello pubblicato' 'non dicono lo stesso di questo file'

spoil troncato
head -c 300 "$work/sano/SHA256SUMS" >"$site/SHA256SUMS"
run 1 verifica "$site"
has err 'SHA256SUMS:4: errore: la riga non è «somma, due spazi, file»'
has err 'il file non è nel manifesto'

spoil senza
rm "$site/SHA256SUMS"
found 1 'SHA256SUMS: errore: il file delle impronte manca'

spoil doppio
tail -n 1 "$work/sano/SHA256SUMS" >>"$site/SHA256SUMS"
found 1 'il file è due volte in SHA256SUMS'

spoil fuori
for path in ../piani/piano.xml /etc/passwd a/../../x; do
  printf '%064d  %s\n' 0 "$path" >>"$site/SHA256SUMS"
done
found 3 'la riga non è «somma, due spazi, file»'

spoil pipe
rm "$site/$here/piano.xml"
mkfifo "$site/$here/piano.xml"
found 1 "$here/piano.xml: errore: non è un file"

run 1 verifica "$work/piani"
has err 'non è un sito pubblicato'

finish
