/* table_edges.c - borders of cells: each is told by both neighbours, all that
 * touch are joined, and each look becomes one operation. */
#include "table_private.h"

#include <math.h>
#include <stdlib.h>

#define SAME 0.05f /* pt: edges this near are one */

static void add(struct edges *edges, struct edge edge)
{
	if (edge.border.width_pt <= 0 || edge.to - edge.from <= 0)
		return;
	if (edges->count == edges->capacity) {
		size_t capacity = edges->capacity ? edges->capacity * 2 : 64;

		edges->items = arena_grow(edges->arena, edges->items,
					  edges->capacity * sizeof(edge), capacity * sizeof(edge));
		edges->capacity = capacity;
	}
	edges->items[edges->count++] = edge;
}

void edges_add_frame(struct edges *edges, const struct document_style *style, const double box[4])
{
	const float x0 = (float)box[0], y0 = (float)box[1];
	const float x1 = (float)(box[0] + box[2]), y1 = (float)(box[1] + box[3]);

	add(edges, (struct edge){ false, y0, x0, x1, style->border_top });
	add(edges, (struct edge){ false, y1, x0, x1, style->border_bottom });
	add(edges, (struct edge){ true, x0, y0, y1, style->border_left });
	add(edges, (struct edge){ true, x1, y0, y1, style->border_right });
}

static int compare_numbers(double a, double b)
{
	return (a > b) - (a < b);
}

static int compare_looks(const struct edge *a, const struct edge *b)
{
	int order = compare_numbers(a->border.width_pt, b->border.width_pt);

	if (order == 0)
		order = compare_numbers(a->border.colour, b->border.colour);
	return order;
}

/* By look, then direction, then line, then start. */
static int compare_edges(const void *left, const void *right)
{
	const struct edge *a = left, *b = right;
	int order = compare_looks(a, b);

	if (order == 0)
		order = (int)a->vertical - (int)b->vertical;
	if (order == 0 && fabsf(a->at - b->at) > SAME)
		order = compare_numbers((double)a->at, (double)b->at);
	if (order == 0)
		order = compare_numbers((double)a->from, (double)b->from);
	return order;
}

/* Rounded so that "near" is the same whatever is compared with what. */
static void snap(struct edges *edges)
{
	for (size_t i = 0; i < edges->count; i++)
		edges->items[i].at = roundf(edges->items[i].at / (2 * SAME)) * (2 * SAME);
}

static bool joins(const struct edge *a, const struct edge *b)
{
	return compare_looks(a, b) == 0 && a->vertical == b->vertical &&
	       fabsf(a->at - b->at) <= SAME && b->from <= a->to + SAME;
}

static size_t join(struct edges *edges)
{
	size_t kept = 0;

	for (size_t i = 0; i < edges->count; i++) {
		struct edge *last = kept > 0 ? &edges->items[kept - 1] : NULL;

		if (last != NULL && joins(last, &edges->items[i]))
			last->to = fmaxf(last->to, edges->items[i].to);
		else
			edges->items[kept++] = edges->items[i];
	}
	return kept;
}

/* Half a width longer at each end, so that corners are closed. */
static void set_segments(struct page_segment *s, const struct edge *edge)
{
	float half = (float)edge->border.width_pt / 2, from = edge->from - half,
	      to = edge->to + half;

	s[0].verb = PAGE_MOVE;
	s[1].verb = PAGE_LINE;
	s[0].p[0] = edge->vertical ? edge->at : from;
	s[0].p[1] = edge->vertical ? from : edge->at;
	s[1].p[0] = edge->vertical ? edge->at : to;
	s[1].p[1] = edge->vertical ? to : edge->at;
}

static void draw_look(const struct canvas *canvas, const struct edge *items, size_t count)
{
	struct page_op *op = canvas_add_under(canvas, PAGE_OP_STROKE);
	struct page_segment *s = arena_array(canvas->arena, struct page_segment, 2 * count);

	for (size_t i = 0; i < count; i++)
		set_segments(s + 2 * i, &items[i]);
	op->as.path.segments = s;
	op->as.path.count = 2 * count;
	op->as.path.colour = items->border.colour;
	op->as.path.width = (float)items->border.width_pt;
}

void edges_draw(struct edges *edges, const struct canvas *canvas)
{
	size_t count, from = 0;

	if (edges->count == 0)
		return;
	snap(edges);
	qsort(edges->items, edges->count, sizeof(*edges->items), compare_edges);
	count = join(edges);
	for (size_t i = 1; i <= count; i++) {
		if (i < count && compare_looks(&edges->items[from], &edges->items[i]) == 0)
			continue;
		draw_look(canvas, edges->items + from, i - from);
		from = i;
	}
}
