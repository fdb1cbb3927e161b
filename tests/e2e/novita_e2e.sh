# pubblica: what is new (Atom) and the map of the site, with the address and without.
# Source: RFC 4287, 4.1 and 4.2; sitemaps.org 0.9.
. "$(dirname "$0")/lib.sh"

mkdir "$work/piani"
edited piani/uno 's/codice="ente-esempio"/codice="uno"/'
edited piani/due 's/codice="ente-esempio"/codice="due"/; s/anno="2022"/anno="2023"/; s/>2022-/>2023-/'
sed 's/codice="uno" denominazione="Ente di esempio"/codice="tre" denominazione="A \&amp; B \&lt;i\&gt;"/' \
  "$work/piani/uno.xml" >"$work/piani/tre.xml"

# atom SITE XPATH WANTED: the names of Atom stand without prefix.
atom() {
  sed 's/xmlns="[^"]*"//' "$1/feed.xml" >"$work/feed.xml"
  found=$(xmllint --xpath "$2" "$work/feed.xml")
  [ "$found" = "$3" ] || fail "feed di $1: $2 è «$found», non «$3»"
}

for word in ftp://esempio.example https:// 'https://esempio.example/?a' 'www.esempio.example'; do
  run 2 pubblica "$work/piani" -o "$work/nulla" --indirizzo "$word" -q
  has err "«$word» non è l’indirizzo"
done
absent "$work/nulla"
run 0 pubblica "$work/piani" -o "$work/casa" --indirizzo https://www.esempio.example/perf -q
run 0 pubblica "$work/piani" -o "$work/senza"
has out '--indirizzo'
for site in "$work/casa" "$work/senza"; do
  true_that "feed ben formato" xmllint --noout "$site/feed.xml" "$site/sitemap.xml"
  entries=$(grep -c '<entry>' "$site/feed.xml")
  [ "$entries" -eq 3 ] || fail "voci nel feed: $entries"
  # Exactly one id, title and updated each; an author; one alternate link; ids are whole and differ.
  atom "$site" 'count(//*[self::feed or self::entry][count(id)!=1 or count(title)!=1 or count(updated)!=1])' 0
  atom "$site" 'count(//entry[count(author/name)!=1 or count(link[@rel="alternate"])!=1])' 0
  atom "$site" 'count(//entry[not(starts-with(id,"urn:uuid:")) or string-length(id)!=45])' 0
  atom "$site" 'count(//entry[id=preceding::id])' 0
  atom "$site" 'count(//updated[string-length(.)!=20 or substring(.,11,1)!="T"])' 0
  atom "$site" 'count(//entry/link[@rel="enclosure" and not(number(@length)>0)])' 0
  atom "$site" 'string(//entry[1]/link[@rel="enclosure"][1]/@type)' application/pdf
done
atom "$work/casa" 'string(/feed/link[@rel="self"]/@href)' https://www.esempio.example/perf/feed.xml
atom "$work/casa" 'string(/feed/id)' https://www.esempio.example/perf/
atom "$work/senza" 'count(/feed/link[@rel="self"])' 0
atom "$work/senza" 'starts-with(/feed/id,"urn:uuid:")' true
atom "$work/senza" 'count(//entry[author/name="A & B <i>"])' 1
# An id is for ever: it does not hang on where the site stands.
[ "$(grep '<id>urn' "$work/casa/feed.xml")" = "$(grep '<id>urn' "$work/senza/feed.xml" | tail -n 3)" ] ||
  fail "gli id cambiano con l'indirizzo"
[ "$(grep -c '<loc>https://www.esempio.example/perf/' "$work/casa/sitemap.xml")" -eq 4 ] ||
  fail "la mappa non ha quattro indirizzi interi"

finish
