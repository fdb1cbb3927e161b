/* chart_private.h - what the kinds of chart share.
 *
 * Gives:    struct plate (a chart being drawn), the magnitude its figures are
 *           said in, axes with round steps, legend.
 * Includes: figure_private.h, base/number.h.
 * Not here: trees and maps.
 */
#ifndef FIGURE_CHART_PRIVATE_H
#define FIGURE_CHART_PRIVATE_H

#include "figure_private.h"

#include "base/number.h"

/** The power of ten that the chart's figures are divided by, and its name. */
struct magnitude {
	const struct number *factor;
	const char *said; /* "milioni di euro", under the title; NULL: nothing to say */
	int decimals;     /* of the labels of values */
};

/** Round steps over a range; all in the chart's magnitude. */
struct axis {
	const struct number *low, *high, *step;
	int decimals; /* of the labels of steps */
	size_t steps; /* from low to high       */
};

/** A chart being drawn. */
struct plate {
	struct easel *easel;
	const struct document_chart *chart;
	struct page_drawing *drawing;
	struct magnitude magnitude;
	double width, height;            /* of the drawing; height 0: by content */
	double y;                        /* under what is drawn so far           */
	double left, right, top, bottom; /* of the area of the data   */
	struct axis axis;
};

/* ---- figures --------------------------------------------------------- */

/** The value of a series in a category, in the chart's magnitude; NULL: missing. */
const struct number *plate_value(const struct plate *plate, size_t series, size_t category);
/** The same as printed: "1.234,5". */
char *plate_value_text(const struct plate *plate, const struct number *value);
/** Chooses the magnitude from the largest figure and the unit. */
struct magnitude magnitude_choose(struct arena *arena, const struct document_chart *chart);
/** The smallest and largest value; false when there is none. */
bool plate_range(const struct plate *plate, const struct number **low, const struct number **high);
/** Smallest and largest sum of the values of one sign in a category. */
bool plate_range_stacked(const struct plate *plate, const struct number **low,
			 const struct number **high);
/** Makes the range reach from zero; shares of a hundred also reach the hundred. */
void plate_range_from_zero(const struct plate *plate, const struct number **low,
			   const struct number **high);
/** Whether the chart's figures are all whole numbers in its magnitude. */
bool plate_all_whole(const struct plate *plate);

/* ---- axes ------------------------------------------------------------ */

/** Steps of 1, 2 or 5 times a power of ten, at most about `steps_wanted`, from
 *  below `low` to above `high`. `whole`: steps are whole numbers. */
struct axis axis_make(struct arena *arena, const struct number *low, const struct number *high,
		      int steps_wanted, bool whole);
const struct number *axis_step_value(struct arena *arena, const struct axis *axis, size_t step);
/** Where a value lies: 0 at the low end, 1 at the high end. */
double axis_fraction(struct arena *arena, const struct axis *axis, const struct number *value);
/** The power of ten just below or equal to a number other than 0. */
int number_exponent(struct arena *arena, const struct number *number);

/* ---- the parts around the data ---------------------------------------- */

struct lettering chart_letters(const struct plate *plate);      /* ordinary  */
struct lettering chart_soft_letters(const struct plate *plate); /* secondary */
/** Draws title and unit, and puts `y` under them. */
void chart_head(struct plate *plate);
/** A key of the series in rows, from `y`; puts `y` under it. */
void chart_legend(struct plate *plate);
/** A key of what the signals say, shape and word, in the same way; nothing
 *  when no word is given. */
void chart_signal_key(struct plate *plate);
/** Area of the data of a chart with upright axis from `low` to `high`: steps,
 *  grid, categories; `right_room` is kept free on the right for labels of lines. */
void chart_frame(struct plate *plate, const struct number *low, const struct number *high,
		 double right_room);
/** The base line at zero, if zero is on the axis. */
void chart_base_line(struct plate *plate);
double chart_pitch(const struct plate *plate);
/** The names of the categories below the data, from `y` on; puts `y` under
 *  them. With `measure` only counts what they take. */
double chart_categories(struct plate *plate, double y, bool measure);
/** Height on paper of a value. */
double chart_y(const struct plate *plate, const struct number *value);
/** Says that there is nothing to draw. */
void chart_nothing(struct plate *plate, const char *why);

void chart_draw_columns(struct plate *plate);
void chart_draw_stacked(struct plate *plate);
void chart_draw_bars(struct plate *plate);
void chart_draw_lines(struct plate *plate);
void chart_draw_pie(struct plate *plate);
void chart_draw_ring(struct plate *plate);

/** The colours of one shape: of its signal, else of its series. */
void chart_fill(struct plate *plate, const struct outline *outline, size_t series, size_t category);
/** The signal of a value, or NULL. */
const char *chart_signal(const struct plate *plate, size_t series, size_t category);

#endif
