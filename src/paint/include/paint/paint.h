/* paint.h - pages become files.
 *
 * Gives:    sinks that write PDF, PNG and SVG.
 * Includes: base, document, type, page; libharu, zlib, Cairo.
 * Not here: the plan, layout. The clock: dates come in as options.
 */
#ifndef PAINT_PAINT_H
#define PAINT_PAINT_H

#include "base/file.h"
#include "document/document.h"
#include "page/page.h"

/** A file carried inside the PDF. */
struct paint_attachment {
	const char *name; /* file name shown               */
	const char *mime; /* application/xml, text/csv     */
	const char *description;
	const char *relationship; /* Source, Data                  */
	struct bytes bytes;
};

struct paint_pdf_options {
	const char *title, *author, *subject, *keywords, *language, *producer;
	long long date;       /* seconds since 1970, UTC: SOURCE_DATE_EPOCH or the plan's date */
	const char *icc_path; /* sRGB profile */
	const struct paint_attachment *attachments;
	size_t attachment_count; /* 0: PDF/A-2a, else PDF/A-3a */
	bool untagged;           /* the benchmark only: no structure, no claim of conformance */
	int level;               /* of zlib for pages, 1-9; 0: the default */
};

/** A sink that writes a PDF/UA-1 and PDF/A-3a (2a) file to `out`. Failures
 *  stay in the sink; finish() reports the first. `out` is committed by the caller. */
struct page_sink *paint_pdf(struct arena *arena, struct type_library *type, struct file_out *out,
			    const struct paint_pdf_options *options);

enum paint_preview_format { PAINT_PNG, PAINT_SVG };
struct paint_preview_options {
	enum paint_preview_format format;
	double dpi;                                  /* PNG */
	int first, last;                             /* pages from 1; last 0: all */
	const char *dir;                             /* made if missing; files pagina-001.png … */
	void (*wrote)(void *user, const char *path); /* told of each file, or NULL */
	void *user;
};
/** A sink that writes one file a page. */
struct page_sink *paint_preview(struct arena *arena, struct type_library *type,
				const struct paint_preview_options *options);

#endif
