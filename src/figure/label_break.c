/* label_break.c - a label's text taken apart: pieces, and parts of pieces. */
#include "label_private.h"

#include <ctype.h>
#include <string.h>

#define SOFT_HYPHEN    0xAD
#define ATOM_BYTES_MAX 512 /* far wider than any line */

static void push(struct easel *easel, struct atoms *atoms, struct atom atom)
{
	if (atoms->count == atoms->capacity) {
		size_t capacity = atoms->capacity > 0 ? atoms->capacity * 2 : 16;

		atoms->items = arena_grow(easel->arena, atoms->items,
					  atoms->capacity * sizeof *atoms->items,
					  capacity * sizeof *atoms->items);
		atoms->capacity = capacity;
	}
	atoms->items[atoms->count++] = atom;
}

static bool is_control(uint32_t c)
{
	return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029;
}

/* Blanks folded, controls made blanks, soft hyphens left out; valid UTF-8. */
static char *clean(struct easel *easel, struct atoms *atoms, const char *text)
{
	struct text out = text_make(easel->arena);
	uint32_t c;

	while ((c = utf8_next(&text)) != 0) {
		if (c == SOFT_HYPHEN)
			continue;
		if (out.length >= LABEL_BYTES_MAX) {
			atoms->cut = true;
			break;
		}
		text_add_utf8(&out, is_control(c) ? ' ' : c);
	}
	return text_fold_space(easel->arena, out.bytes);
}

static bool inside_character(char byte)
{
	return ((unsigned char)byte & 0xC0) == 0x80;
}

/* The end of the piece that begins at `from`. */
static size_t piece_end(const char *text, size_t length, const unsigned char *breaks, size_t from)
{
	size_t end = from;

	while (end < length && text[end] != ' ') {
		end++;
		if (inside_character(text[end]))
			continue;
		if (breaks[end - 1] != TYPE_BREAK_NONE || end - from >= ATOM_BYTES_MAX)
			break;
	}
	return end;
}

void atoms_add(struct easel *easel, struct atoms *atoms, enum type_variant variant,
	       const char *text)
{
	bool space = true; /* also before the first: labels follow one another in an element */
	unsigned char *breaks;
	size_t length, end;

	text = clean(easel, atoms, text);
	length = strlen(text);
	breaks = arena_alloc(easel->arena, length);
	type_find_breaks(text, length, "it", breaks);
	for (size_t from = 0; from < length; from = end) {
		if (text[from] == ' ') {
			space = true;
			end = from + 1;
			continue;
		}
		end = piece_end(text, length, breaks, from);
		push(easel, atoms, (struct atom){ text + from, end - from, variant, space });
		space = false;
	}
}

/* ---- parts of a piece ------------------------------------------------- */

static bool is_letter(char byte)
{
	return isalpha((unsigned char)byte) || (unsigned char)byte >= 0x80 || byte == '\'';
}

/* Where the letters of a piece begin and end, without its punctuation. */
static size_t trim(const struct atom *atom, size_t *end)
{
	size_t from = 0;

	*end = atom->length;
	while (from < *end && !is_letter(atom->text[from]))
		from++;
	while (*end > from && !is_letter(atom->text[*end - 1]))
		--*end;
	return from;
}

static double head_width(struct easel *easel, const struct atom *atom, size_t bytes, double size)
{
	char *head = arena_printf(easel->arena, "%.*s-", (int)bytes, atom->text);

	return (double)type_shape(easel->type, atom->variant, head, strlen(head))->total * size /
	       1000;
}

#define PLACES_MAX 64

struct head atom_hyphenate(struct easel *easel, const struct atom *atom, double size, double width)
{
	uint16_t places[PLACES_MAX];
	size_t end, from = trim(atom, &end);
	size_t count = type_hyphenate(easel->type, atom->text + from, end - from, "it", places,
				      PLACES_MAX);

	while (count-- > 0) {
		size_t bytes = from + places[count];

		if (head_width(easel, atom, bytes, size) <= width)
			return (struct head){ bytes, true };
	}
	return (struct head){ 0, false };
}

/* The glyphs of a shaped piece, in order, while they fit. */
struct head atom_chop(struct easel *easel, const struct atom *atom, double size, double width)
{
	const struct type_run *run =
		type_shape(easel->type, atom->variant, atom->text, atom->length);
	double at = 0;
	size_t before = 0, fits = 0;

	for (; run != NULL; before += run->length, run = run->next) {
		for (size_t i = 0; i < run->glyph_count; i++) {
			size_t start = before + run->glyphs[i].from;

			if (run->glyphs[i].bytes > 0 && start > fits && at <= width)
				fits = start;
			at += (double)run->glyphs[i].advance * size / 1000;
		}
	}
	if (fits == 0) {
		const char *next = atom->text;

		utf8_next(&next);
		fits = (size_t)(next - atom->text);
	}
	return (struct head){ fits < atom->length ? fits : atom->length, false };
}
