/* csv.c - a row for each thing said. Source: RFC 4180. */
#include "compare_private.h"

#include "base/escape.h"

#include <string.h>

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"
#define RESULT_DECIMALS 2

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

/* Comparison signs and numbers, though they begin like a formula, are none. */
static void put_words(struct csv *csv, const char *text)
{
	const struct number *number;
	bool harmless =
		text != NULL && ((strlen(text) <= 2 && strspn(text, "<=>") == strlen(text)) ||
				 number_parse(&number, NULL, csv->out->arena, text));

	put(csv, text, harmless ? CSV_NUMBER : CSV_TEXT);
}

/* A number has a comma where the spreadsheet is Italian. */
static void put_number(struct csv *csv, const char *text)
{
	char *copy = text != NULL ? arena_strdup(csv->out->arena, text) : NULL;
	char *point = copy != NULL ? strchr(copy, '.') : NULL;

	if (csv->excel && point != NULL)
		*point = ',';
	put(csv, copy, CSV_NUMBER);
}

static void begin_row(struct csv *csv, const struct model_compared *entry)
{
	csv->first = true;
	put(csv, model_compared_kinds[entry->kind], CSV_TEXT);
	put(csv, model_compared_states[entry->state], CSV_TEXT);
	put_words(csv, entry->id);
	put_words(csv, entry->code);
	put_words(csv, entry->title);
}

/* The rest of a row. */
struct cells {
	const char *field;
	int year;
	bool numeric;
	const char *before, *after, *difference;
};

static void put_row(struct csv *csv, const struct model_compared *entry, const struct cells *cells)
{
	void (*put_side)(struct csv * csv, const char *text) =
		cells->numeric ? put_number : put_words;

	begin_row(csv, entry);
	put(csv, cells->field, CSV_TEXT);
	put(csv, cells->year != 0 ? arena_printf(csv->out->arena, "%d", cells->year) : NULL,
	    CSV_NUMBER);
	put_side(csv, cells->before);
	put_side(csv, cells->after);
	put_number(csv, cells->difference);
	text_add(csv->out, "\r\n");
}

static const char *difference_of(struct arena *arena, const struct number *difference, int decimals)
{
	return difference != NULL ? number_xml(arena, difference, decimals) : NULL;
}

static void put_change(struct csv *csv, const struct model_compared *entry,
		       const struct model_difference *change)
{
	struct cells cells = {
		.field = change->field,
		.year = change->year,
		.numeric = change->numeric,
		.before = change->before_data,
		.after = change->after_data,
		.difference = difference_of(csv->out->arena, change->variance.value,
					    change->variance.decimals),
	};

	put_row(csv, entry, &cells);
}

static const char *result_of(struct arena *arena, const struct model_score *score)
{
	if (score == NULL || score->state != MODEL_SCORED)
		return NULL;
	return number_xml(arena, score->value, RESULT_DECIMALS);
}

static void put_results(struct csv *csv, const struct model_compared *entry)
{
	struct arena *arena = csv->out->arena;
	struct cells result = {
		.field = "grado",
		.numeric = true,
		.before = result_of(arena, entry->result_before),
		.after = result_of(arena, entry->result_after),
		.difference = difference_of(arena, entry->difference, RESULT_DECIMALS),
	};
	struct cells judgement = { .field = "giudizio" };

	if (result.before != NULL || result.after != NULL)
		put_row(csv, entry, &result);
	if (!entry->judgement_changed)
		return;
	judgement.before = entry->judgement_before->label;
	judgement.after = entry->judgement_after->label;
	put_row(csv, entry, &judgement);
}

void compare_csv(struct text *out, const struct model_comparison *comparison, bool excel)
{
	struct csv csv = { .out = out, .excel = excel };

	if (excel)
		text_add(out, BYTE_ORDER_MARK);
	for (const char *c = header; *c != '\0'; c++)
		text_add_char(out, *c == ',' && excel ? ';' : *c);
	text_add(out, "\r\n");
	for (size_t i = 0; i < comparison->entries.count; i++) {
		const struct model_compared *entry = comparison->entries.items[i];

		if (entry->state == MODEL_ADDED || entry->state == MODEL_REMOVED)
			put_row(&csv, entry, &(struct cells){ .field = NULL });
		for (size_t k = 0; k < entry->differences.count; k++)
			put_change(&csv, entry, entry->differences.items[k]);
		put_results(&csv, entry);
	}
}
