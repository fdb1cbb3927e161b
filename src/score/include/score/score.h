/* score.h - degree of each indicator, result of each objective.
 *
 * Gives:    score_run(), which fills the result slots of a plan;
 *           score_audit(), which holds declared figures against the inputs;
 *           score_explain(), which tells how one figure came about.
 * Includes: base, model.
 * Not here: XML, pages, files, the clock. Same plan, same results.
 */
#ifndef SCORE_SCORE_H
#define SCORE_SCORE_H

#include "base/diag.h"
#include "base/status.h"
#include "base/text.h"
#include "model/plan.h"

/**
 * Scores every indicator, objective, area and sheet of a plan.
 *
 * Writes the result slots and nothing else: degrees (percent, 0 to 100,
 * exact), variances, shares, judgements, results, distributions, and the
 * parts of the sheets that nobody gave points. Nothing is rounded here.
 * A plan that is no report (tipo="piano") is left as it is.
 *
 * plan  linked by model_link(). What cannot be scored though it should (no
 *       actual, no target) has no result and a reason; input has said so.
 * diag  gets a warning where a rule had to fall back.
 *
 * Source: design section 4, "Scoring".
 */
void score_run(struct model_plan *plan, struct diag *diag);

/**
 * Compares declared figures with what the inputs allow, once scored.
 *
 * An actual that is a percentage or has decimals, and no numerator, stands
 * for all that rounds to it; all else is exact. Each note stands where the
 * contradiction comes from, with both figures; what a contradiction one step
 * below explains is not repeated above. Also warns where a result and its
 * printed form (two decimals) fall under different judgements.
 *
 * Writes no result. Source: design section 4, "audit".
 */
void score_audit(struct model_plan *plan, struct diag *diag);

/**
 * Appends, in Italian, how the figure of an indicator, objective, area or
 * sheet came about: rule, inputs, formula with numbers, exclusions, weights,
 * rounding, judgement.
 *
 * name  an id, or a code (then all that have it, in document order).
 *
 * Returns STATUS_OK, or STATUS_DATA and an error with the nearest name.
 */
enum status score_explain(struct text *out, const struct model_plan *plan, const char *name,
			  struct diag *diag);

#endif
