/* index_card.c - one body and year in the index: what came out, all the forms. */
#include "batch_private.h"

#include "base/date.h"
#include "base/number.h"

/* ---- bars ------------------------------------------------------------------------- */

/* The colours of the pages' own style sheet. */
static const char *signal_class(const char *signal)
{
	static const char *const known[] = { "verde", "giallo", "rosso" };

	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (text_equal(known[i], signal))
			return known[i];
	return "grigio";
}

/* The word says it all: the shape before it, from the style sheet, is for the eye. */
static void add_judgement(struct text *out, const char *signal, const char *word)
{
	text_addf(out, "<span class=\"segnale %s\">", signal_class(signal));
	site_add(out, "", word, "</span>");
}

static int total_of(const struct entry *entry, const char *type)
{
	int total = 0;

	for (size_t i = 0; i < entry->bar_count; i++)
		if (text_equal(entry->bars[i].type, type))
			total += entry->bars[i].number;
	return total;
}

static void add_words(struct text *out, const struct entry *entry, const char *type)
{
	const char *between = "";

	for (size_t i = 0; i < entry->bar_count; i++) {
		const struct entry_bar *bar = &entry->bars[i];

		if (!text_equal(bar->type, type) || bar->number <= 0)
			continue;
		text_add(out, between);
		add_judgement(out, bar->signal, bar->judgement);
		text_addf(out, "\u00a0%d", bar->number);
		between = ", ";
	}
}

/* One unit of the drawing is one objective. */
static void add_bar(struct text *out, const struct entry *entry, const char *type, int total)
{
	int before = 0;

	site_add(out, "<p>Obiettivi ", type != NULL ? "di tipo " : "senza tipo", "");
	site_add(out, "", type, ": ");
	add_words(out, entry, type);
	text_addf(out,
		  "</p>\n<svg class=\"barra\" viewBox=\"0 0 %d 1\" preserveAspectRatio=\"none\" "
		  "aria-hidden=\"true\">",
		  total);
	for (size_t i = 0; i < entry->bar_count; i++) {
		const struct entry_bar *bar = &entry->bars[i];

		if (!text_equal(bar->type, type) || bar->number <= 0)
			continue;
		text_addf(out, "<rect class=\"%s\" x=\"%d\" width=\"%d\" height=\"1\"/>",
			  signal_class(bar->signal), before, bar->number);
		before += bar->number;
	}
	text_add(out, "</svg>\n");
}

static void add_bars(struct text *out, const struct entry *entry)
{
	for (size_t i = 0; i < entry->bar_count; i++) {
		int total = total_of(entry, entry->bars[i].type);
		size_t k = 0;

		while (!text_equal(entry->bars[k].type, entry->bars[i].type))
			k++;
		if (k == i && total > 0)
			add_bar(out, entry, entry->bars[i].type, total);
	}
}

/* ---- forms ------------------------------------------------------------------------- */

const struct site_form site_forms[] = {
	{ "index.html", "Pagina web", "text/html" },
	{ "relazione.pdf", "PDF", "application/pdf" },
	{ "dati/obiettivi.csv", "Obiettivi (CSV)", "text/csv" },
	{ "dati/indicatori.csv", "Indicatori (CSV)", "text/csv" },
	{ "dati/valori.csv", "Valori (CSV)", "text/csv" },
	{ "dati/ambiti.csv", "Ambiti (CSV)", "text/csv" },
	{ "dati/obiettivi-ambiti.csv", "Obiettivi per ambito (CSV)", "text/csv" },
	{ "dati/risorse.csv", "Risorse (CSV)", "text/csv" },
	{ "dati/responsabilita.csv", "Responsabilità (CSV)", "text/csv" },
	{ "dati/giudizi.csv", "Giudizi (CSV)", "text/csv" },
	{ "dati/bilancio.csv", "Bilancio (CSV)", "text/csv" },
	{ "dati/premi.csv", "Premi (CSV)", "text/csv" },
	{ "dati/premi-fasce.csv", "Premi per fascia (CSV)", "text/csv" },
	{ "dati/valutazioni.csv", "Valutazioni (CSV)", "text/csv" },
	{ "dati/valutazioni-fasce.csv", "Valutazioni per giudizio (CSV)", "text/csv" },
	{ "dati/datapackage.json", "Descrizione delle tabelle (JSON)", "application/json" },
	{ "risultati.json", "Risultati (JSON)", "application/json" },
	{ "risultati.xml", "Risultati (XML)", "application/xml" },
	{ "piano.xml", "Piano (XML)", "application/xml" },
	{ "metadati.jsonld", "Metadati (DCAT-AP_IT)", "application/ld+json" },
	{ NULL, NULL, NULL },
};

/* The page when there is one, else the first file that people read. */
const struct site_form *site_face(const struct entry *entry)
{
	const struct site_form *form = site_forms;

	while (form->path != NULL && entry_file(entry, form->path) == NULL)
		form++;
	return form->path != NULL ? form : site_forms;
}

void site_size(struct text *out, unsigned long long size)
{
	unsigned long long tenths = (size * 10 + 512) / 1024;

	if (size < 1024)
		text_addf(out, "%llu byte", size);
	else if (tenths < 10240)
		text_addf(out, "%llu,%llu kB", tenths / 10, tenths % 10);
	else
		text_addf(out, "%llu,%llu MB", tenths / 10240, tenths % 10240 * 10 / 10240);
}

/* Heard alone, a link says the title of its card too: `number` is in the ids of both. */
static void add_form(struct text *out, const struct entry *entry, size_t number,
		     const struct site_form *form, const struct entry_file *file)
{
	text_addf(out, "<li><a id=\"v%zu.%td\" aria-labelledby=\"v%zu.%td v%zu\" href=\"", number,
		  form - site_forms, number, form - site_forms, number);
	site_add(out, "", entry->key, "/");
	text_addf(out, "%s\">%s</a> ", form->path, form->name);
	site_size(out, file->size);
	text_add(out, "</li>\n");
}

static void add_forms(struct text *out, const struct entry *entry, size_t number)
{
	date_days day;

	text_add(out, "<p class=\"formato\">Formati");
	if (date_parse(&day, entry->date))
		text_addf(out, ", tutti del <time datetime=\"%s\">%s</time>", entry->date,
			  date_italian(out->arena, day));
	text_add(out, ":</p>\n<ul class=\"scarica\">\n");
	for (const struct site_form *form = site_forms; form->path != NULL; form++) {
		const struct entry_file *file = entry_file(entry, form->path);

		if (file != NULL)
			add_form(out, entry, number, form, file);
	}
	text_add(out, "</ul>\n");
}

/* ---- the card ------------------------------------------------------------------------- */

const char *site_result(struct arena *arena, const struct entry *entry)
{
	const struct number *result;

	if (entry->result == NULL || !number_parse(&result, NULL, arena, entry->result))
		return NULL;
	return arena_printf(arena, "%s\u00a0%%", number_italian(arena, result, 2));
}

static void add_result(struct text *out, const struct entry *entry)
{
	const char *result = site_result(out->arena, entry);

	if (result == NULL)
		return;
	text_addf(out, "<p>Risultato complessivo: <strong>%s</strong> ", result);
	if (entry->judgement != NULL)
		add_judgement(out, entry->signal, entry->judgement);
	text_add(out, "</p>\n");
}

static void add_title(struct text *out, const struct entry *entry, size_t number)
{
	text_addf(out, "<h2 class=\"it-card-title\" id=\"v%zu\"><a href=\"", number);
	site_add(out, "", entry->key, "/");
	site_add(out, "", site_face(entry)->path, "\">");
	site_add(out, "<bdi>", entry->name, "</bdi>");
	text_addf(out, ", %d</a></h2>\n", entry->year);
}

/* What the filters look at; words are sought in what the card says and its addresses. */
static void add_keys(struct text *out, const struct entry *entry)
{
	text_addf(out, " data-anno=\"%d\"", entry->year);
	site_add(out, " data-tipo=\"", entry->type, "\"");
	if (entry->judgement != NULL)
		site_add(out, " data-giudizio=\"", entry->judgement, "\"");
}

void site_card(struct text *out, const struct entry *entry, size_t number)
{
	text_add(out, "<li class=\"voce\"");
	add_keys(out, entry);
	text_add(out, "><article class=\"it-card rounded border\">\n");
	add_title(out, entry, number);
	site_add(out, "<p class=\"titolo\">", entry->title, "</p>\n");
	add_result(out, entry);
	add_bars(out, entry);
	add_forms(out, entry, number);
	text_add(out, "</article></li>\n");
}
