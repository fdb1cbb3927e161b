/* entry.c - what a folder of the site says of itself, in voce.xml.
 *
 * Its list of files with their checksums is what the manifest over all is made
 * of, so that index and manifest follow from the site alone: a run that goes
 * on, or one that joins parts, needs nothing else.
 */
#include "batch_private.h"

#include "base/escape.h"
#include "markup/markup.h"

#include <stdlib.h>

#define ENTRY_SPACE     "urn:relazione:voce:1"
#define ENTRY_BYTES_MAX ((size_t)4 << 20)

/* ---- writing ------------------------------------------------------------------- */

static void add_head(struct text *out, const struct entry *entry)
{
	text_add(out,
		 "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<voce xmlns=\"" ENTRY_SPACE "\"");
	escape_attribute(out, "chiave", entry->key);
	text_addf(out, " anno=\"%d\"", entry->year);
	escape_attribute(out, "ente", entry->body);
	escape_attribute(out, "denominazione", entry->name);
	escape_attribute(out, "titolo", entry->title);
	escape_attribute(out, "tipo", entry->type);
	escape_attribute(out, "stato", entry->status);
	escape_attribute(out, "data", entry->date);
	escape_attribute(out, "giorno", entry->day);
	escape_attribute(out, "licenza", entry->licence);
	escape_attribute(out, "risultato", entry->result);
	escape_attribute(out, "giudizio", entry->judgement);
	escape_attribute(out, "segnale", entry->signal);
	escape_attribute(out, "fonte", entry->source);
	escape_attribute(out, "sha256-fonte", entry->source_hash);
	escape_attribute(out, "programma", entry->version);
	text_add(out, ">\n");
}

void entry_write(struct text *out, const struct entry *entry)
{
	add_head(out, entry);
	for (size_t i = 0; i < entry->bar_count; i++) {
		const struct entry_bar *bar = &entry->bars[i];

		text_add(out, "  <obiettivi");
		escape_attribute(out, "tipo", bar->type);
		escape_attribute(out, "giudizio", bar->judgement);
		escape_attribute(out, "segnale", bar->signal);
		text_addf(out, " numero=\"%d\"/>\n", bar->number);
	}
	for (size_t i = 0; i < entry->file_count; i++) {
		text_add(out, "  <file");
		escape_attribute(out, "nome", entry->files[i].path);
		escape_attribute(out, "sha256", entry->files[i].hash);
		text_addf(out, " byte=\"%llu\"/>\n", entry->files[i].size);
	}
	text_add(out, "</voce>\n");
}

/* ---- reading ------------------------------------------------------------------- */

static size_t count_named(const struct element *root, const char *name)
{
	size_t count = 0;

	for (const struct element *e = root->first; e != NULL; e = e->next)
		count += element_is(e, name);
	return count;
}

static const char *or_empty(const char *value)
{
	return value != NULL ? value : "";
}

/* A path that stays in the folder: the site may have been tampered with. */
static bool stays_inside(const char *path)
{
	return path[0] != '\0' && path[0] != '/' && strstr(path, "..") == NULL;
}

static void take_lists(struct entry *entry, struct arena *arena, const struct element *root)
{
	entry->bars = arena_array(arena, struct entry_bar, count_named(root, "obiettivi"));
	entry->files = arena_array(arena, struct entry_file, count_named(root, "file"));
	for (const struct element *e = root->first; e != NULL; e = e->next) {
		if (element_is(e, "obiettivi"))
			entry->bars[entry->bar_count++] = (struct entry_bar){
				.type = element_attribute(e, "tipo"),
				.judgement = or_empty(element_attribute(e, "giudizio")),
				.signal = element_attribute(e, "segnale"),
				.number = atoi(or_empty(element_attribute(e, "numero"))),
			};
		else if (element_is(e, "file") &&
			 stays_inside(or_empty(element_attribute(e, "nome"))))
			entry->files[entry->file_count++] = (struct entry_file){
				.path = element_attribute(e, "nome"),
				.hash = or_empty(element_attribute(e, "sha256")),
				.size = strtoull(or_empty(element_attribute(e, "byte")), NULL, 10),
			};
	}
}

static struct entry *take_entry(struct arena *arena, const struct element *root)
{
	struct entry *entry = arena_new(arena, struct entry);

	entry->key = or_empty(element_attribute(root, "chiave"));
	entry->year = atoi(or_empty(element_attribute(root, "anno")));
	entry->body = or_empty(element_attribute(root, "ente"));
	entry->name = or_empty(element_attribute(root, "denominazione"));
	entry->title = or_empty(element_attribute(root, "titolo"));
	entry->type = or_empty(element_attribute(root, "tipo"));
	entry->status = element_attribute(root, "stato");
	entry->date = or_empty(element_attribute(root, "data"));
	entry->day = or_empty(element_attribute(root, "giorno"));
	entry->licence = or_empty(element_attribute(root, "licenza"));
	entry->result = element_attribute(root, "risultato");
	entry->judgement = element_attribute(root, "giudizio");
	entry->signal = element_attribute(root, "segnale");
	entry->source = or_empty(element_attribute(root, "fonte"));
	entry->source_hash = or_empty(element_attribute(root, "sha256-fonte"));
	entry->version = or_empty(element_attribute(root, "programma"));
	take_lists(entry, arena, root);
	return entry;
}

struct entry *entry_read(struct arena *arena, const char *site, const char *key)
{
	struct diag diag = diag_make(arena);
	const char *path = file_join(arena, site, file_join(arena, key, ENTRY_FILE));
	struct element *root;
	struct entry *entry;
	struct bytes bytes;

	if (!file_exists(path) ||
	    file_read(&bytes, arena, path, ENTRY_BYTES_MAX, &diag) != STATUS_OK ||
	    markup_read(&root, arena, path, bytes, ENTRY_SPACE, NULL, &diag) != STATUS_OK ||
	    !element_is(root, "voce"))
		return NULL;
	entry = take_entry(arena, root);
	entry->hash = hash_bytes(arena, bytes.data, bytes.length);
	entry->size = bytes.length;
	return strcmp(entry->key, key) == 0 ? entry : NULL;
}

const struct entry_file *entry_file(const struct entry *entry, const char *path)
{
	for (size_t i = 0; i < entry->file_count; i++)
		if (strcmp(entry->files[i].path, path) == 0)
			return &entry->files[i];
	return NULL;
}

static int by_body_and_year(const void *a, const void *b)
{
	const struct entry *x = *(struct entry *const *)a, *y = *(struct entry *const *)b;
	int names = strcmp(x->name, y->name), keys = strcmp(x->body, y->body);

	if (names != 0)
		return names;
	if (keys != 0)
		return keys;
	if (x->year != y->year)
		return x->year > y->year ? -1 : 1;
	return strcmp(x->key, y->key);
}

static void add_entry(struct entries *entries, size_t *capacity, struct arena *arena,
		      struct entry *entry)
{
	if (entry == NULL)
		return;
	if (entries->count == *capacity) {
		size_t more = *capacity * 2 + 64;

		entries->items = arena_grow(arena, entries->items, *capacity * sizeof(void *),
					    more * sizeof(void *));
		*capacity = more;
	}
	entries->items[entries->count++] = entry;
}

const char *entries_last_day(const struct entries *entries)
{
	const char *last = "1970-01-01";

	for (size_t i = 0; i < entries->count; i++)
		if (strcmp(entries->items[i]->day, last) > 0)
			last = entries->items[i]->day;
	return last;
}

struct entries entries_read(struct arena *arena, const char *site)
{
	struct names bodies = folder_entries(arena, site);
	struct entries entries = { 0 };
	size_t capacity = 0;

	for (size_t i = 0; i < bodies.count; i++) {
		struct names years = folder_entries(arena, file_join(arena, site, bodies.items[i]));

		for (size_t k = 0; k < years.count; k++) {
			const char *key = file_join(arena, bodies.items[i], years.items[k]);

			add_entry(&entries, &capacity, arena, entry_read(arena, site, key));
		}
	}
	if (entries.count > 1)
		qsort(entries.items, entries.count, sizeof(void *), by_body_and_year);
	return entries;
}
