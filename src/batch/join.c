/* join.c - the parts of a list made into one site. */
#include "batch_private.h"

#include <unistd.h>

struct join {
	struct arena *arena;
	const struct batch_join *options;
	const char *work;
	struct map taken; /* key → entry */
	struct diag *diag;
};

/* The same body and year in two parts must be the same to the byte. */
static enum status same(struct join *join, const struct entry *a, const struct entry *b,
			const char *part)
{
	if (strcmp(a->hash, b->hash) == 0)
		return STATUS_OK;
	diag_error(join->diag, (struct place){ .file = part }, "doppione",
		   "ente e anno «%s» sono anche in un’altra parte, con altro contenuto", a->key);
	return STATUS_DATA;
}

static enum status take(struct join *join, const char *part, struct entry *entry)
{
	const char *making = file_join(join->arena, join->work, "in-corso/1");
	const char *from = file_join(join->arena, part, entry->key);
	const char *to = file_join(join->arena, join->options->site, entry->key);
	const struct entry *before = map_put(&join->taken, entry->key, entry), *there;
	enum status status;

	if (before != NULL)
		return same(join, before, entry, part);
	if (!entry_is_whole(entry, part)) {
		diag_error(join->diag, (struct place){ .file = from }, "manca",
			   "mancano dei file di questa voce; rifare la parte");
		return STATUS_DATA;
	}
	there = entry_read(join->arena, join->options->site, entry->key);
	if (there != NULL && strcmp(there->hash, entry->hash) == 0 &&
	    entry_is_whole(there, join->options->site))
		return STATUS_OK;
	folder_remove(join->arena, making);
	status = folder_copy(join->arena, from, making, join->diag);
	return status == STATUS_OK ? folder_replace(join->arena, making, to, join->diag) : status;
}

static enum status take_part(struct join *join, const char *part)
{
	struct entries entries = entries_read(join->arena, part);
	enum status status = STATUS_OK;

	if (!file_exists(file_join(join->arena, part, SITE_SUMS))) {
		diag_error(join->diag, (struct place){ .file = part }, "non-sito",
			   "non è un sito finito: manca " SITE_SUMS);
		return STATUS_DATA;
	}
	for (size_t i = 0; i < entries.count && status == STATUS_OK; i++)
		status = take(join, part, entries.items[i]);
	return status;
}

static enum status join_locked(struct join *join, const struct job_paths *paths)
{
	const struct batch_join *options = join->options;
	enum status status = file_make_dirs(options->site, join->diag);

	for (size_t i = 0; i < options->part_count && status == STATUS_OK; i++)
		status = take_part(join, options->parts[i]);
	if (status != STATUS_OK)
		return status;
	folder_sync(join->work);
	return site_finish(paths, join->arena, options->site, join->work, options->address,
			   options->bootstrap, options->version, join->diag);
}

enum status batch_join(const struct job_paths *paths, struct arena *arena,
		       const struct batch_join *options, struct diag *diag)
{
	struct join join = { .arena = arena,
			     .options = options,
			     .work = work_path(arena, options->site),
			     .taken = map_make(arena),
			     .diag = diag };
	enum status status = file_make_dirs(join.work, diag);
	int lock;

	if (status != STATUS_OK)
		return status;
	lock = work_lock(arena, join.work, diag);
	if (lock < 0)
		return STATUS_IO;
	status = join_locked(&join, paths);
	close(lock);
	return status;
}
