/* input.h - a plan document read into a model.
 *
 * Gives:    input_read(): XML of the namespace below -> struct model_plan,
 *           references resolved, linked, checked for form and for sense.
 * Includes: base, markup, model.
 * Not here: how XML is parsed (markup), scoring and the audit of declared
 *           figures (score), the vocabulary inside <testo> beyond the names
 *           of its elements (template).
 */
#ifndef INPUT_INPUT_H
#define INPUT_INPUT_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/status.h"
#include "markup/markup.h"
#include "model/plan.h"

#define INPUT_NAMESPACE   "urn:relazione:piano:1"
#define INPUT_SCHEMA_FILE "piano.xsd" /* in the folder of resources */

#define INPUT_YEAR_MIN        1900 /* years and dates before it are slips      */
#define INPUT_YEAR_MAX        2199
#define INPUT_ID_MAX          200     /* bytes of an id                           */
#define INPUT_ATTRIBUTE_MAX   10000   /* bytes of an attribute                    */
#define INPUT_SYSTEM_MAX      200     /* things in one list of <sistema>          */
#define INPUT_VALUES_MAX      100     /* values of one kind on one indicator      */
#define INPUT_DATES_MAX       24      /* dates in one value                       */
#define INPUT_CHAIN_MAX       64      /* steps of `rif`                           */
#define INPUT_DEPTH_MAX       256     /* objectives in one another, `rif` followed */
#define INPUT_USES_MAX        1000000 /* objectives and indicators that `rif` repeats */
#define INPUT_SUGGESTIONS_MAX 100     /* wrong references that get a "forse «…»"  */

/**
 * Loads the schema of plans from the folder of resources, which the caller
 * knows (installed, or src/input in the source tree): `folder`/piano.xsd.
 * Freed with the arena. STATUS_LIBRARY or STATUS_IO, said in `diag`.
 */
enum status input_schema_load(struct markup_schema **out, struct arena *arena, const char *folder,
			      struct diag *diag);

/**
 * Reads a plan from memory, which must live as long as the plan does.
 *
 * out     the plan, linked, in `arena`. NULL unless STATUS_OK, or STATUS_DATA
 *         and all that is wrong are actuals that are missing: such a plan is
 *         refused, but what can be scored may be shown.
 * file    the name that findings show.
 * schema  may be NULL: the reader itself finds every fault of structure; the
 *         schema is a second net whose findings count only on lines where
 *         the reader found nothing.
 * diag    gets all problems of the file in one run. Warnings don't stop.
 *
 * Returns STATUS_OK; STATUS_SYNTAX (not well-formed), STATUS_DATA (wrong) or
 * STATUS_LIMIT (too large, too deep).
 * Source: design section 3, "The plan document".
 */
enum status input_read(struct model_plan **out, struct arena *arena, const char *file,
		       struct bytes source, const struct markup_schema *schema, struct diag *diag);

/** The same from a file, or from standard input for "-". Also STATUS_IO. */
enum status input_read_file(struct model_plan **out, struct arena *arena, const char *path,
			    const struct markup_schema *schema, struct diag *diag);

#endif
