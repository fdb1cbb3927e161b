/* Fields of the plan as a whole: the document, the body, the budget, the texts. */
#include "model_private.h"

const char *const model_words_type[] = { "relazione", "piano", NULL };
static const char *const statuses[] = { "bozza", "approvato", NULL };
static const char *const editions[] = { "interna", "pubblica", NULL };

static const struct model_field plan[] = {
	{ FIELD(TEXT, "tipo", plan, type, "piano/@tipo", "relazione (si misura) o piano"),
	  .words = model_words_type },
	{ FIELD(INTEGER, "anno", plan, year, "piano/@anno", "Anno del documento") },
	{ FIELD(TEXT, "stato", plan, status, "piano/@stato", "Stato del documento"),
	  .words = statuses },
	{ FIELD(TEXT, "edizione", plan, edition, "opzione --edizione", "interna o pubblica"),
	  .words = editions, COMPUTED },
	{ FIELD(ONE, "ente", plan, body, "piano/ente", "L’ente"), OF(body) },
	{ FIELD(ONE, "documento", plan, document, "piano/documento", "Dati del documento"),
	  OF(document) },
	{ FIELD(MANY, "ambiti", plan, areas, "piano/ambito", "Ambiti al primo livello"), OF(area) },
	{ FIELD(MANY, "obiettivi", plan, objectives, "piano/obiettivo",
		"Obiettivi al primo livello, anche attraverso ambiti"),
	  OF(objective) },
	{ FIELD(MANY, "discendenti", plan, descendants, "posizione",
		"Tutti gli obiettivi dell’albero, in profondità"),
	  OF(objective), COMPUTED },
	{ FIELD(MANY, "indicatori", plan, indicators, "obiettivo/indicatore",
		"Tutti gli indicatori dell’albero, in ordine"),
	  OF(indicator), COMPUTED },
	{ FIELD(MANY, "assegnazioni", plan, assignments, "piano/assegnazione", "Le schede"),
	  OF(assignment) },
	{ FIELD(MANY, "unita", plan, units, "struttura/unita", "Unità organizzative"), OF(unit) },
	{ FIELD(MANY, "incarichi", plan, posts, "struttura/incarico", "Incarichi"), OF(post) },
	{ FIELD(ONE, "valore-pubblico", plan, public_value, "piano/valore-pubblico",
		"Matrice del valore pubblico"),
	  OF(public_value) },
	{ .name = "bilancio",
	  .type = MODEL_FIELD_ONE,
	  .offset = 0,
	  .inside = true,
	  OF(budget),
	  .where = "piano/bilancio",
	  .about = "Serie e tavole di bilancio" },
	{ FIELD(MANY, "serie", plan, series, "bilancio/serie", "Serie per i grafici"), OF(series) },
	{ FIELD(MANY, "tavole", plan, tables, "bilancio/tavola", "Tavole per i grafici"),
	  OF(table) },
	{ FIELD(MANY, "testi", plan, texts, "piano/testo", "Testi"), OF(text), .key = "id" },
	{ FIELD(MANY, "premi", plan, bonuses, "piano/premi", "I premi, un anno per volta"),
	  OF(bonus) },
	{ FIELD(ONE, "valutati", plan, evaluated, "piano/valutati",
		"Le valutazioni individuali in forma aggregata"),
	  OF(evaluated) },
	{ .name = "giudizi",
	  .type = MODEL_FIELD_MANY,
	  .offset = offsetof(struct model_system, judgements),
	  VIA(plan, system),
	  OF(judgement),
	  .where = "giudizi/giudizio",
	  .about = "Le fasce di giudizio dell’ente" },
	{ .name = "valutazioni",
	  .type = MODEL_FIELD_MANY,
	  .offset = offsetof(struct model_system, evaluations),
	  VIA(plan, system),
	  OF(evaluation),
	  .where = "sistema/valutazione",
	  .about = "Le valutazioni individuali, per ruolo" },
	{ FIELD(MANY, "distribuzione", plan, distribution, "calcolato",
		"Obiettivi dell’albero per tipo e giudizio"),
	  OF(distribution), COMPUTED },
	{ FIELD(SCORE, "risultato", plan, result, "calcolato",
		"Media ponderata degli obiettivi al primo livello"),
	  PERCENT, COMPUTED },
	{ FIELD(TEXT, "motivo", plan, result.reason, "calcolato", "Perché il risultato manca"),
	  COMPUTED },
	{ FIELD(ONE, "giudizio", plan, judgement, "calcolato", "Giudizio sul risultato"),
	  OF(judgement), COMPUTED },
	{ FIELD(ONE, "confronto", plan, comparison, "comando confronta",
		"Il confronto con un altro piano, di cui questo è il secondo"),
	  OF(comparison), COMPUTED },
	{ .name = NULL },
};
const struct model_class model_class_plan = { "piano", plan, "tipo", "Il documento intero" };

/* The budget has no struct of its own: its lists stand in the plan. */
static const struct model_field budget[] = {
	{ FIELD(MANY, "serie", plan, series, "bilancio/serie", "Serie per i grafici"), OF(series) },
	{ FIELD(MANY, "tavole", plan, tables, "bilancio/tavola", "Tavole per i grafici"),
	  OF(table) },
	{ .name = NULL },
};
const struct model_class model_class_budget = { "bilancio", budget, NULL,
						"Serie e tavole di bilancio" };

static const struct model_field body[] = {
	{ FIELD(TEXT, "codice", body, code, "ente/@codice", "Codice") },
	{ FIELD(TEXT, "denominazione", body, name, "ente/@denominazione", "Denominazione") },
	{ FIELD(TEXT, "logo", body, logo, "ente/@logo", "File del logo") },
	{ FIELD(TEXT, "sito", body, site, "ente/@sito", "Sito istituzionale") },
	{ .name = NULL },
};
const struct model_class model_class_body = { "ente", body, "denominazione", "L’ente" };

static const struct model_field document[] = {
	{ FIELD(TEXT, "titolo", document, title, "documento/@titolo", "Titolo") },
	{ FIELD(TEXT, "periodo", document, period, "documento/@periodo", "Periodo") },
	{ FIELD(TEXT, "versione", document, version, "documento/@versione", "Versione") },
	{ FIELD(TEXT, "ufficio", document, office, "documento/@ufficio", "Ufficio che lo cura") },
	{ FIELD(TEXT, "licenza", document, licence, "documento/@licenza", "Licenza d’uso") },
	{ FIELD(ONE, "approvazione", document, approval, "documento/approvazione",
		"Atto di approvazione"),
	  OF(act) },
	{ FIELD(ONE, "validazione", document, validation, "documento/validazione",
		"Validazione dell’OIV"),
	  OF(act) },
	{ FIELD(MANY, "atti", document, acts, "documento/atto", "Altri atti"), OF(act) },
	{ FIELD(MANY, "firme", document, signatures, "documento/firma", "Chi firma"),
	  OF(signature) },
	{ FIELD(MANY, "note", document, notes, "documento/nota", "Note a cui i richiami rimandano"),
	  OF(note) },
	{ .name = NULL },
};
const struct model_class model_class_document = { "documento", document, "titolo",
						  "Dati del documento" };

static const struct model_field act[] = {
	{ FIELD(TEXT, "organo", act, organ, "atto/@organo", "Organo") },
	{ FIELD(TEXT, "tipo", act, type, "atto/@tipo", "deliberazione, determinazione…") },
	{ FIELD(TEXT, "atto", act, type, "approvazione/@atto", "Lo stesso di tipo") },
	{ FIELD(TEXT, "numero", act, number, "atto/@numero", "Numero") },
	{ FIELD(DAY, "data", act, date, "atto/@data", "Data") },
	{ FIELD(TEXT, "oggetto", act, subject, "atto/@oggetto", "Oggetto") },
	{ .name = NULL },
};
const struct model_class model_class_act = { "atto", act, "numero", "Un atto" };

static const struct model_field signature[] = {
	{ FIELD(TEXT, "ruolo", signature, role, "firma/@ruolo", "Ruolo di chi firma") },
	{ .name = NULL },
};
const struct model_class model_class_signature = { "firma", signature, "ruolo", "Una firma" };

static const struct model_field public_value[] = {
	{ FIELD(MANY, "dimensioni", public_value, dimensions, "valore-pubblico/dimensione",
		"Le dimensioni, in orizzontale"),
	  OF(dimension) },
	{ FIELD(MANY, "tipi", public_value, level_types, "livello/@tipo",
		"I tipi di livello in ordine di apparizione, in verticale"),
	  OF(words), COMPUTED },
	{ FIELD(MANY, "note", public_value, notes, "valore-pubblico/nota", "Note"), OF(note) },
	{ .name = NULL },
};
const struct model_class model_class_public_value = { "valore-pubblico", public_value, NULL,
						      "Matrice del valore pubblico" };

static const struct model_field dimension[] = {
	{ FIELD(TEXT, "titolo", dimension, title, "dimensione/@titolo", "Titolo") },
	{ FIELD(ONE, "obiettivo", dimension, objective, "dimensione/@obiettivo",
		"L’obiettivo che la attua"),
	  OF(objective) },
	{ FIELD(MANY, "livelli", dimension, levels, "dimensione/livello", "Indicatori per livello"),
	  OF(level) },
	{ .name = NULL },
};
const struct model_class model_class_dimension = { "dimensione", dimension, "titolo",
						   "Una dimensione del valore pubblico" };

static const struct model_field series[] = {
	{ FIELD(TEXT, "id", series, id, "serie/@id", "Nome unico") },
	{ FIELD(TEXT, "titolo", series, title, "serie/@titolo", "Titolo") },
	{ FIELD(TEXT, "unita-misura", series, unit, "serie/@unita-misura", "Unità di misura") },
	{ FIELD(TEXT, "nota", series, note, "serie/nota", "Nota") },
	{ FIELD(MANY, "punti", series, points, "serie/punto", "I punti"), OF(point),
	  .key = "voce" },
	{ .name = NULL },
};
const struct model_class model_class_series = { "serie", series, "titolo",
						"Una serie di bilancio" };

static const struct model_field point[] = {
	{ FIELD(TEXT, "voce", point, label, "punto/@voce", "Voce o anno") },
	{ FIELD(FIGURE, "valore", point, value, "punto/@valore", "Valore"), OWN },
	{ .name = NULL },
};
const struct model_class model_class_point = { "punto", point, "valore",
					       "Un punto di una serie o di una riga" };

static const struct model_field table[] = {
	{ FIELD(TEXT, "id", table, id, "tavola/@id", "Nome unico") },
	{ FIELD(TEXT, "titolo", table, title, "tavola/@titolo", "Titolo") },
	{ FIELD(TEXT, "unita-misura", table, unit, "tavola/@unita-misura", "Unità di misura") },
	{ FIELD(TEXT, "nota", table, note, "tavola/nota", "Nota") },
	{ FIELD(MANY, "categorie", table, categories, "tavola/@categorie", "Le categorie"),
	  OF(words) },
	{ FIELD(MANY, "righe", table, rows, "tavola/riga", "Le righe"), OF(row), .key = "voce" },
	{ .name = NULL },
};
const struct model_class model_class_table = { "tavola", table, "titolo",
					       "Una tavola di bilancio" };

static const struct model_field row[] = {
	{ FIELD(TEXT, "voce", row, label, "riga/@voce", "Voce") },
	{ FIELD(MANY, "valori", row, values, "riga/@valori", "Un valore per categoria"), OF(point),
	  OWN, .key = "voce" },
	{ FIELD(MANY, "valore", row, values, "riga/@valori",
		"Lo stesso di valori: valore[2021] è quello della categoria 2021"),
	  OF(point), OWN, .key = "voce" },
	{ .name = NULL },
};
const struct model_class model_class_row = { "riga", row, "voce", "Una riga di una tavola" };

static const struct model_field text[] = {
	{ FIELD(TEXT, "id", text, id, "testo/@id", "Nome unico") },
	{ FIELD(TEXT, "titolo", text, title, "testo/@titolo", "Titolo") },
	{ FIELD(RICH, "contenuto", text, content, "testo", "Il testo, con i suoi blocchi") },
	{ .name = NULL },
};
const struct model_class model_class_text = { "testo", text, "contenuto",
					      "Un testo con paragrafi, elenchi, figure" };
