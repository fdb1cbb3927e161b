/* piece.c - what all pieces have in common. */
#include "layout_private.h"

#include <math.h>
#include <string.h>

static double sane_space(double space)
{
	return space > 0 && isfinite(space) ? space : 0;
}

void piece_init(struct piece *piece, const struct piece_kind *kind, const struct setting *setting,
		const struct document_block *block)
{
	piece->kind = kind;
	piece->layout = setting->layout;
	piece->arena = setting->arena;
	piece->block = block;
	piece->width = setting->width;
	if (block == NULL)
		return;
	piece->before = sane_space(block->style->space_before_pt);
	piece->after = sane_space(block->style->space_after_pt);
	piece->keep = block->with_next || block->kind == DOCUMENT_HEADING;
	piece->together = block->together || block->kind == DOCUMENT_HEADING;
	piece->new_page = block->new_page && setting->cell == NULL;
}

const char *piece_language(const struct layout *layout, const struct document_block *block)
{
	while (block != NULL && block->language == NULL)
		block = block->parent;
	if (block == NULL || text_equal(block->language, layout->document->language))
		return NULL;
	return block->language;
}

static enum page_role role_of(const struct document_block *block)
{
	int level;

	if (block->kind != DOCUMENT_HEADING)
		return PAGE_P;
	level = block->as.heading->level;
	level = level < 1 ? 1 : level > LAYOUT_LEVELS ? LAYOUT_LEVELS : level;
	return (enum page_role)(PAGE_H1 + level - 1);
}

/* The style of a cell is given to the paragraph that stands for its text: its
 * padding and borders are the cell's. */
static bool has_own_decoration(const struct setting *setting, const struct document_block *block)
{
	return block->style != setting->cell && style_is_decorated(block->style);
}

static struct piece *make_text(const struct setting *setting, const struct document_block *block)
{
	if (has_own_decoration(setting, block))
		return box_create(setting, block);
	return paragraph_create(setting, block, role_of(block));
}

struct piece *piece_create(const struct setting *setting, const struct document_block *block)
{
	switch (block->kind) {
	case DOCUMENT_HEADING:
	case DOCUMENT_PARAGRAPH: return make_text(setting, block);
	case DOCUMENT_LIST: return list_create(setting, block);
	case DOCUMENT_TABLE: return table_create(setting, block);
	case DOCUMENT_FIGURE: return figure_create(setting, block);
	case DOCUMENT_CONTENTS: return contents_create(setting, block);
	case DOCUMENT_SIGNATURES: return signatures_create(setting, block);
	case DOCUMENT_SECTION:
	case DOCUMENT_BOX:
	case DOCUMENT_ITEM: break;
	}
	return box_create(setting, block);
}

struct piece *piece_of_step(const struct setting *setting, const struct walk_step *step)
{
	struct piece *piece = piece_create(setting, step->block);
	size_t size = (size_t)step->opened_count * sizeof(*step->opened);

	piece->before = fmax(piece->before, sane_space(step->before));
	piece->new_page = piece->new_page || (step->new_page && setting->cell == NULL);
	if (size > 0) {
		piece->opened = arena_alloc(setting->arena, size);
		memcpy(piece->opened, step->opened, size);
		piece->opened_count = step->opened_count;
	}
	return piece;
}

double piece_first(struct piece *piece, double full)
{
	if (piece->together && !piece->begun) {
		double height = piece->kind->height(piece, full);

		if (height <= full + LAYOUT_EPSILON)
			return height;
	}
	return piece->kind->first(piece, full);
}

double piece_height(struct piece *piece, double limit)
{
	return piece->kind->height(piece, limit);
}

static void note_place(struct piece *piece, double y)
{
	for (int i = 0; i < piece->opened_count; i++)
		anchor_place(piece->layout, piece->opened[i], y);
	if (piece->block != NULL)
		anchor_place(piece->layout, piece->block, y);
}

struct placed piece_place(struct piece *piece, const struct canvas *canvas, double x, double y,
			  struct region region)
{
	struct placed placed = piece->kind->place(piece, canvas, x, y, region);

	if (!piece->begun && (placed.any || placed.done)) {
		piece->begun = true;
		if (!canvas->artifact)
			note_place(piece, y);
	}
	return placed;
}
