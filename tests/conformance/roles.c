/* roles.c - which element may stand in which.
 *
 * Source: ISO 14289-1 7.2, 7.5, 7.6 (through ISO 32000-1 14.8.4).
 */
#include "conform_private.h"

#include <string.h>

/* A role that stands only in some others, and what it may hold.
 * A list is words parted by blanks; NULL: anything. */
struct nesting {
	const char *role, *parents, *kids;
	enum conform_clause clause;
	bool needs_kids;
};

static const struct nesting nestings[] = {
	{ "Table", NULL, "TR THead TBody TFoot Caption", CONFORM_TABLE_STRUCTURE, true },
	{ "THead", "Table", "TR", CONFORM_TABLE_STRUCTURE, true },
	{ "TBody", "Table", "TR", CONFORM_TABLE_STRUCTURE, true },
	{ "TFoot", "Table", "TR", CONFORM_TABLE_STRUCTURE, true },
	{ "TR", "Table THead TBody TFoot", "TH TD", CONFORM_TABLE_STRUCTURE, true },
	{ "TH", "TR", NULL, CONFORM_TABLE_STRUCTURE, false },
	{ "TD", "TR", NULL, CONFORM_TABLE_STRUCTURE, false },
	{ "L", NULL, "L LI Caption", CONFORM_LIST_STRUCTURE, true },
	{ "LI", "L", "Lbl LBody", CONFORM_LIST_STRUCTURE, true },
	{ "LBody", "LI", NULL, CONFORM_LIST_STRUCTURE, false },
	{ "TOC", NULL, "TOC TOCI Caption", CONFORM_CONTENTS_STRUCTURE, true },
	{ "TOCI", "TOC", "Lbl Reference NonStruct P TOC", CONFORM_CONTENTS_STRUCTURE, true },
};

/* Roles that hold text, and so nothing that is a block. */
static const char inline_holders[] = "P H1 H2 H3 H4 H5 H6 Span Lbl Reference";
static const char blocks[] =
	"Document Part Sect Art Div P H H1 H2 H3 H4 H5 H6 L LI LBody Table THead TBody TFoot TR TH "
	"TD TOC TOCI Caption BlockQuote";
/* Roles that mean nothing without something in them. */
static const char holders[] = "P H1 H2 H3 H4 H5 H6 Lbl LBody Link Reference Span Caption Document";

static bool among(const char *role, const char *words)
{
	size_t length = strlen(role);

	for (const char *at = words; length > 0 && (at = strstr(at, role)) != NULL; at++)
		if ((at == words || at[-1] == ' ') && (at[length] == ' ' || at[length] == '\0'))
			return true;
	return false;
}

static void check_parent(struct conform *c, const struct tag *element, const struct nesting *rule)
{
	const char *parent = element->parent != NULL ? element->parent->role : "";

	if (rule->parents != NULL && !among(parent, rule->parents))
		conform_add(c, rule->clause, element->id, "%s in %s", element->role, parent);
}

static void check_kids(struct conform *c, const struct tag *element, const struct nesting *rule)
{
	size_t kept = 0;

	for (size_t i = 0; rule->kids != NULL && i < element->count; i++) {
		const struct kid *kid = &element->kids[i];

		if (kid->kind == KID_ELEMENT && among(kid->element->role, rule->kids))
			kept++;
		else
			conform_add(c, rule->clause, element->id, "%s in %s",
				    kid->kind == KID_ELEMENT ? kid->element->role : "contenuto",
				    element->role);
	}
	if (rule->needs_kids && kept == 0)
		conform_add(c, rule->clause, element->id, "%s senza figli", element->role);
}

static void check_nesting(struct conform *c, const struct tag *element)
{
	for (size_t i = 0; i < sizeof nestings / sizeof *nestings; i++) {
		if (!tag_is(element, nestings[i].role))
			continue;
		check_parent(c, element, &nestings[i]);
		check_kids(c, element, &nestings[i]);
	}
}

static void check_inline(struct conform *c, const struct tag *element)
{
	if (element->parent != NULL && among(element->parent->role, inline_holders) &&
	    among(element->role, blocks))
		conform_add(c, CONFORM_NESTING, element->id, "%s in %s", element->role,
			    element->parent->role);
	if (element->parent == NULL && !tag_is(element, "Document"))
		conform_add(c, CONFORM_NESTING, element->id, "%s in cima", element->role);
	if (element->count == 0 && among(element->role, holders))
		conform_add(c, CONFORM_EMPTY_ELEMENT, element->id, "%s", element->role);
}

/* ---- captions, heads and bodies ------------------------------------------ */

static size_t count_role(const struct tag *element, const char *role)
{
	size_t count = 0;

	for (size_t i = 0; i < element->count; i++)
		count += element->kids[i].kind == KID_ELEMENT &&
			 tag_is(element->kids[i].element, role);
	return count;
}

static bool stands_at_edge(const struct tag *element, const char *role)
{
	const struct kid *first = &element->kids[0], *last = &element->kids[element->count - 1];

	return (first->kind == KID_ELEMENT && tag_is(first->element, role)) ||
	       (last->kind == KID_ELEMENT && tag_is(last->element, role));
}

static void check_caption(struct conform *c, const struct tag *element)
{
	size_t count = count_role(element, "Caption");

	if (count > 1 || (count == 1 && !stands_at_edge(element, "Caption")))
		conform_breach(c, CONFORM_CAPTION, element->id);
}

static void check_groups(struct conform *c, const struct tag *table)
{
	size_t heads = count_role(table, "THead"), feet = count_role(table, "TFoot");
	size_t bodies = count_role(table, "TBody");

	if (heads > 1 || feet > 1)
		conform_add(c, CONFORM_TABLE_STRUCTURE, table->id, "più di un THead o TFoot");
	if ((heads > 0 || feet > 0) && bodies == 0)
		conform_add(c, CONFORM_TABLE_STRUCTURE, table->id, "THead o TFoot senza TBody");
	if (count_role(table, "TR") > 0 && heads + feet + bodies > 0)
		conform_add(c, CONFORM_TABLE_STRUCTURE, table->id, "TR accanto a TBody");
}

/* ---- lists ------------------------------------------------------------------ */

static void check_numbering(struct conform *c, const struct tag *list)
{
	const char *numbering = object_name(tag_attribute(c, list, "List", "ListNumbering"));
	bool labels = false;

	for (size_t i = 0; i < list->count && !labels; i++)
		labels = list->kids[i].kind == KID_ELEMENT && tag_has(list->kids[i].element, "Lbl");
	if (labels && (*numbering == '\0' || strcmp(numbering, "None") == 0))
		conform_breach(c, CONFORM_LIST_NUMBERING, list->id);
}

void conform_roles(struct conform *c)
{
	for (size_t i = 0; i < c->element_count; i++) {
		const struct tag *element = c->elements[i];

		check_nesting(c, element);
		check_inline(c, element);
		if (among(element->role, "Table L TOC") && element->count > 0)
			check_caption(c, element);
		if (tag_is(element, "Table"))
			check_groups(c, element);
		if (tag_is(element, "L"))
			check_numbering(c, element);
	}
}
