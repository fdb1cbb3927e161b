#include "suites.h"

static void assert_holds(struct room *room, const char *condition)
{
	assert_shows(room, arena_printf(room->arena, "<t se=\"%s\">si</t>", condition),
		     "<t>si</t>");
}

static void assert_fails(struct room *room, const char *condition)
{
	assert_shows(room, arena_printf(room->arena, "<t se=\"%s\">si</t>", condition), "");
}

static void test_template__a_path_alone_asks_whether_it_says_something(void **state)
{
	struct room *room = *state;

	assert_holds(room, "documento.titolo");
	assert_fails(room, "documento.versione");
	assert_holds(room, "obiettivi");
	assert_fails(room, "obiettivi[tipo = comune]");
	assert_holds(room, "obiettivi[id='S1'].risultato");
	assert_fails(room, "indicatori[id='I1'].da-figli");
	assert_fails(room, "indicatori[id='I5'].consuntivo");
	assert_holds(room, "indicatori[id='I6'].consuntivo");
}

static void test_template__comparisons_are_exact(void **state)
{
	struct room *room = *state;

	assert_holds(room, "anno = 2022");
	assert_fails(room, "anno != 2022");
	assert_holds(room, "indicatori[id='I1'].grado = 62.1");
	assert_holds(room, "indicatori[id='I1'].grado &lt; 62.1000001");
	assert_holds(room, "indicatori[id='I1'].target &gt;= 75");
	assert_holds(room, "indicatori[id='I1'].scostamento &lt;= -3.79");
	assert_holds(room, "conta(indicatori) = 6");
	assert_holds(room, "conta(obiettivi) &lt; conta(discendenti)");
	assert_holds(room, "somma(obiettivi.peso) = 100");
}

static void test_template__words_texts_and_dates(void **state)
{
	struct room *room = *state;

	assert_holds(room, "obiettivi[id='S1'].tipo = strategico");
	assert_holds(room, "obiettivi[id='S1'].titolo = 'Qualità'");
	assert_holds(room, "obiettivi[id='S1'].giudizio = 'Parzialmente raggiunto'");
	assert_holds(room, "obiettivi[id='S1'].giudizio.segnale = giallo");
	assert_holds(room, "documento.approvazione.data &lt; 2023-06-14");
	assert_holds(room, "indicatori[id='I2'].consuntivo &lt;= 2022-11-23");
	assert_holds(room, "indicatori[id='I3'].target = si");
	assert_holds(room, "indicatori[id='I2'].tipo = data");
	assert_holds(room, "indicatori[id='I2'].operatore = entro");
	assert_holds(room, "indicatori[id='I5'].esito = non-misurabile");
}

/* What is missing is not equal to, less or more than anything. */
static void test_template__missing_values_compare_as_different(void **state)
{
	struct room *room = *state;

	assert_fails(room, "documento.versione = 'x'");
	assert_holds(room, "documento.versione != 'x'");
	assert_fails(room, "indicatori[id='I5'].consuntivo &lt; 1000");
	assert_fails(room, "obiettivi[id='S2'].risultato &gt;= 0");
	assert_fails(room, "obiettivi[id='S2'].risultato &lt; 50");
}

static void test_template__and_or_not_and_brackets(void **state)
{
	struct room *room = *state;

	assert_holds(room, "anno = 2022 e obiettivi");
	assert_fails(room, "anno = 2021 e obiettivi");
	assert_holds(room, "anno = 2021 o obiettivi");
	assert_holds(room, "non anno = 2021");
	assert_fails(room, "non (anno = 2022 o anno = 2021)");
	assert_holds(room, "anno = 2022 o anno = 2021 e anno = 2020");
	assert_fails(room, "(anno = 2022 o anno = 2021) e anno = 2020");
	assert_holds(room, "non non (anno = 2022)");
}

static void test_template__the_turns_of_a_loop(void **state)
{
	struct room *room = *state;

	assert_shows(room,
		     "<per-ogni di='discendenti'>{n}<t se='primo'>primo</t><t "
		     "se='ultimo'>ultimo</t><t se='n &gt; 2 e non ultimo'>terzo</t> </per-ogni>",
		     "1<t>primo</t> 2 3<t>terzo</t> 4<t>ultimo</t>");
}

int condition_suite(void)
{
	const struct CMUnitTest tests[] = {
		ROOM_TEST(test_template__a_path_alone_asks_whether_it_says_something),
		ROOM_TEST(test_template__comparisons_are_exact),
		ROOM_TEST(test_template__words_texts_and_dates),
		ROOM_TEST(test_template__missing_values_compare_as_different),
		ROOM_TEST(test_template__and_or_not_and_brackets),
		ROOM_TEST(test_template__the_turns_of_a_loop),
	};

	return cmocka_run_group_tests_name("conditions", tests, NULL, NULL);
}
