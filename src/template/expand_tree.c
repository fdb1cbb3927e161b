/* Trees and maps: areas and objectives as nodes, kinds not asked for left out
 * and looked through. */
#include "expand.h"

#include <string.h>

struct tree_build {
	struct expansion *expansion;
	const char **levels;                /* NULL: all */
	struct document_node *first, *last; /* the roots */
};

static void add_content(struct tree_build *build, struct document_node *parent,
			const struct model_list *content);

static bool is_shown(const struct tree_build *build, const char *kind, const char *other)
{
	if (build->levels == NULL)
		return true;
	for (const char **level = build->levels; *level != NULL; level++)
		if (text_equal(*level, kind) || (other != NULL && text_equal(*level, other)))
			return true;
	return false;
}

static struct document_node *add_tree_node(struct tree_build *build, struct document_node *parent,
					   const char *kind, const char *code, const char *title)
{
	struct document_node *node = arena_new(build->expansion->arena, struct document_node);
	struct document_node **first = parent != NULL ? &parent->first : &build->first;
	struct document_node **last = parent != NULL ? &parent->last : &build->last;

	node->kind = kind;
	node->code = code;
	node->title = title != NULL ? title : "";
	node->parent = parent;
	node->level = parent != NULL ? parent->level + 1 : 0;
	if (*last != NULL)
		(*last)->next = node;
	else
		*first = node;
	*last = node;
	return node;
}

/* Only scored plans have results: a plan's tree shows none. */
static void add_result(struct tree_build *build, struct document_node *node,
		       const struct model_score *score, const struct model_judgement *judgement)
{
	const struct formatting plain = { .decimals = FORMAT_DECIMALS_DEFAULT };
	struct model_datum datum = { .type = MODEL_FIELD_SCORE, .score = score, .given = true };
	struct text figure = text_make(build->expansion->arena);

	if (score->state == MODEL_UNSCORED)
		return;
	format_datum(&figure, &datum, NULL, &plain);
	if (score->state == MODEL_SCORED) {
		node->figure = figure.bytes;
		node->word = judgement != NULL ? judgement->label : NULL;
		node->signal = judgement != NULL ? judgement->signal : NULL;
	} else {
		node->word = figure.bytes;
		node->signal = "grigio";
	}
}

static void add_area(struct tree_build *build, struct document_node *parent,
		     const struct model_area *area)
{
	const char *kind = area->type != NULL ? area->type : "ambito";

	if (is_shown(build, kind, "ambito") && expand_more(build->expansion)) {
		parent = add_tree_node(build, parent, kind, area->code, area->title);
		add_result(build, parent, &area->result, area->judgement);
		link_later(build->expansion, area, NULL, parent);
	}
	add_content(build, parent, &area->content);
}

/* An objective without indicators below it has nothing to say yet, which is
 * not the same as not being measurable. */
static bool is_measured(const struct model_objective *objective)
{
	return objective->indicators.count > 0 || objective->objectives.count > 0 ||
	       objective->result.state == MODEL_SCORED;
}

static void add_objective(struct tree_build *build, struct document_node *parent,
			  const struct model_objective *objective)
{
	const char *kind = objective->type != NULL ? objective->type : "obiettivo";

	if (is_shown(build, kind, NULL) && expand_more(build->expansion)) {
		parent = add_tree_node(build, parent, kind, objective->code, objective->title);
		if (is_measured(objective))
			add_result(build, parent, &objective->result, objective->judgement);
		link_later(build->expansion, objective, NULL, parent);
	}
	add_content(build, parent, &objective->content);
}

/* Recursion is bounded by the depth of the plan's document. */
static void add_content(struct tree_build *build, struct document_node *parent,
			const struct model_list *content)
{
	for (size_t i = 0; i < content->count; i++) {
		const struct model_item *item = content->items[i];

		if (item->area != NULL)
			add_area(build, parent, item->area);
		else
			add_objective(build, parent, item->objective);
	}
}

static void add_root(struct tree_build *build, const struct model_class *class, const void *object)
{
	if (class == &model_class_area)
		add_area(build, NULL, object);
	else if (class == &model_class_objective)
		add_objective(build, NULL, object);
	else if (class == &model_class_plan)
		add_content(build, NULL, &((const struct model_plan *)object)->content);
	else
		add_content(build, NULL, &((const struct model_assignment *)object)->content);
}

void expand_tree(struct expansion *expansion, struct target target, const struct node *node)
{
	const struct tree_node *from = node->as.tree;
	struct environment *environment = &expansion->environment;
	struct tree_build build = { .expansion = expansion, .levels = from->levels };
	struct document_block *block;
	struct document_figure *figure;
	struct model_list roots;

	if (from->path == NULL)
		return;
	roots = evaluate_list(environment, from->path, NULL);
	for (size_t i = 0; i < roots.count; i++)
		add_root(&build, from->path->type.class, roots.items[i]);
	if (build.first == NULL)
		return;
	block = expand_add(expansion, target, DOCUMENT_FIGURE, node);
	figure = block->as.figure;
	figure->kind = from->map ? DOCUMENT_MAP : DOCUMENT_TREE;
	figure->style = node->style;
	figure->title = evaluate_pattern(environment, from->title);
	figure->alt = evaluate_pattern(environment, from->alt);
	figure->width_pt = from->width_pt;
	figure->height_pt = from->height_pt;
	figure->width_percent = from->width_percent;
	figure->as.nodes = build.first;
	if (text_blank(figure->title))
		figure->title = NULL;
	if (text_blank(figure->alt))
		figure->alt = NULL;
}
