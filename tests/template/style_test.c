#include "suites.h"

#include <string.h>

static void test_template__styles_are_inherited_and_derived(void **state)
{
	struct room *room = *state;
	const struct document_block *box, *paragraph;

	room_usual_plan(room);
	room_template(room,
		      "<stile nome='base' corpo='12pt' interlinea='1.5' grassetto='si'/>"
		      "<stile nome='nota' da='base' corpo='8pt' sfondo='#f0f0f0' "
		      "margine-interno='1mm 2pt' bordo-sopra='0.5pt #cccccc' spazio-dopo='3pt'/>"
		      "<corpo><sezione><riquadro stile='nota'><p>x <t stile='rosso'>y</t></p>"
		      "</riquadro></sezione></corpo><stile nome='rosso' colore='#a00000' "
		      "corsivo='si'/>");
	assert_string_equal(room_findings(room), "");
	assert_int_equal(room_expand(room), STATUS_OK);
	box = room->document->first->first;
	paragraph = box->first;
	assert_int_equal(box->style->background, 0xf0f0f0);
	assert_true(box->style->padding.top > 2.83 && box->style->padding.top < 2.84);
	assert_true(box->style->padding.left == 2 && box->style->border_top.width_pt == 0.5);
	assert_true(paragraph->style->character.size_pt == 8);
	assert_true(paragraph->style->leading_pt == 12);
	assert_true(paragraph->style->character.bold);
	assert_int_equal(paragraph->style->background, DOCUMENT_NO_COLOUR);
	assert_int_equal(paragraph->text_last->character->colour, 0xa00000);
	assert_true(paragraph->text_last->character->italic);
	assert_true(paragraph->text_last->character->size_pt == 8);
}

/* In a table with stile="x" cells take "x-capo" and "x-cella". */
static void test_template__tables_have_families_of_styles(void **state)
{
	struct room *room = *state;

	room_usual_plan(room);
	room_template(room,
		      "<stile nome='x'/><stile nome='x-cella' da='cella' corpo='7pt'/>"
		      "<corpo><sezione><tabella stile='x' colonne='1fr'><riga><cella>a</cella>"
		      "</riga></tabella></sezione></corpo>");
	assert_string_equal(room_findings(room), "");
	assert_int_equal(room_expand(room), STATUS_OK);
	assert_true(
		room->document->first->first->as.table->first->first->style->character.size_pt ==
		7);
}

static void test_template__faults_of_styles(void **state)
{
	struct room *room = *state;

	assert_template_refused(
		room,
		"<stile nome='a' corpo='enorme' colore='rosso' grasseto='si' interlinea='9'/>\n"
		"<stile/><stile nome='b' da='aa'/>\n<corpo><sezione><p stile='c'>x</p></sezione>"
		"</corpo>",
		"modello.xml:1:42: errore: nello stile «a» corpo=\"enorme\" non va bene: serve una "
		"misura tra 4pt e 200pt [stile-valore]\nmodello.xml:1:42: errore: nello stile «a» "
		"colore=\"rosso\" non va bene: serve un colore come #1f4e5f "
		"[stile-valore]\nmodello.xml:1:42: errore: <stile> non ha l’attributo «grasseto»: "
		"forse «grassetto» [attributo-ignoto]\nmodello.xml:1:42: errore: nello stile «a» "
		"interlinea=\"9\" non va bene: serve una misura (14pt) o un multiplo del corpo "
		"(1.4) [stile-valore]\nmodello.xml:2:1: errore: <stile> vuole nome=\"…\": è il "
		"nome con cui si usa [attributo-mancante]\nmodello.xml:2:9: errore: lo stile «b» "
		"parte da «aa», che non è definito prima: forse «a» "
		"[stile-ignoto]\nmodello.xml:3:17: errore: lo stile «c» non è definito "
		"[stile-ignoto]\n");
}

/* WCAG 2.1, 1.4.3: 4.5:1, or 3:1 from 18 pt or 14 pt bold. */
static void test_template__contrast_is_checked_against_the_background(void **state)
{
	struct room *room = *state;

	assert_template_refused(
		room,
		"<stile nome='chiaro' colore='#999999'/><stile nome='fascia' sfondo='#1f4e5f'/>"
		"<stile nome='grande' da='chiaro' corpo='18pt'/>\n"
		"<corpo><sezione><p stile='chiaro'>x</p><p stile='chiaro'>y</p>\n"
		"<riquadro stile='fascia'><p>scuro su scuro</p></riquadro>\n"
		"<p stile='grande'>z</p></sezione></corpo>",
		"modello.xml:2:35: errore: nello stile «chiaro» il testo #999999 su #ffffff ha un "
		"contrasto di 2,84:1, sotto 4,5:1: scurire o schiarire uno dei due [contrasto]\n"
		"modello.xml:3:29: errore: nello stile «p» il testo #1d2629 su #1f4e5f ha un contrasto "
		"di 1,69:1, sotto 4,5:1: scurire o schiarire uno dei due [contrasto]\n"
		"modello.xml:4:19: errore: nello stile «grande» il testo #999999 su #ffffff ha un "
		"contrasto di 2,84:1, sotto 3:1: scurire o schiarire uno dei due [contrasto]\n");
}

/* WCAG 2.1, 1.4.11: what is drawn needs 3:1; its colours are the program's. */
static void test_template__drawings_and_signals_need_a_light_background(void **state)
{
	struct room *room = *state;

	assert_template_refused(
		room,
		"<stile nome='grigia' sfondo='#c8c8c8'/><stile nome='figura' sfondo='#b0b0b0'/>\n"
		"<corpo><sezione><riquadro stile='grigia'>\n"
		"<p><per-ogni di='obiettivi'><segnale di='giudizio'/></per-ogni></p></riquadro>\n"
		"<albero di='ambiti'/></sezione></corpo>",
		"modello.xml:3:29: errore: nello stile «p» i segni dei giudizi possono avere sullo "
		"sfondo #c8c8c8 un contrasto di appena 2,71:1, sotto 3:1: schiarire lo sfondo o "
		"toglierlo [contrasto]\n"
		"modello.xml:4:1: errore: nello stile «figura» gli alberi e le mappe possono avere "
		"sullo sfondo #b0b0b0 un contrasto di appena 2,09:1, sotto 3:1: schiarire lo sfondo o "
		"toglierlo [contrasto]\n");
}

static void test_template__thick_borders_are_signs(void **state)
{
	struct room *room = *state;

	room_template(room, "<stile nome='filetto' bordo='0.5pt #c3ced2'/>"
			    "<stile nome='banda' bordo-sinistra='3pt #c3ced2'/>\n"
			    "<stile nome='piena' sfondo='#1f4e5f' colore='#ffffff' bordo='2pt "
			    "#1f4e5f'/><corpo><sezione><p stile='filetto'>a</p>\n"
			    "<p stile='banda'>b</p><p stile='banda'>c</p><p stile='piena'>d</p>"
			    "</sezione></corpo>");
	assert_string_equal(room_findings(room),
			    "modello.xml:3:1: avviso: nello stile «banda» il bordo #c3ced2 su "
			    "#ffffff ha un contrasto di 1,60:1, sotto 3:1: scurirlo, o "
			    "assottigliarlo sotto 1pt se è solo un filetto [contrasto]\n");
	assert_non_null(room->template);
}

static void test_template__large_text_needs_less_contrast(void **state)
{
	struct room *room = *state;

	room_template(room, "<stile nome='g' colore='#8a8a8a' corpo='14pt' grassetto='si'/>"
			    "<corpo><sezione><p stile='g'>x</p></sezione></corpo>");
	assert_string_equal(room_findings(room), "");
}

static void test_template__faults_of_pages(void **state)
{
	struct room *room = *state;

	assert_template_refused(
		room,
		"<pagina formato='A9' da='x'><p/></pagina>\n<pagina id='v' margini='200mm' "
		"verso='obliquo'/>\n<corpo><sezione pagina='w'>{pagina}</sezione></corpo>",
		"modello.xml:1:42: errore: da=\"x\" di <pagina>: non è una pagina definita prima "
		"[pagina-ignota]\n"
		"modello.xml:1:42: errore: <pagina> vuole id=\"…\": il nome con cui <sezione> la "
		"chiama [attributo-mancante]\n"
		"modello.xml:1:42: errore: formato=\"A9\" di <pagina> non va bene: A3, A4, A5 o due "
		"misure (210mm 297mm) [attributo-valore]\n"
		"modello.xml:1:70: errore: <pagina> contiene solo <testa> e <pie>, non <p> "
		"[elemento-ignoto]\n"
		"modello.xml:2:1: errore: verso=\"obliquo\" di <pagina> non va bene: serve verticale "
		"o orizzontale [attributo-valore]\n"
		"modello.xml:2:1: errore: i margini di <pagina> non lasciano posto al testo "
		"[margini]\n"
		"modello.xml:3:8: errore: la pagina «w» non è definita [pagina-ignota]\n"
		"modello.xml:3:28: errore: in {pagina}: pagina, pagine e corrente(1) valgono solo in "
		"<testa> e <pie> [solo-testa-pie]\n");
}

int style_suite(void)
{
	const struct CMUnitTest tests[] = {
		ROOM_TEST(test_template__styles_are_inherited_and_derived),
		ROOM_TEST(test_template__tables_have_families_of_styles),
		ROOM_TEST(test_template__faults_of_styles),
		ROOM_TEST(test_template__contrast_is_checked_against_the_background),
		ROOM_TEST(test_template__drawings_and_signals_need_a_light_background),
		ROOM_TEST(test_template__thick_borders_are_signs),
		ROOM_TEST(test_template__large_text_needs_less_contrast),
		ROOM_TEST(test_template__faults_of_pages),
	};

	return cmocka_run_group_tests_name("styles", tests, NULL, NULL);
}
