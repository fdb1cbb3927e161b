/* read.c - libxml2's events made into a tree of elements. */
#include "markup_private.h"

#include <string.h>

void reader_fail(struct reader *reader, enum status status)
{
	if (reader->status == STATUS_OK)
		reader->status = status;
}

/* Names that are kept as one string. A vocabulary has some 150; more is an
 * attack on the hash table, and costs memory instead of time. */
#define NAMES_MAX 1024

static const char *name_once(struct reader *reader, const xmlChar *name)
{
	char *known = map_find(&reader->names, (const char *)name);

	if (known != NULL)
		return known;
	known = arena_strdup(reader->arena, (const char *)name);
	if (reader->names.count < NAMES_MAX)
		map_put(&reader->names, known, known);
	return known;
}

/* ---- places ---- */

/* Walks the source to the tag that libxml2 is telling about. The first text
 * on the way is where the characters before the tag began. */
static struct token next_tag(struct reader *reader)
{
	struct token token;

	while (scan_next(&reader->scanner, &token)) {
		if (token.kind == TOKEN_OPEN || token.kind == TOKEN_EMPTY ||
		    token.kind == TOKEN_CLOSE)
			return token;
		if (token.kind != TOKEN_TEXT && token.kind != TOKEN_DATA)
			continue;
		if (reader->text_from.end == 0)
			reader->text_from = token;
		else
			reader->text_from.end = token.end;
	}
	return token; /* never reached: what is told stands in the source */
}

static struct place place_of(const struct reader *reader, const struct token *token)
{
	return (struct place){ reader->file, token->line, token->column };
}

/* ---- tree ---- */

static void append(struct reader *reader, struct element *child)
{
	struct element *parent = reader->open;

	child->parent = parent;
	if (parent == NULL)
		reader->root = child;
	else if (parent->last == NULL)
		parent->first = parent->last = child;
	else
		parent->last = parent->last->next = child;
}

/* Makes the characters gathered since the last tag a piece of text. */
static void flush_text(struct reader *reader)
{
	struct element *piece;

	if (reader->text.length > 0 && reader->open != NULL) {
		piece = arena_new(reader->arena, struct element);
		piece->text = arena_strndup(reader->arena, reader->text.bytes, reader->text.length);
		piece->place = place_of(reader, &reader->text_from);
		piece->start = reader->text_from.start;
		piece->end = reader->text_from.end;
		append(reader, piece);
		if (reader->validation != NULL)
			validation_text(reader->validation, piece);
		text_clear(&reader->text);
	}
	reader->text_from = (struct token){ 0 };
}

/* libxml2 gives five pointers an attribute: name, prefix, namespace, value, end of value. */
static void copy_attributes(struct reader *reader, struct element *element, const xmlChar **given,
			    int count)
{
	struct attribute *attribute;

	element->attributes = arena_array(reader->arena, struct attribute, (size_t)count);
	for (; count > 0; count--, given += 5) {
		if (given[2] != NULL)
			continue; /* of another namespace (xml:lang, xsi:schemaLocation) */
		attribute = &element->attributes[element->attribute_count++];
		attribute->name = name_once(reader, given[0]);
		attribute->value = arena_strndup(reader->arena, (const char *)given[3],
						 (size_t)(given[4] - given[3]));
	}
}

static bool in_space(const struct reader *reader, const xmlChar *space)
{
	return space != NULL && strcmp((const char *)space, reader->space) == 0;
}

static void tell_foreign(struct reader *reader, struct place place, const xmlChar *name,
			 const xmlChar *space)
{
	const char *element = (const char *)name, *given = (const char *)space;

	reader_fail(reader, STATUS_DATA);
	if (space != NULL)
		diag_error(reader->diag, place, "spazio-nomi",
			   "l’elemento «%s» è dello spazio dei nomi «%s», deve essere di «%s»: "
			   "correggere xmlns, o togliere l’elemento",
			   element, given, reader->space);
	else if (reader->open == NULL)
		diag_error(reader->diag, place, "spazio-nomi",
			   "l’elemento «%s» è senza spazio dei nomi, deve essere di «%s»: "
			   "scrivere <%s xmlns=\"%s\" …>",
			   element, reader->space, element, reader->space);
	else
		diag_error(reader->diag, place, "spazio-nomi",
			   "l’elemento «%s» è senza spazio dei nomi, deve essere di «%s»: "
			   "togliere xmlns=\"\", o dargli il prefisso degli altri",
			   element, reader->space);
}

/* ---- events ---- */

static void on_start(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *space,
		     int space_count, const xmlChar **spaces, int count, int defaulted,
		     const xmlChar **attributes)
{
	struct reader *reader = user;
	struct token token = next_tag(reader);
	struct element *element;

	(void)prefix, (void)space_count, (void)spaces, (void)defaulted;
	flush_text(reader);
	if (!token.whole)
		return; /* the file ends in this tag: libxml2 tells that next, and stops */
	reader->empty = token.kind == TOKEN_EMPTY;
	if (reader->foreign > 0 || !in_space(reader, space)) {
		if (reader->foreign++ == 0)
			tell_foreign(reader, place_of(reader, &token), name, space);
		if (reader->open == NULL)
			xmlStopParser(reader->parser);
		return;
	}
	element = arena_new(reader->arena, struct element);
	element->name = name_once(reader, name);
	element->place = place_of(reader, &token);
	element->start = token.start;
	element->end = token.end; /* of an empty element's tag; else set by on_end() */
	copy_attributes(reader, element, attributes, count);
	append(reader, element);
	reader->open = element;
	if (reader->validation != NULL)
		validation_start(reader->validation, element);
}

/* An empty element has no end tag of its own to walk to. */
static size_t end_of_element(struct reader *reader)
{
	if (reader->empty)
		reader->empty = false;
	else
		next_tag(reader);
	return reader->scanner.at;
}

static void on_end(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *space)
{
	struct reader *reader = user;
	size_t end = end_of_element(reader);

	(void)name, (void)prefix, (void)space;
	flush_text(reader);
	if (reader->foreign > 0) {
		reader->foreign--;
		return;
	}
	reader->open->end = end;
	if (reader->validation != NULL)
		validation_end(reader->validation, reader->open);
	reader->open = reader->open->parent;
}

static void on_text(void *user, const xmlChar *bytes, int length)
{
	struct reader *reader = user;

	if (reader->foreign == 0)
		text_add_n(&reader->text, (const char *)bytes, (size_t)length);
}

static const xmlSAXHandler events = {
	.initialized = XML_SAX2_MAGIC,
	.startElementNs = on_start,
	.endElementNs = on_end,
	.characters = on_text,
	.ignorableWhitespace = on_text,
	.cdataBlock = on_text,
	.serror = fault_on_error,
};

/* ---- reading ---- */

/* What it has no parser at hand for, libxml2 would write on standard error. */
static void say_nothing(void *user, const char *format, ...)
{
	(void)user;
	(void)format;
}

/* When a buffer can't grow, libxml2 ends as if the source had ended. */
static void check_memory(const struct reader *reader)
{
	const xmlError *error = xmlGetLastError();

	if (error != NULL && error->code == XML_ERR_NO_MEMORY)
		arena_exhausted(reader->arena, 0);
}

/* libxml2 keeps no document: our events replace the ones that build it. XML_PARSE_NOENT
 * only resolves &amp; and &#232; here, since without a DOCTYPE there are no other entities. */
static void parse(struct reader *reader, struct bytes source)
{
	const int options =
		XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_IGNORE_ENC | XML_PARSE_HUGE;

	xmlSetGenericErrorFunc(NULL, say_nothing);
	xmlResetLastError();
	reader->parser = xmlNewParserCtxt();
	if (reader->parser == NULL)
		arena_exhausted(reader->arena, sizeof *reader->parser);
	*reader->parser->sax = events;
	reader->parser->userData = reader;
	xmlFreeDoc(xmlCtxtReadMemory(reader->parser, source.data, (int)source.length, NULL, NULL,
				     options));
	check_memory(reader);
	if (reader->parser->wellFormed == 0)
		reader_fail(reader, STATUS_SYNTAX);
	xmlFreeParserCtxt(reader->parser);
	reader->parser = NULL;
}

/* An arena's handler does not return, so what libxml2 holds is given back from there. */
static void release(void *data)
{
	struct reader *reader = data;

	if (reader->validation != NULL)
		validation_close(reader->validation);
	reader->validation = NULL;
	if (reader->parser != NULL)
		xmlFreeParserCtxt(reader->parser);
	reader->parser = NULL;
}

enum status markup_read(struct element **out, struct arena *arena, const char *file,
			struct bytes source, const char *space, const struct markup_schema *schema,
			struct diag *diag)
{
	struct reader *reader = arena_new(arena, struct reader);
	enum status status;
	size_t skip;

	*out = NULL;
	if ((status = check_source(&skip, file, source, diag)) != STATUS_OK)
		return status;
	*reader = (struct reader){ .arena = arena, .diag = diag, .file = file, .space = space };
	reader->skipped = skip;
	reader->scanner = scan_make(source, skip);
	reader->names = map_make(arena);
	reader->text = text_make(arena);
	arena_defer(arena, release, reader);
	if (schema != NULL)
		reader->validation = validation_open(reader, schema);
	parse(reader, (struct bytes){ source.data + skip, source.length - skip });
	release(reader);
	arena_defer_cancel(arena, release, reader);
	if (reader->status == STATUS_OK || reader->status == STATUS_DATA)
		*out = reader->root;
	return reader->status;
}
