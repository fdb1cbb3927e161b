/* score_private.h - what the files of this room share.
 *
 * Gives:    the comparison that a rule judges, the pieces that a rule is made
 *           of, weighted means, and the steps of score_run().
 * Includes: score.
 * Not here: sets of figures and findings (audit_private.h).
 */
#ifndef SCORE_PRIVATE_H
#define SCORE_PRIVATE_H

#include "score/score.h"

#include <stddef.h>

#define SCORE_DECIMALS 2 /* of a degree or result as printed */

/** What a run carries along. */
struct score_context {
	const struct model_plan *plan;
	struct arena *arena;
	struct diag *diag; /* NULL: say nothing */
	const struct number *zero, *one, *hundred;
};

struct score_context score_context_make(const struct model_plan *plan, struct diag *diag);

/** One comparison: what is measured, against what, by which rule. Dates are
 *  days, yes is 1 and no 0, a step of a scale is its rank. */
struct score_terms {
	const struct model_rule *rule;
	enum model_operator op;
	const struct number *target;
	const struct number *threshold; /* NULL: none */
	const struct number *actual;
	enum model_kind kind;
	const char *unit; /* or NULL */
};

/* ---- Pieces (piece.c) ---- */

/** A rule is a function made of pieces; on each it is one of these. */
enum score_shape {
	SCORE_CONSTANT, /* degree                                          */
	SCORE_LINE,     /* 100 * (x - threshold) / (target - threshold)    */
	SCORE_QUOTIENT, /* 100 * x / target                                */
	SCORE_INVERSE,  /* 100 * target / x                                */
};

struct score_piece {
	enum score_shape shape;
	const struct number *degree; /* of a constant */
	const char *why;             /* Italian, for the explanation */
	bool degenerate;             /* a ratio that could not be formed */
};

/** Points at which a rule may change its piece, in any order. */
struct score_breaks {
	const struct number **points;
	size_t count;
};

const struct number *score_piece_value(const struct score_context *context,
				       const struct score_piece *piece,
				       const struct score_terms *terms, const struct number *x);

/* ---- Rules (rules.c, rule_*.c) ---- */

struct score_rule {
	const char *name; /* as in the attribute `tipo` */
	/** The piece on which `x` lies. */
	struct score_piece (*piece)(const struct score_context *context,
				    const struct score_terms *terms, const struct number *x);
	struct score_breaks (*breaks)(const struct score_context *context,
				      const struct score_terms *terms);
};

/** The functions of a type of rule; NULL for `manuale`, which has none. */
const struct score_rule *score_rule_of(enum model_rule_type type);
extern const struct score_rule score_linear, score_ratio, score_bands, score_all_or_nothing;

/** The rule in force: its own, the nearest above, the default of the kind.
 *  Never NULL. */
const struct model_rule *score_rule_for(const struct model_plan *plan,
					const struct model_indicator *indicator,
					enum model_kind kind);

struct score_piece score_constant(const struct number *degree, const char *why);
/** Whether `x` meets the target. */
bool score_met(enum model_operator op, const struct number *x, const struct number *target);
/** >= and > want more. */
bool score_rising(enum model_operator op);
/** How much `x` misses the target in its unit; negative when it is better.
 *  With "=", the distance. */
const struct number *score_adverse(const struct score_context *context,
				   const struct score_terms *terms, const struct number *x);

/* ---- Terms (terms.c) ---- */

/** The kind that decides how an indicator is compared. */
enum model_kind score_kind_of(const struct model_indicator *indicator);
/** A value as a number, or NULL when it has none; `index` picks among dates. */
const struct number *score_number_of(const struct score_context *context,
				     const struct model_indicator *indicator,
				     const struct model_value *value, size_t index);
/** A value that says something. */
bool score_has_value(const struct model_value *value);
/** 1, or how many dates the actual has. */
size_t score_terms_count(const struct model_indicator *indicator);
/** One comparison, or why there is none (Italian) in `*reason`. */
bool score_terms_make(struct score_terms *out, const struct score_context *context,
		      const struct model_indicator *indicator, size_t index, const char **reason);
bool score_is_percent(const char *unit);

/* ---- Weighted means (weights.c) ---- */

struct score_part {
	const struct number *weight; /* effective; zero: left out */
	const struct model_score *score;
	struct model_figure *share;        /* filled; may be NULL       */
	const char *name;                  /* for reasons               */
	struct model_figure *contribution; /* filled; may be NULL */
};

struct score_parts {
	struct score_part *items;
	size_t count;
};

/** Indicators of an objective with their effective weights. */
struct score_parts score_parts_of_indicators(const struct score_context *context,
					     const struct model_objective *objective);
/** Objectives that stand together (children, a sheet, an area). */
struct score_parts score_parts_of_objectives(const struct score_context *context,
					     const struct model_list *objectives);
/** The parts of a sheet's evaluation (sheet.c). */
struct score_parts score_parts_of_sheet(const struct score_context *context,
					const struct model_assignment *assignment);
/** Gives an effective weight to each part that has none of its own. */
void score_settle_weights(const struct score_context *context, struct score_parts *parts);
struct model_score score_mean(const struct score_context *context, const struct score_parts *parts);
/** The weight that an objective has in its sheet: with pesi="scheda" the sum
 *  of its rows. */
struct model_figure score_objective_weight(const struct score_context *context,
					   const struct model_objective *objective);

/* ---- Steps of score_run() ---- */

void score_indicator(const struct score_context *context, struct model_indicator *indicator,
		     bool weightless);
struct model_variance score_variance(const struct score_context *context,
				     const struct model_indicator *indicator);
void score_objective(const struct score_context *context, struct model_objective *objective);
void score_areas(const struct score_context *context, const struct model_list *areas);
void score_sheet(const struct score_context *context, struct model_assignment *assignment);
/** What is told of the staff as a whole (staff.c); after the sheets. */
void score_staff(const struct score_context *context, struct model_plan *plan);
const struct model_judgement *score_judgement(const struct model_plan *plan,
					      const struct model_score *score);
/** The judgement that a value reaches, or NULL. */
const struct model_judgement *score_judgement_at(const struct model_plan *plan,
						 const struct number *value);
struct model_list score_distribution(const struct score_context *context,
				     const struct model_list *objectives);

struct model_score score_scored(const struct number *value);
struct model_score score_missing(const char *reason); /* no result: an input is missing */
struct model_score score_not_measurable(const char *reason);
const char *score_name_of_indicator(const struct model_indicator *indicator);
const char *score_name_of_objective(const struct model_objective *objective);

#endif
