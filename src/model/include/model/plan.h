/* plan.h - the plan as plain structs, with slots for results.
 *
 * Gives:    the structs that input fills, score completes and everything
 *           downstream reads. One struct a thing of the plan document; the
 *           comment names its element.
 * Includes: base, model/value.h, model/system.h, model/staff.h, model/comparison.h.
 * Not here: XML, pages, files. The name of each member for templates and
 *           exports is in the table of fields (field.h), nowhere else.
 *
 * Everything is in the plan's arena. Members are NULL, empty or not given
 * when the document says nothing. Slots marked "computed" are filled by
 * model_link() (structure) or score_run() (figures).
 */
#ifndef MODEL_PLAN_H
#define MODEL_PLAN_H

#include "base/element.h"
#include "base/file.h"
#include "model/comparison.h"
#include "model/staff.h"
#include "model/system.h"
#include "model/value.h"

/** <ente> */
struct model_body {
	struct place place;
	const char *code, *name, *logo, *site;
};

/** <atto>, <approvazione>, <validazione> */
struct model_act {
	struct place place;
	const char *organ, *type, *number, *subject;
	struct model_day date;
};

/** <firma> of the document */
struct model_signature {
	struct place place;
	const char *role;
};

/** <documento> */
struct model_document {
	struct place place;
	const char *title, *period, *version, *office, *licence;
	struct model_act *approval, *validation;
	struct model_list acts;       /* model_act       */
	struct model_list signatures; /* model_signature */
	struct model_list notes;      /* model_note      */
};

struct model_assignment;

/** <unita> */
struct model_unit {
	struct place place;
	const char *id, *type, *name, *code;
	struct model_unit *parent;      /* padre */
	struct model_assignment *sheet; /* its own, or NULL; of several the first. Computed */
	size_t sheets;                  /* how many are its own; computed                  */
};

/** <incarico>: a post held by a person, who is never named */
struct model_post {
	struct place place;
	const char *id, *role, *person;
	struct model_list units;             /* model_unit        */
	struct model_evaluation *evaluation; /* by its role, computed; or NULL */
	const char *category;                /* which <valutazione ruolo> it falls under */
};

/** <segno nome valore>text</segno> */
struct model_sign {
	struct place place;
	const char *name, *value, *text;
};

/** <stakeholder>, <soggetto-esterno>, <nota> without mark: words in a list */
struct model_words {
	struct place place;
	const char *text;
};

/** <programma>, <missione> */
struct model_programme {
	struct place place;
	const char *code, *reference, *title;
};

/** <risorse> */
struct model_resource {
	struct place place;
	int year;
	struct model_figure budget, actual; /* preventivo, consuntivo, euro */
	const char *text;
};

/** <modifica>: a target, threshold or weight revised during the year */
struct model_change {
	struct place place;
	struct model_day date;
	const char *act, *field, *from, *to, *reason;
	int year;
};

/** <dichiarato>: figures as they were printed elsewhere; audited only */
struct model_declared {
	struct place place;
	struct model_figure degree;   /* grado, percent            */
	struct model_figure variance; /* scostamento               */
	struct model_figure weight;   /* peso, total of a sheet    */
	struct model_value *actual;   /* consuntivo                */
	const char *judgement;        /* giudizio                  */
	const char *parent;           /* padre, an id              */
};

/** <algoritmo> */
struct model_formula {
	struct place place;
	const char *text;   /* plain, or composed of the parts below */
	const char *source; /* fonte                                 */
	const char *numerator, *denominator;
	const char *operator;       /* "/" unless written                    */
	struct model_figure factor; /* fattore */
};

/** <esito> */
enum model_outcome {
	MODEL_OUTCOME_NONE,
	MODEL_VALIDATED,
	MODEL_OUTCOME_NOT_AVAILABLE,
	MODEL_OUTCOME_NOT_MEASURABLE
};

struct model_objective;
struct score_set;

/** <indicatore>: one use of an indicator; `rif` shares another's content */
struct model_indicator {
	struct place place;
	const char *id, *code, *name, *description;
	const char *kind; /* tipologia */
	struct model_indicator *same_as;
	struct model_objective *objective; /* where it is used; NULL in a public-value level */
	struct model_figure weight;        /* percent, or points of a sheet */
	enum model_kind type;
	const struct model_scale *scale;
	const char *unit; /* unita-misura */
	enum model_direction direction;
	const struct model_rule *rule;      /* regola, own; NULL: inherited        */
	const struct model_rule *rule_used; /* computed by score              */
	bool from_children;                 /* da="figli" */
	struct model_formula *formula;
	struct model_list values, targets, thresholds, actuals; /* model_value, by year */
	struct model_value *target, *threshold,
		*actual; /* those of the plan's year, or NULL; computed */
	enum model_outcome outcome;
	const char *outcome_reason; /* motivo or text of <esito> */
	struct model_figure manual; /* degree given by hand, rule `manuale` */
	const char *manual_reason;
	struct model_declared *declared;
	struct model_list changes; /* model_change */
	struct model_list signs;   /* model_sign   */
	struct model_list notes;   /* model_note   */
	const char *note_text;     /* the notes, joined; computed by link */
	struct model_list units;   /* model_unit   */
	struct model_list owners;  /* model_post   */
	const char *source;        /* fonte of the formula; computed by link */
	enum model_operator op;    /* in force in the plan's year; computed by link */
	bool shared;               /* what same_as gives has been taken; link's own */
	/* computed by score */
	struct model_score degree; /* grado */
	struct model_variance variance;
	struct model_figure share; /* weight after renormalization, percent */
	const struct model_judgement *judgement;
	struct model_value *derived_actual; /* of da="figli" */
};

/** <ambito>: a heading at any depth; its result is shown, never fed upwards */
struct model_area {
	struct place place;
	size_t start, end; /* bytes of the source (public edition) */
	const char *id, *code, *title, *type, *description;
	struct model_figure weight;
	struct model_area *area;             /* the one around it, or NULL      */
	struct model_objective *objective;   /* the objective it is in, or NULL */
	struct model_assignment *assignment; /* the sheet it is in, or NULL   */
	struct model_list content;           /* model_item, as written          */
	struct model_list areas;             /* model_area, direct              */
	struct model_list objectives;        /* model_objective, through areas  */
	struct model_list descendants;       /* all objectives below; computed  */
	struct model_list signs, notes;
	const char *note_text; /* the notes, joined; computed     */
	struct model_declared *declared;
	int depth;                 /* from 1, among areas; computed   */
	struct model_score result; /* computed by score               */
	const struct model_judgement *judgement;
	struct model_list distribution; /* model_distribution, computed    */
};

/** What stands in a place: an area or an objective. */
struct model_item {
	struct model_area *area;
	struct model_objective *objective; /* one of the two */
};

/** <obiettivo> */
struct model_objective {
	struct place place;
	size_t start, end; /* bytes of the source (public edition) */
	const char *id, *code, *title, *description, *benefit;
	const char *type;                /* tipo: strategico, operativo, individuale, … */
	struct model_objective *same_as; /* rif */
	struct model_figure weight;
	struct model_list units;                   /* model_unit */
	struct model_list owners;                  /* model_post */
	struct model_list stakeholders, externals; /* model_words */
	struct model_list programmes, missions;    /* model_programme */
	struct model_list resources;               /* model_resource */
	struct model_list signs;                   /* model_sign */
	struct model_list notes;                   /* model_note */
	const char *note_text;                     /* the notes, joined; computed */
	bool shared;                   /* what same_as gives has been taken; link's own */
	const struct model_rule *rule; /* regola: for the indicators below */
	struct model_declared *declared;
	struct model_objective *parent;      /* written in, or padre; NULL: none  */
	struct model_area *area;             /* nearest heading around it, or NULL   */
	struct model_assignment *assignment; /* the sheet it is in, or NULL  */
	struct model_list indicators;        /* model_indicator; shared when rif    */
	struct model_list content;           /* model_item: what is written inside   */
	struct model_list areas;             /* model_area, direct                   */
	struct model_list objectives;        /* model_objective: children, through areas */
	struct model_list descendants;       /* computed */
	int depth;                           /* from 1, among objectives; computed   */
	/* computed by score */
	struct model_score result; /* risultato */
	const struct model_judgement *judgement;
	struct model_figure share;        /* weight among its siblings, percent   */
	struct model_figure contribution; /* what it brings to the result above  */
	struct model_list distribution;
	const struct score_set *allowed; /* what printed inputs allow; score's own */
};

/** <parte rif punteggio> of a sheet */
struct model_part_score {
	struct place place;
	const struct model_part *part;
	struct model_figure points; /* punteggio, percent */
	const char *note;
	struct model_score result; /* computed: points given, or the objectives', the unit's */
	struct model_figure share; /* computed: weight after exclusions, percent */
	struct model_figure contribution; /* computed: what it brings to the total */
};

/** <assegnazione>: an individual sheet, or a service's */
struct model_assignment {
	struct place place;
	size_t start, end; /* bytes of the source (public edition) */
	const char *id;    /* posts' ids joined, or the unit's     */
	const char *title;
	struct model_list posts; /* model_post */
	struct model_unit *unit;
	int year;
	bool sheet_weights; /* pesi="scheda" */
	struct model_declared *declared;
	struct model_list content; /* model_item, as written */
	struct model_list areas;
	struct model_list objectives; /* through areas */
	struct model_list descendants;
	const struct model_evaluation
		*evaluation;     /* that it falls under, or NULL; computed by input */
	struct model_list parts; /* model_part_score: all of the evaluation, in its order */
	struct model_list notes, signs;
	const char *note_text; /* the notes, joined; computed */
	/* computed by score */
	struct model_score result; /* weighted mean of its objectives            */
	const struct model_judgement *judgement;
	struct model_score total; /* of the parts of the evaluation, if any      */
	const struct model_judgement *total_judgement;
	struct model_list distribution;
};

/** <livello> of the public-value matrix: an indicator once more */
struct model_level {
	struct place place;
	const char *type;
	struct model_indicator *indicator;
};

/** <dimensione> */
struct model_dimension {
	struct place place;
	const char *title;
	struct model_objective *objective;
	struct model_list levels; /* model_level */
};

/** <valore-pubblico> */
struct model_public_value {
	struct place place;
	struct model_list dimensions; /* model_dimension */
	struct model_list notes;
	struct model_list level_types; /* model_words: in order of appearance, computed */
};

/** <punto>, and a cell of a <riga> */
struct model_point {
	struct place place;
	const char *label;
	struct model_figure value; /* number NULL: no value */
};

/** <serie> */
struct model_series {
	struct place place;
	const char *id, *title, *unit, *note;
	struct model_list points; /* model_point */
};

/** <riga> of a <tavola> */
struct model_row {
	struct place place;
	const char *label;
	struct model_list values; /* model_point, one a category */
};

/** <tavola> */
struct model_table {
	struct place place;
	const char *id, *title, *unit, *note;
	struct model_list categories; /* model_words */
	struct model_list rows;       /* model_row   */
};

/** <testo>: rich text; `content` is the element as read */
struct model_text {
	struct place place;
	const char *id, *title;
	const struct element *content;
};

/** Computed: how many objectives of a kind got a judgement. */
struct model_distribution {
	const char *type;                        /* kind of objective            */
	const struct model_judgement *judgement; /* NULL: not measurable or none */
	const struct model_judgement *shown;     /* never NULL: grey stands for none */
	const char *label;                       /* its label, or "Non misurabile", "n.d." */
	int number;
	const struct number *share; /* percent of that kind         */
};

/** <piano> */
struct model_plan {
	struct place place;
	struct arena *arena;
	const char *file;
	struct bytes source; /* the document as read, for attaching */
	bool report;         /* tipo="relazione": scored            */
	const char *type;    /* relazione, piano                    */
	const char *status;  /* stato                               */
	const char *edition; /* interna, pubblica; set by the job   */
	int year;
	struct model_body *body;
	struct model_document *document;
	struct model_system *system; /* never NULL; defaults when not written */
	struct model_list units, posts;
	struct model_list content;     /* model_item: what stands at the top  */
	struct model_list areas;       /* model_area, at the top              */
	struct model_list objectives;  /* model_objective: at the top, through areas */
	struct model_list descendants; /* all objectives of the tree, depth first   */
	struct model_list indicators;  /* all indicators of the tree, in order       */
	struct model_list assignments;
	struct model_public_value *public_value;
	struct model_list series, tables, texts;
	struct model_list bonuses;      /* model_staff, one a year            */
	struct model_staff *evaluated;  /* as written, or counted by score; or NULL */
	struct model_list distribution; /* computed */
	struct model_score result;      /* weighted mean of the objectives at the top; computed */
	const struct model_judgement *judgement;
	const struct model_comparison *comparison; /* with an earlier plan; filled by compare */
};

/**
 * Fills what follows from the structure alone: lists of objectives seen
 * through areas, descendants, depths, values of the plan's year, inherited
 * content of `rif`. Called once by input, after references are resolved.
 */
void model_link(struct model_plan *plan);

/** The value of a year in a list of model_value, or NULL. */
struct model_value *model_value_of_year(const struct model_list *values, int year);

/** What numerator and denominator make by the sign of the formula (NULL, or no
 *  sign: a division), times `fattore`: 100 for a quotient in %, else 1. NULL when
 *  the value is not given in two parts, or is divided by zero.
 *  Source: design "degree"; <algoritmo operatore fattore>. */
const struct number *model_parts_value(struct arena *arena, const struct model_formula *formula,
				       const struct model_value *value, const char *unit);
const char *model_parts_sign(const struct model_formula *formula);
/** Whether a formula may be written with this sign. */
bool model_parts_has_sign(const char *sign);
bool model_parts_divide(const struct model_formula *formula);

/** The operator in force: as written, else by direction (dates fall, the rest rises). */
enum model_operator model_operator_of(const struct model_indicator *indicator,
				      const struct model_value *target);

/** Whether an objective or assignment is left out of the public edition.
 *  Source: design "Public edition". */
bool model_is_individual(const struct model_objective *objective);

/** Appends to a list; amortized by doubling. */
void model_list_add(struct arena *arena, struct model_list *list, void *item);

#endif
