#include "document/document.h"

struct document *document_create(struct arena *arena)
{
	struct document *document = arena_new(arena, struct document);

	document->arena = arena;
	document->language = "it-IT";
	document->targets = map_make(arena);
	return document;
}

static struct document_block *make_block(struct document *document, enum document_block_kind kind,
					 const struct document_style *style)
{
	struct document_block *block = arena_new(document->arena, struct document_block);

	block->kind = kind;
	block->style = style;
	document->block_count++;
	return block;
}

/* What only some kinds have, so that callers can fill it at once. */
static void make_part(struct arena *arena, struct document_block *block)
{
	switch (block->kind) {
	case DOCUMENT_SECTION: block->as.section = arena_new(arena, struct document_section); break;
	case DOCUMENT_HEADING:
		block->as.heading = arena_new(arena, struct document_heading);
		block->as.heading->start = -1;
		break;
	case DOCUMENT_LIST: block->as.list = arena_new(arena, struct document_list); break;
	case DOCUMENT_TABLE: block->as.table = arena_new(arena, struct document_table); break;
	case DOCUMENT_FIGURE: block->as.figure = arena_new(arena, struct document_figure); break;
	case DOCUMENT_CONTENTS:
		block->as.contents = arena_new(arena, struct document_contents);
		break;
	case DOCUMENT_SIGNATURES:
		block->as.signatures = arena_new(arena, struct document_signatures);
		break;
	case DOCUMENT_BOX:
	case DOCUMENT_PARAGRAPH:
	case DOCUMENT_ITEM: break;
	}
}

static void append(struct document_block **first, struct document_block **last,
		   struct document_block *block)
{
	if (*last != NULL)
		(*last)->next = block;
	else
		*first = block;
	*last = block;
}

struct document_block *document_add(struct document *document, struct document_block *parent,
				    enum document_block_kind kind,
				    const struct document_style *style)
{
	struct document_block *block = make_block(document, kind, style);

	make_part(document->arena, block);
	block->parent = parent;
	if (parent != NULL)
		append(&parent->first, &parent->last, block);
	else
		append(&document->first, &document->last, block);
	return block;
}

struct document_block *document_add_in_cell(struct document *document, struct document_cell *cell,
					    enum document_block_kind kind,
					    const struct document_style *style)
{
	struct document_block *block = make_block(document, kind, style);

	make_part(document->arena, block);
	append(&cell->first, &cell->last, block);
	return block;
}

struct document_block *document_make(struct document *document, enum document_block_kind kind,
				     const struct document_style *style)
{
	struct document_block *block = make_block(document, kind, style);

	make_part(document->arena, block);
	return block;
}

void document_attach(struct document *document, struct document_block *parent,
		     struct document_cell *cell, struct document_block *block)
{
	block->parent = cell != NULL ? NULL : parent;
	if (cell != NULL)
		append(&cell->first, &cell->last, block);
	else if (parent != NULL)
		append(&parent->first, &parent->last, block);
	else
		append(&document->first, &document->last, block);
}

struct document_inline *document_add_inline(struct document *document, struct document_block *block,
					    struct document_inline *inside,
					    enum document_inline_kind kind,
					    const struct document_character *character)
{
	struct document_inline *piece = arena_new(document->arena, struct document_inline);
	struct document_inline **first = inside != NULL ? &inside->first : &block->text_first;
	struct document_inline **last = inside != NULL ? &inside->last : &block->text_last;

	piece->kind = kind;
	piece->character = character;
	piece->parent = inside;
	if (*last != NULL)
		(*last)->next = piece;
	else
		*first = piece;
	*last = piece;
	return piece;
}

void document_name(struct document *document, struct document_block *block, const char *id)
{
	struct document_alias *alias;

	if (block->id == NULL) {
		block->id = id;
		return;
	}
	alias = arena_new(document->arena, struct document_alias);
	alias->id = id;
	alias->block = block;
	alias->next = document->aliases;
	document->aliases = alias;
}
