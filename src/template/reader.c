#include "reader.h"

#include <string.h>

/* ---- findings ------------------------------------------------------------- */

static void say_once(struct reader *reader, enum diag_level level, const struct element *element,
		     const char *code, const char *format, va_list args)
	__attribute__((format(printf, 5, 0)));

/* A block is read again at each use: its faults are said once. */
static void say_once(struct reader *reader, enum diag_level level, const struct element *element,
		     const char *code, const char *format, va_list args)
{
	const char *text = arena_vprintf(reader->arena, format, args);
	char *key = arena_printf(reader->arena, "%s:%d:%d:%s",
				 element->place.file != NULL ? element->place.file : "",
				 element->place.line, element->place.column, text);

	if (map_put(&reader->reported, key, reader) == NULL)
		diag_add(reader->diag, level, element->place, code, "%s", text);
}

void reader_error(struct reader *reader, const struct element *element, const char *code,
		  const char *format, ...)
{
	va_list args;

	va_start(args, format);
	say_once(reader, DIAG_ERROR, element, code, format, args);
	va_end(args);
}

void reader_warning(struct reader *reader, const struct element *element, const char *code,
		    const char *format, ...)
{
	va_list args;

	va_start(args, format);
	say_once(reader, DIAG_WARNING, element, code, format, args);
	va_end(args);
}

const char *reader_perhaps(struct reader *reader, const char *nearest)
{
	return nearest != NULL ? arena_printf(reader->arena, ": forse «%s»", nearest) : "";
}

void reader_missing(struct reader *reader, const struct element *element, const char *name,
		    const char *what)
{
	reader_error(reader, element, "attributo-mancante", "<%s> vuole %s=\"…\": %s",
		     element->name, name, what);
}

/* ---- parameters ------------------------------------------------------------ */

const struct parameter *reader_parameter(const struct context *context, const char *name,
					 size_t length)
{
	for (const struct parameter *p = context->parameters; p != NULL; p = p->next)
		if (strlen(p->name) == length && memcmp(p->name, name, length) == 0)
			return p;
	return NULL;
}

static const char *nearest_parameter(struct reader *reader, const struct context *context,
				     const char *name)
{
	const char *names[32];
	size_t count = 0;

	for (const struct parameter *p = context->parameters; p != NULL && count < 32; p = p->next)
		names[count++] = p->name;
	return reader_perhaps(reader, text_nearest(name, names, count));
}

/* Puts one {@name} in; returns the place after it. */
static const char *put_parameter(struct reader *reader, const struct context *context,
				 const struct element *element, struct text *out, const char *at)
{
	size_t length = strcspn(at + 2, "}|");
	const struct parameter *parameter;
	const char *name = arena_strndup(reader->arena, at + 2, length);

	if (at[2 + length] != '}') {
		text_add_n(out, at, 2);
		return at + 2;
	}
	parameter = reader_parameter(context, name, length);
	if (parameter == NULL)
		reader_error(reader, element, "parametro-ignoto", "qui non c’è un parametro «%s»%s",
			     name, nearest_parameter(reader, context, name));
	else
		text_add(out, parameter->value);
	return at + 3 + length;
}

const char *reader_attribute(struct reader *reader, const struct context *context,
			     const struct element *element, const char *name)
{
	const char *value = element_attribute(element, name);
	struct text out;

	if (value == NULL || reader->rich || strstr(value, "{@") == NULL)
		return value;
	out = text_make(reader->arena);
	for (const char *at = value; *at != '\0';) {
		if (at[0] == '{' && at[1] == '@')
			at = put_parameter(reader, context, element, &out, at);
		else
			text_add_char(&out, *at++);
	}
	return out.bytes;
}

/* ---- simple attributes ------------------------------------------------------ */

static const char *join_words(struct reader *reader, const char *const *words)
{
	struct text out = text_make(reader->arena);

	for (size_t i = 0; words[i] != NULL; i++) {
		if (i > 0)
			text_add(&out, words[i + 1] == NULL ? " o " : ", ");
		text_add(&out, words[i]);
	}
	return out.bytes;
}

int reader_word(struct reader *reader, const struct context *context, const struct element *element,
		const char *name, const char *const *words)
{
	const char *value = reader_attribute(reader, context, element, name);
	size_t count = 0;

	if (value == NULL)
		return -1;
	for (; words[count] != NULL; count++)
		if (strcmp(words[count], value) == 0)
			return (int)count;
	reader_error(reader, element, "attributo-valore",
		     "%s=\"%s\" di <%s> non va bene: serve %s%s", name, value, element->name,
		     join_words(reader, words),
		     reader_perhaps(reader, text_nearest(value, words, count)));
	return -1;
}

bool reader_yes_no(struct reader *reader, const struct context *context,
		   const struct element *element, const char *name, bool fallback)
{
	static const char *const words[] = { "no", "si", NULL };
	int index = reader_word(reader, context, element, name, words);

	return index < 0 ? fallback : index == 1;
}

int reader_integer(struct reader *reader, const struct context *context,
		   const struct element *element, const char *name, int minimum, int maximum,
		   int fallback)
{
	const char *value = reader_attribute(reader, context, element, name);
	int number = 0;
	size_t i = 0;

	if (value == NULL)
		return fallback;
	for (; value[i] >= '0' && value[i] <= '9' && i < 6; i++)
		number = number * 10 + (value[i] - '0');
	if (i > 0 && value[i] == '\0' && number >= minimum && number <= maximum)
		return number;
	reader_error(reader, element, "attributo-valore",
		     "%s=\"%s\" di <%s> non va bene: serve un numero intero da %d a %d", name,
		     value, element->name, minimum, maximum);
	return fallback;
}

double reader_length(struct reader *reader, const struct context *context,
		     const struct element *element, const char *name)
{
	const char *value = reader_attribute(reader, context, element, name);
	double length;

	if (value == NULL)
		return 0;
	if (style_length(&length, value) && length > 0)
		return length;
	reader_error(reader, element, "attributo-valore",
		     "%s=\"%s\" di <%s> non va bene: serve una misura come 30mm o 12pt", name,
		     value, element->name);
	return 0;
}

/* ---- scopes ------------------------------------------------------------------ */

void enter_scope(struct reader *reader, const struct element *element, struct context *context,
		 const struct model_class *class, bool turns)
{
	struct scope *scope = arena_new(reader->arena, struct scope);

	if (context->depth >= TEMPLATE_SCOPES_MAX) {
		reader_error(reader, element, "troppi-annidamenti",
			     "più di %d cicli e filtri uno dentro l’altro: semplificare",
			     TEMPLATE_SCOPES_MAX);
		context->depth--;
	}
	scope->outer = context->scope;
	scope->slot = context->depth++;
	scope->class = class;
	scope->turns = turns;
	context->scope = scope;
}

const struct scope *scope_turning(const struct context *context)
{
	for (const struct scope *scope = context->scope; scope != NULL; scope = scope->outer)
		if (scope->turns)
			return scope;
	return NULL;
}
