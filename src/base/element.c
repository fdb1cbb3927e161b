/* element.c - questions to a tree of elements. */
#include "base/element.h"

#include "base/text.h"

#include <string.h>

bool element_is(const struct element *element, const char *name)
{
	return element != NULL && element->name != NULL && strcmp(element->name, name) == 0;
}

const char *element_attribute(const struct element *element, const char *name)
{
	size_t i;

	for (i = 0; i < element->attribute_count; i++)
		if (strcmp(element->attributes[i].name, name) == 0)
			return element->attributes[i].value;
	return NULL;
}

struct element *element_skip_text(struct element *element)
{
	while (element != NULL && element->name == NULL)
		element = element->next;
	return element;
}

struct element *element_child(const struct element *element, const char *name)
{
	struct element *child;

	for (child = element->first; child != NULL; child = child->next)
		if (element_is(child, name))
			return child;
	return NULL;
}

/* The node after `node` in document order, still below `root`; NULL at the end.
 * A walk without recursion, so that depth costs nothing. */
static const struct element *next_below(const struct element *root, const struct element *node)
{
	if (node->first != NULL)
		return node->first;
	while (node != root && node->next == NULL)
		node = node->parent;
	return node == root ? NULL : node->next;
}

char *element_text(struct arena *arena, const struct element *element)
{
	struct text all = text_make(arena);
	const struct element *node;

	for (node = element; node != NULL; node = next_below(element, node))
		if (node->text != NULL)
			text_add(&all, node->text);
	return text_fold_space(arena, all.bytes);
}
