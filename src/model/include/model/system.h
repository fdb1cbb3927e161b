/* system.h - the body's own measuring rules.
 *
 * Gives:    the <sistema> of a plan (SMVP) as plain structs.
 * Includes: base, model/value.h.
 * Not here: how the rules are applied (score).
 */
#ifndef MODEL_SYSTEM_H
#define MODEL_SYSTEM_H

#include "model/value.h"

/** Source: attribute `tipo` of <regola>. */
enum model_rule_type {
	MODEL_RULE_LINEAR,         /* lineare            */
	MODEL_RULE_RATIO,          /* rapporto           */
	MODEL_RULE_BANDS,          /* fasce              */
	MODEL_RULE_ALL_OR_NOTHING, /* tutto-o-niente */
	MODEL_RULE_MANUAL,         /* manuale            */
};

/** What bands measure. Source: attribute `misura`. */
enum model_band_measure { MODEL_BAND_DAYS_LATE, MODEL_BAND_VARIANCE };

/** <fascia fino-a grado>; no limit: all the rest */
struct model_band {
	struct place place;
	struct model_figure up_to;  /* days or unit of the indicator; NULL number: all the rest */
	struct model_figure degree; /* percent */
};

/** <regola> */
struct model_rule {
	struct place place;
	const char *id;
	enum model_rule_type type;
	struct model_figure minimum, maximum; /* rapporto; 0 and 100 unless written */
	enum model_band_measure measure;
	struct model_list bands; /* model_band */
};

/** What to do with what cannot be measured. */
enum model_treatment { MODEL_EXCLUDED, MODEL_ZERO };

/** <parte> of an individual evaluation */
struct model_part {
	struct place place;
	const char *id, *title;
	struct model_figure weight; /* percent */
};

/** <valutazione ruolo> */
struct model_evaluation {
	struct place place;
	const char *role;
	struct model_list parts; /* model_part */
};

/** <sistema> */
struct model_system {
	struct place place;
	bool given;              /* false: the document has none */
	struct model_list rules; /* model_rule */
	const struct model_rule *default_number, *default_date,
		*default_choice;             /* <predefinite>; choice: si-no and scala */
	enum model_treatment not_measurable; /* non-misurabili */
	enum model_treatment empty;          /* vuoti */
	struct model_list scales;            /* model_scale */
	struct model_list judgements;        /* model_judgement, as written */
	struct model_list evaluations;       /* model_evaluation */
};

#endif
