/* chart.c - a chart begun: its size, its parts in order, its kind. */
#include "chart_private.h"

#include <math.h>

/* What each kind looks like by default. */
static const struct kind {
	void (*draw)(struct plate *plate);
	double share;       /* height as a share of the width; 0: by content */
	double least, most; /* height                                        */
} kinds[] = {
	[DOCUMENT_COLUMNS] = { chart_draw_columns, .42, 150, 230 },
	[DOCUMENT_STACKED] = { chart_draw_stacked, .44, 150, 240 },
	[DOCUMENT_BARS] = { chart_draw_bars, 0, 0, 0 },
	[DOCUMENT_LINES] = { chart_draw_lines, .4, 150, 220 },
	[DOCUMENT_PIE] = { chart_draw_pie, .36, 140, 200 },
	[DOCUMENT_RING] = { chart_draw_ring, .36, 140, 200 },
};

#define WIDTH_MIN  60.0
#define HEIGHT_MIN 60.0

static double chart_width(const struct easel *easel)
{
	const struct document_figure *figure = easel->figure;
	double width = easel->space.width;

	if (figure->width_pt > 0)
		width = fmin(width, fmax(figure->width_pt, WIDTH_MIN));
	else if (figure->width_percent > 0)
		width = fmin(width, fmax(width * figure->width_percent / 100, WIDTH_MIN));
	return width;
}

static double chart_height(const struct easel *easel, const struct kind *kind, double width)
{
	double height = easel->figure->height_pt;

	if (height > 0)
		height = fmax(height, HEIGHT_MIN);
	else if (kind->share > 0)
		height = fmin(fmax(width * kind->share, kind->least), kind->most);
	return height > 0 ? fmin(height, easel->space.height) : 0;
}

void chart_nothing(struct plate *plate, const char *why)
{
	struct label *label =
		label_make(plate->easel, chart_soft_letters(plate), NULL, why, plate->width, 0);

	label_draw(plate->drawing, label, 0, plate->y, LABEL_LEFT);
	plate->y += label->height;
}

static bool has_values(const struct document_chart *chart)
{
	for (size_t s = 0; s < chart->series_count; s++)
		for (size_t c = 0; c < chart->category_count; c++)
			if (chart->series[s].values[c] != NULL)
				return true;
	return false;
}

const char *chart_signal(const struct plate *plate, size_t series, size_t category)
{
	const char **signals = plate->chart->series[series].signals;

	return signals == NULL ? NULL : signals[category];
}

void chart_fill(struct plate *plate, const struct outline *outline, size_t series, size_t category)
{
	const char *signal = chart_signal(plate, series, category);

	if (signal != NULL)
		outline_draw(plate->drawing, PAGE_OP_FILL, outline, page_signal_colour(signal), 0);
	else
		series_fill(plate->drawing, outline, series);
}

struct page_drawing *chart_draw(struct easel *easel)
{
	const struct document_chart *chart = easel->figure->as.chart;
	const struct kind *kind = &kinds[chart->kind];
	struct plate plate = { .easel = easel, .chart = chart };

	plate.width = chart_width(easel);
	plate.height = chart_height(easel, kind, plate.width);
	plate.drawing = page_drawing_create(easel->arena, plate.width, 0);
	plate.magnitude = magnitude_choose(easel->arena, chart);
	page_draw_mark(plate.drawing, 0);
	chart_head(&plate);
	if (has_values(chart))
		kind->draw(&plate);
	else
		chart_nothing(&plate, "Nessun dato disponibile");
	plate.drawing->height = plate.y;
	return plate.drawing;
}
