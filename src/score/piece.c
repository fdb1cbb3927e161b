#include "score_private.h"

struct score_piece score_constant(const struct number *degree, const char *why)
{
	return (struct score_piece){ SCORE_CONSTANT, .degree = degree, .why = why };
}

static const struct number *percent_of(const struct score_context *context,
				       const struct number *part, const struct number *whole)
{
	const struct number *scaled = number_mul(context->arena, part, context->hundred);

	return number_div(context->arena, scaled, whole);
}

const struct number *score_piece_value(const struct score_context *context,
				       const struct score_piece *piece,
				       const struct score_terms *terms, const struct number *x)
{
	struct arena *arena = context->arena;

	switch (piece->shape) {
	case SCORE_LINE:
		return percent_of(context, number_sub(arena, x, terms->threshold),
				  number_sub(arena, terms->target, terms->threshold));
	case SCORE_QUOTIENT: return percent_of(context, x, terms->target);
	case SCORE_INVERSE: return percent_of(context, terms->target, x);
	case SCORE_CONSTANT: break;
	}
	return piece->degree;
}
