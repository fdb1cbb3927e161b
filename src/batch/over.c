/* over.c - what stands over the entries, made again only when it would be another.
 *
 * Its print, the checksum of its checksums and its sizes stand in the journal under
 * a key that no job has. While the files are being put in place nothing stands
 * there: a death in between must not leave some of them with the print of others.
 */
#include "run_private.h"

#include "look.h"

#define OVER_KEY "!sito"

static const char *sizes_of(struct run *run)
{
	struct text sizes = text_make(run->arena);
	const char *site = run->options->site;
	struct names assets = folder_files(run->arena, file_join(run->arena, site, SITE_ASSETS));
	struct names all = { .arena = run->arena };

	for (size_t i = 0; i < assets.count; i++)
		names_add(&all, file_join(run->arena, SITE_ASSETS, assets.items[i]));
	for (size_t i = 1; site_names[i] != NULL; i++)
		names_add(&all, site_names[i]);
	for (size_t i = 0; i < all.count; i++) {
		struct stat info = { 0 };

		(void)stat(file_join(run->arena, site, all.items[i]), &info);
		look_add(&sizes, all.items[i], (unsigned long long)info.st_size);
	}
	return sizes.bytes;
}

/* With what the site's own list of checksums says: joining may have written it too. */
static const char *whole_print(struct run *run, const char *print)
{
	const char *sums = file_join(run->arena, run->options->site, SITE_SUMS), *hash;

	if (!stamps_hash(&hash, run->list.stamps, run->arena, sums))
		hash = "";
	return arena_printf(run->arena, "%s+%s", print, hash);
}

static bool is_current(struct run *run, const char *print)
{
	const struct record *record = journal_find(run->journal, OVER_KEY);

	return record != NULL && !run->options->again &&
	       strcmp(record->print, whole_print(run, print)) == 0 &&
	       look_holds(record->needs, run->options->site);
}

static enum status make(struct run *run)
{
	const struct batch_options *options = run->options;
	enum status status = STATUS_OK;

	if (journal_find(run->journal, OVER_KEY) != NULL) {
		journal_forget(run->journal, OVER_KEY);
		status = journal_flush(run->journal, run->diag);
	}
	if (status != STATUS_OK)
		return status;
	return site_finish(run->paths, run->arena, options->site, run->work, options->address,
			   options->bootstrap, options->version, run->diag);
}

enum status over_finish(struct run *run)
{
	const char *print = print_site(run);
	struct record record = {
		.ending = ENDING_DONE, .key = OVER_KEY, .findings = "[]", .lines = ""
	};
	enum status status;

	if (is_current(run, print))
		return STATUS_OK;
	status = make(run);
	if (status != STATUS_OK)
		return status;
	record.print = whole_print(run, print);
	record.needs = sizes_of(run);
	journal_add(run->journal, &record);
	return STATUS_OK;
}
