# docs/controlli.md knows every code that publishing may give.
. "$(dirname "$0")/lib.sh"

true_that "docs/controlli.md ha tutti i codici" python3 - <<'END'
import pathlib, re

page = pathlib.Path("docs/controlli.md").read_text()
call = re.compile(r'\b(?:diag_error|diag_warning|diag_note|refuse|fault|list_fault|unusable)\s*\(([^;]*?)"([a-z]+(?:-[a-z]+)*)"')
given = re.compile(r'fault_code = "([a-z-]+)"')
codes = set()
for source in pathlib.Path("src/batch").glob("*.c"):
    text = source.read_text()
    codes |= {found[1] for found in call.findall(text)} | set(given.findall(text))
assert len(codes) > 35, codes
missing = sorted(code for code in codes if f"`{code}`" not in page)
assert not missing, missing
END

finish
