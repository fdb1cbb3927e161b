/* passage.c - the flattened text of a paragraph and the looks of its parts. */
#include "text_private.h"

#include <math.h>
#include <string.h>

#define SIZE_MIN       1.0 /* pt */
#define SIZE_MAX_PT    500.0
#define SMALL_CAPITALS 0.8 /* of the size */

struct look look_of(const struct document_character *character)
{
	struct look look = { .size = character->size_pt,
			     .colour = character->colour,
			     .underline = character->underline };

	look.variant = character->bold ? (character->italic ? TYPE_BOLD_ITALIC : TYPE_BOLD)
				       : (character->italic ? TYPE_ITALIC : TYPE_REGULAR);
	if (!(look.size >= SIZE_MIN))
		look.size = SIZE_MIN;
	if (look.size > SIZE_MAX_PT)
		look.size = SIZE_MAX_PT;
	if (look.colour == DOCUMENT_NO_COLOUR)
		look.colour = 0;
	return look;
}

struct passage passage_make(const struct setting *setting, const char *language)
{
	return (struct passage){ .layout = setting->layout,
				 .arena = setting->arena,
				 .text = text_make(setting->arena),
				 .language = language };
}

int passage_add_mark(struct passage *passage, struct mark mark)
{
	if (passage->mark_count == passage->mark_capacity) {
		int capacity = passage->mark_capacity ? passage->mark_capacity * 2 : 4;

		passage->marks = arena_grow(passage->arena, passage->marks,
					    (size_t)passage->mark_capacity * sizeof(mark),
					    (size_t)capacity * sizeof(mark));
		passage->mark_capacity = capacity;
	}
	passage->marks[passage->mark_count] = mark;
	return passage->mark_count++;
}

static bool same_look(const struct span *a, const struct span *b)
{
	return a->mark == b->mark && a->signal == NULL && b->signal == NULL && a->late == NULL &&
	       b->late == NULL && a->look.variant == b->look.variant &&
	       a->look.size == b->look.size && a->look.colour == b->look.colour &&
	       a->look.underline == b->look.underline;
}

/* What is added from now on has this look. */
static void begin_span(struct passage *passage, const struct span *look)
{
	struct span *last = passage->span_count ? &passage->spans[passage->span_count - 1] : NULL;

	if (last != NULL && same_look(last, look))
		return;
	if (passage->span_count == passage->span_capacity) {
		size_t capacity = passage->span_capacity ? passage->span_capacity * 2 : 4;

		passage->spans = arena_grow(passage->arena, passage->spans,
					    passage->span_capacity * sizeof(*look),
					    capacity * sizeof(*look));
		passage->span_capacity = capacity;
	}
	passage->spans[passage->span_count] = *look;
	passage->spans[passage->span_count++].start = passage->text.length;
}

/* Characters without shape that would only disturb shaping. */
static bool is_dropped(uint32_t c)
{
	return c == 0xAD || c == 0xFEFF || (c >= 0x200C && c <= 0x200F) ||
	       (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2069) || c == 0xFFFE ||
	       c == 0xFFFF;
}

static bool is_blank(uint32_t c)
{
	return c <= ' ' || (c >= 0x7F && c < 0xA0) || c == 0x200B || c == 0x2028 || c == 0x2029;
}

static void add_blank(struct passage *passage)
{
	const struct text *text = &passage->text;

	if (text->length > 0 && (unsigned char)text->bytes[text->length - 1] > ' ')
		text_add_char(&passage->text, ' ');
}

static void add_plain(struct passage *passage, const struct span *look, const char *text)
{
	uint32_t c;

	begin_span(passage, look);
	while ((c = utf8_next(&text)) != 0) {
		if (is_blank(c))
			add_blank(passage);
		else if (!is_dropped(c))
			text_add_utf8(&passage->text, c);
	}
}

/* Small capitals: lower-case letters become smaller upper-case ones. */
static void add_small_capitals(struct passage *passage, const struct span *look, const char *text)
{
	struct span small = *look;

	small.look.size *= SMALL_CAPITALS;
	while (*text != '\0') {
		const char *end = text;
		char bytes[8] = { 0 }, *upper;

		utf8_next(&end);
		if ((size_t)(end - text) >= sizeof(bytes))
			end = text + sizeof(bytes) - 1;
		memcpy(bytes, text, (size_t)(end - text));
		upper = text_upper(passage->arena, bytes);
		add_plain(passage, strcmp(upper, bytes) == 0 ? look : &small, upper);
		text = end;
	}
}

void passage_add(struct passage *passage, const struct span *look, const char *text)
{
	add_plain(passage, look, text);
}

void passage_add_capitals(struct passage *passage, const struct span *look, const char *text)
{
	add_small_capitals(passage, look, text);
}

void passage_trim(struct passage *passage)
{
	struct text *text = &passage->text;

	if (text->length == 0 || text->bytes[text->length - 1] != ' ')
		return;
	text->bytes[--text->length] = '\0';
	for (size_t i = passage->span_count; i > 0 && passage->spans[i - 1].start > text->length;
	     i--)
		passage->spans[i - 1].start = text->length;
}

void passage_add_control(struct passage *passage, const struct span *look, char control)
{
	passage_trim(passage);
	begin_span(passage, look);
	text_add_char(&passage->text, control);
}

double passage_width(const struct setting *setting, const struct look *look, const char *text)
{
	struct passage passage = passage_make(setting, NULL);
	struct span span = { .look = *look, .mark = -1 };
	double width = 0;

	passage_add(&passage, &span, text);
	passage_shape(&passage);
	for (size_t i = 0; i < passage.atom_count; i++)
		width += (double)(passage.atoms[i].width + passage.atoms[i].blank);
	return width;
}

const struct span *passage_span_at(const struct passage *passage, size_t byte)
{
	size_t low = 0, high = passage->span_count;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (passage->spans[middle].start <= byte)
			low = middle;
		else
			high = middle;
	}
	return &passage->spans[low];
}

size_t passage_span_end(const struct passage *passage, const struct span *span)
{
	size_t index = (size_t)(span - passage->spans);

	return index + 1 < passage->span_count ? passage->spans[index + 1].start
					       : passage->text.length;
}
