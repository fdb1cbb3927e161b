/* entry_parts.c - which files of an entry belong to which part of a publication,
 * and which are not ours at all.
 */
#include "batch_private.h"

static const struct {
	const char *path; /* with a last slash: all below it */
	enum batch_what part;
} places[] = {
	{ "relazione.pdf", BATCH_PDF },   { "index.html", BATCH_WEB },
	{ "dati/", BATCH_DATA },          { "piano.xml", BATCH_DATA },
	{ "risultati.json", BATCH_DATA }, { "risultati.xml", BATCH_DATA },
};

/* 0: images of the page, metadata: made again whenever the entry is. */
static int part_of(const char *path)
{
	for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
		size_t length = strlen(places[i].path);

		if (strncmp(path, places[i].path, length) == 0 &&
		    (path[length] == '\0' || places[i].path[length - 1] == '/'))
			return places[i].part;
	}
	return 0;
}

int entry_parts(const struct entry *entry)
{
	int parts = 0;

	for (size_t i = 0; i < entry->file_count; i++)
		parts |= part_of(entry->files[i].path);
	return parts;
}

static bool copy_checked(const struct entry_file *file, struct arena *arena, const char *from,
			 const char *to)
{
	struct diag unheard = diag_make(arena);
	const char *copy = file_join(arena, to, file->path), *hash;
	unsigned long long size;

	return folder_copy_file(arena, file_join(arena, from, file->path), copy, &unheard) ==
		       STATUS_OK &&
	       hash_file(&hash, &size, arena, copy) && strcmp(hash, file->hash) == 0;
}

bool entry_copy_part(const struct entry *entry, struct arena *arena, const char *site,
		     enum batch_what part, const char *dir)
{
	const char *from = file_join(arena, site, entry->key);
	bool whole = true;

	for (size_t i = 0; i < entry->file_count && whole; i++)
		if (part_of(entry->files[i].path) == (int)part)
			whole = copy_checked(&entry->files[i], arena, from, dir);
	return whole;
}

/* Whoever put it there may have no other copy. */
static enum status copy_foreign(struct arena *arena, const char *from, const char *to,
				struct diag *diag)
{
	if (folder_is_file(from))
		return folder_copy_file(arena, from, to, diag);
	diag_error(diag, (struct place){ .file = from }, "estraneo",
		   "sta fra i file pubblicati ma non è un file; toglierlo e rilanciare");
	return STATUS_DATA;
}

enum status entry_copy_foreign(const struct entry *entry, struct arena *arena, const char *site,
			       const char *dir, struct diag *diag)
{
	const char *from = file_join(arena, site, entry->key);
	struct names files = folder_files(arena, from);
	enum status status = STATUS_OK;

	for (size_t i = 0; i < files.count && status == STATUS_OK; i++) {
		const char *to = file_join(arena, dir, files.items[i]);

		if (strcmp(files.items[i], ENTRY_FILE) != 0 &&
		    entry_file(entry, files.items[i]) == NULL && !file_exists(to))
			status = copy_foreign(arena, file_join(arena, from, files.items[i]), to,
					      diag);
	}
	return status;
}
