#include "suites.h"

#include <string.h>

#define BODY(inside) "\n<corpo><sezione>" inside "</sezione></corpo>"

static void assert_uses(struct room *room, const char *blocks, const char *inside,
			const char *expected)
{
	if (room->plan == NULL)
		room_usual_plan(room);
	room_template(room, arena_printf(room->arena, "%s<corpo><sezione>%s</sezione></corpo>",
					 blocks, inside));
	assert_string_equal(room_findings(room), "");
	assert_int_equal(room_expand(room), STATUS_OK);
	assert_string_equal(room_dump(room), expected);
}

static void test_template__parameters_are_constants(void **state)
{
	struct room *room = *state;

	assert_uses(room,
		    "<blocco nome='b'><parametro nome='x'/><parametro nome='y' valori='si no' "
		    "predefinito='no'/><p>{@x} {{@x}|{@x|maiuscolo}</p><p se='@y = si'>y</p><p "
		    "se='@y != si'>non y</p></blocco>",
		    "<usa blocco='b' x='uno'/><usa blocco='b' x='due' y='si'/>",
		    "  paragraph .p \"uno {@x}|UNO\"\n  paragraph .p \"non y\"\n"
		    "  paragraph .p \"due {@x}|DUE\"\n  paragraph .p \"y\"\n");
}

static void test_template__parameters_may_be_paths_and_words(void **state)
{
	struct room *room = *state;

	assert_uses(room,
		    "<blocco nome='b'><parametro nome='di'/><parametro nome='tipo'/>"
		    "<parametro nome='valore'/><per-ogni di='@di[tipo = @tipo]'>"
		    "<p>{titolo} <valore di='@valore' formato='numero:0'/></p></per-ogni></blocco>",
		    "<usa blocco='b' di='discendenti' tipo='operativo' valore='risultato'/>",
		    "  paragraph .p \"Orari 0\"\n  paragraph .p \"Tempi 100\"\n");
}

static void test_template__blocks_hold_rows_cells_and_text(void **state)
{
	struct room *room = *state;

	assert_uses(
		room,
		"<blocco nome='riga'><riga><usa blocco='celle'/></riga></blocco>"
		"<blocco nome='celle'><cella><usa blocco='testo'/></cella><cella>b</cella></blocco>"
		"<blocco nome='testo'>testo <b>{anno}</b></blocco>",
		"<tabella colonne='1fr 1fr'><usa blocco='riga'/></tabella>"
		"<p><usa blocco='testo'/></p><usa blocco='testo'/>",
		"  table 1fr 1fr .tabella\n    row\n"
		"      td @0\n        paragraph .p-cella \"testo <b>2022</b>\"\n"
		"      td @1\n        paragraph .p-cella \"b\"\n"
		"  paragraph .p \"testo <b>2022</b>\"\n"
		"  paragraph .p \"testo <b>2022</b>\"\n");
}

/* `su`: the nearest thing of that type, from wherever the block is used. */
static void test_template__a_block_works_on_its_type(void **state)
{
	struct room *room = *state;

	assert_uses(
		room, "<blocco nome='b' su='obiettivo'><p>{titolo} {codice}</p></blocco>",
		"<per-ogni di='obiettivi'><per-ogni di='indicatori'><usa blocco='b'/></per-ogni>"
		"</per-ogni>",
		"  paragraph .p \"Qualità S1\"\n  paragraph .p \"Qualità S1\"\n"
		"  paragraph .p \"Conti S2\"\n  paragraph .p \"Conti S2\"\n");
}

static void test_template__faults_of_blocks(void **state)
{
	struct room *room = *state;

	assert_template_refused(
		room,
		"<blocco nome='scheda' su='obietivo'/><blocco nome='scheda'/>"
		"<blocco nome='a'><parametro nome='x' valori='uno due'/></blocco>"
		"<blocco nome='o' su='obiettivo'><p>{titolo}</p></blocco>" BODY(
			"<usa blocco='sceda'/>\n<usa blocco='a'/>\n<usa blocco='a' x='tre' "
			"z='1'/>\n<usa blocco='o'/>\n<usa/>"),
		"modello.xml:1:42: errore: in su=\"obietivo\" di <blocco>: non è un tipo: forse "
		"«obiettivo» [tipo-ignoto]\nmodello.xml:1:79: errore: il blocco «scheda» è già "
		"definito alla riga 1 [nome-ripetuto]\nmodello.xml:2:17: errore: il blocco «sceda» "
		"non è definito: forse «scheda» [blocco-ignoto]\nmodello.xml:3:1: errore: <usa> "
		"vuole x=\"…\": il blocco non ha un valore predefinito "
		"[attributo-mancante]\nmodello.xml:4:1: errore: il blocco «a» non ha il parametro "
		"«z» [parametro-ignoto]\nmodello.xml:4:1: errore: x=\"tre\" di <usa> non va bene: "
		"i valori sono uno due [parametro-valore]\nmodello.xml:5:1: errore: il blocco «o» "
		"lavora su obiettivo, che qui non c’è: usarlo dentro un <per-ogni> di quel tipo "
		"[blocco-su]\nmodello.xml:6:1: errore: <usa> vuole blocco=\"…\": il nome di un "
		"<blocco> [attributo-mancante]\n");
}

static void test_template__blocks_do_not_contain_themselves(void **state)
{
	struct room *room = *state;

	assert_template_refused(
		room,
		"<blocco nome='a'><usa blocco='b'/></blocco>\n<blocco nome='b'><usa "
		"blocco='a'/></blocco>" BODY("<usa blocco='a'/>"),
		"modello.xml:2:18: errore: il blocco «a» userebbe sé stesso: un blocco "
		"non può contenersi [ricorsione]\n");
}

/* Errors of a block that nothing uses are found all the same, once. */
static void test_template__unused_blocks_are_read(void **state)
{
	struct room *room = *state;

	assert_template_refused(
		room, "<blocco nome='a' su='obiettivo'><p>{titollo}</p></blocco>" BODY("<p/>"),
		"modello.xml:1:77: errore: in {titollo}: «titollo» non è un campo "
		"(cercato in: obiettivo, piano): forse «titolo» [campo-ignoto]\n");
	assert_template_refused(room,
				"<blocco nome='a'><p>{titollo}</p></blocco>" BODY(
					"<usa blocco='a'/><usa blocco='a'/>"),
				"modello.xml:1:62: errore: in {titollo}: «titollo» non è un campo "
				"(cercato in: piano) [campo-ignoto]\n");
}

/* Blocks that multiply stop at a limit, not at the end of memory. */
static void test_template__blocks_that_multiply_are_limited(void **state)
{
	struct room *room = *state;
	struct text blocks = text_make(room->arena);

	for (int i = 0; i < 20; i++)
		text_addf(&blocks,
			  "<blocco nome='b%d'><usa blocco='b%d'/><usa blocco='b%d'/></blocco>", i,
			  i + 1, i + 1);
	text_add(&blocks, "<blocco nome='b20'><p>x</p></blocco>");
	text_add(&blocks, BODY("<usa blocco='b0'/>"));
	assert_int_equal(room_template(room, blocks.bytes), STATUS_DATA);
	assert_non_null(strstr(room_findings(room), "il modello supera 200000 elementi"));
}

int block_suite(void)
{
	const struct CMUnitTest tests[] = {
		ROOM_TEST(test_template__parameters_are_constants),
		ROOM_TEST(test_template__parameters_may_be_paths_and_words),
		ROOM_TEST(test_template__blocks_hold_rows_cells_and_text),
		ROOM_TEST(test_template__a_block_works_on_its_type),
		ROOM_TEST(test_template__faults_of_blocks),
		ROOM_TEST(test_template__blocks_do_not_contain_themselves),
		ROOM_TEST(test_template__unused_blocks_are_read),
		ROOM_TEST(test_template__blocks_that_multiply_are_limited),
	};

	return cmocka_run_group_tests_name("blocks", tests, NULL, NULL);
}
