/* golden_test.c - a whole page as text. After a wanted change, read the diff and
 * write the files anew with RELAZIONE_GOLDEN=write.
 */
#include "room.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *read_all(struct arena *arena, const char *path)
{
	FILE *file = fopen(path, "rb");
	struct text text = text_make(arena);
	char buffer[4096];
	size_t n;

	if (file == NULL)
		return text.bytes;
	while ((n = fread(buffer, 1, sizeof buffer, file)) > 0)
		text_add_n(&text, buffer, n);
	fclose(file);
	return text.bytes;
}

static void assert_golden(struct room *room, const char *name)
{
	const char *path = arena_printf(room->arena, TEST_DIR "/golden/%s.html", name);
	const char *html = render(room);

	if (getenv("RELAZIONE_GOLDEN") != NULL) {
		FILE *file = fopen(path, "wb");

		assert_non_null(file);
		assert_true(fputs(html, file) >= 0);
		assert_int_equal(fclose(file), 0);
	}
	assert_string_equal(html, read_all(room->arena, path));
}

static void test_web__golden_report(void **state)
{
	struct room *room = *state;
	struct document_block *box, *table, *list;

	add_paragraph(room, room->cover, "Ente di prova");
	add_paragraph(room, room->cover, "Relazione sulla performance")->style = &room->large;
	add_heading(room, 1, "Premessa")->id = "premessa";
	add_inline(room, add_paragraph(room, NULL, "Il risultato è "), DOCUMENT_SIGNAL, "Raggiunto")
		->signal = "verde";
	box = add_block(room, NULL, DOCUMENT_BOX);
	box->style = &room->filled;
	add_paragraph(room, box, "95,80 %");
	list = add_block(room, NULL, DOCUMENT_LIST);
	add_paragraph(room, add_block(room, list, DOCUMENT_ITEM), "un punto");
	add_heading(room, 1, "Risultati");
	table = add_table(room, "pfp");
	table->id = "scheda-A1";
	table->as.table->summary = "Scheda dell’obiettivo A1";
	add_row(room, table, true, "#Codice|#Indicatore|#Grado");
	add_row(room, table, false, "K1|Imprese assistite|=62,10 %");
	add_block(room, NULL, DOCUMENT_SIGNATURES);
	assert_golden(room, "relazione");
}

const struct CMUnitTest golden_tests[] = {
	room_test(test_web__golden_report),
};
const size_t golden_tests_count = sizeof golden_tests / sizeof *golden_tests;
