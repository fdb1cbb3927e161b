/* list_read.c - the list: CSV, XML, or the plans of a folder.
 *
 * CSV: header row; columns ente, anno, piano, modello in any order, only
 * `piano` needed; comma, semicolon or tab, told by the header.
 * XML: <elenco xmlns="urn:relazione:elenco:1"><piano ente= anno= file= modello=/>…
 */
#include "batch_private.h"

#include "markup/markup.h"

#include <stdlib.h>
#include <sys/stat.h>

#define LIST_SPACE     "urn:relazione:elenco:1"
#define LIST_BYTES_MAX ((size_t)64 << 20)
#define LIST_JOBS_MAX  ((size_t)1000000)
#define YEAR_MIN       1900
#define YEAR_MAX       2999

enum column { COLUMN_BODY, COLUMN_YEAR, COLUMN_PLAN, COLUMN_TEMPLATE, COLUMNS };

static const char *const csv_names[COLUMNS] = { "ente", "anno", "piano", "modello" };
static const char *const xml_names[COLUMNS] = { "ente", "anno", "file", "modello" };

struct reading {
	struct arena *arena;
	struct batch_list *list;
	const char *path, *dir; /* of the list; dir: where its paths begin */
	struct diag *diag;
	enum status status;
};

static struct batch_job *add_job(struct reading *reading)
{
	struct batch_list *list = reading->list;

	if (list->count == list->capacity) {
		size_t capacity = list->capacity ? list->capacity * 2 : 64;

		list->jobs =
			arena_grow(reading->arena, list->jobs, list->capacity * sizeof *list->jobs,
				   capacity * sizeof *list->jobs);
		list->capacity = capacity;
	}
	return &list->jobs[list->count++];
}

static void refuse(struct reading *reading, int line, const char *code, const char *format, ...)
	__attribute__((format(printf, 4, 5)));

static void refuse(struct reading *reading, int line, const char *code, const char *format, ...)
{
	struct place place = { .file = reading->path, .line = line };
	va_list args;

	va_start(args, format);
	diag_error(reading->diag, place, code, "%s", arena_vprintf(reading->arena, format, args));
	va_end(args);
	reading->status = STATUS_DATA;
}

/* "": as if it were not there. */
static const char *given(const char *cell)
{
	return text_blank(cell) ? NULL : cell;
}

static int read_year(struct reading *reading, int line, const char *cell)
{
	char *end;
	long year;

	if (given(cell) == NULL)
		return 0;
	year = strtol(cell, &end, 10);
	if (*end == '\0' && year >= YEAR_MIN && year <= YEAR_MAX)
		return (int)year;
	refuse(reading, line, "elenco-anno", "l’anno «%s» non è un anno di quattro cifre", cell);
	return 0;
}

static void take_row(struct reading *reading, int line, const char *const cells[COLUMNS])
{
	struct batch_job job = { .place = { .file = reading->path, .line = line } };
	const char *plan = given(cells[COLUMN_PLAN]), *template = given(cells[COLUMN_TEMPLATE]);

	if (plan == NULL) {
		refuse(reading, line, "elenco-piano", "manca il file del piano");
		return;
	}
	job.plan = file_join(reading->arena, reading->dir, plan);
	job.source = plan;
	job.body = given(cells[COLUMN_BODY]);
	job.year = read_year(reading, line, cells[COLUMN_YEAR]);
	/* Beside the list, else as on the command line: a name or a path. */
	if (template != NULL && file_exists(file_join(reading->arena, reading->dir, template)))
		template = file_join(reading->arena, reading->dir, template);
	job.template = template;
	*add_job(reading) = job;
}

/* ---- CSV --------------------------------------------------------------------------- */

struct csv {
	const char *at;
	int line;
	char separator;
};

/* One cell; leaves `at` on the separator, the line's end or the NUL. */
static const char *read_cell(struct reading *reading, struct csv *csv)
{
	struct text cell = text_make(reading->arena);
	bool quoted = *csv->at == '"';

	csv->at += quoted;
	for (; *csv->at != '\0'; csv->at++) {
		if (quoted && csv->at[0] == '"' && csv->at[1] == '"')
			csv->at++;
		else if (quoted && *csv->at == '"')
			break;
		else if (!quoted && (*csv->at == csv->separator || strchr("\r\n", *csv->at)))
			break;
		csv->line += *csv->at == '\n';
		text_add_char(&cell, *csv->at);
	}
	if (quoted && *csv->at == '"')
		csv->at++;
	else if (quoted)
		refuse(reading, csv->line, "elenco-virgolette", "le virgolette non si chiudono%s",
		       "");
	return text_fold_space(reading->arena, cell.bytes);
}

/* The cells of a row; false at the end. */
static bool read_row(struct reading *reading, struct csv *csv, struct names *row)
{
	row->count = 0;
	if (*csv->at == '\0')
		return false;
	for (;;) {
		names_add(row, read_cell(reading, csv));
		if (*csv->at != csv->separator)
			break;
		csv->at++;
	}
	if (*csv->at == '\r')
		csv->at++;
	if (*csv->at == '\n')
		csv->at++;
	else if (*csv->at != '\0' && reading->status == STATUS_OK) {
		refuse(reading, csv->line, "elenco-virgolette",
		       "dopo le virgolette chiuse c’è altro testo");
		return false;
	}
	return true;
}

/* The header's separator: whichever comes first of those in use. */
static char find_separator(const char *header)
{
	const char *found = strpbrk(header, ",;\t\r\n");

	return found != NULL && strchr(",;\t", *found) ? *found : ',';
}

static bool read_header(struct reading *reading, const struct names *row, int places[COLUMNS])
{
	for (size_t k = 0; k < COLUMNS; k++)
		places[k] = -1;
	for (size_t i = 0; i < row->count; i++) {
		size_t k = 0;

		while (k < COLUMNS && strcmp(row->items[i], csv_names[k]) != 0)
			k++;
		if (k < COLUMNS)
			places[k] = (int)i;
		else
			refuse(reading, 1, "elenco-colonna",
			       "la colonna «%s» non esiste: le colonne sono ente, anno, piano, modello",
			       row->items[i]);
	}
	if (places[COLUMN_PLAN] < 0 && reading->status == STATUS_OK)
		refuse(reading, 1, "elenco-colonna",
		       "manca la colonna «piano»: la prima riga deve dire i nomi delle colonne (ente, "
		       "anno, piano, modello)");
	return reading->status == STATUS_OK;
}

static void read_csv(struct reading *reading, const char *source)
{
	struct csv csv = { .at = source, .line = 1 };
	struct names row = { .arena = reading->arena };
	int places[COLUMNS];

	if (strncmp(csv.at, "\xEF\xBB\xBF", 3) == 0)
		csv.at += 3;
	csv.separator = find_separator(csv.at);
	if (!read_row(reading, &csv, &row) || !read_header(reading, &row, places))
		return;
	for (csv.line++; reading->list->count < LIST_JOBS_MAX;) {
		const char *cells[COLUMNS] = { NULL };
		int line = csv.line;

		if (!read_row(reading, &csv, &row))
			return;
		csv.line++;
		for (size_t k = 0; k < COLUMNS; k++)
			if (places[k] >= 0 && (size_t)places[k] < row.count)
				cells[k] = row.items[places[k]];
		if (row.count > 1 || !text_blank(row.items[0]))
			take_row(reading, line, cells);
	}
}

/* ---- XML ---------------------------------------------------------------------------- */

static void read_xml(struct reading *reading, struct bytes source)
{
	struct element *root;

	reading->status = markup_read(&root, reading->arena, reading->path, source, LIST_SPACE,
				      NULL, reading->diag);
	if (reading->status != STATUS_OK)
		return;
	if (!element_is(root, "elenco"))
		refuse(reading, root->place.line, "elenco-elemento",
		       "l’elemento è «%s», ma un elenco comincia con <elenco>", root->name);
	for (struct element *row = element_skip_text(root->first); row != NULL;
	     row = element_skip_text(row->next)) {
		const char *cells[COLUMNS];

		for (size_t k = 0; k < COLUMNS; k++)
			cells[k] = element_attribute(row, xml_names[k]);
		if (element_is(row, "piano"))
			take_row(reading, row->place.line, cells);
		else
			refuse(reading, row->place.line, "elenco-elemento",
			       "l’elemento «%s» non è previsto: un elenco contiene solo <piano>",
			       row->name);
	}
}

/* ---- folder -------------------------------------------------------------------------- */

/* XML files whose root is a plan: templates and lists may lie among them. A
 * file that isn't whole may still be one. */
static bool may_be_plan(struct reading *reading, const char *path)
{
	struct arena *own = arena_create_within(reading->arena);
	struct diag diag = diag_make(own);
	struct bytes bytes;
	bool other = file_read(&bytes, own, path, MARKUP_BYTES_MAX, &diag) == STATUS_OK &&
		     (strstr(bytes.data, "urn:relazione:modello:1") != NULL ||
		      strstr(bytes.data, LIST_SPACE) != NULL ||
		      strstr(bytes.data, "urn:relazione:risultati:1") != NULL) &&
		     strstr(bytes.data, "urn:relazione:piano:1") == NULL;

	arena_destroy(own);
	return !other;
}

static bool has_end(const char *path, const char *end)
{
	size_t length = strlen(path), size = strlen(end);

	return length > size && strcmp(path + length - size, end) == 0;
}

static void read_folder(struct reading *reading)
{
	struct names files = folder_files(reading->arena, reading->path);

	for (size_t i = 0; i < files.count; i++) {
		const char *path = file_join(reading->arena, reading->path, files.items[i]);

		if (has_end(path, ".xml") && may_be_plan(reading, path))
			*add_job(reading) = (struct batch_job){
				.plan = path,
				.source = files.items[i],
				.place = { .file = path },
			};
	}
}

enum status list_read(struct batch_list *out, struct arena *arena, const char *path,
		      struct diag *diag)
{
	struct reading reading = { arena, out, path, file_dir(arena, path), diag, STATUS_OK };
	struct bytes source;
	struct stat info;

	*out = (struct batch_list){ 0 };
	if (stat(path, &info) == 0 && S_ISDIR(info.st_mode)) {
		read_folder(&reading);
	} else {
		reading.status = file_read(&source, arena, path, LIST_BYTES_MAX, diag);
		if (reading.status == STATUS_OK &&
		    source.data[strspn(source.data, "\xEF\xBB\xBF \t\r\n")] == '<')
			read_xml(&reading, source);
		else if (reading.status == STATUS_OK)
			read_csv(&reading, source.data);
	}
	if (reading.status == STATUS_OK && out->count == 0)
		refuse(&reading, 0, "elenco-vuoto", "non c’è nessun piano da pubblicare");
	return reading.status;
}
