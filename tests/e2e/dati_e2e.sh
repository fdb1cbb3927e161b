# Open data, read by others' eyes: each table against its schema, keys that hold,
# nothing that a spreadsheet would run, metadata with what DCAT-AP_IT asks for.
. "$(dirname "$0")/lib.sh"

mkdir "$work/piani"
cat >"$work/piani/piano.xml" <<'EOF'
<piano xmlns="urn:relazione:piano:1" tipo="relazione" anno="2022">
  <ente codice="ente-x" denominazione="Ente &quot;X&quot;, con virgola"/><documento titolo="T" licenza="CC0-1.0"/>
  <sistema><regola id="r" tipo="lineare"/><predefinite numero="r"/>
    <giudizi><giudizio da="50" etichetta="=1+1"/><giudizio da="0" etichetta="-no"/></giudizi></sistema>
  <obiettivo id="A" tipo="@x" titolo="＝SOMMA(A1)">
    <indicatore id="A1"><nome>-5 pratiche</nome><target>-2</target><consuntivo>-7.50</consuntivo></indicatore>
    <indicatore id="A2"><nome>+39 06</nome><target op="&lt;=">3</target><consuntivo>1</consuntivo></indicatore>
    <indicatore id="A3"><nome>due&#10;righe "virgolette"</nome><target>1</target><consuntivo>1</consuntivo></indicatore>
    <indicatore id="A4"><nome>-5.2</nome><target>1</target><consuntivo>1</consuntivo></indicatore>
  </obiettivo>
  <premi><categoria nome="=dirigenti" stanziato="10.10" distribuito="9" valutati="5">
    <fascia etichetta="alta" numero="5"/><fascia etichetta="bassa" numero="0"/></categoria></premi>
  <valutati><categoria nome="dirigenti" valutati="5"><fascia etichetta="alta" numero="5"/></categoria></valutati>
  <bilancio><serie id="s" titolo="S"><punto voce="-1" valore="-3.50"/><punto voce="@v"/></serie></bilancio>
</piano>
EOF
cp -r samples/torino "$work/piani/torino"
cp -r samples/lecce "$work/piani/lecce"
run 0 pubblica "$work/piani" -o "$work/sito" -q --solo dati --indirizzo https://dati.esempio.example/p/

cat >"$work/giudica.py" <<'EOF'
import csv, io, json, pathlib, re, sys

NUMBER = re.compile(r"-?\d+(\.\d+)?")
TYPES = {"integer": re.compile(r"-?\d+"), "number": NUMBER, "year": re.compile(r"\d{4}"), "string": re.compile(r".*", re.S)}

def cell(field, value, where):
    limits = field.get("constraints", {})
    if value == "":
        assert not limits.get("required"), where
        return
    assert TYPES[field["type"]].fullmatch(value), (where, value)
    assert "enum" not in limits or value in limits["enum"], (where, value)
    assert "minimum" not in limits or float(value) >= limits["minimum"], (where, value)
    assert "maximum" not in limits or float(value) <= limits["maximum"], (where, value)
    # What begins like a formula is a number or a sign of comparison.
    assert value[0] not in "=+-@\t\r＝＋－＠" or NUMBER.fullmatch(value) or value in ("<", "=", ">", "<=", ">="), (where, value)

def key(row, names):
    return tuple(row[name] for name in ([names] if isinstance(names, str) else names))

def table(folder, resource):
    raw = (folder / resource["path"]).read_bytes()
    text = raw.decode("utf-8")
    assert not raw.startswith(b"\xef\xbb\xbf") and raw.endswith(b"\r\n")
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    names = [field["name"] for field in resource["schema"]["fields"]]
    assert rows[0] == names, resource["path"]
    assert all(len(row) == len(names) for row in rows), resource["path"]
    rows = [dict(zip(names, row)) for row in rows[1:]]
    assert rows, resource["path"]
    for number, row in enumerate(rows, 2):
        for field in resource["schema"]["fields"]:
            cell(field, row[field["name"]], (resource["path"], number, field["name"]))
    own = resource["schema"].get("primaryKey")
    assert own is None or len({key(row, own) for row in rows}) == len(rows), resource["path"]
    return rows

count = 0
for package in pathlib.Path(sys.argv[1]).glob("*/*/dati/datapackage.json"):
    folder = package.parent
    resources = json.loads(package.read_text())["resources"]
    rows = {resource["name"]: table(folder, resource) for resource in resources}
    for resource in resources:
        alone = json.loads((folder / (resource["name"] + ".schema.json")).read_text())
        assert alone["schema"]["fields"] == resource["schema"]["fields"]
        for foreign in resource["schema"].get("foreignKeys", []):
            to = foreign["reference"]["resource"] or resource["name"]
            there = {key(row, foreign["reference"]["fields"]) for row in rows[to]}
            for row in rows[resource["name"]]:
                here = key(row, foreign["fields"])
                assert not any(here) or here in there, (folder, resource["name"], row)
        count += 1
    assert {path.stem for path in folder.glob("*.csv")} == set(rows)
assert count >= 23, count
EOF
true_that "i dati seguono i loro schemi" python3 "$work/giudica.py" "$work/sito"

here=$work/sito/ente-x/2022
grep -q ",'-5 pratiche," "$here/dati/indicatori.csv" || fail "una formula non è resa innocua"
grep -q ',-2,,-7.50,-5.50,' "$here/dati/indicatori.csv" || fail "un numero negativo è stato guastato"
grep -q ',-5.2,' "$here/dati/indicatori.csv" || fail "un testo che è un numero è stato guastato"
grep -q "'＝SOMMA" "$here/dati/obiettivi.csv" || fail "una formula a tutta larghezza non è resa innocua"
absent "$here/dati/risorse.csv"

cat >"$work/metadati.py" <<'EOF'
import json, re, sys
catalog = json.load(open(sys.argv[1]))
assert catalog["@context"]["@base"] == "https://dati.esempio.example/p/"
def has(thing, *names):
    for name in names:
        assert thing.get(name), (thing.get("@id"), name)
has(catalog, "dct:title", "dct:description", "dct:publisher", "dct:modified", "dcat:dataset", "dct:language", "foaf:homepage")
for dataset in catalog["dcat:dataset"]:
    has(dataset, "dct:identifier", "dct:title", "dct:description", "dct:modified", "dcat:theme", "dct:rightsHolder",
        "dct:accrualPeriodicity", "dcat:distribution", "dct:publisher", "dct:temporal", "dct:subject")
    for form in dataset["dcat:distribution"]:
        has(form, "dct:format", "dcat:accessURL", "dcat:downloadURL", "dct:license", "dcat:byteSize", "spdx:checksum")
        has(form["dct:license"], "@id", "dct:type", "foaf:name")
        assert re.fullmatch("[0-9a-f]{64}", form["spdx:checksum"]["spdx:checksumValue"]["@value"])
mine = [d for d in catalog["dcat:dataset"] if d["dct:identifier"] == "ente-x:06.03:2022"][0]
assert [s["@id"][-4:] for s in mine["dct:subject"]] == ["0603", "0604", "0605"]
assert "zero" in mine["dcat:distribution"][0]["dct:license"]["@id"]
EOF
true_that "il catalogo ha ciò che DCAT-AP_IT chiede" python3 "$work/metadati.py" "$work/sito/catalogo.jsonld"

# ---- the results against their schema ----------------------------------------------

for plan in samples/*/piano.xml tests/export/piano.xml tests/export/tabelle.xml; do
  for edition in interna pubblica; do
    run 0 calcola "$plan" -q -f xml --edizione $edition
    true_that "$plan: i risultati seguono il loro schema" xmllint --noout --schema src/export/risultati.xsd "$work/out"
  done
done

# ---- days and licences --------------------------------------------------------------

# day NAME ATTRIBUTES DOCUMENT: a plan without any figure.
day() {
  mkdir -p "$work/giorni"
  cat >"$work/giorni/$1.xml" <<EOF
<piano xmlns="urn:relazione:piano:1" $2><ente codice="$1" denominazione="$1"/>$3
  <obiettivo id="O" tipo="strategico" titolo="o"><indicatore id="I"><nome>i</nome><target>1</target><consuntivo>1</consuntivo>
    <modifica data="2022-09-13" campo="peso" da="1" a="2"/></indicatore></obiettivo></piano>
EOF
}
day atti 'tipo="relazione" anno="2022"' '<documento licenza="cc by 4.0"><approvazione data="2023-06-13"/><validazione data="2023-06-20"/><atto data="2023-01-10"/></documento>'
day modifiche 'tipo="relazione" anno="2022"' '<documento licenza="http://www.dati.gov.it/iodl/2.0"/>'
day niente 'tipo="relazione" anno="2022"' '<documento licenza="Licenza &lt;nostra&gt;"/>'
day futuro 'tipo="piano" anno="2027"' '<documento licenza="https://licenze.example/a?b&amp;c"/>'
sed -i '/<modifica/d; s/<consuntivo>1<\/consuntivo>/&<\/indicatore><\/obiettivo><\/piano>/' "$work/giorni/niente.xml"
sed -i '/<modifica/d; s/<consuntivo>1<\/consuntivo>/<\/indicatore><\/obiettivo><\/piano>/' "$work/giorni/futuro.xml"
run 0 pubblica "$work/giorni" -o "$work/giorni.sito" -v --indirizzo https://dati.esempio.example/
count 1 grep 'niente.xml:.*: avviso: la licenza «Licenza <nostra>» .*\[licenza-ignota\]' "$work/err"
count 1 grep -F '[licenza-ignota]' "$work/err"

cat >"$work/giorni.py" <<'EOF'
import datetime, json, pathlib, re, sys
import xml.etree.ElementTree as tree
site = pathlib.Path(sys.argv[1])
atom, terms = "{http://www.w3.org/2005/Atom}", "{http://www.sitemaps.org/schemas/sitemap/0.9}"
days = {"atti/2022": "2023-06-20", "modifiche/2022": "2022-09-13", "niente/2022": "2022-12-31", "futuro/2027": "2027-01-01"}
known = {"atti/2022", "modifiche/2022"}
licences = {"atti/2022": "https://creativecommons.org/licenses/by/4.0/", "modifiche/2022": "https://www.dati.gov.it/iodl/2.0/",
            "niente/2022": None, "futuro/2027": "https://licenze.example/a?b&c"}
names = {"atti/2022": "Creative Commons Attribuzione 4.0 Internazionale (CC BY 4.0)", "modifiche/2022": "Italian Open Data License 2.0 (IODL 2.0)",
         "niente/2022": "Licenza <nostra>", "futuro/2027": "https://licenze.example/a?b&c"}

feed = tree.parse(site / "feed.xml")
for entry in feed.iter(atom + "entry"):
    links = {link.get("rel"): link.get("href") for link in entry.iter(atom + "link")}
    key = re.search(r"example/(\w+/\d+)/", links["alternate"])[1]
    assert entry.find(atom + "updated").text == days[key] + "T12:00:00Z", key
    assert links.get("license") == licences[key] and entry.find(atom + "rights").text == names[key], (key, links)
for url in tree.parse(site / "sitemap.xml").iter(terms + "url"):
    key = re.search(r"example/(\w+/\d+)/", url.find(terms + "loc").text)
    assert key is None or (url.find(terms + "lastmod") is not None) == (key[1] in known)
for key, day in days.items():
    here = site / key
    meta = json.loads((here / "metadati.jsonld").read_text())
    assert meta["dct:modified"]["@value"] == day
    assert ("conseguiti" in meta["dct:description"]["@value"]) == (key != "futuro/2027")
    for form in meta["dcat:distribution"]:
        assert ("dct:modified" in form) == (key in known)
        assert form["dct:license"].get("@id") == licences[key] and form["dct:license"]["foaf:name"] == names[key]
    voice = tree.parse(here / "voce.xml").getroot()
    assert voice.get("data") == (day if key in known else "")
    assert voice.get("licenza") == (licences[key] or names[key])
    package = json.loads((here / "dati/datapackage.json").read_text())["licenses"]
    assert package[0].get("path") == licences[key] and package[0]["title"] == names[key]
    assert ("Documento del" in (here / "index.html").read_text()) == (key in known)
    assert ("<xmp:CreateDate>" + day).encode() in (here / "relazione.pdf").read_bytes()
page = (site / "index.html").read_text()
assert page.count("tutti del") == 2 and "2022-12-31" not in page and "2027-01-01" not in page
EOF
true_that "giorni e licenze sono quelli del piano" python3 "$work/giorni.py" "$work/giorni.sito"

finish
