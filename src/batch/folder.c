/* folder.c - folders listed, removed, copied, put in place. */
#define _GNU_SOURCE /* renameat2, syncfs */
#include "batch_private.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define DEPTH_MAX      16 /* folders inside one another */
#define COPY_BYTES_MAX ((size_t)1 << 30)

void names_add(struct names *names, const char *name)
{
	if (names->count == names->capacity) {
		size_t capacity = names->capacity ? names->capacity * 2 : 16;

		names->items =
			arena_grow(names->arena, names->items, names->capacity * sizeof(char *),
				   capacity * sizeof(char *));
		names->capacity = capacity;
	}
	names->items[names->count++] = arena_strdup(names->arena, name);
}

static int by_bytes(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

void names_sort(struct names *names)
{
	if (names->count > 1)
		qsort(names->items, names->count, sizeof(char *), by_bytes);
}

struct names folder_entries(struct arena *arena, const char *dir)
{
	struct names names = { .arena = arena };
	DIR *stream = opendir(dir);
	const struct dirent *entry;

	while (stream != NULL && (entry = readdir(stream)) != NULL)
		if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
			names_add(&names, entry->d_name);
	if (stream != NULL)
		closedir(stream);
	names_sort(&names);
	return names;
}

static bool is_folder(const char *path)
{
	struct stat info;

	return lstat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

bool folder_is_file(const char *path)
{
	struct stat info;

	return lstat(path, &info) == 0 && S_ISREG(info.st_mode);
}

static void add_files(struct names *files, const char *dir, const char *prefix, int depth)
{
	struct names here = folder_entries(files->arena, file_join(files->arena, dir, prefix));

	for (size_t i = 0; i < here.count; i++) {
		const char *path = file_join(files->arena, prefix, here.items[i]);

		if (depth < DEPTH_MAX && is_folder(file_join(files->arena, dir, path)))
			add_files(files, dir, path, depth + 1);
		else
			names_add(files, path);
	}
}

struct names folder_files(struct arena *arena, const char *dir)
{
	struct names files = { .arena = arena };

	add_files(&files, dir, "", 0);
	names_sort(&files);
	return files;
}

void folder_remove(struct arena *arena, const char *dir)
{
	struct names here;

	if (!is_folder(dir)) {
		unlink(dir);
		return;
	}
	here = folder_entries(arena, dir);
	for (size_t i = 0; i < here.count; i++)
		folder_remove(arena, file_join(arena, dir, here.items[i]));
	rmdir(dir);
}

/* Where two names can't be exchanged, the old folder steps aside first. */
static int step_aside(struct arena *arena, const char *from, const char *to)
{
	const char *aside = arena_printf(arena, "%s.via", from);

	if (rename(to, aside) != 0)
		return -1;
	if (rename(from, to) != 0) {
		int error = errno;

		(void)rename(aside, to); /* back where it was */
		errno = error;
		return -1;
	}
	folder_remove(arena, aside);
	return 0;
}

static int exchange(struct arena *arena, const char *from, const char *to)
{
	if (rename(from, to) == 0)
		return 0;
	if (errno != ENOTEMPTY && errno != EEXIST)
		return -1;
	if (renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_EXCHANGE) != 0)
		return step_aside(arena, from, to);
	folder_remove(arena, from);
	return 0;
}

enum status folder_replace(struct arena *arena, const char *from, const char *to, struct diag *diag)
{
	enum status status = file_make_dirs(file_dir(arena, to), diag);

	if (status != STATUS_OK || exchange(arena, from, to) == 0)
		return status;
	diag_error(diag, (struct place){ .file = to }, "scrittura",
		   "la cartella non può essere messa al suo posto: %s. Il sito e la cartella di "
		   "lavoro devono stare sullo stesso disco",
		   file_cause(arena, errno));
	return STATUS_IO;
}

enum status folder_copy_file(struct arena *arena, const char *from, const char *to,
			     struct diag *diag)
{
	struct bytes bytes;
	struct file_out *out;
	enum status status = file_read(&bytes, arena, from, COPY_BYTES_MAX, diag);

	if (status == STATUS_OK)
		status = file_make_dirs(file_dir(arena, to), diag);
	if (status != STATUS_OK)
		return status;
	out = file_out_open(arena, to);
	file_out_write(out, bytes.data, bytes.length);
	return file_out_commit(out, diag);
}

enum status folder_sync(const char *dir, struct diag *diag)
{
	int fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	int error = fd < 0 || syncfs(fd) != 0 ? errno : 0;

	if (fd >= 0)
		close(fd);
	if (error == 0)
		return STATUS_OK;
	diag_error(diag, (struct place){ .file = dir }, "scrittura",
		   "ciò che è stato scritto potrebbe non essere sul disco: %s",
		   file_cause(diag->arena, error));
	return STATUS_IO;
}
