/* Declared results, judgements, weights and parents of objectives, areas and
 * sheets. Source: design "audit", "Published". */
#include "audit_private.h"

#include <strings.h>

/* A thing with a result, whatever it is. */
struct subject {
	const struct score_context *context;
	struct place place;                    /* of the result: where a judgement is shown */
	const struct model_declared *declared; /* or NULL */
	const char *kind, *name;
	const struct model_score *result;
	const struct model_judgement *judgement;
	struct score_set allowed, below;
};

/* ---- Degree ---- */

static bool is_wrong(const struct subject *subject)
{
	struct score_set printed;

	if (subject->declared->degree.number == NULL || subject->allowed.count == 0)
		return false;
	printed = score_set_printed(subject->context->arena, &subject->declared->degree);
	return !score_set_meets(&subject->allowed, &printed) &&
	       !score_set_meets(&subject->below, &printed);
}

static void audit_result(const struct subject *subject)
{
	struct arena *arena = subject->context->arena;
	int decimals = subject->declared->degree.decimals;

	if (!is_wrong(subject))
		return;
	diag_note(subject->context->diag, subject->declared->place, "risultato-dichiarato",
		  "%s «%s»: risultato dichiarato %s, ma i dati danno %s %%; "
		  "correggere il risultato, i pesi o i dati",
		  subject->kind, subject->name,
		  score_figure_text(arena, &subject->declared->degree, "%"),
		  score_set_text(arena, &subject->allowed,
				 decimals > SCORE_DECIMALS ? decimals : SCORE_DECIMALS));
}

/* ---- Judgement ---- */

static struct score_breaks limits_of(const struct score_context *context)
{
	const struct model_list *judgements = &context->plan->system->judgements;
	struct score_breaks out = {
		arena_array(context->arena, const struct number *, judgements->count), 0
	};

	for (size_t i = 0; i < judgements->count; i++) {
		const struct model_judgement *judgement = judgements->items[i];

		if (judgement->from.number != NULL)
			out.points[out.count++] = judgement->from.number;
	}
	return out;
}

/* Labels are compared as people read them: capitals don't count. */
static bool has_label(const struct model_judgement *judgement, const char *label)
{
	return judgement != NULL && judgement->label != NULL &&
	       strcasecmp(judgement->label, label) == 0;
}

static bool reaches(const struct subject *subject, const struct score_set *set)
{
	struct arena *arena = subject->context->arena;
	struct score_breaks limits = limits_of(subject->context);
	struct score_set cut = score_set_cut(arena, set, &limits);

	for (size_t i = 0; i < cut.count; i++) {
		const struct number *inside = score_range_inside(arena, &cut.ranges[i]);

		if (has_label(score_judgement_at(subject->context->plan, inside),
			      subject->declared->judgement))
			return true;
	}
	return false;
}

/* The declared degree beside it is one step below a declared judgement. */
static bool is_judged_wrong(const struct subject *subject)
{
	struct score_set printed;

	if (subject->declared->judgement == NULL || subject->allowed.count == 0 ||
	    subject->context->plan->system->judgements.count == 0)
		return false;
	if (reaches(subject, &subject->allowed) || reaches(subject, &subject->below))
		return false;
	if (subject->declared->degree.number == NULL)
		return true;
	printed = score_set_printed(subject->context->arena, &subject->declared->degree);
	return !reaches(subject, &printed);
}

static void audit_judgement(const struct subject *subject)
{
	if (is_judged_wrong(subject))
		diag_note(
			subject->context->diag, subject->declared->place, "giudizio-dichiarato",
			"%s «%s»: giudizio dichiarato «%s», ma il risultato %s %% vale «%s»; "
			"correggere il giudizio o i dati",
			subject->kind, subject->name, subject->declared->judgement,
			score_set_text(subject->context->arena, &subject->allowed, SCORE_DECIMALS),
			subject->judgement ? subject->judgement->label : "nessun giudizio");
}

/* Source: design "judgement": a finding when the printed figure would fall
 * in another band than the exact result. */
static void audit_rounding(const struct subject *subject)
{
	struct arena *arena = subject->context->arena;
	const struct model_judgement *shown;
	const struct number *rounded;

	if (subject->result->state != MODEL_SCORED)
		return;
	rounded = number_round(arena, subject->result->value, SCORE_DECIMALS);
	shown = score_judgement_at(subject->context->plan, rounded);
	if (shown == subject->judgement)
		return;
	diag_warning(subject->context->diag, subject->place, "giudizio-arrotondamento",
		     "%s «%s»: il risultato esatto vale «%s», ma stampato (%s %%) sembra «%s»; "
		     "spiegalo in una nota",
		     subject->kind, subject->name,
		     subject->judgement ? subject->judgement->label : "nessun giudizio",
		     number_italian(arena, rounded, SCORE_DECIMALS),
		     shown ? shown->label : "nessun giudizio");
}

/* Whether the exact figures disagree, so that the sets must be asked. */
static bool is_doubtful(const struct subject *subject)
{
	const struct model_declared *declared = subject->declared;

	if (declared == NULL || subject->result->state != MODEL_SCORED)
		return false;
	if (declared->degree.number != NULL &&
	    !score_agrees(subject->context, subject->result->value, &declared->degree))
		return true;
	return declared->judgement != NULL && !has_label(subject->judgement, declared->judgement);
}

static void audit_subject(const struct subject *subject)
{
	audit_rounding(subject);
	if (!is_doubtful(subject))
		return;
	audit_result(subject);
	audit_judgement(subject);
}

/* ---- Weights and parents ---- */

static bool declares_weight(const struct subject *subject)
{
	return subject->declared != NULL && subject->declared->weight.number != NULL;
}

static void compare_weight(const struct subject *subject, const struct number *total)
{
	struct arena *arena = subject->context->arena;
	struct score_set printed, exact;

	if (total == NULL)
		return;
	printed = score_set_printed(arena, &subject->declared->weight);
	exact = score_set_point(arena, total);
	if (score_set_meets(&printed, &exact))
		return;
	diag_note(subject->context->diag, subject->declared->place, "peso-dichiarato",
		  "%s «%s»: peso totale dichiarato %s, ma la somma dei pesi è %s; "
		  "correggere il totale o i pesi",
		  subject->kind, subject->name,
		  score_figure_text(arena, &subject->declared->weight, NULL),
		  number_italian(arena, total, subject->declared->weight.decimals));
}

/* NULL: nothing has a weight. */
static const struct number *total_of_indicators(const struct score_context *context,
						const struct model_objective *objective)
{
	const struct number **terms =
		arena_array(context->arena, const struct number *, objective->indicators.count);
	size_t count = 0;

	for (size_t i = 0; i < objective->indicators.count; i++) {
		const struct model_indicator *indicator = objective->indicators.items[i];

		if (indicator->weight.number != NULL)
			terms[count++] = indicator->weight.number;
	}
	return count > 0 ? number_sum(context->arena, terms, count) : NULL;
}

static const struct number *total_of_objectives(const struct score_context *context,
						const struct model_list *objectives, bool rows)
{
	const struct number **terms =
		arena_array(context->arena, const struct number *, objectives->count);
	size_t count = 0;

	for (size_t i = 0; i < objectives->count; i++) {
		const struct model_objective *objective = objectives->items[i];
		const struct number *weight = objective->weight.number;

		if (weight == NULL && rows)
			weight = objective->indicators.count > 0
					 ? total_of_indicators(context, objective)
					 : total_of_objectives(context, &objective->objectives,
							       rows);
		if (weight != NULL)
			terms[count++] = weight;
	}
	return count > 0 ? number_sum(context->arena, terms, count) : NULL;
}

static void audit_parent(const struct score_context *context,
			 const struct model_objective *objective,
			 const struct model_declared *declared)
{
	const char *parent = objective->parent != NULL ? objective->parent->id : NULL;

	if (declared == NULL || declared->parent == NULL || text_equal(declared->parent, parent) ||
	    (objective->parent != NULL && text_equal(declared->parent, objective->parent->code)))
		return;
	diag_note(context->diag, declared->place, "padre-dichiarato",
		  "obiettivo «%s»: obiettivo superiore dichiarato «%s», ma nel piano è «%s»; "
		  "correggere l’uno o l’altro",
		  score_name_of_objective(objective), declared->parent,
		  parent != NULL ? parent : "nessuno");
}

/* ---- Objectives, areas, sheets ---- */

const struct model_declared *score_declared_of_objective(const struct model_objective *objective)
{
	const struct model_objective *original = objective->same_as;

	if (original != NULL && original->declared == objective->declared)
		return NULL;
	return objective->declared;
}

static const char *or_empty(const char *text)
{
	return text != NULL ? text : "";
}

void score_audit_objective(const struct score_context *context, struct model_objective *objective)
{
	struct subject subject = {
		.context = context,
		.place = objective->place,
		.declared = score_declared_of_objective(objective),
		.kind = "obiettivo",
		.name = or_empty(score_name_of_objective(objective)),
		.result = &objective->result,
		.judgement = objective->judgement,
	};

	for (size_t i = 0; i < objective->indicators.count; i++) {
		const struct model_indicator *indicator = objective->indicators.items[i];

		if (indicator->objective == objective)
			score_audit_indicator(context, indicator);
	}
	if (is_doubtful(&subject)) {
		subject.allowed = score_allowed_result(context, objective);
		subject.below = score_declared_below(context, objective);
	}
	if (declares_weight(&subject))
		compare_weight(&subject, total_of_indicators(context, objective));
	if (objective->same_as == NULL || subject.declared != NULL)
		audit_subject(&subject);
	audit_parent(context, objective, subject.declared);
	for (size_t i = 0; i < objective->areas.count; i++) {
		const struct model_area *area = objective->areas.items[i];

		if (area->objective == objective)
			score_audit_area(context, area);
	}
}

static void add_sets(struct subject *subject, const struct model_list *objectives)
{
	if (!is_doubtful(subject))
		return;
	subject->allowed = score_allowed_mean(subject->context, objectives, false);
	subject->below = score_allowed_mean(subject->context, objectives, true);
}

void score_audit_area(const struct score_context *context, const struct model_area *area)
{
	struct subject subject = {
		.context = context,
		.place = area->place,
		.declared = area->declared,
		.kind = "ambito",
		.name = or_empty(area->code ? area->code : area->title),
		.result = &area->result,
		.judgement = area->judgement,
	};
	bool rows = area->assignment != NULL && area->assignment->sheet_weights;

	add_sets(&subject, &area->objectives);
	audit_subject(&subject);
	if (declares_weight(&subject))
		compare_weight(&subject, total_of_objectives(context, &area->objectives, rows));
	for (size_t i = 0; i < area->areas.count; i++)
		score_audit_area(context, area->areas.items[i]);
}

void score_audit_sheet(const struct score_context *context,
		       const struct model_assignment *assignment)
{
	struct subject subject = {
		.context = context,
		.place = assignment->place,
		.declared = assignment->declared,
		.kind = "scheda",
		.name = or_empty(assignment->id),
		.result = &assignment->result,
		.judgement = assignment->judgement,
	};

	add_sets(&subject, &assignment->objectives);
	audit_subject(&subject);
	if (declares_weight(&subject))
		compare_weight(&subject, total_of_objectives(context, &assignment->objectives,
							     assignment->sheet_weights));
	for (size_t i = 0; i < assignment->descendants.count; i++)
		score_audit_objective(context, assignment->descendants.items[i]);
	for (size_t i = 0; i < assignment->areas.count; i++)
		score_audit_area(context, assignment->areas.items[i]);
}
