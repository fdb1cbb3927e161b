/* index_page.c - bodies and years, what came out at a glance, all the forms. */
#include "batch_private.h"

#include "base/date.h"
#include "base/escape.h"
#include "base/number.h"
#include "web/web.h"

#define BAR_WIDTH 300 /* units of the drawing */

static void add_escaped(struct text *out, const char *before, const char *value, const char *after)
{
	text_add(out, before);
	escape_markup(out, value);
	text_add(out, after);
}

/* ---- head ----------------------------------------------------------------------- */

static void add_head(struct text *out, bool bootstrap)
{
	text_add(out, "<!DOCTYPE html>\n<html lang=\"it\">\n<head>\n<meta charset=\"utf-8\"/>\n"
		      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
		      "<title>Performance: documenti e dati aperti</title>\n");
	if (bootstrap)
		text_add(out, "<link rel=\"stylesheet\" href=\"" SITE_ASSETS "/" WEB_STYLE_BOOTSTRAP
			      "\"/>\n");
	text_add(
		out,
		"<link rel=\"stylesheet\" href=\"" SITE_ASSETS "/" WEB_STYLE_OWN "\"/>\n"
		"<link rel=\"stylesheet\" href=\"" SITE_ASSETS "/indice.css\"/>\n"
		"<link rel=\"icon\" href=\"data:,\"/>\n"
		"<link rel=\"alternate\" type=\"application/atom+xml\" title=\"Novità\" "
		"href=\"" SITE_FEED "\"/>\n"
		"<link rel=\"alternate\" type=\"application/ld+json\" title=\"Catalogo "
		"DCAT-AP_IT\" href=\"" SITE_CATALOG "\"/>\n</head>\n<body>\n"
		"<div class=\"skiplinks\"><a class=\"visually-hidden-focusable\" "
		"href=\"#_testo\">Vai al testo</a></div>\n"
		"<header class=\"testata\"><div class=\"interno\"><span class=\"ente\">"
		"Amministrazione trasparente</span></div></header>\n"
		"<main id=\"_testo\" class=\"interno\">\n<h1>Performance: documenti e dati aperti</h1>\n"
		"<p>Amministrazione trasparente, Performance: per ogni ente e anno il documento, "
		"la pagina web e i dati da riusare.</p>\n");
}

/* The newest year first; years are few. */
static void add_years(struct text *out, const struct entries *entries)
{
	int below = 10000;

	for (;;) {
		int next = 0;

		for (size_t i = 0; i < entries->count; i++)
			if (entries->items[i]->year < below && entries->items[i]->year > next)
				next = entries->items[i]->year;
		if (next == 0)
			return;
		text_addf(out, "<option value=\"%d\">%d</option>", next, next);
		below = next;
	}
}

/* Hidden until the script, which alone can serve it, shows it. */
static void add_search(struct text *out, const struct entries *entries)
{
	text_add(out, "<form id=\"cerca\" class=\"cerca\" role=\"search\" hidden=\"hidden\">\n"
		      "<div><label for=\"cerca-testo\">Cerca un ente</label>"
		      "<input id=\"cerca-testo\" type=\"search\" autocomplete=\"off\"/></div>\n"
		      "<div><label for=\"cerca-anno\">Anno</label><select id=\"cerca-anno\">"
		      "<option value=\"\">Tutti</option>");
	add_years(out, entries);
	text_add(out, "</select></div>\n<p id=\"cerca-esito\" role=\"status\"></p>\n</form>\n");
}

/* ---- bars ------------------------------------------------------------------------- */

/* At least 3:1 against white and beside one another by a gap; the words stand below. */
static const char *colour_of(const char *signal)
{
	static const char *const colours[][2] = { { "verde", "#007a52" },
						  { "giallo", "#a66300" },
						  { "rosso", "#cc334d" } };

	for (size_t i = 0; signal != NULL && i < sizeof colours / sizeof *colours; i++)
		if (strcmp(colours[i][0], signal) == 0)
			return colours[i][1];
	return "#5d7083";
}

static int total_of(const struct entry *entry, const char *type)
{
	int total = 0;

	for (size_t i = 0; i < entry->bar_count; i++)
		if (text_equal(entry->bars[i].type, type))
			total += entry->bars[i].number;
	return total;
}

static const char *words_of(struct arena *arena, const struct entry *entry, const char *type)
{
	struct text out = text_make(arena);

	for (size_t i = 0; i < entry->bar_count; i++)
		if (text_equal(entry->bars[i].type, type) && entry->bars[i].number > 0)
			text_addf(&out, "%s%s %d", out.length > 0 ? ", " : "",
				  entry->bars[i].judgement, entry->bars[i].number);
	return out.bytes;
}

static void add_bar(struct text *out, const struct entry *entry, const char *type, int total)
{
	int before = 0;

	add_escaped(out, "<p>Obiettivi: ", type ? type : "senza tipo", " (");
	add_escaped(out, "", words_of(out->arena, entry, type), ")</p>\n");
	text_addf(out,
		  "<svg viewBox=\"0 0 %d 12\" preserveAspectRatio=\"none\" aria-hidden=\"true\" "
		  "focusable=\"false\">",
		  BAR_WIDTH);
	for (size_t i = 0; i < entry->bar_count; i++) {
		const struct entry_bar *bar = &entry->bars[i];
		int from = before * BAR_WIDTH / total;
		int to = (before + bar->number) * BAR_WIDTH / total;

		if (!text_equal(bar->type, type) || bar->number <= 0)
			continue;
		before += bar->number;
		text_addf(out, "<rect x=\"%d\" y=\"0\" width=\"%d\" height=\"12\" fill=\"%s\"/>",
			  from, to - from > 2 ? to - from - 1 : 1, colour_of(bar->signal));
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

static const struct form {
	const char *path, *name;
} forms[] = {
	{ "index.html", "Pagina web" },
	{ "relazione.pdf", "PDF" },
	{ "dati/obiettivi.csv", "Obiettivi (CSV)" },
	{ "dati/indicatori.csv", "Indicatori (CSV)" },
	{ "dati/giudizi.csv", "Giudizi (CSV)" },
	{ "dati/bilancio.csv", "Bilancio (CSV)" },
	{ "dati/premi.csv", "Premi (CSV)" },
	{ "dati/premi-fasce.csv", "Premi per fascia (CSV)" },
	{ "dati/valutazioni.csv", "Valutazioni (CSV)" },
	{ "dati/valutazioni-fasce.csv", "Valutazioni per fascia (CSV)" },
	{ "risultati.json", "Risultati (JSON)" },
	{ "risultati.xml", "Risultati (XML)" },
	{ "piano.xml", "Piano (XML)" },
	{ "metadati.jsonld", "Metadati (DCAT-AP_IT)" },
};

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

static void add_forms(struct text *out, const struct entry *entry)
{
	text_add(out, "<ul class=\"scarica\">\n");
	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
		const struct entry_file *file = entry_file(entry, forms[i].path);

		if (file == NULL)
			continue;
		add_escaped(out, "<li><a href=\"", entry->key, "/");
		text_addf(out, "%s\">%s<span class=\"visually-hidden\"> di ", forms[i].path,
			  forms[i].name);
		add_escaped(out, "", entry->name, "");
		text_addf(out, ", %d</span></a> (", entry->year);
		site_size(out, file->size);
		text_add(out, ")</li>\n");
	}
	text_add(out, "</ul>\n");
}

/* ---- entries ------------------------------------------------------------------------- */

static void add_result(struct text *out, const struct entry *entry)
{
	const struct number *result;

	if (entry->result == NULL || !number_parse(&result, NULL, out->arena, entry->result))
		return;
	text_addf(out, "<p>Risultato complessivo: <strong>%s %%</strong>",
		  number_italian(out->arena, result, 2));
	if (entry->judgement != NULL)
		add_escaped(out, " – ", entry->judgement, "");
	text_add(out, "</p>\n");
}

static void add_entry(struct text *out, const struct entry *entry)
{
	date_days day;

	text_addf(out, "<li class=\"voce\" data-anno=\"%d\" data-testo=\"", entry->year);
	add_escaped(out, "", entry->name, " ");
	add_escaped(out, "", entry->body, " ");
	add_escaped(out, "", entry->title, "");
	text_addf(out, " %d\">\n", entry->year);
	add_escaped(out, "<h2>", entry->name, "");
	text_addf(out, ", %d</h2>\n", entry->year);
	add_escaped(out, "<p>", entry->title, "");
	if (date_parse(&day, entry->date))
		text_addf(out, " (<time datetime=\"%s\">%s</time>)", entry->date,
			  date_italian(out->arena, day));
	text_add(out, "</p>\n");
	add_result(out, entry);
	add_bars(out, entry);
	add_forms(out, entry);
	text_add(out, "</li>\n");
}

void site_index(struct text *out, const struct site *site, bool bootstrap)
{
	const struct entries *entries = &site->entries;

	add_head(out, bootstrap);
	add_search(out, entries);
	text_add(out, entries->count > 0 ? "<ul class=\"voci\">\n"
					 : "<p>Non è ancora pubblicato nulla.</p>\n");
	for (size_t i = 0; i < entries->count; i++)
		add_entry(out, entries->items[i]);
	text_add(out, entries->count > 0 ? "</ul>\n" : "");
	text_addf(
		out,
		"</main>\n<footer class=\"piede\"><div class=\"interno\">\n<p>Elenco di tutti i file con le somme di controllo: "
		"<a href=\"%s\">manifesto (CSV)</a>, <a href=\"%s\">SHA-256</a>. "
		"<a href=\"%s\">Catalogo (DCAT-AP_IT)</a>. <a href=\"%s\">Novità (Atom)</a>.</p>\n"
		"<p>relazione ",
		SITE_MANIFEST, SITE_SUMS, SITE_CATALOG, SITE_FEED);
	add_escaped(out, "", site->version, "</p>\n</div></footer>\n");
	text_add(out, "<script src=\"" SITE_ASSETS "/indice.js\"></script>\n</body>\n</html>\n");
}
