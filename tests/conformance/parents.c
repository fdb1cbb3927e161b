/* parents.c - elements, marks and the ParentTree tell the same, both ways.
 *
 * Source: ISO 32000-1 14.7.4.
 */
#include "conform_private.h"

static struct page_state *page_of_kid(const struct conform *c, const struct kid *kid)
{
	return kid->page > 0 && (size_t)kid->page < c->object_count ? c->page_of[kid->page] : NULL;
}

/* From the element to the page: the ParentTree leads back to it. */
static void check_content_kid(struct conform *c, struct tag *element, const struct kid *kid)
{
	struct page_state *page = page_of_kid(c, kid);

	if (page == NULL) {
		conform_add(c, CONFORM_TREE, element->id, "contenuto senza pagina");
		return;
	}
	if (kid->number < 0 || (size_t)kid->number >= page->mcids) {
		conform_add(c, CONFORM_MCID_ABSENT, element->id, "%d", kid->number);
		return;
	}
	if (tag_of_mcid(c, page, kid->number) != element)
		conform_add(c, CONFORM_PARENT_TREE, element->id, "MCID %d", kid->number);
	if (page->seen[kid->number] & MCID_CLAIMED)
		conform_add(c, CONFORM_PARENT_TREE, element->id, "MCID %d di due elementi",
			    kid->number);
	page->seen[kid->number] |= MCID_CLAIMED;
}

/* From the page to the element: what the ParentTree names is claimed and shown. */
static void check_page(struct conform *c, const struct page_state *page)
{
	for (size_t i = 0; i < page->mcids; i++) {
		bool listed = page->parents->items[i].kind != OBJECT_NULL;

		if (listed && !(page->seen[i] & MCID_SHOWN))
			conform_add(c, CONFORM_MCID_ABSENT, page->id, "%zu", i);
		if (listed && !(page->seen[i] & MCID_CLAIMED))
			conform_add(c, CONFORM_PARENT_TREE, page->id, "MCID %zu", i);
	}
}

/* The value of an annotation's key is an element that has it as a kid. */
static void check_object_kid(struct conform *c, struct tag *element, const struct kid *kid)
{
	const struct object *object = object_at(c->file, kid->number);
	const struct object *key = conform_get(c, object, "StructParent");
	const struct object *back = parent_value(c, (long)key->number);

	if (key->kind != OBJECT_INTEGER || back->kind != OBJECT_REFERENCE ||
	    back->to != element->id)
		conform_breach(c, CONFORM_ANNOTATION_PARENT, kid->number);
}

void conform_parents(struct conform *c)
{
	for (size_t i = 0; i < c->element_count; i++) {
		struct tag *element = c->elements[i];

		for (size_t k = 0; k < element->count; k++) {
			if (element->kids[k].kind == KID_CONTENT)
				check_content_kid(c, element, &element->kids[k]);
			else if (element->kids[k].kind == KID_OBJECT)
				check_object_kid(c, element, &element->kids[k]);
		}
	}
	for (size_t i = 0; i < c->page_count; i++)
		check_page(c, &c->pages[i]);
}
