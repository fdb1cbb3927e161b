/* field.h - the one table of fields.
 *
 * Gives:    for every class of things in a plan, its fields: name in
 *           templates and exports, type, unit, place in the struct, whether
 *           computed, what it means (Italian).
 * Includes: base, model/plan.h.
 * Not here: paths, conditions and formats (template); CSV and JSON (export).
 *
 * Names are those of the XML where the XML has one; "_" equals "-".
 */
#ifndef MODEL_FIELD_H
#define MODEL_FIELD_H

#include "model/plan.h"

enum model_field_type {
	MODEL_FIELD_TEXT,     /* const char *                              */
	MODEL_FIELD_WORD,     /* enum as int, spelled by `words`           */
	MODEL_FIELD_FLAG,     /* bool                                      */
	MODEL_FIELD_INTEGER,  /* int; 0: absent                            */
	MODEL_FIELD_COUNT,    /* int; 0 is a value                         */
	MODEL_FIELD_FIGURE,   /* struct model_figure                       */
	MODEL_FIELD_NUMBER,   /* const struct number *                     */
	MODEL_FIELD_DAY,      /* struct model_day                          */
	MODEL_FIELD_VALUE,    /* struct model_value *                      */
	MODEL_FIELD_YEARLY,   /* struct model_list of model_value, one a year     */
	MODEL_FIELD_SCORE,    /* struct model_score                        */
	MODEL_FIELD_VARIANCE, /* struct model_variance                     */
	MODEL_FIELD_ONE,      /* pointer to a thing of `target`            */
	MODEL_FIELD_MANY,     /* struct model_list of things of `target`   */
	MODEL_FIELD_RICH,     /* const struct element *                    */
};

enum model_field_unit {
	MODEL_UNIT_NONE,
	MODEL_UNIT_PERCENT,
	MODEL_UNIT_EURO,
	MODEL_UNIT_OWN /* the thing's own */
};

struct model_class;

struct model_field {
	const char *name;
	enum model_field_type type;
	enum model_field_unit unit;
	size_t offset;                    /* in the class's struct                 */
	const struct model_class *target; /* of ONE, MANY, and values              */
	const char *const *words; /* WORD: spellings by value; TEXT: known words; ends with NULL */
	bool computed;            /* filled by score or model_link         */
	const char *key;   /* of MANY: `field[label]` picks by this field of the things; or NULL */
	size_t via;        /* 1 + offset of a pointer to follow first; 0: none */
	bool inside;       /* of ONE: it is in the struct, not pointed to      */
	const char *where; /* element or attribute of the document  */
	const char *about; /* Italian, one line                     */
};

struct model_class {
	const char *name;                 /* obiettivo, indicatore, … */
	const struct model_field *fields; /* ends with name NULL      */
	const char *face;                 /* the field that `{thing}` prints, or NULL */
	const char *about;                /* Italian, one line        */
};

/** All classes, the plan's first; NULL-terminated. */
extern const struct model_class *const model_classes[];
extern const struct model_class model_class_plan, model_class_body, model_class_document,
	model_class_act, model_class_signature, model_class_note, model_class_judgement,
	model_class_unit, model_class_post, model_class_area, model_class_objective,
	model_class_indicator, model_class_value, model_class_formula, model_class_change,
	model_class_declared, model_class_sign, model_class_words, model_class_programme,
	model_class_resource, model_class_assignment, model_class_part_score, model_class_part,
	model_class_evaluation, model_class_public_value, model_class_dimension, model_class_level,
	model_class_series, model_class_point, model_class_table, model_class_row, model_class_text,
	model_class_distribution, model_class_budget, model_class_comparison, model_class_compared,
	model_class_difference, model_class_compared_count, model_class_compared_judgement,
	model_class_bonus, model_class_evaluated, model_class_staff_group, model_class_staff_band;

const struct model_class *model_class_find(const char *name);
/** The field of that name ("_" equals "-"), or NULL. */
const struct model_field *model_field_find(const struct model_class *class, const char *name);
/** The nearest field name of a class, or NULL. */
const char *model_field_nearest(const struct model_class *class, const char *name);

/** A thing of the plan with its class. */
struct model_thing {
	const struct model_class *class;
	const void *object; /* NULL: nothing */
};

/** What a field of a thing holds. `type` is the field's; which member counts
 *  follows from it. `given` false: the document says nothing. */
struct model_datum {
	enum model_field_type type;
	enum model_field_unit unit;
	const struct model_field *field;
	bool given;
	const char *text; /* TEXT, and the spelling of a WORD */
	bool flag;
	int integer;
	const struct number *number; /* FIGURE, NUMBER */
	int decimals;
	date_days date;
	const struct model_value *value; /* VALUE, and YEARLY of one year */
	const struct model_list *list;   /* MANY, and YEARLY as a whole */
	const struct model_score *score;
	const struct model_variance *variance;
	struct model_thing thing; /* ONE */
	const struct element *rich;
};

/** Reads one field of a thing. `year` picks from YEARLY. */
struct model_datum model_get(const void *object, const struct model_field *field, int year);

/** The table of fields, printed: for `relazione campi` and docs/campi.md.
 *  format: 't' text, 'm' Markdown, 'c' CSV, 'j' JSON. */
void model_fields_print(struct text *out, char format);

#endif
