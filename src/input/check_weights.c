/* input_check_weights.c - weights of siblings.
 * Source: design section 4, "weights". */
#include "input_private.h"

/** The weights of things that stand side by side. */
struct siblings {
	size_t count, given;
	const struct number *sum;
	bool odd;  /* one is negative or beyond 100: said on that one */
	bool lost; /* one could not be read: said on that one */
};

static struct siblings no_siblings(struct reader *reader)
{
	return (struct siblings){ .sum = number_from_int(reader->arena, 0) };
}

static bool is_odd(struct reader *reader, const struct model_figure *weight)
{
	return number_sign(weight->number) < 0 ||
	       number_compare(weight->number, number_from_int(reader->arena, 100)) > 0;
}

static void add_weight(struct reader *reader, struct siblings *siblings, struct place place,
		       const struct model_figure *weight)
{
	siblings->count++;
	siblings->lost = siblings->lost || input_was_meant(reader, place, "@peso");
	if (weight->number == NULL)
		return;
	siblings->given++;
	siblings->odd = siblings->odd || is_odd(reader, weight);
	siblings->sum = number_add(reader->arena, siblings->sum, weight->number);
}

/* None given: all equal. All zero: nothing is measured, which is a choice. */
static bool sum_is_right(struct reader *reader, const struct siblings *siblings)
{
	return siblings->given == 0 || number_sign(siblings->sum) == 0 ||
	       number_equal(siblings->sum, number_from_int(reader->arena, 100));
}

static void say_sum(struct reader *reader, struct place place, const struct siblings *siblings,
		    const char *whose)
{
	diag_warning(reader->diag, place, "pesi-somma",
		     "i pesi %s fanno %s e non 100: correggerli, o saranno riportati a 100 in "
		     "proporzione",
		     whose, number_italian(reader->arena, siblings->sum, NUMBER_ALL));
}

/* Whether one of the siblings in the thing at this place could not be read. */
static bool has_lost_one(struct reader *reader, struct place place, const struct siblings *siblings)
{
	return siblings->lost || input_was_meant(reader, place, "indicatore") ||
	       input_was_meant(reader, place, "obiettivo") ||
	       input_was_meant(reader, place, "voce");
}

/* A missing or odd weight explains a wrong sum: one finding, on the cause. */
static void check_siblings(struct reader *reader, struct place place,
			   const struct siblings *siblings, const char *whose)
{
	if (has_lost_one(reader, place, siblings))
		return;
	if (siblings->given > 0 && siblings->given < siblings->count)
		diag_warning(
			reader->diag, place, "peso-mancante",
			"i pesi %s sono dati solo in parte (%zu su %zu): chi non ha peso conta "
			"zero; darne uno a tutti o a nessuno",
			whose, siblings->given, siblings->count);
	else if (!siblings->odd && !sum_is_right(reader, siblings))
		say_sum(reader, place, siblings, whose);
}

/* ---- One weight ------------------------------------------------------------------------ */

static void check_weight(struct reader *reader, struct place place,
			 const struct model_figure *weight, const char *whose)
{
	if (weight->number == NULL)
		return;
	if (number_sign(weight->number) < 0)
		diag_error(reader->diag, place, "peso-negativo",
			   "il peso %s è negativo, %s: scriverlo da 0 a 100", whose,
			   input_figure_text(reader, weight));
	else if (number_compare(weight->number, number_from_int(reader->arena, 100)) > 0)
		diag_warning(reader->diag, place, "peso-oltre",
			     "il peso %s è %s, più di 100: scriverlo da 0 a 100", whose,
			     input_figure_text(reader, weight));
}

static void check_each(struct reader *reader)
{
	for (size_t i = 0; i < reader->named.count; i++) {
		const struct named *named = reader->named.items[i];
		const struct model_objective *objective = named->thing;
		const struct model_indicator *indicator = named->thing;

		if (element_attribute(named->element, "peso") == NULL)
			continue; /* inherited: said where it is written */
		if (named->target == TARGET_OBJECTIVE)
			check_weight(reader, objective->place, &objective->weight,
				     arena_printf(reader->arena, "dell’obiettivo «%s»",
						  input_objective_label(objective)));
		else
			check_weight(reader, indicator->place, &indicator->weight,
				     arena_printf(reader->arena, "dell’indicatore «%s»",
						  input_indicator_label(indicator)));
	}
}

/* ---- Groups ----------------------------------------------------------------------------- */

static struct siblings indicators_of(struct reader *reader, const struct model_objective *objective)
{
	struct siblings siblings = no_siblings(reader);

	for (size_t i = 0; i < objective->indicators.count; i++) {
		const struct model_indicator *indicator = objective->indicators.items[i];

		add_weight(reader, &siblings, indicator->place, &indicator->weight);
	}
	return siblings;
}

static struct siblings objectives_of(struct reader *reader, const struct model_list *objectives)
{
	struct siblings siblings = no_siblings(reader);

	for (size_t i = 0; i < objectives->count; i++) {
		const struct model_objective *objective = objectives->items[i];

		add_weight(reader, &siblings, objective->place, &objective->weight);
	}
	return siblings;
}

static bool in_sheet_of_points(const struct model_objective *objective)
{
	return objective->assignment != NULL && objective->assignment->sheet_weights;
}

static bool has_own_indicators(const struct model_objective *objective)
{
	const struct model_objective *same = objective->same_as;

	return same == NULL || objective->indicators.items != same->indicators.items;
}

static bool has_own_content(const struct model_objective *objective)
{
	const struct model_objective *same = objective->same_as;

	return same == NULL || objective->content.items != same->content.items;
}

/* What is taken from elsewhere by `rif` was checked there. */
static void check_objective(struct reader *reader, const struct model_objective *objective)
{
	struct siblings group;

	if (in_sheet_of_points(objective))
		return; /* the sheet as a whole makes the hundred */
	if (has_own_indicators(objective)) {
		group = indicators_of(reader, objective);
		check_siblings(reader, objective->place, &group,
			       arena_printf(reader->arena, "degli indicatori dell’obiettivo «%s»",
					    input_objective_label(objective)));
	}
	if (has_own_content(objective)) {
		group = objectives_of(reader, &objective->objectives);
		check_siblings(reader, objective->place, &group,
			       arena_printf(reader->arena, "degli obiettivi dentro «%s»",
					    input_objective_label(objective)));
	}
}

static void check_objectives(struct reader *reader)
{
	for (size_t i = 0; i < reader->named.count; i++) {
		const struct named *named = reader->named.items[i];

		if (named->target == TARGET_OBJECTIVE)
			check_objective(reader, named->thing);
	}
}

/* ---- The top, where each heading may have its own hundred --------------------------------- */

static bool is_right(struct reader *reader, const struct siblings *siblings)
{
	return (siblings->given == 0 || siblings->given == siblings->count) &&
	       sum_is_right(reader, siblings);
}

static struct siblings directly_in(struct reader *reader, const struct model_list *content)
{
	struct siblings siblings = no_siblings(reader);

	for (size_t i = 0; i < content->count; i++) {
		const struct model_item *item = content->items[i];

		if (item->objective != NULL)
			add_weight(reader, &siblings, item->objective->place,
				   &item->objective->weight);
	}
	return siblings;
}

/* Depth of recursion is that of the document (MARKUP_DEPTH_MAX). */
static void check_area(struct reader *reader, const struct model_area *area)
{
	struct siblings all = objectives_of(reader, &area->objectives);
	struct siblings own = directly_in(reader, &area->content);

	if (is_right(reader, &all))
		return;
	check_siblings(reader, area->place, area->areas.count == 0 ? &all : &own,
		       arena_printf(reader->arena, "degli obiettivi dell’ambito «%s»",
				    area->title != NULL ? area->title : area->id));
	for (size_t i = 0; i < area->areas.count; i++)
		check_area(reader, area->areas.items[i]);
}

/* Some bodies weigh the objectives of the whole, some those of each ambito. */
static void check_top(struct reader *reader)
{
	const struct model_plan *plan = reader->plan;
	struct siblings all = objectives_of(reader, &plan->objectives);

	struct siblings own = directly_in(reader, &plan->content);

	if (is_right(reader, &all))
		return;
	check_siblings(reader, plan->place, plan->areas.count == 0 ? &all : &own,
		       "degli obiettivi del piano");
	for (size_t i = 0; i < plan->areas.count; i++)
		check_area(reader, plan->areas.items[i]);
}

/* ---- Sheets --------------------------------------------------------------------------------- */

/* Source: design section 4, `pesi="scheda"`: an objective without weight
 * weighs the sum of its indicators. */
static void add_points(struct reader *reader, struct siblings *sheet,
		       const struct model_objective *objective)
{
	struct siblings rows = indicators_of(reader, objective);
	struct model_figure sum = { .number = rows.given > 0 ? rows.sum : NULL };

	if (objective->weight.number != NULL && rows.given > 0 && has_own_indicators(objective) &&
	    !number_equal(objective->weight.number, rows.sum))
		diag_warning(reader->diag, objective->place, "peso-scheda",
			     "l’obiettivo «%s» pesa %s ma i suoi indicatori fanno %s: con "
			     "pesi=\"scheda\" devono essere uguali",
			     input_objective_label(objective),
			     input_figure_text(reader, &objective->weight),
			     number_italian(reader->arena, rows.sum, NUMBER_ALL));
	add_weight(reader, sheet, objective->place,
		   objective->weight.number != NULL ? &objective->weight : &sum);
}

static void check_sheet(struct reader *reader, const struct model_assignment *sheet)
{
	struct siblings group = no_siblings(reader);

	if (!sheet->sheet_weights)
		group = objectives_of(reader, &sheet->objectives);
	else
		for (size_t i = 0; i < sheet->objectives.count; i++)
			add_points(reader, &group, sheet->objectives.items[i]);
	check_siblings(
		reader, sheet->place, &group,
		arena_printf(reader->arena, "degli obiettivi dell’assegnazione «%s»", sheet->id));
}

void input_check_weights(struct reader *reader)
{
	check_each(reader);
	check_top(reader);
	check_objectives(reader);
	for (size_t i = 0; i < reader->plan->assignments.count; i++)
		check_sheet(reader, reader->plan->assignments.items[i]);
}
