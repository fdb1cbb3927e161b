/* page.c - the page as a whole. */
#include "web_private.h"

struct web_image *web_page(struct text *out, const struct document *document,
			   const struct web_options *options)
{
	(void)options;
	text_add(out, "<!DOCTYPE html>\n<title>");
	escape_markup(out, document->title);
	text_add(out, "</title>\n");
	return NULL;
}
