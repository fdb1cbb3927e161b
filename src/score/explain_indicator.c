/* How the degree of one indicator came about. */
#include "explain_private.h"

#include "model/print.h"

static const char *const rule_words[] = {
	[MODEL_RULE_LINEAR] =
		"0 alla soglia, 100 al target, in proporzione fra i due; senza soglia 100 o 0",
	[MODEL_RULE_RATIO] = "rapporto fra consuntivo e target, entro i limiti della regola",
	[MODEL_RULE_BANDS] = "la prima fascia che comprende il ritardo o lo scarto sfavorevole",
	[MODEL_RULE_ALL_OR_NOTHING] = "100 se il target è raggiunto, altrimenti 0",
	[MODEL_RULE_MANUAL] = "grado dato a mano, con il motivo",
};

static const char *rule_name(const struct model_rule *rule)
{
	const struct score_rule *functions = score_rule_of(rule->type);

	return functions != NULL ? functions->name : "manuale";
}

/* ---- Values ---- */

static void add_number(struct text *out, const struct score_context *context,
		       const struct model_indicator *indicator, const struct model_value *value)
{
	struct arena *arena = context->arena;
	const struct number *number = score_number_of(context, indicator, value, 0);
	const char *unit = value->unit != NULL ? value->unit : indicator->unit;

	if (value->numerator.number != NULL && value->denominator.number != NULL)
		text_addf(out, "%s %s %s = ", score_written(arena, &value->numerator),
			  model_parts_sign(indicator->formula),
			  score_written(arena, &value->denominator));
	if (number != NULL && number == value->figure.number && value != indicator->derived_actual)
		text_add(out, score_written(arena, &value->figure));
	else if (number != NULL)
		text_add(out, score_exact_text(arena, number));
	if (unit != NULL)
		text_addf(out, " %s", unit);
}

static void add_given(struct text *out, const struct score_context *context,
		      const struct model_indicator *indicator, const struct model_value *value)
{
	switch (value->kind) {
	case MODEL_NUMBER: add_number(out, context, indicator, value); return;
	case MODEL_DATE:
		text_add(out, model_dates_italian(context->arena, value, date_italian));
		return;
	case MODEL_YES_NO: text_add(out, value->yes ? "sì" : "no"); return;
	case MODEL_SCALE:
		if (value->step != NULL)
			text_addf(out, "%s (gradino %d)", value->step->name, value->step->rank);
		return;
	case MODEL_TEXT: break;
	}
	text_add(out, value->text != NULL ? value->text : "");
}

/* A milestone in words, a yes: by themselves they say what is wanted. */
static bool says_comparison(const struct model_value *value)
{
	return value->kind != MODEL_TEXT && value->kind != MODEL_YES_NO;
}

static void add_value(struct text *out, const struct score_context *context,
		      const struct model_indicator *indicator, const struct model_value *value,
		      const char *label, enum model_operator op)
{
	if (value == NULL)
		return;
	text_addf(out, "  %s %d: ", label, value->year);
	if (says_comparison(value) && op != MODEL_OP_NONE)
		text_addf(out, "%s ", model_operator_italian(op));
	if (value->state == MODEL_EMPTY)
		text_add(out, "(casella vuota)");
	else if (value->state == MODEL_NOT_AVAILABLE)
		text_add(out, "n.d.");
	else
		add_given(out, context, indicator, value);
	if (value->printed != NULL)
		text_addf(out, "; stampato «%s»", value->printed);
	if (value == indicator->derived_actual)
		text_add(out, ", media ponderata degli obiettivi figli, non arrotondata");
	text_add(out, "\n");
}

static void add_values(struct text *out, const struct score_context *context,
		       const struct model_indicator *indicator)
{
	add_value(out, context, indicator, indicator->target, "Target", indicator->op);
	add_value(out, context, indicator, indicator->threshold, "Soglia", MODEL_OP_NONE);
	add_value(out, context, indicator, indicator->actual, "Consuntivo", MODEL_OP_NONE);
}

/* ---- Formula ---- */

/* A negative number within a formula stands in brackets. */
static char *operand(struct arena *arena, const struct number *number)
{
	char *text = score_exact_text(arena, number);

	return number_sign(number) < 0 ? arena_printf(arena, "(%s)", text) : text;
}

/* Dates are shown as days between them, for days since 1970 say nothing. */
static void add_line(struct text *out, const struct score_context *context,
		     const struct score_terms *terms)
{
	struct arena *arena = context->arena;

	if (terms->kind == MODEL_NUMBER)
		text_addf(out, "100 × (%s − %s) / (%s − %s) = ", operand(arena, terms->actual),
			  operand(arena, terms->threshold), operand(arena, terms->target),
			  operand(arena, terms->threshold));
	else
		text_addf(
			out, "100 × %s / %s = ",
			score_exact_text(arena, number_sub(arena, terms->actual, terms->threshold)),
			score_exact_text(arena,
					 number_sub(arena, terms->target, terms->threshold)));
}

static void add_piece(struct text *out, const struct score_context *context,
		      const struct score_terms *terms, const struct score_piece *piece)
{
	struct arena *arena = context->arena;

	switch (piece->shape) {
	case SCORE_LINE: add_line(out, context, terms); break;
	case SCORE_QUOTIENT:
		text_addf(out, "100 × %s / %s = ", operand(arena, terms->actual),
			  operand(arena, terms->target));
		break;
	case SCORE_INVERSE:
		text_addf(out, "100 × %s / %s = ", operand(arena, terms->target),
			  operand(arena, terms->actual));
		break;
	case SCORE_CONSTANT: break;
	}
	text_add(out,
		 score_exact_text(arena, score_piece_value(context, piece, terms, terms->actual)));
}

static void add_comparison(struct text *out, const struct score_context *context,
			   const struct model_indicator *indicator, size_t index)
{
	const char *reason = NULL;
	struct score_piece piece;
	struct score_terms terms;

	if (!score_terms_make(&terms, context, indicator, index, &reason))
		return;
	piece = score_rule_of(terms.rule->type)->piece(context, &terms, terms.actual);
	text_addf(out, "  Calcolo: %s", piece.why);
	if (terms.rule->type == MODEL_RULE_BANDS)
		text_addf(out, ", %s",
			  score_exact_text(context->arena,
					   score_adverse(context, &terms, terms.actual)));
	text_add(out, ": ");
	add_piece(out, context, &terms, &piece);
	text_add(out, "\n");
}

static bool is_compared(const struct model_indicator *indicator)
{
	return indicator->degree.state == MODEL_SCORED && score_has_value(indicator->actual) &&
	       indicator->outcome != MODEL_OUTCOME_NOT_AVAILABLE &&
	       indicator->outcome != MODEL_OUTCOME_NOT_MEASURABLE &&
	       indicator->rule_used->type != MODEL_RULE_MANUAL;
}

static void add_formula(struct text *out, const struct score_context *context,
			const struct model_indicator *indicator)
{
	size_t count = score_terms_count(indicator);

	if (!is_compared(indicator))
		return;
	for (size_t i = 0; i < count; i++)
		add_comparison(out, context, indicator, i);
	if (count > 1)
		text_addf(out, "  Media dei %zu gradi\n", count);
}

/* ---- Result ---- */

static void add_degree(struct text *out, const struct score_context *context,
		       const struct model_indicator *indicator)
{
	const struct model_score *degree = &indicator->degree;
	struct arena *arena = context->arena;

	if (degree->state == MODEL_UNSCORED)
		text_add(out, "  Grado: in un piano non si misura");
	else if (degree->state == MODEL_SCORED)
		text_addf(out, "  Grado esatto: %s; stampato con due decimali: %s %%",
			  score_exact_text(arena, degree->value),
			  number_italian(arena, degree->value, SCORE_DECIMALS));
	else
		text_addf(out, "  Grado: %s",
			  degree->state == MODEL_NO_RESULT ? "n.d." : "non misurabile, escluso");
	if (degree->reason != NULL)
		text_addf(out, " (%s)", degree->reason);
	text_add(out, "\n");
}

static void add_variance(struct text *out, const struct score_context *context,
			 const struct model_indicator *indicator)
{
	const struct model_variance *variance = &indicator->variance;
	const char *unit = variance->days ? "gg" : variance->unit;

	if (!variance->given)
		return;
	text_addf(out, "  Scostamento: consuntivo meno target = %s%s%s%s\n",
		  number_sign(variance->value) > 0 ? "+" : "",
		  number_italian(context->arena, variance->value, variance->decimals),
		  unit != NULL ? " " : "", unit != NULL ? unit : "");
}

static void add_weight(struct text *out, const struct score_context *context,
		       const struct model_indicator *indicator)
{
	if (indicator->weight.number == NULL && indicator->share.number == NULL)
		return;
	text_add(out, "  Peso");
	if (indicator->weight.number != NULL)
		text_addf(out, " %s", score_written(context->arena, &indicator->weight));
	if (indicator->share.number != NULL)
		text_addf(out, ", dopo le esclusioni %s %% dell’obiettivo %s",
			  score_written(context->arena, &indicator->share),
			  indicator->objective != NULL
				  ? score_name_of_objective(indicator->objective)
				  : "");
	text_add(out, "\n");
}

static void add_declared(struct text *out, const struct score_context *context,
			 const struct model_declared *declared)
{
	if (declared == NULL)
		return;
	if (declared->degree.number != NULL)
		text_addf(out, "  Grado pubblicato altrove: %s %%\n",
			  score_written(context->arena, &declared->degree));
	if (declared->variance.number != NULL)
		text_addf(out, "  Scostamento pubblicato altrove: %s\n",
			  score_written(context->arena, &declared->variance));
}

static void add_head(struct text *out, const struct model_indicator *indicator)
{
	const char *name = score_name_of_indicator(indicator);

	text_addf(out, "%sindicatore %s", out->length > 0 ? "\n" : "", name ? name : "");
	if (indicator->name != NULL && !text_equal(indicator->name, name))
		text_addf(out, " «%s»", indicator->name);
	if (indicator->place.line > 0)
		text_addf(out, " (riga %d)", indicator->place.line);
	text_add(out, "\n");
}

static void add_rule(struct text *out, const struct model_rule *rule)
{
	if (rule == NULL)
		return;
	text_addf(out, "  Regola: %s", rule->id != NULL ? rule->id : rule_name(rule));
	if (!text_equal(rule->id, rule_name(rule)))
		text_addf(out, " (%s)", rule_name(rule));
	text_addf(out, ": %s\n", rule_words[rule->type]);
}

void score_explain_indicator(struct text *out, const struct score_context *context,
			     const struct model_indicator *indicator)
{
	add_head(out, indicator);
	add_rule(out, indicator->rule_used);
	add_values(out, context, indicator);
	add_formula(out, context, indicator);
	add_degree(out, context, indicator);
	add_variance(out, context, indicator);
	add_weight(out, context, indicator);
	score_explain_judgement(out, context, &indicator->degree);
	add_declared(out, context, indicator->declared);
}
