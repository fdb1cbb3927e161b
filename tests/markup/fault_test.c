/* What is not well-formed: one finding, with the whole sentence. */
#include "markup_test.h"

#include <stdio.h>

static const struct {
	const char *source, *finding;
} faults[] = {
	{ "", " errore: il file è vuoto: non c’è nulla da leggere [file-vuoto]" },
	{ "\xEF\xBB\xBF \n", " errore: il file è vuoto: non c’è nulla da leggere [file-vuoto]" },
	{ "ciao",
	  "1:1: errore: il file non è un documento XML: deve cominciare con «<» [non-xml]" },
	{ "PK\003\004x",
	  " errore: il file non è un documento XML: è un file compresso, come quelli "
	  "di Excel, Word e LibreOffice [non-xml]" },
	{ "<?xml version=\"1.0\"?>\n<!-- -->", "2:9: errore: il file finisce prima che l’elemento "
					       "radice sia completo [file-troncato]" },
	{ ROOT "\n<ambito>\n<obiettivo>\n </ambito></piano>",
	  "4:2: errore: qui si chiude «ambito», ma è ancora aperto «obiettivo» (riga 3): scrivere "
	  "prima </obiettivo>, o correggere il nome [tag-chiusura]" },
	{ ROOT "\n<ambito>\n", "3:1: errore: il file finisce, ma «ambito» (riga 2) non è chiuso: "
			       "manca </ambito>, o il file è incompleto [file-troncato]" },
	{ ROOT "\n<ambito titolo=\"a",
	  "2:18: errore: il file finisce, ma «piano» (riga 1) non è chiuso: manca </piano>, o il file "
	  "è incompleto [file-troncato]" },
	{ ROOT "\n<ambito titolo=\"perch&egrave;\"/></piano>",
	  "2:22: errore: «&egrave;» non esiste in XML: scrivere «è» oppure «&#232;» [entita]" },
	{ ROOT "\nè&nome;</piano>",
	  "2:2: errore: «&nome;» non esiste in XML: scrivere il carattere "
	  "stesso; per «&» scrivere «&amp;» [entita]" },
	{ ROOT "\nR & S</piano>",
	  "2:4: errore: dopo «<» o «&» serve un nome: per scrivere i caratteri "
	  "stessi usare «&lt;» e «&amp;» [xml]" },
	{ ROOT "\nR&S</piano>", "2:2: errore: «&» senza «;» finale: per scrivere il carattere «&» "
				"usare «&amp;» [xml]" },
	{ ROOT "\n<a x='1'\n x='2'/></piano>",
	  "3:7: errore: l’attributo «x» è scritto due volte nello "
	  "stesso elemento: toglierne uno [attributo-doppio]" },
	{ ROOT "\n<p:ambito/></piano>",
	  "2:10: errore: il prefisso «p:» non è dichiarato: toglierlo, o "
	  "dichiararlo con xmlns:p=\"…\" [prefisso]" },
	{ ROOT "\n<a x=1/></piano>", "2:6: errore: il valore di un attributo non è tra virgolette: "
				     "scrivere nome=\"valore\" [xml]" },
	{ ROOT "\n<a x/></piano>",
	  "2:5: errore: attributo senza valore: scrivere nome=\"valore\" [xml]" },
	{ ROOT "\n<a x='<'/></piano>",
	  "2:7: errore: «<» nel valore di un attributo: scrivere «&lt;», "
	  "o chiudere prima le virgolette del valore [xml]" },
	{ ROOT "\n<a x='1'y='2'/></piano>", "2:9: errore: manca uno spazio: gli attributi vanno "
					    "separati tra loro e dal nome dell’elemento [xml]" },
	{ ROOT "\n<a x='1', y='2'/></piano>",
	  "2:9: errore: manca uno spazio: gli attributi vanno separati tra loro e dal nome "
	  "dell’elemento [xml]" },
	{ ROOT "\n<a x='1' ,y='2'/></piano>",
	  "2:10: errore: carattere fuori posto dentro un tag: gli attributi si scrivono "
	  "nome=\"valore\", separati da spazi [xml]" },
	{ ROOT "</piano>\n<piano/>",
	  "2:1: errore: dopo la chiusura dell’elemento radice c’è altro testo: il file deve avere "
	  "un solo elemento che contiene tutto [xml]" },
	{ "</piano>", "1:2: errore: qui si chiude un elemento che non è aperto: togliere il tag, o "
		      "aprirlo prima [xml]" },
	{ ROOT "\n]]></piano>",
	  "2:1: errore: «]]>» non può stare nel testo: scrivere «]]&gt;» [xml]" },
	{ "\n<?xml version=\"1.0\"?>" ROOT "</piano>",
	  "2:6: errore: la dichiarazione <?xml …?> deve essere all’inizio del file: togliere ciò "
	  "che la precede, anche righe vuote [xml]" },
	{ ROOT "\n&#xzz;</piano>",
	  "2:1: errore: codice di carattere sbagliato: scrivere per esempio "
	  "«&#xE8;», o il carattere stesso [xml]" },
	{ ROOT "\na\x07", "2:2: errore: carattere di controllo 0x07, che un file XML non può "
			  "contenere: cancellarlo [carattere]" },
	{ ROOT "\nperch\xE8 no",
	  "2:6: errore: il byte 0xE8 non è testo UTF-8 (il file sembra salvato "
	  "in «Windows-1252» o «ANSI»): aprirlo con un editor di testo, "
	  "salvarlo con codifica UTF-8 e scrivere encoding=\"UTF-8\" nella "
	  "prima riga [codifica]" },
	{ "<?xml version='1.0' encoding='ISO-8859-1'?>" ROOT "</piano>",
	  " errore: il file è in codifica «ISO-8859-1», qui serve UTF-8: aprirlo con un editor di "
	  "testo, salvarlo con codifica UTF-8 e scrivere encoding=\"UTF-8\" nella prima riga "
	  "[codifica]" },
	{ "<!DOCTYPE piano [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>" ROOT "&e;</piano>",
	  "1:1: errore: «<!DOCTYPE» non è ammesso (né serve): togliere la riga, e scrivere i caratteri "
	  "speciali come tali [doctype]" },
};

static void test_markup__faults_of_form_are_one_sentence(void **state)
{
	struct room *room = *state;

	for (size_t i = 0; i < sizeof faults / sizeof faults[0]; i++)
		assert_finding(room, faults[i].source, STATUS_SYNTAX, faults[i].finding);
}

static void test_markup__utf16_is_refused_with_or_without_mark(void **state)
{
	struct room *room = *state;
	static const char marked[] = "\xFF\xFE<\0p\0/\0>\0", bare[] = "\0<\0p\0/\0>";

	assert_int_equal(read_bytes(room, marked, sizeof marked - 1), STATUS_SYNTAX);
	assert_string_equal(room->diag.entries[0].code, "codifica");
	assert_int_equal(read_bytes(room, bare, sizeof bare - 1), STATUS_SYNTAX);
	assert_string_equal(room->diag.entries[0].code, "codifica");
}

static void test_markup__root_of_another_namespace_is_named(void **state)
{
	struct room *room = *state;

	assert_finding(room, "<modello xmlns='urn:relazione:modello:1'><x/></modello>", STATUS_DATA,
		       "1:1: errore: l’elemento «modello» è dello spazio dei nomi "
		       "«urn:relazione:modello:1», deve essere di «" SPACE
		       "»: correggere xmlns, o togliere l’elemento [spazio-nomi]");
	assert_null(room->root);
	assert_finding(room, "<piano anno='1'/>", STATUS_DATA,
		       "1:1: errore: l’elemento «piano» è senza spazio dei nomi, deve essere di "
		       "«" SPACE "»: scrivere <piano xmlns=\"" SPACE "\" …> [spazio-nomi]");
	assert_null(room->root);
}

static void test_markup__foreign_element_is_told_once_and_left_out(void **state)
{
	struct room *room = *state;

	assert_finding(
		room, ROOT "\n<x xmlns='urn:x'>testo<y/></x><ente/></piano>", STATUS_DATA,
		"2:1: errore: l’elemento «x» è dello spazio dei nomi «urn:x», deve essere di "
		"«" SPACE "»: correggere xmlns, o togliere l’elemento [spazio-nomi]");
	assert_string_equal(room->root->first->next->name, "ente");
	assert_null(room->root->first->next->next);
}

int run_fault_tests(void)
{
	const struct CMUnitTest tests[] = {
		room_test(test_markup__faults_of_form_are_one_sentence),
		room_test(test_markup__utf16_is_refused_with_or_without_mark),
		room_test(test_markup__root_of_another_namespace_is_named),
		room_test(test_markup__foreign_element_is_told_once_and_left_out),
	};

	return cmocka_run_group_tests_name("markup: faults", tests, NULL, NULL);
}
