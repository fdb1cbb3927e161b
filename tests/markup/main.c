#include "markup_test.h"

#include <locale.h>

int main(void)
{
	int failed = 0;

	setlocale(LC_ALL, ""); /* run.sh comes by with a decimal comma */
	failed += run_tree_tests();
	failed += run_fault_tests();
	failed += run_schema_tests();
	failed += run_hostile_tests();
	failed += run_format_tests();
	return failed != 0;
}
