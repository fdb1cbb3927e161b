/* needs_test.c - the files a result was made of, and whether they are the same. */
#include "batch_test.h"

#include "needs.h"

static const char *noted(struct room *room, const char *path, const char *content)
{
	struct needs needs = needs_make(room->arena);
	struct bytes bytes = { content, content != NULL ? strlen(content) : 0 };
	struct text text = text_make(room->arena);

	needs_note(&needs, path, content != NULL ? &bytes : NULL);
	needs_note(&needs, "/nowhere/at all %", NULL);
	needs_write(&text, &needs);
	assert_null(strpbrk(text.bytes, "\t\n"));
	return text.bytes;
}

static bool holds(struct room *room, const char *text)
{
	struct needs now = needs_make(room->arena);

	return needs_hold(text, &now);
}

static void test_batch__content_counts_and_not_the_date(void **state)
{
	struct room *room = *state;
	const char *path = room_file(room, "un\tlogo 1%.png", "abc");
	const char *text = noted(room, path, "abc");

	assert_true(holds(room, text));
	room_file(room, "un\tlogo 1%.png", "abc");
	assert_true(holds(room, text));
	room_file(room, "un\tlogo 1%.png", "abd");
	assert_false(holds(room, text));
}

static void test_batch__file_that_was_not_there_counts_too(void **state)
{
	struct room *room = *state;
	const char *path = file_join(room->arena, room->dir, "logo.png");
	const char *text = noted(room, path, NULL);

	assert_true(holds(room, text));
	room_file(room, "logo.png", "");
	assert_false(holds(room, text));
	assert_true(holds(room, ""));
	assert_false(holds(room, "spoilt"));
}

int run_needs_tests(void)
{
	const struct CMUnitTest tests[] = {
		BATCH_TEST(test_batch__content_counts_and_not_the_date),
		BATCH_TEST(test_batch__file_that_was_not_there_counts_too),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
