#include "base/diag.h"

#include "base/map.h"
#include "base/terminal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ENTRIES_FIRST 16

struct diag diag_make(struct arena *arena)
{
	return (struct diag){ .arena = arena };
}

static struct diag_entry *add_entry(struct diag *diag)
{
	if (diag->count == diag->capacity) {
		size_t capacity = diag->capacity == 0 ? ENTRIES_FIRST : diag->capacity * 2;

		diag->entries = arena_grow(diag->arena, diag->entries,
					   diag->capacity * sizeof(*diag->entries),
					   capacity * sizeof(*diag->entries));
		diag->capacity = capacity;
	}
	return &diag->entries[diag->count++];
}

/* Ends a text that did not fit with an ellipsis after its last whole character. */
static void cut_short(char *text)
{
	static const char ellipsis[] = "\u2026";
	size_t length = DIAG_TEXT_MAX - strlen(ellipsis);

	while (length > 0 && ((unsigned char)text[length] & 0xC0) == 0x80)
		length--;
	memcpy(text + length, ellipsis, sizeof(ellipsis));
}

void diag_add(struct diag *diag, enum diag_level level, struct place place, const char *code,
	      const char *format, ...)
{
	char text[DIAG_TEXT_MAX + 1];
	struct diag_entry *entry;
	va_list args;
	int length;

	if (diag->counts[level]++ >= DIAG_ENTRIES_MAX)
		return;
	va_start(args, format);
	length = vsnprintf(text, sizeof(text), format, args);
	va_end(args);
	if (length < 0)
		text[0] = '\0';
	else if (length > DIAG_TEXT_MAX)
		cut_short(text);
	entry = add_entry(diag);
	*entry = (struct diag_entry){
		.level = level,
		.place = place,
		.code = code,
		.text = arena_strdup(diag->arena, text),
		.order = diag->count - 1,
	};
}

bool diag_has_errors(const struct diag *diag)
{
	return diag->counts[DIAG_ERROR] > 0;
}

struct ranked {
	struct diag_entry entry;
	size_t file_rank; /* order of the first finding in the same file */
};

static int compare_sizes(size_t a, size_t b)
{
	return (a > b) - (a < b);
}

static int compare_ranked(const void *left, const void *right)
{
	const struct ranked *a = left, *b = right;

	if (a->file_rank != b->file_rank)
		return compare_sizes(a->file_rank, b->file_rank);
	if (a->entry.place.line != b->entry.place.line)
		return a->entry.place.line < b->entry.place.line ? -1 : 1;
	if (a->entry.place.column != b->entry.place.column)
		return a->entry.place.column < b->entry.place.column ? -1 : 1;
	return compare_sizes(a->entry.order, b->entry.order);
}

/* Files by the order of the earliest finding in each, so that sorting a sorted
 * list again changes nothing. */
static void rank_files(struct ranked *ranked, size_t count, struct arena *arena)
{
	struct map first = map_make(arena);

	for (size_t i = 0; i < count; i++) {
		const char *file = ranked[i].entry.place.file;
		struct ranked *earliest = map_put(&first, file != NULL ? file : "", &ranked[i]);

		ranked[i].file_rank = i;
		if (earliest != NULL)
			ranked[i].file_rank = earliest->file_rank;
	}
}

static int compare_orders(const void *left, const void *right)
{
	const struct ranked *a = left, *b = right;

	return compare_sizes(a->entry.order, b->entry.order);
}

void diag_sort(struct diag *diag)
{
	struct arena_mark mark = arena_mark(diag->arena);
	struct ranked *ranked = arena_array(diag->arena, struct ranked, diag->count);

	for (size_t i = 0; i < diag->count; i++)
		ranked[i].entry = diag->entries[i];
	qsort(ranked, diag->count, sizeof(*ranked), compare_orders);
	rank_files(ranked, diag->count, diag->arena);
	qsort(ranked, diag->count, sizeof(*ranked), compare_ranked);
	for (size_t i = 0; i < diag->count; i++)
		diag->entries[i] = ranked[i].entry;
	arena_release(diag->arena, mark);
}

static void add_place(struct text *out, struct place place)
{
	if (place.file == NULL)
		return;
	terminal_add_spelled(out, place.file);
	if (place.line > 0)
		text_addf(out, ":%d", place.line);
	if (place.line > 0 && place.column > 0)
		text_addf(out, ":%d", place.column);
	text_add(out, ": ");
}

void diag_format(struct text *out, const struct diag_entry *entry)
{
	static const char *const levels[] = {
		[DIAG_ERROR] = "errore",
		[DIAG_WARNING] = "avviso",
		[DIAG_NOTE] = "nota",
	};

	add_place(out, entry->place);
	text_addf(out, "%s: ", levels[entry->level]);
	terminal_add_spelled(out, entry->text);
	text_addf(out, " [%s]", entry->code);
}
