/* work.c - the folder beside the site: its lock and its log. */
#define _GNU_SOURCE
#include "run_private.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

double work_clock(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

/* "." and ".." have no name that anything could stand beside. */
static bool is_nameless(const char *path)
{
	const char *slash = strrchr(path, '/'), *last = slash != NULL ? slash + 1 : path;

	return strcmp(last, ".") == 0 || strcmp(last, "..") == 0;
}

const char *work_path(struct arena *arena, const char *site)
{
	char *copy = arena_strdup(arena, site), *whole = NULL;
	size_t length = strlen(copy);

	while (length > 1 && copy[length - 1] == '/')
		copy[--length] = '\0';
	if (is_nameless(copy))
		whole = realpath(copy, NULL);
	if (whole != NULL)
		copy = arena_strdup(arena, whole);
	free(whole);
	return arena_printf(arena, "%s.lavoro", copy);
}

int work_lock(struct arena *arena, const char *work, struct diag *diag)
{
	const char *path = file_join(arena, work, "lucchetto");
	int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0666);

	if (fd >= 0 && flock(fd, LOCK_EX | LOCK_NB) == 0)
		return fd;
	if (fd >= 0 && errno == EWOULDBLOCK)
		diag_error(diag, (struct place){ .file = work }, "in-corso",
			   "un altro «relazione» sta scrivendo questo sito; aspettare che finisca");
	else
		diag_error(diag, (struct place){ .file = path }, "scrittura",
			   "il lucchetto non può essere messo: %s", file_cause(arena, errno));
	if (fd >= 0)
		close(fd);
	return -1;
}

void work_log(struct run *run, const struct batch_job *job, const char *word, const char *about)
{
	char when[32];
	time_t t = time(NULL);
	struct tm parts;

	if (run->log == NULL)
		return;
	strftime(when, sizeof when, "%Y-%m-%dT%H:%M:%SZ", gmtime_r(&t, &parts));
	fprintf(run->log, "%s\t%s\t%s\t%s\t%s\n", when, word, job->key ? job->key : "-", job->plan,
		about);
}
