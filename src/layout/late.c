/* late.c - page numbers of other blocks: their place is kept free, their
 * digits are written when all pages are known. */
#include "layout_private.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#define DOT_STEP   4.0 /* pt between the dots of a leader       */
#define LEADER_GAP 4.0 /* pt free on either side                */
#define DOTS_MAX   400

/* Roughly: a page of a report holds some eight blocks. */
const char *late_digits(const struct layout *layout)
{
	size_t blocks = layout->document->block_count;

	return blocks < 6000 ? "000" : blocks < 60000 ? "0000" : "00000";
}

struct late_leaf *late_add(const struct canvas *canvas)
{
	struct late_leaf *leaf = arena_new(canvas->arena, struct late_leaf);

	leaf->next = canvas->sheet->leaves;
	canvas->sheet->leaves = leaf;
	return leaf;
}

static const struct type_run *shape_number(struct layout *layout, const struct late_leaf *leaf)
{
	char digits[16] = "?";

	if (leaf->anchor->page >= 0)
		snprintf(digits, sizeof(digits), "%d", leaf->anchor->page + 1);
	return type_shape(layout->type, leaf->look.variant, digits, strlen(digits));
}

static void move_path(struct page_op *op, double by, struct arena *arena)
{
	size_t size = op->as.path.count * sizeof(*op->as.path.segments);
	struct page_segment *copy = arena_alloc(arena, size);

	memcpy(copy, op->as.path.segments, size);
	for (size_t i = 0; i < op->as.path.count; i++)
		for (int k = 0; k < 6; k += 2)
			copy[i].p[k] -= (float)by;
	op->as.path.segments = copy;
}

/* What follows on the line closes the gap that a short number leaves. */
static void close_gap(struct late_leaf *leaf, double gap, struct arena *arena)
{
	struct page_op *op = leaf->op;

	while (op != leaf->last && op->next != NULL) {
		op = op->next;
		if (op->kind == PAGE_OP_TEXT)
			op->as.text.x -= gap;
		else if (op->kind == PAGE_OP_STROKE || op->kind == PAGE_OP_FILL)
			move_path(op, gap, arena);
	}
}

/* Dots on a grid that hangs on the right edge, so that those of all entries
 * stand one under the other. */
static void fill_leader(struct layout *layout, struct late_leaf *leaf, double number_start,
			double right, struct arena *arena)
{
	const struct type_run *dot = type_shape(layout->type, leaf->look.variant, ".", 1);
	double from = leaf->leader_start + LEADER_GAP, to = number_start - LEADER_GAP - DOT_STEP;
	double steps = ceil((right - to) / DOT_STEP), x = right - steps * DOT_STEP;
	struct page_word *words = arena_array(arena, struct page_word, DOTS_MAX);
	size_t count = 0;

	while (x >= from && count < DOTS_MAX) {
		words[DOTS_MAX - ++count].run = dot;
		x -= DOT_STEP;
	}
	x += DOT_STEP;
	for (size_t i = 0; i < count; i++)
		words[DOTS_MAX - count + i].x = (float)((double)i * DOT_STEP);
	leaf->leader->as.text.x = x;
	leaf->leader->as.text.words = words + DOTS_MAX - count;
	leaf->leader->as.text.count = count;
}

static void fill_leaf(struct layout *layout, struct late_leaf *leaf, struct arena *arena)
{
	const struct type_run *run = shape_number(layout, leaf);
	struct page_word *word = arena_new(arena, struct page_word);
	double width = (double)run->total * leaf->look.size / 1000;
	double right = leaf->op->as.text.x + leaf->reserved;

	*word = leaf->op->as.text.words[leaf->word];
	word->run = run;
	leaf->op->as.text.words = word;
	leaf->op->as.text.count = 1;
	if (leaf->leader == NULL) {
		close_gap(leaf, leaf->reserved - width, arena);
		return;
	}
	leaf->op->as.text.x = right - width;
	fill_leader(layout, leaf, right - width, right, arena);
}

void late_fill(struct layout *layout, struct sheet *sheet)
{
	for (struct late_leaf *leaf = sheet->leaves; leaf != NULL; leaf = leaf->next)
		fill_leaf(layout, leaf, sheet->memory->arena);
}
