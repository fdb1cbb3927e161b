/* layout.h - the document becomes pages.
 *
 * Gives:    layout_run(): walks a resolved document once and hands pages to
 *           a sink one by one.
 * Includes: base, document, type, figure, page.
 * Not here: libharu, Cairo, files, the plan.
 */
#ifndef LAYOUT_LAYOUT_H
#define LAYOUT_LAYOUT_H

#include "base/diag.h"
#include "base/status.h"
#include "document/document.h"
#include "page/page.h"
#include "type/type.h"

struct layout_options {
	struct arena *arena; /* for what lives as long as the run */
	struct type_library *type;
	struct page_sink *sink;
	struct diag *diag; /* what had to be forced (too wide, too tall) */
};

/** Lays out and ends with sink->finish(). Always ends: a block that fits no
 *  page is split or, if it can't be, placed and reported. */
enum status layout_run(const struct document *document, const struct layout_options *options);

#endif
