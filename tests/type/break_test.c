#include "type_test.h"

#include "base/text.h"

#include <stdio.h>
#include <string.h>

#define TEXT_MAX 400

/* The text with | where a line may end and ! where it must; not at its end. */
static const char *marked(const char *text, const char *language)
{
	static char out[TEXT_MAX * 2];
	unsigned char breaks[TEXT_MAX];
	size_t length = strlen(text), at = 0;

	assert_true(length < TEXT_MAX);
	memset(breaks, 0xEE, sizeof(breaks));
	type_find_breaks(text, length, language, breaks);
	assert_int_equal(breaks[length], 0xEE);
	for (size_t i = 0; i < length; i++) {
		assert_in_range(breaks[i], TYPE_BREAK_NONE, TYPE_BREAK_MANDATORY);
		out[at++] = text[i];
		if (i + 1 < length && breaks[i] != TYPE_BREAK_NONE)
			out[at++] = breaks[i] == TYPE_BREAK_ALLOWED ? '|' : '!';
	}
	out[at] = '\0';
	return out;
}

/* Each line is written with its breaks; taken out, they must be found again. */
static void check(const char *const *lines, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		char plain[TEXT_MAX];
		size_t length = 0;

		for (const char *at = lines[i]; *at != '\0'; at++) {
			if (*at != '|' && *at != '!')
				plain[length++] = *at;
		}
		plain[length] = '\0';
		assert_string_equal(marked(plain, "it-IT"), lines[i]);
	}
}

#define CHECK(lines) check(lines, sizeof(lines) / sizeof(*(lines)))

static void test_break__apostrophes_hold_words_together(void **state)
{
	static const char *const lines[] = {
		"dell'altro |e |un’amministrazione",
		"l’«altro» |e |'90",
		"un |po' |di |tutto",
	};

	(void)state;
	CHECK(lines);
}

static void test_break__numbers_and_dates_are_whole(void **state)
{
	static const char *const lines[] = {
		"11/2022",
		"il |31/12/2022 |alle |12:30",
		"31-12-2022 |31.12.2022",
		"1.234,56 |−5,58 |-5,58 |–5,58",
		"2022-2024 |2022–2024",
		"10.000-20.000",
		"D.Lgs. 150/2009",
	};

	(void)state;
	CHECK(lines);
}

/* EU style and CLDR: the sign stays with its number, whatever the blank. */
static void test_break__numbers_keep_what_they_count(void **state)
{
	static const char *const lines[] = {
		"12,5% |12,5 % |12,5\xC2\xA0% |5\xE2\x80\xAF%",
		"100 € |€ 100 |100€ |1.000 EUR |3 km |20 °C",
		"100 € |5 |anni |100€ |5 |anni",
		"≥ 75 % |= 5 |< 3 |§ 4 |± 2",
		"n. 150 |e |art. 10, |c. 2 |pag. 3",
		"3 |kmq |anno |2022 |e |5 |euro",
		"via |Roma |n. |civico",
	};

	(void)state;
	CHECK(lines);
}

static void test_break__no_break_blanks_hold(void **state)
{
	static const char *const lines[] = {
		"a\xC2\xA0"
		"b |c\xE2\x80\xAF"
		"d",
		"a\xE2\x80\x91"
		"b",
		"a\xE2\x81\xA0"
		"b",
	};

	(void)state;
	CHECK(lines);
}

static void test_break__long_codes_break_at_their_signs(void **state)
{
	static const char *const lines[] = {
		"kpi6.1.1_|01", "OC_|TD_|04",     "KPI-|2022-|001",
		"AB-|12-|CD",   "KPI102/|KPI103", "OS_1", /* short */
		"COVID-19",     "KPI102-A",       "OS1.1",
	};

	(void)state;
	CHECK(lines);
}

static void test_break__slashes_part_long_words_only(void **state)
{
	static const char *const lines[] = {
		"Uni/|Territorio", "kWh/|anno", "e/o", "I/II", "km/h", "s/n",
	};

	(void)state;
	CHECK(lines);
}

static void test_break__hyphens_and_dashes(void **state)
{
	static const char *const lines[] = {
		"pre-|consuntivo",
		"e-mail",
		"-abc",
		"costi-|benefici, |x-y",
		"parola |– |inciso |– |altra",
		"parola|—|altra",
		"C++ |A+",
	};

	(void)state;
	CHECK(lines);
}

static void test_break__addresses_break_at_their_signs(void **state)
{
	static const char *const lines[] = {
		"https://www.|esempio.|example/|abc-|def_|ghi.|html?|x=1&y=22",
		"(www.|esempio.|it)",
		"nome.|cognome@|comune.|esempio.|it",
	};

	(void)state;
	assert_string_equal(
		marked("https://www.esempio.example/abc-def_ghi.html?xx=11&yy=22", "it"),
		"https://www.|esempio.|example/|abc-|def_|ghi.|html?|xx=|11&|yy=|22");
	check(lines + 1, 2);
}

static void test_break__quotes_and_parentheses(void **state)
{
	static const char *const lines[] = {
		"«Raggiunto» |(e) |“due” |(tre)",
		"obiettivo(i) |(a)",
		"sì; |no: |forse… |fine!",
	};

	(void)state;
	/* the ! of the last line is the text's own */
	check(lines, 2);
	assert_string_equal(marked("sì; no: forse… ecco", "it"), "sì; |no: |forse… |ecco");
}

static void test_break__lines_that_end_are_mandatory(void **state)
{
	unsigned char breaks[8];

	(void)state;
	assert_string_equal(marked("a\nb\r\nc\xE2\x80\xA8"
				   "d",
				   "it"),
			    "a\n!b\r\n!c\xE2\x80\xA8!d");
	type_find_breaks("ab", 2, "it", breaks);
	assert_int_equal(breaks[1], TYPE_BREAK_ALLOWED);
	type_find_breaks("a\n", 2, "it", breaks);
	assert_int_equal(breaks[1], TYPE_BREAK_MANDATORY);
}

/* A soft hyphen needs a hyphen drawn: it is a place of type_hyphenate(). */
static void test_break__a_soft_hyphen_is_no_break(void **state)
{
	(void)state;
	assert_string_equal(marked("per\xC2\xAD"
				   "for\xC2\xADmance",
				   "it"),
			    "per\xC2\xAD"
			    "for\xC2\xADmance");
}

static void test_break__any_language_will_do(void **state)
{
	(void)state;
	assert_string_equal(marked("one two", NULL), "one |two");
	assert_string_equal(marked("one two", ""), "one |two");
	assert_string_equal(marked("one two", "en-GB"), "one |two");
	assert_string_equal(marked("one two", "a-very-long-tag"), "one |two");
	assert_string_equal(marked("one two", "extraordinarily"), "one |two");
}

static void test_break__any_bytes_will_do(void **state)
{
	(void)state;
	assert_string_equal(marked("\xFF\xFE abc \xE2\x82", "it"), "\xFF\xFE |abc |\xE2\x82");
	/* U+FFFF ends the text for libunibreak */
	assert_string_equal(marked("x\xEF\xBF\xBFy z", "it"), "x\xEF\xBF\xBFy |z");
	assert_string_equal(marked("", "it"), "");
	assert_string_equal(marked(" ", "it"), " ");
	assert_string_equal(marked("/_-'+", "it"), "/_-'+");
}

/* Windows must not show: the same words give the same breaks wherever they are. */
static void test_break__long_texts_are_like_short_ones(void **state)
{
	static const char phrase[] = "n. 150 dell'altra città pre-consuntivo, 12,5 % di e/o ";
	const size_t length = sizeof(phrase) - 1, times = 400;
	struct arena *arena = arena_create(NULL);
	char *text = arena_alloc(arena, length * times);
	unsigned char *breaks = arena_alloc(arena, length * times);

	(void)state;
	for (size_t i = 0; i < times; i++)
		memcpy(text + i * length, phrase, length);
	type_find_breaks(text, length * times, "it", breaks);
	for (size_t i = 1; i < times; i++)
		assert_memory_equal(breaks + i * length, breaks, length);
	memset(text, 'a', length * times); /* nowhere to cut */
	type_find_breaks(text, length * times, "it", breaks);
	for (size_t i = 0; i + 1 < length * times; i++)
		assert_int_equal(breaks[i], TYPE_BREAK_NONE);
	memset(text, '-', length * times);
	type_find_breaks(text, length * times, "it", breaks);
	memset(text, ' ', length * times);
	type_find_breaks(text, length * times, "it", breaks);
	arena_destroy(arena);
}

int run_break_tests(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_break__apostrophes_hold_words_together),
		cmocka_unit_test(test_break__numbers_and_dates_are_whole),
		cmocka_unit_test(test_break__numbers_keep_what_they_count),
		cmocka_unit_test(test_break__no_break_blanks_hold),
		cmocka_unit_test(test_break__long_codes_break_at_their_signs),
		cmocka_unit_test(test_break__slashes_part_long_words_only),
		cmocka_unit_test(test_break__hyphens_and_dashes),
		cmocka_unit_test(test_break__addresses_break_at_their_signs),
		cmocka_unit_test(test_break__quotes_and_parentheses),
		cmocka_unit_test(test_break__lines_that_end_are_mandatory),
		cmocka_unit_test(test_break__a_soft_hyphen_is_no_break),
		cmocka_unit_test(test_break__any_language_will_do),
		cmocka_unit_test(test_break__any_bytes_will_do),
		cmocka_unit_test(test_break__long_texts_are_like_short_ones),
	};

	return cmocka_run_group_tests_name("break", tests, NULL, NULL);
}
