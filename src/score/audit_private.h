/* audit_private.h - sets of figures, and the steps of score_audit().
 *
 * Gives:    what a printed figure stands for, how a rule and a mean carry it
 *           on, and the findings on indicators, objectives and sheets.
 * Includes: score_private.h.
 * Not here: results; the audit writes none.
 */
#ifndef AUDIT_PRIVATE_H
#define AUDIT_PRIVATE_H

#include "score_private.h"

#define SCORE_SET_MAX   64 /* ranges of one set; the nearest are joined beyond it */
#define SCORE_JUMPS_MAX 12 /* parts of a mean that keep more than one range       */

struct score_range {
	const struct number *low, *high;
	bool low_open, high_open; /* the end itself is not in it */
};

/** Disjoint ranges, rising. No range: nothing is known. */
struct score_set {
	struct score_range *ranges;
	size_t count;
};

/* ---- Sets (set.c) ---- */

struct score_set score_set_point(struct arena *arena, const struct number *value);
/** All numbers that round to the figure, half away from zero. */
struct score_set score_set_printed(struct arena *arena, const struct model_figure *figure);
void score_set_add(struct arena *arena, struct score_set *set, struct score_range range);
/** Sorts and joins what overlaps or touches. */
void score_set_settle(struct arena *arena, struct score_set *set);
struct score_set score_set_union(struct arena *arena, const struct score_set *a,
				 const struct score_set *b);
bool score_set_meets(const struct score_set *a, const struct score_set *b);
/** The set moved by `by`; or times `factor`, which is positive. */
struct score_set score_set_moved(struct arena *arena, const struct score_set *set,
				 const struct number *by);
struct score_set score_set_scaled(struct arena *arena, const struct score_set *set,
				  const struct number *factor);
/** All sums of one number of each set. */
struct score_set score_set_sum(struct arena *arena, const struct score_set *sets, size_t count);
/** The set cut at `breaks`: points and open ranges on which nothing changes. */
struct score_set score_set_cut(struct arena *arena, const struct score_set *set,
			       const struct score_breaks *breaks);
/** A number inside a range. */
const struct number *score_range_inside(struct arena *arena, const struct score_range *range);
/** "97,15", "da 39,50 a 40,50", "0,00 o 100,00". */
char *score_set_text(struct arena *arena, const struct score_set *set, int decimals);

/* ---- What inputs allow (allowed.c) ---- */

/** Whether the degree is a comparison of plain numbers. */
bool score_is_compared(const struct model_indicator *indicator);
/** What the actual stands for; no range when it is not a number. */
struct score_set score_allowed_actual(const struct score_context *context,
				      const struct model_indicator *indicator);
/** What a printed actual stands for, wherever it is written. */
struct score_set score_actual_set(const struct score_context *context,
				  const struct model_indicator *indicator,
				  const struct model_value *value);
/** The degrees of a set of actuals. */
struct score_set score_image(const struct score_context *context,
			     const struct model_indicator *indicator,
			     const struct score_set *actual);
struct score_set score_allowed_degree(const struct score_context *context,
				      const struct model_indicator *indicator);
struct score_set score_allowed_result(const struct score_context *context,
				      struct model_objective *objective);
/** Means of objectives that stand together; `declared`: each may also be
 *  what was declared for it. */
struct score_set score_allowed_mean(const struct score_context *context,
				    const struct model_list *objectives, bool declared);
/** The same for an objective, from what stands one step below it. */
struct score_set score_declared_below(const struct score_context *context,
				      struct model_objective *objective);

/* ---- Findings ---- */

/** The declared figures of a thing, or NULL when they are another's. */
const struct model_declared *score_declared_of_indicator(const struct model_indicator *indicator);
const struct model_declared *score_declared_of_objective(const struct model_objective *objective);
void score_audit_indicator(const struct score_context *context,
			   const struct model_indicator *indicator);
void score_audit_objective(const struct score_context *context, struct model_objective *objective);
void score_audit_area(const struct score_context *context, const struct model_area *area);
void score_audit_sheet(const struct score_context *context,
		       const struct model_assignment *assignment);
/** Whether a value is printed as that figure; the usual case, and cheap. */
bool score_agrees(const struct score_context *context, const struct number *value,
		  const struct model_figure *figure);
/** "62,10 %" as written. */
char *score_figure_text(struct arena *arena, const struct model_figure *figure, const char *unit);

#endif
