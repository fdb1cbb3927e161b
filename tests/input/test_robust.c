/* test_robust.c - input made to break: no crash, no hang, one clear finding. */
#include "fixture.h"

#include <string.h>

static void add_many(struct text *text, const char *format, int count)
{
	for (int i = 0; i < count; i++) {
		char *line = arena_printf(text->arena, "%d", i);

		for (const char *at = format; *at != '\0'; at++) {
			if (*at == '#')
				text_add(text, line);
			else if (*at == '+')
				text_addf(text, "%d", i + 1);
			else
				text_add_char(text, *at);
		}
	}
}

static void test_input__another_root_is_refused(void **state)
{
	struct fixture *f = *state;
	struct model_plan *plan;

	assert_int_equal(read_string(f, &plan, "<pian xmlns='" INPUT_NAMESPACE "'/>"), STATUS_DATA);
	assert_null(plan);
	assert_string_equal(findings(f), "1:1: errore: il documento comincia con <pian>: un piano "
					 "comincia con <piano> [elemento-ignoto]\n");
}

static void test_input__broken_xml_is_told_once(void **state)
{
	struct fixture *f = *state;
	struct model_plan *plan;

	load_schema(f);
	assert_int_not_equal(read_string(f, &plan, "<piano xmlns='" INPUT_NAMESPACE "'><ambito>"),
			     STATUS_OK);
	assert_null(plan);
	assert_int_equal(f->diag.count, 1);
}

static void test_input__a_missing_file_is_told(void **state)
{
	struct fixture *f = *state;
	struct model_plan *plan;

	assert_int_equal(input_read_file(&plan, f->arena, "/nessuno.xml", NULL, &f->diag),
			 STATUS_DATA);
	assert_null(plan);
	assert_int_equal(f->diag.count, 1);
}

/* Every findings counts, however many: the list keeps the first ones. */
static void test_input__a_thousand_wrong_references_end(void **state)
{
	struct fixture *f = *state;
	struct text inside = text_make(f->arena);

	text_add(&inside, "<obiettivo>");
	add_many(&inside, "<indicatore id='i#' rif='j#'/>", 3000);
	text_add(&inside, "</obiettivo>");
	findings_of(f, "piano", inside.bytes);
	assert_int_equal(f->diag.counts[DIAG_ERROR], 3000);
}

static void test_input__long_chains_of_rif_are_refused(void **state)
{
	struct fixture *f = *state;
	struct text inside = text_make(f->arena);

	text_add(&inside, "<obiettivo>");
	add_many(&inside, "<indicatore id='i#' rif='i+'/>", INPUT_CHAIN_MAX + 1);
	add_many(&inside, "<indicatore id='i65'><target>1</target></indicatore>", 1);
	text_add(&inside, "</obiettivo>");
	assert_string_equal(findings_of(f, "piano", inside.bytes),
			    "2:12: errore: rif di <indicatore>: catena di più di 64 passaggi: "
			    "accorciarla [limite]\n");
}

/* Each holds the next twice: without a limit, 2 to the 60th. */
static void test_input__repetitions_that_multiply_are_refused(void **state)
{
	struct fixture *f = *state;
	struct text inside = text_make(f->arena);
	struct model_plan *plan;

	add_many(&inside,
		 "<obiettivo id='o#'><obiettivo id='a#' rif='o+'/><obiettivo id='b#' rif='o+'/>"
		 "</obiettivo>\n",
		 60);
	text_add(&inside, "<obiettivo id='o60'><indicatore><target>1</target></indicatore>"
			  "</obiettivo>");
	plan = NULL;
	findings_of(f, "piano", inside.bytes);
	assert_true(diag_has_errors(&f->diag));
	assert_string_equal(f->diag.entries[0].code, "limite");
	assert_null(plan);
}

static void test_input__repetitions_beyond_the_limit_are_told_once(void **state)
{
	struct fixture *f = *state;
	struct text inside = text_make(f->arena);

	text_add(&inside, "<obiettivo id='o'>\n");
	add_many(&inside, "<indicatore><target>1</target></indicatore>", 1100);
	add_many(&inside, "</obiettivo>", 1);
	add_many(&inside, "<obiettivo id='r#' rif='o' regola='rapporto'/>", 1000);
	assert_string_equal(findings_of(f, "piano", inside.bytes),
			    "3:90787: errore: rif di <obiettivo>: seguendo i rif il piano supera "
			    "1000000 tra obiettivi e indicatori: ridurli [limite]\n");
}

static void test_input__deep_repetitions_are_refused(void **state)
{
	struct fixture *f = *state;
	struct text inside = text_make(f->arena);

	add_many(&inside, "<obiettivo id='o#'><obiettivo id='a#' rif='o+'/></obiettivo>\n", 5000);
	text_add(&inside, "<obiettivo id='o5000'><indicatore><target>1</target></indicatore>"
			  "</obiettivo>");
	findings_of(f, "piano", inside.bytes);
	assert_true(diag_has_errors(&f->diag));
	assert_string_equal(f->diag.entries[0].code, "limite");
}

static void test_input__many_circles_end(void **state)
{
	struct fixture *f = *state;
	struct text inside = text_make(f->arena);

	add_many(&inside, "<obiettivo id='c#' rif='b#'/>\n", 3000);
	text_add(&inside, "<obiettivo id='a'>");
	add_many(&inside, "<obiettivo id='b#' rif='a'/>\n", 3000);
	text_add(&inside, "</obiettivo>");
	findings_of(f, "piano", inside.bytes);
	assert_true(diag_has_errors(&f->diag));
}

static void test_input__values_beyond_the_limit_are_refused(void **state)
{
	struct fixture *f = *state;
	struct text inside = text_make(f->arena);

	text_add(&inside, "<obiettivo><indicatore id='i'>\n");
	for (int year = 1900; year <= 1900 + INPUT_VALUES_MAX; year++)
		text_addf(&inside, "<valore anno='%d'>1</valore>\n", year);
	text_add(&inside, "<target>1</target></indicatore></obiettivo>");
	assert_string_equal(findings_of(f, "piano", inside.bytes),
			    "103:1: errore: più di 100 <valore> su un indicatore: toglierne "
			    "[limite]\n");
}

/* Each attribute and element of a real plan, spoilt in turn. */
static void test_input__any_spoilt_byte_is_survived(void **state)
{
	static const char spoils[] = { '\0', '<', '"', '9', 'x', ' ', '-', (char)0xC3 };
	struct fixture *f = *state;
	struct bytes source;
	char *copy;

	load_schema(f);
	assert_int_equal(
		file_read(&source, f->arena, TEST_DIR "/piani/riferimenti.xml", 1 << 20, &f->diag),
		STATUS_OK);
	copy = arena_strndup(f->arena, source.data, source.length);
	for (size_t i = 0; i < source.length; i++) {
		struct arena *arena = arena_create(NULL);
		struct diag diag = diag_make(arena);
		struct model_plan *plan;

		copy[i] = spoils[i % sizeof spoils];
		input_read(&plan, arena, "p", (struct bytes){ copy, source.length },
			   i % 16 == 0 ? f->schema : NULL, &diag);
		copy[i] = source.data[i];
		arena_destroy(arena);
	}
}

int run_robust(void)
{
	static const struct CMUnitTest tests[] = {
		TEST(test_input__another_root_is_refused),
		TEST(test_input__broken_xml_is_told_once),
		TEST(test_input__a_missing_file_is_told),
		TEST(test_input__a_thousand_wrong_references_end),
		TEST(test_input__long_chains_of_rif_are_refused),
		TEST(test_input__repetitions_that_multiply_are_refused),
		TEST(test_input__repetitions_beyond_the_limit_are_told_once),
		TEST(test_input__deep_repetitions_are_refused),
		TEST(test_input__many_circles_end),
		TEST(test_input__values_beyond_the_limit_are_refused),
		TEST(test_input__any_spoilt_byte_is_survived),
	};

	return cmocka_run_group_tests_name("robust", tests, NULL, NULL);
}
