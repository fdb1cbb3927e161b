/* golden_test.c - whole pages as text. */
#include "tests.h"

#include "golden.h"

static void assert_golden(struct sample *s, const char *name)
{
	const char *path = arena_printf(s->arena, TEST_DIR "/golden/%s.txt", name);

	golden_assert(s->arena, path, sample_run(s));
	sample_destroy(s);
}

static void test_layout__golden_chapter(void **state)
{
	struct sample *s = sample_create(260, 220);
	struct document_block *p, *list, *item;
	struct document_character bold;

	(void)state;
	s->text.align = DOCUMENT_JUSTIFY;
	bold = s->text.character;
	bold.bold = true;
	s->master.head = sample_running(s, "$|Ente");
	s->master.foot = sample_running(s, "|Pag. # di @");
	sample_heading(s, 1, "Principali risultati");
	p = sample_paragraph(s, NULL, "La Camera di commercio ha raggiunto gli obiettivi ");
	document_add_inline(s->document, p, NULL, DOCUMENT_TEXT, &bold)->text =
		"strategici triennali";
	sample_inline(s, p, DOCUMENT_TEXT,
		      " fissati dal Piano, con scostamenti contenuti e motivati nell'albero della "
		      "performance.");
	list = document_add(s->document, s->section, DOCUMENT_LIST, &s->text);
	item = document_add(s->document, list, DOCUMENT_ITEM, &s->text);
	sample_paragraph(s, item, "salute economica");
	item = document_add(s->document, list, DOCUMENT_ITEM, &s->text);
	sample_paragraph(s, item, "qualità dei servizi e customer satisfaction");
	p = document_add(s->document, s->section, DOCUMENT_BOX, &s->frame);
	sample_paragraph(s, p,
			 "Un riquadro con una nota che occupa più righe e passa alla pagina "
			 "seguente se serve.");
	assert_golden(s, "chapter");
}

static void test_layout__golden_sheet(void **state)
{
	struct sample *s = sample_create(320, 220);
	struct document_block *table = sample_table(s, "auto 1fr 50 50");

	(void)state;
	sample_row(s, table, true, "Area|Indicatore|Target|Esito");
	sample_row(
		s, table, false,
		"4^Servizi|Tempo medio di evasione delle pratiche|=>= 75,00\u00A0%|=71,21\u00A0%");
	sample_row(s, table, false, "Grado di soddisfazione|=8|=7,5");
	sample_row(s, table, false, "Pratiche telematiche|=1.250|=n.d.")->split = true;
	sample_row(s, table, false,
		   "Sportelli aperti al pubblico nell'anno di riferimento|=12|=12");
	sample_row(s, table, false, "4>Nota: dati provvisori")->with_previous = true;
	sample_row(s, table, false, "2>Totale|=1.345,00|=90,71");
	assert_golden(s, "sheet");
}

static void test_layout__golden_contents(void **state)
{
	struct sample *s = sample_create(260, 200);
	struct document_block *contents =
		document_add(s->document, s->section, DOCUMENT_CONTENTS, &s->text);

	(void)state;
	contents->as.contents->levels = 2;
	sample_heading(s, 1, "Premessa")->as.heading->numbering = DOCUMENT_NUMBER_AUTO;
	sample_paragraph(s, NULL, "Testo della premessa.");
	sample_heading(s, 2, "Analisi del contesto esterno e delle risorse dell'ente")
		->as.heading->numbering = DOCUMENT_NUMBER_AUTO;
	sample_paragraph(s, NULL, "Testo dell'analisi.");
	assert_golden(s, "contents");
}

TESTS(golden_tests, cmocka_unit_test(test_layout__golden_chapter),
      cmocka_unit_test(test_layout__golden_sheet), cmocka_unit_test(test_layout__golden_contents));
