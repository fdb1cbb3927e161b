/* value.h - figures of a plan: values, scores and their states.
 *
 * Gives:    struct model_value (target, threshold, actual, baseline) and the
 *           result slots.
 * Includes: base.
 * Not here: how a value scores (score), how it prints (template/format).
 */
#ifndef MODEL_VALUE_H
#define MODEL_VALUE_H

#include "base/date.h"
#include "base/diag.h"
#include "base/number.h"

/** Pointers to things of one class, in document order. */
struct model_list {
	void **items;
	size_t count;
};

/** A decimal as written; number NULL: not given. */
struct model_figure {
	const struct number *number;
	int decimals; /* digits after the point in the source */
};

struct model_day {
	bool given;
	date_days date;
};

/** Source: attribute `tipo` of an indicator or value. */
enum model_kind { MODEL_NUMBER, MODEL_DATE, MODEL_YES_NO, MODEL_SCALE, MODEL_TEXT };

/** Source: attribute `op`. */
enum model_operator {
	MODEL_OP_NONE, /* not written: the direction decides */
	MODEL_AT_LEAST,
	MODEL_AT_MOST,
	MODEL_EQUAL,
	MODEL_MORE,
	MODEL_LESS,
	MODEL_WITHIN, /* entro: at most, on a date */
};

/** Source: attribute `verso`. */
enum model_direction { MODEL_DIRECTION_NONE, MODEL_RISING, MODEL_FALLING };

enum model_state {
	MODEL_GIVEN,
	MODEL_EMPTY,         /* an empty element: a cell printed empty    */
	MODEL_NOT_AVAILABLE, /* stato="non-disponibile": printed n.d.     */
};

/** Source: <nota segno="*">; a value's `richiamo` points to one. */
struct model_note {
	struct place place;
	const char *mark;  /* segno, or NULL */
	const char *field; /* campo, or NULL */
	const char *text;
};

/** A step of an ordinal scale; rank counts from 0. */
struct model_step {
	const char *name;
	int rank;
	const struct model_scale *scale;
};

struct model_scale {
	struct place place;
	const char *id;
	struct model_list steps; /* model_step */
};

/** Source: elements valore, target, soglia, consuntivo. */
struct model_value {
	struct place place;
	int year;             /* attribute anno; else the plan's      */
	enum model_kind kind; /* its own, else the indicator's        */
	enum model_state state;
	enum model_operator op;     /* as written                           */
	const char *unit;           /* its own, else the indicator's; NULL  */
	struct model_figure figure; /* MODEL_NUMBER                         */
	struct model_figure numerator, denominator;
	date_days *dates; /* MODEL_DATE: one or several           */
	size_t date_count;
	struct model_day day;          /* the first date; computed by link     */
	bool yes;                      /* MODEL_YES_NO                         */
	const struct model_step *step; /* MODEL_SCALE                          */
	const char *text;              /* as written, blanks folded            */
	const char *printed;           /* stampato, or NULL                    */
	const char *mark;              /* richiamo, or NULL                    */
	const struct model_note *note; /* what richiamo points to, or NULL     */
	const char *reason;            /* motivo, or NULL                      */
};

enum model_score_state {
	MODEL_UNSCORED, /* nothing to say: a plan, or not asked for    */
	MODEL_SCORED,
	MODEL_NOT_MEASURABLE,
	MODEL_NO_RESULT, /* an input is missing: printed n.d.           */
};

/** A result slot; only `score` writes it. */
struct model_score {
	enum model_score_state state;
	const struct number *value; /* percent 0-100, exact; MODEL_SCORED only */
	const char *reason;         /* why not, Italian; or NULL               */
};

/** Source: <giudizio>. */
struct model_judgement {
	struct place place;
	struct model_figure from; /* da or oltre, percent  */
	bool above;               /* oltre: strictly above */
	const char *label;        /* etichetta             */
	const char *signal;       /* verde giallo rosso grigio, or NULL */
};

/** Actual minus target. */
struct model_variance {
	bool given;
	const struct number *value; /* in the unit, or in days */
	int decimals;               /* the larger of the two inputs' */
	bool days;                  /* between dates */
	const char *unit;
};

#endif
