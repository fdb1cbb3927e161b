#include "type_test.h"

#include <locale.h>
#include <stdlib.h>

int open_library(void **state)
{
	static const struct type_options options = { .fonts_dir = FONTS, .patterns = PATTERNS };
	struct fixture *fixture = calloc(1, sizeof(*fixture));

	fixture->arena = arena_create(&(struct arena_options){ .separate = true });
	fixture->diag = diag_make(fixture->arena);
	*state = fixture;
	return type_library_open(&fixture->library, fixture->arena, &options, &fixture->diag) !=
	       STATUS_OK;
}

int close_library(void **state)
{
	struct fixture *fixture = *state;

	arena_destroy(fixture->arena);
	free(fixture);
	return 0;
}

int main(void)
{
	int failed = 0;

	setlocale(LC_ALL, "");
	failed += run_library_tests();
	failed += run_cache_tests();
	failed += run_shape_tests();
	failed += run_break_tests();
	failed += run_hyphen_tests();
	failed += run_subset_tests();
	return failed != 0;
}
