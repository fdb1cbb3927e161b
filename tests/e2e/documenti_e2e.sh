# README.md and docs/guida.md: every command line is run, in a copy of what a
# reader has before him, and answers what the page says; every plan and template
# in them is accepted.
#
#   ```sh                  run; "esito=N" is its exit code, 0 when not said
#   ```text                just after: what it printed, exactly
#   <!-- sh COMMAND -->    what the reader does by hand in an editor; riquadro.xml is the
#                          last piece of XML before it
#   ```sh installazione    what needs a machine of its own; the files it names exist
#   ```xml CONTEXT         intero, piano, sistema, obiettivo, indicatore, scheda, modello
. "$(dirname "$0")/lib.sh"

root=$PWD
mkdir "$work/bin" "$work/copia"
ln -s "$relazione" "$work/bin/relazione"
cp -R samples templates docs "$work/copia"
PATH=$work/bin:$PATH

# blocks PAGE DIR: each block as DIR/NNN.KIND, its place in the page in DIR/NNN.place.
blocks() {
  mkdir "$2"
  awk -v dir="$2" -v page="$1" '
    function start(kind) {
      file = sprintf("%s/%03d.%s", dir, ++n, kind)
      printf "" >file
      print page ":" FNR >(sprintf("%s/%03d.place", dir, n))
    }
    /^<!-- sh .* -->$/ { start("sh"); sub(/^<!-- sh /, ""); sub(/ -->$/, ""); print >file; close(file); next }
    !inside && /^```sh$/ { start("sh"); inside = 1; next }
    !inside && /^```sh esito=[0-9]$/ { start("sh"); print substr($2, 7) >(file ".esito"); inside = 1; next }
    !inside && /^```sh installazione$/ { start("installazione"); inside = 1; next }
    !inside && /^```text$/ { start("text"); inside = 1; next }
    !inside && /^```xml [a-z]*$/ { start($2 ".xml"); inside = 1; next }
    !inside && /^```/ { start("altro"); inside = 1; next }
    inside && /^```$/ { inside = 0; close(file); next }
    inside { print >file }' "$1"
}

# run_block FILE PLACE
run_block() {
  wanted=0
  [ -f "$1.esito" ] && wanted=$(cat "$1.esito")
  (cd "$work/copia" && sh -e "$1") >"$work/answer" 2>&1 </dev/null
  code=$?
  [ "$code" -eq "$wanted" ] && return
  fail "$2: esito $code, atteso $wanted: $(head -n 1 "$1")"
  head -n 5 "$work/answer" | sed 's/^/  /'
}

plan_head='<piano xmlns="urn:relazione:piano:1" tipo="relazione" anno="2022">
<ente codice="e" denominazione="Ente"/><documento titolo="Relazione"/>'
objective_head='<ambito codice="1" titolo="A"><obiettivo id="OS1" tipo="strategico" titolo="O">'
indicator='<indicatore id="k"><nome>K</nome><target>1</target><consuntivo>1</consuntivo></indicatore>'

# wrapped FILE CONTEXT: a whole plan around a piece of one.
wrapped() {
  case $2 in
    intero) cat "$1" ;;
    piano) echo "$plan_head"; cat "$1"; echo '</piano>' ;;
    sistema) echo "$plan_head<sistema>"; cat "$1"; echo '</sistema></piano>' ;;
    obiettivo) echo "$plan_head$objective_head$indicator"; cat "$1"; echo '</obiettivo></ambito></piano>' ;;
    indicatore) echo "$plan_head$objective_head<indicatore id=\"k\" unita-misura=\"%\">"; cat "$1"
      echo '</indicatore></obiettivo></ambito></piano>' ;;
    scheda) echo "$plan_head<struttura><incarico id=\"sg\" ruolo=\"SG\"/></struttura>"
      echo "$objective_head$indicator</obiettivo></ambito>"; cat "$1"; echo '</piano>' ;;
  esac
}

# accepted FILE PLACE
accepted() {
  context=${1%.xml}
  context=${context##*.}
  if [ "$context" = modello ]; then
    run 0 componi samples/minimo/piano.xml -m "$1" -o "$work/modello.pdf" || fail "$2"
    return
  fi
  wrapped "$1" "$context" >"$work/pezzo.xml"
  run 0 controlla -q "$work/pezzo.xml" || fail "$2"
}

for page in README.md docs/guida.md; do
  dir=$work/$(basename "$page" .md)
  blocks "$page" "$dir"
  for file in "$dir"/*; do
    number=${file##*/}
    place=$(cat "$dir/${number%%.*}.place")
    case $file in
      *.place | *.esito) ;;
      *.sh) run_block "$file" "$place" ;;
      *.text)
        cmp -s "$file" "$work/answer" && continue
        fail "$place: la risposta non è quella della pagina"
        diff "$file" "$work/answer" | head -n 8 | sed 's/^/  /'
        ;;
      *.xml)
        accepted "$file" "$place"
        cp "$file" "$work/copia/riquadro.xml"
        ;;
      *.installazione)
        for named in $(grep -oE '(samples|tests)/[a-z]+\.sh' "$file"); do
          true_that "$place: c’è $named" test -f "$named"
        done
        ;;
      *.altro) fail "$place: un riquadro che nessuno prova" ;;
    esac
  done
  # Links to files of the house lead somewhere.
  grep -oE '\]\([^)#:]+\)|src="[^":]+"' "$page" | sed 's/^](//; s/^src="//; s/[)"]$//' |
    while read -r target; do
      [ -e "$root/$(dirname "$page")/$target" ] || echo "$page: manca $target"
    done >"$work/dead"
  [ -s "$work/dead" ] && fail "$(cat "$work/dead")"
done
finish
