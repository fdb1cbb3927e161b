#include "room.h"

static void test_document__blocks_stand_in_the_order_they_came(void **state)
{
	struct room *room = *state;
	struct document_block *list = add_block(room, DOCUMENT_LIST, 1);
	struct document_block *item =
		document_add(room->document, list, DOCUMENT_ITEM, &plain_style);

	add_text(room, document_add(room->document, item, DOCUMENT_PARAGRAPH, &plain_style), "uno");
	add_text(room, add_block(room, DOCUMENT_PARAGRAPH, 2), "due");
	assert_string_equal(dump(room), "  list\n    item\n      paragraph \"uno\"\n"
					"  paragraph \"due\"\n");
	assert_ptr_equal(item->parent, list);
	assert_int_equal(room->document->block_count, 5);
}

static void test_document__detached_blocks_can_be_attached(void **state)
{
	struct room *room = *state;
	struct document_block *block =
		document_make(room->document, DOCUMENT_PARAGRAPH, &plain_style);
	struct document_table *table = add_table(room, 1);
	struct document_row *row = document_add_row(room->document, table, false);
	struct document_cell *cell = document_add_cell(room->document, table, row, 1, 1);

	add_text(room, block, "in cella");
	document_attach(room->document, NULL, cell, block);
	assert_ptr_equal(cell->last, block);
	assert_null(block->parent);
	block = document_make(room->document, DOCUMENT_PARAGRAPH, &plain_style);
	document_attach(room->document, room->section, NULL, block);
	assert_ptr_equal(room->section->last, block);
}

/* The plain text of a heading is what a bookmark shows. */
static void test_document__plain_text_leaves_out_late_pieces(void **state)
{
	struct room *room = *state;
	struct document_block *block = add_block(room, DOCUMENT_PARAGRAPH, 1);
	struct document_inline *span;

	add_text(room, block, " a ");
	span = document_add_inline(room->document, block, NULL, DOCUMENT_SPAN,
				   &plain_style.character);
	document_add_inline(room->document, block, span, DOCUMENT_TEXT, &plain_style.character)
		->text = "b";
	document_add_inline(room->document, block, NULL, DOCUMENT_BREAK, &plain_style.character);
	add_text(room, block, "c");
	document_add_inline(room->document, block, NULL, DOCUMENT_PAGE_NUMBER,
			    &plain_style.character);
	assert_string_equal(document_plain(room->document, block->text_first), "a b c");
}

static void test_document__cells_take_the_first_free_column(void **state)
{
	struct room *room = *state;
	struct document_table *table = add_table(room, 3);
	struct document_row *row = document_add_row(room->document, table, false);

	assert_int_equal(document_free_columns(table), 3);
	assert_int_equal(add_cell(room, table, row, 'd', 1, 2, "a")->column, 0);
	assert_int_equal(add_cell(room, table, row, 'd', 2, 1, "b")->column, 1);
	assert_int_equal(document_free_columns(table), 0);
	row = document_add_row(room->document, table, false);
	assert_int_equal(document_free_columns(table), 2);
	assert_int_equal(add_cell(room, table, row, 'd', 1, 1, "c")->column, 1);
	assert_int_equal(add_cell(room, table, row, 'd', 1, 1, "d")->column, 2);
	row = document_add_row(room->document, table, false);
	assert_int_equal(document_free_columns(table), 3);
}

int build_suite(void)
{
	const struct CMUnitTest tests[] = {
		ROOM_TEST(test_document__blocks_stand_in_the_order_they_came),
		ROOM_TEST(test_document__detached_blocks_can_be_attached),
		ROOM_TEST(test_document__plain_text_leaves_out_late_pieces),
		ROOM_TEST(test_document__cells_take_the_first_free_column),
	};

	return cmocka_run_group_tests_name("building", tests, NULL, NULL);
}
