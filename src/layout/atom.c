/* atom.c - the text cut where lines may break, and shaped. */
#include "text_private.h"

#include <string.h>

#define SIGNAL_SIZE 0.62 /* of the text's size */
#define SIGNAL_GAP  0.3

static void add_part(const struct passage *passage, struct atom *atom, struct part part)
{
	size_t size = sizeof(part);

	atom->parts = arena_grow(passage->arena, atom->parts, atom->part_count * size,
				 (atom->part_count + 1) * size);
	atom->parts[atom->part_count++] = part;
	atom->width += part.width + part.blank;
}

static void add_shape(const struct passage *passage, struct atom *atom, const struct span *span)
{
	struct part part = { .span = span };

	part.width = (float)((SIGNAL_SIZE + SIGNAL_GAP) * span->look.size);
	add_part(passage, atom, part);
}

/* Each character once, and only the first few: a page of a script that our
 * faces lack is one finding, not a thousand. */
static void report_lacking(struct layout *layout, uint32_t character)
{
	char bytes[5] = "";

	for (int i = 0; i < layout->lacking_count; i++)
		if (layout->lacking[i] == character)
			return;
	if (layout->lacking_count == LAYOUT_LACKING_MAX)
		return;
	layout->lacking[layout->lacking_count++] = character;
	bytes[utf8_put(bytes, character)] = '\0';
	diag_warning(layout->diag, (struct place){ 0 }, "carattere-mancante",
		     "i caratteri tipografici del programma non hanno «%s» (U+%04X), che nelle "
		     "pagine è diventato «\uFFFD»: scriverlo in altro modo",
		     bytes, (unsigned)character);
}

static void add_run(const struct passage *passage, struct atom *atom, const struct span *span,
		    const char *text, size_t length, float blank)
{
	struct part part = { .span = span, .blank = blank };

	part.run = type_shape(passage->layout->type, span->look.variant, text, length);
	part.width = (float)(part.run->total * span->look.size / 1000);
	if (part.run->lacks != 0)
		report_lacking(passage->layout, part.run->lacks);
	add_part(passage, atom, part);
}

static float blank_width(const struct passage *passage, const struct span *span)
{
	return (float)(type_blank(passage->layout->type, span->look.variant) * span->look.size /
		       1000);
}

/* The parts of [from, to): a new one at each change of look and blank. */
static void shape_range(const struct passage *passage, struct atom *atom, size_t from, size_t to)
{
	const char *text = passage->text.bytes;
	const struct span *span = passage_span_at(passage, from);
	float blank = 0;

	while (from < to) {
		size_t end = passage_span_end(passage, span);
		size_t stop = from;

		if (span->signal != NULL && from == span->start)
			add_shape(passage, atom, span);
		end = end < to ? end : to;
		while (stop < end && text[stop] != ' ')
			stop++;
		if (stop > from) {
			add_run(passage, atom, span, text + from, stop - from, blank);
			blank = 0;
		}
		if (stop < end) {
			blank = blank_width(passage, span);
			stop++;
		}
		from = stop;
		while (from < to && from >= passage_span_end(passage, span))
			span++;
	}
}

static struct atom *add_atom(struct passage *passage)
{
	if (passage->atom_count == passage->atom_capacity) {
		size_t size = sizeof(struct atom);
		size_t capacity = passage->atom_capacity ? passage->atom_capacity * 2 : 16;

		passage->atoms = arena_grow(passage->arena, passage->atoms,
					    passage->atom_capacity * size, capacity * size);
		passage->atom_capacity = capacity;
	}
	memset(&passage->atoms[passage->atom_count], 0, sizeof(struct atom));
	return &passage->atoms[passage->atom_count++];
}

static bool is_control(char byte)
{
	return byte == PASSAGE_BREAK || byte == PASSAGE_SPRING;
}

static void add_word(struct passage *passage, size_t from, size_t to, bool glued)
{
	const char *text = passage->text.bytes;
	struct atom *atom = add_atom(passage);

	atom->start = from;
	atom->end = to;
	atom->glued = glued;
	atom->space = from > 0 && (text[from - 1] == ' ' || is_control(text[from - 1]));
	if (from > 0 && text[from - 1] == ' ') {
		atom->blank = blank_width(passage, passage_span_at(passage, from - 1));
	}
}

static void add_control_atom(struct passage *passage, size_t at)
{
	struct atom *atom = add_atom(passage);

	atom->kind = passage->text.bytes[at] == PASSAGE_BREAK ? ATOM_BREAK : ATOM_SPRING;
	atom->start = at;
	atom->end = at + 1;
}

static bool is_continuation(char byte)
{
	return ((unsigned char)byte & 0xC0) == 0x80;
}

/* The end of the atom that begins at `from`: a break, a control, or the limit. */
static size_t atom_end(const struct passage *passage, const unsigned char *breaks, size_t from,
		       bool *cut)
{
	const char *text = passage->text.bytes;
	size_t length = passage->text.length, at = from;

	*cut = false;
	while (at < length && !is_control(text[at])) {
		if (at > from && at - from >= ATOM_BYTES_MAX && !is_continuation(text[at])) {
			*cut = text[at] != ' ';
			break;
		}
		at++;
		if (breaks[at - 1] != TYPE_BREAK_NONE && at < length)
			break;
	}
	return at;
}

static size_t without_blanks(const char *text, size_t from, size_t to)
{
	while (to > from && text[to - 1] == ' ')
		to--;
	return to;
}

static void find_atoms(struct passage *passage, const unsigned char *breaks)
{
	const char *text = passage->text.bytes;
	size_t at = 0, length = passage->text.length;
	bool glued = false, cut;

	while (at < length) {
		size_t end;

		if (is_control(text[at])) {
			add_control_atom(passage, at++);
			glued = false;
			continue;
		}
		if (text[at] == ' ') {
			at++;
			continue;
		}
		end = atom_end(passage, breaks, at, &cut);
		add_word(passage, at, without_blanks(text, at, end), glued);
		glued = cut;
		at = end;
	}
}

void passage_shape(struct passage *passage)
{
	const char *language =
		passage->language != NULL ? passage->language : passage->layout->document->language;
	unsigned char *breaks;

	passage_trim(passage);
	if (passage->text.length == 0)
		return;
	breaks = arena_alloc(passage->arena, passage->text.length);
	type_find_breaks(passage->text.bytes, passage->text.length,
			 language != NULL ? language : "it", breaks);
	find_atoms(passage, breaks);
	for (size_t i = 0; i < passage->atom_count; i++) {
		struct atom *atom = &passage->atoms[i];

		if (atom->kind == ATOM_WORD)
			shape_range(passage, atom, atom->start, atom->end);
	}
}

/* The last run again, with a hyphen at its end. */
static void append_hyphen(const struct passage *passage, struct atom *head)
{
	struct part *last = &head->parts[head->part_count - 1];
	char bytes[ATOM_BYTES_MAX + 8];
	size_t length = last->run->length;
	const struct type_run *run = last->run;

	length = 0;
	for (; run != NULL && length + run->length < sizeof(bytes) - 1; run = run->next) {
		memcpy(bytes + length, run->text, run->length);
		length += run->length;
	}
	bytes[length++] = '-';
	last->run = type_shape(passage->layout->type, last->span->look.variant, bytes, length);
	head->width -= last->width;
	last->width = (float)(last->run->total * last->span->look.size / 1000);
	head->width += last->width;
	head->hyphen = true;
}

void atom_cut(const struct passage *passage, const struct atom *atom, size_t at, bool hyphen,
	      struct atom *head, struct atom *tail)
{
	*head = *atom;
	head->end = at;
	head->parts = NULL;
	head->part_count = 0;
	head->width = 0;
	head->hyphen = false;
	shape_range(passage, head, atom->start, at);
	*tail = (struct atom){ .start = at, .end = atom->end, .tail = hyphen, .glued = !hyphen };
	tail->hyphen = atom->hyphen;
	shape_range(passage, tail, at, atom->end);
	if (hyphen)
		append_hyphen(passage, head);
}

/* Where among the glyphs of one run the room ends; moves *room on. */
static size_t cut_in_run(const struct type_run *run, double size, double *room, bool first,
			 bool *full)
{
	for (size_t i = 0; i < run->glyph_count; i++) {
		const struct type_glyph *glyph = &run->glyphs[i];
		double advance = glyph->advance * size / 1000;

		if (advance > *room && glyph->bytes > 0 && !(first && glyph->from == 0)) {
			*full = true;
			return glyph->from;
		}
		*room -= advance;
	}
	return run->length;
}

size_t atom_cut_within(const struct atom *atom, double room)
{
	size_t at = atom->start;
	bool full = false, first = true;

	for (size_t i = 0; i < atom->part_count && !full; i++) {
		const struct part *part = &atom->parts[i];

		if (part->run == NULL) {
			room -= part->width;
			continue;
		}
		if (part->blank > 0) {
			room -= part->blank;
			at++;
		}
		for (const struct type_run *run = part->run; run != NULL && !full;
		     run = run->next) {
			at += cut_in_run(run, part->span->look.size, &room, first, &full);
			first = false;
		}
	}
	return at;
}
