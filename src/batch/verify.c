/* verify.c - a site against its checksums. */
#include "batch_private.h"

#define SUMS_BYTES_MAX ((size_t)1 << 30)

struct verify {
	struct arena *arena;
	const char *site;
	struct map known; /* path → anything */
	size_t count;
	struct diag *diag;
	enum status status;
};

static void fault(struct verify *verify, const char *path, const char *code, const char *text)
{
	const char *file = file_join(verify->diag->arena, verify->site, path);

	diag_error(verify->diag, (struct place){ .file = file }, code, "%s", text);
	verify->status = STATUS_DATA;
}

static void check_file(struct verify *verify, const char *hash, const char *path)
{
	struct arena *own = arena_create_within(verify->arena);
	const char *full = file_join(own, verify->site, path), *found;
	unsigned long long size;

	map_put(&verify->known, path, verify);
	verify->count++;
	if (!file_exists(full))
		fault(verify, path, "manca", "il file manca; rifare la pubblicazione");
	else if (!hash_file(&found, &size, own, full))
		fault(verify, path, "lettura", "il file non può essere letto");
	else if (strcmp(found, hash) != 0)
		fault(verify, path, "cambiato",
		      "il contenuto non è quello pubblicato; rifare la pubblicazione");
	arena_destroy(own);
}

/* "hash  path": 64 digits, two blanks, a path that stays in the site. */
static void check_line(struct verify *verify, char *line, int number)
{
	struct place place = { .file = file_join(verify->arena, verify->site, SITE_SUMS),
			       .line = number };

	if (strspn(line, "0123456789abcdef") == HASH_LENGTH &&
	    strncmp(line + HASH_LENGTH, "  ", 2) == 0 && line[HASH_LENGTH + 2] != '/' &&
	    strstr(line, "../") == NULL) {
		line[HASH_LENGTH] = '\0';
		check_file(verify, line, line + HASH_LENGTH + 2);
		return;
	}
	diag_error(verify->diag, place, "riga", "la riga non è «somma, due spazi, file»");
	verify->status = STATUS_DATA;
}

static void check_lines(struct verify *verify, struct bytes sums)
{
	char *at = arena_strndup(verify->arena, sums.data, sums.length);

	for (int number = 1; *at != '\0'; number++) {
		char *end = strchr(at, '\n');

		if (end != NULL)
			*end = '\0';
		check_line(verify, at, number);
		if (end == NULL)
			break;
		at = end + 1;
	}
}

static void check_surplus(struct verify *verify)
{
	struct names files = folder_files(verify->arena, verify->site);

	for (size_t i = 0; i < files.count; i++)
		if (strcmp(files.items[i], SITE_SUMS) != 0 &&
		    map_find(&verify->known, files.items[i]) == NULL)
			fault(verify, files.items[i], "in-piu",
			      "il file non è nel manifesto; toglierlo o rifare la pubblicazione");
}

enum status batch_verify(size_t *files, struct arena *arena, const char *site, struct diag *diag)
{
	struct verify verify = {
		.arena = arena, .site = site, .known = map_make(arena), .diag = diag
	};
	struct bytes sums;

	*files = 0;
	verify.status =
		file_read(&sums, arena, file_join(arena, site, SITE_SUMS), SUMS_BYTES_MAX, diag);
	if (verify.status != STATUS_OK)
		return verify.status;
	check_lines(&verify, sums);
	check_surplus(&verify);
	*files = verify.count;
	return verify.status;
}
