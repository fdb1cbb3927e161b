#include "bench.h"

int main(void)
{
	return run_rules() + run_results() + run_sheets() + run_audit() + run_sets() +
	       run_explain() + run_staff() + run_torino() + run_lecce();
}
