/* Fields of the body's structure and of the sheets: units, posts, assignments. */
#include "model_private.h"

static const struct model_field unit[] = {
	{ FIELD(TEXT, "id", unit, id, "unita/@id", "Nome unico") },
	{ FIELD(TEXT, "codice", unit, code, "unita/@codice", "Codice stampato") },
	{ FIELD(TEXT, "tipo", unit, type, "unita/@tipo", "area, servizio, ufficio…") },
	{ FIELD(TEXT, "denominazione", unit, name, "unita/@denominazione", "Denominazione") },
	{ FIELD(ONE, "padre", unit, parent, "unita/@padre", "L’unità di cui fa parte"), OF(unit) },
	{ .name = NULL },
};
const struct model_class model_class_unit = { "unita", unit, "denominazione",
					      "Un’unità organizzativa" };

static const struct model_field post[] = {
	{ FIELD(TEXT, "id", post, id, "incarico/@id", "Nome unico") },
	{ FIELD(TEXT, "ruolo", post, role, "incarico/@ruolo", "Ruolo") },
	{ FIELD(TEXT, "persona", post, person, "incarico/@persona",
		"Sigla della persona, mai il nome") },
	{ FIELD(TEXT, "categoria", post, category, "incarico/@categoria",
		"Valutazione a cui è soggetto") },
	{ FIELD(MANY, "unita", post, units, "incarico/@unita", "Unità organizzative"), OF(unit) },
	{ FIELD(ONE, "valutazione", post, evaluation, "valutazione/@ruolo",
		"Le parti della valutazione del ruolo"),
	  OF(evaluation), COMPUTED },
	{ .name = NULL },
};
const struct model_class model_class_post = { "incarico", post, "ruolo",
					      "Un incarico ricoperto da una persona" };

static const struct model_field part[] = {
	{ FIELD(TEXT, "id", part, id, "parte/@id", "Nome unico") },
	{ FIELD(TEXT, "titolo", part, title, "parte/@titolo", "Titolo") },
	{ FIELD(FIGURE, "peso", part, weight, "parte/@peso", "Peso"), PERCENT },
	{ .name = NULL },
};
const struct model_class model_class_part = { "parte", part, "titolo",
					      "Una parte della valutazione individuale" };

static const struct model_field evaluation[] = {
	{ FIELD(TEXT, "ruolo", evaluation, role, "valutazione/@ruolo", "A chi si applica") },
	{ FIELD(MANY, "parti", evaluation, parts, "valutazione/parte", "Le parti"), OF(part),
	  .key = "id" },
	{ .name = NULL },
};
const struct model_class model_class_evaluation = { "valutazione", evaluation, "ruolo",
						    "Come si valuta chi ha un ruolo" };

static const struct model_field part_score[] = {
	{ FIELD(ONE, "parte", part_score, part, "parte/@rif", "La parte della valutazione"),
	  OF(part) },
	{ .name = "titolo",
	  .type = MODEL_FIELD_TEXT,
	  .offset = offsetof(struct model_part, title),
	  VIA(part_score, part),
	  .where = "parte/@titolo",
	  .about = "Titolo della parte" },
	{ .name = "peso",
	  .type = MODEL_FIELD_FIGURE,
	  .offset = offsetof(struct model_part, weight),
	  VIA(part_score, part),
	  PERCENT,
	  .where = "parte/@peso",
	  .about = "Peso della parte" },
	{ FIELD(FIGURE, "punteggio", part_score, points, "parte/@punteggio", "Punteggio dato"),
	  PERCENT },
	{ FIELD(SCORE, "risultato", part_score, result, "calcolato",
		"Il punteggio dato o, per la parte «obiettivi», il risultato della scheda"),
	  PERCENT, COMPUTED },
	{ FIELD(TEXT, "motivo", part_score, result.reason, "calcolato",
		"Perché il risultato manca"),
	  COMPUTED },
	{ FIELD(TEXT, "nota", part_score, note, "parte", "Nota") },
	{ .name = NULL },
};
const struct model_class model_class_part_score = { "parte-scheda", part_score, "risultato",
						    "Il punteggio di una parte in una scheda" };

static const struct model_field assignment[] = {
	{ FIELD(TEXT, "id", assignment, id, "assegnazione/@id", "Nome unico") },
	{ FIELD(TEXT, "titolo", assignment, title, "assegnazione/@titolo", "Titolo") },
	{ FIELD(MANY, "incarichi", assignment, posts, "assegnazione/@incarico",
		"Gli incarichi di chi riceve la scheda"),
	  OF(post) },
	{ FIELD(MANY, "incarico", assignment, posts, "assegnazione/@incarico",
		"Lo stesso di incarichi"),
	  OF(post) },
	{ FIELD(ONE, "unita", assignment, unit, "assegnazione/@unita", "L’unità della scheda"),
	  OF(unit) },
	{ FIELD(INTEGER, "anno", assignment, year, "assegnazione/@anno", "Anno") },
	{ FIELD(FLAG, "pesi-scheda", assignment, sheet_weights, "assegnazione/@pesi",
		"Vero se i pesi sono punti dell’intera scheda") },
	{ FIELD(ONE, "dichiarato", assignment, declared, "assegnazione/dichiarato",
		"Cifre già stampate"),
	  OF(declared) },
	{ FIELD(MANY, "ambiti", assignment, areas, "assegnazione/ambito", "Ambiti della scheda"),
	  OF(area) },
	{ FIELD(MANY, "obiettivi", assignment, objectives, "assegnazione/obiettivo o voce",
		"Obiettivi della scheda, anche attraverso ambiti"),
	  OF(objective) },
	{ FIELD(MANY, "discendenti", assignment, descendants, "posizione",
		"Tutti gli obiettivi della scheda, in profondità"),
	  OF(objective), COMPUTED },
	{ FIELD(MANY, "parti", assignment, parts, "assegnazione/parte", "Parti della valutazione"),
	  OF(part_score) },
	{ FIELD(MANY, "segni", assignment, signs, "assegnazione/segno", "Contrassegni"), OF(sign),
	  .key = "nome" },
	{ FIELD(MANY, "note", assignment, notes, "assegnazione/nota", "Note"), OF(note) },
	{ FIELD(TEXT, "nota", assignment, note_text, "assegnazione/nota",
		"Le note unite in un testo"),
	  COMPUTED },
	{ FIELD(SCORE, "risultato", assignment, result, "calcolato",
		"Media ponderata degli obiettivi"),
	  PERCENT, COMPUTED },
	{ FIELD(TEXT, "motivo", assignment, result.reason, "calcolato",
		"Perché il risultato manca"),
	  COMPUTED },
	{ FIELD(ONE, "giudizio", assignment, judgement, "calcolato", "Giudizio sul risultato"),
	  OF(judgement), COMPUTED },
	{ FIELD(SCORE, "totale", assignment, total, "calcolato",
		"Media ponderata delle parti della valutazione"),
	  PERCENT, COMPUTED },
	{ FIELD(ONE, "giudizio-totale", assignment, total_judgement, "calcolato",
		"Giudizio sul totale"),
	  OF(judgement), COMPUTED },
	{ FIELD(MANY, "distribuzione", assignment, distribution, "calcolato",
		"Obiettivi della scheda per tipo e giudizio"),
	  OF(distribution), COMPUTED },
	{ FIELD(INTEGER, "riga", assignment, place.line, "posizione", "Riga nel documento"),
	  COMPUTED },
	{ .name = NULL },
};
const struct model_class model_class_assignment = { "assegnazione", assignment, "titolo",
						    "Una scheda, individuale o di un servizio" };
