/* check_sheet.c - sense of the evaluations, of the posts that fall under them,
 * and of the sheets. */
#include "input_private.h"

/* ---- Evaluations ----------------------------------------------------------------------- */

static const char *role_of(const struct model_evaluation *evaluation)
{
	return evaluation->role != NULL ? evaluation->role : "";
}

static void check_part(struct reader *reader, const struct model_evaluation *evaluation,
		       struct model_part *part, struct map *ids)
{
	if (part->id != NULL && map_put(ids, part->id, part) != NULL)
		diag_error(reader->diag, part->place, "parte-doppia",
			   "la valutazione «%s» ha due parti con id «%s»: darne un altro a una",
			   role_of(evaluation), part->id);
	if (part->weight.number != NULL && number_sign(part->weight.number) < 0)
		diag_error(reader->diag, part->place, "peso-negativo",
			   "il peso della parte «%s» è %s: scriverlo da 0 a 100",
			   part->id != NULL ? part->id : "",
			   input_figure_text(reader, &part->weight));
}

static void check_evaluation(struct reader *reader, struct model_evaluation *evaluation,
			     struct map *roles)
{
	struct map ids = map_make(reader->arena);

	if (map_put(roles, role_of(evaluation), evaluation) != NULL)
		diag_error(reader->diag, evaluation->place, "valutazione-doppia",
			   "c’è già una <valutazione> per «%s»: tenerne una, con tutte le parti",
			   role_of(evaluation));
	for (size_t i = 0; i < evaluation->parts.count; i++)
		check_part(reader, evaluation, evaluation->parts.items[i], &ids);
}

/* ---- Posts -------------------------------------------------------------------------------- */

static void check_category(struct reader *reader, const struct model_post *post,
			   const struct map *roles)
{
	const char **names = arena_array(reader->arena, const char *, roles->count);
	const char *nearest;

	if (post->category == NULL || roles->count == 0 || map_find(roles, post->category) != NULL)
		return;
	for (size_t i = 0; i < roles->count; i++)
		names[i] = roles->entries[i].key;
	nearest = text_nearest(post->category, names, roles->count);
	diag_warning(reader->diag, post->place, "categoria-ignota",
		     "incarico «%s»: nessuna <valutazione> è per la categoria «%s»: %s%s%s",
		     post->id != NULL ? post->id : "", post->category,
		     nearest != NULL ? "forse «"
				     : "aggiungerla in <sistema> o togliere la categoria",
		     nearest != NULL ? nearest : "", nearest != NULL ? "»" : "");
}

/* ---- Sheets ------------------------------------------------------------------------------- */

static const struct model_objective *first_of(const struct model_objective *objective)
{
	while (objective->same_as != NULL)
		objective = objective->same_as;
	return objective;
}

/* With indicators of its own it is measured in another way. */
static bool is_measured_anew(const struct model_objective *objective)
{
	const struct model_objective *same = objective->same_as;

	return same != NULL && objective->indicators.items != same->indicators.items;
}

/* It would weigh twice, and nobody would see that it is one. */
static void check_repeated(struct reader *reader, const struct model_assignment *sheet)
{
	struct map seen = map_make(reader->arena);

	for (size_t i = 0; i < sheet->objectives.count; i++) {
		struct model_objective *objective = sheet->objectives.items[i];
		const char *id = first_of(objective)->id;

		if (id != NULL && !is_measured_anew(objective) &&
		    map_put(&seen, id, objective) != NULL)
			diag_warning(reader->diag, objective->place, "obiettivo-ripetuto",
				     "la scheda «%s» ha due volte l’obiettivo «%s»: conta con "
				     "tutti e due i pesi; tenerne uno",
				     sheet->id, id);
	}
}

static void check_posts(struct reader *reader, const struct model_assignment *sheet)
{
	struct map seen = map_make(reader->arena);

	for (size_t i = 0; i < sheet->posts.count; i++) {
		struct model_post *post = sheet->posts.items[i];

		if (post->id != NULL && map_put(&seen, post->id, post) != NULL)
			diag_warning(reader->diag, sheet->place, "incarico-ripetuto",
				     "la scheda «%s» nomina due volte l’incarico «%s»: scriverlo "
				     "una volta",
				     sheet->id, post->id);
	}
}

/* Targets and actuals are those of the plan's year, whatever the sheet says. */
static void check_year(struct reader *reader, const struct model_assignment *sheet)
{
	int year = reader->plan->year;

	if (sheet->year != 0 && year != 0 && sheet->year != year)
		diag_warning(reader->diag, sheet->place, "anno-scheda",
			     "la scheda «%s» è del %d ma il piano è del %d, e target e consuntivi "
			     "sono i suoi: correggere l’anno",
			     sheet->id, sheet->year, year);
}

void input_check_sheets(struct reader *reader)
{
	const struct model_plan *plan = reader->plan;
	struct map roles = map_make(reader->arena);

	for (size_t i = 0; i < plan->system->evaluations.count; i++)
		check_evaluation(reader, plan->system->evaluations.items[i], &roles);
	for (size_t i = 0; i < plan->posts.count; i++)
		check_category(reader, plan->posts.items[i], &roles);
	for (size_t i = 0; i < plan->assignments.count; i++) {
		check_repeated(reader, plan->assignments.items[i]);
		check_posts(reader, plan->assignments.items[i]);
		check_year(reader, plan->assignments.items[i]);
	}
}
