/* How a mean came about: of indicators, of objectives, of parts. */
#include "explain_private.h"

#include <string.h>

#define TERMS_SHOWN 12 /* of a formula; all parts are listed above it */
#define NAME_WIDTH  16

char *score_written(struct arena *arena, const struct model_figure *figure)
{
	return number_italian(arena, figure->number, figure->decimals);
}

char *score_exact_text(struct arena *arena, const struct number *number)
{
	char *exact = number_exact(arena, number);

	if (strchr(exact, '/') == NULL)
		return number_italian(arena, number, NUMBER_ALL);
	return arena_printf(arena, "%s (circa %s)", exact, number_italian(arena, number, 4));
}

static void add_padded(struct text *out, const char *string)
{
	text_add(out, string);
	for (size_t length = utf8_length(string); length < NAME_WIDTH; length++)
		text_add_char(out, ' ');
}

/* ---- Parts ---- */

static bool counts(const struct score_part *part)
{
	return number_sign(part->weight) > 0 && part->score->state == MODEL_SCORED;
}

static const char *why_out(const struct score_part *part)
{
	if (number_sign(part->weight) <= 0)
		return "escluso: peso zero";
	if (part->score->state == MODEL_NO_RESULT)
		return "senza risultato";
	return "escluso";
}

static void add_share(struct text *out, const struct score_context *context,
		      const struct score_part *part, const struct number *sum)
{
	struct arena *arena = context->arena;
	const struct number *scaled = number_mul(arena, part->weight, context->hundred);

	text_addf(out, "  quota %s %%  grado %s %%",
		  number_italian(arena, number_div(arena, scaled, sum), SCORE_DECIMALS),
		  score_exact_text(arena, part->score->value));
}

static void add_part(struct text *out, const struct score_context *context,
		     const struct score_part *part, const struct number *sum)
{
	text_add(out, "    ");
	add_padded(out, part->name != NULL ? part->name : "");
	text_addf(out, "  peso %s", score_exact_text(context->arena, part->weight));
	if (counts(part))
		add_share(out, context, part, sum);
	else
		text_addf(out, "  %s", why_out(part));
	if (part->score->reason != NULL && number_sign(part->weight) > 0)
		text_addf(out, " (%s)", part->score->reason);
	text_add(out, "\n");
}

static const struct number *sum_of_weights(const struct score_context *context,
					   const struct score_parts *parts)
{
	const struct number **weights =
		arena_array(context->arena, const struct number *, parts->count);
	size_t count = 0;

	for (size_t i = 0; i < parts->count; i++)
		if (counts(&parts->items[i]))
			weights[count++] = parts->items[i].weight;
	return number_sum(context->arena, weights, count);
}

/* ---- Formula ---- */

static void add_formula(struct text *out, const struct score_context *context,
			const struct score_parts *parts, const struct number *sum)
{
	struct arena *arena = context->arena;
	size_t shown = 0;

	text_add(out, "  Formula: (");
	for (size_t i = 0; i < parts->count; i++) {
		const struct score_part *part = &parts->items[i];

		if (!counts(part))
			continue;
		if (shown++ == TERMS_SHOWN) {
			text_add(out, " + …");
			break;
		}
		text_addf(out, "%s%s × %s", shown > 1 ? " + " : "",
			  score_exact_text(arena, part->weight),
			  score_exact_text(arena, part->score->value));
	}
	text_addf(out, ") / %s\n", score_exact_text(arena, sum));
}

static void add_result(struct text *out, const struct score_context *context,
		       const struct model_score *result)
{
	if (result->state == MODEL_UNSCORED) {
		text_add(out, "  Risultato: in un piano non si misura\n");
		return;
	}
	if (result->state != MODEL_SCORED) {
		text_addf(out, "  Risultato: %s%s%s\n",
			  result->state == MODEL_NO_RESULT ? "n.d." : "non misurabile",
			  result->reason != NULL ? ": " : "",
			  result->reason != NULL ? result->reason : "");
		return;
	}
	text_addf(out, "  Risultato esatto: %s; stampato con due decimali: %s %%\n",
		  score_exact_text(context->arena, result->value),
		  number_italian(context->arena, result->value, SCORE_DECIMALS));
}

void score_explain_mean(struct text *out, const struct score_context *context,
			const struct score_parts *parts, const struct model_score *result)
{
	const struct number *sum = sum_of_weights(context, parts);

	for (size_t i = 0; i < parts->count; i++)
		add_part(out, context, &parts->items[i], sum);
	if (result->state == MODEL_SCORED && number_sign(sum) > 0) {
		if (!number_equal(sum, context->hundred))
			text_addf(out,
				  "  I pesi di ciò che resta sommano %s e sono riportati a 100\n",
				  score_exact_text(context->arena, sum));
		add_formula(out, context, parts, sum);
	}
	add_result(out, context, result);
}

/* ---- Judgement ---- */

static void add_limit(struct text *out, const struct score_context *context,
		      const struct model_judgement *judgement)
{
	if (judgement->from.number != NULL)
		text_addf(out, "%s %s %%", judgement->above ? "oltre" : "da",
			  score_written(context->arena, &judgement->from));
}

void score_explain_judgement(struct text *out, const struct score_context *context,
			     const struct model_score *score)
{
	const struct model_list *all = &context->plan->system->judgements;
	const struct model_judgement *reached = score_judgement(context->plan, score);
	const char *before = " (";

	if (reached == NULL)
		return;
	text_addf(out, "  Giudizio sul valore esatto: %s", reached->label);
	for (size_t i = 0; i < all->count; i++) {
		const struct model_judgement *judgement = all->items[i];

		text_addf(out, "%s%s ", before, judgement->label);
		add_limit(out, context, judgement);
		before = "; ";
	}
	text_add(out, ")\n");
}

/* ---- Objectives, areas, sheets ---- */

static void add_head(struct text *out, const char *kind, const char *name, const char *title,
		     const struct place *place)
{
	text_addf(out, "%s%s %s", out->length > 0 ? "\n" : "", kind, name != NULL ? name : "");
	if (title != NULL && !text_equal(name, title))
		text_addf(out, " «%s»", title);
	if (place->line > 0)
		text_addf(out, " (riga %d)", place->line);
	text_add(out, "\n");
}

static void add_declared(struct text *out, const struct score_context *context,
			 const struct model_declared *declared)
{
	if (declared == NULL || declared->degree.number == NULL)
		return;
	text_addf(out, "  Pubblicato altrove: %s %%",
		  score_written(context->arena, &declared->degree));
	if (declared->judgement != NULL)
		text_addf(out, ", %s", declared->judgement);
	text_add(out, "\n");
}

void score_explain_objective(struct text *out, const struct score_context *context,
			     const struct model_objective *objective)
{
	struct score_parts parts;

	add_head(out, "obiettivo", score_name_of_objective(objective), objective->title,
		 &objective->place);
	if (objective->same_as != NULL)
		text_addf(out, "  Ripete l’obiettivo %s\n",
			  score_name_of_objective(objective->same_as));
	if (objective->indicators.count > 0) {
		text_add(out, "  Media ponderata degli indicatori:\n");
		parts = score_parts_of_indicators(context, objective);
	} else {
		text_add(out, "  Media ponderata degli obiettivi figli:\n");
		parts = score_parts_of_objectives(context, &objective->objectives);
	}
	score_explain_mean(out, context, &parts, &objective->result);
	score_explain_judgement(out, context, &objective->result);
	add_declared(out, context, objective->declared);
}

void score_explain_area(struct text *out, const struct score_context *context,
			const struct model_area *area)
{
	struct score_parts parts = score_parts_of_objectives(context, &area->objectives);

	add_head(out, "ambito", area->code ? area->code : area->id, area->title, &area->place);
	text_add(out, "  Media ponderata degli obiettivi, mostrata e non riportata più in alto:\n");
	score_explain_mean(out, context, &parts, &area->result);
	score_explain_judgement(out, context, &area->result);
	add_declared(out, context, area->declared);
}

static void add_parts(struct text *out, const struct score_context *context,
		      const struct model_assignment *assignment)
{
	struct score_parts parts;

	if (assignment->total.state == MODEL_UNSCORED)
		return;
	parts = score_parts_of_sheet(context, assignment);
	text_add(out, "  Totale: media ponderata delle parti della valutazione:\n");
	score_explain_mean(out, context, &parts, &assignment->total);
	score_explain_judgement(out, context, &assignment->total);
}

void score_explain_sheet(struct text *out, const struct score_context *context,
			 const struct model_assignment *assignment)
{
	struct score_parts parts = score_parts_of_objectives(context, &assignment->objectives);

	add_head(out, "scheda", assignment->id, assignment->title, &assignment->place);
	text_addf(out, "  Media ponderata degli obiettivi%s:\n",
		  assignment->sheet_weights
			  ? "; ciascuno pesa la somma dei suoi indicatori misurati"
			  : "");
	score_explain_mean(out, context, &parts, &assignment->result);
	score_explain_judgement(out, context, &assignment->result);
	add_declared(out, context, assignment->declared);
	add_parts(out, context, assignment);
}
