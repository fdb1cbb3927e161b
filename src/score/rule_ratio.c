/* Source: <regola tipo="rapporto" minimo massimo>, design section 4; Lecce
 * 2021: for >= and >, 100 * actual/target held within [minimo, massimo]; for
 * <=, < and =, 100 when met, else the smaller over the larger; a zero or
 * negative term gives 100 or 0. */
#include "score_private.h"

static const struct number *or_default(const struct model_figure *figure,
				       const struct number *value)
{
	return figure->number != NULL ? figure->number : value;
}

static struct score_piece all_or_nothing(const struct score_context *context,
					 const struct score_terms *terms, const struct number *x)
{
	bool met = score_met(terms->op, x, terms->target);
	struct score_piece out = score_constant(
		met ? context->hundred : context->zero,
		met ? "un termine è nullo o negativo: il target è raggiunto, quindi 100"
		    : "un termine è nullo o negativo: il target non è raggiunto, quindi 0");

	/* Nothing done of something wanted is an ordinary 0, not a doubt. */
	out.degenerate =
		!(score_rising(terms->op) && number_sign(x) == 0 && number_sign(terms->target) > 0);
	return out;
}

static struct score_piece clamped(const struct score_context *context,
				  const struct score_terms *terms, const struct number *x)
{
	const struct number *minimum = or_default(&terms->rule->minimum, context->zero);
	const struct number *maximum = or_default(&terms->rule->maximum, context->hundred);
	struct score_piece out = { SCORE_QUOTIENT, .why = "consuntivo su target" };
	const struct number *value = score_piece_value(context, &out, terms, x);

	if (number_compare(value, maximum) >= 0)
		return score_constant(maximum, "il rapporto raggiunge il massimo della regola");
	if (number_compare(value, minimum) <= 0)
		return score_constant(minimum, "il rapporto non supera il minimo della regola");
	return out;
}

static struct score_piece piece(const struct score_context *context,
				const struct score_terms *terms, const struct number *x)
{
	bool positive = number_sign(x) > 0 && number_sign(terms->target) > 0;

	if (!score_rising(terms->op) && score_met(terms->op, x, terms->target))
		return score_constant(context->hundred, "il target è raggiunto");
	if (!positive)
		return all_or_nothing(context, terms, x);
	if (score_rising(terms->op))
		return clamped(context, terms, x);
	if (number_compare(x, terms->target) < 0)
		return (struct score_piece){ SCORE_QUOTIENT, .why = "consuntivo su target" };
	return (struct score_piece){ SCORE_INVERSE, .why = "target su consuntivo" };
}

static struct score_breaks breaks(const struct score_context *context,
				  const struct score_terms *terms)
{
	const struct number *limits[] = { or_default(&terms->rule->minimum, context->zero),
					  or_default(&terms->rule->maximum, context->hundred) };
	struct score_breaks out = { arena_array(context->arena, const struct number *, 4), 0 };

	out.points[out.count++] = context->zero;
	out.points[out.count++] = terms->target;
	for (size_t i = 0; i < 2; i++) {
		const struct number *at = number_mul(context->arena, terms->target, limits[i]);

		out.points[out.count++] = number_div(context->arena, at, context->hundred);
	}
	return out;
}

const struct score_rule score_ratio = { "rapporto", piece, breaks };
