/* mark.c - a value's `richiamo` and the note it points to.
 * Source: design "Value": the nearest <nota segno> upwards. */
#include "input_private.h"

/* One table for all notes, by the element they stand in: a walk upwards costs
 * its depth, however many notes there are. The document's are everybody's. */
static const char *note_key(struct reader *reader, const struct element *around, const char *mark)
{
	if (around == NULL || element_is(around, "documento"))
		return arena_printf(reader->arena, "documento/%s", mark);
	return arena_printf(reader->arena, "%zu/%s", around->start, mark);
}

void input_keep_note(struct reader *reader, const struct element *element, struct model_note *note)
{
	if (note->mark != NULL)
		map_put(&reader->notes, note_key(reader, element->parent, note->mark), note);
}

void input_keep_mark(struct reader *reader, const struct element *element,
		     struct model_value *value)
{
	struct pending_mark *pending = arena_new(reader->arena, struct pending_mark);

	*pending = (struct pending_mark){ element, value };
	model_list_add(reader->arena, &reader->marks, pending);
}

static const struct model_note *find_note(struct reader *reader, const struct element *element,
					  const char *mark)
{
	const struct model_note *note = NULL;

	do {
		element = element->parent; /* NULL past the root: the document's notes */
		note = map_find(&reader->notes, note_key(reader, element, mark));
	} while (note == NULL && element != NULL);
	return note;
}

void input_resolve_marks(struct reader *reader)
{
	for (size_t i = 0; i < reader->marks.count; i++) {
		struct pending_mark *pending = reader->marks.items[i];
		struct model_value *value = pending->value;

		value->note = find_note(reader, pending->element, value->mark);
		if (value->note == NULL)
			diag_warning(reader->diag, value->place, "richiamo-ignoto",
				     "richiamo di <%s>: nessuna <nota segno=\"%s\"> da qui in su: "
				     "aggiungerla o togliere il richiamo",
				     pending->element->name, value->mark);
	}
}
