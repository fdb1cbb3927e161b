/* table.c - open data: one table a file, and what its columns mean.
 *
 * Source: RFC 4180; Frictionless Table Schema 1.0.
 */
#include "export_private.h"

#include "base/escape.h"

#include <string.h>

/* ---- what the columns mean ---------------------------------------------------- */

struct column {
	const char *name, *type, *about;
};

static const struct column thing_columns[] = {
	{ "livello", "integer", "profondità nell’albero, da 1" },
	{ "tipo", "string", "tipo di obiettivo, o «indicatore»" },
	{ "id", "string", "identificativo, unico nel piano" },
	{ "codice", "string", "codice come è stampato" },
	{ "padre", "string", "identificativo di ciò a cui appartiene" },
	{ "titolo", "string", "titolo dell’obiettivo o nome dell’indicatore" },
	{ "peso", "number", "peso tra i fratelli, come è scritto nel piano" },
	{ "unita_misura", "string", "unità di misura dei valori" },
	{ "operatore", "string", "confronto con il target: >= <= = > < entro" },
	{ "target", "string", "valore atteso; le date in forma ISO" },
	{ "soglia", "string", "valore minimo; le date in forma ISO" },
	{ "consuntivo", "string", "valore conseguito; le date in forma ISO" },
	{ "scostamento", "number", "consuntivo meno target" },
	{ "grado", "number", "grado di raggiungimento, percento con due decimali" },
	{ "giudizio", "string", "giudizio secondo il sistema di misurazione" },
	{ "motivo", "string", "perché il grado manca" },
	{ "riga", "integer", "riga del piano da cui proviene" },
	{ NULL, NULL, NULL },
};

static const struct column judgement_columns[] = {
	{ "tipo", "string", "tipo di obiettivo" },
	{ "giudizio", "string", "giudizio, o perché non c’è" },
	{ "numero", "integer", "quanti obiettivi lo hanno avuto" },
	{ "quota", "number", "percento sugli obiettivi del tipo, con due decimali" },
	{ NULL, NULL, NULL },
};

static const struct column budget_columns[] = {
	{ "id", "string", "identificativo della serie o tavola" },
	{ "titolo", "string", "titolo della serie o tavola" },
	{ "unita_misura", "string", "unità di misura" },
	{ "voce", "string", "voce" },
	{ "categoria", "string", "colonna della tavola; vuoto nelle serie" },
	{ "valore", "number", "valore" },
	{ NULL, NULL, NULL },
};

static const struct table {
	const char *name, *title;
	const struct column *columns;
} tables[EXPORT_TABLES] = {
	[EXPORT_TABLE_OBJECTIVES] = { "obiettivi", "Obiettivi", thing_columns },
	[EXPORT_TABLE_INDICATORS] = { "indicatori", "Indicatori", thing_columns },
	[EXPORT_TABLE_JUDGEMENTS] = { "giudizi", "Obiettivi per tipo e giudizio",
				      judgement_columns },
	[EXPORT_TABLE_BUDGET] = { "bilancio", "Serie e tavole di bilancio", budget_columns },
};

const char *export_table_name(enum export_table table)
{
	return tables[table].name;
}

/* ---- rows ------------------------------------------------------------------------ */

struct rows {
	struct text *out;
	enum export_what what;
};

static void end_row(struct text *out)
{
	text_add(out, "\r\n");
}

static void put_words(struct text *out, const char *words, bool last)
{
	escape_csv(out, words, ',', CSV_TEXT);
	text_add(out, last ? "" : ",");
}

static void put_number(struct text *out, const struct number *number, int decimals)
{
	if (number != NULL)
		text_add(out, number_xml(out->arena, number, decimals));
}

static void put_thing(void *user, const struct export_node *node)
{
	const struct rows *rows = user;

	if (node->what == rows->what)
		export_csv_row(rows->out, node);
}

static void put_things(struct text *out, const struct model_plan *plan, enum export_what what)
{
	static const struct export_visitor visitor = { .begin = put_thing };
	struct rows rows = { out, what };

	export_walk_tree(plan, true, &visitor, &rows);
	export_walk_sheets(plan, true, &visitor, &rows);
}

static void put_judgements(struct text *out, const struct model_plan *plan)
{
	for (size_t i = 0; i < plan->distribution.count; i++) {
		const struct model_distribution *row = plan->distribution.items[i];

		put_words(out, row->type, false);
		put_words(out, row->label, false);
		text_addf(out, "%d,", row->number);
		put_number(out, row->share, EXPORT_RESULT_DECIMALS);
		end_row(out);
	}
}

static void put_point(struct text *out, const char *const head[3], const char *label,
		      const char *category, const struct model_figure *value)
{
	for (size_t i = 0; i < 3; i++)
		put_words(out, head[i], false);
	put_words(out, label, false);
	put_words(out, category, false);
	put_number(out, value->number, value->decimals);
	end_row(out);
}

static void put_row_values(struct text *out, const char *const head[3],
			   const struct model_table *table, const struct model_row *row)
{
	for (size_t i = 0; i < row->values.count && i < table->categories.count; i++) {
		const struct model_point *point = row->values.items[i];
		const struct model_words *category = table->categories.items[i];

		put_point(out, head, row->label, category->text, &point->value);
	}
}

static void put_budget(struct text *out, const struct model_plan *plan)
{
	for (size_t i = 0; i < plan->series.count; i++) {
		const struct model_series *series = plan->series.items[i];
		const char *const head[] = { series->id, series->title, series->unit };

		for (size_t k = 0; k < series->points.count; k++) {
			const struct model_point *point = series->points.items[k];

			put_point(out, head, point->label, NULL, &point->value);
		}
	}
	for (size_t i = 0; i < plan->tables.count; i++) {
		const struct model_table *table = plan->tables.items[i];
		const char *const head[] = { table->id, table->title, table->unit };

		for (size_t k = 0; k < table->rows.count; k++)
			put_row_values(out, head, table, table->rows.items[k]);
	}
}

void export_table_csv(struct text *out, const struct model_plan *plan, enum export_table table)
{
	for (const struct column *c = tables[table].columns; c->name != NULL; c++)
		text_addf(out, "%s%s", c == tables[table].columns ? "" : ",", c->name);
	end_row(out);
	switch (table) {
	case EXPORT_TABLE_OBJECTIVES: put_things(out, plan, EXPORT_OBJECTIVE); break;
	case EXPORT_TABLE_INDICATORS: put_things(out, plan, EXPORT_INDICATOR); break;
	case EXPORT_TABLE_JUDGEMENTS: put_judgements(out, plan); break;
	case EXPORT_TABLE_BUDGET: put_budget(out, plan); break;
	}
}

/* ---- the schema --------------------------------------------------------------------- */

void export_table_schema(struct text *out, enum export_table table)
{
	text_add(out, "{\n  \"name\": ");
	escape_json(out, tables[table].name);
	text_add(out, ",\n  \"title\": ");
	escape_json(out, tables[table].title);
	text_addf(
		out,
		",\n  \"path\": \"%s.csv\",\n  \"encoding\": \"utf-8\",\n  \"format\": \"csv\",\n"
		"  \"dialect\": { \"delimiter\": \",\", \"quoteChar\": \"\\\"\", \"doubleQuote\": "
		"true, \"lineTerminator\": \"\\r\\n\", \"header\": true },\n"
		"  \"schema\": {\n    \"missingValues\": [\"\"],\n    \"fields\": [",
		tables[table].name);
	for (const struct column *c = tables[table].columns; c->name != NULL; c++) {
		text_addf(out,
			  "%s\n      { \"name\": \"%s\", \"type\": \"%s\"%s, \"description\": ",
			  c == tables[table].columns ? "" : ",", c->name, c->type,
			  strcmp(c->type, "number") == 0 ? ", \"decimalChar\": \".\"" : "");
		escape_json(out, c->about);
		text_add(out, " }");
	}
	text_add(out, "\n    ]\n  }\n}\n");
}
