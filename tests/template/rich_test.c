#include "suites.h"

static void expand_text(struct room *room, const char *text, const char *around)
{
	room_plan(room, arena_printf(room->arena,
				     "<ambito codice='1' titolo='A'><obiettivo id='O1' "
				     "titolo='Obiettivo' codice='C'><indicatore id='I' "
				     "unita-misura='%%'><nome>N</nome><target anno='2022' "
				     "op='&gt;='>75.00</target><consuntivo "
				     "anno='2022'>80</consuntivo></indicatore></obiettivo></ambito>"
				     "<testo id='t' titolo='T'>%s</testo>",
				     text));
	room_body(room, around);
	assert_string_equal(room_findings(room), "");
}

/* In a sentence a figure comes without its comparison. */
static void test_template__texts_of_the_plan_become_blocks(void **state)
{
	struct room *room = *state;

	expand_text(
		room,
		"<p>Il <b>target</b> {{è}} {anno} <valore "
		"di=\"discendenti[id='O1'].indicatori.target\"/>, <valore di='risultato' "
		"formato='percento:0'/> [<valore di='documento.versione' se-manca='nessuna'/>]</p>"
		"<elenco><punto>uno</punto></elenco><tabella colonne='1fr 1fr'><riga><capo>a"
		"</capo><cella>b</cella></riga></tabella>",
		"<contenuto di=\"testi[id='t']\"/>");
	assert_int_equal(room_expand(room), STATUS_OK);
	assert_string_equal(
		room_dump(room),
		"  paragraph .p \"Il <b>target</b> {{è}} {anno} 75,00\u00a0%, 100\u00a0% "
		"[nessuna]\"\n"
		"  list .elenco\n    item .punto\n      paragraph .p-punto \"uno\"\n"
		"  table 1fr 1fr .tabella\n    row\n"
		"      th @0 row\n        paragraph .p-cella \"a\"\n"
		"      td @1\n        paragraph .p-cella \"b\"\n");
}

/* Its author doesn't know under which heading a template puts it. */
static void test_template__headings_of_texts_follow_those_around(void **state)
{
	struct room *room = *state;

	expand_text(room,
		    "<titolo livello='3'>a</titolo><titolo livello='5'>b</titolo><titolo "
		    "livello='3'>c</titolo>",
		    "<titolo livello='1'>Uno</titolo><contenuto di=\"testi[id='t']\"/><titolo "
		    "livello='2'>Due</titolo><contenuto di=\"testi[id='t'].contenuto\"/>");
	assert_int_equal(room_expand(room), STATUS_OK);
	assert_string_equal(room_dump(room), "  heading 1 .titolo-1 #titolo.1 \"Uno\"\n"
					     "  heading 2 .titolo-2 #titolo.2 \"a\"\n"
					     "  heading 3 .titolo-3 #titolo.3 \"b\"\n"
					     "  heading 2 .titolo-2 #titolo.4 \"c\"\n"
					     "  heading 2 .titolo-2 #titolo.5 \"Due\"\n"
					     "  heading 3 .titolo-3 #titolo.6 \"a\"\n"
					     "  heading 4 .titolo-4 #titolo.7 \"b\"\n"
					     "  heading 3 .titolo-3 #titolo.8 \"c\"\n");
}

/* A reference in a text leads to the block that stands for the thing; where
 * there is none, it is only its name. */
static void test_template__references_lead_to_things(void **state)
{
	struct room *room = *state;

	expand_text(
		room, "<p><rif a='O1'/></p><p id='mio'>qui</p><p><rif a='mio'/></p>",
		"<contenuto di=\"testi[id='t']\"/><per-ogni di='discendenti'><titolo livello='1' "
		"id='scheda-{id}'>{codice} {titolo}</titolo></per-ogni>");
	assert_int_equal(room_expand(room), STATUS_OK);
	assert_string_equal(room_dump(room),
			    "  paragraph .p \"<ref #scheda-O1 title 'C Obiettivo'>\"\n"
			    "  paragraph .p #mio \"qui\"\n"
			    "  paragraph .p \"<ref #mio title 'qui'>\"\n"
			    "  heading 1 .titolo-1 #scheda-O1 \"C Obiettivo\"\n");
	expand_text(room, "<p>Si veda <rif a='O1'/>.</p>", "<contenuto di=\"testi[id='t']\"/>");
	assert_int_equal(room_expand(room), STATUS_OK);
	assert_string_equal(room_dump(room), "  paragraph .p \"Si veda Obiettivo.\"\n");
}

/* Faults of the plan's texts stand at the plan's lines, shown or not. */
static void test_template__faults_stand_at_the_plan(void **state)
{
	struct room *room = *state;

	expand_text(
		room,
		"<p><valore di='risultatto'/></p>\n<p><valore di='risultato' "
		"formato='data'/></p>\n<p><rif a='O9'/></p>\n<tabella "
		"colonne='1fr'><riga><cella>1</cella><cella>2</cella></riga></tabella>\n<grafico "
		"tipo='torta' di='obiettivi'/>",
		"<p>x</p>");
	assert_int_equal(room_expand(room), STATUS_DATA);
	assert_string_equal(
		room_findings(room),
		"piano.xml:1:832: errore: in di=\"risultatto\" di <valore>: «risultatto» non è un "
		"campo (cercato in: piano): forse «risultato» [campo-ignoto]\npiano.xml:2:4: "
		"errore: in di=\"risultato\" di <valore>: il formato «data» non va bene per questo "
		"campo [formato-tipo]\npiano.xml:3:4: errore: nel documento non c’è un obiettivo, "
		"un indicatore o un testo con id «O9» [rimando-ignoto]\npiano.xml:4:24: errore: la "
		"riga riempie 2 colonne delle 1 della tabella: correggere gli span o il numero "
		"delle celle [riga-incompleta]\npiano.xml:5:1: errore: <grafico> vuole almeno una "
		"<serie nome=\"…\" valore=\"…\"/> [serie]\n");
}

int rich_suite(void)
{
	const struct CMUnitTest tests[] = {
		ROOM_TEST(test_template__texts_of_the_plan_become_blocks),
		ROOM_TEST(test_template__headings_of_texts_follow_those_around),
		ROOM_TEST(test_template__references_lead_to_things),
		ROOM_TEST(test_template__faults_stand_at_the_plan),
	};

	return cmocka_run_group_tests_name("texts of the plan", tests, NULL, NULL);
}
