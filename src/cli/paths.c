/* paths.c - where the program's own files are. */
#include "cli_private.h"

#include "base/file.h"

#include <unistd.h>

#define PATH_BYTES 4096

/* The folder of the running program, or NULL. */
static char *program_dir(struct arena *arena)
{
	char path[PATH_BYTES];
	ssize_t length = readlink("/proc/self/exe", path, sizeof path - 1);

	if (length <= 0)
		return NULL;
	path[length] = '\0';
	return file_dir(arena, path);
}

static struct job_paths under(struct arena *arena, const char *share)
{
	return (struct job_paths){
		.fonts = file_join(arena, share, "fonts"),
		.templates = file_join(arena, share, "templates"),
		.schemas = file_join(arena, share, "schemas"),
		.site = file_join(arena, share, "site"),
	};
}

/* An installed program finds its files wherever its tree was moved to. */
struct job_paths cli_find_paths(struct arena *arena)
{
	char *dir = program_dir(arena);
	char *share = dir ? file_join(arena, dir, "../share/relazione") : NULL;

	if (share != NULL && file_exists(file_join(arena, share, "fonts")))
		return under(arena, share);
	return (struct job_paths){
		.fonts = RELAZIONE_SOURCE_DIR "/fonts",
		.templates = RELAZIONE_SOURCE_DIR "/templates",
		.schemas = RELAZIONE_SOURCE_DIR "/src/input",
		.site = RELAZIONE_SOURCE_DIR "/src/web/site",
	};
}
