/* svg.c - a drawing as SVG: paths, images, and text that stays text. */
#include "web_private.h"

#include <math.h>

struct svg {
	struct text *out;
	const char *prefix;
	int clips; /* made so far      */
	int open;  /* groups not ended */
};

static void add_named(struct svg *svg, const char *name, double value)
{
	text_addf(svg->out, " %s=\"", name);
	web_add_number(svg->out, value);
	text_add(svg->out, "\"");
}

static void add_colour(struct svg *svg, const char *name, document_colour colour)
{
	text_addf(svg->out, " %s=\"#%06x\"", name, (unsigned)colour & 0xffffffu);
}

/* ---- paths ----------------------------------------------------------------------- */

static void add_segment(struct text *out, const struct page_segment *segment)
{
	static const struct {
		char letter;
		int numbers;
	} verbs[] = {
		[PAGE_MOVE] = { 'M', 2 },
		[PAGE_LINE] = { 'L', 2 },
		[PAGE_CURVE] = { 'C', 6 },
		[PAGE_CLOSE] = { 'Z', 0 },
	};

	text_add_char(out, verbs[segment->verb].letter);
	for (int i = 0; i < verbs[segment->verb].numbers; i++) {
		text_add(out, i > 0 ? " " : "");
		web_add_number(out, (double)segment->p[i]);
	}
}

static void add_shape(struct svg *svg, const struct page_op *op)
{
	text_add(svg->out, "<path d=\"");
	for (size_t i = 0; i < op->as.path.count; i++)
		add_segment(svg->out, &op->as.path.segments[i]);
	text_add(svg->out, "\"");
}

static void add_fill(struct svg *svg, const struct page_op *op)
{
	add_shape(svg, op);
	add_colour(svg, "fill", op->as.path.colour);
	text_add(svg->out, "/>\n");
}

static void add_stroke(struct svg *svg, const struct page_op *op)
{
	add_shape(svg, op);
	text_add(svg->out, " fill=\"none\"");
	add_colour(svg, "stroke", op->as.path.colour);
	add_named(svg, "stroke-width", (double)op->as.path.width);
	if (op->as.path.dash[0] > 0) {
		text_add(svg->out, " stroke-dasharray=\"");
		web_add_number(svg->out, (double)op->as.path.dash[0]);
		text_add(svg->out, " ");
		web_add_number(svg->out, (double)op->as.path.dash[1]);
		text_add(svg->out, "\"");
	}
	text_add(svg->out, "/>\n");
}

static void add_clip_id(struct svg *svg)
{
	web_add_id(svg->out, svg->prefix);
	text_addf(svg->out, ".ritaglio%d", svg->clips);
}

static void begin_clip(struct svg *svg, const struct page_op *op)
{
	svg->clips++;
	svg->open++;
	text_add(svg->out, "<clipPath id=\"_");
	add_clip_id(svg);
	text_add(svg->out, "\">");
	add_shape(svg, op);
	text_add(svg->out, "/></clipPath><g clip-path=\"url(#_");
	add_clip_id(svg);
	text_add(svg->out, ")\">\n");
}

static void end_clip(struct svg *svg)
{
	if (svg->open == 0)
		return;
	svg->open--;
	text_add(svg->out, "</g>\n");
}

/* ---- text ------------------------------------------------------------------------- */

static void add_face(struct svg *svg, const struct type_face *face)
{
	text_add(svg->out, face->bold ? " font-weight=\"700\"" : "");
	text_add(svg->out, face->italic ? " font-style=\"italic\"" : "");
}

static bool same_face(const struct type_face *a, const struct type_face *b)
{
	return a->bold == b->bold && a->italic == b->italic;
}

/* A letter that the face lacks comes from another: the browser finds its own. */
static void add_word(struct svg *svg, const struct page_word *word)
{
	for (const struct type_run *run = word->run; run != NULL; run = run->next)
		escape_markup(svg->out, run->text);
}

static void add_text(struct svg *svg, const struct page_op *op)
{
	const struct page_word *words = op->as.text.words;
	size_t count = op->as.text.count;

	if (count == 0)
		return;
	text_add(svg->out, "<text");
	add_named(svg, "x", op->as.text.x + (double)words[0].x);
	add_named(svg, "y", op->as.text.y);
	add_named(svg, "font-size", (double)op->as.text.size);
	add_colour(svg, "fill", op->as.text.colour);
	add_face(svg, words[0].run->face);
	text_add(svg->out, ">");
	for (size_t i = 0; i < count; i++) {
		bool other = !same_face(words[i].run->face, words[0].run->face);

		text_add(svg->out, i > 0 && words[i].space ? " " : "");
		if (other) {
			text_addf(svg->out, "<tspan font-weight=\"%d\"",
				  words[i].run->face->bold ? 700 : 400);
			text_add(svg->out, words[i].run->face->italic ? " font-style=\"italic\">"
								      : " font-style=\"normal\">");
		}
		add_word(svg, &words[i]);
		text_add(svg->out, other ? "</tspan>" : "");
	}
	text_add(svg->out, "</text>\n");
}

/* ---- images -------------------------------------------------------------------------- */

static void add_image(struct svg *svg, const struct page_op *op)
{
	text_add(svg->out, "<image");
	add_named(svg, "x", op->as.image.x);
	add_named(svg, "y", op->as.image.y);
	add_named(svg, "width", op->as.image.width);
	add_named(svg, "height", op->as.image.height);
	text_add(svg->out, " preserveAspectRatio=\"none\" href=\"data:image/png;base64,");
	web_add_base64(svg->out, op->as.image.png, op->as.image.length);
	text_add(svg->out, "\"/>\n");
}

/* ---- the whole ------------------------------------------------------------------------- */

static void add_op(struct svg *svg, const struct page_op *op)
{
	switch (op->kind) {
	case PAGE_OP_TEXT: add_text(svg, op); break;
	case PAGE_OP_FILL: add_fill(svg, op); break;
	case PAGE_OP_STROKE: add_stroke(svg, op); break;
	case PAGE_OP_IMAGE: add_image(svg, op); break;
	case PAGE_OP_CLIP: begin_clip(svg, op); break;
	case PAGE_OP_CLIP_END: end_clip(svg); break;
	case PAGE_OP_MARK:
	case PAGE_OP_SPAN:
	case PAGE_OP_SPAN_END: break;
	}
}

static void add_label(struct svg *svg, const char *element, const char *text)
{
	if (text == NULL)
		return;
	text_addf(svg->out, "<%s id=\"_", element);
	web_add_id(svg->out, svg->prefix);
	text_addf(svg->out, ".%s\">", element);
	escape_markup(svg->out, text);
	text_addf(svg->out, "</%s>\n", element);
}

static void add_pointer(struct svg *svg, const char *attribute, const char *element)
{
	text_addf(svg->out, " %s=\"_", attribute);
	web_add_id(svg->out, svg->prefix);
	text_addf(svg->out, ".%s\"", element);
}

/* Its name is the alternative, which says the title too. The description is then
 * the title: browsers would else make it of <desc>, and all be heard twice. */
static void add_role(struct svg *svg, const struct web_svg *how)
{
	if (how->title == NULL && how->desc == NULL) {
		text_add(svg->out, " aria-hidden=\"true\"");
		return;
	}
	text_add(svg->out, " role=\"img\"");
	add_pointer(svg, "aria-labelledby", how->desc != NULL ? "desc" : "title");
	if (how->title != NULL && how->desc != NULL)
		add_pointer(svg, "aria-describedby", "title");
}

void web_drawing_svg(struct text *out, const struct page_drawing *drawing,
		     const struct web_svg *how)
{
	struct svg svg = { .out = out,
			   .prefix = how->id_prefix != NULL ? how->id_prefix : "disegno" };

	text_add(out, "<svg");
	if (how->alone) {
		text_add(out, " xmlns=\"http://www.w3.org/2000/svg\"");
		add_named(&svg, "width", ceil(drawing->width));
		add_named(&svg, "height", ceil(drawing->height));
	}
	text_add(out, " viewBox=\"0 0 ");
	web_add_number(out, ceil(drawing->width));
	text_add(out, " ");
	web_add_number(out, ceil(drawing->height));
	text_add(out, "\" font-family=\"Titillium Web, sans-serif\"");
	escape_attribute(out, "class", how->class_name);
	add_role(&svg, how);
	text_add(out, ">\n");
	add_label(&svg, "title", how->title);
	add_label(&svg, "desc", how->desc);
	for (const struct page_op *op = drawing->first; op != NULL; op = op->next)
		add_op(&svg, op);
	while (svg.open > 0)
		end_clip(&svg);
	text_add(out, "</svg>\n");
}
