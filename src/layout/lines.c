/* lines.c - a paragraph's atoms become lines: as many as fit, a hyphen where
 * the line would stay too short, a cut anywhere when a word is longer than
 * the line.
 */
#include "text_private.h"

#include <math.h>
#include <string.h>

#define HYPHENS_IN_A_ROW 2
#define RAGGED_GAP       0.2  /* of the line that may stay empty before a hyphen */
#define LAST_WORD_GAP    0.45 /* the same, before the last word of a paragraph   */
#define JUSTIFIED_GAP    0.45 /* of a blank that each blank may stretch before a hyphen */

#define FIXED_BLANK       "\u00A0"
#define FIXED_BLANK_BYTES (sizeof(FIXED_BLANK) - 1)

struct breaker {
	const struct passage *passage;
	const struct measure *measure;
	struct lines out;
	struct line line; /* being filled */
	double blank;     /* sum of the line's blanks */
	size_t at;        /* next atom */
	struct atom rest; /* of an atom that was cut: goes before `at` */
	bool has_rest;
	int hyphens; /* lines in a row that end in one */
};

struct measure measure_of(const struct document_style *style, double width)
{
	struct look look = look_of(&style->character);
	struct measure measure = {
		.size = look.size,
		.variant = look.variant,
		.leading = style->leading_pt > 0 ? style->leading_pt : look.size * 1.25,
		.hyphenate = style->hyphenate,
		.justify = style->align == DOCUMENT_JUSTIFY,
		.sparing = style->align != DOCUMENT_JUSTIFY && style->align != DOCUMENT_LEFT,
	};
	double left = style->indent_left_pt, right = style->indent_right_pt;

	if (!(width - left - right >= LAYOUT_WIDTH_MIN))
		left = right = 0;
	measure.indent_rest = left;
	measure.indent_first = left + style->indent_first_pt;
	measure.width = width - right;
	if (!(measure.indent_first >= 0) ||
	    !(measure.width - measure.indent_first >= LAYOUT_WIDTH_MIN))
		measure.indent_first = left;
	return measure;
}

/* ---- growing --------------------------------------------------------------- */

static void push_atom(struct breaker *breaker, const struct atom *atom)
{
	struct lines *out = &breaker->out;

	if (out->atom_count == out->atom_capacity) {
		size_t size = sizeof(*atom);
		size_t capacity = out->atom_capacity ? out->atom_capacity * 2
						     : breaker->passage->atom_count + 4;

		out->atoms = arena_grow(out->arena, out->atoms, out->atom_capacity * size,
					capacity * size);
		out->atom_capacity = capacity;
	}
	out->atoms[out->atom_count++] = *atom;
	breaker->line.count++;
}

static void push_line(struct breaker *breaker)
{
	struct lines *out = &breaker->out;

	if (out->count == out->capacity) {
		size_t size = sizeof(breaker->line);
		size_t capacity = out->capacity ? out->capacity * 2 : 4;

		out->items =
			arena_grow(out->arena, out->items, out->capacity * size, capacity * size);
		out->capacity = capacity;
	}
	out->items[out->count++] = breaker->line;
}

/* ---- the size of a line ------------------------------------------------------ */

/* Higher than the style asks for only when a part is larger. */
static void set_height(const struct breaker *breaker, struct line *line)
{
	const struct measure *measure = breaker->measure;
	struct type_library *type = breaker->passage->layout->type;
	const struct type_face *face = type_face_of(type, measure->variant);
	double size = measure->size, leading, ink;

	for (size_t i = 0; i < line->count; i++) {
		const struct atom *atom = &breaker->out.atoms[line->first + i];

		for (size_t k = 0; k < atom->part_count; k++)
			size = fmax(size, atom->parts[k].span->look.size);
	}
	leading = measure->leading * size / measure->size;
	ink = (face->ascent + face->descent) * size / 1000;
	line->height = leading;
	line->baseline = (leading - ink) / 2 + face->ascent * size / 1000;
}

static void begin_line(struct breaker *breaker)
{
	const struct measure *measure = breaker->measure;
	struct line *line = &breaker->line;

	memset(line, 0, sizeof(*line));
	line->first = breaker->out.atom_count;
	line->indent = breaker->out.count == 0 ? measure->indent_first : measure->indent_rest;
	line->room = measure->width - line->indent;
	if (!(line->room > 1))
		line->room = 1;
	breaker->blank = 0;
}

static void end_line(struct breaker *breaker, bool closed)
{
	struct line *line = &breaker->line;

	line->closed = closed;
	line->hyphen = line->count > 0 && breaker->out.atoms[line->first + line->count - 1].hyphen;
	breaker->hyphens = line->hyphen ? breaker->hyphens + 1 : 0;
	set_height(breaker, line);
	push_line(breaker);
	begin_line(breaker);
}

/* ---- filling ------------------------------------------------------------------- */

static double blank_before(const struct breaker *breaker, const struct atom *atom)
{
	const struct line *line = &breaker->line;

	if (line->count == 0 || breaker->out.atoms[line->first + line->count - 1].kind != ATOM_WORD)
		return 0;
	return (double)atom->blank;
}

static void take(struct breaker *breaker, const struct atom *atom)
{
	double blank = blank_before(breaker, atom);

	breaker->line.natural += blank + (double)atom->width;
	breaker->line.blanks += blank > 0;
	breaker->line.springs += atom->kind == ATOM_SPRING;
	breaker->blank += blank;
	push_atom(breaker, atom);
}

static bool fits(const struct breaker *breaker, const struct atom *atom)
{
	return breaker->line.natural + blank_before(breaker, atom) + (double)atom->width <=
	       breaker->line.room + LAYOUT_EPSILON;
}

/* Whether the line as it stands is too short to leave so. Centred lines and
 * lines on the right have no edge to fill. */
static bool is_loose(const struct breaker *breaker, bool last_word)
{
	const struct line *line = &breaker->line;
	double free = line->room - line->natural;

	if (line->count == 0)
		return true;
	if (breaker->measure->sparing)
		return false;
	if (breaker->measure->justify)
		return line->blanks == 0 || free > JUSTIFIED_GAP * breaker->blank;
	return free > (last_word ? LAST_WORD_GAP : RAGGED_GAP) * line->room;
}

static bool try_hyphen(struct breaker *breaker, const struct atom *atom)
{
	size_t places[HYPHEN_PLACES_MAX], count;
	struct atom head, tail;

	if (!breaker->measure->hyphenate || breaker->hyphens >= HYPHENS_IN_A_ROW ||
	    !is_loose(breaker, breaker->at == breaker->passage->atom_count))
		return false;
	count = hyphen_places(breaker->passage, atom, places);
	while (count > 0) {
		atom_cut(breaker->passage, atom, places[--count], true, &head, &tail);
		if (!fits(breaker, &head))
			continue;
		take(breaker, &head);
		breaker->rest = tail;
		breaker->has_rest = true;
		return true;
	}
	return false;
}

/* Where a no-break space lets what stands before it fit; 0: nowhere. */
static size_t fixed_blank_within(const struct breaker *breaker, const struct atom *atom,
				 struct atom *head, struct atom *tail)
{
	const char *text = breaker->passage->text.bytes;

	for (size_t at = atom->end; at > atom->start + FIXED_BLANK_BYTES; at--) {
		size_t before = at - FIXED_BLANK_BYTES;

		if (memcmp(text + before, FIXED_BLANK, FIXED_BLANK_BYTES) != 0 || at == atom->end)
			continue;
		atom_cut(breaker->passage, atom, before, false, head, tail);
		if (fits(breaker, head))
			return at;
	}
	return 0;
}

/* What is longer than a line is parted at a no-break space before anything else. */
static bool try_fixed_blank(struct breaker *breaker, const struct atom *atom)
{
	struct atom head, tail, unused;
	size_t at = fixed_blank_within(breaker, atom, &head, &tail);

	if (at == 0)
		return false;
	take(breaker, &head);
	atom_cut(breaker->passage, atom, at, false, &unused, &tail);
	tail.space = true;
	tail.glued = false;
	breaker->rest = tail;
	breaker->has_rest = true;
	return true;
}

/* The last resort, for a word longer than the line. */
static void cut_anywhere(struct breaker *breaker, const struct atom *atom)
{
	double room = breaker->line.room - breaker->line.natural - blank_before(breaker, atom);
	size_t at = atom_cut_within(atom, room);
	struct atom head, tail;

	if (at <= atom->start || at >= atom->end) {
		take(breaker, atom);
		return;
	}
	atom_cut(breaker->passage, atom, at, false, &head, &tail);
	take(breaker, &head);
	breaker->rest = tail;
	breaker->has_rest = true;
}

static bool next_atom(struct breaker *breaker, struct atom *atom)
{
	if (breaker->has_rest) {
		*atom = breaker->rest;
		breaker->has_rest = false;
		return true;
	}
	if (breaker->at == breaker->passage->atom_count)
		return false;
	*atom = breaker->passage->atoms[breaker->at++];
	return true;
}

static void put_back(struct breaker *breaker, const struct atom *atom)
{
	breaker->rest = *atom;
	breaker->has_rest = true;
}

/* An atom that does not fit where the line stands. */
static void overflow(struct breaker *breaker, const struct atom *atom)
{
	bool empty = breaker->line.count == 0;

	if ((empty && try_fixed_blank(breaker, atom)) || try_hyphen(breaker, atom)) {
		end_line(breaker, false);
	} else if (empty || atom->glued) {
		/* A glued atom that finds no room at all starts the next line. */
		if (!empty &&
		    breaker->line.room - breaker->line.natural < 0.5 * breaker->measure->size)
			put_back(breaker, atom);
		else
			cut_anywhere(breaker, atom);
		end_line(breaker, false);
	} else {
		put_back(breaker, atom);
		end_line(breaker, false);
	}
}

struct lines lines_break(const struct passage *passage, const struct measure *measure)
{
	struct breaker breaker = { .passage = passage, .measure = measure };
	struct atom atom;

	breaker.out.arena = passage->arena;
	begin_line(&breaker);
	while (next_atom(&breaker, &atom)) {
		if (atom.kind == ATOM_BREAK) {
			push_atom(&breaker, &atom);
			end_line(&breaker, true);
		} else if (atom.kind == ATOM_SPRING || fits(&breaker, &atom)) {
			take(&breaker, &atom);
		} else {
			overflow(&breaker, &atom);
		}
	}
	if (breaker.line.count > 0)
		end_line(&breaker, true);
	else if (breaker.out.count > 0)
		breaker.out.items[breaker.out.count - 1].closed = true;
	return breaker.out;
}

void passage_extent(const struct passage *passage, const struct measure *measure, double *least,
		    double *most)
{
	double line = measure->indent_first;

	*least = *most = 0;
	for (size_t i = 0; i < passage->atom_count; i++) {
		const struct atom *atom = &passage->atoms[i];

		if (atom->kind == ATOM_BREAK) {
			line = measure->indent_rest;
			continue;
		}
		line += (double)(atom->width + atom->blank);
		*least = fmax(*least, (double)atom->width + measure->indent_rest);
		*most = fmax(*most, line);
	}
}
