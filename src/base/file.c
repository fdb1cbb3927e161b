#include "base/file.h"

#include "base/text.h"
#include "file_private.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define READ_FIRST ((size_t)64 * 1024) /* room for a file of unknown length */

struct cause {
	int error;
	const char *text; /* what is wrong; what to do */
};

static const struct cause causes[] = {
	{ ENOENT, "il file o la cartella non esiste; controllare il nome" },
	{ EACCES, "permesso negato; controllare i diritti sul file e sulla cartella" },
	{ EPERM, "operazione non consentita; controllare i diritti sul file e sulla cartella" },
	{ EISDIR, "è una cartella; indicare il nome di un file" },
	{ ENOTDIR, "una parte del percorso non è una cartella; controllare il percorso" },
	{ EEXIST, "esiste già un file con questo nome; indicare un altro nome" },
	{ ENOSPC, "lo spazio su disco è esaurito; liberare spazio e riprovare" },
	{ EDQUOT, "la quota di disco è esaurita; liberare spazio e riprovare" },
	{ EFBIG, "il file supera la grandezza ammessa dal sistema" },
	{ EROFS, "il file system è di sola lettura; scegliere un’altra cartella" },
	{ ENAMETOOLONG, "il nome è troppo lungo; accorciarlo" },
	{ ELOOP, "il percorso contiene troppi collegamenti simbolici" },
	{ EMFILE, "troppi file aperti; chiuderne alcuni e riprovare" },
	{ ENFILE, "troppi file aperti nel sistema; riprovare più tardi" },
	{ EIO, "il dispositivo segnala un guasto; controllare il disco" },
	{ EPIPE, "chi leggeva ha chiuso il collegamento" },
	{ EBADF, "il canale è chiuso; indicare il nome di un file" },
	{ ETXTBSY, "il file è in uso come programma; indicare un altro nome" },
	{ EBUSY, "il file è in uso; chiuderlo e riprovare" },
};

const char *file_cause(struct arena *arena, int error)
{
	for (size_t i = 0; i < sizeof(causes) / sizeof(*causes); i++)
		if (causes[i].error == error)
			return causes[i].text;
	return arena_printf(arena, "errore di sistema %d (%s)", error, strerror(error));
}

void file_say_failure(struct diag *diag, const char *path, const char *code, const char *what,
		      int error)
{
	struct place place = { .file = arena_strdup(diag->arena, path) };

	diag_error(diag, place, code, "%s: %s", what, file_cause(diag->arena, error));
}

static enum status say_unreadable(struct diag *diag, const char *path, int error)
{
	bool misnamed = error == ENOENT || error == ENOTDIR || error == EISDIR;

	file_say_failure(diag, path, "lettura", "lettura non riuscita", error);
	return misnamed ? STATUS_DATA : STATUS_IO;
}

static enum status say_too_large(struct diag *diag, const char *path, size_t limit)
{
	struct place place = { .file = arena_strdup(diag->arena, path) };

	diag_error(diag, place, "troppo-grande",
		   "il file supera il limite di %zu byte; ridurlo o dividerlo", limit);
	return STATUS_LIMIT;
}

static int open_input(const char *path)
{
	int fd;

	if (strcmp(path, "-") == 0)
		return fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0);
	do
		fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
	while (fd < 0 && errno == EINTR);
	return fd;
}

static ssize_t read_some(int fd, char *buffer, size_t room)
{
	ssize_t count;

	do
		count = read(fd, buffer, room);
	while (count < 0 && errno == EINTR);
	return count;
}

/* Reads to the end, or one byte beyond the limit; 0 or an errno. The last byte
 * of the room is kept for the NUL. */
static int read_all(struct bytes *out, struct arena *arena, int fd, size_t room, size_t limit)
{
	char *buffer = arena_alloc(arena, room);
	size_t length = 0;

	while (length <= limit) {
		ssize_t count;

		if (length + 1 == room) {
			buffer = arena_grow(arena, buffer, room, room * 2);
			room *= 2;
		}
		count = read_some(fd, buffer + length, room - 1 - length);
		if (count < 0)
			return errno;
		if (count == 0)
			break;
		length += (size_t)count;
	}
	buffer[length] = '\0';
	out->data = buffer;
	out->length = length;
	return 0;
}

/* Room that will most likely do at once: two bytes more than the file, for the
 * NUL and for the read that finds the end. */
static size_t room_for(const struct stat *info, size_t limit)
{
	if (S_ISREG(info->st_mode) && info->st_size > 0 && (uintmax_t)info->st_size <= limit)
		return (size_t)info->st_size + 2;
	return limit < READ_FIRST ? limit + 2 : READ_FIRST;
}

static enum status read_open_file(struct bytes *out, struct arena *arena, int fd, const char *path,
				  size_t limit, struct diag *diag)
{
	struct stat info;
	int error;

	if (fstat(fd, &info) != 0)
		return say_unreadable(diag, path, errno);
	if (S_ISDIR(info.st_mode))
		return say_unreadable(diag, path, EISDIR);
	if (S_ISREG(info.st_mode) && (uintmax_t)info.st_size > limit)
		return say_too_large(diag, path, limit);
	error = read_all(out, arena, fd, room_for(&info, limit), limit);
	if (error != 0)
		return say_unreadable(diag, path, error);
	if (out->length > limit)
		return say_too_large(diag, path, limit);
	return STATUS_OK;
}

enum status file_read(struct bytes *out, struct arena *arena, const char *path, size_t limit,
		      struct diag *diag)
{
	enum status status;
	int fd = open_input(path);

	*out = (struct bytes){ .data = "" };
	if (fd < 0)
		return say_unreadable(diag, path, errno);
	status = read_open_file(out, arena, fd, path, limit, diag);
	close(fd);
	if (status != STATUS_OK)
		*out = (struct bytes){ .data = "" };
	return status;
}

enum status file_read_own(struct bytes *out, struct arena *arena, const char *path, size_t limit,
			  struct diag *diag)
{
	enum status status = file_read(out, arena, path, limit, diag);

	return status == STATUS_DATA ? STATUS_IO : status;
}

static bool is_dir(const char *path)
{
	struct stat info;

	return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

/* 0 or an errno. What counts is that the folder is there at the end, whoever
 * made it and whatever mkdir() says of one that exists. */
static int make_dir(const char *path)
{
	int error;

	if (mkdir(path, 0777) == 0)
		return 0;
	error = errno;
	if (is_dir(path))
		return 0;
	return error == EEXIST ? ENOTDIR : error;
}

enum status file_make_dirs(const char *path, struct diag *diag)
{
	char *part = arena_strdup(diag->arena, path);
	size_t length = strlen(part);
	int error = 0;

	for (size_t i = 1; i <= length && error == 0; i++) {
		char end = part[i];

		if ((end != '/' && end != '\0') || part[i - 1] == '/')
			continue;
		part[i] = '\0';
		error = make_dir(part);
		part[i] = end;
	}
	if (error == 0)
		return STATUS_OK;
	file_say_failure(diag, path, "cartella", "creazione della cartella non riuscita", error);
	return STATUS_IO;
}

char *file_join(struct arena *arena, const char *dir, const char *name)
{
	size_t length = dir != NULL ? strlen(dir) : 0;

	if (length == 0 || name[0] == '/')
		return arena_strdup(arena, name);
	return arena_printf(arena, "%s%s%s", dir, dir[length - 1] == '/' ? "" : "/", name);
}

char *file_dir(struct arena *arena, const char *path)
{
	const char *slash = strrchr(path, '/');

	if (slash == NULL)
		return arena_strdup(arena, "");
	while (slash > path && slash[-1] == '/')
		slash--;
	return arena_strndup(arena, path, slash == path ? 1 : (size_t)(slash - path));
}

bool file_exists(const char *path)
{
	struct stat info;

	return stat(path, &info) == 0;
}
