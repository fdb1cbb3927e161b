/* list.c - lists: labels beside the items, items that break between pages. */
#include "text_private.h"

#include <math.h>
#include <stdio.h>

#define LABEL_GAP 0.45 /* em between label and text */
#define INDENT    1.3  /* em: least width of the column of labels */

struct item {
	struct piece piece;
	struct sequence content;
	struct passage label;
	struct lines label_lines;
	double indent;
	bool labelled;
	struct page_tag *tag, *body;
};

struct list {
	struct piece piece;
	struct sequence items;
	struct page_tag *tag;
};

/* ---- one item ---------------------------------------------------------------- */

static struct item *item_of(struct piece *piece)
{
	return (struct item *)piece;
}

static double label_height(const struct item *item)
{
	return item->labelled || item->label_lines.count == 0 ? 0
							      : item->label_lines.items[0].height;
}

static double item_first(struct piece *piece, double full)
{
	struct item *item = item_of(piece);

	return fmax(label_height(item), sequence_first(&item->content, full));
}

static double item_height(struct piece *piece, double limit)
{
	struct item *item = item_of(piece);

	return fmax(label_height(item), sequence_height(&item->content, limit));
}

static void draw_label(struct item *item, const struct canvas *canvas, double x, double y)
{
	struct layout *layout = item->piece.layout;
	struct page_tag *tag = NULL;

	item->labelled = true;
	if (!canvas->artifact) {
		item->tag = tag_begin(layout, PAGE_LI, canvas->tag);
		tag = tag_begin(layout, PAGE_LBL, item->tag);
	}
	line_draw(canvas, &item->label, &item->label_lines, &item->label_lines.items[0],
		  DOCUMENT_RIGHT, tag, x, y);
	tag_close(layout, &tag);
	if (!canvas->artifact)
		item->body = tag_begin(layout, PAGE_LBODY, item->tag);
}

static struct placed item_place(struct piece *piece, const struct canvas *canvas, double x,
				double y, struct region region)
{
	struct item *item = item_of(piece);
	struct canvas inner = *canvas;
	double least = label_height(item);
	struct placed placed;

	if (!region.top && item_first(piece, region.full) > region.height + LAYOUT_EPSILON)
		return (struct placed){ 0 };
	if (!item->labelled && item->label_lines.count > 0)
		draw_label(item, canvas, x, y);
	if (item->body != NULL)
		inner.tag = item->body;
	placed = sequence_place(&item->content, &inner, x + item->indent, y, region);
	placed.height = fmax(placed.height, least);
	placed.any = placed.any || least > 0;
	if (placed.done) {
		tag_close(piece->layout, &item->body);
		tag_close(piece->layout, &item->tag);
	}
	return placed;
}

static const struct piece_kind item_kind = { .first = item_first,
					     .height = item_height,
					     .place = item_place };

/* ---- labels --------------------------------------------------------------------- */

static const char *label_text(const struct setting *setting, const struct document_block *list,
			      int number)
{
	static const char *const bullets[] = { "•", "–", "·" };
	int depth = 0;

	if (list->as.list != NULL && list->as.list->ordered)
		return arena_printf(setting->arena, "%d.", number);
	if (list->as.list != NULL && list->as.list->bullet != NULL &&
	    *list->as.list->bullet != '\0')
		return list->as.list->bullet;
	for (const struct document_block *b = list->parent; b != NULL; b = b->parent)
		depth += b->kind == DOCUMENT_LIST;
	return bullets[depth > 2 ? 2 : depth];
}

static double em_of(const struct document_block *block)
{
	return look_of(&block->style->character).size;
}

/* Room for the longest label of the list, whose numbers grow with its items. */
static double label_column(const struct setting *setting, const struct document_block *list,
			   int items)
{
	const struct look look = look_of(&list->style->character);
	const char *text = label_text(setting, list, items);
	double width = passage_width(setting, &look, text), column;

	column = fmax(width + LABEL_GAP * look.size, INDENT * look.size);
	return column < setting->width / 2 ? column : setting->width / 2;
}

static void make_label(struct item *item, const struct setting *setting,
		       const struct document_block *list, int number, double column)
{
	const struct document_block *text = item->piece.block->first;
	const struct document_style *style = text != NULL ? text->style : list->style;
	struct measure measure = measure_of(style, column);
	struct span span = { .look = look_of(&style->character), .mark = -1 };

	span.look.underline = false;
	measure.indent_first = measure.indent_rest = 0;
	measure.width = column - LABEL_GAP * span.look.size;
	measure.hyphenate = false;
	item->label = passage_make(setting, NULL);
	passage_add(&item->label, &span, label_text(setting, list, number));
	passage_shape(&item->label);
	item->label_lines = lines_break(&item->label, &measure);
}

/* The text of an item that is one paragraph is the item's body itself. */
static void join_plain(struct item *item)
{
	struct paragraph *only;

	if (item->content.count == 0)
		return;
	item->piece.before = fmax(item->piece.before, item->content.pieces[0]->before);
	item->piece.after =
		fmax(item->piece.after, item->content.pieces[item->content.count - 1]->after);
	only = paragraph_of(item->content.pieces[0]);
	if (only != NULL && item->content.count == 1 && only->passage.language == NULL)
		only->plain = true;
}

static struct piece *item_create(const struct setting *outer, const struct document_block *list,
				 const struct document_block *block, int number, double column)
{
	struct item *item = arena_new(outer->arena, struct item);
	struct setting setting = *outer;

	piece_init(&item->piece, &item_kind, outer, block);
	setting.width -= column;
	setting.depth++;
	item->indent = column;
	make_label(item, outer, list, number, column);
	item->content = sequence_create(&setting, block->first);
	join_plain(item);
	return &item->piece;
}

/* ---- the list -------------------------------------------------------------------- */

static struct list *list_of(struct piece *piece)
{
	return (struct list *)piece;
}

static double list_first(struct piece *piece, double full)
{
	return sequence_first(&list_of(piece)->items, full);
}

static double list_height(struct piece *piece, double limit)
{
	return sequence_height(&list_of(piece)->items, limit);
}

static struct placed list_place(struct piece *piece, const struct canvas *canvas, double x,
				double y, struct region region)
{
	struct list *list = list_of(piece);
	struct canvas inner = *canvas;
	struct placed placed;

	if (!region.top && list_first(piece, region.full) > region.height + LAYOUT_EPSILON)
		return (struct placed){ 0 };
	if (!canvas->artifact && list->tag == NULL && list->items.count > 0) {
		list->tag = tag_create(piece->layout, PAGE_L, canvas->tag);
		list->tag->ordered =
			piece->block->as.list != NULL && piece->block->as.list->ordered;
		list->tag->language = piece_language(piece->layout, piece->block);
		tag_open(piece->layout, list->tag);
	}
	if (list->tag != NULL)
		inner.tag = list->tag;
	placed = sequence_place(&list->items, &inner, x + piece->block->style->indent_left_pt, y,
				region);
	if (placed.done)
		tag_close(piece->layout, &list->tag);
	return placed;
}

static const struct piece_kind list_kind = { .first = list_first,
					     .height = list_height,
					     .place = list_place };

static int count_items(const struct document_block *list)
{
	int count = 0;

	for (const struct document_block *b = list->first; b != NULL; b = b->next)
		count++;
	return count;
}

struct piece *list_create(const struct setting *outer, const struct document_block *block)
{
	struct list *list = arena_new(outer->arena, struct list);
	struct setting setting = *outer;
	double column;
	int number = 0;

	piece_init(&list->piece, &list_kind, outer, block);
	setting.width -= block->style->indent_left_pt + block->style->indent_right_pt;
	setting.depth++;
	if (!(setting.width >= LAYOUT_WIDTH_MIN + 2 * em_of(block)))
		return box_create(outer, block); /* no room for labels */
	column = label_column(&setting, block, count_items(block));
	for (const struct document_block *b = block->first; b != NULL; b = b->next)
		sequence_add(&list->items, setting.arena,
			     item_create(&setting, block, b, ++number, column));
	if (list->items.count > 0) {
		list->piece.before = fmax(list->piece.before, list->items.pieces[0]->before);
		list->piece.after =
			fmax(list->piece.after, list->items.pieces[list->items.count - 1]->after);
	}
	return &list->piece;
}
