#include "room.h"

int main(void)
{
	return build_suite() + heading_suite() + target_suite() + table_suite() +
	       alternative_suite();
}
