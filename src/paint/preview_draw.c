/* preview_draw.c - drawing operations become calls of Cairo. */
#include "preview_private.h"

#define HAIRLINE_PT  0.24 /* a width of zero is the thinnest line that is seen, as in PDF */
#define GLYPHS       128  /* shown in one call */
#define BLOCK_MIN_PX 3    /* sides of a rectangle that need no soft edge */

struct pen {
	struct preview *preview;
	cairo_t *cr;
	int clips; /* open */
};

static void set_colour(struct pen *pen, document_colour colour)
{
	if (colour >= 0)
		cairo_set_source_rgb(pen->cr, (colour >> 16 & 255) / 255.0,
				     (colour >> 8 & 255) / 255.0, (colour & 255) / 255.0);
}

/* ---- text -------------------------------------------------------------- */

/* A picture made of dots rounds glyphs to whole dots; as paths they stand
 * where the PDF has them. In SVG the glyphs are shared, and exact anyway. */
static void show(struct pen *pen, const cairo_glyph_t *glyphs, int count)
{
	if (pen->preview->options.format == PAINT_SVG) {
		cairo_show_glyphs(pen->cr, glyphs, count);
		return;
	}
	cairo_new_path(pen->cr);
	cairo_glyph_path(pen->cr, glyphs, count);
	cairo_fill(pen->cr);
}

static void show_run(struct pen *pen, const struct type_run *run, double size, double x, double y)
{
	cairo_font_face_t *face = preview_face(pen->preview, run->face);
	cairo_glyph_t glyphs[GLYPHS];
	int count = 0;

	if (face == NULL)
		return;
	cairo_set_font_face(pen->cr, face);
	cairo_set_font_size(pen->cr, size);
	for (size_t i = 0; i < run->glyph_count; i++) {
		const struct type_glyph *glyph = &run->glyphs[i];

		glyphs[count++] = (cairo_glyph_t){ .index = glyph->id,
						   .x = x + (double)glyph->x * size / 1000,
						   .y = y - (double)glyph->y * size / 1000 };
		x += (double)glyph->advance * size / 1000;
		if (count == GLYPHS || i + 1u == run->glyph_count) {
			show(pen, glyphs, count);
			count = 0;
		}
	}
}

static void put_text(struct pen *pen, const struct page_op *op)
{
	double size = (double)op->as.text.size;

	if (!(size > 0))
		return;
	set_colour(pen, op->as.text.colour);
	for (size_t i = 0; i < op->as.text.count; i++) {
		double x = op->as.text.x + (double)op->as.text.words[i].x;

		for (const struct type_run *run = op->as.text.words[i].run; run != NULL;
		     run = run->next) {
			show_run(pen, run, size, x, op->as.text.y);
			x += (double)run->width * size / 1000;
		}
	}
}

/* ---- paths and images -------------------------------------------------- */

static void make_path(struct pen *pen, const struct page_op *op)
{
	cairo_new_path(pen->cr);
	for (size_t i = 0; i < op->as.path.count; i++) {
		const float *p = op->as.path.segments[i].p;

		switch (op->as.path.segments[i].verb) {
		case PAGE_MOVE: cairo_move_to(pen->cr, (double)p[0], (double)p[1]); break;
		case PAGE_LINE: cairo_line_to(pen->cr, (double)p[0], (double)p[1]); break;
		case PAGE_CURVE:
			cairo_curve_to(pen->cr, (double)p[0], (double)p[1], (double)p[2],
				       (double)p[3], (double)p[4], (double)p[5]);
			break;
		case PAGE_CLOSE: cairo_close_path(pen->cr); break;
		}
	}
}

/* Each side of the path is level or upright. */
static bool is_upright(const struct page_op *op)
{
	const struct page_segment *segments = op->as.path.segments;

	for (size_t i = 1; i < op->as.path.count; i++) {
		const float *from = segments[i - 1].p, *to = segments[i].p;

		if (segments[i].verb == PAGE_CLOSE)
			return i + 1 == op->as.path.count;
		if (segments[i].verb != PAGE_LINE || (from[0] != to[0] && from[1] != to[1]))
			return false;
	}
	return true;
}

/* A rectangle of some size, which is to end where its neighbour begins. */
static bool is_block(struct pen *pen, const struct page_op *op)
{
	double x0, y0, x1, y1, width, height;

	if (pen->preview->options.format != PAINT_PNG || !is_upright(op))
		return false;
	cairo_path_extents(pen->cr, &x0, &y0, &x1, &y1);
	width = x1 - x0;
	height = y1 - y0;
	cairo_user_to_device_distance(pen->cr, &width, &height);
	return width >= BLOCK_MIN_PX && height >= BLOCK_MIN_PX;
}

/* The softened edges of two cells would let the page shine through between
 * them, so blocks are filled in whole dots. */
static void put_fill(struct pen *pen, const struct page_op *op)
{
	cairo_antialias_t usual = cairo_get_antialias(pen->cr);

	set_colour(pen, op->as.path.colour);
	make_path(pen, op);
	if (is_block(pen, op))
		cairo_set_antialias(pen->cr, CAIRO_ANTIALIAS_NONE);
	cairo_fill(pen->cr);
	cairo_set_antialias(pen->cr, usual);
}

static void put_stroke(struct pen *pen, const struct page_op *op)
{
	const double dash[2] = { (double)op->as.path.dash[0], (double)op->as.path.dash[1] };
	double width = (double)op->as.path.width;

	set_colour(pen, op->as.path.colour);
	cairo_set_line_width(pen->cr, width > 0 ? width : HAIRLINE_PT);
	cairo_set_dash(pen->cr, dash, dash[0] > 0 && dash[1] >= 0 ? 2 : 0, 0);
	make_path(pen, op);
	cairo_stroke(pen->cr);
}

static void put_image(struct pen *pen, const struct page_op *op)
{
	cairo_surface_t *picture =
		preview_image(pen->preview, op->as.image.png, op->as.image.length);
	int width, height;

	if (picture == NULL || !(op->as.image.width > 0) || !(op->as.image.height > 0))
		return;
	width = cairo_image_surface_get_width(picture);
	height = cairo_image_surface_get_height(picture);
	cairo_save(pen->cr);
	cairo_translate(pen->cr, op->as.image.x, op->as.image.y);
	cairo_scale(pen->cr, op->as.image.width / width, op->as.image.height / height);
	cairo_set_source_surface(pen->cr, picture, 0, 0);
	/* Padded, or the border would fade into the page. */
	cairo_pattern_set_extend(cairo_get_source(pen->cr), CAIRO_EXTEND_PAD);
	cairo_pattern_set_filter(cairo_get_source(pen->cr), CAIRO_FILTER_GOOD);
	cairo_rectangle(pen->cr, 0, 0, width, height);
	cairo_fill(pen->cr);
	cairo_restore(pen->cr);
}

static void put_clip(struct pen *pen, const struct page_op *op)
{
	cairo_save(pen->cr);
	make_path(pen, op);
	cairo_clip(pen->cr);
	pen->clips++;
}

static void end_clip(struct pen *pen)
{
	if (pen->clips == 0)
		return;
	cairo_restore(pen->cr);
	pen->clips--;
}

static void put_op(struct pen *pen, const struct page_op *op)
{
	switch (op->kind) {
	case PAGE_OP_TEXT: put_text(pen, op); break;
	case PAGE_OP_FILL: put_fill(pen, op); break;
	case PAGE_OP_STROKE: put_stroke(pen, op); break;
	case PAGE_OP_IMAGE: put_image(pen, op); break;
	case PAGE_OP_CLIP: put_clip(pen, op); break;
	case PAGE_OP_CLIP_END: end_clip(pen); break;
	case PAGE_OP_MARK:
	case PAGE_OP_SPAN:
	case PAGE_OP_SPAN_END: break; /* not kept */
	}
}

void preview_draw(struct preview *preview, cairo_t *cr, const struct page_op *first)
{
	struct pen pen = { .preview = preview, .cr = cr };

	for (const struct page_op *op = first; op != NULL && preview->failed == STATUS_OK;
	     op = op->next)
		put_op(&pen, op);
	while (pen.clips > 0)
		end_clip(&pen);
}
