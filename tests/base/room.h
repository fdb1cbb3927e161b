/* room.h - a folder of its own for each test that writes files.
 *
 * Gives:    the fixture, and shorthands for what the tests do in it.
 * Includes: base_test.h, base/file.h.
 * Not here: cases.
 */
#ifndef BASE_ROOM_H
#define BASE_ROOM_H

#include "base/file.h"
#include "base_test.h"

struct room {
	struct arena *arena;
	struct diag diag;
	char *dir; /* of this test only */
};

/** Setup and teardown that put a struct room in `*state`. */
int enter_room(void **state);
int leave_room(void **state);

#define room_test(function) cmocka_unit_test_setup_teardown(function, enter_room, leave_room)

/** The path of a name in the room. */
char *in_room(struct room *room, const char *name);
/** Removes what is in a folder and gives how many things that were. */
int empty_dir(struct arena *arena, const char *path);
enum status write_file(struct room *room, const char *path, const char *content);
void assert_content(struct room *room, const char *path, const char *content);
/** One finding so far, and `part` is in its text. */
void assert_one_finding(const struct room *room, const char *part);

#endif
