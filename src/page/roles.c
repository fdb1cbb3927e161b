/* roles.c - the names of structure roles, as ISO 32000-1 14.8.4 spells them. */
#include "page/page.h"

#include <assert.h>

static const char *const names[PAGE_ROLES] = {
	[PAGE_DOCUMENT] = "Document",
	[PAGE_PART] = "Part",
	[PAGE_SECT] = "Sect",
	[PAGE_DIV] = "Div",
	[PAGE_NONSTRUCT] = "NonStruct",
	[PAGE_H1] = "H1",
	[PAGE_H2] = "H2",
	[PAGE_H3] = "H3",
	[PAGE_H4] = "H4",
	[PAGE_H5] = "H5",
	[PAGE_H6] = "H6",
	[PAGE_P] = "P",
	[PAGE_L] = "L",
	[PAGE_LI] = "LI",
	[PAGE_LBL] = "Lbl",
	[PAGE_LBODY] = "LBody",
	[PAGE_TOC] = "TOC",
	[PAGE_TOCI] = "TOCI",
	[PAGE_REFERENCE] = "Reference",
	[PAGE_LINK] = "Link",
	[PAGE_SPAN] = "Span",
	[PAGE_NOTE] = "Note",
	[PAGE_TABLE] = "Table",
	[PAGE_CAPTION] = "Caption",
	[PAGE_THEAD] = "THead",
	[PAGE_TBODY] = "TBody",
	[PAGE_TR] = "TR",
	[PAGE_TH] = "TH",
	[PAGE_TD] = "TD",
	[PAGE_FIGURE] = "Figure",
	[PAGE_FORM] = "Form",
};

const char *page_role_name(enum page_role role)
{
	assert(role < PAGE_ROLES);
	return names[role];
}
