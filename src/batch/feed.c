/* feed.c - what is new, and the map of the site.
 *
 * Source: RFC 4287 (Atom); sitemaps.org 0.9. Dates are those of the documents.
 */
#include "batch_private.h"

#include "base/escape.h"

static void add_markup(struct text *out, const char *before, const char *value, const char *after)
{
	text_add(out, before);
	escape_markup(out, value);
	text_add(out, after);
}

static const char *latest(const struct entries *entries)
{
	const char *date = "1970-01-01";

	for (size_t i = 0; i < entries->count; i++)
		if (strcmp(entries->items[i]->date, date) > 0)
			date = entries->items[i]->date;
	return date;
}

/* The page when there is one, else the first file that people read. */
static const char *face_of(struct arena *arena, const struct entry *entry)
{
	static const char *const faces[] = { "index.html", "relazione.pdf", "metadati.jsonld" };
	size_t i = 0;

	while (i + 1 < sizeof faces / sizeof *faces && entry_file(entry, faces[i]) == NULL)
		i++;
	return arena_printf(arena, "%s/%s", entry->key, faces[i]);
}

static void add_entry(struct text *out, const struct site *site, const struct entry *entry)
{
	text_add(out, "<entry>");
	add_markup(out, "<id>urn:relazione:voce:", entry->key, "</id>");
	add_markup(out, "<title>",
		   arena_printf(out->arena, "%s, %s %d", entry->name, entry->title, entry->year),
		   "</title>");
	text_addf(out, "<updated>%sT12:00:00Z</updated>", entry->date);
	add_markup(out, "<author><name>", entry->name, "</name></author>");
	add_markup(out, "<link href=\"", site->address ? site->address : "", "");
	add_markup(out, "", face_of(out->arena, entry), "\"/>");
	add_markup(out, "<rights>", entry->licence, "</rights></entry>\n");
}

void site_feed(struct text *out, const struct site *site)
{
	text_add(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		      "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"it\">\n<id>");
	escape_markup(out, site->address ? site->address : "urn:relazione:sito");
	text_addf(out,
		  "</id>\n<title>Performance: documenti pubblicati</title>\n"
		  "<updated>%sT12:00:00Z</updated>\n",
		  latest(&site->entries));
	add_markup(out, "<generator>relazione ", site->version, "</generator>\n");
	add_markup(out, "<link rel=\"self\" href=\"", site->address ? site->address : "",
		   SITE_FEED "\"/>\n");
	for (size_t i = 0; i < site->entries.count; i++)
		add_entry(out, site, site->entries.items[i]);
	text_add(out, "</feed>\n");
}

static void add_place(struct text *out, const struct site *site, const char *path, const char *date)
{
	add_markup(out, "<url><loc>", site->address ? site->address : "", "");
	add_markup(out, "", path, "</loc><lastmod>");
	text_addf(out, "%s</lastmod></url>\n", date);
}

void site_map(struct text *out, const struct site *site)
{
	text_add(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
	if (site->address == NULL)
		text_add(out,
			 "<!-- Indirizzi relativi: pubblicare con l’opzione «indirizzo» perché "
			 "siano interi, come i motori di ricerca li vogliono. -->\n");
	text_add(out, "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
	add_place(out, site, SITE_INDEX, latest(&site->entries));
	for (size_t i = 0; i < site->entries.count; i++) {
		const struct entry *entry = site->entries.items[i];

		add_place(out, site, face_of(out->arena, entry), entry->date);
	}
	text_add(out, "</urlset>\n");
}
