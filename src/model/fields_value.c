/* Fields of figures: values, formulas, judgements, and the enumerations' spellings. */
#include "model_private.h"

const char *const model_words_kind[] = { "numero", "data", "si-no", "scala", "testo", NULL };
const char *const model_words_state[] = { "dato", "vuoto", "non-disponibile", NULL };
const char *const model_words_operator[] = { "", ">=", "<=", "=", ">", "<", "entro", NULL };
const char *const model_words_direction[] = { "", "crescente", "decrescente", NULL };
const char *const model_words_outcome[] = { "", "validato", "non-disponibile", "non-misurabile",
					    NULL };
static const char *const signals[] = { "verde", "giallo", "rosso", "grigio", NULL };

static const struct model_field value[] = {
	{ FIELD(TEXT, "testo", value, text, "testo dell’elemento", "Il valore come è scritto"),
	  OWN },
	{ FIELD(INTEGER, "anno", value, year, "@anno", "Anno a cui si riferisce") },
	{ FIELD(WORD, "tipo", value, kind, "@tipo", "Natura del valore"),
	  .words = model_words_kind },
	{ FIELD(WORD, "stato", value, state, "@stato",
		"dato, vuoto (casella stampata vuota) o non disponibile"),
	  .words = model_words_state },
	{ FIELD(WORD, "op", value, op, "@op", "Confronto, come è scritto"),
	  .words = model_words_operator },
	{ FIELD(TEXT, "unita-misura", value, unit, "@unita-misura", "Unità di misura") },
	{ FIELD(FIGURE, "numero", value, figure, "testo dell’elemento", "Il numero"), OWN },
	{ FIELD(FIGURE, "numeratore", value, numerator, "@numeratore", "Numeratore") },
	{ FIELD(FIGURE, "denominatore", value, denominator, "@denominatore", "Denominatore") },
	{ FIELD(DAY, "data", value, day, "testo dell’elemento", "La data, o la prima di più date"),
	  COMPUTED },
	{ FIELD(FLAG, "si", value, yes, "testo dell’elemento", "Vero se il valore è sì") },
	{ FIELD(TEXT, "stampato", value, printed, "@stampato",
		"Forma stampata che il resto non darebbe") },
	{ FIELD(TEXT, "richiamo", value, mark, "@richiamo", "Segno che rimanda a una nota") },
	{ FIELD(ONE, "nota", value, note, "@richiamo", "La nota a cui il richiamo rimanda"),
	  OF(note) },
	{ FIELD(TEXT, "motivo", value, reason, "@motivo", "Perché il valore manca") },
	{ .name = NULL },
};
const struct model_class model_class_value = { "valore", value, "testo",
					       "Un valore, target, soglia o consuntivo" };

static const struct model_field formula[] = {
	{ FIELD(TEXT, "testo", formula, text, "algoritmo", "La formula per esteso") },
	{ FIELD(TEXT, "fonte", formula, source, "algoritmo/@fonte", "Fonte dei dati") },
	{ FIELD(TEXT, "numeratore", formula, numerator, "algoritmo/numeratore", "Numeratore") },
	{ FIELD(TEXT, "denominatore", formula, denominator, "algoritmo/denominatore",
		"Denominatore") },
	{ FIELD(TEXT, "operatore", formula, operator, "algoritmo/@operatore",
		"Segno fra i due termini") },
	{ FIELD(FIGURE, "fattore", formula, factor, "algoritmo/@fattore",
		"Numero per cui si moltiplica il rapporto") },
	{ .name = NULL },
};
const struct model_class model_class_formula = { "algoritmo", formula, "testo",
						 "Come si calcola un indicatore" };

static const struct model_field judgement[] = {
	{ FIELD(TEXT, "etichetta", judgement, label, "giudizio/@etichetta",
		"Il giudizio in parole") },
	{ FIELD(TEXT, "segnale", judgement, signal, "giudizio/@segnale", "Colore del semaforo"),
	  .words = signals },
	{ FIELD(FIGURE, "da", judgement, from, "giudizio/@da o @oltre",
		"Limite inferiore della fascia"),
	  PERCENT },
	{ FIELD(FLAG, "oltre", judgement, above, "giudizio/@oltre",
		"Vero se il limite è escluso") },
	{ .name = NULL },
};
const struct model_class model_class_judgement = { "giudizio", judgement, "etichetta",
						   "Una fascia di giudizio" };

static const struct model_field distribution[] = {
	{ FIELD(TEXT, "tipo", distribution, type, "calcolato", "Tipo degli obiettivi contati"),
	  COMPUTED },
	{ FIELD(ONE, "giudizio", distribution, shown, "calcolato",
		"Il giudizio; anche «Non misurabile» e «n.d.»"),
	  OF(judgement), COMPUTED },
	{ FIELD(TEXT, "etichetta", distribution, label, "calcolato", "Il giudizio in parole"),
	  COMPUTED },
	{ FIELD(COUNT, "numero", distribution, number, "calcolato", "Quanti obiettivi"), COMPUTED },
	{ FIELD(NUMBER, "quota", distribution, share, "calcolato",
		"Quota sugli obiettivi del tipo"),
	  PERCENT, COMPUTED },
	{ .name = NULL },
};
const struct model_class model_class_distribution = { "distribuzione", distribution, "etichetta",
						      "Quanti obiettivi di un tipo per giudizio" };

static const struct model_field declared[] = {
	{ FIELD(FIGURE, "grado", declared, degree, "dichiarato/@grado", "Grado o risultato"),
	  PERCENT },
	{ FIELD(FIGURE, "scostamento", declared, variance, "dichiarato/@scostamento",
		"Scostamento"),
	  OWN },
	{ FIELD(FIGURE, "peso", declared, weight, "dichiarato/@peso", "Peso totale della scheda"),
	  PERCENT },
	{ FIELD(VALUE, "consuntivo", declared, actual, "dichiarato/@consuntivo", "Consuntivo"),
	  OF(value), OWN },
	{ FIELD(TEXT, "giudizio", declared, judgement, "dichiarato/@giudizio", "Giudizio") },
	{ FIELD(TEXT, "padre", declared, parent, "dichiarato/@padre", "Obiettivo superiore") },
	{ .name = NULL },
};
const struct model_class model_class_declared = { "dichiarato", declared, NULL,
						  "Cifre già stampate altrove" };

static const struct model_field change[] = {
	{ FIELD(DAY, "data", change, date, "modifica/@data", "Quando") },
	{ FIELD(TEXT, "atto", change, act, "modifica/@atto", "Atto che la dispone") },
	{ FIELD(TEXT, "campo", change, field, "modifica/@campo", "Che cosa cambia") },
	{ FIELD(INTEGER, "anno", change, year, "modifica/@anno", "Anno del valore cambiato") },
	{ FIELD(TEXT, "da", change, from, "modifica/@da", "Com’era") },
	{ FIELD(TEXT, "a", change, to, "modifica/@a", "Com’è diventato") },
	{ FIELD(TEXT, "motivo", change, reason, "modifica/@motivo o testo", "Perché") },
	{ .name = NULL },
};
const struct model_class model_class_change = { "modifica", change, "campo",
						"Una modifica decisa durante l’anno" };

static const struct model_field note[] = {
	{ FIELD(TEXT, "testo", note, text, "nota", "Il testo") },
	{ FIELD(TEXT, "segno", note, mark, "nota/@segno", "Il segno a cui i richiami rimandano") },
	{ FIELD(TEXT, "campo", note, field, "nota/@campo", "Il campo che la nota spiega") },
	{ .name = NULL },
};
const struct model_class model_class_note = { "nota", note, "testo", "Una nota" };

static const struct model_field sign[] = {
	{ FIELD(TEXT, "nome", sign, name, "segno/@nome", "Nome del contrassegno") },
	{ FIELD(TEXT, "valore", sign, value, "segno/@valore", "Valore, per esempio si o no") },
	{ FIELD(TEXT, "testo", sign, text, "segno", "Testo") },
	{ .name = NULL },
};
const struct model_class model_class_sign = { "segno", sign, "testo",
					      "Un contrassegno libero, con nome" };

static const struct model_field words[] = {
	{ FIELD(TEXT, "testo", words, text, "testo dell’elemento", "Il testo") },
	{ .name = NULL },
};
const struct model_class model_class_words = { "voce", words, "testo", "Parole in un elenco" };
