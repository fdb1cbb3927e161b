/* export.h - the scored plan as data.
 *
 * Gives:    CSV (RFC 4180), JSON, XML and a tree for a terminal, each appended
 *           to a struct text.
 * Includes: base, model.
 * Not here: files, layout, the audit.
 *
 * Rows of the CSV: each objective, each use of an indicator, in tree order, then
 * the assignments. Columns are those of design section 8:
 * livello,tipo,id,codice,padre,titolo,peso,unita_misura,operatore,target,
 * soglia,consuntivo,scostamento,grado,giudizio,motivo,riga
 */
#ifndef EXPORT_EXPORT_H
#define EXPORT_EXPORT_H

#include "base/text.h"
#include "model/plan.h"

struct export_options {
	bool public_edition; /* leaves out what is individual                  */
	bool excel;          /* CSV: semicolons, decimal commas, byte-order mark */
	int width;           /* tree: columns of the terminal; 0: 100          */
	bool colour;         /* tree: ANSI colours (never the only sign)       */
};

void export_csv(struct text *out, const struct model_plan *plan,
		const struct export_options *options);
/** Nested as the plan is; exact values as strings beside rounded numbers. */
void export_json(struct text *out, const struct model_plan *plan,
		 const struct export_options *options);
/** Namespace urn:relazione:risultati:1. */
void export_xml(struct text *out, const struct model_plan *plan,
		const struct export_options *options);
/** A tree with results and judgements that fits the width. */
void export_tree(struct text *out, const struct model_plan *plan,
		 const struct export_options *options);

/** The tables of the open data. */
enum export_table {
	EXPORT_TABLE_OBJECTIVES, /* obiettivi: columns as export_csv()       */
	EXPORT_TABLE_INDICATORS, /* indicatori: a row a use, same columns    */
	EXPORT_TABLE_AREAS,      /* ambiti: headings of the tree, with results   */
	EXPORT_TABLE_PLACES,     /* obiettivi-ambiti: under which heading each stands */
	EXPORT_TABLE_VALUES,     /* valori: a row a value, of every year     */
	EXPORT_TABLE_RESOURCES,  /* risorse: money of an objective, by year  */
	EXPORT_TABLE_OWNERS,     /* responsabilita: units and posts          */
	EXPORT_TABLE_JUDGEMENTS, /* giudizi: how many of a kind got which    */
	EXPORT_TABLE_BUDGET,     /* bilancio: series and tables, a row a value */
	EXPORT_TABLE_BONUSES,    /* premi: a row a year and category         */
	EXPORT_TABLE_BONUS_BANDS,
	EXPORT_TABLE_EVALUATED, /* valutazioni: how many people, by category  */
	EXPORT_TABLE_EVALUATED_BANDS,
};
#define EXPORT_TABLES 13

/** The name of its files, without ending. */
const char *export_table_name(enum export_table table);
const char *export_table_title(enum export_table table);
/** Whether the plan has a row for it. */
bool export_table_given(const struct model_plan *plan, enum export_table table);
/** One table of the public edition: RFC 4180, comma, one header row. */
void export_table_csv(struct text *out, const struct model_plan *plan, enum export_table table);
/** What its columns are. Source: Frictionless Data Resource and Table Schema. */
void export_table_schema(struct text *out, enum export_table table);
/** All tables that have rows, and how they refer to one another, for a file
 *  beside them. Source: Frictionless Data Package. */
void export_package(struct text *out, const struct model_plan *plan, const char *licence,
		    const char *address); /* of the licence; NULL: not known */

#endif
