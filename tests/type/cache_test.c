#include "type_test.h"

#include "type_private.h"

#include <stdio.h>

static void test_cache__one_word_is_shaped_once(void **state)
{
	struct fixture *f = *state;
	const char text[] = "trasparenza e trasparenza";
	const struct type_run *run = type_shape(f->library, TYPE_REGULAR, text, 11);

	assert_ptr_equal(type_shape(f->library, TYPE_REGULAR, text + 14, 11), run);
	assert_ptr_not_equal(type_shape(f->library, TYPE_BOLD, text, 11), run);
	assert_ptr_not_equal(type_shape(f->library, TYPE_REGULAR, text, 10), run);
}

/* The caller may write over its text. */
static void test_cache__the_key_is_a_copy(void **state)
{
	struct fixture *f = *state;
	char text[] = "valore\xC2\xAD";
	const struct type_run *run = type_shape(f->library, TYPE_REGULAR, text, 8);

	text[0] = 'c';
	assert_ptr_not_equal(type_shape(f->library, TYPE_REGULAR, text, 8), run);
	assert_string_equal(run->text, "valore\xC2\xAD");
	text[0] = 'v';
	assert_ptr_equal(type_shape(f->library, TYPE_REGULAR, text, 8), run);
}

static void test_cache__keys_may_hold_any_bytes(void **state)
{
	struct fixture *f = *state;
	const struct type_run *run = type_shape(f->library, TYPE_REGULAR, "a\0b", 3);

	assert_ptr_equal(type_shape(f->library, TYPE_REGULAR, "a\0b", 3), run);
	assert_ptr_not_equal(type_shape(f->library, TYPE_REGULAR, "a\0c", 3), run);
	assert_ptr_not_equal(type_shape(f->library, TYPE_REGULAR, "", 0), run);
}

/* A report of 400 pages has some 30,000 words. */
static void test_cache__grows_and_finds_all(void **state)
{
	struct arena *arena = arena_create(NULL);
	struct type_library *library = type_library_fake(arena, NULL);
	static const struct type_run *runs[30000];
	char word[16];

	(void)state;
	for (int i = 0; i < 30000; i++) {
		int length = snprintf(word, sizeof(word), "w%d", i);

		runs[i] = type_shape(library, TYPE_REGULAR, word, (size_t)length);
	}
	for (int i = 0; i < 30000; i++) {
		int length = snprintf(word, sizeof(word), "w%d", i);

		assert_ptr_equal(type_shape(library, TYPE_REGULAR, word, (size_t)length), runs[i]);
	}
	assert_int_equal(library->cache.count, 30000);
	arena_destroy(arena);
}

int run_cache_tests(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_cache__one_word_is_shaped_once),
		cmocka_unit_test(test_cache__the_key_is_a_copy),
		cmocka_unit_test(test_cache__keys_may_hold_any_bytes),
		cmocka_unit_test(test_cache__grows_and_finds_all),
	};

	return cmocka_run_group_tests_name("cache", tests, open_library, close_library);
}
