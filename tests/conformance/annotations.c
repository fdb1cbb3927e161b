/* annotations.c - links and form fields, and their elements.
 *
 * Source: ISO 14289-1 7.18; ISO 19005-2 6.3, 6.4.
 */
#include "conform_private.h"

#include "base/text.h"

#include <string.h>

/* Flags. Source: ISO 32000-1 table 165. */
#define FLAG_INVISIBLE 1
#define FLAG_HIDDEN    2
#define FLAG_PRINT     4
#define FLAG_NO_VIEW   32
#define FLAG_TOGGLE    256

static void check_flags(struct conform *c, const struct object *note)
{
	int flags = (int)conform_get(c, note, "F")->number;

	if (!(flags & FLAG_PRINT) ||
	    (flags & (FLAG_INVISIBLE | FLAG_HIDDEN | FLAG_NO_VIEW | FLAG_TOGGLE)))
		conform_add(c, CONFORM_ANNOTATION_FLAGS, note->id, "F %d", flags);
}

static void check_box(struct conform *c, const struct object *note, const struct page_state *page)
{
	double box[4];

	if (!conform_box(c, conform_get(c, note, "Rect"), box) || box[0] == box[2] ||
	    box[1] == box[3] || !conform_box_inside(box, page->box))
		conform_breach(c, CONFORM_ANNOTATION_BOX, note->id);
}

static bool has_object(const struct tag *element, int id)
{
	for (size_t i = 0; i < element->count; i++)
		if (element->kids[i].kind == KID_OBJECT && element->kids[i].number == id)
			return true;
	return false;
}

/* The element of an annotation, through its StructParent; NULL after a finding. */
static struct tag *element_of_note(struct conform *c, const struct object *note)
{
	const struct object *key = conform_get(c, note, "StructParent");
	const struct object *to = parent_value(c, (long)key->number);
	struct tag *element = NULL;

	if (key->kind == OBJECT_INTEGER && to->kind == OBJECT_REFERENCE &&
	    (size_t)to->to < c->object_count)
		element = c->element_of[to->to];
	if (element != NULL && has_object(element, note->id))
		return element;
	conform_breach(c, CONFORM_ANNOTATION_PARENT, note->id);
	return NULL;
}

static bool has_text(struct conform *c, const struct object *object, const char *key)
{
	const char *text = object_text(c->arena, conform_get(c, object, key));

	return text != NULL && !text_blank(text);
}

/* ---- links ---------------------------------------------------------------- */

static bool leads(struct conform *c, const struct object *link)
{
	const struct object *action = conform_get(c, link, "A");

	if (object_is_name(conform_get(c, action, "S"), "URI"))
		return has_text(c, action, "URI");
	if (object_is_name(conform_get(c, action, "S"), "GoTo"))
		return destination_page(c, conform_get(c, action, "D")) != NULL;
	return destination_page(c, conform_get(c, link, "Dest")) != NULL;
}

static void check_link(struct conform *c, const struct object *link)
{
	struct tag *element = element_of_note(c, link);

	if (element != NULL && tag_above(element, "Link") == NULL)
		conform_add(c, CONFORM_LINK_TAG, link->id, "%s", element->role);
	if (!has_text(c, link, "Contents"))
		conform_breach(c, CONFORM_LINK_CONTENTS, link->id);
	if (!leads(c, link))
		conform_breach(c, CONFORM_LINK_TARGET, link->id);
}

/* ---- fields --------------------------------------------------------------------- */

static bool listed(struct conform *c, int id)
{
	const struct object *fields = conform_find(c, c->catalogue, "AcroForm/Fields");

	for (size_t i = 0; fields->kind == OBJECT_ARRAY && i < fields->count; i++)
		if (fields->items[i].kind == OBJECT_REFERENCE && fields->items[i].to == id)
			return true;
	return false;
}

static void check_field(struct conform *c, const struct object *field)
{
	struct tag *element = element_of_note(c, field);

	if (element != NULL && tag_above(element, "Form") == NULL)
		conform_add(c, CONFORM_WIDGET_TAG, field->id, "%s", element->role);
	if (!has_text(c, field, "TU"))
		conform_breach(c, CONFORM_FIELD_NAME, field->id);
	if (conform_find(c, field, "AP/N")->kind != OBJECT_STREAM)
		conform_breach(c, CONFORM_FIELD_LOOK, field->id);
	if (!listed(c, field->id) || !has_text(c, field, "T"))
		conform_breach(c, CONFORM_FIELD_LISTED, field->id);
	if (object_raw(field, "A")->kind != OBJECT_NULL)
		conform_add(c, CONFORM_SCRIPTS, field->id, "A");
}

static void check_note(struct conform *c, const struct object *note, const struct page_state *page)
{
	check_flags(c, note);
	check_box(c, note, page);
	if (object_is_name(conform_get(c, note, "Subtype"), "Link"))
		check_link(c, note);
	else if (object_is_name(conform_get(c, note, "Subtype"), "Widget"))
		check_field(c, note);
	else
		conform_add(c, CONFORM_ANNOTATION_TYPE, note->id, "%s",
			    object_name(conform_get(c, note, "Subtype")));
}

/* ---- from the element ---------------------------------------------------------- */

static size_t count_objects(struct conform *c, const struct tag *element, const char *subtype)
{
	size_t count = 0;

	for (size_t i = 0; i < element->count; i++)
		count += element->kids[i].kind == KID_OBJECT &&
			 object_is_name(conform_get(c, object_at(c->file, element->kids[i].number),
						    "Subtype"),
					subtype);
	return count;
}

static void check_element(struct conform *c, const struct tag *element)
{
	if (tag_is(element, "Link") && count_objects(c, element, "Link") == 0)
		conform_breach(c, CONFORM_LINK_OBJECT, element->id);
	if (tag_is(element, "Form") && count_objects(c, element, "Widget") != 1)
		conform_breach(c, CONFORM_FIELD_LISTED, element->id);
}

void conform_annotations(struct conform *c)
{
	const struct object *need = conform_find(c, c->catalogue, "AcroForm/NeedAppearances");

	if (need->number != 0)
		conform_breach(c, CONFORM_NEED_APPEARANCES, c->catalogue->id);
	for (size_t i = 0; i < c->element_count; i++)
		check_element(c, c->elements[i]);
	for (size_t i = 0; i < c->page_count; i++) {
		const struct object *notes = conform_get(c, c->pages[i].object, "Annots");

		for (size_t k = 0; notes->kind == OBJECT_ARRAY && k < notes->count; k++)
			check_note(c, conform_item(c, notes, k), &c->pages[i]);
	}
}
