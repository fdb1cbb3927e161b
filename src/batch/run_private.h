/* run_private.h - the steps of a run, and what they share.
 *
 * Gives:    struct run; prints (print.c); what is to be done (todo.c); the work
 *           folder's log (work.c).
 * Includes: batch_private.h, needs.h.
 * Not here: what joining and verifying need too: batch_private.h.
 */
#ifndef BATCH_RUN_PRIVATE_H
#define BATCH_RUN_PRIVATE_H

#include "needs.h"

#include <stdio.h>

struct run {
	struct arena *arena;
	const struct job_paths *paths;
	const struct batch_options *options;
	const char *work;
	struct batch_list list;
	const char *house; /* print of what is the same for all jobs */
	struct journal *journal;
	const struct record **remembered; /* by job: how it ended before, same plan; or NULL */
	struct map doubtful;              /* sources of plans that tell no key, of all parts */
	size_t *queue;                    /* jobs to be done                                 */
	size_t queue_count;
	struct batch_outcome *out;
	double began, synced;
	FILE *log; /* or NULL */
	struct diag *diag;
	enum status status;
};

/* ---- print.c ---- */

/** Gives each job the print of all that its result depends on, but for what its
 *  record in the journal names. */
void print_jobs(struct run *run);
/** Of all that index, manifest and what else stands over the entries depend on. */
const char *print_site(struct run *run);
/** A failure counts for the limits and the parts under which it came about. */
const char *print_of_failure(struct run *run, const struct batch_job *job);
/** With the checksum of the entry that was put in the site: one that was altered
 *  there would bring its own checksums into the manifest. */
const char *print_of_done(struct run *run, const struct batch_job *job, const char *entry);

/* ---- todo.c ---- */

/** Jobs that share a key, or have none, are told apart by their plan and row. */
const char *todo_record_key(struct arena *arena, const struct batch_job *job);
/** Keeps the jobs of this share of the list. */
void todo_take_part(struct run *run);
/** Marks the jobs whose folder in the site is somebody else's. */
void todo_check_places(struct run *run);
/** Fills the queue, and each job's parts; counts what is unchanged. */
void todo_make_queue(struct run *run);

/* ---- over.c ---- */

/** Makes what stands over the entries, unless it is there and nothing has changed. */
enum status over_finish(struct run *run);

/* ---- work.c ---- */

/** One line of the log: "fatto", "fallito", "tolto", and what about it. */
void work_log(struct run *run, const struct batch_job *job, const char *word, const char *about);

#endif
