/* test_conformance.c - each clause is broken on purpose and found; what is good passes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "cases.h"
#include "conform_private.h"
#include "sample.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The good file, made once. */
struct fixture {
	struct arena *arena;
	struct diag diag;
	struct bytes good;
};

static struct bytes make(struct fixture *f, const struct sample_options *options)
{
	char path[] = "/tmp/test_conformance_XXXXXX";
	int descriptor = mkstemp(path);

	assert_true(descriptor >= 0);
	return sample_make(f->arena, path, options, &f->diag);
}

static struct fixture shared;

static int make_good(void **state)
{
	(void)state;
	shared.arena = arena_create(NULL);
	shared.diag = diag_make(shared.arena);
	shared.good = make(&shared, &(struct sample_options){ 0 });
	return shared.good.data == NULL;
}

static int drop_good(void **state)
{
	(void)state;
	arena_destroy(shared.arena);
	return 0;
}

static void print_report(const struct conform_report *report)
{
	for (size_t i = 0; i < report->count; i++)
		print_message("  %s %s %d\n", conform_rule(report->findings[i].clause)->id,
			      report->findings[i].text, report->findings[i].object);
}

#define DOCUMENTATION_MAX ((size_t)1 << 20)

/* ---- what is good -------------------------------------------------------- */

static void assert_clean(struct arena *arena, struct bytes pdf)
{
	struct conform_report *report = conform_check(arena, pdf);

	print_report(report);
	assert_int_equal(report->count, 0);
}

static void test_conformance__good_file_has_no_finding(void **state)
{
	(void)state;
	assert_clean(shared.arena, shared.good);
}

static void test_conformance__file_without_attachments_is_pdfa_2(void **state)
{
	struct bytes pdf = make(&shared, &(struct sample_options){ .plain = true });

	(void)state;
	assert_clean(shared.arena, pdf);
}

/* So that a finding below comes from the edit and not from libqpdf. */
static void test_conformance__file_written_again_has_no_finding(void **state)
{
	static const struct edit edits[EDITS_MAX] = {
		{ EDIT_SET, "Root", "Prova", "true" },
	};
	struct bytes pdf = edit_apply(shared.arena, shared.good, edits);
	struct conform_report *report = conform_check(shared.arena, pdf);

	(void)state;
	print_report(report);
	assert_int_equal(report->count, report->counts[CONFORM_STREAM_END]); /* see expected() */
}

static void test_conformance__untagged_file_is_told(void **state)
{
	struct bytes pdf = make(&shared, &(struct sample_options){ .untagged = true });
	struct conform_report *report = conform_check(shared.arena, pdf);

	(void)state;
	assert_int_equal(report->counts[CONFORM_MARKED], 1);
	assert_int_equal(report->counts[CONFORM_STRUCTURE_ROOT], 1);
	assert_int_equal(report->counts[CONFORM_UA_CLAIM], 1);
	assert_true(report->counts[CONFORM_UNMARKED] > 0);
}

/* ---- what is broken -------------------------------------------------------- */

/* libqpdf writes a bare LF after a stream whatever its last byte is: that the
 * byte was CR is chance. */
static bool expected(const struct breach *breach, enum conform_clause clause)
{
	if (clause == breach->clause || clause == CONFORM_STREAM_END)
		return true;
	for (int i = 0; i < ALSO_MAX; i++)
		if (breach->also[i] == clause)
			return true;
	return false;
}

/* The clause is found, and no other that the case does not name. */
static void run_breach(void **state)
{
	const struct breach *breach = *state;
	struct arena *arena = arena_create(NULL);
	struct bytes pdf = edit_apply(arena, shared.good, breach->edits);
	struct conform_report *report;
	bool only = true;

	assert_non_null(pdf.data);
	report = conform_check(arena, pdf);
	for (size_t i = 0; i < report->count; i++)
		only = only && expected(breach, report->findings[i].clause);
	if (!only || report->counts[breach->clause] == 0)
		print_report(report);
	assert_true(report->counts[breach->clause] > 0);
	assert_true(only);
	arena_destroy(arena);
}

static bool has_case(enum conform_clause clause)
{
	for (size_t i = 0; i < breach_count; i++)
		if (breaches[i].clause == clause)
			return true;
	return false;
}

static void test_conformance__every_clause_has_a_case(void **state)
{
	int missing = 0;

	(void)state;
	for (int clause = CONFORM_NONE + 1; clause < CONFORM_CLAUSES; clause++)
		if (!has_case(clause)) {
			print_message("  %s\n", conform_rule(clause)->id);
			missing++;
		}
	assert_int_equal(missing, 0);
}

/* docs/accessibilita.md tells of each clause and of each case. */
static void test_conformance__documentation_names_them_all(void **state)
{
	struct bytes page;
	enum status status = file_read(&page, shared.arena, SOURCE_DIR "/docs/accessibilita.md",
				       DOCUMENTATION_MAX, &shared.diag);

	(void)state;
	assert_int_equal(status, STATUS_OK);
	for (int clause = CONFORM_NONE + 1; clause < CONFORM_CLAUSES; clause++)
		assert_non_null(strstr(page.data, conform_rule(clause)->id));
	for (size_t i = 0; i < breach_count; i++)
		assert_non_null(
			strstr(page.data, arena_printf(shared.arena, "`%s`", breaches[i].name)));
}

static void test_conformance__ids_are_different(void **state)
{
	(void)state;
	for (int a = 0; a < CONFORM_CLAUSES; a++)
		for (int b = 0; b < a; b++)
			assert_string_not_equal(conform_rule(a)->id, conform_rule(b)->id);
}

/* ---- hostile files ------------------------------------------------------------ */

#define DAMAGES 100

/* Whatever the bytes, the checker comes to an end. */
static void test_conformance__damaged_files_do_no_harm(void **state)
{
	uint32_t random = 1;

	(void)state;
	for (int i = 0; i < DAMAGES; i++) {
		struct arena *arena = arena_create(NULL);
		char *copy = arena_alloc(arena, shared.good.length + 1);

		memcpy(copy, shared.good.data, shared.good.length);
		for (int k = 0; k < 8; k++) {
			random = random * 1664525 + 1013904223;
			copy[random % shared.good.length] = (char)(random >> 24);
		}
		conform_check(arena, (struct bytes){ copy, shared.good.length });
		arena_destroy(arena);
	}
}

static void test_conformance__cut_files_are_not_readable(void **state)
{
	(void)state;
	for (size_t length = 0; length < shared.good.length; length += 997) {
		struct arena *arena = arena_create(NULL);
		struct conform_report *report =
			conform_check(arena, (struct bytes){ shared.good.data, length });

		assert_true(report->counts[CONFORM_READABLE] > 0);
		arena_destroy(arena);
	}
}

/* ---- the parts ------------------------------------------------------------------- */

/* Source: RFC 1321 A.5. */
static void test_conformance__md5_of_known_texts(void **state)
{
	static const struct {
		const char *text, *digest;
	} known[] = {
		{ "", "d41d8cd98f00b204e9800998ecf8427e" },
		{ "message digest", "f96b697d7cb7938d525a2f31aaf161d0" },
		{ "12345678901234567890123456789012345678901234567890123456789012345678901234567890",
		  "57edf4a22be3c955ac49da2e2107b67a" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
		unsigned char digest[16];
		char hex[33];

		md5_of((struct bytes){ known[i].text, strlen(known[i].text) }, digest);
		for (int k = 0; k < 16; k++)
			snprintf(hex + 2 * k, 3, "%02x", digest[k]);
		assert_string_equal(hex, known[i].digest);
	}
}

static void test_conformance__words_of_pdf(void **state)
{
	static const char input[] = "/N#41me(a\\(b\\051\\n)<4142 4>-1.5 12[true]<<>>% x\nBT";
	static const enum token_kind kinds[] = {
		TOKEN_NAME,   TOKEN_STRING,   TOKEN_STRING,  TOKEN_NUMBER,
		TOKEN_NUMBER, TOKEN_OPEN,     TOKEN_KEYWORD, TOKEN_CLOSE,
		TOKEN_DICT,   TOKEN_DICT_END, TOKEN_KEYWORD, TOKEN_END,
	};
	static const char *const texts[] = { "NAme", "a(b)\n", "AB@" };
	struct tokenizer words = { shared.arena, { input, sizeof input - 1 }, 0 };

	(void)state;
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		struct token token = token_next(&words);

		assert_int_equal(token.kind, kinds[i]);
		if (i < 3)
			assert_string_equal(token.text.data, texts[i]);
		if (i == 3)
			assert_true(token.number == -1.5);
	}
}

static void test_conformance__languages(void **state)
{
	(void)state;
	assert_true(conform_language("it"));
	assert_true(conform_language("it-IT"));
	assert_true(conform_language("de-CH-1996"));
	assert_false(conform_language(""));
	assert_false(conform_language("it_IT"));
	assert_false(conform_language("italiano-"));
	assert_false(conform_language("3d"));
}

/* ---- all ------------------------------------------------------------------------------ */

static int run_fixed(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_conformance__good_file_has_no_finding),
		cmocka_unit_test(test_conformance__file_without_attachments_is_pdfa_2),
		cmocka_unit_test(test_conformance__file_written_again_has_no_finding),
		cmocka_unit_test(test_conformance__untagged_file_is_told),
		cmocka_unit_test(test_conformance__every_clause_has_a_case),
		cmocka_unit_test(test_conformance__documentation_names_them_all),
		cmocka_unit_test(test_conformance__ids_are_different),
		cmocka_unit_test(test_conformance__damaged_files_do_no_harm),
		cmocka_unit_test(test_conformance__cut_files_are_not_readable),
		cmocka_unit_test(test_conformance__md5_of_known_texts),
		cmocka_unit_test(test_conformance__words_of_pdf),
		cmocka_unit_test(test_conformance__languages),
	};

	return cmocka_run_group_tests_name("conformance", tests, make_good, drop_good);
}

/* One test a case, so that each is told by its name. */
static int run_breaches(void)
{
	struct arena *arena = arena_create(NULL);
	struct CMUnitTest *tests = arena_array(arena, struct CMUnitTest, breach_count);
	int failed;

	for (size_t i = 0; i < breach_count; i++) {
		struct breach *own = arena_new(arena, struct breach);

		*own = breaches[i];
		tests[i].name = arena_printf(arena, "test_conformance__%s_is_found", own->name);
		tests[i].test_func = run_breach;
		tests[i].initial_state = own;
	}
	/* The macro takes the length of an array; the count is known only here. */
	failed = _cmocka_run_group_tests("breaches", tests, breach_count, make_good, drop_good);
	arena_destroy(arena);
	return failed;
}

int main(void)
{
	return run_fixed() + run_breaches() != 0;
}
