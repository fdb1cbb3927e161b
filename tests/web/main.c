/* main.c - the tests of web pages. */
#include "room.h"

#include <string.h>

struct group {
	const struct CMUnitTest *tests;
	const size_t *count;
};

int main(void)
{
	const struct group groups[] = {
		{ address_tests, &address_tests_count }, { figure_tests, &figure_tests_count },
		{ golden_tests, &golden_tests_count },   { hostile_tests, &hostile_tests_count },
		{ page_tests, &page_tests_count },       { table_tests, &table_tests_count },
	};
	struct CMUnitTest all[100];
	size_t count = 0;

	for (size_t i = 0; i < sizeof groups / sizeof *groups; i++) {
		memcpy(all + count, groups[i].tests, *groups[i].count * sizeof *all);
		count += *groups[i].count;
	}
	return _cmocka_run_group_tests("web", all, count, NULL, NULL);
}
