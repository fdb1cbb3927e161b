/* map.h - a table from strings to pointers.
 *
 * Gives:    open-addressing hash table in an arena, insertion order kept.
 * Includes: base/arena.h.
 * Not here: removal; nothing in the program needs it.
 */
#ifndef BASE_MAP_H
#define BASE_MAP_H

#include "base/arena.h"

struct map_entry {
	const char *key; /* borrowed from the caller */
	void *value;
};

struct map {
	struct arena *arena;
	struct map_entry *entries; /* in order of insertion */
	size_t count, capacity;
	size_t *slots; /* index + 1 into entries; 0 is free */
	size_t slot_count;
};

struct map map_make(struct arena *arena);
void *map_find(const struct map *map, const char *key);
/** Puts a value; returns the value that the key had before (kept), or NULL. */
void *map_put(struct map *map, const char *key, void *value);

#endif
