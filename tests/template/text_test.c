#include "suites.h"

static void test_template__blanks_are_folded_across_pieces(void **state)
{
	struct room *room = *state;

	assert_shows(room, "\n  uno\n\t<b> due </b> tre  ", "uno <b>due</b> tre");
	assert_shows(room, "a<b/> {documento.versione} b", "a b");
	assert_shows(room, "a {documento.versione}", "a");
	assert_shows(room, " {documento.versione} b", "b");
	assert_shows(room, "uno <br/> due<spinta/> tre", "uno<br>due<spring>tre");
}

static void test_template__braces_and_parameters(void **state)
{
	struct room *room = *state;

	assert_shows(room, "{{{anno}}}", "{2022}");
	assert_shows(room, "{{non un campo}}", "{non un campo}");
	assert_shows(room, "a } b", "a } b");
}

static void test_template__empty_paragraphs_leave_nothing(void **state)
{
	struct room *room = *state;

	assert_blocks(room, "<p>{documento.versione}</p><p/><p><b> </b></p><p>x</p>",
		      "  paragraph .p \"x\"\n");
	assert_blocks(room,
		      "<elenco><per-ogni di='valore-pubblico.note'><punto>{testo}</punto>"
		      "</per-ogni></elenco>",
		      "");
}

static void test_template__pieces_of_text(void **state)
{
	struct room *room = *state;

	assert_shows(room, "<a href='https://www.esempio.example/{anno}'>qui</a>",
		     "<a https://www.esempio.example/2022>qui</a>");
	assert_shows(room, "<segnale di=\"obiettivi[id='S1'].giudizio\"/>",
		     "<signal giallo 'Parzialmente raggiunto'>");
	assert_shows(room, "[<segnale di=\"obiettivi[id='S2'].giudizio\"/>]", "[]");
	assert_shows(room, "<valore di='anno'/> <valore di='risultato' formato='percento:0'/>",
		     "2022 77\u00a0%");
	assert_shows(room, "<i>a</i><b><i>b</i></b>", "<i>a</i><b><bi>b</bi></b>");
}

static void test_template__references_find_their_blocks(void **state)
{
	struct room *room = *state;

	assert_blocks(room,
		      "<titolo livello='1' numero='auto' id='uno'>Uno</titolo><p><rif a='uno'/> "
		      "<rif a='uno' mostra='numero'/> <rif a='uno' mostra='pagina'/> "
		      "<a href='#uno'>là</a> <rif a='due'/></p><p>Testo <t id='due'>qui</t></p>",
		      "  heading 1 [1] .titolo-1 #uno \"Uno\"\n"
		      "  paragraph .p \"<ref #uno title 'Uno'> <ref #uno number '1'> "
		      "<ref #uno page> <a #uno>là</a> <ref #due title 'Testo qui'>\"\n"
		      "  paragraph .p #due \"Testo <t>qui</t>\"\n");
}

static void test_template__headings_are_numbered(void **state)
{
	struct room *room = *state;

	assert_blocks(
		room,
		"<titolo livello='1'>Premessa</titolo><titolo livello='1' numero='auto' "
		"da='0'>Uno</titolo><titolo livello='2' numero='auto'>a</titolo><titolo livello='2' "
		"numero='auto'>b</titolo><titolo livello='1' numero='7'>Sette</titolo><titolo "
		"livello='1' numero='auto'>Otto</titolo><titolo livello='1' "
		"serie='Allegato'>A</titolo><titolo livello='1' serie='Allegato'>B</titolo>",
		"  heading 1 .titolo-1 #titolo.1 \"Premessa\"\n"
		"  heading 1 [1] .titolo-1 #titolo.2 \"Uno\"\n"
		"  heading 2 [1.0] .titolo-2 #titolo.3 \"a\"\n"
		"  heading 2 [1.1] .titolo-2 #titolo.4 \"b\"\n"
		"  heading 1 [7] .titolo-1 #titolo.5 \"Sette\"\n"
		"  heading 1 [8] .titolo-1 #titolo.6 \"Otto\"\n"
		"  heading 1 [Allegato 1] .titolo-1 #titolo.7 \"A\"\n"
		"  heading 1 [Allegato 2] .titolo-1 #titolo.8 \"B\"\n");
}

static void test_template__blocks_have_their_attributes(void **state)
{
	struct room *room = *state;

	assert_blocks(room,
		      "<riquadro insieme='si' con-successivo='si'><p nuova-pagina='si' lingua='en' "
		      "id='x-{anno}'>Hello</p></riquadro>sciolto <b>testo</b><p>p</p>",
		      "  box .riquadro together with-next\n"
		      "    paragraph .p #x-2022 lang=en new-page \"Hello\"\n"
		      "  paragraph .p \"sciolto <b>testo</b>\"\n"
		      "  paragraph .p \"p\"\n");
}

/* Parts of a table are no blocks: their language is that of the blocks inside. */
static void test_template__languages_reach_the_blocks_of_a_row(void **state)
{
	struct room *room = *state;

	assert_blocks(room,
		      "<tabella colonne='1fr 1fr'><riga lingua='en'><cella>Hello</cella>"
		      "<cella lingua='de'><p>Hallo</p></cella></riga></tabella>",
		      "  table 1fr 1fr .tabella\n    row\n"
		      "      td @0\n        paragraph .p-cella lang=en \"Hello\"\n"
		      "      td @1\n        paragraph .p-cella lang=de \"Hallo\"\n");
}

static void test_template__lists_contents_and_signatures(void **state)
{
	struct room *room = *state;

	assert_blocks(
		room,
		"<indice livelli='1'/><titolo livello='1'>T</titolo><elenco tipo='numerato'>"
		"<per-ogni di='obiettivi'><punto>{titolo}</punto></per-ogni><punto><p>a</p><elenco>"
		"<punto>b</punto></elenco></punto></elenco><firme><per-ogni di='documento.firme'>"
		"<firma ruolo='{ruolo}' campo='si'/></per-ogni><firma ruolo='OIV'/></firme>",
		"  contents .indice\n"
		"    entry 1 'T'\n"
		"  heading 1 .titolo-1 #titolo.1 \"T\"\n"
		"  list ordered .elenco\n"
		"    item .punto\n"
		"      paragraph .p-punto \"Qualità\"\n"
		"    item .punto\n"
		"      paragraph .p-punto \"Conti\"\n"
		"    item .punto\n"
		"      paragraph .p-punto \"a\"\n"
		"      list .elenco\n"
		"        item .punto\n"
		"          paragraph .p-punto \"b\"\n"
		"  signatures .firme\n"
		"    signature 'Presidente' field firma-1\n"
		"    signature 'Segretario' field firma-2\n"
		"    signature 'OIV'\n");
}

/* What depends on page numbers stays open until layout. */
static void test_template__running_heads(void **state)
{
	struct room *room = *state;
	const struct document_master *master;
	struct document whole = { 0 };
	struct text out = text_make(room->arena);

	room_usual_plan(room);
	room_template(room, "<pagina id='v' formato='A5' verso='orizzontale' margini='10mm 20mm'>"
			    "<testa><p>{corrente(1)}</p></testa><pie><p>{ente.denominazione}"
			    "<spinta/>Pag. {pagina} di {pagine}</p></pie></pagina>"
			    "<corpo><sezione pagina='v'><p>x</p></sezione></corpo>");
	assert_string_equal(room_findings(room), "");
	assert_int_equal(room_expand(room), STATUS_OK);
	master = room->document->first->as.section->master;
	assert_true(master->width_pt > master->height_pt);
	assert_true(master->margin.left > 56 && master->margin.left < 57);
	whole.first = master->head;
	document_dump(&out, &whole);
	whole.first = master->foot;
	document_dump(&out, &whole);
	assert_string_equal(out.bytes,
			    "box .testa\n  paragraph .p-pagina \"<running 1>\"\n"
			    "box .pie\n  paragraph .p-pagina \"Ente di prova<spring>Pag. <page> "
			    "di <pages>\"\n");
}

int text_suite(void)
{
	const struct CMUnitTest tests[] = {
		ROOM_TEST(test_template__blanks_are_folded_across_pieces),
		ROOM_TEST(test_template__braces_and_parameters),
		ROOM_TEST(test_template__empty_paragraphs_leave_nothing),
		ROOM_TEST(test_template__pieces_of_text),
		ROOM_TEST(test_template__references_find_their_blocks),
		ROOM_TEST(test_template__headings_are_numbered),
		ROOM_TEST(test_template__blocks_have_their_attributes),
		ROOM_TEST(test_template__languages_reach_the_blocks_of_a_row),
		ROOM_TEST(test_template__lists_contents_and_signatures),
		ROOM_TEST(test_template__running_heads),
	};

	return cmocka_run_group_tests_name("texts", tests, NULL, NULL);
}
