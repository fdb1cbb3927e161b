/* chart_bars.c - horizontal bars, for long names. */
#include "chart_private.h"

#include <math.h>

#define NAME_SHARE_MAX 0.42 /* of the width, for the names of categories */
#define NAME_LINES_MAX 4
#define NAME_GAP       8.0
#define BAR            11.0 /* thickness of a lone bar             */
#define BAR_GROUPED    9.0  /* of one among others                 */
#define BAR_MIN        0.5
#define ROW_GAP        7.0
#define ROW_GAP_MIN    1.0
#define BAR_GAP        0.8
#define VALUE_GAP      4.0
#define SIGNAL_SIDE    6.0
#define AREA_MIN       30.0 /* of the bars, when values are written */
#define STEP_WIDTH     64.0 /* paper between two steps, about */

/* The rows of a chart, before they are drawn. */
struct rows {
	struct label **names;
	double *heights; /* without gap */
	double gap, bar, total;
	size_t every; /* each so many rows have a name: 1 all */
	bool values;  /* written at the bars' ends */
};

static struct label *value_label(const struct plate *plate, size_t series, size_t category)
{
	const struct number *value = plate_value(plate, series, category);

	return label_make(plate->easel,
			  value == NULL ? chart_soft_letters(plate) : chart_letters(plate), NULL,
			  value == NULL ? "n.d." : plate_value_text(plate, value), plate->width, 1);
}

static double widest_value(const struct plate *plate)
{
	double width = 0;

	for (size_t s = 0; s < plate->chart->series_count; s++)
		for (size_t c = 0; c < plate->chart->category_count; c++)
			width = fmax(
				width,
				value_label(plate, s, c)->width +
					(chart_signal(plate, s, c) != NULL ? SIGNAL_SIDE + 3 : 0));
	return width + VALUE_GAP + 2; /* and the paper around it */
}

/* Names as wide as they need, within their share, at most `lines` high. */
static void make_names(const struct plate *plate, struct rows *rows, size_t lines)
{
	double share = plate->width * NAME_SHARE_MAX - NAME_GAP;

	for (size_t c = 0; c < plate->chart->category_count; c++)
		rows->names[c] = label_make(plate->easel, chart_letters(plate), NULL,
					    plate->chart->categories[c], share, lines);
}

static void measure_rows(const struct plate *plate, struct rows *rows)
{
	double bars = rows->bar * (double)plate->chart->series_count;

	rows->total = 0;
	for (size_t c = 0; c < plate->chart->category_count; c++) {
		rows->heights[c] = fmax(bars, rows->names[c]->height);
		rows->total += rows->heights[c] + rows->gap;
	}
}

/* First thinner gaps and bars, then shorter names. */
static void fit_rows(const struct plate *plate, struct rows *rows, double room)
{
	size_t count = plate->chart->category_count, series = plate->chart->series_count;

	for (size_t lines = NAME_LINES_MAX; lines > 0; lines--) {
		make_names(plate, rows, lines);
		rows->gap = ROW_GAP;
		rows->bar = series > 1 ? BAR_GROUPED : BAR;
		measure_rows(plate, rows);
		if (rows->total <= room)
			return;
		rows->gap = ROW_GAP_MIN;
		rows->bar =
			fmax(fmin(rows->bar, (room / (double)count - rows->gap) / (double)series),
			     BAR_MIN);
		measure_rows(plate, rows);
		if (rows->total <= room)
			return;
	}
}

/* Too many rows even so: names are left out where they would overlap. */
static void crowd_rows(const struct plate *plate, struct rows *rows, double room)
{
	size_t count = plate->chart->category_count;
	double pitch = room / (double)count;

	if (rows->total <= room)
		return;
	rows->every = (size_t)ceil((label_leading(plate->easel->size) + 1) / pitch);
	rows->gap = pitch * .2;
	rows->bar = pitch * .8 / (double)plate->chart->series_count;
	for (size_t c = 0; c < count; c++)
		rows->heights[c] = pitch * .8;
}

static struct rows make_rows(const struct plate *plate, double room)
{
	size_t count = plate->chart->category_count;
	struct rows rows = { .every = 1,
			     .names = arena_array(plate->easel->arena, struct label *, count),
			     .heights = arena_array(plate->easel->arena, double, count) };

	fit_rows(plate, &rows, room);
	crowd_rows(plate, &rows, room);
	rows.values = rows.bar >= plate->easel->size;
	return rows;
}

/* ---- area --------------------------------------------------------------- */

static double chart_x(const struct plate *plate, const struct number *value)
{
	return plate->left + axis_fraction(plate->easel->arena, &plate->axis, value) *
				     (plate->right - plate->left);
}

static struct label *step_label(const struct plate *plate, size_t step)
{
	return label_make(plate->easel, chart_soft_letters(plate), NULL,
			  number_italian(plate->easel->arena,
					 axis_step_value(plate->easel->arena, &plate->axis, step),
					 plate->axis.decimals),
			  plate->width, 1);
}

static double widest_step(const struct plate *plate)
{
	double width = 0;

	for (size_t i = 0; i <= plate->axis.steps; i++)
		width = fmax(width, step_label(plate, i)->width);
	return width;
}

static void make_axis(struct plate *plate, const struct number *low, const struct number *high)
{
	bool whole = plate_all_whole(plate) && plate->magnitude.decimals == 0;
	int wanted = (int)fmin(fmax((plate->right - plate->left) / STEP_WIDTH, 1), 6);

	do
		plate->axis = axis_make(plate->easel->arena, low, high, wanted, whole);
	while (--wanted > 0 &&
	       (widest_step(plate) + 6) * (double)plate->axis.steps > plate->right - plate->left);
}

static void place_area(struct plate *plate, struct rows *rows)
{
	const struct number *low, *high;
	double names = 0, values;

	for (size_t c = 0; c < plate->chart->category_count; c++)
		names = fmax(names, rows->names[c]->width);
	plate_range(plate, &low, &high);
	plate_range_from_zero(plate, &low, &high);
	rows->values = rows->values &&
		       plate->width - names - NAME_GAP - 2 * widest_value(plate) > AREA_MIN;
	values = rows->values ? widest_value(plate) : 0;
	plate->left = names + NAME_GAP + (number_sign(low) < 0 ? values : 0);
	plate->right = fmax(plate->width - fmax(values, 1), plate->left + 10);
	make_axis(plate, low, high);
	plate->right =
		fmax(fmin(plate->right, plate->width - widest_step(plate) / 2), plate->left + 1);
}

static void draw_steps(struct plate *plate)
{
	double width = plate->right - plate->left, y = plate->bottom + 3;
	double last = -1;

	for (size_t i = 0; i <= plate->axis.steps; i++) {
		struct label *label = step_label(plate, i);
		double x = plate->left + width * (double)i / (double)plate->axis.steps;

		page_draw_line(plate->drawing, x, plate->top, x, plate->bottom, GRID, .5);
		if (x - label->width / 2 <= last || x + label->width / 2 > plate->width)
			continue;
		label_draw(plate->drawing, label, x, y, LABEL_CENTRE);
		last = x + label->width / 2 + 2;
	}
	plate->y = y + label_leading(plate->easel->size);
}

/* ---- bars ---------------------------------------------------------------- */

static void draw_value(struct plate *plate, size_t series, size_t category, double end, double y,
		       bool leftwards)
{
	const char *signal = chart_signal(plate, series, category);
	struct label *label = value_label(plate, series, category);
	double x = leftwards ? end - VALUE_GAP : end + VALUE_GAP;

	label_draw_on_paper(plate->drawing, label, x, y - label->height / 2,
			    leftwards ? LABEL_RIGHT : LABEL_LEFT);
	if (signal == NULL)
		return;
	x = leftwards ? x - label->width - SIGNAL_SIDE - 3 : x + label->width + 3;
	page_draw_signal(plate->drawing, signal, x, y - SIGNAL_SIDE / 2, SIGNAL_SIDE);
}

static void draw_bar(struct plate *plate, const struct rows *rows, size_t series, size_t category,
		     double y)
{
	const struct number *value = plate_value(plate, series, category);
	double zero = chart_x(plate, number_from_int(plate->easel->arena, 0)), end = zero;
	double gap = rows->bar > 4 ? BAR_GAP : 0;

	if (value != NULL && number_sign(value) != 0) {
		struct outline bar;

		end = chart_x(plate, value);
		bar = outline_rect(fmin(zero, end), y + gap / 2, fabs(end - zero), rows->bar - gap);
		chart_fill(plate, &bar, series, category);
	}
	if (rows->values)
		draw_value(plate, series, category, end, y + rows->bar / 2, end < zero);
}

static void draw_row(struct plate *plate, const struct rows *rows, size_t category, double y)
{
	const struct label *name = rows->names[category];
	double bars = rows->bar * (double)plate->chart->series_count;
	double top = y + (rows->heights[category] - bars) / 2;

	for (size_t s = 0; s < plate->chart->series_count; s++)
		draw_bar(plate, rows, s, category, top + rows->bar * (double)s);
	top = y + (rows->heights[category] - name->height) / 2;
	if (category % rows->every == 0)
		label_draw(plate->drawing, name, 0, fmax(top, 0), LABEL_LEFT);
}

static void draw_zero(struct plate *plate)
{
	double x = chart_x(plate, number_from_int(plate->easel->arena, 0));

	page_draw_line(plate->drawing, x, plate->top, x, plate->bottom, INK_RULE, .8);
}

void chart_draw_bars(struct plate *plate)
{
	double steps = label_leading(plate->easel->size) + 4, most, y;
	struct rows rows;

	if (plate->chart->series_count > 1)
		chart_legend(plate);
	chart_signal_key(plate);
	most = plate->height > 0 ? plate->height : plate->easel->space.height;
	rows = make_rows(plate, fmax(most - plate->y - steps, 10));
	plate->top = plate->y;
	plate->bottom = plate->y;
	for (size_t c = 0; c < plate->chart->category_count; c++)
		plate->bottom += rows.heights[c] + rows.gap;
	y = plate->top + rows.gap / 2;
	place_area(plate, &rows);
	draw_steps(plate);
	for (size_t c = 0; c < plate->chart->category_count; c++) {
		draw_row(plate, &rows, c, y);
		y += rows.heights[c] + rows.gap;
	}
	draw_zero(plate);
}
