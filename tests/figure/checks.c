/* checks.c - what must hold of every drawing. */
#include "figure_test.h"

#include <math.h>
#include <string.h>

#define SLACK 0.6 /* pt: half a line's thickness and rounding */

struct box {
	double x0, y0, x1, y1;
};

static struct box text_box(const struct page_op *op)
{
	const struct page_word *last = &op->as.text.words[op->as.text.count - 1];
	double size = (double)op->as.text.size;

	return (struct box){
		op->as.text.x,
		op->as.text.y - .8 * size,
		op->as.text.x + (double)last->x + (double)last->run->total * size / 1000,
		op->as.text.y + .2 * size,
	};
}

static struct box path_box(const struct page_op *op)
{
	struct box box = { HUGE_VAL, HUGE_VAL, -HUGE_VAL, -HUGE_VAL };

	for (size_t i = 0; i < op->as.path.count; i++) {
		const struct page_segment *s = &op->as.path.segments[i];
		int at = s->verb == PAGE_CURVE ? 4 : 0; /* ends only: controls lie outside */

		if (s->verb == PAGE_CLOSE)
			continue;
		box.x0 = fmin(box.x0, (double)s->p[at]);
		box.x1 = fmax(box.x1, (double)s->p[at]);
		box.y0 = fmin(box.y0, (double)s->p[at + 1]);
		box.y1 = fmax(box.y1, (double)s->p[at + 1]);
	}
	return box;
}

static struct box image_box(const struct page_op *op)
{
	return (struct box){ op->as.image.x, op->as.image.y, op->as.image.x + op->as.image.width,
			     op->as.image.y + op->as.image.height };
}

static void check_box(const struct page_drawing *drawing, struct box box)
{
	if (box.x0 >= -SLACK && box.y0 >= -SLACK && box.x1 <= drawing->width + SLACK &&
	    box.y1 <= drawing->height + SLACK)
		return;
	fail_msg("%.1f %.1f %.1f %.1f is outside %.1f x %.1f", box.x0, box.y0, box.x1, box.y1,
		 drawing->width, drawing->height);
}

void check_inside(const struct page_drawing *drawing)
{
	int clips = 0;

	for (const struct page_op *op = drawing->first; op != NULL; op = op->next) {
		switch (op->kind) {
		case PAGE_OP_CLIP:
			check_box(drawing, path_box(op));
			clips++;
			break;
		case PAGE_OP_CLIP_END: clips--; break;
		case PAGE_OP_FILL:
		case PAGE_OP_STROKE:
			if (clips == 0)
				check_box(drawing, path_box(op));
			break;
		case PAGE_OP_TEXT:
			assert_true(op->as.text.count > 0);
			check_box(drawing, text_box(op));
			break;
		case PAGE_OP_IMAGE: check_box(drawing, image_box(op)); break;
		default: break;
		}
	}
	assert_int_equal(clips, 0);
}

static const struct page_op *next_text(const struct page_op *op)
{
	while (op != NULL && op->kind != PAGE_OP_TEXT)
		op = op->next;
	return op;
}

static const char *first_word(const struct page_op *op)
{
	return op->as.text.words[0].run->text;
}

static void check_apart(const struct page_op *a, const struct page_op *b)
{
	struct box one = text_box(a), other = text_box(b);

	if (fmin(one.x1, other.x1) - fmax(one.x0, other.x0) > SLACK &&
	    fmin(one.y1, other.y1) - fmax(one.y0, other.y0) > SLACK)
		fail_msg("«%s…» at %.1f %.1f meets «%s…» at %.1f %.1f", first_word(a), one.x0,
			 one.y0, first_word(b), other.x0, other.y0);
}

void check_texts_apart(const struct page_drawing *drawing)
{
	for (const struct page_op *a = next_text(drawing->first); a != NULL; a = next_text(a->next))
		for (const struct page_op *b = next_text(a->next); b != NULL;
		     b = next_text(b->next))
			check_apart(a, b);
}

static bool shows(enum page_op_kind kind)
{
	return kind == PAGE_OP_TEXT || kind == PAGE_OP_FILL || kind == PAGE_OP_STROKE ||
	       kind == PAGE_OP_IMAGE;
}

static void check_marks(const struct figure_drawings *drawings, const struct page_drawing *drawing)
{
	bool marked = false, reading = false;
	int most = drawings->structured ? (int)drawings->tag_count - 1 : 0;

	for (const struct page_op *op = drawing->first; op != NULL; op = op->next) {
		if (op->kind == PAGE_OP_MARK) {
			assert_in_range(op->as.mark.local + 1, 0, most + 1);
			assert_false(reading);
			marked = true;
		}
		assert_true(marked || !shows(op->kind));
		if (op->kind == PAGE_OP_SPAN) {
			assert_false(reading);
			reading = true;
		}
		if (op->kind == PAGE_OP_SPAN_END) {
			assert_true(reading);
			reading = false;
		}
	}
	assert_false(reading);
}

void check_sound(const struct fixture *f, const struct figure_drawings *drawings)
{
	assert_true(drawings->count > 0);
	for (size_t i = 0; i < drawings->tag_count; i++)
		assert_true(drawings->tags[i].parent < (int)i);
	for (size_t i = 0; i < drawings->count; i++) {
		assert_true(drawings->items[i]->width <= f->space.width + SLACK);
		if (drawings->items[i]->height > f->space.height + SLACK)
			fail_msg("%.1f is taller than the page", drawings->items[i]->height);
		check_marks(drawings, drawings->items[i]);
		check_inside(drawings->items[i]);
	}
}

static void add_op_text(struct text *out, const struct page_op *op)
{
	for (size_t i = 0; i < op->as.text.count; i++) {
		if (op->as.text.words[i].space && out->length > 0 &&
		    out->bytes[out->length - 1] != '\n')
			text_add_char(out, ' ');
		for (const struct type_run *run = op->as.text.words[i].run; run != NULL;
		     run = run->next)
			text_add_n(out, run->text, run->length);
	}
}

char *drawing_text(struct fixture *f, const struct page_drawing *drawing)
{
	struct text out = text_make(f->arena);

	for (const struct page_op *op = next_text(drawing->first); op != NULL;
	     op = next_text(op->next)) {
		add_op_text(&out, op);
		text_add_char(&out, '\n');
	}
	return out.bytes;
}

char *marked_text(struct fixture *f, const struct figure_drawings *drawings, int local)
{
	struct text out = text_make(f->arena);

	for (size_t i = 0; i < drawings->count; i++) {
		bool wanted = false;

		for (const struct page_op *op = drawings->items[i]->first; op; op = op->next) {
			if (op->kind == PAGE_OP_MARK)
				wanted = op->as.mark.local == local;
			if (wanted && op->kind == PAGE_OP_TEXT)
				add_op_text(&out, op);
		}
	}
	return out.bytes;
}

size_t count_ops(const struct page_drawing *drawing, enum page_op_kind kind)
{
	size_t count = 0;

	for (const struct page_op *op = drawing->first; op != NULL; op = op->next)
		count += op->kind == kind;
	return count;
}

static double channel(int value)
{
	double c = value / 255.0;

	return c <= .03928 ? c / 12.92 : pow((c + .055) / 1.055, 2.4);
}

static double luminance(document_colour colour)
{
	return .2126 * channel(colour >> 16 & 255) + .7152 * channel(colour >> 8 & 255) +
	       .0722 * channel(colour & 255);
}

double contrast(document_colour a, document_colour b)
{
	double one = luminance(a), other = luminance(b);

	return (fmax(one, other) + .05) / (fmin(one, other) + .05);
}
