/* What each format says of one plan (golden files in attesi/), and what must
 * hold for any plan: widths, harmless cells, the public edition. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "golden.h"

#include "base/terminal.h"
#include "export/export.h"
#include "input/input.h"
#include "score/score.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

#define BYTES_MAX 10000000

typedef void export_function(struct text *out, const struct model_plan *plan,
			     const struct export_options *options);

struct fixture {
	struct arena *arena;
	struct diag diag;
	struct model_plan *plan;
};

static void read_plan(struct fixture *f, const char *xml, size_t length)
{
	struct bytes source = { xml, length };
	enum status status = input_read(&f->plan, f->arena, "piano.xml", source, NULL, &f->diag);

	if (status != STATUS_OK)
		print_message("%s\n", f->diag.entries[0].text);
	assert_int_equal(status, STATUS_OK);
	score_run(f->plan, &f->diag);
}

static int setup(void **state)
{
	struct fixture *f = calloc(1, sizeof *f);
	struct bytes source;

	f->arena = arena_create(NULL);
	f->diag = diag_make(f->arena);
	*state = f;
	if (file_read(&source, f->arena, TEST_DIR "/piano.xml", BYTES_MAX, &f->diag) != STATUS_OK)
		return 1;
	read_plan(f, source.data, source.length);
	return 0;
}

static void read_file(struct fixture *f, const char *name)
{
	struct bytes source;
	char *path = arena_printf(f->arena, "%s/%s", TEST_DIR, name);

	assert_int_equal(file_read(&source, f->arena, path, BYTES_MAX, &f->diag), STATUS_OK);
	read_plan(f, source.data, source.length);
}

static int teardown(void **state)
{
	struct fixture *f = *state;

	arena_destroy(f->arena);
	free(f);
	return 0;
}

/* An output in the arena. */
static const char *written(struct fixture *f, export_function *format,
			   struct export_options options)
{
	struct text out = text_make(f->arena);

	format(&out, f->plan, &options);
	return out.bytes;
}

/* The same with a plan whose one objective and indicator are called `title`. */
static const char *written_with(struct fixture *f, export_function *format, const char *title)
{
	struct text xml = text_make(f->arena);

	text_addf(
		&xml,
		"<piano xmlns='urn:relazione:piano:1' tipo='relazione' anno='2022'>"
		"<ente codice='e' denominazione='E'/><documento titolo='T'/>"
		"<sistema><regola id='s' tipo='lineare'/><predefinite numero='s'/></sistema>"
		"<obiettivo id='O' tipo='strategico' titolo='%s'><indicatore id='I'><nome>%s</nome>"
		"<target anno='2022'>2</target><consuntivo anno='2022'>1</consuntivo>"
		"</indicatore></obiettivo></piano>",
		title, title);
	read_plan(f, xml.bytes, xml.length);
	return written(f, format, (struct export_options){ 0 });
}

static void assert_golden(struct fixture *f, const char *name, const char *got)
{
	golden_assert(f->arena, arena_printf(f->arena, TEST_DIR "/attesi/%s", name), got);
}

/* ---- golden files ------------------------------------------------------ */

static void test_export__csv_is_the_golden_one(void **state)
{
	struct fixture *f = *state;

	assert_golden(f, "piano.csv", written(f, export_csv, (struct export_options){ 0 }));
}

static void test_export__csv_for_spreadsheets_is_the_golden_one(void **state)
{
	struct fixture *f = *state;

	assert_golden(f, "piano-excel.csv",
		      written(f, export_csv, (struct export_options){ .excel = true }));
}

static void test_export__json_is_the_golden_one(void **state)
{
	struct fixture *f = *state;

	assert_golden(f, "piano.json", written(f, export_json, (struct export_options){ 0 }));
}

static void test_export__xml_is_the_golden_one(void **state)
{
	struct fixture *f = *state;

	assert_golden(f, "risultati.xml", written(f, export_xml, (struct export_options){ 0 }));
}

static void test_export__tree_is_the_golden_one(void **state)
{
	struct fixture *f = *state;

	assert_golden(f, "albero-100.txt", written(f, export_tree, (struct export_options){ 0 }));
	assert_golden(f, "albero-60.txt",
		      written(f, export_tree, (struct export_options){ .width = 60 }));
}

static void test_export__public_tree_is_the_golden_one(void **state)
{
	struct fixture *f = *state;

	assert_golden(f, "albero-pubblico.txt",
		      written(f, export_tree,
			      (struct export_options){ .public_edition = true, .width = 140 }));
}

/* ---- CSV --------------------------------------------------------------- */

/* The tables that tell of the tree, one after the other. */
static void test_export__tables_are_the_golden_ones(void **state)
{
	struct fixture *f = *state;
	struct text out = text_make(f->arena);

	read_file(f, "tabelle.xml");
	for (int i = 0; i < EXPORT_TABLES; i++) {
		enum export_table table = (enum export_table)i;

		if (!export_table_given(f->plan, table))
			continue;
		text_addf(&out, "%s: %s\r\n", export_table_name(table), export_table_title(table));
		export_table_csv(&out, f->plan, table);
	}
	assert_golden(f, "tabelle.txt", out.bytes);
}

static void test_export__csv_lines_end_as_rfc_4180_says(void **state)
{
	const char *csv = written(*state, export_csv, (struct export_options){ 0 });

	for (const char *c = strchr(csv, '\n'); c != NULL; c = strchr(c + 1, '\n'))
		assert_int_equal(c[-1], '\r');
	assert_string_equal(csv + strlen(csv) - 2, "\r\n");
}

static void test_export__formulas_are_made_harmless(void **state)
{
	struct fixture *f = *state;

	assert_non_null(strstr(written_with(f, export_csv, "=HYPERLINK(1)"), ",'=HYPERLINK(1),"));
	assert_non_null(strstr(written_with(f, export_csv, "@SUM(1)"), ",'@SUM(1),"));
	assert_non_null(strstr(written_with(f, export_csv, "+39 x"), ",'+39 x,"));
	assert_non_null(strstr(written_with(f, export_csv, "-2+3"), ",'-2+3,"));
}

static void test_export__negative_numbers_stay_numbers(void **state)
{
	struct fixture *f = *state;
	const char *csv = written(f, export_csv, (struct export_options){ 0 });

	assert_non_null(strstr(csv, ",-1000.50,,-1200.75,-200.25,"));
	assert_non_null(strstr(csv, ",I2,-2,S1,"));
	assert_non_null(strstr(written_with(f, export_csv, "-12.5"), ",-12.5,"));
}

static void test_export__quotes_and_separators_are_quoted(void **state)
{
	struct fixture *f = *state;

	assert_non_null(
		strstr(written_with(f, export_csv, "a &quot;b&quot;, c"), ",\"a \"\"b\"\", c\","));
}

/* ---- the public edition ------------------------------------------------ */

static void test_export__public_edition_says_nothing_individual(void **state)
{
	static export_function *const formats[] = { export_csv, export_json, export_xml,
						    export_tree };
	static const char *const private[] = { "Riservato", "Cosa privata", "Suo", "Fatto", "92" };
	struct export_options public = { .public_edition = true };

	for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
		for (size_t k = 0; k < sizeof private / sizeof *private; k++)
			assert_null(strstr(written(*state, formats[i], public), private[k]));
	assert_non_null(strstr(written(*state, export_csv, public), ",legale,Pareri,"));
}

/* ---- XML --------------------------------------------------------------- */

static void test_export__xml_can_be_read_again(void **state)
{
	struct fixture *f = *state;
	const char *xml = written(f, export_xml, (struct export_options){ 0 });
	struct bytes source = { xml, strlen(xml) };
	struct element *root;

	assert_int_equal(markup_read(&root, f->arena, "r.xml", source, "urn:relazione:risultati:1",
				     NULL, &f->diag),
			 STATUS_OK);
	assert_string_equal(root->name, "risultati");
	assert_string_equal(element_attribute(root, "denominazione"), "Ente di \"prova\" & figli");
}

/* ---- the tree ---------------------------------------------------------- */

/* The widest line, in columns of a terminal. */
static int widest(struct fixture *f, const char *text)
{
	int most = 0;

	while (*text != '\0') {
		size_t length = strcspn(text, "\n");
		int width = terminal_width(arena_strndup(f->arena, text, length));

		most = width > most ? width : most;
		text += length + (text[length] == '\n');
	}
	return most;
}

static void test_export__tree_fits_every_width(void **state)
{
	struct fixture *f = *state;

	for (int width = 24; width <= 200; width++) {
		struct export_options options = { .width = width };

		assert_true(widest(f, written(f, export_tree, options)) <= width);
	}
}

static void test_export__deep_tree_fits(void **state)
{
	struct fixture *f = *state;
	struct text xml = text_make(f->arena);

	text_add(&xml, "<piano xmlns='urn:relazione:piano:1' tipo='piano' anno='2022'>"
		       "<ente codice='e' denominazione='E'/><documento titolo='T'/>");
	for (int i = 0; i < 40; i++)
		text_addf(&xml, "<obiettivo id='O%d' tipo='x' titolo='Livello numero %d'>", i, i);
	for (int i = 0; i < 40; i++)
		text_add(&xml, "</obiettivo>");
	text_add(&xml, "</piano>");
	read_plan(f, xml.bytes, xml.length);
	assert_true(widest(f, written(f, export_tree, (struct export_options){ .width = 60 })) <=
		    60);
}

static void test_export__colours_are_only_added_when_asked(void **state)
{
	struct fixture *f = *state;
	const char *plain = written(f, export_tree, (struct export_options){ 0 });
	const char *coloured = written(f, export_tree, (struct export_options){ .colour = true });
	struct text bare = text_make(f->arena);

	assert_null(strchr(plain, '\033'));
	assert_non_null(strstr(coloured, "\033[33m▲ Parzialmente raggiunto\033[0m"));
	while (*coloured != '\0') {
		if (*coloured == '\033')
			coloured += strcspn(coloured, "m") + 1;
		else
			text_add_char(&bare, *coloured++);
	}
	assert_string_equal(bare.bytes, plain);
}

/* U+009B begins a command to a terminal, U+202E turns what follows around. */
static void test_export__terminal_gets_no_commands(void **state)
{
	const char *tree = written_with(*state, export_tree,
					"a\xC2\x9B"
					"2Jb\xE2\x80\xAE"
					"c");

	assert_null(strstr(tree, "\xC2\x9B"));
	assert_null(strstr(tree, "\xE2\x80\xAE"));
	assert_non_null(strstr(tree, "a 2Jb c"));
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
	const struct CMUnitTest tests[] = {
		CASE(test_export__csv_is_the_golden_one),
		CASE(test_export__csv_for_spreadsheets_is_the_golden_one),
		CASE(test_export__json_is_the_golden_one),
		CASE(test_export__xml_is_the_golden_one),
		CASE(test_export__tree_is_the_golden_one),
		CASE(test_export__public_tree_is_the_golden_one),
		CASE(test_export__tables_are_the_golden_ones),
		CASE(test_export__csv_lines_end_as_rfc_4180_says),
		CASE(test_export__formulas_are_made_harmless),
		CASE(test_export__negative_numbers_stay_numbers),
		CASE(test_export__quotes_and_separators_are_quoted),
		CASE(test_export__public_edition_says_nothing_individual),
		CASE(test_export__xml_can_be_read_again),
		CASE(test_export__tree_fits_every_width),
		CASE(test_export__deep_tree_fits),
		CASE(test_export__colours_are_only_added_when_asked),
		CASE(test_export__terminal_gets_no_commands),
	};

	setlocale(LC_ALL, "");
	return cmocka_run_group_tests_name("export", tests, NULL, NULL);
}
