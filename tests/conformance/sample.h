/* sample.h - a small good PDF, made by the painter, that has one of everything.
 *
 * Gives:    sample_make().
 * Includes: paint.
 * Not here: plans, templates, layout.
 */
#ifndef SAMPLE_H
#define SAMPLE_H

#include "paint/paint.h"

struct sample_options {
	bool plain;    /* no attachments: PDF/A-2a      */
	bool untagged; /* no structure, no claims       */
};

/** The bytes of the PDF; NULL data after a failure, told in `diag`. The file
 *  goes through `path` and is removed. */
struct bytes sample_make(struct arena *arena, const char *path,
			 const struct sample_options *options, struct diag *diag);

#endif
