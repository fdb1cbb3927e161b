#include "suites.h"

/* Design, section 5: the first name is sought in the innermost scope whose
 * type has it; an empty value doesn't fall through. */
static void test_template__names_are_sought_outward(void **state)
{
	struct room *room = *state;

	assert_shows(room,
		     "<per-ogni di=\"obiettivi[id='S1']\"><per-ogni di='indicatori' "
		     "tra='; '>{codice} {titolo} {ente.denominazione}</per-ogni></per-ogni>",
		     "I1 Qualità Ente di prova; I2 Qualità Ente di prova");
	assert_shows(room,
		     "<per-ogni di=\"obiettivi[id='S1']\"><per-ogni di='obiettivi.indicatori' "
		     "tra='; '>[{codice}]</per-ogni></per-ogni>",
		     "[]; []");
}

static void test_template__parents_are_reached_by_type_name(void **state)
{
	struct room *room = *state;

	assert_shows(room, "{indicatori[id='I3'].obiettivo.titolo}", "Orari");
	assert_shows(room, "{indicatori[id='I3'].obiettivo.padre.ambito.titolo}", "Servizi");
	assert_shows(room,
		     "<per-ogni di='ambiti' tra='; '><per-ogni di='obiettivi' tra=', '>"
		     "{ambito.titolo}/{obiettivo.titolo}{codice}</per-ogni></per-ogni>",
		     "Servizi/S1; Bilancio/S2");
	assert_shows(room,
		     "<per-ogni di='assegnazioni'><per-ogni di='obiettivi'>{assegnazione.incarico} "
		     "{piano.anno}</per-ogni></per-ogni>",
		     "Segretario 2022");
}

static void test_template__brackets_pick_years(void **state)
{
	struct room *room = *state;

	assert_shows(room, "{indicatori[id='I1'].target[2023]}", "80\u00a0%");
	assert_shows(room, "{indicatori[id='I1'].target[anno]|numero}", "75,00");
	assert_shows(room, "{indicatori[id='I1'].target[anno+1]}", "80\u00a0%");
	assert_shows(room, "{indicatori[id='I1'].valore[anno-1]|numero}", "4,84");
	assert_shows(room, "[{indicatori[id='I1'].target[1999]}]", "[]");
	assert_shows(room, "Dal {anno-1} al {anno+2}", "Dal 2021 al 2024");
}

static void test_template__brackets_pick_by_key_and_filter(void **state)
{
	struct room *room = *state;

	assert_shows(room, "{bilancio.tavole[id='spese'].righe['Altro'].valore[2022]}", "6\u00a0€");
	assert_shows(room, "{bilancio.tavole[id=spese].righe[Personale].valore[2021]|numero}",
		     "10");
	assert_shows(room, "{discendenti[tipo = operativo e indicatori].codice}", "P10");
	assert_shows(room, "{discendenti[tipo = operativo][codice = P2].titolo}", "Tempi");
	assert_shows(room, "{discendenti[tipo = comune].titolo}", "");
}

static void test_template__collections_are_walked_through(void **state)
{
	struct room *room = *state;

	assert_shows(room, "{conta(discendenti)} {conta(ambiti.obiettivi)}", "4 2");
	assert_shows(room, "{conta(discendenti[tipo = operativo].indicatori)}", "2");
	assert_shows(room, "{somma(obiettivi[id='S1'].indicatori.peso)}", "100,00\u00a0%");
	assert_shows(room, "{somma(bilancio.serie.punti.valore)}", "2.250.000,50\u00a0€");
	assert_shows(room, "{somma(distribuzione.numero)}", "4");
}

static void test_template__each_of_a_list_by_its_turn(void **state)
{
	struct room *room = *state;

	assert_shows(room,
		     "<per-ogni di='bilancio.tavole'><per-ogni di='categorie' tra='; '>"
		     "{testo}: {righe[Altro].valori[n]|numero}</per-ogni></per-ogni>",
		     "2021: 5; 2022: 6");
}

static void test_template__missing_things_give_nothing(void **state)
{
	struct room *room = *state;

	room_plan(room, "");
	assert_shows(room,
		     "[{obiettivi.titolo}{valore-pubblico.dimensioni.titolo}"
		     "{obiettivi.padre.padre.codice}{giudizio.etichetta}]",
		     "[]");
	assert_shows(room, "{conta(obiettivi)} {somma(indicatori.peso)}.", "0 0\u00a0%.");
}

int path_suite(void)
{
	const struct CMUnitTest tests[] = {
		ROOM_TEST(test_template__names_are_sought_outward),
		ROOM_TEST(test_template__parents_are_reached_by_type_name),
		ROOM_TEST(test_template__brackets_pick_years),
		ROOM_TEST(test_template__brackets_pick_by_key_and_filter),
		ROOM_TEST(test_template__collections_are_walked_through),
		ROOM_TEST(test_template__each_of_a_list_by_its_turn),
		ROOM_TEST(test_template__missing_things_give_nothing),
	};

	return cmocka_run_group_tests_name("paths", tests, NULL, NULL);
}
