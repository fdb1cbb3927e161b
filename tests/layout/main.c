/* main.c - the tests of layout. */
#include "tests.h"

#include <string.h>

struct gather *run(struct sample *sample)
{
	struct gather *g = gather_create(sample->arena);

	assert_int_equal(sample_run_into(sample, &g->sink), STATUS_OK);
	assert_int_equal(g->faults, 0);
	assert_true(gather_all_closed(g));
	assert_int_equal(g->shipped, g->pages);
	return g;
}

struct group {
	const struct CMUnitTest *tests;
	const size_t *count;
};

int main(void)
{
	const struct group groups[] = {
		{ text_tests, &text_tests_count },     { flow_tests, &flow_tests_count },
		{ table_tests, &table_tests_count },   { column_tests, &column_tests_count },
		{ list_tests, &list_tests_count },     { late_tests, &late_tests_count },
		{ figure_tests, &figure_tests_count }, { golden_tests, &golden_tests_count },
		{ random_tests, &random_tests_count }, { hostile_tests, &hostile_tests_count },
	};
	struct CMUnitTest all[200];
	size_t count = 0;

	for (size_t i = 0; i < sizeof(groups) / sizeof(*groups); i++) {
		memcpy(all + count, groups[i].tests, *groups[i].count * sizeof(*all));
		count += *groups[i].count;
	}
	return _cmocka_run_group_tests("layout", all, count, NULL, NULL);
}
