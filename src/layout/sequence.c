/* sequence.c - pieces one under the other: the space between them, and what
 * keeps with the next. */
#include "layout_private.h"

#include <math.h>

void sequence_add(struct sequence *sequence, struct arena *arena, struct piece *piece)
{
	if (sequence->count == sequence->capacity) {
		size_t size = sizeof(struct piece *);
		size_t capacity = sequence->capacity ? sequence->capacity * 2 : 2;

		sequence->pieces = arena_grow(arena, sequence->pieces, sequence->capacity * size,
					      capacity * size);
		sequence->capacity = capacity;
	}
	sequence->pieces[sequence->count++] = piece;
}

struct sequence sequence_create(const struct setting *setting, const struct document_block *first)
{
	struct walk walk = walk_begin(first, setting->depth >= LAYOUT_DEPTH_MAX);
	struct sequence sequence = { 0 };
	struct walk_step step;

	while ((step = walk_next(&walk)).block != NULL)
		sequence_add(&sequence, setting->arena, piece_of_step(setting, &step));
	return sequence;
}

bool sequence_is_done(const struct sequence *sequence)
{
	return sequence->at == sequence->count;
}

static double gap_between(const struct piece *above, const struct piece *below)
{
	return fmax(above->after, below->before);
}

/* A piece that keeps with the next is placed whole, unless it is a long one. */
static bool keeps_whole(struct piece *piece, double full, double *height)
{
	*height = piece_height(piece, full / 2);
	return *height <= full / 2;
}

double sequence_first(struct sequence *sequence, double full)
{
	double need = 0, height;

	for (size_t i = sequence->at; i < sequence->count; i++) {
		struct piece *piece = sequence->pieces[i];
		bool last = i + 1 == sequence->count || i - sequence->at >= LAYOUT_CHAIN_MAX;

		if (i > sequence->at)
			need += gap_between(sequence->pieces[i - 1], piece);
		if (last || !piece->keep || sequence->pieces[i + 1]->new_page ||
		    !keeps_whole(piece, full, &height))
			return need + piece_first(piece, full - need);
		need += height;
	}
	return need;
}

double sequence_height(struct sequence *sequence, double limit)
{
	double sum = 0;

	for (size_t i = sequence->at; i < sequence->count && sum <= limit; i++) {
		if (i > sequence->at)
			sum += gap_between(sequence->pieces[i - 1], sequence->pieces[i]);
		sum += piece_height(sequence->pieces[i], limit - sum);
	}
	return sum;
}

/* Whether the next piece has to wait for another page. */
static bool must_wait(struct sequence *sequence, double left, struct region region)
{
	const struct piece *piece = sequence->pieces[sequence->at];

	if (region.top)
		return false;
	if (piece->new_page && !piece->begun)
		return true;
	return sequence_first(sequence, region.full) > left + LAYOUT_EPSILON;
}

struct placed sequence_place(struct sequence *sequence, const struct canvas *canvas, double x,
			     double y, struct region region)
{
	struct placed out = { 0 }, placed;
	double after = 0;

	while (!sequence_is_done(sequence)) {
		struct piece *piece = sequence->pieces[sequence->at];
		double gap = out.any ? fmax(after, piece->before) : 0;
		struct region left = { .height = region.height - out.height - gap,
				       .full = region.full,
				       .top = region.top && !out.any };

		if (must_wait(sequence, left.height, left))
			break;
		placed = piece_place(piece, canvas, x, y + out.height + gap, left);
		if (placed.any) {
			out.height += gap + placed.height;
			out.any = true;
			after = piece->after;
		}
		if (!placed.done)
			break;
		sequence->at++;
	}
	out.done = sequence_is_done(sequence);
	return out;
}
