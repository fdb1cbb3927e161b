/* token.c - PDF split into words. Source: ISO 32000-1 7.2 and 7.3. */
#include "token.h"

#include "base/text.h"

#include <stdlib.h>
#include <string.h>

bool token_blank(char byte)
{
	return byte == '\0' || byte == '\t' || byte == '\n' || byte == '\f' || byte == '\r' ||
	       byte == ' ';
}

static bool delimits(char byte)
{
	return byte != '\0' && strchr("()<>[]{}/%", byte) != NULL;
}

static bool regular(char byte)
{
	return !token_blank(byte) && !delimits(byte);
}

static int digit(char byte)
{
	if (byte >= '0' && byte <= '9')
		return byte - '0';
	if (byte >= 'a' && byte <= 'f')
		return byte - 'a' + 10;
	if (byte >= 'A' && byte <= 'F')
		return byte - 'A' + 10;
	return -1;
}

/* The byte `ahead` of the place; NUL past the end. */
static char peek(const struct tokenizer *t, size_t ahead)
{
	return t->at + ahead < t->input.length ? t->input.data[t->at + ahead] : '\0';
}

static bool more(const struct tokenizer *t)
{
	return t->at < t->input.length;
}

static void skip_blanks(struct tokenizer *t)
{
	while (more(t)) {
		if (peek(t, 0) == '%')
			while (more(t) && peek(t, 0) != '\n' && peek(t, 0) != '\r')
				t->at++;
		else if (token_blank(peek(t, 0)))
			t->at++;
		else
			return;
	}
}

static struct token finished(const struct text *text, enum token_kind kind)
{
	return (struct token){ .kind = kind, .text = { text->bytes, text->length } };
}

static struct token read_name(struct tokenizer *t)
{
	struct text out = text_make(t->arena);

	t->at++;
	while (more(t) && regular(peek(t, 0))) {
		int high = digit(peek(t, 1)), low = high < 0 ? -1 : digit(peek(t, 2));

		if (peek(t, 0) == '#' && low >= 0) {
			text_add_char(&out, (char)(high << 4 | low));
			t->at += 3;
		} else {
			text_add_char(&out, peek(t, 0));
			t->at++;
		}
	}
	return finished(&out, TOKEN_NAME);
}

/* Up to three octal digits. */
static char octal(struct tokenizer *t)
{
	int value = 0;

	for (int i = 0; i < 3 && peek(t, 0) >= '0' && peek(t, 0) <= '7' && more(t); i++)
		value = value << 3 | (t->input.data[t->at++] - '0');
	return (char)value;
}

/* What follows a backslash. */
static void escaped(struct tokenizer *t, struct text *out)
{
	static const char from[] = "nrtbf", to[] = "\n\r\t\b\f";
	char byte = peek(t, 0);
	const char *known = byte != '\0' ? strchr(from, byte) : NULL;

	if (byte >= '0' && byte <= '7') {
		text_add_char(out, octal(t));
		return;
	}
	t->at++;
	if (byte == '\r' && peek(t, 0) == '\n')
		t->at++; /* a line end is not part of the string */
	else if (byte != '\n' && byte != '\r')
		text_add_char(out, known != NULL ? to[known - from] : byte);
}

static struct token read_string(struct tokenizer *t)
{
	struct text out = text_make(t->arena);
	int depth = 1;

	t->at++;
	while (more(t)) {
		char byte = t->input.data[t->at++];

		if (byte == '\\') {
			escaped(t, &out);
			continue;
		}
		depth += byte == '(' ? 1 : byte == ')' ? -1 : 0;
		if (depth == 0)
			return finished(&out, TOKEN_STRING);
		text_add_char(&out, byte);
	}
	return finished(&out, TOKEN_FAULT);
}

static struct token read_hex(struct tokenizer *t)
{
	struct text out = text_make(t->arena);
	int half = -1;

	t->at++;
	while (more(t)) {
		char byte = t->input.data[t->at++];
		int value = digit(byte);

		if (byte == '>') {
			if (half >= 0)
				text_add_char(&out, (char)(half << 4));
			return finished(&out, TOKEN_STRING);
		}
		if (value < 0)
			continue;
		if (half >= 0)
			text_add_char(&out, (char)(half << 4 | value));
		half = half >= 0 ? -1 : value;
	}
	return finished(&out, TOKEN_FAULT);
}

/* Source: ISO 32000-1 7.3.3: no exponent. */
static bool number_of(const char *word, struct token *token)
{
	const char *at = word + (*word == '+' || *word == '-');
	size_t whole = strspn(at, "0123456789"), part = 0;

	at += whole;
	token->whole = *at != '.';
	if (*at == '.')
		part = strspn(++at, "0123456789");
	if (whole + part == 0 || at[part] != '\0')
		return false;
	token->kind = TOKEN_NUMBER;
	token->number = 0;
	for (at = word; *at != '\0' && *at != '.'; at++)
		if (digit(*at) >= 0)
			token->number = token->number * 10 + digit(*at);
	for (double unit = .1; *at != '\0' && *++at != '\0'; unit /= 10)
		token->number += digit(*at) * unit;
	if (*word == '-')
		token->number = -token->number;
	return true;
}

static struct token read_word(struct tokenizer *t)
{
	struct text out = text_make(t->arena);
	struct token token;

	while (more(t) && regular(peek(t, 0)))
		text_add_char(&out, t->input.data[t->at++]);
	token = finished(&out, TOKEN_KEYWORD);
	number_of(out.bytes, &token);
	return token;
}

static struct token read_sign(struct tokenizer *t)
{
	char byte = t->input.data[t->at++];

	if (byte == '[')
		return (struct token){ .kind = TOKEN_OPEN };
	if (byte == ']')
		return (struct token){ .kind = TOKEN_CLOSE };
	if ((byte == '<' || byte == '>') && peek(t, 0) == byte) {
		t->at++;
		return (struct token){ .kind = byte == '<' ? TOKEN_DICT : TOKEN_DICT_END };
	}
	return (struct token){ .kind = TOKEN_FAULT };
}

struct token token_next(struct tokenizer *t)
{
	struct token token;
	size_t start;

	skip_blanks(t);
	start = t->at;
	if (!more(t))
		token = (struct token){ .kind = TOKEN_END };
	else if (peek(t, 0) == '/')
		token = read_name(t);
	else if (peek(t, 0) == '(')
		token = read_string(t);
	else if (peek(t, 0) == '<' && peek(t, 1) != '<')
		token = read_hex(t);
	else if (regular(peek(t, 0)))
		token = read_word(t);
	else
		token = read_sign(t);
	if (token.text.data == NULL)
		token.text.data = "";
	token.start = start;
	token.after = t->at;
	return token;
}

bool token_is(const struct token *token, const char *keyword)
{
	return token->kind == TOKEN_KEYWORD && strcmp(token->text.data, keyword) == 0;
}
