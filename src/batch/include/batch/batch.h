/* batch.h - many plans become one site.
 *
 * Gives:    batch_run(): every plan of a list published by worker processes;
 *           batch_verify(): a site checked against its manifest;
 *           batch_join(): the parts of a list made into one site.
 * Includes: base, job.
 * Not here: what a plan, a page or a PDF is; the command line.
 *
 * Beside SITO stands SITO.lavoro with all that is not published: journal,
 * lock, log, outcome, and what is being made. A job's folder is made there
 * and appears in the site by one rename, so a run may die at any moment and
 * the next one goes on.
 */
#ifndef BATCH_BATCH_H
#define BATCH_BATCH_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/status.h"
#include "job/job.h"

#define BATCH_WORKERS_MAX 256

/** What is made of each plan. */
enum batch_what { BATCH_PDF = 1, BATCH_WEB = 2, BATCH_DATA = 4, BATCH_ALL = 7 };

/** How far a run has come. */
struct batch_progress {
	size_t total;     /* jobs of this part of the list       */
	size_t done;      /* made in this run                    */
	size_t unchanged; /* were there already                  */
	size_t failed;    /* now, or as before for the same plan */
	size_t warnings;  /* in what is published, now or before */
	size_t notes;     /* the same                            */
	double seconds;   /* since the run began                 */
};

struct batch_options {
	const char *list; /* CSV or XML list, or a folder of plans        */
	const char *site;
	const char *address;   /* of the site when it is published, for the map of
	                          the site and the metadata; NULL: not known  */
	const char *bootstrap; /* folder with Bootstrap Italia, or NULL        */
	const char *template;  /* for plans whose row names none; NULL: by type */
	int workers;
	int what;          /* of enum batch_what                             */
	int part, parts;   /* this share of the list, from 1; 0: all of it   */
	bool clean;        /* what the list no longer has leaves the site    */
	bool retry;        /* what failed with the same plan is tried again  */
	bool again;        /* all is made again, also what has not changed   */
	int seconds_max;   /* for one job                                    */
	int megabytes_max; /* of address space for a worker; 0: no limit     */
	long long epoch;   /* SOURCE_DATE_EPOCH; negative: each plan's date  */
	const char *version;
	const char *program; /* path of the running program: another one, all is done again */
	/* told after each job, and some times a second; or NULL */
	void (*progress)(void *user, const struct batch_progress *progress);
	void *user;
};

/** What came of a run. */
struct batch_outcome {
	struct batch_progress count;
	size_t removed; /* by `clean` */
	size_t dropped; /* plans whose other parts were of another version, and left the site */
	int stopped;    /* the signal that ended the run early, or 0: then there is no new index */
	bool first;     /* there was no whole site before */
	const char *failures; /* findings of the failed jobs, a line each, as cli prints them */
	const char *warned;   /* warnings and notes of the others, the same way; "" from joining */
};

/**
 * Publishes a list.
 *
 * diag  gets what concerns the run as a whole: the list, the lock, the disk.
 *
 * Returns STATUS_OK when the run came to its end, also if jobs failed: that
 * is in `out`. STATUS_DATA: the list can't be used; STATUS_IO.
 */
enum status batch_run(struct batch_outcome *out, const struct job_paths *paths, struct arena *arena,
		      const struct batch_options *options, struct diag *diag);

/** Computes the checksums of a site again. Each file that is missing, changed
 *  or in no manifest is an error. `*files`: how many were read. */
enum status batch_verify(size_t *files, struct arena *arena, const char *site, struct diag *diag);

struct batch_join {
	const char *const *parts; /* sites */
	size_t part_count;
	const char *site;
	const char *address;
	bool clean; /* what no part has leaves the site */
	const char *version;
};

/**
 * Makes one site of several: the same, byte for byte, as one run over the whole
 * list; and of their esito.json one list of what failed. Only what the parts list
 * is published, each file held against its checksum; Bootstrap Italia is theirs.
 *
 * diag  gets what keeps the parts from being joined: one that is missing, not
 *       finished, given twice, of another division, version or assets; a file
 *       that is not what was published; a body and year that differ between two
 *       of them. A note for each entry of the site that no part has.
 *
 * Returns STATUS_OK when the site is whole, also if jobs of the parts failed:
 * that is in `out`. STATUS_DATA: the site is as it was.
 */
enum status batch_join(struct batch_outcome *out, const struct job_paths *paths,
		       struct arena *arena, const struct batch_join *join, struct diag *diag);

#endif
