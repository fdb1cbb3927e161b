#include "golden.h"

#include "base/file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>

#define BYTES_MAX ((size_t)10 << 20)

void golden_assert(struct arena *arena, const char *path, const char *got)
{
	struct diag diag = diag_make(arena);
	struct bytes expected;

	if (getenv("RELAZIONE_GOLDEN") != NULL) {
		struct file_out *out = file_out_open(arena, path);

		file_out_puts(out, got);
		assert_int_equal(file_out_commit(out, &diag), STATUS_OK);
	}
	assert_int_equal(file_read(&expected, arena, path, BYTES_MAX, &diag), STATUS_OK);
	assert_string_equal(got, expected.data);
}
