/* genera: a plan on standard output. usage: genera SEED OBJECTIVES INDICATORS OPERATIONAL */
#include "generate.h"

#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv)
{
	struct arena *arena = arena_create(NULL);
	struct text out = text_make(arena);
	struct generate_options options = {
		.seed = argc > 1 ? strtoull(argv[1], NULL, 10) : 1,
		.objectives = argc > 2 ? atoi(argv[2]) : 15,
		.indicators = argc > 3 ? atoi(argv[3]) : 5,
		.operational = argc > 4 ? atoi(argv[4]) : 0,
		.sheets = true,
		.texts = 4,
	};

	generate_plan(&out, &options);
	fwrite(out.bytes, 1, out.length, stdout);
	arena_destroy(arena);
	return ferror(stdout) ? EXIT_FAILURE : EXIT_SUCCESS;
}
