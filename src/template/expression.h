/* expression.h - paths, conditions and texts with braces, bound to fields.
 *
 * Gives:    the bound forms and what evaluates them.
 * Includes: base, model.
 * Not here: how they are read (reader.h), how values print (format.h).
 *
 * A scope is a place that names are sought in: the plan, the thing of each
 * turn of a loop, the groups of a `raggruppa`. At reading time a scope is a
 * class and a slot; at expansion the slot holds the thing.
 */
#ifndef TEMPLATE_EXPRESSION_H
#define TEMPLATE_EXPRESSION_H

#include "base/map.h"
#include "format.h"
#include "model/field.h"
#include "template/template.h"

#define EXPRESSION_FACE_MAX 4 /* fields followed to print a thing */

/* ---- paths ------------------------------------------------------------- */

enum pick_kind {
	PICK_YEAR,     /* [2021] [anno] [anno-1]: of a value by year, or by key */
	PICK_LABEL,    /* ['x'] [x]: by the key field of the collection         */
	PICK_POSITION, /* [n]: the turn of the loop around                       */
	PICK_FILTER,   /* [condition]                                            */
};

struct pick {
	enum pick_kind kind;
	const struct path *year;  /* YEAR: the field `anno`, or NULL: absolute */
	int offset;               /* YEAR: added, or the year itself           */
	const char *label;        /* LABEL                                     */
	int slot;                 /* POSITION: of the loop; FILTER: of the item */
	struct condition *filter; /* FILTER                                    */
	struct pick *next;
};

enum step_kind { STEP_SELF, STEP_FIELD, STEP_KEY, STEP_GROUP };

struct step {
	enum step_kind kind;
	const struct model_field *field;      /* FIELD                             */
	const struct model_class *class;      /* of the things it leads to, or NULL */
	const struct model_field *unit_field; /* `unita-misura` of what it is read from, or NULL */
	struct pick *picks;
};

/** What a path leads to. */
struct type {
	enum model_field_type field;
	const struct model_class *class; /* of ONE and MANY                   */
	const char *const *words;        /* of WORD; of TEXT with known words */
};

struct path {
	int slot;
	struct step steps[TEMPLATE_STEPS_MAX];
	size_t count;
	struct type type;                                    /* before the face      */
	const struct model_field *face[EXPRESSION_FACE_MAX]; /* how a thing is shown */
	size_t face_count;
	struct type shown;  /* after the face       */
	const char *source; /* as written           */
};

/* ---- expressions, texts, conditions ------------------------------------ */

enum expression_kind {
	EXPRESSION_PATH,
	EXPRESSION_COUNT,    /* conta(path)           */
	EXPRESSION_SUM,      /* somma(path)           */
	EXPRESSION_POSITION, /* n                     */
	EXPRESSION_YEAR,     /* anno-1, anno+2        */
	EXPRESSION_PAGE,
	EXPRESSION_PAGES,
	EXPRESSION_RUNNING, /* running heads */
};

struct expression {
	enum expression_kind kind;
	struct path *path; /* PATH, COUNT, SUM; YEAR: the field `anno` */
	int slot;          /* POSITION: of the loop  */
	int level;         /* RUNNING                */
	int offset;        /* YEAR                   */
};

/** A piece of a text with braces: literal, or an expression and its format. */
struct part {
	const char *literal; /* NULL: an expression */
	struct expression expression;
	struct formatting format;
};

struct pattern {
	struct part *parts;
	size_t count;
};

enum condition_kind {
	CONDITION_CONSTANT,
	CONDITION_OR,
	CONDITION_AND,
	CONDITION_NOT,
	CONDITION_TRUTH,
	CONDITION_COMPARE,
	CONDITION_FIRST,
	CONDITION_LAST,
	CONDITION_SHOWN, /* mostrato: stands in the document already */
};

enum comparison {
	COMPARE_EQUAL,
	COMPARE_DIFFERENT,
	COMPARE_LESS,
	COMPARE_AT_MOST,
	COMPARE_MORE,
	COMPARE_AT_LEAST
};

enum literal_kind { LITERAL_NUMBER, LITERAL_DATE, LITERAL_TEXT, LITERAL_EXPRESSION };

struct condition {
	enum condition_kind kind;
	bool constant;                  /* CONSTANT                  */
	struct condition *left, *right; /* OR, AND; NOT: left        */
	struct expression expression;   /* TRUTH, COMPARE            */
	enum comparison comparison;
	enum literal_kind literal;
	const struct number *number;
	date_days date;
	const char *text;
	struct expression other; /* LITERAL_EXPRESSION        */
	int slot;                /* FIRST, LAST: of the loop; SHOWN: of the thing */
};

/* ---- evaluation -------------------------------------------------------- */

/** What a slot holds during expansion. */
struct frame {
	struct model_thing thing; /* of a loop's turn; class NULL: a group   */
	const char *unit;         /* of what it belongs to, or NULL          */
	struct model_datum key;   /* of a group                              */
	struct model_list group;
	const struct model_class *group_class;
	size_t index, count; /* of the turn, from 0                     */
};

struct environment {
	struct arena *arena;
	const struct model_plan *plan;
	struct text buffer; /* of texts being put together, used again and again */
	struct map shown;   /* addresses of the things that stand in the document already */
	struct frame frames[TEMPLATE_SCOPES_MAX + 1];
};

/** What a path gave: one datum and the unit it is in, or NULL. */
struct answer {
	struct model_datum datum;
	const char *unit;
};

/** One value: the first, where the path goes through a collection. */
struct answer evaluate_path(struct environment *environment, const struct path *path);
/** The same, down to what the thing shows. */
struct answer evaluate_shown(struct environment *environment, const struct path *path);
/** All things a path leads to, through collections; one thing is a list of
 *  one. `*unit` (may be NULL) gets the unit of what they belong to. */
struct model_list evaluate_list(struct environment *environment, const struct path *path,
				const char **unit);
/** Follows a thing's face. */
struct answer evaluate_face(struct environment *environment, const struct path *path,
			    struct answer answer);
bool evaluate_condition(struct environment *environment, const struct condition *condition);
/** The value of any expression but those of running heads. */
struct answer evaluate_expression(struct environment *environment,
				  const struct expression *expression);
/** A text with its values put in, in the arena; NULL for NULL. */
const char *evaluate_pattern(struct environment *environment, const struct pattern *pattern);
/** Appends one part's text; nothing for expressions of running heads. */
void evaluate_part(struct environment *environment, const struct part *part, struct text *out);
/** The thing whose field a path names last, or NULL: what is shown by it. */
const void *evaluate_owner(struct environment *environment, const struct path *path);
/** Notes that a thing stands in the document; asks whether it does. */
void environment_show(struct environment *environment, const void *thing);
bool environment_shows(const struct environment *environment, const void *thing);
/** The exact number in an answer, or NULL. */
const struct number *answer_number(const struct answer *answer);

#endif
