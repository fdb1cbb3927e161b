/* file.h - reading whole files, and writing them whole or not at all.
 *
 * Gives:    file_read(), and an output that appears under its name only when
 *           it is committed.
 * Includes: base/arena.h, base/diag.h, base/status.h.
 * Not here: formats.
 */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/status.h"

struct bytes {
	const char *data; /* NUL after the last byte, not counted */
	size_t length;
};

/** Reads a file, or standard input for "-", of at most `limit` bytes.
 *  Says in `diag` what went wrong; STATUS_DATA when there is
 *  no such file, STATUS_IO when it can't be read, STATUS_LIMIT. */
enum status file_read(struct bytes *out, struct arena *arena, const char *path, size_t limit,
		      struct diag *diag);

/** Reads one of the program's own files: when it is not there the installation
 *  is broken, so that too is STATUS_IO. */
enum status file_read_own(struct bytes *out, struct arena *arena, const char *path, size_t limit,
			  struct diag *diag);

/** What an errno says of a file, and what to do about it, in Italian. */
const char *file_cause(struct arena *arena, int error);

/** An output being written. The first failure is kept; later calls do
 *  nothing and file_out_commit() reports it. */
struct file_out;

/** Opens an unnamed file (O_TMPFILE; where the file system has none, a
 *  temporary one that the arena removes if it is never committed) beside `path`, or standard output for "-".
 *  Never NULL; a failure is kept for the commit. */
struct file_out *file_out_open(struct arena *arena, const char *path);
void file_out_write(struct file_out *out, const void *data, size_t length);
void file_out_puts(struct file_out *out, const char *string);
/** Bytes written so far. */
unsigned long long file_out_length(const struct file_out *out);
/** Flushes, checks, closes and renames over `path`. On failure the temporary
 *  file is removed and what stood there stays; STATUS_IO and one finding. */
enum status file_out_commit(struct file_out *out, struct diag *diag);
/** Removes the temporary file. Harmless after a commit. */
void file_out_abort(struct file_out *out);
/** Makes a directory and its parents. */
enum status file_make_dirs(const char *path, struct diag *diag);
/** "dir/name" in the arena; `name` alone when `dir` is "" or NULL, or when `name` is absolute. */
char *file_join(struct arena *arena, const char *dir, const char *name);
/** The folder of a path, "" when it has none. */
char *file_dir(struct arena *arena, const char *path);
bool file_exists(const char *path);

#endif
