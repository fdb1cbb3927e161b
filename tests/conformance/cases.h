/* cases.h - how each clause is broken on purpose.
 *
 * Gives:    the list of cases.
 * Includes: conform.h, edit.h.
 * Not here: running them.
 */
#ifndef CASES_H
#define CASES_H

#include "conform.h"
#include "edit.h"

#define ALSO_MAX 4

struct breach {
	const char *name;
	enum conform_clause clause; /* must be found                          */
	struct edit edits[EDITS_MAX];
	enum conform_clause also[ALSO_MAX]; /* may be found too, being unavoidable; 0: none */
};

extern const struct breach breaches[];
extern const size_t breach_count;

#endif
