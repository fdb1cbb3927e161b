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

/* ---- keys -------------------------------------------------------------- */

#define SWATCH     9.0  /* side of a sample of colour     */
#define STRIP      18.0 /* length of a sample of a line   */
#define SAMPLE_GAP 4.0  /* between a sample and its name  */
#define ENTRY_GAP  14.0 /* between entries in a row       */
#define MARKER     5.0
#define LINE_WIDTH 1.6
#define SIGNAL     7.0 /* side of the shape of a signal */

/* Samples with their names, in rows from the plate's `y`. */
struct key {
	struct plate *plate;
	double sample;      /* width of a sample with its gap */
	double x, row;      /* where the row has got to, its height */
	struct label *name; /* of the entry just made */
};

static struct key key_begin(struct plate *plate, double sample)
{
	return (struct key){ .plate = plate, .sample = sample + SAMPLE_GAP };
}

/* Makes room for an entry; true when it begins a new row. */
static bool key_enter(struct key *key, const char *name)
{
	struct plate *plate = key->plate;
	bool turns;

	key->name = label_make(plate->easel, chart_letters(plate), NULL, name,
			       plate->width - key->sample, 2);
	turns = key->x > 0 && key->x + key->sample + key->name->width > plate->width;
	if (turns) {
		plate->y += key->row;
		key->x = key->row = 0;
	}
	return turns;
}

static double key_middle(const struct key *key)
{
	return key->plate->y + key->name->leading / 2;
}

static void key_leave(struct key *key)
{
	struct plate *plate = key->plate;

	label_draw(plate->drawing, key->name, key->x + key->sample, plate->y, LABEL_LEFT);
	key->x += key->sample + key->name->width + ENTRY_GAP;
	key->row = fmax(key->row, fmax(key->name->height, SWATCH + 2));
}

static void key_end(struct key *key)
{
	key->plate->y += key->row + HEAD_GAP;
}

/* ---- legend ----------------------------------------------------------- */

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
	struct key key = key_begin(plate, plate->chart->kind == DOCUMENT_LINES ? STRIP : SWATCH);

	for (size_t s = 0; s < plate->chart->series_count; s++) {
		if (key_enter(&key, plate->chart->series[s].name) && plate->y > most) {
			end_legend(plate, s);
			return;
		}
		draw_sample(plate, s, key.x, key_middle(&key));
		key_leave(&key);
	}
	key_end(&key);
}

/* ---- what signals say ---------------------------------------------------- */

/* One thing said by the signals of a chart. */
struct saying {
	const char *signal, *word;
};

static bool is_said(const struct saying *sayings, size_t count, struct saying saying)
{
	for (size_t i = 0; i < count; i++)
		if (text_equal(sayings[i].signal, saying.signal) &&
		    text_equal(sayings[i].word, saying.word))
			return true;
	return false;
}

#define SAYINGS_MAX 12

/* What is said, each once, in the order of the categories. */
static size_t gather_sayings(const struct plate *plate, struct saying *sayings)
{
	const struct document_series *series = plate->chart->series;
	size_t count = 0;

	if (plate->chart->series_count == 0 || series->signals == NULL || series->words == NULL)
		return 0;
	for (size_t c = 0; c < plate->chart->category_count && count < SAYINGS_MAX; c++) {
		struct saying saying = { series->signals[c], series->words[c] };

		if (saying.signal != NULL && !text_blank(saying.word) &&
		    !is_said(sayings, count, saying))
			sayings[count++] = saying;
	}
	return count;
}

void chart_signal_key(struct plate *plate)
{
	struct saying sayings[SAYINGS_MAX];
	size_t count = gather_sayings(plate, sayings);
	struct key key = key_begin(plate, SIGNAL);

	for (size_t i = 0; i < count; i++) {
		key_enter(&key, sayings[i].word);
		page_draw_signal(plate->drawing, sayings[i].signal, key.x,
				 key_middle(&key) - SIGNAL / 2, SIGNAL);
		key_leave(&key);
	}
	if (count > 0)
		key_end(&key);
}
