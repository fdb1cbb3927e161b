/* Fields of a comparison: two plans, and what became of each thing. */
#include "model_private.h"

const char *const model_compared_kinds[] = { "ambito", "obiettivo", "indicatore", "assegnazione",
					     NULL };
const char *const model_compared_states[] = { "uguale", "cambiato", "aggiunto", "tolto", NULL };

/* What a pointer leads to, as if it stood in the thing itself. */
#define THROUGH(kind, label, thing, pointer, meaning)                                              \
	.name = (label), .type = MODEL_FIELD_##kind, .offset = 0, VIA(thing, pointer),             \
	.where = "comando confronta", .about = (meaning)
#define FOUND(kind, label, thing, member, meaning)                                                 \
	FIELD(kind, label, thing, member, "comando confronta", meaning)

/* A value of an indicator in the year of its own plan: its series would be read
 * in the second plan's. */
#define OWN_YEAR(label, pointer, member, meaning)                                                  \
	.name = (label), .type = MODEL_FIELD_VALUE,                                                \
	.offset = offsetof(struct model_indicator, member), VIA(compared, pointer), OF(value),     \
	OWN, .where = "comando confronta", .about = (meaning), COMPUTED

static const struct model_field comparison[] = {
	{ FOUND(ONE, "prima", comparison, before, "Il primo piano"), OF(plan), COMPUTED },
	{ FOUND(ONE, "dopo", comparison, after, "Il secondo piano"), OF(plan), COMPUTED },
	{ FOUND(FLAG, "stesso-anno", comparison, same_year,
		"Vero se i due piani sono dello stesso anno"),
	  COMPUTED },
	{ FOUND(MANY, "voci", comparison, entries,
		"Tutte le cose dell’uno o dell’altro piano, nell’ordine del secondo; ciò che è "
		"stato tolto sta dov’era"),
	  OF(compared), COMPUTED },
	{ FOUND(MANY, "prime-voci", comparison, content, "Le voci al primo livello"), OF(compared),
	  COMPUTED },
	{ FOUND(MANY, "riepilogo", comparison, summary,
		"Quante cose sono state aggiunte, tolte, cambiate, una riga per tipo"),
	  OF(compared_count), .key = "tipo", COMPUTED },
	{ FOUND(MANY, "giudizi", comparison, judgements,
		"Quanti obiettivi per tipo e giudizio, prima e dopo"),
	  OF(compared_judgement), COMPUTED },
	{ FOUND(COUNT, "piu-alti", comparison, better, "Obiettivi con un risultato più alto"),
	  COMPUTED },
	{ FOUND(COUNT, "piu-bassi", comparison, worse, "Obiettivi con un risultato più basso"),
	  COMPUTED },
	{ FOUND(COUNT, "pari", comparison, level, "Obiettivi con lo stesso risultato"), COMPUTED },
	{ FOUND(COUNT, "giudizi-cambiati", comparison, judged_differently,
		"Obiettivi con un altro giudizio"),
	  COMPUTED },
	{ .name = NULL },
};
const struct model_class model_class_comparison = { "confronto", comparison, NULL,
						    "Due anni, o un piano prima e dopo un "
						    "aggiornamento" };

static const struct model_field compared[] = {
	{ FOUND(COUNT, "livello", compared, depth, "Quanto sta in profondità, da 1"), COMPUTED },
	{ FOUND(WORD, "elemento", compared, kind, "Che cos’è"), .words = model_compared_kinds,
	  COMPUTED },
	{ FOUND(WORD, "esito", compared, state, "Che cosa ne è stato"),
	  .words = model_compared_states, COMPUTED },
	{ FOUND(TEXT, "id", compared, id, "Nome unico, nel secondo piano o nel solo che lo ha"),
	  COMPUTED },
	{ FOUND(TEXT, "codice", compared, code, "Codice stampato"), COMPUTED },
	{ FOUND(TEXT, "titolo", compared, title, "Titolo, o nome dell’indicatore"), COMPUTED },
	{ FOUND(TEXT, "tipo", compared, type, "Tipo dell’obiettivo o dell’ambito"), COMPUTED },
	{ FOUND(ONE, "padre", compared, parent, "La voce in cui sta"), OF(compared), COMPUTED },
	{ FOUND(MANY, "voci", compared, content, "Le voci che stanno direttamente in essa"),
	  OF(compared), COMPUTED },
	{ FOUND(FLAG, "diverso", compared, differs,
		"Vero se cambia ciò che dice, il risultato o il giudizio"),
	  COMPUTED },
	{ FOUND(MANY, "cambiamenti", compared, differences, "Che cosa è cambiato"), OF(difference),
	  .key = "campo", COMPUTED },
	{ FOUND(ONE, "obiettivo-prima", compared, objective_before, "L’obiettivo nel primo piano"),
	  OF(objective), COMPUTED },
	{ FOUND(ONE, "obiettivo-dopo", compared, objective_after, "L’obiettivo nel secondo piano"),
	  OF(objective), COMPUTED },
	{ FOUND(ONE, "indicatore-prima", compared, indicator_before,
		"L’indicatore nel primo piano"),
	  OF(indicator), COMPUTED },
	{ FOUND(ONE, "indicatore-dopo", compared, indicator_after,
		"L’indicatore nel secondo piano"),
	  OF(indicator), COMPUTED },
	{ OWN_YEAR("target-prima", indicator_before, target, "Target dell’anno del primo piano") },
	{ OWN_YEAR("target-dopo", indicator_after, target, "Target dell’anno del secondo piano") },
	{ OWN_YEAR("soglia-prima", indicator_before, threshold,
		   "Soglia dell’anno del primo piano") },
	{ OWN_YEAR("soglia-dopo", indicator_after, threshold,
		   "Soglia dell’anno del secondo piano") },
	{ OWN_YEAR("consuntivo-prima", indicator_before, actual,
		   "Consuntivo dell’anno del primo piano") },
	{ OWN_YEAR("consuntivo-dopo", indicator_after, actual,
		   "Consuntivo dell’anno del secondo piano") },
	{ THROUGH(SCORE, "risultato-prima", compared, result_before,
		  "Risultato o grado nel primo piano"),
	  PERCENT, COMPUTED },
	{ THROUGH(SCORE, "risultato-dopo", compared, result_after,
		  "Risultato o grado nel secondo piano"),
	  PERCENT, COMPUTED },
	{ FOUND(NUMBER, "differenza", compared, difference,
		"Risultato dopo meno risultato prima, in punti"),
	  COMPUTED },
	{ FOUND(ONE, "giudizio-prima", compared, judgement_before, "Giudizio nel primo piano"),
	  OF(judgement), COMPUTED },
	{ FOUND(ONE, "giudizio-dopo", compared, judgement_after, "Giudizio nel secondo piano"),
	  OF(judgement), COMPUTED },
	{ FOUND(FLAG, "risultato-cambiato", compared, result_changed,
		"Vero se i due risultati sono diversi, o ce n’è uno solo"),
	  COMPUTED },
	{ FOUND(FLAG, "giudizio-cambiato", compared, judgement_changed,
		"Vero se i due giudizi sono diversi"),
	  COMPUTED },
	{ .name = NULL },
};
const struct model_class model_class_compared = { "voce-confronto", compared, "titolo",
						  "Un ambito, obiettivo, indicatore o scheda di "
						  "due piani" };

static const struct model_field difference[] = {
	{ FOUND(TEXT, "campo", difference, field, "Il campo, come in questo elenco"), COMPUTED },
	{ FOUND(TEXT, "nome", difference, label, "Il campo in parole"), COMPUTED },
	{ FOUND(INTEGER, "anno", difference, year, "L’anno del valore, se non è quello del piano"),
	  COMPUTED },
	{ FOUND(FLAG, "misurato", difference, measured,
		"Vero se è un consuntivo: non cambia il piano"),
	  COMPUTED },
	{ FOUND(TEXT, "prima", difference, before, "Nel primo piano"), COMPUTED },
	{ FOUND(TEXT, "dopo", difference, after, "Nel secondo piano"), COMPUTED },
	{ FOUND(VARIANCE, "differenza", difference, variance,
		"Dopo meno prima, fra numeri o fra date (in giorni)"),
	  COMPUTED },
	{ .name = NULL },
};
const struct model_class model_class_difference = { "cambiamento", difference, "nome",
						    "Un campo che nei due piani dice altro" };

#define COUNTED(state) counts[MODEL_##state]
static const struct model_field compared_count[] = {
	{ FOUND(WORD, "tipo", compared_count, kind, "Che cosa si conta"),
	  .words = model_compared_kinds, COMPUTED },
	{ FOUND(COUNT, "aggiunti", compared_count, COUNTED(ADDED), "Solo nel secondo piano"),
	  COMPUTED },
	{ FOUND(COUNT, "tolti", compared_count, COUNTED(REMOVED), "Solo nel primo piano"),
	  COMPUTED },
	{ FOUND(COUNT, "cambiati", compared_count, COUNTED(CHANGED), "Che dicono altro"),
	  COMPUTED },
	{ FOUND(COUNT, "uguali", compared_count, COUNTED(SAME), "Che dicono lo stesso"), COMPUTED },
	{ .name = NULL },
};
const struct model_class model_class_compared_count = { "conteggio-confronto", compared_count,
							"tipo",
							"Quante cose di un tipo sono cambiate" };

static const struct model_field compared_judgement[] = {
	{ FOUND(TEXT, "tipo", compared_judgement, type, "Tipo degli obiettivi contati"), COMPUTED },
	{ FOUND(ONE, "giudizio", compared_judgement, judgement,
		"Il giudizio; anche «Non misurabile» e «n.d.»"),
	  OF(judgement), COMPUTED },
	{ FOUND(COUNT, "prima", compared_judgement, before, "Quanti obiettivi nel primo piano"),
	  COMPUTED },
	{ FOUND(COUNT, "dopo", compared_judgement, after, "Quanti obiettivi nel secondo piano"),
	  COMPUTED },
	{ .name = NULL },
};
const struct model_class model_class_compared_judgement = {
	"giudizio-confronto", compared_judgement, "giudizio",
	"Quanti obiettivi con un giudizio, prima e dopo"
};
