/* index_page.c - bodies and years, with a search over them. Without JavaScript
 * it is a plain list, whole. */
#include "batch_private.h"

#include "base/escape.h"
#include "web/web.h"

void site_add(struct text *out, const char *before, const char *value, const char *after)
{
	text_add(out, before);
	escape_markup(out, value != NULL ? value : "");
	text_add(out, after);
}

/* ---- head ----------------------------------------------------------------------- */

static const char head[] =
	"<link rel=\"stylesheet\" href=\"" SITE_ASSETS "/" WEB_STYLE_OWN "\"/>\n"
	"<link rel=\"stylesheet\" href=\"" SITE_ASSETS "/" WEB_STYLE_INDEX "\"/>\n"
	"<link rel=\"icon\" href=\"data:,\"/>\n"
	"<link rel=\"alternate\" type=\"application/atom+xml\" title=\"Novità\" "
	"href=\"" SITE_FEED "\"/>\n"
	"<link rel=\"alternate\" type=\"application/ld+json\" title=\"Catalogo DCAT-AP_IT\" "
	"href=\"" SITE_CATALOG "\"/>\n";

static const char opening[] =
	"<div class=\"skiplinks\"><a class=\"visually-hidden-focusable\" href=\"#_testo\">"
	"Vai al testo</a></div>\n"
	"<header class=\"it-header-wrapper testata\"><div class=\"it-header-slim-wrapper\">"
	"<div class=\"interno it-header-slim-wrapper-content\"><span class=\"navbar-brand ente\">"
	"Amministrazione trasparente</span></div></div></header>\n"
	"<main id=\"_testo\" class=\"interno\" tabindex=\"-1\">\n"
	"<div class=\"copertina\"><h1>Performance: documenti e dati aperti</h1>\n"
	"<p>Per ogni ente e anno il documento in PDF, la pagina web e i dati da riusare.</p></div>\n";

static void add_head(struct text *out, const struct site *site, bool bootstrap)
{
	text_add(out,
		 "<!DOCTYPE html>\n<html lang=\"it\">\n<head>\n<meta charset=\"utf-8\"/>\n"
		 "<title>Performance: documenti e dati aperti</title>\n"
		 "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
		 "<meta name=\"description\" content=\"Amministrazione trasparente, Performance: "
		 "piani e relazioni, per ente e anno, con i dati aperti.\"/>\n");
	if (site->address != NULL)
		site_add(out, "<link rel=\"canonical\" href=\"", site->address, "\"/>\n");
	if (bootstrap)
		text_add(out, "<link rel=\"stylesheet\" href=\"" SITE_ASSETS "/" WEB_STYLE_BOOTSTRAP
			      "\"/>\n");
	text_add(out, head);
	text_add(out, "</head>\n<body>\n");
	text_add(out, opening);
}

/* ---- search ------------------------------------------------------------------------ */

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

static void add_option(struct text *out, const char *value)
{
	site_add(out, "<option value=\"", value, "\">");
	site_add(out, "", value, "</option>");
}

/* Each once, in the order of the entries. */
static void add_judgements(struct text *out, const struct entries *entries)
{
	struct map seen = map_make(out->arena);

	for (size_t i = 0; i < entries->count; i++) {
		const char *judgement = entries->items[i]->judgement;

		if (judgement == NULL || map_find(&seen, judgement) != NULL)
			continue;
		map_put(&seen, judgement, entries->items[i]);
		add_option(out, judgement);
	}
}

static void add_types(struct text *out, const struct entries *entries)
{
	(void)entries;
	text_add(out, "<option value=\"piano\">Piani</option>"
		      "<option value=\"relazione\">Relazioni</option>");
}

static const struct filter {
	const char *id, *label, *all;
	void (*add)(struct text *out, const struct entries *entries);
} filters[] = {
	{ "anno", "Anno", "Tutti", add_years },
	{ "tipo", "Documento", "Tutti", add_types },
	{ "giudizio", "Giudizio", "Tutti", add_judgements },
};

/* Hidden until the script, which alone can serve it, shows it. */
static void add_search(struct text *out, const struct entries *entries)
{
	text_add(out,
		 "<form id=\"cerca\" class=\"cerca\" role=\"search\" hidden=\"hidden\">\n"
		 "<div class=\"campo largo\"><label for=\"cerca-testo\">Cerca per ente o "
		 "titolo</label><input id=\"cerca-testo\" name=\"testo\" class=\"form-control\" "
		 "type=\"search\" autocomplete=\"off\"/></div>\n");
	for (size_t i = 0; i < sizeof filters / sizeof *filters; i++) {
		text_addf(out,
			  "<div class=\"campo\"><label for=\"cerca-%s\">%s</label>"
			  "<select id=\"cerca-%s\" name=\"%s\"><option value=\"\">%s</option>",
			  filters[i].id, filters[i].label, filters[i].id, filters[i].id,
			  filters[i].all);
		filters[i].add(out, entries);
		text_add(out, "</select></div>\n");
	}
	text_add(out, "<button type=\"reset\" class=\"btn btn-outline-primary\">Azzera</button>\n"
		      "<p id=\"cerca-esito\" role=\"status\"></p>\n</form>\n");
}

/* ---- the page ------------------------------------------------------------------------ */

static void add_footer(struct text *out, const struct site *site)
{
	text_addf(out,
		  "</main>\n<footer class=\"it-footer piede\"><div class=\"interno\">\n"
		  "<p>Tutti i file con le somme di controllo: <a href=\"%s\">manifesto (CSV)</a>, "
		  "<a href=\"%s\">SHA-256</a></p>\n<p><a href=\"%s\">Catalogo dei dati "
		  "(DCAT-AP_IT)</a></p>\n<p><a href=\"%s\">Novità (Atom)</a></p>\n",
		  SITE_MANIFEST, SITE_SUMS, SITE_CATALOG, SITE_FEED);
	site_add(out, "<p>Fatto con relazione ", site->version, "</p>\n</div></footer>\n");
}

void site_index(struct text *out, const struct site *site, bool bootstrap)
{
	const struct entries *entries = &site->entries;

	add_head(out, site, bootstrap);
	if (entries->count > 1)
		add_search(out, entries);
	text_add(out, entries->count > 0 ? "<ul class=\"voci\">\n"
					 : "<p>Non è ancora pubblicato nulla.</p>\n");
	for (size_t i = 0; i < entries->count; i++)
		site_card(out, entries->items[i], i + 1);
	text_add(out, entries->count > 0 ? "</ul>\n" : "");
	add_footer(out, site);
	if (entries->count > 1)
		text_add(out, "<script src=\"" SITE_ASSETS "/" WEB_SCRIPT_INDEX "\"></script>\n");
	text_add(out, "</body>\n</html>\n");
}
