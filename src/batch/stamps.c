/* stamps.c - files that need not be read again, in SITO.lavoro/impronte.tsv.
 *
 * First a checksum of all that follows; then a line a file: device, number, size,
 * times of writing and change, hash, what was found, path, divided by tabs.
 */
#include "stamps.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define STAMPS_BYTES_MAX ((size_t)1 << 30)
#define RACY_SECONDS     2 /* coarser than the clock of any file system in use */
#define NUMBERS          7
#define CHECK_DIGITS     16

struct known {
	struct stamp stamp;
	unsigned long long id[NUMBERS];
	bool used;
};

struct stamps {
	struct arena *arena;
	const char *path;
	struct map files; /* path -> struct known */
	bool changed;
};

static void identify(unsigned long long id[NUMBERS], const struct stat *info)
{
	id[0] = (unsigned long long)info->st_dev;
	id[1] = (unsigned long long)info->st_ino;
	id[2] = (unsigned long long)info->st_size;
	id[3] = (unsigned long long)info->st_mtim.tv_sec;
	id[4] = (unsigned long long)info->st_mtim.tv_nsec;
	id[5] = (unsigned long long)info->st_ctim.tv_sec;
	id[6] = (unsigned long long)info->st_ctim.tv_nsec;
}

/* ---- reading ------------------------------------------------------------------------ */

/* Ends a field at its tab; what follows, or NULL. */
static char *cut(char *field)
{
	char *tab = strchr(field, '\t');

	if (tab == NULL)
		return NULL;
	*tab = '\0';
	return tab + 1;
}

static void take_line(struct stamps *stamps, char *line)
{
	struct known *known = arena_new(stamps->arena, struct known);
	char *hash = line, *about, *path;

	for (size_t i = 0; i < NUMBERS; i++)
		known->id[i] = strtoull(hash, &hash, 10);
	hash += *hash == '\t';
	about = cut(hash);
	path = about != NULL ? cut(about) : NULL;
	known->stamp = (struct stamp){ hash, about };
	if (path != NULL)
		map_put(&stamps->files, path, known);
}

static void take_lines(struct stamps *stamps, char *at)
{
	for (char *end; (end = strchr(at, '\n')) != NULL; at = end + 1) {
		*end = '\0';
		take_line(stamps, at);
	}
}

static const char *check_of(struct arena *arena, const char *rest, size_t length)
{
	return arena_printf(arena, "%016llx\n", (unsigned long long)text_hash(rest, length));
}

struct stamps *stamps_open(struct arena *arena, const char *work)
{
	struct stamps *stamps = arena_new(arena, struct stamps);
	struct diag unheard = diag_make(arena);
	const size_t head = CHECK_DIGITS + 1;
	struct bytes bytes;

	stamps->arena = arena;
	stamps->path = file_join(arena, work, STAMPS_FILE);
	stamps->files = map_make(arena);
	if (file_exists(stamps->path) &&
	    file_read(&bytes, arena, stamps->path, STAMPS_BYTES_MAX, &unheard) == STATUS_OK &&
	    bytes.length > head &&
	    text_starts(bytes.data, check_of(arena, bytes.data + head, bytes.length - head)))
		take_lines(stamps, arena_strndup(arena, bytes.data + head, bytes.length - head));
	return stamps;
}

const struct stamp *stamps_find(struct stamps *stamps, const char *path)
{
	struct known *known = stamps != NULL ? map_find(&stamps->files, path) : NULL;
	unsigned long long id[NUMBERS];
	struct stat info;

	if (known == NULL || stat(path, &info) != 0)
		return NULL;
	identify(id, &info);
	if (memcmp(id, known->id, sizeof id) != 0)
		return NULL;
	known->used = true;
	return &known->stamp;
}

/* ---- writing ------------------------------------------------------------------------- */

static bool is_line(const char *string)
{
	return strpbrk(string, "\t\n") == NULL;
}

void stamps_note(struct stamps *stamps, const char *path, const struct stat *seen, const char *hash,
		 const char *about)
{
	struct known *known;

	if (stamps == NULL || !S_ISREG(seen->st_mode) ||
	    seen->st_ctim.tv_sec + RACY_SECONDS >= time(NULL) || !is_line(path) || !is_line(about))
		return;
	known = map_find(&stamps->files, path);
	if (known == NULL) {
		known = arena_new(stamps->arena, struct known);
		map_put(&stamps->files, arena_strdup(stamps->arena, path), known);
	}
	known->stamp = (struct stamp){ arena_strdup(stamps->arena, hash),
				       arena_strdup(stamps->arena, about) };
	known->used = true;
	identify(known->id, seen);
	stamps->changed = true;
}

bool stamps_hash(const char **hex, struct stamps *stamps, struct arena *arena, const char *path)
{
	const struct stamp *stamp = stamps_find(stamps, path);
	unsigned long long size;
	struct stat seen;

	if (stamp != NULL) {
		*hex = stamp->hash;
		return true;
	}
	if (stat(path, &seen) != 0 || !hash_file(hex, &size, arena, path))
		return false;
	stamps_note(stamps, path, &seen, *hex, "");
	return true;
}

enum status stamps_write(struct stamps *stamps, struct diag *diag)
{
	struct text lines = text_make(stamps->arena);
	struct file_out *out;

	if (!stamps->changed)
		return STATUS_OK;
	for (size_t i = 0; i < stamps->files.count; i++) {
		const struct known *known = stamps->files.entries[i].value;

		if (!known->used)
			continue;
		for (size_t k = 0; k < NUMBERS; k++)
			text_addf(&lines, k > 0 ? " %llu" : "%llu", known->id[k]);
		text_addf(&lines, "\t%s\t%s\t%s\n", known->stamp.hash, known->stamp.about,
			  stamps->files.entries[i].key);
	}
	out = file_out_open(stamps->arena, stamps->path);
	file_out_puts(out, check_of(stamps->arena, lines.bytes, lines.length));
	file_out_write(out, lines.bytes, lines.length);
	return file_out_commit(out, diag);
}
