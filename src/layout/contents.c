/* contents.c - the table of contents: number, title, dots, page, each entry a
 * link. Its length does not depend on the page numbers: their place is kept
 * free and filled when all pages are known (late.c).
 */
#include "text_private.h"

#include <math.h>

#define LEVEL_INDENT 1.2 /* em a level, where the styles give none       */
#define NUMBER_GAP   6.0 /* pt at least between a title and its number   */
#define LAST_ENTRIES 3   /* that the last page of a list has at least    */
#define NEAR_END     0.3 /* of a page: what is left when it is about to end */

/* One line of the list: a heading that can be found by its number. */
struct entry {
	struct piece piece;
	const struct anchor *anchor;
	struct passage passage;
	struct lines lines;
	struct look look;
	double reserved; /* for the page number */
	int level;
};

struct contents {
	struct piece piece;
	struct setting setting;
	const struct document_contents_entry *next;
	struct entry *entry;                   /* the next one, prepared; NULL: none left */
	bool styled;                           /* the styles of the levels indent         */
	struct page_tag *lists[LAYOUT_LEVELS]; /* TOC in TOC, by level */
	size_t depth;
};

/* ---- one entry ------------------------------------------------------------ */

static const struct document_style *style_of(const struct contents *contents, int level)
{
	const struct document_contents *data = contents->piece.block->as.contents;

	if (data->styles != NULL && level <= data->levels && data->styles[level - 1] != NULL)
		return data->styles[level - 1];
	return contents->piece.block->style;
}

/* Adds number and title; returns the hanging indent. */
static double add_words(struct entry *entry, const struct setting *setting,
			const struct document_heading *heading)
{
	struct passage *passage = &entry->passage;
	struct span span = { .look = entry->look };
	double indent = 0;

	span.mark = passage_add_mark(
		passage, (struct mark){ .role = PAGE_LINK, .target = entry->anchor->id });
	if (heading->number != NULL && *heading->number != '\0') {
		passage_add(passage, &span, heading->number);
		passage_add(passage, &span, " ");
		indent = passage_width(setting, &entry->look, heading->number) +
			 type_blank(setting->layout->type, entry->look.variant) * entry->look.size /
				 1000;
	}
	passage_add(passage, &span, heading->title != NULL ? heading->title : "");
	passage_shape(passage);
	return indent;
}

static double entry_first(struct piece *piece, double full)
{
	const struct entry *entry = (const struct entry *)piece;
	double height = 0;

	(void)full;
	for (size_t i = 0; i < entry->lines.count; i++)
		height += entry->lines.items[i].height;
	return height;
}

static double entry_height(struct piece *piece, double limit)
{
	return entry_first(piece, limit);
}

static void add_number(struct entry *entry, const struct canvas *canvas, struct page_tag *link,
		       const struct page_word *placeholder, double start, double x, double y)
{
	struct late_leaf *leaf = late_add(canvas);
	struct page_op *op;

	canvas_mark_artifact(canvas);
	leaf->leader = canvas_add(canvas, PAGE_OP_TEXT);
	leaf->leader->as.text.y = y;
	leaf->leader->as.text.size = (float)entry->look.size;
	leaf->leader->as.text.colour = entry->look.colour;
	leaf->leader_start = start;
	canvas_mark(canvas, link);
	op = leaf->op = leaf->last = canvas_add(canvas, PAGE_OP_TEXT);
	*op = (struct page_op){ .kind = PAGE_OP_TEXT };
	op->as.text.x = x;
	op->as.text.y = y;
	op->as.text.size = (float)entry->look.size;
	op->as.text.colour = entry->look.colour;
	op->as.text.words = placeholder;
	op->as.text.count = 1;
	leaf->anchor = entry->anchor;
	leaf->look = entry->look;
	leaf->reserved = entry->reserved;
}

/* Dots and number at the end of the last line. */
static void draw_end(struct entry *entry, const struct canvas *canvas, struct page_tag *link,
		     const struct line *line, double x, double y)
{
	struct layout *layout = entry->piece.layout;
	struct page_word *word = arena_new(canvas->arena, struct page_word);
	double start = x + line->indent + line->natural;
	double right = x + entry->piece.width, baseline = y + line->baseline;

	word->run = type_shape(layout->type, entry->look.variant, "0", 1);
	word->space = true;
	add_number(entry, canvas, link, word, start, right - entry->reserved, baseline);
}

static void draw_lines(struct entry *entry, const struct canvas *canvas, double x, double y)
{
	struct layout *layout = entry->piece.layout;
	struct page_tag *item = tag_begin(layout, PAGE_TOCI, canvas->tag);
	struct page_tag *reference = tag_begin(layout, PAGE_REFERENCE, item);
	struct page_tag **link = &entry->passage.marks[0].tag;

	entry->passage.marks[0].reach = x + entry->piece.width;
	for (size_t i = 0; i < entry->lines.count; i++) {
		const struct line *line = &entry->lines.items[i];

		line_draw(canvas, &entry->passage, &entry->lines, line, DOCUMENT_LEFT, reference, x,
			  y);
		if (i + 1 == entry->lines.count && *link != NULL)
			draw_end(entry, canvas, *link, line, x, y);
		y += line->height;
	}
	tag_close(layout, link);
	tag_close(layout, &reference);
	tag_close(layout, &item);
}

static struct placed entry_place(struct piece *piece, const struct canvas *canvas, double x,
				 double y, struct region region)
{
	struct entry *entry = (struct entry *)piece;
	struct placed placed = { .height = entry_first(piece, 0), .done = true };

	if (!region.top && placed.height > region.height + LAYOUT_EPSILON)
		return (struct placed){ 0 };
	placed.any = placed.height > 0;
	if (!canvas->artifact && canvas->sheet != NULL)
		draw_lines(entry, canvas, x, y);
	return placed;
}

static const struct piece_kind entry_kind = { .first = entry_first,
					      .height = entry_height,
					      .place = entry_place };

static void break_entry(struct entry *entry, const struct contents *contents,
			const struct document_style *style, const struct document_heading *heading)
{
	struct measure measure = measure_of(style, contents->setting.width);
	double level = (entry->level - 1) * LEVEL_INDENT * entry->look.size, hang;

	if (!contents->styled)
		measure.indent_first = measure.indent_rest = measure.indent_rest + level;
	hang = add_words(entry, &contents->setting, heading);
	measure.width -= entry->reserved + NUMBER_GAP;
	measure.indent_rest = measure.indent_first + hang;
	if (measure.width - measure.indent_rest < LAYOUT_WIDTH_MIN * 3)
		measure.indent_first = measure.indent_rest = 0;
	measure.justify = false;
	entry->lines = lines_break(&entry->passage, &measure);
}

static struct entry *make_entry(struct contents *contents, const struct document_block *block)
{
	struct setting *setting = &contents->setting;
	struct entry *entry = arena_new(setting->arena, struct entry);
	const struct document_heading *heading = block->as.heading;
	int level = heading->level < 1 ? 1 : heading->level;
	const struct document_style *style;

	entry->level = level > LAYOUT_LEVELS ? LAYOUT_LEVELS : level;
	style = style_of(contents, entry->level);
	piece_init(&entry->piece, &entry_kind, setting, NULL);
	entry->piece.before = style->space_before_pt;
	entry->piece.after = style == contents->piece.block->style ? 0 : style->space_after_pt;
	entry->anchor = anchor_of(setting->layout, block);
	entry->look = look_of(&style->character);
	entry->reserved = passage_width(setting, &entry->look, late_digits(setting->layout));
	entry->passage = passage_make(setting, NULL);
	break_entry(entry, contents, style, heading);
	return entry;
}

/* ---- the list ----------------------------------------------------------------- */

static struct contents *of(struct piece *piece)
{
	return (struct contents *)piece;
}

static void advance(struct contents *contents)
{
	contents->entry = NULL;
	if (contents->next == NULL)
		return;
	contents->entry = make_entry(contents, contents->next->heading);
	contents->next = contents->next->next;
}

static double first(struct piece *piece, double full)
{
	struct contents *contents = of(piece);

	return contents->entry != NULL ? entry_first(&contents->entry->piece, full) : 0;
}

/* Only asked to learn whether all fits a page: counted in lines. */
static double height(struct piece *piece, double limit)
{
	struct contents *contents = of(piece);
	double sum = first(piece, limit);

	for (const struct document_contents_entry *e = contents->next; e != NULL && sum <= limit;
	     e = e->next)
		sum += first(piece, limit);
	return sum;
}

static int level_of(const struct document_block *block)
{
	return block->as.heading->level;
}

/* How many entries, from the next one on, stand on one page: the last ones of
 * the list, or a chapter with the first of its parts. */
static size_t count_together(const struct contents *contents)
{
	const struct document_contents_entry *next = contents->next;
	size_t left = 1;

	for (const struct document_contents_entry *e = next; e != NULL && left <= LAST_ENTRIES;
	     e = e->next)
		left++;
	if (left <= LAST_ENTRIES)
		return left;
	return level_of(next->heading) > contents->entry->level ? 2 : 1;
}

/* Height of the next entry and of those that stand with it. */
static double together_height(struct contents *contents)
{
	const struct document_contents_entry *next = contents->next;
	double sum = entry_first(&contents->entry->piece, 0);
	double after = contents->entry->piece.after;

	for (size_t left = count_together(contents); left > 1; left--, next = next->next) {
		struct entry *entry = make_entry(contents, next->heading);

		sum += fmax(after, entry->piece.before) + entry_first(&entry->piece, 0);
		after = entry->piece.after;
	}
	return sum;
}

/* Whether the next entry has to wait for another page. */
static bool must_wait(struct contents *contents, struct region left)
{
	if (left.top || left.height > NEAR_END * left.full)
		return false;
	return together_height(contents) > left.height + LAYOUT_EPSILON;
}

/* Lists in lists, as deep as the level. */
static void open_lists(struct contents *contents, const struct canvas *canvas, size_t level)
{
	struct layout *layout = contents->piece.layout;

	while (contents->depth > level)
		tag_close(layout, &contents->lists[--contents->depth]);
	while (contents->depth < level) {
		struct page_tag *parent =
			contents->depth > 0 ? contents->lists[contents->depth - 1] : canvas->tag;

		contents->lists[contents->depth++] = tag_begin(layout, PAGE_TOC, parent);
	}
}

static struct placed place(struct piece *piece, const struct canvas *canvas, double x, double y,
			   struct region region)
{
	struct contents *contents = of(piece);
	struct canvas inner = *canvas;
	struct placed out = { 0 };
	double after = 0;

	while (contents->entry != NULL) {
		struct entry *entry = contents->entry;
		double gap = out.any ? fmax(after, entry->piece.before) : 0;
		struct region left = { region.height - out.height - gap, region.full,
				       region.top && !out.any };

		if (must_wait(contents, left))
			return out;
		open_lists(contents, canvas, (size_t)entry->level);
		inner.tag = contents->lists[contents->depth - 1];
		out.height +=
			gap +
			entry_place(&entry->piece, &inner, x, y + out.height + gap, left).height;
		out.any = true;
		after = entry->piece.after;
		advance(contents);
	}
	open_lists(contents, canvas, 0);
	out.done = true;
	return out;
}

static const struct piece_kind contents_kind = { .first = first, .height = height, .place = place };

static bool levels_indent(const struct contents *contents)
{
	const struct document_contents *data = contents->piece.block->as.contents;

	for (int i = 1; data->styles != NULL && i < data->levels; i++)
		if (data->styles[i] != NULL && data->styles[i]->indent_left_pt > 0)
			return true;
	return false;
}

struct piece *contents_create(const struct setting *setting, const struct document_block *block)
{
	struct contents *contents = arena_new(setting->arena, struct contents);

	piece_init(&contents->piece, &contents_kind, setting, block);
	contents->setting = *setting;
	contents->next = block->as.contents->first;
	contents->styled = levels_indent(contents);
	advance(contents);
	return &contents->piece;
}
