#include "type_test.h"

#include <hb.h>
#include <string.h>

static const char sample[] = "Relazione sulla performance 2022: città, à, “«»” 12,5 %";

struct glyphs {
	uint32_t ids[64];
	size_t count;
};

static struct glyphs glyphs_of(struct fixture *f, enum type_variant variant)
{
	const struct type_run *run = type_shape(f->library, variant, sample, strlen(sample));
	struct glyphs glyphs = { .count = run->glyph_count };

	assert_true(glyphs.count <= 64);
	for (size_t i = 0; i < glyphs.count; i++)
		glyphs.ids[i] = run->glyphs[i].id;
	return glyphs;
}

static hb_face_t *face_from(const struct type_subset *subset)
{
	hb_blob_t *blob = hb_blob_create((const char *)subset->bytes, (unsigned)subset->length,
					 HB_MEMORY_MODE_READONLY, NULL, NULL);
	hb_face_t *face = hb_face_create(blob, 0);

	hb_blob_destroy(blob);
	return face;
}

static unsigned table_length(hb_face_t *face, const char *tag)
{
	hb_blob_t *blob = hb_face_reference_table(face, hb_tag_from_string(tag, 4));
	unsigned length = hb_blob_get_length(blob);

	hb_blob_destroy(blob);
	return length;
}

static void test_subset__is_a_font_with_what_a_pdf_needs(void **state)
{
	struct fixture *f = *state;
	static const char *const kept[] = { "glyf", "loca", "head", "hhea", "hmtx", "maxp" };
	static const char *const dropped[] = { "GSUB", "GPOS", "GDEF", "name", "post",
					       "OS/2", "cmap", "kern", "gasp", "DSIG",
					       "cvt ", "fpgm", "prep", "FFTM" };

	for (int variant = 0; variant < TYPE_VARIANTS; variant++) {
		struct glyphs glyphs = glyphs_of(f, variant);
		struct type_subset subset;
		hb_face_t *face;

		assert_int_equal(type_subset_make(&subset, f->arena,
						  type_face_of(f->library, variant), glyphs.ids,
						  glyphs.count, &f->diag),
				 STATUS_OK);
		assert_memory_equal(subset.bytes, "\0\1\0\0", 4); /* TrueType outlines */
		assert_true(subset.length < 12000);
		face = face_from(&subset);
		for (size_t i = 0; i < sizeof(kept) / sizeof(*kept); i++)
			assert_true(table_length(face, kept[i]) > 0);
		for (size_t i = 0; i < sizeof(dropped) / sizeof(*dropped); i++)
			assert_int_equal(table_length(face, dropped[i]), 0);
		hb_face_destroy(face);
	}
}

/* The width of each glyph is the same under its new number. */
static void test_subset__new_numbers_are_of_the_same_glyphs(void **state)
{
	struct fixture *f = *state;
	struct glyphs glyphs = glyphs_of(f, TYPE_REGULAR);
	const struct type_run *run = type_shape(f->library, TYPE_REGULAR, sample, strlen(sample));
	struct type_subset subset;
	hb_face_t *face;
	hb_font_t *font;

	assert_int_equal(type_subset_make(&subset, f->arena, type_face_of(f->library, TYPE_REGULAR),
					  glyphs.ids, glyphs.count, &f->diag),
			 STATUS_OK);
	face = face_from(&subset);
	font = hb_font_create(face);
	for (size_t i = 0; i < glyphs.count; i++) {
		uint32_t id = subset.new_ids[i];

		assert_in_range(id, 1, hb_face_get_glyph_count(face) - 1);
		assert_int_equal(hb_font_get_glyph_h_advance(font, id), (int)run->glyphs[i].width);
	}
	hb_font_destroy(font);
	hb_face_destroy(face);
}

static void test_subset__same_glyphs_same_bytes(void **state)
{
	struct fixture *f = *state;
	const uint32_t some[] = { 40, 7, 300, 7 }, again[] = { 300, 40, 7 };
	const struct type_face *face = type_face_at(f->library, 4);
	struct type_subset a, b;

	assert_int_equal(type_subset_make(&a, f->arena, face, some, 4, &f->diag), STATUS_OK);
	assert_int_equal(type_subset_make(&b, f->arena, face, again, 3, &f->diag), STATUS_OK);
	assert_int_equal(a.length, b.length);
	assert_memory_equal(a.bytes, b.bytes, a.length);
	assert_int_equal(a.new_ids[0], b.new_ids[1]);
	assert_int_equal(a.new_ids[1], a.new_ids[3]);
	assert_int_equal(type_subset_make(&a, f->arena, face, NULL, 0, &f->diag), STATUS_OK);
}

static void test_subset__a_glyph_that_is_not_there_is_refused(void **state)
{
	struct fixture *f = *state;
	const uint32_t none[] = { 60000 };
	struct type_subset subset;
	struct diag diag = diag_make(f->arena);
	struct type_library *fake = type_library_fake(f->arena, NULL);

	assert_int_equal(
		type_subset_make(&subset, f->arena, type_face_at(f->library, 0), none, 1, &diag),
		STATUS_LIBRARY);
	assert_null(subset.bytes);
	assert_int_equal(type_subset_make(&subset, f->arena, type_face_at(fake, 0), none, 1, &diag),
			 STATUS_LIBRARY);
	assert_int_equal(diag.count, 2);
}

int run_subset_tests(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_subset__is_a_font_with_what_a_pdf_needs),
		cmocka_unit_test(test_subset__new_numbers_are_of_the_same_glyphs),
		cmocka_unit_test(test_subset__same_glyphs_same_bytes),
		cmocka_unit_test(test_subset__a_glyph_that_is_not_there_is_refused),
	};

	return cmocka_run_group_tests_name("subset", tests, open_library, close_library);
}
