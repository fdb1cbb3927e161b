/* preview_keep.c - what a page shows, copied: the page is gone after the call.
 *
 * Shaped runs and the bytes of images live as long as the document, so only
 * the lists that point to them are copied.
 */
#include "preview_private.h"

#include <string.h>

static const void *copy(struct preview *preview, const void *items, size_t count, size_t size)
{
	void *to = arena_alloc_array(preview->kept, count, size);

	if (count > 0)
		memcpy(to, items, count * size);
	return to;
}

/* Marks and spans say what things are, not what is seen. */
static bool is_seen(const struct page_op *op)
{
	return op->kind != PAGE_OP_MARK && op->kind != PAGE_OP_SPAN && op->kind != PAGE_OP_SPAN_END;
}

static void keep_op(struct preview *preview, struct preview_page *page, const struct page_op *from)
{
	struct page_op *op = page_op_add(&page->first, &page->last, preview->kept, from->kind);

	op->as = from->as;
	if (from->kind == PAGE_OP_TEXT)
		op->as.text.words = copy(preview, from->as.text.words, from->as.text.count,
					 sizeof *from->as.text.words);
	else if (from->kind == PAGE_OP_FILL || from->kind == PAGE_OP_STROKE ||
		 from->kind == PAGE_OP_CLIP)
		op->as.path.segments = copy(preview, from->as.path.segments, from->as.path.count,
					    sizeof *from->as.path.segments);
}

void preview_keep(struct preview *preview, struct preview_page *page, const struct page_op *first)
{
	for (const struct page_op *op = first; op != NULL; op = op->next)
		if (is_seen(op))
			keep_op(preview, page, op);
}
