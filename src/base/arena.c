#include "base/arena.h"

#include <assert.h>
#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BLOCK_SIZE_FIRST ((size_t)16 * 1024)
#define BLOCK_SIZE_MAX   ((size_t)1024 * 1024) /* doubling stops here */

/* Blocks are zeroed when made and again when released, so that handing out a
 * piece writes nothing. */
struct block {
	struct block *older;
	size_t serial; /* 1 for the first block of the arena; orders marks */
	size_t size;
	size_t used;
	alignas(max_align_t) unsigned char data[];
};

/* Lies in the arena itself, after everything that was there before it. */
struct deferred {
	struct deferred *older;
	struct arena_mark made_at;
	void (*undo)(void *data);
	void *data;
};

struct arena {
	struct block *newest;
	struct deferred *deferred; /* newest first */
	struct arena_options options;
	size_t next_block_size;
	struct arena *parent; /* of arena_create_within(), or NULL */
};

static void exit_exhausted(void *user, size_t bytes)
{
	(void)user;
	fprintf(stderr, "relazione: memoria esaurita (richiesti %zu byte)\n", bytes);
	exit(3);
}

static _Noreturn void call_handler(const struct arena_options *options, size_t bytes)
{
	options->exhausted(options->user, bytes);
	abort(); /* the handler broke its promise not to return */
}

struct arena *arena_create(const struct arena_options *options)
{
	struct arena_options chosen = { 0 };
	struct arena *arena;

	if (options != NULL)
		chosen = *options;
	if (chosen.exhausted == NULL)
		chosen.exhausted = exit_exhausted;
	arena = calloc(1, sizeof(*arena));
	if (arena == NULL)
		call_handler(&chosen, sizeof(*arena));
	arena->options = chosen;
	arena->next_block_size = BLOCK_SIZE_FIRST;
	return arena;
}

static void exhaust_parent(void *parent, size_t bytes)
{
	arena_exhausted(parent, bytes);
}

static void destroy_within(void *data)
{
	struct arena *arena = data;

	arena->parent = NULL; /* it is the parent that calls */
	arena_destroy(arena);
}

struct arena *arena_create_within(struct arena *parent)
{
	struct arena_options options = { .exhausted = exhaust_parent, .user = parent };
	struct arena *arena = arena_create(&options);

	arena->parent = parent;
	arena_defer(parent, destroy_within, arena);
	return arena;
}

static void run_newest_undo(struct arena *arena)
{
	struct deferred *deferred = arena->deferred;

	arena->deferred = deferred->older; /* first, so that no undo runs twice */
	deferred->undo(deferred->data);
}

static void free_newest_block(struct arena *arena)
{
	struct block *block = arena->newest;

	arena->newest = block->older;
	free(block);
}

void arena_destroy(struct arena *arena)
{
	if (arena == NULL)
		return;
	if (arena->parent != NULL)
		arena_defer_cancel(arena->parent, destroy_within, arena);
	while (arena->deferred != NULL)
		run_newest_undo(arena);
	while (arena->newest != NULL)
		free_newest_block(arena);
	free(arena);
}

_Noreturn void arena_exhausted(struct arena *arena, size_t bytes)
{
	while (arena->deferred != NULL)
		run_newest_undo(arena);
	call_handler(&arena->options, bytes);
}

static struct block *add_block(struct arena *arena, size_t size)
{
	struct block *block = NULL;

	if (size <= SIZE_MAX - sizeof(*block))
		block = calloc(1, sizeof(*block) + size);
	if (block == NULL)
		arena_exhausted(arena, size);
	block->size = size;
	block->serial = arena->newest != NULL ? arena->newest->serial + 1 : 1;
	block->older = arena->newest;
	arena->newest = block;
	return block;
}

static struct block *add_shared_block(struct arena *arena, size_t wanted)
{
	size_t size = arena->next_block_size;

	if (size < BLOCK_SIZE_MAX)
		arena->next_block_size = size * 2;
	return add_block(arena, wanted > size ? wanted : size);
}

static size_t round_up(struct arena *arena, size_t size)
{
	const size_t mask = alignof(max_align_t) - 1;

	if (size > SIZE_MAX - mask)
		arena_exhausted(arena, size);
	return (size + mask) & ~mask;
}

void *arena_alloc(struct arena *arena, size_t size)
{
	struct block *block = arena->newest;
	void *piece;

	if (arena->options.separate) {
		block = add_block(arena, size);
	} else {
		size = round_up(arena, size);
		if (block == NULL || size > block->size - block->used)
			block = add_shared_block(arena, size);
	}
	piece = block->data + block->used;
	block->used += size;
	return piece;
}

void *arena_alloc_array(struct arena *arena, size_t count, size_t size)
{
	if (size != 0 && count > SIZE_MAX / size)
		arena_exhausted(arena, SIZE_MAX);
	return arena_alloc(arena, count * size);
}

/* Whether the piece was the last one made and its block has room for more. */
static bool grew_in_place(struct arena *arena, const void *piece, size_t old_size, size_t new_size)
{
	struct block *block = arena->newest;
	size_t start;

	if (arena->options.separate || block == NULL)
		return false;
	old_size = round_up(arena, old_size);
	new_size = round_up(arena, new_size);
	if (old_size > block->used)
		return false;
	start = block->used - old_size;
	if (piece != block->data + start || new_size > block->size - start)
		return false;
	block->used = start + new_size;
	return true;
}

void *arena_grow(struct arena *arena, void *piece, size_t old_size, size_t new_size)
{
	void *copy;

	assert(new_size >= old_size);
	if (piece != NULL && grew_in_place(arena, piece, old_size, new_size))
		return piece;
	copy = arena_alloc(arena, new_size);
	if (old_size > 0)
		memcpy(copy, piece, old_size);
	return copy;
}

char *arena_strdup(struct arena *arena, const char *string)
{
	return arena_strndup(arena, string, strlen(string));
}

char *arena_strndup(struct arena *arena, const char *bytes, size_t length)
{
	char *copy;

	if (length == SIZE_MAX)
		arena_exhausted(arena, length);
	copy = arena_alloc(arena, length + 1);
	if (length > 0)
		memcpy(copy, bytes, length);
	return copy;
}

char *arena_vprintf(struct arena *arena, const char *format, va_list args)
{
	va_list again;
	char *string;
	int length;

	va_copy(again, args);
	length = vsnprintf(NULL, 0, format, again);
	va_end(again);
	if (length < 0)
		arena_exhausted(arena, SIZE_MAX);
	string = arena_alloc(arena, (size_t)length + 1);
	vsnprintf(string, (size_t)length + 1, format, args);
	return string;
}

char *arena_printf(struct arena *arena, const char *format, ...)
{
	va_list args;
	char *string;

	va_start(args, format);
	string = arena_vprintf(arena, format, args);
	va_end(args);
	return string;
}

struct arena_mark arena_mark(const struct arena *arena)
{
	struct arena_mark mark = { .block = arena->newest };

	if (arena->newest != NULL)
		mark.used = arena->newest->used;
	return mark;
}

static size_t mark_serial(struct arena_mark mark)
{
	const struct block *block = mark.block;

	return block != NULL ? block->serial : 0;
}

static bool is_older(struct arena_mark a, struct arena_mark b)
{
	size_t serial_a = mark_serial(a), serial_b = mark_serial(b);

	return serial_a != serial_b ? serial_a < serial_b : a.used < b.used;
}

/* Twice what is left, so that memory taken and given back in a loop is zeroed
 * as much as is used, not by the largest block. */
static void shrink_next_block(struct arena *arena)
{
	const struct block *block = arena->newest;
	size_t size = block != NULL ? block->size * 2 : BLOCK_SIZE_FIRST;

	if (size < arena->next_block_size)
		arena->next_block_size = size < BLOCK_SIZE_FIRST ? BLOCK_SIZE_FIRST : size;
}

void arena_release(struct arena *arena, struct arena_mark mark)
{
	struct block *block = mark.block;

	while (arena->deferred != NULL && !is_older(arena->deferred->made_at, mark))
		run_newest_undo(arena);
	while (arena->newest != block)
		free_newest_block(arena);
	shrink_next_block(arena);
	if (block != NULL) {
		memset(block->data + mark.used, 0, block->used - mark.used);
		block->used = mark.used;
	}
}

void arena_defer(struct arena *arena, void (*undo)(void *data), void *data)
{
	struct arena_mark made_at = arena_mark(arena);
	struct deferred *deferred = arena_new(arena, struct deferred);

	deferred->made_at = made_at;
	deferred->undo = undo;
	deferred->data = data;
	deferred->older = arena->deferred;
	arena->deferred = deferred;
}

void arena_defer_cancel(struct arena *arena, void (*undo)(void *data), void *data)
{
	struct deferred **link = &arena->deferred;

	while (*link != NULL && ((*link)->undo != undo || (*link)->data != data))
		link = &(*link)->older;
	if (*link != NULL)
		*link = (*link)->older;
}

size_t arena_used(const struct arena *arena)
{
	size_t used = 0;

	for (const struct block *block = arena->newest; block != NULL; block = block->older)
		used += block->used;
	return used;
}
