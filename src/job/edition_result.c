/* edition_result.c - results that are others in the public edition.
 *
 * They are computed without what is individual, or what a person achieved could
 * be worked out from the rest. Who publishes them must know.
 */
#include "job_private.h"

#include "base/number.h"

#define DECIMALS 2

struct telling {
	struct arena *arena;
	struct diag *diag;
};

static bool is_same(const struct model_score *a, const struct model_score *b)
{
	return a->state == b->state &&
	       (a->state != MODEL_SCORED || number_equal(a->value, b->value));
}

static const char *figure_of(struct arena *arena, const struct model_score *score)
{
	if (score->state != MODEL_SCORED)
		return "non misurabile";
	return arena_printf(arena, "%s\u00a0%%", number_italian(arena, score->value, DECIMALS));
}

static void tell(const struct telling *telling, struct place place, const char *name,
		 const struct model_score *whole, const struct model_score *shown)
{
	if (is_same(whole, shown))
		return;
	diag_warning(telling->diag, place, "edizione-risultato",
		     "%s: nell’edizione pubblica il risultato è %s, in quella interna %s, perché "
		     "gli obiettivi individuali ne restano fuori; se le due cifre devono essere "
		     "uguali, spostarli in un’<assegnazione incarico>",
		     name, figure_of(telling->arena, shown), figure_of(telling->arena, whole));
}

static void tell_content(const struct telling *telling, const struct model_list *whole,
			 const struct model_list *shown);

static void tell_item(const struct telling *telling, const struct model_item *whole,
		      const struct model_item *shown)
{
	if (whole->objective != NULL && shown->objective != NULL) {
		const struct model_objective *objective = whole->objective;

		tell(telling, objective->place,
		     arena_printf(telling->arena, "obiettivo «%s»", objective->id),
		     &objective->result, &shown->objective->result);
		tell_content(telling, &objective->content, &shown->objective->content);
	} else if (whole->area != NULL && shown->area != NULL) {
		const struct model_area *area = whole->area;
		const char *name = area->title != NULL ? area->title : area->id;

		tell(telling, area->place, arena_printf(telling->arena, "ambito «%s»", name),
		     &area->result, &shown->area->result);
		tell_content(telling, &area->content, &shown->area->content);
	}
}

/* The same things in the same order, but for those that are left out: ids that
 * nobody wrote follow from the place in the tree, and may be others. */
static void tell_content(const struct telling *telling, const struct model_list *whole,
			 const struct model_list *shown)
{
	size_t k = 0;

	for (size_t i = 0; i < whole->count && k < shown->count; i++)
		if (!job_is_individual(whole->items[i]))
			tell_item(telling, whole->items[i], shown->items[k++]);
}

static void tell_sheets(const struct telling *telling, const struct model_list *whole,
			const struct model_list *shown)
{
	size_t k = 0;

	for (size_t i = 0; i < whole->count && k < shown->count; i++) {
		const struct model_assignment *sheet = whole->items[i], *other;

		if (sheet->posts.count > 0)
			continue;
		other = shown->items[k++];
		tell(telling, sheet->place,
		     arena_printf(telling->arena, "scheda di «%s»", sheet->id), &sheet->result,
		     &other->result);
		tell_content(telling, &sheet->content, &other->content);
	}
}

void job_tell_results(const struct model_plan *whole, const struct model_plan *shown,
		      struct diag *diag)
{
	const struct telling telling = { shown->arena, diag };

	tell(&telling, whole->place, "l’intero piano", &whole->result, &shown->result);
	tell_content(&telling, &whole->content, &shown->content);
	tell_sheets(&telling, &whole->assignments, &shown->assignments);
}
