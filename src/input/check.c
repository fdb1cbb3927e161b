/* check.c - the sense checks, in order, and those of single things. */
#include "input_private.h"

#include <stdio.h>
#include <string.h>

#define HUNDRED 100

const char *input_objective_label(const struct model_objective *objective)
{
	return objective->code != NULL ? objective->code : objective->id;
}

const char *input_indicator_label(const struct model_indicator *indicator)
{
	return indicator->code != NULL ? indicator->code : indicator->id;
}

const char *input_figure_text(struct reader *reader, const struct model_figure *figure)
{
	return number_italian(reader->arena, figure->number, figure->decimals);
}

const char *input_value_text(struct reader *reader, const struct model_value *value)
{
	if (value->kind == MODEL_NUMBER && value->figure.number != NULL)
		return input_figure_text(reader, &value->figure);
	if (value->kind == MODEL_DATE && value->date_count == 1)
		return date_italian(reader->arena, value->dates[0]);
	return value->text != NULL ? input_shown(reader, value->text) : "";
}

/* ---- The document ----------------------------------------------------------------- */

/* "2022-2024", also with a longer dash; other words are left alone. */
static void check_period(struct reader *reader)
{
	const struct model_plan *plan = reader->plan;
	const char *period = plan->document != NULL ? plan->document->period : NULL;
	int first, last, year = plan->year;

	if (period == NULL || year == 0)
		return;
	switch (sscanf(period, "%4d%*[ /–—-]%4d", &first, &last)) {
	case 2: break;
	case 1: last = first; break;
	default: return;
	}
	if (first < INPUT_YEAR_MIN || last < INPUT_YEAR_MIN || (first <= year && year <= last))
		return;
	diag_warning(reader->diag, plan->document->place, "periodo-anno",
		     "periodo di <documento>: «%s» non comprende l’anno del piano, %d: correggere "
		     "l’uno o l’altro",
		     period, year);
}

/* ---- Figures declared ---------------------------------------------------------------- */

/* A rule of ratio may go beyond 100. */
const struct number *input_highest_degree(struct reader *reader)
{
	const struct model_list *rules = &reader->plan->system->rules;
	const struct number *highest = number_from_int(reader->arena, HUNDRED);

	for (size_t i = 0; i < rules->count; i++) {
		const struct model_rule *rule = rules->items[i];

		if (rule->type == MODEL_RULE_RATIO)
			highest = number_max(highest, rule->maximum.number);
	}
	return highest;
}

static void check_declared(struct reader *reader, const struct model_declared *declared)
{
	const struct model_figure *degree;

	if (declared == NULL || declared->degree.number == NULL)
		return;
	degree = &declared->degree;
	if (number_sign(degree->number) < 0 ||
	    number_compare(degree->number, input_highest_degree(reader)) > 0)
		diag_warning(reader->diag, declared->place, "dichiarato-limiti",
			     "grado di <dichiarato>: %s è fuori dai limiti, da 0 a %s: controllare "
			     "il dato pubblicato",
			     input_figure_text(reader, degree),
			     number_italian(reader->arena, input_highest_degree(reader), 0));
}

/* Source: design section 4: a degree by hand is a percentage like any other. */
static void check_manual(struct reader *reader, const struct model_indicator *indicator)
{
	const struct model_figure *manual = &indicator->manual;

	if (manual->number == NULL ||
	    (number_sign(manual->number) >= 0 &&
	     number_compare(manual->number, input_highest_degree(reader)) <= 0))
		return;
	diag_error(reader->diag, indicator->place, "manuale-limiti",
		   "grado di <manuale> dell’indicatore «%s»: %s non è tra 0 e %s: correggerlo",
		   input_indicator_label(indicator), input_figure_text(reader, manual),
		   number_italian(reader->arena, input_highest_degree(reader), 0));
}

/* ---- Objectives ---------------------------------------------------------------------- */

/* An objective that others name as `padre` has children, in their sheets. */
static struct map parents_by_name(struct reader *reader)
{
	struct map parents = map_make(reader->arena);

	for (size_t i = 0; i < reader->named.count; i++) {
		const struct named *named = reader->named.items[i];
		struct model_objective *objective = named->thing;

		if (named->target == TARGET_OBJECTIVE && objective->parent != NULL)
			map_put(&parents, objective->parent->id, objective);
	}
	return parents;
}

/* Where its parent is measured by indicators of its own, an objective without
 * any may just be listed; elsewhere a result is expected of it. */
static bool is_expected(const struct model_objective *objective)
{
	const struct model_objective *parent = objective->parent;

	if (parent == NULL || objective->assignment != NULL || objective->weight.number != NULL)
		return true;
	for (size_t i = 0; i < parent->indicators.count; i++)
		if (((const struct model_indicator *)parent->indicators.items[i])->from_children)
			return true;
	return parent->indicators.count == 0;
}

/* Also one whose `rif` leads nowhere, which has its finding already. */
static bool is_repeated(const struct named *named)
{
	return element_attribute(named->element, "rif") != NULL ||
	       element_is(named->element, "voce");
}

/* One cause, one finding: what should fill it was misspelt, or its own
 * attributes are at fault. */
static bool has_other_fault(struct reader *reader, struct place place)
{
	const struct diag *diag = reader->diag;

	for (size_t i = 0; i < diag->count; i++)
		if (diag->entries[i].level == DIAG_ERROR &&
		    diag->entries[i].place.line == place.line &&
		    diag->entries[i].place.column == place.column)
			return true;
	return input_was_meant(reader, place, "indicatore") ||
	       input_was_meant(reader, place, "obiettivo") ||
	       input_was_meant(reader, place, "ambito");
}

static void check_objective(struct reader *reader, const struct named *named,
			    const struct map *parents)
{
	const struct model_objective *objective = named->thing;

	check_declared(reader, objective->declared);
	if (is_repeated(named) || objective->indicators.count > 0 ||
	    objective->objectives.count > 0 || map_find(parents, objective->id) != NULL ||
	    !is_expected(objective) || has_other_fault(reader, objective->place))
		return;
	diag_warning(reader->diag, objective->place, "obiettivo-vuoto",
		     "l’obiettivo «%s» non ha né indicatori né obiettivi: aggiungere almeno un "
		     "<indicatore>",
		     input_objective_label(objective));
}

static void check_indicator(struct reader *reader, const struct named *named)
{
	const struct model_indicator *indicator = named->thing;

	check_declared(reader, indicator->declared);
	check_manual(reader, indicator);
	input_check_thresholds(reader, indicator);
	if (reader->plan->year == 0 || (is_repeated(named) && indicator->same_as == NULL))
		return; /* what is missing here is not known */
	input_check_dates(reader, indicator);
	input_check_score(reader, indicator);
}

static void check_named(struct reader *reader)
{
	struct map parents = parents_by_name(reader);

	for (size_t i = 0; i < reader->named.count; i++) {
		const struct named *named = reader->named.items[i];

		if (named->target == TARGET_OBJECTIVE)
			check_objective(reader, named, &parents);
		else
			check_indicator(reader, named);
	}
	for (size_t i = 0; i < reader->level_indicators.count; i++)
		input_check_thresholds(reader, reader->level_indicators.items[i]);
}

/* Whether siblings are weighed is asked for every indicator: looked up once. */
static void find_weighed(struct reader *reader)
{
	for (size_t i = 0; i < reader->named.count; i++) {
		const struct named *named = reader->named.items[i];
		struct model_indicator *indicator = named->thing;

		if (named->target == TARGET_INDICATOR && indicator->weight.number != NULL)
			map_put(&reader->weighed, indicator->objective->id, indicator);
	}
}

void input_check_plan(struct reader *reader)
{
	find_weighed(reader);
	check_period(reader);
	input_check_system(reader);
	input_check_weights(reader);
	input_check_sheets(reader);
	check_named(reader);
}
