/* schema.c - an XSD loaded for use on many files. */
#include "markup_private.h"

#define XSD_SPACE     "http://www.w3.org/2001/XMLSchema"
#define XSD_BYTES_MAX ((size_t)4 << 20)

static void free_schema(void *data)
{
	struct markup_schema *schema = data;

	xmlSchemaFree(schema->schema);
}

/* A fault in the XSD is ours: the user can only pass libxml2's words on. */
static void on_error(void *user, xmlError *error)
{
	struct diag *diag = user;
	struct place place = { .file = error->file, .line = error->line, .column = error->int2 };

	if (error->code == XML_ERR_NO_MEMORY)
		arena_exhausted(diag->arena, 0);
	diag_error(diag, place, "schema", "lo schema installato con il programma è guasto: %s",
		   text_fold_space(diag->arena, error->message != NULL ? error->message : ""));
}

static xmlSchema *compile(struct bytes source, struct diag *diag)
{
	xmlSchemaParserCtxt *parser = xmlSchemaNewMemParserCtxt(source.data, (int)source.length);
	xmlSchema *schema;

	if (parser == NULL)
		arena_exhausted(diag->arena, source.length);
	xmlSchemaSetParserStructuredErrors(parser, on_error, diag);
	schema = xmlSchemaParse(parser);
	xmlSchemaFreeParserCtxt(parser);
	return schema;
}

enum status markup_schema_load(struct markup_schema **out, struct arena *arena, const char *path,
			       struct diag *diag)
{
	struct markup_schema *schema = arena_new(arena, struct markup_schema);
	struct element *root;
	struct bytes source;
	enum status status;

	*out = NULL;
	if ((status = file_read_own(&source, arena, path, XSD_BYTES_MAX, diag)) != STATUS_OK)
		return status;
	if (markup_read(&root, arena, path, source, XSD_SPACE, NULL, diag) != STATUS_OK)
		return STATUS_LIBRARY;
	if ((schema->schema = compile(source, diag)) == NULL)
		return STATUS_LIBRARY;
	arena_defer(arena, free_schema, schema);
	grammar_read(&schema->grammar, arena, root);
	*out = schema;
	return STATUS_OK;
}
