/* Declared figures of an indicator against its inputs.
 *
 * Source: design "audit": causes, not echoes. A declared degree or variance
 * that the actual cannot give is a finding of its own; when both agree with
 * each other, or the variance alone is not contradicted by the degree, it is
 * the actual that is wrong. */
#include "audit_private.h"

/* What is known of one indicator while it is audited. */
struct case_file {
	const struct score_context *context;
	const struct model_indicator *indicator;
	const struct model_declared *declared;
	const char *name;
	struct score_set actual;  /* what the actual stands for           */
	struct score_set degree;  /* what it allows the degree to be      */
	struct score_set implied; /* actuals that the declared variance proves */
	bool degree_wrong, variance_wrong;
};

const struct model_declared *score_declared_of_indicator(const struct model_indicator *indicator)
{
	const struct model_indicator *original = indicator->same_as;

	if (original != NULL && original->declared == indicator->declared)
		return NULL;
	return indicator->declared;
}

char *score_figure_text(struct arena *arena, const struct model_figure *figure, const char *unit)
{
	const char *number = number_italian(arena, figure->number, figure->decimals);

	return arena_printf(arena, "%s%s%s", number, unit != NULL ? " " : "", unit ? unit : "");
}

static bool is_date(const struct case_file *file)
{
	return score_has_value(file->indicator->actual) &&
	       file->indicator->actual->kind == MODEL_DATE;
}

static const char *unit_of(const struct case_file *file)
{
	return is_date(file) ? "gg" : file->indicator->unit;
}

/* A set of dates comes from figures in days, so its middle is the day. */
static char *actual_text(const struct case_file *file, const struct score_set *set, int decimals)
{
	struct arena *arena = file->context->arena;
	const struct number *middle;

	if (!is_date(file))
		return arena_printf(arena, "%s%s%s", score_set_text(arena, set, decimals),
				    file->indicator->unit ? " " : "",
				    file->indicator->unit ? file->indicator->unit : "");
	middle = number_round(arena, score_range_inside(arena, &set->ranges[0]), 0);
	return date_italian(arena, (date_days)number_to_double(middle));
}

static char *value_text(struct arena *arena, const struct model_value *value)
{
	if (value->kind == MODEL_DATE && value->date_count == 1)
		return date_italian(arena, value->dates[0]);
	if (value->kind == MODEL_NUMBER && value->figure.number != NULL)
		return score_figure_text(arena, &value->figure, value->unit);
	return arena_strdup(arena, value->text != NULL ? value->text : "");
}

/* ---- Questions ---- */

static struct score_set printed(const struct case_file *file, const struct model_figure *figure)
{
	return score_set_printed(file->context->arena, figure);
}

static bool explains_degree(const struct case_file *file, const struct score_set *actual)
{
	struct score_set image, declared;

	if (file->declared->degree.number == NULL || actual->count == 0)
		return false;
	image = score_image(file->context, file->indicator, actual);
	declared = printed(file, &file->declared->degree);
	return score_set_meets(&image, &declared);
}

static const struct number *target_of(const struct case_file *file)
{
	return score_number_of(file->context, file->indicator, file->indicator->target, 0);
}

static bool explains_variance(const struct case_file *file, const struct score_set *actual)
{
	struct arena *arena = file->context->arena;
	struct score_set variance, declared;

	if (file->declared->variance.number == NULL || actual->count == 0 ||
	    !file->indicator->variance.given)
		return false;
	variance = score_set_moved(arena, actual, number_neg(arena, target_of(file)));
	declared = printed(file, &file->declared->variance);
	return score_set_meets(&variance, &declared);
}

static bool same_dates(const struct model_value *a, const struct model_value *b)
{
	if (a->date_count != b->date_count)
		return false;
	for (size_t i = 0; i < a->date_count; i++)
		if (a->dates[i] != b->dates[i])
			return false;
	return true;
}

static bool same_actual(const struct case_file *file, const struct score_set *declared)
{
	const struct model_value *a = file->indicator->actual, *b = file->declared->actual;

	if (a->state != b->state || a->kind != b->kind)
		return false;
	if (a->state != MODEL_GIVEN)
		return true;
	switch (a->kind) {
	case MODEL_DATE: return same_dates(a, b);
	case MODEL_NUMBER: return score_set_meets(&file->actual, declared);
	case MODEL_YES_NO: return a->yes == b->yes;
	case MODEL_SCALE: return a->step == b->step;
	case MODEL_TEXT: break;
	}
	return text_equal(a->text, b->text);
}

/* ---- Findings ---- */

static void report_degree(const struct case_file *file)
{
	struct arena *arena = file->context->arena;
	int decimals = file->declared->degree.decimals > SCORE_DECIMALS
			       ? file->declared->degree.decimals
			       : SCORE_DECIMALS;

	diag_note(file->context->diag, file->declared->place, "grado-dichiarato",
		  "indicatore «%s»: grado dichiarato %s, ma consuntivo e target danno %s %%; "
		  "correggere il grado o i dati",
		  file->name, score_figure_text(arena, &file->declared->degree, "%"),
		  score_set_text(arena, &file->degree, decimals));
}

static void report_variance(const struct case_file *file)
{
	const struct model_variance *variance = &file->indicator->variance;
	struct arena *arena = file->context->arena;
	const char *unit = unit_of(file);

	diag_note(
		file->context->diag, file->declared->place, "scostamento-dichiarato",
		"indicatore «%s»: scostamento dichiarato %s, ma consuntivo meno target fa %s%s%s; "
		"correggere lo scostamento",
		file->name, score_figure_text(arena, &file->declared->variance, unit),
		number_italian(arena, variance->value, variance->decimals), unit ? " " : "",
		unit ? unit : "");
}

static void report_actual(const struct case_file *file)
{
	struct arena *arena = file->context->arena;
	const struct model_value *actual = file->indicator->actual;

	diag_note(file->context->diag, actual->place, "consuntivo-contraddetto",
		  "indicatore «%s»: consuntivo %s, ma lo scostamento dichiarato (%s)%s porta a %s; "
		  "controllare il consuntivo",
		  file->name, value_text(arena, actual),
		  score_figure_text(arena, &file->declared->variance, unit_of(file)),
		  file->degree_wrong ? " con il grado dichiarato" : "",
		  actual_text(file, &file->implied, actual->figure.decimals));
}

/* Which of the two the declared variance bears out, if it does. */
static const char *evidence(const struct case_file *file, const struct score_set *declared)
{
	struct arena *arena = file->context->arena;
	const char *side;

	if (explains_variance(file, &file->actual))
		side = "il secondo";
	else if (explains_variance(file, declared))
		side = "il primo";
	else
		return "";
	return arena_printf(arena, " e lo scostamento dichiarato (%s) conferma %s",
			    score_figure_text(arena, &file->declared->variance, unit_of(file)),
			    side);
}

static void report_declared_actual(const struct case_file *file, const struct score_set *declared)
{
	struct arena *arena = file->context->arena;

	diag_note(file->context->diag, file->indicator->actual->place, "consuntivo-dichiarato",
		  "indicatore «%s»: consuntivo dichiarato %s, ma quello del piano è %s%s; "
		  "correggere quello sbagliato",
		  file->name, value_text(arena, file->declared->actual),
		  value_text(arena, file->indicator->actual), evidence(file, declared));
}

/* ---- da="figli" ---- */

/* A child with nothing to measure it is not published here, and what the
 * mean is made of cannot be known. */
static bool all_published(const struct model_list *objectives)
{
	for (size_t i = 0; i < objectives->count; i++) {
		const struct model_objective *objective = objectives->items[i];

		if (objective->indicators.count > 0)
			continue;
		if (objective->objectives.count == 0 || !all_published(&objective->objectives))
			return false;
	}
	return objectives->count > 0;
}

/* Source: design "result": a <consuntivo> given with da="figli" is audited. */
static void audit_children(const struct case_file *file)
{
	const struct model_indicator *indicator = file->indicator;
	const struct model_objective *objective = indicator->objective;
	struct arena *arena = file->context->arena;
	struct score_set mean, below;

	if (!indicator->from_children || indicator->derived_actual == NULL ||
	    indicator->actual == indicator->derived_actual || !score_has_value(indicator->actual) ||
	    objective == NULL || !all_published(&objective->objectives))
		return;
	mean = score_allowed_mean(file->context, &objective->objectives, false);
	below = score_allowed_mean(file->context, &objective->objectives, true);
	if (score_set_meets(&mean, &file->actual) || score_set_meets(&below, &file->actual))
		return;
	diag_note(file->context->diag, indicator->actual->place, "consuntivo-figli",
		  "indicatore «%s»: consuntivo %s, ma la media degli obiettivi figli è %s %%; "
		  "controllare il consuntivo, i pesi o se manca un figlio",
		  file->name, value_text(arena, indicator->actual),
		  score_set_text(arena, &mean, SCORE_DECIMALS));
}

/* The children's declared results explain what rests on a derived actual. */
static bool children_explain_degree(const struct case_file *file)
{
	const struct model_indicator *indicator = file->indicator;
	struct score_set below;

	if (indicator->derived_actual == NULL || indicator->actual != indicator->derived_actual ||
	    indicator->objective == NULL)
		return false;
	below = score_allowed_mean(file->context, &indicator->objective->objectives, true);
	return explains_degree(file, &below);
}

/* ---- The audit ---- */

/* Source: design "degree": numerator over denominator go before the printed
 * value, so a printed value that they cannot give is a slip. */
static void audit_ratio(const struct score_context *context,
			const struct model_indicator *indicator, const char *name)
{
	const struct model_value *actual = indicator->actual;
	struct score_set exact, shown;

	if (!score_has_value(actual) || actual->figure.number == NULL ||
	    model_parts_value(context->arena, indicator->formula, actual, NULL) == NULL)
		return;
	exact = score_set_point(context->arena, score_number_of(context, indicator, actual, 0));
	shown = score_set_printed(context->arena, &actual->figure);
	if (score_set_meets(&exact, &shown))
		return;
	diag_note(context->diag, actual->place, "consuntivo-rapporto",
		  "indicatore «%s»: consuntivo stampato %s, ma numeratore e denominatore danno %s, "
		  "che è il valore usato; correggere il consuntivo o i due termini",
		  name, score_figure_text(context->arena, &actual->figure, indicator->unit),
		  score_set_text(context->arena, &exact, actual->figure.decimals));
}

bool score_agrees(const struct score_context *context, const struct number *value,
		  const struct model_figure *figure)
{
	return number_equal(number_round(context->arena, value, figure->decimals), figure->number);
}

/* What the sets say; asked only when the exact figures disagree. */
static void ask_degree(struct case_file *file)
{
	struct score_set declared = printed(file, &file->declared->degree);

	file->degree = score_allowed_degree(file->context, file->indicator);
	file->degree_wrong = !score_set_meets(&file->degree, &declared);
}

static void ask_variance(struct case_file *file)
{
	struct score_set declared = printed(file, &file->declared->variance);

	file->implied = score_set_moved(file->context->arena, &declared, target_of(file));
	file->variance_wrong = !explains_variance(file, &file->actual);
}

static void set_questions(struct case_file *file)
{
	const struct model_indicator *indicator = file->indicator;
	const struct model_declared *declared = file->declared;
	bool degree = declared->degree.number != NULL && indicator->degree.state == MODEL_SCORED &&
		      !score_agrees(file->context, indicator->degree.value, &declared->degree);
	bool variance =
		declared->variance.number != NULL && indicator->variance.given &&
		!score_agrees(file->context, indicator->variance.value, &declared->variance);

	if (degree || variance || declared->actual != NULL)
		file->actual = score_allowed_actual(file->context, indicator);
	if (degree)
		ask_degree(file);
	if (variance)
		ask_variance(file);
}

/* The actual was printed otherwise: what follows from that is an echo. */
static void audit_declared_actual(struct case_file *file)
{
	struct score_set declared;

	if (file->declared->actual == NULL || file->indicator->actual == NULL)
		return;
	declared = score_actual_set(file->context, file->indicator, file->declared->actual);
	if (same_actual(file, &declared))
		return;
	report_declared_actual(file, &declared);
	if (explains_degree(file, &declared))
		file->degree_wrong = false;
	if (explains_variance(file, &declared))
		file->variance_wrong = false;
}

/* Whether what the variance proves agrees with the declared degree, if any. */
static bool actual_is_wrong(const struct case_file *file)
{
	if (file->declared->degree.number == NULL ||
	    file->indicator->degree.state != MODEL_SCORED ||
	    score_rule_of(file->indicator->rule_used->type) == NULL)
		return true; /* no degree that follows from the actual */
	return explains_degree(file, &file->implied);
}

static void audit_figures(struct case_file *file)
{
	if (file->degree_wrong && children_explain_degree(file))
		file->degree_wrong = false;
	if (file->variance_wrong && actual_is_wrong(file)) {
		report_actual(file);
		return;
	}
	if (file->degree_wrong)
		report_degree(file);
	if (file->variance_wrong)
		report_variance(file);
}

void score_audit_indicator(const struct score_context *context,
			   const struct model_indicator *indicator)
{
	const char *name = score_name_of_indicator(indicator);
	struct case_file file = { .context = context, .indicator = indicator };

	file.name = name != NULL ? name : "";
	audit_ratio(context, indicator, file.name);
	if (indicator->from_children) {
		file.actual = score_allowed_actual(context, indicator);
		audit_children(&file);
	}
	file.declared = score_declared_of_indicator(indicator);
	if (file.declared == NULL)
		return;
	set_questions(&file);
	audit_declared_actual(&file);
	audit_figures(&file);
}
