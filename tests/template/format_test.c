#include "room.h"
#include "suites.h"

/* Design, section 5: the default follows type and unit, decimals as written. */
static void test_template__values_print_as_written(void **state)
{
	struct room *room = *state;

	assert_shows(room, "{indicatori[id='I1'].target}", "≥\u00a075,00\u00a0%");
	assert_shows(room, "{indicatori[id='I1'].soglia}", "65\u00a0%");
	assert_shows(room, "{indicatori[id='I1'].consuntivo}", "71,21\u00a0%");
	assert_shows(room, "{indicatori[id='I2'].target}", "entro\u00a031/12/2022");
	assert_shows(room, "{indicatori[id='I3'].target}", "sì");
	assert_shows(room, "{indicatori[id='I3'].consuntivo}", "no");
	assert_shows(room, "{indicatori[id='I4'].consuntivo}", "1.500");
}

static void test_template__number_formats(void **state)
{
	struct room *room = *state;

	assert_shows(room, "{indicatori[id='I1'].target|numero:1}", "75,0");
	assert_shows(room, "{indicatori[id='I1'].target|valore:0}", "≥\u00a075\u00a0%");
	assert_shows(room, "{indicatori[id='I4'].consuntivo|euro:2}", "1.500,00\u00a0€");
	assert_shows(room, "{indicatori[id='I4'].consuntivo|percento:0}", "1.500\u00a0%");
	assert_shows(room, "{indicatori[id='I4'].consuntivo|segno:0}", "+1.500");
	assert_shows(room, "{bilancio.serie.punti[2022].valore}", "1.250.000,50\u00a0€");
	assert_shows(room, "{conta(discendenti)|numero:1}", "4,0");
	assert_shows(room, "{anno}", "2022");
}

/* Rounding happens when printing, half away from zero. */
static void test_template__scores_print_two_decimals(void **state)
{
	struct room *room = *state;

	assert_shows(room, "{indicatori[id='I1'].grado}", "62,10\u00a0%");
	assert_shows(room, "{indicatori[id='I1'].grado|percento:0}", "62\u00a0%");
	assert_shows(room, "{obiettivi[id='S1'].risultato|numero:2}", "77,26");
}

static void test_template__variances_have_sign_and_unit(void **state)
{
	struct room *room = *state;

	assert_shows(room, "{indicatori[id='I1'].scostamento}", "\u22123,79\u00a0%");
	assert_shows(room, "{indicatori[id='I2'].scostamento|segno:2}", "\u221238\u00a0gg");
	assert_shows(room, "{indicatori[id='I4'].scostamento|segno:2}", "+300,00");
	assert_shows(room, "{indicatori[id='I3'].scostamento}", "");
}

static void test_template__dates(void **state)
{
	struct room *room = *state;

	assert_shows(room, "{documento.approvazione.data}", "13/06/2023");
	assert_shows(room, "{documento.approvazione.data|data-lunga}", "13\u00a0giugno\u00a02023");
	assert_shows(room, "{indicatori[id='I2'].target|data-lunga}", "31\u00a0dicembre\u00a02022");
}

/* Not available, not measurable and absent are three things. */
static void test_template__missing_values_are_kept_apart(void **state)
{
	struct room *room = *state;

	assert_shows(room, "{indicatori[id='I6'].consuntivo}", "n.d.");
	assert_shows(room, "{indicatori[id='I5'].grado}", "non misurabile");
	assert_shows(room, "[{indicatori[id='I5'].consuntivo}]", "[]");
	assert_shows(room, "{indicatori[id='I5'].consuntivo|se-manca:— }", "—");
	assert_shows(room, "{indicatori[id='I6'].consuntivo|se-manca:—}", "n.d.");
	assert_shows(room, "{obiettivi[id='S2'].risultato}", "non misurabile");
}

static void test_template__other_formats(void **state)
{
	struct room *room = *state;

	assert_shows(room, "{ente.denominazione|maiuscolo}", "ENTE DI PROVA");
	assert_shows(room, "{obiettivi[id='S1'].titolo|maiuscolo}", "QUALITÀ");
	assert_shows(room, "{indicatori[id='I3'].da-figli|si-no}", "no");
	assert_shows(room, "{indicatori[id='I1'].valore[2021]}", "4,84\u00a0%\u00a0(*)");
	assert_shows(room, "{indicatori[id='I1'].valore[2021].nota}", "Stima.");
	assert_shows(room, "{obiettivi[id='S1'].unita}", "Area A, Area B");
	assert_shows(room, "{obiettivi[id='S1'].giudizio}", "Parzialmente raggiunto");
}

static void test_template__odd_values(void **state)
{
	struct room *room = *state;

	room_plan(room,
		  "<obiettivo id='O' titolo='T'>"
		  "<indicatore id='D' tipo='data'><nome>D</nome>"
		  "<target anno='2022' op='entro'>2022-05-30 2022-10-30</target>"
		  "<consuntivo anno='2022'>2022-05-30 2022-10-30</consuntivo></indicatore>"
		  "<indicatore id='Z'><nome>Z</nome><target anno='2022' op='&lt;=' "
		  "stampato='zero'>0</target><consuntivo anno='2022'>-0.5</consuntivo></indicatore>"
		  "<indicatore id='V' unita-misura='euro'><nome>V</nome><target anno='2022' "
		  "op='='>12345.6</target><consuntivo anno='2022'/></indicatore></obiettivo>");
	assert_shows(room, "{indicatori[id='D'].target}", "entro\u00a030/05/2022 e 30/10/2022");
	assert_shows(room, "{indicatori[id='Z'].target}", "zero");
	assert_shows(room, "{indicatori[id='Z'].consuntivo}", "\u22120,5");
	assert_shows(room, "{indicatori[id='V'].target}", "=\u00a012.345,6\u00a0€");
	assert_shows(room, "[{indicatori[id='V'].consuntivo}]", "[]");
}

int format_suite(void)
{
	const struct CMUnitTest tests[] = {
		ROOM_TEST(test_template__values_print_as_written),
		ROOM_TEST(test_template__number_formats),
		ROOM_TEST(test_template__scores_print_two_decimals),
		ROOM_TEST(test_template__variances_have_sign_and_unit),
		ROOM_TEST(test_template__dates),
		ROOM_TEST(test_template__missing_values_are_kept_apart),
		ROOM_TEST(test_template__other_formats),
		ROOM_TEST(test_template__odd_values),
	};

	return cmocka_run_group_tests_name("formats", tests, NULL, NULL);
}
