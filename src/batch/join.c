/* join.c - the parts of a list made into one site. */
#include "batch_private.h"

#include <stdlib.h>
#include <unistd.h>

struct part {
	const char *site;
	struct summary summary;
};

struct join {
	struct arena *arena;
	const struct batch_join *options;
	const char *work;
	struct part *parts; /* by number */
	struct map taken;   /* key → entry */
	struct batch_outcome *out;
	struct diag *diag;
};

static enum status refuse(struct join *join, const char *part, const char *code, const char *format,
			  ...) __attribute__((format(printf, 4, 5)));

static enum status refuse(struct join *join, const char *part, const char *code, const char *format,
			  ...)
{
	va_list args;

	va_start(args, format);
	diag_error(join->diag, (struct place){ .file = part }, code, "%s",
		   arena_vprintf(join->arena, format, args));
	va_end(args);
	return STATUS_DATA;
}

/* ---- the division --------------------------------------------------------------- */

static int by_number(const void *a, const void *b)
{
	const struct part *x = a, *y = b;

	return x->summary.part != y->summary.part ? x->summary.part - y->summary.part
						  : strcmp(x->site, y->site);
}

static enum status read_part(struct join *join, struct part *part)
{
	if (!file_exists(file_join(join->arena, part->site, SITE_SUMS)))
		return refuse(join, part->site, "non-sito",
			      "non è un sito finito: manca " SITE_SUMS "; rilanciare la parte");
	return summary_read(&part->summary, join->arena, work_path(join->arena, part->site),
			    join->diag);
}

/* All that is missing is told before it gives up. */
static enum status read_parts(struct join *join)
{
	size_t count = join->options->part_count;
	enum status worst = STATUS_OK;

	join->parts = arena_array(join->arena, struct part, count);
	for (size_t i = 0; i < count; i++) {
		enum status status;

		join->parts[i].site = join->options->parts[i];
		status = read_part(join, &join->parts[i]);
		worst = worst == STATUS_OK ? status : worst;
	}
	if (worst == STATUS_OK)
		qsort(join->parts, count, sizeof *join->parts, by_number);
	return worst;
}

static enum status check_same_division(struct join *join)
{
	const struct part *first = &join->parts[0];

	for (size_t i = 1; i < join->options->part_count; i++) {
		const struct part *part = &join->parts[i];

		if (part->summary.parts != first->summary.parts)
			return refuse(join, part->site, "divisione",
				      "è una parte di %d, ma «%s» è una di %d; rifare le parti con "
				      "la stessa divisione",
				      part->summary.parts, first->site, first->summary.parts);
	}
	return STATUS_OK;
}

/* Each share once. */
static enum status check_shares(struct join *join)
{
	int parts = join->parts[0].summary.parts, next = 1;

	for (size_t i = 0; i < join->options->part_count; i++) {
		const struct part *part = &join->parts[i];

		if (part->summary.part > next)
			break;
		if (part->summary.part < next)
			return refuse(join, part->site, "divisione",
				      "è la parte %d di %d, come «%s»; indicarne una sola",
				      part->summary.part, parts, part[-1].site);
		next++;
	}
	if (next > parts)
		return STATUS_OK;
	return refuse(join, join->options->site, "divisione",
		      "manca la parte %d di %d; farla, e indicarla con le altre", next, parts);
}

static enum status check_division(struct join *join)
{
	enum status status = check_same_division(join);

	/* Sites that are whole themselves are no shares of one list. */
	if (status != STATUS_OK || join->parts[0].summary.parts == 1)
		return status;
	return check_shares(join);
}

/* ---- the entries ---------------------------------------------------------------- */

/* The same body and year in two parts must be the same to the byte. */
static enum status same(struct join *join, const struct entry *a, const struct entry *b,
			const char *part)
{
	if (strcmp(a->hash, b->hash) == 0)
		return STATUS_OK;
	return refuse(join, part, "doppione",
		      "ente e anno «%s» sono anche in un’altra parte, con altro contenuto; "
		      "toglierne uno e rifare quella parte",
		      a->key);
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
	if (!entry_is_whole(entry, part))
		return refuse(join, from, "manca",
			      "mancano dei file di questa voce; rifare la parte");
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
	struct entries entries = entries_read(join->arena, part, NULL);
	enum status status = STATUS_OK;

	for (size_t i = 0; i < entries.count && status == STATUS_OK; i++)
		status = take(join, part, entries.items[i]);
	return status;
}

static enum status take_parts(struct join *join)
{
	const struct batch_join *options = join->options;
	enum status status = STATUS_OK;

	for (size_t i = 0; i < options->part_count && status == STATUS_OK; i++)
		status = take_part(join, join->parts[i].site);
	if (status == STATUS_OK && options->clean)
		join->out->removed =
			site_clean(join->arena, options->site, join->work, &join->taken).count;
	return status;
}

/* ---- the whole ------------------------------------------------------------------ */

static enum status write_summary(struct join *join)
{
	struct summary whole = summary_make(join->arena, join->options->version);

	whole.removed = join->out->removed;
	for (size_t i = 0; i < join->options->part_count; i++)
		summary_join(&whole, &join->parts[i].summary);
	join->out->count = whole.count;
	join->out->failures = whole.failures.bytes;
	return summary_write(&whole, join->arena, join->work, join->diag);
}

static enum status join_locked(struct join *join, const struct job_paths *paths)
{
	const struct batch_join *options = join->options;
	enum status status = read_parts(join);

	summary_forget(join->arena, join->work);
	if (status == STATUS_OK)
		status = check_division(join);
	if (status == STATUS_OK)
		status = file_make_dirs(options->site, join->diag);
	if (status == STATUS_OK)
		status = take_parts(join);
	if (status != STATUS_OK)
		return status;
	folder_sync(join->work);
	status = site_finish(paths, join->arena, options->site, join->work, options->address,
			     options->bootstrap, options->version, NULL, join->diag);
	return status == STATUS_OK ? write_summary(join) : status;
}

enum status batch_join(struct batch_outcome *out, const struct job_paths *paths,
		       struct arena *arena, const struct batch_join *options, struct diag *diag)
{
	struct join join = { .arena = arena,
			     .options = options,
			     .work = work_path(arena, options->site),
			     .taken = map_make(arena),
			     .out = out,
			     .diag = diag };
	enum status status = file_make_dirs(join.work, diag);
	int lock;

	*out = (struct batch_outcome){ .failures = "" };
	if (status != STATUS_OK)
		return status;
	lock = work_lock(arena, join.work, diag);
	if (lock < 0)
		return STATUS_IO;
	status = join_locked(&join, paths);
	close(lock);
	return status;
}
