/* The degree of one indicator. */
#include "score_private.h"

/* Source: <aggregazione non-misurabili vuoti>, design "left out". */
static struct model_score left_out(const struct score_context *context,
				   enum model_treatment treatment, const char *reason)
{
	struct model_score out = score_not_measurable(reason);

	if (treatment == MODEL_ZERO) {
		out.state = MODEL_SCORED;
		out.value = context->zero;
	}
	return out;
}

static struct model_score not_validated(const struct score_context *context,
					const struct model_indicator *indicator)
{
	const char *state = indicator->outcome == MODEL_OUTCOME_NOT_AVAILABLE ? "non disponibile"
									      : "non misurabile";
	const char *reason = indicator->outcome_reason;

	if (!text_blank(reason))
		state = arena_printf(context->arena, "%s: %s", state, reason);
	return left_out(context, context->plan->system->not_measurable, state);
}

/* Source: <regola tipo="manuale">, design section 4: given with its reason. */
static struct model_score by_hand(const struct model_indicator *indicator)
{
	struct model_score out;

	if (indicator->manual.number == NULL)
		return score_missing("manca il grado, che la regola vuole dato a mano");
	out = score_scored(indicator->manual.number);
	out.reason = indicator->manual_reason;
	return out;
}

/* ---- da="figli" ---- */

static struct model_value *derived_value(const struct score_context *context,
					 const struct model_indicator *indicator,
					 const struct number *mean)
{
	struct model_value *value = arena_new(context->arena, struct model_value);

	value->place = indicator->place;
	value->year = context->plan->year;
	value->kind = MODEL_NUMBER;
	value->unit = indicator->unit;
	value->figure = (struct model_figure){ mean, SCORE_DECIMALS };
	return value;
}

static void take_derived(const struct score_context *context, struct model_indicator *indicator,
			 struct model_value *value)
{
	indicator->derived_actual = value;
	if (indicator->actual != NULL)
		return;
	indicator->actual = value;
	model_list_add(context->arena, &indicator->actuals, value);
}

/* Used again where there are no children, it says what it says there. */
static struct model_score derive_from_original(const struct score_context *context,
					       struct model_indicator *indicator)
{
	struct model_indicator *original = indicator->same_as;

	if (original == NULL || original->objective == NULL)
		return score_missing("l’obiettivo non ha figli da cui trarre il consuntivo");
	score_objective(context, original->objective);
	if (original->derived_actual == NULL)
		return original->degree;
	take_derived(context, indicator, original->derived_actual);
	return score_scored(original->derived_actual->figure.number);
}

/* Source: design "result": its actual is the children's weighted mean,
 * unrounded. A <consuntivo> that is given is used instead. */
static struct model_score derive(const struct score_context *context,
				 struct model_indicator *indicator)
{
	const struct model_objective *objective = indicator->objective;
	struct score_parts parts;
	struct model_score mean;

	if (objective == NULL || objective->objectives.count == 0)
		return derive_from_original(context, indicator);
	parts = score_parts_of_objectives(context, &objective->objectives);
	mean = score_mean(context, &parts);
	if (mean.state == MODEL_SCORED)
		take_derived(context, indicator, derived_value(context, indicator, mean.value));
	return mean;
}

/* ---- By comparison ---- */

static void warn_degenerate(const struct score_context *context,
			    const struct model_indicator *indicator,
			    const struct score_piece *piece)
{
	const char *name = score_name_of_indicator(indicator);

	if (piece->degenerate && context->diag != NULL)
		diag_warning(context->diag, indicator->place, "rapporto-impossibile",
			     "indicatore «%s»: %s; con termini non positivi conviene una regola "
			     "lineare o tutto-o-niente",
			     name ? name : "", piece->why);
}

static struct model_score compare_once(const struct score_context *context,
				       const struct model_indicator *indicator, size_t index)
{
	const struct score_rule *rule = score_rule_of(indicator->rule_used->type);
	struct score_piece piece;
	struct score_terms terms;
	const char *reason = NULL;

	if (!score_terms_make(&terms, context, indicator, index, &reason))
		return score_missing(reason);
	piece = rule->piece(context, &terms, terms.actual);
	warn_degenerate(context, indicator, &piece);
	return score_scored(score_piece_value(context, &piece, &terms, terms.actual));
}

/* Input refuses a plan without the target; an empty one it lets pass. */
static struct model_score no_target(const struct score_context *context,
				    const struct model_indicator *indicator)
{
	const char *name = score_name_of_indicator(indicator);

	if (indicator->target != NULL && context->diag != NULL)
		diag_warning(context->diag, indicator->target->place, "target-senza-valore",
			     "indicatore «%s»: il target %d è vuoto o n.d., quindi l’obiettivo "
			     "resta senza risultato; scrivere il target, o <esito "
			     "stato=\"non-misurabile\"> con il motivo",
			     name ? name : "", indicator->target->year);
	return score_missing("manca il target dell’anno");
}

/* Source: design "degree": several dates: each its degree, then their mean. */
static struct model_score compare(const struct score_context *context,
				  const struct model_indicator *indicator)
{
	size_t count = score_terms_count(indicator);
	const struct number **degrees = arena_array(context->arena, const struct number *, count);
	const struct number *sum;

	for (size_t i = 0; i < count; i++) {
		struct model_score one = compare_once(context, indicator, i);

		if (one.state != MODEL_SCORED)
			return one;
		degrees[i] = one.value;
	}
	if (count == 1)
		return score_scored(degrees[0]);
	sum = number_sum(context->arena, degrees, count);
	return score_scored(
		number_div(context->arena, sum, number_from_int(context->arena, (long)count)));
}

static struct model_score degree_of(const struct score_context *context,
				    const struct model_indicator *indicator)
{
	const struct model_system *system = context->plan->system;
	const struct model_value *actual = indicator->actual;

	if (indicator->rule_used->type == MODEL_RULE_MANUAL)
		return by_hand(indicator);
	if (actual == NULL)
		return score_missing("manca il consuntivo");
	if (actual->state == MODEL_EMPTY)
		return left_out(context, system->empty, "consuntivo vuoto");
	if (actual->state == MODEL_NOT_AVAILABLE)
		return left_out(context, system->not_measurable,
				text_blank(actual->reason) ? "non disponibile" : actual->reason);
	if (!score_has_value(indicator->target))
		return no_target(context, indicator);
	return compare(context, indicator);
}

void score_indicator(const struct score_context *context, struct model_indicator *indicator,
		     bool weightless)
{
	struct model_score derived = { .state = MODEL_SCORED };

	if (indicator->degree.state != MODEL_UNSCORED)
		return;
	if (indicator->from_children)
		derived = derive(context, indicator);
	indicator->rule_used = score_rule_for(context->plan, indicator, score_kind_of(indicator));
	indicator->variance = score_variance(context, indicator);
	if (weightless)
		indicator->degree = score_not_measurable("peso zero: non si misura");
	else if (indicator->outcome == MODEL_OUTCOME_NOT_AVAILABLE ||
		 indicator->outcome == MODEL_OUTCOME_NOT_MEASURABLE)
		indicator->degree = not_validated(context, indicator);
	else if (indicator->actual == NULL && derived.state != MODEL_SCORED)
		indicator->degree = derived;
	else
		indicator->degree = degree_of(context, indicator);
	indicator->judgement = score_judgement(context->plan, &indicator->degree);
}
