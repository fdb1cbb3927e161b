/* page.c - the page as a whole: head, header, navigation, text, footer. */
#include "web_private.h"

#include "base/date.h"

/* ---- the cover --------------------------------------------------------------------- */

/* A title page: before any heading, paragraphs and pictures only. */
static bool is_cover(const struct document_block *first)
{
	for (const struct document_block *b = first; b != NULL; b = b->next) {
		bool picture = b->kind == DOCUMENT_FIGURE && b->as.figure->kind == DOCUMENT_IMAGE;

		if (b->kind != DOCUMENT_PARAGRAPH && b->kind != DOCUMENT_BOX && !picture)
			return false;
		if (!is_cover(b->first))
			return false;
	}
	return true;
}

static void find_largest(const struct document_block **found, const struct document_block *first)
{
	for (const struct document_block *b = first; b != NULL; b = b->next) {
		find_largest(found, b->first);
		if (b->kind != DOCUMENT_PARAGRAPH || web_says_nothing(b->text_first))
			continue;
		if (*found == NULL ||
		    b->style->character.size_pt > (*found)->style->character.size_pt)
			*found = b;
	}
}

/* What stands largest on the title page is the title. */
static void find_cover(struct web *web)
{
	const struct document_block *first = web->document->first;

	if (first == NULL || first->kind != DOCUMENT_SECTION || first == web->contents ||
	    !is_cover(first->first))
		return;
	find_largest(&web->title, first->first);
	if (web->title != NULL)
		web->cover = first;
}

/* ---- head ------------------------------------------------------------------------------ */

static const char *title_of(const struct web *web)
{
	return text_blank(web->document->title) ? "Documento" : web->document->title;
}

static void add_meta(struct web *web, const char *name, const char *content)
{
	if (text_blank(content))
		return;
	text_add(web->out, "<meta");
	escape_attribute(web->out, "name", name);
	escape_attribute(web->out, "content", content);
	text_add(web->out, "/>\n");
}

static void add_style_link(struct web *web, const char *file)
{
	const char *folder = web->options->assets != NULL ? web->options->assets : ".";

	text_add(web->out, "<link rel=\"stylesheet\"");
	escape_attribute(web->out, "href", arena_printf(web->arena, "%s/%s", folder, file));
	text_add(web->out, "/>\n");
}

static void add_head(struct web *web)
{
	const struct document *document = web->document;

	text_add(web->out, "<head>\n<meta charset=\"utf-8\"/>\n<title>");
	escape_markup(web->out, title_of(web));
	text_add(web->out, "</title>\n");
	add_meta(web, "viewport", "width=device-width, initial-scale=1");
	add_meta(web, "author", document->author);
	add_meta(web, "description", document->subject);
	add_meta(web, "keywords", document->keywords);
	if (!text_blank(web->options->version))
		add_meta(web, "generator",
			 arena_printf(web->arena, "relazione %s", web->options->version));
	if (web->options->bootstrap)
		add_style_link(web, WEB_STYLE_BOOTSTRAP);
	add_style_link(web, WEB_STYLE_OWN);
	text_add(web->out, "<link rel=\"icon\" href=\"data:,\"/>\n"); /* asks for none */
	text_add(web->out, "<style>\n");
	text_add_n(web->out, web->css.bytes, web->css.length);
	text_add(web->out, "</style>\n</head>\n");
}

/* ---- header and footer -------------------------------------------------------------------- */

/* The shapes of the signals, once; each use points here. */
static const char shapes[] =
	"<svg class=\"forme\" aria-hidden=\"true\" width=\"0\" height=\"0\"><defs>"
	"<symbol id=\"_verde\" viewBox=\"0 0 10 10\">"
	"<circle class=\"verde\" cx=\"5\" cy=\"5\" r=\"5\"/></symbol>"
	"<symbol id=\"_giallo\" viewBox=\"0 0 10 10\">"
	"<path class=\"giallo\" d=\"M5 0L10 10L0 10Z\"/></symbol>"
	"<symbol id=\"_rosso\" viewBox=\"0 0 10 10\">"
	"<path class=\"rosso\" d=\"M0 0L10 0L10 10L0 10Z\"/></symbol>"
	"<symbol id=\"_grigio\" viewBox=\"0 0 10 10\">"
	"<circle class=\"grigio\" cx=\"5\" cy=\"5\" r=\"4\"/></symbol>"
	"</defs></svg>\n";

static const char *owner_of(const struct web *web)
{
	if (!text_blank(web->options->owner))
		return web->options->owner;
	return text_blank(web->document->author) ? title_of(web) : web->document->author;
}

static void add_header(struct web *web, bool has_contents)
{
	text_add(web->out, "<div class=\"skiplinks\">"
			   "<a class=\"visually-hidden-focusable\" href=\"#_testo\">"
			   "Vai al testo</a>");
	if (has_contents)
		text_add(web->out, " <a class=\"visually-hidden-focusable\" href=\"#_indice\">"
				   "Vai all’indice</a>");
	text_add(web->out, "</div>\n<header class=\"it-header-wrapper testata\">"
			   "<div class=\"it-header-slim-wrapper\">"
			   "<div class=\"interno it-header-slim-wrapper-content\">\n"
			   "<span class=\"navbar-brand ente\">");
	escape_markup(web->out, owner_of(web));
	text_add(web->out, "</span>\n");
	if (has_contents)
		text_add(web->out, "<a class=\"va-indice\" href=\"#_indice\">Indice</a>\n");
	text_add(web->out, "</div></div></header>\n");
}

/* The way back to the index of the site. */
static void add_breadcrumb(struct web *web)
{
	if (web->options->home == NULL)
		return;
	text_add(web->out, "<nav class=\"breadcrumb-container\" aria-label=\"Percorso di "
			   "navigazione\"><ol class=\"breadcrumb\">\n"
			   "<li class=\"breadcrumb-item\"><a");
	escape_attribute(web->out, "href", web->options->home);
	text_add(web->out, ">Tutti i documenti</a><span class=\"separator\" aria-hidden=\"true\">"
			   "/</span></li>\n<li class=\"breadcrumb-item active\" "
			   "aria-current=\"page\">");
	escape_markup(web->out, title_of(web));
	text_add(web->out, "</li>\n</ol></nav>\n");
}

static void add_link(struct web *web, const struct web_link *link)
{
	text_add(web->out, "<li><a");
	escape_attribute(web->out, "href", link->href);
	escape_attribute(web->out, "type", link->type);
	text_add(web->out, ">");
	escape_markup(web->out, link->label);
	if (link->size != NULL) {
		text_add(web->out, " <span class=\"peso\">(");
		escape_markup(web->out, link->size);
		text_add(web->out, ")</span>");
	}
	text_add(web->out, "</a></li>\n");
}

static void add_links(struct web *web)
{
	if (web->options->link_count == 0)
		return;
	text_add(web->out, "<nav class=\"formati\" aria-label=\"Altri formati\">"
			   "<p>Altri formati</p>\n<ul>\n");
	for (size_t i = 0; i < web->options->link_count; i++)
		add_link(web, &web->options->links[i]);
	text_add(web->out, "</ul></nav>\n");
}

static void add_date(struct web *web)
{
	const char *date = web->options->date != NULL ? web->options->date : web->document->date;
	date_days day;

	if (date == NULL || !date_parse(&day, date))
		return;
	text_addf(web->out, "<p>Documento del <time datetime=\"%s\">%s</time></p>\n",
		  date_iso(web->arena, day), date_italian(web->arena, day));
}

static void add_licence(struct web *web)
{
	if (web->options->licence == NULL || !web_address_is_safe(web->options->licence))
		return;
	text_add(web->out, "<p><a rel=\"license\"");
	escape_attribute(web->out, "href", web->options->licence);
	text_add(web->out, ">Licenza d’uso</a></p>\n");
}

static void add_footer(struct web *web)
{
	text_add(web->out, "<footer class=\"it-footer piede\"><div class=\"interno\">\n<p>");
	escape_markup(web->out, owner_of(web));
	text_add(web->out, "</p>\n");
	add_date(web);
	add_licence(web);
	if (!text_blank(web->options->version)) {
		text_add(web->out, "<p>Fatto con relazione ");
		escape_markup(web->out, web->options->version);
		text_add(web->out, "</p>\n");
	}
	text_add(web->out, "</div></footer>\n");
}

/* ---- the page --------------------------------------------------------------------------------- */

static void add_title(struct web *web)
{
	text_add(web->out, "<div class=\"copertina\"><h1>");
	escape_markup(web->out, title_of(web));
	text_add(web->out, "</h1></div>\n");
}

static void add_body(struct web *web)
{
	const struct document_block *first = web->document->first;
	struct text *whole = web->out, navigation = text_make(web->arena);
	bool has_contents;

	web->out = &navigation;
	has_contents = web_page_contents(web);
	web->out = whole;
	text_add(web->out, has_contents ? "<body class=\"con-indice\">\n" : "<body>\n");
	add_header(web, has_contents);
	text_add(web->out, shapes);
	text_add(web->out, "<main class=\"interno\">\n");
	add_breadcrumb(web);
	if (web->cover != NULL) {
		web_block(web, web->cover);
		first = first->next;
	} else {
		add_title(web);
	}
	add_links(web);
	text_add(web->out, "<div class=\"corpo\">\n");
	text_add_n(web->out, navigation.bytes, navigation.length);
	text_add(web->out, "<div class=\"testo\" id=\"_testo\" tabindex=\"-1\">\n");
	web_blocks(web, first);
	text_add(web->out, "</div></div>\n</main>\n");
	add_footer(web);
	text_add(web->out, "</body>\n");
}

struct web_file *web_page(struct text *out, const struct document *document,
			  const struct web_options *options)
{
	struct text body = text_make(out->arena);
	struct web web = {
		.arena = out->arena,
		.document = document,
		.options = options,
		.out = &body,
		.classes = map_make(out->arena),
		.css = text_make(out->arena),
		.styles = map_make(out->arena),
	};

	web.contents = web_contents_section(document);
	find_cover(&web);
	add_body(&web);
	web.out = out;
	text_add(out, "<!DOCTYPE html>\n<html");
	escape_attribute(out, "lang", text_blank(document->language) ? "it" : document->language);
	text_add(out, ">\n");
	add_head(&web);
	text_add_n(out, body.bytes, body.length);
	text_add(out, "</html>\n");
	return web.files;
}
