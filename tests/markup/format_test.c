#include "markup_test.h"

int run_format_tests(void)
{
	return 0;
}
