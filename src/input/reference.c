/* reference.c - references from ids to things.
 * Source: design "Identity": every reference is to ids. */
#include "input_private.h"

#include <string.h>

/* How findings speak of each kind that can be pointed to. */
static const struct noun {
	const char *none, *one;
	enum target other; /* the kind it is taken for */
} nouns[TARGET_COUNT] = {
	[TARGET_OBJECTIVE] = { "nessun obiettivo", "un obiettivo", TARGET_INDICATOR },
	[TARGET_INDICATOR] = { "nessun indicatore", "un indicatore", TARGET_OBJECTIVE },
	[TARGET_UNIT] = { "nessuna unità", "un’unità", TARGET_POST },
	[TARGET_POST] = { "nessun incarico", "un incarico", TARGET_UNIT },
	[TARGET_RULE] = { "nessuna regola", "una regola", TARGET_RULE },
	[TARGET_SCALE] = { "nessuna scala", "una scala", TARGET_SCALE },
};

void input_refer(struct reader *reader, const struct element *element, const char *attribute,
		 enum target target, const char *name, void *slot, struct model_list *list)
{
	struct reference *reference = arena_new(reader->arena, struct reference);

	*reference = (struct reference){ target, element, attribute, name, slot, list };
	model_list_add(reader->arena, &reader->references, reference);
}

/* Each search goes through all ids, so only the first slips get one. */
static const char *nearest_id(struct reader *reader, enum target target, const char *name)
{
	const struct map *ids = &reader->ids[target];
	const char **names;

	if (reader->suggestions++ >= INPUT_SUGGESTIONS_MAX)
		return NULL;
	names = arena_array(reader->arena, const char *, ids->count);
	for (size_t i = 0; i < ids->count; i++)
		names[i] = ids->entries[i].key;
	return text_nearest(name, names, ids->count);
}

static void refuse(struct reader *reader, const struct reference *reference)
{
	const struct noun *noun = &nouns[reference->target];
	struct spot spot = { reference->element, reference->attribute };
	const char *label = input_spot_label(reader, spot);
	const char *name = input_shown(reader, reference->name);
	const char *nearest;

	if (map_find(&reader->ids[noun->other], reference->name) != NULL) {
		diag_error(reader->diag, reference->element->place, "rif-tipo",
			   "%s: «%s» è %s: qui serve l’id di %s", label, name,
			   nouns[noun->other].one, noun->one);
		return;
	}
	nearest = nearest_id(reader, reference->target, reference->name);
	if (nearest != NULL)
		diag_error(reader->diag, reference->element->place, "rif-ignoto",
			   "%s: %s ha id «%s»: forse «%s»", label, noun->none, name, nearest);
	else
		diag_error(reader->diag, reference->element->place, "rif-ignoto",
			   "%s: %s ha id «%s»: correggere il riferimento o aggiungere ciò che "
			   "manca",
			   label, noun->none, name);
}

static void *find_thing(struct reader *reader, const struct reference *reference)
{
	if (reference->target == TARGET_RULE)
		return input_find_rule(reader, reference->name);
	return map_find(&reader->ids[reference->target], reference->name);
}

void input_resolve_references(struct reader *reader)
{
	for (size_t i = 0; i < reader->references.count; i++) {
		const struct reference *reference = reader->references.items[i];
		void *thing = find_thing(reader, reference);

		if (thing == NULL && map_find(&reader->lost, reference->name) != NULL)
			continue; /* what it names has its finding */
		if (thing == NULL)
			refuse(reader, reference);
		else if (reference->slot != NULL)
			memcpy(reference->slot, &thing, sizeof thing);
		else
			model_list_add(reader->arena, reference->list, thing);
	}
}
