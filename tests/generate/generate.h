/* generate.h - plans made up from a seed, for tests and benchmarks.
 *
 * Gives:    generate_plan(): a valid plan of any size that uses every feature
 *           of the language sooner or later; the same seed, the same bytes.
 * Includes: base.
 * Not here: files.
 */
#ifndef GENERATE_H
#define GENERATE_H

#include "base/text.h"

#include <stdint.h>

struct generate_options {
	uint64_t seed;
	int objectives;  /* strategic ones                          */
	int indicators;  /* of each objective                       */
	int operational; /* below each strategic one                */
	bool plain;      /* only what peers of the benchmark have   */
	bool sheets;     /* individual sheets                       */
	int texts;       /* paragraphs of narrative                 */
};

void generate_plan(struct text *out, const struct generate_options *options);

#endif
