/* pool.c - jobs handed to workers; a death costs one job. */
#define _GNU_SOURCE
#include "worker.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <sys/signalfd.h>
#include <unistd.h>

#define TICK_MILLISECONDS 200
#define ANSWER_PIECE      ((size_t)64 * 1024)
#define UNBORN_MAX        ((size_t)2 * BATCH_WORKERS_MAX)
#define PAUSE_SECONDS     5.0 /* a round that lasts longer: the run itself was halted */

struct pool {
	struct arena *arena;
	const struct pool_options *options;
	struct workshop shop;
	struct worker *workers;
	size_t count, next, busy;
	size_t *again; /* jobs taken back from dead workers */
	size_t again_count;
	bool *killed;          /* by place in the list: its worker was killed from outside */
	size_t unborn;         /* workers that died before they began, since one did begin */
	struct pollfd *places; /* of each worker, then of the signals */
	int signals, stopped;
	double round; /* when the last one began */
	struct diag *diag;
	enum status status;
};

static void ended(struct pool *pool, struct worker *worker, struct reply *reply)
{
	reply->job = worker->job;
	reply->seconds = work_clock() - worker->began;
	worker->busy = false;
	pool->busy--;
	if (pool->status == STATUS_OK)
		pool->status = pool->options->ended(pool->options->user, reply,
						    reply->failed ? NULL : worker->dir);
}

/* ---- deaths -------------------------------------------------------------------------- */

/* Whoever died before it had begun, or was killed from outside, says nothing of
 * the plan: another worker takes it, once. */
static bool take_back(struct pool *pool, struct worker *worker, enum death death, bool begun)
{
	if (begun && (death != DEATH_OUTSIDE || pool->killed[worker->job]))
		return false;
	pool->killed[worker->job] = begun;
	pool->unborn += !begun;
	pool->again[pool->again_count++] = worker->job;
	worker->busy = false;
	pool->busy--;
	return true;
}

static void fail_job(struct pool *pool, struct worker *worker, enum death death, int status)
{
	struct arena *own = arena_create_within(pool->arena);
	struct diag diag = diag_make(own);
	struct text findings = text_make(own), lines = text_make(own);
	struct reply reply = { .failed = true, .machine = death == DEATH_OUTSIDE, .needs = "" };

	death_say(&diag, death, status, &pool->options->list->jobs[worker->job],
		  pool->options->batch);
	outcome_findings(&findings, &lines, &diag);
	reply.findings = findings.bytes;
	reply.lines = lines.bytes;
	ended(pool, worker, &reply);
	arena_destroy(own);
}

static void bury(struct pool *pool, struct worker *worker)
{
	bool begun = worker->answer.length > 0;
	int status = worker_end(worker);
	enum death death = death_of(worker, status);

	if (worker->busy && !take_back(pool, worker, death, begun))
		fail_job(pool, worker, death, status);
}

/* ---- answers ------------------------------------------------------------------------- */

/* Passes an answer on when it is whole. */
static void take_answer(struct pool *pool, struct worker *worker)
{
	struct arena *own = arena_create_within(pool->arena);
	struct reply reply;
	bool last;

	if (worker_answered(worker, own, &reply, &last)) {
		text_clear(&worker->answer);
		ended(pool, worker, &reply);
		if (last)
			(void)worker_end(worker);
	}
	arena_destroy(own);
}

static void listen(struct pool *pool, struct worker *worker)
{
	char piece[ANSWER_PIECE];
	ssize_t count = read(worker->from, piece, sizeof piece);

	if (count > 0) {
		pool->unborn = 0;
		text_add_n(&worker->answer, piece, (size_t)count);
		take_answer(pool, worker);
	} else if (count == 0 || errno != EINTR) {
		bury(pool, worker);
	}
}

/* ---- the round ------------------------------------------------------------------------- */

static void machine_failed(struct pool *pool, const char *cause)
{
	if (pool->status == STATUS_OK)
		diag_error(pool->diag, (struct place){ 0 }, "processi",
			   "non si può avviare un processo: %s; provare con meno processi (-j)",
			   cause);
	pool->status = STATUS_IO;
}

static bool has_jobs(const struct pool *pool)
{
	return pool->again_count > 0 || pool->next < pool->options->queue_count;
}

static size_t next_job(struct pool *pool)
{
	return pool->again_count > 0 ? pool->again[--pool->again_count]
				     : pool->options->queue[pool->next++];
}

/* Gives the next job to a worker that has none; starts it when there is none. */
static void feed(struct pool *pool, struct worker *worker)
{
	if (worker->busy || !has_jobs(pool))
		return;
	if (worker->to < 0 && !worker_start(worker, pool->options, &pool->shop)) {
		if (pool->busy == 0)
			machine_failed(pool, file_cause(pool->arena, errno));
		return;
	}
	pool->busy++;
	if (!worker_give(worker, next_job(pool), work_clock()))
		bury(pool, worker);
	if (pool->unborn > UNBORN_MAX)
		machine_failed(pool, "i processi cadono prima di cominciare");
}

/* A run that was halted (Ctrl-Z, a closed lid) hasn't used up its jobs' time. */
static void forgive_pause(struct pool *pool)
{
	double now = work_clock(), pause = now - pool->round;

	pool->round = now;
	for (size_t i = 0; i < pool->count && pause > PAUSE_SECONDS; i++)
		pool->workers[i].began += pause;
}

static void kill_expired(struct pool *pool)
{
	double limit = pool->options->batch->seconds_max;

	forgive_pause(pool);
	for (size_t i = 0; i < pool->count; i++) {
		struct worker *worker = &pool->workers[i];

		if (!worker->busy || worker->expired || work_clock() - worker->began < limit)
			continue;
		worker->expired = true;
		kill(worker->pid, SIGKILL); /* its pipe closes, and it is buried */
	}
}

static void hear_signal(struct pool *pool)
{
	struct signalfd_siginfo info;

	if (read(pool->signals, &info, sizeof info) == (ssize_t)sizeof info)
		pool->stopped = (int)info.ssi_signo;
}

static void wait_for_news(struct pool *pool)
{
	struct pollfd *signals = &pool->places[pool->count];

	for (size_t i = 0; i < pool->count; i++)
		pool->places[i] = (struct pollfd){ .fd = pool->workers[i].from, .events = POLLIN };
	*signals = (struct pollfd){ .fd = pool->signals, .events = POLLIN };
	if (poll(pool->places, (nfds_t)pool->count + 1, TICK_MILLISECONDS) <= 0)
		return;
	if (signals->revents != 0)
		hear_signal(pool);
	for (size_t i = 0; i < pool->count && pool->stopped == 0; i++)
		if (pool->places[i].revents != 0)
			listen(pool, &pool->workers[i]);
}

static void go_round(struct pool *pool)
{
	for (size_t i = 0; i < pool->count; i++)
		feed(pool, &pool->workers[i]);
	if (pool->busy > 0)
		wait_for_news(pool);
	kill_expired(pool);
	pool->options->tick(pool->options->user);
}

/* ---- the whole ------------------------------------------------------------------------- */

/* Each run makes its jobs in folders of its own: those of a run that was killed
 * may be written to a moment longer than its lock holds. */
static void open_workers(struct pool *pool)
{
	const char *dir = file_join(pool->arena, pool->options->work, WORK_MAKING);

	pool->count = (size_t)pool->options->batch->workers;
	if (pool->count > pool->options->queue_count)
		pool->count = pool->options->queue_count;
	pool->workers = arena_array(pool->arena, struct worker, pool->count);
	pool->places = arena_array(pool->arena, struct pollfd, pool->count + 1);
	pool->again = arena_array(pool->arena, size_t, pool->count);
	pool->killed = arena_array(pool->arena, bool, pool->options->list->count);
	for (size_t i = 0; i < pool->count; i++) {
		pool->workers[i].to = pool->workers[i].from = -1;
		pool->workers[i].dir =
			arena_printf(pool->arena, "%s/%ld-%zu", dir, (long)getpid(), i + 1);
		pool->workers[i].answer = text_make(pool->arena);
	}
}

/* Nobody has anything left to do; or the run was asked to stop, or has failed, and
 * what they make is not wanted. */
static void dismiss_workers(struct pool *pool)
{
	for (size_t i = 0; i < pool->count; i++) {
		struct worker *worker = &pool->workers[i];

		if (worker->to < 0)
			continue;
		kill(worker->pid, SIGKILL);
		(void)worker_end(worker);
	}
}

/* What the process does with signals, as it was before. */
struct manners {
	struct sigaction pipe, size;
	sigset_t mask;
};

/* A request to stop is read between two jobs, never in the middle of putting a
 * result in place; the workers, who inherit this, hear none: a Ctrl-C that goes
 * to all of them must not make their jobs fail. A worker that has died, or a
 * file that may not grow, is an error of write() and not a signal. */
static void listen_to_signals(struct pool *pool, struct manners *before)
{
	const struct sigaction ignore = { .sa_handler = SIG_IGN };
	sigset_t stops;

	sigemptyset(&stops);
	sigaddset(&stops, SIGINT);
	sigaddset(&stops, SIGTERM);
	sigaddset(&stops, SIGHUP);
	sigprocmask(SIG_BLOCK, &stops, &before->mask);
	sigaction(SIGPIPE, &ignore, &before->pipe);
	sigaction(SIGXFSZ, &ignore, &before->size);
	pool->signals = signalfd(-1, &stops, SFD_CLOEXEC | SFD_NONBLOCK);
}

static void restore_signals(struct pool *pool, const struct manners *before)
{
	if (pool->signals >= 0)
		close(pool->signals);
	sigaction(SIGPIPE, &before->pipe, NULL);
	sigaction(SIGXFSZ, &before->size, NULL);
	sigprocmask(SIG_SETMASK, &before->mask, NULL);
}

static void run_workers(struct pool *pool)
{
	struct manners before;

	open_workers(pool);
	listen_to_signals(pool, &before);
	pool->round = work_clock();
	while (pool->status == STATUS_OK && pool->stopped == 0 &&
	       (pool->busy > 0 || has_jobs(pool)))
		go_round(pool);
	dismiss_workers(pool);
	restore_signals(pool, &before);
}

enum status pool_run(int *stopped, struct arena *arena, const struct pool_options *options,
		     struct diag *diag)
{
	struct pool pool = { .arena = arena, .options = options, .diag = diag };

	*stopped = 0;
	if (options->queue_count == 0)
		return STATUS_OK;
	pool.status = workshop_open(&pool.shop, options->paths, arena, diag);
	if (pool.status == STATUS_OK)
		run_workers(&pool);
	workshop_close(&pool.shop);
	*stopped = pool.stopped;
	return pool.status;
}
