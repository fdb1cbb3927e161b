/* template_private.h - a template after reading.
 *
 * Gives:    struct template and the first scopes of its expansion.
 * Includes: reader.h.
 * Not here: anything for other rooms.
 */
#ifndef TEMPLATE_TEMPLATE_PRIVATE_H
#define TEMPLATE_TEMPLATE_PRIVATE_H

#include "reader.h"

#define SLOT_PLAN 0 /* frames[0] holds the plan, frames[1] the item, if any */
#define SLOT_ITEM 1

struct template
{
	struct arena *arena;
	const char *name, *file;
	bool per_assignment;
	const char *language;
	struct pattern *title, *author, *subject, *keywords;
	struct reader *reader; /* what is named: for the texts of plans */
	struct node *body;     /* sections, and loops of sections */
};

/** All elements below <modello> of a template and its included files, in
 *  order, with the inclusions put in their place. include.c */
enum status include_all(struct arena *arena, const struct template_options *options,
			struct element **root, struct model_list *elements, struct diag *diag);

#endif
