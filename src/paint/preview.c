/* preview.c - the sink: pages come in, one picture a page goes out.
 *
 * Running heads come after all pages, so the operations of the pages asked for
 * are kept; pictures, which are large, are made one at a time at the end.
 */
#include "preview_private.h"

#define DIGITS_MIN 3 /* of a page's number in its file's name */

static struct preview *of(struct page_sink *sink)
{
	return (struct preview *)sink;
}

void preview_fail(struct preview *preview, enum status status, const char *why)
{
	if (preview->failed != STATUS_OK)
		return;
	preview->failed = status;
	preview->why = why;
}

void preview_check(struct preview *preview, cairo_status_t status)
{
	if (status == CAIRO_STATUS_SUCCESS)
		return;
	if (status == CAIRO_STATUS_NO_MEMORY)
		arena_exhausted(preview->arena, 0);
	preview_fail(preview, STATUS_LIBRARY,
		     arena_printf(preview->arena, "Cairo non riesce a disegnare la pagina (%s)",
				  cairo_status_to_string(status)));
}

static struct preview_page *page_at(struct preview *preview, int index)
{
	while (preview->page_count <= (size_t)index) {
		if (preview->page_count == preview->page_capacity) {
			size_t more = preview->page_capacity ? preview->page_capacity * 2 : 64;

			preview->pages = arena_grow(preview->arena, preview->pages,
						    preview->page_capacity * sizeof *preview->pages,
						    more * sizeof *preview->pages);
			preview->page_capacity = more;
		}
		preview->pages[preview->page_count++] = (struct preview_page){ .here = false };
	}
	return &preview->pages[index];
}

static bool is_wanted(const struct preview *preview, int index)
{
	int last = preview->options.last;

	return index + 1 >= preview->options.first && (last == 0 || index < last);
}

static long on_open_tag(struct page_sink *sink, struct page_tag *tag)
{
	(void)sink;
	(void)tag;
	return 0;
}

static void on_close_tag(struct page_sink *sink, const struct page_tag *tag)
{
	(void)sink;
	(void)tag;
}

static void on_target(struct page_sink *sink, const char *id, int page, double y)
{
	(void)sink;
	(void)id;
	(void)page;
	(void)y;
}

static void on_outline(struct page_sink *sink, const struct page_outline *entry)
{
	(void)sink;
	(void)entry;
}

static void on_page(struct page_sink *sink, const struct page *page)
{
	struct preview *preview = of(sink);
	struct preview_page *at;

	if (!is_wanted(preview, page->index))
		return;
	at = page_at(preview, page->index);
	at->here = true;
	at->width = page->width;
	at->height = page->height;
	preview_keep(preview, at, page->first);
}

static void on_late(struct page_sink *sink, int index, const struct page_drawing *drawing)
{
	struct preview *preview = of(sink);

	if (is_wanted(preview, index))
		preview_keep(preview, page_at(preview, index), drawing->first);
}

static int count_digits(int pages)
{
	int digits = 1;

	for (; pages >= 10; pages /= 10)
		digits++;
	return digits < DIGITS_MIN ? DIGITS_MIN : digits;
}

static enum status write_pages(struct preview *preview, int pages, struct diag *diag)
{
	enum status status = file_make_dirs(preview->options.dir, diag);

	for (size_t i = 0; i < preview->page_count && status == STATUS_OK; i++)
		if (preview->pages[i].here)
			status = preview_write(preview, (int)i, count_digits(pages), diag);
	return status;
}

/* What the arena runs when the sink is never finished. */
static void release(void *data)
{
	struct preview *preview = data;

	preview_release(preview);
	arena_destroy(preview->kept);
}

static enum status on_finish(struct page_sink *sink, int pages, struct diag *diag)
{
	struct preview *preview = of(sink);
	enum status status = STATUS_DATA;

	if (preview->options.first > pages)
		diag_error(diag, (struct place){ 0 }, "pagine",
			   "la pagina %d non c’è: il documento ne ha %d; chiedere pagine fino a %d",
			   preview->options.first, pages, pages);
	else
		status = write_pages(preview, pages, diag);
	release(preview);
	arena_defer_cancel(preview->arena, release, preview);
	return status;
}

struct page_sink *paint_preview(struct arena *arena, struct type_library *type,
				const struct paint_preview_options *options)
{
	struct preview *preview = arena_new(arena, struct preview);

	preview->arena = arena;
	preview->kept = arena_create(NULL);
	preview->options = *options;
	preview->face_count = type_face_count(type);
	preview->faces = arena_array(arena, cairo_font_face_t *, preview->face_count);
	preview->images = map_make(arena);
	preview->sink = (struct page_sink){
		.open_tag = on_open_tag,
		.close_tag = on_close_tag,
		.page = on_page,
		.target = on_target,
		.outline = on_outline,
		.late = on_late,
		.finish = on_finish,
	};
	arena_defer(arena, release, preview);
	return &preview->sink;
}
