/* room.h - what the tests of templates share.
 *
 * Gives:    a folder for template files, plans and templates from strings,
 *           findings and documents as text.
 * Includes: template, cmocka.
 * Not here: the tests.
 */
#ifndef TEMPLATE_ROOM_H
#define TEMPLATE_ROOM_H

/* cmocka wants these first. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "template/template.h"

struct room {
	struct arena *arena;
	struct diag diag;
	char folder[64]; /* of this test's files */
	struct model_plan *plan;
	struct template *template;
	struct document *document;
	const struct model_assignment *item;
	const char *last_image; /* asked of the loader */
};

int room_setup(void **state);
int room_teardown(void **state);

/** Writes a file into the folder; folders in its name are made. */
void room_write(struct room *room, const char *name, const char *text);
/** Reads a plan: `body` stands inside <piano tipo="relazione" anno="2022">. */
void room_plan(struct room *room, const char *body);
/** The plan that most tests use: two areas, objectives, indicators. */
void room_usual_plan(struct room *room);
/** Reads "modello.xml" of the folder. */
enum status room_read(struct room *room);
/** Writes and reads a template: `inside` stands inside <modello>, on line 1. */
enum status room_template(struct room *room, const char *inside);
/** The same with `inside` a <corpo> of one <sezione>. */
enum status room_body(struct room *room, const char *inside);
/** Expands the template over the plan. */
enum status room_expand(struct room *room);
/** All findings, one a line, sorted, without the folder. */
const char *room_findings(struct room *room);

/** The template of that <sezione> is refused with exactly these findings. */
void assert_refused(struct room *room, const char *inside, const char *findings);
/** The same for what stands inside <modello>. */
void assert_template_refused(struct room *room, const char *inside, const char *findings);
/** The blocks of that <sezione>, over the usual plan, dump as `expected`. */
void assert_blocks(struct room *room, const char *inside, const char *expected);
/** A paragraph of that text shows `expected`. */
void assert_shows(struct room *room, const char *text, const char *expected);

/** The dump of the expanded document's first section, without its line. */
const char *room_dump(struct room *room);

#endif
