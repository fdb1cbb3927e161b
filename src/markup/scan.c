/* scan.c - where things stand in a source: tags, texts, comments, by byte,
 * line and column.
 *
 * libxml2 tells what it read but not exactly where. This walks the same
 * bytes in step with it. It need not understand XML that is not well-formed:
 * libxml2 refuses that before its place is asked for.
 */
#include "markup_private.h"

#include <string.h>

struct scanner scan_make(struct bytes source, size_t from)
{
	struct scanner scanner = { .source = source, .at = from, .line = 1, .column = 1 };

	return scanner;
}

/* Moves on to byte `to`, counting lines and characters. */
static void move_to(struct scanner *scanner, size_t to)
{
	const unsigned char *data = (const unsigned char *)scanner->source.data;

	for (; scanner->at < to; scanner->at++) {
		if (data[scanner->at] == '\n') {
			scanner->line++;
			scanner->column = 1;
		} else if ((data[scanner->at] & 0xC0) != 0x80) {
			scanner->column++;
		}
	}
}

struct place scan_place(const struct scanner *scanner, const char *file, size_t byte)
{
	struct scanner walk = *scanner;

	if (byte > walk.source.length)
		byte = walk.source.length;
	move_to(&walk, byte);
	return (struct place){ .file = file, .line = walk.line, .column = walk.column };
}

static bool looking_at(const struct scanner *scanner, const char *word)
{
	size_t length = strlen(word), left = scanner->source.length - scanner->at;

	return length <= left && memcmp(scanner->source.data + scanner->at, word, length) == 0;
}

/* The byte past the next `word`, or the end of the source. */
static size_t past(const struct scanner *scanner, size_t from, const char *word)
{
	const char *data = scanner->source.data, *end = data + scanner->source.length;
	size_t length = strlen(word);
	const char *at = from < scanner->source.length ? data + from : end;

	while ((at = memchr(at, word[0], (size_t)(end - at))) != NULL) {
		if ((size_t)(end - at) >= length && memcmp(at, word, length) == 0)
			return (size_t)(at - data) + length;
		at++;
	}
	return scanner->source.length;
}

/* A start tag ends at the first ">" outside quotes. */
static size_t past_tag(const struct scanner *scanner, struct token *token)
{
	const char *data = scanner->source.data;
	size_t at, length = scanner->source.length;
	char quote = '\0';

	for (at = scanner->at; at < length; at++) {
		if (quote != '\0') {
			quote = data[at] == quote ? '\0' : quote;
		} else if (data[at] == '"' || data[at] == '\'') {
			quote = data[at];
			token->values++;
		} else if (data[at] == '>') {
			token->whole = true;
			if (data[at - 1] == '/')
				token->kind = TOKEN_EMPTY;
			return at + 1;
		}
	}
	return length;
}

/* What begins with "<", by its first characters; a start tag is what is left. */
static const struct {
	const char *opening, *closing;
	enum token_kind kind;
} tokens[] = {
	{ "<!--", "-->", TOKEN_COMMENT },   { "<?", "?>", TOKEN_INSTRUCTION },
	{ "<![CDATA[", "]]>", TOKEN_DATA }, { "</", ">", TOKEN_CLOSE },
	{ "<!", ">", TOKEN_DOCTYPE },
};

static size_t scan_markup(const struct scanner *scanner, struct token *token)
{
	size_t i;

	for (i = 0; i < sizeof tokens / sizeof tokens[0]; i++) {
		if (!looking_at(scanner, tokens[i].opening))
			continue;
		token->kind = tokens[i].kind;
		return past(scanner, scanner->at + strlen(tokens[i].opening), tokens[i].closing);
	}
	token->kind = TOKEN_OPEN;
	return past_tag(scanner, token);
}

bool scan_next(struct scanner *scanner, struct token *token)
{
	const char *open;

	*token = (struct token){ .kind = TOKEN_TEXT,
				 .start = scanner->at,
				 .line = scanner->line,
				 .column = scanner->column };
	if (scanner->at >= scanner->source.length)
		return false;
	if (scanner->source.data[scanner->at] == '<') {
		token->end = scan_markup(scanner, token);
	} else {
		open = memchr(scanner->source.data + scanner->at, '<',
			      scanner->source.length - scanner->at);
		token->end = open != NULL ? (size_t)(open - scanner->source.data)
					  : scanner->source.length;
	}
	move_to(scanner, token->end);
	return true;
}

static bool is_blank(char byte)
{
	return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

size_t scan_attribute(const struct scanner *scanner, const char *name)
{
	const char *data = scanner->source.data;
	size_t at, length = strlen(name), end = scanner->source.length;
	char quote = '\0';

	for (at = scanner->at + 1; at + length < end && data[at] != '\0'; at++) {
		if (quote != '\0') {
			quote = data[at] == quote ? '\0' : quote;
		} else if (data[at] == '"' || data[at] == '\'') {
			quote = data[at];
		} else if (data[at] == '>') {
			break;
		} else if (is_blank(data[at - 1]) && memcmp(data + at, name, length) == 0 &&
			   (is_blank(data[at + length]) || data[at + length] == '=')) {
			return at;
		}
	}
	return scanner->at;
}
