/* signatures.c - who signs: role, room to write, a rule; a form field over
 * the room where the template asks for one. */
#include "text_private.h"

#include <math.h>

#define PER_ROW_MAX 3
#define WIDTH_MIN   150.0 /* pt of one signature */
#define GUTTER      24.0
#define ROOM        42.0 /* height to write in */
#define RULE        0.6
#define RULE_GREY   0x595959

struct signature {
	const struct document_signature *data;
	struct passage passage;
	struct lines lines;
};

struct signatures {
	struct piece piece;
	struct signature *items;
	size_t count, at;
	int per_row;
	double width; /* of one */
};

static struct signatures *of(struct piece *piece)
{
	return (struct signatures *)piece;
}

static double words_height(const struct signature *signature)
{
	double height = 0;

	for (size_t i = 0; i < signature->lines.count; i++)
		height += signature->lines.items[i].height;
	return height;
}

static size_t row_end(const struct signatures *signatures, size_t from)
{
	size_t end = from + (size_t)signatures->per_row;

	return end < signatures->count ? end : signatures->count;
}

static double row_words_height(const struct signatures *signatures, size_t from)
{
	double height = 0;

	for (size_t i = from; i < row_end(signatures, from); i++)
		height = fmax(height, words_height(&signatures->items[i]));
	return height;
}

static double first(struct piece *piece, double full)
{
	const struct signatures *signatures = of(piece);

	(void)full;
	if (signatures->at == signatures->count)
		return 0;
	return row_words_height(signatures, signatures->at) + ROOM + RULE;
}

static double height(struct piece *piece, double limit)
{
	const struct signatures *signatures = of(piece);
	double sum = 0;

	for (size_t i = signatures->at; i < signatures->count && sum <= limit;
	     i = row_end(signatures, i))
		sum += row_words_height(signatures, i) + ROOM + RULE;
	return sum;
}

static void draw_words(struct signatures *signatures, struct signature *signature,
		       const struct canvas *canvas, double x, double y)
{
	struct layout *layout = signatures->piece.layout;
	struct page_tag *tag = NULL;

	if (!canvas->artifact)
		tag = tag_begin(layout, PAGE_P, canvas->tag);
	for (size_t i = 0; i < signature->lines.count; i++) {
		line_draw(canvas, &signature->passage, &signature->lines,
			  &signature->lines.items[i], DOCUMENT_CENTRE, tag, x, y);
		y += signature->lines.items[i].height;
	}
	tag_close(layout, &tag);
}

static void add_field(struct signatures *signatures, const struct signature *signature,
		      const struct canvas *canvas, double x, double y)
{
	struct layout *layout = signatures->piece.layout;
	const char *role = signature->data->role != NULL ? signature->data->role : "";
	const char *says = arena_printf(canvas->arena, "Firma: %s", role);
	struct page_tag *tag;

	if (!signature->data->field || canvas->artifact || canvas->sheet == NULL)
		return;
	tag = tag_create(layout, PAGE_FORM, canvas->tag);
	tag->alt = says;
	tag_open(layout, tag);
	page_annotate(canvas->sheet->page, tag, PAGE_FIELD_SIGNATURE,
		      (const double[4]){ x, y, x + signatures->width, y + ROOM },
		      signature->data->name != NULL ? signature->data->name : role, says);
	tag_close(layout, &tag);
}

static double draw_row(struct signatures *signatures, const struct canvas *canvas, double x,
		       double y)
{
	double words = row_words_height(signatures, signatures->at);
	size_t end = row_end(signatures, signatures->at);

	for (; signatures->at < end; signatures->at++) {
		struct signature *signature = &signatures->items[signatures->at];

		draw_words(signatures, signature, canvas, x, y);
		add_field(signatures, signature, canvas, x, y + words);
		canvas_fill(canvas,
			    (const double[4]){ x, y + words + ROOM, signatures->width, RULE },
			    RULE_GREY);
		x += signatures->width + GUTTER;
	}
	return words + ROOM + RULE;
}

static struct placed place(struct piece *piece, const struct canvas *canvas, double x, double y,
			   struct region region)
{
	struct signatures *signatures = of(piece);
	struct placed placed = { 0 };

	while (signatures->at < signatures->count) {
		bool must = region.top && !placed.any;

		if (!must && placed.height + first(piece, 0) > region.height + LAYOUT_EPSILON)
			return placed;
		placed.height += draw_row(signatures, canvas, x, y + placed.height);
		placed.any = true;
	}
	placed.done = true;
	return placed;
}

static const struct piece_kind signatures_kind = { .first = first,
						   .height = height,
						   .place = place };

static void make_signature(struct signature *signature, const struct setting *setting,
			   const struct document_signature *data,
			   const struct document_style *style, double width)
{
	struct measure measure = measure_of(style, width);
	struct span span = { .look = look_of(&style->character), .mark = -1 };

	measure.justify = measure.hyphenate = false;
	signature->data = data;
	signature->passage = passage_make(setting, NULL);
	passage_add(&signature->passage, &span, data->role != NULL ? data->role : "");
	passage_shape(&signature->passage);
	signature->lines = lines_break(&signature->passage, &measure);
}

static size_t count_signatures(const struct document_signature *first)
{
	size_t count = 0;

	for (; first != NULL; first = first->next)
		count++;
	return count;
}

static void set_columns(struct signatures *signatures, double width)
{
	int fit = (int)((width + GUTTER) / (WIDTH_MIN + GUTTER));

	fit = fit < 1 ? 1 : fit > PER_ROW_MAX ? PER_ROW_MAX : fit;
	signatures->per_row = (size_t)fit < signatures->count ? fit : (int)signatures->count;
	if (signatures->per_row < 1)
		signatures->per_row = 1;
	signatures->width = (width - GUTTER * (fit - 1)) / fit;
}

struct piece *signatures_create(const struct setting *setting, const struct document_block *block)
{
	struct signatures *signatures = arena_new(setting->arena, struct signatures);
	const struct document_signatures *data = block->as.signatures;
	const struct document_style *style = data->style != NULL ? data->style : block->style;
	size_t i = 0;

	piece_init(&signatures->piece, &signatures_kind, setting, block);
	signatures->piece.together = true;
	signatures->count = count_signatures(data->first);
	signatures->items = arena_array(setting->arena, struct signature, signatures->count);
	set_columns(signatures, setting->width);
	for (const struct document_signature *s = data->first; s != NULL; s = s->next)
		make_signature(&signatures->items[i++], setting, s, style, signatures->width);
	return &signatures->piece;
}
