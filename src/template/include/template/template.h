/* template.h - a template read, and a plan expanded through it.
 *
 * Gives:    template_read(): XML of the namespace below, bound to the table
 *           of fields, all its errors in one run; template_expand(): a plan
 *           through a template -> a resolved document.
 * Includes: base, model, document (and, inside, markup).
 * Not here: pages, PDF, pictures' decoding (the caller's loader does it).
 */
#ifndef TEMPLATE_TEMPLATE_H
#define TEMPLATE_TEMPLATE_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/status.h"
#include "document/document.h"
#include "model/plan.h"

#define TEMPLATE_NAMESPACE "urn:relazione:modello:1"

#define TEMPLATE_BYTES_MAX   ((size_t)4 << 20) /* size of one file               */
#define TEMPLATE_FILES_MAX   64                /* files of one template, itself included    */
#define TEMPLATE_NODES_MAX   200000            /* elements after blocks have been put in    */
#define TEMPLATE_NESTING_MAX 160               /* elements inside one another, blocks put in */
#define TEMPLATE_SCOPES_MAX  48                /* loops and filters inside one another      */
#define TEMPLATE_STEPS_MAX   12                /* names in a path                           */
#define TEMPLATE_TERMS_MAX   200               /* terms of one condition                    */
#define TEMPLATE_COLUMNS_MAX 200               /* columns of a table                        */
#define TEMPLATE_PIECES_MAX  5000000           /* blocks and pieces of text of a document  */

struct template;

struct template_options {
	const char *file; /* the template: a path, or the name of an installed one ("relazione") */
	const char
		*folder; /* installed templates/; may be NULL                                   */
	/* Told of each file looked for and of its bytes (NULL: it is not there),
	 * also of a template that is refused; or NULL. */
	void (*read)(void *user, const char *path, const struct bytes *bytes);
	void *user;
};

/**
 * Reads a template and what it includes. Each name, path, format, style and
 * page is looked up now, so that expanding meets only missing values.
 *
 * out   in `arena`, with no reference to `options` after the call; NULL
 *       unless STATUS_OK. May be used for any number of expansions.
 * diag  all problems of all its files, with line and the nearest right name.
 *
 * Returns STATUS_OK; STATUS_IO, STATUS_SYNTAX, STATUS_DATA, STATUS_LIMIT.
 * Source: design section 5.
 */
enum status template_read(struct template **out, struct arena *arena,
			  const struct template_options *options, struct diag *diag);

/** Whether the template makes one document for each item: `per="assegnazioni"`. */
bool template_per_assignment(const struct template *template);
/** Attribute `nome` of the template, or its file's name. */
const char *template_name(const struct template *template);

/** Beside which file an image's name counts. */
enum template_origin { TEMPLATE_FROM_PLAN, TEMPLATE_FROM_TEMPLATE };

/** Fetches images. It must keep to the folder of the plan or template. */
struct template_loader {
	void *user;
	/** Fills `out` (bytes checked to be a PNG, size, resolution), in `arena`;
	 *  otherwise says why at `place`. `beside`: the plan or template file. */
	enum status (*image)(void *user, struct document_image *out, struct arena *arena,
			     const char *name, enum template_origin origin, const char *beside,
			     struct place place, struct diag *diag);
};

struct template_expand_options {
	const struct model_assignment *item;  /* of a template `per="assegnazioni"`; else NULL */
	const struct template_loader *loader; /* NULL: images are an error                     */
};

/**
 * Expands a plan, linked and scored, through a template.
 *
 * out   the document, resolved, in `arena`; it borrows texts of the plan and
 *       styles of the template. NULL unless STATUS_OK.
 * diag  problems of the plan's own texts, at the plan's line; missing images,
 *       unknown references.
 *
 * Returns STATUS_OK, STATUS_DATA, STATUS_LIMIT, or what the loader returned.
 */
enum status template_expand(struct document **out, struct arena *arena,
			    const struct template *template, const struct model_plan *plan,
			    const struct template_expand_options *options, struct diag *diag);

#endif
