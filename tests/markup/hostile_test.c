/* Input made to hurt: it must be refused soon, with a sentence. */
#include "markup_test.h"

#include <string.h>

static const char laughs[] =
	"<?xml version=\"1.0\"?><!DOCTYPE piano [<!ENTITY a \"ahah\"><!ENTITY b \"&a;&a;&a;&a;\">"
	"<!ENTITY c \"&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;\">]>" ROOT "&d;</piano>";

static void test_markup__entities_are_not_expanded(void **state)
{
	struct room *room = *state;

	assert_int_equal(read_source(room, laughs), STATUS_SYNTAX);
	assert_string_equal(room->diag.entries[0].code, "doctype");
	assert_int_equal(room->diag.count, 1);
	assert_null(room->root);
}

/* `count` times `piece`, within a plan. */
static char *many(struct room *room, const char *piece, size_t count)
{
	struct text source = text_make(room->arena);

	text_add(&source, ROOT);
	for (size_t i = 0; i < count; i++)
		text_add(&source, piece);
	return source.bytes;
}

static void assert_limit(struct room *room, const char *source, const char *part)
{
	assert_int_equal(read_source(room, source), STATUS_LIMIT);
	assert_int_equal(room->diag.count, 1);
	assert_string_equal(room->diag.entries[0].code, "limite");
	assert_non_null(strstr(room->diag.entries[0].text, part));
	assert_null(room->root);
}

static void test_markup__depth_is_limited(void **state)
{
	struct room *room = *state;

	assert_limit(room, many(room, "<a>", 100000), "annidati per più di 64 livelli");
	assert_int_equal(room->diag.entries[0].place.column,
			 (int)strlen(ROOT "<a>") + 3 * (MARKUP_DEPTH_MAX - 2) + 1);
}

static void test_markup__depth_at_the_limit_is_read(void **state)
{
	struct room *room = *state;
	struct text source = text_make(room->arena);

	text_add(&source, many(room, "<a>", MARKUP_DEPTH_MAX - 1));
	for (int i = 1; i < MARKUP_DEPTH_MAX; i++)
		text_add(&source, "</a>");
	text_add(&source, "</piano>");
	assert_int_equal(read_source(room, source.bytes), STATUS_OK);
}

static void test_markup__attributes_are_limited(void **state)
{
	struct room *room = *state;

	assert_limit(room, many(room, "<a x='1' x='1' x='1' x='1'", 20), "più di 64 attributi");
}

/* 200 MB between two quotes; with and without their end. */
static void test_markup__huge_attribute_is_refused(void **state)
{
	struct room *room = *state;
	const size_t length = (size_t)200 << 20;
	char *source = arena_alloc(room->arena, length + 1);

	memset(source, 'x', length);
	memcpy(source, ROOT "<a b='", strlen(ROOT "<a b='"));
	assert_int_equal(markup_read(&room->root, room->arena, "p.xml",
				     (struct bytes){ source, length }, SPACE, NULL, &room->diag),
			 STATUS_LIMIT);
	memcpy(source + length - 3, "'/>", 3);
	assert_int_equal(markup_read(&room->root, room->arena, "p.xml",
				     (struct bytes){ source, length }, SPACE, NULL, &room->diag),
			 STATUS_LIMIT);
	assert_int_equal(room->diag.count, 2);
}

static void test_markup__huge_text_is_refused(void **state)
{
	struct room *room = *state;
	const size_t length = MARKUP_TEXT_MAX + 1000;
	char *source = arena_alloc(room->arena, length + 1);

	memset(source, 'x', length);
	memcpy(source, ROOT, strlen(ROOT));
	assert_int_equal(markup_read(&room->root, room->arena, "p.xml",
				     (struct bytes){ source, length }, SPACE, NULL, &room->diag),
			 STATUS_LIMIT);
}

static void test_markup__nul_bytes_are_refused_where_they_stand(void **state)
{
	struct room *room = *state;
	static const char source[] = ROOT "\n<ambito titolo='a\0b'/></piano>";

	assert_int_equal(read_bytes(room, source, sizeof source - 1), STATUS_SYNTAX);
	assert_int_equal(room->diag.entries[0].place.line, 2);
	assert_int_equal(room->diag.entries[0].place.column, 18);
}

static char *read_sample(struct room *room, const char *path, size_t *length)
{
	struct bytes source;

	assert_int_equal(file_read(&source, room->arena, path, MARKUP_BYTES_MAX, &room->diag),
			 STATUS_OK);
	*length = source.length;
	return arena_strndup(room->arena, source.data, source.length);
}

static void test_markup__plan_cut_at_any_byte_is_refused(void **state)
{
	struct room *room = *state;
	size_t length, whole, cut;
	char *source = read_sample(room, SOURCE_DIR "/samples/minimo/piano.xml", &length);

	whole = (size_t)(strstr(source, "</piano>") - source) + strlen("</piano>");
	for (cut = 0; cut < whole; cut++) {
		struct arena_mark mark = arena_mark(room->arena);

		assert_int_equal(read_bytes(room, source, cut), STATUS_SYNTAX);
		assert_int_equal(room->diag.count, 1);
		assert_null(room->root);
		arena_release(room->arena, mark);
	}
	assert_int_equal(read_bytes(room, source, whole), STATUS_OK);
}

/* Each byte in turn made something that XML cares about. */
static void test_markup__plan_with_any_byte_changed_does_no_harm(void **state)
{
	struct room *room = *state;
	static const char poison[] = "<>&\"'/\0\xFF\n";
	size_t length, at;
	char *source = read_sample(room, SOURCE_DIR "/samples/minimo/piano.xml", &length);

	for (at = 0; at < length; at++) {
		struct arena_mark mark = arena_mark(room->arena);
		char kept = source[at];

		source[at] = poison[at % (sizeof poison - 1)];
		if (read_bytes(room, source, length) != STATUS_OK)
			assert_true(room->diag.count > 0);
		source[at] = kept;
		arena_release(room->arena, mark);
	}
}

static void test_markup__findings_without_end_stay_small(void **state)
{
	struct room *room = *state;
	struct text source = text_make(room->arena);
	size_t before;

	text_add(&source, many(room, "<x a='1'/>", 20000));
	text_add(&source, "</piano>");
	before = arena_used(room->arena);
	assert_int_equal(read_source(room, source.bytes), STATUS_DATA);
	assert_int_equal(room->diag.count, DIAG_ENTRIES_MAX);
	assert_int_equal(room->diag.counts[DIAG_ERROR], 20000);
	assert_true(arena_used(room->arena) - before < (size_t)32 << 20);
}

int run_hostile_tests(void)
{
	const struct CMUnitTest tests[] = {
		room_test(test_markup__entities_are_not_expanded),
		room_test(test_markup__depth_is_limited),
		room_test(test_markup__depth_at_the_limit_is_read),
		room_test(test_markup__attributes_are_limited),
		room_test(test_markup__huge_attribute_is_refused),
		room_test(test_markup__huge_text_is_refused),
		room_test(test_markup__nul_bytes_are_refused_where_they_stand),
		schema_test(test_markup__plan_cut_at_any_byte_is_refused),
		schema_test(test_markup__plan_with_any_byte_changed_does_no_harm),
		schema_test(test_markup__findings_without_end_stay_small),
	};

	return cmocka_run_group_tests_name("markup: hostile input", tests, NULL, NULL);
}
