/* list_folder.c - the plans of a folder.
 *
 * A published site may lie among them, and it holds a plan for each body: what
 * is ours is not looked into, or each run would publish what the last one made.
 */
#include "batch_private.h"

#include <stdlib.h>
#include <sys/stat.h>

#define DEPTH_MAX 16 /* folders inside one another */

struct walk {
	struct batch_list *list;
	struct arena *arena;
	const char *path;       /* of the folder asked for         */
	struct stat site, work; /* all zero: they are not there    */
};

static bool is_same(const struct stat *a, const struct stat *b)
{
	return a->st_ino != 0 && a->st_ino == b->st_ino && a->st_dev == b->st_dev;
}

/* A site, an entry of one, a work folder. */
static bool is_ours(const struct walk *walk, const char *dir, const struct stat *info)
{
	static const char *const marks[] = { ENTRY_FILE, SITE_SUMS, WORK_JOURNAL };
	bool ours = is_same(info, &walk->site) || is_same(info, &walk->work);

	for (size_t i = 0; i < sizeof marks / sizeof *marks && !ours; i++)
		ours = file_exists(file_join(walk->arena, dir, marks[i]));
	return ours;
}

static bool ends_with(const char *name, const char *end)
{
	size_t length = strlen(name), size = strlen(end);

	return length > size && strcmp(name + length - size, end) == 0;
}

static void look_into(struct walk *walk, const char *prefix, int depth);

static void look_at(struct walk *walk, const char *source, int depth)
{
	const char *path = file_join(walk->arena, walk->path, source);
	struct stat info;

	if (lstat(path, &info) == 0 && S_ISDIR(info.st_mode)) {
		if (depth < DEPTH_MAX && !is_ours(walk, path, &info))
			look_into(walk, source, depth + 1);
	} else if (ends_with(source, ".xml")) {
		*list_add(walk->list, walk->arena) = (struct batch_job){
			.plan = path,
			.source = source,
			.place = { .file = path },
			.found = true,
		};
	}
}

static void look_into(struct walk *walk, const char *prefix, int depth)
{
	struct names here = folder_entries(walk->arena, file_join(walk->arena, walk->path, prefix));

	for (size_t i = 0; i < here.count; i++)
		look_at(walk, file_join(walk->arena, prefix, here.items[i]), depth);
}

static int by_source(const void *a, const void *b)
{
	return strcmp(((const struct batch_job *)a)->source, ((const struct batch_job *)b)->source);
}

void list_folder(struct batch_list *list, struct arena *arena, const char *path, const char *site)
{
	struct walk walk = { .list = list, .arena = arena, .path = path };

	(void)stat(site, &walk.site);
	(void)stat(work_path(arena, site), &walk.work);
	look_into(&walk, "", 0);
	if (list->count > 1)
		qsort(list->jobs, list->count, sizeof *list->jobs, by_source);
}
