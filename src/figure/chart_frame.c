/* chart_frame.c - the upright axis, its grid, and the names of categories. */
#include "chart_private.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

#define STEP_HEIGHT 34.0 /* paper between two steps, about  */
#define STEP_GAP    6.0  /* between a step's label and data */
#define DATA_HEIGHT 60.0 /* at least, of the data's area    */
#define NAME_GAP    5.0  /* between data and names          */
#define STEPS_SHARE 0.45 /* of the width, at most, for the labels of steps */
#define GRID_WIDTH  0.5
#define BASE_WIDTH  0.8

double chart_pitch(const struct plate *plate)
{
	return (plate->right - plate->left) / (double)plate->chart->category_count;
}

double chart_y(const struct plate *plate, const struct number *value)
{
	return plate->bottom - axis_fraction(plate->easel->arena, &plate->axis, value) *
				       (plate->bottom - plate->top);
}

/* ---- names of categories ----------------------------------------------- */

/* How the names stand below the data. */
struct naming {
	bool keyed;   /* numbers, with a key below     */
	size_t every; /* each so many categories: 1 all */
	size_t lines_max;
	double width; /* a name may take               */
};

#define NAME_LINES_MAX 4
#define NAME_MARGIN    4.0  /* between neighbours */
#define ORDINAL_WIDTH  70.0 /* longer names are no years or months */

static struct label *name_label(const struct plate *plate, const struct naming *naming, size_t c)
{
	const char *name = plate->chart->categories[c];

	if (naming->keyed)
		name = arena_printf(plate->easel->arena, "%zu", c + 1);
	return label_make(plate->easel, chart_letters(plate), NULL, name, naming->width,
			  naming->lines_max);
}

static bool names_fit(const struct plate *plate, const struct naming *naming)
{
	for (size_t c = 0; c < plate->chart->category_count; c += naming->every) {
		const struct label *label = name_label(plate, naming, c);

		if (label->cut || label->broken || label->width > naming->width)
			return false;
	}
	return true;
}

/* Years, months and the like: one may be left out and is still understood. */
static bool is_ordinal(const struct plate *plate)
{
	bool digits = plate->chart->kind == DOCUMENT_LINES;

	for (size_t c = 0; c < plate->chart->category_count && !digits; c++)
		digits = strpbrk(plate->chart->categories[c], "0123456789") == NULL;
	return plate->chart->kind == DOCUMENT_LINES || !digits;
}

static double widest_name(const struct plate *plate, struct naming naming)
{
	double width = 0;

	naming.width = plate->width;
	for (size_t c = 0; c < plate->chart->category_count; c++)
		width = fmax(width, name_label(plate, &naming, c)->width);
	return width;
}

#define KEY_SHARE   0.5  /* of a page, at most, for a key */
#define SHORT_WIDTH 72.0 /* of a name that is cut          */

static double draw_key(struct plate *plate, double y, bool measure);

/* Leaves names out so that those left stand clear of each other. */
static struct naming thin_out(const struct plate *plate, struct naming naming)
{
	double need = widest_name(plate, naming) + NAME_MARGIN * 1.5;

	naming.lines_max = 1;
	naming.every = (size_t)fmax(1, ceil(need / chart_pitch(plate)));
	naming.width = fmax(need, plate->width);
	return naming;
}

/* Too many long names even for a key: some of them, cut. */
static struct naming cut_short(const struct plate *plate, struct naming naming)
{
	naming.keyed = false;
	naming.lines_max = 1;
	naming.width = fmin(SHORT_WIDTH, plate->width);
	naming.every = (size_t)fmax(1, ceil((naming.width + NAME_MARGIN) / chart_pitch(plate)));
	return naming;
}

static struct naming choose_naming(struct plate *plate)
{
	struct naming naming = { .every = 1, .lines_max = NAME_LINES_MAX };

	naming.width = chart_pitch(plate) - NAME_MARGIN;
	if (naming.width > plate->easel->size && names_fit(plate, &naming))
		return naming;
	if (is_ordinal(plate) && widest_name(plate, naming) <= ORDINAL_WIDTH)
		return thin_out(plate, naming);
	if (draw_key(plate, 0, true) > plate->easel->space.height * KEY_SHARE)
		return cut_short(plate, naming);
	naming.keyed = true;
	return thin_out(plate, naming);
}

static double clamp_middle(const struct plate *plate, double x, double width)
{
	return fmax(width / 2, fmin(x, plate->width - width / 2));
}

/* A name moved inwards from the edge may meet its neighbour, which is then left out. */
static double draw_names(struct plate *plate, const struct naming *naming, double y, bool measure)
{
	double height = 0, end = -NAME_MARGIN;

	for (size_t c = 0; c < plate->chart->category_count; c += naming->every) {
		struct label *label = name_label(plate, naming, c);
		double x = clamp_middle(plate, plate->left + chart_pitch(plate) * ((double)c + .5),
					label->width);

		height = fmax(height, label->height);
		if (x - label->width / 2 < end + 1)
			continue;
		end = x + label->width / 2;
		if (!measure)
			label_draw(plate->drawing, label, x, y, LABEL_CENTRE);
	}
	return height;
}

#define KEY_GAP        6.0
#define KEY_COLUMN_GAP 12.0

static struct label *key_label(const struct plate *plate, size_t c, double width)
{
	return label_make(plate->easel, chart_soft_letters(plate),
			  arena_printf(plate->easel->arena, "%zu", c + 1),
			  plate->chart->categories[c], width, 3);
}

/* The numbered names below the chart, in as many columns as they allow. */
static double draw_key(struct plate *plate, double y, bool measure)
{
	size_t count = plate->chart->category_count, columns, rows;
	double widest = 0, width;

	for (size_t c = 0; c < count; c++)
		widest = fmax(widest, key_label(plate, c, plate->width)->width);
	columns = (size_t)((plate->width + KEY_COLUMN_GAP) / (widest + KEY_COLUMN_GAP));
	columns = columns < 1 ? 1 : columns > count ? count : columns;
	rows = (count + columns - 1) / columns;
	width = (plate->width - KEY_COLUMN_GAP * (double)(columns - 1)) / (double)columns;
	y += KEY_GAP;
	for (size_t row = 0; row < rows; row++) {
		double height = 0;

		for (size_t c = row; c < count; c += rows) {
			struct label *label = key_label(plate, c, width);

			if (!measure)
				label_draw(plate->drawing, label,
					   (double)(c / rows) * (width + KEY_COLUMN_GAP), y,
					   LABEL_LEFT);
			height = fmax(height, label->height);
		}
		y += height;
	}
	return y;
}

double chart_categories(struct plate *plate, double y, bool measure)
{
	struct naming naming = choose_naming(plate);

	y += NAME_GAP;
	y += draw_names(plate, &naming, y, measure);
	return naming.keyed ? draw_key(plate, y, measure) : y;
}

/* ---- axis and grid ----------------------------------------------------- */

static struct label *step_label(const struct plate *plate, size_t step)
{
	const struct number *value = axis_step_value(plate->easel->arena, &plate->axis, step);

	return label_make(plate->easel, chart_soft_letters(plate), NULL,
			  number_italian(plate->easel->arena, value, plate->axis.decimals),
			  plate->width, 1);
}

static double widest_step(const struct plate *plate)
{
	double width = 0;

	for (size_t i = 0; i <= plate->axis.steps; i++)
		width = fmax(width, step_label(plate, i)->width);
	return width;
}

static void draw_grid(struct plate *plate, bool named)
{
	double height = plate->bottom - plate->top;

	for (size_t i = 0; i <= plate->axis.steps; i++) {
		struct label *label = step_label(plate, i);
		double y = plate->bottom - height * (double)i / (double)plate->axis.steps;

		page_draw_line(plate->drawing, plate->left, y, plate->right, y, GRID, GRID_WIDTH);
		if (named)
			label_draw(plate->drawing, label, plate->left - STEP_GAP,
				   y - label->height / 2, LABEL_RIGHT);
	}
}

void chart_base_line(struct plate *plate)
{
	const struct number *zero = number_from_int(plate->easel->arena, 0);
	double y = chart_y(plate, zero);

	if (number_compare(plate->axis.low, zero) > 0 || number_compare(plate->axis.high, zero) < 0)
		return;
	page_draw_line(plate->drawing, plate->left, y, plate->right, y, INK_RULE, BASE_WIDTH);
}

static int steps_wanted(double height)
{
	return (int)fmin(fmax(height / STEP_HEIGHT, 2), 6);
}

void chart_frame(struct plate *plate, const struct number *low, const struct number *high,
		 double right_room)
{
	double value_room = label_leading(plate->easel->size) + 2, names, below;
	bool whole = plate_all_whole(plate) && plate->magnitude.decimals == 0, named;

	plate->top = plate->y + value_room;
	plate->axis = axis_make(plate->easel->arena, low, high,
				steps_wanted(plate->height - plate->top - 2 * value_room), whole);
	plate->left = widest_step(plate) + STEP_GAP;
	named = plate->left < plate->width * STEPS_SHARE;
	if (!named)
		plate->left = 0;
	plate->right = fmax(plate->width - right_room, plate->left + 1);
	names = chart_categories(plate, 0, true);
	below = plate->chart->kind != DOCUMENT_LINES && number_sign(plate->axis.low) < 0
			? value_room
			: 0;
	names += below;
	plate->bottom = fmax(plate->height - names, plate->top + DATA_HEIGHT);
	plate->bottom =
		fmax(fmin(plate->bottom, plate->easel->space.height - names), plate->top + 1);
	draw_grid(plate, named);
	plate->y = chart_categories(plate, plate->bottom + below, false);
}
