/* metadata.h - DCAT-AP_IT descriptions.
 *
 * Gives:    one dataset, and the catalogue of a site, as JSON-LD.
 * Includes: batch_private.h.
 * Not here: files.
 *
 * Source: DCAT-AP_IT 1.1; EU authority tables (theme GOVE, frequency ANNUAL,
 * file types).
 */
#ifndef BATCH_METADATA_H
#define BATCH_METADATA_H

#include "batch_private.h"

#define METADATA_FILE "metadati.jsonld"

/** A licence. Members are NULL when not known, but for the name. */
struct licence {
	const char *code, *address, *name, *version, *type; /* type: of ADMS */
};
/** Of a plan's `licenza`: a usual code, an address, or a name; NULL: CC BY 4.0. */
struct licence metadata_licence(const char *written);
/** The codes it knows, for a message. */
const char *metadata_licences(struct arena *arena);

/** What all descriptions begin with: the names of the vocabularies. */
void metadata_context(struct text *out, const char *base); /* base: address; or NULL */
/** A member that names an agent, and the one that names the language. */
void metadata_agent(struct text *out, const char *name, const char *code, const char *title);
void metadata_language(struct text *out);
/** One dataset. `folder`: of the entry as seen from the description, with a
 *  last slash; NULL: the description stands in it and brings its own context. */
void metadata_dataset(struct text *out, const struct entry *entry, const char *folder);

#endif
