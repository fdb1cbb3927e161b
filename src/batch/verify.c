/* verify.c - a site against its checksums.
 *
 * Only what is found by walking the site is opened, and only files: a list of
 * checksums that has been tampered with leads nowhere else.
 */
#include "batch_private.h"

#include "base/escape.h"

#include <sys/stat.h>

/* Whoever has only the uploaded copy has nothing to make again. */
#define AGAIN "ricaricare il file, o rilanciare «relazione pubblica» con --rifai"

#define SUMS_BYTES_MAX ((size_t)1 << 30)
#define TEXT_BYTES_MAX ((size_t)64 << 20) /* of a file whose line ends are looked into */

struct verify {
	struct arena *arena;
	const char *site;
	struct names files;  /* that stand in the site              */
	struct map found;    /* path → anything                     */
	struct map known;    /* path in the list → anything         */
	struct map missing;  /* hash of what is missing → its path  */
	struct map manifest; /* "path,hash" rows not yet met → line */
	bool has_manifest;
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

/* ---- one file ----------------------------------------------------------------- */

/* The bytes with every line end as `\n`, or as `\r\n`. */
static struct text with_line_ends(struct arena *arena, struct bytes bytes, bool carriage)
{
	struct text out = text_make(arena);

	for (size_t i = 0; i < bytes.length; i++) {
		if (bytes.data[i] == '\r' && i + 1 < bytes.length && bytes.data[i + 1] == '\n')
			continue;
		if (bytes.data[i] == '\n' && carriage)
			text_add_char(&out, '\r');
		text_add_n(&out, bytes.data + i, 1);
	}
	return out;
}

/* Uploads as text turn line ends, and with them the checksum. */
static bool is_turned(struct arena *arena, const char *full, const char *hash)
{
	struct diag silent = diag_make(arena);
	struct bytes bytes;

	if (file_read(&bytes, arena, full, TEXT_BYTES_MAX, &silent) != STATUS_OK)
		return false;
	for (int carriage = 0; carriage <= 1; carriage++) {
		struct text text = with_line_ends(arena, bytes, carriage);

		if (strcmp(hash_bytes(arena, text.bytes, text.length), hash) == 0)
			return true;
	}
	return false;
}

static bool is_file(const char *full)
{
	struct stat info;

	return lstat(full, &info) == 0 && S_ISREG(info.st_mode);
}

static void check_found(struct verify *verify, struct arena *own, const char *hash,
			const char *path)
{
	const char *full = file_join(own, verify->site, path), *found;
	unsigned long long size;

	if (!is_file(full))
		fault(verify, path, "non-file",
		      "non è un file ma un collegamento o altro; toglierlo e " AGAIN);
	else if (!hash_file(&found, &size, own, full))
		fault(verify, path, "lettura", "il file non può essere letto");
	else if (strcmp(found, hash) == 0)
		return;
	else if (is_turned(own, full, hash))
		fault(verify, path, "fini-riga",
		      "sono cambiate solo le fini riga, come in un caricamento in modo testo; "
		      "ricaricarlo in modo binario");
	else
		fault(verify, path, "cambiato", "il contenuto non è quello pubblicato; " AGAIN);
}

static void check_file(struct verify *verify, const char *hash, const char *path)
{
	struct arena *own = arena_create_within(verify->arena);

	verify->count++;
	if (map_find(&verify->known, path) != NULL) {
		fault(verify, path, "doppio", "il file è due volte in " SITE_SUMS);
	} else if (map_find(&verify->found, path) != NULL) {
		check_found(verify, own, hash, path);
	} else {
		fault(verify, path, "manca", "il file manca; rilanciare «relazione pubblica»");
		map_put(&verify->missing, hash, (void *)(size_t)path);
	}
	map_put(&verify->known, path, verify);
	arena_destroy(own);
}

/* ---- the manifest says the same ------------------------------------------------- */

/* The length of "path,hash" in a row of the manifest, or 0. */
static size_t head_length(const char *row)
{
	for (const char *comma = strchr(row, ','); comma != NULL; comma = strchr(comma + 1, ','))
		if (strspn(comma + 1, "0123456789abcdef") == HASH_LENGTH &&
		    comma[1 + HASH_LENGTH] == ',')
			return (size_t)(comma - row) + 1 + HASH_LENGTH;
	return 0;
}

static void read_manifest(struct verify *verify)
{
	const char *path = file_join(verify->arena, verify->site, SITE_MANIFEST);
	struct diag silent = diag_make(verify->arena);
	struct bytes bytes;

	if (!is_file(path) ||
	    file_read(&bytes, verify->arena, path, SUMS_BYTES_MAX, &silent) != STATUS_OK)
		return;
	verify->has_manifest = true;
	for (char *at = arena_strndup(verify->arena, bytes.data, bytes.length); *at != '\0';) {
		size_t length = strcspn(at, "\n"), head;
		char *row = at;

		at += length + (at[length] == '\n');
		row[length] = '\0';
		head = head_length(row);
		row[head] = '\0';
		if (head > 0)
			map_put(&verify->manifest, row, row);
	}
}

static void check_manifest(struct verify *verify, const char *hash, const char *path)
{
	struct text head = text_make(verify->arena);

	if (!verify->has_manifest || strcmp(path, SITE_MANIFEST) == 0)
		return;
	escape_csv(&head, path, ',', CSV_TEXT);
	text_addf(&head, ",%s", hash);
	if (map_find(&verify->manifest, head.bytes) == NULL)
		fault(verify, path, "contraddizione",
		      SITE_MANIFEST " e " SITE_SUMS " non dicono lo stesso di questo file; " AGAIN);
}

/* ---- the list of checksums ------------------------------------------------------- */

static bool stays_inside(const char *path)
{
	if (path[0] == '\0' || path[0] == '/')
		return false;
	for (const char *part = path; part != NULL; part = strchr(part, '/')) {
		part += *part == '/';
		if (strcmp(part, "..") == 0 || text_starts(part, "../"))
			return false;
	}
	return true;
}

/* "hash  path": 64 digits, two blanks, a path that stays in the site. */
static void check_line(struct verify *verify, char *line, int number)
{
	struct place place = { .file = file_join(verify->arena, verify->site, SITE_SUMS),
			       .line = number };
	const char *path = line + HASH_LENGTH + 2;

	if (strspn(line, "0123456789abcdef") == HASH_LENGTH &&
	    strncmp(line + HASH_LENGTH, "  ", 2) == 0 && stays_inside(path)) {
		line[HASH_LENGTH] = '\0';
		check_file(verify, line, path);
		check_manifest(verify, line, path);
		return;
	}
	diag_error(verify->diag, place, "riga", "la riga non è «somma, due spazi, file»; " AGAIN);
	verify->status = STATUS_DATA;
}

/* The list itself may have been uploaded as text. */
static void check_lines(struct verify *verify, struct bytes sums)
{
	char *at = arena_strndup(verify->arena, sums.data, sums.length);
	bool turned = false;

	for (int number = 1; *at != '\0'; number++) {
		size_t length = strcspn(at, "\n");
		char *line = at;

		at += length + (at[length] == '\n');
		line[length] = '\0';
		if (length > 0 && line[length - 1] == '\r') {
			line[length - 1] = '\0';
			turned = true;
		}
		check_line(verify, line, number);
	}
	if (turned)
		fault(verify, SITE_SUMS, "fini-riga",
		      "sono cambiate le fini riga, come in un caricamento in modo testo; "
		      "ricaricarlo in modo binario");
}

/* ---- what nobody listed ------------------------------------------------------------ */

static const char *former_name(struct verify *verify, const char *path)
{
	const char *full = file_join(verify->arena, verify->site, path), *hash;
	unsigned long long size;

	if (verify->missing.count == 0 || !is_file(full) ||
	    !hash_file(&hash, &size, verify->arena, full))
		return NULL;
	return map_find(&verify->missing, hash);
}

static void check_surplus(struct verify *verify)
{
	for (size_t i = 0; i < verify->files.count; i++) {
		const char *path = verify->files.items[i], *former;

		if (strcmp(path, SITE_SUMS) == 0 || map_find(&verify->known, path) != NULL)
			continue;
		former = former_name(verify, path);
		fault(verify, path, "in-piu",
		      former == NULL
			      ? "il file non è nel manifesto: non viene da «relazione pubblica»; toglierlo"
			      : arena_printf(
					verify->arena,
					"il file non è nel manifesto: è «%s» con un altro nome; "
					"rimetterlo al suo posto",
					former));
	}
}

static enum status read_sums(struct verify *verify, struct bytes *sums)
{
	const char *path = file_join(verify->arena, verify->site, SITE_SUMS);

	if (is_file(path))
		return file_read(sums, verify->arena, path, SUMS_BYTES_MAX, verify->diag);
	fault(verify, SITE_SUMS, "manca",
	      "il file delle impronte manca: la cartella non è un sito pubblicato, o il "
	      "caricamento non è finito");
	return STATUS_DATA;
}

enum status batch_verify(size_t *files, struct arena *arena, const char *site, struct diag *diag)
{
	struct verify verify = { .arena = arena,
				 .site = site,
				 .files = folder_files(arena, site),
				 .found = map_make(arena),
				 .known = map_make(arena),
				 .missing = map_make(arena),
				 .manifest = map_make(arena),
				 .diag = diag };
	struct bytes sums;

	*files = 0;
	verify.status = read_sums(&verify, &sums);
	if (verify.status != STATUS_OK)
		return verify.status;
	for (size_t i = 0; i < verify.files.count; i++)
		map_put(&verify.found, verify.files.items[i], &verify);
	read_manifest(&verify);
	check_lines(&verify, sums);
	check_surplus(&verify);
	*files = verify.count;
	return verify.status;
}
