/* input_check_system.c - sense of the body's own rules. */
#include "input_private.h"

/* ---- Rules --------------------------------------------------------------------------- */

/* Each band starts where the one before ends, and the last has no end: what
 * is not in rising order, or stands after the last, is never reached. */
static void say_order(struct reader *reader, const struct model_rule *rule,
		      const struct model_band *highest, const struct model_band *band)
{
	int order;

	if (highest->up_to.number == NULL) {
		diag_error(reader->diag, band->place, "fasce-ordine",
			   "regola «%s»: questa fascia viene dopo quella senza «fino-a», che "
			   "prende tutto il resto: metterla prima",
			   rule->id);
		return;
	}
	order = number_compare(highest->up_to.number, band->up_to.number);
	if (order == 0)
		diag_error(reader->diag, band->place, "fasce-sovrapposte",
			   "regola «%s»: due fasce finiscono a %s e si sovrappongono: tenerne una",
			   rule->id, input_figure_text(reader, &band->up_to));
	else
		diag_error(reader->diag, band->place, "fasce-ordine",
			   "regola «%s»: la fascia fino a %s viene dopo quella fino a %s e non è "
			   "mai raggiunta: mettere le fasce in ordine crescente",
			   rule->id, input_figure_text(reader, &band->up_to),
			   input_figure_text(reader, &highest->up_to));
}

static bool goes_beyond(const struct model_band *highest, const struct model_band *band)
{
	if (highest->up_to.number == NULL)
		return false;
	return band->up_to.number == NULL ||
	       number_compare(highest->up_to.number, band->up_to.number) < 0;
}

static void check_bands(struct reader *reader, const struct model_rule *rule)
{
	const struct model_band *highest;

	if (rule->bands.count == 0) {
		diag_error(reader->diag, rule->place, "fasce-mancanti",
			   "regola «%s»: è a fasce ma non ne ha: aggiungere almeno <fascia "
			   "grado=\"…\"/>",
			   rule->id);
		return;
	}
	highest = rule->bands.items[0];
	for (size_t i = 1; i < rule->bands.count; i++) {
		const struct model_band *band = rule->bands.items[i];

		if (goes_beyond(highest, band))
			highest = band;
		else
			say_order(reader, rule, highest, band);
	}
	if (highest->up_to.number != NULL)
		diag_error(reader->diag, highest->place, "fasce-vuoto",
			   "regola «%s»: oltre %s non c’è nessuna fascia: aggiungere in fondo "
			   "<fascia grado=\"…\"/> senza «fino-a»",
			   rule->id, input_figure_text(reader, &highest->up_to));
}

static void check_degrees(struct reader *reader, const struct model_rule *rule)
{
	const struct number *hundred = number_from_int(reader->arena, 100);

	for (size_t i = 0; i < rule->bands.count; i++) {
		const struct model_band *band = rule->bands.items[i];

		if (band->degree.number == NULL ||
		    (number_sign(band->degree.number) >= 0 &&
		     number_compare(band->degree.number, hundred) <= 0))
			continue;
		diag_error(reader->diag, band->place, "fascia-grado",
			   "regola «%s»: il grado %s di una fascia non è tra 0 e 100: correggerlo",
			   rule->id, input_figure_text(reader, &band->degree));
	}
}

static void check_rule(struct reader *reader, const struct model_rule *rule)
{
	const char *id = rule->id != NULL ? rule->id : "";

	if (rule->id == NULL)
		return; /* said already */
	if (rule->type == MODEL_RULE_BANDS)
		check_bands(reader, rule);
	else if (rule->bands.count > 0)
		diag_error(reader->diag, rule->place, "fasce-inutili",
			   "regola «%s»: ha delle fasce ma il tipo non è «fasce»: scrivere "
			   "tipo=\"fasce\" o togliere le fasce",
			   id);
	check_degrees(reader, rule);
	if (rule->type == MODEL_RULE_RATIO &&
	    number_compare(rule->minimum.number, rule->maximum.number) >= 0)
		diag_error(reader->diag, rule->place, "regola-limiti",
			   "regola «%s»: il minimo %s non è sotto il massimo %s: correggerli", id,
			   input_figure_text(reader, &rule->minimum),
			   input_figure_text(reader, &rule->maximum));
}

/* ---- Judgements ------------------------------------------------------------------------ */

/* Whether whatever reaches `band` has already reached `before`. */
static bool is_covered(const struct model_judgement *before, const struct model_judgement *band)
{
	int order = number_compare(before->from.number, band->from.number);

	return order < 0 || (order == 0 && (!before->above || band->above));
}

static const char *label_of(const struct model_judgement *judgement)
{
	return judgement->label != NULL ? judgement->label : "";
}

static void check_lowest(struct reader *reader, const struct model_judgement *lowest)
{
	int sign = number_sign(lowest->from.number);

	if (sign > 0 || (sign == 0 && lowest->above))
		diag_error(reader->diag, lowest->place, "giudizi-vuoto",
			   "nessun giudizio per i risultati che non arrivano a «%s»: aggiungere in "
			   "fondo <giudizio da=\"0\" etichetta=\"…\"/>",
			   label_of(lowest));
}

static void check_range(struct reader *reader, const struct model_judgement *judgement)
{
	if (number_sign(judgement->from.number) < 0 ||
	    number_compare(judgement->from.number, input_highest_degree(reader)) > 0)
		diag_warning(
			reader->diag, judgement->place, "giudizio-limiti",
			"il giudizio «%s» comincia da %s, fuori dai risultati possibili, da 0 a "
			"%s: correggerlo",
			label_of(judgement), input_figure_text(reader, &judgement->from),
			number_italian(reader->arena, input_highest_degree(reader), 0));
}

static void check_judgements(struct reader *reader)
{
	const struct model_list *list = &reader->plan->system->judgements;
	const struct model_judgement *lowest = NULL;

	for (size_t i = 0; i < list->count; i++) {
		const struct model_judgement *judgement = list->items[i];

		if (judgement->from.number == NULL)
			continue; /* said where it was read */
		check_range(reader, judgement);
		if (lowest == NULL || !is_covered(lowest, judgement))
			lowest = judgement;
		else
			diag_error(reader->diag, judgement->place, "giudizi-ordine",
				   "il giudizio «%s» non è mai raggiunto, perché viene dopo "
				   "«%s»: mettere i giudizi dal più alto al più basso",
				   label_of(judgement), label_of(lowest));
	}
	if (lowest != NULL)
		check_lowest(reader, lowest);
}

/* ---- Scales, evaluations ------------------------------------------------------------------ */

static void check_scale(struct reader *reader, const struct model_scale *scale)
{
	struct map names = map_make(reader->arena);

	if (scale->steps.count < 2)
		diag_error(reader->diag, scale->place, "scala-corta",
			   "la scala «%s» ha meno di due gradini: aggiungerli dal più basso al più "
			   "alto",
			   scale->id != NULL ? scale->id : "");
	for (size_t i = 0; i < scale->steps.count; i++) {
		struct model_step *step = scale->steps.items[i];

		if (map_put(&names, text_upper(reader->arena, step->name), step) != NULL)
			diag_error(reader->diag, scale->place, "gradino-doppio",
				   "la scala «%s» ha due volte il gradino «%s»: tenerne uno",
				   scale->id != NULL ? scale->id : "", step->name);
	}
}

static void check_evaluation(struct reader *reader, const struct model_evaluation *evaluation)
{
	const struct number *sum = number_from_int(reader->arena, 0);
	const struct number *hundred = number_from_int(reader->arena, 100);
	size_t given = 0;

	for (size_t i = 0; i < evaluation->parts.count; i++) {
		const struct model_part *part = evaluation->parts.items[i];

		if (part->weight.number == NULL)
			continue;
		sum = number_add(reader->arena, sum, part->weight.number);
		given++;
	}
	if (given > 0 && !number_equal(sum, hundred))
		diag_warning(reader->diag, evaluation->place, "parti-somma",
			     "i pesi delle parti della valutazione «%s» fanno %s e non 100: "
			     "correggerli",
			     evaluation->role != NULL ? evaluation->role : "",
			     number_italian(reader->arena, sum, NUMBER_ALL));
}

void input_check_system(struct reader *reader)
{
	const struct model_system *system = reader->plan->system;

	for (size_t i = 0; i < system->rules.count; i++)
		check_rule(reader, system->rules.items[i]);
	check_judgements(reader);
	for (size_t i = 0; i < system->scales.count; i++)
		check_scale(reader, system->scales.items[i]);
	for (size_t i = 0; i < system->evaluations.count; i++)
		check_evaluation(reader, system->evaluations.items[i]);
}
