#include "score_private.h"

/* Source: <giudizi>, design "judgement": the first band, as written, that the
 * exact value reaches; `da` includes its limit, `oltre` does not. */
const struct model_judgement *score_judgement_at(const struct model_plan *plan,
						 const struct number *value)
{
	const struct model_list *judgements = &plan->system->judgements;

	for (size_t i = 0; i < judgements->count; i++) {
		const struct model_judgement *judgement = judgements->items[i];
		int order;

		if (judgement->from.number == NULL)
			return judgement;
		order = number_compare(value, judgement->from.number);
		if (order > 0 || (order == 0 && !judgement->above))
			return judgement;
	}
	return NULL;
}

const struct model_judgement *score_judgement(const struct model_plan *plan,
					      const struct model_score *score)
{
	return score->state == MODEL_SCORED ? score_judgement_at(plan, score->value) : NULL;
}
