/* join_parts.c - whether parts are those of one site. */
#include "join_private.h"

#include <stdlib.h>

#define SUMS_BYTES_MAX ((size_t)1 << 30)

/* ---- what a part says of itself -------------------------------------------------- */

/* Lines of "checksum, two blanks, path"; others count for nothing. */
static void take_sums(struct part *part, struct arena *arena, struct bytes bytes)
{
	char *at = arena_strndup(arena, bytes.data, bytes.length);

	while (*at != '\0') {
		size_t length = strcspn(at, "\n");
		char *line = at;

		at += length + (at[length] == '\n');
		line[length] = '\0';
		if (strspn(line, "0123456789abcdef") == HASH_LENGTH &&
		    text_starts(line + HASH_LENGTH, "  ")) {
			line[HASH_LENGTH] = '\0';
			map_put(&part->sums, line + HASH_LENGTH + 2, line);
		}
	}
}

static enum status read_part(struct join *join, struct part *part)
{
	const char *path = file_join(join->arena, part->site, SITE_SUMS);
	struct bytes sums;
	enum status status;

	if (!file_exists(path))
		return join_refuse(join, part->site, "non-sito",
				   "non è un sito finito: manca " SITE_SUMS
				   "; rilanciare la parte");
	status = summary_read(&part->summary, join->arena, work_path(join->arena, part->site),
			      join->diag);
	if (status == STATUS_OK)
		status = file_read(&sums, join->arena, path, SUMS_BYTES_MAX, join->diag);
	part->sums = map_make(join->arena);
	if (status == STATUS_OK)
		take_sums(part, join->arena, sums);
	return status;
}

static int by_number(const void *a, const void *b)
{
	const struct part *x = a, *y = b;

	return x->summary.part != y->summary.part ? x->summary.part - y->summary.part
						  : strcmp(x->site, y->site);
}

/* All that is missing is told before it gives up. */
static enum status read_parts(struct join *join)
{
	size_t count = join->options->part_count;
	enum status worst = STATUS_OK;

	join->parts = arena_array(join->arena, struct part, count);
	for (size_t i = 0; i < count; i++) {
		enum status status;

		join->parts[i].site = join->options->parts[i];
		status = read_part(join, &join->parts[i]);
		worst = worst == STATUS_OK ? status : worst;
	}
	if (worst == STATUS_OK)
		qsort(join->parts, count, sizeof *join->parts, by_number);
	return worst;
}

/* ---- where they stand ------------------------------------------------------------ */

/* Where a path leads, also when its last folders are still to be made. */
static const char *real_path(struct arena *arena, const char *path)
{
	char *real = realpath(path, NULL);
	const char *copy;
	char *dir;

	if (real != NULL) {
		copy = arena_strdup(arena, real);
		free(real);
		return copy;
	}
	dir = file_dir(arena, path);
	if (strcmp(dir, path) == 0)
		return path;
	return file_join(arena, real_path(arena, *dir != '\0' ? dir : "."),
			 path + strlen(dir) + (path[strlen(dir)] == '/'));
}

static bool is_within(const char *path, const char *folder)
{
	size_t length = strlen(folder);

	return strncmp(path, folder, length) == 0 && (path[length] == '\0' || path[length] == '/');
}

/* A part is read while the site is written. */
static enum status check_apart(struct join *join, const char *site, const struct part *part,
			       const char *path)
{
	if (strcmp(path, site) == 0)
		return join_refuse(join, part->site, "stessa-cartella",
				   "è una parte e anche il sito in cui unirla; indicare con -o "
				   "un’altra cartella");
	if (is_within(path, site) || is_within(site, path))
		return join_refuse(join, part->site, "stessa-cartella",
				   "la parte e il sito «%s» stanno uno dentro l’altro; indicare "
				   "con -o una cartella accanto",
				   join->options->site);
	return STATUS_OK;
}

static enum status check_places(struct join *join)
{
	const char *site = real_path(join->arena, join->options->site);
	struct map seen = map_make(join->arena);
	enum status status = STATUS_OK;

	for (size_t i = 0; i < join->options->part_count && status == STATUS_OK; i++) {
		struct part *part = &join->parts[i];
		const char *path = real_path(join->arena, part->site);
		const char *before = map_put(&seen, path, (void *)(size_t)part->site);

		status = check_apart(join, site, part, path);
		if (status == STATUS_OK && before != NULL)
			status = join_refuse(join, part->site, "divisione",
					     "la parte è data due volte, anche come «%s»; "
					     "indicarla una volta",
					     before);
	}
	return status;
}

/* ---- how they were made ----------------------------------------------------------- */

/* Another version may write other bytes for the same plan. */
static enum status check_version(struct join *join, const struct part *part)
{
	if (strcmp(part->summary.version, join->options->version) == 0)
		return STATUS_OK;
	return join_refuse(join, part->site, "versione",
			   "la parte è di relazione %s, questa è la %s: il sito unito non sarebbe "
			   "quello di una macchina sola; rifare la parte con la stessa versione",
			   part->summary.version, join->options->version);
}

/* An asset that a part has and another has not, or not the same; or NULL. */
static const char *odd_asset(const struct part *a, const struct part *b)
{
	for (size_t i = 0; i < a->sums.count; i++) {
		const char *path = a->sums.entries[i].key;

		if (text_starts(path, SITE_ASSETS "/") &&
		    !text_equal(a->sums.entries[i].value, map_find(&b->sums, path)))
			return path;
	}
	return NULL;
}

static enum status check_assets(struct join *join, const struct part *part)
{
	const struct part *first = &join->parts[0];
	const char *odd = odd_asset(first, part);

	if (odd == NULL)
		odd = odd_asset(part, first);
	if (odd == NULL)
		return STATUS_OK;
	return join_refuse(
		join, part->site, "risorse",
		"«%s» non è come in «%s»: le due parti sono fatte con un altro programma "
		"o un altro --bootstrap; rifarle nello stesso modo",
		odd, first->site);
}

static bool is_what_was_published(struct join *join, const char *file, const char *sum)
{
	unsigned long long size;
	const char *hash;

	return hash_file(&hash, &size, join->arena, file) && strcmp(hash, sum) == 0;
}

/* Pages of the parts use it: the joined site gets the very same. */
static enum status find_bootstrap(struct join *join)
{
	const struct part *first = &join->parts[0];

	for (size_t i = 0; i < first->sums.count; i++) {
		const struct map_entry *sum = &first->sums.entries[i];
		const char *file = file_join(join->arena, first->site, sum->key);

		if (!text_starts(sum->key, SITE_ASSETS "/bootstrap-italia"))
			continue;
		if (!is_what_was_published(join, file, sum->value))
			return join_refuse(join, file, "cambiato",
					   "manca, o non è quello che la parte ha pubblicato; "
					   "rifare la parte");
		join->bootstrap = file_join(join->arena, first->site, SITE_ASSETS);
	}
	return STATUS_OK;
}

static enum status check_making(struct join *join)
{
	enum status status = STATUS_OK;

	for (size_t i = 0; i < join->options->part_count && status == STATUS_OK; i++) {
		status = check_version(join, &join->parts[i]);
		if (status == STATUS_OK)
			status = check_assets(join, &join->parts[i]);
	}
	return status == STATUS_OK ? find_bootstrap(join) : status;
}

/* ---- the division --------------------------------------------------------------- */

static enum status check_same_division(struct join *join)
{
	const struct part *first = &join->parts[0];

	for (size_t i = 1; i < join->options->part_count; i++) {
		const struct part *part = &join->parts[i];

		if (part->summary.parts != first->summary.parts)
			return join_refuse(
				join, part->site, "divisione",
				"è una parte di %d, ma «%s» è una di %d; rifare le parti con "
				"la stessa divisione",
				part->summary.parts, first->site, first->summary.parts);
	}
	return STATUS_OK;
}

/* Each share once. */
static enum status check_shares(struct join *join)
{
	int parts = join->parts[0].summary.parts, next = 1;

	for (size_t i = 0; i < join->options->part_count; i++) {
		const struct part *part = &join->parts[i];

		if (part->summary.part > next)
			break;
		if (part->summary.part < next)
			return join_refuse(join, part->site, "divisione",
					   "è la parte %d di %d, come «%s»; indicarne una sola",
					   part->summary.part, parts, part[-1].site);
		next++;
	}
	if (next > parts)
		return STATUS_OK;
	return join_refuse(join, join->options->site, "divisione",
			   "manca la parte %d di %d; farla, e indicarla con le altre", next, parts);
}

static enum status check_division(struct join *join)
{
	enum status status = check_same_division(join);

	/* Sites that are whole themselves are no shares of one list. */
	if (status != STATUS_OK || join->parts[0].summary.parts == 1)
		return status;
	return check_shares(join);
}

enum status join_read_parts(struct join *join)
{
	enum status status = read_parts(join);

	if (status == STATUS_OK)
		status = check_places(join);
	if (status == STATUS_OK)
		status = check_division(join);
	return status == STATUS_OK ? check_making(join) : status;
}
