/* conform.h - does a PDF file, as written, keep what the program promises?
 *
 * Gives:    conform_check(): a list of findings, each under the clause broken.
 * Includes: base.
 * Not here: how the file was made. Nothing of src/paint is seen: the file is
 *           read by libqpdf, the fonts in it by our own reader.
 *
 * The clauses are those of ISO 14289-1 (PDF/UA-1) and ISO 19005-2 and -3
 * (PDF/A-2a, PDF/A-3a) that a machine can check and that the program relies
 * on, and some of ISO 32000-1 and of our own. What the program never writes
 * (form XObjects with content, ExtGState, scripts) is a finding, not a case.
 */
#ifndef CONFORM_CONFORM_H
#define CONFORM_CONFORM_H

#include "base/file.h"

enum conform_clause {
	CONFORM_NONE,
#define CLAUSE(symbol, id, source, text) CONFORM_##symbol,
#include "clauses.inc"
#undef CLAUSE
	CONFORM_CLAUSES
};

/** What is known of a clause. */
struct conform_rule {
	const char *id; /* of Matterhorn (07-001), of PDF/A (A-…), of PDF/UA (UA-…), ours (R-…) */
	const char *source; /* the clause of the standard */
	const char *text;   /* Italian: what is wrong     */
};
const struct conform_rule *conform_rule(enum conform_clause clause);

struct conform_finding {
	enum conform_clause clause;
	int object;       /* number of the object, 0: the file as a whole */
	const char *text; /* Italian: where and what, "" when the rule says it all */
};

struct conform_report {
	struct conform_finding *findings;
	size_t count, capacity;
	size_t counts[CONFORM_CLAUSES]; /* also of findings not kept */
};

#define CONFORM_KEPT_MAX 20 /* findings kept of each clause */

/** Checks a file in memory. The report is in the arena, its findings in the
 *  order in which the parts of the file are visited. */
struct conform_report *conform_check(struct arena *arena, struct bytes pdf);

#endif
