/* figure.c - drawings as pieces: a chart or an image whole, a tree or a map
 * slice by slice. */
#include "layout_private.h"

#include "figure/figure.h"

#include <math.h>
#include <string.h>

#define SLICE_LEAST 150.0 /* pt that a tree wants to begin on a page          */
#define MAP_LEAST   0.4   /* of a page that a map wants: it is better whole   */

struct figure {
	struct piece piece;
	const struct document_figure *data;
	double full;
	struct figure_drawings *drawings; /* NULL: not drawn yet */
	size_t at;
	struct page_tag *tag;   /* Figure, or what holds the tags of a tree */
	struct page_tag **tags; /* of a tree: one for each local tag        */
};

static struct figure *of(struct piece *piece)
{
	return (struct figure *)piece;
}

static bool is_structured(const struct figure *figure)
{
	return figure->data->kind == DOCUMENT_TREE || figure->data->kind == DOCUMENT_MAP;
}

static double least_slice(const struct figure *figure)
{
	return figure->data->kind == DOCUMENT_MAP ? figure->full * MAP_LEAST : SLICE_LEAST;
}

static void draw(struct figure *figure, double first_height)
{
	struct layout *layout = figure->piece.layout;
	struct figure_space space = { .width = figure->piece.width,
				      .height = figure->full,
				      .first_height = first_height };

	figure->drawings = figure_draw(figure->piece.arena, layout->type, figure->data, space,
				       figure->piece.block->place, layout->diag);
}

static void draw_single(struct figure *figure)
{
	if (figure->drawings == NULL && !is_structured(figure))
		draw(figure, figure->full);
}

static bool drawings_are_done(const struct figure *figure)
{
	return figure->drawings != NULL && figure->at == figure->drawings->count;
}

static double next_height(const struct figure *figure)
{
	return figure->drawings->items[figure->at]->height;
}

static double first(struct piece *piece, double full)
{
	struct figure *figure = of(piece);

	draw_single(figure);
	if (figure->drawings == NULL)
		return fmin(full, least_slice(figure));
	return drawings_are_done(figure) ? 0 : fmin(full, next_height(figure));
}

static double height(struct piece *piece, double limit)
{
	struct figure *figure = of(piece);
	double sum = 0;

	(void)limit;
	if (figure->drawings == NULL)
		draw(figure, figure->full);
	for (size_t i = figure->at; i < figure->drawings->count; i++)
		sum += figure->drawings->items[i]->height;
	return sum;
}

/* ---- tags ------------------------------------------------------------------- */

static const char *alternative(const struct document_figure *data)
{
	if (data->alt != NULL && *data->alt != '\0')
		return data->alt;
	return data->title != NULL && *data->title != '\0' ? data->title : "Figura";
}

static void open_single(struct figure *figure, const struct canvas *canvas, double x, double y)
{
	struct layout *layout = figure->piece.layout;
	const struct page_drawing *drawing = figure->drawings->items[0];
	struct page_tag *tag = tag_create(layout, PAGE_FIGURE, canvas->tag);
	double box[4] = { x, y, x + drawing->width, y + drawing->height };

	tag->alt = alternative(figure->data);
	tag->language = piece_language(layout, figure->piece.block);
	page_tag_set_box(tag, canvas->sheet->page, box);
	figure->tag = tag_open(layout, tag);
}

/* A link to a block that is not in this document is only text. */
static bool is_known(const struct layout *layout, const char *target)
{
	return target != NULL && layout->document->targets.count > 0 &&
	       map_find(&layout->document->targets, target) != NULL;
}

static void open_structure(struct figure *figure, const struct canvas *canvas)
{
	struct layout *layout = figure->piece.layout;
	const struct figure_drawings *drawings = figure->drawings;

	figure->tag = tag_begin(layout, PAGE_DIV, canvas->tag);
	figure->tags = arena_array(figure->piece.arena, struct page_tag *, drawings->tag_count);
	for (size_t i = 0; i < drawings->tag_count; i++) {
		const struct page_local_tag *local = &drawings->tags[i];
		struct page_tag *parent =
			local->parent >= 0 ? figure->tags[local->parent] : figure->tag;
		bool link = local->role == PAGE_LINK && is_known(layout, local->target);
		enum page_role role = local->role == PAGE_LINK && !link ? PAGE_SPAN : local->role;

		figure->tags[i] = tag_create(layout, role, parent);
		figure->tags[i]->alt = local->alt;
		figure->tags[i]->language = local->language;
		tag_open(layout, figure->tags[i]);
	}
}

static void open_tags(struct figure *figure, const struct canvas *canvas, double x, double y)
{
	if (figure->tag != NULL || canvas->artifact || figure->data->decorative)
		return;
	if (figure->drawings->structured)
		open_structure(figure, canvas);
	else
		open_single(figure, canvas, x, y);
}

static void close_tags(struct figure *figure)
{
	struct layout *layout = figure->piece.layout;

	for (size_t i = figure->tags != NULL ? figure->drawings->tag_count : 0; i > 0; i--)
		tag_close(layout, &figure->tags[i - 1]);
	tag_close(layout, &figure->tag);
}

/* ---- links of a tree ------------------------------------------------------------ */

static void widen(double box[4], double x0, double y0, double x1, double y1)
{
	box[0] = fmin(box[0], x0);
	box[1] = fmin(box[1], y0);
	box[2] = fmax(box[2], x1);
	box[3] = fmax(box[3], y1);
}

static void widen_by_text(double box[4], const struct page_op *op)
{
	double size = (double)op->as.text.size;

	for (size_t i = 0; i < op->as.text.count; i++) {
		const struct page_word *word = &op->as.text.words[i];
		double x = op->as.text.x + (double)word->x;

		widen(box, x, op->as.text.y - 0.8 * size,
		      x + (double)word->run->total * size / 1000, op->as.text.y + 0.2 * size);
	}
}

static void annotate(const struct figure *figure, const struct canvas *canvas, size_t local,
		     const double box[4], double x, double y)
{
	const struct page_local_tag *tag = &figure->drawings->tags[local];
	const struct document_block *block;

	if (box[0] > box[2] || figure->tags[local]->role != PAGE_LINK)
		return;
	block = map_find(&figure->piece.layout->document->targets, tag->target);
	page_annotate(canvas->sheet->page, figure->tags[local], PAGE_LINK_TARGET,
		      (const double[4]){ box[0] + x, box[1] + y, box[2] + x, box[3] + y },
		      tag->target,
		      block->kind == DOCUMENT_HEADING && block->as.heading->title != NULL
			      ? block->as.heading->title
			      : tag->target);
}

/* The words of each link of a drawing get a rectangle. */
static void annotate_links(const struct figure *figure, const struct canvas *canvas,
			   const struct page_drawing *drawing, double x, double y)
{
	const double empty[4] = { HUGE_VAL, HUGE_VAL, -HUGE_VAL, -HUGE_VAL };
	double box[4];
	int local = -1;

	memcpy(box, empty, sizeof(box));
	for (const struct page_op *op = drawing->first; op != NULL; op = op->next) {
		if (op->kind == PAGE_OP_TEXT)
			widen_by_text(box, op);
		if (op->kind != PAGE_OP_MARK || op->as.mark.local == local)
			continue;
		if (local >= 0)
			annotate(figure, canvas, (size_t)local, box, x, y);
		local = op->as.mark.local;
		memcpy(box, empty, sizeof(box));
	}
	if (local >= 0)
		annotate(figure, canvas, (size_t)local, box, x, y);
}

/* ---- placing ---------------------------------------------------------------------- */

static void place_drawing(struct figure *figure, const struct canvas *canvas,
			  const struct page_drawing *drawing, double x, double y)
{
	if (canvas->sheet == NULL)
		return;
	open_tags(figure, canvas, x, y);
	if (figure->tags == NULL) {
		canvas_mark(canvas, figure->tag);
		canvas_place(canvas, drawing, x, y, figure->tag);
		return;
	}
	canvas_mark_artifact(canvas);
	page_place(canvas->sheet->page, drawing, x, y, figure->tags, NULL);
	annotate_links(figure, canvas, drawing, x, y);
}

static double offset(const struct figure *figure, const struct page_drawing *drawing)
{
	double free = fmax(0, figure->piece.width - drawing->width);

	switch (figure->piece.block->style->align) {
	case DOCUMENT_CENTRE: return free / 2;
	case DOCUMENT_RIGHT: return free;
	default: return 0;
	}
}

static void report_tall(const struct figure *figure, double tall, double room)
{
	if (tall > room + 1)
		diag_warning(figure->piece.layout->diag, figure->piece.block->place, "blocco-alto",
			     "la figura è alta %.0f pt e la pagina ne ha %.0f: esce dal margine; "
			     "indicare un’altezza o una larghezza minore",
			     tall, room);
}

static struct placed place_drawings(struct figure *figure, const struct canvas *canvas, double x,
				    double y, struct region region)
{
	struct placed placed = { 0 };

	while (!drawings_are_done(figure)) {
		const struct page_drawing *drawing = figure->drawings->items[figure->at];
		bool must = region.top && !placed.any;

		if (!must && placed.height + drawing->height > region.height + LAYOUT_EPSILON)
			return placed;
		if (must)
			report_tall(figure, drawing->height, region.height);
		place_drawing(figure, canvas, drawing, x + offset(figure, drawing),
			      y + placed.height);
		placed.height += drawing->height;
		placed.any = true;
		figure->at++;
	}
	close_tags(figure);
	placed.done = true;
	return placed;
}

static struct placed place(struct piece *piece, const struct canvas *canvas, double x, double y,
			   struct region region)
{
	struct figure *figure = of(piece);
	bool fresh = figure->drawings == NULL;

	if (!region.top && first(piece, region.full) > region.height + LAYOUT_EPSILON)
		return (struct placed){ 0 };
	if (figure->drawings == NULL)
		draw(figure, region.height);
	if (fresh && is_structured(figure) && !region.top &&
	    next_height(figure) > region.height + LAYOUT_EPSILON) {
		figure->drawings = NULL; /* drawn again for a page of its own */
		return (struct placed){ 0 };
	}
	return place_drawings(figure, canvas, x, y, region);
}

static const struct piece_kind figure_kind = { .first = first, .height = height, .place = place };

struct piece *figure_create(const struct setting *setting, const struct document_block *block)
{
	struct figure *figure = arena_new(setting->arena, struct figure);

	piece_init(&figure->piece, &figure_kind, setting, block);
	figure->data = block->as.figure;
	figure->full = setting->full;
	return &figure->piece;
}
