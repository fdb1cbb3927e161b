/* headings.c - levels of headings in reading order. Source: ISO 14289-1 7.4. */
#include "conform_private.h"

#include <string.h>

/* 1 to 6; 0: not a numbered heading. */
static int level_of(const struct tag *element)
{
	const char *role = element->role;

	return role[0] == 'H' && role[1] >= '1' && role[1] <= '6' && role[2] == '\0' ? role[1] - '0'
										     : 0;
}

void conform_headings(struct conform *c)
{
	int before = 0;

	for (size_t i = 0; i < c->element_count; i++) {
		const struct tag *element = c->elements[i];
		int level = level_of(element);

		if (tag_is(element, "H"))
			conform_breach(c, CONFORM_HEADING_MIXED, element->id);
		if (level == 0)
			continue;
		if (before == 0 && level != 1)
			conform_add(c, CONFORM_HEADING_FIRST, element->id, "%s", element->role);
		else if (level > before + 1)
			conform_add(c, CONFORM_HEADING_GAP, element->id, "H%d dopo H%d", level,
				    before);
		before = level;
	}
}
