#include "suites.h"

int main(void)
{
	int failed = 0;

	failed += format_suite();
	failed += path_suite();
	failed += condition_suite();
	failed += text_suite();
	failed += loop_suite();
	failed += table_suite();
	failed += block_suite();
	failed += style_suite();
	failed += figure_suite();
	failed += rich_suite();
	failed += include_suite();
	failed += sheet_suite();
	failed += fault_suite();
	failed += default_suite();
	failed += manual_suite();
	failed += robust_suite();
	return failed;
}
