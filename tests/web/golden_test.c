/* golden_test.c - a whole page as text. */
#include "room.h"

#include "golden.h"

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
	golden_assert(room->arena, TEST_DIR "/golden/relazione.html", render(room));
}

const struct CMUnitTest golden_tests[] = {
	room_test(test_web__golden_report),
};
const size_t golden_tests_count = sizeof golden_tests / sizeof *golden_tests;
