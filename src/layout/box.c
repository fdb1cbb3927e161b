/* box.c - blocks in a frame: padding, borders, background. Broken between
 * pages, each part has the frame all round. */
#include "layout_private.h"

struct box {
	struct piece piece;
	struct sequence content;
	struct document_edges insets;
	double indent; /* of the frame */
	double width;  /* of the frame */
	double content_width;
};

static struct box *of(struct piece *piece)
{
	return (struct box *)piece;
}

static double around(const struct box *box)
{
	return box->insets.top + box->insets.bottom;
}

static double first(struct piece *piece, double full)
{
	struct box *box = of(piece);

	return around(box) + sequence_first(&box->content, full - around(box));
}

static double height(struct piece *piece, double limit)
{
	struct box *box = of(piece);

	return around(box) + sequence_height(&box->content, limit - around(box));
}

/* A frame around nothing still shows, once. */
static bool is_bare(const struct box *box, const struct placed *placed)
{
	return placed->done && !placed->any && !box->piece.begun && around(box) > 0;
}

static struct placed place(struct piece *piece, const struct canvas *canvas, double x, double y,
			   struct region region)
{
	struct box *box = of(piece);
	struct region inner = { .height = region.height - around(box),
				.full = region.full - around(box),
				.top = region.top };
	struct decoration decoration;
	struct placed placed;

	if (!region.top && first(piece, region.full) > region.height + LAYOUT_EPSILON)
		return (struct placed){ 0 };
	decoration = canvas_reserve(canvas, piece->block->style);
	placed = sequence_place(&box->content, canvas, x + box->indent + box->insets.left,
				y + box->insets.top, inner);
	if (!placed.any && !is_bare(box, &placed))
		return placed;
	placed.any = true;
	placed.height += around(box);
	canvas_decorate(canvas, decoration,
			(const double[4]){ x + box->indent, y, box->width, placed.height });
	return placed;
}

static const struct piece_kind box_kind = { .first = first, .height = height, .place = place };

/* Frames in frames must leave a column for the text and half a page. */
static void fit_insets(struct box *box, const struct setting *setting)
{
	const struct document_style *style = box->piece.block->style;
	double right = style->indent_right_pt;

	box->insets = style_insets(style);
	box->indent = box->piece.block->kind == DOCUMENT_BOX ? style->indent_left_pt : 0;
	if (box->piece.block->kind != DOCUMENT_BOX)
		right = 0;
	box->width = setting->width - box->indent - right;
	if (!(box->width - box->insets.left - box->insets.right >= LAYOUT_WIDTH_MIN)) {
		box->indent = box->insets.left = box->insets.right = 0;
		box->width = setting->width;
	}
	if (!(around(box) <= setting->full / 2))
		box->insets.top = box->insets.bottom = 0;
	box->content_width = box->width - box->insets.left - box->insets.right;
}

static struct sequence make_content(const struct box *box, const struct setting *outer)
{
	const struct document_block *block = box->piece.block;
	struct setting setting = *outer;
	struct sequence content = { 0 };

	setting.width = box->content_width;
	setting.full = outer->full - around(box);
	setting.depth++;
	if (block->kind != DOCUMENT_PARAGRAPH && block->kind != DOCUMENT_HEADING)
		return sequence_create(&setting, block->first);
	setting.cell = block->style; /* its frame is drawn here */
	sequence_add(&content, setting.arena, piece_create(&setting, block));
	return content;
}

struct piece *box_create(const struct setting *setting, const struct document_block *block)
{
	struct box *box = arena_new(setting->arena, struct box);

	piece_init(&box->piece, &box_kind, setting, block);
	fit_insets(box, setting);
	box->content = make_content(box, setting);
	if (box->content.count > 0 && box->content.pieces[0]->new_page)
		box->piece.new_page = true;
	return &box->piece;
}
