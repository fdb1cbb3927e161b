/* soon.c - kinds of blocks that have no room yet: their blocks as a box. */
#include "layout_private.h"

struct piece *figure_create(const struct setting *setting, const struct document_block *block)
{
	return box_create(setting, block);
}
struct piece *contents_create(const struct setting *setting, const struct document_block *block)
{
	return box_create(setting, block);
}
struct piece *signatures_create(const struct setting *setting, const struct document_block *block)
{
	return box_create(setting, block);
}
