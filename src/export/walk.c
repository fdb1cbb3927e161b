/* walk.c - one walk for all formats: what is met, in which order, and what the
 * public edition leaves out. */
#include "export_private.h"

struct walk {
	const struct export_visitor *visitor;
	void *user;
	bool public_edition;
};

static void tell(const struct walk *walk, void (*what)(void *user, const struct export_node *node),
		 const struct export_node *node)
{
	if (what != NULL)
		what(walk->user, node);
}

static void walk_indicators(const struct walk *walk, const struct model_objective *objective)
{
	for (size_t i = 0; i < objective->indicators.count; i++) {
		const struct model_indicator *indicator = objective->indicators.items[i];
		struct export_node node = {
			.what = EXPORT_INDICATOR,
			.level = objective->depth + 1,
			.parent = objective->id,
			.public_edition = walk->public_edition,
			.indicator = indicator,
		};

		if (indicator->objective != objective)
			continue; /* lent by `rif` */
		tell(walk, walk->visitor->begin, &node);
		tell(walk, walk->visitor->end, &node);
	}
}

static void walk_content(const struct walk *walk, const struct model_list *content,
			 const char *parent, const struct model_objective *inside);

static void walk_objective(const struct walk *walk, const struct model_objective *objective,
			   const char *parent)
{
	struct export_node node = {
		.what = EXPORT_OBJECTIVE,
		.level = objective->depth,
		.parent = parent,
		.public_edition = walk->public_edition,
		.objective = objective,
	};

	if (walk->public_edition && model_is_individual(objective))
		return;
	tell(walk, walk->visitor->begin, &node);
	walk_indicators(walk, objective);
	tell(walk, walk->visitor->content, &node);
	walk_content(walk, &objective->content, objective->id, objective);
	tell(walk, walk->visitor->end, &node);
}

static void walk_area(const struct walk *walk, const struct model_area *area, const char *parent,
		      const struct model_objective *inside)
{
	struct export_node node = {
		.what = EXPORT_AREA,
		.level = inside != NULL ? inside->depth + 1 : 1,
		.parent = parent,
		.public_edition = walk->public_edition,
		.area = area,
	};

	tell(walk, walk->visitor->begin, &node);
	walk_content(walk, &area->content, parent, inside);
	tell(walk, walk->visitor->end, &node);
}

/* `inside`: the objective whose content it is, NULL at the top; content that
 * `rif` lends belongs to another. */
static void walk_content(const struct walk *walk, const struct model_list *content,
			 const char *parent, const struct model_objective *inside)
{
	for (size_t i = 0; i < content->count; i++) {
		const struct model_item *item = content->items[i];

		if (item->area != NULL && item->area->objective == inside)
			walk_area(walk, item->area, parent, inside);
		else if (item->objective != NULL &&
			 (inside == NULL || item->objective->parent == inside))
			walk_objective(walk, item->objective, parent);
	}
}

static void walk_sheet(const struct walk *walk, const struct model_assignment *sheet)
{
	struct export_node node = {
		.what = EXPORT_SHEET,
		.level = 0,
		.public_edition = walk->public_edition,
		.sheet = sheet,
	};

	if (walk->public_edition && sheet->posts.count > 0)
		return;
	tell(walk, walk->visitor->begin, &node);
	walk_content(walk, &sheet->content, sheet->id, NULL);
	tell(walk, walk->visitor->end, &node);
}

void export_walk_tree(const struct model_plan *plan, bool public_edition,
		      const struct export_visitor *visitor, void *user)
{
	struct walk walk = { visitor, user, public_edition };

	walk_content(&walk, &plan->content, NULL, NULL);
}

void export_walk_sheets(const struct model_plan *plan, bool public_edition,
			const struct export_visitor *visitor, void *user)
{
	struct walk walk = { visitor, user, public_edition };

	for (size_t i = 0; i < plan->assignments.count; i++)
		walk_sheet(&walk, plan->assignments.items[i]);
}
