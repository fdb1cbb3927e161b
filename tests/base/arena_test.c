#include "base_test.h"

#include <string.h>

static void test_arena__pieces_are_zeroed_and_aligned(void **state)
{
	struct arena *arena = arena_create(NULL);

	(void)state;
	for (size_t size = 0; size < 300; size++) {
		unsigned char *piece = arena_alloc(arena, size);

		assert_non_null(piece);
		assert_int_equal((uintptr_t)piece % _Alignof(max_align_t), 0);
		for (size_t i = 0; i < size; i++)
			assert_int_equal(piece[i], 0);
		memset(piece, 0xAA, size);
	}
	arena_destroy(arena);
}

static void test_arena__a_piece_larger_than_any_block_is_whole(void **state)
{
	const size_t size = (size_t)5 * 1024 * 1024;
	struct arena *arena = arena_create(NULL);
	char *large;

	(void)state;
	arena_alloc(arena, 10);
	large = arena_alloc(arena, size);
	large[0] = large[size - 1] = 'x';
	assert_true(arena_used(arena) >= size);
	arena_destroy(arena);
}

static void test_arena__the_last_piece_grows_in_place(void **state)
{
	struct arena *arena = arena_create(NULL);
	char *piece = arena_strdup(arena, "abc");
	char *grown = arena_grow(arena, piece, 4, 100);

	(void)state;
	assert_ptr_equal(grown, piece);
	for (size_t i = 4; i < 100; i++)
		assert_int_equal(grown[i], 0);
	arena_alloc(arena, 1);
	grown = arena_grow(arena, piece, 100, 200);
	assert_ptr_not_equal(grown, piece);
	assert_string_equal(grown, "abc");
	arena_destroy(arena);
}

static void test_arena__growing_nothing_makes_a_piece(void **state)
{
	int *piece = arena_grow(*state, NULL, 0, sizeof(int));

	assert_int_equal(*piece, 0);
}

static void test_arena__a_release_gives_back_what_came_after_the_mark(void **state)
{
	struct arena *arena = arena_create(NULL);
	char *kept = arena_strdup(arena, "kept");
	struct arena_mark mark = arena_mark(arena);
	size_t used = arena_used(arena);
	char *first = arena_alloc(arena, 16), *again;

	(void)state;
	memset(first, 'x', 16);
	for (int i = 0; i < 100; i++)
		memset(arena_alloc(arena, 10000), 'y', 10000);
	arena_release(arena, mark);
	assert_int_equal(arena_used(arena), used);
	assert_string_equal(kept, "kept");
	again = arena_alloc(arena, 16);
	assert_ptr_equal(again, first);
	for (int i = 0; i < 16; i++)
		assert_int_equal(again[i], 0);
	arena_destroy(arena);
}

static void test_arena__a_mark_of_the_empty_arena_releases_everything(void **state)
{
	struct arena *arena = *state;
	struct arena_mark mark = arena_mark(arena);

	arena_alloc(arena, 10);
	arena_alloc(arena, 100000);
	arena_release(arena, mark);
	assert_int_equal(arena_used(arena), 0);
	assert_string_equal(arena_strdup(arena, "alive"), "alive");
}

struct trace {
	char order[16];
	size_t count;
};

struct step {
	struct trace *trace;
	char name;
};

static void note_step(void *data)
{
	struct step *step = data;

	step->trace->order[step->trace->count++] = step->name;
}

static void test_arena__deferred_run_newest_first_and_once(void **state)
{
	struct trace trace = { .count = 0 };
	struct step a = { &trace, 'a' }, b = { &trace, 'b' }, c = { &trace, 'c' };
	struct arena *arena = arena_create(NULL);

	(void)state;
	arena_defer(arena, note_step, &a);
	arena_defer(arena, note_step, &b);
	arena_defer(arena, note_step, &c);
	arena_defer_cancel(arena, note_step, &b);
	arena_defer_cancel(arena, note_step, &trace); /* unknown: nothing happens */
	arena_destroy(arena);
	assert_string_equal(trace.order, "ca");
}

static void defer_around_a_release(bool separate)
{
	struct trace trace = { .count = 0 };
	struct step a = { &trace, 'a' }, b = { &trace, 'b' }, c = { &trace, 'c' };
	struct arena *arena = arena_create(&(struct arena_options){ .separate = separate });
	struct arena_mark empty = arena_mark(arena), mark;

	arena_defer(arena, note_step, &a);
	mark = arena_mark(arena);
	arena_defer(arena, note_step, &b);
	for (int i = 0; i < 10; i++)
		arena_alloc(arena, 100000);
	arena_defer(arena, note_step, &c);
	arena_release(arena, mark);
	assert_string_equal(trace.order, "cb");
	arena_release(arena, empty);
	assert_string_equal(trace.order, "cba");
	arena_destroy(arena);
	assert_int_equal(trace.count, 3);
}

static void test_arena__a_release_runs_what_was_deferred_since(void **state)
{
	(void)state;
	defer_around_a_release(false);
	defer_around_a_release(true);
}

struct escape_hatch {
	jmp_buf back;
	size_t bytes;
};

static void jump_out(void *user, size_t bytes)
{
	struct escape_hatch *hatch = user;

	hatch->bytes = bytes;
	longjmp(hatch->back, 1);
}

/* Asks for `count` * `size` bytes that no machine has; 1 when the handler came. */
static int ask_too_much(struct arena *arena, struct escape_hatch *hatch, size_t count, size_t size)
{
	if (setjmp(hatch->back) != 0)
		return 1;
	arena_alloc_array(arena, count, size);
	return 0;
}

static void test_arena__overflow_goes_to_the_handler(void **state)
{
	struct escape_hatch hatch = { .bytes = 0 };
	struct arena *arena =
		arena_create(&(struct arena_options){ .exhausted = jump_out, .user = &hatch });

	(void)state;
	assert_int_equal(ask_too_much(arena, &hatch, SIZE_MAX, 1), 1);
	assert_int_equal(ask_too_much(arena, &hatch, SIZE_MAX - 40, 1), 1);
	assert_int_equal(ask_too_much(arena, &hatch, SIZE_MAX / 2, 3), 1);
	assert_int_equal(hatch.bytes, SIZE_MAX);
	assert_int_equal(ask_too_much(arena, &hatch, SIZE_MAX, 0), 0);
	arena_destroy(arena);
}

static void test_arena__deferred_run_before_the_exhausted_handler(void **state)
{
	struct trace trace = { .count = 0 };
	struct step a = { &trace, 'a' };
	struct escape_hatch hatch = { .bytes = 0 };
	struct arena *arena =
		arena_create(&(struct arena_options){ .exhausted = jump_out, .user = &hatch });

	(void)state;
	arena_defer(arena, note_step, &a);
	assert_int_equal(ask_too_much(arena, &hatch, SIZE_MAX, 2), 1);
	assert_string_equal(trace.order, "a");
	arena_destroy(arena);
	assert_int_equal(trace.count, 1);
}

static void test_arena__strings_are_copied_and_ended(void **state)
{
	struct arena *arena = *state;

	assert_string_equal(arena_strdup(arena, ""), "");
	assert_string_equal(arena_strndup(arena, "abcdef", 3), "abc");
	assert_string_equal(arena_strndup(arena, NULL, 0), "");
	assert_string_equal(arena_printf(arena, "%s-%d", "x", 12), "x-12");
}

int run_arena_tests(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_arena__pieces_are_zeroed_and_aligned),
		cmocka_unit_test(test_arena__a_piece_larger_than_any_block_is_whole),
		cmocka_unit_test(test_arena__the_last_piece_grows_in_place),
		arena_test(test_arena__growing_nothing_makes_a_piece),
		cmocka_unit_test(test_arena__a_release_gives_back_what_came_after_the_mark),
		arena_test(test_arena__a_mark_of_the_empty_arena_releases_everything),
		cmocka_unit_test(test_arena__deferred_run_newest_first_and_once),
		cmocka_unit_test(test_arena__a_release_runs_what_was_deferred_since),
		cmocka_unit_test(test_arena__overflow_goes_to_the_handler),
		cmocka_unit_test(test_arena__deferred_run_before_the_exhausted_handler),
		arena_test(test_arena__strings_are_copied_and_ended),
	};

	return cmocka_run_group_tests_name("arena", tests, NULL, NULL);
}
