/* staff.h - what a body publishes on its staff, never on one person.
 *
 * Gives:    <premi>, money set aside and paid; <valutati>, how many people got
 *           which judgement.
 * Includes: base, model/value.h.
 * Not here: the sheets that <valutati> is counted from (plan.h).
 *
 * Source: D.Lgs. 33/2013, art. 20.
 */
#ifndef MODEL_STAFF_H
#define MODEL_STAFF_H

#include "model/value.h"

/** Fewer people than this in one place might be recognised.
 *  Source: Regole deontologiche per trattamenti a fini statistici (GU 14 January
 *  2019), art. 5, c. 1, lett. a: three is the least there may be. */
#define MODEL_STAFF_LEAST 3

/** <fascia> of a group: people with like results */
struct model_staff_band {
	struct place place;
	size_t start, end;          /* bytes of the source (public edition)               */
	const char *label;          /* etichetta; what it stands for when `others`        */
	bool others;                /* altri="si": bands too small to be told one by one   */
	struct model_figure from;   /* da, percent                        */
	struct model_figure number; /* of people                          */
	struct model_figure amount; /* importo, euro                      */
	const struct number *share; /* of the group's people, percent; computed */
};

/** <categoria>: dirigenti and the other staff stand apart */
struct model_staff_group {
	struct place place;
	const char *name;
	struct model_figure set_aside, paid; /* stanziato, distribuito, euro        */
	struct model_figure evaluated;       /* people; not given: too few to tell   */
	struct model_list bands;             /* model_staff_band                     */
	/* computed by score */
	const struct number *paid_share; /* of what was set aside, percent           */
	const struct number *spread;     /* degree of differentiation, percent, or NULL */
};

/** <premi>, <valutati> */
struct model_staff {
	struct place place;
	size_t start, end; /* bytes of the source (public edition) */
	int year;
	const char *criteria;                  /* criteri                                         */
	struct model_figure minimum;           /* minimo, of <valutati>                           */
	struct model_list groups;              /* model_staff_group                               */
	bool counted;                          /* from the sheets of this plan, by score          */
	const struct number *set_aside, *paid; /* of all groups, euro; computed        */
};

/** What a band that stands for others is called, beside told ones or alone. */
const char *model_staff_others(bool beside);
/** How many people a place must have to be told apart. `staff` may be NULL. */
long model_staff_least(const struct model_staff *staff);
/** Whether a group has a band with some people, but too few. */
bool model_staff_is_thin(const struct model_staff_group *group, long least);

#endif
