/* edition.c - the public edition: a plan without what is individual.
 *
 * It is cut from the source before reading, not from the model after scoring,
 * so that the plan a reader finds attached gives the very figures printed.
 */
#include "job_private.h"

#include "base/escape.h"
#include "input/input.h"

#include <stdlib.h>
#include <string.h>

struct cut {
	size_t start, end;
	const char *instead; /* put in its place, or NULL */
};

struct cuts {
	struct arena *arena;
	struct cut *items;
	size_t count, capacity;
};

static void add_cut(struct cuts *cuts, size_t start, size_t end, const char *instead)
{
	if (end <= start)
		return;
	if (cuts->count == cuts->capacity) {
		size_t capacity = cuts->capacity ? cuts->capacity * 2 : 16;

		cuts->items =
			arena_grow(cuts->arena, cuts->items, cuts->capacity * sizeof *cuts->items,
				   capacity * sizeof *cuts->items);
		cuts->capacity = capacity;
	}
	cuts->items[cuts->count++] = (struct cut){ start, end, instead };
}

static int by_start(const void *a, const void *b)
{
	size_t x = ((const struct cut *)a)->start, y = ((const struct cut *)b)->start;

	return x < y ? -1 : x > y;
}

/* ---- what is individual ----------------------------------------------------------- */

bool job_is_individual(const struct model_item *item)
{
	const struct model_list *content;

	if (item->objective != NULL)
		return model_is_individual(item->objective);
	content = &item->area->content;
	for (size_t i = 0; i < content->count; i++)
		if (!job_is_individual(content->items[i]))
			return false;
	return content->count > 0;
}

static void find_individual(struct cuts *cuts, const struct model_list *content)
{
	for (size_t i = 0; i < content->count; i++) {
		const struct model_item *item = content->items[i];
		const struct model_objective *objective = item->objective;
		const struct model_area *area = item->area;

		if (!job_is_individual(item))
			find_individual(cuts, objective ? &objective->content : &area->content);
		else if (objective != NULL)
			add_cut(cuts, objective->start, objective->end, NULL);
		else
			add_cut(cuts, area->start, area->end, NULL);
	}
}

static void find_sheets(struct cuts *cuts, const struct model_plan *plan, const char *count)
{
	for (size_t i = 0; i < plan->assignments.count; i++) {
		const struct model_assignment *sheet = plan->assignments.items[i];

		if (sheet->posts.count > 0) {
			add_cut(cuts, sheet->start, sheet->end, count);
			count = NULL;
		} else {
			find_individual(cuts, &sheet->content);
		}
	}
}

/* ---- the staff as a whole ------------------------------------------------------ */

static void put_people(struct text *out, const char *name, const struct model_figure *people)
{
	if (people->number != NULL)
		escape_attribute(out, name, number_xml(out->arena, people->number, 0));
}

static void put_band(struct text *out, const struct model_staff_band *band)
{
	text_add(out, "<fascia");
	if (band->others)
		escape_attribute(out, "altri", "si");
	else
		escape_attribute(out, "etichetta", band->label);
	put_people(out, "numero", &band->number);
	text_add(out, "/>");
}

static void put_group(struct text *out, const struct model_staff_group *group)
{
	text_add(out, "<categoria");
	escape_attribute(out, "nome", group->name);
	put_people(out, "valutati", &group->evaluated);
	text_add_char(out, '>');
	for (size_t i = 0; i < group->bands.count; i++)
		put_band(out, group->bands.items[i]);
	text_add(out, "</categoria>");
}

/* What was counted from the sheets stands where they stood, on one line: the
 * plan that is handed on gives the same figures without them. */
static const char *count_of(struct arena *arena, const struct model_staff *staff)
{
	struct text out = text_make(arena);

	text_addf(&out, "<valutati xmlns=\"" INPUT_NAMESPACE "\" anno=\"%d\"", staff->year);
	put_people(&out, "minimo", &staff->minimum);
	text_add_char(&out, '>');
	if (staff->criteria != NULL) {
		text_add(&out, "<criteri>");
		escape_markup(&out, staff->criteria);
		text_add(&out, "</criteri>");
	}
	for (size_t i = 0; i < staff->groups.count; i++)
		put_group(&out, staff->groups.items[i]);
	text_add(&out, "</valutati>");
	return out.bytes;
}

/* Returns what has been counted but stands nowhere in the source, or NULL. */
static const char *find_count(struct cuts *cuts, const struct model_staff *staff)
{
	const char *count;

	if (staff == NULL || !staff->counted)
		return NULL;
	count = count_of(cuts->arena, staff);
	if (staff->end == 0)
		return count;
	add_cut(cuts, staff->start, staff->end, count);
	return NULL;
}

/* All bands or none: one that is left out alone could be worked out. */
static void find_thin(struct cuts *cuts, const struct model_staff *staff)
{
	for (size_t i = 0; i < staff->groups.count; i++) {
		const struct model_staff_group *group = staff->groups.items[i];

		if (!model_staff_is_thin(group, model_staff_least(staff)))
			continue;
		for (size_t k = 0; k < group->bands.count; k++) {
			const struct model_staff_band *band = group->bands.items[k];

			add_cut(cuts, band->start, band->end, NULL);
		}
	}
}

static void find_staff(struct cuts *cuts, const struct model_plan *plan)
{
	for (size_t i = 0; i < plan->bonuses.count; i++)
		find_thin(cuts, plan->bonuses.items[i]);
	if (plan->evaluated != NULL && !plan->evaluated->counted)
		find_thin(cuts, plan->evaluated);
}

/* ---- what the office says to itself ------------------------------------------------ */

static bool is_blank(char c)
{
	return c != '\0' && strchr(" \t\r\n", c) != NULL;
}

static bool starts_with(const char *at, const char *end, const char *words)
{
	size_t length = strlen(words);

	return (size_t)(end - at) >= length && memcmp(at, words, length) == 0;
}

static bool is_declaration(const char *at, const char *end)
{
	return starts_with(at, end, "<?xml") && end - at > 5 && is_blank(at[5]);
}

static bool is_remark(const char *at, const char *end)
{
	return starts_with(at, end, "<!--") ||
	       (starts_with(at, end, "<?") && !is_declaration(at, end));
}

/* What follows the next `words`, or the end. */
static const char *after(const char *at, const char *end, const char *words)
{
	while (at < end && !starts_with(at, end, words))
		at++;
	return at < end ? at + strlen(words) : end;
}

/* The sign of a person tells which posts are one's, and attributes of other
 * vocabularies are the office's own, like its remarks. */
static bool is_internal(const char *name, const char *end)
{
	size_t length = (size_t)(end - name);
	bool foreign = memchr(name, ':', length) != NULL && !starts_with(name, end, "xml:") &&
		       !starts_with(name, end, "xmlns:");

	return foreign || (length == strlen("persona") && starts_with(name, end, "persona"));
}

/* Cuts the attribute whose value stands from `quote` to `after`, with the blanks
 * before it, when it is for the office alone. */
static void find_attribute(struct cuts *cuts, const char *data, const char *quote,
			   const char *after_value)
{
	const char *end = quote, *name, *start;

	while (is_blank(end[-1]) || end[-1] == '=')
		end--;
	for (name = end; !is_blank(name[-1]);)
		name--;
	for (start = name; is_blank(start[-1]);)
		start--;
	if (is_internal(name, end))
		add_cut(cuts, (size_t)(start - data), (size_t)(after_value - data), NULL);
}

/* What follows the tag whose name begins at `at`. */
static const char *find_attributes(struct cuts *cuts, const char *data, const char *at,
				   const char *end)
{
	while (at < end && *at != '>') {
		const char *quote = at++;

		if (*quote != '"' && *quote != '\'')
			continue;
		at = memchr(at, *quote, (size_t)(end - at));
		if (at == NULL)
			return end;
		find_attribute(cuts, data, quote, ++at);
	}
	return at;
}

/* Comments and processing instructions are the office's own notes, which nobody
 * has read for what they say of whom. The declaration stays. */
static void find_remarks(struct cuts *cuts, struct bytes source)
{
	const char *data = source.data, *end = data + source.length, *at = data;

	while ((at = memchr(at, '<', (size_t)(end - at))) != NULL) {
		const char *start = at;

		if (starts_with(at, end, "<![CDATA[")) {
			at = after(at, end, "]]>");
			continue;
		}
		if (starts_with(at, end, "<!--"))
			at = after(at + strlen("<!--"), end, "-->");
		else if (starts_with(at, end, "<?"))
			at = after(at, end, "?>");
		else
			at = find_attributes(cuts, data, at + 1, end);
		if (is_remark(start, end))
			add_cut(cuts, (size_t)(start - data), (size_t)(at - data), NULL);
	}
}

/* ---- the whole ---------------------------------------------------------------------- */

static void find_cuts(struct cuts *cuts, const struct model_plan *plan)
{
	find_sheets(cuts, plan, find_count(cuts, plan->evaluated));
	find_staff(cuts, plan);
	find_individual(cuts, &plan->content);
	find_remarks(cuts, plan->source);
	if (cuts->count > 1)
		qsort(cuts->items, cuts->count, sizeof *cuts->items, by_start);
}

/* Line ends stay, so that findings still name the lines of the source. */
static void copy_line_ends(struct text *out, const char *from, const char *to)
{
	for (; from < to; from++)
		if (*from == '\n')
			text_add_char(out, '\n');
}

struct bytes job_public_source(struct arena *arena, const struct model_plan *plan)
{
	struct cuts cuts = { .arena = arena };
	struct text out = text_make(arena);
	const char *data = plan->source.data;
	size_t at = 0;

	find_cuts(&cuts, plan);
	for (size_t i = 0; i < cuts.count; i++) {
		if (cuts.items[i].start < at || cuts.items[i].end > plan->source.length)
			continue; /* inside one that is already cut */
		text_add_n(&out, data + at, cuts.items[i].start - at);
		text_add(&out, cuts.items[i].instead != NULL ? cuts.items[i].instead : "");
		copy_line_ends(&out, data + cuts.items[i].start, data + cuts.items[i].end);
		at = cuts.items[i].end;
	}
	text_add_n(&out, data + at, plan->source.length - at);
	return (struct bytes){ .data = out.bytes, .length = out.length };
}
