/* chart_legend.c - title, unit, and the key of the series. */
#include "chart_private.h"

#include <math.h>

struct lettering chart_letters(const struct plate *plate)
{
	return (struct lettering){ TYPE_REGULAR, plate->easel->size, INK };
}

struct lettering chart_soft_letters(const struct plate *plate)
{
	return (struct lettering){ TYPE_REGULAR, plate->easel->size, INK_SOFT };
}

#define TITLE_SHARE     1.2 /* of the ordinary size */
#define TITLE_LINES_MAX 4
#define HEAD_GAP        5.0

static void head_line(struct plate *plate, struct lettering letters, const char *text)
{
	struct label *label =
		label_make(plate->easel, letters, NULL, text, plate->width, TITLE_LINES_MAX);

	label_draw(plate->drawing, label, 0, plate->y, LABEL_LEFT);
	plate->y += label->height;
}

void chart_head(struct plate *plate)
{
	const char *title = plate->easel->figure->title;
	struct lettering bold = { TYPE_BOLD, plate->easel->size * TITLE_SHARE, INK };

	if (!text_blank(title))
		head_line(plate, bold, title);
	if (!text_blank(plate->magnitude.said))
		head_line(plate, chart_soft_letters(plate), plate->magnitude.said);
	if (plate->y > 0)
		plate->y += HEAD_GAP;
}

/* ---- legend ----------------------------------------------------------- */

#define SWATCH     9.0  /* side of a sample of colour     */
#define STRIP      18.0 /* length of a sample of a line   */
#define SAMPLE_GAP 4.0  /* between a sample and its name  */
#define ENTRY_GAP  14.0 /* between entries in a row       */
#define MARKER     5.0
#define LINE_WIDTH 1.6

static void draw_sample(struct plate *plate, size_t series, double x, double y)
{
	struct outline swatch = outline_rect(x, y - SWATCH / 2, SWATCH, SWATCH);

	if (plate->chart->kind != DOCUMENT_LINES) {
		series_fill(plate->drawing, &swatch, series);
		return;
	}
	page_draw_line(plate->drawing, x, y, x + STRIP, y, series_colour(series), LINE_WIDTH);
	series_marker(plate->drawing, series, x + STRIP / 2, y, MARKER);
}

#define LEGEND_SHARE 0.4 /* of a page, at most */

/* More series than anyone can tell apart: the rest is counted. */
static void end_legend(struct plate *plate, size_t named)
{
	struct easel *easel = plate->easel;
	size_t rest = plate->chart->series_count - named;
	struct label *label =
		label_make(easel, chart_soft_letters(plate), NULL,
			   arena_printf(easel->arena, "e altre %zu serie", rest), plate->width, 1);

	label_draw(plate->drawing, label, 0, plate->y, LABEL_LEFT);
	plate->y += label->height + HEAD_GAP;
	diag_warning(easel->diag, easel->place, "troppe-serie",
		     "il grafico ha %zu serie e la legenda ne nomina %zu: dividerlo in più grafici",
		     plate->chart->series_count, named);
}

void chart_legend(struct plate *plate)
{
	double most = plate->easel->space.height * LEGEND_SHARE;
	double sample = (plate->chart->kind == DOCUMENT_LINES ? STRIP : SWATCH) + SAMPLE_GAP;
	double x = 0, row = 0;

	for (size_t s = 0; s < plate->chart->series_count; s++) {
		struct label *name =
			label_make(plate->easel, chart_letters(plate), NULL,
				   plate->chart->series[s].name, plate->width - sample, 2);

		if (x > 0 && x + sample + name->width > plate->width) {
			plate->y += row;
			x = row = 0;
			if (plate->y > most) {
				end_legend(plate, s);
				return;
			}
		}
		draw_sample(plate, s, x, plate->y + name->leading / 2);
		label_draw(plate->drawing, name, x + sample, plate->y, LABEL_LEFT);
		x += sample + name->width + ENTRY_GAP;
		row = fmax(row, fmax(name->height, SWATCH + 2));
	}
	plate->y += row + HEAD_GAP;
}
