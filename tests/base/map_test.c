#include "base/map.h"
#include "base_test.h"

static void test_map__an_empty_map_finds_nothing(void **state)
{
	struct map map = map_make(*state);

	assert_null(map_find(&map, ""));
	assert_null(map_find(&map, "x"));
}

static void test_map__the_first_value_of_a_key_is_kept(void **state)
{
	struct map map = map_make(*state);
	int first, second;

	assert_null(map_put(&map, "OB1", &first));
	assert_ptr_equal(map_put(&map, "OB1", &second), &first);
	assert_ptr_equal(map_find(&map, "OB1"), &first);
	assert_int_equal(map.count, 1);
	assert_null(map_put(&map, "", &second));
	assert_ptr_equal(map_find(&map, ""), &second);
}

static void test_map__many_keys_stay_in_order_of_insertion(void **state)
{
	enum { COUNT = 20000 };
	struct map map = map_make(*state);
	int *values = arena_array(*state, int, COUNT);

	for (int i = 0; i < COUNT; i++)
		assert_null(map_put(&map, arena_printf(*state, "KPI%d", i * 7), &values[i]));
	assert_int_equal(map.count, COUNT);
	for (int i = 0; i < COUNT; i++) {
		assert_ptr_equal(map.entries[i].value, &values[i]);
		assert_ptr_equal(map_find(&map, map.entries[i].key), &values[i]);
	}
	assert_null(map_find(&map, "KPI1"));
}

int run_map_tests(void)
{
	static const struct CMUnitTest tests[] = {
		arena_test(test_map__an_empty_map_finds_nothing),
		arena_test(test_map__the_first_value_of_a_key_is_kept),
		arena_test(test_map__many_keys_stay_in_order_of_insertion),
	};

	return cmocka_run_group_tests_name("map", tests, NULL, NULL);
}
