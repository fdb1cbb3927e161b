#include "suites.h"

#include <string.h>

/* A bit of everything that the reader has to parse. */
static const char everything[] =
	"<modello xmlns='urn:relazione:modello:1' nome='m' titolo='{documento.titolo}'>"
	"<stile nome='s' corpo='9pt' colore='#123456' margine-interno='1mm 2pt'/>"
	"<pagina id='v' formato='A4' margini='20mm'><pie><p>{pagina}/{pagine}</p></pie></pagina>"
	"<blocco nome='b' su='obiettivo'><parametro nome='x' valori='si no' predefinito='si'/>"
	"<tabella id='t-{id}' colonne='20mm 1fr 10%' stile='s'><testata><riga ripeti='si'><capo "
	"span='2'>{@x}</capo><cella se='@x = si'>{titolo}<segue> s</segue></cella></riga></testata>"
	"<per-ogni di='indicatori[peso &gt; 10 e non nota]' ordina='-codice'><riga dividi='si'>"
	"<cella righe='1'>{target[anno-1]|valore:2|se-manca:—}</cella><cella span='resto'>{grado}"
	"</cella></riga></per-ogni></tabella></blocco>"
	"<corpo><sezione pagina='v'><indice livelli='2'/><titolo livello='1' numero='auto' da='0'>"
	"{{a}} {conta(obiettivi)|numero:1} {somma(indicatori.peso)}</titolo>"
	"<per-ogni di=\"ambiti.obiettivi[id='S1' o (tipo = operativo)]\" raggruppa='tipo'>"
	"<p se='primo o n &lt; 3 e chiave'>{chiave|maiuscolo} <per-ogni di='gruppo' tra=', '>{codice}"
	"</per-ogni></p><per-ogni di='gruppo'><usa blocco='b' x='si'/></per-ogni></per-ogni>"
	"<grafico tipo='torta' di='distribuzione[tipo = strategico]' voce='giudizio'><serie nome='n' "
	"valore='numero'/></grafico><albero di='piano' livelli='ambito strategico'/>"
	"<contenuto di=\"testi[id='x']\"/><firme><firma ruolo='{ente.denominazione}'/></firme>"
	"</sezione></corpo></modello>";

static void read_and_expand(struct room *room, const char *text)
{
	struct arena_mark mark = arena_mark(room->arena);
	struct diag diag = room->diag;

	room_write(room, "modello.xml", text);
	if (room_read(room) == STATUS_OK)
		room_expand(room);
	else
		assert_true(room->diag.counts[DIAG_ERROR] > 0);
	room->diag = diag;
	arena_release(room->arena, mark);
}

static void test_template__the_example_is_sound(void **state)
{
	struct room *room = *state;

	room_usual_plan(room);
	room_write(room, "modello.xml", everything);
	assert_int_equal(room_read(room), STATUS_OK);
	assert_int_equal(room_expand(room), STATUS_OK);
}

static void test_template__no_prefix_of_a_template_crashes(void **state)
{
	struct room *room = *state;
	char *text = arena_strdup(room->arena, everything);

	room_usual_plan(room);
	for (size_t length = 0; length < sizeof(everything) - 1; length += 5) {
		text[length] = '\0';
		read_and_expand(room, text);
		text[length] = everything[length];
	}
}

static void test_template__no_missing_character_crashes(void **state)
{
	struct room *room = *state;

	room_usual_plan(room);
	for (size_t at = 0; at < sizeof(everything) - 1; at += 2)
		read_and_expand(room, arena_printf(room->arena, "%.*s%s", (int)at, everything,
						   everything + at + 1));
}

static void test_template__no_odd_character_crashes(void **state)
{
	static const char odd[] = "{}[]()|@.,='9-*# ";
	struct room *room = *state;
	char *text = arena_strdup(room->arena, everything);

	room_usual_plan(room);
	for (size_t at = 0; at < sizeof(everything) - 1; at++) {
		if (strchr("<>/'\"", text[at]) != NULL)
			continue;
		text[at] = odd[at % (sizeof(odd) - 1)];
		read_and_expand(room, text);
		text[at] = everything[at];
	}
}

static void repeat(struct text *out, const char *piece, int times)
{
	for (int i = 0; i < times; i++)
		text_add(out, piece);
}

static void assert_some_error(struct room *room, const char *inside)
{
	assert_int_not_equal(room_body(room, inside), STATUS_OK);
	assert_true(room->diag.counts[DIAG_ERROR] > 0);
	room->diag = diag_make(room->arena);
}

/* Depth and length have limits with a message. */
static void test_template__deep_and_long_expressions_are_limited(void **state)
{
	struct room *room = *state;
	struct text text = text_make(room->arena);

	text_add(&text, "<t se='");
	repeat(&text, "(", 5000);
	text_add(&text, "'>x</t>");
	assert_some_error(room, text.bytes);

	text_clear(&text);
	text_add(&text, "<t se='");
	repeat(&text, "non ", 5000);
	text_add(&text, "anno'>x</t>");
	assert_some_error(room, text.bytes);

	text_clear(&text);
	text_add(&text, "<t se='anno");
	repeat(&text, " e anno", 5000);
	text_add(&text, "'>x</t>");
	assert_some_error(room, text.bytes);

	text_clear(&text);
	text_add(&text, "<p>{obiettivi");
	repeat(&text, ".obiettivi", 5000);
	text_add(&text, "}</p>");
	assert_some_error(room, text.bytes);

	text_clear(&text);
	text_add(&text, "<p>{obiettivi");
	repeat(&text, "[obiettivi", 5000);
	text_add(&text, "}</p>");
	assert_some_error(room, text.bytes);
}

/* Loops in loops are stopped before memory is. */
static void test_template__a_document_without_end_is_refused(void **state)
{
	struct room *room = *state;
	struct text plan = text_make(room->arena);

	for (int i = 0; i < 60; i++)
		text_addf(&plan, "<obiettivo id='o%d' titolo='T'/>", i);
	room_plan(room, plan.bytes);
	room_body(room, "<per-ogni di='obiettivi'><per-ogni di='obiettivi'/></per-ogni>"
			"<per-ogni di='piano.obiettivi'><per-ogni di='piano.obiettivi'><per-ogni "
			"di='piano.obiettivi'><per-ogni di='piano.obiettivi'><per-ogni "
			"di='piano.obiettivi'><p/></per-ogni></per-ogni></per-ogni></per-ogni>"
			"</per-ogni>");
	assert_string_equal(room_findings(room), "");
	assert_int_equal(room_expand(room), STATUS_LIMIT);
	assert_non_null(strstr(room_findings(room), "un ciclo dentro l’altro ripete troppo"));
}

int robust_suite(void)
{
	const struct CMUnitTest tests[] = {
		ROOM_TEST(test_template__the_example_is_sound),
		ROOM_TEST(test_template__no_prefix_of_a_template_crashes),
		ROOM_TEST(test_template__no_missing_character_crashes),
		ROOM_TEST(test_template__no_odd_character_crashes),
		ROOM_TEST(test_template__deep_and_long_expressions_are_limited),
		ROOM_TEST(test_template__a_document_without_end_is_refused),
	};

	return cmocka_run_group_tests_name("hostile templates", tests, NULL, NULL);
}
