/* manifest.c - every file of a site with its checksum. */
#include "batch_private.h"

#include "base/escape.h"

static void add_sum(struct text *sums, const char *hash, const char *path)
{
	text_addf(sums, "%s  %s\n", hash, path);
}

static void add_row(struct text *csv, const char *path, const struct entry_file *file,
		    const struct entry *entry, const char *version)
{
	escape_csv(csv, path, ',', CSV_TEXT);
	text_addf(csv, ",%s,%llu,", file->hash, file->size);
	escape_csv(csv, entry != NULL ? entry->source : "", ',', CSV_TEXT);
	text_addf(csv, ",%s,", entry != NULL ? entry->source_hash : "");
	escape_csv(csv, entry != NULL ? entry->version : version, ',', CSV_TEXT);
	text_add(csv, "\r\n");
}

static void add_entry(struct text *csv, struct text *sums, const struct entry *entry)
{
	const struct entry_file own = { ENTRY_FILE, entry->hash, entry->size };

	for (size_t i = 0; i <= entry->file_count; i++) {
		const struct entry_file *file = i < entry->file_count ? &entry->files[i] : &own;
		const char *path = file_join(csv->arena, entry->key, file->path);

		add_row(csv, path, file, entry, NULL);
		add_sum(sums, file->hash, path);
	}
}

void site_manifest(struct text *csv, struct text *sums, const struct site *site,
		   const struct entry_file *others, size_t other_count)
{
	text_add(csv, "file,sha256,byte,fonte,sha256_fonte,versione\r\n");
	for (size_t i = 0; i < other_count; i++) {
		add_row(csv, others[i].path, &others[i], NULL, site->version);
		add_sum(sums, others[i].hash, others[i].path);
	}
	for (size_t i = 0; i < site->entries.count; i++)
		add_entry(csv, sums, site->entries.items[i]);
	add_sum(sums, hash_bytes(csv->arena, csv->bytes, csv->length), SITE_MANIFEST);
}
