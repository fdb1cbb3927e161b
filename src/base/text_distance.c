/* text_distance.c - how far apart two names are, and which is nearest. */
#include "base/text.h"

#include "base_private.h"

#define SUGGEST_EDITS_MAX 3

/* A name by code points; what does not fit is only counted. */
struct name {
	uint32_t letters[TEXT_NAME_MAX];
	size_t length;
	size_t beyond;
};

/* Three rows of the table of distances: the one being filled and the two above
 * it, the upper of which a swap of neighbours looks back to. */
struct rows {
	unsigned cells[3][TEXT_NAME_MAX + 1];
};

static struct name read_name(const char *string, bool capitals)
{
	struct name name;
	uint32_t letter;

	name.length = 0;
	name.beyond = 0;
	while ((letter = utf8_next(&string)) != 0) {
		if (name.length == TEXT_NAME_MAX)
			name.beyond++;
		else
			name.letters[name.length++] =
				capitals ? text_upper_code_point(letter) : letter;
	}
	return name;
}

static unsigned least(unsigned a, unsigned b)
{
	return a < b ? a : b;
}

static unsigned *row_of(struct rows *rows, size_t i)
{
	return rows->cells[i % 3];
}

/* Distance between the first `i` letters of a and the first `j` of b. */
static unsigned cell(struct rows *rows, const struct name *a, const struct name *b, size_t i,
		     size_t j)
{
	const uint32_t *x = a->letters + i - 1, *y = b->letters + j - 1;
	const unsigned *above = row_of(rows, i + 2);
	unsigned edits = above[j - 1] + (*x != *y);

	edits = least(edits, above[j] + 1);
	edits = least(edits, row_of(rows, i)[j - 1] + 1);
	if (i > 1 && j > 1 && x[0] == y[-1] && x[-1] == y[0])
		edits = least(edits, row_of(rows, i + 1)[j - 2] + 1);
	return edits;
}

/* Gives up with `limit` + 1 as soon as two rows running lie beyond it: a swap
 * reaches back no further. */
static unsigned distance_within(const struct name *a, const struct name *b, unsigned limit)
{
	unsigned nearest_above = 0;
	struct rows rows;

	for (size_t j = 0; j <= b->length; j++)
		rows.cells[0][j] = (unsigned)j;
	for (size_t i = 1; i <= a->length; i++) {
		unsigned *row = row_of(&rows, i);
		unsigned nearest = row[0] = (unsigned)i;

		for (size_t j = 1; j <= b->length; j++) {
			row[j] = cell(&rows, a, b, i, j);
			nearest = least(nearest, row[j]);
		}
		if (nearest > limit && nearest_above > limit)
			return limit + 1;
		nearest_above = nearest;
	}
	return row_of(&rows, a->length)[b->length];
}

static size_t longer(size_t a, size_t b)
{
	return a > b ? a : b;
}

static size_t apart(size_t a, size_t b)
{
	return a > b ? a - b : b - a;
}

unsigned text_distance(const char *a, const char *b)
{
	struct name left = read_name(a, false), right = read_name(b, false);

	return distance_within(&left, &right, 2 * TEXT_NAME_MAX) +
	       (unsigned)longer(left.beyond, right.beyond);
}

/* Edits that still make a likely slip in a name of `length` letters. */
static unsigned edits_allowed(size_t length)
{
	unsigned allowed = (unsigned)(length / 3);

	return allowed < 1 ? 1 : least(allowed, SUGGEST_EDITS_MAX);
}

const char *text_nearest(const char *name, const char *const *names, size_t count)
{
	const struct name wanted = read_name(name, true);
	unsigned best = edits_allowed(wanted.length) + 1;
	const char *nearest = NULL;

	if (wanted.beyond > 0)
		return NULL;
	for (size_t i = 0; i < count && best > 0; i++) {
		struct name candidate = read_name(names[i], true);
		unsigned edits;

		if (candidate.beyond > 0 || apart(candidate.length, wanted.length) >= best)
			continue;
		edits = distance_within(&wanted, &candidate, best - 1);
		/* When every letter differs it is another name, not a slip. */
		if (edits < best && edits < longer(wanted.length, candidate.length)) {
			best = edits;
			nearest = names[i];
		}
	}
	return nearest;
}
