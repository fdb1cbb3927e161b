/* arena.h - memory that is given back all at once.
 *
 * Gives:    one arena per document; pieces are zeroed, aligned for any type
 *           and live until the arena is destroyed or released to a mark.
 * Includes: the C library.
 * Not here: anything that must be closed, but for arena_defer().
 *
 * Out of memory has one path: the `exhausted` handler given at creation,
 * which must not return. So no caller tests for NULL.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

struct arena;

struct arena_options {
	/* Must not return; NULL: message and exit(3). */
	void (*exhausted)(void *user, size_t bytes);
	void *user;    /* handed to the handler */
	bool separate; /* each piece its own malloc, so that valgrind sees its bounds */
};

/** A new, empty arena; `options` may be NULL. Destroy it with arena_destroy(). */
struct arena *arena_create(const struct arena_options *options);
/** An arena for a part of the work: it may be destroyed at any time, and goes
 *  with `parent` at the latest; when memory fails, the parent's handler is called. */
struct arena *arena_create_within(struct arena *parent);
void arena_destroy(struct arena *arena);

/** `size` zeroed bytes, borrowed from the arena; never NULL, also for 0. */
void *arena_alloc(struct arena *arena, size_t size);
/** As arena_alloc() for count * size, with overflow going to the handler. */
void *arena_alloc_array(struct arena *arena, size_t count, size_t size);
/** A larger copy of a piece; the last piece made grows in place. */
void *arena_grow(struct arena *arena, void *piece, size_t old_size, size_t new_size);

char *arena_strdup(struct arena *arena, const char *string);
char *arena_strndup(struct arena *arena, const char *bytes, size_t length);
char *arena_printf(struct arena *arena, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
char *arena_vprintf(struct arena *arena, const char *format, va_list args)
	__attribute__((format(printf, 2, 0)));

#define arena_new(arena, type)          ((type *)arena_alloc((arena), sizeof(type)))
#define arena_array(arena, type, count) ((type *)arena_alloc_array((arena), (count), sizeof(type)))

/** Everything made after a mark can be given back by arena_release(), which
 *  first runs what was deferred since. */
struct arena_mark {
	void *block;
	size_t used;
};
struct arena_mark arena_mark(const struct arena *arena);
void arena_release(struct arena *arena, struct arena_mark mark);

/** `undo(data)` is called, newest first, when the arena is destroyed and before
 *  its exhausted handler: for things from outside that must not be left open. */
void arena_defer(struct arena *arena, void (*undo)(void *data), void *data);
/** Takes back an arena_defer(). */
void arena_defer_cancel(struct arena *arena, void (*undo)(void *data), void *data);

/** Calls the arena's handler: for memory that a library could not get. */
_Noreturn void arena_exhausted(struct arena *arena, size_t bytes);

/** Bytes handed out and not released (for the benchmark and the tests). */
size_t arena_used(const struct arena *arena);

#endif
