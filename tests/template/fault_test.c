#include "suites.h"

#include <string.h>

static void test_template__unknown_names_are_refused_with_the_nearest(void **state)
{
	struct room *room = *state;

	assert_refused(
		room,
		"<p>{ente.denominazone}</p>\n<per-ogni di='obiettvi'><p>{titolo}</p></per-ogni>\n"
		"<per-ogni di='obiettivi'><p>{titolo.codice} {indicatore}</p></per-ogni>\n"
		"<para/><p styl='x'/><p insieme='forse'/><titolo livello='9'>x</titolo>",
		"modello.xml:2:20: errore: in {ente.denominazone}: «denominazone» non è un campo "
		"di ente: forse «denominazione» [campo-ignoto]\nmodello.xml:3:1: errore: in "
		"di=\"obiettvi\" di <per-ogni>: «obiettvi» non è un campo (cercato in: piano): "
		"forse «obiettivi» [campo-ignoto]\nmodello.xml:4:29: errore: in {titolo.codice}: "
		"prima di «.codice» non c’è una cosa che abbia campi "
		"[campo-ignoto]\nmodello.xml:4:29: errore: in {indicatore}: «indicatore» non è un "
		"campo (cercato in: obiettivo, piano): forse «indicatori» "
		"[campo-ignoto]\nmodello.xml:5:1: errore: <para> non è un elemento dei modelli "
		"[elemento-ignoto]\nmodello.xml:5:8: errore: <p> non ha l’attributo «styl» "
		"[attributo-ignoto]\nmodello.xml:5:21: errore: insieme=\"forse\" di <p> non va "
		"bene: serve no o si [attributo-valore]\nmodello.xml:5:41: errore: livello=\"9\" "
		"di <titolo> non va bene: serve un numero intero da 1 a 6 [attributo-valore]\n");
}

static void test_template__formats_must_suit_the_field(void **state)
{
	struct room *room = *state;

	assert_refused(
		room,
		"<p>{risultato|percent:2} {risultato|numero:99} {risultato|data}</p>\n"
		"<p>{ente.denominazione|numero:2} {documento.approvazione.data|euro} {anno|x}</p>",
		"modello.xml:2:20: errore: in {risultato|percent:2}: «percent:2» non è un formato: "
		"forse «percento» (numero:2 percento:2 euro:0 valore:2 segno:2 data data-lunga si-no "
		"maiuscolo se-manca:…) [formato]\n"
		"modello.xml:2:20: errore: in {risultato|numero:99}: «numero:99» non è un formato "
		"(numero:2 percento:2 euro:0 valore:2 segno:2 data data-lunga si-no maiuscolo "
		"se-manca:…) [formato]\n"
		"modello.xml:2:20: errore: in {risultato|data}: il formato «data» non va bene per "
		"questo campo [formato-tipo]\n"
		"modello.xml:3:4: errore: in {ente.denominazione|numero:2}: il formato «numero:2» non "
		"va bene per questo campo [formato-tipo]\n"
		"modello.xml:3:4: errore: in {documento.approvazione.data|euro}: il formato «euro» non "
		"va bene per questo campo [formato-tipo]\n"
		"modello.xml:3:4: errore: in {anno|x}: «x» non è un formato (numero:2 percento:2 euro:0 "
		"valore:2 segno:2 data data-lunga si-no maiuscolo se-manca:…) [formato]\n");
}

static void test_template__conditions_must_suit_the_field(void **state)
{
	struct room *room = *state;

	assert_refused(
		room,
		"<t se='anno = duemila'>x</t>\n<t se='obiettivi = 3'>x</t>\n"
		"<t se=\"documento.approvazione.data = '2022'\">x</t>\n"
		"<per-ogni di='indicatori[tipo = datta]'>x</per-ogni>\n"
		"<t se='anno ='>x</t>\n<t se='anno = 2022 obiettivi'>x</t>\n<t se='(anno = 1'>x</t>\n"
		"<t se='primo'>x</t>\n<t se='anno = 7,5'>x</t>",
		"modello.xml:2:17: errore: in se=\"anno = duemila\" di <t>: «duemila» non si può "
		"confrontare con questo campo, che è un numero (si scrive 95 o 7.5) [confronto]\n"
		"modello.xml:3:1: errore: in se=\"obiettivi = 3\" di <t>: «obiettivi» è un elenco: si "
		"confronta conta(…) o un suo campo [confronto]\n"
		"modello.xml:4:1: errore: in se=\"documento.approvazione.data = '2022'\" di <t>: «2022» "
		"non si può confrontare con questo campo, che è una data (si scrive 2022-12-31) "
		"[confronto]\n"
		"modello.xml:5:1: errore: in di=\"indicatori[tipo = datta]\" di <per-ogni>: «datta» non "
		"è fra i valori possibili: forse «data» [parola-ignota]\n"
		"modello.xml:6:1: errore: in se=\"anno =\" di <t>: dopo il confronto serve un numero, "
		"una data, una parola o un 'testo' [confronto]\n"
		"modello.xml:7:1: errore: in se=\"anno = 2022 obiettivi\" di <t>: «obiettivi» è di "
		"troppo [espressione]\n"
		"modello.xml:8:1: errore: in se=\"(anno = 1\" di <t>: manca la ) che chiude "
		"[parentesi]\n"
		"modello.xml:9:1: errore: in se=\"primo\" di <t>: primo e ultimo valgono solo dentro "
		"<per-ogni> [ciclo]\n"
		"modello.xml:10:1: errore: in se=\"anno = 7,5\" di <t>: «,5» è di troppo "
		"[espressione]\n");
}

static void test_template__broken_expressions(void **state)
{
	struct room *room = *state;

	assert_refused(
		room,
		"<p>{</p>\n<p>{}</p>\n<p>{a.}</p>\n<p>{obiettivi[}</p>\n<p>{obiettivi[id='S1}</p>\n"
		"<p>{ente[x]}</p>\n<p>{somma(indicatori)} {conta(anno)} {conta obiettivi}</p>\n"
		"<p>{@x}</p>\n<p>{obiettivi.indicatori.target[x y]}</p>",
		"modello.xml:2:20: errore: manca la } che chiude «{»: per una graffa nel testo si "
		"scrive {{ [graffa]\nmodello.xml:3:4: errore: in {}: qui serve il nome di un "
		"campo: «» [espressione]\nmodello.xml:4:4: errore: in {a.}: «a» non è un campo "
		"(cercato in: piano) [campo-ignoto]\nmodello.xml:5:4: errore: in {obiettivi[}: qui "
		"serve il nome di un campo: «» [espressione]\nmodello.xml:6:4: errore: manca la } "
		"che chiude «{obiettivi[id='S1}»: per una graffa nel testo si scrive {{ "
		"[graffa]\nmodello.xml:7:4: errore: in {ente[x]}: […] sceglie da un elenco o un "
		"anno di un valore: qui non c’è né l’uno né l’altro [parentesi]\nmodello.xml:8:4: "
		"errore: in {somma(indicatori)}: «indicatori» non è un numero: somma(elenco.campo) "
		"[somma]\nmodello.xml:8:4: errore: in {conta(anno)}: «anno» non è un elenco "
		"[conta]\nmodello.xml:8:4: errore: in {conta obiettivi}: «conta» non è un campo "
		"(cercato in: piano) [campo-ignoto]\nmodello.xml:9:4: errore: qui non c’è un "
		"parametro «x» [parametro-ignoto]\nmodello.xml:10:4: errore: in "
		"{obiettivi.indicatori.target[x y]}: tra [ ] serve un anno: 2021, anno, anno-1 "
		"[anno]\n");
}

static void test_template__elements_out_of_place(void **state)
{
	struct room *room = *state;

	assert_refused(
		room, "<p><p>x</p></p>\n<elenco>testo</elenco>\n<p><segue>x</segue></p>",
		"modello.xml:2:20: errore: <p> non può stare dentro <p>, che qui vuole: <t> <b> "
		"<i> <a> <rif> <segnale> <valore> <br> <spinta> <segue> <per-ogni> <usa> "
		"[elemento-fuori-posto]\n"
		"modello.xml:3:9: errore: dentro <elenco> non può stare del testo: metterlo in un "
		"<p> [testo-fuori-posto]\n"
		"modello.xml:4:4: errore: <segue> vale solo nelle righe di <testata> con "
		"ripeti=\"si\" [segue]\n");
	assert_template_refused(
		room, "testo<stil/><corpo/><corpo/>",
		"modello.xml:1:42: errore: sotto <modello> non può stare del testo "
		"[testo-fuori-posto]\n"
		"modello.xml:1:47: errore: <stil> non può stare sotto <modello>: forse "
		"«stile» (stile, pagina, blocco, corpo, includi) [elemento-ignoto]\n"
		"modello.xml:1:62: errore: <corpo> c’è già alla riga 1 "
		"[nome-ripetuto]\n");
	assert_template_refused(
		room, "",
		"modello.xml:1:1: errore: il modello non ha <corpo>: non c’è nulla da comporre "
		"[corpo-mancante]\n");
}

static void test_template__loops_have_no_look(void **state)
{
	struct room *room = *state;

	assert_refused(room, "<per-ogni di='obiettivi' lingua='en'>x</per-ogni>",
		       "modello.xml:2:17: errore: <per-ogni> non ha l’attributo «lingua» "
		       "[attributo-ignoto]\n");
}

static void test_template__missing_attributes(void **state)
{
	struct room *room = *state;

	assert_refused(
		room,
		"<titolo>x</titolo>\n<per-ogni>x</per-ogni>\n<contenuto/>\n<p><rif/><a/><segnale/>"
		"<valore/></p>\n<tabella><riga><cella/></riga></tabella>",
		"modello.xml:2:17: errore: <titolo> vuole livello=\"…\": da 1 a 6 "
		"[attributo-mancante]\nmodello.xml:3:1: errore: <per-ogni> vuole di=\"…\": "
		"l’elenco da percorrere, per esempio obiettivi "
		"[attributo-mancante]\nmodello.xml:4:1: errore: <contenuto> vuole di=\"…\": un "
		"testo, per esempio testi[id='premessa'] [attributo-mancante]\nmodello.xml:5:4: "
		"errore: <rif> vuole a=\"…\": l’id del blocco a cui rimanda "
		"[attributo-mancante]\nmodello.xml:5:10: errore: <a> vuole href=\"…\": un "
		"indirizzo, o #id di un blocco [attributo-mancante]\nmodello.xml:5:14: errore: "
		"<segnale> vuole di=\"…\": un giudizio, per esempio giudizio "
		"[attributo-mancante]\nmodello.xml:5:24: errore: <valore> vuole di=\"…\": un "
		"percorso, per esempio risultato [attributo-mancante]\nmodello.xml:6:1: errore: "
		"<tabella> vuole colonne=\"…\": una larghezza per colonna (30mm 20% auto 1fr) "
		"[attributo-mancante]\n");
}

static void test_template__the_root_is_checked(void **state)
{
	struct room *room = *state;

	room_write(room, "modello.xml", "<altro xmlns='urn:relazione:modello:1'/>");
	assert_int_equal(room_read(room), STATUS_DATA);
	assert_string_equal(room_findings(room),
			    "modello.xml:1:1: errore: un modello comincia con <modello>, non con "
			    "<altro> [elemento-ignoto]\n");
	room->diag = diag_make(room->arena);
	room_write(room, "modello.xml",
		   "<modello xmlns='urn:relazione:modello:1' per='tutti' titollo='x'><corpo/>"
		   "</modello>");
	assert_int_equal(room_read(room), STATUS_DATA);
	assert_string_equal(
		room_findings(room),
		"modello.xml:1:1: errore: <modello> non ha l’attributo «titollo»: forse "
		"«titolo» [attributo-ignoto]\n"
		"modello.xml:1:1: errore: per=\"tutti\" di <modello> non va bene: serve "
		"assegnazioni, o niente [attributo-valore]\n");
}

/* What only shows with a plan is found at the template's line. */
static void test_template__faults_of_the_document(void **state)
{
	struct room *room = *state;

	room_usual_plan(room);
	room_body(room, "<titolo livello='2'>x</titolo>\n<p id='a'>x</p>\n<p id='a'>y</p>\n<p><rif "
			"a='bb'/></p>");
	assert_string_equal(room_findings(room), "");
	assert_int_equal(room_expand(room), STATUS_DATA);
	assert_null(room->document);
	assert_string_equal(
		room_findings(room),
		"modello.xml:2:17: errore: il titolo «x» è di livello 2 ma viene dopo uno di "
		"livello 0: usare livello=\"1\", o aggiungere il titolo che manca "
		"[livello-saltato]\nmodello.xml:4:1: errore: l’id «a» è già di un altro blocco "
		"(riga 3): ogni id deve comparire una volta sola [id-ripetuto]\nmodello.xml:5:1: "
		"errore: nessun blocco ha l’id «bb»: dare l’id al blocco o correggere il rimando "
		"[rimando-ignoto]\n");
}

int fault_suite(void)
{
	const struct CMUnitTest tests[] = {
		ROOM_TEST(test_template__unknown_names_are_refused_with_the_nearest),
		ROOM_TEST(test_template__formats_must_suit_the_field),
		ROOM_TEST(test_template__conditions_must_suit_the_field),
		ROOM_TEST(test_template__broken_expressions),
		ROOM_TEST(test_template__elements_out_of_place),
		ROOM_TEST(test_template__loops_have_no_look),
		ROOM_TEST(test_template__missing_attributes),
		ROOM_TEST(test_template__the_root_is_checked),
		ROOM_TEST(test_template__faults_of_the_document),
	};

	return cmocka_run_group_tests_name("faults", tests, NULL, NULL);
}
