/* Texts with braces: "{codice} - {titolo|maiuscolo}", {{ for a brace. */
#include "reader.h"

#include <string.h>

#define PARTS_MAX 1000 /* of one text */

/* ---- expressions -------------------------------------------------------------- */

static bool parse_argument(struct parser *parser, struct expression *out)
{
	bool sums = out->kind == EXPRESSION_SUM;

	if (!parser_take(parser, '(')) {
		parser_error(parser, "parentesi", "dopo %s serve ( )", sums ? "somma" : "conta");
		return false;
	}
	out->path = parse_path(parser);
	if (out->path == NULL)
		return false;
	if (!parser_take(parser, ')'))
		parser_error(parser, "parentesi", "manca la ) che chiude %s(",
			     sums ? "somma" : "conta");
	if (sums && !format_suits(FORMAT_NUMBER, out->path->type.field))
		parser_error(parser, "somma", "«%s» non è un numero: somma(elenco.campo)",
			     out->path->source);
	if (!sums && out->path->type.class == NULL)
		parser_error(parser, "conta", "«%s» non è un elenco", out->path->source);
	return !parser->failed;
}

static bool parse_running(struct parser *parser, struct expression *out)
{
	const char *level;

	if (!parser_take(parser, '('))
		return false;
	level = parser_number(parser);
	if (level == NULL || strlen(level) != 1 || level[0] < '1' || level[0] > '6' ||
	    !parser_take(parser, ')')) {
		parser_error(parser, "corrente", "si scrive corrente(1): il livello del titolo");
		return false;
	}
	out->level = level[0] - '0';
	return true;
}

static bool is_function(struct parser *parser, const char *name)
{
	const char *next = parser_peek_name(parser);
	size_t length = strlen(name);

	return next != NULL && strcmp(next, name) == 0 &&
	       parser->at[length + strspn(parser->at + length, " ")] == '(';
}

static bool parse_special(struct parser *parser, struct expression *out)
{
	static const struct {
		const char *name;
		enum expression_kind kind;
	} functions[] = { { "conta", EXPRESSION_COUNT },
			  { "somma", EXPRESSION_SUM },
			  { "corrente", EXPRESSION_RUNNING } };

	for (size_t i = 0; i < 3; i++) {
		if (!is_function(parser, functions[i].name))
			continue;
		parser_name(parser);
		out->kind = functions[i].kind;
		if (out->kind == EXPRESSION_RUNNING)
			parse_running(parser, out);
		else
			parse_argument(parser, out);
		return true;
	}
	return false;
}

/* n, pagina and pagine count only where no field has that name. */
static bool is_field_here(const struct parser *parser, const char *name)
{
	for (const struct scope *scope = parser->context->scope; scope != NULL;
	     scope = scope->outer)
		if (scope->class != NULL && model_field_find(scope->class, name) != NULL)
			return true;
	return false;
}

static bool parse_word(struct parser *parser, struct expression *out)
{
	const char *name = parser_peek_name(parser);
	const struct scope *turning = scope_turning(parser->context);

	if (name == NULL || is_field_here(parser, name))
		return false;
	if (strcmp(name, "n") == 0 && turning != NULL) {
		out->kind = EXPRESSION_POSITION;
		out->slot = turning->slot;
	} else if (strcmp(name, "pagina") == 0) {
		out->kind = EXPRESSION_PAGE;
	} else if (strcmp(name, "pagine") == 0) {
		out->kind = EXPRESSION_PAGES;
	} else {
		return false;
	}
	parser_name(parser);
	return true;
}

/* anno-1, anno+2: the year around, moved by up to two digits. */
static bool parse_year(struct parser *parser, struct expression *out)
{
	struct parser year;
	size_t digits;

	parser_skip_blanks(parser);
	if (strncmp(parser->at, "anno-", 5) != 0 && strncmp(parser->at, "anno+", 5) != 0)
		return false;
	digits = strspn(parser->at + 5, "0123456789");
	if (digits == 0 || digits > 2)
		return false;

	year = *parser;
	year.at = "anno";
	out->kind = EXPRESSION_YEAR;
	out->path = parse_path(&year);
	parser->failed = year.failed;
	for (size_t i = 0; i < digits; i++)
		out->offset = out->offset * 10 + (parser->at[5 + i] - '0');
	if (parser->at[4] == '-')
		out->offset = -out->offset;
	parser->at += 5 + digits;
	return true;
}

bool parse_expression(struct parser *parser, struct expression *out)
{
	if (parse_special(parser, out) || parse_year(parser, out) || parse_word(parser, out)) {
		if (out->kind >= EXPRESSION_PAGE && !parser->context->running_head)
			parser_error(
				parser, "solo-testa-pie",
				"pagina, pagine e corrente(1) valgono solo in <testa> e <pie>");
		return !parser->failed;
	}
	out->kind = EXPRESSION_PATH;
	out->path = parse_path(parser);
	return out->path != NULL;
}

struct type expression_type(const struct expression *expression)
{
	switch (expression->kind) {
	case EXPRESSION_PATH: return expression->path->shown;
	case EXPRESSION_YEAR: return (struct type){ .field = MODEL_FIELD_INTEGER };
	case EXPRESSION_SUM: return (struct type){ .field = MODEL_FIELD_FIGURE };
	default: return (struct type){ .field = MODEL_FIELD_COUNT };
	}
}

/* ---- formats ---------------------------------------------------------------------- */

void read_format(struct parser *parser, struct type type, const char *text,
		 struct formatting *format)
{
	const char *nearest;
	enum format_kind before = format->kind;

	if (!format_read(format, text, &nearest)) {
		parser_error(parser, "formato",
			     "«%s» non è un formato%s (numero:2 percento:2 euro:0 valore:2 segno:2 "
			     "data data-lunga si-no maiuscolo se-manca:…)",
			     text, reader_perhaps(parser->reader, nearest));
		return;
	}
	if (format->kind != before && !format_suits(format->kind, type.field))
		parser_error(parser, "formato-tipo", "il formato «%s» non va bene per questo campo",
			     text);
}

/* ---- parts --------------------------------------------------------------------------- */

struct builder {
	struct reader *reader;
	const struct context *context;
	const struct element *element;
	const char *attribute;
	struct pattern *pattern;
	size_t capacity;
	struct text literal;
};

static struct part *add_part(struct builder *builder)
{
	struct pattern *pattern = builder->pattern;

	if (pattern->count == builder->capacity) {
		size_t size = sizeof(*pattern->parts);
		size_t more = builder->capacity == 0 ? 4 : builder->capacity * 2;

		pattern->parts = arena_grow(builder->reader->arena, pattern->parts,
					    builder->capacity * size, more * size);
		builder->capacity = more;
	}
	pattern->parts[pattern->count] = (struct part){ .literal = NULL };
	pattern->parts[pattern->count].format.decimals = FORMAT_DECIMALS_DEFAULT;
	return &pattern->parts[pattern->count++];
}

static void flush_literal(struct builder *builder)
{
	if (builder->literal.length == 0)
		return;
	add_part(builder)->literal = arena_strdup(builder->reader->arena, builder->literal.bytes);
	text_clear(&builder->literal);
}

/* Where an expression ends: at its "}" outside quotes, or NULL. */
static const char *find_end(const char *at)
{
	char quote = '\0';

	for (; *at != '\0'; at++) {
		if (quote != '\0')
			quote = *at == quote ? '\0' : quote;
		else if (*at == '\'')
			quote = *at;
		else if (*at == '}')
			return at;
	}
	return NULL;
}

/* Formats stand after bars; a bar in quotes or brackets is not one. */
static size_t expression_length(const char *text)
{
	char quote = '\0';
	size_t i = 0;

	for (; text[i] != '\0'; i++) {
		if (quote != '\0')
			quote = text[i] == quote ? '\0' : quote;
		else if (text[i] == '\'')
			quote = text[i];
		else if (text[i] == '|')
			break;
	}
	return i;
}

static void parse_formats(struct parser *parser, struct part *part, const char *formats)
{
	struct arena *arena = parser->reader->arena;

	while (*formats == '|' && !parser->failed) {
		size_t length = strcspn(formats + 1, "|");
		const char *one = arena_strndup(arena, formats + 1, length);

		/* What stands for nothing may have blanks of its own. */
		if (!text_starts(one, "se-manca:"))
			one = text_fold_space(arena, one);
		read_format(parser, expression_type(&part->expression), one, &part->format);
		formats += 1 + length;
	}
}

static void parse_braces(struct builder *builder, const char *inside_text)
{
	struct arena *arena = builder->reader->arena;
	size_t length = expression_length(inside_text);
	struct parser parser = parser_make(builder->reader, builder->context, builder->element,
					   builder->attribute, inside_text);
	struct part part = { .format.decimals = FORMAT_DECIMALS_DEFAULT };

	parser.at = arena_strndup(arena, inside_text, length);
	if (!parse_expression(&parser, &part.expression))
		return;
	parser_skip_blanks(&parser);
	if (*parser.at != '\0')
		parser_error(&parser, "espressione", "«%s» è di troppo", parser.at);
	if (part.expression.kind == EXPRESSION_PATH && !parser.failed)
		path_add_face(&parser, part.expression.path);
	parse_formats(&parser, &part, inside_text + length);
	if (!parser.failed)
		*add_part(builder) = part;
}

/* {@x}, with formats or without: the parameter's text as it is. */
static bool put_parameter(struct builder *builder, const char *inside_text)
{
	const struct parameter *parameter;
	size_t length = strcspn(inside_text, "|");

	if (inside_text[0] != '@')
		return false;
	parameter = reader_parameter(builder->context, inside_text + 1, length - 1);
	if (parameter == NULL)
		reader_error(builder->reader, builder->element, "parametro-ignoto",
			     "qui non c’è un parametro «%s»", inside_text + 1);
	else if (strcmp(inside_text + length, "|maiuscolo") == 0)
		text_add(&builder->literal, text_upper(builder->reader->arena, parameter->value));
	else
		text_add(&builder->literal, parameter->value);
	return true;
}

static const char *take_braces(struct builder *builder, const char *at)
{
	const char *end = find_end(at + 1);
	const char *inside_text;

	if (end == NULL) {
		reader_error(builder->reader, builder->element, "graffa",
			     "manca la } che chiude «%.40s»: per una graffa nel testo si scrive {{",
			     at);
		return at + strlen(at);
	}
	inside_text = arena_strndup(builder->reader->arena, at + 1, (size_t)(end - at - 1));
	if (put_parameter(builder, inside_text))
		return end + 1;
	flush_literal(builder);
	if (builder->pattern->count < PARTS_MAX)
		parse_braces(builder, inside_text);
	return end + 1;
}

struct pattern *make_literal(struct reader *reader, const char *text)
{
	struct pattern *pattern = arena_new(reader->arena, struct pattern);

	pattern->parts = arena_new(reader->arena, struct part);
	pattern->parts->literal = text;
	pattern->count = 1;
	return pattern;
}

struct pattern *make_pattern(struct reader *reader, const struct context *context,
			     const struct element *element, const char *attribute, const char *text)
{
	struct builder builder = {
		.reader = reader, .context = context, .element = element, .attribute = attribute
	};

	if (reader->rich || strpbrk(text, "{}") == NULL)
		return make_literal(reader, text);
	builder.pattern = arena_new(reader->arena, struct pattern);
	builder.literal = text_make(reader->arena);
	for (const char *at = text; *at != '\0';) {
		if (at[0] == '{' && at[1] == '{') {
			text_add_char(&builder.literal, '{');
			at += 2;
		} else if (at[0] == '}' && at[1] == '}') {
			text_add_char(&builder.literal, '}');
			at += 2;
		} else if (at[0] == '{') {
			at = take_braces(&builder, at);
		} else {
			text_add_char(&builder.literal, *at++);
		}
	}
	flush_literal(&builder);
	return builder.pattern;
}

struct pattern *read_pattern(struct reader *reader, const struct context *context,
			     const struct element *element, const char *name)
{
	const char *text = element_attribute(element, name);

	return text != NULL ? make_pattern(reader, context, element, name, text) : NULL;
}
