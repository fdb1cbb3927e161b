/* look.h - whether what stands in the site is what was put there, as far as names
 * and sizes tell.
 *
 * Gives:    sizes of files as one word; an entry looked at without reading it.
 * Includes: stamps.h.
 * Not here: checksums of what stands in a site (verify.c).
 */
#ifndef BATCH_LOOK_H
#define BATCH_LOOK_H

#include "stamps.h"

/** Adds a file and its size. */
void look_add(struct text *out, const char *name, unsigned long long size);
/** Whether all those files stand in a folder with their sizes. */
bool look_holds(const char *sizes, const char *dir);

struct look {
	const char *hash; /* of voce.xml */
	int parts;        /* of enum batch_what */
	bool whole;
};
/** False: there is no entry of ours under that key. */
bool look_entry(struct look *out, struct arena *arena, struct stamps *stamps, const char *site,
		const char *key);

#endif
