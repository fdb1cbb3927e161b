/* pdf_content.c - drawing operations become a content stream. */
#include "pdf_private.h"

#include <math.h>
#include <string.h>

/* The state of the stream: what the reader already has set. */
struct writer {
	struct pdf *pdf;
	struct text *out;
	double height; /* of the page: y is turned upward here, nowhere else */
	document_colour fill, stroke;
	float width;
	bool dashed, marked;
};

static void number(struct writer *w, double value)
{
	pdf_real(w->out, value);
	text_add_char(w->out, ' ');
}

static void point(struct writer *w, double x, double y)
{
	number(w, x);
	number(w, w->height - y);
}

/* A part of a colour, 0 to 1, three decimals. */
static void shade(struct text *out, int value)
{
	int thousandths = (value * 1000 + 127) / 255;

	if (thousandths == 1000)
		text_add(out, "1 ");
	else
		text_addf(out, ".%03d ", thousandths);
}

static void set_colour(struct writer *w, document_colour *now, document_colour wanted,
		       const char *operator)
{
	if (*now == wanted || wanted < 0)
		return;
	*now = wanted;
	shade(w->out, wanted >> 16 & 255);
	shade(w->out, wanted >> 8 & 255);
	shade(w->out, wanted & 255);
	text_add(w->out, operator);
}

/* ---- marks ------------------------------------------------------------- */

static void end_mark(struct writer *w)
{
	if (w->marked)
		text_add(w->out, "EMC\n");
	w->marked = false;
}

static void begin_mark(struct writer *w, const struct page_op *op)
{
	static const char *const artifacts[] = {
		[PAGE_ARTIFACT_LAYOUT] = "/Artifact BMC\n",
		[PAGE_ARTIFACT_PAGINATION_HEADER] =
			"/Artifact <</Type/Pagination/Subtype/Header>>BDC\n",
		[PAGE_ARTIFACT_PAGINATION_FOOTER] =
			"/Artifact <</Type/Pagination/Subtype/Footer>>BDC\n",
		[PAGE_ARTIFACT_BACKGROUND] = "/Artifact <</Type/Background>>BDC\n",
	};

	end_mark(w);
	if (w->pdf->options->untagged)
		return;
	w->marked = true;
	if (op->as.mark.tag == NULL) {
		text_add(w->out, artifacts[op->as.mark.artifact]);
		return;
	}
	pdf_name(w->out, page_role_name(op->as.mark.role));
	text_add(w->out, "<</MCID ");
	pdf_int(w->out, op->as.mark.mcid);
	text_add(w->out, ">>BDC\n");
}

static void begin_span(struct writer *w, const char *actual)
{
	if (w->pdf->options->untagged)
		return;
	text_add(w->out, "/Span<</ActualText");
	pdf_text(w->out, actual);
	text_add(w->out, ">>BDC\n");
}

static void end_span(struct writer *w)
{
	if (!w->pdf->options->untagged)
		text_add(w->out, "EMC\n");
}

/* ---- text -------------------------------------------------------------- */

/* One line being shown: the array is open while the face stays the same. */
struct line {
	const struct type_face *face;
	bool open;
	double at; /* where the reader's pen is, from the line's x, thousandths of an em */
};

static void close_array(struct writer *w, struct line *line)
{
	if (line->open)
		text_add(w->out, "]TJ\n");
	line->open = false;
}

static void use_face(struct writer *w, struct line *line, const struct type_face *face, float size)
{
	if (line->face != face) {
		close_array(w, line);
		text_add(w->out, "/F");
		pdf_int(w->out, face->index);
		text_add_char(w->out, ' ');
		number(w, (double)size);
		text_add(w->out, "Tf ");
		line->face = face;
	}
	if (!line->open)
		text_add_char(w->out, '[');
	line->open = true;
}

static void show_run(struct writer *w, struct line *line, const struct type_run *run, float size)
{
	const struct pdf_shown *shown = pdf_show(w->pdf, run);

	use_face(w, line, run->face, size);
	if (shown->actual) {
		close_array(w, line);
		begin_span(w, run->text);
		text_add_char(w->out, '[');
	}
	text_add_n(w->out, shown->array, shown->length);
	if (shown->actual) {
		text_add(w->out, "]TJ\n");
		end_span(w);
		line->open = false;
	} else {
		line->open = true;
	}
	line->at += shown->width;
}

static void move_pen(struct writer *w, struct line *line, double to)
{
	long by = lround(line->at - to);

	if (by == 0)
		return;
	pdf_int(w->out, by);
	line->at -= (double)by;
}

/* Every blank is shown, so that words stay apart when text is copied. */
static void show_word(struct writer *w, struct line *line, const struct page_word *word, float size)
{
	double to = (double)word->x * 1000 / (double)size;
	enum type_variant variant;

	if (word->run == NULL) /* nothing to show: a place kept for a number */
		return;
	variant = (word->run->face->bold ? TYPE_BOLD : 0) |
		  (word->run->face->italic ? TYPE_ITALIC : 0);
	if (word->space)
		show_run(w, line, pdf_blank(w->pdf, variant), size);
	use_face(w, line, word->run->face, size);
	move_pen(w, line, to);
	for (const struct type_run *run = word->run; run != NULL; run = run->next)
		show_run(w, line, run, size);
}

static void put_text(struct writer *w, const struct page_op *op)
{
	struct line line = { 0 };

	if (op->as.text.count == 0 || !(op->as.text.size > 0))
		return;
	set_colour(w, &w->fill, op->as.text.colour, "rg\n");
	text_add(w->out, "BT ");
	point(w, op->as.text.x, op->as.text.y);
	text_add(w->out, "Td ");
	for (size_t i = 0; i < op->as.text.count; i++)
		show_word(w, &line, &op->as.text.words[i], op->as.text.size);
	close_array(w, &line);
	text_add(w->out, "ET\n");
}

/* ---- paths and images -------------------------------------------------- */

static void put_path(struct writer *w, const struct page_op *op)
{
	for (size_t i = 0; i < op->as.path.count; i++) {
		const struct page_segment *s = &op->as.path.segments[i];

		switch (s->verb) {
		case PAGE_MOVE:
			point(w, (double)s->p[0], (double)s->p[1]);
			text_add(w->out, "m\n");
			break;
		case PAGE_LINE:
			point(w, (double)s->p[0], (double)s->p[1]);
			text_add(w->out, "l\n");
			break;
		case PAGE_CURVE:
			point(w, (double)s->p[0], (double)s->p[1]);
			point(w, (double)s->p[2], (double)s->p[3]);
			point(w, (double)s->p[4], (double)s->p[5]);
			text_add(w->out, "c\n");
			break;
		case PAGE_CLOSE: text_add(w->out, "h\n"); break;
		}
	}
}

static void put_fill(struct writer *w, const struct page_op *op)
{
	set_colour(w, &w->fill, op->as.path.colour, "rg\n");
	put_path(w, op);
	text_add(w->out, "f\n");
}

static void set_dash(struct writer *w, const float dash[2])
{
	bool wanted = dash[0] > 0;

	if (!wanted && !w->dashed)
		return;
	w->dashed = wanted;
	text_add_char(w->out, '[');
	if (wanted) {
		number(w, (double)dash[0]);
		number(w, (double)dash[1]);
	}
	text_add(w->out, "]0 d\n");
}

static void put_stroke(struct writer *w, const struct page_op *op)
{
	set_colour(w, &w->stroke, op->as.path.colour, "RG\n");
	if (w->width != op->as.path.width) {
		w->width = op->as.path.width;
		number(w, (double)w->width);
		text_add(w->out, "w\n");
	}
	set_dash(w, op->as.path.dash);
	put_path(w, op);
	text_add(w->out, "S\n");
}

static void put_image(struct writer *w, const struct page_op *op)
{
	int name = pdf_image(w->pdf, op->as.image.png, op->as.image.length);

	if (name < 0)
		return;
	text_add(w->out, "q ");
	number(w, op->as.image.width);
	text_add(w->out, "0 0 ");
	number(w, op->as.image.height);
	point(w, op->as.image.x, op->as.image.y + op->as.image.height);
	text_add(w->out, "cm /I");
	pdf_int(w->out, name);
	text_add(w->out, " Do Q\n");
}

/* What a reader has before anything is set. Source: ISO 32000-1 table 52. */
static void reset(struct writer *w)
{
	w->fill = w->stroke = DOCUMENT_NO_COLOUR;
	w->width = -1;
	w->dashed = false;
}

static void put_clip(struct writer *w, const struct page_op *op)
{
	text_add(w->out, "q\n");
	put_path(w, op);
	text_add(w->out, "W n\n");
}

static void end_clip(struct writer *w)
{
	text_add(w->out, "Q\n");
	reset(w);
}

static void put_op(struct writer *w, const struct page_op *op)
{
	switch (op->kind) {
	case PAGE_OP_MARK: begin_mark(w, op); break;
	case PAGE_OP_TEXT: put_text(w, op); break;
	case PAGE_OP_SPAN: begin_span(w, op->as.actual); break;
	case PAGE_OP_SPAN_END: end_span(w); break;
	case PAGE_OP_FILL: put_fill(w, op); break;
	case PAGE_OP_STROKE: put_stroke(w, op); break;
	case PAGE_OP_IMAGE: put_image(w, op); break;
	case PAGE_OP_CLIP: put_clip(w, op); break;
	case PAGE_OP_CLIP_END: end_clip(w); break;
	}
}

void pdf_content(struct pdf *pdf, const struct page_op *first, double page_height)
{
	struct writer w = { .pdf = pdf, .out = &pdf->content, .height = page_height };

	text_clear(&pdf->content);
	reset(&w);
	for (const struct page_op *op = first; op != NULL; op = op->next)
		put_op(&w, op);
	end_mark(&w);
}
