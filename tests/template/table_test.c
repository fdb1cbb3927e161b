#include "suites.h"

#define HEAD "<testata><riga ripeti='si'><capo>A</capo><capo>B</capo></riga></testata>"

static void test_template__tables_have_headers_and_rows(void **state)
{
	struct room *room = *state;

	assert_blocks(
		room,
		"<tabella colonne='20mm 1fr' didascalia='Tabella {anno}'>" HEAD
		"<per-ogni di='obiettivi'><riga dividi='si' con-precedente='si'><capo>{codice}"
		"</capo><cella allinea='virgola'>{risultato}</cella></riga></per-ogni>"
		"<riga><cella span='tutte'>fine</cella></riga></tabella>",
		"  table 56.69pt 1fr .tabella\n"
		"    caption \"Tabella 2022\"\n"
		"    head-row repeat\n"
		"      th @0 column\n        paragraph .p-cella \"A\"\n"
		"      th @1 column\n        paragraph .p-cella \"B\"\n"
		"    row split with-previous\n"
		"      th @0 row\n        paragraph .p-cella \"S1\"\n"
		"      td @1 decimal\n        paragraph .p-cella \"77,26\u00a0%\"\n"
		"    row split with-previous\n"
		"      th @0 row\n        paragraph .p-cella \"S2\"\n"
		"      td @1 decimal\n        paragraph .p-cella \"non misurabile\"\n"
		"    row\n"
		"      td @0 columns 2\n        paragraph .p-cella \"fine\"\n");
}

/* Two levels of headers: scopes alone do not tell, so cells name them. */
static void test_template__two_levels_of_headers_are_named(void **state)
{
	struct room *room = *state;

	assert_blocks(room,
		      "<tabella colonne='1fr 1fr 1fr'><testata><riga><capo righe='2'>A</capo><capo "
		      "span='2'>B</capo></riga><riga><capo>C</capo><capo>D</capo></riga></testata>"
		      "<riga><capo>r</capo><cella>1</cella><cella>2</cella></riga></tabella>",
		      "  table 1fr 1fr 1fr .tabella\n"
		      "    head-row\n"
		      "      th @0 rows 2 column\n        paragraph .p-cella \"A\"\n"
		      "      th @1 columns 2 column\n        paragraph .p-cella \"B\"\n"
		      "    head-row\n"
		      "      th @1 column\n        paragraph .p-cella \"C\"\n"
		      "      th @2 column\n        paragraph .p-cella \"D\"\n"
		      "    row\n"
		      "      th @0 row <th.1.1\n        paragraph .p-cella \"r\"\n"
		      "      td @1 <th.1.5 <th.1.2 <th.1.3\n        paragraph .p-cella \"1\"\n"
		      "      td @2 <th.1.5 <th.1.2 <th.1.4\n        paragraph .p-cella \"2\"\n");
}

/* A group's cells stand left of its rows and span them; groups may nest. */
static void test_template__groups_span_their_rows(void **state)
{
	struct room *room = *state;

	assert_blocks(
		room,
		"<tabella colonne='1fr 1fr 1fr'><per-ogni di='ambiti'><gruppo><cella>{titolo}</cella>"
		"<per-ogni di='obiettivi'><gruppo><cella>{codice}</cella><per-ogni "
		"di='obiettivi'><riga><cella>{codice}</cella></riga></per-ogni></gruppo></per-ogni>"
		"</gruppo></per-ogni></tabella>",
		"  table 1fr 1fr 1fr .tabella\n"
		"    row\n"
		"      td @0 rows 2\n        paragraph .p-cella \"Servizi\"\n"
		"      td @1 rows 2\n        paragraph .p-cella \"S1\"\n"
		"      td @2\n        paragraph .p-cella \"P10\"\n"
		"    row\n"
		"      td @2\n        paragraph .p-cella \"P2\"\n"
		"    row\n"
		"      td @0\n        paragraph .p-cella \"Bilancio\"\n"
		"      td @1\n        paragraph .p-cella \"S2\"\n"
		"      td @2\n");
}

static void test_template__columns_repeat_over_a_collection(void **state)
{
	struct room *room = *state;

	assert_blocks(
		room,
		"<per-ogni di='bilancio.tavole'><tabella colonne='1fr 20mm*(categorie)'><testata>"
		"<riga><capo>Voce</capo><per-ogni di='categorie'><capo>{testo}</capo></per-ogni></riga>"
		"</testata><per-ogni di='righe'><riga><cella>{voce}</cella><per-ogni di='categorie'>"
		"<cella>{valori[n]|numero}</cella></per-ogni></riga></per-ogni></tabella></per-ogni>",
		"  table 1fr 56.69pt 56.69pt .tabella\n"
		"    head-row\n"
		"      th @0 column\n        paragraph .p-cella \"Voce\"\n"
		"      th @1 column\n        paragraph .p-cella \"2021\"\n"
		"      th @2 column\n        paragraph .p-cella \"2022\"\n"
		"    row\n"
		"      td @0\n        paragraph .p-cella \"Personale\"\n"
		"      td @1\n        paragraph .p-cella \"10\"\n"
		"      td @2\n        paragraph .p-cella \"20\"\n"
		"    row\n"
		"      td @0\n        paragraph .p-cella \"Altro\"\n"
		"      td @1\n        paragraph .p-cella \"5\"\n"
		"      td @2\n        paragraph .p-cella \"6\"\n");
}

/* A table needs a body: what the head says stays, headings of nothing go. */
static void test_template__a_table_without_rows_keeps_what_it_says(void **state)
{
	struct room *room = *state;

	assert_blocks(room,
		      "<tabella colonne='1fr 1fr'><testata><riga><capo>Nome</capo><cella>x</cella>"
		      "</riga><riga><capo>A</capo><capo>B</capo></riga></testata></tabella>",
		      "  table 1fr 1fr .tabella\n"
		      "    row\n"
		      "      th @0 row\n        paragraph .p-cella \"Nome\"\n"
		      "      td @1\n        paragraph .p-cella \"x\"\n");
	assert_blocks(room, "<tabella colonne='1fr 1fr'>" HEAD "</tabella>", "");
}

static void test_template__rows_that_do_not_fill_are_refused(void **state)
{
	struct room *room = *state;

	assert_refused(room, "<tabella colonne='1fr 1fr'>\n<riga><cella>1</cella></riga></tabella>",
		       "modello.xml:3:1: errore: la riga riempie 1 colonne delle 2 della tabella: "
		       "correggere gli span o il numero delle celle [riga-incompleta]\n");
	assert_refused(room,
		       "<tabella colonne='1fr 1fr'>\n<riga><cella>1</cella><cella "
		       "span='2'>2</cella></riga></tabella>",
		       "modello.xml:3:1: errore: la riga riempie 3 colonne delle 2 della tabella: "
		       "correggere gli span o il numero delle celle [riga-incompleta]\n");
	assert_refused(room,
		       "<tabella colonne='1fr 1fr'>\n<riga><cella "
		       "righe='2'>1</cella><cella>2</cella></riga></tabella>",
		       "modello.xml:3:1: errore: una cella si stende su più righe di quelle che ci "
		       "sono: correggere righe=\"…\" [riga-incompleta]\n");
	assert_refused(
		room,
		"<tabella colonne='1fr 1fr'><per-ogni di='obiettivi'>\n<riga><cella "
		"righe='2'>1</cella><cella>2</cella></riga></per-ogni><riga><cella>1</cella>"
		"</riga></tabella>",
		"modello.xml:2:44: errore: una cella si stende su più righe di quelle che ci "
		"sono: correggere righe=\"…\" [riga-incompleta]\n");
	assert_refused(
		room,
		"<tabella colonne='1fr 1fr'><riga>\n<per-ogni "
		"di='obiettivi'><cella>1</cella></per-ogni></riga></tabella>",
		"modello.xml:3:1: errore: celle ripetute vogliono colonne ripetute sullo stesso "
		"elenco: colonne=\"… 1fr*(obiettivi) …\" [riga-incompleta]\n");
}

static void test_template__other_faults_of_tables(void **state)
{
	struct room *room = *state;

	assert_refused(
		room,
		"<tabella colonne='1fr'><riga><cella se='obiettivi'>1</cella></riga></tabella>",
		"modello.xml:2:46: errore: su <cella> la condizione può riguardare solo i "
		"parametri del blocco (@nome): mettere se=\"…\" su un <t> dentro la cella "
		"[se-su-cella]\n");
	assert_refused(
		room,
		"<tabella colonne='1fr larga'><riga><cella span='tutte'><tabella "
		"colonne='1fr'><riga><cella/></riga></tabella></cella></riga></tabella>",
		"modello.xml:2:17: errore: in colonne=\"…\" di <tabella>: «larga» non è una "
		"larghezza (30mm, 85pt, 20%, auto, 1fr) [colonne]\n"
		"modello.xml:2:72: errore: una tabella non può stare nella cella di un’altra "
		"[tabella-in-cella]\n");
	assert_refused(
		room, "<tabella colonne='1fr'><p>no</p></tabella>",
		"modello.xml:2:40: errore: <p> non può stare dentro <tabella>, che qui vuole: "
		"<testata> <riga> <gruppo> <per-ogni> <usa> [elemento-fuori-posto]\n");
}

int table_suite(void)
{
	const struct CMUnitTest tests[] = {
		ROOM_TEST(test_template__tables_have_headers_and_rows),
		ROOM_TEST(test_template__two_levels_of_headers_are_named),
		ROOM_TEST(test_template__groups_span_their_rows),
		ROOM_TEST(test_template__columns_repeat_over_a_collection),
		ROOM_TEST(test_template__a_table_without_rows_keeps_what_it_says),
		ROOM_TEST(test_template__rows_that_do_not_fill_are_refused),
		ROOM_TEST(test_template__other_faults_of_tables),
	};

	return cmocka_run_group_tests_name("tables", tests, NULL, NULL);
}
