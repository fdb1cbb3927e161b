/* model_private.h - what the files of this room share.
 *
 * Gives:    the steps of model_link(), and the macro that ties a field's
 *           name to its place.
 * Includes: model.
 * Not here: anything for other rooms.
 */
#ifndef MODEL_PRIVATE_H
#define MODEL_PRIVATE_H

#include "model/field.h"
#include "model/plan.h"

#include <stddef.h>

/** One row of a table of fields, to be put in braces with what it has more:
 *  FIELD(TEXT, "titolo", objective, title, "obiettivo/@titolo", "Titolo"). */
#define FIELD(kind, label, thing, member, place_in_xml, meaning)                                   \
	.name = (label), .type = MODEL_FIELD_##kind,                                               \
	.offset = offsetof(struct model_##thing, member), .where = (place_in_xml),                 \
	.about = (meaning)
#define PERCENT             .unit = MODEL_UNIT_PERCENT
#define EURO                .unit = MODEL_UNIT_EURO
#define OWN                 .unit = MODEL_UNIT_OWN
#define OF(class)           .target = &model_class_##class
#define COMPUTED            .computed = true
#define VIA(thing, pointer) .via = 1 + offsetof(struct model_##thing, pointer)

/* Spellings of the enumerations, by value (fields_value.c). */
extern const char *const model_words_kind[],
	*const model_words_state[], *const model_words_operator[],
					    *const model_words_direction[],
						    *const model_words_outcome[],
							    *const model_words_type[];

/** Gives an indicator, or an objective, what it does not say itself and the
 *  one it repeats (`rif`) does. Whole chains, each thing once. */
void model_inherit_indicator(struct arena *arena, struct model_indicator *indicator);
void model_inherit_objective(struct arena *arena, struct model_objective *objective);

#endif
