/* join_entries.c - the entries of the parts, each file held against its checksum.
 *
 * What a part lists is copied, and nothing else: a file that was put into it by
 * hand is not published.
 */
#include "join_private.h"

#define STAGED "unione"

static const char *staged_path(struct join *join, const char *key)
{
	return file_join(join->arena, join->work, file_join(join->arena, STAGED, key));
}

/* ---- copying -------------------------------------------------------------------- */

static enum status copy_file(struct join *join, struct arena *arena, const char *from,
			     const char *to, const char *hash)
{
	unsigned long long size;
	const char *found;
	enum status status;

	if (!folder_is_file(from))
		return join_refuse(join, arena_strdup(join->arena, from), "manca",
				   "il file manca, o non è un file; rifare la parte");
	status = folder_copy_file(arena, from, to, join->diag);
	if (status != STATUS_OK)
		return status;
	if (hash_file(&found, &size, arena, to) && strcmp(found, hash) == 0)
		return STATUS_OK;
	return join_refuse(join, arena_strdup(join->arena, from), "cambiato",
			   "il contenuto non è quello che la parte ha pubblicato; rifare la parte");
}

static enum status copy_entry(struct join *join, const char *part, const struct entry *entry)
{
	const struct entry_file own = { ENTRY_FILE, entry->hash, entry->size };
	const char *from = file_join(join->arena, part, entry->key);
	const char *to = staged_path(join, entry->key);
	enum status status = STATUS_OK;

	for (size_t i = 0; i <= entry->file_count && status == STATUS_OK; i++) {
		const struct entry_file *file = i < entry->file_count ? &entry->files[i] : &own;
		struct arena *scratch = arena_create_within(join->arena);

		status = copy_file(join, scratch, file_join(scratch, from, file->path),
				   file_join(scratch, to, file->path), file->hash);
		arena_destroy(scratch);
	}
	return status;
}

/* ---- one entry ------------------------------------------------------------------ */

/* The same body and year in two parts must be the same to the byte. */
static enum status same(struct join *join, const struct entry *a, const struct entry *b,
			const char *part)
{
	if (strcmp(a->hash, b->hash) == 0)
		return STATUS_OK;
	return join_refuse(join, part, "doppione",
			   "ente e anno «%s» sono anche in un’altra parte, con altro contenuto; "
			   "toglierne uno e rifare quella parte",
			   a->key);
}

/* Whether the site has an entry already, to the byte. */
static bool stands(struct join *join, const struct entry *entry)
{
	struct arena *scratch = arena_create_within(join->arena);
	const char *site = join->options->site;
	const struct entry *there = entry_read(scratch, site, entry->key);
	bool equal = there != NULL && strcmp(there->hash, entry->hash) == 0;

	for (size_t i = 0; i < entry->file_count && equal; i++) {
		const char *path = file_join(scratch, entry->key, entry->files[i].path), *hash;
		unsigned long long size;

		equal = hash_file(&hash, &size, scratch, file_join(scratch, site, path)) &&
			strcmp(hash, entry->files[i].hash) == 0;
	}
	arena_destroy(scratch);
	return equal;
}

/* What others have put beside the entry that stands there goes with the new one. */
static enum status keep_foreign(struct join *join, const char *key)
{
	const char *site = join->options->site;
	const struct entry *before = entry_read(join->arena, site, key);

	if (before == NULL)
		return STATUS_OK;
	return entry_copy_foreign(before, join->arena, site, staged_path(join, key), join->diag);
}

static enum status stage_entry(struct join *join, const char *part, struct entry *entry)
{
	const struct entry *before = map_put(&join->taken, entry->key, entry);
	enum status status;

	if (before != NULL)
		return same(join, before, entry, part);
	if (stands(join, entry))
		return STATUS_OK;
	names_add(&join->staged, entry->key);
	status = copy_entry(join, part, entry);
	return status == STATUS_OK ? keep_foreign(join, entry->key) : status;
}

/* ---- one part ------------------------------------------------------------------- */

/* "body/year": a list that has been tampered with leads nowhere else. */
static bool is_key(const char *key)
{
	const char *slash = strchr(key, '/');

	return slash != NULL && slash > key && key[0] != '.' && slash[1] != '\0' &&
	       slash[1] != '.' && strchr(slash + 1, '/') == NULL;
}

/* The key of an entry whose own file this is, or NULL. */
static const char *key_of(struct arena *arena, const char *path)
{
	size_t length = strlen(path), end = strlen("/" ENTRY_FILE);
	const char *key;

	if (length <= end || strcmp(path + length - end, "/" ENTRY_FILE) != 0)
		return NULL;
	key = arena_strndup(arena, path, length - end);
	return is_key(key) ? key : NULL;
}

static enum status stage_listed(struct join *join, const char *part, const char *key,
				const char *hash)
{
	struct entry *entry = entry_read(join->arena, part, key);

	if (entry != NULL && strcmp(entry->hash, hash) == 0)
		return stage_entry(join, part, entry);
	return join_refuse(
		join, file_join(join->arena, part, file_join(join->arena, key, ENTRY_FILE)),
		"cambiato", "manca, o non è quello che la parte ha pubblicato; rifare la parte");
}

static void warn_of_unlisted(struct join *join, const struct part *part)
{
	struct names files = folder_files(join->arena, part->site);

	for (size_t i = 0; i < files.count; i++) {
		const char *path = files.items[i];

		if (strcmp(path, SITE_SUMS) == 0 || map_find(&part->sums, path) != NULL)
			continue;
		diag_warning(join->diag,
			     (struct place){ .file = file_join(join->arena, part->site, path) },
			     "in-piu", "il file non è nel manifesto della parte: non è pubblicato");
	}
}

static enum status stage_part(struct join *join, const struct part *part)
{
	enum status status = STATUS_OK;

	for (size_t i = 0; i < part->sums.count && status == STATUS_OK; i++) {
		const struct map_entry *sum = &part->sums.entries[i];
		const char *key = key_of(join->arena, sum->key);

		if (key != NULL)
			status = stage_listed(join, part->site, key, sum->value);
	}
	if (status == STATUS_OK)
		warn_of_unlisted(join, part);
	return status;
}

/* ---- all ------------------------------------------------------------------------ */

void join_forget(struct join *join)
{
	folder_remove(join->arena, file_join(join->arena, join->work, STAGED));
}

enum status join_stage(struct join *join)
{
	enum status status = STATUS_OK;

	join_forget(join);
	for (size_t i = 0; i < join->options->part_count && status == STATUS_OK; i++)
		status = stage_part(join, &join->parts[i]);
	return status;
}

enum status join_put(struct join *join)
{
	enum status status = STATUS_OK;

	for (size_t i = 0; i < join->staged.count && status == STATUS_OK; i++) {
		const char *key = join->staged.items[i];

		status = folder_replace(join->arena, staged_path(join, key),
					file_join(join->arena, join->options->site, key),
					join->diag);
	}
	return status;
}

static void tell_leftovers(struct join *join)
{
	const char *site = join->options->site;
	struct entries entries = entries_read(join->arena, site);

	for (size_t i = 0; i < entries.count; i++) {
		const char *key = entries.items[i]->key;

		if (map_find(&join->taken, key) != NULL)
			continue;
		diag_note(join->diag, (struct place){ .file = file_join(join->arena, site, key) },
			  "rimasto",
			  "nessuna parte ha questo ente e anno, che resta nel sito; per toglierlo, "
			  "--pulisci");
	}
}

enum status join_leftovers(struct join *join)
{
	struct names gone = { .arena = join->arena };
	enum status status = STATUS_OK;

	if (join->options->clean)
		status = site_clean(&gone, join->arena, join->options->site, join->work,
				    &join->taken, join->diag);
	else
		tell_leftovers(join);
	join->out->removed = gone.count;
	return status;
}
