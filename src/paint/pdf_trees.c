/* pdf_trees.c - pages, annotations, destinations, outline: written at the end. */
#include "pdf_private.h"

#include <stdlib.h>
#include <string.h>

#define BRANCH_PAGES 100 /* pages in one node of the page tree   */
#define LEAF_NAMES   100 /* names in one leaf of a name tree     */

/* ---- annotations ------------------------------------------------------- */

static void put_rect(struct text *out, const struct page *page, const double box[4])
{
	double rect[4] = { box[0], page->height - box[3], box[2], page->height - box[1] };

	text_add(out, "/Rect[");
	for (int i = 0; i < 4; i++) {
		pdf_real(out, rect[i]);
		text_add_char(out, ' ');
	}
	text_add_char(out, ']');
}

static void put_link(struct text *out, const struct page_annotation *note)
{
	text_add(out, "/Subtype/Link/Border[0 0 0]/Contents");
	pdf_text(out, note->contents != NULL ? note->contents : note->to);
	if (note->kind == PAGE_LINK_URI) {
		text_add(out, "/A<</S/URI/URI");
		pdf_bytes(out, note->to, strlen(note->to));
		text_add(out, ">>");
	} else {
		text_add(out, "/Dest");
		pdf_bytes(out, note->to, strlen(note->to));
	}
}

/* An empty look: PDF/A wants one for every field. Source: ISO 19005-2 6.3.3. */
static long put_appearance(struct pdf *pdf, const double box[4])
{
	long id = pdf_new_id(pdf->file);
	struct text dict = text_make(pdf->arena);

	text_add(&dict, "/Type/XObject/Subtype/Form/BBox[0 0 ");
	pdf_real(&dict, box[2] - box[0]);
	text_add_char(&dict, ' ');
	pdf_real(&dict, box[3] - box[1]);
	text_add_char(&dict, ']');
	pdf_stream_raw(pdf->file, id, dict.bytes, "", 0);
	return id;
}

static void put_field(struct pdf *pdf, struct text *out, const struct page_annotation *note,
		      long id, long look)
{
	text_add(out, "/Subtype/Widget/FT/Sig/T");
	pdf_text(out, note->to);
	text_add(out, "/TU");
	pdf_text(out, note->contents != NULL ? note->contents : note->to);
	text_add(out, "/AP<</N ");
	pdf_ref(out, look);
	text_add(out, ">>");
	pdf_ref(&pdf->fields, id);
	pdf->field_count++;
}

static void put_annotation(struct pdf *pdf, const struct page *page,
			   const struct page_annotation *note, int number)
{
	bool field = note->kind == PAGE_FIELD_SIGNATURE;
	long id = pdf_annotation_id(pdf, page->index, number);
	long look = field ? put_appearance(pdf, note->box) : 0;
	struct text *out = pdf_begin(pdf->file, id);

	text_add(out, "<</Type/Annot/F 4/P ");
	pdf_ref(out, pdf_page_at(pdf, page->index)->id);
	put_rect(out, page, note->box);
	if (field)
		put_field(pdf, out, note, id, look);
	else
		put_link(out, note);
	if (!pdf->options->untagged) {
		text_add(out, "/StructParent ");
		pdf_int(out, pdf_annotation_key(pdf, note->tag_reference));
	}
	text_add(out, ">>");
}

void pdf_annotations(struct pdf *pdf, const struct page *page)
{
	int number = 0;

	for (const struct page_annotation *note = page->annotations; note != NULL;
	     note = note->next)
		put_annotation(pdf, page, note, number++);
}

/* ---- pages --------------------------------------------------------------- */

static void put_contents(struct text *out, const struct pdf_page *page)
{
	text_add(out, "/Contents[");
	pdf_ref(out, page->body);
	if (page->foot != 0)
		pdf_ref(out, page->foot);
	text_add_char(out, ']');
}

static void put_page(struct pdf *pdf, size_t index, long parent)
{
	const struct pdf_page *page = &pdf->pages[index];
	struct text *out = pdf_begin(pdf->file, page->id);

	text_add(out, "<</Type/Page/Parent ");
	pdf_ref(out, parent);
	text_add(out, "/MediaBox[0 0 ");
	pdf_real(out, page->width);
	text_add_char(out, ' ');
	pdf_real(out, page->height);
	text_add(out, "]/Resources ");
	pdf_ref(out, pdf->resources);
	put_contents(out, page);
	if (!pdf->options->untagged) {
		text_add(out, "/Tabs/S/StructParents ");
		pdf_int(out, (long)index);
	}
	if (page->annotation_count > 0) {
		text_add(out, "/Annots[");
		for (size_t i = 0; i < page->annotation_count; i++)
			pdf_ref(out, page->annotations[i]);
		text_add_char(out, ']');
	}
	text_add(out, ">>");
}

static long put_branch(struct pdf *pdf, size_t first, size_t count, long parent)
{
	long id = pdf_new_id(pdf->file);
	struct text *out;

	for (size_t i = first; i < first + count; i++)
		put_page(pdf, i, id);
	out = pdf_begin(pdf->file, id);
	text_addf(out, "<</Type/Pages/Parent %ld 0 R/Count %zu/Kids[", parent, count);
	for (size_t i = first; i < first + count; i++)
		pdf_ref(out, pdf->pages[i].id);
	text_add(out, "]>>");
	return id;
}

static long put_pages(struct pdf *pdf)
{
	struct text kids = text_make(pdf->arena);
	long id = pdf_new_id(pdf->file);
	struct text *out;

	for (size_t first = 0; first < pdf->page_count; first += BRANCH_PAGES) {
		size_t left = pdf->page_count - first;

		pdf_ref(&kids,
			put_branch(pdf, first, left < BRANCH_PAGES ? left : BRANCH_PAGES, id));
	}
	out = pdf_begin(pdf->file, id);
	text_addf(out, "<</Type/Pages/Count %zu/Kids[%s]>>", pdf->page_count, kids.bytes);
	return id;
}

/* ---- names ----------------------------------------------------------------- */

static int by_key(const void *a, const void *b)
{
	return strcmp(((const struct map_entry *)a)->key, ((const struct map_entry *)b)->key);
}

static long put_names(struct pdf *pdf, const struct map_entry *entries, size_t count,
		      void (*put)(struct pdf *, struct text *, const void *))
{
	long id = pdf_new_id(pdf->file);
	struct text *out = pdf_begin(pdf->file, id);
	const char *first = entries[0].key, *last = entries[count - 1].key;

	text_add(out, "<</Limits[");
	pdf_bytes(out, first, strlen(first));
	pdf_bytes(out, last, strlen(last));
	text_add(out, "]/Names[");
	for (size_t i = 0; i < count; i++) {
		pdf_bytes(out, entries[i].key, strlen(entries[i].key));
		put(pdf, out, entries[i].value);
	}
	text_add(out, "]>>");
	return id;
}

long pdf_name_tree(struct pdf *pdf, const struct map *map,
		   void (*put)(struct pdf *, struct text *, const void *))
{
	struct map_entry *sorted = arena_array(pdf->arena, struct map_entry, map->count);
	struct text kids = text_make(pdf->arena);
	long id = pdf_new_id(pdf->file);
	struct text *out;

	memcpy(sorted, map->entries, map->count * sizeof *sorted);
	qsort(sorted, map->count, sizeof *sorted, by_key);
	for (size_t i = 0; i < map->count; i += LEAF_NAMES) {
		size_t left = map->count - i;

		pdf_ref(&kids,
			put_names(pdf, sorted + i, left < LEAF_NAMES ? left : LEAF_NAMES, put));
	}
	out = pdf_begin(pdf->file, id);
	text_addf(out, "<</Kids[%s]>>", kids.bytes);
	return id;
}

/* A place a little above what it names, so that it is not cut at the edge. */
#define ABOVE_PT 6

static void put_place(struct pdf *pdf, struct text *out, int page, double y)
{
	const struct pdf_page *at = pdf_page_at(pdf, page);
	double top = at->height - y + ABOVE_PT;

	text_add_char(out, '[');
	pdf_ref(out, at->id);
	text_add(out, "/XYZ 0 ");
	pdf_real(out, top < at->height ? top : at->height);
	text_add(out, " null]");
}

static void put_target(struct pdf *pdf, struct text *out, const void *value)
{
	const struct pdf_target *target = value;

	put_place(pdf, out, target->page, target->y);
}

/* ---- outline ------------------------------------------------------------------ */

/* Links between entries that a flat list of levels gives. 0: none. */
struct node {
	long id;
	size_t parent, previous, next, first, last, open; /* index + 1 */
};

static void link_node(struct node *nodes, size_t index, size_t parent)
{
	size_t previous = nodes[parent].last;

	nodes[index].parent = parent;
	nodes[index].previous = previous;
	if (previous != 0)
		nodes[previous].next = index;
	else
		nodes[parent].first = index;
	nodes[parent].last = index;
	nodes[parent].open++;
}

/* nodes[0] is the root; nodes[i + 1] the i-th entry. */
static struct node *link_outline(struct pdf *pdf)
{
	size_t count = pdf->outline_count;
	struct node *nodes = arena_array(pdf->arena, struct node, count + 1);

	nodes[0].id = pdf_new_id(pdf->file);
	for (size_t i = 1; i <= count; i++) {
		size_t parent = i - 1;

		nodes[i].id = pdf_new_id(pdf->file);
		while (parent != 0 && pdf->outline[parent - 1].level >= pdf->outline[i - 1].level)
			parent = nodes[parent].parent;
		link_node(nodes, i, parent);
	}
	return nodes;
}

static void put_near(struct text *out, const char *key, const struct node *nodes, size_t index)
{
	if (index == 0)
		return;
	text_addf(out, "%s %ld 0 R", key, nodes[index].id);
}

static void put_entry(struct pdf *pdf, const struct node *nodes, size_t i)
{
	const struct page_outline *entry = &pdf->outline[i - 1];
	const struct node *node = &nodes[i];
	struct text *out = pdf_begin(pdf->file, node->id);

	text_add(out, "<</Title");
	pdf_text(out, entry->title);
	text_addf(out, "/Parent %ld 0 R", nodes[node->parent].id);
	put_near(out, "/Prev", nodes, node->previous);
	put_near(out, "/Next", nodes, node->next);
	put_near(out, "/First", nodes, node->first);
	put_near(out, "/Last", nodes, node->last);
	if (node->open > 0)
		text_addf(out, "/Count -%zu", node->open); /* closed */
	text_add(out, "/Dest");
	put_place(pdf, out, entry->page, entry->y);
	text_add(out, ">>");
}

static long put_outline(struct pdf *pdf)
{
	struct node *nodes;
	struct text *out;

	if (pdf->outline_count == 0)
		return 0;
	nodes = link_outline(pdf);
	for (size_t i = 1; i <= pdf->outline_count; i++)
		put_entry(pdf, nodes, i);
	out = pdf_begin(pdf->file, nodes[0].id);
	text_addf(out, "<</Type/Outlines/Count %zu", nodes[0].open);
	put_near(out, "/First", nodes, nodes[0].first);
	put_near(out, "/Last", nodes, nodes[0].last);
	text_add(out, ">>");
	return nodes[0].id;
}

static long put_form(struct pdf *pdf)
{
	long id;

	if (pdf->field_count == 0)
		return 0;
	id = pdf_new_id(pdf->file);
	text_addf(pdf_begin(pdf->file, id), "<</Fields[%s]>>", pdf->fields.bytes);
	return id;
}

struct pdf_trees pdf_trees_finish(struct pdf *pdf)
{
	return (struct pdf_trees){
		.outlines = put_outline(pdf),
		.destinations =
			pdf->targets.count > 0 ? pdf_name_tree(pdf, &pdf->targets, put_target) : 0,
		.form = put_form(pdf),
		.pages = put_pages(pdf),
	};
}
