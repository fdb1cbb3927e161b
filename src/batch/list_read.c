/* list_read.c - the list: CSV, XML, or the plans of a folder.
 *
 * CSV: header row; columns ente, anno, piano, modello in any order, only
 * `piano` needed; comma, semicolon or tab, told by the header.
 * XML: <elenco xmlns="urn:relazione:elenco:1"><piano ente= anno= file= modello=/>…
 * A row that can't be published is a job that fails; only a list that can't be
 * read stops all.
 */
#include "batch_private.h"

#include "markup/markup.h"

#include <stdlib.h>
#include <strings.h>
#include <sys/stat.h>

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

static void take_year(struct reading *reading, struct batch_job *job, const char *cell)
{
	int year = 0;

	if (given(cell) == NULL)
		return;
	if (strlen(cell) == 4 && strspn(cell, "0123456789") == 4)
		year = atoi(cell);
	if (year >= YEAR_MIN && year <= YEAR_MAX)
		job->year = year;
	else
		list_fault(job, "elenco-anno",
			   arena_printf(reading->arena,
					"l’anno «%s» non è un anno di quattro cifre", cell));
}

static void take_plan_path(struct reading *reading, struct batch_job *job, const char *cell)
{
	const char *plan = given(cell);

	if (plan == NULL) {
		list_fault(job, "elenco-piano", "manca il file del piano");
		return;
	}
	/* No row stands for standard input. */
	job->plan = file_join(reading->arena, reading->dir, strcmp(plan, "-") == 0 ? "./-" : plan);
	job->source = list_source(reading->arena, reading->dir, plan);
}

/* A new job; NULL when there are too many. */
static struct batch_job *add_row(struct reading *reading, int line)
{
	struct batch_job *job;

	if (reading->list->count == LIST_JOBS_MAX) {
		refuse(reading, line, "elenco-lungo",
		       "l’elenco ha più di %zu piani; dividerlo in più elenchi", LIST_JOBS_MAX);
		return NULL;
	}
	job = list_add(reading->list, reading->arena);
	job->place = (struct place){ .file = reading->path, .line = line };
	job->plan = job->source = "";
	return job;
}

static void fill_row(struct reading *reading, struct batch_job *job,
		     const char *const cells[COLUMNS])
{
	const char *template = given(cells[COLUMN_TEMPLATE]);

	take_plan_path(reading, job, cells[COLUMN_PLAN]);
	job->body = given(cells[COLUMN_BODY]);
	take_year(reading, job, cells[COLUMN_YEAR]);
	/* Beside the list, else as on the command line: a name or a path. */
	if (template != NULL && file_exists(file_join(reading->arena, reading->dir, template)))
		template = file_join(reading->arena, reading->dir, template);
	job->template = template;
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

/* Where the columns stand. */
struct header {
	int places[COLUMNS]; /* -1: it is not there */
	size_t count;        /* of all columns      */
};

static void take_column(struct reading *reading, struct header *header, const char *name, size_t at)
{
	size_t k = 0;

	while (k < COLUMNS && strcasecmp(name, csv_names[k]) != 0)
		k++;
	if (k == COLUMNS)
		refuse(reading, 1, "elenco-colonna",
		       "la colonna «%s» non esiste: le colonne sono ente, anno, piano, modello",
		       name);
	else if (header->places[k] >= 0)
		refuse(reading, 1, "elenco-colonna", "la colonna «%s» c’è due volte", name);
	else
		header->places[k] = (int)at;
}

static bool read_header(struct reading *reading, const struct names *row, struct header *header)
{
	header->count = row->count;
	for (size_t k = 0; k < COLUMNS; k++)
		header->places[k] = -1;
	for (size_t i = 0; i < row->count; i++)
		if (!text_blank(row->items[i]))
			take_column(reading, header, row->items[i], i);
	if (header->places[COLUMN_PLAN] < 0 && reading->status == STATUS_OK)
		refuse(reading, 1, "elenco-colonna",
		       "manca la colonna «piano»: la prima riga deve dire i nomi delle colonne (ente, "
		       "anno, piano, modello)");
	return reading->status == STATUS_OK;
}

/* Spreadsheets leave empty cells behind the last; others would be lost. */
static bool has_surplus(const struct names *row, size_t columns)
{
	for (size_t i = columns; i < row->count; i++)
		if (!text_blank(row->items[i]))
			return true;
	return false;
}

static bool is_empty(const struct names *row)
{
	return !has_surplus(row, 0);
}

static void take_csv_row(struct reading *reading, int line, const struct names *row,
			 const struct header *header)
{
	const char *cells[COLUMNS] = { NULL };
	struct batch_job *job = is_empty(row) ? NULL : add_row(reading, line);

	if (job == NULL)
		return;
	for (size_t k = 0; k < COLUMNS; k++)
		if (header->places[k] >= 0 && (size_t)header->places[k] < row->count)
			cells[k] = row->items[header->places[k]];
	if (has_surplus(row, header->count))
		list_fault(job, "elenco-celle",
			   arena_printf(reading->arena,
					"la riga ha più celle delle colonne (%zu); un nome che "
					"contiene il separatore va fra virgolette",
					header->count));
	fill_row(reading, job, cells);
}

/* Not a spreadsheet, nor text of another encoding: names would come out wrong. */
static bool is_text(struct reading *reading, struct bytes source)
{
	if (strlen(source.data) == source.length && utf8_valid(source.data, source.length))
		return true;
	refuse(reading, 0, "elenco-codifica",
	       "l’elenco non è testo UTF-8; salvarlo come «CSV UTF-8» dal foglio di calcolo");
	return false;
}

static void read_csv(struct reading *reading, const char *source)
{
	struct csv csv = { .at = source, .line = 1 };
	struct names row = { .arena = reading->arena };
	struct header header;

	if (strncmp(csv.at, "\xEF\xBB\xBF", 3) == 0)
		csv.at += 3;
	csv.separator = find_separator(csv.at);
	if (!read_row(reading, &csv, &row) || !read_header(reading, &row, &header))
		return;
	for (;;) {
		int line = ++csv.line;

		if (!read_row(reading, &csv, &row))
			return;
		take_csv_row(reading, line, &row, &header);
	}
}

/* ---- XML ---------------------------------------------------------------------------- */

static void check_attribute(struct reading *reading, struct batch_job *job, const char *name)
{
	const char *nearest = text_nearest(name, xml_names, COLUMNS);

	for (size_t k = 0; k < COLUMNS; k++)
		if (strcmp(name, xml_names[k]) == 0)
			return;
	list_fault(job, "elenco-attributo",
		   arena_printf(
			   reading->arena,
			   "<piano> non ha l’attributo «%s»%s: ha ente, anno, file, modello", name,
			   nearest != NULL ? arena_printf(reading->arena, ", forse «%s»", nearest)
					   : ""));
}

/* What stands between the tags would be lost. */
static void check_content(struct batch_job *job, const struct element *row)
{
	for (const struct element *inner = row->first; inner != NULL; inner = inner->next)
		if (inner->name != NULL || !text_blank(inner->text))
			list_fault(job, "elenco-contenuto",
				   "<piano> di un elenco è vuoto: il file del piano va "
				   "nell’attributo «file»");
}

static void take_xml_row(struct reading *reading, const struct element *row)
{
	const char *cells[COLUMNS];
	struct batch_job *job = add_row(reading, row->place.line);

	if (job == NULL)
		return;
	for (size_t k = 0; k < COLUMNS; k++)
		cells[k] = element_attribute(row, xml_names[k]);
	for (size_t i = 0; i < row->attribute_count; i++)
		check_attribute(reading, job, row->attributes[i].name);
	check_content(job, row);
	fill_row(reading, job, cells);
}

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
	for (const struct element *row = root->first; row != NULL; row = row->next) {
		if (element_is(row, "piano"))
			take_xml_row(reading, row);
		else if (row->name == NULL && !text_blank(row->text))
			refuse(reading, row->place.line, "elenco-elemento",
			       "testo fuori posto: un elenco contiene solo <piano>");
		else if (row->name != NULL)
			refuse(reading, row->place.line, "elenco-elemento",
			       "l’elemento «%s» non è previsto: un elenco contiene solo <piano>",
			       row->name);
	}
}

/* ---- all ------------------------------------------------------------------------------ */

/* A site is handed over as it is: whole plans in it would be published, with what
 * they say of each person. */
static bool is_inside(const char *path, const char *folder)
{
	char *a = realpath(path, NULL), *b = realpath(folder, NULL);
	size_t length = b != NULL ? strlen(b) : 0;
	bool inside = a != NULL && b != NULL && strncmp(a, b, length) == 0 &&
		      (a[length] == '/' || a[length] == '\0');

	free(a);
	free(b);
	return inside;
}

/* A plan where a list is asked for: it is the one to publish. */
static void take_plan(struct reading *reading)
{
	*list_add(reading->list, reading->arena) = (struct batch_job){
		.plan = reading->path,
		.source = list_source(reading->arena, reading->dir, reading->path),
		.place = { .file = reading->path },
	};
}

static void read_file(struct reading *reading)
{
	struct bytes source;

	reading->status =
		file_read(&source, reading->arena, reading->path, LIST_BYTES_MAX, reading->diag);
	if (reading->status != STATUS_OK)
		return;
	if (strstr(source.data, "urn:relazione:piano:1") != NULL)
		take_plan(reading);
	else if (source.data[strspn(source.data, "\xEF\xBB\xBF \t\r\n")] == '<')
		read_xml(reading, source);
	else if (is_text(reading, source))
		read_csv(reading, source.data);
}

enum status list_read(struct batch_list *out, struct arena *arena, const char *path,
		      const char *site, struct diag *diag)
{
	struct reading reading = { arena, out, path, file_dir(arena, path), diag, STATUS_OK };
	struct stat info;

	*out = (struct batch_list){ .path = path };
	if (is_inside(path, site))
		refuse(&reading, 0, "piani-nel-sito",
		       "sta dentro il sito «%s», che si pubblica com’è: i piani interi, con i "
		       "risultati individuali, sarebbero di tutti; tenerli altrove",
		       site);
	else if (stat(path, &info) == 0 && S_ISDIR(info.st_mode))
		list_folder(out, arena, path, site);
	else
		read_file(&reading);
	return reading.status;
}
