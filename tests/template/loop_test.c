#include "suites.h"

static void test_template__loops_over_one_thing_or_none(void **state)
{
	struct room *room = *state;

	assert_shows(room, "<per-ogni di='ente'>{denominazione}</per-ogni>", "Ente di prova");
	assert_shows(room, "<per-ogni di='valore-pubblico'>x</per-ogni>.", ".");
	assert_shows(room, "<per-ogni di=\"indicatori[id='I1'].target\">{valore} {anno}</per-ogni>",
		     "≥\u00a075,00\u00a0% 2022");
	assert_shows(room,
		     "<per-ogni di=\"indicatori[id='I1'].targets\" tra='; '>{anno}: "
		     "{valore|numero}</per-ogni>",
		     "2022: 75,00; 2023: 80");
}

static void test_template__separators_stand_between_turns(void **state)
{
	struct room *room = *state;

	assert_shows(room, "<per-ogni di='unita' tra=', '>\n {denominazione}\n</per-ogni>.",
		     "Area A, Area B.");
	assert_shows(room, "(<per-ogni di='discendenti' tra=' e '>{codice}</per-ogni>)",
		     "(S1 e P10 e P2 e S2)");
}

/* Codes sort as people count: P2 before P10; what is missing comes last. */
static void test_template__loops_sort(void **state)
{
	struct room *room = *state;

	assert_shows(room, "<per-ogni di='discendenti' ordina='codice' tra=' '>{codice}</per-ogni>",
		     "P2 P10 S1 S2");
	assert_shows(room,
		     "<per-ogni di='discendenti' ordina='-codice' tra=' '>{codice}</per-ogni>",
		     "S2 S1 P10 P2");
	assert_shows(room,
		     "<per-ogni di='discendenti' ordina='-risultato' tra=' '>{codice}</per-ogni>",
		     "P2 S1 P10 S2");
	assert_shows(room,
		     "<per-ogni di='discendenti' ordina='tipo -codice' tra=' '>{codice}</per-ogni>",
		     "P10 P2 S2 S1");
	assert_shows(room, "<per-ogni di='indicatori' ordina='target' tra=' '>{id}</per-ogni>",
		     "I5 I6 I1 I4 I2 I3");
}

static void test_template__loops_group_in_order_of_appearance(void **state)
{
	struct room *room = *state;

	assert_shows(room,
		     "<per-ogni di='discendenti' raggruppa='tipo' tra='; '>{n}. {chiave} "
		     "({conta(gruppo)}): <per-ogni di='gruppo' tra=', '>{codice}</per-ogni>"
		     "</per-ogni>",
		     "1. strategico (2): S1, S2; 2. operativo (2): P10, P2");
	assert_shows(room,
		     "<per-ogni di='discendenti' raggruppa='padre' tra='; '><t "
		     "se='chiave'>{chiave.codice}</t><t se='non chiave'>in alto</t> "
		     "{gruppo.codice}</per-ogni>",
		     "<t>in alto</t> S1; <t>S1</t> P10");
	assert_shows(room,
		     "<per-ogni di='discendenti' raggruppa='tipo' tra='; '>"
		     "{conta(piano.discendenti[tipo = chiave])}</per-ogni>",
		     "2; 2");
}

static void test_template__loops_of_blocks(void **state)
{
	struct room *room = *state;

	assert_blocks(room,
		      "<per-ogni di='ambiti'><titolo livello='1'>{titolo}</titolo><per-ogni "
		      "di='obiettivi'><p>{codice}</p></per-ogni></per-ogni>",
		      "  heading 1 .titolo-1 #titolo.1 \"Servizi\"\n"
		      "  paragraph .p \"S1\"\n"
		      "  heading 1 .titolo-1 #titolo.2 \"Bilancio\"\n"
		      "  paragraph .p \"S2\"\n");
}

/* Nothing of a plan is lost: what no chapter took can be asked for. */
static void test_template__what_was_shown_is_known(void **state)
{
	struct room *room = *state;

	assert_blocks(room,
		      "<per-ogni di='discendenti[tipo = operativo]'><p id='{id}'>{codice}</p>"
		      "</per-ogni><per-ogni di='discendenti[non mostrato]'><p>resto {codice}</p>"
		      "</per-ogni>",
		      "  paragraph .p #P1 \"P10\"\n  paragraph .p #P2 \"P2\"\n"
		      "  paragraph .p \"resto S1\"\n  paragraph .p \"resto S2\"\n");
}

int loop_suite(void)
{
	const struct CMUnitTest tests[] = {
		ROOM_TEST(test_template__loops_over_one_thing_or_none),
		ROOM_TEST(test_template__separators_stand_between_turns),
		ROOM_TEST(test_template__loops_sort),
		ROOM_TEST(test_template__loops_group_in_order_of_appearance),
		ROOM_TEST(test_template__loops_of_blocks),
		ROOM_TEST(test_template__what_was_shown_is_known),
	};

	return cmocka_run_group_tests_name("loops", tests, NULL, NULL);
}
