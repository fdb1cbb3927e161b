#include "type_test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void test_library__four_variants_and_two_fallbacks(void **state)
{
	struct fixture *f = *state;
	static const char *const names[] = { "TitilliumWeb-Regular", "TitilliumWeb-Bold",
					     "TitilliumWeb-Italic",  "TitilliumWeb-BoldItalic",
					     "DejaVuSans",           "DejaVuSans-Bold" };

	assert_int_equal(type_face_count(f->library), 6);
	for (size_t i = 0; i < 6; i++) {
		assert_string_equal(type_face_at(f->library, i)->name, names[i]);
		assert_int_equal(type_face_at(f->library, i)->index, (int)i);
	}
	assert_null(type_face_at(f->library, 6));
	assert_true(type_face_of(f->library, TYPE_BOLD_ITALIC)->bold);
	assert_true(type_face_of(f->library, TYPE_BOLD_ITALIC)->italic);
	assert_false(type_face_of(f->library, TYPE_REGULAR)->bold);
}

static void test_library__metrics_are_in_thousandths(void **state)
{
	struct fixture *f = *state;
	const struct type_face *face = type_face_of(f->library, TYPE_REGULAR);
	const struct type_face *other = type_face_at(f->library, 4); /* 2048 units to the em */

	assert_int_equal((int)face->ascent, 1133);
	assert_int_equal(face->descent, 388);
	assert_int_equal(face->cap_height, 692);
	assert_int_equal(face->x_height, 500);
	assert_int_equal(face->underline_position, 95);
	assert_int_equal((int)face->box[1], -285);
	assert_int_equal((int)type_face_of(f->library, TYPE_ITALIC)->italic_angle, -13);
	assert_int_equal(other->ascent, 928);
	assert_int_equal(other->cap_height, 729);
	assert_int_equal(type_blank(f->library, TYPE_REGULAR), 220);
}

/* The painters embed these bytes and load this file. */
static void test_library__bytes_are_those_of_the_file(void **state)
{
	struct fixture *f = *state;
	const struct type_face *face = type_face_of(f->library, TYPE_BOLD);
	unsigned char head[64];
	FILE *file = fopen(face->path, "rb");

	assert_non_null(file);
	assert_int_equal(fread(head, 1, sizeof(head), file), sizeof(head));
	assert_memory_equal(face->bytes, head, sizeof(head));
	fseek(file, 0, SEEK_END);
	assert_int_equal(ftell(file), (long)face->length);
	fclose(file);
}

static void expect_refusal(const char *fonts, const char *patterns, enum status status,
			   const char *file, const char *text)
{
	struct arena *arena = arena_create(NULL);
	struct diag diag = diag_make(arena);
	struct type_options options = { .fonts_dir = fonts, .patterns = patterns };
	struct type_library *library;

	assert_int_equal(type_library_open(&library, arena, &options, &diag), status);
	assert_null(library);
	assert_int_equal(diag.count, 1);
	assert_string_equal(diag.entries[0].place.file, file);
	assert_non_null(strstr(diag.entries[0].text, text));
	arena_destroy(arena);
}

static void test_library__missing_files_are_named(void **state)
{
	(void)state;
	expect_refusal("/nowhere", PATTERNS, STATUS_IO, "/nowhere/TitilliumWeb-Regular.ttf",
		       "il file manca");
	expect_refusal(FONTS, "/nowhere.dic", STATUS_IO, "/nowhere.dic", "non esiste");
	expect_refusal(FONTS, FONTS "/sRGB.icc", STATUS_LIBRARY, FONTS "/sRGB.icc", "UTF-8");
	expect_refusal(FONTS, "/dev/null", STATUS_LIBRARY, "/dev/null", "UTF-8");
}

static void write_file(const char *path, const char *bytes, size_t length)
{
	FILE *file = fopen(path, "wb");

	assert_non_null(file);
	assert_int_equal(fwrite(bytes, 1, length, file), length);
	fclose(file);
}

/* Broken and cut font files are refused, whatever is in them. */
static void test_library__a_file_that_is_no_font_is_refused(void **state)
{
	struct fixture *f = *state;
	const struct type_face *face = type_face_of(f->library, TYPE_REGULAR);
	static const size_t lengths[] = { 0, 4, 12, 300, 2000 };
	char dir[] = "/tmp/type-test-XXXXXX";
	char path[64];

	assert_non_null(mkdtemp(dir));
	snprintf(path, sizeof(path), "%s/TitilliumWeb-Regular.ttf", dir);
	write_file(path, "no font at all", 14);
	expect_refusal(dir, PATTERNS, STATUS_LIBRARY, path, "TrueType");
	for (size_t i = 1; i < sizeof(lengths) / sizeof(*lengths); i++) {
		write_file(path, (const char *)face->bytes, lengths[i]);
		expect_refusal(dir, PATTERNS, STATUS_LIBRARY, path, "TrueType");
	}
	unlink(path);
	rmdir(dir);
}

static void test_library__fake_is_half_an_em(void **state)
{
	struct arena *arena = arena_create(NULL);
	struct type_library *library = type_library_fake(arena, NULL);
	const struct type_run *run = type_shape(library, TYPE_BOLD, "Città→", 9);
	uint16_t places[4];

	(void)state;
	assert_int_equal(run->glyph_count, 6);
	assert_int_equal(run->total, 3000);
	assert_null(run->next);
	assert_int_equal(run->glyphs[4].id, 0xE0);
	assert_int_equal(run->glyphs[5].from, 6);
	assert_int_equal(run->glyphs[5].bytes, 3);
	assert_int_equal(run->face->ascent, 800);
	assert_int_equal(run->face->descent, 200);
	assert_int_equal(type_blank(library, TYPE_REGULAR), 500);
	assert_int_equal(type_hyphenate(library, "trasparenza", 11, "it", places, 4), 0);
	library = type_library_fake(arena, PATTERNS);
	assert_int_equal(type_hyphenate(library, "trasparenza", 11, "it", places, 4), 2);
	arena_destroy(arena);
}

int run_library_tests(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_library__four_variants_and_two_fallbacks),
		cmocka_unit_test(test_library__metrics_are_in_thousandths),
		cmocka_unit_test(test_library__bytes_are_those_of_the_file),
		cmocka_unit_test(test_library__missing_files_are_named),
		cmocka_unit_test(test_library__a_file_that_is_no_font_is_refused),
		cmocka_unit_test(test_library__fake_is_half_an_em),
	};

	return cmocka_run_group_tests_name("library", tests, open_library, close_library);
}
