/* journal.c - how each job ended, one line a job.
 *
 * check TAB ending TAB key TAB print TAB needs TAB findings TAB lines LF; none of
 * them has a TAB or LF. `check` is of the rest of the line:
 * a line that was torn by the death of the run, or spoilt by the disk, is as if
 * it had never been written, and its job is done again.
 */
#include "batch_private.h"

#include "base/escape.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#define JOURNAL_BYTES_MAX ((size_t)1 << 30)
#define FIELDS            7
#define LINE_END_IN_TEXT  '\x1F' /* diag lets no control character through */

struct journal {
	struct arena *arena;
	const char *path, *work;
	struct map records;
	struct text pending;
	bool added; /* anything, since it was opened */
	int fd;
};

static unsigned check_of(const char *rest, size_t length)
{
	return (unsigned)(text_hash(rest, length) & 0xFFFFFFFFu);
}

/* ---- reading ------------------------------------------------------------------------ */

/* Cuts a line into its fields; false when it hasn't that many. */
static bool cut(char *line, const char *fields[FIELDS])
{
	for (size_t i = 0; i < FIELDS; i++) {
		fields[i] = line;
		line = strchr(line, '\t');
		if (line == NULL)
			return i + 1 == FIELDS;
		*line++ = '\0';
	}
	return false;
}

static const char *lines_again(struct arena *arena, const char *field)
{
	char *copy = arena_strdup(arena, field);

	for (char *c = copy; *c != '\0'; c++)
		if (*c == LINE_END_IN_TEXT)
			*c = '\n';
	return copy;
}

static void take_line(struct journal *journal, const char *at, size_t length)
{
	char *line = arena_strndup(journal->arena, at, length);
	const char *fields[FIELDS];
	struct record *record;
	unsigned check;

	if (strlen(line) != length || length < 10 || sscanf(line, "%8x\t", &check) != 1 ||
	    line[8] != '\t' || check != check_of(line + 9, length - 9) || !cut(line, fields))
		return;
	record = map_find(&journal->records, fields[2]);
	if (record == NULL) {
		record = arena_new(journal->arena, struct record);
		map_put(&journal->records, fields[2], record);
	}
	*record = (struct record){
		.ending = fields[1][0] == 'f'   ? ENDING_DONE
			  : fields[1][0] == 'e' ? ENDING_FAILED
						: ENDING_NONE,
		.key = fields[2],
		.print = fields[3],
		.needs = fields[4],
		.findings = fields[5],
		.lines = lines_again(journal->arena, fields[6]),
	};
}

/* What follows the last line end was torn. Returns the bytes that are whole. */
static size_t take_lines(struct journal *journal, struct bytes bytes)
{
	const char *at = bytes.data, *end = bytes.data + bytes.length, *stop;

	for (; (stop = memchr(at, '\n', (size_t)(end - at))) != NULL; at = stop + 1)
		take_line(journal, at, (size_t)(stop - at));
	return (size_t)(at - bytes.data);
}

enum status journal_open(struct journal **out, struct arena *arena, const char *work,
			 struct diag *diag)
{
	struct journal *journal = arena_new(arena, struct journal);
	struct bytes bytes = { .data = "" };
	enum status status = STATUS_OK;

	*out = journal;
	journal->arena = arena;
	journal->work = work;
	journal->path = file_join(arena, work, WORK_JOURNAL);
	journal->records = map_make(arena);
	journal->pending = text_make(arena);
	if (file_exists(journal->path))
		status = file_read(&bytes, arena, journal->path, JOURNAL_BYTES_MAX, diag);
	if (status != STATUS_OK)
		return status;
	journal->fd = open(journal->path, O_WRONLY | O_CREAT | O_CLOEXEC | O_APPEND, 0666);
	if (journal->fd >= 0 && ftruncate(journal->fd, (off_t)take_lines(journal, bytes)) == 0)
		return STATUS_OK;
	diag_error(diag, (struct place){ .file = journal->path }, "giornale",
		   "il giornale non può essere scritto: %s", file_cause(journal->arena, errno));
	return STATUS_IO;
}

const struct record *journal_find(const struct journal *journal, const char *key)
{
	const struct record *record = map_find(&journal->records, key);

	return record != NULL && record->ending != ENDING_NONE ? record : NULL;
}

bool journal_is_empty(const struct journal *journal)
{
	return journal->records.count == 0;
}

/* ---- writing ------------------------------------------------------------------------- */

static void add_line(struct text *out, const struct record *record)
{
	static const char *const words[] = { "nulla", "fatto", "errore" };
	struct text rest = text_make(out->arena);

	text_addf(&rest, "%s\t%s\t%s\t%s\t%s\t", words[record->ending], record->key, record->print,
		  record->needs, record->findings);
	for (const char *c = record->lines; *c != '\0'; c++)
		text_add_char(&rest, *c == '\n' ? LINE_END_IN_TEXT : *c == '\t' ? ' ' : *c);
	text_addf(out, "%08x\t%s\n", check_of(rest.bytes, rest.length), rest.bytes);
}

void journal_add(struct journal *journal, const struct record *record)
{
	struct record *kept = map_find(&journal->records, record->key);

	if (kept == NULL) {
		kept = arena_new(journal->arena, struct record);
		map_put(&journal->records, arena_strdup(journal->arena, record->key), kept);
	}
	*kept = (struct record){
		.ending = record->ending,
		.key = arena_strdup(journal->arena, record->key),
		.print = arena_strdup(journal->arena, record->print),
		.needs = arena_strdup(journal->arena, record->needs),
		.findings = arena_strdup(journal->arena, record->findings),
		.lines = arena_strdup(journal->arena, record->lines),
	};
	add_line(&journal->pending, kept);
	journal->added = true;
}

void journal_forget(struct journal *journal, const char *key)
{
	const struct record nothing = { .ending = ENDING_NONE,
					.key = key,
					.print = "",
					.needs = "",
					.findings = "[]",
					.lines = "" };

	journal_add(journal, &nothing);
}

enum status journal_flush(struct journal *journal, struct diag *diag)
{
	const char *at = journal->pending.bytes;
	size_t left = journal->pending.length;

	if (left == 0)
		return STATUS_OK;
	/* What the journal calls done is on the disk before it says so. */
	if (folder_sync(journal->work, diag) != STATUS_OK)
		return STATUS_IO;
	while (left > 0) {
		ssize_t count = write(journal->fd, at, left);

		if (count < 0 && errno != EINTR) {
			diag_error(diag, (struct place){ .file = journal->path }, "giornale",
				   "il giornale non può essere scritto: %s",
				   file_cause(journal->arena, errno));
			return STATUS_IO;
		}
		if (count > 0) {
			at += count;
			left -= (size_t)count;
		}
	}
	text_clear(&journal->pending);
	return STATUS_OK;
}

static enum status rewrite(struct journal *journal, struct arena *arena, struct diag *diag)
{
	struct file_out *out = file_out_open(arena, journal->path);
	struct text text = text_make(arena);

	for (size_t i = 0; i < journal->records.count; i++) {
		const struct record *record = journal->records.entries[i].value;

		if (record->ending != ENDING_NONE)
			add_line(&text, record);
	}
	file_out_write(out, text.bytes, text.length);
	return file_out_commit(out, diag);
}

enum status journal_close(struct journal *journal, struct arena *arena, struct diag *diag)
{
	enum status status = journal_flush(journal, diag);

	close(journal->fd);
	journal->fd = -1;
	if (status != STATUS_OK || !journal->added)
		return status;
	status = rewrite(journal, arena, diag);
	return status == STATUS_OK ? folder_sync(journal->work, diag) : status;
}
