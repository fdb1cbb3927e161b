/* Faults against the schema of the plan: place and sentence of each. */
#include "markup_test.h"

#include <string.h>

#define INDICATOR(content)                                                                         \
	ROOT "\n<obiettivo><indicatore>" content "</indicatore></obiettivo></piano>"
#define OBJECTIVE_CHILDREN                                                                                     \
	"«descrizione», «beneficio», «stakeholder», «soggetto-esterno», «programma», «missione», " \
	"«risorse», «indicatore», «dichiarato», «segno», «nota», «ambito», «obiettivo», «voce»"

static const struct {
	const char *source, *finding;
} faults[] = {
	{ "<pianeta xmlns='" SPACE "'><x/></pianeta>",
	  "1:1: errore: l’elemento radice è «pianeta», deve essere «piano» [radice]" },
	{ ROOT "\n<obiettivo>\n <indicatroe><x/></indicatroe></obiettivo></piano>",
	  "3:2: errore: elemento «indicatroe» sconosciuto: forse «indicatore»? "
	  "[elemento-sconosciuto]" },
	{ ROOT "\n<struttura><zzzzzzzz/></struttura></piano>",
	  "2:12: errore: elemento «zzzzzzzz» sconosciuto: in «struttura» sono ammessi: «unita», "
	  "«incarico» [elemento-sconosciuto]" },
	{ ROOT "\n<obiettivo><target>1</target></obiettivo></piano>",
	  "2:12: errore: l’elemento «target» non può stare in «obiettivo»: il suo posto è in "
	  "«indicatore», «livello»; in «obiettivo» sono ammessi: " OBJECTIVE_CHILDREN
	  " [elemento-fuori-posto]" },
	{ INDICATOR("<nome>a<b>c</b></nome>"),
	  "2:31: errore: l’elemento «b» non può stare in «nome»: il suo posto è in «b», «i», «t», "
	  "«a», «p», «titolo», «punto», «capo»; «nome» non contiene altri elementi "
	  "[elemento-fuori-posto]" },
	{ ROOT "\n<ambito\n  pesso='1'/></piano>",
	  "3:3: errore: attributo «pesso» sconosciuto in «ambito»: forse «peso»? "
	  "[attributo-sconosciuto]" },
	{ ROOT "\n<struttura colore='x'/></piano>",
	  "2:12: errore: attributo «colore» sconosciuto in «struttura»: «struttura» non ha attributi "
	  "[attributo-sconosciuto]" },
	{ ROOT "\n<sistema><regola id='r' tipo='linear'/></sistema></piano>",
	  "2:25: errore: attributo «tipo» di «regola», «linear» non va bene: forse «lineare»? Sono "
	  "ammessi «lineare», «rapporto», «fasce», «tutto-o-niente», «manuale» [valore-attributo]" },
	{ ROOT "\n<obiettivo><indicatore da='padri'/></obiettivo></piano>",
	  "2:24: errore: attributo «da» di «indicatore», «padri» non va bene: è ammesso solo «figli» "
	  "[valore-attributo]" },
	{ ROOT "\n<ambito peso='12,50'/></piano>",
	  "2:9: errore: attributo «peso» di «ambito», «12,50» non va bene: serve un numero con il "
	  "punto decimale, senza punti delle migliaia né simboli (per esempio 1234.50) "
	  "[valore-attributo]" },
	{ INDICATOR("<modifica data='31/12/2022'/>"),
	  "2:34: errore: attributo «data» di «modifica», «31/12/2022» non va bene: serve una data "
	  "nella forma anno-mese-giorno (per esempio 2022-12-31) [valore-attributo]" },
	{ INDICATOR("<modifica data='2022-12-31Z'/>"),
	  "2:34: errore: attributo «data» di «modifica», «2022-12-31Z» non va bene: serve una data "
	  "nella forma anno-mese-giorno (per esempio 2022-12-31) [valore-attributo]" },
	{ INDICATOR("<target anno='22'>1</target>"),
	  "2:32: errore: attributo «anno» di «target», «22» non va bene: serve un anno di quattro "
	  "cifre, dal 1900 al 2199 (per esempio 2022) [valore-attributo]" },
	{ ROOT "\n<obiettivo id='a b'/></piano>",
	  "2:12: errore: attributo «id» di «obiettivo», «a b» non va bene: serve un nome senza "
	  "spazi, di al massimo 200 caratteri (per esempio OS1.1) [valore-attributo]" },
	{ INDICATOR("<esito/>"), "2:24: errore: in «esito» manca l’attributo «stato»: aggiungerlo "
				 "[attributo-mancante]" },
	{ ROOT "\n<sistema><giudizi/></sistema></piano>",
	  "2:10: errore: in «giudizi» manca «giudizio»: aggiungerlo [elemento-mancante]" },
	{ ROOT "\n<struttura>\n  testo\n</struttura></piano>",
	  "3:3: errore: testo «testo» fuori posto: in «struttura» sono ammessi: «unita», «incarico» "
	  "[testo-fuori-posto]" },
	{ ROOT "\n<struttura><unita id='u'>x</unita></struttura></piano>",
	  "2:26: errore: testo «x» fuori posto: «unita» non contiene altri elementi "
	  "[testo-fuori-posto]" },
};

static void test_markup__faults_against_the_schema_say_what_to_do(void **state)
{
	struct room *room = *state;

	for (size_t i = 0; i < sizeof faults / sizeof faults[0]; i++)
		assert_finding(room, faults[i].source, STATUS_DATA, faults[i].finding);
}

/* libxml2 alone would stop looking into <piano> after <boh>. */
static void test_markup__one_fault_does_not_hide_the_next(void **state)
{
	struct room *room = *state;

	assert_int_equal(read_source(room,
				     "<piano xmlns='" SPACE "' tipo='x' anno='y'><boh/>\n"
				     "<ambito peso='a' boh='b'>\n<ente/>\n<obiettivo\npeso='c'>"
				     "</obiettivo></ambito>\n<ambito peso='d'/>t</piano>"),
			 STATUS_DATA);
	assert_int_equal(room->diag.count, 9);
	assert_non_null(room->root);
	assert_int_equal(room->diag.entries[8].place.line, 6);
}

static void test_markup__schema_and_form_faults_come_together(void **state)
{
	struct room *room = *state;

	assert_int_equal(read_source(room, ROOT "<boh/>\n<ambito></piano>"), STATUS_SYNTAX);
	assert_int_equal(room->diag.count, 2);
	assert_null(room->root);
}

static void test_markup__long_values_are_shortened(void **state)
{
	struct room *room = *state;
	struct text source = text_make(room->arena);

	text_add(&source, ROOT "<ambito peso='");
	for (int i = 0; i < 1000; i++)
		text_add(&source, "è");
	text_add(&source, "'/></piano>");
	assert_int_equal(read_source(room, source.bytes), STATUS_DATA);
	assert_true(strlen(room->diag.entries[0].text) < 400);
	assert_non_null(strstr(room->diag.entries[0].text, "èè…»"));
}

static void test_markup__broken_schema_is_a_fault_of_ours(void **state)
{
	struct room *room = *state;
	struct markup_schema *schema;

	assert_int_equal(markup_schema_load(&schema, room->arena,
					    SOURCE_DIR "/samples/minimo/piano.xml", &room->diag),
			 STATUS_LIBRARY);
	assert_null(schema);
	assert_int_equal(markup_schema_load(&schema, room->arena, "/non/c'è.xsd", &room->diag),
			 STATUS_IO);
	assert_null(schema);
}

int run_schema_tests(void)
{
	const struct CMUnitTest tests[] = {
		schema_test(test_markup__faults_against_the_schema_say_what_to_do),
		schema_test(test_markup__one_fault_does_not_hide_the_next),
		schema_test(test_markup__schema_and_form_faults_come_together),
		schema_test(test_markup__long_values_are_shortened),
		room_test(test_markup__broken_schema_is_a_fault_of_ours),
	};

	return cmocka_run_group_tests_name("markup: schema", tests, NULL, NULL);
}
