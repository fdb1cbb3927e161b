/* walk.c - blocks in document order. Boxes without a look of their own are
 * opened up, so that a box around a whole chapter costs nothing. */
#include "layout_private.h"

static bool is_container(const struct document_block *block)
{
	return block->kind == DOCUMENT_BOX || block->kind == DOCUMENT_LIST ||
	       block->kind == DOCUMENT_ITEM || block->kind == DOCUMENT_SECTION;
}

bool box_is_transparent(const struct document_block *block)
{
	const struct document_style *style = block->style;

	if (block->kind == DOCUMENT_SECTION)
		return true;
	return block->kind == DOCUMENT_BOX && !block->together && !block->with_next &&
	       !style_is_decorated(style) && style->indent_left_pt == 0 &&
	       style->indent_right_pt == 0;
}

struct walk walk_begin(const struct document_block *first, bool flat)
{
	return (struct walk){ .at = first, .flat = flat };
}

static double larger(double a, double b)
{
	return a > b ? a : b;
}

/* The block after `block` and all in it. */
static const struct document_block *after(struct walk *walk, const struct document_block *block)
{
	while (block->next == NULL) {
		if (walk->depth == 0)
			return NULL;
		walk->depth--;
		block = block->parent;
		walk->after = larger(walk->after, block->style->space_after_pt);
	}
	return block->next;
}

static void open_box(struct walk_step *step, const struct document_block *box)
{
	step->before = larger(step->before, box->style->space_before_pt);
	step->new_page = step->new_page || box->new_page;
	if (box->id != NULL && step->opened_count < WALK_OPENED_MAX)
		step->opened[step->opened_count++] = box;
}

struct walk_step walk_next(struct walk *walk)
{
	struct walk_step step = { .before = walk->after };
	const struct document_block *at = walk->at;

	walk->after = 0;
	while (at != NULL) {
		if (!box_is_transparent(at) && !(walk->flat && is_container(at)))
			break;
		open_box(&step, at);
		if (at->first != NULL) {
			walk->depth++;
			at = at->first;
		} else {
			at = after(walk, at);
		}
	}
	step.before = larger(step.before, walk->after);
	walk->after = 0;
	step.block = at;
	walk->at = at != NULL ? after(walk, at) : NULL;
	return step;
}
