/* series.c - how series are told apart: colour, pattern, marker. */
#include "figure_private.h"

#include <math.h>

/* Neighbours differ in hue and in lightness; all at least 4.5:1 on white. */
static const document_colour colours[SERIES_COLOURS] = {
	0x17518C, 0xB0500A, 0x24777A, 0x7A3E8E, 0x7A6200, 0xB0305C,
	0x47722A, 0x56646F, 0x0A6FA8, 0x8A4B32, 0x5450B5, 0x2F4858,
};

document_colour series_colour(size_t index)
{
	return colours[index % SERIES_COLOURS];
}

/* ---- patterns -------------------------------------------------------- */

enum stroke { STROKE_NONE = 0, RISING = 1, FALLING = 2, LEVEL = 4, UPRIGHT = 8 };

struct pattern {
	int strokes;
	double pitch, width;
	bool dots;
};

/* The first series is plain. */
static const struct pattern patterns[SERIES_COLOURS] = {
	{ STROKE_NONE, 0, 0, false }, { RISING, 4, .7, false },           { LEVEL, 4, 1.1, true },
	{ FALLING, 4, .7, false },    { RISING | FALLING, 6, .6, false }, { LEVEL, 3.5, .7, false },
	{ UPRIGHT, 3.5, .7, false },  { LEVEL | UPRIGHT, 5, .6, false },  { RISING, 7, 2, false },
	{ LEVEL, 6, 1.8, true },      { FALLING, 7, 2, false },           { LEVEL, 6, 2, false },
};

#define HATCH_LINES_MAX 1000 /* of one direction in one shape */

/* Lines of one direction over the bounds of an outline, moved by `pitch`. */
static void hatch(struct page_drawing *drawing, const struct outline *o, enum stroke stroke,
		  const struct pattern *pattern)
{
	double w = o->x1 - o->x0, h = o->y1 - o->y0;
	double slant = stroke == RISING ? -h : stroke == FALLING ? h : 0;
	double pitch = slant != 0 ? pattern->pitch * sqrt(2) : pattern->pitch;
	double from = slant > 0 ? -h : 0, length = stroke == LEVEL ? h : w + fabs(slant);
	size_t count = (size_t)fmin(length / pitch + 1, HATCH_LINES_MAX), used = 0;
	struct page_segment *lines = arena_array(drawing->arena, struct page_segment, 2 * count);

	for (size_t i = 0; i < count; i++) {
		double at = from + pitch * ((double)i + .5);
		double x = stroke == LEVEL ? o->x0 : o->x0 + at;
		double y = stroke == LEVEL ? o->y0 + at : o->y0;
		double to_x = stroke == LEVEL ? o->x1 : x + slant;
		double to_y = stroke == LEVEL ? y : o->y1;

		lines[used++] = (struct page_segment){ PAGE_MOVE, { (float)x, (float)y } };
		lines[used++] = (struct page_segment){ PAGE_LINE, { (float)to_x, (float)to_y } };
	}
	if (pattern->dots)
		page_draw_dashes(drawing, lines, used, PAPER, pattern->width, pattern->width,
				 pattern->pitch - pattern->width);
	else
		page_draw_path(drawing, PAGE_OP_STROKE, lines, used, PAPER, pattern->width);
}

#define PATTERN_SIDE_MIN 3.0 /* a thinner shape would lose its colour */

void series_fill(struct page_drawing *drawing, const struct outline *outline, size_t index)
{
	const struct pattern *pattern = &patterns[index % SERIES_COLOURS];
	double side = fmin(outline->x1 - outline->x0, outline->y1 - outline->y0);

	outline_draw(drawing, PAGE_OP_FILL, outline, series_colour(index), 0);
	if (pattern->strokes == STROKE_NONE || side < PATTERN_SIDE_MIN)
		return;
	outline_draw(drawing, PAGE_OP_CLIP, outline, PAPER, 0);
	for (int stroke = RISING; stroke <= UPRIGHT; stroke *= 2)
		if (pattern->strokes & stroke)
			hatch(drawing, outline, (enum stroke)stroke, pattern);
	page_draw_clip_end(drawing);
}

/* ---- markers --------------------------------------------------------- */

#define MARKERS 6

/* Corners in half sizes from the middle; no corners: a disc. */
static const struct {
	double corners[24];
	size_t count;
} markers[MARKERS] = {
	{ { 0 }, 0 },
	{ { -.9, -.9, .9, -.9, .9, .9, -.9, .9 }, 4 },
	{ { 0, -1.2, 1.2, .9, -1.2, .9 }, 3 },
	{ { 0, -1.3, 1.3, 0, 0, 1.3, -1.3, 0 }, 4 },
	{ { -1.2, -.9, 1.2, -.9, 0, 1.2 }, 3 },
	{ { -.4, -1.2, .4,  -1.2, .4,  -.4, 1.2,  -.4, 1.2,  .4,  .4,  .4,
	    .4,  1.2,  -.4, 1.2,  -.4, .4,  -1.2, .4,  -1.2, -.4, -.4, -.4 },
	  12 },
};

static struct outline marker_outline(size_t shape, double x, double y, double half)
{
	double at[24];

	if (markers[shape].count == 0)
		return outline_disc(x, y, half);
	for (size_t i = 0; i < markers[shape].count; i++) {
		at[2 * i] = x + markers[shape].corners[2 * i] * half;
		at[2 * i + 1] = y + markers[shape].corners[2 * i + 1] * half;
	}
	return outline_polygon(at, markers[shape].count);
}

/* Filled shapes first, then the same ones hollow. */
void series_marker(struct page_drawing *drawing, size_t index, double x, double y, double size)
{
	struct outline outline = marker_outline(index % MARKERS, x, y, size / 2);
	bool hollow = index / MARKERS % 2 == 1;

	outline_draw(drawing, PAGE_OP_STROKE, &outline, PAPER, size * .4);
	outline_draw(drawing, PAGE_OP_FILL, &outline, hollow ? PAPER : series_colour(index), 0);
	if (hollow)
		outline_draw(drawing, PAGE_OP_STROKE, &outline, series_colour(index), 1);
}
