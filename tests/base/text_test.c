#include "base/text.h"
#include "base_test.h"

#include <string.h>

static void test_text__grows_and_stays_ended(void **state)
{
	struct text text = text_make(*state);

	assert_string_equal(text.bytes, "");
	for (int i = 0; i < 1000; i++) {
		text_add_char(&text, 'x');
		assert_int_equal(text.bytes[text.length], '\0');
	}
	assert_int_equal(text.length, 1000);
	text_clear(&text);
	assert_string_equal(text.bytes, "");
}

/* 63 bytes fill the first piece to the NUL, 64 make it grow. */
static void test_text__is_right_at_the_edge_of_its_room(void **state)
{
	for (int length = 60; length < 70; length++) {
		struct text text = text_make(*state);

		text_addf(&text, "%0*d", length, 7);
		assert_int_equal(text.length, length);
		assert_int_equal(strlen(text.bytes), length);
	}
}

static void test_text__can_be_added_to_itself(void **state)
{
	struct text text = text_make(*state);

	text_add(&text, "ab");
	for (int i = 0; i < 8; i++)
		text_add_n(&text, text.bytes, text.length);
	assert_int_equal(text.length, 512);
	assert_memory_equal(text.bytes + 510, "ab", 3);
}

static void test_text__a_code_point_never_ends_the_string(void **state)
{
	struct text text = text_make(*state);

	text_add_utf8(&text, 0);
	text_add_utf8(&text, 0xD800);
	text_add_utf8(&text, 0x110000);
	text_add_utf8(&text, 0x1F600);
	assert_string_equal(text.bytes, "\uFFFD\uFFFD\uFFFD\U0001F600");
}

struct sequence {
	const char *bytes;
	uint32_t code_point;
	size_t taken;
};

static void test_utf8__broken_sequences_are_one_byte_each(void **state)
{
	static const struct sequence sequences[] = {
		{ "", 0, 0 },
		{ "a", 'a', 1 },
		{ "\xC3\xA8", 0xE8, 2 },
		{ "\xE2\x82\xAC", 0x20AC, 3 },
		{ "\xF0\x9F\x98\x80", 0x1F600, 4 },
		{ "\xF4\x8F\xBF\xBF", 0x10FFFF, 4 },
		{ "\x80", 0xFFFD, 1 },             /* follows nothing     */
		{ "\xC3", 0xFFFD, 1 },             /* cut short           */
		{ "\xE2\x82", 0xFFFD, 1 },         /* cut short           */
		{ "\xF0\x9F\x98", 0xFFFD, 1 },     /* cut short           */
		{ "\xC0\x80", 0xFFFD, 1 },         /* overlong NUL        */
		{ "\xC1\xBF", 0xFFFD, 1 },         /* overlong            */
		{ "\xE0\x9F\xBF", 0xFFFD, 1 },     /* overlong            */
		{ "\xF0\x8F\xBF\xBF", 0xFFFD, 1 }, /* overlong            */
		{ "\xED\xA0\x80", 0xFFFD, 1 },     /* surrogate           */
		{ "\xF4\x90\x80\x80", 0xFFFD, 1 }, /* past U+10FFFF       */
		{ "\xF8\x88\x80\x80", 0xFFFD, 1 }, /* five-byte lead      */
		{ "\xFF", 0xFFFD, 1 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(sequences) / sizeof(*sequences); i++) {
		const struct sequence *s = &sequences[i];
		const char *at = s->bytes;

		assert_int_equal(utf8_next(&at), s->code_point);
		assert_int_equal(at - s->bytes, s->taken);
		assert_int_equal(utf8_valid(s->bytes, strlen(s->bytes)), s->code_point != 0xFFFD);
	}
}

static void test_utf8__every_code_point_survives_the_way_there_and_back(void **state)
{
	(void)state;
	for (uint32_t c = 1; c <= 0x10FFFF; c += c < 0x11000 ? 1 : 97) {
		char bytes[5] = "";
		const char *at = bytes;
		size_t length = utf8_put(bytes, c);

		if (c >= 0xD800 && c <= 0xDFFF)
			continue;
		assert_int_equal(utf8_next(&at), c);
		assert_int_equal(at - bytes, length);
	}
}

static void test_utf8__validity_looks_no_further_than_the_length(void **state)
{
	(void)state;
	assert_true(utf8_valid("", 0));
	assert_true(utf8_valid("a\0b", 3));
	assert_false(utf8_valid("caff\xC3\xA8", 5));
	assert_true(utf8_valid("caff\xC3\xA8", 6));
	assert_int_equal(utf8_length("caff\xC3\xA8 \xFF"), 7);
}

static void test_text__comparisons_bear_null(void **state)
{
	(void)state;
	assert_true(text_equal(NULL, NULL));
	assert_false(text_equal(NULL, ""));
	assert_false(text_equal("a", NULL));
	assert_true(text_equal("a", "a"));
	assert_true(text_starts("abc", "ab"));
	assert_true(text_starts("abc", ""));
	assert_false(text_starts("ab", "abc"));
	assert_false(text_starts(NULL, "a"));
	assert_true(text_blank(NULL));
	assert_true(text_blank(" \t\r\n"));
	assert_false(text_blank("\u00A0")); /* not white space to XML */
}

static void test_text__folding_leaves_single_blanks(void **state)
{
	assert_string_equal(text_fold_space(*state, ""), "");
	assert_string_equal(text_fold_space(*state, " \n\t "), "");
	assert_string_equal(text_fold_space(*state, "\n a \t\r b\n"), "a b");
	assert_string_equal(text_fold_space(*state, "a\u00A0 b"), "a\u00A0 b");
}

static void test_text__capitals_of_the_latin_letters(void **state)
{
	assert_string_equal(text_upper(*state, "perché più città, 1°"), "PERCHÉ PIÙ CITTÀ, 1°");
	assert_string_equal(text_upper(*state, "čšžłőñçøæœÿþðășțāġħĳżſ"), "ČŠŽŁŐÑÇØÆŒŸÞÐĂȘȚĀĠĦĲŻS");
	assert_string_equal(text_upper(*state, "ß÷×ĸŉ"), "ß÷×ĸŉ");
	assert_string_equal(text_upper(*state, "x\xFFy"), "X\uFFFDY");
}

static void test_text__distance_counts_a_swap_as_one(void **state)
{
	(void)state;
	assert_int_equal(text_distance("", ""), 0);
	assert_int_equal(text_distance("", "abc"), 3);
	assert_int_equal(text_distance("abc", ""), 3);
	assert_int_equal(text_distance("kitten", "sitting"), 3);
	assert_int_equal(text_distance("titolo", "ttiolo"), 1);
	assert_int_equal(text_distance("ca", "abc"), 3); /* restricted: no edit inside a swap */
	assert_int_equal(text_distance("citta", "città"), 1);
	assert_int_equal(text_distance("Peso", "peso"), 1);
}

static void test_text__distance_of_long_names_ends(void **state)
{
	char *a = arena_alloc(*state, 100001), *b = arena_alloc(*state, 51);

	memset(a, 'a', 100000);
	memset(b, 'a', 50);
	assert_int_equal(text_distance(a, b), 99950);
	assert_int_equal(text_distance(a, a), 100000 - TEXT_NAME_MAX);
}

static const char *nearest(const char *name)
{
	static const char *const names[] = { "obiettivo", "indicatore", "peso", "soglia",
					     "titolo",    "op",         "città" };

	return text_nearest(name, names, sizeof(names) / sizeof(*names));
}

static void test_text__only_a_likely_slip_is_suggested(void **state)
{
	(void)state;
	assert_string_equal(nearest("obbiettivo"), "obiettivo");
	assert_string_equal(nearest("OBIETTIVO"), "obiettivo");
	assert_string_equal(nearest("CITTÀ"), "città");
	assert_string_equal(nearest("idnicatore"), "indicatore");
	assert_string_equal(nearest("indictre"), "indicatore"); /* 8 letters: 2 edits */
	assert_string_equal(nearest("pesi"), "peso");
	assert_null(nearest("pasi"));        /* 4 letters: 1 edit, needs 2 */
	assert_null(nearest("indicazioni")); /* 11 letters: 3 edits, needs 4 */
	assert_null(nearest(""));
	assert_null(nearest("x"));
	assert_null(nearest("xyz"));
	assert_null(text_nearest("peso", NULL, 0));
}

static void test_text__the_first_of_equally_near_names_is_suggested(void **state)
{
	static const char *const names[] = { "peso", "posa", "pesa", "peso" };

	(void)state;
	assert_ptr_equal(text_nearest("pes", names, 4), names[0]);
	assert_string_equal(text_nearest("pesa", names, 4), "pesa");
}

static void test_text__a_unit_of_counting_says_only_how_many(void **state)
{
	(void)state;
	assert_true(text_unit_counts(NULL));
	assert_true(text_unit_counts(""));
	assert_true(text_unit_counts("N."));
	assert_true(text_unit_counts("numero"));
	assert_false(text_unit_counts("%"));
	assert_false(text_unit_counts("giorni"));
}

static void test_text__hash_is_fnv_1a(void **state)
{
	(void)state;
	assert_true(text_hash("", 0) == UINT64_C(0xcbf29ce484222325));
	assert_true(text_hash("a", 1) == UINT64_C(0xaf63dc4c8601ec8c));
	assert_true(text_hash("foobar", 6) == UINT64_C(0x85944171f73967e8));
}

int run_text_tests(void)
{
	static const struct CMUnitTest tests[] = {
		arena_test(test_text__grows_and_stays_ended),
		arena_test(test_text__is_right_at_the_edge_of_its_room),
		arena_test(test_text__can_be_added_to_itself),
		arena_test(test_text__a_code_point_never_ends_the_string),
		cmocka_unit_test(test_utf8__broken_sequences_are_one_byte_each),
		cmocka_unit_test(test_utf8__every_code_point_survives_the_way_there_and_back),
		cmocka_unit_test(test_utf8__validity_looks_no_further_than_the_length),
		cmocka_unit_test(test_text__comparisons_bear_null),
		arena_test(test_text__folding_leaves_single_blanks),
		arena_test(test_text__capitals_of_the_latin_letters),
		cmocka_unit_test(test_text__distance_counts_a_swap_as_one),
		arena_test(test_text__distance_of_long_names_ends),
		cmocka_unit_test(test_text__only_a_likely_slip_is_suggested),
		cmocka_unit_test(test_text__the_first_of_equally_near_names_is_suggested),
		cmocka_unit_test(test_text__a_unit_of_counting_says_only_how_many),
		cmocka_unit_test(test_text__hash_is_fnv_1a),
	};

	return cmocka_run_group_tests_name("text", tests, NULL, NULL);
}
