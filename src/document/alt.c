/* Text alternatives that nobody wrote: what a drawing shows, its range, its
 * extremes, in Italian. Source: WCAG 2.1, 1.1.1. */
#include "document_private.h"

#include <string.h>

#define ALT_CATEGORIES_MAX 12 /* values told one by one; beyond, only extremes */

struct alt {
	struct document *document;
	struct text text;
	const struct document_chart *chart;
};

/* ---- numbers -------------------------------------------------------------------- */

static void add_value(struct alt *alt, const struct number *value)
{
	const struct document_chart *chart = alt->chart;
	const char *unit = chart->unit;

	text_add(&alt->text, number_italian(alt->document->arena, value, chart->decimals));
	if (unit != NULL && *unit != '\0' && strcmp(unit, "n.") != 0)
		text_addf(&alt->text, "\u00a0%s", unit);
}

/* ---- charts ---------------------------------------------------------------------- */

static const char *const chart_names[] = {
	[DOCUMENT_COLUMNS] = "Grafico a colonne", [DOCUMENT_STACKED] = "Grafico a colonne impilate",
	[DOCUMENT_BARS] = "Grafico a barre",      [DOCUMENT_LINES] = "Grafico a linee",
	[DOCUMENT_PIE] = "Grafico a torta",       [DOCUMENT_RING] = "Grafico ad anello",
};

static void add_all_values(struct alt *alt, const struct document_series *series)
{
	const char *before = "";

	for (size_t i = 0; i < alt->chart->category_count; i++) {
		text_addf(&alt->text, "%s%s ", before, alt->chart->categories[i]);
		if (series->values[i] != NULL)
			add_value(alt, series->values[i]);
		else
			text_add(&alt->text, "senza dato");
		before = ", ";
	}
}

struct extremes {
	size_t least, most, count;
};

static struct extremes find_extremes(const struct document_chart *chart,
				     const struct document_series *series)
{
	struct extremes found = { 0, 0, 0 };

	for (size_t i = 0; i < chart->category_count; i++) {
		if (series->values[i] == NULL)
			continue;
		if (found.count++ == 0)
			found.least = found.most = i;
		if (number_compare(series->values[i], series->values[found.least]) < 0)
			found.least = i;
		if (number_compare(series->values[i], series->values[found.most]) > 0)
			found.most = i;
	}
	return found;
}

static void add_extremes(struct alt *alt, const struct document_series *series)
{
	struct extremes found = find_extremes(alt->chart, series);

	if (found.count == 0) {
		text_add(&alt->text, "nessun dato");
		return;
	}
	text_add(&alt->text, "da ");
	add_value(alt, series->values[found.least]);
	text_addf(&alt->text, " (%s) a ", alt->chart->categories[found.least]);
	add_value(alt, series->values[found.most]);
	text_addf(&alt->text, " (%s)", alt->chart->categories[found.most]);
}

static void add_series(struct alt *alt, const struct document_series *series)
{
	text_add(&alt->text, " ");
	if (series->name[0] != '\0')
		text_addf(&alt->text, "%s: ", series->name);
	if (alt->chart->category_count * alt->chart->series_count <= ALT_CATEGORIES_MAX)
		add_all_values(alt, series);
	else
		add_extremes(alt, series);
	text_add(&alt->text, ".");
}

static void describe_chart(struct alt *alt, const struct document_figure *figure)
{
	const struct document_chart *chart = figure->as.chart;

	alt->chart = chart;
	text_add(&alt->text, chart_names[chart->kind]);
	if (figure->title != NULL)
		text_addf(&alt->text, " «%s»", figure->title);
	if (chart->category_count > 1 && chart->kind != DOCUMENT_PIE &&
	    chart->kind != DOCUMENT_RING)
		text_addf(&alt->text, ", %zu voci da %s a %s", chart->category_count,
			  chart->categories[0], chart->categories[chart->category_count - 1]);
	text_add(&alt->text, ".");
	for (size_t i = 0; i < chart->series_count; i++)
		add_series(alt, &chart->series[i]);
}

/* ---- trees ------------------------------------------------------------------------ */

#define KINDS_MAX 12

struct kind_count {
	const char *name;
	size_t count;
};

static void count_word(struct kind_count *counts, size_t *used, const char *name)
{
	size_t i = 0;

	if (name == NULL)
		return;
	while (i < *used && strcmp(counts[i].name, name) != 0)
		i++;
	if (i == KINDS_MAX)
		return;
	if (i == *used)
		counts[(*used)++].name = name;
	counts[i].count++;
}

struct tree_count {
	struct kind_count kinds[KINDS_MAX], words[KINDS_MAX];
	size_t kind_count, word_count;
};

/* Recursion is bounded by the depth of the plan's document. */
static void count_nodes(struct tree_count *count, const struct document_node *first)
{
	for (const struct document_node *node = first; node != NULL; node = node->next) {
		count_word(count->kinds, &count->kind_count, node->kind);
		count_word(count->words, &count->word_count, node->word);
		count_nodes(count, node->first);
	}
}

static void add_counts(struct text *out, const struct kind_count *counts, size_t used)
{
	for (size_t i = 0; i < used; i++)
		text_addf(out, "%s%s: %zu", i > 0 ? ", " : " ", counts[i].name, counts[i].count);
	text_add(out, ".");
}

static void describe_nodes(struct alt *alt, const struct document_figure *figure)
{
	struct tree_count count = { .kind_count = 0 };

	count_nodes(&count, figure->as.nodes);
	text_add(&alt->text, figure->kind == DOCUMENT_MAP ? "Mappa" : "Schema ad albero");
	if (figure->title != NULL)
		text_addf(&alt->text, " «%s»", figure->title);
	text_add(&alt->text, ". Elementi per tipo:");
	add_counts(&alt->text, count.kinds, count.kind_count);
	if (count.word_count > 0) {
		text_add(&alt->text, " Giudizi:");
		add_counts(&alt->text, count.words, count.word_count);
	}
}

static void give_alternative(struct document_block *block, void *user)
{
	struct alt alt = { .document = user };
	struct document_figure *figure = block->as.figure;

	if (block->kind != DOCUMENT_FIGURE || figure->alt != NULL || figure->decorative)
		return;
	alt.text = text_make(alt.document->arena);
	if (figure->kind == DOCUMENT_CHART)
		describe_chart(&alt, figure);
	else if (figure->kind != DOCUMENT_IMAGE)
		describe_nodes(&alt, figure);
	else
		text_add(&alt.text, figure->title != NULL ? figure->title : "Immagine");
	figure->alt = alt.text.bytes;
}

void document_describe_figures(struct document *document)
{
	document_walk(document, give_alternative, document);
}
