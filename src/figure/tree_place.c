/* tree_place.c - nodes put in order, columns shared out, boxes measured. */
#include "tree_private.h"

#include <math.h>

/* ---- order --------------------------------------------------------------- */

static size_t count_nodes(const struct document_node *first)
{
	size_t count = 0;

	for (const struct document_node *node = first; node != NULL;) {
		count++;
		if (node->first != NULL) {
			node = node->first;
			continue;
		}
		while (node != NULL && node->next == NULL)
			node = node->parent;
		node = node == NULL ? NULL : node->next;
	}
	return count;
}

#define LEVEL_MAX 64 /* that a node may be given; parents may push it deeper */

/* The level as given, but always below the parent's. */
static int level_of(const struct tree *tree, const struct tree_item *item)
{
	int level = item->node->level < 0 ? 0 : item->node->level;

	if (level > LEVEL_MAX)
		level = LEVEL_MAX;
	if (item->parent != TREE_NO_PARENT && level <= tree->items[item->parent].column)
		level = tree->items[item->parent].column + 1;
	return level;
}

/* Index of the parent of what comes after item `at`, and the node itself. */
static const struct document_node *follow(const struct tree *tree, size_t at, size_t *parent)
{
	const struct document_node *node = tree->items[at].node;

	*parent = at;
	if (node->first != NULL)
		return node->first;
	while (node->next == NULL) {
		at = tree->items[at].parent;
		if (at == TREE_NO_PARENT)
			return NULL;
		node = tree->items[at].node;
	}
	*parent = tree->items[at].parent;
	return node->next;
}

static void put_in_order(struct tree *tree)
{
	const struct document_node *node = tree->easel->figure->as.nodes;
	size_t parent = TREE_NO_PARENT, capacity = count_nodes(node);

	tree->items = arena_array(tree->easel->arena, struct tree_item, capacity);
	while (node != NULL && tree->count < capacity) {
		struct tree_item *item = &tree->items[tree->count];

		*item = (struct tree_item){
			.node = node, .parent = parent, .body = -1, .list = -1
		};
		item->column = level_of(tree, item);
		node = follow(tree, tree->count++, &parent);
	}
}

/* Levels that no node has take no column; the deepest share the last. */
static void close_ranks(struct tree *tree)
{
	int levels = 0, *rank;

	for (size_t i = 0; i < tree->count; i++)
		levels = tree->items[i].column >= levels ? tree->items[i].column + 1 : levels;
	rank = arena_array(tree->easel->arena, int, (size_t)levels + 1);
	for (size_t i = 0; i < tree->count; i++)
		rank[tree->items[i].column] = 1;
	for (int level = 0; level < levels; level++) {
		int used = rank[level];

		rank[level] = tree->column_count < TREE_COLUMNS_MAX ? tree->column_count
								    : TREE_COLUMNS_MAX - 1;
		tree->column_count += used;
	}
	if (tree->column_count > TREE_COLUMNS_MAX)
		tree->column_count = TREE_COLUMNS_MAX;
	for (size_t i = 0; i < tree->count; i++)
		tree->items[i].column = rank[tree->items[i].column];
}

static void mark_first_children(struct tree *tree)
{
	for (size_t i = 1; i < tree->count; i++) {
		bool beside = tree->items[i].parent == i - 1 &&
			      tree->items[i].column > tree->items[i - 1].column;

		tree->items[i].leads_off = beside;
		tree->items[i - 1].leads = beside;
	}
}

/* ---- columns --------------------------------------------------------------- */

#define SHARE_FIRST  1.0 /* of the width, in proportion */
#define SHARE_MIDDLE 1.3
#define SHARE_LAST   2.5
#define GAP_LEAF     4.0
#define GAP_STEP     4.5 /* more for each level above */

static double share_of(const struct tree *tree, int column)
{
	if (column == tree->column_count - 1)
		return SHARE_LAST;
	return column == 0 ? SHARE_FIRST : SHARE_MIDDLE;
}

static const struct {
	const char *kind, *name;
} kind_names[] = {
	{ "ambito", "Ambiti" },
	{ "prospettiva", "Prospettive" },
	{ "missione", "Missioni" },
	{ "programma", "Programmi" },
	{ "programma-operativo", "Programmi operativi" },
	{ "gruppo", "Gruppi" },
	{ "strategico", "Obiettivi strategici" },
	{ "operativo", "Obiettivi operativi" },
	{ "individuale", "Obiettivi individuali" },
	{ "comune", "Obiettivi comuni" },
	{ "trasversale", "Obiettivi trasversali" },
	{ "azione", "Azioni" },
};

static const char *name_of(const char *kind)
{
	for (size_t i = 0; i < sizeof kind_names / sizeof *kind_names; i++)
		if (text_equal(kind_names[i].kind, kind))
			return kind_names[i].name;
	return NULL;
}

/* A column is named when all its nodes are of one kind. */
static const char *column_name(const struct tree *tree, int column)
{
	const char *kind = NULL;

	for (size_t i = 0; i < tree->count; i++) {
		if (tree->items[i].column != column)
			continue;
		if (kind != NULL && !text_equal(kind, tree->items[i].node->kind))
			return NULL;
		kind = tree->items[i].node->kind;
	}
	return kind == NULL ? NULL : name_of(kind);
}

static void share_width(struct tree *tree)
{
	double shares = 0, x = 0;
	double room = tree->easel->space.width - TREE_COLUMN_GAP * (tree->column_count - 1);

	for (int c = 0; c < tree->column_count; c++)
		shares += share_of(tree, c);
	for (int c = 0; c < tree->column_count; c++) {
		struct tree_column *column = &tree->columns[c];

		column->x = x;
		column->width = fmax(room * share_of(tree, c) / shares, 1);
		column->gap = GAP_LEAF + GAP_STEP * (tree->column_count - 1 - c);
		column->look = node_look(tree->easel, c, c == tree->column_count - 1);
		column->name = column_name(tree, c);
		x += column->width + TREE_COLUMN_GAP;
	}
}

#define STATUS_BESIDE_MIN 220.0 /* width of a box that has its status beside the title */
#define STATUS_SHARE_MAX  0.4

/* In the last column the status of all boxes stands in a column of its own. */
static void share_status(struct tree *tree)
{
	struct tree_column *last = &tree->columns[tree->column_count - 1];
	double width = 0;

	if (last->width < STATUS_BESIDE_MIN)
		return;
	for (size_t i = 0; i < tree->count; i++)
		if (tree->items[i].column == tree->column_count - 1)
			width = fmax(width, node_status_width(tree->easel, tree->items[i].node,
							      last->look.size));
	last->look.status_width = fmin(ceil(width), last->width * STATUS_SHARE_MAX);
}

/* ---- heights ----------------------------------------------------------------- */

static void make_boxes(struct tree *tree, double box_height)
{
	for (size_t i = 0; i < tree->count; i++) {
		const struct tree_column *column = &tree->columns[tree->items[i].column];

		tree->items[i].box = node_box_make(tree->easel, tree->items[i].node, &column->look,
						   column->width, box_height);
	}
}

static bool is_next_row(const struct tree *tree, size_t i)
{
	return i + 1 < tree->count && tree->items[i + 1].parent == tree->items[i].parent;
}

/* A branch does not begin with one row at the foot of a drawing, nor end with
 * one at the head of the next. */
static double measure_chain(const struct tree *tree, size_t i)
{
	const struct tree_item *item = &tree->items[i];
	double height = item->box->height, gap = tree->columns[item->column].gap;
	bool last_but_one = is_next_row(tree, i) && item->node->next->next == NULL;

	if (item->leads)
		return fmax(height, tree->items[i + 1].chain);
	if (is_next_row(tree, i) && (item->leads_off || last_but_one))
		return height + gap + tree->items[i + 1].box->height;
	return height;
}

/* From the last item back, so that children are known before their parent. */
static void measure_branches(struct tree *tree)
{
	for (size_t i = tree->count; i-- > 0;) {
		struct tree_item *item = &tree->items[i];
		double height = item->box->height;

		item->chain = measure_chain(tree, i);
		item->span = fmax(height, item->span);
		if (item->parent == TREE_NO_PARENT)
			continue;
		tree->items[item->parent].span +=
			item->span + (item->leads_off ? 0 : tree->columns[item->column].gap);
	}
}

struct tree tree_arrange(struct easel *easel, double box_height)
{
	struct tree tree = { .easel = easel };

	put_in_order(&tree);
	if (tree.count == 0)
		return tree;
	close_ranks(&tree);
	mark_first_children(&tree);
	share_width(&tree);
	share_status(&tree);
	make_boxes(&tree, box_height);
	measure_branches(&tree);
	return tree;
}
