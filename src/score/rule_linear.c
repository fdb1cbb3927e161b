/* Source: <regola tipo="lineare">, design section 4; Torino 2022, Allegato 1:
 * 100 at the target or better, 0 at the threshold or worse, straight between;
 * without a threshold 100 or 0; with "=", 100 when equal, straight on the
 * threshold's side and 0 on the other. Dates count in days. */
#include "score_private.h"

/* +1: the degree climbs from the threshold up to the target; -1: it climbs
 * downwards; 0: no threshold that the operator can use. */
static int climb(const struct score_terms *terms)
{
	int side;

	if (terms->threshold == NULL)
		return 0;
	side = number_compare(terms->target, terms->threshold);
	if (terms->op == MODEL_EQUAL)
		return side > 0 ? 1 : side < 0 ? -1 : 0;
	if (score_rising(terms->op))
		return side > 0 ? 1 : 0;
	return side < 0 ? -1 : 0;
}

static struct score_piece piece(const struct score_context *context,
				const struct score_terms *terms, const struct number *x)
{
	int direction = climb(terms);

	if (score_met(terms->op, x, terms->target))
		return score_constant(context->hundred, "il target è raggiunto");
	if (direction == 0)
		return score_constant(context->zero,
				      "il target non è raggiunto e non c’è una soglia");
	if (direction * number_compare(x, terms->threshold) <= 0)
		return score_constant(context->zero, "il consuntivo non supera la soglia");
	if (direction * number_compare(x, terms->target) > 0)
		return score_constant(context->zero,
				      "il consuntivo è dalla parte opposta alla soglia");
	return (struct score_piece){ SCORE_LINE, .why = "in proporzione fra soglia e target" };
}

static struct score_breaks breaks(const struct score_context *context,
				  const struct score_terms *terms)
{
	struct score_breaks out = { arena_array(context->arena, const struct number *, 2), 0 };

	out.points[out.count++] = terms->target;
	if (terms->threshold != NULL)
		out.points[out.count++] = terms->threshold;
	return out;
}

const struct score_rule score_linear = { "lineare", piece, breaks };
