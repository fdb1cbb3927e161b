/* figure.c - which drawing a figure asks for, and its space made sound. */
#include "figure_private.h"

#include <math.h>

#define TEXT_SMALLEST 7.5  /* pt: readable at 100 % */
#define TEXT_LARGEST  14.0 /* larger ones are for titles, not for labels */
#define TEXT_DEFAULT  8.0
#define TEXT_SHARE    0.85 /* of the figure's own style */

/* Drawings carry much text: they speak a little softer than the page around. */
static double text_size(const struct document_style *style)
{
	double size = style == NULL ? TEXT_DEFAULT : style->character.size_pt * TEXT_SHARE;

	if (!(size > 0))
		return TEXT_DEFAULT;
	return fmin(fmax(size, TEXT_SMALLEST), TEXT_LARGEST);
}

#define SIDE_MAX 14400.0 /* pt: the largest page of a PDF */

static double sound_side(double side)
{
	return side >= FIGURE_SIDE_MIN ? fmin(side, SIDE_MAX) : FIGURE_SIDE_MIN;
}

static struct figure_space sound_space(struct figure_space space)
{
	return (struct figure_space){
		.width = sound_side(space.width),
		.height = sound_side(space.height),
		.first_height = sound_side(space.first_height),
	};
}

/* Trees and maps run over pages: the size asked for limits each of their drawings. */
static struct figure_space limited_space(const struct document_figure *figure,
					 struct figure_space space)
{
	double width =
		figure->width_pt > 0 ? figure->width_pt : space.width * figure->width_percent / 100;

	if (figure->kind != DOCUMENT_TREE && figure->kind != DOCUMENT_MAP)
		return space;
	if (width > 0)
		space.width = fmin(space.width, width);
	if (figure->height_pt > 0) {
		space.height = fmin(space.height, figure->height_pt);
		space.first_height = fmin(space.first_height, figure->height_pt);
	}
	return space;
}

static void draw_one(struct easel *easel, struct figure_drawings *out,
		     struct page_drawing *(*draw)(struct easel *easel))
{
	out->items = arena_new(easel->arena, struct page_drawing *);
	out->items[0] = draw(easel);
	out->count = 1;
}

struct figure_drawings *figure_draw(struct arena *arena, struct type_library *type,
				    const struct document_figure *figure, struct figure_space space,
				    struct place place, struct diag *diag)
{
	struct figure_drawings *out = arena_new(arena, struct figure_drawings);
	struct easel easel = {
		.arena = arena,
		.type = type,
		.figure = figure,
		.space = sound_space(limited_space(figure, space)),
		.place = place,
		.diag = diag,
		.size = text_size(figure->style),
	};

	switch (figure->kind) {
	case DOCUMENT_CHART: draw_one(&easel, out, chart_draw); break;
	case DOCUMENT_IMAGE: draw_one(&easel, out, image_draw); break;
	case DOCUMENT_TREE: tree_draw(&easel, out); break;
	case DOCUMENT_MAP: map_draw(&easel, out); break;
	}
	return out;
}
