/* join.c - the parts of a list made into one site.
 *
 * First all is read, judged and copied beside the site; only then is the site
 * touched. What is refused leaves it as it was.
 */
#include "join_private.h"

#include <unistd.h>

enum status join_refuse(struct join *join, const char *file, const char *code, const char *format,
			...)
{
	va_list args;

	va_start(args, format);
	diag_error(join->diag, (struct place){ .file = file }, code, "%s",
		   arena_vprintf(join->arena, format, args));
	va_end(args);
	return STATUS_DATA;
}

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

static enum status change_site(struct join *join, const struct job_paths *paths)
{
	const struct batch_join *options = join->options;
	enum status status = file_make_dirs(options->site, join->diag);

	summary_forget(join->arena, join->work);
	if (status == STATUS_OK)
		status = join_put(join);
	if (status == STATUS_OK)
		status = join_leftovers(join);
	if (status == STATUS_OK)
		status = folder_sync(join->work, join->diag);
	if (status != STATUS_OK)
		return status;
	status = site_finish(paths, join->arena, options->site, join->work, options->address,
			     join->bootstrap, options->version, join->diag);
	if (status == STATUS_OK)
		status = write_summary(join);
	return status == STATUS_OK ? folder_sync(join->work, join->diag) : status;
}

/* A folder with things of others in it: they would be published. */
static enum status check_site(struct join *join)
{
	const char *site = join->options->site;

	if (file_exists(file_join(join->arena, site, SITE_SUMS)) ||
	    folder_entries(join->arena, site).count == 0)
		return STATUS_OK;
	return join_refuse(join, site, "sito-estraneo",
			   "non è un sito fatto da «relazione», e non è vuota: ciò che contiene "
			   "sarebbe pubblicato; indicare una cartella nuova");
}

/* `*touched`: the site is no longer what it was. */
static enum status join_locked(struct join *join, const struct job_paths *paths, bool *touched)
{
	enum status status = join_stage(join);

	*touched = status == STATUS_OK;
	if (*touched)
		status = change_site(join, paths);
	join_forget(join);
	return status;
}

/* What a refused run made, and was not there before, goes with it. */
static enum status join_in_work(struct join *join, const struct job_paths *paths)
{
	bool fresh = !file_exists(join->work), touched = false;
	enum status status = fresh ? check_site(join) : STATUS_OK;
	int lock;

	if (status == STATUS_OK)
		status = file_make_dirs(join->work, join->diag);
	if (status != STATUS_OK)
		return status;
	lock = work_lock(join->arena, join->work, join->diag);
	if (lock < 0)
		return STATUS_IO;
	status = join_locked(join, paths, &touched);
	if (fresh && !touched)
		folder_remove(join->arena, join->work);
	close(lock);
	return status;
}

enum status batch_join(struct batch_outcome *out, const struct job_paths *paths,
		       struct arena *arena, const struct batch_join *options, struct diag *diag)
{
	struct join join = { .arena = arena,
			     .options = options,
			     .work = work_path(arena, options->site),
			     .taken = map_make(arena),
			     .staged = { .arena = arena },
			     .out = out,
			     .diag = diag };
	enum status status;

	*out = (struct batch_outcome){ .failures = "" };
	status = join_read_parts(&join);
	return status == STATUS_OK ? join_in_work(&join, paths) : status;
}
