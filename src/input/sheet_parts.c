/* sheet_parts.c - the evaluation that a sheet falls under, and its parts: those
 * that the sheet writes, and those that nobody wrote yet. */
#include "input_private.h"

static const struct model_part *part_in(const struct model_evaluation *evaluation, const char *id)
{
	for (size_t i = 0; evaluation != NULL && i < evaluation->parts.count; i++) {
		const struct model_part *part = evaluation->parts.items[i];

		if (text_equal(part->id, id))
			return part;
	}
	return NULL;
}

/* ---- Which evaluation ------------------------------------------------------------ */

/* With no part named, any evaluation serves. */
static bool serves(const struct model_evaluation *evaluation, const char *part)
{
	return evaluation != NULL && (part == NULL || part_in(evaluation, part) != NULL);
}

static const struct model_evaluation *evaluation_of_posts(const struct model_assignment *sheet,
							  const char *part)
{
	for (size_t i = 0; i < sheet->posts.count; i++) {
		const struct model_post *post = sheet->posts.items[i];

		if (serves(post->evaluation, part))
			return post->evaluation;
	}
	return NULL;
}

/* The first that has the part; with `role` false, only one that names no role. */
static const struct model_evaluation *evaluation_of_any(const struct model_system *system,
							const char *part, bool role)
{
	for (size_t i = 0; i < system->evaluations.count; i++) {
		const struct model_evaluation *evaluation = system->evaluations.items[i];

		if ((role || evaluation->role == NULL) && serves(evaluation, part))
			return evaluation;
	}
	return NULL;
}

/* Source: <valutazione ruolo>. That of the first post that has one; for people
 * whose role has none, the one for everybody; else the one that the parts
 * written on the sheet belong to. */
static const struct model_evaluation *evaluation_of(const struct model_system *system,
						    const struct model_assignment *sheet,
						    const char *part)
{
	const struct model_evaluation *found = evaluation_of_posts(sheet, part);

	if (found == NULL && sheet->posts.count > 0)
		found = evaluation_of_any(system, part, false);
	if (found == NULL && part != NULL)
		found = evaluation_of_any(system, part, true);
	if (found == NULL)
		found = evaluation_of_posts(sheet, NULL);
	return found;
}

/* ---- The parts written -------------------------------------------------------------- */

static const char *part_named(const struct pending_part *pending)
{
	const char *id = element_attribute(pending->element, "rif");

	return text_blank(id) ? NULL : id;
}

static const char *nearest_part(const struct model_system *system, const char *id)
{
	const char *best = NULL;

	for (size_t i = 0; best == NULL && i < system->evaluations.count; i++) {
		const struct model_evaluation *evaluation = system->evaluations.items[i];

		for (size_t k = 0; best == NULL && k < evaluation->parts.count; k++) {
			const char *name = ((struct model_part *)evaluation->parts.items[k])->id;

			best = name != NULL ? text_nearest(id, &name, 1) : NULL;
		}
	}
	return best;
}

static void say_unknown(struct reader *reader, const struct pending_part *pending, const char *id)
{
	const struct model_system *system = reader->plan->system;
	const struct model_evaluation *own = pending->sheet->evaluation;
	const char *nearest;

	if (own != NULL && evaluation_of_any(system, id, true) != NULL) {
		diag_error(reader->diag, pending->element->place, "parte-estranea",
			   "rif di <parte>: la valutazione «%s», quella di questa scheda, non ha "
			   "la parte «%s»: toglierla, o aggiungerla in <sistema>",
			   own->role != NULL ? own->role : "", id);
		return;
	}
	nearest = nearest_part(system, id);
	diag_error(reader->diag, pending->element->place, "rif-ignoto",
		   "rif di <parte>: nessuna <valutazione> ha la parte «%s»: %s%s%s", id,
		   nearest != NULL ? "forse «" : "aggiungerla in <sistema>",
		   nearest != NULL ? nearest : "", nearest != NULL ? "»" : "");
}

/* `written` is by id of part. */
static void resolve_part(struct reader *reader, const struct pending_part *pending,
			 struct map *written)
{
	const char *id = part_named(pending);

	if (id == NULL)
		return; /* said already */
	pending->score->part = part_in(pending->sheet->evaluation, id);
	if (pending->score->part == NULL)
		say_unknown(reader, pending, id);
	else if (map_put(written, id, pending->score) != NULL)
		diag_error(reader->diag, pending->element->place, "parte-doppia",
			   "la scheda «%s» ha già la parte «%s»: tenerne una", pending->sheet->id,
			   id);
}

/* ---- All parts ----------------------------------------------------------------------- */

static struct model_part_score *unwritten(struct reader *reader,
					  const struct model_assignment *sheet)
{
	struct model_part_score *score = arena_new(reader->arena, struct model_part_score);

	score->place = sheet->place;
	return score;
}

/* Every part of the evaluation in its order, those nobody wrote included. */
static struct model_list all_parts(struct reader *reader, const struct model_assignment *sheet,
				   struct map *written)
{
	struct model_list all = { 0 };

	for (size_t i = 0; i < sheet->evaluation->parts.count; i++) {
		const struct model_part *part = sheet->evaluation->parts.items[i];
		struct model_part_score *score = part->id ? map_find(written, part->id) : NULL;

		if (score == NULL)
			score = unwritten(reader, sheet);
		score->part = part;
		model_list_add(reader->arena, &all, score);
	}
	return all;
}

/* The first part that some evaluation has: what is misspelt tells nothing. */
static const char *first_known(const struct reader *reader, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++) {
		const char *id = part_named(reader->parts.items[i]);

		if (id != NULL && evaluation_of_any(reader->plan->system, id, true) != NULL)
			return id;
	}
	return NULL;
}

/* The parts that a sheet writes are the pending ones of `from` to `to`. */
static void settle(struct reader *reader, struct model_assignment *sheet, size_t from, size_t to)
{
	struct map written = map_make(reader->arena);

	sheet->evaluation =
		evaluation_of(reader->plan->system, sheet, first_known(reader, from, to));
	for (size_t i = from; i < to; i++)
		resolve_part(reader, reader->parts.items[i], &written);
	if (sheet->evaluation != NULL)
		sheet->parts = all_parts(reader, sheet, &written);
}

/* The pending parts stand in the order of the sheets. */
static size_t end_of_parts(const struct reader *reader, const struct model_assignment *sheet,
			   size_t from)
{
	while (from < reader->parts.count &&
	       ((const struct pending_part *)reader->parts.items[from])->sheet == sheet)
		from++;
	return from;
}

void input_resolve_parts(struct reader *reader)
{
	size_t from = 0, to;

	for (size_t i = 0; i < reader->plan->assignments.count; i++, from = to) {
		struct model_assignment *sheet = reader->plan->assignments.items[i];

		to = end_of_parts(reader, sheet, from);
		settle(reader, sheet, from, to);
	}
}
