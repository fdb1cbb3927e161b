/* grammar.c - the names that a schema allows, read from the XSD itself.
 *
 * libxml2 validates but keeps its reasons to itself: it names at most ten
 * expected elements and never what a value should look like. This reads the
 * same XSD as a tree of elements: which children and attributes each element
 * has, and the <xs:appinfo> of a simple type, which says in Italian what it
 * expects. It understands what our schemas use: named and local types,
 * groups, attribute groups, extensions; not substitution, xs:any, redefine.
 */
#include "markup_private.h"

#include <string.h>

/* ---- walking the schema ---- */

/* The first global declaration `kind` of that name (a prefix is left out). */
static const struct element *global(const struct grammar *grammar, const char *kind,
				    const char *name)
{
	const char *colon = strchr(name, ':');
	struct element *at;

	name = colon != NULL ? colon + 1 : name;
	for (at = grammar->schema->first; at != NULL; at = at->next)
		if (element_is(at, kind) && text_equal(element_attribute(at, "name"), name))
			return at;
	return NULL;
}

/* The declaration that `element` refers to with ref=, else itself. */
static const struct element *resolved(const struct grammar *grammar, const struct element *element)
{
	const char *ref = element_attribute(element, "ref");
	const struct element *found = ref != NULL ? global(grammar, element->name, ref) : NULL;

	return found != NULL ? found : element;
}

/* ---- simple types ---- */

static const struct {
	const char *name, *hint;
} builtin_hints[] = {
	{ "xs:decimal", "un numero con il punto decimale (per esempio 12.50)" },
	{ "xs:integer", "un numero intero" },
	{ "xs:positiveInteger", "un numero intero maggiore di zero" },
	{ "xs:nonNegativeInteger", "un numero intero" },
	{ "xs:date", "una data nella forma AAAA-MM-GG" },
};

static const char *builtin_hint(const char *name)
{
	size_t i;

	for (i = 0; i < sizeof builtin_hints / sizeof builtin_hints[0]; i++)
		if (text_equal(name, builtin_hints[i].name))
			return builtin_hints[i].hint;
	return NULL;
}

static void add_word(struct grammar *grammar, struct grammar_simple *simple, const char *word)
{
	simple->words = arena_grow(grammar->arena, simple->words,
				   simple->word_count * sizeof *simple->words,
				   (simple->word_count + 1) * sizeof *simple->words);
	simple->words[simple->word_count++] = word;
}

/* What the schema's author wrote for the reader of a message. */
static const char *appinfo(const struct grammar *grammar, const struct element *type)
{
	const struct element *annotation = element_child(type, "annotation");
	const struct element *info =
		annotation != NULL ? element_child(annotation, "appinfo") : NULL;

	return info != NULL ? element_text(grammar->arena, info) : NULL;
}

static void fill_simple(struct grammar *grammar, struct grammar_simple *simple,
			const struct element *type)
{
	const struct element *restriction = element_child(type, "restriction");
	struct element *facet;

	simple->hint = appinfo(grammar, type);
	if (restriction == NULL)
		return;
	for (facet = restriction->first; facet != NULL; facet = facet->next)
		if (element_is(facet, "enumeration"))
			add_word(grammar, simple, element_attribute(facet, "value"));
	if (simple->hint == NULL && element_attribute(restriction, "base") != NULL)
		simple->hint = builtin_hint(element_attribute(restriction, "base"));
}

/* The simple type of an element or attribute: named by `attribute`, or written inside. */
static const struct grammar_simple *simple_of(struct grammar *grammar, const struct element *holder,
					      const char *attribute)
{
	const char *name = element_attribute(holder, attribute);
	const struct element *type = name != NULL ? global(grammar, "simpleType", name)
						  : element_child(holder, "simpleType");
	struct grammar_simple *simple;

	if (type == NULL && builtin_hint(name) == NULL)
		return NULL;
	simple = arena_new(grammar->arena, struct grammar_simple);
	if (type != NULL)
		fill_simple(grammar, simple, type);
	else
		simple->hint = builtin_hint(name);
	return simple;
}

/* ---- complex types ---- */

const struct grammar_child *grammar_child(const struct grammar_type *type, const char *name)
{
	size_t i;

	for (i = 0; i < type->child_count; i++)
		if (strcmp(type->children[i].name, name) == 0)
			return &type->children[i];
	return NULL;
}

const struct grammar_attribute *grammar_attribute(const struct grammar_type *type, const char *name)
{
	size_t i;

	for (i = 0; i < type->attribute_count; i++)
		if (strcmp(type->attributes[i].name, name) == 0)
			return &type->attributes[i];
	return NULL;
}

static const struct grammar_type *type_of(struct grammar *grammar,
					  const struct element *declaration);

static bool has_child(const struct grammar_type *type, const struct grammar_child *child)
{
	size_t i;

	for (i = 0; i < type->child_count; i++)
		if (type->children[i].type == child->type &&
		    strcmp(type->children[i].name, child->name) == 0)
			return true;
	return false;
}

static void put_child(struct grammar *grammar, struct grammar_type *type,
		      const struct grammar_child *child)
{
	const size_t size = sizeof *type->children;

	if (has_child(type, child))
		return;
	type->children = arena_grow(grammar->arena, type->children, type->child_count * size,
				    (type->child_count + 1) * size);
	type->children[type->child_count++] = *child;
}

static void add_child(struct grammar *grammar, struct grammar_type *type,
		      const struct element *declaration)
{
	struct grammar_child child = { .name = element_attribute(declaration, "name") };

	if (child.name == NULL)
		return;
	child.type = type_of(grammar, declaration);
	put_child(grammar, type, &child);
	put_child(grammar, &grammar->all, &child);
}

static void add_attribute(struct grammar *grammar, struct grammar_type *type,
			  const struct element *declaration)
{
	const size_t size = sizeof *type->attributes;
	struct grammar_attribute attribute = {
		.name = element_attribute(declaration, "name"),
		.simple = simple_of(grammar, declaration, "type"),
	};

	if (attribute.name == NULL)
		return;
	type->attributes =
		arena_grow(grammar->arena, type->attributes, type->attribute_count * size,
			   (type->attribute_count + 1) * size);
	type->attributes[type->attribute_count++] = attribute;
}

static void fill_type(struct grammar *grammar, struct grammar_type *type,
		      const struct element *content);

/* What an extension adds to its base, and the base itself. */
static void fill_extension(struct grammar *grammar, struct grammar_type *type,
			   const struct element *extension)
{
	const char *name = element_attribute(extension, "base");
	const struct element *base = global(grammar, "complexType", name != NULL ? name : "");

	if (base != NULL)
		fill_type(grammar, type, base);
	else
		type->simple = simple_of(grammar, extension, "base");
	fill_type(grammar, type, extension);
}

static void fill_type(struct grammar *grammar, struct grammar_type *type,
		      const struct element *content)
{
	const struct element *at;
	struct element *child;

	for (child = content->first; child != NULL; child = child->next) {
		if (child->name == NULL)
			continue;
		at = resolved(grammar, child);
		if (element_is(at, "element"))
			add_child(grammar, type, at);
		else if (element_is(at, "attribute"))
			add_attribute(grammar, type, at);
		else if (element_is(at, "extension"))
			fill_extension(grammar, type, at);
		else if (!element_is(at, "annotation"))
			fill_type(grammar, type, at); /* sequence, choice, group, … */
	}
}

/* A named type is put in the map before it is filled, so that it may hold itself. */
static const struct grammar_type *named_type(struct grammar *grammar, const char *name,
					     const struct element *definition)
{
	struct grammar_type *type = map_find(&grammar->types, name);

	if (type == NULL) {
		type = arena_new(grammar->arena, struct grammar_type);
		map_put(&grammar->types, name, type);
		fill_type(grammar, type, definition);
	}
	return type;
}

static const struct grammar_type *type_of(struct grammar *grammar,
					  const struct element *declaration)
{
	const char *name = element_attribute(declaration, "type");
	const struct element *definition = name != NULL ? global(grammar, "complexType", name)
							: element_child(declaration, "complexType");
	struct grammar_type *type;

	if (name != NULL && definition != NULL)
		return named_type(grammar, name, definition);
	type = arena_new(grammar->arena, struct grammar_type);
	if (definition != NULL)
		fill_type(grammar, type, definition);
	else
		type->simple = simple_of(grammar, declaration, "type");
	return type;
}

/* ---- the whole ---- */

void grammar_read(struct grammar *grammar, struct arena *arena, const struct element *schema)
{
	struct element *at;

	*grammar = (struct grammar){ .arena = arena, .schema = schema };
	grammar->types = map_make(arena);
	for (at = schema->first; at != NULL; at = at->next)
		if (element_is(at, "element"))
			add_child(grammar, &grammar->roots, at);
}

size_t grammar_holders(const struct grammar *grammar, const char *name, const char **out,
		       size_t max)
{
	const struct grammar_child *child = grammar->all.children;
	const struct grammar_child *end = child + grammar->all.child_count;
	size_t i, count = 0;

	for (; child < end && count < max; child++) {
		if (grammar_child(child->type, name) == NULL)
			continue;
		for (i = 0; i < count && strcmp(out[i], child->name) != 0; i++)
			;
		if (i == count)
			out[count++] = child->name;
	}
	return count;
}
