/* Which rule is in force, and what the rules have in common. */
#include "score_private.h"

static const struct score_rule *const by_type[] = {
	[MODEL_RULE_LINEAR] = &score_linear, [MODEL_RULE_RATIO] = &score_ratio,
	[MODEL_RULE_BANDS] = &score_bands,   [MODEL_RULE_ALL_OR_NOTHING] = &score_all_or_nothing,
	[MODEL_RULE_MANUAL] = NULL,
};

/* In force when the document gives no default. */
static const struct model_rule plain_linear = { .id = "lineare", .type = MODEL_RULE_LINEAR };
static const struct model_rule plain_all_or_nothing = { .id = "tutto-o-niente",
							.type = MODEL_RULE_ALL_OR_NOTHING };
static const struct model_rule plain_manual = { .id = "manuale", .type = MODEL_RULE_MANUAL };

const struct score_rule *score_rule_of(enum model_rule_type type)
{
	return by_type[type];
}

static const struct model_rule *default_rule(const struct model_system *system,
					     enum model_kind kind)
{
	switch (kind) {
	case MODEL_DATE: return system->default_date ? system->default_date : &plain_linear;
	case MODEL_YES_NO:
	case MODEL_SCALE:
		return system->default_choice ? system->default_choice : &plain_all_or_nothing;
	case MODEL_NUMBER:
	case MODEL_TEXT: break;
	}
	return system->default_number ? system->default_number : &plain_linear;
}

/* A level of the public-value matrix has no objective of its own: it is
 * judged where the indicator that it repeats stands. */
static const struct model_objective *objective_of(const struct model_indicator *indicator)
{
	while (indicator->objective == NULL && indicator->same_as != NULL)
		indicator = indicator->same_as;
	return indicator->objective;
}

/* Source: design "degree": the rule on it, else on the nearest objective
 * above, else the default for its type. A degree given by hand goes before
 * all of them, and is the only one that words can have. */
const struct model_rule *score_rule_for(const struct model_plan *plan,
					const struct model_indicator *indicator,
					enum model_kind kind)
{
	const struct model_objective *objective = objective_of(indicator);

	if (kind == MODEL_TEXT || indicator->manual.number != NULL)
		return indicator->rule != NULL && indicator->rule->type == MODEL_RULE_MANUAL
			       ? indicator->rule
			       : &plain_manual;
	if (indicator->rule != NULL)
		return indicator->rule;
	for (; objective != NULL; objective = objective->parent)
		if (objective->rule != NULL)
			return objective->rule;
	return default_rule(plan->system, kind);
}

bool score_rising(enum model_operator op)
{
	return op == MODEL_AT_LEAST || op == MODEL_MORE;
}

bool score_met(enum model_operator op, const struct number *x, const struct number *target)
{
	int order = number_compare(x, target);

	switch (op) {
	case MODEL_MORE: return order > 0;
	case MODEL_LESS: return order < 0;
	case MODEL_EQUAL: return order == 0;
	case MODEL_AT_MOST:
	case MODEL_WITHIN: return order <= 0;
	case MODEL_AT_LEAST:
	case MODEL_OP_NONE: break;
	}
	return order >= 0;
}

const struct number *score_adverse(const struct score_context *context,
				   const struct score_terms *terms, const struct number *x)
{
	const struct number *gap = number_sub(context->arena, x, terms->target);

	if (score_rising(terms->op) || (terms->op == MODEL_EQUAL && number_sign(gap) < 0))
		return number_neg(context->arena, gap);
	return gap;
}
