#include "room.h"

#include <string.h>

const struct document_style plain_style = { .character = { .size_pt = 10 },
					    .background = DOCUMENT_NO_COLOUR };

int room_setup(void **state)
{
	struct arena *arena = arena_create(NULL);
	struct room *room = arena_new(arena, struct room);

	room->arena = arena;
	room->diag = diag_make(arena);
	room->document = document_create(arena);
	room->section = document_add(room->document, NULL, DOCUMENT_SECTION, &plain_style);
	*state = room;
	return 0;
}

int room_teardown(void **state)
{
	arena_destroy(((struct room *)*state)->arena);
	return 0;
}

struct document_block *add_block(struct room *room, enum document_block_kind kind, int line)
{
	struct document_block *block =
		document_add(room->document, room->section, kind, &plain_style);

	block->place = (struct place){ "m.xml", line, 1 };
	return block;
}

struct document_inline *add_text(struct room *room, struct document_block *block, const char *text)
{
	struct document_inline *piece = document_add_inline(room->document, block, NULL,
							    DOCUMENT_TEXT, &plain_style.character);

	piece->text = text;
	return piece;
}

struct document_block *add_heading(struct room *room, int level, enum document_numbering numbering,
				   const char *title)
{
	struct document_block *block = add_block(room, DOCUMENT_HEADING, level);

	block->as.heading->level = level;
	block->as.heading->numbering = numbering;
	add_text(room, block, title);
	return block;
}

struct document_table *add_table(struct room *room, int columns)
{
	struct document_table *table = add_block(room, DOCUMENT_TABLE, 1)->as.table;

	table->column_count = columns;
	table->widths = arena_array(room->arena, struct document_width, (size_t)columns);
	for (int i = 0; i < columns; i++)
		table->widths[i] = (struct document_width){ DOCUMENT_WIDTH_FR, 1 };
	return table;
}

struct document_cell *add_cell(struct room *room, struct document_table *table,
			       struct document_row *row, char kind, int columns, int rows,
			       const char *text)
{
	struct document_cell *cell = document_add_cell(room->document, table, row, columns, rows);

	cell->header = kind != 'd';
	cell->scope = kind == 't'   ? DOCUMENT_SCOPE_COLUMN
		      : kind == 'r' ? DOCUMENT_SCOPE_ROW
				    : DOCUMENT_SCOPE_NONE;
	add_text(room, document_add_in_cell(room->document, cell, DOCUMENT_PARAGRAPH, &plain_style),
		 text);
	return cell;
}

const char *resolve(struct room *room)
{
	struct text out = text_make(room->arena);
	enum status status = document_resolve(room->document, &room->diag);

	for (size_t i = 0; i < room->diag.count; i++) {
		diag_format(&out, &room->diag.entries[i]);
		text_add(&out, "\n");
	}
	assert_int_equal(status, out.length > 0 ? STATUS_DATA : STATUS_OK);
	return out.bytes;
}

const char *dump(struct room *room)
{
	struct text out = text_make(room->arena);

	document_dump(&out, room->document);
	assert_true(text_starts(out.bytes, "section\n"));
	return out.bytes + strlen("section\n");
}
