/* bench.h - what the measures share.
 *
 * Gives:    time and memory of a piece of work in a process of its own;
 *           generated plans as files; the measure of the batch.
 * Includes: base, generate, job.
 * Not here: limits; nothing is asserted.
 */
#ifndef BENCH_H
#define BENCH_H

#include "generate.h"

#include "job/job.h"

#include <stddef.h>

struct measure {
	double seconds;
	double megabytes; /* peak resident, of the largest process */
	double bytes;     /* of what was written; 0: not measured  */
	bool failed;
};

extern const struct job_paths bench_paths;

/** Runs `work` in a child process; what it returns is the exit code. */
struct measure bench_child(int (*work)(void *user), void *user);
/** The one of middle time; sorts them. */
struct measure bench_median(struct measure *all, size_t count);
/** Writes a generated plan; `body` takes the place of the code of its body, or NULL. */
void bench_write_plan(const char *path, const struct generate_options *options, const char *body);

/** Many plans published by one worker and by two, and again unchanged. */
void bench_batch(void);

#endif
