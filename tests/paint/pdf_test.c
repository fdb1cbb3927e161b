/* test_pdf.c - the spelling of PDF, and whole files read back with qpdf. */
#include "paint_test.h"

#include "pdf_file.h"

#include <qpdf/qpdf-c.h>
#include <stdlib.h>
#include <string.h>

static const char *path_of(struct fixture *f)
{
	return file_join(f->arena, f->dir, "prova.pdf");
}

/* ---- spelling ------------------------------------------------------------ */

static const char *real(struct fixture *f, double value)
{
	struct text out = text_make(f->arena);

	pdf_real(&out, value);
	return out.bytes;
}

static void test_paint__reals_have_two_decimals_at_most(void **state)
{
	struct fixture *f = *state;

	assert_string_equal(real(f, 0), "0");
	assert_string_equal(real(f, 12.5), "12.5");
	assert_string_equal(real(f, -0.004), "0");
	assert_string_equal(real(f, 841.889), "841.89");
	assert_string_equal(real(f, -3.25), "-3.25");
	assert_string_equal(real(f, 1e300), "1000000");
}

static void test_paint__what_is_no_number_is_spelled_all_the_same(void **state)
{
	struct fixture *f = *state;
	volatile double zero = 0;

	assert_non_null(real(f, zero / zero));
	assert_string_equal(real(f, -1 / zero), "-1000000");
}

static void test_paint__strings_escape_what_ends_them(void **state)
{
	struct fixture *f = *state;
	struct text out = text_make(f->arena);

	pdf_text(&out, "a(b)\\c");
	assert_string_equal(out.bytes, "(a\\(b\\)\\\\c)");
	text_clear(&out);
	pdf_bytes(&out, "\r", 1);
	assert_string_equal(out.bytes, "(\\r)");
}

static void test_paint__texts_beyond_ascii_are_utf16(void **state)
{
	struct fixture *f = *state;
	struct text out = text_make(f->arena);

	pdf_text(&out, "è");
	assert_int_equal(out.length, 6);
	assert_memory_equal(out.bytes, "(\xFE\xFF\x00\xE8)", 6);
	text_clear(&out);
	pdf_text(&out, "\xF0\x9F\x98\x80");
	assert_memory_equal(out.bytes, "(\xFE\xFF\xD8\x3D\xDE\x00)", 8);
}

static void test_paint__names_escape_blanks_and_slashes(void **state)
{
	struct fixture *f = *state;
	struct text out = text_make(f->arena);

	pdf_name(&out, "text/csv");
	pdf_name(&out, "a b#");
	assert_string_equal(out.bytes, "/text#2Fcsv/a#20b#23");
}

/* ---- whole files ----------------------------------------------------------- */

static struct page_tag *open_tag(struct fixture *f, struct page_sink *sink, struct page_tag *parent,
				 enum page_role role)
{
	struct page_tag *tag = arena_new(f->arena, struct page_tag);

	tag->arena = f->arena;
	tag->role = role;
	tag->parent = parent;
	sink->open_tag(sink, tag);
	if (parent != NULL)
		page_tag_add_kid(
			f->arena, parent,
			(struct page_kid){ .kind = PAGE_KID_TAG, .reference = tag->reference });
	return tag;
}

static const struct paint_pdf_options plain_options = {
	.title = "Prova & <titolo>",
	.author = "Ente",
	.language = "it-IT",
	.producer = "relazione",
	.date = 1700000000,
	.icc_path = SOURCE_DIR "/fonts/sRGB.icc",
};

/* `count` pages with one paragraph each. */
static enum status write_pages(struct fixture *f, const char *path, int count,
			       const struct paint_pdf_options *options)
{
	struct file_out *out = file_out_open(f->arena, path);
	struct page_sink *sink = paint_pdf(f->arena, f->type, out, options);
	struct page_tag *document = open_tag(f, sink, NULL, PAGE_DOCUMENT);
	enum status status;

	for (int i = 0; i < count; i++) {
		struct page *page = page_create(f->arena, i, 595.28, 841.89);
		struct page_tag *p = open_tag(f, sink, document, PAGE_P);
		struct page_drawing *words = page_drawing_create(f->arena, 300, 20);

		page_draw_mark(words, 0);
		page_draw_text(words, f->type, TYPE_REGULAR, 10, 0x1D2629, 0, 10,
			       "Perché l’efficienza → cresce");
		page_place(page, words, 50, 50, &p, NULL);
		sink->close_tag(sink, p);
		sink->target(sink, arena_printf(f->arena, "pagina-%d", i), i, 50);
		sink->page(sink, page);
	}
	sink->close_tag(sink, document);
	status = sink->finish(sink, count, &f->diag);
	return status == STATUS_OK ? file_out_commit(out, &f->diag) : status;
}

/* Opens the file with qpdf and checks that nothing had to be repaired. */
static qpdf_data reopen(struct fixture *f)
{
	qpdf_data pdf = qpdf_init();

	qpdf_silence_errors(pdf);
	qpdf_set_suppress_warnings(pdf, QPDF_TRUE);
	assert_int_equal(qpdf_read(pdf, path_of(f), NULL), QPDF_SUCCESS);
	assert_int_equal(qpdf_check_pdf(pdf), QPDF_SUCCESS);
	return pdf;
}

static void test_paint__a_file_opens_without_repair(void **state)
{
	struct fixture *f = *state;
	qpdf_data pdf;

	assert_int_equal(write_pages(f, path_of(f), 3, &plain_options), STATUS_OK);
	pdf = reopen(f);
	assert_int_equal(qpdf_get_num_pages(pdf), 3);
	qpdf_cleanup(&pdf);
}

static void test_paint__many_pages_make_a_deep_tree(void **state)
{
	struct fixture *f = *state;
	qpdf_data pdf;

	assert_int_equal(write_pages(f, path_of(f), 450, &plain_options), STATUS_OK);
	pdf = reopen(f);
	assert_int_equal(qpdf_get_num_pages(pdf), 450);
	qpdf_cleanup(&pdf);
}

static void test_paint__the_same_pages_give_the_same_bytes(void **state)
{
	struct fixture *f = *state;
	struct bytes first, second;

	assert_int_equal(write_pages(f, path_of(f), 2, &plain_options), STATUS_OK);
	assert_int_equal(file_read(&first, f->arena, path_of(f), 1 << 20, &f->diag), STATUS_OK);
	assert_int_equal(write_pages(f, path_of(f), 2, &plain_options), STATUS_OK);
	assert_int_equal(file_read(&second, f->arena, path_of(f), 1 << 20, &f->diag), STATUS_OK);
	assert_int_equal(first.length, second.length);
	assert_memory_equal(first.data, second.data, first.length);
}

static void test_paint__a_full_disk_is_reported(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(write_pages(f, "/dev/full", 2, &plain_options), STATUS_IO);
	assert_true(diag_has_errors(&f->diag));
}

static void test_paint__a_missing_profile_is_reported(void **state)
{
	struct fixture *f = *state;
	struct paint_pdf_options options = plain_options;

	options.icc_path = "/nonexistent.icc";
	assert_int_not_equal(write_pages(f, path_of(f), 1, &options), STATUS_OK);
	assert_true(diag_has_errors(&f->diag));
}

static void test_paint__attachments_are_kept_byte_for_byte(void **state)
{
	static const char bytes[] = "<a>\r\n\0\xFF</a>\r";
	struct fixture *f = *state;
	struct paint_attachment file = { .name = "piano.xml",
					 .mime = "application/xml",
					 .description = "Il piano",
					 .relationship = "Source",
					 .bytes = { bytes, sizeof bytes } };
	struct paint_pdf_options options = plain_options;
	qpdf_data pdf;
	qpdf_oh names, spec, stream;
	unsigned char *data;
	size_t length;
	QPDF_BOOL filtered;

	options.attachments = &file;
	options.attachment_count = 1;
	assert_int_equal(write_pages(f, path_of(f), 1, &options), STATUS_OK);
	pdf = reopen(f);
	names = qpdf_oh_get_key(pdf, qpdf_get_root(pdf), "/Names");
	names = qpdf_oh_get_key(pdf, qpdf_oh_get_key(pdf, names, "/EmbeddedFiles"), "/Names");
	spec = qpdf_oh_get_array_item(pdf, names, 1);
	stream = qpdf_oh_get_key(pdf, qpdf_oh_get_key(pdf, spec, "/EF"), "/F");
	assert_int_equal(
		qpdf_oh_get_stream_data(pdf, stream, qpdf_dl_all, &filtered, &data, &length),
		QPDF_SUCCESS);
	assert_int_equal(length, sizeof bytes);
	assert_memory_equal(data, bytes, sizeof bytes);
	free(data);
	qpdf_cleanup(&pdf);
}

int run_pdf_tests(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_paint__reals_have_two_decimals_at_most,
						open_fixture, close_fixture),
		cmocka_unit_test_setup_teardown(
			test_paint__what_is_no_number_is_spelled_all_the_same, open_fixture,
			close_fixture),
		cmocka_unit_test_setup_teardown(test_paint__strings_escape_what_ends_them,
						open_fixture, close_fixture),
		cmocka_unit_test_setup_teardown(test_paint__texts_beyond_ascii_are_utf16,
						open_fixture, close_fixture),
		cmocka_unit_test_setup_teardown(test_paint__names_escape_blanks_and_slashes,
						open_fixture, close_fixture),
		cmocka_unit_test_setup_teardown(test_paint__a_file_opens_without_repair,
						open_fixture, close_fixture),
		cmocka_unit_test_setup_teardown(test_paint__many_pages_make_a_deep_tree,
						open_fixture, close_fixture),
		cmocka_unit_test_setup_teardown(test_paint__the_same_pages_give_the_same_bytes,
						open_fixture, close_fixture),
		cmocka_unit_test_setup_teardown(test_paint__a_full_disk_is_reported, open_fixture,
						close_fixture),
		cmocka_unit_test_setup_teardown(test_paint__a_missing_profile_is_reported,
						open_fixture, close_fixture),
		cmocka_unit_test_setup_teardown(test_paint__attachments_are_kept_byte_for_byte,
						open_fixture, close_fixture),
	};

	return cmocka_run_group_tests_name("pdf", tests, NULL, NULL);
}
