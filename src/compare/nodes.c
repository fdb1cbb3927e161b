/* nodes.c - a plan as a tree of nodes, whatever their class. */
#include "compare_private.h"

static struct node *add_node(struct side *side, struct node *parent, enum model_compared_kind kind,
			     const struct model_class *class, const void *object)
{
	struct node *node = arena_new(side->arena, struct node);

	node->kind = kind;
	node->thing = (struct model_thing){ class, object };
	node->parent = parent;
	if (parent->last != NULL)
		parent->last->next = node;
	else
		parent->first = node;
	parent->last = node;
	model_list_add(side->arena, &side->all, node);
	return node;
}

static void add_indicators(struct side *side, struct node *parent,
			   const struct model_objective *objective)
{
	for (size_t i = 0; i < objective->indicators.count; i++) {
		const struct model_indicator *indicator = objective->indicators.items[i];
		struct node *node;

		if (indicator->objective != objective)
			continue; /* lent by `rif` */
		node = add_node(side, parent, MODEL_COMPARED_INDICATOR, &model_class_indicator,
				indicator);
		node->id = indicator->id;
		node->code = indicator->code;
		node->title = indicator->name;
	}
}

static void add_content(struct side *side, struct node *parent, const struct model_list *content,
			const struct model_objective *inside);

static void add_objective(struct side *side, struct node *parent,
			  const struct model_objective *objective)
{
	struct node *node;

	if (side->public_edition && model_is_individual(objective))
		return;
	node = add_node(side, parent, MODEL_COMPARED_OBJECTIVE, &model_class_objective, objective);
	node->id = objective->id;
	node->code = objective->code;
	node->title = objective->title;
	node->type = objective->type;
	add_indicators(side, node, objective);
	add_content(side, node, &objective->content, objective);
}

static void add_area(struct side *side, struct node *parent, const struct model_area *area,
		     const struct model_objective *inside)
{
	struct node *node = add_node(side, parent, MODEL_COMPARED_AREA, &model_class_area, area);

	node->id = area->id;
	node->code = area->code;
	node->title = area->title;
	node->type = area->type;
	add_content(side, node, &area->content, inside);
}

/* Content that `rif` lends belongs to another objective than `inside`. */
static void add_content(struct side *side, struct node *parent, const struct model_list *content,
			const struct model_objective *inside)
{
	for (size_t i = 0; i < content->count; i++) {
		const struct model_item *item = content->items[i];

		if (item->area != NULL && item->area->objective == inside)
			add_area(side, parent, item->area, inside);
		else if (item->objective != NULL &&
			 (inside == NULL || item->objective->parent == inside))
			add_objective(side, parent, item->objective);
	}
}

/* A sheet without a title is called after who has it. */
static const char *sheet_title(const struct model_assignment *sheet)
{
	const struct model_post *post = sheet->posts.count > 0 ? sheet->posts.items[0] : NULL;

	if (sheet->title != NULL)
		return sheet->title;
	if (sheet->unit != NULL && sheet->unit->name != NULL)
		return sheet->unit->name;
	return post != NULL && post->role != NULL ? post->role : sheet->id;
}

static void add_sheets(struct side *side)
{
	for (size_t i = 0; i < side->plan->assignments.count; i++) {
		const struct model_assignment *sheet = side->plan->assignments.items[i];
		struct node *node;

		if (side->public_edition && sheet->posts.count > 0)
			continue;
		node = add_node(side, side->root, MODEL_COMPARED_SHEET, &model_class_assignment,
				sheet);
		node->id = sheet->id;
		node->title = sheet_title(sheet);
		add_content(side, node, &sheet->content, NULL);
	}
}

struct side compare_nodes(struct arena *arena, const struct model_plan *plan, bool public_edition)
{
	struct side side = { .arena = arena, .plan = plan, .public_edition = public_edition };

	side.root = arena_new(arena, struct node);
	side.root->thing = (struct model_thing){ &model_class_plan, plan };
	add_content(&side, side.root, &plan->content, NULL);
	add_sheets(&side);
	return side;
}

const struct model_score *compare_score(const struct node *node)
{
	const void *object = node->thing.object;

	switch (node->kind) {
	case MODEL_COMPARED_AREA: return &((const struct model_area *)object)->result;
	case MODEL_COMPARED_OBJECTIVE: return &((const struct model_objective *)object)->result;
	case MODEL_COMPARED_INDICATOR: return &((const struct model_indicator *)object)->degree;
	case MODEL_COMPARED_SHEET: return &((const struct model_assignment *)object)->result;
	case MODEL_COMPARED_KINDS: break;
	}
	return NULL;
}

const struct model_judgement *compare_judgement(const struct node *node)
{
	const void *object = node->thing.object;

	switch (node->kind) {
	case MODEL_COMPARED_AREA: return ((const struct model_area *)object)->judgement;
	case MODEL_COMPARED_OBJECTIVE: return ((const struct model_objective *)object)->judgement;
	case MODEL_COMPARED_INDICATOR: return ((const struct model_indicator *)object)->judgement;
	case MODEL_COMPARED_SHEET: return ((const struct model_assignment *)object)->judgement;
	case MODEL_COMPARED_KINDS: break;
	}
	return NULL;
}
