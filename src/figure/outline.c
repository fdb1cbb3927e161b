/* outline.c - paths: rectangles, discs, sectors, polygons. */
#include "figure_private.h"

#include <assert.h>
#include <math.h>

#define TURN 6.283185307179586

static void widen(struct outline *outline, double x, double y)
{
	bool first = outline->count == 0;

	outline->x0 = first ? x : fmin(outline->x0, x);
	outline->y0 = first ? y : fmin(outline->y0, y);
	outline->x1 = first ? x : fmax(outline->x1, x);
	outline->y1 = first ? y : fmax(outline->y1, y);
}

static void go(struct outline *outline, enum page_verb verb, double x, double y)
{
	assert(outline->count < OUTLINE_SEGMENTS_MAX);
	if (verb != PAGE_CLOSE)
		widen(outline, x, y);
	outline->segments[outline->count++] =
		(struct page_segment){ .verb = verb, .p = { (float)x, (float)y } };
}

struct outline outline_polygon(const double *corners, size_t count)
{
	struct outline outline = { .count = 0 };

	for (size_t i = 0; i < count; i++)
		go(&outline, i == 0 ? PAGE_MOVE : PAGE_LINE, corners[2 * i], corners[2 * i + 1]);
	go(&outline, PAGE_CLOSE, 0, 0);
	return outline;
}

struct outline outline_rect(double x, double y, double w, double h)
{
	return outline_polygon((double[]){ x, y, x + w, y, x + w, y + h, x, y + h }, 4);
}

/* A curve along a circle; the bounds take in the circle's own edge. */
static void arc(struct outline *outline, double x, double y, double radius, double from, double to)
{
	int parts = (int)ceil(fabs(to - from) / (TURN / 8) - 1e-9);
	double part = parts > 0 ? (to - from) / parts : 0;
	double reach = 4.0 / 3 * tan(part / 4) * radius;

	for (int i = 0; i < parts; i++) {
		double a = from + part * i, b = a + part;
		double ax = x + radius * sin(a), ay = y - radius * cos(a);
		double bx = x + radius * sin(b), by = y - radius * cos(b);
		struct page_segment *s = &outline->segments[outline->count];

		go(outline, PAGE_CURVE, bx, by);
		*s = (struct page_segment){
			.verb = PAGE_CURVE,
			.p = { (float)(ax + reach * cos(a)), (float)(ay + reach * sin(a)),
			       (float)(bx - reach * cos(b)), (float)(by - reach * sin(b)),
			       (float)bx, (float)by },
		};
	}
}

struct outline outline_disc(double x, double y, double radius)
{
	struct outline outline = { .count = 0 };

	go(&outline, PAGE_MOVE, x, y - radius);
	arc(&outline, x, y, radius, 0, TURN);
	go(&outline, PAGE_CLOSE, 0, 0);
	return outline;
}

struct outline outline_sector(double x, double y, double inner, double outer, double from,
			      double to)
{
	struct outline outline = { .count = 0 };

	if (inner <= 0 && to - from > TURN - 1e-9)
		return outline_disc(x, y, outer);
	go(&outline, PAGE_MOVE, x + inner * sin(from), y - inner * cos(from));
	go(&outline, PAGE_LINE, x + outer * sin(from), y - outer * cos(from));
	arc(&outline, x, y, outer, from, to);
	if (inner > 0) {
		go(&outline, PAGE_LINE, x + inner * sin(to), y - inner * cos(to));
		arc(&outline, x, y, inner, to, from);
	}
	go(&outline, PAGE_CLOSE, 0, 0);
	return outline;
}

void outline_draw(struct page_drawing *drawing, enum page_op_kind kind,
		  const struct outline *outline, document_colour colour, double line_width)
{
	page_draw_path(drawing, kind, outline->segments, outline->count, colour, line_width);
}
