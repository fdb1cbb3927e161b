/* bytes.c - the file as bytes: its first and last lines, each stream's ends.
 *
 * Source: ISO 19005-2 6.1.2, 6.1.3, 6.1.7.1, 6.1.13.
 */
#include "conform_private.h"

#include <string.h>

#define OBJECTS_MAX 8388607

static void check_header(struct conform *c)
{
	static const char header[] = "%PDF-1.7\n";
	const char *at = c->bytes.data + sizeof header - 1;

	if (c->bytes.length < 20 || memcmp(c->bytes.data, header, sizeof header - 1) != 0) {
		conform_breach(c, CONFORM_HEADER, 0);
		return;
	}
	if (*at != '%') {
		conform_breach(c, CONFORM_HEADER_COMMENT, 0);
		return;
	}
	for (int i = 1; i <= 4; i++)
		if (((unsigned char)at[i] & 0x80) == 0) {
			conform_breach(c, CONFORM_HEADER_COMMENT, 0);
			return;
		}
}

static void check_tail(struct conform *c)
{
	static const char tail[] = "%%EOF";
	size_t length = c->bytes.length;

	while (length > 0 &&
	       (c->bytes.data[length - 1] == '\n' || c->bytes.data[length - 1] == '\r'))
		length--;
	if (c->bytes.length - length > 2 || length < sizeof tail ||
	    memcmp(c->bytes.data + length - (sizeof tail - 1), tail, sizeof tail - 1) != 0)
		conform_breach(c, CONFORM_TRAILING, 0);
}

static void check_trailer(struct conform *c)
{
	const struct object *id = conform_get(c, c->trailer, "ID");
	const struct object *size = conform_get(c, c->trailer, "Size");

	if (id->kind != OBJECT_ARRAY || id->count != 2 ||
	    conform_item(c, id, 0)->string.length == 0)
		conform_breach(c, CONFORM_FILE_ID, 0);
	if (object_encrypted(c->file) || object_raw(c->trailer, "Encrypt")->kind != OBJECT_NULL)
		conform_breach(c, CONFORM_ENCRYPTED, 0);
	if (size->number > OBJECTS_MAX)
		conform_add(c, CONFORM_LIMIT_OBJECTS, 0, "%.0f", size->number);
}

/* ---- streams ------------------------------------------------------------ */

/* Walking through the file from object to object. */
struct scan {
	struct tokenizer words;
	double last[2];   /* the last two numbers       */
	int object;       /* the object in which we are */
	double length;    /* its /Length, -1: not seen  */
	bool length_next; /* the next number is it      */
};

static bool at(const struct scan *s, size_t place, const char *word)
{
	size_t length = strlen(word);

	return place + length <= s->words.input.length &&
	       memcmp(s->words.input.data + place, word, length) == 0;
}

/* Where the data begin: after CR LF or LF. */
static size_t data_start(const struct scan *s)
{
	if (at(s, s->words.at, "\r\n"))
		return s->words.at + 2;
	return s->words.at + (at(s, s->words.at, "\n") ? 1 : 0);
}

/* The line end that parts the data from "endstream"; 0: none. */
static size_t line_end(const struct scan *s, size_t place)
{
	return at(s, place, "\r\n") ? 2 : at(s, place, "\n") || at(s, place, "\r") ? 1 : 0;
}

static size_t find_end(const struct scan *s, size_t from)
{
	while (from < s->words.input.length && !at(s, from, "endstream"))
		from++;
	return from;
}

static void check_stream(struct conform *c, struct scan *s)
{
	size_t start = data_start(s), length = s->length >= 0 ? (size_t)s->length : 0;
	size_t end = start + length, gap;

	if (s->length < 0 || length > s->words.input.length) {
		conform_breach(c, CONFORM_STREAM_LENGTH, s->object);
		s->words.at = find_end(s, start);
		return;
	}
	gap = line_end(s, end);
	if (!at(s, end + gap, "endstream")) {
		conform_breach(c, CONFORM_STREAM_LENGTH, s->object);
		s->words.at = find_end(s, start);
		return;
	}
	/* Data that end in CR, followed by a bare LF, read as one line end. */
	if (gap == 0 || (gap == 1 && length > 0 && s->words.input.data[end - 1] == '\r'))
		conform_breach(c, CONFORM_STREAM_END, s->object);
	s->words.at = end + gap;
}

static void take_number(struct scan *s, const struct token *token)
{
	s->last[0] = s->last[1];
	s->last[1] = token->number;
	if (s->length_next)
		s->length = token->number;
	s->length_next = false;
}

static void take_word(struct conform *c, struct scan *s, const struct token *token)
{
	if (token_is(token, "obj")) {
		s->object = (int)s->last[0];
		s->length = -1;
	} else if (token_is(token, "stream")) {
		check_stream(c, s);
	}
}

static void check_streams(struct conform *c)
{
	struct scan s = { .words = { c->scratch, c->bytes, 0 }, .length = -1 };
	struct arena_mark mark = arena_mark(c->scratch);
	struct token token;

	while ((token = token_next(&s.words)).kind != TOKEN_END) {
		if (token.kind == TOKEN_NUMBER)
			take_number(&s, &token);
		else if (token.kind == TOKEN_KEYWORD)
			take_word(c, &s, &token);
		else if (token.kind == TOKEN_NAME)
			s.length_next = strcmp(token.text.data, "Length") == 0;
		arena_release(c->scratch, mark);
	}
}

void conform_bytes(struct conform *c)
{
	check_header(c);
	check_tail(c);
	check_trailer(c);
	check_streams(c);
}
