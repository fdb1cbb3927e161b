/* number_fault_test.c - GMP finds no memory: malloc() is led here by the linker
 * (--wrap) and fails on demand. */
#include "base/number.h"
#include "base_test.h"

#include <stdlib.h>

static bool no_memory;

void *__real_malloc(size_t size);
void *__wrap_malloc(size_t size);

void *__wrap_malloc(size_t size)
{
	return no_memory ? NULL : __real_malloc(size);
}

static void jump_out(void *hatch, size_t bytes)
{
	(void)bytes;
	no_memory = false;
	longjmp(*(jmp_buf *)hatch, 1);
}

/* 1 when the handler of the arena came. */
static int add_without_memory(struct arena *arena, jmp_buf *hatch)
{
	const struct number *third = number_ratio(arena, 1, 3);

	if (setjmp(*hatch) != 0)
		return 1;
	no_memory = true;
	number_add(arena, third, third);
	no_memory = false;
	return 0;
}

static void test_number__memory_that_fails_in_gmp_goes_to_the_handler(void **state)
{
	jmp_buf hatch;
	struct arena *arena =
		arena_create(&(struct arena_options){ .exhausted = jump_out, .user = &hatch });

	(void)state;
	number_use_memory(arena);
	assert_int_equal(add_without_memory(arena, &hatch), 1);
	arena_destroy(arena);
}

int run_number_fault_tests(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_number__memory_that_fails_in_gmp_goes_to_the_handler),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
