/* explain_private.h - the parts of an explanation.
 *
 * Gives:    writers that append lines of Italian text.
 * Includes: score_private.h.
 * Not here: looking things up (explain.c).
 */
#ifndef EXPLAIN_PRIVATE_H
#define EXPLAIN_PRIVATE_H

#include "score_private.h"

void score_explain_indicator(struct text *out, const struct score_context *context,
			     const struct model_indicator *indicator);
void score_explain_objective(struct text *out, const struct score_context *context,
			     const struct model_objective *objective);
void score_explain_area(struct text *out, const struct score_context *context,
			const struct model_area *area);
void score_explain_sheet(struct text *out, const struct score_context *context,
			 const struct model_assignment *assignment);

/** What a mean was made of: parts, exclusions, formula, rounding. */
void score_explain_mean(struct text *out, const struct score_context *context,
			const struct score_parts *parts, const struct model_score *result);
void score_explain_judgement(struct text *out, const struct score_context *context,
			     const struct model_score *score);
/** "62,1", "−3,79", or "1864/3 (circa 621,3333)". */
char *score_exact_text(struct arena *arena, const struct number *number);
/** "33,00", as written. */
char *score_written(struct arena *arena, const struct model_figure *figure);

#endif
