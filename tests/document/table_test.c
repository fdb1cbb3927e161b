#include "room.h"

static const char *header_list(struct room *room, const struct document_cell *cell)
{
	struct text out = text_make(room->arena);

	for (const char **id = cell->headers; id != NULL && *id != NULL; id++)
		text_addf(&out, "%s ", *id);
	return out.bytes;
}

/* One row of column headers: scopes tell, so cells need not name them. */
static void test_document__simple_tables_have_scopes_only(void **state)
{
	struct room *room = *state;
	struct document_table *table = add_table(room, 2);
	struct document_row *head = document_add_row(room->document, table, true);
	struct document_row *row;
	struct document_cell *cell;

	add_cell(room, table, head, 't', 1, 1, "A");
	add_cell(room, table, head, 't', 1, 1, "B");
	row = document_add_row(room->document, table, false);
	add_cell(room, table, row, 'r', 1, 1, "r");
	cell = add_cell(room, table, row, 'd', 1, 1, "1");
	assert_string_equal(resolve(room), "");
	assert_null(cell->headers);
	assert_string_equal(head->first->id, "th.1.1");
}

/* Source: PDF/UA-1, 7.5: headers that scopes do not tell are named. */
static void test_document__cells_name_their_headers_in_complex_tables(void **state)
{
	struct room *room = *state;
	struct document_table *table = add_table(room, 3);
	struct document_row *head = document_add_row(room->document, table, true);
	struct document_cell *data[2];
	struct document_row *row;

	add_cell(room, table, head, 't', 1, 2, "A");
	add_cell(room, table, head, 't', 2, 1, "B");
	head = document_add_row(room->document, table, true);
	add_cell(room, table, head, 't', 1, 1, "C");
	add_cell(room, table, head, 't', 1, 1, "D");
	row = document_add_row(room->document, table, false);
	add_cell(room, table, row, 'r', 1, 2, "g");
	data[0] = add_cell(room, table, row, 'd', 2, 1, "1");
	row = document_add_row(room->document, table, false);
	add_cell(room, table, row, 'd', 1, 1, "2");
	data[1] = add_cell(room, table, row, 'd', 1, 1, "3");
	assert_string_equal(resolve(room), "");
	assert_string_equal(header_list(room, data[0]), "th.1.5 th.1.2 th.1.3 th.1.4 ");
	assert_string_equal(header_list(room, data[1]), "th.1.5 th.1.2 th.1.4 ");
}

/* Headings inside the body begin a new set for the rows below them. */
static void test_document__later_headers_replace_earlier_ones(void **state)
{
	struct room *room = *state;
	struct document_table *table = add_table(room, 1);
	struct document_cell *cells[2];

	for (int i = 0; i < 2; i++) {
		struct document_row *row = document_add_row(room->document, table, false);

		add_cell(room, table, row, 't', 1, 1, "A");
		row = document_add_row(room->document, table, false);
		cells[i] = add_cell(room, table, row, 'd', 1, 1, "1");
	}
	assert_string_equal(resolve(room), "");
	assert_string_equal(header_list(room, cells[0]), "th.1.1 ");
	assert_string_equal(header_list(room, cells[1]), "th.1.2 ");
}

static void test_document__rows_must_fill_the_columns(void **state)
{
	struct room *room = *state;
	struct document_table *table = add_table(room, 3);
	struct document_row *row = document_add_row(room->document, table, false);

	row->place = (struct place){ "m.xml", 5, 1 };
	add_cell(room, table, row, 'd', 2, 1, "a");
	row = document_add_row(room->document, table, false);
	row->place = (struct place){ "m.xml", 6, 1 };
	add_cell(room, table, row, 'd', 2, 1, "b");
	add_cell(room, table, row, 'd', 2, 1, "c");
	assert_string_equal(resolve(room),
			    "m.xml:5:1: errore: la riga riempie 2 colonne delle 3 della tabella: "
			    "correggere gli span o il numero delle celle [riga-incompleta]\n"
			    "m.xml:6:1: errore: la riga riempie 4 colonne delle 3 della tabella: "
			    "correggere gli span o il numero delle celle [riga-incompleta]\n");
}

static void test_document__spans_end_with_the_rows(void **state)
{
	struct room *room = *state;
	struct document_table *table = add_table(room, 1);
	struct document_row *row = document_add_row(room->document, table, true);

	row->place = (struct place){ "m.xml", 5, 1 };
	add_cell(room, table, row, 't', 1, 3, "a");
	row = document_add_row(room->document, table, false);
	assert_int_equal(add_cell(room, table, row, 'd', 1, 1, "b")->column, 0);
	assert_string_equal(
		resolve(room),
		"m.xml:5:1: errore: una cella si stende su altre 2 righe che non ci sono: "
		"correggere righe=\"…\" [righe-mancanti]\n");
}

int table_suite(void)
{
	const struct CMUnitTest tests[] = {
		ROOM_TEST(test_document__simple_tables_have_scopes_only),
		ROOM_TEST(test_document__cells_name_their_headers_in_complex_tables),
		ROOM_TEST(test_document__later_headers_replace_earlier_ones),
		ROOM_TEST(test_document__rows_must_fill_the_columns),
		ROOM_TEST(test_document__spans_end_with_the_rows),
	};

	return cmocka_run_group_tests_name("tables", tests, NULL, NULL);
}
