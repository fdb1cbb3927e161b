/* pool.c - jobs handed to workers; a death costs one job. */
#define _GNU_SOURCE
#include "worker.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define TICK_MILLISECONDS 200
#define ANSWER_PIECE      ((size_t)64 * 1024)

struct pool {
	struct arena *arena;
	const struct pool_options *options;
	struct worker *workers;
	size_t count, next, busy;
	struct diag *diag;
	enum status status;
};

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static void ended(struct pool *pool, struct worker *worker, struct reply *reply)
{
	reply->job = worker->job;
	reply->seconds = now() - worker->began;
	worker->busy = false;
	pool->busy--;
	if (pool->status == STATUS_OK)
		pool->status = pool->options->ended(pool->options->user, reply,
						    reply->failed ? NULL : worker->dir);
}

/* ---- deaths -------------------------------------------------------------------------- */

static void say_death(struct diag *diag, const struct pool *pool, const struct worker *worker,
		      int status)
{
	const struct batch_options *batch = pool->options->batch;
	struct place place = { .file = pool->options->list->jobs[worker->job].plan, .line = 1 };

	if (worker->expired)
		diag_error(diag, place, "tempo",
			   "il piano chiede più di %d secondi, il limite di un lavoro; ridurlo o "
			   "alzare il limite con --tempo",
			   batch->seconds_max);
	else if (WIFEXITED(status) && WEXITSTATUS(status) == WORKER_NO_MEMORY)
		diag_error(diag, place, "memoria",
			   "il piano chiede più memoria di quella che un lavoro può avere (%d MB); "
			   "ridurlo o alzare il limite con --memoria",
			   batch->megabytes_max);
	else
		diag_error(diag, place, "processo-caduto",
			   "il processo che faceva questo piano è caduto (%s %d); gli altri "
			   "continuano. Riprovare con --riprova o con più --memoria (ora %d MB)",
			   WIFSIGNALED(status) ? "segnale" : "uscita",
			   WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status),
			   batch->megabytes_max);
}

static void bury(struct pool *pool, struct worker *worker)
{
	struct arena *own = arena_create_within(pool->arena);
	struct diag diag = diag_make(own);
	struct text findings = text_make(own), lines = text_make(own);
	struct reply reply = { .failed = true };
	int status = worker_end(worker);

	if (worker->busy) {
		say_death(&diag, pool, worker, status);
		outcome_findings(&findings, &lines, &diag);
		reply.findings = findings.bytes;
		reply.lines = lines.bytes;
		ended(pool, worker, &reply);
	}
	arena_destroy(own);
}

/* ---- answers ------------------------------------------------------------------------- */

/* Whether an answer is whole; if so it is passed on. */
static bool take_answer(struct pool *pool, struct worker *worker)
{
	struct worker_answer head;
	struct arena *own;
	struct reply reply;

	if (worker->answer.length < sizeof head)
		return false;
	memcpy(&head, worker->answer.bytes, sizeof head);
	if (worker->answer.length < sizeof head + head.findings + head.lines)
		return false;
	own = arena_create_within(pool->arena);
	reply = (struct reply){
		.failed = head.failed != 0,
		.findings = arena_strndup(own, worker->answer.bytes + sizeof head, head.findings),
		.lines = arena_strndup(own, worker->answer.bytes + sizeof head + head.findings,
				       head.lines),
	};
	text_clear(&worker->answer);
	ended(pool, worker, &reply);
	arena_destroy(own);
	return true;
}

static void listen(struct pool *pool, struct worker *worker)
{
	char piece[ANSWER_PIECE];
	ssize_t count = read(worker->from, piece, sizeof piece);

	if (count > 0) {
		text_add_n(&worker->answer, piece, (size_t)count);
		take_answer(pool, worker);
	} else if (count == 0 || errno != EINTR) {
		bury(pool, worker);
	}
}

/* ---- the round ------------------------------------------------------------------------- */

static void machine_failed(struct pool *pool)
{
	if (pool->status == STATUS_OK)
		diag_error(pool->diag, (struct place){ 0 }, "processi",
			   "non si può avviare un processo: %s; provare con meno processi (-j)",
			   strerror(errno));
	pool->status = STATUS_IO;
}

/* Gives the next job to a worker that has none; starts it when there is none. */
static void feed(struct pool *pool, struct worker *worker)
{
	if (worker->busy || pool->next == pool->options->queue_count)
		return;
	if (worker->to < 0 && !worker_start(worker, pool->options, pool->workers, pool->count)) {
		if (pool->busy == 0)
			machine_failed(pool);
		return;
	}
	pool->busy++;
	if (!worker_give(worker, pool->options->queue[pool->next++], now()))
		bury(pool, worker);
}

static void kill_expired(struct pool *pool)
{
	double limit = pool->options->batch->seconds_max;

	for (size_t i = 0; i < pool->count; i++) {
		struct worker *worker = &pool->workers[i];

		if (!worker->busy || worker->expired || now() - worker->began < limit)
			continue;
		worker->expired = true;
		kill(worker->pid, SIGKILL); /* its pipe closes, and it is buried */
	}
}

static void wait_for_news(struct pool *pool, struct pollfd *places)
{
	for (size_t i = 0; i < pool->count; i++)
		places[i] = (struct pollfd){ .fd = pool->workers[i].from, .events = POLLIN };
	if (poll(places, (nfds_t)pool->count, TICK_MILLISECONDS) <= 0)
		return;
	for (size_t i = 0; i < pool->count; i++)
		if (places[i].revents != 0)
			listen(pool, &pool->workers[i]);
}

static void open_pool(struct pool *pool)
{
	const char *dir = file_join(pool->arena, pool->options->work, "in-corso");

	pool->count = (size_t)pool->options->batch->workers;
	if (pool->count > pool->options->queue_count)
		pool->count = pool->options->queue_count;
	pool->workers = arena_array(pool->arena, struct worker, pool->count);
	for (size_t i = 0; i < pool->count; i++) {
		pool->workers[i].to = pool->workers[i].from = -1;
		pool->workers[i].dir = arena_printf(pool->arena, "%s/%zu", dir, i + 1);
		pool->workers[i].answer = text_make(pool->arena);
	}
}

enum status pool_run(struct arena *arena, const struct pool_options *options, struct diag *diag)
{
	struct pool pool = { .arena = arena, .options = options, .diag = diag };
	struct sigaction ignore = { .sa_handler = SIG_IGN }, before;
	struct pollfd *places;

	open_pool(&pool);
	places = arena_array(arena, struct pollfd, pool.count);
	/* Writing to a worker that has died must not end the run. */
	sigaction(SIGPIPE, &ignore, &before);
	while (pool.status == STATUS_OK && (pool.busy > 0 || pool.next < options->queue_count)) {
		for (size_t i = 0; i < pool.count; i++)
			feed(&pool, &pool.workers[i]);
		if (pool.busy > 0)
			wait_for_news(&pool, places);
		kill_expired(&pool);
		options->tick(options->user);
	}
	for (size_t i = 0; i < pool.count; i++)
		if (pool.workers[i].to >= 0)
			worker_end(&pool.workers[i]);
	sigaction(SIGPIPE, &before, NULL);
	return pool.status;
}
