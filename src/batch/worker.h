/* worker.h - one worker process and the words it exchanges with the parent.
 *
 * Gives:    a worker forked; a job handed over; its reply read; what its death means.
 * Includes: batch_private.h.
 * Not here: which job is next, and what becomes of the results.
 *
 * The parent writes the job's place in the list (a size_t). The worker answers
 * with one byte when it begins, then with a struct worker_answer and three texts.
 * A pipe that closes early is a death.
 */
#ifndef BATCH_WORKER_H
#define BATCH_WORKER_H

#include "batch_private.h"

#include <sys/types.h>

/** What is loaded once, before the first fork, and inherited by all workers:
 *  also by one that is started when another has died. */
struct workshop {
	struct arena *arena; /* of the house; in a worker, of its jobs too          */
	struct job_house *house;
	struct arena *parent; /* of the run: tells of exhausted memory until the fork */
	bool in_worker;
	size_t size; /* of the house when it was loaded */
};

enum status workshop_open(struct workshop *shop, const struct job_paths *paths,
			  struct arena *parent, struct diag *diag);
void workshop_close(struct workshop *shop);

struct worker {
	pid_t pid;
	int to, from; /* pipes; -1: no worker */
	bool busy, expired;
	size_t job;
	double began;
	const char *dir;    /* where it makes its jobs */
	struct text answer; /* bytes that have come so far */
};

struct worker_answer {
	int failed, machine;           /* as in struct reply                   */
	int last;                      /* the worker ends: it has grown enough */
	size_t needs, findings, lines; /* bytes that follow */
};

#define WORKER_NO_MEMORY 3 /* exit code of a worker whose memory ended */

/** Forks a worker. False, and errno, when there can be no more. */
bool worker_start(struct worker *worker, const struct pool_options *options, struct workshop *shop);
/** Whether a whole answer has come; `reply` then, and whether it was the worker's `last`. */
bool worker_answered(const struct worker *worker, struct arena *arena, struct reply *reply,
		     bool *last);
/** False: nobody is there to take the job. */
bool worker_give(struct worker *worker, size_t job, double now);
/** Closes the pipes and waits; returns what waitpid() said. */
int worker_end(struct worker *worker);

/* ---- death.c ---- */

/** Of what a worker died: of its time, its memory, a fault of its own, or killed
 *  by somebody else (an administrator, a system without memory). */
enum death { DEATH_LATE, DEATH_MEMORY, DEATH_OWN, DEATH_OUTSIDE };
enum death death_of(const struct worker *worker, int status);
/** The finding for the job that the worker had. */
void death_say(struct diag *diag, enum death death, int status, const struct batch_job *job,
	       const struct batch_options *batch);

#endif
