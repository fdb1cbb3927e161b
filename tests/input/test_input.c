/* test_input.c - all groups of the room. */
#include "fixture.h"

int main(void)
{
	return run_findings() + run_identity() + run_values() + run_tree() + run_sheets() +
	       run_robust();
}
