/* check_values.c - thresholds against targets, dates against years. */
#include "input_private.h"

/* What `rif` brings was checked where it is written. */
static bool is_inherited(const struct model_list *values, const struct model_value *value)
{
	for (size_t i = 0; i < values->count; i++)
		if (values->items[i] == value)
			return true;
	return false;
}

static const char *kind_name(enum model_kind kind)
{
	static const char *const names[] = {
		[MODEL_NUMBER] = "un numero",  [MODEL_DATE] = "una data",
		[MODEL_YES_NO] = "un sì o no", [MODEL_SCALE] = "un gradino di una scala",
		[MODEL_TEXT] = "un testo",
	};

	return names[kind];
}

/* ---- Threshold and target ------------------------------------------------------------------ */

static bool is_whole(const struct model_value *value)
{
	switch (value->state == MODEL_GIVEN ? (int)value->kind : -1) {
	case MODEL_NUMBER: return value->figure.number != NULL;
	case MODEL_DATE: return value->date_count > 0;
	case MODEL_SCALE: return value->step != NULL;
	default: return false;
	}
}

/* Where a lies from b: <0, 0, >0. Of several dates the first. */
static int compare(const struct model_value *a, const struct model_value *b)
{
	switch (a->kind) {
	case MODEL_DATE: return (a->dates[0] > b->dates[0]) - (a->dates[0] < b->dates[0]);
	case MODEL_SCALE: return a->step->rank - b->step->rank;
	default: return number_compare(a->figure.number, b->figure.number);
	}
}

static bool rises(enum model_operator op)
{
	return op == MODEL_AT_LEAST || op == MODEL_MORE;
}

static void say_side(struct reader *reader, struct place place,
		     const struct model_indicator *indicator, const struct model_value *threshold,
		     const struct model_value *target, bool rising)
{
	static const char *const sides[2][2] = { { "sotto il", "sopra il" },
						 { "prima del", "dopo il" } };
	static const char *const wanted[2][2] = {
		{ "un valore più basso", "un valore più alto" },
		{ "una data precedente", "una data successiva" },
	};
	bool date = target->kind == MODEL_DATE;

	diag_error(reader->diag, place, "soglia-lato",
		   "indicatore «%s»: la soglia %s sta %s target %s, ma qui è meglio %s: correggere "
		   "la soglia, «op» o «verso»",
		   input_indicator_label(indicator), input_value_text(reader, threshold),
		   sides[date][rising], input_value_text(reader, target), wanted[date][rising]);
}

static void compare_sides(struct reader *reader, struct place place,
			  const struct model_indicator *indicator,
			  const struct model_value *threshold, const struct model_value *target)
{
	enum model_operator op = model_operator_of(indicator, target);
	int order = compare(threshold, target);

	if (order == 0)
		diag_error(reader->diag, place, "soglia-uguale",
			   "indicatore «%s»: la soglia è uguale al target, %s, e il grado "
			   "divide per la loro differenza, che è zero: correggerla o toglierla",
			   input_indicator_label(indicator), input_value_text(reader, target));
	else if (op != MODEL_EQUAL && rises(op) == (order > 0))
		say_side(reader, place, indicator, threshold, target, rises(op));
}

static void check_threshold(struct reader *reader, struct place place,
			    const struct model_indicator *indicator,
			    const struct model_value *threshold, const struct model_value *target)
{
	if (threshold->state != MODEL_GIVEN)
		return;
	if (target == NULL && threshold->year == reader->plan->year &&
	    !input_was_meant(reader, indicator->place, "target"))
		diag_warning(reader->diag, place, "soglia-senza-target",
			     "indicatore «%s»: c’è la soglia %d ma non il target %d: aggiungerlo o "
			     "togliere la soglia",
			     input_indicator_label(indicator), threshold->year, threshold->year);
	else if (target == NULL)
		return; /* a year to come may have its threshold already */
	else if (target->state == MODEL_GIVEN && target->kind != threshold->kind)
		diag_error(reader->diag, place, "tipi-diversi",
			   "indicatore «%s»: la soglia è %s e il target %s: non si confrontano, "
			   "correggere «tipo»",
			   input_indicator_label(indicator), kind_name(threshold->kind),
			   kind_name(target->kind));
	else if (is_whole(threshold) && is_whole(target))
		compare_sides(reader, place, indicator, threshold, target);
}

void input_check_thresholds(struct reader *reader, const struct model_indicator *indicator)
{
	const struct model_indicator *same = indicator->same_as;

	for (size_t i = 0; i < indicator->thresholds.count; i++) {
		const struct model_value *threshold = indicator->thresholds.items[i];
		const struct model_value *target =
			model_value_of_year(&indicator->targets, threshold->year);

		if (same == NULL || !is_inherited(&same->thresholds, threshold))
			check_threshold(reader, threshold->place, indicator, threshold, target);
		else if (target != NULL && !is_inherited(&same->targets, target))
			check_threshold(reader, target->place, indicator, threshold, target);
	}
}

/* ---- Kinds of the target over the years -------------------------------------------------------- */

static void check_kinds(struct reader *reader, const struct model_indicator *indicator)
{
	const struct model_value *first = NULL;

	for (size_t i = 0; i < indicator->targets.count; i++) {
		const struct model_value *target = indicator->targets.items[i];

		/* Words among figures are milestones: «anno di rilevazione». */
		if (target->state != MODEL_GIVEN || target->kind == MODEL_TEXT)
			continue;
		if (first != NULL && first->kind != target->kind) {
			diag_warning(reader->diag, target->place, "tipi-diversi",
				     "indicatore «%s»: il target %d è %s, quello %d %s: "
				     "controllare «tipo»",
				     input_indicator_label(indicator), first->year,
				     kind_name(first->kind), target->year, kind_name(target->kind));
			return;
		}
		first = target;
	}
}

/* ---- Dates ------------------------------------------------------------------------------------- */

static void check_date(struct reader *reader, const struct model_indicator *indicator,
		       const struct model_value *value, const char *noun)
{
	for (size_t i = 0; i < value->date_count; i++) {
		if (date_year(value->dates[i]) == value->year)
			continue;
		diag_warning(reader->diag, value->place, "data-fuori-anno",
			     "indicatore «%s»: %s %d ha la data %s, fuori dall’anno: controllarla",
			     input_indicator_label(indicator), noun, value->year,
			     date_italian(reader->arena, value->dates[i]));
		return;
	}
}

static void check_future(struct reader *reader, const struct model_indicator *indicator,
			 const struct model_value *actual)
{
	if (actual->year > reader->plan->year)
		diag_warning(reader->diag, actual->place, "anno-consuntivo",
			     "indicatore «%s»: il consuntivo è del %d, dopo l’anno del piano, %d: "
			     "correggere l’anno",
			     input_indicator_label(indicator), actual->year, reader->plan->year);
}

static void check_actuals(struct reader *reader, const struct model_indicator *indicator)
{
	const struct model_indicator *same = indicator->same_as;

	for (size_t i = 0; i < indicator->actuals.count; i++) {
		const struct model_value *actual = indicator->actuals.items[i];

		if (same != NULL && is_inherited(&same->actuals, actual))
			continue;
		check_future(reader, indicator, actual);
		check_date(reader, indicator, actual, "il consuntivo");
	}
}

static void check_targets(struct reader *reader, const struct model_indicator *indicator)
{
	const struct model_indicator *same = indicator->same_as;

	for (size_t i = 0; i < indicator->targets.count; i++) {
		const struct model_value *target = indicator->targets.items[i];

		if (same == NULL || !is_inherited(&same->targets, target))
			check_date(reader, indicator, target, "il target");
	}
}

void input_check_dates(struct reader *reader, const struct model_indicator *indicator)
{
	const struct model_indicator *same = indicator->same_as;

	if (same == NULL || indicator->targets.items != same->targets.items)
		check_kinds(reader, indicator);
	check_targets(reader, indicator);
	if (reader->plan->report && input_is_measured(reader, indicator))
		check_actuals(reader, indicator);
}
