#include "document/document.h"

void document_add_plain(struct text *out, const struct document_inline *first)
{
	for (const struct document_inline *piece = first; piece != NULL; piece = piece->next) {
		switch (piece->kind) {
		case DOCUMENT_TEXT:
		case DOCUMENT_SIGNAL:
		case DOCUMENT_REFERENCE:
			if (piece->text != NULL)
				text_add(out, piece->text);
			break;
		case DOCUMENT_SPAN:
		case DOCUMENT_LINK: document_add_plain(out, piece->first); break;
		case DOCUMENT_BREAK:
		case DOCUMENT_SPRING: text_add(out, " "); break;
		/* Shown only where a page is known, so not part of the text. */
		case DOCUMENT_PAGE_NUMBER:
		case DOCUMENT_PAGE_COUNT:
		case DOCUMENT_RUNNING:
		case DOCUMENT_CONTINUED: break;
		}
	}
}

char *document_plain(struct document *document, const struct document_inline *first)
{
	struct text out = text_make(document->arena);

	document_add_plain(&out, first);
	return text_fold_space(document->arena, out.bytes);
}
