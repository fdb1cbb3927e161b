/* print.h - a value as text.
 *
 * Gives:    one value of an indicator in words for people and in data.
 * Includes: base, model/value.h.
 * Not here: the formats of templates (template), rows and columns (export).
 */
#ifndef MODEL_PRINT_H
#define MODEL_PRINT_H

#include "model/value.h"

/** As Italian readers expect it: "1.200,75 euro", "15/06/2022 e 10/01/2023",
 *  "sì", the step of a scale, "n.d."; the printed form when one was given. A
 *  unit that only counts ("n.") is not said, nor is NULL. NULL when there is
 *  no value or its cell is empty. */
const char *model_value_italian(struct arena *arena, const struct model_value *value,
				const char *unit);
/** The same after its comparison: "≥ 75,00 %", "entro 30/06/2022"; without it when
 *  the words, a yes or the printed form say by themselves what is wanted. */
const char *model_target_italian(struct arena *arena, const struct model_value *target,
				 enum model_operator op, const char *unit);
/** "≥", "entro"; NULL for none. */
const char *model_operator_italian(enum model_operator op);
/** ">=", "entro"; NULL for none. */
const char *model_operator_data(enum model_operator op);
/** The days of a value, each by `print`: "a, b e c". */
const char *model_dates_italian(struct arena *arena, const struct model_value *value,
				char *(*print)(struct arena *arena, date_days date));
/** As data: decimal point and the decimals as written, ISO dates parted by
 *  blanks, "si", "no", "n.d."; NULL as above. */
const char *model_value_data(struct arena *arena, const struct model_value *value);

/** Words in which a value was written as the XML writes it, for people: ">= 10000.5
 *  entro 2022-12-31" becomes "≥ 10.000,5 entro 31/12/2022". NULL stays NULL. */
const char *model_written_italian(struct arena *arena, const char *written);

#endif
