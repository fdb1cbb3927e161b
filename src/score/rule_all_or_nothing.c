/* Source: <regola tipo="tutto-o-niente">, design section 4: 100 when the
 * target is met, else 0. */
#include "score_private.h"

static struct score_piece piece(const struct score_context *context,
				const struct score_terms *terms, const struct number *x)
{
	if (score_met(terms->op, x, terms->target))
		return score_constant(context->hundred, "il target è raggiunto");
	return score_constant(context->zero, "il target non è raggiunto");
}

static struct score_breaks breaks(const struct score_context *context,
				  const struct score_terms *terms)
{
	struct score_breaks out = { arena_array(context->arena, const struct number *, 1), 1 };

	out.points[0] = terms->target;
	return out;
}

const struct score_rule score_all_or_nothing = { "tutto-o-niente", piece, breaks };
