/* feed.c - what is new, and the map of the site.
 *
 * Dates are those of the documents. Without the address of the site links are
 * relative: Atom allows it, the map of the site does not (site.c tells).
 *
 * Source: RFC 4287 (Atom), RFC 4946 (licence), RFC 9562 (UUID); sitemaps.org 0.9.
 */
#include "metadata.h"

#include <stdlib.h>

static const char *address_of(const struct site *site)
{
	return site->address != NULL ? site->address : "";
}

/* ---- Atom ------------------------------------------------------------------------ */

/* An id must never change, so it hangs on the name alone: a UUID of version 8,
 * whose bits are those of a checksum. */
static const char *id_of(struct arena *arena, const char *kind, const char *name)
{
	struct hash *hash = hash_begin(arena);
	const char *hex;

	hash_add_string(hash, kind);
	hash_add_string(hash, name);
	hex = hash_end(hash, arena);
	return arena_printf(arena, "urn:uuid:%.8s-%.4s-8%.3s-a%.3s-%.12s", hex, hex + 8, hex + 12,
			    hex + 15, hex + 18);
}

/* Of the bodies, since years come and go. */
static const char *feed_id(struct arena *arena, const struct site *site)
{
	struct text bodies = text_make(arena);
	const char *last = "";

	if (site->address != NULL)
		return site->address;
	for (size_t i = 0; i < site->entries.count; i++) {
		const char *body = site->entries.items[i]->body;

		if (strcmp(body, last) != 0)
			text_addf(&bodies, "%s ", body);
		last = body;
	}
	return id_of(arena, "sito", bodies.bytes);
}

static void add_link(struct text *out, const struct site *site, const struct entry *entry,
		     const char *relation, const struct site_form *form)
{
	const struct entry_file *file = entry_file(entry, form->path);

	text_addf(out, "<link rel=\"%s\" type=\"%s\"", relation, form->type);
	if (file != NULL)
		text_addf(out, " length=\"%llu\"", file->size);
	site_add(out, " href=\"", address_of(site), "");
	site_add(out, "", entry->key, "/");
	text_addf(out, "%s\"/>\n", form->path);
}

/* The page or what stands for it; all else is enclosed. */
static void add_links(struct text *out, const struct site *site, const struct entry *entry)
{
	const struct site_form *face = site_face(entry);
	struct licence licence = metadata_licence(entry->licence);

	add_link(out, site, entry, "alternate", face);
	for (const struct site_form *form = site_forms; form->path != NULL; form++)
		if (form != face && entry_file(entry, form->path) != NULL)
			add_link(out, site, entry, "enclosure", form);
	if (licence.address != NULL)
		site_add(out, "<link rel=\"license\" href=\"", licence.address, "\"/>\n");
}

static void add_summary(struct text *out, const struct entry *entry)
{
	const char *result = site_result(out->arena, entry);

	site_add(out, "<summary>", entry->title, "");
	if (result != NULL)
		text_addf(out, ": risultato complessivo %s", result);
	if (result != NULL && entry->judgement != NULL)
		site_add(out, ", ", entry->judgement, "");
	text_add(out, "</summary>\n");
}

static void add_entry(struct text *out, const struct site *site, const struct entry *entry)
{
	site_add(out, "<entry>\n<id>", id_of(out->arena, "voce", entry->key), "</id>\n<title>");
	site_add(out, "", entry->name, ", ");
	site_add(out, "", entry->title, "");
	text_addf(out, " %d</title>\n<updated>%sT12:00:00Z</updated>\n", entry->year, entry->day);
	site_add(out, "<author><name>", entry->name, "</name></author>\n");
	add_summary(out, entry);
	add_links(out, site, entry);
	site_add(out, "<rights>", metadata_licence(entry->licence).name, "</rights>\n</entry>\n");
}

static void add_feed_links(struct text *out, const struct site *site)
{
	if (site->address != NULL)
		site_add(out, "<link rel=\"self\" type=\"application/atom+xml\" href=\"",
			 site->address, SITE_FEED "\"/>\n");
	site_add(out, "<link rel=\"alternate\" type=\"text/html\" href=\"", address_of(site),
		 SITE_INDEX "\"/>\n");
}

static int newest_first(const void *a, const void *b)
{
	const struct entry *x = *(struct entry *const *)a, *y = *(struct entry *const *)b;
	int days = strcmp(x->day, y->day);

	return days != 0 ? -days : strcmp(x->key, y->key);
}

void site_feed(struct text *out, const struct site *site)
{
	size_t count = site->entries.count;
	struct entry **entries = arena_array(out->arena, struct entry *, count);

	if (count > 0)
		memcpy(entries, site->entries.items, count * sizeof *entries);
	if (count > 1)
		qsort(entries, count, sizeof *entries, newest_first);
	text_add(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		      "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"it\">\n");
	site_add(out, "<id>", feed_id(out->arena, site), "</id>\n");
	text_addf(out,
		  "<title>Performance: documenti pubblicati</title>\n"
		  "<updated>%sT12:00:00Z</updated>\n",
		  entries_last_day(&site->entries));
	site_add(out, "<generator version=\"", site->version, "\">relazione</generator>\n");
	add_feed_links(out, site);
	for (size_t i = 0; i < count; i++)
		add_entry(out, site, entries[i]);
	text_add(out, "</feed>\n");
}

/* ---- the map ----------------------------------------------------------------------- */

static void add_place(struct text *out, const struct site *site, const char *folder,
		      const char *name, const char *date)
{
	site_add(out, "<url><loc>", address_of(site), "");
	site_add(out, "", folder, name);
	text_add(out, "</loc>");
	if (date[0] != '\0')
		text_addf(out, "<lastmod>%s</lastmod>", date);
	text_add(out, "</url>\n");
}

void site_map(struct text *out, const struct site *site)
{
	text_add(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		      "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
	add_place(out, site, "", SITE_INDEX, entries_last_day(&site->entries));
	for (size_t i = 0; i < site->entries.count; i++) {
		const struct entry *entry = site->entries.items[i];
		const char *folder = arena_printf(out->arena, "%s/", entry->key);

		add_place(out, site, folder, site_face(entry)->path, entry->date);
	}
	text_add(out, "</urlset>\n");
}
