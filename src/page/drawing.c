/* drawing.c - the parts that figures are drawn with. */
#include "page/page.h"

#include <string.h>

struct page_drawing *page_drawing_create(struct arena *arena, double width, double height)
{
	struct page_drawing *drawing = arena_new(arena, struct page_drawing);

	drawing->arena = arena;
	drawing->width = width;
	drawing->height = height;
	return drawing;
}

static struct page_op *add(struct page_drawing *drawing, enum page_op_kind kind)
{
	return page_op_add(&drawing->first, &drawing->last, drawing->arena, kind);
}

void page_draw_mark(struct page_drawing *drawing, int local)
{
	struct page_op *op = add(drawing, PAGE_OP_MARK);

	op->as.mark.mcid = -1;
	op->as.mark.local = local;
}

void page_draw_path(struct page_drawing *drawing, enum page_op_kind kind,
		    const struct page_segment *segments, size_t count, document_colour colour,
		    double line_width)
{
	struct page_op *op = add(drawing, kind);
	struct page_segment *copy = arena_array(drawing->arena, struct page_segment, count);

	memcpy(copy, segments, count * sizeof *copy);
	op->as.path.segments = copy;
	op->as.path.count = count;
	op->as.path.colour = colour;
	op->as.path.width = (float)line_width;
}

void page_draw_dashes(struct page_drawing *drawing, const struct page_segment *segments,
		      size_t count, document_colour colour, double line_width, double on,
		      double off)
{
	page_draw_path(drawing, PAGE_OP_STROKE, segments, count, colour, line_width);
	drawing->last->as.path.dash[0] = (float)on;
	drawing->last->as.path.dash[1] = (float)off;
}

void page_draw_clip_end(struct page_drawing *drawing)
{
	add(drawing, PAGE_OP_CLIP_END);
}

/* Appends to a path being built on the stack. */
struct path {
	struct page_segment segments[12];
	size_t count;
};

static void go(struct path *path, enum page_verb verb, double x, double y)
{
	path->segments[path->count++] =
		(struct page_segment){ .verb = verb, .p = { (float)x, (float)y } };
}

static void curve(struct path *path, double x1, double y1, double x2, double y2, double x, double y)
{
	path->segments[path->count++] =
		(struct page_segment){ .verb = PAGE_CURVE,
				       .p = { (float)x1, (float)y1, (float)x2, (float)y2, (float)x,
					      (float)y } };
}

static struct path rectangle(double x, double y, double w, double h)
{
	struct path path = { .count = 0 };

	go(&path, PAGE_MOVE, x, y);
	go(&path, PAGE_LINE, x + w, y);
	go(&path, PAGE_LINE, x + w, y + h);
	go(&path, PAGE_LINE, x, y + h);
	go(&path, PAGE_CLOSE, 0, 0);
	return path;
}

/* Control points of a quarter circle lie this part of the radius away. */
#define QUARTER 0.5523

static struct path rounded(double x, double y, double w, double h, double r)
{
	struct path path = { .count = 0 };
	double k = r * (1 - QUARTER);

	go(&path, PAGE_MOVE, x + r, y);
	go(&path, PAGE_LINE, x + w - r, y);
	curve(&path, x + w - k, y, x + w, y + k, x + w, y + r);
	go(&path, PAGE_LINE, x + w, y + h - r);
	curve(&path, x + w, y + h - k, x + w - k, y + h, x + w - r, y + h);
	go(&path, PAGE_LINE, x + r, y + h);
	curve(&path, x + k, y + h, x, y + h - k, x, y + h - r);
	go(&path, PAGE_LINE, x, y + r);
	curve(&path, x, y + k, x + k, y, x + r, y);
	go(&path, PAGE_CLOSE, 0, 0);
	return path;
}

void page_draw_rect(struct page_drawing *drawing, double x, double y, double w, double h,
		    document_colour fill)
{
	struct path path = rectangle(x, y, w, h);

	page_draw_path(drawing, PAGE_OP_FILL, path.segments, path.count, fill, 0);
}

void page_draw_box(struct page_drawing *drawing, double x, double y, double w, double h,
		   double radius, document_colour fill, document_colour line, double line_width)
{
	struct path path = radius > 0 ? rounded(x, y, w, h, radius) : rectangle(x, y, w, h);

	if (fill != DOCUMENT_NO_COLOUR)
		page_draw_path(drawing, PAGE_OP_FILL, path.segments, path.count, fill, 0);
	if (line != DOCUMENT_NO_COLOUR && line_width > 0)
		page_draw_path(drawing, PAGE_OP_STROKE, path.segments, path.count, line,
			       line_width);
}

void page_draw_line(struct page_drawing *drawing, double x0, double y0, double x1, double y1,
		    document_colour colour, double width)
{
	struct path path = { .count = 0 };

	go(&path, PAGE_MOVE, x0, y0);
	go(&path, PAGE_LINE, x1, y1);
	page_draw_path(drawing, PAGE_OP_STROKE, path.segments, path.count, colour, width);
}

void page_draw_words(struct page_drawing *drawing, double size_pt, document_colour colour, double x,
		     double y, const struct page_word *words, size_t count)
{
	struct page_op *op = add(drawing, PAGE_OP_TEXT);

	op->as.text.x = x;
	op->as.text.y = y;
	op->as.text.size = (float)size_pt;
	op->as.text.colour = colour;
	op->as.text.words = words;
	op->as.text.count = count;
}

void page_draw_span(struct page_drawing *drawing, const char *actual)
{
	add(drawing, PAGE_OP_SPAN)->as.actual = actual;
}

void page_draw_span_end(struct page_drawing *drawing)
{
	add(drawing, PAGE_OP_SPAN_END);
}

void page_draw_image(struct page_drawing *drawing, double x, double y, double w, double h,
		     const unsigned char *png, size_t length, int width_px, int height_px)
{
	struct page_op *op = add(drawing, PAGE_OP_IMAGE);

	op->as.image.x = x;
	op->as.image.y = y;
	op->as.image.width = w;
	op->as.image.height = h;
	op->as.image.png = png;
	op->as.image.length = length;
	op->as.image.width_px = width_px;
	op->as.image.height_px = height_px;
}

/* Counts the words of a text, parted by blanks. */
static size_t count_words(const char *text)
{
	size_t words = 0;

	while (*(text += strspn(text, " ")) != '\0') {
		words++;
		text += strcspn(text, " ");
	}
	return words;
}

double page_draw_text(struct page_drawing *drawing, struct type_library *type,
		      enum type_variant variant, double size_pt, document_colour colour, double x,
		      double y, const char *text)
{
	struct page_word *words = arena_array(drawing->arena, struct page_word, count_words(text));
	double at = 0, blank = type_blank(type, variant) * size_pt / 1000;
	size_t count = 0;

	while (*(text += strspn(text, " ")) != '\0') {
		size_t length = strcspn(text, " ");
		const struct type_run *run = type_shape(type, variant, text, length);

		if (count > 0)
			at += blank;
		words[count] = (struct page_word){ .run = run, .x = (float)at, .space = count > 0 };
		at += run->total * size_pt / 1000;
		count++;
		text += length;
	}
	page_draw_words(drawing, size_pt, colour, x, y, words, count);
	return at;
}

struct signal {
	const char *name;
	document_colour colour;
	char shape; /* (o) circle, (^) triangle, (#) square, (-) ring */
};

/* Colours with at least 4.5:1 on white, so that words can wear them too. */
static const struct signal signals[] = {
	{ "verde", 0x1B7A43, 'o' },
	{ "giallo", 0x8F5E00, '^' },
	{ "rosso", 0xB3261E, '#' },
	{ "grigio", 0x5C6670, '-' },
};

static const struct signal *find_signal(const char *name)
{
	for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
		if (text_equal(signals[i].name, name))
			return &signals[i];
	return &signals[sizeof signals / sizeof *signals - 1];
}

document_colour page_signal_colour(const char *signal)
{
	return find_signal(signal)->colour;
}

void page_draw_signal(struct page_drawing *drawing, const char *signal, double x, double y,
		      double size)
{
	const struct signal *s = find_signal(signal);
	struct path path = { .count = 0 };

	switch (s->shape) {
	case 'o': path = rounded(x, y, size, size, size / 2); break;
	case '#': path = rectangle(x, y, size, size); break;
	case '-':
		path = rounded(x + size * .1, y + size * .1, size * .8, size * .8, size * .4);
		page_draw_path(drawing, PAGE_OP_STROKE, path.segments, path.count, s->colour,
			       size * .2);
		return;
	default:
		go(&path, PAGE_MOVE, x + size / 2, y);
		go(&path, PAGE_LINE, x + size, y + size);
		go(&path, PAGE_LINE, x, y + size);
		go(&path, PAGE_CLOSE, 0, 0);
	}
	page_draw_path(drawing, PAGE_OP_FILL, path.segments, path.count, s->colour, 0);
}
