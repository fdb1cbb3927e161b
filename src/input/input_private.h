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

/** What has an id. Kinds that follow one another may share a space of ids. */
enum target {
	TARGET_OBJECTIVE,
	TARGET_INDICATOR, /* one space with objectives */
	TARGET_UNIT,
	TARGET_POST, /* one space with units      */
	TARGET_RULE,
	TARGET_SCALE,
	TARGET_AREA,
	TARGET_SHEET,
	TARGET_SERIES,
	TARGET_TABLE,
	TARGET_TEXT,
	TARGET_COUNT,
};

/** An objective or indicator: it has an id, or will get one. */
struct named {
	enum target target;
	void *thing;
	const struct element *element;
	struct model_objective *inside; /* the objective it is written in, or NULL */
	const char **id, **code;        /* where they stand in the thing           */
	const char *position;           /* in the tree: "3.2", "s1.2" in a sheet   */
	bool code_repeats;
};

/** A reference waiting for the ids. */
struct reference {
	enum target target;
	const struct element *element;
	const char *attribute;
	const char *name;
	void *slot;              /* a pointer to fill, or          */
	struct model_list *list; /* a list to append to            */
};

/** A value waiting for the kind of its indicator. */
struct pending_value {
	struct model_indicator *indicator;
	const struct element *element;
	struct model_list *list; /* values, targets, thresholds or actuals */
};

/** A declared actual, written as an attribute. */
struct pending_declared {
	struct model_indicator *indicator;
	const struct element *element;
	struct model_declared *declared;
};

/** A <parte rif> of a sheet, waiting for the posts and their evaluations. */
struct pending_part {
	struct model_assignment *sheet;
	const struct element *element;
	struct model_part_score *score;
};

/** A value's `richiamo`, waiting for all notes. */
struct pending_mark {
	const struct element *element;
	struct model_value *value;
};

/** The container being read and what has been counted in it: the place in the
 *  tree that stands in for a missing id. */
struct scope {
	const char *position; /* "3.2", "s1" in the first sheet, "" at the top  */
	size_t items;         /* headings and objectives                        */
	size_t indicators;
	struct model_objective *objective; /* nearest around, or NULL           */
};

struct reader {
	struct arena *arena;
	struct diag *diag;
	struct model_plan *plan;

	/* Where we are. */
	struct scope scope;
	struct model_indicator *indicator; /* being read, or NULL */
	struct model_assignment *sheet;    /* being read, or NULL */
	size_t levels;                     /* <livello> so far    */

	/* What waits for the end of the tree. */
	struct model_list named;            /* struct named            */
	struct model_list references;       /* struct reference        */
	struct model_list values;           /* struct pending_value    */
	struct model_list declared;         /* struct pending_declared */
	struct model_list parts;            /* struct pending_part     */
	struct model_list marks;            /* struct pending_mark     */
	struct model_list level_indicators; /* model_indicator of <livello> */

	struct map ids[TARGET_COUNT];    /* id -> thing                                */
	struct map places[TARGET_COUNT]; /* id -> first element, by space              */
	struct map meant;                /* "line:column/name" that could not be read      */
	struct map lost;                 /* ids of what could not be read              */
	struct map notes;                /* "element/mark" -> model_note               */
	struct map weighed;              /* ids of objectives whose indicators have weights */
	size_t bearable;                 /* errors that leave a plan fit for scoring     */
	size_t suggestions;              /* given so far, at most INPUT_SUGGESTIONS_MAX */
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
	size_t offset; /* of the member it fills */
	const struct word *words;
	enum target target;
	bool required;
};

/** Reads a child; `slot` is the owner's member that the table names. */
typedef void read_child(struct reader *reader, const struct element *element, void *slot);

struct child_rule {
	const char *name; /* NULL: end of the table */
	read_child *read;
	size_t offset; /* of the member handed to it; 0: the owner itself */
	size_t most;   /* how many may stand there; 0: any number     */
};

struct element_rule {
	const struct attribute_rule *attributes; /* NULL: none */
	const struct child_rule *children;       /* NULL: none */
	bool text;                               /* may hold text of its own */
};

/* ---- reader.c: elements by their tables ------------------------------------ */

/** A child of the element at this place was meant to be `name` and refused, or
 *  its attribute "@name" could not be read: whatever follows from its absence
 *  has its finding already. */
void input_keep_meant(struct reader *reader, struct place place, const char *name);
bool input_was_meant(struct reader *reader, struct place place, const char *name);
/** Fills `thing` from an element by its table; says what does not belong. */
void input_read_element(struct reader *reader, const struct element *element,
			const struct element_rule *rule, void *thing);
/** A new thing of `size` bytes that begins with its struct place. */
void *input_make_thing(struct reader *reader, const struct element *element, size_t size);
/** The same, read by its table and appended to `list`. */
void *input_read_into(struct reader *reader, const struct element *element,
		      const struct element_rule *rule, struct model_list *list, size_t size);
/** The text of an element, NULL when there is none. */
const char *input_text_of(struct reader *reader, const struct element *element);
/** A child of plain text: `slot` is a const char *. */
read_child input_read_text_child;
/** Children that many elements share. */
read_child input_read_note, input_read_sign, input_read_declared_child, input_read_words_child;

/* ---- form.c: the text of an attribute or value ------------------------------ */

/** What is being read, for findings: an attribute, or (NULL) an element's text. */
struct spot {
	const struct element *element;
	const char *attribute;
};
/** How a finding names it: "peso di <obiettivo>", "<target>". */
const char *input_spot_label(struct reader *reader, struct spot spot);
/** Each fills `*out`, or says what is wrong and gives false. */
bool input_read_number(struct reader *reader, struct spot spot, const char *text,
		       struct model_figure *out);
bool input_read_day(struct reader *reader, struct spot spot, const char *text, date_days *out);
bool input_read_year(struct reader *reader, struct spot spot, const char *text, int *out);
bool input_read_word(struct reader *reader, struct spot spot, const char *text,
		     const struct word *words, int *out);
void input_read_attribute(struct reader *reader, const struct element *element,
			  const struct attribute_rule *rule, const char *text, void *thing);
/** Words parted by blanks, in the arena. */
struct model_list input_split_words(struct arena *arena, const char *text);
/** A text of the input as a finding may quote it: the first few characters. */
const char *input_shown(struct reader *reader, const char *text);
/** "a, b, c" of names that a table or list holds. */
const char *input_join_words(struct arena *arena, const struct word *words);
const char *input_join_names(struct arena *arena, const char *const *names, size_t count);

/* ---- The elements, by subject ---------------------------------------------- */

void input_read_plan(struct reader *reader, const struct element *root); /* plan.c      */
read_child input_read_body, input_read_document, input_read_structure;   /* structure.c */
read_child input_read_system;                                            /* system.c    */
read_child input_read_area;                                              /* area.c      */
read_child input_read_objective, input_read_entry;                       /* objective.c */
read_child input_read_indicator, input_read_level;                       /* indicator.c */
read_child input_read_assignment, input_read_public_value;               /* sheet.c     */
read_child input_read_budget;                                            /* budget.c    */
read_child input_read_bonus, input_read_evaluated;                       /* staff.c     */
read_child input_read_rich_text;                                         /* words.c     */

/** The next item of the container becomes the container; gives the outer one
 *  to go back to. area.c */
struct scope input_enter_item(struct reader *reader);
void input_leave_item(struct reader *reader, struct scope outer);
/** One of the two goes to a list of model_item. */
void input_add_item(struct reader *reader, struct model_list *content, struct model_area *area,
		    struct model_objective *objective);

/* ---- After the tree: ids, references, values -------------------------------- */

/** Gives ids and finds those given twice. identity.c */
void input_give_ids(struct reader *reader);
void input_name_thing(struct reader *reader, struct named named);
void input_put_id(struct reader *reader, enum target target, const char *id, void *thing,
		  const struct element *element);
/** Waiting references; resolved when every id is known. reference.c */
void input_refer(struct reader *reader, const struct element *element, const char *attribute,
		 enum target target, const char *name, void *slot, struct model_list *list);
void input_resolve_references(struct reader *reader);
/** A rule by its id, or a type that needs no <regola>: linear, ratio, all or
 *  nothing, manual; NULL when there is none. system.c */
struct model_rule *input_find_rule(struct reader *reader, const char *name);
/** Defaults for what <sistema> leaves out. */
void input_finish_system(struct reader *reader);
/** The parts of evaluations that sheets name. sheet.c */
void input_resolve_parts(struct reader *reader);
/** Finds circles of rif and padre and chains too long, and cuts them, so that
 *  what follows may walk freely. cycle.c */
void input_cut_cycles(struct reader *reader);
/** Values by the kind of their indicator. value.c */
void input_read_values(struct reader *reader);
extern const struct word input_value_kinds[];
/** richiamo -> the nearest <nota segno> upwards. mark.c */
void input_keep_note(struct reader *reader, const struct element *element, struct model_note *note);
void input_keep_mark(struct reader *reader, const struct element *element,
		     struct model_value *value);
void input_resolve_marks(struct reader *reader);

/* ---- Sense checks, on the linked plan ------------------------------------------ */

void input_check_plan(struct reader *reader); /* check.c: runs those below */
void input_check_system(struct reader *reader);
void input_check_weights(struct reader *reader);
void input_check_sheets(struct reader *reader);
void input_check_thresholds(struct reader *reader, const struct model_indicator *indicator);
void input_check_dates(struct reader *reader, const struct model_indicator *indicator);
void input_check_score(struct reader *reader, const struct model_indicator *indicator);

/** Code, else id: how findings name a thing. */
const char *input_objective_label(const struct model_objective *objective);
const char *input_indicator_label(const struct model_indicator *indicator);
/** A figure or value as it is printed here: "99,99", "31/12/2022". */
const char *input_figure_text(struct reader *reader, const struct model_figure *figure);
const char *input_value_text(struct reader *reader, const struct model_value *value);
/** 100, or more when a rule of ratio goes beyond. */
const struct number *input_highest_degree(struct reader *reader);
/** Whether it is to be scored: its weight counts and no <esito> leaves it out. */
bool input_is_measured(const struct reader *reader, const struct model_indicator *indicator);

#endif
