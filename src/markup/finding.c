/* finding.c - faults against a schema, as Italian sentences that say what to do. */
#include "markup_private.h"

#include <string.h>

#define SHOWN_MAX   60 /* characters of a value that a message repeats */
#define HOLDERS_MAX 8  /* places that a message proposes for an element */

/* ---- pieces of sentences ---- */

static const char *shortened(struct arena *arena, const char *value)
{
	struct text text = text_make(arena);
	const char *at = value;
	size_t shown;

	for (shown = 0; shown < SHOWN_MAX && *at != '\0'; shown++)
		text_add_utf8(&text, utf8_next(&at));
	if (*at != '\0')
		text_add(&text, "…");
	return text.bytes;
}

/* «a», «b», «c» */
static const char *quoted_list(struct arena *arena, const char *const *names, size_t count)
{
	struct text text = text_make(arena);
	size_t i;

	for (i = 0; i < count; i++)
		text_addf(&text, "%s«%s»", i > 0 ? ", " : "", names[i]);
	return text.bytes;
}

static const char **child_names(struct arena *arena, const struct grammar_type *type)
{
	const char **names = arena_array(arena, const char *, type->child_count);
	size_t i;

	for (i = 0; i < type->child_count; i++)
		names[i] = type->children[i].name;
	return names;
}

static const char **attribute_names(struct arena *arena, const struct grammar_type *type)
{
	const char **names = arena_array(arena, const char *, type->attribute_count);
	size_t i;

	for (i = 0; i < type->attribute_count; i++)
		names[i] = type->attributes[i].name;
	return names;
}

/* "forse «peso»?" when a name is near, else `otherwise`. */
static const char *perhaps(struct arena *arena, const char *name, const char *const *names,
			   size_t count, const char *otherwise)
{
	const char *nearest = text_nearest(name, names, count);

	return nearest != NULL ? arena_printf(arena, "forse «%s»?", nearest) : otherwise;
}

/* "in «obiettivo» sono ammessi: …" */
static const char *allowed_in(struct arena *arena, const struct element *parent,
			      const struct grammar_type *type)
{
	if (type->child_count == 0)
		return arena_printf(arena, "«%s» non contiene altri elementi", parent->name);
	return arena_printf(arena, "in «%s» sono ammessi: %s", parent->name,
			    quoted_list(arena, child_names(arena, type), type->child_count));
}

/* Findings beyond the limit are only counted: their sentences are not made. */
static bool beyond_limit(struct validation *validation, const struct element *subject)
{
	struct diag *diag = validation->reader->diag;

	reader_fail(validation->reader, STATUS_DATA);
	if (diag->count < DIAG_ENTRIES_MAX)
		return false;
	diag_error(diag, subject->place, "schema", "altro errore");
	return true;
}

/* ---- names that the schema does not know ---- */

static void tell_root(struct validation *validation, const struct element *root,
		      const struct grammar_type *roots)
{
	struct diag *diag = validation->reader->diag;

	diag_error(diag, root->place, "radice", "l’elemento radice è «%s», deve essere %s",
		   root->name,
		   quoted_list(diag->arena, child_names(diag->arena, roots), roots->child_count));
}

void finding_unknown_element(struct validation *validation, const struct element *element,
			     const struct grammar_type *parent)
{
	struct diag *diag = validation->reader->diag;
	const char *holders[HOLDERS_MAX], *allowed;
	size_t count;

	if (beyond_limit(validation, element))
		return;
	if (element->parent == NULL) {
		tell_root(validation, element, parent);
		return;
	}
	allowed = allowed_in(diag->arena, element->parent, parent);
	count = grammar_holders(&validation->schema->grammar, element->name, holders, HOLDERS_MAX);
	if (count > 0)
		diag_error(diag, element->place, "elemento-fuori-posto",
			   "l’elemento «%s» non può stare in «%s»: il suo posto è in %s; %s",
			   element->name, element->parent->name,
			   quoted_list(diag->arena, holders, count), allowed);
	else
		diag_error(diag, element->place, "elemento-sconosciuto",
			   "elemento «%s» sconosciuto: %s", element->name,
			   perhaps(diag->arena, element->name, child_names(diag->arena, parent),
				   parent->child_count, allowed));
}

/* A place inside an element or text, which stands at or before `byte`. */
static struct place place_inside(const struct reader *reader, const struct element *element,
				 size_t byte)
{
	struct scanner scanner = scan_make(reader->scanner.source, element->start);

	scanner.line = element->place.line;
	scanner.column = element->place.column;
	return scan_place(&scanner, reader->file, byte);
}

static struct place place_of_attribute(const struct reader *reader, const struct element *element,
				       const char *name)
{
	struct scanner scanner = scan_make(reader->scanner.source, element->start);

	return place_inside(reader, element, scan_attribute(&scanner, name));
}

/* "sono ammessi: …" */
static const char *allowed_attributes(struct arena *arena, const struct element *element,
				      const struct grammar_type *type, const char **names)
{
	if (type->attribute_count == 0)
		return arena_printf(arena, "«%s» non ha attributi", element->name);
	return arena_printf(arena, "sono ammessi %s",
			    quoted_list(arena, names, type->attribute_count));
}

void finding_unknown_attribute(struct validation *validation, const struct element *element,
			       const struct grammar_type *type, const char *name)
{
	struct diag *diag = validation->reader->diag;
	const char **names, *allowed;

	if (beyond_limit(validation, element))
		return;
	names = attribute_names(diag->arena, type);
	allowed = allowed_attributes(diag->arena, element, type, names);
	diag_error(diag, place_of_attribute(validation->reader, element, name),
		   "attributo-sconosciuto", "attributo «%s» sconosciuto in «%s»: %s", name,
		   element->name,
		   perhaps(diag->arena, name, names, type->attribute_count, allowed));
}

/* ---- values ---- */

static const char *expected_words(struct arena *arena, const struct grammar_simple *simple,
				  const char *value)
{
	const char *nearest = text_nearest(value, simple->words, simple->word_count);
	const char *all = quoted_list(arena, simple->words, simple->word_count);

	if (simple->word_count == 1)
		return arena_printf(arena, "è ammesso solo %s", all);
	if (nearest != NULL)
		return arena_printf(arena, "forse «%s»? Sono ammessi %s", nearest, all);
	return arena_printf(arena, "sono ammessi %s", all);
}

/* What is expected instead: the words, or the hint of the type. */
static const char *expected(struct arena *arena, const struct grammar_simple *simple,
			    const char *value)
{
	if (simple != NULL && simple->word_count > 0)
		return expected_words(arena, simple, value);
	if (simple != NULL && simple->hint != NULL)
		return arena_printf(arena, "serve %s", simple->hint);
	return "controllare che cosa è ammesso qui";
}

static void tell_attribute_value(struct validation *validation, const char *name)
{
	const struct element *element = validation->subject;
	const struct grammar_type *type = validation->types[validation->depth - 1];
	const struct grammar_attribute *attribute = grammar_attribute(type, name);
	const char *value = element_attribute(element, name);
	struct diag *diag = validation->reader->diag;

	if (value == NULL)
		value = "";
	diag_error(diag, place_of_attribute(validation->reader, element, name), "valore-attributo",
		   "attributo «%s» di «%s», «%s» non va bene: %s", name, element->name,
		   shortened(diag->arena, value),
		   expected(diag->arena, attribute != NULL ? attribute->simple : NULL, value));
}

static void tell_content_value(struct validation *validation)
{
	const struct element *element = validation->subject;
	const struct grammar_type *type = validation->types[validation->depth - 1];
	struct diag *diag = validation->reader->diag;
	const char *value = element_text(diag->arena, element);

	diag_error(diag, element->place, "valore-elemento",
		   "contenuto di «%s», «%s» non va bene: %s", element->name,
		   shortened(diag->arena, value), expected(diag->arena, type->simple, value));
}

/* ---- content ---- */

/* Names in libxml2's "Expected is one of ( {urn:…}a, {urn:…}b )." */
static const char *expected_names(struct arena *arena, const char *message)
{
	struct text text = text_make(arena);
	const char *at = strstr(message, "Expected is"), *end;

	while (at != NULL && (at = strchr(at, '}')) != NULL) {
		at++;
		end = at + strcspn(at, ", )");
		text_addf(&text, "%s«%.*s»", text.length > 0 ? " o " : "", (int)(end - at), at);
	}
	return text.bytes;
}

static void tell_children(struct validation *validation, const char *message)
{
	const struct element *element = validation->subject;
	struct diag *diag = validation->reader->diag;
	const char *names = expected_names(diag->arena, message);

	if (validation->closing)
		diag_error(diag, element->place, "elemento-mancante",
			   "in «%s» manca %s: aggiungerlo", element->name,
			   *names != '\0' ? names : "qualcosa");
	else
		diag_error(diag, element->place, "elemento-di-troppo",
			   "l’elemento «%s» qui è di troppo o fuori ordine%s%s", element->name,
			   *names != '\0' ? ": ora ci vuole " : "", names);
}

/* The first character of a text that is not blank. */
static struct place place_of_text(const struct reader *reader, const struct element *piece)
{
	const char *data = reader->scanner.source.data;
	size_t byte = piece->start;

	while (byte < piece->end && strchr(" \t\r\n", data[byte]) != NULL)
		byte++;
	return place_inside(reader, piece, byte);
}

static void tell_text(struct validation *validation)
{
	const struct element *piece = validation->subject;
	const struct grammar_type *type = validation->types[validation->depth - 1];
	struct diag *diag = validation->reader->diag;

	if (piece->text == NULL)
		return; /* told when the text came, not at the end of its element */
	diag_error(diag, place_of_text(validation->reader, piece), "testo-fuori-posto",
		   "testo «%s» fuori posto: %s",
		   shortened(diag->arena, text_fold_space(diag->arena, piece->text)),
		   allowed_in(diag->arena, piece->parent, type));
}

static void tell_missing_attribute(struct validation *validation, const char *message)
{
	const struct element *element = validation->subject;
	const char *start = strstr(message, "The attribute '");

	start = start != NULL ? start + strlen("The attribute '") : "";
	diag_error(validation->reader->diag, element->place, "attributo-mancante",
		   "in «%s» manca l’attributo «%.*s»: aggiungerlo", element->name,
		   (int)strcspn(start, "'"), start);
}

/* ---- libxml2's verdicts ---- */

/* The attribute that a message is about ("…, attribute 'peso': …"), or NULL. */
static const char *attribute_told(struct arena *arena, const char *message)
{
	static const char before[] = ", attribute '";
	const char *start = strstr(message, before);

	if (start == NULL)
		return NULL;
	start += strlen(before);
	return arena_strndup(arena, start, strcspn(start, "'"));
}

/* For one wrong value libxml2 tells first the facet, then the type. */
static bool told_already(struct validation *validation, const char *attribute)
{
	bool again = validation->told == validation->subject &&
		     text_equal(validation->told_attribute, attribute);

	validation->told = validation->subject;
	validation->told_attribute = attribute;
	return again;
}

static void tell_value(struct validation *validation, const char *message)
{
	const char *attribute = attribute_told(validation->reader->diag->arena, message);

	if (told_already(validation, attribute))
		return;
	if (attribute != NULL)
		tell_attribute_value(validation, attribute);
	else
		tell_content_value(validation);
}

void finding_on_error(void *user, xmlError *error)
{
	struct validation *validation = user;
	const char *message = error->message != NULL ? error->message : "";

	if (error->code == XML_ERR_NO_MEMORY)
		arena_exhausted(validation->reader->arena, 0);
	if (validation->subject == NULL || beyond_limit(validation, validation->subject))
		return;
	switch (error->code) {
	case XML_SCHEMAV_ELEMENT_CONTENT: tell_children(validation, message); break;
	case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_1:
	case XML_SCHEMAV_CVC_COMPLEX_TYPE_2_3: tell_text(validation); break;
	case XML_SCHEMAV_CVC_COMPLEX_TYPE_4: tell_missing_attribute(validation, message); break;
	default: tell_value(validation, message); break;
	}
}
