#include "suites.h"

#define HEAD "<modello xmlns='urn:relazione:modello:1' nome='scheda' per='assegnazioni'>"

/* One document an item; its fields are nearer than the plan's. */
static void test_template__one_document_an_assignment(void **state)
{
	struct room *room = *state;

	room_usual_plan(room);
	room_write(room, "modello.xml",
		   HEAD
		   "<pagina id='v'><testa><p>{incarico}</p></testa></pagina><corpo><sezione "
		   "pagina='v'><titolo livello='1'>{incarico} {anno}</titolo><per-ogni "
		   "di='obiettivi'><p>{codice} {titolo} {peso|percento:0}</p></per-ogni></sezione>"
		   "</corpo></modello>");
	assert_int_equal(room_read(room), STATUS_OK);
	assert_true(template_per_assignment(room->template));
	room->item = room->plan->assignments.items[0];
	assert_int_equal(room_expand(room), STATUS_OK);
	assert_string_equal(room_dump(room), "  heading 1 .titolo-1 #titolo.1 \"Segretario 2022\"\n"
					     "  paragraph .p \"X1 Orari 100\u00a0%\"\n");
}

/* Title, author and date of a document come from the plan unless it says. */
static void test_template__documents_describe_themselves(void **state)
{
	struct room *room = *state;

	assert_blocks(room, "<p>x</p>", "  paragraph .p \"x\"\n");
	assert_string_equal(room->document->title, "Relazione 2022 – Ente di prova");
	assert_string_equal(room->document->author, "Ente di prova");
	assert_string_equal(room->document->date, "2023-06-13");
	assert_string_equal(room->document->language, "it-IT");
	room_write(room, "modello.xml",
		   "<modello xmlns='urn:relazione:modello:1' titolo='T {anno}' autore='A' "
		   "oggetto='O' parole-chiave='K' lingua='de-DE'><corpo><sezione><p>x</p></sezione>"
		   "</corpo></modello>");
	assert_int_equal(room_read(room), STATUS_OK);
	assert_int_equal(room_expand(room), STATUS_OK);
	assert_string_equal(room->document->title, "T 2022");
	assert_string_equal(room->document->author, "A");
	assert_string_equal(room->document->keywords, "K");
	assert_string_equal(room->document->language, "de-DE");
}

int sheet_suite(void)
{
	const struct CMUnitTest tests[] = {
		ROOM_TEST(test_template__one_document_an_assignment),
		ROOM_TEST(test_template__documents_describe_themselves),
	};

	return cmocka_run_group_tests_name("sheets", tests, NULL, NULL);
}
