/* table.c - a table as a piece: caption, then a portion of rows on each page,
 * each later one under the rows that return. */
#include "table_private.h"

#include <math.h>

#define SHORT_TABLE 0.2 /* of a page */

static struct table *of(struct piece *piece)
{
	return (struct table *)piece;
}

static double caption_height(struct table *table)
{
	if (table->caption == NULL || table->piece.begun)
		return 0;
	return piece_height(table->caption, HUGE_VAL) + table->caption->after;
}

/* Prepares rows only as far as the limit. */
static double height(struct piece *piece, double limit)
{
	struct table *table = of(piece);
	double sum = caption_height(table);
	struct table_row *row;

	for (size_t i = 0; sum <= limit && (row = table_row_at(table, i)) != NULL; i++)
		sum += row_height(row, HUGE_VAL);
	return sum;
}

/* A short table is not worth a page break: it goes on whole. */
static double least_to_begin(struct table *table)
{
	double most = table->full * SHORT_TABLE, whole = height(&table->piece, most);

	return whole <= most ? whole : caption_height(table) + table_plan_least(table);
}

static double first(struct piece *piece, double full)
{
	struct table *table = of(piece);

	(void)full;
	if (piece->begun)
		return table_repeat_height(table) + table_plan_least(table);
	if (table->least < 0)
		table->least = least_to_begin(table);
	return table->least;
}

/* ---- placing ---------------------------------------------------------------- */

static void open_table(struct table *table, const struct canvas *canvas)
{
	struct layout *layout = table->piece.layout;

	if (canvas->artifact)
		return;
	table->tag = tag_create(layout, PAGE_TABLE, canvas->tag);
	table->tag->summary = table->data->summary;
	table->tag->language = piece_language(layout, table->piece.block);
	tag_open(layout, table->tag);
}

static double place_caption(struct table *table, const struct canvas *canvas, double x, double y)
{
	struct canvas inner = *canvas;
	struct placed placed;

	if (table->caption == NULL)
		return 0;
	if (!canvas->artifact)
		inner.tag = table->tag;
	placed = piece_place(table->caption, &inner, x, y,
			     (struct region){ .height = HUGE_VAL, .full = HUGE_VAL, .top = true });
	return placed.any ? placed.height + table->caption->after : 0;
}

/* Rows return above rows of the body. */
static bool repeats_now(struct table *table)
{
	const struct table_row *next = table_row_at(table, 0);

	return next != NULL && !row_is_head(table, next) && table_repeat_height(table) > 0;
}

/* The rows that return, as a pagination artifact. */
static double place_repeat(struct table *table, const struct canvas *canvas, double x, double y)
{
	struct canvas inner = *canvas;
	struct spans spans = table->spans;
	struct portion portion;
	double height;

	if (!repeats_now(table))
		return 0;
	inner.artifact = true;
	inner.kind = PAGE_ARTIFACT_PAGINATION_HEADER;
	table->spans = (struct spans){ 0 };
	portion = table_plan_repeat(table, canvas->arena);
	height = table_draw(table, &inner, &portion, x, y);
	for (size_t i = 0; i < portion.count; i++)
		pool_give(&table->piece.layout->pool, portion.rows[i]->memory);
	table->spans = spans;
	return height;
}

static void close_table(struct table *table)
{
	struct layout *layout = table->piece.layout;

	tag_close(layout, &table->group);
	tag_close(layout, &table->tag);
}

/* What stands above the rows: the caption at first, later rows that return. */
static double place_top(struct table *table, const struct canvas *canvas, double x, double y)
{
	if (table->piece.begun)
		return place_repeat(table, canvas, x, y);
	open_table(table, canvas);
	return place_caption(table, canvas, x, y);
}

static double top_height(struct table *table)
{
	if (!table->piece.begun)
		return caption_height(table);
	return repeats_now(table) ? table_repeat_height(table) : 0;
}

static struct placed place(struct piece *piece, const struct canvas *canvas, double x, double y,
			   struct region region)
{
	struct table *table = of(piece);
	struct placed placed = { 0 };
	struct portion portion;

	if (!region.top && first(piece, region.full) > region.height + LAYOUT_EPSILON)
		return placed;
	portion = table_plan(table, canvas->arena, region.height - top_height(table), region.top);
	if (portion.count == 0 && table_row_at(table, 0) != NULL)
		return placed;
	x += table->indent;
	placed.height = place_top(table, canvas, x, y);
	placed.any = portion.count > 0 || placed.height > 0;
	placed.height += table_draw(table, canvas, &portion, x, y + placed.height);
	table_drop_finished(table);
	placed.done = table_row_at(table, 0) == NULL;
	if (placed.done)
		close_table(table);
	return placed;
}

static const struct piece_kind table_kind = { .first = first, .height = height, .place = place };

/* ---- making -------------------------------------------------------------------- */

static void set_width(struct table *table, const struct setting *setting)
{
	const struct document_style *style = table->piece.block->style;
	double left = fmax(0, style->indent_left_pt), right = fmax(0, style->indent_right_pt);

	if (!(setting->width - left - right >= LAYOUT_WIDTH_MIN))
		left = right = 0;
	table->indent = left;
	table->width = setting->width - left - right;
}

static void make_caption(struct table *table, const struct setting *outer)
{
	struct setting setting = *outer;

	if (table->data->caption == NULL)
		return;
	setting.width = table->width;
	table->caption = paragraph_create(&setting, table->data->caption, PAGE_CAPTION);
}

static int count_rows(const struct document_row *row)
{
	int count = 0;

	for (; row != NULL; row = row->next)
		count++;
	return count;
}

struct piece *table_create(const struct setting *setting, const struct document_block *block)
{
	struct table *table = arena_new(setting->arena, struct table);

	piece_init(&table->piece, &table_kind, setting, block);
	table->data = block->as.table;
	table->setting = *setting;
	table->setting.depth++;
	table->full = setting->full;
	table->least = table->repeat_height = -1;
	table->column_count = table->data->column_count;
	table->columns = arena_array(setting->arena, struct column, (size_t)table->column_count);
	table->head_count = count_rows(table->data->head_first);
	table->ahead = table->head_count > 0 ? table->data->head_first : table->data->first;
	set_width(table, setting);
	table_measure(table);
	table_settle_columns(table);
	make_caption(table, setting);
	return &table->piece;
}
