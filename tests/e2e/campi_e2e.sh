# campi: the table of fields in every format; the page in docs/ is that table.
. "$(dirname "$0")/lib.sh"

run 0 campi
has out 'risultato'
true_that "le colonne stanno in fila" python3 -c '
import sys
rows = [row for row in open(sys.argv[1], encoding="utf-8") if row.startswith("  ")]
sys.exit(len(rows) < 100 or not all(row[20:22] + row[51:53] + row[59:61] == " " * 6 and row[61] != " " for row in rows))' "$work/out"
run 0 campi -f csv -o "$work/campi.csv"
true_that "CSV" python3 -c '
import csv, sys
rows = list(csv.reader(open(sys.argv[1], encoding="utf-8", newline="")))
sys.exit(len(rows) < 100 or len({len(row) for row in rows}) != 1)' "$work/campi.csv"
run 0 campi -f json -o "$work/campi.json"
true_that "JSON" python3 -m json.tool "$work/campi.json"
run 0 campi -f markdown -o "$work/campi.md"
true_that "docs/campi.md si rifà con: relazione campi -f markdown -o docs/campi.md" \
  diff docs/campi.md "$work/campi.md"
run 2 campi -f html
says err <<'EOF'
relazione: il formato «html» non esiste: scegliere testo, markdown, csv o json; l’uso è spiegato da «relazione campi --help»
EOF
run 2 campi samples/minimo/piano.xml
says err <<'EOF'
relazione: «samples/minimo/piano.xml» è di troppo; l’uso è spiegato da «relazione campi --help»
EOF
run 3 campi -o "$work/manca/campi.md"
has err 'scrittura non riuscita'
finish
