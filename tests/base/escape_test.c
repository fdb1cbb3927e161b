#include "base/escape.h"
#include "base_test.h"

static char *markup(struct arena *arena, const char *string)
{
	struct text out = text_make(arena);

	escape_markup(&out, string);
	return out.bytes;
}

static char *json(struct arena *arena, const char *string)
{
	struct text out = text_make(arena);

	escape_json(&out, string);
	return out.bytes;
}

static char *csv(struct arena *arena, const char *string, enum escape_csv kind)
{
	struct text out = text_make(arena);

	escape_csv(&out, string, ';', kind);
	return out.bytes;
}

static void test_escape__markup_cannot_be_left(void **state)
{
	assert_string_equal(markup(*state, "a<b & \"c\" > 'd' ]]>"),
			    "a&lt;b &amp; &quot;c&quot; &gt; 'd' ]]&gt;");
	assert_string_equal(markup(*state, "riga\r\n\tdue"), "riga&#13;\n\tdue");
	assert_string_equal(markup(*state, "\x01\x1F\xFF\uFFFE\uFFFFè"),
			    "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFDè");
	assert_string_equal(markup(*state, NULL), "");
}

static void test_escape__json_is_always_valid(void **state)
{
	assert_string_equal(json(*state, "a\"b\\c/\b\f\n\r\t"), "\"a\\\"b\\\\c/\\b\\f\\n\\r\\t\"");
	assert_string_equal(json(*state, "\x01\x1F\x7F è"), "\"\\u0001\\u001f\x7F è\"");
	assert_string_equal(json(*state, "\u2028\u2029"), "\"\\u2028\\u2029\"");
	assert_string_equal(json(*state, "\xC3"), "\"\uFFFD\"");
	assert_string_equal(json(*state, ""), "\"\"");
	assert_string_equal(json(*state, NULL), "null");
}

static void test_escape__csv_quotes_only_when_needed(void **state)
{
	assert_string_equal(csv(*state, "semplice", CSV_TEXT), "semplice");
	assert_string_equal(csv(*state, "", CSV_TEXT), "");
	assert_string_equal(csv(*state, NULL, CSV_TEXT), "");
	assert_string_equal(csv(*state, "a;b", CSV_TEXT), "\"a;b\"");
	assert_string_equal(csv(*state, "a,b", CSV_TEXT), "a,b");
	assert_string_equal(csv(*state, "detto \"A\"", CSV_TEXT), "\"detto \"\"A\"\"\"");
	assert_string_equal(csv(*state, "due\nrighe", CSV_TEXT), "\"due\nrighe\"");
	assert_string_equal(csv(*state, " a", CSV_TEXT), "\" a\"");
	assert_string_equal(csv(*state, "a ", CSV_TEXT), "\"a \"");
}

static void test_escape__csv_disarms_formulas_but_not_numbers(void **state)
{
	assert_string_equal(csv(*state, "=cmd|'/c calc'!A1", CSV_TEXT), "'=cmd|'/c calc'!A1");
	assert_string_equal(csv(*state, "=A1;B1", CSV_TEXT), "\"'=A1;B1\"");
	assert_string_equal(csv(*state, "+39", CSV_TEXT), "'+39");
	assert_string_equal(csv(*state, "-5", CSV_TEXT), "'-5");
	assert_string_equal(csv(*state, "@SUM(1)", CSV_TEXT), "'@SUM(1)");
	assert_string_equal(csv(*state, "\t=1", CSV_TEXT), "'\t=1");
	assert_string_equal(csv(*state, "\r=1", CSV_TEXT), "\"'\r=1\"");
	assert_string_equal(csv(*state, "\n=1", CSV_TEXT), "\"'\n=1\"");
	assert_string_equal(csv(*state, "a=1", CSV_TEXT), "a=1");
	assert_string_equal(csv(*state, "-5,25", CSV_NUMBER), "-5,25");
	assert_string_equal(csv(*state, "5;2", CSV_NUMBER), "\"5;2\"");
}

int run_escape_tests(void)
{
	static const struct CMUnitTest tests[] = {
		arena_test(test_escape__markup_cannot_be_left),
		arena_test(test_escape__json_is_always_valid),
		arena_test(test_escape__csv_quotes_only_when_needed),
		arena_test(test_escape__csv_disarms_formulas_but_not_numbers),
	};

	return cmocka_run_group_tests_name("escape", tests, NULL, NULL);
}
