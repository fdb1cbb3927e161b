/* figure_data.c - the figures of a chart as a table, folded away below it. */
#include "web_private.h"

static void add_value(struct web *web, const struct document_chart *chart,
		      const struct number *value)
{
	text_add(web->out, "<td>");
	if (value != NULL)
		escape_markup(web->out, number_italian(web->arena, value, chart->decimals));
	text_add(web->out, "</td>");
}

static void add_head(struct web *web, const struct document_chart *chart)
{
	text_add(web->out, "<thead><tr><th scope=\"col\">Voce</th>");
	for (size_t i = 0; i < chart->series_count; i++) {
		text_add(web->out, "<th scope=\"col\" class=\"cifre\">");
		escape_markup(web->out,
			      text_blank(chart->series[i].name) ? "Valore" : chart->series[i].name);
		text_add(web->out, "</th>");
	}
	text_add(web->out, "</tr></thead>\n");
}

static void add_rows(struct web *web, const struct document_chart *chart)
{
	text_add(web->out, "<tbody>\n");
	for (size_t j = 0; j < chart->category_count; j++) {
		text_add(web->out, "<tr><th scope=\"row\">");
		escape_markup(web->out, chart->categories[j]);
		text_add(web->out, "</th>");
		for (size_t i = 0; i < chart->series_count; i++)
			add_value(web, chart, chart->series[i].values[j]);
		text_add(web->out, "</tr>\n");
	}
	text_add(web->out, "</tbody>\n");
}

static void add_caption(struct web *web, const struct document_figure *figure)
{
	const char *unit = figure->as.chart->unit;

	text_addf(web->out, "<caption id=\"_dati.%d\">Dati", web->figures);
	if (!text_blank(figure->title)) {
		text_add(web->out, ": ");
		escape_markup(web->out, figure->title);
	}
	if (!text_blank(unit) && strcmp(unit, "n.") != 0) {
		text_add(web->out, " (");
		escape_markup(web->out, unit);
		text_add(web->out, ")");
	}
	text_add(web->out, "</caption>\n");
}

/* With dati="tabella" the document has the table itself, after the chart. */
void web_chart_data(struct web *web, const struct document_figure *figure)
{
	const struct document_chart *chart = figure->as.chart;

	if (chart->as_table || chart->category_count == 0 || chart->series_count == 0)
		return;
	text_add(web->out, "<details class=\"dati\"><summary>Dati del grafico");
	if (!text_blank(figure->title)) {
		text_add(web->out, "<span class=\"solo-voce\">: ");
		escape_markup(web->out, figure->title);
		text_add(web->out, "</span>");
	}
	text_addf(web->out,
		  "</summary>\n<div class=\"tabella scorri\" role=\"group\" tabindex=\"0\" "
		  "aria-labelledby=\"_dati.%d\"><table>\n",
		  web->figures);
	add_caption(web, figure);
	add_head(web, chart);
	add_rows(web, chart);
	text_add(web->out, "</table></div></details>\n");
}
