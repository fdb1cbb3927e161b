/* worker.c - a process that makes one job after the other. */
#define _GNU_SOURCE
#include "worker.h"

#include "needs.h"

#include "base/number.h"

#include <errno.h>
#include <fcntl.h>
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

static struct ending_told describe(struct arena *arena, enum status status,
				   const struct needs *needs, struct diag *diag)
{
	struct ending_told told = { .needs = text_make(arena),
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

	if (!write_whole(out, "", 1)) /* it has begun */
		_exit(0);
	folder_remove(own, dir);
	job_house_watch(shop->house, &witness);
	status = build_job(shop->house, own, &options->list->jobs[job], options->batch, dir, &diag);
	job_house_watch(shop->house, NULL);
	outcome_name_row(&diag, &options->list->jobs[job]);
	told = describe(own, status, &needs, &diag);
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

enum { WORKER_IN = STDERR_FILENO + 1, WORKER_OUT, WORKER_FREE };

/* The parent's lock, journal, log and pipes must not stay open here, or a death
 * goes unseen: of all that was inherited only the two pipes are kept. */
static bool keep_pipes(int in, int out)
{
	int high_in = fcntl(in, F_DUPFD, WORKER_FREE), high_out = fcntl(out, F_DUPFD, WORKER_FREE);

	if (high_in < 0 || high_out < 0 || dup2(high_in, WORKER_IN) < 0 ||
	    dup2(high_out, WORKER_OUT) < 0)
		return false;
	closefrom(WORKER_FREE);
	return true;
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

/* In the child. A worker never outlives its parent. */
static void begin_work(struct worker *worker, const struct pool_options *options,
		       struct workshop *shop, pid_t parent, const int down[2], const int up[2])
{
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (getppid() == parent && keep_pipes(down[0], up[1]))
		work(shop, options, worker->dir, WORKER_IN, WORKER_OUT);
	_exit(0);
}

static void close_both(const int ends[2])
{
	close(ends[0]);
	close(ends[1]);
}

static void be_parent(struct worker *worker, const int down[2], const int up[2])
{
	close(down[0]);
	close(up[1]);
	worker->to = down[1];
	worker->from = up[0];
	worker->busy = worker->expired = false;
	text_clear(&worker->answer);
}

static bool fork_worker(struct worker *worker, const struct pool_options *options,
			struct workshop *shop, const int down[2], const int up[2])
{
	pid_t parent = getpid();

	fflush(NULL);
	worker->pid = fork();
	if (worker->pid == 0)
		begin_work(worker, options, shop, parent, down, up);
	return worker->pid > 0;
}

bool worker_start(struct worker *worker, const struct pool_options *options, struct workshop *shop)
{
	int down[2], up[2];

	if (pipe2(down, O_CLOEXEC) != 0)
		return false;
	if (pipe2(up, O_CLOEXEC) != 0) {
		close_both(down);
		return false;
	}
	if (fork_worker(worker, options, shop, down, up)) {
		be_parent(worker, down, up);
		return true;
	}
	close_both(down);
	close_both(up);
	return false;
}

bool worker_give(struct worker *worker, size_t job, double now)
{
	worker->busy = true;
	worker->job = job;
	worker->began = now;
	return write_whole(worker->to, &job, sizeof job);
}

bool worker_answered(const struct worker *worker, struct arena *arena, struct reply *reply,
		     bool *last)
{
	const char *at = worker->answer.bytes + 1; /* past the byte of its beginning */
	size_t length = worker->answer.length;
	struct worker_answer head;

	if (length < 1 + sizeof head)
		return false;
	memcpy(&head, at, sizeof head);
	at += sizeof head;
	if (length < 1 + sizeof head + head.needs + head.findings + head.lines)
		return false;
	*last = head.last != 0;
	*reply = (struct reply){
		.failed = head.failed != 0,
		.machine = head.machine != 0,
		.needs = arena_strndup(arena, at, head.needs),
		.findings = arena_strndup(arena, at + head.needs, head.findings),
		.lines = arena_strndup(arena, at + head.needs + head.findings, head.lines),
	};
	return true;
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
