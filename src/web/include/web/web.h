/* web.h - a document as a web page, its drawings as SVG.
 *
 * Gives:    web_page(): one HTML page of an expanded, resolved document, the
 *           same that layout turns into a PDF; web_drawing_svg().
 * Includes: base, document, type, figure, page.
 * Not here: the plan, the PDF, the site around the pages (batch), files.
 *
 * Pages work without JavaScript and from a folder on disk. They ask only for
 * the style sheets and type faces in the folder of assets and for the files
 * that web_page() hands back.
 */
#ifndef WEB_WEB_H
#define WEB_WEB_H

#include "base/diag.h"
#include "base/text.h"
#include "document/document.h"
#include "page/page.h"
#include "type/type.h"

/** The names of the style sheets in the folder of assets. */
#define WEB_STYLE_OWN       "relazione.css"
#define WEB_STYLE_BOOTSTRAP "bootstrap-italia.min.css"
/** Of the index of a site, which batch writes. */
#define WEB_STYLE_INDEX  "indice.css"
#define WEB_SCRIPT_INDEX "indice.js"

/** The same document in another form, offered at the top of the page. */
struct web_link {
	const char *label; /* what is read: "Relazione in PDF"        */
	const char *href;  /* relative, or http(s)                    */
	const char *type;  /* MIME type, or NULL                      */
	const char *size;  /* as shown: "1,2 MB"; NULL: not said      */
};

/** An image that the page asks for, or a chart that it offers: to be written beside it. */
struct web_file {
	const char *name; /* relative to the page          */
	const void *bytes;
	size_t length;
	struct web_file *next;
};

struct web_options {
	struct type_library *type; /* shapes the words of drawings             */
	struct diag *diag;         /* texts that drawings had to shorten       */
	const char *assets;        /* folder of assets as seen from the page, without a last
	                              slash; NULL: "."                          */
	bool bootstrap;            /* the folder has WEB_STYLE_BOOTSTRAP too   */
	const char *owner;         /* whose document it is, for the head; NULL: its author */
	const char *home;          /* the index of the site, or NULL           */
	const char *date;          /* ISO day of the document; NULL: its own   */
	const char *licence;       /* address of the licence; NULL: not said   */
	const char *version;       /* of the program, or NULL                  */
	const char *images;        /* how names of images begin; NULL: "immagine-" */
	const struct web_link *links;
	size_t link_count;
};

/**
 * Writes the page.
 *
 * out       gets UTF-8 that is well-formed XML too. What it points to of the
 *           document's own (images) lives as long as that.
 * document  expanded and resolved.
 *
 * Returns the files to be written beside the page, in order of use, in the
 * arena of `out`; NULL: none. Never fails.
 */
struct web_file *web_page(struct text *out, const struct document *document,
			  const struct web_options *options);

/** How an SVG is told apart and read aloud. */
struct web_svg {
	const char *title;      /* short; NULL with `desc` NULL: hidden from assistive
	                          technology                                      */
	const char *desc;       /* its text alternative, which is read; NULL: the title is */
	const char *id_prefix;  /* every id in it begins so; unique in the page    */
	const char *class_name; /* NULL: none */
	bool alone;             /* a file of its own: with its name space and size */
};

/** A drawing as an <svg> element with real text; no fonts, scripts or styles
 *  from elsewhere. Images in it become data addresses. */
void web_drawing_svg(struct text *out, const struct page_drawing *drawing,
		     const struct web_svg *svg);

/** Whether an address may stand in a link: http, https, mailto, or a place in
 *  the page (#…). Anything else is shown as text. */
bool web_address_is_safe(const char *address);

#endif
