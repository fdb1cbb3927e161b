/* outcome.c - the findings of a job, for machines and for people. */
#include "batch_private.h"

#include "base/escape.h"

static void add_finding(struct text *json, const struct diag_entry *entry)
{
	static const char *const levels[] = { "errore", "avviso", "nota" };

	text_add(json, "{\"file\":");
	escape_json(json, entry->place.file);
	text_addf(json,
		  ",\"riga\":%d,\"colonna\":%d,\"gravita\":\"%s\",\"codice\":", entry->place.line,
		  entry->place.column, levels[entry->level]);
	escape_json(json, entry->code);
	text_add(json, ",\"testo\":");
	escape_json(json, entry->text);
	text_add_char(json, '}');
}

void outcome_findings(struct text *json, struct text *lines, struct diag *diag)
{
	bool failed = diag_has_errors(diag);

	diag_sort(diag);
	text_add_char(json, '[');
	for (size_t i = 0; i < diag->count; i++) {
		const struct diag_entry *entry = &diag->entries[i];

		text_add(json, i > 0 ? "," : "");
		add_finding(json, entry);
		if (failed && entry->level != DIAG_ERROR)
			continue;
		diag_format(lines, entry);
		text_add_char(lines, '\n');
	}
	text_add_char(json, ']');
}

/* No text holds it: there its quotes are escaped. */
size_t outcome_count(const char *json, enum diag_level level)
{
	const char *mark = level == DIAG_WARNING ? "\"gravita\":\"avviso\""
			   : level == DIAG_NOTE  ? "\"gravita\":\"nota\""
						 : "\"gravita\":\"errore\"";
	size_t count = 0;

	for (const char *at = json; (at = strstr(at, mark)) != NULL; at++)
		count++;
	return count;
}

/* A row of the list, or a line of the plan; of a plan in a folder, the file. */
static bool blames(const struct diag_entry *entry, const struct batch_job *job)
{
	const char *file = entry->place.file;

	if (entry->level != DIAG_ERROR || file == NULL)
		return false;
	return strcmp(file, job->place.file) == 0 ||
	       (strcmp(file, job->plan) == 0 && entry->place.line > 0);
}

void outcome_name_row(struct diag *diag, const struct batch_job *job)
{
	const struct diag_entry *first = NULL;

	for (size_t i = 0; i < diag->count; i++) {
		if (blames(&diag->entries[i], job))
			return;
		if (first == NULL && diag->entries[i].level == DIAG_ERROR)
			first = &diag->entries[i];
	}
	if (first != NULL)
		diag_error(diag, job->place, "non-pubblicato",
			   "il piano «%s» non è pubblicato, per l’errore di «%s»; correggere quel "
			   "file, o ciò che lo chiede",
			   job->plan, first->place.file != NULL ? first->place.file : "relazione");
}
