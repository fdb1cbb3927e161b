/* compare.h - two plans, and what became of each thing.
 *
 * Gives:    compare_plans(): two years, or a plan before and after an update,
 *           as the comparison that hangs on the second plan; the same as a
 *           text for a terminal and as CSV.
 * Includes: base, model.
 * Not here: reading and scoring plans, pages; the structs of a comparison
 *           (model/comparison.h).
 */
#ifndef COMPARE_COMPARE_H
#define COMPARE_COMPARE_H

#include "model/plan.h"

#define COMPARE_TITLES_MAX 300 /* children of one thing whose titles are compared word by word */

struct compare_options {
	bool public_edition; /* leaves out what is individual */
};

/**
 * Compares two plans, linked and (if they are reports) scored, and fills
 * `comparison` of the second, which is also returned; never NULL.
 *
 * Things are the same when they have the same id; else the same code, if it
 * occurs once in each plan or in the same parent; else, in the same parent,
 * titles that agree in most words. Ids that only tell a place are not trusted.
 * Plans of one year are compared in all their years, others each in its own.
 *
 * Borrows from both plans, which must be in arenas that live as long.
 */
struct model_comparison *compare_plans(struct arena *arena, const struct model_plan *before,
				       struct model_plan *after,
				       const struct compare_options *options);

/** A summary and a tree for a terminal of `width` columns; 0: 100. */
void compare_text(struct text *out, const struct model_comparison *comparison, int width);
/** RFC 4180: a row for each change, result, addition and removal;
 *  `excel`: semicolons, decimal commas, byte-order mark. */
void compare_csv(struct text *out, const struct model_comparison *comparison, bool excel);

#endif
