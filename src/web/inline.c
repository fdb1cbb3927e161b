/* inline.c - what stands in a line: words, links, references, signals. */
#include "web_private.h"

/* ---- signals ------------------------------------------------------------------- */

void web_signal_shape(struct web *web, const char *signal)
{
	static const char *const known[] = { "verde", "giallo", "rosso", "grigio" };
	const char *name = known[3];

	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if (text_equal(known[i], signal))
			name = known[i];
	text_addf(web->out,
		  "<svg class=\"segno\" viewBox=\"0 0 10 10\" aria-hidden=\"true\">"
		  "<use href=\"#_%s\"/></svg>",
		  name);
}

static void add_signal(struct web *web, const struct document_inline *piece)
{
	text_add(web->out, "<span class=\"segnale\">");
	web_signal_shape(web, piece->signal);
	text_add(web->out, "\u00a0");
	escape_markup(web->out, piece->text);
	text_add(web->out, "</span>");
}

/* ---- words in their characters --------------------------------------------------- */

/* Elements to be closed after the words. */
struct opened {
	bool bold, italic, span;
};

static struct opened open_character(struct web *web, const struct document_character *character,
				    const struct document_character *around)
{
	struct opened opened = {
		.bold = character->bold && !around->bold,
		.italic = character->italic && !around->italic,
	};
	const char *look = web_character_class(web, character, around);
	bool foreign = character->language != NULL &&
		       !text_equal(character->language, around->language) &&
		       !text_equal(character->language, web->document->language);

	opened.span = *look != '\0' || foreign;
	if (opened.span) {
		text_add(web->out, "<span");
		web_add_class(web->out, look, "");
		if (foreign)
			escape_attribute(web->out, "lang", character->language);
		text_add(web->out, ">");
	}
	text_add(web->out, opened.bold ? "<b>" : "");
	text_add(web->out, opened.italic ? "<i>" : "");
	return opened;
}

static void close_character(struct web *web, struct opened opened)
{
	text_add(web->out, opened.italic ? "</i>" : "");
	text_add(web->out, opened.bold ? "</b>" : "");
	text_add(web->out, opened.span ? "</span>" : "");
}

/* ---- links ------------------------------------------------------------------------- */

static bool open_link(struct web *web, const struct document_inline *piece)
{
	if (web->linked)
		return false; /* no link in a link */
	if (piece->target != NULL && piece->to != NULL && piece->to->id != NULL) {
		text_add(web->out, "<a");
		web_add_id_attribute(web->out, "href", piece->to->id);
	} else if (piece->uri != NULL && web_address_is_safe(piece->uri)) {
		text_add(web->out, "<a");
		escape_attribute(web->out, "href", piece->uri);
	} else {
		return false;
	}
	text_add(web->out, ">");
	web->linked = true;
	return true;
}

static void close_link(struct web *web, bool linked)
{
	if (!linked)
		return;
	text_add(web->out, "</a>");
	web->linked = false;
}

/* A link without words is an unnamed stop for the keyboard: left out. */
static void add_link(struct web *web, const struct document_inline *piece,
		     const struct document_character *around)
{
	bool linked = !web_says_nothing(piece->first) && open_link(web, piece);

	web_inlines(web, piece->first, around);
	close_link(web, linked);
}

/* There are no pages here: a reference to one says the title. */
static const char *reference_text(const struct document_inline *piece)
{
	const struct document_block *to = piece->to;

	if (piece->show == DOCUMENT_SHOW_PAGE && to != NULL && to->kind == DOCUMENT_HEADING)
		return to->as.heading->title;
	if (!text_blank(piece->text))
		return piece->text;
	return piece->target;
}

static void add_reference(struct web *web, const struct document_inline *piece)
{
	const char *text = reference_text(piece);
	bool linked = !text_blank(text) && open_link(web, piece);

	escape_markup(web->out, text);
	close_link(web, linked);
}

/* ---- pieces ------------------------------------------------------------------------- */

static void add_leaf(struct web *web, const struct document_inline *piece,
		     const struct document_character *around)
{
	struct opened opened = open_character(web, piece->character, around);

	switch (piece->kind) {
	case DOCUMENT_TEXT: escape_markup(web->out, piece->text); break;
	case DOCUMENT_SIGNAL: add_signal(web, piece); break;
	case DOCUMENT_REFERENCE: add_reference(web, piece); break;
	default: break;
	}
	close_character(web, opened);
}

static void add_piece(struct web *web, const struct document_inline *piece,
		      const struct document_character *around)
{
	switch (piece->kind) {
	case DOCUMENT_TEXT:
	case DOCUMENT_SIGNAL:
	case DOCUMENT_REFERENCE: add_leaf(web, piece, around); break;
	case DOCUMENT_SPAN: web_inlines(web, piece->first, around); break;
	case DOCUMENT_LINK: add_link(web, piece, around); break;
	case DOCUMENT_BREAK: text_add(web->out, "<br/>"); break;
	case DOCUMENT_SPRING: text_add(web->out, " <span class=\"spinta\"></span>"); break;
	case DOCUMENT_PAGE_NUMBER:
	case DOCUMENT_PAGE_COUNT:
	case DOCUMENT_RUNNING:
	case DOCUMENT_CONTINUED: break; /* of pages only */
	}
}

void web_inlines(struct web *web, const struct document_inline *first,
		 const struct document_character *around)
{
	for (const struct document_inline *piece = first; piece != NULL; piece = piece->next)
		add_piece(web, piece, around);
}
