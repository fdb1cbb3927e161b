#include "base/diag.h"
#include "base_test.h"

#include <string.h>

static char *formatted(struct arena *arena, struct place place, const char *text)
{
	struct diag diag = diag_make(arena);
	struct text out = text_make(arena);

	diag_error(&diag, place, "id-unknown", "%s", text);
	diag_format(&out, &diag.entries[0]);
	return out.bytes;
}

static void test_diag__a_finding_says_where_what_and_which(void **state)
{
	struct place whole = { .file = "piano.xml" };
	struct place line = { .file = "piano.xml", .line = 12 };
	struct place point = { .file = "piano.xml", .line = 12, .column = 5 };
	struct place nowhere = { .line = 3 };

	assert_string_equal(formatted(*state, point, "manca «peso»"),
			    "piano.xml:12:5: errore: manca «peso» [id-unknown]");
	assert_string_equal(formatted(*state, line, "a"), "piano.xml:12: errore: a [id-unknown]");
	assert_string_equal(formatted(*state, whole, "a"), "piano.xml: errore: a [id-unknown]");
	assert_string_equal(formatted(*state, nowhere, "a"), "errore: a [id-unknown]");
}

static void test_diag__levels_have_their_words(void **state)
{
	struct diag diag = diag_make(*state);
	struct text out = text_make(*state);
	struct place nowhere = { .file = NULL };

	diag_warning(&diag, nowhere, "w", "a");
	assert_false(diag_has_errors(&diag));
	diag_note(&diag, nowhere, "n", "b");
	diag_error(&diag, nowhere, "e", "c");
	assert_true(diag_has_errors(&diag));
	for (size_t i = 0; i < diag.count; i++)
		diag_format(&out, &diag.entries[i]);
	assert_string_equal(out.bytes, "avviso: a [w]nota: b [n]errore: c [e]");
}

static void test_diag__control_characters_are_made_harmless(void **state)
{
	struct place odd = { .file = "a\033[2J.xml", .line = 1 };

	assert_string_equal(
		formatted(*state, odd, "x\ny\033]0;z\xFF\xC2\x9B\u202Eamrof"),
		"a⟨U+001B⟩[2J.xml:1: errore: x y⟨U+001B⟩]0;z\uFFFD⟨U+009B⟩⟨U+202E⟩amrof "
		"[id-unknown]");
}

static void test_diag__a_long_text_ends_in_an_ellipsis_after_a_whole_character(void **state)
{
	struct diag diag = diag_make(*state);
	struct place nowhere = { .file = NULL };

	for (int shift = 0; shift < 4; shift++) {
		struct text text = text_make(*state);
		const char *kept;

		text_add_n(&text, "aaa", (size_t)shift);
		while (text.length < 100000)
			text_add(&text, "\U0001F600");
		diag_error(&diag, nowhere, "long", "%s", text.bytes);
		kept = diag.entries[shift].text;
		assert_true(strlen(kept) <= DIAG_TEXT_MAX);
		assert_true(strlen(kept) > DIAG_TEXT_MAX - 8);
		assert_true(utf8_valid(kept, strlen(kept)));
		assert_string_equal(kept + strlen(kept) - 3, "…");
	}
}

static void test_diag__beyond_the_limit_findings_are_only_counted(void **state)
{
	struct diag diag = diag_make(*state);
	struct place nowhere = { .file = NULL };

	for (int i = 0; i < DIAG_ENTRIES_MAX + 500; i++)
		diag_note(&diag, nowhere, "n", "nota %d", i);
	diag_error(&diag, nowhere, "e", "l'errore resta visibile");
	assert_int_equal(diag.count, DIAG_ENTRIES_MAX + 1);
	assert_int_equal(diag.counts[DIAG_NOTE], DIAG_ENTRIES_MAX + 500);
	assert_string_equal(diag.entries[DIAG_ENTRIES_MAX].code, "e");
}

static char *codes(struct arena *arena, const struct diag *diag)
{
	struct text out = text_make(arena);

	for (size_t i = 0; i < diag->count; i++)
		text_add(&out, diag->entries[i].code);
	return out.bytes;
}

static void test_diag__sorts_by_first_met_file_then_place_then_order(void **state)
{
	struct diag diag = diag_make(*state);

	diag_error(&diag, ((struct place){ "z.xml", 9, 1 }), "3", "x");
	diag_error(&diag, ((struct place){ "a.xml", 1, 1 }), "7", "x");
	diag_error(&diag, ((struct place){ "z.xml", 2, 8 }), "2", "x");
	diag_error(&diag, ((struct place){ arena_strdup(*state, "z.xml"), 2, 3 }), "1", "x");
	diag_note(&diag, ((struct place){ "z.xml", 9, 1 }), "4", "x");
	diag_error(&diag, ((struct place){ NULL, 0, 0 }), "8", "x");
	diag_error(&diag, ((struct place){ "z.xml", 9, 2 }), "5", "x");
	diag_error(&diag, ((struct place){ "a.xml", 0, 0 }), "6", "x");
	diag_sort(&diag);
	assert_string_equal(codes(*state, &diag), "12345678");
	diag_sort(&diag);
	assert_string_equal(codes(*state, &diag), "12345678");
}

static void test_diag__sorting_nothing_is_harmless(void **state)
{
	struct diag diag = diag_make(*state);

	diag_sort(&diag);
	assert_int_equal(diag.count, 0);
}

int run_diag_tests(void)
{
	static const struct CMUnitTest tests[] = {
		arena_test(test_diag__a_finding_says_where_what_and_which),
		arena_test(test_diag__levels_have_their_words),
		arena_test(test_diag__control_characters_are_made_harmless),
		arena_test(test_diag__a_long_text_ends_in_an_ellipsis_after_a_whole_character),
		arena_test(test_diag__beyond_the_limit_findings_are_only_counted),
		arena_test(test_diag__sorts_by_first_met_file_then_place_then_order),
		arena_test(test_diag__sorting_nothing_is_harmless),
	};

	return cmocka_run_group_tests_name("diag", tests, NULL, NULL);
}
