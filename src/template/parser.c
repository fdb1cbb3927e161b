/* What all expressions are made of: names, numbers, quoted texts. */
#include "reader.h"

#include <string.h>

struct parser parser_make(struct reader *reader, const struct context *context,
			  const struct element *element, const char *attribute, const char *source)
{
	return (struct parser){ .reader = reader,
				.context = context,
				.element = element,
				.attribute = attribute,
				.source = source,
				.at = source };
}

void parser_error(struct parser *parser, const char *code, const char *format, ...)
{
	struct arena *arena = parser->reader->arena;
	const char *text;
	va_list args;

	if (parser->failed)
		return;
	parser->failed = true;
	va_start(args, format);
	text = arena_vprintf(arena, format, args);
	va_end(args);
	if (parser->attribute != NULL)
		reader_error(parser->reader, parser->element, code, "in %s=\"%s\" di <%s>: %s",
			     parser->attribute, parser->source,
			     parser->element->name != NULL ? parser->element->name : "", text);
	else
		reader_error(parser->reader, parser->element, code, "in {%s}: %s", parser->source,
			     text);
}

void parser_skip_blanks(struct parser *parser)
{
	while (*parser->at == ' ' || *parser->at == '\n' || *parser->at == '\t' ||
	       *parser->at == '\r')
		parser->at++;
}

bool parser_take(struct parser *parser, char c)
{
	parser_skip_blanks(parser);
	if (*parser->at != c)
		return false;
	parser->at++;
	return true;
}

static bool begins_name(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c & 0x80) != 0;
}

static size_t name_length(const char *at)
{
	size_t length = 0;

	if (!begins_name(*at))
		return 0;
	while (begins_name(at[length]) || (at[length] >= '0' && at[length] <= '9') ||
	       at[length] == '-')
		length++;
	return length;
}

const char *parser_peek_name(struct parser *parser)
{
	size_t length;

	parser_skip_blanks(parser);
	length = name_length(parser->at);
	return length > 0 ? arena_strndup(parser->reader->arena, parser->at, length) : NULL;
}

const char *parser_name(struct parser *parser)
{
	const char *name = parser_peek_name(parser);

	if (name != NULL)
		parser->at += strlen(name);
	return name;
}

const char *parser_quoted(struct parser *parser)
{
	const char *start, *end;
	char quote;

	parser_skip_blanks(parser);
	quote = *parser->at;
	if (quote != '\'' && quote != '"')
		return NULL;
	start = parser->at + 1;
	end = strchr(start, quote);
	if (end == NULL) {
		parser_error(parser, "espressione", "manca la virgoletta che chiude %c%s", quote,
			     start);
		return NULL;
	}
	parser->at = end + 1;
	return arena_strndup(parser->reader->arena, start, (size_t)(end - start));
}

const char *parser_number(struct parser *parser)
{
	size_t length = 0;

	parser_skip_blanks(parser);
	if (parser->at[length] == '-')
		length++;
	if (parser->at[length] < '0' || parser->at[length] > '9')
		return NULL;
	/* Dashes too: a date is read the same way. */
	length += strspn(parser->at + length, "0123456789.-");
	parser->at += length;
	return arena_strndup(parser->reader->arena, parser->at - length, length);
}
