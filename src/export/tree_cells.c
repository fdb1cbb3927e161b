/* tree_cells.c - what the tree says of each thing, in words and Italian figures. */
#include "export_private.h"

#include "model/print.h"

#define UNIT_SHORT 4 /* columns of a unit that is printed beside its value */

const char *tree_sign(const char *signal)
{
	static const char *const signs[][2] = {
		{ "verde", "●" },
		{ "giallo", "▲" },
		{ "rosso", "■" },
		{ "grigio", "○" },
	};

	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (text_equal(signs[i][0], signal))
			return signs[i][1];
	return "○";
}

static struct tree_line *add_line(struct tree *tree)
{
	size_t more = tree->capacity ? tree->capacity * 2 : 64;

	if (tree->count == tree->capacity) {
		tree->lines =
			arena_grow(tree->arena, tree->lines, tree->capacity * sizeof *tree->lines,
				   more * sizeof *tree->lines);
		tree->capacity = more;
	}
	return &tree->lines[tree->count++];
}

/* ---- values ------------------------------------------------------------ */

static const char *short_unit(const struct model_indicator *indicator,
			      const struct model_value *value)
{
	const char *unit = value != NULL && value->unit != NULL ? value->unit : indicator->unit;

	return unit != NULL && terminal_width(unit) <= UNIT_SHORT ? unit : NULL;
}

/* "3 date": one by one they would be cut. NULL when they are not many. */
static const char *dates_text(struct arena *arena, const struct model_value *value)
{
	if (value == NULL || value->state != MODEL_GIVEN || value->printed != NULL ||
	    value->kind != MODEL_DATE || value->date_count < 2)
		return NULL;
	return arena_printf(arena, "%zu date", value->date_count);
}

static const char *value_text(struct arena *arena, const struct model_indicator *indicator,
			      const struct model_value *value)
{
	const char *dates = dates_text(arena, value);

	if (dates != NULL)
		return dates;
	return model_value_italian(arena, value, short_unit(indicator, value));
}

static const char *target_text(struct arena *arena, const struct model_indicator *indicator)
{
	const char *dates = dates_text(arena, indicator->target);

	if (dates != NULL)
		return arena_printf(arena, "%s %s", model_operator_italian(indicator->op), dates);
	return model_target_italian(arena, indicator->target, indicator->op,
				    short_unit(indicator, indicator->target));
}

/* ---- results ----------------------------------------------------------- */

static const char *result_text(struct arena *arena, const struct model_score *score)
{
	switch (score->state) {
	case MODEL_SCORED: return number_italian(arena, score->value, EXPORT_RESULT_DECIMALS);
	case MODEL_NO_RESULT: return "n.d.";
	case MODEL_NOT_MEASURABLE: return "–";
	case MODEL_UNSCORED: break;
	}
	return NULL;
}

static const char *judgement_text(const struct export_node *node)
{
	const struct model_judgement *judgement = export_judgement(node);

	if (judgement != NULL)
		return judgement->label;
	if (export_score(node)->state == MODEL_NOT_MEASURABLE)
		return "non misurabile";
	return export_score(node)->state == MODEL_NO_RESULT ? "senza risultato" : NULL;
}

static const struct model_figure *weight_of(const struct export_node *node)
{
	static const struct model_figure none;

	switch (node->what) {
	case EXPORT_AREA: return &node->area->weight;
	case EXPORT_OBJECTIVE: return &node->objective->weight;
	case EXPORT_INDICATOR: return &node->indicator->weight;
	case EXPORT_SHEET: break;
	}
	return &none;
}

static const char *code_of(const struct export_node *node)
{
	switch (node->what) {
	case EXPORT_AREA: return node->area->code;
	case EXPORT_OBJECTIVE: return node->objective->code;
	case EXPORT_INDICATOR: return node->indicator->code;
	case EXPORT_SHEET: break;
	}
	return NULL;
}

/* An individual evaluation has its total beside the result of its objectives. */
static const char *with_total(struct arena *arena, const char *title,
			      const struct model_score *total)
{
	if (total->state != MODEL_SCORED)
		return title;
	return arena_printf(arena, "%s (valutazione %s)", title, result_text(arena, total));
}

static const char *title_of(struct arena *arena, const struct export_node *node)
{
	const char *code = code_of(node), *title = export_title(arena, node);

	if (node->what == EXPORT_SHEET)
		return with_total(arena, title, &node->sheet->total);
	if (title == NULL || title[0] == '\0')
		return code != NULL ? code : "";
	return code != NULL && code[0] != '\0' ? arena_printf(arena, "%s %s", code, title) : title;
}

/* ---- the walk ---------------------------------------------------------- */

static void begin(void *user, const struct export_node *node)
{
	struct tree *tree = user;
	struct tree_line *line = add_line(tree);
	const struct model_judgement *judgement = export_judgement(node);
	const struct model_figure *weight = weight_of(node);

	*line = (struct tree_line){
		.depth = tree->depth++,
		.strong = node->what == EXPORT_AREA || node->what == EXPORT_SHEET,
		.title = title_of(tree->arena, node),
		.signal = judgement != NULL ? judgement->signal : NULL,
	};
	if (weight->number != NULL)
		line->cells[TREE_WEIGHT] =
			number_italian(tree->arena, weight->number, weight->decimals);
	if (node->indicator != NULL) {
		line->cells[TREE_TARGET] = target_text(tree->arena, node->indicator);
		line->cells[TREE_ACTUAL] =
			value_text(tree->arena, node->indicator, node->indicator->actual);
	}
	line->cells[TREE_RESULT] = result_text(tree->arena, export_score(node));
	line->cells[TREE_JUDGEMENT] = judgement_text(node);
}

static void end(void *user, const struct export_node *node)
{
	struct tree *tree = user;

	(void)node;
	tree->depth--;
}

/* A line is the last of its siblings unless one comes before the tree climbs. */
static void find_last(struct tree *tree)
{
	int deepest = 0;
	bool *follows;

	for (size_t i = 0; i < tree->count; i++)
		if (tree->lines[i].depth > deepest)
			deepest = tree->lines[i].depth;
	follows = arena_array(tree->arena, bool, (size_t)deepest + 2);
	for (size_t i = tree->count; i > 0; i--) {
		struct tree_line *line = &tree->lines[i - 1];

		line->last = !follows[line->depth];
		follows[line->depth] = true;
		follows[line->depth + 1] = false;
	}
}

static const struct export_visitor visitor = { .begin = begin, .end = end };

struct tree tree_of_plan(struct arena *arena, const struct model_plan *plan, bool public_edition)
{
	struct tree tree = { .arena = arena };

	export_walk_tree(plan, public_edition, &visitor, &tree);
	find_last(&tree);
	return tree;
}

struct tree tree_of_sheets(struct arena *arena, const struct model_plan *plan, bool public_edition)
{
	struct tree tree = { .arena = arena };

	export_walk_sheets(plan, public_edition, &visitor, &tree);
	find_last(&tree);
	return tree;
}
