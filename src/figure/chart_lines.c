/* chart_lines.c - lines over categories, named at their ends or by a key. */
#include "chart_private.h"

#include <math.h>
#include <stdlib.h>

#define LINE_WIDTH      1.6
#define MARKER          5.0
#define MARKER_PITCH    12.0 /* closer points have no markers of their own   */
#define END_GAP         8.0  /* between the last point and the line's name   */
#define END_SHARE       0.28 /* of the width, for names at the ends          */
#define END_STRAY       12.0 /* a name may stand so far from its line's end  */
#define VALUE_GAP       4.0
#define SIDESTEP        9.0
#define TIGHT_SHARE_PCT 60 /* lowest value above this share of the highest: no zero */

static double chart_x(const struct plate *plate, size_t category)
{
	return plate->left + chart_pitch(plate) * ((double)category + .5);
}

/* The axis begins at zero, but for figures that all lie far from it. */
static void choose_range(const struct plate *plate, const struct number **low,
			 const struct number **high)
{
	struct arena *arena = plate->easel->arena;
	const struct number *zero = number_from_int(arena, 0), *share;

	plate_range(plate, low, high);
	share = number_mul(arena, *high, number_ratio(arena, TIGHT_SHARE_PCT, 100));
	if (number_sign(*low) > 0 && number_compare(*low, share) >= 0 && !number_equal(*low, *high))
		return;
	*low = number_min(*low, zero);
	*high = number_max(*high, zero);
}

/* ---- names at the ends -------------------------------------------------- */

/* The name of a series and where it stands beside its last point. */
struct ending {
	struct label *label;
	size_t series;
	const struct number *last;
	double y;
};

static int by_height(const void *a, const void *b)
{
	const struct ending *one = a, *other = b;
	int order = number_compare(other->last, one->last);

	if (order != 0)
		return order;
	return one->series < other->series ? -1 : 1;
}

/* The names, highest first; NULL when some line does not reach the end or a
 * name is too long. */
static struct ending *make_endings(const struct plate *plate)
{
	size_t count = plate->chart->series_count, last = plate->chart->category_count - 1;
	struct ending *endings = arena_array(plate->easel->arena, struct ending, count);

	for (size_t s = 0; s < count; s++) {
		struct lettering letters = chart_letters(plate);

		letters.colour = series_colour(s);
		endings[s].series = s;
		endings[s].last = plate_value(plate, s, last);
		endings[s].label =
			label_make(plate->easel, letters, NULL, plate->chart->series[s].name,
				   plate->width * END_SHARE, 2);
		if (endings[s].last == NULL || endings[s].label->cut || endings[s].label->broken)
			return NULL;
	}
	qsort(endings, count, sizeof *endings, by_height);
	return endings;
}

static double endings_room(const struct plate *plate, const struct ending *endings)
{
	double width = 0;

	for (size_t s = 0; s < plate->chart->series_count; s++)
		width = fmax(width, endings[s].label->width);
	return width + END_GAP;
}

/* Moves names apart; false when one would stand too far from its line. */
static bool place_endings(const struct plate *plate, struct ending *endings)
{
	size_t count = plate->chart->series_count;
	struct spread_item *items = arena_array(plate->easel->arena, struct spread_item, count);

	for (size_t i = 0; i < count; i++)
		items[i] = (struct spread_item){ .want = chart_y(plate, endings[i].last),
						 .size = endings[i].label->height };
	if (!spread(plate->easel, items, count, plate->top - label_leading(plate->easel->size),
		    plate->bottom))
		return false;
	for (size_t i = 0; i < count; i++) {
		endings[i].y = items[i].at;
		if (fabs(items[i].at - items[i].want) > END_STRAY)
			return false;
	}
	return true;
}

/* Names at the ends are tried on a frame that is never shown. */
static struct ending *try_endings(const struct plate *plate, const struct number *low,
				  const struct number *high)
{
	struct plate trial = *plate;
	struct ending *endings = make_endings(plate);
	struct diag ignored = diag_make(plate->easel->arena);
	struct easel easel = *plate->easel;

	if (endings == NULL)
		return NULL;
	easel.diag = &ignored;
	trial.easel = &easel;
	trial.drawing = page_drawing_create(easel.arena, plate->width, 0);
	chart_frame(&trial, low, high, endings_room(&trial, endings));
	return place_endings(&trial, endings) ? endings : NULL;
}

static void draw_endings(struct plate *plate, const struct ending *endings)
{
	double x = chart_x(plate, plate->chart->category_count - 1) + END_GAP;

	for (size_t i = 0; i < plate->chart->series_count; i++)
		label_draw(plate->drawing, endings[i].label, x,
			   endings[i].y - endings[i].label->height / 2, LABEL_LEFT);
}

/* ---- lines ---------------------------------------------------------------- */

/* One stroke for each stretch without missing values. */
static void draw_line(struct plate *plate, size_t series)
{
	size_t count = plate->chart->category_count, used = 0;
	struct page_segment *path = arena_array(plate->easel->arena, struct page_segment, count);

	for (size_t c = 0; c <= count; c++) {
		const struct number *value = c < count ? plate_value(plate, series, c) : NULL;

		if (value != NULL) {
			path[used] = (struct page_segment){
				used == 0 ? PAGE_MOVE : PAGE_LINE,
				{ (float)chart_x(plate, c), (float)chart_y(plate, value) },
			};
			used++;
			continue;
		}
		if (used > 1)
			page_draw_path(plate->drawing, PAGE_OP_STROKE, path, used,
				       series_colour(series), LINE_WIDTH);
		used = 0;
	}
}

/* Crowded points keep a marker now and then, and those that stand alone. */
static bool has_marker(const struct plate *plate, size_t series, size_t category)
{
	size_t count = plate->chart->category_count;
	size_t every = (size_t)fmax(1, ceil(MARKER_PITCH / chart_pitch(plate)));
	bool before = category > 0 && plate_value(plate, series, category - 1) != NULL;
	bool after = category + 1 < count && plate_value(plate, series, category + 1) != NULL;

	return category % every == 0 || category + 1 == count || (!before && !after);
}

static void draw_markers(struct plate *plate, size_t series)
{
	for (size_t c = 0; c < plate->chart->category_count; c++) {
		const struct number *value = plate_value(plate, series, c);

		if (value == NULL || !has_marker(plate, series, c))
			continue;
		series_marker(plate->drawing, series, chart_x(plate, c), chart_y(plate, value),
			      MARKER);
	}
}

/* ---- values of a lone line ------------------------------------------------ */

static struct label *value_label(const struct plate *plate, size_t category)
{
	const struct number *value = plate_value(plate, 0, category);

	if (value == NULL)
		return NULL;
	return label_make(plate->easel, chart_letters(plate), NULL, plate_value_text(plate, value),
			  plate->width, 1);
}

static bool values_fit(const struct plate *plate)
{
	if (plate->chart->series_count > 1)
		return false;
	for (size_t c = 0; c < plate->chart->category_count; c++) {
		struct label *label = value_label(plate, c);

		if (label != NULL && label->width > chart_pitch(plate) - 4)
			return false;
	}
	return true;
}

/* How a neighbour lies to a value: 1 higher, -1 not higher, 0 there is none. */
static int beside(const struct plate *plate, size_t category, size_t neighbour)
{
	const struct number *other = NULL;

	if (neighbour < plate->chart->category_count)
		other = plate_value(plate, 0, neighbour);
	if (other == NULL)
		return 0;
	return number_compare(other, plate_value(plate, 0, category)) > 0 ? 1 : -1;
}

/* Values stand above the line; below it where it comes down to them, and a
 * little aside on a slope. */
static bool is_valley(const struct plate *plate, size_t category)
{
	int before = beside(plate, category, category - 1);
	int after = beside(plate, category, category + 1);

	return before >= 0 && after >= 0 && before + after > 0;
}

static double sidestep(const struct plate *plate, size_t category, double width)
{
	int before = beside(plate, category, category - 1);
	int after = beside(plate, category, category + 1);

	if (before * after >= 0 || width + 3 * SIDESTEP > chart_pitch(plate))
		return 0;
	return before > 0 ? SIDESTEP : -SIDESTEP;
}

static void draw_values(struct plate *plate)
{
	for (size_t c = 0; c < plate->chart->category_count; c++) {
		struct label *label = value_label(plate, c);
		double x, y;

		if (label == NULL)
			continue;
		x = chart_x(plate, c);
		y = chart_y(plate, plate_value(plate, 0, c));
		x += sidestep(plate, c, label->width);
		if (is_valley(plate, c) && y + VALUE_GAP + label->height < plate->bottom)
			y += VALUE_GAP;
		else
			y -= VALUE_GAP + label->height;
		label_draw(plate->drawing, label, x, y, LABEL_CENTRE);
	}
}

void chart_draw_lines(struct plate *plate)
{
	struct ending *endings = NULL;
	const struct number *low, *high;

	choose_range(plate, &low, &high);
	if (plate->chart->series_count > 1) {
		endings = try_endings(plate, low, high);
		if (endings == NULL)
			chart_legend(plate);
	}
	chart_frame(plate, low, high, endings == NULL ? MARKER : endings_room(plate, endings));
	chart_base_line(plate);
	for (size_t s = 0; s < plate->chart->series_count; s++)
		draw_line(plate, s);
	for (size_t s = 0; s < plate->chart->series_count; s++)
		draw_markers(plate, s);
	if (endings != NULL)
		draw_endings(plate, endings);
	if (values_fit(plate))
		draw_values(plate);
}
