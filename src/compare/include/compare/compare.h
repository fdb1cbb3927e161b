/* compare.h - two plans, and what became of each thing.
 *
 * Gives:    compare_plans(): two years, or a plan before and after an update,
 *           as one list of entries with their changes and results then and
 *           now; the same as a text for a terminal and as CSV.
 * Includes: base, model.
 * Not here: reading and scoring plans, pages.
 *
 * Entries stand in the order of the second plan, with what was removed in the
 * place where it was; `depth` tells what is in what. So a document is built by
 * one loop over `entries` and, inside, one over `changes`.
 */
#ifndef COMPARE_COMPARE_H
#define COMPARE_COMPARE_H

#include "model/field.h"
#include "model/plan.h"

#define COMPARE_TITLES_MAX 300 /* children of one thing whose titles are compared word by word */

enum compare_kind {
	COMPARE_AREA,
	COMPARE_OBJECTIVE,
	COMPARE_INDICATOR,
	COMPARE_SHEET,
	COMPARE_KINDS
};

enum compare_state {
	COMPARE_SAME,
	COMPARE_CHANGED,
	COMPARE_ADDED,
	COMPARE_REMOVED,
	COMPARE_STATES
};

/** One thing said in another way. */
struct compare_change {
	const char *field;          /* as in the table of fields; also "regola", "posizione" */
	int year;                   /* of a yearly value that is not the plan's; else 0      */
	bool measured;              /* a value reached, not planned: leaves the entry's state */
	bool numeric;               /* the data of both sides are numbers, where there are any */
	const char *before, *after; /* Italian; NULL: not there            */
	const char *before_data, *after_data; /* decimal point, ISO dates; or NULL   */
	const struct number *difference; /* after minus before, in days between dates; or NULL */
	int decimals;                    /* of the difference                    */
	bool days;
};

/** One thing of either plan, or of both. */
struct compare_entry {
	enum compare_kind kind;
	enum compare_state state;
	int depth;                                              /* from 1 */
	struct model_thing before, after;                       /* object NULL: not there     */
	const char *id, *code, *title;                          /* now, else then; may be NULL */
	struct model_list changes;                              /* compare_change             */
	const struct model_score *result_before, *result_after; /* NULL: not there */
	const struct model_judgement *judgement_before, *judgement_after;
	const struct number *difference; /* of the results, when both are scored; else NULL */
	bool judgement_changed;          /* both judged, under different labels             */
};

struct comparison {
	const struct model_plan *before, *after;
	struct model_list entries;                 /* compare_entry                  */
	int counts[COMPARE_KINDS][COMPARE_STATES]; /* of entries                     */
	int better, worse, level;                  /* objectives, by exact result    */
	int judged_differently;                    /* objectives                     */
};

struct compare_options {
	bool public_edition; /* leaves out what is individual */
};

/**
 * Compares two plans, linked and (if they are reports) scored.
 *
 * Things are the same when they have the same id; else the same code, if it
 * occurs once in each plan or in the same parent; else, in the same parent,
 * titles that agree in most words. Ids that only tell a place are not trusted.
 * Plans of one year are compared in all their years, others each in its own.
 *
 * Borrows from both plans, which must be in arenas that live as long.
 */
struct comparison *compare_plans(struct arena *arena, const struct model_plan *before,
				 const struct model_plan *after,
				 const struct compare_options *options);

/** Italian names: "ambito", "obiettivo"…; "uguale", "cambiato"… */
const char *compare_kind_name(enum compare_kind kind);
const char *compare_state_name(enum compare_state state);

/** A summary and a tree for a terminal of `width` columns; 0: 100. */
void compare_text(struct text *out, const struct comparison *comparison, int width);
/** RFC 4180: a row for each change, result, addition and removal;
 *  `excel`: semicolons, decimal commas, byte-order mark. */
void compare_csv(struct text *out, const struct comparison *comparison, bool excel);

#endif
