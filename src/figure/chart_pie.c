/* chart_pie.c - shares of a whole, named around it. */
#include "chart_private.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define TURN        6.283185307179586
#define SIDE_SHARE  0.34 /* of the width, for the names on either side */
#define ELBOW       10.0 /* from the edge to where a leader bends      */
#define LEADER_GAP  4.0
#define RADIUS_MIN  28.0 /* where names leave less, bars are drawn */
#define RADIUS_MAX  86.0
#define RING_SHARE  0.58 /* of the radius that a ring leaves open */
#define SLICE_GAP   1.0  /* white between slices */
#define SIGNAL_SIDE 6.5

struct slice {
	size_t category;
	const struct number *value;
	double from, to; /* angles, clockwise from 12 o'clock */
	struct label *label;
	double sign; /* room of its signal before the label */
	double at;   /* middle of the label, result */
};

/* The whole, its slices and where it lies. */
struct pie {
	struct slice *slices;
	size_t count;
	const struct number *total;
	double x, y, radius, inner;
};

static double middle(const struct slice *slice)
{
	if (slice->to - slice->from >= TURN - 1e-9) /* the whole is named on the right */
		return TURN / 4;
	return (slice->from + slice->to) / 2;
}

static bool on_right(const struct slice *slice)
{
	return middle(slice) < TURN / 2;
}

/* ---- slices --------------------------------------------------------------- */

static void report_left_out(const struct plate *plate, const char *what)
{
	struct easel *easel = plate->easel;

	diag_warning(easel->diag, easel->place, "torta-incompleta",
		     "una torta mostra le parti di un intero: %s; usare colonne o barre", what);
}

/* Values above zero of the first series. */
static void take_slices(const struct plate *plate, struct pie *pie)
{
	const struct document_chart *chart = plate->chart;
	bool negative = false;

	pie->slices = arena_array(plate->easel->arena, struct slice, chart->category_count);
	pie->total = number_from_int(plate->easel->arena, 0);
	for (size_t c = 0; c < chart->category_count; c++) {
		const struct number *value = plate_value(plate, 0, c);

		if (value == NULL || number_sign(value) <= 0) {
			negative |= value != NULL && number_sign(value) < 0;
			continue;
		}
		pie->total = number_add(plate->easel->arena, pie->total, value);
		pie->slices[pie->count++] = (struct slice){ .category = c, .value = value };
	}
	if (negative)
		report_left_out(plate, "i valori negativi sono stati lasciati fuori");
	if (chart->series_count > 1)
		report_left_out(plate, "è disegnata solo la prima serie");
}

static void turn_slices(const struct plate *plate, struct pie *pie)
{
	struct arena *arena = plate->easel->arena;
	const struct number *sum = number_from_int(arena, 0);

	for (size_t i = 0; i < pie->count; i++) {
		struct slice *slice = &pie->slices[i];

		slice->from = TURN * number_to_double(number_div(arena, sum, pie->total));
		sum = number_add(arena, sum, slice->value);
		slice->to = TURN * number_to_double(number_div(arena, sum, pie->total));
	}
}

/* "Raggiunto  45,2 % (19)" */
static char *slice_text(const struct plate *plate, const struct pie *pie, const struct slice *slice)
{
	struct arena *arena = plate->easel->arena;
	const struct number *percent = number_mul(
		arena, number_div(arena, slice->value, pie->total), number_from_int(arena, 100));
	const char *share = number_italian(arena, percent, 1);

	if (text_equal(plate->chart->unit, "%"))
		return arena_printf(arena, "%s\u00A0%%", plate_value_text(plate, slice->value));
	return arena_printf(arena, "%s\u00A0(%s\u00A0%%)", plate_value_text(plate, slice->value),
			    share);
}

static void name_slice(const struct plate *plate, const struct pie *pie, struct slice *slice,
		       double width, size_t lines)
{
	slice->sign = chart_signal(plate, 0, slice->category) == NULL ? 0 : SIGNAL_SIDE + 3;
	slice->label = label_make(plate->easel, chart_letters(plate),
				  plate->chart->categories[slice->category],
				  slice_text(plate, pie, slice), width - slice->sign, lines);
}

/* ---- room ------------------------------------------------------------------ */

static double side_height(const struct pie *pie, bool right)
{
	double height = 0;

	for (size_t i = 0; i < pie->count; i++)
		if (on_right(&pie->slices[i]) == right)
			height += pie->slices[i].label->height + 2;
	return height;
}

/* Names of as many lines as the page has room for; returns the height they take. */
static double name_slices(const struct plate *plate, struct pie *pie, double width, double most)
{
	double height = 0;

	for (size_t lines = 4; lines > 0; lines--) {
		for (size_t i = 0; i < pie->count; i++)
			name_slice(plate, pie, &pie->slices[i], width, lines);
		height = fmax(side_height(pie, true), side_height(pie, false));
		if (height <= most)
			break;
	}
	return height;
}

static bool any_cut(const struct pie *pie)
{
	for (size_t i = 0; i < pie->count; i++)
		if (pie->slices[i].label->cut)
			return true;
	return false;
}

static double widest(const struct pie *pie, bool right)
{
	double width = 0;

	for (size_t i = 0; i < pie->count; i++)
		if (on_right(&pie->slices[i]) == right)
			width = fmax(width, pie->slices[i].label->width + pie->slices[i].sign);
	return width;
}

/* The names may take what the circle leaves; the circle stands between them. */
static bool place_pie(struct plate *plate, struct pie *pie, bool ring)
{
	double most = plate->easel->space.height - plate->y;
	double height = fmin(fmax(plate->height - plate->y, 2 * RADIUS_MIN), most), names, sides;

	names = name_slices(plate, pie, plate->width * SIDE_SHARE, most);
	if (names > most || any_cut(pie))
		return false;
	height = fmin(fmax(height, names), most);
	sides = fmax(widest(pie, true), widest(pie, false)) + ELBOW + LEADER_GAP * 2;
	pie->radius = fmin(fmin(height / 2 - 6, RADIUS_MAX), plate->width / 2 - sides);
	if (pie->radius < RADIUS_MIN)
		return false;
	pie->inner = ring ? pie->radius * RING_SHARE : 0;
	pie->x = plate->width / 2;
	pie->y = plate->y + height / 2;
	plate->top = plate->y;
	plate->bottom = plate->y + height;
	plate->y = plate->bottom;
	return true;
}

/* ---- names ------------------------------------------------------------------ */

static double height_of(const struct pie *pie, const struct slice *slice)
{
	return pie->y - (pie->radius + ELBOW) * cos(middle(slice));
}

static int by_height(const void *a, const void *b)
{
	const struct spread_item *one = a, *other = b;

	return (one->want > other->want) - (one->want < other->want);
}

/* Slices run downwards on the right, upwards on the left. */
static void spread_side(struct plate *plate, struct pie *pie, bool right)
{
	struct spread_item *items =
		arena_array(plate->easel->arena, struct spread_item, pie->count);
	size_t count = 0, next = 0;

	for (size_t i = 0; i < pie->count; i++) {
		const struct slice *slice = &pie->slices[right ? i : pie->count - 1 - i];

		if (on_right(slice) == right)
			items[count++] = (struct spread_item){ .want = height_of(pie, slice),
							       .size = slice->label->height + 2 };
	}
	qsort(items, count, sizeof *items, by_height);
	spread(plate->easel, items, count, plate->top, plate->bottom);
	for (size_t i = 0; i < pie->count; i++) {
		struct slice *slice = &pie->slices[right ? i : pie->count - 1 - i];

		if (on_right(slice) == right)
			slice->at = items[next++].at;
	}
}

static void draw_leader(struct plate *plate, const struct pie *pie, const struct slice *slice,
			double end)
{
	double angle = middle(slice), bend = pie->radius + ELBOW * .6;
	double edge_x = pie->x + (pie->radius + 1) * sin(angle);
	double edge_y = pie->y - (pie->radius + 1) * cos(angle);
	double bend_x = pie->x + bend * sin(angle), bend_y = pie->y - bend * cos(angle);
	double turn_x = end + (on_right(slice) ? -LEADER_GAP : LEADER_GAP);
	struct page_segment path[] = {
		{ PAGE_MOVE, { (float)edge_x, (float)edge_y } },
		{ PAGE_LINE, { (float)bend_x, (float)bend_y } },
		{ PAGE_LINE, { (float)turn_x, (float)slice->at } },
		{ PAGE_LINE, { (float)end, (float)slice->at } },
	};

	page_draw_path(plate->drawing, PAGE_OP_STROKE, path, 4, INK_RULE, .5);
}

static void draw_name(struct plate *plate, const struct pie *pie, const struct slice *slice)
{
	const char *signal = chart_signal(plate, 0, slice->category);
	double away = pie->radius + ELBOW + LEADER_GAP, end, x;
	double top = slice->at - slice->label->height / 2;

	end = on_right(slice) ? pie->x + away : pie->x - away;
	draw_leader(plate, pie, slice, end);
	x = on_right(slice) ? end + LEADER_GAP
			    : end - LEADER_GAP - slice->label->width - slice->sign;
	if (signal != NULL)
		page_draw_signal(plate->drawing, signal, x,
				 top + (slice->label->leading - SIGNAL_SIDE) / 2, SIGNAL_SIDE);
	label_draw(plate->drawing, slice->label, x + slice->sign, top, LABEL_LEFT);
}

/* ---- drawing ----------------------------------------------------------------- */

static void draw_slice(struct plate *plate, const struct pie *pie, const struct slice *slice)
{
	const char *signal = chart_signal(plate, 0, slice->category);
	struct outline outline =
		outline_sector(pie->x, pie->y, pie->inner, pie->radius, slice->from, slice->to);

	if (signal != NULL)
		outline_draw(plate->drawing, PAGE_OP_FILL, &outline, page_signal_colour(signal), 0);
	else
		series_fill(plate->drawing, &outline, slice->category);
	if (pie->count > 1)
		outline_draw(plate->drawing, PAGE_OP_STROKE, &outline, PAPER, SLICE_GAP);
}

static void draw_total(struct plate *plate, const struct pie *pie)
{
	struct lettering bold = { TYPE_BOLD, plate->easel->size * 1.3, INK };
	double width = pie->inner * 1.6;
	struct label *total =
		label_make(plate->easel, bold, NULL, plate_value_text(plate, pie->total), width, 1);
	struct label *name =
		label_make(plate->easel, chart_soft_letters(plate), NULL, "totale", width, 1);

	if (total->cut || name->cut || total->height + name->height > pie->inner * 1.5)
		return;
	label_draw(plate->drawing, name, pie->x, pie->y - (total->height + name->height) / 2,
		   LABEL_CENTRE);
	label_draw(plate->drawing, total, pie->x, pie->y + (name->height - total->height) / 2,
		   LABEL_CENTRE);
}

/* Where names have no room around a circle, bars say the same. */
static void draw_as_bars(struct plate *plate)
{
	if (!(plate->easel->figure->height_pt > 0))
		plate->height = 0;
	chart_draw_bars(plate);
}

static void draw_pie(struct plate *plate, bool ring)
{
	struct pie pie = { 0 };

	take_slices(plate, &pie);
	if (pie.count == 0) {
		chart_nothing(plate, "Tutti i valori sono zero");
		return;
	}
	turn_slices(plate, &pie);
	if (!place_pie(plate, &pie, ring)) {
		draw_as_bars(plate);
		return;
	}
	spread_side(plate, &pie, true);
	spread_side(plate, &pie, false);
	for (size_t i = 0; i < pie.count; i++)
		draw_slice(plate, &pie, &pie.slices[i]);
	if (ring)
		draw_total(plate, &pie);
	for (size_t i = 0; i < pie.count; i++)
		draw_name(plate, &pie, &pie.slices[i]);
}

void chart_draw_pie(struct plate *plate)
{
	draw_pie(plate, false);
}

void chart_draw_ring(struct plate *plate)
{
	draw_pie(plate, true);
}
