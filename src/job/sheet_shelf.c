/* sheet_shelf.c - files made beside one another and put in place together.
 *
 * They are made in a folder within the one where they will stand, so that each
 * gets its place by a rename: whoever reads a sheet finds a whole one, and a set
 * that fails leaves what stood there. A name that leads elsewhere is replaced,
 * never followed.
 */
#include "sheet_private.h"

#include "base/map.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define MAKING ".relazione-schede"

struct sheet_shelf {
	struct arena *arena;
	const char *dir, *making;
	bool fresh;        /* the folder is ours, and goes with a set that fails */
	int lock;          /* one set at a time; -1: none                       */
	struct map inputs; /* files that were read, by id                       */
	struct diag *diag;
};

static enum status fail(const struct sheet_shelf *shelf, const char *path, int error)
{
	diag_error(shelf->diag, (struct place){ .file = arena_strdup(shelf->arena, path) },
		   "scrittura", "scrittura non riuscita: %s", file_cause(shelf->arena, error));
	return STATUS_IO;
}

/* ---- what was read ------------------------------------------------------------- */

/* A file, whatever it is called. */
static const char *id_of(struct arena *arena, const struct stat *info)
{
	return arena_printf(arena, "%ju:%ju", (uintmax_t)info->st_dev, (uintmax_t)info->st_ino);
}

void sheet_shelf_spare(struct sheet_shelf *shelf, const char *path)
{
	struct stat info;

	if (stat(path, &info) == 0)
		map_put(&shelf->inputs, id_of(shelf->arena, &info), shelf);
}

/* ---- the folder in which they are made -------------------------------------------- */

/* Of a run that died there may be files; a link in its place is not followed. */
static void clear(const struct sheet_shelf *shelf)
{
	struct stat info;
	DIR *stream = lstat(shelf->making, &info) == 0 && S_ISDIR(info.st_mode)
			      ? opendir(shelf->making)
			      : NULL;
	const struct dirent *entry;

	while (stream != NULL && (entry = readdir(stream)) != NULL)
		unlinkat(dirfd(stream), entry->d_name, 0);
	if (stream == NULL || rmdir(shelf->making) != 0)
		unlink(shelf->making);
	if (stream != NULL)
		closedir(stream);
}

/* The arena's undo, and the end of every set. */
static void take_down(void *data)
{
	struct sheet_shelf *shelf = data;

	clear(shelf);
	if (shelf->fresh)
		rmdir(shelf->dir); /* fails when sheets stand in it */
	if (shelf->lock >= 0)
		close(shelf->lock);
	shelf->lock = -1;
}

/* Where folders can't be locked, two sets at once are the user's risk. */
static enum status lock(struct sheet_shelf *shelf)
{
	shelf->lock = open(shelf->dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (shelf->lock < 0 || flock(shelf->lock, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK)
		return STATUS_OK;
	close(shelf->lock);
	diag_error(shelf->diag, (struct place){ .file = shelf->dir }, "in-corso",
		   "un altro «relazione» sta scrivendo in questa cartella; aspettare che finisca");
	return STATUS_IO;
}

struct sheet_shelf *sheet_shelf_make(struct arena *arena, const char *dir, struct diag *diag)
{
	struct sheet_shelf *shelf = arena_new(arena, struct sheet_shelf);

	*shelf = (struct sheet_shelf){ .arena = arena,
				       .dir = dir,
				       .making = file_join(arena, dir, MAKING),
				       .lock = -1,
				       .inputs = map_make(arena),
				       .diag = diag };
	return shelf;
}

enum status sheet_shelf_open(struct sheet_shelf *shelf)
{
	enum status status;

	shelf->fresh = !file_exists(shelf->dir);
	status = file_make_dirs(shelf->dir, shelf->diag);
	if (status == STATUS_OK)
		status = lock(shelf);
	if (status != STATUS_OK)
		return status;
	clear(shelf);
	if (mkdir(shelf->making, 0777) == 0) {
		arena_defer(shelf->arena, take_down, shelf);
		return STATUS_OK;
	}
	status = fail(shelf, shelf->dir, errno);
	take_down(shelf);
	return status;
}

void sheet_shelf_close(struct sheet_shelf *shelf)
{
	arena_defer_cancel(shelf->arena, take_down, shelf);
	take_down(shelf);
}

const char *sheet_shelf_path(const struct sheet_shelf *shelf, struct arena *arena, const char *name)
{
	return file_join(arena, shelf->making, name);
}

/* ---- putting in place -------------------------------------------------------------- */

static enum status check_input(const struct sheet_shelf *shelf, const char *path)
{
	struct stat info;

	if (stat(path, &info) != 0 || map_find(&shelf->inputs, id_of(shelf->arena, &info)) == NULL)
		return STATUS_OK;
	diag_error(shelf->diag, (struct place){ .file = path }, "sovrascrive",
		   "una scheda prenderebbe il posto di un file da leggere; scrivere in un’altra "
		   "cartella o dare altri nomi con --nome");
	return STATUS_DATA;
}

/* Renaming would get round the protection of a file that may not be written. */
static enum status check_place(const struct sheet_shelf *shelf, const char *path)
{
	struct stat info;

	if (lstat(path, &info) != 0)
		return errno == ENOENT ? STATUS_OK : fail(shelf, path, errno);
	if (S_ISDIR(info.st_mode))
		return fail(shelf, path, EISDIR);
	if (S_ISREG(info.st_mode) && access(path, W_OK) != 0)
		return fail(shelf, path, errno);
	return check_input(shelf, path);
}

/* What can be known to fail is known before the first is put in place. */
enum status sheet_shelf_put(const struct sheet_shelf *shelf, const char *const *names, size_t count)
{
	enum status status = STATUS_OK;

	for (size_t i = 0; i < count && status == STATUS_OK; i++)
		status = check_place(shelf, file_join(shelf->arena, shelf->dir, names[i]));
	for (size_t i = 0; i < count && status == STATUS_OK; i++) {
		const char *path = file_join(shelf->arena, shelf->dir, names[i]);

		if (rename(sheet_shelf_path(shelf, shelf->arena, names[i]), path) != 0)
			status = fail(shelf, path, errno);
	}
	return status;
}
