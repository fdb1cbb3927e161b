/* reader.h - the state of reading a template, and the readers of each subject.
 *
 * Gives:    struct reader (one a template), struct context (what an element
 *           stands in), and the functions that turn elements into nodes.
 * Includes: node.h, style.h, base/element.h.
 * Not here: expansion (expand.h).
 */
#ifndef TEMPLATE_READER_H
#define TEMPLATE_READER_H

#include "base/element.h"
#include "base/map.h"
#include "node.h"
#include "style.h"

/** A place that names are sought in, at reading time. */
struct scope {
	const struct scope *outer;
	int slot;
	const struct model_class *class;       /* NULL: a group                    */
	const struct path *key;                /* of a group: what `chiave` is     */
	const struct model_class *group_class; /* of a group: what `gruppo` holds  */
	bool turns;                            /* a loop: `n`, `primo`, `ultimo`   */
};

/** A parameter of a block and its value where the block is used. */
struct parameter {
	const char *name, *value;
	const struct parameter *next;
};

/** What may stand where. */
enum content {
	CONTENT_INLINE = 1 << 0,
	CONTENT_BLOCKS = 1 << 1,
	CONTENT_ROWS = 1 << 2,
	CONTENT_CELLS = 1 << 3,
	CONTENT_ITEMS = 1 << 4,
	CONTENT_SERIES = 1 << 5,
	CONTENT_SIGNATURES = 1 << 6,
	CONTENT_SECTIONS = 1 << 7,
};

/** What an element stands in; handed down by copy. */
struct context {
	enum content content;
	const struct scope *scope;
	int depth;                          /* next free slot                   */
	int nesting;                        /* elements around                  */
	const struct parameter *parameters; /* of the block being put in        */
	const struct block *block;          /* being put in, or NULL            */
	const struct document_style *style; /* look of what is around           */
	const struct document_character *character;
	document_colour background;
	const char *family;   /* `stile` of the table around      */
	const char *language; /* `lingua` of the part of a table around   */
	bool running_head, in_cell, in_item, in_head, in_table, in_group;
	int heading_level; /* of the last heading read         */
};

/** A <blocco>. */
struct block {
	const char *name;
	const struct model_class *on; /* su, or NULL */
	const struct element *element;
	bool used;
	const struct block *around; /* while it is put in: the one that uses it */
};

struct reader {
	struct arena *arena;
	struct diag *diag;
	struct style_set styles;
	struct map pages;     /* id -> page_node  */
	struct map blocks;    /* name -> block    */
	struct map reported;  /* findings said already: a block is read at each use */
	struct map contrasts; /* styles whose contrast was reported */
	const struct page_node *first_page;
	const struct model_class *plan_class, *item_class;
	bool rich;                     /* a text of the plan: no braces, no loops over pages */
	const struct model_plan *plan; /* while a text of the plan is read */
	int rich_above;                /* level of the heading it stands under  */
	int rich_least;                /* least level of its own headings       */
	int rich_last;                 /* level of its last heading, as shifted */
	size_t nodes;
	bool overflow; /* TEMPLATE_NODES_MAX was said */
};

/* ---- findings (reader.c) ------------------------------------------------- */

/** Says what is wrong with an element, once. */
void reader_error(struct reader *reader, const struct element *element, const char *code,
		  const char *format, ...) __attribute__((format(printf, 4, 5)));
void reader_warning(struct reader *reader, const struct element *element, const char *code,
		    const char *format, ...) __attribute__((format(printf, 4, 5)));
/** ": forse «x»", or "" when `nearest` is NULL. */
const char *reader_perhaps(struct reader *reader, const char *nearest);
/** The value of an attribute with {@parameters} put in, or NULL. */
const char *reader_attribute(struct reader *reader, const struct context *context,
			     const struct element *element, const char *name);
const struct parameter *reader_parameter(const struct context *context, const char *name,
					 size_t length);
/** Reads si or no; `fallback` when not written or wrong. */
bool reader_yes_no(struct reader *reader, const struct context *context,
		   const struct element *element, const char *name, bool fallback);
/** The index of a word among `words`, -1 when not written or wrong. */
int reader_word(struct reader *reader, const struct context *context, const struct element *element,
		const char *name, const char *const *words);
/** A whole number in a range; `fallback` when not written or wrong. */
int reader_integer(struct reader *reader, const struct context *context,
		   const struct element *element, const char *name, int minimum, int maximum,
		   int fallback);
/** A length in points; 0 when not written or wrong. */
double reader_length(struct reader *reader, const struct context *context,
		     const struct element *element, const char *name);
/** Says that a required attribute is missing. */
void reader_missing(struct reader *reader, const struct element *element, const char *name,
		    const char *what);

/* ---- expressions (path.c, condition.c, pattern.c) ------------------------- */

/** A string being read as expression. */
struct parser {
	struct reader *reader;
	const struct context *context;
	const struct element *element;
	const char *attribute; /* NULL: a text */
	const char *source, *at;
	bool failed;
	int terms, nesting;
};

struct parser parser_make(struct reader *reader, const struct context *context,
			  const struct element *element, const char *attribute, const char *source);
/** Says what is wrong, once for each parser. */
void parser_error(struct parser *parser, const char *code, const char *format, ...)
	__attribute__((format(printf, 3, 4)));
void parser_skip_blanks(struct parser *parser);
/** Whether the next character is `c`; if so it is taken. */
bool parser_take(struct parser *parser, char c);
/** A name (letters, digits, - and _), or NULL. */
const char *parser_name(struct parser *parser);
/** The same without taking it. */
const char *parser_peek_name(struct parser *parser);
/** A 'quoted' text, or NULL. */
const char *parser_quoted(struct parser *parser);
/** A number as written, or NULL. */
const char *parser_number(struct parser *parser);

/** Reads a path from where the parser stands; NULL when it is wrong. */
struct path *parse_path(struct parser *parser);
bool parse_expression(struct parser *parser, struct expression *out);
struct condition *parse_condition(struct parser *parser);
/** Gives a path the fields that show a thing; false when it has none. */
bool path_add_face(struct parser *parser, struct path *path);
/** The type that an expression prints. */
struct type expression_type(const struct expression *expression);

/** The path in an attribute; NULL when not written or wrong. */
struct path *read_path(struct reader *reader, const struct context *context,
		       const struct element *element, const char *name);
/** The same, leading to one or many things. */
struct path *read_things(struct reader *reader, const struct context *context,
			 const struct element *element, const char *name);
/** The condition in an attribute; NULL when not written or wrong. */
struct condition *read_condition(struct reader *reader, const struct context *context,
				 const struct element *element, const char *name);
/** Whether a condition is known now; if so `*value` gets it. */
bool condition_known(const struct condition *condition, bool *value);
/** The text with braces in an attribute; NULL when not written. */
struct pattern *read_pattern(struct reader *reader, const struct context *context,
			     const struct element *element, const char *name);
/** A text with braces. */
struct pattern *make_pattern(struct reader *reader, const struct context *context,
			     const struct element *element, const char *attribute,
			     const char *text);
/** A text without braces. */
struct pattern *make_literal(struct reader *reader, const char *text);
/** Reads "numero:2" for a path; says what is wrong. */
void read_format(struct parser *parser, struct type type, const char *text,
		 struct formatting *format);

/** A new innermost scope of a class, in `context`. */
void enter_scope(struct reader *reader, const struct element *element, struct context *context,
		 const struct model_class *class, bool turns);
/** The nearest scope that turns, or NULL. */
const struct scope *scope_turning(const struct context *context);

/* ---- elements ------------------------------------------------------------- */

/** An element's rule: where it may stand, what it may say, who reads it. */
struct element_rule {
	const char *name;
	unsigned content;       /* where it may stand, as bits      */
	bool block;             /* has the attributes of blocks     */
	bool rich;              /* may stand in a text of the plan  */
	const char *style;      /* name of its own style, or NULL   */
	const char *attributes; /* its own, parted by blanks        */
	void (*read)(struct reader *reader, const struct element *element,
		     const struct context *context, struct node *node);
	enum node_kind kind;
};

const struct element_rule *rule_find(const char *name);
/** The nearest name among what may stand there; all those names. */
const char *rule_nearest(const char *name, unsigned content, bool rich);
char *rule_names(struct arena *arena, unsigned content, bool rich);

/** Reads an element into a new last child of `parent`; NULL: nothing came of
 *  it (wrong, or `se` known to be false). */
struct node *read_element(struct reader *reader, const struct element *element,
			  const struct context *context, struct node *parent);
/** Reads all children of an element as `context->content` asks. */
void read_children(struct reader *reader, const struct element *element,
		   const struct context *context, struct node *parent);
/** Reads the inside of something that holds either text or blocks. */
void read_flow(struct reader *reader, const struct element *element, struct context context,
	       struct node *parent);
/** Whether there is a block among an element's children, loops looked through. */
bool holds_blocks(struct reader *reader, const struct element *element);
struct node *add_node(struct reader *reader, struct node *parent, enum node_kind kind,
		      struct place place);
/** The context inside a node of that style. */
struct context inside(const struct context *context, const struct node *node);
/** Checks what is no text: signals, drawings, thick borders. */
void check_marks(struct reader *reader, const struct element *element,
		 const struct context *context, const struct node *node);
/** Checks text against its background, where it stands. */
void check_contrast(struct reader *reader, const struct element *element,
		    const struct context *context, const struct document_character *character);
/** The look of a part that has a style of its own name ("didascalia"). */
const struct document_style *part_style(struct reader *reader, const struct context *context,
					const char *name);

typedef void read_node(struct reader *reader, const struct element *element,
		       const struct context *context, struct node *node);
read_node read_text_span, read_link, read_reference, read_signal, read_value, read_empty;
read_node read_continued; /* read_inline.c */
read_node read_section, read_box, read_heading, read_paragraph, read_list, read_item;
read_node read_contents, read_rich, read_signatures, read_signature; /* read_block.c  */
read_node read_table, read_head, read_row, read_group, read_cell;    /* read_table.c  */
read_node read_chart, read_series, read_tree, read_map, read_image;  /* read_figure.c */
read_node read_loop;                                                 /* read_loop.c   */
read_node read_use;                                                  /* read_use.c    */

/** Checks that the rows of a table fill its columns. table_check.c */
void check_table(struct reader *reader, const struct element *element, const struct node *table);

/** A <pagina>, a <blocco>. */
void read_page(struct reader *reader, const struct element *element);
void read_block(struct reader *reader, const struct element *element);
/** Reads a block that nothing uses, so that its errors are found too. */
void check_unused_block(struct reader *reader, const struct block *block,
			const struct context *context);

#endif
