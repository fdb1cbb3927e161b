/* look.c - files of the site by name and size.
 *
 * Sizes as one word: name, size, name, size, each ended by a character that no
 * name of ours holds. What is known of an entry: its parts, then its sizes.
 */
#define _GNU_SOURCE /* O_PATH */
#include "look.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#define END '\x1F'

void look_add(struct text *out, const char *name, unsigned long long size)
{
	text_addf(out, "%s%c%llu%c", name, END, size, END);
}

/* The next name and size; NULL: the word ends, or is none. */
static const char *next(const char *at, char *name, size_t room, unsigned long long *size)
{
	const char *end = strchr(at, END);
	char *rest;

	if (end == NULL || (size_t)(end - at) >= room)
		return NULL;
	memcpy(name, at, (size_t)(end - at));
	name[end - at] = '\0';
	*size = strtoull(end + 1, &rest, 10);
	return *rest == END ? rest + 1 : NULL;
}

bool look_holds(const char *sizes, const char *dir)
{
	char name[4096];
	unsigned long long size;
	struct stat info;
	int fd = open(dir, O_PATH | O_DIRECTORY | O_CLOEXEC);
	bool whole = fd >= 0;

	while (whole && *sizes != '\0') {
		sizes = next(sizes, name, sizeof name, &size);
		whole = sizes != NULL && fstatat(fd, name, &info, 0) == 0 &&
			(unsigned long long)info.st_size == size;
	}
	if (fd >= 0)
		close(fd);
	return whole;
}

/* ---- an entry ------------------------------------------------------------------- */

static const char *describe(struct arena *arena, const struct entry *entry)
{
	struct text about = text_make(arena);

	text_addf(&about, "%d%c", entry_parts(entry), END);
	for (size_t i = 0; i < entry->file_count; i++)
		look_add(&about, entry->files[i].path, entry->files[i].size);
	return about.bytes;
}

/* Reads the entry; NULL when there is none. */
static const char *read_about(struct look *out, struct arena *arena, struct stamps *stamps,
			      const char *site, const char *key, const char *path)
{
	struct stat seen;
	const struct entry *entry = stat(path, &seen) == 0 ? entry_read(arena, site, key) : NULL;
	const char *about;

	if (entry == NULL)
		return NULL;
	about = describe(arena, entry);
	out->hash = entry->hash;
	stamps_note(stamps, path, &seen, entry->hash, about);
	return about;
}

bool look_entry(struct look *out, struct arena *arena, struct stamps *stamps, const char *site,
		const char *key)
{
	const char *dir = file_join(arena, site, key), *path = file_join(arena, dir, ENTRY_FILE);
	const struct stamp *stamp = stamps_find(stamps, path);
	const char *about, *sizes;

	out->hash = stamp != NULL ? stamp->hash : NULL;
	about = stamp != NULL ? stamp->about : read_about(out, arena, stamps, site, key, path);
	sizes = about != NULL ? strchr(about, END) : NULL;
	if (sizes == NULL)
		return false;
	out->parts = atoi(about);
	out->whole = look_holds(sizes + 1, dir);
	return true;
}
