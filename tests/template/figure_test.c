#include "suites.h"

static void test_template__charts_take_their_data(void **state)
{
	struct room *room = *state;

	assert_blocks(
		room,
		"<grafico tipo='colonne' di=\"bilancio.serie[id='diritto'].punti\" voce='voce' "
		"titolo='Diritto {anno}'><serie nome='Diritto' valore='valore'/></grafico>",
		"  figure chart columns 'Diritto 2022' .figura\n"
		"    alt 'Grafico a colonne «Diritto 2022», 2 voci da 2021 a 2022. Diritto: 2021 "
		"1.000.000,00\u00a0euro, 2022 1.250.000,50\u00a0euro.'\n"
		"    categories '2021' '2022'\n"
		"    series 'Diritto' 1000000 1250000.5\n");
	assert_blocks(
		room,
		"<per-ogni di='bilancio.tavole'><grafico tipo='impilate' di='righe' voce='voce' "
		"alt='x'><per-ogni di='categorie'><serie nome='{testo}' valore='valori[n]'/>"
		"</per-ogni></grafico></per-ogni>",
		"  figure chart stacked .figura\n    alt 'x'\n"
		"    categories 'Personale' 'Altro'\n    series '2021' 10 5\n"
		"    series '2022' 20 6\n");
}

/* Judgements bring their colours, scores are exact. */
static void test_template__charts_of_results(void **state)
{
	struct room *room = *state;

	assert_blocks(
		room,
		"<grafico tipo='torta' di='distribuzione[tipo = strategico]' voce='giudizio' "
		"alt='x'><serie nome='N' valore='numero'/></grafico><grafico tipo='barre' di='ambiti' "
		"voce='titolo' segnale='giudizio' alt='y'><serie nome='R' valore='risultato'/></grafico>",
		"  figure chart pie .figura\n    alt 'x'\n"
		"    categories 'Raggiunto' 'Parzialmente raggiunto' 'Non raggiunto' 'Non misurabile'\n"
		"    series 'N' 0(verde) 1(giallo) 0(rosso) 1(grigio)\n"
		"  figure chart bars .figura\n    alt 'y'\n"
		"    categories 'Servizi' 'Bilancio'\n"
		"    series 'R' 77.26(giallo) -\n");
}

static void test_template__a_chart_of_nothing_is_left_out(void **state)
{
	struct room *room = *state;

	assert_blocks(room,
		      "<grafico tipo='colonne' di='obiettivi[tipo = comune]' voce='titolo'><serie "
		      "nome='R' valore='risultato'/></grafico>",
		      "");
}

static void test_template__data_stand_in_a_table(void **state)
{
	struct room *room = *state;

	assert_blocks(
		room,
		"<per-ogni di='bilancio.serie'><grafico tipo='linee' di='punti' voce='voce' alt='x' "
		"titolo='{titolo}' dati='tabella'><serie nome='' valore='valore'/></grafico></per-ogni>"
		"<p>dopo</p>",
		"  figure chart lines 'Diritto annuale' .figura with-next\n    alt 'x'\n"
		"    categories '2021' '2022'\n    series '' 1000000 1250000.5\n"
		"  table 1fr auto auto .dati\n"
		"    caption \"Dati: Diritto annuale (euro)\"\n"
		"    head-row repeat\n"
		"      th @0 column\n        paragraph .dati \"Voce\"\n"
		"      th @1 column\n        paragraph .dati \"2021\"\n"
		"      th @2 column\n        paragraph .dati \"2022\"\n"
		"    row\n      th @0 row\n        paragraph .dati \"Valore\"\n"
		"      td @1 decimal\n        paragraph .dati \"1.000.000,00\"\n"
		"      td @2 decimal\n        paragraph .dati \"1.250.000,50\"\n"
		"  paragraph .p \"dopo\"\n");
}

static void test_template__trees_show_the_kinds_asked_for(void **state)
{
	struct room *room = *state;

	assert_blocks(
		room,
		"<albero di='ambiti' livelli='ambito operativo' titolo='T'/><per-ogni "
		"di='discendenti[tipo = operativo]'><p id='s-{id}'>{codice}</p></per-ogni>",
		"  figure tree 'T' .figura\n"
		"    alt 'Schema ad albero «T». Elementi per tipo: ambito: 2, operativo: 2. Giudizi: "
		"Parzialmente raggiunto: 1, Non raggiunto: 1, Raggiunto: 1, non misurabile: 1.'\n"
		"    node ambito '1' 'Servizi' giallo 'Parzialmente raggiunto' 77,26\u00a0%\n"
		"      node operativo 'P10' 'Orari' rosso 'Non raggiunto' 0,00\u00a0% #s-P1\n"
		"      node operativo 'P2' 'Tempi' verde 'Raggiunto' 100,00\u00a0% #s-P2\n"
		"    node ambito '2' 'Bilancio' grigio 'non misurabile'\n"
		"  paragraph .p #s-P1 \"P10\"\n  paragraph .p #s-P2 \"P2\"\n");
	assert_blocks(
		room, "<mappa di='piano' livelli='strategico' alt='m'/>",
		"  figure map .figura\n    alt 'm'\n"
		"    node strategico 'S1' 'Qualità' giallo 'Parzialmente raggiunto' 77,26\u00a0%\n"
		"    node strategico 'S2' 'Conti' grigio 'non misurabile'\n");
}

static void test_template__images_are_asked_of_the_loader(void **state)
{
	struct room *room = *state;

	assert_blocks(room, "<immagine di='ente.logo' alt='Logo: {ente.denominazione}'/>",
		      "  figure image 40x20 .figura\n    alt 'Logo: Ente di prova'\n");
	assert_string_equal(room->last_image, "logo.png piano");
	assert_blocks(room, "<immagine file='fregio.png' alt=''/>",
		      "  figure image 40x20 decorative .figura\n");
	assert_string_equal(room->last_image, "fregio.png modello");
	assert_blocks(room, "<immagine di='documento.versione' alt='x'/>", "");
	room_body(room, "\n<immagine file='manca.png' alt='x'/>");
	assert_int_equal(room_expand(room), STATUS_DATA);
	assert_string_equal(room_findings(room),
			    "modello.xml:3:1: errore: «manca.png» non c’è [immagine]\n");
}

static void test_template__faults_of_drawings(void **state)
{
	struct room *room = *state;

	assert_refused(
		room,
		"<grafico tipo='colone' di='anno'/>\n<grafico tipo='torta' di='obiettivi' "
		"voce='titolo'><serie nome='a' valore='titolo'/><serie nome='b' "
		"valore='risultato'/></grafico>\n<albero di='unita'/>\n<immagine file='x.png'/>\n"
		"<immagine alt='x'/>",
		"modello.xml:2:17: errore: tipo=\"colone\" di <grafico> non va bene: serve colonne, "
		"impilate, barre, linee, torta o ciambella: forse «colonne» [attributo-valore]\n"
		"modello.xml:2:17: errore: in di=\"anno\" di <grafico>: serve un elenco o una cosa con i "
		"suoi campi [elenco]\n"
		"modello.xml:3:1: errore: una torta o una ciambella mostra una sola <serie> [serie]\n"
		"modello.xml:3:52: errore: in valore=\"titolo\" di <serie>: serve un numero [serie]\n"
		"modello.xml:4:1: errore: in di=\"unita\" di <albero>: servono ambiti, obiettivi, "
		"assegnazioni o piano [albero]\n"
		"modello.xml:5:1: errore: <immagine> vuole alt=\"…\": che cosa mostra, per chi non la "
		"vede (alt=\"\" se è solo ornamento) [attributo-mancante]\n"
		"modello.xml:6:1: errore: <immagine> vuole file=\"…\": il nome di un file PNG (o "
		"di=\"…\") [attributo-mancante]\n");
}

int figure_suite(void)
{
	const struct CMUnitTest tests[] = {
		ROOM_TEST(test_template__charts_take_their_data),
		ROOM_TEST(test_template__charts_of_results),
		ROOM_TEST(test_template__a_chart_of_nothing_is_left_out),
		ROOM_TEST(test_template__data_stand_in_a_table),
		ROOM_TEST(test_template__trees_show_the_kinds_asked_for),
		ROOM_TEST(test_template__images_are_asked_of_the_loader),
		ROOM_TEST(test_template__faults_of_drawings),
	};

	return cmocka_run_group_tests_name("drawings", tests, NULL, NULL);
}
