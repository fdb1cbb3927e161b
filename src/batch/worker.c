/* worker.c - a process that makes one job after the other. */
#define _GNU_SOURCE
#include "worker.h"

#include "needs.h"

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

/* One job's end as the parent is told it. */
struct ending_told {
	struct worker_answer head;
	struct text needs, findings, lines;
};

static bool answer(int fd, const struct ending_told *told)
{
	return write_whole(fd, &told->head, sizeof told->head) &&
	       write_whole(fd, told->needs.bytes, told->needs.length) &&
	       write_whole(fd, told->findings.bytes, told->findings.length) &&
	       write_whole(fd, told->lines.bytes, told->lines.length);
}

static struct ending_told describe(struct arena *arena, size_t job, enum status status,
				   const struct needs *needs, struct diag *diag)
{
	struct ending_told told = { .head = { .job = job },
				    .needs = text_make(arena),
				    .findings = text_make(arena),
				    .lines = text_make(arena) };

	needs_write(&told.needs, needs);
	outcome_findings(&told.findings, &told.lines, diag);
	told.head.failed = status != STATUS_OK || diag_has_errors(diag);
	told.head.machine = status == STATUS_IO;
	told.head.needs = told.needs.length;
	told.head.findings = told.findings.length;
	told.head.lines = told.lines.length;
	return told;
}

static void limit_memory(int megabytes)
{
	struct rlimit limit = { .rlim_cur = (rlim_t)megabytes << 20,
				.rlim_max = (rlim_t)megabytes << 20 };

	if (megabytes > 0 && ADDRESS_LIMIT_POSSIBLE)
		(void)setrlimit(RLIMIT_AS, &limit);
}

/* Words of all jobs stay shaped; a worker that has grown by so much ends, and
 * the next one begins again with what the parent has loaded. */
#define GROWTH_MAX ((size_t)64 << 20)

/* False: it was the last job of this worker. */
static bool make_one(struct workshop *shop, const struct pool_options *options, const char *dir,
		     size_t job, int out)
{
	struct arena *own = arena_create_within(shop->arena);
	struct diag diag = diag_make(own);
	struct needs needs = needs_make(own);
	const struct job_witness witness = { needs_note, &needs };
	struct ending_told told;
	enum status status;
	bool more;

	folder_remove(own, dir);
	job_house_watch(shop->house, &witness);
	status = build_job(shop->house, own, &options->list->jobs[job], options->batch, dir, &diag);
	job_house_watch(shop->house, NULL);
	outcome_name_row(&diag, &options->list->jobs[job]);
	told = describe(own, job, status, &needs, &diag);
	told.head.last = job_house_size(shop->house) > shop->size + GROWTH_MAX;
	more = answer(out, &told) && !told.head.last;
	arena_destroy(own);
	return more;
}

/* Never comes back. */
static void work(struct workshop *shop, const struct pool_options *options, const char *dir, int in,
		 int out)
{
	size_t job;

	shop->in_worker = true;
	number_use_memory(shop->arena);
	limit_memory(options->batch->megabytes_max);
	while (read_whole(in, &job, sizeof job) && job < options->list->count)
		if (!make_one(shop, options, dir, job, out))
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

/* In a worker only its job is lost; in the parent, that has not forked yet, the run. */
static void no_memory(void *user, size_t bytes)
{
	const struct workshop *shop = user;

	if (shop->in_worker)
		_exit(WORKER_NO_MEMORY);
	arena_exhausted(shop->parent, bytes);
}

enum status workshop_open(struct workshop *shop, const struct job_paths *paths,
			  struct arena *parent, struct diag *diag)
{
	const struct arena_options how = { .exhausted = no_memory, .user = shop };
	enum status status;

	*shop = (struct workshop){ .parent = parent };
	shop->arena = arena_create(&how);
	shop->house = job_house_open(shop->arena, paths);
	status = job_house_load(shop->house, diag);
	shop->size = job_house_size(shop->house);
	return status;
}

void workshop_close(struct workshop *shop)
{
	arena_destroy(shop->arena);
}

bool worker_start(struct worker *worker, const struct pool_options *options, struct workshop *shop,
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
		close(down[1]);
		close(up[0]);
		close_inherited(options, others, count);
		work(shop, options, worker->dir, down[0], up[1]);
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
