/* needs.h - what a result was made of besides its plan: images, templates and
 * what they include, each by content.
 *
 * Gives:    files noted as they are read; their list as one word; whether they
 *           are still the same.
 * Includes: batch_private.h.
 * Not here: the plan itself, type faces and the program (print.c).
 */
#ifndef BATCH_NEEDS_H
#define BATCH_NEEDS_H

#include "batch_private.h"

/** Files and the checksums of their bytes. */
struct needs {
	struct arena *arena;
	struct map hashes;     /* path → 64 digits; "-": it is not there */
	struct stamps *stamps; /* of files that need not be read again, or NULL */
};

struct needs needs_make(struct arena *arena);
/** Notes a file; the first bytes that are told count. A job_witness; `needs`: struct needs. */
void needs_note(void *needs, const char *path, const struct bytes *bytes);
/** All of them as text without blanks at its ends, tabs or line ends. */
void needs_write(struct text *out, const struct needs *needs);
/** Whether the files of such a text are what they were. `now`: those that have
 *  been looked at in this run; each is read once. */
bool needs_hold(const char *text, struct needs *now);

#endif
