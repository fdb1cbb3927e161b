/* comparison.h - what became of each thing between two plans.
 *
 * Gives:    the plain structs of a comparison: things compared, differences,
 *           counts. They hang on the second plan; compare_plans() fills them.
 * Includes: base, model/value.h.
 * Not here: how things are recognized and compared (compare); the names of
 *           the members for templates (field.h).
 *
 * Everything is computed. It borrows from both plans.
 */
#ifndef MODEL_COMPARISON_H
#define MODEL_COMPARISON_H

#include "model/value.h"

struct model_plan;
struct model_objective;
struct model_indicator;

enum model_compared_kind {
	MODEL_COMPARED_AREA,
	MODEL_COMPARED_OBJECTIVE,
	MODEL_COMPARED_INDICATOR,
	MODEL_COMPARED_SHEET,
	MODEL_COMPARED_KINDS
};

enum model_compared_state {
	MODEL_SAME,
	MODEL_CHANGED,
	MODEL_ADDED,
	MODEL_REMOVED,
	MODEL_COMPARED_STATES
};

/** Italian names by value: ambito, obiettivo…; uguale, cambiato… */
extern const char *const model_compared_kinds[];
extern const char *const model_compared_states[];

/** One thing said in another way. */
struct model_difference {
	const char *field;          /* as in the table of fields; also "regola", "posizione" */
	const char *label;          /* the same for people: "unità di misura"                */
	int year;                   /* of a yearly value that is not the plan's; else 0      */
	bool measured;              /* a value reached, not planned: leaves the state as it is */
	bool numeric;               /* the data of both sides are numbers, where there are any */
	const char *before, *after; /* Italian; NULL: not there            */
	const char *before_data, *after_data; /* decimal point, ISO dates; or NULL   */
	struct model_variance variance;       /* after minus before, where it makes sense */
};

/** One thing of either plan, or of both. */
struct model_compared {
	enum model_compared_kind kind;
	enum model_compared_state state;
	int depth;                     /* from 1 */
	const char *id, *code, *title; /* now, else then; may be NULL           */
	const char *type;              /* of the area or objective; or NULL      */
	struct model_compared *parent; /* where it stands; NULL: at the top     */
	struct model_list content;     /* model_compared: what stands directly in it */
	struct model_list differences; /* model_difference                      */
	const struct model_objective *objective_before, *objective_after;
	const struct model_indicator *indicator_before, *indicator_after;
	const struct model_score *result_before, *result_after; /* NULL: not there */
	const struct model_judgement *judgement_before, *judgement_after;
	const struct number *difference; /* of the results, when both are scored; else NULL */
	bool result_changed;             /* by exact value, or it is there once only        */
	bool judgement_changed;          /* both judged, under different labels             */
	bool differs;                    /* in what it says, in its result or judgement     */
};

/** How many things of a kind, by what became of them. */
struct model_compared_count {
	enum model_compared_kind kind;
	int counts[MODEL_COMPARED_STATES];
};

/** How many objectives of a type had a judgement, then and now. */
struct model_compared_judgement {
	const char *type;
	const struct model_judgement *judgement;
	int before, after;
};

struct model_comparison {
	const struct model_plan *before, *after;
	bool same_year;
	struct model_list content; /* model_compared: at the top                     */
	struct model_list entries; /* model_compared: all, in the order of the second
				      plan, removed ones where they were             */
	struct model_compared_count counts[MODEL_COMPARED_KINDS];
	struct model_list summary;    /* model_compared_count: kinds that there are   */
	struct model_list judgements; /* model_compared_judgement                    */
	int better, worse, level;     /* objectives, by exact result                  */
	int judged_differently;       /* objectives                                   */
};

#endif
