/* test_findings.c - bad plans and the exact findings that each must give.
 *
 * Each file of piani/ ends with a comment that lists them, so that a plan and
 * what is wrong with it are read side by side. */
#include "fixture.h"

#include <string.h>

#define EXPECTED_START "<!-- controlla\n"
#define EXPECTED_END   "-->"

static const char *expected_of(struct fixture *f, const struct bytes *source)
{
	const char *start = strstr(source->data, EXPECTED_START);
	const char *end;

	assert_non_null(start);
	start += strlen(EXPECTED_START);
	end = strstr(start, EXPECTED_END);
	assert_non_null(end);
	return arena_strndup(f->arena, start, (size_t)(end - start));
}

/* The page for users knows every code that these plans give. */
static void check_page(struct fixture *f)
{
	struct bytes page;

	assert_int_equal(
		file_read(&page, f->arena, SOURCE_DIR "/docs/controlli.md", 1 << 20, &f->diag),
		STATUS_OK);
	for (size_t i = 0; i < f->diag.count; i++) {
		const char *code = f->diag.entries[i].code;

		if (strstr(page.data, arena_printf(f->arena, "`%s`", code)) == NULL)
			fail_msg("docs/controlli.md does not know %s", code);
	}
}

static void check_file(struct fixture *f, const char *name)
{
	const char *path = arena_printf(f->arena, TEST_DIR "/piani/%s.xml", name);
	struct model_plan *plan;
	struct bytes source;
	enum status status;

	assert_int_equal(file_read(&source, f->arena, path, 1 << 20, &f->diag), STATUS_OK);
	status = input_read(&plan, f->arena, "p", source, f->schema, &f->diag);
	assert_string_equal(findings(f), expected_of(f, &source));
	assert_int_equal(status, diag_has_errors(&f->diag) ? STATUS_DATA : STATUS_OK);
	assert_true((plan == NULL) == diag_has_errors(&f->diag));
	check_page(f);
}

#define BAD_PLAN(test, file)                                                                       \
	static void test_input__##test(void **state)                                               \
	{                                                                                          \
		check_file(*state, file);                                                          \
	}                                                                                          \
	static void test_input__##test##_once_with_schema(void **state)                            \
	{                                                                                          \
		load_schema(*state);                                                               \
		check_file(*state, file);                                                          \
	}

BAD_PLAN(finds_wrong_structure, "struttura-errata")
BAD_PLAN(finds_wrong_numbers_and_dates, "numeri-e-date")
BAD_PLAN(finds_wrong_fractions, "frazioni")
BAD_PLAN(says_one_cause_once, "una-causa")
BAD_PLAN(finds_dangling_references, "riferimenti")
BAD_PLAN(finds_ids_given_twice, "id-doppi")
BAD_PLAN(finds_circles, "circoli")
BAD_PLAN(finds_faulty_rules, "regole")
BAD_PLAN(finds_judgements_never_reached, "giudizi-ordine")
BAD_PLAN(finds_odd_weights, "pesi")
BAD_PLAN(finds_odd_sheets, "schede")
BAD_PLAN(finds_thresholds_on_the_wrong_side, "soglie")
BAD_PLAN(finds_operators_that_do_not_fit, "operatori")
BAD_PLAN(finds_what_scoring_lacks, "consuntivi")
BAD_PLAN(finds_odd_documents, "documento")
BAD_PLAN(finds_wrong_names_in_texts, "testi")
BAD_PLAN(finds_what_is_too_long, "limiti")
BAD_PLAN(finds_declared_figures_out_of_range, "dichiarati")
BAD_PLAN(finds_faulty_figures_of_the_staff, "premi")
BAD_PLAN(finds_a_least_out_of_reach, "valutati")

#define BOTH(test) TEST(test), TEST(test##_once_with_schema)

int run_findings(void)
{
	static const struct CMUnitTest tests[] = {
		BOTH(test_input__finds_wrong_structure),
		BOTH(test_input__finds_wrong_numbers_and_dates),
		BOTH(test_input__finds_wrong_fractions),
		BOTH(test_input__says_one_cause_once),
		BOTH(test_input__finds_dangling_references),
		BOTH(test_input__finds_ids_given_twice),
		BOTH(test_input__finds_circles),
		BOTH(test_input__finds_faulty_rules),
		BOTH(test_input__finds_judgements_never_reached),
		BOTH(test_input__finds_odd_weights),
		BOTH(test_input__finds_odd_sheets),
		BOTH(test_input__finds_thresholds_on_the_wrong_side),
		BOTH(test_input__finds_operators_that_do_not_fit),
		BOTH(test_input__finds_what_scoring_lacks),
		BOTH(test_input__finds_odd_documents),
		BOTH(test_input__finds_wrong_names_in_texts),
		BOTH(test_input__finds_what_is_too_long),
		BOTH(test_input__finds_declared_figures_out_of_range),
		BOTH(test_input__finds_faulty_figures_of_the_staff),
		BOTH(test_input__finds_a_least_out_of_reach),
	};

	return cmocka_run_group_tests_name("findings", tests, NULL, NULL);
}
