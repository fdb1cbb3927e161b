/* Source: <regola tipo="fasce" misura="giorni-ritardo|scostamento">, design
 * section 4; Lecce 2021: the first band that reaches the days late, or the
 * adverse variance. Beyond the last band: 0. */
#include "score_private.h"

static struct score_piece piece(const struct score_context *context,
				const struct score_terms *terms, const struct number *x)
{
	const struct number *adverse = score_adverse(context, terms, x);
	const struct model_list *bands = &terms->rule->bands;

	for (size_t i = 0; i < bands->count; i++) {
		const struct model_band *band = bands->items[i];

		if (band->up_to.number == NULL || number_compare(adverse, band->up_to.number) <= 0)
			return score_constant(band->degree.number ? band->degree.number
								  : context->zero,
					      "la prima fascia che comprende lo scarto");
	}
	return score_constant(context->zero, "lo scarto supera tutte le fasce");
}

/* A band ends where the adverse gap is its limit; with "=" on both sides. */
static struct score_breaks breaks(const struct score_context *context,
				  const struct score_terms *terms)
{
	const struct model_list *bands = &terms->rule->bands;
	struct score_breaks out = {
		arena_array(context->arena, const struct number *, 2 * bands->count + 1), 0
	};

	out.points[out.count++] = terms->target;
	for (size_t i = 0; i < bands->count; i++) {
		const struct number *limit =
			((const struct model_band *)bands->items[i])->up_to.number;

		if (limit == NULL)
			continue;
		if (score_rising(terms->op) || terms->op == MODEL_EQUAL)
			out.points[out.count++] = number_sub(context->arena, terms->target, limit);
		if (!score_rising(terms->op))
			out.points[out.count++] = number_add(context->arena, terms->target, limit);
	}
	return out;
}

const struct score_rule score_bands = { "fasce", piece, breaks };
