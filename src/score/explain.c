/* Looking up what is to be explained: first an id, else all that have the code. */
#include "explain_private.h"

#define SUGGESTIONS_MAX 20000 /* names compared for a suggestion */

/* A search through the plan, in document order. */
struct search {
	struct text *out;
	struct score_context context;
	const char *name;
	bool by_code; /* else by id */
	size_t found;
	const char **names; /* all that were met, for a suggestion */
	size_t name_count;
};

static bool matches(struct search *search, const char *id, const char *code)
{
	const char *own = search->by_code ? code : id;

	if (own != NULL && search->name_count < SUGGESTIONS_MAX)
		search->names[search->name_count++] = own;
	if (!text_equal(own, search->name))
		return false;
	search->found++;
	return true;
}

static void search_area(struct search *search, const struct model_area *area)
{
	if (matches(search, area->id, area->code))
		score_explain_area(search->out, &search->context, area);
	for (size_t i = 0; i < area->areas.count; i++)
		search_area(search, area->areas.items[i]);
}

static void search_objective(struct search *search, const struct model_objective *objective)
{
	if (matches(search, objective->id, objective->code))
		score_explain_objective(search->out, &search->context, objective);
	for (size_t i = 0; i < objective->indicators.count; i++) {
		const struct model_indicator *indicator = objective->indicators.items[i];

		if (indicator->objective == objective &&
		    matches(search, indicator->id, indicator->code))
			score_explain_indicator(search->out, &search->context, indicator);
	}
	for (size_t i = 0; i < objective->areas.count; i++) {
		const struct model_area *area = objective->areas.items[i];

		if (area->objective == objective)
			search_area(search, area);
	}
}

static void search_objectives(struct search *search, const struct model_list *objectives)
{
	for (size_t i = 0; i < objectives->count; i++)
		search_objective(search, objectives->items[i]);
}

static void search_areas(struct search *search, const struct model_list *areas)
{
	for (size_t i = 0; i < areas->count; i++)
		search_area(search, areas->items[i]);
}

static void search_plan(struct search *search, bool by_code)
{
	const struct model_plan *plan = search->context.plan;

	search->by_code = by_code;
	search_areas(search, &plan->areas);
	search_objectives(search, &plan->descendants);
	for (size_t i = 0; i < plan->assignments.count; i++) {
		const struct model_assignment *assignment = plan->assignments.items[i];

		if (matches(search, assignment->id, NULL))
			score_explain_sheet(search->out, &search->context, assignment);
		search_areas(search, &assignment->areas);
		search_objectives(search, &assignment->descendants);
	}
}

static void say_unknown(const struct search *search, struct diag *diag)
{
	const struct place place = { search->context.plan->file, 0, 0 };
	const char *near = text_nearest(search->name, search->names, search->name_count);

	diag_error(diag, place, "codice-ignoto",
		   "nessun indicatore, obiettivo, ambito o scheda ha id o codice «%s»%s%s%s",
		   search->name, near != NULL ? ": forse «" : "", near != NULL ? near : "",
		   near != NULL ? "»" : "");
}

enum status score_explain(struct text *out, const struct model_plan *plan, const char *name,
			  struct diag *diag)
{
	struct search search = {
		.out = out,
		.context = score_context_make(plan, NULL),
		.name = name,
		.names = arena_array(plan->arena, const char *, SUGGESTIONS_MAX),
	};

	search_plan(&search, false);
	if (search.found == 0)
		search_plan(&search, true);
	if (search.found > 0)
		return STATUS_OK;
	say_unknown(&search, diag);
	return STATUS_DATA;
}
