/* tree.c - the performance tree, drawn branch by branch over its drawings.
 *
 * Nodes come in reading order. A first child stands beside its parent, any
 * other below all that stands at its right and above it; so what is drawn
 * never has to be moved. Where a drawing is full, the next begins with the
 * node's ancestors in short.
 */
#include "tree_private.h"

#include <math.h>

#define BOX_SHARE   0.5 /* of a drawing's height, for one box             */
#define HEAD_GAP    4.0
#define TAIL        7.0  /* dashes below a branch that goes on             */
#define FIRST_SHARE 0.4  /* of a page must be free to begin a tree on it   */
#define FULL_SHARE  0.68 /* of a drawing used before a branch may move on whole */
#define LACK_SHARE  0.55 /* of a page: a last drawing that lacks more is too short */
#define LINE_WIDTH  0.8
#define CONNECTOR   0x8FA3B5

/* The drawing in hand. */
struct canvas {
	struct tree *tree;
	struct figure_drawings *out;
	struct tag_list tags;
	struct page_drawing *drawing;
	double page;                      /* height that a drawing may have */
	double top;                       /* below the names of the columns */
	double limit;                     /* lowest edge of a box           */
	double bottoms[TREE_COLUMNS_MAX]; /* of the lowest box in each column, or -1 */
	bool used;                        /* a node stands on the drawing   */
	int list;                         /* tag of the outermost list      */
};

/* ---- beginning and ending a drawing -------------------------------------------- */

static void draw_names(struct canvas *canvas, bool first)
{
	struct tree *tree = canvas->tree;
	struct lettering soft = { TYPE_REGULAR, tree->easel->size, INK_SOFT };
	double height = 0;

	for (int c = 0; c < tree->column_count; c++) {
		const struct tree_column *column = &tree->columns[c];
		struct label *label =
			label_make(tree->easel, soft, NULL, column->name, column->width, 1);

		if (label->count == 0)
			continue;
		if (height == 0)
			page_draw_mark(canvas->drawing,
				       first ? tag_add(&canvas->tags, PAGE_P, -1, NULL) : -1);
		label_draw(canvas->drawing, label, column->x, canvas->top, LABEL_LEFT);
		height = label->height + HEAD_GAP;
	}
	canvas->top += height;
}

static void begin_drawing(struct canvas *canvas, double height)
{
	bool first = canvas->drawing == NULL;
	struct easel *easel = canvas->tree->easel;

	canvas->drawing = page_drawing_create(easel->arena, easel->space.width, 0);
	drawings_add(easel, canvas->out, canvas->drawing);
	canvas->top = first ? structured_title(easel, canvas->drawing, &canvas->tags) : 0;
	draw_names(canvas, first);
	canvas->limit = height - TAIL;
	canvas->used = false;
	for (int c = 0; c < TREE_COLUMNS_MAX; c++)
		canvas->bottoms[c] = -1;
	canvas->drawing->height = canvas->top;
}

static void extend(struct canvas *canvas, int column, double bottom)
{
	canvas->bottoms[column] = bottom;
	canvas->drawing->height = fmax(canvas->drawing->height, bottom);
	canvas->used = true;
}

/* ---- connectors ------------------------------------------------------------------ */

static double spine_x(const struct canvas *canvas, const struct tree_item *parent)
{
	const struct tree_column *column = &canvas->tree->columns[parent->column];

	return column->x + column->width + TREE_COLUMN_GAP / 2;
}

static void line(struct canvas *canvas, double x0, double y0, double x1, double y1)
{
	page_draw_line(canvas->drawing, x0, y0, x1, y1, CONNECTOR, LINE_WIDTH);
}

/* From the parent's edge to the spine, down to the child, and to its edge. */
static void connect(struct canvas *canvas, struct tree_item *parent, const struct tree_item *child)
{
	double joint = node_box_joint(canvas->tree->easel), x = spine_x(canvas, parent);
	double from = parent->y + joint, to = child->y + joint;

	if (child->column <= parent->column)
		return;
	page_draw_mark(canvas->drawing, -1);
	if (parent->spine < 0) {
		line(canvas, x - TREE_COLUMN_GAP / 2, from, x, from);
		parent->spine = from;
	}
	if (to > parent->spine)
		line(canvas, x, parent->spine - LINE_WIDTH / 2, x, to + LINE_WIDTH / 2);
	line(canvas, x, to, canvas->tree->columns[child->column].x, to);
	parent->spine = to;
}

/* Dashes below the last child on a drawing: the branch goes on. */
static void draw_tail(struct canvas *canvas, const struct tree_item *parent)
{
	double x = spine_x(canvas, parent), y = canvas->drawing->height + TAIL;
	struct page_segment path[] = {
		{ PAGE_MOVE, { (float)x, (float)parent->spine } },
		{ PAGE_LINE, { (float)x, (float)y } },
	};

	if (parent->spine < 0)
		return;
	page_draw_mark(canvas->drawing, -1);
	page_draw_dashes(canvas->drawing, path, 2, CONNECTOR, LINE_WIDTH, 2, 2);
	canvas->drawing->height = y;
}

/* ---- pages ------------------------------------------------------------------------ */

/* The ancestor of an item as it stands on the drawing: in short, no tag. */
static void draw_again(struct canvas *canvas, struct tree_item *item)
{
	const struct tree_column *column = &canvas->tree->columns[item->column];
	struct node_box *box =
		node_box_make_again(canvas->tree->easel, item->node, &column->look, column->width);

	item->y = canvas->top;
	item->spine = -1;
	node_box_draw(canvas->drawing, box, column->x, item->y, (struct box_tags){ -1, -1 });
	extend(canvas, item->column, item->y + box->height);
}

/* Ancestors that share the item's column (very deep trees) are left out. */
static void draw_ancestors(struct canvas *canvas, const struct tree_item *item)
{
	struct tree_item *items = canvas->tree->items, *below = NULL;

	for (size_t at = item->parent; at != TREE_NO_PARENT; at = items[at].parent) {
		if (items[at].column >= (below == NULL ? item : below)->column)
			continue;
		draw_again(canvas, &items[at]);
		if (below != NULL)
			connect(canvas, &items[at], below);
		below = &items[at];
	}
	canvas->used = false;
}

/* Below all that an item must not meet: what stands in its parent's later columns. */
static double place_below(const struct canvas *canvas, const struct tree_item *item)
{
	const struct tree *tree = canvas->tree;
	int from = item->parent == TREE_NO_PARENT ? 0 : tree->items[item->parent].column + 1;
	double bottom = -1;

	if (from > item->column)
		from = item->column;
	for (int c = from; c < tree->column_count; c++)
		bottom = fmax(bottom, canvas->bottoms[c]);
	return bottom < 0 ? canvas->top : bottom + tree->columns[item->column].gap;
}

/* Whether an item begins a new drawing: no room, or its branch is better whole. */
static bool is_full(const struct canvas *canvas, const struct tree_item *item, double y)
{
	double body = canvas->page - TAIL - canvas->top;

	if (!canvas->used)
		return false;
	if (y + item->chain > canvas->limit)
		return true;
	return y + item->span > canvas->limit && item->span <= body &&
	       y - canvas->top > FULL_SHARE * (canvas->limit - canvas->top);
}

static void next_drawing(struct canvas *canvas, const struct tree_item *item)
{
	if (item->parent != TREE_NO_PARENT)
		draw_tail(canvas, &canvas->tree->items[item->parent]);
	begin_drawing(canvas, canvas->page);
	draw_ancestors(canvas, item);
}

/* ---- nodes -------------------------------------------------------------------------- */

static int list_of(struct canvas *canvas, const struct tree_item *item)
{
	struct tree_item *parent;

	if (item->parent == TREE_NO_PARENT) {
		if (canvas->list < 0)
			canvas->list = tag_add(&canvas->tags, PAGE_L, -1, NULL);
		return canvas->list;
	}
	parent = &canvas->tree->items[item->parent];
	if (parent->list < 0)
		parent->list = tag_add(&canvas->tags, PAGE_L, parent->body, NULL);
	return parent->list;
}

static void draw_item(struct canvas *canvas, struct tree_item *item)
{
	struct tree *tree = canvas->tree;
	struct box_tags tags;

	if (item->leads_off) {
		item->y = tree->items[item->parent].y;
	} else {
		item->y = place_below(canvas, item);
		if (is_full(canvas, item, item->y)) {
			next_drawing(canvas, item);
			item->y = place_below(canvas, item);
		}
	}
	item->spine = -1;
	if (item->parent != TREE_NO_PARENT)
		connect(canvas, &tree->items[item->parent], item);
	tags = tag_node(&canvas->tags, item->node, list_of(canvas, item), &item->body);
	node_box_draw(canvas->drawing, item->box, tree->columns[item->column].x, item->y, tags);
	extend(canvas, item->column, item->y + item->box->height);
}

/* What is free on the page is used when it is worth beginning there. */
static double first_height(const struct tree *tree)
{
	const struct figure_space *space = &tree->easel->space;
	double need = tree->items[0].chain + 3 * label_leading(tree->easel->size) + TAIL;

	if (space->first_height >= space->height)
		return space->height;
	if (space->first_height < FIRST_SHARE * space->height || space->first_height < need)
		return space->height;
	return space->first_height;
}

static void draw_all(struct tree *tree, struct figure_drawings *out, double page)
{
	struct canvas canvas = { .tree = tree, .out = out, .page = page, .list = -1 };

	canvas.tags.arena = tree->easel->arena;
	begin_drawing(&canvas, tree->count > 0 ? fmin(first_height(tree), page) : page);
	for (size_t i = 0; i < tree->count; i++) {
		tree->items[i].body = tree->items[i].list = -1;
		draw_item(&canvas, &tree->items[i]);
	}
	out->tags = canvas.tags.tags;
	out->tag_count = canvas.tags.count;
	out->structured = true;
}

/* A last drawing with next to nothing on it: all are made a little shorter,
 * if they do not become more by that. */
static void balance(struct tree *tree, struct figure_drawings *out)
{
	static const double shares[] = { .8, .6, .4, .25 }; /* of what it lacks, taken from all */
	double page = tree->easel->space.height;
	double lack = page - out->items[out->count - 1]->height;

	if (out->count < 2 || lack < page * LACK_SHARE)
		return;
	for (size_t i = 0; i < sizeof shares / sizeof *shares; i++) {
		struct figure_drawings shorter = { 0 };

		draw_all(tree, &shorter, page - lack * shares[i] / (double)out->count);
		if (shorter.count <= out->count) {
			*out = shorter;
			return;
		}
	}
}

void tree_draw(struct easel *easel, struct figure_drawings *out)
{
	struct tree tree = tree_arrange(easel, easel->space.height * BOX_SHARE);
	struct diag *diag = easel->diag, ignored = diag_make(easel->arena);

	draw_all(&tree, out, easel->space.height);
	easel->diag = &ignored; /* all has been said the first time */
	balance(&tree, out);
	easel->diag = diag;
}
