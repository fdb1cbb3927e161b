#include "paint_test.h"

#include <dirent.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

int open_fixture(void **state)
{
	static const struct type_options options = {
		.fonts_dir = SOURCE_DIR "/fonts",
		.patterns = SOURCE_DIR "/fonts/hyph_it_IT.dic",
	};
	struct fixture *f = calloc(1, sizeof *f);

	f->arena = arena_create(&(struct arena_options){ .separate = true });
	f->diag = diag_make(f->arena);
	strcpy(f->dir, "/tmp/paint_test_XXXXXX");
	*state = f;
	if (mkdtemp(f->dir) == NULL)
		return 1;
	return type_library_open(&f->type, f->arena, &options, &f->diag) != STATUS_OK;
}

int close_fixture(void **state)
{
	struct fixture *f = *state;
	DIR *dir = opendir(f->dir);
	struct dirent *entry;
	char path[512];

	while (dir != NULL && (entry = readdir(dir)) != NULL) {
		snprintf(path, sizeof path, "%s/%s", f->dir, entry->d_name);
		unlink(path);
	}
	if (dir != NULL)
		closedir(dir);
	rmdir(f->dir);
	arena_destroy(f->arena);
	free(f);
	return 0;
}

int main(void)
{
	setlocale(LC_ALL, "");
	return (run_preview_tests() + run_pdf_tests()) != 0;
}
