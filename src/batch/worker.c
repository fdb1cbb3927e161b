/* worker.c - a process that makes one job after the other. */
#define _GNU_SOURCE
#include "worker.h"

#include "base/number.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

/* The sanitizers take terabytes of address space for themselves. */
#if defined(__SANITIZE_ADDRESS__)
#define ADDRESS_LIMIT_POSSIBLE 0
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ADDRESS_LIMIT_POSSIBLE 0
#endif
#endif
#ifndef ADDRESS_LIMIT_POSSIBLE
#define ADDRESS_LIMIT_POSSIBLE 1
#endif

/* ---- in the worker --------------------------------------------------------------- */

static bool read_whole(int fd, void *data, size_t length)
{
	char *at = data;

	while (length > 0) {
		ssize_t count = read(fd, at, length);

		if (count == 0 || (count < 0 && errno != EINTR))
			return false;
		if (count > 0) {
			at += count;
			length -= (size_t)count;
		}
	}
	return true;
}

static bool write_whole(int fd, const void *data, size_t length)
{
	const char *at = data;

	while (length > 0) {
		ssize_t count = write(fd, at, length);

		if (count < 0 && errno != EINTR)
			return false;
		if (count > 0) {
			at += count;
			length -= (size_t)count;
		}
	}
	return true;
}

static void no_memory(void *user, size_t bytes)
{
	(void)user;
	(void)bytes;
	_exit(WORKER_NO_MEMORY);
}

static bool answer(int fd, size_t job, enum status status, struct arena *arena, struct diag *diag)
{
	struct text findings = text_make(arena), lines = text_make(arena);
	struct worker_answer head = { .job = job };

	outcome_findings(&findings, &lines, diag);
	head.failed = status != STATUS_OK || diag_has_errors(diag);
	head.findings = findings.length;
	head.lines = lines.length;
	return write_whole(fd, &head, sizeof head) &&
	       write_whole(fd, findings.bytes, findings.length) &&
	       write_whole(fd, lines.bytes, lines.length);
}

static void limit_memory(int megabytes)
{
	struct rlimit limit = { .rlim_cur = (rlim_t)megabytes << 20,
				.rlim_max = (rlim_t)megabytes << 20 };

	if (megabytes > 0 && ADDRESS_LIMIT_POSSIBLE)
		(void)setrlimit(RLIMIT_AS, &limit);
}

static bool make_one(struct job_house *house, struct arena *arena,
		     const struct pool_options *options, const char *dir, size_t job, int out)
{
	struct arena *own = arena_create_within(arena);
	struct diag diag = diag_make(own);
	enum status status;
	bool alive;

	folder_remove(own, dir);
	status = build_job(house, own, &options->list->jobs[job], options->batch,
			   options->bootstrap, dir, &diag);
	alive = answer(out, job, status, own, &diag);
	arena_destroy(own);
	return alive;
}

/* Never comes back. The house is loaded by the first job and serves them all. */
static void work(const struct pool_options *options, const char *dir, int in, int out)
{
	struct arena_options how = { .exhausted = no_memory };
	struct arena *arena;
	struct job_house *house;
	size_t job;

	limit_memory(options->batch->megabytes_max);
	arena = arena_create(&how);
	number_use_memory(arena);
	house = job_house_open(arena, options->paths);
	while (read_whole(in, &job, sizeof job) && job < options->list->count)
		if (!make_one(house, arena, options, dir, job, out))
			break;
	_exit(0);
}

/* What the parent holds must not be kept open, or a death goes unseen. */
static void close_inherited(const struct pool_options *options, const struct worker *others,
			    size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (others[i].to >= 0)
			close(others[i].to);
		if (others[i].from >= 0)
			close(others[i].from);
	}
	close(options->lock);
}

/* ---- in the parent ------------------------------------------------------------------ */

bool worker_start(struct worker *worker, const struct pool_options *options,
		  const struct worker *others, size_t count)
{
	int down[2], up[2];
	pid_t parent = getpid();

	if (pipe(down) != 0)
		return false;
	if (pipe(up) != 0) {
		close(down[0]);
		close(down[1]);
		return false;
	}
	fflush(NULL);
	worker->pid = fork();
	if (worker->pid == 0) {
		/* A worker never outlives its parent. */
		prctl(PR_SET_PDEATHSIG, SIGKILL);
		if (getppid() != parent)
			_exit(0);
		signal(SIGINT, SIG_DFL);
		signal(SIGTERM, SIG_DFL);
		close(down[1]);
		close(up[0]);
		close_inherited(options, others, count);
		work(options, worker->dir, down[0], up[1]);
	}
	close(down[0]);
	close(up[1]);
	worker->to = down[1];
	worker->from = up[0];
	worker->busy = worker->expired = false;
	text_clear(&worker->answer);
	if (worker->pid > 0)
		return true;
	close(worker->to);
	close(worker->from);
	worker->to = worker->from = -1;
	return false;
}

bool worker_give(struct worker *worker, size_t job, double now)
{
	worker->busy = true;
	worker->job = job;
	worker->began = now;
	return write_whole(worker->to, &job, sizeof job);
}

int worker_end(struct worker *worker)
{
	int status = 0;

	close(worker->to);
	close(worker->from);
	worker->to = worker->from = -1;
	while (waitpid(worker->pid, &status, 0) < 0 && errno == EINTR)
		;
	worker->pid = 0;
	return status;
}
