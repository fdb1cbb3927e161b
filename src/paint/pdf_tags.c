/* pdf_tags.c - the structure tree, one element written when it is closed.
 *
 * Source: ISO 32000-1 14.7 (structure), 14.8.5 (attributes).
 */
#include "pdf_private.h"

#include <string.h>

static struct pdf *of(struct page_sink *sink)
{
	return (struct pdf *)sink;
}

long pdf_open_tag(struct page_sink *sink, struct page_tag *tag)
{
	struct pdf *pdf = of(sink);

	tag->reference = pdf->options->untagged ? 0 : pdf_new_id(pdf->file);
	if (tag->parent == NULL && pdf->document_tag == 0)
		pdf->document_tag = tag->reference;
	return tag->reference;
}

static void put_string(struct text *out, const char *key, const char *value)
{
	if (value == NULL)
		return;
	text_add(out, key);
	pdf_text(out, value);
}

/* Content of the page that /Pg names is a bare number. */
static void put_content(struct pdf *pdf, struct text *out, const struct page_kid *kid, int page)
{
	if (kid->page == page) {
		pdf_int(out, kid->number);
		text_add_char(out, ' ');
		return;
	}
	text_add(out, "<</Type/MCR/Pg ");
	pdf_ref(out, pdf_page_at(pdf, kid->page)->id);
	text_add(out, "/MCID ");
	pdf_int(out, kid->number);
	text_add(out, ">>");
}

static void put_annotation(struct pdf *pdf, struct text *out, const struct page_kid *kid)
{
	text_add(out, "<</Type/OBJR/Obj ");
	pdf_ref(out, pdf_annotation_id(pdf, kid->page, kid->number));
	text_add(out, "/Pg ");
	pdf_ref(out, pdf_page_at(pdf, kid->page)->id);
	text_add(out, ">>");
}

static void put_kid(struct pdf *pdf, struct text *out, const struct page_kid *kid, int page)
{
	switch (kid->kind) {
	case PAGE_KID_TAG: pdf_ref(out, kid->reference); break;
	case PAGE_KID_CONTENT: put_content(pdf, out, kid, page); break;
	case PAGE_KID_ANNOTATION: put_annotation(pdf, out, kid); break;
	}
}

/* The page of the first content, or -1. */
static int first_page(const struct page_tag *tag)
{
	for (size_t i = 0; i < tag->kid_count; i++)
		if (tag->kids[i].kind == PAGE_KID_CONTENT)
			return tag->kids[i].page;
	return -1;
}

static void put_kids(struct pdf *pdf, struct text *out, const struct page_tag *tag)
{
	int page = first_page(tag);

	if (page >= 0) {
		text_add(out, "/Pg ");
		pdf_ref(out, pdf_page_at(pdf, page)->id);
	}
	if (tag->kid_count == 0)
		return;
	text_add(out, tag->kid_count > 1 ? "/K[" : "/K ");
	for (size_t i = 0; i < tag->kid_count; i++)
		put_kid(pdf, out, &tag->kids[i], page);
	if (tag->kid_count > 1)
		text_add_char(out, ']');
}

static void put_headers(struct text *out, const char *const *headers)
{
	if (headers == NULL || *headers == NULL)
		return;
	text_add(out, "/Headers[");
	for (; *headers != NULL; headers++)
		pdf_text(out, *headers);
	text_add_char(out, ']');
}

static void put_span(struct text *out, const char *key, int value)
{
	if (value < 2)
		return;
	text_add(out, key);
	pdf_int(out, value);
}

/* Scope, spans, headers of a cell; summary of a table. */
static bool put_table_attributes(struct text *out, const struct page_tag *tag)
{
	const char *scope = tag->scope == 'C'   ? "/Scope/Column"
			    : tag->scope == 'R' ? "/Scope/Row"
			    : tag->scope == 'B' ? "/Scope/Both"
						: NULL;

	if (scope == NULL && tag->columns < 2 && tag->rows < 2 && tag->headers == NULL &&
	    tag->summary == NULL)
		return false;
	text_add(out, "<</O/Table");
	if (scope != NULL)
		text_add(out, scope);
	put_span(out, "/ColSpan ", tag->columns);
	put_span(out, "/RowSpan ", tag->rows);
	put_headers(out, (const char *const *)tag->headers);
	put_string(out, "/Summary", tag->summary);
	text_add(out, ">>");
	return true;
}

static void put_box(struct text *out, const struct page_tag *tag)
{
	double height = tag->box_page_height;
	double box[4] = { tag->box[0], height - tag->box[3], tag->box[2], height - tag->box[1] };

	text_add(out, "<</O/Layout/Placement/Block/BBox[");
	for (int i = 0; i < 4; i++) {
		pdf_real(out, box[i]);
		text_add_char(out, ' ');
	}
	text_add(out, "]>>");
}

static void put_attributes(struct text *out, const struct page_tag *tag)
{
	size_t start = out->length;

	text_add(out, "/A");
	if (tag->has_box)
		put_box(out, tag);
	else if (tag->role == PAGE_L)
		text_add(out, tag->ordered ? "<</O/List/ListNumbering/Decimal>>"
					   : "<</O/List/ListNumbering/Disc>>");
	else if (!put_table_attributes(out, tag)) {
		out->length = start;
		out->bytes[start] = '\0';
	}
}

/* Remembers which element each marked content belongs to. */
static void note_parents(struct pdf *pdf, const struct page_tag *tag)
{
	for (size_t i = 0; i < tag->kid_count; i++) {
		const struct page_kid *kid = &tag->kids[i];
		struct pdf_page *page;

		if (kid->kind != PAGE_KID_CONTENT)
			continue;
		page = pdf_page_at(pdf, kid->page);
		while (page->parent_count <= (size_t)kid->number) {
			page->parents = pdf_room(pdf, page->parents, page->parent_count,
						 &page->parent_capacity, sizeof *page->parents);
			page->parents[page->parent_count++] = 0;
		}
		page->parents[kid->number] = tag->reference;
	}
}

static void note_id(struct pdf *pdf, const struct page_tag *tag)
{
	long *id;

	if (tag->id == NULL)
		return;
	id = arena_new(pdf->arena, long);
	*id = tag->reference;
	map_put(&pdf->tag_ids, arena_strdup(pdf->arena, tag->id), id);
}

void pdf_close_tag(struct page_sink *sink, const struct page_tag *tag)
{
	struct pdf *pdf = of(sink);
	struct text *out;

	if (pdf->options->untagged || pdf->failed != STATUS_OK)
		return;
	note_parents(pdf, tag);
	note_id(pdf, tag);
	out = pdf_begin(pdf->file, tag->reference);
	text_add(out, "<</S");
	pdf_name(out, page_role_name(tag->role));
	text_add(out, "/P ");
	pdf_ref(out, tag->parent != NULL ? tag->parent->reference : pdf->root_tag);
	put_kids(pdf, out, tag);
	put_attributes(out, tag);
	put_string(out, "/ID", tag->id);
	put_string(out, "/T", tag->title);
	put_string(out, "/Alt", tag->alt);
	put_string(out, "/ActualText", tag->actual);
	put_string(out, "/Lang", tag->language);
	text_add(out, ">>");
}

/* ---- what is written at the end ---------------------------------------- */

static void put_page_parents(struct text *out, const struct pdf_page *page)
{
	text_add_char(out, '[');
	for (size_t i = 0; i < page->parent_count; i++) {
		if (page->parents[i] != 0)
			pdf_ref(out, page->parents[i]);
		else
			text_add(out, "null ");
	}
	text_add(out, "]\n");
}

#define LEAF_KEYS 200 /* in one leaf of a number tree */

/* The value of a key: a page's elements, or an annotation's element. */
static void put_key(struct pdf *pdf, struct text *out, long key)
{
	pdf_int(out, key);
	text_add_char(out, ' ');
	if (key < PDF_ANNOTATION_KEYS)
		put_page_parents(out, &pdf->pages[key]);
	else
		pdf_ref(out, pdf->annotation_tags[key - PDF_ANNOTATION_KEYS]);
}

/* The leaves for keys `first` to `end` - 1, their references added to `kids`. */
static void put_leaves(struct pdf *pdf, struct text *kids, long first, long end)
{
	for (; first < end; first += LEAF_KEYS) {
		long last = first + LEAF_KEYS < end ? first + LEAF_KEYS - 1 : end - 1;
		long leaf = pdf_new_id(pdf->file);
		struct text *out = pdf_begin(pdf->file, leaf);

		text_addf(out, "<</Limits[%ld %ld]/Nums[", first, last);
		for (long key = first; key <= last; key++)
			put_key(pdf, out, key);
		text_add(out, "]>>");
		pdf_ref(kids, leaf);
	}
}

static long put_parent_tree(struct pdf *pdf)
{
	struct text kids = text_make(pdf->arena);
	long id = pdf_new_id(pdf->file);
	struct text *out;

	put_leaves(pdf, &kids, 0, (long)pdf->page_count);
	put_leaves(pdf, &kids, PDF_ANNOTATION_KEYS, PDF_ANNOTATION_KEYS + (long)pdf->key_count);
	out = pdf_begin(pdf->file, id);
	text_addf(out, "<</Kids[%s]>>", kids.bytes);
	return id;
}

static void put_tag_reference(struct pdf *pdf, struct text *out, const void *value)
{
	(void)pdf;
	pdf_ref(out, *(const long *)value);
}

void pdf_structure_finish(struct pdf *pdf)
{
	long tree, ids = 0;
	struct text *out;

	if (pdf->options->untagged)
		return;
	tree = put_parent_tree(pdf);
	if (pdf->tag_ids.count > 0)
		ids = pdf_name_tree(pdf, &pdf->tag_ids, put_tag_reference);
	out = pdf_begin(pdf->file, pdf->root_tag);
	text_addf(out, "<</Type/StructTreeRoot/K %ld 0 R/ParentTree %ld 0 R/ParentTreeNextKey %ld",
		  pdf->document_tag, tree, PDF_ANNOTATION_KEYS + (long)pdf->key_count);
	if (ids != 0)
		text_addf(out, "/IDTree %ld 0 R", ids);
	text_add(out, ">>");
}
