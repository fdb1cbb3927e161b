# The templates: every sample through every template of its kind, a sound PDF and
# not a word beyond what the plan itself deserves.
#
# A template named as a sample is of that sample's kind; relazione*.xml and
# piano.xml say theirs; confronto.xml and scheda.xml belong to other commands.
. "$(dirname "$0")/lib.sh"

# kind PLAN: relazione or piano.
kind() {
  grep -o 'tipo="[a-z]*"' "$1" | head -n 1 | cut -d '"' -f 2
}

# kind_of_template FILE: the kind of plan that it lays out; nothing when no plan.
kind_of_template() {
  name=$(basename "$1" .xml)
  case $name in
    confronto | scheda | scheda-*) ;;
    relazione*) echo relazione ;;
    piano) echo piano ;;
    *) [ -f "samples/$name/piano.xml" ] && kind "samples/$name/piano.xml" ;;
  esac
}

# rendered PLAN TEMPLATE EDITION
rendered() {
  run 0 componi "$1" -m "$2" --edizione "$3" -o "$work/x.pdf" || return
  # A finding of the plan, which the check alone makes too, is not the template's.
  sort -u "$work/err" | comm -23 - "$work/findings" >"$work/own"
  if [ -s "$work/own" ]; then
    fail "$1 con $2, edizione $3"
    sed 's/^/  /' "$work/own" | head -n 5
  fi
  true_that "$1 con $2, edizione $3: PDF integro" qpdf --check "$work/x.pdf"
}

for template in templates/*.xml; do
  case $template in
    */confronto.xml | */scheda.xml | */scheda-*.xml) ;;
    *) [ -n "$(kind_of_template "$template")" ] || fail "$template: di che piani è?" ;;
  esac
done

"$genera" 5 4 3 2 >"$work/generato.xml"
for plan in samples/*/piano.xml "$work/generato.xml"; do
  run 0 controlla "$plan"
  cat "$work/out" "$work/err" | sort -u >"$work/findings"
  for template in templates/*.xml; do
    [ "$(kind_of_template "$template")" = "$(kind "$plan")" ] || continue
    rendered "$plan" "$template" interna
    rendered "$plan" "$template" pubblica
  done
done

# Every block that a template may include stands by itself: read alone beside the
# styles, it has nothing to say.
for block in templates/blocchi/*.xml; do
  name=$(basename "$block")
  grep -qF "blocchi/$name" docs/modelli.md || fail "docs/modelli.md non dice che c’è blocchi/$name"
  cat >"$work/modello.xml" <<EOF
<modello xmlns="urn:relazione:modello:1" nome="prova">
  <includi file="blocchi/stili.xml"/><includi file="blocchi/scheda.xml"/><includi file="blocchi/$name"/>
  <corpo><sezione pagina="verticale"><p>Prova</p></sezione></corpo>
</modello>
EOF
  run 0 componi samples/minimo/piano.xml -m "$work/modello.xml" -q -o "$work/x.pdf"
  says err </dev/null
done
# Every picture of the manual is there, and none is heavy.
for picture in $(grep -o 'immagini/[a-z-]*\.png' docs/modelli.md | sort -u); do
  if [ ! -f "docs/$picture" ]; then
    fail "manca docs/$picture"
  elif [ "$(wc -c <"docs/$picture")" -gt 122880 ]; then
    fail "docs/$picture pesa più di 120 KB"
  fi
done
# Nothing that a plan says is lost: its texts, whatever their id, in both trees.
edited perduto 's#</piano>#<testo id="mai-visto" titolo="Un capitolo in più"><p>Parole che nessun modello conosce.</p></testo></piano>#'
for template in templates/relazione*.xml; do
  run 0 componi "$work/perduto.xml" -m "$template" -q -o "$work/x.pdf"
  pdftotext "$work/x.pdf" "$work/words"
  for words in 'Un capitolo in più' 'Parole che nessun modello conosce.'; do
    grep -qF "$words" "$work/words" || fail "$template: manca «$words»"
  done
done
# Individual sheets, and figures about them, are for the inner edition only.
for template in templates/relazione*.xml; do
  for edition in interna pubblica; do
    run 0 componi samples/torino/piano.xml -m "$template" --edizione $edition -q -o "$work/x.pdf"
    pdftotext "$work/x.pdf" "$work/$edition"
  done
  for words in 'Obiettivi individuali e di struttura' 'Obiettivo assegnato\|^assegnato' 'Tabelle sulla valutazione individuale'; do
    grep -q "$words" "$work/pubblica" && fail "$template: l’edizione pubblica ha «$words»"
  done
  grep -q 'Obiettivi individuali e di struttura' "$work/interna" || fail "$template: mancano le schede individuali"
done
finish
