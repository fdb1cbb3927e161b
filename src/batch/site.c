/* site.c - what stands over all the entries, put in place file by file.
 *
 * Everything follows from the entries alone, so a site is the same whatever
 * the order, the number of workers or the deaths by which it came about.
 */
#include "batch_private.h"

#include <errno.h>
#include <stdio.h>
#include <unistd.h>

/* The manifest and the sums come last: until then those of the last run stand. */
const char *const site_names[] = { SITE_ASSETS,  SITE_INDEX,    SITE_FEED, SITE_MAP,
				   SITE_CATALOG, SITE_MANIFEST, SITE_SUMS, NULL };

struct finish {
	struct arena *arena;
	struct site site;
	const char *making; /* folder where files are made */
	struct names files; /* all over the entries, but manifest and sums */
	struct diag *diag;
};

static enum status make(struct finish *finish, const char *name, const struct text *text)
{
	struct file_out *out =
		file_out_open(finish->arena, file_join(finish->arena, finish->making, name));

	file_out_write(out, text->bytes, text->length);
	return file_out_commit(out, finish->diag);
}

/* Into the site by a rename: what is made elsewhere leaves no remains in it. */
static enum status put(struct finish *finish, const char *name)
{
	const char *from = file_join(finish->arena, finish->making, name);
	const char *to = file_join(finish->arena, finish->site.path, name);

	if (rename(from, to) == 0)
		return STATUS_OK;
	diag_error(finish->diag, (struct place){ .file = to }, "scrittura",
		   "il file non può essere messo al suo posto: %s",
		   file_cause(finish->arena, errno));
	return STATUS_IO;
}

static enum status make_assets(struct finish *finish, const struct job_paths *paths,
			       const char *bootstrap, bool *has_bootstrap)
{
	struct job_house *house = job_house_open(finish->arena, paths);
	struct job_assets assets = {
		.dir = file_join(finish->arena, finish->making, SITE_ASSETS),
		.bootstrap = bootstrap,
	};
	struct names names;
	enum status status;

	status = job_web_assets(house, finish->arena, &assets, has_bootstrap, finish->diag);
	names = folder_files(finish->arena, assets.dir);
	for (size_t i = 0; i < names.count; i++)
		names_add(&finish->files, file_join(finish->arena, SITE_ASSETS, names.items[i]));
	return status;
}

static enum status make_pages(struct finish *finish, bool bootstrap)
{
	const struct {
		const char *name;
		void (*write)(struct text *out, const struct site *site);
	} files[] = { { SITE_FEED, site_feed },
		      { SITE_MAP, site_map },
		      { SITE_CATALOG, site_catalog } };
	struct text index = text_make(finish->arena);
	enum status status;

	site_index(&index, &finish->site, bootstrap);
	status = make(finish, SITE_INDEX, &index);
	names_add(&finish->files, SITE_INDEX);
	for (size_t i = 0; i < sizeof files / sizeof *files && status == STATUS_OK; i++) {
		struct text text = text_make(finish->arena);

		files[i].write(&text, &finish->site);
		status = make(finish, files[i].name, &text);
		names_add(&finish->files, files[i].name);
	}
	return status;
}

static enum status unreadable(struct finish *finish, const char *path)
{
	diag_error(finish->diag, (struct place){ .file = path }, "lettura",
		   "il file appena scritto non si rilegge: %s", file_cause(finish->arena, errno));
	return STATUS_IO;
}

static enum status make_manifest(struct finish *finish)
{
	struct entry_file *files =
		arena_array(finish->arena, struct entry_file, finish->files.count);
	struct text csv = text_make(finish->arena), sums = text_make(finish->arena);
	enum status status;

	names_sort(&finish->files);
	for (size_t i = 0; i < finish->files.count; i++) {
		const char *path = file_join(finish->arena, finish->making, finish->files.items[i]);

		files[i].path = finish->files.items[i];
		if (!hash_file(&files[i].hash, &files[i].size, finish->arena, path))
			return unreadable(finish, path);
	}
	site_manifest(&csv, &sums, &finish->site, files, finish->files.count);
	status = make(finish, SITE_MANIFEST, &csv);
	return status == STATUS_OK ? make(finish, SITE_SUMS, &sums) : status;
}

static enum status put_all(struct finish *finish)
{
	enum status status = folder_replace(
		finish->arena, file_join(finish->arena, finish->making, SITE_ASSETS),
		file_join(finish->arena, finish->site.path, SITE_ASSETS), finish->diag);

	for (size_t i = 1; site_names[i] != NULL && status == STATUS_OK; i++)
		status = put(finish, site_names[i]);
	return status;
}

enum status site_finish(const struct job_paths *paths, struct arena *arena, const char *site,
			const char *work, const char *address, const char *bootstrap,
			const char *version, struct diag *diag)
{
	struct finish finish = {
		.arena = arena,
		.site = { .path = site, .address = address, .version = version },
		.making = file_join(arena, work, "indice"),
		.files = { .arena = arena },
		.diag = diag,
	};
	bool has_bootstrap = false;
	enum status status;

	folder_remove(arena, finish.making);
	status = file_make_dirs(finish.making, diag);
	finish.site.entries = entries_read(arena, site);
	if (status == STATUS_OK)
		status = make_assets(&finish, paths, bootstrap, &has_bootstrap);
	if (status == STATUS_OK)
		status = make_pages(&finish, has_bootstrap);
	if (status == STATUS_OK)
		status = make_manifest(&finish);
	if (status == STATUS_OK)
		status = folder_sync(work, diag);
	if (status == STATUS_OK)
		status = put_all(&finish);
	folder_remove(arena, finish.making);
	return status;
}

/* ---- what is no longer wanted ---------------------------------------------------- */

static enum status cannot_take_out(struct arena *arena, const char *dir, struct diag *diag)
{
	diag_error(diag, (struct place){ .file = dir }, "scrittura",
		   "la pubblicazione non può essere tolta dal sito: %s", file_cause(arena, errno));
	return STATUS_IO;
}

/* One rename, so that a folder is there as a whole or not at all. What others
 * have put into it stays. */
static enum status take_out(struct arena *arena, const char *site, const struct entry *entry,
			    const char *aside, struct diag *diag)
{
	const char *dir = file_join(arena, site, entry->key);
	enum status status;

	folder_remove(arena, aside);
	status = entry_copy_foreign(entry, arena, site, aside, diag);
	if (status != STATUS_OK)
		return status;
	if (file_exists(aside))
		return folder_replace(arena, aside, dir, diag);
	if (rename(dir, aside) != 0)
		return cannot_take_out(arena, dir, diag);
	folder_remove(arena, aside);
	rmdir(file_dir(arena, dir)); /* fails while the body has other years */
	return STATUS_OK;
}

enum status site_clean(struct names *gone, struct arena *arena, const char *site, const char *work,
		       const struct map *wanted, struct diag *diag)
{
	struct entries entries = entries_read(arena, site);
	const char *aside = file_join(arena, work, "via");
	enum status status = STATUS_OK;

	for (size_t i = 0; i < entries.count && status == STATUS_OK; i++) {
		const struct entry *entry = entries.items[i];

		if (map_find(wanted, entry->key) != NULL)
			continue;
		status = take_out(arena, site, entry, aside, diag);
		if (status == STATUS_OK)
			names_add(gone, entry->key);
	}
	return status;
}
