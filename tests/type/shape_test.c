#include "type_test.h"

#include "base/text.h"
#include "type_private.h"

#include <math.h>
#include <string.h>

#define NEAR 0.01

static const struct type_run *shape(struct fixture *f, const char *text)
{
	return type_shape(f->library, TYPE_REGULAR, text, strlen(text));
}

/* What must hold of every word, whatever is in it. */
static void check_word(const struct type_run *run, size_t length)
{
	double total = 0;
	size_t bytes = 0;
	float first_total = run->total;

	for (; run != NULL; run = run->next) {
		double width = 0;

		for (size_t i = 0; i < run->glyph_count; i++) {
			const struct type_glyph *glyph = &run->glyphs[i];

			assert_int_not_equal(glyph->id, 0);
			assert_true(glyph->from + glyph->bytes <= run->length);
			assert_true(utf8_valid(run->text + glyph->from, glyph->bytes));
			width += glyph->advance;
		}
		assert_true(fabs(width - run->width) < 1);
		total += run->width;
		bytes += run->length;
		assert_int_equal(run->text[run->length], '\0');
	}
	assert_true(fabs(total - first_total) < 1);
	assert_int_equal(bytes, length);
}

static void test_shape__widths_are_those_of_the_face(void **state)
{
	struct fixture *f = *state;
	const struct type_run *run = shape(f, "2022");

	assert_int_equal(run->glyph_count, 4);
	assert_int_equal(run->total, 4 * 560);
	assert_int_equal(shape(f, "\xE2\x89\xA5")->total, 560); /* greater or equal */
}

/* Columns of figures line up. */
static void test_shape__figures_are_tabular_and_not_kerned(void **state)
{
	struct fixture *f = *state;
	const char figures[] = "00112233445566778899051627384950617283940718293647";

	for (int variant = 0; variant < TYPE_VARIANTS; variant++) {
		const struct type_run *run =
			type_shape(f->library, variant, figures, strlen(figures));

		assert_int_equal(run->total, strlen(figures) * 560);
	}
}

static void test_shape__pairs_are_kerned(void **state)
{
	struct fixture *f = *state;
	const struct type_run *run = shape(f, "To");

	assert_int_equal(run->glyphs[0].width, 526);
	assert_int_equal(run->glyphs[0].advance, 435);
	assert_int_equal(run->total, 963);
}

/* Titillium has no ligatures; DejaVu makes one of f and i. */
static void test_shape__a_ligature_stands_for_all_its_bytes(void **state)
{
	struct fixture *f = *state;
	struct type_library own = *f->library;
	const struct type_run *run;

	own.faces[TYPE_REGULAR] = f->library->faces[4];
	run = type_shape(&own, TYPE_REGULAR, "ufficioAB", 9);
	assert_int_equal(run->glyph_count, 7);
	assert_int_equal(run->glyphs[1].from, 1);
	assert_int_equal(run->glyphs[1].bytes, 3);
	assert_int_equal(run->glyphs[2].from, 4);
	check_word(run, 9);
}

static void test_shape__a_mark_stays_with_its_base(void **state)
{
	struct fixture *f = *state;
	const struct type_run *run = shape(f, "perche\xCC\x81");

	assert_null(run->next);
	assert_int_equal(run->glyph_count, 6);
	assert_int_equal(run->glyphs[5].id, shape(f, "\xC3\xA9")->glyphs[0].id);
	assert_int_equal(run->glyphs[5].bytes, 3);

	/* Titillium has neither the mark nor q with it: both come from DejaVu */
	run = shape(f, "xq\xCC\x81x");
	assert_string_equal(run->text, "x");
	assert_string_equal(run->next->text, "q\xCC\x81");
	assert_string_equal(run->next->face->name, "DejaVuSans");
	assert_string_equal(run->next->next->text, "x");
}

static void test_shape__missing_characters_come_from_the_fallback_in_order(void **state)
{
	struct fixture *f = *state;
	const struct type_run *run = shape(f, "\xE2\x86\x92x\xE2\x97\x8F");

	assert_string_equal(run->face->name, "DejaVuSans");
	assert_string_equal(run->text, "\xE2\x86\x92");
	assert_string_equal(run->next->face->name, "TitilliumWeb-Regular");
	assert_string_equal(run->next->text, "x");
	assert_string_equal(run->next->next->text, "\xE2\x97\x8F");
	assert_null(run->next->next->next);
	assert_true(fabs(run->total - run->width - run->next->total) < NEAR);
	run = type_shape(f->library, TYPE_BOLD, "\xE2\x9C\x93", 3); /* tick */
	assert_string_equal(run->face->name, "DejaVuSans-Bold");
}

/* The hyphen and the narrow blank that do not break look like the others. */
static void test_shape__a_character_without_a_sign_is_named(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(shape(f, "a\xE6\x97\xA5")->lacks, 0x65E5);
	assert_int_equal(shape(f, "citt\xC3\xA0")->lacks, 0);
	assert_int_equal(shape(f, "\xEF\xBF\xBD")->lacks, 0); /* it is that sign */
}

static void test_shape__no_break_signs_stay_in_the_face(void **state)
{
	struct fixture *f = *state;
	const struct type_run *run = shape(f, "a\xE2\x80\x91"
					      "b");

	assert_null(run->next);
	assert_int_equal(run->glyphs[1].id, shape(f, "-")->glyphs[0].id);
	assert_int_equal(run->glyphs[1].bytes, 3);
	run = shape(f, "5\xE2\x80\xAF%");
	assert_null(run->next);
	assert_true(run->glyphs[1].advance > 0 && run->glyphs[1].advance < 220);
	assert_int_equal(shape(f, "5\xC2\xA0%")->glyphs[1].advance, 220);
}

static void test_shape__soft_hyphen_and_controls_are_invisible(void **state)
{
	struct fixture *f = *state;
	const struct type_run *run = shape(f, "per\xC2\xAD"
					      "for\x01mance\xE2\x80\x8B");

	assert_null(run->next);
	assert_int_equal(run->glyph_count, 11);
	assert_int_equal(run->glyphs[2].bytes, 1);
	assert_int_equal(run->glyphs[3].from, 5);
	assert_true(fabs(run->total - shape(f, "per")->total - shape(f, "formance")->total) < NEAR);
	run = shape(f, "\xC2\xAD");
	assert_int_equal(run->glyph_count, 0);
	assert_int_equal(run->total, 0);
	check_word(run, 2);
	check_word(shape(f, ""), 0);
}

/* PDF/A-2 6.2.11.7: a glyph says a character, not a private one. */
static void test_shape__private_characters_get_a_name(void **state)
{
	struct fixture *f = *state;

	assert_string_equal(shape(f, "\xEF\x82\xB7")->text, "\xE2\x80\xA2"); /* Wingdings bullet */
	assert_string_equal(shape(f, "\xEE\x80\x80")->text, "\xEF\xBF\xBD");
	assert_string_equal(shape(f, "\xF3\xB0\x80\x80")->text, "\xEF\xBF\xBD?");
}

static void test_shape__hostile_words_have_no_notdef(void **state)
{
	struct fixture *f = *state;
	static const char *const words[] = {
		"\xF0\x9F\x98\x80",                                    /* a face */
		"\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9",        /* a family, joined */
		"\xF0\x9F\x87\xAE\xF0\x9F\x87\xB9",                    /* a flag */
		"\xD8\xB3\xD9\x84\xD8\xA7\xD9\x85",                    /* Arabic */
		"\xD8\xB3\xD9\x8E\xD9\x84\xD9\x91",                    /* Arabic with points */
		"\xD7\xA9\xD6\xB8\xD7\x9C\xD7\x95",                    /* Hebrew with points */
		"\xE0\xA4\xA8\xE0\xA4\xAE\xE0\xA4\xB8\xE0\xA5\x8D",    /* Devanagari */
		"\xE4\xB8\xAD\xE6\x96\x87",                            /* Chinese */
		"\xCC\x81\xCC\x81",                                    /* marks without a base */
		"\xE0\xA5\x8D",                                        /* a mark nobody has */
		"e\xCC\x81\xCC\x81\xE0\xA5\x8D\xCC\xA3",               /* too many marks */
		"\x01\x02\x7F\xC2\x85",                                /* controls */
		"\xFF\xFE\xC0\x80\xED\xA0\x80\xF8\x88",                /* no UTF-8 */
		"abc\xE2\x82",                                         /* cut in a character */
		"\xEF\xBF\xBF\xEF\xBF\xBE\xF4\x8F\xBF\xBF",            /* no characters */
		"\xEF\xBB\xBF\xE2\x80\xAEtxt\xE2\x80\xAC\xEF\xB8\x8F", /* order marks, selector */
		"\xD0\x9F\xD1\x80\xD0\xB8\xCE\xB1\xCE\xB2",            /* Cyrillic, Greek */
		"\xE1\x85\x9F\xE1\x84\x80\xE1\x85\xA1",                /* Hangul letters */
		"1\xE2\x81\x84\x32\xCB\x9A\xC2\xB5\xE2\x84\xA6",       /* fraction, micro, ohm */
	};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		check_word(shape(f, words[i]), strlen(words[i]));
}

/* Every character there is, alone and between letters. */
static void test_shape__no_character_gives_notdef(void **state)
{
	struct fixture *f = *state;

	for (uint32_t c = 1; c < 0x30000; c += c < 0x3000 ? 1 : 7) {
		char word[8] = "a";
		size_t length = 1 + utf8_put(word + 1, c);

		word[length++] = 'b';
		check_word(type_shape(f->library, TYPE_BOLD_ITALIC, word, length), length);
		check_word(type_shape(f->library, TYPE_REGULAR, word + 1, length - 2), length - 2);
	}
}

static void test_shape__long_words_are_cut_at_the_limit(void **state)
{
	struct fixture *f = *state;
	static char word[TYPE_RUN_BYTES_MAX * 2];
	const struct type_run *run;

	memset(word, 'a', sizeof(word));
	run = type_shape(f->library, TYPE_REGULAR, word, sizeof(word));
	assert_int_equal(run->glyph_count, TYPE_RUN_BYTES_MAX);
	check_word(run, TYPE_RUN_BYTES_MAX);
	memset(word, 0xFF, sizeof(word)); /* each byte a character */
	check_word(type_shape(f->library, TYPE_REGULAR, word, sizeof(word)), TYPE_RUN_BYTES_MAX);
	for (size_t i = 0; i < sizeof(word); i++)
		word[i] = i % 4 == 0 ? 'e' : "\xCC\x81\0"[i % 4 - 1]; /* NUL inside, too */
	check_word(type_shape(f->library, TYPE_REGULAR, word, sizeof(word)), TYPE_RUN_BYTES_MAX);
}

int run_shape_tests(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_shape__widths_are_those_of_the_face),
		cmocka_unit_test(test_shape__figures_are_tabular_and_not_kerned),
		cmocka_unit_test(test_shape__pairs_are_kerned),
		cmocka_unit_test(test_shape__a_ligature_stands_for_all_its_bytes),
		cmocka_unit_test(test_shape__a_mark_stays_with_its_base),
		cmocka_unit_test(test_shape__missing_characters_come_from_the_fallback_in_order),
		cmocka_unit_test(test_shape__a_character_without_a_sign_is_named),
		cmocka_unit_test(test_shape__no_break_signs_stay_in_the_face),
		cmocka_unit_test(test_shape__soft_hyphen_and_controls_are_invisible),
		cmocka_unit_test(test_shape__private_characters_get_a_name),
		cmocka_unit_test(test_shape__hostile_words_have_no_notdef),
		cmocka_unit_test(test_shape__no_character_gives_notdef),
		cmocka_unit_test(test_shape__long_words_are_cut_at_the_limit),
	};

	return cmocka_run_group_tests_name("shape", tests, open_library, close_library);
}
