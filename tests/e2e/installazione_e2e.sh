# What is installed works by itself, also when its tree is moved and the sources
# are out of sight.
. "$(dirname "$0")/lib.sh"

root=$PWD
true_that "cmake --install" cmake --install "$build" --prefix "$work/qui"
mkdir "$work/altrove" "$work/lavoro"
mv "$work/qui" "$work/altrove/dopo il trasloco"
prefix="$work/altrove/dopo il trasloco"
share=$prefix/share/relazione
for file in "$prefix/bin/relazione" "$share/fonts/TitilliumWeb-Regular.ttf" \
  "$share/fonts/TitilliumWeb-OFL.txt" "$share/templates/relazione.xml" \
  "$share/schemas/piano.xsd" "$share/schemas/risultati.xsd" "$prefix/share/man/man1/relazione.1" \
  "$prefix/share/bash-completion/completions/relazione"; do
  true_that "installato: $file" test -s "$file"
done

cp samples/minimo/piano.xml "$work/lavoro"
cd "$work/lavoro" || exit 1
built=$relazione
relazione=$prefix/bin/relazione
run 0 componi piano.xml -o relazione.pdf
says err </dev/null
"$built" componi piano.xml -o costruito.pdf
true_that "gli stessi byte del programma costruito" cmp relazione.pdf costruito.pdf
(PATH=$prefix/bin:$PATH && relazione componi piano.xml -o col-path.pdf)
true_that "chiamato per nome" cmp relazione.pdf col-path.pdf
ln -s "$relazione" collegamento
./collegamento componi piano.xml -o col-link.pdf
true_that "chiamato per un collegamento" cmp relazione.pdf col-link.pdf

# A folder that is called like a template is in nobody's way.
mkdir relazione piano
run 0 componi piano.xml -o ancora.pdf
run 0 componi piano.xml -m relazione -o ancora.pdf
true_that "modello per nome" cmp relazione.pdf ancora.pdf

# Its own templates, not those of the sources: one that is changed is seen.
sed -i 's/{documento.titolo}/Titolo cambiato/' "$share/templates/blocchi/comuni.xml"
run 0 componi piano.xml -o cambiata.pdf
pdftotext cambiata.pdf - | grep -q 'Titolo cambiato' || fail "usa modelli di un’altra cartella"
mv "$share/templates/relazione.xml" "$share/templates/via.xml"
run 1 componi piano.xml -o senza.pdf
says err <<'EOF'
@work@/altrove/dopo il trasloco/bin/../share/relazione/templates/relazione.xml: errore: lettura non riuscita: il file o la cartella non esiste; controllare il nome [lettura]
EOF
mv "$share/templates/via.xml" "$share/templates/relazione.xml"
mv "$share/fonts/TitilliumWeb-Regular.ttf" "$work"
run 3 componi piano.xml -o senza.pdf
says err <<'EOF'
@work@/altrove/dopo il trasloco/bin/../share/relazione/fonts/TitilliumWeb-Regular.ttf: errore: carattere tipografico non utilizzabile: il file manca o non si può leggere; reinstallare i caratteri del programma o indicarne un’altra cartella [font]
EOF
mv "$work/TitilliumWeb-Regular.ttf" "$share/fonts"
mv "$share/schemas/piano.xsd" "$work"
run 3 controlla piano.xml
says err <<'EOF'
@work@/altrove/dopo il trasloco/bin/../share/relazione/schemas/piano.xsd: errore: lettura non riuscita: il file o la cartella non esiste; controllare il nome [lettura]
EOF
absent senza.pdf

# The completion knows every command and option that the help names.
bash -c '
. "$1"
complete_words() { COMP_WORDS=(relazione "$@"); COMP_CWORD=$#; COMPREPLY=(); _relazione; echo " ${COMPREPLY[*]} "; }
for command in $("$2" --help | sed -n "/^Comandi:/,/^$/s/^  \([a-z]*\) .*/\1/p"); do
  case $(complete_words "") in *" $command "*) ;; *) echo "manca $command"; exit 1 ;; esac
  for option in $("$2" "$command" --help | grep -o -- " --[a-z-]*"); do
    case $(complete_words "$command" --) in *" $option "*) ;; *) echo "manca $command $option"; exit 1 ;; esac
  done
done' bash "$prefix/share/bash-completion/completions/relazione" "$relazione" >"$work/completion" ||
  fail "completamento: $(cat "$work/completion")"
# So does the man page.
for word in $("$relazione" --help | sed -n '/^Comandi:/,/^$/s/^  \([a-z]*\) .*/\1/p'); do
  grep -q "^\\.B $word" "$prefix/share/man/man1/relazione.1" || fail "nel manuale manca $word"
done
cd "$root" || exit 1
finish
