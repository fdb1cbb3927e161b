/* list_source.c - a plan as the site names it: never by where it stands on this
 * machine, so that parts made by several give the same bytes.
 */
#include "batch_private.h"

#include <stdlib.h>

static const char *last_part(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash != NULL ? slash + 1 : path;
}

/* Whether a relative path goes up again. */
static bool goes_up(const char *path)
{
	for (const char *part = path; part != NULL; part = strchr(part, '/')) {
		part += *part == '/';
		if (strncmp(part, "..", 2) == 0 && (part[2] == '/' || part[2] == '\0'))
			return true;
	}
	return false;
}

/* The folder as it is called without links, relative to another; NULL: not below it. */
static const char *below(struct arena *arena, const char *dir, const char *above)
{
	char *a = realpath(*dir != '\0' ? dir : ".", NULL);
	char *b = realpath(*above != '\0' ? above : ".", NULL);
	size_t length = b != NULL ? strlen(b) : 0;
	const char *rest = NULL;

	if (a != NULL && b != NULL && strncmp(a, b, length) == 0 &&
	    (a[length] == '/' || a[length] == '\0'))
		rest = arena_strdup(arena, a + length + (a[length] == '/'));
	free(a);
	free(b);
	return rest;
}

const char *list_source(struct arena *arena, const char *dir, const char *plan)
{
	const char *rest;

	while (text_starts(plan, "./"))
		plan += 2 + strspn(plan + 2, "/");
	if (plan[0] != '/' && !goes_up(plan))
		return plan;
	rest = below(arena, file_dir(arena, file_join(arena, dir, plan)), dir);
	return rest != NULL ? file_join(arena, rest, last_part(plan)) : last_part(plan);
}
