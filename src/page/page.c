/* page.c - pages: marks with their numbers, kids of tags, links. */
#include "page/page.h"

#include <assert.h>
#include <string.h>

struct page_op *page_op_add(struct page_op **first, struct page_op **last, struct arena *arena,
			    enum page_op_kind kind)
{
	struct page_op *op = arena_new(arena, struct page_op);

	op->kind = kind;
	if (*last == NULL)
		*first = op;
	else
		(*last)->next = op;
	*last = op;
	return op;
}

struct page *page_create(struct arena *arena, int index, double width, double height)
{
	struct page *page = arena_new(arena, struct page);

	page->arena = arena;
	page->index = index;
	page->label = arena_printf(arena, "%d", index + 1);
	page->width = width;
	page->height = height;
	return page;
}

#define FIRST_KIDS 4

void page_tag_add_kid(struct arena *arena, struct page_tag *tag, struct page_kid kid)
{
	if (tag->kid_count == tag->kid_capacity) {
		size_t capacity = tag->kid_capacity ? tag->kid_capacity * 2 : FIRST_KIDS;

		tag->kids = arena_grow(arena, tag->kids, tag->kid_capacity * sizeof *tag->kids,
				       capacity * sizeof *tag->kids);
		tag->kid_capacity = capacity;
	}
	tag->kids[tag->kid_count++] = kid;
}

void page_tag_set_box(struct page_tag *tag, const struct page *page, const double box[4])
{
	tag->has_box = true;
	tag->box_page = page->index;
	tag->box_page_height = page->height;
	memcpy(tag->box, box, sizeof tag->box);
}

/* Begins a marked sequence whatever stood before. */
static struct page_op *begin_mark(struct page *page, struct page_tag *tag)
{
	struct page_op *op = page_op_add(&page->first, &page->last, page->arena, PAGE_OP_MARK);

	page->marking = true;
	page->marked = tag;
	op->as.mark.tag = tag;
	op->as.mark.mcid = -1;
	op->as.mark.local = -1;
	return op;
}

void page_mark(struct page *page, struct page_tag *tag, enum page_artifact artifact)
{
	struct page_op *op;

	if (page->marking && page->marked == tag && tag != NULL)
		return;
	op = begin_mark(page, tag);
	op->as.mark.artifact = artifact;
	if (tag == NULL)
		return;
	op->as.mark.role = tag->role;
	op->as.mark.mcid = page->mcid_count++;
	op->as.mark.language = tag->language;
	page_tag_add_kid(tag->arena, tag,
			 (struct page_kid){ .kind = PAGE_KID_CONTENT,
					    .page = page->index,
					    .number = op->as.mark.mcid });
}

/* A copy of `count` segments moved by (x, y). */
static struct page_segment *move_path(struct arena *arena, const struct page_segment *from,
				      size_t count, double x, double y)
{
	struct page_segment *to = arena_array(arena, struct page_segment, count);

	for (size_t i = 0; i < count; i++) {
		to[i].verb = from[i].verb;
		for (int k = 0; k < 6; k += 2) {
			to[i].p[k] = from[i].p[k] + (float)x;
			to[i].p[k + 1] = from[i].p[k + 1] + (float)y;
		}
	}
	return to;
}

static const struct page_word *copy_words(struct arena *arena, const struct page_word *from,
					  size_t count)
{
	struct page_word *to = arena_array(arena, struct page_word, count);

	if (count > 0)
		memcpy(to, from, count * sizeof *to);
	return to;
}

/* A copy of an operation that shows something, moved by (x, y). Nothing of the
 * drawing is borrowed: it may be gone before the page is painted. */
static void place_op(struct page *page, const struct page_op *from, double x, double y)
{
	struct page_op *op = page_op_add(&page->first, &page->last, page->arena, from->kind);

	op->as = from->as;
	switch (from->kind) {
	case PAGE_OP_TEXT:
		op->as.text.x += x;
		op->as.text.y += y;
		op->as.text.words =
			copy_words(page->arena, from->as.text.words, from->as.text.count);
		break;
	case PAGE_OP_SPAN: op->as.actual = arena_strdup(page->arena, from->as.actual); break;
	case PAGE_OP_IMAGE:
		op->as.image.x += x;
		op->as.image.y += y;
		break;
	case PAGE_OP_FILL:
	case PAGE_OP_STROKE:
	case PAGE_OP_CLIP:
		op->as.path.segments =
			move_path(page->arena, from->as.path.segments, from->as.path.count, x, y);
		break;
	default: break;
	}
}

void page_place(struct page *page, const struct page_drawing *drawing, double x, double y,
		struct page_tag *const *tags, struct page_tag *whole)
{
	for (const struct page_op *op = drawing->first; op != NULL; op = op->next) {
		if (op->kind != PAGE_OP_MARK)
			place_op(page, op, x, y);
		else if (whole != NULL)
			page_mark(page, whole, PAGE_ARTIFACT_LAYOUT);
		else
			page_mark(page,
				  op->as.mark.local < 0 || tags == NULL ? NULL
									: tags[op->as.mark.local],
				  op->as.mark.artifact);
	}
}

void page_annotate(struct page *page, struct page_tag *tag, enum page_annotation_kind kind,
		   const double box[4], const char *to, const char *contents)
{
	struct page_annotation *note = arena_new(page->arena, struct page_annotation);

	note->kind = kind;
	memcpy(note->box, box, sizeof note->box);
	note->to = to;
	note->contents = contents;
	note->tag_reference = tag->reference;
	if (page->annotations_last == NULL)
		page->annotations = note;
	else
		page->annotations_last->next = note;
	page->annotations_last = note;
	page_tag_add_kid(tag->arena, tag,
			 (struct page_kid){ .kind = PAGE_KID_ANNOTATION,
					    .page = page->index,
					    .number = page->annotation_count++ });
}
