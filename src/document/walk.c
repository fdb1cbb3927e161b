#include "document_private.h"

static void walk_block(struct document_block *block, document_visit *visit, void *user);

static void walk_blocks(struct document_block *first, document_visit *visit, void *user)
{
	for (struct document_block *block = first; block != NULL; block = block->next)
		walk_block(block, visit, user);
}

static void walk_rows(struct document_row *first, document_visit *visit, void *user)
{
	for (struct document_row *row = first; row != NULL; row = row->next)
		for (struct document_cell *cell = row->first; cell != NULL; cell = cell->next)
			walk_blocks(cell->first, visit, user);
}

static void walk_block(struct document_block *block, document_visit *visit, void *user)
{
	visit(block, user);
	if (block->kind == DOCUMENT_TABLE) {
		if (block->as.table->caption != NULL)
			walk_block(block->as.table->caption, visit, user);
		walk_rows(block->as.table->head_first, visit, user);
		walk_rows(block->as.table->first, visit, user);
	}
	walk_blocks(block->first, visit, user);
}

void document_walk(struct document *document, document_visit *visit, void *user)
{
	walk_blocks(document->first, visit, user);
}
