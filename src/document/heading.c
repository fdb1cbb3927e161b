/* Numbers of headings, and the contents lists made from them. */
#include "document_private.h"

#include <stdlib.h>
#include <string.h>

struct numbering {
	struct document *document;
	struct diag *diag;
	int last_level;
	int counters[DOCUMENT_LEVELS_MAX + 2];        /* of the last number given, by level */
	const char *numbers[DOCUMENT_LEVELS_MAX + 2]; /* as printed; NULL: without          */
	struct map series;                            /* name -> int, how many so far       */
};

/* An explicit number goes on being counted: after "3.0" comes "3.1". */
static int trailing_number(const char *number)
{
	size_t length = strlen(number), start = length;

	while (start > 0 && number[start - 1] >= '0' && number[start - 1] <= '9')
		start--;
	return start < length && length - start < 6 ? (int)strtol(number + start, NULL, 10) : 0;
}

static const char *next_in_series(struct numbering *n, const char *series)
{
	int *count = map_find(&n->series, series);

	if (count == NULL) {
		count = arena_new(n->document->arena, int);
		map_put(&n->series, series, count);
	}
	return arena_printf(n->document->arena, "%s %d", series, ++*count);
}

static const char *next_number(struct numbering *n, int level)
{
	const char *above = NULL;

	n->counters[level]++;
	for (int i = level - 1; i >= 1 && above == NULL; i--)
		above = n->numbers[i];
	if (above == NULL)
		return arena_printf(n->document->arena, "%d", n->counters[level]);
	return arena_printf(n->document->arena, "%s.%d", above, n->counters[level]);
}

static void give_number(struct numbering *n, struct document_heading *heading)
{
	if (heading->series != NULL)
		heading->number = next_in_series(n, heading->series);
	else if (heading->numbering == DOCUMENT_NUMBER_AUTO)
		heading->number = next_number(n, heading->level);
	else if (heading->numbering == DOCUMENT_NUMBER_TEXT && heading->number != NULL)
		n->counters[heading->level] = trailing_number(heading->number);
}

static void check_level(struct numbering *n, const struct document_block *block)
{
	const struct document_heading *heading = block->as.heading;

	if (heading->level > n->last_level + 1)
		diag_error(n->diag, block->place, "livello-saltato",
			   "il titolo «%s» è di livello %d ma viene dopo uno di livello %d: usare "
			   "livello=\"%d\", o aggiungere il titolo che manca",
			   heading->title, heading->level, n->last_level, n->last_level + 1);
	n->last_level = heading->level;
}

static void number_heading(struct document_block *block, void *user)
{
	struct numbering *n = user;
	struct document_heading *heading = block->as.heading;

	if (block->kind != DOCUMENT_HEADING)
		return;
	heading->title = document_plain(n->document, block->text_first);
	check_level(n, block);
	give_number(n, heading);
	n->numbers[heading->level] = heading->number;
	for (int level = heading->level + 1; level <= DOCUMENT_LEVELS_MAX + 1; level++) {
		n->counters[level] = 0;
		n->numbers[level] = NULL;
	}
	if (heading->start >= 0)
		n->counters[heading->level + 1] = heading->start - 1;
}

void document_number_headings(struct document *document, struct diag *diag)
{
	struct numbering n = { .document = document, .diag = diag };

	n.series = map_make(document->arena);
	document_walk(document, number_heading, &n);
}

struct contents_filling {
	struct document *document;
	struct document_block **lists; /* CONTENTS blocks met */
	size_t list_count;
};

static void count_contents(struct document_block *block, void *user)
{
	*(size_t *)user += block->kind == DOCUMENT_CONTENTS;
}

static void collect_contents(struct document_block *block, void *user)
{
	struct contents_filling *filling = user;

	if (block->kind == DOCUMENT_CONTENTS)
		filling->lists[filling->list_count++] = block;
}

static void add_entry(struct document *document, struct document_contents *contents,
		      const struct document_block *heading)
{
	struct document_contents_entry *entry =
		arena_new(document->arena, struct document_contents_entry);

	entry->heading = heading;
	if (contents->last != NULL)
		contents->last->next = entry;
	else
		contents->first = entry;
	contents->last = entry;
}

static void enter_heading(struct document_block *block, void *user)
{
	struct contents_filling *filling = user;

	if (block->kind != DOCUMENT_HEADING)
		return;
	for (size_t i = 0; i < filling->list_count; i++)
		if (block->as.heading->level <= filling->lists[i]->as.contents->levels)
			add_entry(filling->document, filling->lists[i]->as.contents, block);
}

void document_fill_contents(struct document *document)
{
	struct contents_filling filling = { .document = document };
	size_t count = 0;

	document_walk(document, count_contents, &count);
	if (count == 0)
		return;
	filling.lists = arena_array(document->arena, struct document_block *, count);
	document_walk(document, collect_contents, &filling);
	document_walk(document, enter_heading, &filling);
}
