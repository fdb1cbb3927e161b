/* input_private.h - what the files of this room share.
 *
 * Gives:    the reader's state, the tables that say what an element holds,
 *           and the steps of input_read() in the order they run.
 * Includes: input.
 * Not here: anything for other rooms.
 *
 * An element is described by a table (struct element_rule): its attributes
 * with form and destination, its children with the function that reads them.
 * Structure first: values and references wait until every id is known,
 * because a value's grammar may stand on the indicator it repeats.
 */
#ifndef INPUT_PRIVATE_H
#define INPUT_PRIVATE_H

#include "base/map.h"
#include "input/input.h"

#include <stddef.h>

/** What a reference may point to. */
enum target {
	TARGET_OBJECTIVE,
	TARGET_INDICATOR,
	TARGET_UNIT,
	TARGET_POST,
	TARGET_RULE,
	TARGET_SCALE,
	TARGET_PART,
	TARGET_COUNT,
};

/** A thing that has an id, or will get one. */
struct named {
	enum target target;
	void *thing;                   /* model_objective or model_indicator */
	const struct element *element;
	const char **id;               /* where its id stands                */
	const char *code;
	const char *position;          /* place in the tree: "3.2", "s1.2"   */
};

/** A reference waiting for the ids. */
struct reference {
	enum target target;
	const struct element *element;
	const char *attribute;
	const char *name;
	void **slot;             /* one of the two: where it goes  */
	struct model_list *list;
};

/** A value waiting for the kind of its indicator. */
struct pending_value {
	struct model_indicator *indicator;
	const struct element *element;
	struct model_list *list;        /* values, targets, thresholds or actuals */
	struct model_value *value;
};

/** A declared actual, written as an attribute. */
struct pending_declared {
	struct model_indicator *indicator;
	const struct element *element;
	struct model_declared *declared;
};

struct reader {
	struct arena *arena;
	struct diag *diag;
	struct model_plan *plan;
	bool chains_broken;              /* a cycle was found: do not link         */

	struct model_list named;         /* struct named: objectives, indicators   */
	struct map targets[TARGET_COUNT]; /* id -> thing                           */
	struct map places[TARGET_COUNT]; /* id -> element it was first given on    */
	struct map notes;                /* "element/mark" -> model_note           */
	struct model_list references;    /* struct reference                       */
	struct model_list values;        /* struct pending_value                   */
	struct model_list declared;      /* struct pending_declared                */
	struct model_list sheet_objectives; /* every objective inside sheets       */
	struct map parents;              /* ids named by some padre                */
	size_t suggestions;              /* still to be given                      */

	struct model_indicator *indicator; /* being read, or NULL                  */
	const char *position;            /* of the container being read            */
	size_t item;                     /* last item counted in it                */
};

/* ---- Tables -------------------------------------------------------------- */

/** A word of the input and what it means. */
struct word {
	const char *spelling; /* NULL: end of the list */
	int value;
};

/** How an attribute is read, and the type of what it fills. */
enum form {
	FORM_TEXT,       /* const char *                                   */
	FORM_ID,         /* const char *, without blanks                   */
	FORM_NUMBER,     /* struct model_figure                            */
	FORM_YEAR,       /* int                                            */
	FORM_DAY,        /* struct model_day                               */
	FORM_WORD,       /* int, by `words`                                */
	FORM_FLAG,       /* bool: true when the one word of `words` stands */
	FORM_REFERENCE,  /* pointer to a thing of `target`                 */
	FORM_REFERENCES, /* struct model_list of such                      */
	FORM_LATER,      /* read by the element's own function             */
};

struct attribute_rule {
	const char *name; /* NULL: end of the table */
	enum form form;
	size_t offset;    /* of the member it fills */
	const struct word *words;
	enum target target;
	bool required;
};

/** Reads a child; `slot` is the owner's member that the table names. */
typedef void read_child(struct reader *reader, const struct element *element, void *slot);

struct child_rule {
	const char *name; /* NULL: end of the table */
	read_child *read;
	size_t offset;    /* of the member handed to it; 0: the owner itself */
	bool once;
};

struct element_rule {
	const struct attribute_rule *attributes; /* NULL: none */
	const struct child_rule *children;       /* NULL: none */
	bool text;                               /* may hold text of its own */
};

extern const struct attribute_rule no_attributes[];

/* ---- reader.c: elements by their tables ------------------------------------ */

/** Fills `thing` from an element by its table; says what does not belong. */
void read_element(struct reader *reader, const struct element *element,
		  const struct element_rule *rule, void *thing);
/** A new thing of `size` bytes that begins with its struct place. */
void *make_thing(struct reader *reader, const struct element *element, size_t size);
/** The same, read by its table and appended to `list`. */
void *read_into(struct reader *reader, const struct element *element,
		const struct element_rule *rule, struct model_list *list, size_t size);
/** The text of an element, NULL when there is none. */
const char *text_of(struct reader *reader, const struct element *element);
/** A child of plain text: `slot` is a const char *. */
read_child read_text_child;
/** Children that many elements share. */
read_child read_note, read_sign, read_declared_child, read_words_child;

/* ---- form.c: the text of an attribute or value ------------------------------ */

/** The finder's side: `what` names attribute or element in a message. */
bool read_number(struct reader *reader, struct place place, const char *what, const char *text,
		 struct model_figure *out);
bool read_day(struct reader *reader, struct place place, const char *what, const char *text,
	      date_days *out);
bool read_year(struct reader *reader, struct place place, const char *what, const char *text,
	       int *out);
bool read_word(struct reader *reader, struct place place, const char *what, const char *text,
	       const struct word *words, int *out);
void read_attribute(struct reader *reader, const struct element *element,
		    const struct attribute_rule *rule, const char *text, void *thing);
/** Words parted by blanks, in the arena. */
struct model_list split_words(struct arena *arena, const char *text);
/** "a, b, c" of names that a table or list holds. */
const char *join_words(struct arena *arena, const struct word *words);
const char *join_names(struct arena *arena, const char *const *names, size_t count);
/** How a finding names an attribute: "peso di <obiettivo>". */
const char *attribute_label(struct reader *reader, const struct element *element, const char *name);

/* ---- The elements, by subject ---------------------------------------------- */

void read_plan(struct reader *reader, const struct element *root);              /* plan.c      */
read_child read_body, read_document, read_structure;                            /* structure.c */
read_child read_system;                                                         /* system.c    */
read_child read_area, read_top_area, read_sheet_area;                           /* area.c      */
read_child read_objective, read_item_voce;                                      /* objective.c */
read_child read_indicator, read_level;                                          /* indicator.c */
read_child read_assignment, read_public_value;                                  /* sheet.c     */
read_child read_budget;                                                         /* budget.c    */
read_child read_rich_text;                                                      /* words.c     */

/* ---- After the tree: ids, references, values -------------------------------- */

/** Gives ids and finds those given twice. identity.c */
void give_ids(struct reader *reader);
void name_thing(struct reader *reader, enum target target, void *thing,
		const struct element *element, const char **id, const char *code);
void put_id(struct reader *reader, enum target target, const char *id, void *thing,
	    const struct element *element);
/** Waiting references; resolved when every id is known. reference.c */
void refer(struct reader *reader, const struct element *element, const char *attribute,
	   enum target target, const char *name, void **slot, struct model_list *list);
void resolve_references(struct reader *reader);
/** Rules that need no <regola>: linear, ratio, all or nothing, manual. system.c */
const struct model_rule *built_in_rule(const char *name);
void finish_system(struct reader *reader);
/** Breaks nothing, finds circles of rif and padre and chains too long. cycle.c */
void check_cycles(struct reader *reader);
/** Values by the kind of their indicator. value.c */
void read_values(struct reader *reader);
/** richiamo -> <nota segno>. mark.c */
void keep_note(struct reader *reader, const struct element *element, struct model_note *note);
void resolve_marks(struct reader *reader);

/* ---- Sense checks ------------------------------------------------------------ */

void check_plan(struct reader *reader);         /* check.c: runs those below */
void check_system(struct reader *reader);
void check_weights(struct reader *reader);
void check_values(struct reader *reader, struct model_indicator *indicator);
void check_score(struct reader *reader, struct model_indicator *indicator);

/** A figure as people here write it: "99,99". */
const char *figure_text(struct reader *reader, const struct model_figure *figure);
/** Code, else id, else a dash: how findings name a thing. */
const char *objective_label(const struct model_objective *objective);
const char *indicator_label(const struct model_indicator *indicator);

#endif
