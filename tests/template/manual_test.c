#include "suites.h"

int manual_suite(void)
{
	return 0;
}
