/* schema.c - open data: what the columns of each table mean, and how the tables
 * hang together.
 *
 * Source: Frictionless Data Package, Data Resource and Table Schema 1.0.
 */
#include "export_private.h"

#include "base/escape.h"

#include <string.h>

struct column {
	const char *name, *type, *about;
	const char *limits; /* constraints, as JSON members; or NULL */
};

#define REQUIRED  "\"required\": true"
#define NOT_LESS  "\"required\": true, \"minimum\": 0"
#define OPERATORS "\"enum\": [\">=\", \"<=\", \"=\", \">\", \"<\", \"entro\"]"
#define IDENTITY  "\"required\": true, \"unique\": true"

static const struct column thing_columns[] = {
	{ "livello", "integer", "profondità nell’albero, da 1", REQUIRED ", \"minimum\": 1" },
	{ "tipo", "string", "tipo di obiettivo, o «indicatore»", NULL },
	{ "id", "string", "identificativo, unico nel piano", IDENTITY },
	{ "codice", "string", "codice come è stampato", NULL },
	{ "padre", "string", "identificativo di ciò a cui appartiene", NULL },
	{ "titolo", "string", "titolo dell’obiettivo o nome dell’indicatore", NULL },
	{ "peso", "number", "peso tra i fratelli, come è scritto nel piano", "\"minimum\": 0" },
	{ "unita_misura", "string", "unità di misura dei valori", NULL },
	{ "operatore", "string", "confronto con il target", OPERATORS },
	{ "target", "string", "valore atteso; le date in forma ISO", NULL },
	{ "soglia", "string", "valore minimo; le date in forma ISO", NULL },
	{ "consuntivo", "string", "valore conseguito; le date in forma ISO", NULL },
	{ "scostamento", "number", "consuntivo meno target", NULL },
	{ "grado", "number", "grado di raggiungimento, percento con due decimali",
	  "\"minimum\": 0" },
	{ "giudizio", "string", "giudizio secondo il sistema di misurazione", NULL },
	{ "motivo", "string", "perché il grado manca, o perché vale zero o è dato a mano", NULL },
	{ "riga", "integer", "riga del piano da cui proviene", REQUIRED ", \"minimum\": 1" },
	{ NULL, NULL, NULL, NULL },
};

static const struct column area_columns[] = {
	{ "id", "string", "identificativo, unico nel piano", IDENTITY },
	{ "codice", "string", "codice come è stampato", NULL },
	{ "tipo", "string", "tipo di ambito: prospettiva, missione…", NULL },
	{ "titolo", "string", "titolo", NULL },
	{ "ambito", "string", "ambito in cui sta", NULL },
	{ "obiettivo", "string", "obiettivo in cui sta", NULL },
	{ "unita", "string", "unità della cui scheda fa parte", NULL },
	{ "peso", "number", "peso come è scritto nel piano", "\"minimum\": 0" },
	{ "grado", "number", "risultato, percento con due decimali", "\"minimum\": 0" },
	{ "giudizio", "string", "giudizio secondo il sistema di misurazione", NULL },
	{ "motivo", "string", "perché il risultato manca", NULL },
	{ "riga", "integer", "riga del piano da cui proviene", REQUIRED ", \"minimum\": 1" },
	{ NULL, NULL, NULL, NULL },
};

static const struct column place_columns[] = {
	{ "obiettivo", "string", "identificativo dell’obiettivo", IDENTITY },
	{ "ambito", "string", "l’ambito più vicino in cui sta", REQUIRED },
	{ NULL, NULL, NULL, NULL },
};

static const struct column value_columns[] = {
	{ "indicatore", "string", "identificativo dell’indicatore", REQUIRED },
	{ "genere", "string", "che valore è: storico, atteso, minimo o conseguito",
	  REQUIRED ", \"enum\": [\"valore\", \"target\", \"soglia\", \"consuntivo\"]" },
	{ "anno", "year", "anno a cui si riferisce", REQUIRED },
	{ "operatore", "string", "confronto con il target", OPERATORS },
	{ "valore", "string", "il valore; le date in forma ISO", NULL },
	{ "numeratore", "number", "primo termine del rapporto", NULL },
	{ "denominatore", "number", "secondo termine del rapporto", NULL },
	{ "unita_misura", "string", "unità di misura", NULL },
	{ "stato", "string", "perché il valore manca",
	  "\"enum\": [\"vuoto\", \"non-disponibile\"]" },
	{ NULL, NULL, NULL, NULL },
};

static const struct column resource_columns[] = {
	{ "obiettivo", "string", "identificativo dell’obiettivo", REQUIRED },
	{ "anno", "year", "anno", REQUIRED },
	{ "preventivo", "number", "somma prevista, euro", NULL },
	{ "consuntivo", "number", "somma spesa, euro", NULL },
	{ "descrizione", "string", "di che risorse si tratta", NULL },
	{ NULL, NULL, NULL, NULL },
};

static const struct column owner_columns[] = {
	{ "obiettivo", "string", "identificativo dell’obiettivo", REQUIRED },
	{ "indicatore", "string", "dell’indicatore, se la responsabilità è solo di questo", NULL },
	{ "tipo", "string", "unità organizzativa, o incarico con il suo ruolo",
	  REQUIRED ", \"enum\": [\"unita\", \"incarico\"]" },
	{ "id", "string", "identificativo dell’unità o dell’incarico", REQUIRED },
	{ "denominazione", "string", "nome dell’unità, o ruolo", NULL },
	{ NULL, NULL, NULL, NULL },
};

static const struct column judgement_columns[] = {
	{ "tipo", "string", "tipo di obiettivo", NULL },
	{ "giudizio", "string", "giudizio, o perché non c’è", REQUIRED },
	{ "numero", "integer", "quanti obiettivi lo hanno avuto", NOT_LESS },
	{ "quota", "number", "percento sugli obiettivi del tipo, con due decimali", NOT_LESS },
	{ NULL, NULL, NULL, NULL },
};

static const struct column budget_columns[] = {
	{ "id", "string", "identificativo della serie o tavola", REQUIRED },
	{ "titolo", "string", "titolo della serie o tavola", NULL },
	{ "unita_misura", "string", "unità di misura", NULL },
	{ "voce", "string", "voce", REQUIRED },
	{ "categoria", "string", "colonna della tavola; vuoto nelle serie", NULL },
	{ "valore", "number", "valore", NULL },
	{ NULL, NULL, NULL, NULL },
};

#define YEAR                                                                                       \
	{                                                                                          \
		"anno", "year", "anno", REQUIRED                                                   \
	}
#define CATEGORY                                                                                   \
	{                                                                                          \
		"categoria", "string", "categoria del personale", REQUIRED                         \
	}
#define PEOPLE                                                                                     \
	{                                                                                          \
		"valutati", "integer", "persone valutate; vuoto se troppo poche per dirlo",        \
			"\"minimum\": 0"                                                           \
	}
#define SPREAD                                                                                                    \
	{                                                                                                         \
		"differenziazione", "number",                                                                     \
			"indice di eterogeneità di Gini sulle fasce, percento del suo massimo; vuoto se alcune " \
			"fasce sono riunite",                                                                     \
			"\"minimum\": 0, \"maximum\": 100"                                                        \
	}
#define BAND                                                                                       \
	{                                                                                          \
		"fascia", "string", "fascia di risultato, o giudizio", REQUIRED                    \
	}
#define NUMBER                                                                                     \
	{                                                                                          \
		"numero", "integer", "persone nella fascia", NOT_LESS                              \
	}
#define SHARE                                                                                      \
	{                                                                                          \
		"quota", "number", "percento delle persone, con due decimali", "\"minimum\": 0"    \
	}
#define END                                                                                        \
	{                                                                                          \
		NULL, NULL, NULL, NULL                                                             \
	}

static const struct column bonus_columns[] = {
	YEAR,
	CATEGORY,
	{ "stanziato", "number", "premi stanziati, euro", "\"minimum\": 0" },
	{ "distribuito", "number", "premi distribuiti, euro", "\"minimum\": 0" },
	{ "quota", "number", "percento distribuito dello stanziato", "\"minimum\": 0" },
	PEOPLE,
	SPREAD,
	END,
};

static const struct column bonus_band_columns[] = {
	YEAR,   CATEGORY,
	BAND,   { "da", "number", "punteggio più basso della fascia, compreso", NULL },
	NUMBER, { "importo", "number", "premi distribuiti nella fascia, euro", "\"minimum\": 0" },
	SHARE,  END,
};

static const struct column evaluated_columns[] = { YEAR, CATEGORY, PEOPLE, SPREAD, END };
static const struct column evaluated_band_columns[] = { YEAR, CATEGORY, BAND, NUMBER, SHARE, END };

#define GROUP_KEY "[\"anno\", \"categoria\"]"
#define BAND_KEY  "[\"anno\", \"categoria\", \"fascia\"]"

#define ID "\"id\""

/* A key of a table that points to a row of another, or of the same. */
struct link {
	const char *from, *to, *to_key;
};
#define LINKS_MAX 3

static const struct link of_indicator[LINKS_MAX] = { { "\"padre\"", "obiettivi", ID } };
static const struct link of_area[LINKS_MAX] = { { "\"ambito\"", "ambiti", ID },
						{ "\"obiettivo\"", "obiettivi", ID } };
static const struct link of_place[LINKS_MAX] = { { "\"obiettivo\"", "obiettivi", ID },
						 { "\"ambito\"", "ambiti", ID } };
static const struct link of_value[LINKS_MAX] = { { "\"indicatore\"", "indicatori", ID } };
static const struct link of_resource[LINKS_MAX] = { { "\"obiettivo\"", "obiettivi", ID } };
static const struct link of_owner[LINKS_MAX] = { { "\"obiettivo\"", "obiettivi", ID },
						 { "\"indicatore\"", "indicatori", ID } };
static const struct link of_bonus_band[LINKS_MAX] = { { GROUP_KEY, "premi", GROUP_KEY } };
static const struct link of_evaluated_band[LINKS_MAX] = { { GROUP_KEY, "valutazioni", GROUP_KEY } };

/* `key`: its own; `links`: NULL, or up to LINKS_MAX. */
static const struct table {
	const char *name, *title;
	const struct column *columns;
	const char *key;
	const struct link *links;
} tables[EXPORT_TABLES] = {
	[EXPORT_TABLE_OBJECTIVES] = { "obiettivi", "Obiettivi, una riga ciascuno", thing_columns,
				      ID, NULL },
	[EXPORT_TABLE_INDICATORS] = { "indicatori", "Indicatori, una riga per ogni uso",
				      thing_columns, ID, of_indicator },
	[EXPORT_TABLE_AREAS] = { "ambiti", "Ambiti dell’albero, con il loro risultato",
				 area_columns, ID, of_area },
	[EXPORT_TABLE_PLACES] = { "obiettivi-ambiti", "In quale ambito sta ogni obiettivo",
				  place_columns, "\"obiettivo\"", of_place },
	[EXPORT_TABLE_VALUES] = { "valori", "Valori degli indicatori, anno per anno", value_columns,
				  NULL, of_value },
	[EXPORT_TABLE_RESOURCES] = { "risorse", "Risorse degli obiettivi, anno per anno",
				     resource_columns, NULL, of_resource },
	[EXPORT_TABLE_OWNERS] = { "responsabilita", "Unità e incarichi responsabili", owner_columns,
				  NULL, of_owner },
	[EXPORT_TABLE_JUDGEMENTS] = { "giudizi", "Obiettivi per tipo e giudizio", judgement_columns,
				      NULL, NULL },
	[EXPORT_TABLE_BUDGET] = { "bilancio", "Serie e tavole di bilancio", budget_columns, NULL,
				  NULL },
	[EXPORT_TABLE_BONUSES] = { "premi", "Premi stanziati e distribuiti", bonus_columns,
				   GROUP_KEY, NULL },
	[EXPORT_TABLE_BONUS_BANDS] = { "premi-fasce", "Premi distribuiti per fascia",
				       bonus_band_columns, BAND_KEY, of_bonus_band },
	[EXPORT_TABLE_EVALUATED] = { "valutazioni", "Persone valutate per categoria",
				     evaluated_columns, GROUP_KEY, NULL },
	[EXPORT_TABLE_EVALUATED_BANDS] = { "valutazioni-fasce", "Persone valutate per giudizio",
					   evaluated_band_columns, BAND_KEY, of_evaluated_band },
};

const char *export_table_name(enum export_table table)
{
	return tables[table].name;
}

const char *export_table_title(enum export_table table)
{
	return tables[table].title;
}

void export_table_header(struct text *out, enum export_table table)
{
	for (const struct column *c = tables[table].columns; c->name != NULL; c++)
		text_addf(out, "%s%s", c == tables[table].columns ? "" : ",", c->name);
	text_add(out, "\r\n");
}

/* ---- one table ------------------------------------------------------------------- */

static void put_column(struct text *out, const struct column *column)
{
	text_addf(out, "{ \"name\": \"%s\", \"type\": \"%s\"", column->name, column->type);
	if (strcmp(column->type, "number") == 0)
		text_add(out, ", \"decimalChar\": \".\"");
	if (column->limits != NULL)
		text_addf(out, ", \"constraints\": { %s }", column->limits);
	text_add(out, ", \"description\": ");
	escape_json(out, column->about);
	text_add(out, " }");
}

static void put_columns(struct text *out, const struct table *table)
{
	text_add(out, "\"missingValues\": [\"\"],\n    \"fields\": [");
	for (const struct column *c = table->columns; c->name != NULL; c++) {
		text_add(out, c == table->columns ? "\n      " : ",\n      ");
		put_column(out, c);
	}
	text_add(out, "\n    ]");
	if (table->key != NULL)
		text_addf(out, ",\n    \"primaryKey\": %s", table->key);
}

/* A table calls itself by the empty name. */
static void put_link(struct text *out, const struct table *table, const struct link *link)
{
	bool own = strcmp(link->to, table->name) == 0;

	text_addf(out,
		  "{ \"fields\": %s, \"reference\": { \"resource\": \"%s\", \"fields\": %s } }",
		  link->from, own ? "" : link->to, link->to_key);
}

/* Which tables have rows. */
struct given {
	bool table[EXPORT_TABLES];
};

static bool is_given(const struct given *given, const char *name)
{
	int table = 0;

	while (strcmp(tables[table].name, name) != 0)
		table++;
	return given->table[table];
}

static void put_links(struct text *out, const struct table *table, const struct given *given)
{
	const char *before = ",\n    \"foreignKeys\": [";
	bool any = false;

	for (int i = 0; i < LINKS_MAX && table->links != NULL && table->links[i].to; i++) {
		if (!is_given(given, table->links[i].to))
			continue;
		text_add(out, any ? ",\n      " : before);
		put_link(out, table, &table->links[i]);
		any = true;
	}
	text_add(out, any ? "]" : "");
}

/* `given`: NULL when the table stands alone: what it refers to is known only
 * beside the others. */
static void put_resource(struct text *out, const struct table *table, const struct given *given)
{
	text_addf(out, "{\n  \"name\": \"%s\",\n  \"profile\": \"tabular-data-resource\"",
		  table->name);
	text_add(out, ",\n  \"title\": ");
	escape_json(out, table->title);
	text_addf(
		out,
		",\n  \"path\": \"%s.csv\",\n  \"encoding\": \"utf-8\",\n  \"format\": \"csv\",\n"
		"  \"mediatype\": \"text/csv\",\n"
		"  \"dialect\": { \"delimiter\": \",\", \"quoteChar\": \"\\\"\", \"doubleQuote\": "
		"true, \"lineTerminator\": \"\\r\\n\", \"header\": true },\n"
		"  \"schema\": {\n    ",
		table->name);
	put_columns(out, table);
	if (given != NULL)
		put_links(out, table, given);
	text_add(out, "\n  }\n}");
}

void export_table_schema(struct text *out, enum export_table table)
{
	put_resource(out, &tables[table], NULL);
	text_add(out, "\n");
}

/* ---- all of them ------------------------------------------------------------------- */

/* Names of packages are lower case without blanks. */
static void put_package_name(struct text *out, const struct model_plan *plan)
{
	text_addf(out, "\"performance-%s-%d\"", plan->report ? "relazione" : "piano", plan->year);
}

static void put_licence(struct text *out, const char *name, const char *address)
{
	text_add(out, "\"licenses\": [{ \"title\": ");
	escape_json(out, name);
	if (address != NULL) {
		text_add(out, ", \"path\": ");
		escape_json(out, address);
	}
	text_add(out, " }]");
}

void export_package(struct text *out, const struct model_plan *plan, const char *licence,
		    const char *address)
{
	struct given given;
	bool first = true;

	for (int table = 0; table < EXPORT_TABLES; table++)
		given.table[table] = export_table_given(plan, (enum export_table)table);
	text_add(out, "{\n\"profile\": \"tabular-data-package\",\n\"name\": ");
	put_package_name(out, plan);
	text_add(out, ",\n\"title\": ");
	escape_json(out, plan->document != NULL && plan->document->title != NULL
				 ? plan->document->title
				 : "Performance");
	text_add(out, ",\n");
	put_licence(out, licence, address);
	text_add(out, ",\n\"resources\": [");
	for (int table = 0; table < EXPORT_TABLES; table++) {
		if (!given.table[table])
			continue;
		text_add(out, first ? "\n" : ",\n");
		put_resource(out, &tables[table], &given);
		first = false;
	}
	text_add(out, "\n]\n}\n");
}
