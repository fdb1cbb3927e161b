/* file_out.c - outputs that appear whole or not at all. */
#define _GNU_SOURCE /* O_TMPFILE */
#include "base/file.h"

#include "file_private.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define BUFFER_SIZE ((size_t)64 * 1024)
#define NAMES_TRIED 1000            /* names for the temporary file before giving up */
#define DESCRIPTORS "/proc/self/fd" /* where an unnamed file can be given a name */

struct file_out {
	struct arena *arena;
	const char *path;   /* as the user named it, for the finding     */
	const char *target; /* what is replaced; NULL: written straight  */
	char *temporary;    /* name beside the target; NULL: has none    */
	int fd;             /* -1 once closed                            */
	int error;          /* errno of the first failure                */
	bool finished;      /* committed or given up                     */
	size_t buffered;
	unsigned long long length;
	char buffer[BUFFER_SIZE];
};

static void fail(struct file_out *out, int error)
{
	if (out->error == 0)
		out->error = error;
}

static void close_output(struct file_out *out)
{
	int fd = out->fd;

	out->fd = -1;
	/* After EINTR the descriptor is gone all the same. */
	if (fd >= 0 && close(fd) != 0 && errno != EINTR)
		fail(out, errno);
}

static void remove_temporary(struct file_out *out)
{
	if (out->temporary != NULL)
		unlink(out->temporary);
	out->temporary = NULL;
}

/* The arena's undo, for outputs that nobody finished. */
static void give_up(void *data)
{
	struct file_out *out = data;

	close_output(out);
	remove_temporary(out);
	out->finished = true;
}

static char *temporary_name(const struct file_out *out, int number)
{
	char *dir = file_dir(out->arena, out->target);

	/* Short and not made from the target's, whose name may be as long as names can be. */
	return file_join(out->arena, dir,
			 arena_printf(out->arena, ".relazione-%ld-%d.tmp", (long)getpid(), number));
}

/* Calls `make` with one free name after the other; keeps the one that did. */
static int with_free_name(struct file_out *out, int (*make)(struct file_out *out, const char *name))
{
	for (int i = 0; i < NAMES_TRIED; i++) {
		char *name = temporary_name(out, i);
		int result = make(out, name);

		if (result >= 0) {
			out->temporary = name;
			return result;
		}
		if (errno != EEXIST)
			break;
	}
	return -1;
}

static int create_named(struct file_out *out, const char *name)
{
	(void)out;
	return open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
}

static int link_unnamed(struct file_out *out, const char *name)
{
	char *descriptor = arena_printf(out->arena, DESCRIPTORS "/%d", out->fd);

	return linkat(AT_FDCWD, descriptor, AT_FDCWD, name, AT_SYMLINK_FOLLOW);
}

static bool has_no_unnamed_files(int error)
{
	return error == EOPNOTSUPP || error == EISDIR || error == EINVAL || error == ENOSYS;
}

static int open_unnamed(const char *dir)
{
	if (access(DESCRIPTORS, X_OK) != 0) {
		errno = EOPNOTSUPP; /* it could never be given its name */
		return -1;
	}
	return open(*dir != '\0' ? dir : ".", O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666);
}

static int open_beside(struct file_out *out)
{
	int fd = open_unnamed(file_dir(out->arena, out->target));

	if (fd < 0 && has_no_unnamed_files(errno))
		fd = with_free_name(out, create_named);
	return fd;
}

/* The file that a path leads to through links, so that a link stays a link. */
static const char *follow_links(struct arena *arena, const char *path)
{
	char *real = realpath(path, NULL);
	const char *copy;

	if (real == NULL)
		return path;
	copy = arena_strdup(arena, real);
	free(real);
	return copy;
}

static int open_over(struct file_out *out, const struct stat *old)
{
	int fd;

	/* Renaming would get round the protection of a file that may not be written. */
	if (access(out->path, W_OK) != 0)
		return -1;
	out->target = follow_links(out->arena, out->path);
	fd = open_beside(out);
	if (fd >= 0)
		(void)fchmod(fd, old->st_mode & 0777); /* at worst it keeps the usual mode */
	return fd;
}

/* Devices and pipes are written straight: renaming would put a file in their place. */
static int open_target(struct file_out *out)
{
	struct stat info;

	if (strcmp(out->path, "-") == 0)
		return fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 0);
	if (stat(out->path, &info) != 0) {
		out->target = out->path;
		return errno == ENOENT ? open_beside(out) : -1;
	}
	if (S_ISREG(info.st_mode))
		return open_over(out, &info);
	return open(out->path, O_WRONLY | O_CLOEXEC | O_NOCTTY); /* EISDIR for a folder */
}

struct file_out *file_out_open(struct arena *arena, const char *path)
{
	struct file_out *out = arena_new(arena, struct file_out);

	out->arena = arena;
	out->path = arena_strdup(arena, path);
	out->fd = open_target(out);
	if (out->fd < 0)
		fail(out, errno);
	arena_defer(arena, give_up, out);
	return out;
}

static void write_all(struct file_out *out, const char *data, size_t length)
{
	while (length > 0 && out->error == 0) {
		ssize_t count = write(out->fd, data, length);

		if (count >= 0) {
			data += count;
			length -= (size_t)count;
		} else if (errno != EINTR) {
			fail(out, errno);
		}
	}
}

static void flush(struct file_out *out)
{
	write_all(out, out->buffer, out->buffered);
	out->buffered = 0;
}

void file_out_write(struct file_out *out, const void *data, size_t length)
{
	if (out->error != 0 || out->finished || length == 0)
		return;
	out->length += length;
	if (length > BUFFER_SIZE - out->buffered)
		flush(out);
	if (length > BUFFER_SIZE) {
		write_all(out, data, length);
		return;
	}
	memcpy(out->buffer + out->buffered, data, length);
	out->buffered += length;
}

void file_out_puts(struct file_out *out, const char *string)
{
	file_out_write(out, string, strlen(string));
}

unsigned long long file_out_length(const struct file_out *out)
{
	return out->length;
}

static void put_in_place(struct file_out *out)
{
	if (out->error == 0 && out->target != NULL && out->temporary == NULL &&
	    with_free_name(out, link_unnamed) < 0)
		fail(out, errno);
	close_output(out);
	if (out->error != 0 || out->target == NULL)
		return;
	if (rename(out->temporary, out->target) != 0)
		fail(out, errno);
	else
		out->temporary = NULL;
}

enum status file_out_commit(struct file_out *out, struct diag *diag)
{
	if (!out->finished) {
		flush(out);
		put_in_place(out);
		if (out->error != 0)
			file_say_failure(diag, out->path, "scrittura", "scrittura non riuscita",
					 out->error);
		file_out_abort(out);
	}
	return out->error == 0 ? STATUS_OK : STATUS_IO;
}

void file_out_abort(struct file_out *out)
{
	if (out->finished)
		return;
	arena_defer_cancel(out->arena, give_up, out);
	give_up(out);
}
