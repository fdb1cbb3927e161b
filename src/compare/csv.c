/* csv.c - a row for each thing said. Source: RFC 4180. */
#include "compare_private.h"

#include "base/escape.h"

#include <string.h>

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

static const char header[] = "elemento,esito,id,codice,titolo,campo,anno,prima,dopo,differenza";

struct csv {
	struct text *out;
	bool excel;
	bool first; /* cell of its row */
};

static void put(struct csv *csv, const char *text, enum escape_csv kind)
{
	if (!csv->first)
		text_add_char(csv->out, csv->excel ? ';' : ',');
	csv->first = false;
	escape_csv(csv->out, text, csv->excel ? ';' : ',', kind);
}

/* A comparison sign alone is no formula. */
static bool is_operator(const char *text)
{
	return strlen(text) <= 2 && strspn(text, "<=>") == strlen(text);
}

/* Text, or a number, which has a comma where the spreadsheet is Italian. */
static void put_data(struct csv *csv, const char *text)
{
	const struct number *number;
	char *copy, *point;

	if (text == NULL || !number_parse(&number, NULL, csv->out->arena, text)) {
		put(csv, text, text != NULL && is_operator(text) ? CSV_NUMBER : CSV_TEXT);
		return;
	}
	copy = arena_strdup(csv->out->arena, text);
	point = strchr(copy, '.');
	if (csv->excel && point != NULL)
		*point = ',';
	put(csv, copy, CSV_NUMBER);
}

static void begin_row(struct csv *csv, const struct compare_entry *entry)
{
	csv->first = true;
	put(csv, compare_kind_name(entry->kind), CSV_TEXT);
	put(csv, compare_state_name(entry->state), CSV_TEXT);
	put(csv, entry->id, CSV_TEXT);
	put(csv, entry->code, CSV_TEXT);
	put(csv, entry->title, CSV_TEXT);
}

static void put_row(struct csv *csv, const struct compare_entry *entry, const char *field, int year,
		    const char *before, const char *after, const char *difference)
{
	begin_row(csv, entry);
	put(csv, field, CSV_TEXT);
	put(csv, year != 0 ? arena_printf(csv->out->arena, "%d", year) : NULL, CSV_NUMBER);
	put_data(csv, before);
	put_data(csv, after);
	put_data(csv, difference);
	text_add(csv->out, "\r\n");
}

static const char *difference_of(struct arena *arena, const struct number *difference, int decimals)
{
	return difference != NULL ? number_xml(arena, difference, decimals) : NULL;
}

static void put_change(struct csv *csv, const struct compare_entry *entry,
		       const struct compare_change *change)
{
	put_row(csv, entry, change->field, change->year, change->before_data, change->after_data,
		difference_of(csv->out->arena, change->difference, change->decimals));
}

static const char *result_of(struct arena *arena, const struct model_score *score)
{
	if (score == NULL || score->state != MODEL_SCORED)
		return NULL;
	return number_xml(arena, score->value, 2);
}

static void put_results(struct csv *csv, const struct compare_entry *entry)
{
	struct arena *arena = csv->out->arena;
	const char *before = result_of(arena, entry->result_before);
	const char *after = result_of(arena, entry->result_after);

	if (before != NULL || after != NULL)
		put_row(csv, entry, "grado", 0, before, after,
			difference_of(arena, entry->difference, 2));
	if (entry->judgement_changed)
		put_row(csv, entry, "giudizio", 0, entry->judgement_before->label,
			entry->judgement_after->label, NULL);
}

void compare_csv(struct text *out, const struct comparison *comparison, bool excel)
{
	struct csv csv = { .out = out, .excel = excel };

	if (excel)
		text_add(out, BYTE_ORDER_MARK);
	for (const char *c = header; *c != '\0'; c++)
		text_add_char(out, *c == ',' && excel ? ';' : *c);
	text_add(out, "\r\n");
	for (size_t i = 0; i < comparison->entries.count; i++) {
		const struct compare_entry *entry = comparison->entries.items[i];

		if (entry->state == COMPARE_ADDED || entry->state == COMPARE_REMOVED)
			put_row(&csv, entry, NULL, 0, NULL, NULL, NULL);
		for (size_t k = 0; k < entry->changes.count; k++)
			put_change(&csv, entry, entry->changes.items[k]);
		put_results(&csv, entry);
	}
}
