#include "base_test.h"

#include "base/terminal.h"

static void test_terminal__wide_and_combining_characters_are_counted(void **state)
{
	(void)state;
	assert_int_equal(terminal_width(""), 0);
	assert_int_equal(terminal_width("città"), 5);
	assert_int_equal(terminal_width("citta\xCC\x80"), 5);
	assert_int_equal(terminal_width("報告"), 4);
}

static const char *added(struct arena *arena, const char *text, int width, bool right)
{
	struct text out = text_make(arena);

	terminal_add(&out, text, width, right);
	return out.bytes;
}

static void test_terminal__text_is_padded_or_shortened(void **state)
{
	assert_string_equal(added(*state, "tre", 5, false), "tre  ");
	assert_string_equal(added(*state, "tre", 5, true), "  tre");
	assert_string_equal(added(*state, "quattro", 5, false), "quat…");
	assert_string_equal(added(*state, "città", 5, false), "città");
	assert_string_equal(added(*state, "報告書", 4, true), " 報…");
	assert_string_equal(added(*state, "", 2, false), "  ");
}

/* U+009B begins a command to a terminal, U+202E turns what follows around. */
static void test_terminal__nothing_is_obeyed(void **state)
{
	assert_string_equal(added(*state,
				  "a\033[2Jb\xC2\x9B"
				  "c\xE2\x80\xAE"
				  "d\ne",
				  12, false),
			    "a [2Jb c d e");
}

static void test_terminal__what_cannot_be_seen_is_spelled(void **state)
{
	struct text out = text_make(*state);

	terminal_add_spelled(&out, "a\033[2J\tcit\u00ADtà\u202Efdp.\u2069\uFEFF\u061C\U000E0041");
	assert_string_equal(out.bytes, "a⟨U+001B⟩[2J cit⟨U+00AD⟩tà⟨U+202E⟩fdp.⟨U+2069⟩⟨U+FEFF⟩"
				       "⟨U+061C⟩⟨U+E0041⟩");
}

static void test_terminal__lines_break_at_blanks_when_they_can(void **state)
{
	(void)state;
	assert_int_equal(terminal_break("uno due tre", 8), 8);
	assert_int_equal(terminal_break("uno due tre", 6), 4);
	assert_int_equal(terminal_break("uno due tre", 7), 7);
	assert_int_equal(terminal_break("precipitevolissimevolmente", 6), 6);
	assert_int_equal(terminal_break("報告", 1), 3);
	assert_int_equal(terminal_break("uno", 8), 3);
	assert_int_equal(terminal_break("", 8), 0);
}

int run_terminal_tests(void)
{
	static const struct CMUnitTest tests[] = {
		arena_test(test_terminal__wide_and_combining_characters_are_counted),
		arena_test(test_terminal__text_is_padded_or_shortened),
		arena_test(test_terminal__nothing_is_obeyed),
		arena_test(test_terminal__what_cannot_be_seen_is_spelled),
		arena_test(test_terminal__lines_break_at_blanks_when_they_can),
	};

	return cmocka_run_group_tests_name("terminal", tests, NULL, NULL);
}
