#include "base_test.h"

#include <locale.h>

/* Each piece on its own, so that the sanitizers see one byte too many. */
int make_arena(void **state)
{
	*state = arena_create(&(struct arena_options){ .separate = true });
	return 0;
}

int drop_arena(void **state)
{
	arena_destroy(*state);
	return 0;
}

int main(void)
{
	int failed = 0;

	setlocale(LC_ALL, ""); /* run.sh comes by with a decimal comma */
	failed += run_arena_tests();
	failed += run_text_tests();
	failed += run_terminal_tests();
	failed += run_map_tests();
	failed += run_number_tests();
	failed += run_number_fault_tests();
	failed += run_date_tests();
	failed += run_diag_tests();
	failed += run_element_tests();
	failed += run_escape_tests();
	failed += run_file_tests();
	failed += run_file_fault_tests();
	return failed != 0;
}
