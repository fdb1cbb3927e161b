/* Fields of what is published on the staff as a whole: <premi>, <valutati>. */
#include "model_private.h"

static const struct model_field band[] = {
	{ FIELD(TEXT, "etichetta", staff_band, label, "fascia/@etichetta", "La fascia in parole") },
	{ FIELD(FLAG, "altri", staff_band, others, "fascia/@altri",
		"Vero se riunisce fasce con troppo poche persone") },
	{ FIELD(FIGURE, "da", staff_band, from, "fascia/@da", "Il punteggio più basso, compreso"),
	  PERCENT },
	{ FIELD(FIGURE, "numero", staff_band, number, "fascia/@numero", "Quante persone") },
	{ FIELD(FIGURE, "importo", staff_band, amount, "fascia/@importo", "Quanto hanno ricevuto"),
	  EURO },
	{ FIELD(NUMBER, "quota", staff_band, share, "calcolato", "Quota delle persone valutate"),
	  PERCENT, COMPUTED },
	{ .name = NULL },
};
const struct model_class model_class_staff_band = { "fascia-personale", band, "etichetta",
						    "Persone con risultati simili" };

static const struct model_field group[] = {
	{ FIELD(TEXT, "nome", staff_group, name, "categoria/@nome", "Dirigenti, personale…") },
	{ FIELD(FIGURE, "stanziato", staff_group, set_aside, "categoria/@stanziato",
		"Premi stanziati"),
	  EURO },
	{ FIELD(FIGURE, "distribuito", staff_group, paid, "categoria/@distribuito",
		"Premi distribuiti"),
	  EURO },
	{ FIELD(FIGURE, "valutati", staff_group, evaluated, "categoria/@valutati",
		"Persone valutate; manca se sono troppo poche per dirlo") },
	{ FIELD(MANY, "fasce", staff_group, bands, "categoria/fascia", "Le fasce"),
	  OF(staff_band) },
	{ FIELD(NUMBER, "quota", staff_group, paid_share, "calcolato",
		"Quota distribuita dello stanziato"),
	  PERCENT, COMPUTED },
	{ FIELD(NUMBER, "differenziazione", staff_group, spread, "calcolato",
		"Da 0, tutti nella stessa fascia, a 100, tutte le fasce alla pari"),
	  PERCENT, COMPUTED },
	{ .name = NULL },
};
const struct model_class model_class_staff_group = { "categoria-personale", group, "nome",
						     "Una categoria del personale" };

static const struct model_field bonus[] = {
	{ FIELD(INTEGER, "anno", staff, year, "premi/@anno", "Anno") },
	{ FIELD(TEXT, "criteri", staff, criteria, "premi/criteri", "Criteri di assegnazione") },
	{ FIELD(MANY, "categorie", staff, groups, "premi/categoria", "Le categorie"),
	  OF(staff_group) },
	{ FIELD(NUMBER, "stanziato", staff, set_aside, "calcolato", "Premi stanziati in tutto"),
	  EURO, COMPUTED },
	{ FIELD(NUMBER, "distribuito", staff, paid, "calcolato", "Premi distribuiti in tutto"),
	  EURO, COMPUTED },
	{ .name = NULL },
};
const struct model_class model_class_bonus = { "premi", bonus, "anno",
					       "I premi collegati alla performance" };

static const struct model_field evaluated[] = {
	{ FIELD(INTEGER, "anno", staff, year, "valutati/@anno", "Anno") },
	{ FIELD(FIGURE, "minimo", staff, minimum, "valutati/@minimo",
		"Persone che una fascia deve avere per essere distinta") },
	{ FIELD(TEXT, "criteri", staff, criteria, "valutati/criteri", "Criteri di valutazione") },
	{ FIELD(MANY, "categorie", staff, groups, "valutati/categoria",
		"Le categorie, scritte o contate dalle schede"),
	  OF(staff_group) },
	{ .name = NULL },
};
const struct model_class model_class_evaluated = { "valutati", evaluated, NULL,
						   "Le valutazioni in forma aggregata" };
