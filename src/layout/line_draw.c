/* line_draw.c - one line as operations: words, shapes of signals, links. */
#include "text_private.h"

#include <math.h>
#include <string.h>

#define STRETCH_MAX 3.0  /* blanks: a line that would need more stays ragged */
#define SIGNAL_SIZE 0.62 /* of the text's size */
#define RULE_UNDER  100  /* thousandths: underline of a face that names none */
#define RULE_WIDTH  50

/* The words gathered so far and where the next one goes. */
struct pen {
	const struct canvas *canvas;
	struct passage *passage;
	const struct line *line;
	struct page_tag *own;    /* the paragraph's tag */
	double y;                /* baseline            */
	double x;                /* of what comes next  */
	double end;              /* of the last word    */
	const struct span *span; /* of the words gathered */
	struct page_word *words;
	size_t count, done; /* words: gathered, of them already in operations */
	double start;       /* x of the first word not yet in an operation    */
	int mark;           /* in force; -2: none yet */
	double mark_start;
	struct late_leaf *leaves[4]; /* of this line */
	int leaf_count;
};

/* ---- marks and links -------------------------------------------------------- */

static struct page_tag *tag_of_mark(struct pen *pen, int index)
{
	struct mark *mark;
	struct layout *layout = pen->canvas->layout;

	if (index < 0 || pen->canvas->artifact)
		return pen->own;
	mark = &pen->passage->marks[index];
	if (mark->tag == NULL) {
		mark->tag = tag_create(layout, mark->role, pen->own);
		mark->tag->language = mark->language;
		tag_open(layout, mark->tag);
	}
	return mark->tag;
}

/* The words of a link, for its Contents. */
static const char *words_of_mark(const struct pen *pen, int index)
{
	const struct passage *passage = pen->passage;
	struct text words = text_make(pen->canvas->arena);

	for (size_t i = 0; i < passage->span_count; i++) {
		const struct span *span = &passage->spans[i];

		if (span->mark == index && span->late == NULL)
			text_add_n(&words, passage->text.bytes + span->start,
				   passage_span_end(passage, span) - span->start);
	}
	for (size_t i = 0; i < words.length; i++)
		if ((unsigned char)words.bytes[i] < ' ')
			words.bytes[i] = ' ';
	return text_blank(words.bytes) ? "pagina"
				       : text_fold_space(pen->canvas->arena, words.bytes);
}

static const char *destination(struct layout *layout, const struct mark *mark,
			       enum page_annotation_kind *kind)
{
	const struct document_inline *link = mark->link;

	*kind = PAGE_LINK_TARGET;
	if (mark->target != NULL)
		return mark->target;
	if (link->to != NULL)
		return anchor_of(layout, link->to)->id;
	if (link->uri == NULL)
		return link->target;
	*kind = PAGE_LINK_URI;
	return link->uri;
}

static void end_link(struct pen *pen)
{
	const struct type_face *face;
	const struct mark *mark;
	enum page_annotation_kind kind;
	double size = pen->span->look.size, right = pen->end;
	const char *to;

	if (pen->mark < 0 || pen->canvas->artifact || pen->canvas->sheet == NULL)
		return;
	mark = &pen->passage->marks[pen->mark];
	if (mark->role != PAGE_LINK || pen->end <= pen->mark_start)
		return;
	face = type_face_of(pen->canvas->layout->type, pen->span->look.variant);
	if (mark->reach > right && pen->line->closed)
		right = mark->reach;
	to = destination(pen->canvas->layout, mark, &kind);
	page_annotate(pen->canvas->sheet->page, mark->tag, kind,
		      (const double[4]){ pen->mark_start, pen->y - face->ascent * size / 1000,
					 right, pen->y + face->descent * size / 1000 },
		      to, words_of_mark(pen, pen->mark));
}

/* ---- operations ----------------------------------------------------------------- */

static void underline(struct pen *pen)
{
	const struct type_face *face =
		type_face_of(pen->canvas->layout->type, pen->span->look.variant);
	double size = pen->span->look.size;
	double below = face->underline_position > 0 ? face->underline_position : RULE_UNDER;
	double width = face->underline_thickness > 0 ? face->underline_thickness : RULE_WIDTH;
	struct page_op *op = canvas_add(pen->canvas, PAGE_OP_STROKE);
	struct page_segment *s = arena_array(pen->canvas->arena, struct page_segment, 2);
	float y = (float)(pen->y + below * size / 1000);

	s[0] = (struct page_segment){ .verb = PAGE_MOVE, .p = { (float)pen->start, y } };
	s[1] = (struct page_segment){ .verb = PAGE_LINE, .p = { (float)pen->end, y } };
	op->as.path.segments = s;
	op->as.path.count = 2;
	op->as.path.colour = pen->span->look.colour;
	op->as.path.width = (float)(width * size / 1000);
}

static void note_late(struct pen *pen, struct page_op *op)
{
	struct late_leaf *leaf;

	if (pen->span->late == NULL || pen->canvas->sheet == NULL)
		return;
	leaf = late_add(pen->canvas);
	leaf->op = op;
	leaf->anchor = pen->span->late;
	leaf->look = pen->span->look;
	leaf->reserved = pen->end - pen->start;
	if (pen->leaf_count < (int)(sizeof(pen->leaves) / sizeof(*pen->leaves)))
		pen->leaves[pen->leaf_count++] = leaf;
}

/* Words gathered in one look become one operation. */
static void flush(struct pen *pen)
{
	struct page_op *op;

	if (pen->count == pen->done)
		return;
	op = canvas_add(pen->canvas, PAGE_OP_TEXT);
	op->as.text.x = pen->start;
	op->as.text.y = pen->y;
	op->as.text.size = (float)pen->span->look.size;
	op->as.text.colour = pen->span->look.colour;
	op->as.text.words = pen->words + pen->done;
	op->as.text.count = pen->count - pen->done;
	pen->done = pen->count;
	note_late(pen, op);
	if (pen->span->look.underline)
		underline(pen);
}

static bool same_op(const struct span *a, const struct span *b)
{
	return a->late == NULL && b->late == NULL && a->look.size == b->look.size &&
	       a->look.colour == b->look.colour && a->look.underline == b->look.underline &&
	       a->mark == b->mark;
}

static void set_mark(struct pen *pen, const struct span *span)
{
	if (pen->mark == span->mark)
		return;
	if (pen->mark != -2)
		end_link(pen);
	pen->mark = span->mark;
	pen->mark_start = pen->x;
	canvas_mark(pen->canvas, tag_of_mark(pen, span->mark));
}

static void set_span(struct pen *pen, const struct span *span)
{
	if (pen->span != NULL && !same_op(pen->span, span))
		flush(pen);
	set_mark(pen, span);
	pen->span = span;
}

static void add_word(struct pen *pen, const struct part *part, bool space)
{
	if (pen->count == pen->done)
		pen->start = pen->x;
	pen->words[pen->count++] = (struct page_word){ .run = part->run,
						       .x = (float)(pen->x - pen->start),
						       .space = space };
	pen->x += (double)part->width;
	pen->end = pen->x;
}

/* The shape says what the word says: it is not read out. */
static void add_shape(struct pen *pen, const struct part *part)
{
	double size = part->span->look.size * SIGNAL_SIZE;
	const struct type_face *face =
		type_face_of(pen->canvas->layout->type, part->span->look.variant);
	double top =
		pen->y -
		(face->cap_height > 0 ? face->cap_height : 700) * part->span->look.size / 2000 -
		size / 2;
	struct page_drawing *shape;

	flush(pen);
	if (pen->canvas->sheet == NULL) {
		page_draw_signal(pen->canvas->drawing, part->span->signal, pen->x, top, size);
	} else {
		canvas_mark_artifact(pen->canvas);
		shape = page_drawing_create(pen->canvas->arena, size, size);
		page_draw_signal(shape, part->span->signal, 0, 0, size);
		canvas_place(pen->canvas, shape, pen->x, top, NULL);
		canvas_mark(pen->canvas, tag_of_mark(pen, pen->mark));
	}
	pen->x += (double)part->width;
}

static void draw_atom(struct pen *pen, const struct atom *atom)
{
	bool space = atom->space && !atom->tail;

	for (size_t i = 0; i < atom->part_count; i++) {
		const struct part *part = &atom->parts[i];

		if (part->blank > 0) {
			pen->x += (double)part->blank;
			space = true;
		}
		set_span(pen, part->span);
		if (part->run == NULL) {
			add_shape(pen, part);
			continue;
		}
		add_word(pen, part, space);
		space = false;
	}
}

/* ---- hyphenated words -------------------------------------------------------------- */

/* The whole of a word whose first part ends here. */
static const char *whole_word(const struct pen *pen, const struct atom *atom,
			      const struct lines *lines)
{
	const struct atom *last = atom;
	const char *text = pen->passage->text.bytes + atom->start;

	while (last + 1 < lines->atoms + lines->atom_count && last->hyphen)
		last++;
	/* The blank before the word stands inside, so it is said here. */
	return arena_printf(pen->canvas->arena, "%s%.*s", atom->space ? " " : "",
			    (int)(last->end - atom->start), text);
}

/* The Span lies around both halves and everything between them, so the mark
 * must stand before it begins and what goes before is flushed. */
static void begin_whole(struct pen *pen, const struct atom *atom, const struct lines *lines)
{
	struct page_op *op;

	if (!atom->hyphen || atom->tail || pen->canvas->artifact || pen->canvas->sheet == NULL)
		return;
	if (pen->span != NULL)
		flush(pen);
	set_mark(pen, atom->parts[0].span);
	op = canvas_add(pen->canvas, PAGE_OP_SPAN);
	op->as.actual = whole_word(pen, atom, lines);
}

static void end_whole(struct pen *pen, const struct atom *atom)
{
	if (!atom->tail || atom->hyphen || pen->canvas->artifact || pen->canvas->sheet == NULL)
		return;
	flush(pen);
	canvas_add(pen->canvas, PAGE_OP_SPAN_END);
}

/* ---- the line --------------------------------------------------------------------------- */

/* What each blank and each spring of a line takes beyond its own width. */
struct stretch {
	double blank, spring, start;
};

static struct stretch stretch_of(const struct lines *lines, const struct line *line,
				 enum document_align align)
{
	double free = line->room - line->natural;
	struct stretch stretch = { 0 };
	double blanks = 0;

	if (free <= 0)
		return stretch;
	for (size_t i = 1; i < line->count; i++)
		blanks += (double)lines->atoms[line->first + i].blank;
	if (line->springs > 0)
		stretch.spring = free / line->springs;
	else if (align == DOCUMENT_RIGHT)
		stretch.start = free;
	else if (align == DOCUMENT_CENTRE)
		stretch.start = free / 2;
	else if (align == DOCUMENT_JUSTIFY && !line->closed && line->blanks > 0 &&
		 free <= STRETCH_MAX * blanks)
		stretch.blank = free / line->blanks;
	return stretch;
}

static size_t count_parts(const struct lines *lines, const struct line *line)
{
	size_t count = 0;

	for (size_t i = 0; i < line->count; i++)
		count += lines->atoms[line->first + i].part_count;
	return count;
}

static void draw_atoms(struct pen *pen, const struct lines *lines, struct stretch stretch)
{
	bool follows = false; /* a word stands before on the line */

	for (size_t i = 0; i < pen->line->count; i++) {
		const struct atom *atom = &lines->atoms[pen->line->first + i];

		if (atom->kind != ATOM_WORD) {
			pen->x += atom->kind == ATOM_SPRING ? stretch.spring : 0;
			follows = false;
			continue;
		}
		if (follows && atom->blank > 0)
			pen->x += (double)atom->blank + stretch.blank;
		begin_whole(pen, atom, lines);
		draw_atom(pen, atom);
		end_whole(pen, atom);
		follows = true;
	}
}

void line_draw(const struct canvas *canvas, struct passage *passage, const struct lines *lines,
	       const struct line *line, enum document_align align, struct page_tag *tag, double x,
	       double y)
{
	struct stretch stretch = stretch_of(lines, line, align);
	struct pen pen = { .canvas = canvas,
			   .passage = passage,
			   .line = line,
			   .own = tag,
			   .y = y + line->baseline,
			   .x = x + line->indent + stretch.start,
			   .mark = -2 };

	pen.words = arena_array(canvas->arena, struct page_word, count_parts(lines, line));
	draw_atoms(&pen, lines, stretch);
	if (pen.span == NULL)
		return;
	flush(&pen);
	end_link(&pen);
	for (int i = 0; i < pen.leaf_count; i++)
		pen.leaves[i]->last = canvas_last(canvas);
}
