/* input_check_score.c - what scoring needs, in a relazione: actual, target, rule. */
#include "input_private.h"

/* ---- What counts ------------------------------------------------------------------------ */

/* Source: design section 4, "weights": a missing one counts zero beside
 * others, and weight zero is left out. */
static bool weighs(const struct reader *reader, const struct model_indicator *indicator)
{
	if (indicator->weight.number != NULL)
		return number_sign(indicator->weight.number) != 0;
	return indicator->objective == NULL ||
	       map_find(&reader->weighed, indicator->objective->id) == NULL;
}

static bool is_left_out(const struct model_indicator *indicator)
{
	return indicator->outcome == MODEL_OUTCOME_NOT_AVAILABLE ||
	       indicator->outcome == MODEL_OUTCOME_NOT_MEASURABLE;
}

/* Source: design section 4: the rule on it, else on the nearest objective
 * above, else the default of its kind. */
static const struct model_rule *rule_of(struct reader *reader,
					const struct model_indicator *indicator,
					enum model_kind kind)
{
	const struct model_system *system = reader->plan->system;
	const struct model_objective *objective = indicator->objective;

	if (indicator->rule != NULL)
		return indicator->rule;
	for (; objective != NULL; objective = objective->parent)
		if (objective->rule != NULL)
			return objective->rule;
	switch (kind) {
	case MODEL_DATE: return system->default_date;
	case MODEL_YES_NO:
	case MODEL_SCALE: return system->default_choice;
	default: return system->default_number;
	}
}

bool input_is_measured(const struct reader *reader, const struct model_indicator *indicator)
{
	return !is_left_out(indicator) && weighs(reader, indicator);
}

static const char *owner_label(const struct model_indicator *indicator)
{
	return indicator->objective != NULL ? input_objective_label(indicator->objective) : "";
}

/* ---- The actual --------------------------------------------------------------------------- */

static bool lacks_actual(const struct reader *reader, const struct model_indicator *indicator)
{
	return indicator->actual == NULL && indicator->outcome == MODEL_OUTCOME_NONE &&
	       !indicator->from_children && indicator->manual.number == NULL &&
	       weighs(reader, indicator);
}

static void say_no_actual(struct reader *reader, const struct model_indicator *indicator)
{
	if (input_was_meant(reader, indicator->place, "consuntivo") ||
	    input_was_meant(reader, indicator->place, "esito"))
		return;
	reader->bearable++;
	diag_error(reader->diag, indicator->place, "consuntivo-mancante",
		   "l’indicatore «%s» dell’obiettivo «%s» non ha né consuntivo %d né esito: "
		   "aggiungere <consuntivo>, o <esito stato=\"non-disponibile\"/> con il motivo",
		   input_indicator_label(indicator), owner_label(indicator), reader->plan->year);
}

static void check_actual(struct reader *reader, const struct model_indicator *indicator)
{
	const struct model_indicator *same = indicator->same_as;

	/* One missing actual is one finding, however often it is used. */
	if (same != NULL && lacks_actual(reader, same))
		return;
	if (lacks_actual(reader, indicator))
		say_no_actual(reader, indicator);
	else if (indicator->actual == NULL && indicator->outcome == MODEL_VALIDATED &&
		 !indicator->from_children && indicator->manual.number == NULL &&
		 weighs(reader, indicator) && same == NULL)
		diag_warning(reader->diag, indicator->place, "esito-senza-consuntivo",
			     "l’indicatore «%s» ha esito «validato» ma non il consuntivo %d: "
			     "aggiungerlo o correggere l’esito",
			     input_indicator_label(indicator), reader->plan->year);
}

/* ---- The target ---------------------------------------------------------------------------- */

static void check_target(struct reader *reader, const struct model_indicator *indicator)
{
	const struct model_value *actual = indicator->actual;

	if (actual == NULL || indicator->target != NULL || indicator->manual.number != NULL ||
	    !input_is_measured(reader, indicator) ||
	    input_was_meant(reader, indicator->place, "target"))
		return;
	diag_error(
		reader->diag, actual->place, "consuntivo-senza-target",
		"indicatore «%s»: c’è il consuntivo %d ma non il target %d: aggiungere <target>, o "
		"peso=\"0\" se l’indicatore non si valuta",
		input_indicator_label(indicator), actual->year, actual->year);
}

static void check_same_kind(struct reader *reader, const struct model_indicator *indicator)
{
	const struct model_value *actual = indicator->actual, *target = indicator->target;

	if (actual == NULL || target == NULL || actual->state != MODEL_GIVEN ||
	    target->state != MODEL_GIVEN || actual->kind == target->kind ||
	    indicator->manual.number != NULL || !input_is_measured(reader, indicator) ||
	    target->kind == MODEL_TEXT)
		return;
	diag_error(reader->diag, actual->place, "tipi-diversi",
		   "indicatore «%s»: consuntivo e target sono di tipo diverso e non si "
		   "confrontano: correggere «tipo», o dare il grado con <manuale>",
		   input_indicator_label(indicator));
}

static const char *unit_of(const struct model_indicator *indicator, const struct model_value *value)
{
	return value->unit != NULL ? value->unit : indicator->unit;
}

/* Figures are compared as they stand: 5 % is not 5 days. */
static void check_same_unit(struct reader *reader, const struct model_indicator *indicator)
{
	const struct model_value *actual = indicator->actual, *target = indicator->target;

	if (actual == NULL || target == NULL || actual->state != MODEL_GIVEN ||
	    target->state != MODEL_GIVEN || actual->kind != MODEL_NUMBER ||
	    target->kind != MODEL_NUMBER || !input_is_measured(reader, indicator) ||
	    text_equal(unit_of(indicator, actual), unit_of(indicator, target)))
		return;
	diag_warning(reader->diag, actual->place, "unita-diverse",
		     "indicatore «%s»: il consuntivo e il target %d hanno unità di misura diverse "
		     "e si confrontano come numeri: correggere «unita-misura»",
		     input_indicator_label(indicator), target->year);
}

static void check_dates_match(struct reader *reader, const struct model_indicator *indicator)
{
	const struct model_value *actual = indicator->actual, *target = indicator->target;

	if (actual == NULL || target == NULL || actual->date_count == 0 ||
	    target->date_count == 0 || actual->date_count == target->date_count)
		return;
	diag_error(reader->diag, actual->place, "date-numero",
		   "indicatore «%s»: il target ha %zu date e il consuntivo %zu: scriverne una per "
		   "ciascuna del target",
		   input_indicator_label(indicator), target->date_count, actual->date_count);
}

/* ---- The rule ------------------------------------------------------------------------------- */

static void say_no_degree(struct reader *reader, const struct model_indicator *indicator,
			  bool words)
{
	diag_error(reader->diag, indicator->place, "manuale-mancante",
		   "l’indicatore «%s» %s: aggiungere <manuale grado=\"…\" motivo=\"…\"/>",
		   input_indicator_label(indicator),
		   words ? "ha un target a parole, che non si calcola"
			 : "ha la regola manuale ma non il grado");
}

static bool needs_degree(const struct reader *reader, const struct model_indicator *indicator)
{
	return indicator->actual != NULL && indicator->actual->state == MODEL_GIVEN &&
	       indicator->manual.number == NULL && input_is_measured(reader, indicator);
}

static bool suits(const struct model_rule *rule, enum model_kind kind)
{
	if (rule->type == MODEL_RULE_RATIO)
		return kind == MODEL_NUMBER;
	if (rule->type != MODEL_RULE_BANDS)
		return true;
	return kind == MODEL_DATE || (kind == MODEL_NUMBER && rule->measure == MODEL_BAND_VARIANCE);
}

static void check_rule(struct reader *reader, const struct model_indicator *indicator)
{
	const struct model_value *target = indicator->target;
	const struct model_rule *rule;

	if (target == NULL || target->state != MODEL_GIVEN || !needs_degree(reader, indicator))
		return;
	rule = rule_of(reader, indicator, target->kind);
	if (target->kind == MODEL_TEXT || rule->type == MODEL_RULE_MANUAL)
		say_no_degree(reader, indicator, target->kind == MODEL_TEXT);
	else if (!suits(rule, target->kind))
		diag_error(reader->diag, indicator->place, "regola-tipo",
			   "l’indicatore «%s» segue la regola «%s», che non vale per questo tipo "
			   "di target: indicare un’altra «regola»",
			   input_indicator_label(indicator), rule->id);
}

/* ---- From the children ------------------------------------------------------------------------ */

static void check_children(struct reader *reader, const struct model_indicator *indicator)
{
	const struct model_objective *objective = indicator->objective;

	if (!indicator->from_children || indicator->same_as != NULL || indicator->actual != NULL ||
	    objective == NULL || objective->objectives.count > 0 || is_left_out(indicator))
		return;
	diag_error(reader->diag, indicator->place, "figli-mancanti",
		   "l’indicatore «%s» si misura con gli obiettivi dentro «%s», che non ne ha: "
		   "aggiungerli, o scrivere il <consuntivo>",
		   input_indicator_label(indicator), owner_label(indicator));
}

/* What `rif` brings whole was checked where it is written. */
static bool is_repetition(const struct model_indicator *indicator)
{
	const struct model_indicator *same = indicator->same_as;

	return same != NULL && indicator->actual == same->actual &&
	       indicator->target == same->target && indicator->rule == same->rule;
}

void input_check_score(struct reader *reader, const struct model_indicator *indicator)
{
	if (!reader->plan->report)
		return;
	check_actual(reader, indicator);
	check_children(reader, indicator);
	if (is_repetition(indicator))
		return;
	check_target(reader, indicator);
	check_same_kind(reader, indicator);
	check_same_unit(reader, indicator);
	check_dates_match(reader, indicator);
	check_rule(reader, indicator);
}
