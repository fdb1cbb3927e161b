/* join_private.h - the steps of joining, and what they share.
 *
 * Gives:    struct join; the parts read and judged (join_parts.c); their entries
 *           copied and put in place (join_entries.c).
 * Includes: batch_private.h.
 * Not here: the order of the steps: join.c.
 */
#ifndef BATCH_JOIN_PRIVATE_H
#define BATCH_JOIN_PRIVATE_H

#include "batch_private.h"

struct part {
	const char *site;
	struct summary summary;
	struct map sums; /* path → its checksum, as the part itself lists them */
};

struct join {
	struct arena *arena;
	const struct batch_join *options;
	const char *work;
	struct part *parts;    /* by number                                             */
	const char *bootstrap; /* folder with the Bootstrap Italia of the parts, or NULL */
	struct map taken;      /* key → entry                                           */
	struct names staged;   /* keys whose folders wait in the work folder            */
	struct batch_outcome *out;
	struct diag *diag;
};

/** A finding about a file or folder; STATUS_DATA. */
enum status join_refuse(struct join *join, const char *file, const char *code, const char *format,
			...) __attribute__((format(printf, 4, 5)));

/* ---- join_parts.c ---- */

/** Reads what the parts say of themselves, and refuses those that don't make one
 *  site. Writes nothing. */
enum status join_read_parts(struct join *join);

/* ---- join_entries.c ---- */

/** Copies all that is not in the site yet into the work folder, each file held
 *  against its checksum. The site stays as it is. */
enum status join_stage(struct join *join);
/** Puts what was copied in place, entry by entry. */
enum status join_put(struct join *join);
/** Entries that no part has: taken out, if asked for, or told. */
enum status join_leftovers(struct join *join);
/** Removes what was copied and not put in place. */
void join_forget(struct join *join);

#endif
