/* model_link(): all that follows from the structure alone. */
#include "model_private.h"

#include "base/map.h"

/* What stands around a place in the tree. */
struct around {
	struct model_area *area;
	struct model_objective *objective;
	struct model_assignment *assignment;
	int objective_depth, area_depth;
};

struct walk {
	struct arena *arena;
	struct model_list all;        /* objectives so far, depth first; room for all */
	struct model_list indicators; /* written in those objectives, in order        */
};

/* Depth of recursion here is that of the document (MARKUP_DEPTH_MAX). */
static size_t count_objectives(const struct model_list *content)
{
	size_t count = 0;

	for (size_t i = 0; i < content->count; i++) {
		const struct model_item *item = content->items[i];

		if (item->area != NULL)
			count += count_objectives(&item->area->content);
		else
			count += 1 + count_objectives(&item->objective->content);
	}
	return count;
}

/* All below a thing stands together in the depth-first order. */
static struct model_list since(const struct walk *walk, size_t start)
{
	return (struct model_list){ walk->all.items + start, walk->all.count - start };
}

/* Notes as one text; a marked note keeps its mark before it. */
static const char *join_notes(struct arena *arena, const struct model_list *notes)
{
	struct text text = text_make(arena);

	for (size_t i = 0; i < notes->count; i++) {
		const struct model_note *note = notes->items[i];

		if (note->text == NULL)
			continue;
		if (text.length > 0)
			text_add_char(&text, ' ');
		if (note->mark != NULL)
			text_addf(&text, "%s ", note->mark);
		text_add(&text, note->text);
	}
	return text.length > 0 ? text.bytes : NULL;
}

static void link_content(struct walk *walk, const struct model_list *content, struct around around,
			 struct model_list *areas, struct model_list *objectives);

static void link_area(struct walk *walk, struct model_area *area, struct around around,
		      struct model_list *objectives)
{
	size_t start = walk->all.count;

	area->area = around.area;
	area->objective = around.objective;
	area->assignment = around.assignment;
	area->depth = ++around.area_depth;
	area->note_text = join_notes(walk->arena, &area->notes);
	around.area = area;
	link_content(walk, &area->content, around, &area->areas, &area->objectives);
	area->descendants = since(walk, start);
	for (size_t i = 0; i < area->objectives.count; i++)
		model_list_add(walk->arena, objectives, area->objectives.items[i]);
}

static void link_indicators(struct walk *walk, struct model_objective *objective)
{
	for (size_t i = 0; i < objective->indicators.count; i++) {
		struct model_indicator *indicator = objective->indicators.items[i];

		indicator->objective = objective;
		model_list_add(walk->arena, &walk->indicators, indicator);
	}
}

static void link_objective(struct walk *walk, struct model_objective *objective,
			   struct around around)
{
	size_t start;

	if (around.objective != NULL)
		objective->parent = around.objective;
	objective->area = around.area;
	objective->assignment = around.assignment;
	objective->depth = ++around.objective_depth;
	walk->all.items[walk->all.count++] = objective;
	start = walk->all.count;
	link_indicators(walk, objective);
	around.objective = objective;
	link_content(walk, &objective->content, around, &objective->areas, &objective->objectives);
	objective->descendants = since(walk, start);
}

static void link_content(struct walk *walk, const struct model_list *content, struct around around,
			 struct model_list *areas, struct model_list *objectives)
{
	*areas = *objectives = (struct model_list){ 0 };
	for (size_t i = 0; i < content->count; i++) {
		struct model_item *item = content->items[i];

		if (item->area != NULL) {
			model_list_add(walk->arena, areas, item->area);
			link_area(walk, item->area, around, objectives);
		} else {
			model_list_add(walk->arena, objectives, item->objective);
			link_objective(walk, item->objective, around);
		}
	}
}

static struct walk start_walk(struct arena *arena, const struct model_list *content)
{
	struct walk walk = { .arena = arena };

	walk.all.items = arena_array(arena, void *, count_objectives(content));
	return walk;
}

static void link_days(const struct model_list *values)
{
	for (size_t i = 0; i < values->count; i++) {
		struct model_value *value = values->items[i];

		if (value->kind == MODEL_DATE && value->date_count > 0)
			value->day = (struct model_day){ true, value->dates[0] };
	}
}

static void link_values(struct model_plan *plan, struct model_indicator *indicator)
{
	link_days(&indicator->values);
	link_days(&indicator->targets);
	link_days(&indicator->thresholds);
	link_days(&indicator->actuals);
	indicator->target = model_value_of_year(&indicator->targets, plan->year);
	indicator->threshold = model_value_of_year(&indicator->thresholds, plan->year);
	indicator->actual = model_value_of_year(&indicator->actuals, plan->year);
	indicator->op = indicator->target != NULL ? model_operator_of(indicator, indicator->target)
						  : MODEL_OP_NONE;
	indicator->source = indicator->formula != NULL ? indicator->formula->source : NULL;
	indicator->note_text = join_notes(plan->arena, &indicator->notes);
}

static void finish_indicator(struct model_plan *plan, struct model_indicator *indicator)
{
	model_inherit_indicator(plan->arena, indicator);
	link_values(plan, indicator);
}

/* Structure must be linked everywhere before anything is taken from elsewhere. */
static void finish_objectives(struct model_plan *plan, const struct model_list *all)
{
	for (size_t i = 0; i < all->count; i++) {
		struct model_objective *objective = all->items[i];

		model_inherit_objective(plan->arena, objective);
		for (size_t k = 0; k < objective->indicators.count; k++) {
			struct model_indicator *indicator = objective->indicators.items[k];

			if (indicator->objective == objective)
				finish_indicator(plan, indicator);
		}
		objective->note_text = join_notes(plan->arena, &objective->notes);
	}
}

static void link_tree(struct model_plan *plan)
{
	struct walk walk = start_walk(plan->arena, &plan->content);

	link_content(&walk, &plan->content, (struct around){ 0 }, &plan->areas, &plan->objectives);
	plan->descendants = walk.all;
	plan->indicators = walk.indicators;
}

static void link_assignment(struct model_plan *plan, struct model_assignment *assignment)
{
	struct walk walk = start_walk(plan->arena, &assignment->content);
	struct around around = { .assignment = assignment };

	link_content(&walk, &assignment->content, around, &assignment->areas,
		     &assignment->objectives);
	assignment->descendants = walk.all;
	assignment->note_text = join_notes(plan->arena, &assignment->notes);
	if (assignment->unit != NULL && assignment->unit->sheets++ == 0)
		assignment->unit->sheet = assignment;
}

static struct model_evaluation *find_evaluation(const struct model_system *system, const char *role)
{
	for (size_t i = 0; role != NULL && i < system->evaluations.count; i++) {
		struct model_evaluation *evaluation = system->evaluations.items[i];

		if (text_equal(evaluation->role, role))
			return evaluation;
	}
	return NULL;
}

static void link_posts(struct model_plan *plan)
{
	for (size_t i = 0; i < plan->posts.count; i++) {
		struct model_post *post = plan->posts.items[i];

		post->evaluation = find_evaluation(plan->system, post->category);
		if (post->evaluation == NULL)
			post->evaluation = find_evaluation(plan->system, post->role);
	}
}

static void link_levels(struct model_plan *plan, const struct model_dimension *dimension,
			struct map *seen)
{
	for (size_t i = 0; i < dimension->levels.count; i++) {
		struct model_level *level = dimension->levels.items[i];
		struct model_words *words;

		if (level->indicator != NULL && level->indicator->objective == NULL)
			finish_indicator(plan, level->indicator);
		if (level->type == NULL || map_put(seen, level->type, level) != NULL)
			continue;
		words = arena_new(plan->arena, struct model_words);
		words->place = level->place;
		words->text = level->type;
		model_list_add(plan->arena, &plan->public_value->level_types, words);
	}
}

static void link_public_value(struct model_plan *plan)
{
	struct map seen = map_make(plan->arena);
	struct model_list dimensions;

	if (plan->public_value == NULL)
		return;
	dimensions = plan->public_value->dimensions;
	for (size_t i = 0; i < dimensions.count; i++)
		link_levels(plan, dimensions.items[i], &seen);
}

void model_link(struct model_plan *plan)
{
	link_tree(plan);
	for (size_t i = 0; i < plan->assignments.count; i++)
		link_assignment(plan, plan->assignments.items[i]);
	finish_objectives(plan, &plan->descendants);
	for (size_t i = 0; i < plan->assignments.count; i++) {
		struct model_assignment *assignment = plan->assignments.items[i];

		finish_objectives(plan, &assignment->descendants);
	}
	link_posts(plan);
	link_public_value(plan);
}
