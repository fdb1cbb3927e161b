/* structure.c - the structure tree, read once into elements.
 *
 * Source: ISO 32000-1 14.7.2, 14.7.3; ISO 14289-1 7.1, 7.9.
 */
#include "conform_private.h"

#include <string.h>

#define ELEMENT_DEPTH_MAX 400
#define MAPPINGS_MAX      50 /* steps in the role map */

/* Source: ISO 32000-1 14.8.4. */
static const char *const standard[] = {
	"Document", "Part",  "Art",       "Sect",     "Div",   "BlockQuote", "Caption", "TOC",
	"TOCI",     "Index", "NonStruct", "Private",  "P",     "H",          "H1",      "H2",
	"H3",       "H4",    "H5",        "H6",       "L",     "LI",         "Lbl",     "LBody",
	"Table",    "TR",    "TH",        "TD",       "THead", "TBody",      "TFoot",   "Span",
	"Quote",    "Note",  "Reference", "BibEntry", "Code",  "Link",       "Annot",   "Ruby",
	"RB",       "RT",    "RP",        "Warichu",  "WT",    "WP",         "Figure",  "Formula",
	"Form",     NULL,
};

static const char *standard_role(const char *type)
{
	for (size_t i = 0; standard[i] != NULL; i++)
		if (strcmp(type, standard[i]) == 0)
			return standard[i];
	return NULL;
}

/* Follows the role map to a standard type; "" when it does not get there. */
static const char *role_of(struct conform *c, const char *type, int id)
{
	const struct object *map = conform_get(c, c->root, "RoleMap");
	const char *role = standard_role(type);

	for (int step = 0; role == NULL; step++) {
		const struct object *to = conform_get(c, map, type);

		if (to->kind != OBJECT_NAME) {
			conform_add(c, CONFORM_ROLE_UNKNOWN, id, "%s", type);
			return "";
		}
		if (step == MAPPINGS_MAX) {
			conform_add(c, CONFORM_ROLE_CIRCULAR, id, "%s", type);
			return "";
		}
		type = to->string.data;
		role = standard_role(type);
	}
	return role;
}

static void check_role_map(struct conform *c)
{
	const struct object *map = conform_get(c, c->root, "RoleMap");

	for (size_t i = 0; object_has_entries(map) && i < map->count; i++)
		if (standard_role(map->entries[i].key) != NULL)
			conform_add(c, CONFORM_ROLE_REMAPPED, c->root->id, "%s",
				    map->entries[i].key);
}

/* ---- reading ---------------------------------------------------------- */

static void keep_element(struct conform *c, struct tag *element)
{
	if (c->element_count == c->element_capacity) {
		size_t more = c->element_capacity ? c->element_capacity * 2 : 256;

		c->elements =
			arena_grow(c->arena, c->elements, c->element_capacity * sizeof *c->elements,
				   more * sizeof *c->elements);
		c->element_capacity = more;
	}
	c->elements[c->element_count++] = element;
}

static struct tag *read_element(struct conform *c, const struct object *raw, struct tag *parent);

/* The object of the page that a kid stands on: its own /Pg or the element's. */
static int page_object(const struct object *kid, const struct tag *element)
{
	const struct object *page = object_raw(kid, "Pg");

	if (page->kind != OBJECT_REFERENCE)
		page = object_raw(element->object, "Pg");
	return page->kind == OBJECT_REFERENCE ? page->to : 0;
}

static void read_reference(struct conform *c, struct tag *element, const struct object *kid,
			   struct kid *out)
{
	const struct object *to = object_raw(kid, "Obj");

	out->kind = KID_OBJECT;
	out->number = to->kind == OBJECT_REFERENCE ? to->to : 0;
	out->page = page_object(kid, element);
	if (out->number == 0)
		conform_add(c, CONFORM_TREE, element->id, "OBJR senza oggetto");
}

/* One kid; false when it is none that the standard knows. */
static bool read_kid(struct conform *c, struct tag *element, const struct object *raw,
		     struct kid *out)
{
	const struct object *kid = object_follow(c->file, raw);

	if (kid->kind == OBJECT_INTEGER) {
		*out = (struct kid){ KID_CONTENT, NULL, page_object(kid, element),
				     (int)kid->number };
		return true;
	}
	if (kid->kind != OBJECT_DICTIONARY)
		return false;
	if (object_is_name(conform_get(c, kid, "Type"), "MCR")) {
		*out = (struct kid){ KID_CONTENT, NULL, page_object(kid, element),
				     (int)conform_get(c, kid, "MCID")->number };
		return true;
	}
	if (object_is_name(conform_get(c, kid, "Type"), "OBJR")) {
		read_reference(c, element, kid, out);
		return true;
	}
	*out = (struct kid){ .kind = KID_ELEMENT, .element = read_element(c, raw, element) };
	return out->element != NULL;
}

static void read_kids(struct conform *c, struct tag *element)
{
	const struct object *raw = object_raw(element->object, "K");
	const struct object *list = object_follow(c->file, raw);
	size_t count = list->kind == OBJECT_ARRAY ? list->count : list->kind != OBJECT_NULL;

	element->kids = arena_array(c->arena, struct kid, count);
	for (size_t i = 0; i < count; i++) {
		const struct object *kid = list->kind == OBJECT_ARRAY ? &list->items[i] : raw;

		if (read_kid(c, element, kid, &element->kids[element->count]))
			element->count++;
		else
			conform_add(c, CONFORM_TREE, element->id, "figlio che non è un elemento");
	}
}

/* /P leads back to the element of which it is a kid. */
static void check_parent(struct conform *c, const struct tag *element)
{
	const struct object *up = object_raw(element->object, "P");
	int wanted = element->parent != NULL ? element->parent->id : c->root->id;

	if (up->kind != OBJECT_REFERENCE || up->to != wanted)
		conform_add(c, CONFORM_TREE, element->id, "P non porta al genitore");
}

static void check_own_language(struct conform *c, const struct tag *element)
{
	const char *tag = object_text(c->arena, conform_get(c, element->object, "Lang"));

	if (tag != NULL && !conform_language(tag))
		conform_add(c, CONFORM_SPAN_LANGUAGE, element->id, "%s", tag);
}

static void note_id(struct conform *c, struct tag *element)
{
	const struct object *id = conform_get(c, element->object, "ID");

	if (id->kind == OBJECT_STRING && map_put(&c->ids, id->string.data, element) != NULL)
		conform_add(c, CONFORM_ELEMENT_ID, element->id, "%s", id->string.data);
}

static struct tag *new_element(struct conform *c, const struct object *raw, struct tag *parent)
{
	struct tag *element = arena_new(c->arena, struct tag);

	element->object = object_follow(c->file, raw);
	element->parent = parent;
	element->depth = parent != NULL ? parent->depth + 1 : 0;
	element->type = object_name(conform_get(c, element->object, "S"));
	if (raw->kind == OBJECT_REFERENCE) {
		element->id = raw->to;
		c->element_of[raw->to] = element;
	}
	element->role = role_of(c, element->type, element->id);
	return element;
}

/* NULL when it is no element, when it was met before, or when it is too deep. */
static struct tag *read_element(struct conform *c, const struct object *raw, struct tag *parent)
{
	struct tag *element;

	if (object_follow(c->file, raw)->kind != OBJECT_DICTIONARY)
		return NULL;
	if (raw->kind == OBJECT_REFERENCE &&
	    ((size_t)raw->to >= c->object_count || c->element_of[raw->to] != NULL))
		return NULL;
	if (parent != NULL && parent->depth >= ELEMENT_DEPTH_MAX)
		return NULL;
	element = new_element(c, raw, parent);
	keep_element(c, element);
	check_parent(c, element);
	check_own_language(c, element);
	note_id(c, element);
	read_kids(c, element);
	return element;
}

static void read_top(struct conform *c)
{
	const struct object *raw = object_raw(c->root, "K");
	const struct object *list = object_follow(c->file, raw);

	if (list->kind != OBJECT_ARRAY) {
		if (read_element(c, raw, NULL) == NULL)
			conform_add(c, CONFORM_TREE, c->root->id, "radice senza elementi");
		return;
	}
	for (size_t i = 0; i < list->count; i++)
		if (read_element(c, &list->items[i], NULL) == NULL)
			conform_add(c, CONFORM_TREE, c->root->id, "figlio che non è un elemento");
}

/* ---- IDs ------------------------------------------------------------------ */

static void take_id(struct conform *c, const struct object *key, const struct object *value,
		    void *user)
{
	const struct tag *element =
		key->kind == OBJECT_STRING ? map_find(&c->ids, key->string.data) : NULL;

	if (element == NULL || value->kind != OBJECT_REFERENCE || value->to != element->id)
		conform_add(c, CONFORM_ELEMENT_ID, value->id, "IDTree: %s",
			    key->kind == OBJECT_STRING ? key->string.data : "");
	else
		++*(size_t *)user;
}

static void check_ids(struct conform *c)
{
	size_t listed = 0;

	conform_tree(c, conform_get(c, c->root, "IDTree"), "Names", take_id, &listed);
	if (listed < c->ids.count)
		conform_add(c, CONFORM_ELEMENT_ID, c->root->id, "IDTree: %zu di %zu", listed,
			    c->ids.count);
}

void conform_structure(struct conform *c)
{
	if (c->root->kind != OBJECT_DICTIONARY)
		return;
	check_role_map(c);
	read_top(c);
	check_ids(c);
}

/* ---- words for other parts -------------------------------------------------- */

bool tag_is(const struct tag *element, const char *role)
{
	return element != NULL && strcmp(element->role, role) == 0;
}

struct tag *tag_above(struct tag *element, const char *role)
{
	while (element != NULL && !tag_is(element, role))
		element = element->parent;
	return element;
}

bool tag_has(const struct tag *element, const char *role)
{
	for (size_t i = 0; i < element->count; i++)
		if (element->kids[i].kind == KID_ELEMENT && tag_is(element->kids[i].element, role))
			return true;
	return false;
}

static const struct object *attribute_in(struct conform *c, const struct object *dict,
					 const char *owner, const char *key)
{
	if (object_is_name(conform_get(c, dict, "O"), owner))
		return conform_get(c, dict, key);
	return object_at(c->file, 0);
}

const struct object *tag_attribute(struct conform *c, const struct tag *element, const char *owner,
				   const char *key)
{
	const struct object *list = conform_get(c, element->object, "A");
	const struct object *found = attribute_in(c, list, owner, key);

	for (size_t i = 0;
	     found->kind == OBJECT_NULL && list->kind == OBJECT_ARRAY && i < list->count; i++)
		found = attribute_in(c, conform_item(c, list, i), owner, key);
	return found;
}
