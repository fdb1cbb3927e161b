/* list.c - which plans are published, each under a key of its own. */
#include "stamps.h"

#include "markup/markup.h"

#include <stdio.h>

#define FOLDER_NAME_MAX 100

/* ---- names --------------------------------------------------------------------- */

static bool is_plain(unsigned char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	       c == '-' || c == '_' || c == '.';
}

/* The letters of Italian without their accents, so that they stay readable. */
static char unaccented(uint32_t c)
{
	static const struct {
		uint32_t from, to;
		char letter;
	} ranges[] = {
		{ 0xC0, 0xC5, 'A' }, { 0xC8, 0xCB, 'E' }, { 0xCC, 0xCF, 'I' }, { 0xD2, 0xD6, 'O' },
		{ 0xD9, 0xDC, 'U' }, { 0xE0, 0xE5, 'a' }, { 0xE8, 0xEB, 'e' }, { 0xEC, 0xEF, 'i' },
		{ 0xF2, 0xF6, 'o' }, { 0xF9, 0xFC, 'u' },
	};

	for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
		if (c >= ranges[i].from && c <= ranges[i].to)
			return ranges[i].letter;
	return '-';
}

const char *list_folder_name(struct arena *arena, const char *word)
{
	struct text out = text_make(arena);
	const char *at = word;
	uint32_t c;

	while ((c = utf8_next(&at)) != 0 && out.length < FOLDER_NAME_MAX) {
		bool plain = c < 0x80 && is_plain((unsigned char)c);

		text_add_char(&out, plain ? (char)c : unaccented(c));
	}
	/* A point at the head would hide the folder, or lead upwards; a minus would be
	 * taken for an option, and by a spreadsheet for a formula. */
	if (out.length > 0 && strchr(".-", out.bytes[0]) != NULL)
		out.bytes[0] = '_';
	return out.length > 0 ? out.bytes : "ente";
}

int list_share(const char *key, int parts)
{
	struct arena *arena = arena_create(NULL);
	const char *hex = hash_bytes(arena, key, strlen(key));
	unsigned long long value = 0;

	/* The first 60 bits: the same share on every machine. */
	for (int i = 0; i < 15; i++)
		value = value * 16 + (unsigned)(hex[i] <= '9' ? hex[i] - '0' : hex[i] - 'a' + 10);
	arena_destroy(arena);
	return (int)(value % (unsigned)parts) + 1;
}

struct batch_job *list_add(struct batch_list *list, struct arena *arena)
{
	if (list->count == list->capacity) {
		size_t capacity = list->capacity ? list->capacity * 2 : 64;

		list->jobs = arena_grow(arena, list->jobs, list->capacity * sizeof *list->jobs,
					capacity * sizeof *list->jobs);
		list->capacity = capacity;
	}
	return &list->jobs[list->count++];
}

/* ---- keys ------------------------------------------------------------------------ */

void list_fault(struct batch_job *job, const char *code, const char *text)
{
	if (job->fault == NULL) {
		job->fault = text;
		job->fault_code = code;
	}
}

/* A pipe or a device in the place of a plan would keep us waiting for ever. */
static bool is_no_file(const char *path)
{
	struct stat info;

	return stat(path, &info) == 0 && !S_ISREG(info.st_mode) && !S_ISDIR(info.st_mode);
}

/* Templates, lists and results may lie among the plans of a folder. A file that
 * isn't whole may still be a plan. */
static bool is_other(const char *source)
{
	static const char *const others[] = { "urn:relazione:modello:1", LIST_SPACE,
					      "urn:relazione:risultati:1" };
	bool other = false;

	if (strstr(source, "urn:relazione:piano:1") != NULL)
		return false;
	for (size_t i = 0; i < sizeof others / sizeof *others && !other; i++)
		other = strstr(source, others[i]) != NULL;
	return other;
}

/* Another body is a name given on purpose; another year would be published under
 * a year that its own figures contradict. */
static void take_year(struct batch_job *job, struct arena *arena, int year)
{
	if (job->year == 0)
		job->year = year;
	else if (year != 0 && year != job->year)
		list_fault(job, "anno-diverso",
			   arena_printf(arena,
					"l’anno è %d nell’elenco, ma %d nel piano «%s»; correggere "
					"uno dei due",
					job->year, year, job->plan));
}

static void take_scan(struct batch_job *job, struct arena *arena, const struct list_scan *scan)
{
	if (job->body == NULL && scan->body != NULL)
		job->body = arena_strdup(arena, scan->body);
	take_year(job, arena, scan->year);
}

/* What a plan tells before it is read as one, as its stamp remembers it. */
static const char *told(struct arena *arena, const struct list_scan *scan, bool other)
{
	return arena_printf(arena, "%c%04d%s", other ? 'a' : 'p', scan->year,
			    scan->body != NULL ? scan->body : "");
}

static bool take_stamp(struct batch_job *job, struct arena *arena, const struct stamp *stamp)
{
	struct list_scan scan = { .body = stamp->about + 5 };

	sscanf(stamp->about + 1, "%4d", &scan.year);
	job->hash = stamp->hash;
	take_scan(job, arena, &scan);
	return !job->found || stamp->about[0] != 'a';
}

static bool read_plan(struct batch_job *job, struct arena *arena, struct stamps *stamps)
{
	struct arena *own = arena_create_within(arena);
	struct diag unheard = diag_make(own);
	struct list_scan scan;
	struct bytes bytes;
	struct stat seen;
	bool other = false;

	if (stat(job->plan, &seen) == 0 &&
	    file_read(&bytes, own, job->plan, MARKUP_BYTES_MAX, &unheard) == STATUS_OK) {
		scan = list_scan(own, bytes.data);
		other = is_other(bytes.data);
		job->hash = hash_bytes(arena, bytes.data, bytes.length);
		take_scan(job, arena, &scan);
		stamps_note(stamps, job->plan, &seen, job->hash, told(own, &scan, other));
	}
	arena_destroy(own);
	return !job->found || !other;
}

/* False: it is no plan. */
static bool settle_job(struct batch_job *job, struct arena *arena, struct stamps *stamps)
{
	const struct stamp *stamp = stamps_find(stamps, job->plan);
	bool plan = true;

	if (stamp != NULL && strlen(stamp->about) >= 5)
		plan = take_stamp(job, arena, stamp);
	else if (is_no_file(job->plan))
		list_fault(job, "non-file",
			   arena_printf(
				   arena,
				   "«%s» è una pipe o un dispositivo; il piano va messo in un file",
				   job->plan));
	else
		plan = read_plan(job, arena, stamps);
	if (job->body != NULL && !text_blank(job->body) && job->year != 0)
		job->key =
			arena_printf(arena, "%s/%d", list_folder_name(arena, job->body), job->year);
	return plan;
}

static const char *place_text(struct arena *arena, const struct batch_job *job)
{
	return job->place.line > 0 ? arena_printf(arena, "%s:%d", job->place.file, job->place.line)
				   : job->plan;
}

/* File systems that don't tell capitals apart would mix two bodies. */
static char *lower(struct arena *arena, const char *word)
{
	char *copy = arena_strdup(arena, word);

	for (char *c = copy; *c != '\0'; c++)
		if (*c >= 'A' && *c <= 'Z')
			*c = (char)(*c - 'A' + 'a');
	return copy;
}

static void fault_clash(struct arena *arena, struct batch_job *job, const struct batch_job *other)
{
	list_fault(job, "doppione",
		   arena_printf(arena,
				"ente e anno «%s» sono anche di «%s»: nessuno dei due è "
				"pubblicato; distinguerli nell’elenco (colonna ente) o toglierne "
				"uno",
				job->key, place_text(arena, other)));
}

static void mark_clash(struct arena *arena, struct batch_job *a, struct batch_job *b)
{
	fault_clash(arena, a, b);
	fault_clash(arena, b, a);
}

/* What stands over all the entries has its place already. */
static void refuse_reserved(struct batch_job *job, struct arena *arena)
{
	const char *body = lower(arena, list_folder_name(arena, job->body));

	for (const char *const *name = site_names; *name != NULL; name++)
		if (strcmp(body, lower(arena, *name)) == 0)
			list_fault(
				job, "ente-riservato",
				arena_printf(arena,
					     "«%s», il codice dell’ente, nel sito è già il nome di "
					     "altro; dargliene un altro nella colonna ente "
					     "dell’elenco",
					     job->body));
}

static void settle_all(struct batch_list *list, struct arena *arena)
{
	size_t kept = 0;

	for (size_t i = 0; i < list->count; i++)
		if (settle_job(&list->jobs[i], arena, list->stamps))
			list->jobs[kept++] = list->jobs[i];
	list->count = kept;
}

enum status list_settle(struct batch_list *list, struct arena *arena, struct diag *diag)
{
	struct map keys = map_make(arena);

	settle_all(list, arena);
	for (size_t i = 0; i < list->count; i++) {
		struct batch_job *job = &list->jobs[i], *other;

		if (job->key == NULL || job->fault != NULL)
			continue;
		other = map_put(&keys, lower(arena, job->key), job);
		if (other != NULL)
			mark_clash(arena, other, job);
		refuse_reserved(job, arena);
	}
	if (list->count > 0)
		return STATUS_OK;
	diag_error(diag, (struct place){ .file = list->path }, "elenco-vuoto",
		   "non c’è nessun piano da pubblicare");
	return STATUS_DATA;
}
