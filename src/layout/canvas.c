/* canvas.c - marks, operations and decorations, on a page or in the drawing
 * of a running head. */
#include "layout_private.h"

#include <string.h>

static struct page_op *mark_drawing(const struct canvas *canvas)
{
	struct page_op *op = canvas_add(canvas, PAGE_OP_MARK);

	op->as.mark.mcid = -1;
	op->as.mark.local = -1;
	op->as.mark.artifact = canvas->kind;
	return op;
}

static void mark_artifact(const struct canvas *canvas, enum page_artifact kind)
{
	struct page *page = canvas->sheet->page;

	if (page->marking && page->marked == NULL && page->last != NULL &&
	    page->last->kind != PAGE_OP_MARK && canvas->artifact)
		return;
	page_mark(page, NULL, kind);
}

void canvas_mark_artifact(const struct canvas *canvas)
{
	if (canvas->sheet != NULL)
		mark_artifact(canvas, canvas->kind);
	else if (canvas->drawing->first == NULL)
		mark_drawing(canvas);
}

void canvas_mark(const struct canvas *canvas, struct page_tag *tag)
{
	if (canvas->artifact || tag == NULL)
		canvas_mark_artifact(canvas);
	else
		page_mark(canvas->sheet->page, tag, PAGE_ARTIFACT_LAYOUT);
}

struct page_op *canvas_add(const struct canvas *canvas, enum page_op_kind kind)
{
	if (canvas->sheet != NULL)
		return page_op_add(&canvas->sheet->page->first, &canvas->sheet->page->last,
				   canvas->arena, kind);
	return page_op_add(&canvas->drawing->first, &canvas->drawing->last, canvas->arena, kind);
}

struct page_op *canvas_last(const struct canvas *canvas)
{
	return canvas->sheet != NULL ? canvas->sheet->page->last : canvas->drawing->last;
}

struct page_op *canvas_add_under(const struct canvas *canvas, enum page_op_kind kind)
{
	struct sheet *sheet = canvas->sheet;

	if (sheet == NULL) {
		canvas_mark_artifact(canvas);
		return canvas_add(canvas, kind);
	}
	if (sheet->under == NULL) {
		struct page_op *mark =
			page_op_add(&sheet->under, &sheet->under_last, canvas->arena, PAGE_OP_MARK);
		mark->as.mark.mcid = -1;
		mark->as.mark.local = -1;
		mark->as.mark.artifact = PAGE_ARTIFACT_LAYOUT;
	}
	return page_op_add(&sheet->under, &sheet->under_last, canvas->arena, kind);
}

void canvas_place(const struct canvas *canvas, const struct page_drawing *drawing, double x,
		  double y, struct page_tag *whole)
{
	if (canvas->sheet == NULL)
		return; /* no drawings in running heads */
	page_place(canvas->sheet->page, drawing, x, y, NULL, canvas->artifact ? NULL : whole);
}

/* ---- decorations -------------------------------------------------------- */

bool style_is_decorated(const struct document_style *style)
{
	struct document_edges insets = style_insets(style);

	return style->background != DOCUMENT_NO_COLOUR || insets.top > 0 || insets.right > 0 ||
	       insets.bottom > 0 || insets.left > 0;
}

struct document_edges style_insets(const struct document_style *style)
{
	return (struct document_edges){
		.top = style->padding.top + style->border_top.width_pt,
		.right = style->padding.right + style->border_right.width_pt,
		.bottom = style->padding.bottom + style->border_bottom.width_pt,
		.left = style->padding.left + style->border_left.width_pt,
	};
}

static void set_rectangle(const struct canvas *canvas, struct page_op *op, const double box[4],
			  document_colour colour)
{
	struct page_segment *s;
	const float x0 = (float)box[0], y0 = (float)box[1];
	const float x1 = (float)(box[0] + box[2]), y1 = (float)(box[1] + box[3]);

	s = arena_array(canvas->arena, struct page_segment, 5);
	s[0] = (struct page_segment){ .verb = PAGE_MOVE, .p = { x0, y0 } };
	s[1] = (struct page_segment){ .verb = PAGE_LINE, .p = { x1, y0 } };
	s[2] = (struct page_segment){ .verb = PAGE_LINE, .p = { x1, y1 } };
	s[3] = (struct page_segment){ .verb = PAGE_LINE, .p = { x0, y1 } };
	s[4] = (struct page_segment){ .verb = PAGE_CLOSE };
	op->as.path.segments = s;
	op->as.path.count = 5;
	op->as.path.colour = colour;
}

void canvas_fill(const struct canvas *canvas, const double box[4], document_colour colour)
{
	set_rectangle(canvas, canvas_add_under(canvas, PAGE_OP_FILL), box, colour);
}

struct decoration canvas_reserve(const struct canvas *canvas, const struct document_style *style)
{
	const struct document_border *borders[4] = { &style->border_top, &style->border_right,
						     &style->border_bottom, &style->border_left };
	struct decoration decoration = { .style = style };

	if (style->background != DOCUMENT_NO_COLOUR)
		decoration.background = canvas_add_under(canvas, PAGE_OP_FILL);
	for (int side = 0; side < 4; side++)
		if (borders[side]->width_pt > 0)
			decoration.edges[side] = canvas_add_under(canvas, PAGE_OP_FILL);
	return decoration;
}

/* Borders are filled rectangles inside the box, top and bottom over the corners. */
static void set_edge(const struct canvas *canvas, struct page_op *op, const double box[4], int side,
		     const struct document_border *border)
{
	double w = border->width_pt, edge[4];

	memcpy(edge, box, sizeof(edge));
	switch (side) {
	case 0: edge[3] = w; break;
	case 1:
		edge[0] += box[2] - w;
		edge[2] = w;
		break;
	case 2:
		edge[1] += box[3] - w;
		edge[3] = w;
		break;
	default: edge[2] = w; break;
	}
	set_rectangle(canvas, op, edge, border->colour);
}

void canvas_decorate(const struct canvas *canvas, struct decoration decoration, const double box[4])
{
	const struct document_style *style = decoration.style;
	const struct document_border *borders[4] = { &style->border_top, &style->border_right,
						     &style->border_bottom, &style->border_left };

	if (decoration.background != NULL)
		set_rectangle(canvas, decoration.background, box, style->background);
	for (int side = 0; side < 4; side++)
		if (decoration.edges[side] != NULL)
			set_edge(canvas, decoration.edges[side], box, side, borders[side]);
}
