/* chart_columns.c - upright columns, side by side or stacked. */
#include "chart_private.h"

#include <math.h>

#define GROUP_SHARE 0.74 /* of the pitch that columns take */
#define COLUMN_MAX  44.0 /* a wider column looks like a wall */
#define PART_GAP    0.8  /* white between neighbours */
#define VALUE_GAP   2.0  /* between a column and its value */
#define SIGNAL_SIDE 6.0

/* Columns of one category. */
struct group {
	double left, width; /* of all its columns */
	double column;      /* of one, with its gap */
};

static struct group group_of(const struct plate *plate, size_t category, size_t columns)
{
	double pitch = chart_pitch(plate);
	struct group group;

	group.width = fmin(pitch * GROUP_SHARE, COLUMN_MAX * (double)columns);
	group.column = group.width / (double)columns;
	group.left = plate->left + pitch * (double)category + (pitch - group.width) / 2;
	return group;
}

/* ---- values ------------------------------------------------------------ */

static struct label *value_label(const struct plate *plate, size_t series, size_t category)
{
	const struct number *value = plate_value(plate, series, category);
	bool missing = value == NULL;

	return label_make(plate->easel, missing ? chart_soft_letters(plate) : chart_letters(plate),
			  NULL, missing ? "n.d." : plate_value_text(plate, value), plate->width, 1);
}

static double signal_room(const struct plate *plate, size_t series, size_t category)
{
	return chart_signal(plate, series, category) == NULL ? 0 : SIGNAL_SIDE + 2;
}

/* Values are written at all columns or at none. */
static bool values_fit(const struct plate *plate, double room)
{
	for (size_t s = 0; s < plate->chart->series_count; s++)
		for (size_t c = 0; c < plate->chart->category_count; c++)
			if (value_label(plate, s, c)->width + signal_room(plate, s, c) > room)
				return false;
	return true;
}

static void draw_value(struct plate *plate, size_t series, size_t category, double middle)
{
	const struct number *value = plate_value(plate, series, category);
	const struct number *zero = number_from_int(plate->easel->arena, 0);
	struct label *label = value_label(plate, series, category);
	double signal = signal_room(plate, series, category);
	double y = chart_y(plate, value == NULL ? zero : value);
	bool below = value != NULL && number_sign(value) < 0;

	y = below ? y + VALUE_GAP : y - VALUE_GAP - label->height;
	label_draw_on_paper(plate->drawing, label, middle + signal / 2, y, LABEL_CENTRE);
	if (signal > 0)
		page_draw_signal(plate->drawing, chart_signal(plate, series, category),
				 middle - (label->width + signal) / 2,
				 y + (label->height - SIGNAL_SIDE) / 2, SIGNAL_SIDE);
}

/* ---- side by side ------------------------------------------------------- */

static void draw_column(struct plate *plate, size_t series, size_t category,
			const struct group *group)
{
	const struct number *value = plate_value(plate, series, category);
	double zero = chart_y(plate, number_from_int(plate->easel->arena, 0));
	double gap = group->column > 4 ? PART_GAP : 0, y;
	struct outline column;

	if (value == NULL || number_sign(value) == 0)
		return;
	y = chart_y(plate, value);
	column = outline_rect(group->left + group->column * (double)series + gap / 2, fmin(y, zero),
			      group->column - gap, fabs(y - zero));
	chart_fill(plate, &column, series, category);
}

void chart_draw_columns(struct plate *plate)
{
	const struct document_chart *chart = plate->chart;
	const struct number *low, *high;
	struct group group;
	bool values;

	plate_range(plate, &low, &high);
	plate_range_from_zero(plate, &low, &high);
	if (chart->series_count > 1)
		chart_legend(plate);
	chart_signal_key(plate);
	chart_frame(plate, low, high, 0);
	group = group_of(plate, 0, chart->series_count);
	values = values_fit(plate,
			    chart->series_count > 1 ? group.column - 1 : chart_pitch(plate) - 4);
	for (size_t c = 0; c < chart->category_count; c++) {
		group = group_of(plate, c, chart->series_count);
		for (size_t s = 0; s < chart->series_count; s++) {
			draw_column(plate, s, c, &group);
			if (values)
				draw_value(plate, s, c,
					   group.left + group.column * ((double)s + .5));
		}
	}
	chart_base_line(plate);
}

/* ---- stacked ------------------------------------------------------------ */

/* Where the next part of a column begins, above and below zero. */
struct stack {
	const struct number *above, *below;
};

static void draw_part_value(struct plate *plate, size_t series, size_t category,
			    const struct outline *part)
{
	struct label *label = value_label(plate, series, category);
	double room = part->x1 - part->x0 - 4, height = part->y1 - part->y0;

	if (label->width > room || label->height + 3 > height)
		return;
	label_draw_on_paper(plate->drawing, label, (part->x0 + part->x1) / 2,
			    (part->y0 + part->y1 - label->height) / 2, LABEL_CENTRE);
}

static void draw_part(struct plate *plate, size_t series, size_t category, struct stack *stack,
		      const struct group *group)
{
	const struct number *value = plate_value(plate, series, category), **end;
	double from, to;
	struct outline part;

	if (value == NULL || number_sign(value) == 0)
		return;
	end = number_sign(value) > 0 ? &stack->above : &stack->below;
	from = chart_y(plate, *end);
	*end = number_add(plate->easel->arena, *end, value);
	to = chart_y(plate, *end);
	part = outline_rect(group->left, fmin(from, to), group->width, fabs(from - to));
	chart_fill(plate, &part, series, category);
	page_draw_line(plate->drawing, part.x0, to, part.x1, to, PAPER, PART_GAP);
	draw_part_value(plate, series, category, &part);
}

/* The sum above a column of several parts. */
static struct label *total_label(const struct plate *plate, const struct stack *stack)
{
	struct lettering bold = chart_letters(plate);

	bold.variant = TYPE_BOLD;
	return label_make(plate->easel, bold, NULL, plate_value_text(plate, stack->above),
			  plate->width, 1);
}

static void draw_total(struct plate *plate, const struct stack *stack, const struct group *group)
{
	struct label *label = total_label(plate, stack);

	if (number_sign(stack->below) < 0 || number_sign(stack->above) == 0 ||
	    label->width > chart_pitch(plate) - 4)
		return;
	label_draw_on_paper(plate->drawing, label, group->left + group->width / 2,
			    chart_y(plate, stack->above) - VALUE_GAP - label->height, LABEL_CENTRE);
}

void chart_draw_stacked(struct plate *plate)
{
	const struct document_chart *chart = plate->chart;
	const struct number *zero = number_from_int(plate->easel->arena, 0), *low, *high;

	plate_range_stacked(plate, &low, &high);
	plate_range_from_zero(plate, &low, &high);
	if (chart->series_count > 1)
		chart_legend(plate);
	chart_frame(plate, low, high, 0);
	for (size_t c = 0; c < chart->category_count; c++) {
		struct group group = group_of(plate, c, 1);
		struct stack stack = { zero, zero };

		for (size_t s = 0; s < chart->series_count; s++)
			draw_part(plate, s, c, &stack, &group);
		draw_total(plate, &stack, &group);
	}
	chart_base_line(plate);
}
