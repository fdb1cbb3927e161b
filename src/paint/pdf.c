/* pdf.c - the sink: pages come in, a PDF file goes out.
 *
 * Page contents and structure elements are written the moment they are whole;
 * pages, trees, fonts and catalogue at the end. What stays in memory per page
 * is its number, size and the owners of its marks.
 */
#include "pdf_private.h"

#include <string.h>

#define LEVEL_DEFAULT 6

static struct pdf *of(struct page_sink *sink)
{
	return (struct pdf *)sink;
}

void pdf_fail(struct pdf *pdf, enum status status, const char *why)
{
	if (pdf->failed != STATUS_OK)
		return;
	pdf->failed = status;
	pdf->why = why;
}

void *pdf_room(struct pdf *pdf, void *items, size_t count, size_t *capacity, size_t size)
{
	size_t more;

	if (count < *capacity)
		return items;
	more = *capacity ? *capacity * 2 : 16;
	items = arena_grow(pdf->arena, items, *capacity * size, more * size);
	*capacity = more;
	return items;
}

struct pdf_page *pdf_page_at(struct pdf *pdf, int index)
{
	while (pdf->page_count <= (size_t)index) {
		pdf->pages = pdf_room(pdf, pdf->pages, pdf->page_count, &pdf->page_capacity,
				      sizeof *pdf->pages);
		pdf->pages[pdf->page_count] = (struct pdf_page){ .id = pdf_new_id(pdf->file) };
		pdf->page_count++;
	}
	return &pdf->pages[index];
}

long pdf_annotation_id(struct pdf *pdf, int page, int number)
{
	struct pdf_page *at = pdf_page_at(pdf, page);

	while (at->annotation_count <= (size_t)number) {
		at->annotations = pdf_room(pdf, at->annotations, at->annotation_count,
					   &at->annotation_capacity, sizeof *at->annotations);
		at->annotations[at->annotation_count++] = pdf_new_id(pdf->file);
	}
	return at->annotations[number];
}

long pdf_annotation_key(struct pdf *pdf, long tag)
{
	pdf->annotation_tags = pdf_room(pdf, pdf->annotation_tags, pdf->key_count,
					&pdf->key_capacity, sizeof *pdf->annotation_tags);
	pdf->annotation_tags[pdf->key_count] = tag;
	return PDF_ANNOTATION_KEYS + (long)pdf->key_count++;
}

static void on_page(struct page_sink *sink, const struct page *page)
{
	struct pdf *pdf = of(sink);
	struct pdf_page *at;
	long body;

	if (pdf->failed != STATUS_OK)
		return;
	at = pdf_page_at(pdf, page->index);
	at->width = page->width;
	at->height = page->height;
	body = at->body = pdf_new_id(pdf->file);
	pdf_content(pdf, page->first, page->height);
	pdf_stream(pdf->file, body, "", pdf->content.bytes, pdf->content.length);
	pdf_annotations(pdf, page);
}

static void on_late(struct page_sink *sink, int index, const struct page_drawing *drawing)
{
	struct pdf *pdf = of(sink);
	struct pdf_page *page;
	long foot;

	if (pdf->failed != STATUS_OK || drawing->first == NULL)
		return;
	page = pdf_page_at(pdf, index);
	foot = page->foot = pdf_new_id(pdf->file);
	pdf_content(pdf, drawing->first, page->height);
	pdf_stream(pdf->file, foot, "", pdf->content.bytes, pdf->content.length);
}

static void on_target(struct page_sink *sink, const char *id, int page, double y)
{
	struct pdf *pdf = of(sink);
	struct pdf_target *target = arena_new(pdf->arena, struct pdf_target);

	*target = (struct pdf_target){ .page = page, .y = y };
	map_put(&pdf->targets, arena_strdup(pdf->arena, id), target);
}

static void on_outline(struct page_sink *sink, const struct page_outline *entry)
{
	struct pdf *pdf = of(sink);

	pdf->outline = pdf_room(pdf, pdf->outline, pdf->outline_count, &pdf->outline_capacity,
				sizeof *pdf->outline);
	pdf->outline[pdf->outline_count] = *entry;
	pdf->outline[pdf->outline_count++].title = arena_strdup(pdf->arena, entry->title);
}

void pdf_resources_finish(struct pdf *pdf, struct diag *diag)
{
	struct text fonts = text_make(pdf->arena);

	for (size_t i = 0; i < pdf->font_count; i++)
		if (pdf->fonts[i].face != NULL)
			text_addf(&fonts, "/F%zu %ld 0 R", i,
				  pdf_haru_font(pdf, &pdf->fonts[i], diag));
	text_addf(pdf_begin(pdf->file, pdf->resources), "<</Font<<%s>>/XObject<<%s>>>>",
		  fonts.bytes, pdf->image_names.bytes);
}

static void write_end(struct pdf *pdf)
{
	struct text trailer = text_make(pdf->arena);
	unsigned char digest[16];

	pdf_haru_trailer(pdf, &trailer);
	pdf_digest(pdf->file, digest);
	text_add(&trailer, "/ID[");
	pdf_digits(&trailer, digest);
	pdf_digits(&trailer, digest);
	text_add(&trailer, "]");
	if (!pdf_file_close(pdf->file, trailer.bytes, trailer.length))
		pdf_fail(pdf, STATUS_LIMIT, "il documento è troppo grande per un solo PDF/A");
}

static enum status on_finish(struct page_sink *sink, int pages, struct diag *diag)
{
	struct pdf *pdf = of(sink);
	struct pdf_trees trees;

	(void)pages;
	if (pdf->failed == STATUS_OK) {
		pdf_resources_finish(pdf, diag);
		pdf_structure_finish(pdf);
		trees = pdf_trees_finish(pdf);
		pdf_haru_finish(pdf, &trees, diag);
	}
	if (pdf->failed == STATUS_OK)
		write_end(pdf);
	if (pdf->failed != STATUS_OK && pdf->why != NULL)
		diag_error(diag, (struct place){ 0 }, "pdf", "%s", pdf->why);
	return pdf->failed;
}

struct page_sink *paint_pdf(struct arena *arena, struct type_library *type, struct file_out *out,
			    const struct paint_pdf_options *options)
{
	struct pdf *pdf = arena_new(arena, struct pdf);

	pdf->arena = arena;
	pdf->type = type;
	pdf->options = options;
	pdf->file = pdf_file_open(arena, out, PDF_HARU_IDS,
				  options->level ? options->level : LEVEL_DEFAULT);
	pdf->haru = pdf_haru_open(pdf);
	pdf->font_count = type_face_count(type);
	pdf->fonts = arena_array(arena, struct pdf_font, pdf->font_count);
	pdf->content = text_make(arena);
	pdf->fields = text_make(arena);
	pdf->image_names = text_make(arena);
	pdf->images = map_make(arena);
	pdf->targets = map_make(arena);
	pdf->tag_ids = map_make(arena);
	pdf->resources = pdf_new_id(pdf->file);
	pdf->root_tag = pdf_new_id(pdf->file);
	pdf->sink = (struct page_sink){
		.open_tag = pdf_open_tag,
		.close_tag = pdf_close_tag,
		.page = on_page,
		.target = on_target,
		.outline = on_outline,
		.late = on_late,
		.finish = on_finish,
	};
	return &pdf->sink;
}
