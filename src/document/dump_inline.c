#include "document_private.h"

static void dump_around(struct text *out, const char *tag, const struct document_inline *piece)
{
	text_addf(out, "<%s", tag);
	if (piece->target != NULL)
		text_addf(out, " #%s", piece->target);
	if (piece->uri != NULL)
		text_addf(out, " %s", piece->uri);
	text_add(out, ">");
	document_dump_inline(out, piece->first);
	text_addf(out, "</%s>", tag);
}

static const char *span_tag(const struct document_inline *piece)
{
	if (piece->character->bold)
		return piece->character->italic ? "bi" : "b";
	return piece->character->italic ? "i" : "t";
}

static void dump_reference(struct text *out, const struct document_inline *piece)
{
	static const char *const shown[] = { "title", "number", "page" };

	text_addf(out, "<ref #%s %s", piece->target != NULL ? piece->target : "",
		  shown[piece->show]);
	if (piece->text != NULL)
		text_addf(out, " '%s'", piece->text);
	text_add(out, ">");
}

static void dump_piece(struct text *out, const struct document_inline *piece)
{
	switch (piece->kind) {
	case DOCUMENT_TEXT: text_add(out, piece->text); break;
	case DOCUMENT_SPAN: dump_around(out, span_tag(piece), piece); break;
	case DOCUMENT_LINK: dump_around(out, "a", piece); break;
	case DOCUMENT_REFERENCE: dump_reference(out, piece); break;
	case DOCUMENT_SIGNAL: text_addf(out, "<signal %s '%s'>", piece->signal, piece->text); break;
	case DOCUMENT_BREAK: text_add(out, "<br>"); break;
	case DOCUMENT_SPRING: text_add(out, "<spring>"); break;
	case DOCUMENT_PAGE_NUMBER: text_add(out, "<page>"); break;
	case DOCUMENT_PAGE_COUNT: text_add(out, "<pages>"); break;
	case DOCUMENT_RUNNING: text_addf(out, "<running %d>", piece->level); break;
	case DOCUMENT_CONTINUED: dump_around(out, "continued", piece); break;
	}
}

void document_dump_inline(struct text *out, const struct document_inline *first)
{
	for (const struct document_inline *piece = first; piece != NULL; piece = piece->next)
		dump_piece(out, piece);
}
