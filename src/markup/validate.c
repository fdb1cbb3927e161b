/* validate.c - libxml2's schema validation, fed from the tree as it grows.
 *
 * After an element that its parent may not hold, libxml2 looks no further
 * into that parent: one slip of the pen would hide all that follows. So what
 * the grammar does not know is told here and kept from libxml2, which judges
 * the rest: values, what is required, what comes too often.
 */
#include "markup_private.h"

#include <string.h>

struct validation *validation_open(struct reader *reader, const struct markup_schema *schema)
{
	struct validation *validation = arena_new(reader->arena, struct validation);

	validation->reader = reader;
	validation->schema = schema;
	validation->context = xmlSchemaNewValidCtxt(schema->schema);
	if (validation->context == NULL)
		arena_exhausted(reader->arena, 0);
	xmlSchemaSetValidStructuredErrors(validation->context, finding_on_error, validation);
	validation->plug =
		xmlSchemaSAXPlug(validation->context, &validation->handler, &validation->user);
	if (validation->plug == NULL)
		arena_exhausted(reader->arena, 0);
	return validation;
}

void validation_close(struct validation *validation)
{
	xmlSchemaSAXUnplug(validation->plug);
	xmlSchemaFreeValidCtxt(validation->context);
}

/* Gathers the attributes that the type knows, in libxml2's five pointers each. */
static int known_attributes(struct validation *validation, const struct element *element,
			    const struct grammar_type *type)
{
	const struct attribute *attribute = element->attributes;
	const struct attribute *end = attribute + element->attribute_count;
	const xmlChar **at = validation->attributes;

	for (; attribute < end; attribute++) {
		if (grammar_attribute(type, attribute->name) == NULL) {
			finding_unknown_attribute(validation, element, type, attribute->name);
			continue;
		}
		at[0] = (const xmlChar *)attribute->name;
		at[1] = at[2] = NULL; /* prefix and namespace */
		at[3] = (const xmlChar *)attribute->value;
		at[4] = at[3] + strlen(attribute->value);
		at += 5;
	}
	return (int)((at - validation->attributes) / 5);
}

/* What the parent of the next element may hold. */
static const struct grammar_type *parent_type(const struct validation *validation)
{
	return validation->depth == 0 ? &validation->schema->grammar.roots
				      : validation->types[validation->depth - 1];
}

void validation_start(struct validation *validation, const struct element *element)
{
	const struct grammar_child *known = grammar_child(parent_type(validation), element->name);
	int count;

	if (validation->passed_by > 0 || known == NULL) {
		if (validation->passed_by++ == 0)
			finding_unknown_element(validation, element, parent_type(validation));
		return;
	}
	validation->types[validation->depth++] = known->type;
	validation->subject = element;
	validation->closing = false;
	count = known_attributes(validation, element, known->type);
	validation->handler->startElementNs(validation->user, (const xmlChar *)element->name, NULL,
					    (const xmlChar *)validation->reader->space, 0, NULL,
					    count, 0, validation->attributes);
}

void validation_text(struct validation *validation, const struct element *piece)
{
	if (validation->passed_by > 0)
		return;
	validation->subject = piece;
	validation->handler->characters(validation->user, (const xmlChar *)piece->text,
					(int)strlen(piece->text));
}

void validation_end(struct validation *validation, const struct element *element)
{
	if (validation->passed_by > 0) {
		validation->passed_by--;
		return;
	}
	validation->subject = element;
	validation->closing = true;
	validation->handler->endElementNs(validation->user, (const xmlChar *)element->name, NULL,
					  (const xmlChar *)validation->reader->space);
	validation->depth--;
}
