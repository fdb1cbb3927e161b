/* paragraph.c - a paragraph or heading: its lines, and how many of them go on
 * a page.
 *
 * Never one line alone: a page gets at least two lines of a paragraph and
 * leaves at least two, and its last one does not end in a hyphen, because the
 * two halves of a word are one piece of content.
 */
#include "text_private.h"

#define LINES_TOGETHER 2

static struct paragraph *of(struct piece *piece)
{
	return (struct paragraph *)piece;
}

/* Whether a page may end after `n` of the lines left. */
static bool may_end_after(const struct paragraph *paragraph, size_t n)
{
	size_t left = paragraph->lines.count - paragraph->at;

	if (n >= left)
		return true;
	return n >= LINES_TOGETHER && left - n >= LINES_TOGETHER &&
	       !paragraph->lines.items[paragraph->at + n - 1].hyphen;
}

static double height_of(const struct paragraph *paragraph, size_t n)
{
	double height = 0;

	for (size_t i = 0; i < n; i++)
		height += paragraph->lines.items[paragraph->at + i].height;
	return height;
}

static double first(struct piece *piece, double full)
{
	const struct paragraph *paragraph = of(piece);
	size_t left = paragraph->lines.count - paragraph->at, n = 1;

	(void)full;
	if (left == 0)
		return 0;
	while (!may_end_after(paragraph, n))
		n++;
	return height_of(paragraph, n);
}

static double height(struct piece *piece, double limit)
{
	const struct paragraph *paragraph = of(piece);
	double sum = 0;

	for (size_t i = paragraph->at; i < paragraph->lines.count && sum <= limit; i++)
		sum += paragraph->lines.items[i].height;
	return sum;
}

/* How many lines go into a height; at least one when something must. */
static size_t lines_within(const struct paragraph *paragraph, double room, bool must)
{
	size_t left = paragraph->lines.count - paragraph->at, n = 0, most;
	double used = 0;

	while (n < left) {
		used += paragraph->lines.items[paragraph->at + n].height;
		if (used > room + LAYOUT_EPSILON)
			break;
		n++;
	}
	most = n;
	while (n > 0 && !may_end_after(paragraph, n))
		n--;
	if (n > 0 || !must)
		return n;
	return most > 0 ? most : 1;
}

static void open_tag(struct paragraph *paragraph, const struct canvas *canvas)
{
	struct layout *layout = paragraph->piece.layout;

	if (canvas->artifact || paragraph->plain || paragraph->tag != NULL)
		return;
	paragraph->tag = tag_create(layout, paragraph->role, canvas->tag);
	paragraph->tag->language = paragraph->passage.language;
	tag_open(layout, paragraph->tag);
}

static void close_tags(struct paragraph *paragraph)
{
	struct layout *layout = paragraph->piece.layout;

	for (int i = 0; i < paragraph->passage.mark_count; i++)
		tag_close(layout, &paragraph->passage.marks[i].tag);
	tag_close(layout, &paragraph->tag);
}

static struct placed place(struct piece *piece, const struct canvas *canvas, double x, double y,
			   struct region region)
{
	struct paragraph *paragraph = of(piece);
	size_t n = lines_within(paragraph, region.height, region.top);
	struct placed placed = { .any = n > 0 };

	if (n > 0)
		open_tag(paragraph, canvas);
	for (size_t i = 0; i < n; i++) {
		const struct line *line = &paragraph->lines.items[paragraph->at++];

		line_draw(canvas, &paragraph->passage, &paragraph->lines, line, paragraph->align,
			  paragraph->plain ? canvas->tag : paragraph->tag, x + paragraph->shift,
			  y + placed.height);
		placed.height += line->height;
	}
	placed.done = paragraph->at == paragraph->lines.count;
	if (placed.done)
		close_tags(paragraph);
	return placed;
}

static const struct piece_kind paragraph_kind = { .first = first,
						  .height = height,
						  .place = place };

/* A cell that aligns on the comma centres what is no number (table_row.c). */
static enum document_align align_in(const struct setting *setting,
				    const struct document_style *style)
{
	if (style->align != DOCUMENT_DECIMAL)
		return style->align;
	return setting->cell != NULL ? DOCUMENT_CENTRE : DOCUMENT_RIGHT;
}

/* The number of a heading goes before its words. */
static void add_heading_number(struct passage *passage, const struct document_block *block)
{
	const char *number = block->as.heading->number;
	struct span span = { .look = look_of(&block->style->character), .mark = -1 };

	if (number == NULL || *number == '\0')
		return;
	passage_add(passage, &span, number);
	passage_add(passage, &span, " ");
}

struct piece *paragraph_create(const struct setting *setting, const struct document_block *block,
			       enum page_role role)
{
	struct paragraph *paragraph = arena_new(setting->arena, struct paragraph);
	struct measure measure = measure_of(block->style, setting->width);

	piece_init(&paragraph->piece, &paragraph_kind, setting, block);
	paragraph->role = role;
	paragraph->align = align_in(setting, block->style);
	measure.justify = paragraph->align == DOCUMENT_JUSTIFY;
	paragraph->passage = passage_make(setting, piece_language(setting->layout, block));
	if (block->kind == DOCUMENT_HEADING)
		add_heading_number(&paragraph->passage, block);
	passage_add_inlines(&paragraph->passage, setting, block->text_first);
	passage_shape(&paragraph->passage);
	paragraph->lines = lines_break(&paragraph->passage, &measure);
	return &paragraph->piece;
}

struct paragraph *paragraph_of(struct piece *piece)
{
	return piece->kind == &paragraph_kind ? of(piece) : NULL;
}
