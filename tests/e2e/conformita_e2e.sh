# conformità: every PDF that the program writes, read by the project's own judge
# (tests/conformance): samples and generated plans, internal and public, with
# and without attachments, reports and sheets.
. "$(dirname "$0")/lib.sh"
conforma=$4

# conforms WHAT FILE…: no clause is broken.
conforms() {
  what=$1
  shift
  "$conforma" "$@" >"$work/findings" && return 0
  fail "$what: non conforme"
  sed "s#$work/##; s/^/  /" "$work/findings" | head -10
}

# report WHAT PLAN OPTION…: the plan composed and judged.
report() {
  what=$1
  plan=$2
  shift 2
  run 0 componi "$plan" -q "$@" -o "$work/r.pdf" && conforms "$what $*" "$work/r.pdf"
}

# claims PART FILE: the part of PDF/A that the file says it keeps.
claims() {
  true_that "$2: PDF/A-$1a" grep -qa "<pdfaid:part>$1</pdfaid:part>" "$work/r.pdf"
}

# sheets WHAT PLAN: one PDF a person, each judged, if there are any.
sheets() {
  grep -q '<assegnazione' "$2" || return 0
  rm -rf "$work/schede"
  run 0 schede "$2" -q --unita -o "$work/schede" && conforms "$1 schede" "$work/schede"/*.pdf
  form=templates/scheda-$(basename "$(dirname "$2")").xml
  [ -f "$form" ] || return 0
  run 0 schede "$2" -q --unita -m "$form" -o "$work/schede" && conforms "$1 $form" "$work/schede"/*.pdf
}

# ---- the samples -------------------------------------------------------------

for plan in samples/*/piano.xml; do
  for edition in interna pubblica; do
    report "$plan" "$plan" --edizione $edition
    claims 3 "$plan"
    report "$plan" "$plan" --edizione $edition --senza-allegati
    claims 2 "$plan"
  done
  sheets "$plan" "$plan"
done

# ---- the templates ------------------------------------------------------------

for template in templates/*.xml; do
  case $template in templates/scheda*) continue ;; esac # a sheet a person: above
  for plan in samples/minimo/piano.xml samples/lecce/piano.xml; do
    report "$plan" "$plan" -m "$template"
  done
done

# ---- generated plans: seed, objectives, indicators, operational ones ---------------

while read -r seed objectives indicators operational; do
  "$genera" "$seed" "$objectives" "$indicators" "$operational" >"$work/piano.xml"
  report "piano generato $seed" "$work/piano.xml"
  sheets "piano generato $seed" "$work/piano.xml"
done <<'EOF'
1 1 1 0
2 1 2 1
3 2 1 0
4 2 3 2
5 3 3 0
6 3 5 3
7 4 2 1
8 4 4 0
9 5 1 4
10 5 5 2
11 6 3 0
12 6 2 2
13 7 4 1
14 8 1 0
15 8 3 3
16 9 2 0
17 10 1 1
18 11 4 0
19 12 2 2
20 14 5 1
EOF

finish
