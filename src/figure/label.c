/* label.c - wrapped text: lines filled, cut when there is no room, drawn. */
#include "label_private.h"

#include <math.h>
#include <string.h>

#define LEADING  1.22 /* of the size: from baseline to baseline    */
#define ASCENT   0.95 /* of the size: from a line's top to its baseline */
#define ELLIPSIS "…"

double label_leading(double size)
{
	return size * LEADING;
}

/* ---- filling lines ---------------------------------------------------- */

struct filling {
	struct easel *easel;
	struct label *label;
	double width;
	size_t lines_max;     /* 0: no limit */
	size_t capacity;      /* of lines    */
	size_t line_capacity; /* of words of the last line */
};

static struct label_line *last_line(const struct filling *f)
{
	return &f->label->lines[f->label->count - 1];
}

static bool full(const struct filling *f)
{
	return f->lines_max > 0 && f->label->count >= f->lines_max;
}

static void new_line(struct filling *f)
{
	struct label *label = f->label;

	if (label->count == f->capacity) {
		size_t capacity = f->capacity > 0 ? f->capacity * 2 : 4;

		label->lines = arena_grow(f->easel->arena, label->lines,
					  f->capacity * sizeof *label->lines,
					  capacity * sizeof *label->lines);
		f->capacity = capacity;
	}
	memset(&label->lines[label->count++], 0, sizeof *label->lines);
	f->line_capacity = 0;
}

static double blank_before(const struct filling *f, const struct atom *atom)
{
	if (!atom->space || last_line(f)->count == 0)
		return 0;
	return type_blank(f->easel->type, atom->variant) * f->label->lettering.size / 1000;
}

static struct label_word *put_run(struct filling *f, const struct atom *atom,
				  const struct type_run *run)
{
	struct label_line *line = last_line(f);
	double x = line->width + blank_before(f, atom);

	if (line->count == f->line_capacity) {
		size_t capacity = f->line_capacity > 0 ? f->line_capacity * 2 : 8;

		line->words =
			arena_grow(f->easel->arena, line->words, line->count * sizeof *line->words,
				   capacity * sizeof *line->words);
		f->line_capacity = capacity;
	}
	line->words[line->count] = (struct label_word){
		.word = { .run = run, .x = (float)x, .space = atom->space },
	};
	line->width = x + (double)run->total * f->label->lettering.size / 1000;
	return &line->words[line->count++];
}

static struct label_word *put_text(struct filling *f, const struct atom *atom, const char *text,
				   size_t length)
{
	return put_run(f, atom, type_shape(f->easel->type, atom->variant, text, length));
}

static double room(const struct filling *f, const struct atom *atom)
{
	return f->width - last_line(f)->width - blank_before(f, atom);
}

static double atom_width(const struct filling *f, const struct atom *atom)
{
	return (double)type_shape(f->easel->type, atom->variant, atom->text, atom->length)->total *
	       f->label->lettering.size / 1000;
}

/* Puts the first part of a piece and moves the piece to what is left of it. */
static void put_head(struct filling *f, struct atom *atom, struct head head, const char **whole)
{
	struct label_word *word;

	if (head.hyphen) {
		if (*whole == NULL)
			*whole = arena_strndup(f->easel->arena, atom->text, atom->length);
		word = put_text(f, atom,
				arena_printf(f->easel->arena, "%.*s-", (int)head.bytes, atom->text),
				head.bytes + 1);
		word->begins = *whole;
	} else {
		put_text(f, atom, atom->text, head.bytes);
	}
	atom->text += head.bytes;
	atom->length -= head.bytes;
	atom->space = false;
}

/* A piece wider than the label: hyphenated where it stands, then on lines of
 * its own, broken anywhere when no hyphen helps. False when lines run out. */
static bool put_wide(struct filling *f, struct atom atom)
{
	double size = f->label->lettering.size;
	const char *whole = NULL;

	while (atom_width(f, &atom) > room(f, &atom)) {
		struct head head = atom_hyphenate(f->easel, &atom, size, room(f, &atom));
		bool fresh = last_line(f)->count == 0;

		if (head.bytes == 0 && fresh) {
			head = atom_chop(f->easel, &atom, size, f->width);
			f->label->broken = true;
		}
		if (head.bytes > 0)
			put_head(f, &atom, head, &whole);
		if (atom.length == 0)
			return true;
		if (full(f))
			return false;
		new_line(f);
	}
	put_text(f, &atom, atom.text, atom.length)->ends = whole != NULL;
	return true;
}

static bool put_atom(struct filling *f, const struct atom *atom)
{
	double width = atom_width(f, atom);

	if (width <= room(f, atom)) {
		put_text(f, atom, atom->text, atom->length);
		return true;
	}
	if (width > f->width)
		return put_wide(f, *atom);
	if (full(f))
		return false;
	new_line(f);
	put_text(f, atom, atom->text, atom->length);
	return true;
}

/* ---- what does not fit ------------------------------------------------ */

/* The last word of a line, shortened by what the ellipsis needs. */
static void shorten(struct filling *f, struct label_word *word, double room_left)
{
	struct atom atom = { word->word.run->text, word->word.run->length,
			     word->word.run->face->bold ? TYPE_BOLD : TYPE_REGULAR, false };
	struct head head = atom_chop(f->easel, &atom, f->label->lettering.size, fmax(room_left, 0));

	word->word.run = type_shape(f->easel->type, atom.variant, atom.text, head.bytes);
	word->begins = NULL;
	last_line(f)->width = (double)word->word.x +
			      (double)word->word.run->total * f->label->lettering.size / 1000;
}

/* Ends the last line with an ellipsis, dropping words that leave it no room. */
static void put_ellipsis(struct filling *f)
{
	struct atom atom = { ELLIPSIS, strlen(ELLIPSIS), f->label->lettering.variant, false };
	double need = atom_width(f, &atom);
	struct label_line *line = last_line(f);

	f->label->cut = true;
	while (line->count > 1 && line->width + need > f->width) {
		const struct label_word *word = &line->words[--line->count - 1];

		line->width = (double)word->word.x +
			      (double)word->word.run->total * f->label->lettering.size / 1000;
	}
	if (line->count > 0 && line->width + need > f->width)
		shorten(f, &line->words[0], f->width - need);
	if (line->count > 0)
		line->words[line->count - 1].begins = NULL;
	put_text(f, &atom, atom.text, atom.length);
}

/* The pieces of a broken word whose end was cut off are read as they stand. */
static void close_span(struct label *label)
{
	struct label_word *open = NULL;

	for (size_t i = 0; i < label->count; i++) {
		for (size_t k = 0; k < label->lines[i].count; k++) {
			struct label_word *word = &label->lines[i].words[k];

			if (word->ends)
				open = NULL;
			else if (word->begins != NULL && open == NULL)
				open = word;
		}
	}
	if (open == NULL)
		return;
	for (size_t i = 0; i < label->count; i++)
		for (size_t k = 0; k < label->lines[i].count; k++)
			if (label->lines[i].words[k].begins == open->begins &&
			    &label->lines[i].words[k] != open)
				label->lines[i].words[k].begins = NULL;
	open->begins = NULL;
}

static void measure(struct label *label)
{
	for (size_t i = 0; i < label->count; i++)
		label->width = fmax(label->width, label->lines[i].width);
	label->height = (double)label->count * label->leading;
}

struct label *label_make(struct easel *easel, struct lettering lettering, const char *lead,
			 const char *text, double width, size_t lines_max)
{
	struct label *label = arena_new(easel->arena, struct label);
	struct filling f = { easel, label, fmax(width, 1), lines_max, 0, 0 };
	struct atoms atoms = { 0 };

	*label = (struct label){ .easel = easel, .lettering = lettering, .text = text };
	label->leading = label_leading(lettering.size);
	if (lead != NULL)
		atoms_add(easel, &atoms, TYPE_BOLD, lead);
	if (text != NULL)
		atoms_add(easel, &atoms, lettering.variant, text);
	if (atoms.count > 0 || atoms.cut)
		new_line(&f);
	for (size_t i = 0; i < atoms.count; i++)
		if (!put_atom(&f, &atoms.items[i])) {
			atoms.cut = true;
			break;
		}
	if (atoms.cut) {
		put_ellipsis(&f);
		close_span(label);
	}
	measure(label);
	return label;
}

/* ---- drawing ---------------------------------------------------------- */

static double line_left(const struct label_line *line, double x, enum label_align align)
{
	if (align == LABEL_RIGHT)
		return x - line->width;
	return align == LABEL_CENTRE ? x - line->width / 2 : x;
}

/* Words from `from` that are drawn by one operation; spans part them. */
static size_t group_end(const struct label_line *line, size_t from)
{
	size_t end = from + 1;

	if (line->words[from].begins != NULL || line->words[from].ends)
		return end;
	while (end < line->count && line->words[end].begins == NULL)
		end++;
	return end;
}

static void draw_group(struct page_drawing *drawing, const struct label *label,
		       const struct label_word *words, size_t count, double x, double y)
{
	struct page_word *copy = arena_array(drawing->arena, struct page_word, count);

	for (size_t i = 0; i < count; i++) {
		copy[i] = words[i].word;
		copy[i].x -= words[0].word.x;
	}
	page_draw_words(drawing, label->lettering.size, label->lettering.colour,
			x + (double)words[0].word.x, y, copy, count);
}

/* `reading`: inside a broken word. */
static void draw_line(struct page_drawing *drawing, const struct label *label,
		      const struct label_line *line, double x, double y, bool *reading)
{
	size_t end;

	for (size_t i = 0; i < line->count; i = end) {
		const struct label_word *word = &line->words[i];

		end = group_end(line, i);
		if (word->begins != NULL && !*reading) {
			page_draw_span(drawing, word->begins);
			*reading = true;
		}
		draw_group(drawing, label, word, end - i, x, y);
		if (word->ends && *reading) {
			page_draw_span_end(drawing);
			*reading = false;
		}
	}
}

#define EXCERPT_MAX 80 /* characters of a text that a finding quotes */

static void report_cut(const struct label *label)
{
	const char *text = label->text == NULL ? "" : label->text, *end = text;

	if (!label->cut || label->quiet)
		return;
	for (int i = 0; i < EXCERPT_MAX && *end != '\0'; i++)
		utf8_next(&end);
	diag_warning(label->easel->diag, label->easel->place, "testo-accorciato",
		     "nel disegno non c’è posto per tutto il testo «%.*s%s»: è stato accorciato "
		     "con i puntini; abbreviare il testo o allargare il disegno",
		     (int)(end - text), text, *end != '\0' ? ELLIPSIS : "");
}

void label_draw(struct page_drawing *drawing, const struct label *label, double x, double y,
		enum label_align align)
{
	bool reading = false;

	for (size_t i = 0; i < label->count; i++) {
		const struct label_line *line = &label->lines[i];
		double baseline = y + (double)i * label->leading + label->lettering.size * ASCENT;

		draw_line(drawing, label, line, line_left(line, x, align), baseline, &reading);
	}
	report_cut(label);
}

#define PAPER_MARGIN 1.5

void label_draw_on_paper(struct page_drawing *drawing, const struct label *label, double x,
			 double y, enum label_align align)
{
	struct label_line whole = { .width = label->width };
	double left = line_left(&whole, x, align);

	/* As tall as the letters only: neighbours may be close. */
	page_draw_rect(drawing, left - PAPER_MARGIN,
		       y + (label->leading - label->lettering.size) / 2,
		       label->width + 2 * PAPER_MARGIN,
		       label->height - label->leading + label->lettering.size, PAPER);
	label_draw(drawing, label, x, y, align);
}
