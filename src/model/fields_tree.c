/* Fields of the tree: areas, objectives, indicators, and what hangs on them. */
#include "model_private.h"

static const char *const objective_kinds[] = { "strategico",     "operativo",   "individuale",
					       "comune",         "trasversale", "straordinario",
					       "anticorruzione", "benchmark",   "azione",
					       "progetto",       NULL };
static const char *const area_kinds[] = { "ambito",    "prospettiva",         "missione",
					  "programma", "programma-operativo", "gruppo",
					  NULL };

static const struct model_field area[] = {
	{ FIELD(TEXT, "id", area, id, "ambito/@id", "Nome unico") },
	{ FIELD(TEXT, "codice", area, code, "ambito/@codice", "Codice stampato") },
	{ FIELD(TEXT, "titolo", area, title, "ambito/@titolo", "Titolo") },
	{ FIELD(TEXT, "tipo", area, type, "ambito/@tipo", "Che cos’è: prospettiva, missione…"),
	  .words = area_kinds },
	{ FIELD(TEXT, "descrizione", area, description, "ambito/descrizione", "Descrizione") },
	{ FIELD(FIGURE, "peso", area, weight, "ambito/@peso", "Peso stampato"), PERCENT },
	{ FIELD(MANY, "ambiti", area, areas, "ambito/ambito", "Ambiti direttamente contenuti"),
	  OF(area) },
	{ FIELD(MANY, "obiettivi", area, objectives, "ambito/obiettivo",
		"Obiettivi contenuti, anche attraverso altri ambiti"),
	  OF(objective) },
	{ FIELD(MANY, "discendenti", area, descendants, "posizione",
		"Tutti gli obiettivi sottostanti, in profondità"),
	  OF(objective), COMPUTED },
	{ FIELD(INTEGER, "profondita", area, depth, "posizione", "Livello fra gli ambiti, da 1"),
	  COMPUTED },
	{ FIELD(SCORE, "risultato", area, result, "calcolato",
		"Media ponderata degli obiettivi contenuti"),
	  PERCENT, COMPUTED },
	{ FIELD(TEXT, "motivo", area, result.reason, "calcolato", "Perché il risultato manca"),
	  COMPUTED },
	{ FIELD(ONE, "giudizio", area, judgement, "calcolato", "Giudizio sul risultato"),
	  OF(judgement), COMPUTED },
	{ FIELD(MANY, "distribuzione", area, distribution, "calcolato",
		"Obiettivi sottostanti per tipo e giudizio"),
	  OF(distribution), COMPUTED },
	{ FIELD(ONE, "dichiarato", area, declared, "ambito/dichiarato", "Cifre già stampate"),
	  OF(declared) },
	{ FIELD(MANY, "segni", area, signs, "ambito/segno", "Contrassegni"), OF(sign),
	  .key = "nome" },
	{ FIELD(MANY, "note", area, notes, "ambito/nota", "Note"), OF(note) },
	{ FIELD(TEXT, "nota", area, note_text, "ambito/nota", "Le note unite in un testo"),
	  COMPUTED },
	{ FIELD(ONE, "ambito", area, area, "posizione", "L’ambito che lo contiene"), OF(area),
	  COMPUTED },
	{ FIELD(ONE, "obiettivo", area, objective, "posizione", "L’obiettivo che lo contiene"),
	  OF(objective), COMPUTED },
	{ FIELD(ONE, "assegnazione", area, assignment, "posizione", "La scheda che lo contiene"),
	  OF(assignment), COMPUTED },
	{ FIELD(INTEGER, "riga", area, place.line, "posizione", "Riga nel documento"), COMPUTED },
	{ .name = NULL },
};
const struct model_class model_class_area = { "ambito", area, "titolo",
					      "Un titolo sotto cui stanno obiettivi" };

static const struct model_field objective[] = {
	{ FIELD(TEXT, "id", objective, id, "obiettivo/@id", "Nome unico") },
	{ FIELD(TEXT, "codice", objective, code, "obiettivo/@codice", "Codice stampato") },
	{ FIELD(TEXT, "titolo", objective, title, "obiettivo/@titolo", "Titolo") },
	{ FIELD(TEXT, "tipo", objective, type, "obiettivo/@tipo", "strategico, operativo…"),
	  .words = objective_kinds },
	{ FIELD(TEXT, "descrizione", objective, description, "obiettivo/descrizione",
		"Descrizione") },
	{ FIELD(TEXT, "beneficio", objective, benefit, "obiettivo/beneficio", "Benefici attesi") },
	{ FIELD(FIGURE, "peso", objective, weight, "obiettivo/@peso", "Peso"), PERCENT },
	{ FIELD(MANY, "unita", objective, units, "obiettivo/@unita", "Unità organizzative"),
	  OF(unit) },
	{ FIELD(MANY, "responsabili", objective, owners, "obiettivo/@responsabile", "Responsabili"),
	  OF(post) },
	{ FIELD(MANY, "responsabile", objective, owners, "obiettivo/@responsabile",
		"Lo stesso di responsabili"),
	  OF(post) },
	{ FIELD(MANY, "stakeholder", objective, stakeholders, "obiettivo/stakeholder",
		"Portatori di interesse"),
	  OF(words) },
	{ FIELD(MANY, "soggetti-esterni", objective, externals, "obiettivo/soggetto-esterno",
		"Soggetti esterni coinvolti"),
	  OF(words) },
	{ FIELD(MANY, "soggetto-esterno", objective, externals, "obiettivo/soggetto-esterno",
		"Lo stesso di soggetti-esterni"),
	  OF(words) },
	{ FIELD(MANY, "programmi", objective, programmes, "obiettivo/programma",
		"Programmi di bilancio"),
	  OF(programme) },
	{ FIELD(MANY, "missioni", objective, missions, "obiettivo/missione",
		"Missioni di bilancio"),
	  OF(programme) },
	{ FIELD(MANY, "risorse", objective, resources, "obiettivo/risorse", "Risorse per anno"),
	  OF(resource), .key = "anno" },
	{ FIELD(MANY, "indicatori", objective, indicators, "obiettivo/indicatore", "Indicatori"),
	  OF(indicator) },
	{ FIELD(MANY, "ambiti", objective, areas, "obiettivo/ambito",
		"Ambiti direttamente contenuti"),
	  OF(area) },
	{ FIELD(MANY, "obiettivi", objective, objectives, "obiettivo/obiettivo",
		"Obiettivi figli, anche attraverso ambiti"),
	  OF(objective) },
	{ FIELD(MANY, "discendenti", objective, descendants, "posizione",
		"Tutti gli obiettivi sottostanti, in profondità"),
	  OF(objective), COMPUTED },
	{ FIELD(INTEGER, "profondita", objective, depth, "posizione",
		"Livello fra gli obiettivi, da 1"),
	  COMPUTED },
	{ FIELD(SCORE, "risultato", objective, result, "calcolato", "Risultato"), PERCENT,
	  COMPUTED },
	{ FIELD(SCORE, "grado", objective, result, "calcolato", "Lo stesso di risultato"), PERCENT,
	  COMPUTED },
	{ FIELD(TEXT, "motivo", objective, result.reason, "calcolato", "Perché il risultato manca"),
	  COMPUTED },
	{ FIELD(ONE, "giudizio", objective, judgement, "calcolato", "Giudizio sul risultato"),
	  OF(judgement), COMPUTED },
	{ FIELD(FIGURE, "quota", objective, share, "calcolato",
		"Peso dopo le esclusioni, sul totale di ciò che resta"),
	  PERCENT, COMPUTED },
	{ FIELD(FIGURE, "contributo", objective, contribution, "calcolato",
		"Quanti punti porta al risultato che lo comprende: risultato per quota"),
	  COMPUTED },
	{ FIELD(MANY, "distribuzione", objective, distribution, "calcolato",
		"Obiettivi sottostanti per tipo e giudizio"),
	  OF(distribution), COMPUTED },
	{ FIELD(ONE, "dichiarato", objective, declared, "obiettivo/dichiarato",
		"Cifre già stampate"),
	  OF(declared) },
	{ FIELD(MANY, "segni", objective, signs, "obiettivo/segno", "Contrassegni"), OF(sign),
	  .key = "nome" },
	{ FIELD(MANY, "note", objective, notes, "obiettivo/nota", "Note"), OF(note) },
	{ FIELD(TEXT, "nota", objective, note_text, "obiettivo/nota", "Le note unite in un testo"),
	  COMPUTED },
	{ FIELD(ONE, "padre", objective, parent, "posizione o obiettivo/@padre",
		"L’obiettivo superiore"),
	  OF(objective) },
	{ FIELD(ONE, "obiettivo", objective, parent, "posizione o obiettivo/@padre",
		"Lo stesso di padre"),
	  OF(objective) },
	{ FIELD(ONE, "ambito", objective, area, "posizione", "L’ambito più vicino attorno"),
	  OF(area), COMPUTED },
	{ FIELD(ONE, "assegnazione", objective, assignment, "posizione", "La scheda in cui sta"),
	  OF(assignment), COMPUTED },
	{ FIELD(ONE, "rif", objective, same_as, "obiettivo/@rif", "L’obiettivo che ripete"),
	  OF(objective) },
	{ FIELD(INTEGER, "riga", objective, place.line, "posizione", "Riga nel documento"),
	  COMPUTED },
	{ .name = NULL },
};
const struct model_class model_class_objective = { "obiettivo", objective, "titolo",
						   "Un obiettivo di qualunque tipo" };

static const struct model_field indicator[] = {
	{ .name = "regola",
	  .type = MODEL_FIELD_TEXT,
	  .offset = offsetof(struct model_rule, id),
	  VIA(indicator, rule_used),
	  COMPUTED,
	  .where = "indicatore/@regola",
	  .about = "La regola con cui si misura" },
#define THROUGH
#include "fields_indicator.inc"
#undef THROUGH
	{ .name = NULL },
};
const struct model_class model_class_indicator = { "indicatore", indicator, "nome",
						   "L’uso di un indicatore in un obiettivo" };

static const struct model_field level[] = {
	{ FIELD(TEXT, "tipo", level, type, "livello/@tipo", "Tipo di livello: efficacia…") },
	{ FIELD(ONE, "indicatore", level, indicator, "livello/@rif", "L’indicatore"),
	  OF(indicator) },
#define THROUGH , VIA(level, indicator)
#define OWN_TYPE
#include "fields_indicator.inc"
#undef OWN_TYPE
#undef THROUGH
	{ .name = NULL },
};
const struct model_class model_class_level = {
	"livello", level, "nome",
	"Una casella della matrice del valore pubblico, con i campi "
	"del suo indicatore"
};

static const struct model_field programme[] = {
	{ FIELD(TEXT, "codice", programme, code, "programma/@codice", "Codice") },
	{ FIELD(TEXT, "riferimento", programme, reference, "programma/@riferimento",
		"Norma di riferimento") },
	{ FIELD(TEXT, "titolo", programme, title, "programma", "Denominazione") },
	{ .name = NULL },
};
const struct model_class model_class_programme = { "programma", programme, "titolo",
						   "Programma o missione di bilancio" };

static const struct model_field resource[] = {
	{ FIELD(INTEGER, "anno", resource, year, "risorse/@anno", "Anno") },
	{ FIELD(FIGURE, "preventivo", resource, budget, "risorse/@preventivo", "Previste"), EURO },
	{ FIELD(FIGURE, "consuntivo", resource, actual, "risorse/@consuntivo", "Spese"), EURO },
	{ FIELD(TEXT, "testo", resource, text, "risorse", "Testo") },
	{ .name = NULL },
};
const struct model_class model_class_resource = { "risorse", resource, "preventivo",
						  "Risorse di un anno" };
