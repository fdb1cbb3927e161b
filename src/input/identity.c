/* identity.c - ids: given, defaulted, and given twice.
 * Source: design "Identity". */
#include "input_private.h"

#include <string.h>

/* Kinds of one space keep the places of their ids together. */
static enum target space_of(enum target target)
{
	switch (target) {
	case TARGET_INDICATOR: return TARGET_OBJECTIVE;
	case TARGET_POST: return TARGET_UNIT;
	default: return target;
	}
}

void input_put_id(struct reader *reader, enum target target, const char *id, void *thing,
		  const struct element *element)
{
	const struct element **kept;

	if (id == NULL)
		return; /* said where it was read */
	kept = map_find(&reader->places[space_of(target)], id);
	if (kept != NULL) {
		diag_error(reader->diag, element->place, "id-doppio",
			   "l’id «%s» di <%s> è già di <%s> alla riga %d: darne un altro", id,
			   element->name, (*kept)->name, (*kept)->place.line);
		return;
	}
	kept = arena_new(reader->arena, const struct element *);
	*kept = element;
	map_put(&reader->places[space_of(target)], id, kept);
	map_put(&reader->ids[target], id, thing);
}

void input_name_thing(struct reader *reader, struct named named)
{
	struct named *kept = arena_new(reader->arena, struct named);

	*kept = named;
	model_list_add(reader->arena, &reader->named, kept);
}

static void put_given_ids(struct reader *reader)
{
	for (size_t i = 0; i < reader->named.count; i++) {
		const struct named *named = reader->named.items[i];

		input_put_id(reader, named->target, *named->id, named->thing, named->element);
	}
}

static void find_repeated_codes(struct reader *reader)
{
	struct map codes = map_make(reader->arena);

	for (size_t i = 0; i < reader->named.count; i++) {
		struct named *named = reader->named.items[i];
		struct named *first;

		if (*named->code == NULL)
			continue;
		first = map_put(&codes, *named->code, named);
		if (first != NULL)
			first->code_repeats = named->code_repeats = true;
	}
}

static bool code_serves(struct reader *reader, const struct named *named)
{
	const char *code = *named->code;

	return code != NULL && !named->code_repeats && strpbrk(code, " \t\r\n") == NULL &&
	       strlen(code) <= INPUT_ID_MAX &&
	       map_find(&reader->places[TARGET_OBJECTIVE], code) == NULL;
}

/* "obiettivo-3.2", with a number when somebody gave just that to another. */
static const char *place_id(struct reader *reader, const struct named *named)
{
	const char *kind = named->target == TARGET_OBJECTIVE ? "obiettivo" : "indicatore";
	const char *plain = arena_printf(reader->arena, "%s-%s", kind, named->position);
	const char *id = plain;

	for (int n = 2; map_find(&reader->places[TARGET_OBJECTIVE], id) != NULL; n++)
		id = arena_printf(reader->arena, "%s-%d", plain, n);
	return id;
}

void input_give_ids(struct reader *reader)
{
	put_given_ids(reader);
	find_repeated_codes(reader);
	for (size_t i = 0; i < reader->named.count; i++) {
		struct named *named = reader->named.items[i];

		if (*named->id != NULL)
			continue;
		*named->id = code_serves(reader, named) ? *named->code : place_id(reader, named);
		input_put_id(reader, named->target, *named->id, named->thing, named->element);
	}
}
