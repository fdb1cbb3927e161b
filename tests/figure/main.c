/* main.c - the tests of figure, file by file. */
#include "figure_test.h"

int main(void)
{
	int failed = 0;

	failed += _cmocka_run_group_tests("label", label_tests, label_test_count, NULL, NULL);
	failed += _cmocka_run_group_tests("scale", scale_tests, scale_test_count, NULL, NULL);
	failed += _cmocka_run_group_tests("chart", chart_tests, chart_test_count, NULL, NULL);
	failed += _cmocka_run_group_tests("tree", tree_tests, tree_test_count, NULL, NULL);
	failed += _cmocka_run_group_tests("image", image_tests, image_test_count, NULL, NULL);
	failed += _cmocka_run_group_tests("random", random_tests, random_test_count, NULL, NULL);
	return failed;
}
