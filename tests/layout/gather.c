/* gather.c - a sink that keeps what it is given. */
#include "gather.h"

#include <stdlib.h>
#include <string.h>

static struct gather *of(struct page_sink *sink)
{
	return (struct gather *)sink;
}

static long open_tag(struct page_sink *sink, struct page_tag *tag)
{
	struct gather *g = of(sink);
	struct gathered_tag *to;

	if (g->tag_count == g->tag_capacity) {
		size_t capacity = g->tag_capacity ? 2 * g->tag_capacity : 64;

		g->tags = arena_grow(g->arena, g->tags, g->tag_capacity * sizeof(*to),
				     capacity * sizeof(*to));
		g->tag_capacity = capacity;
	}
	to = &g->tags[g->tag_count++];
	*to = (struct gathered_tag){ .role = tag->role,
				     .open = true,
				     .columns = tag->columns,
				     .rows = tag->rows,
				     .scope = tag->scope };
	if (tag->parent != NULL) {
		to->parent = tag->parent->reference;
		g->faults += !g->tags[to->parent - 1].open;
	}
	tag->reference = (long)g->tag_count;
	return tag->reference;
}

static void close_tag(struct page_sink *sink, const struct page_tag *tag)
{
	struct gather *g = of(sink);
	struct gathered_tag *closed = &g->tags[tag->reference - 1];

	g->faults += !closed->open;
	closed->open = false;
	closed->kids = tag->kid_count;
	for (size_t i = 0; i < tag->kid_count; i++)
		if (tag->kids[i].kind == PAGE_KID_TAG)
			g->faults += g->tags[tag->kids[i].reference - 1].open;
}

static char *text_of(struct arena *arena, const struct type_run *run)
{
	struct text text = text_make(arena);

	for (; run != NULL; run = run->next)
		text_add_n(&text, run->text, run->length);
	return text.bytes;
}

static void add_word(struct gather *g, const struct page *page, const struct page_op *mark,
		     const struct page_op *op, const struct page_word *word)
{
	struct gathered_word *to;

	if (g->word_count == g->word_capacity) {
		size_t capacity = g->word_capacity ? 2 * g->word_capacity : 64;

		g->words = arena_grow(g->arena, g->words, g->word_capacity * sizeof(*to),
				      capacity * sizeof(*to));
		g->word_capacity = capacity;
	}
	to = &g->words[g->word_count++];
	to->page = page->index;
	to->size = (double)op->as.text.size;
	to->baseline = op->as.text.y;
	to->x0 = op->as.text.x + (double)word->x;
	to->x1 = to->x0 + (double)word->run->total * to->size / 1000;
	to->text = text_of(g->arena, word->run);
	to->content = mark->as.mark.tag != NULL;
	to->artifact = mark->as.mark.artifact;
	to->space = word->space;
}

static void take_page(struct page_sink *sink, const struct page *page)
{
	struct gather *g = of(sink);
	const struct page_op *mark = NULL;

	g->shipped++;
	g->width = page->width;
	g->height = page->height;
	for (const struct page_op *op = page->first; op != NULL; op = op->next) {
		if (op->kind == PAGE_OP_MARK)
			mark = op;
		g->faults += mark == NULL; /* everything stands in a mark */
		g->painted += op->kind == PAGE_OP_FILL || op->kind == PAGE_OP_STROKE;
		if (op->kind == PAGE_OP_FILL || op->kind == PAGE_OP_STROKE)
			g->faults += op->as.path.count == 0;
		for (size_t i = 0; op->kind == PAGE_OP_TEXT && i < op->as.text.count; i++)
			add_word(g, page, mark, op, &op->as.text.words[i]);
	}
	for (const struct page_annotation *a = page->annotations; a != NULL; a = a->next)
		g->links++;
}

static void take_target(struct page_sink *sink, const char *id, int page, double y)
{
	(void)y;
	text_addf(&of(sink)->targets, "%s %d\n", id, page + 1);
}

static void take_outline(struct page_sink *sink, const struct page_outline *entry)
{
	(void)sink;
	(void)entry;
}

static void take_late(struct page_sink *sink, int page, const struct page_drawing *drawing)
{
	struct text *heads = &of(sink)->heads;

	text_addf(heads, "%d:", page + 1);
	for (const struct page_op *op = drawing->first; op != NULL; op = op->next)
		for (size_t i = 0; op->kind == PAGE_OP_TEXT && i < op->as.text.count; i++)
			text_addf(heads, " %s", text_of(of(sink)->arena, op->as.text.words[i].run));
	text_add(heads, "\n");
}

static enum status finish(struct page_sink *sink, int pages, struct diag *diag)
{
	(void)diag;
	of(sink)->pages = pages;
	return STATUS_OK;
}

struct gather *gather_create(struct arena *arena)
{
	struct gather *g = arena_new(arena, struct gather);

	g->arena = arena;
	g->heads = text_make(arena);
	g->targets = text_make(arena);
	g->sink = (struct page_sink){ .open_tag = open_tag,
				      .close_tag = close_tag,
				      .page = take_page,
				      .target = take_target,
				      .outline = take_outline,
				      .late = take_late,
				      .finish = finish };
	return g;
}

static bool ends_in_hyphen(const struct gathered_word *word)
{
	size_t length = strlen(word->text);

	return length > 1 && word->text[length - 1] == '-';
}

static int compare_pages(const void *left, const void *right)
{
	const struct gathered_word *const *a = left, *const *b = right;

	if ((*a)->page != (*b)->page)
		return ((*a)->page > (*b)->page) - ((*a)->page < (*b)->page);
	return (*a > *b) - (*a < *b); /* as they came */
}

/* Pages held back came late: put in their place. */
static const struct gathered_word **in_order(const struct gather *g)
{
	const struct gathered_word **words =
		arena_array(g->arena, const struct gathered_word *, g->word_count + 1);

	for (size_t i = 0; i < g->word_count; i++)
		words[i] = &g->words[i];
	qsort(words, g->word_count, sizeof(*words), compare_pages);
	return words;
}

char *gather_text(const struct gather *g)
{
	const struct gathered_word **words = in_order(g);
	struct text text = text_make(g->arena);

	for (size_t i = 0; i < g->word_count; i++) {
		const struct gathered_word *word = words[i];
		bool broken = ends_in_hyphen(word);

		if (!word->content)
			continue;
		if (word->space && text.length > 0)
			text_add(&text, " ");
		text_add_n(&text, word->text, strlen(word->text) - broken);
	}
	return text.bytes;
}

const struct gathered_word *gather_find(const struct gather *g, const char *text)
{
	for (size_t i = 0; i < g->word_count; i++)
		if (strcmp(g->words[i].text, text) == 0)
			return &g->words[i];
	return NULL;
}

size_t gather_times(const struct gather *g, const char *text)
{
	size_t times = 0;

	for (size_t i = 0; i < g->word_count; i++)
		times += strcmp(g->words[i].text, text) == 0;
	return times;
}

size_t gather_count(const struct gather *g, enum page_role role)
{
	size_t count = 0;

	for (size_t i = 0; i < g->tag_count; i++)
		count += g->tags[i].role == role;
	return count;
}

bool gather_all_closed(const struct gather *g)
{
	for (size_t i = 0; i < g->tag_count; i++)
		if (g->tags[i].open)
			return false;
	return g->tag_count > 0;
}
