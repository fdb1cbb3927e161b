#include "base/map.h"

#include "base/text.h"

#include <string.h>

#define SLOTS_FIRST   16
#define ENTRIES_FIRST 8

struct map map_make(struct arena *arena)
{
	return (struct map){ .arena = arena };
}

/* The slot where the search for a key begins. The arena's address is mixed in,
 * so that an input cannot be written to make its names collide. */
static size_t first_slot(const struct map *map, const char *key)
{
	uint64_t hash = text_hash(key, strlen(key)) ^ (uintptr_t)map->arena;

	hash *= UINT64_C(0x9e3779b97f4a7c15);
	return (size_t)(hash ^ hash >> 32) & (map->slot_count - 1);
}

/* The slot of the key, or the free one where it would go. At least half of the
 * slots are free, so the walk ends. */
static size_t *find_slot(const struct map *map, const char *key)
{
	size_t slot = first_slot(map, key);

	while (map->slots[slot] != 0 && strcmp(map->entries[map->slots[slot] - 1].key, key) != 0)
		slot = (slot + 1) & (map->slot_count - 1);
	return &map->slots[slot];
}

void *map_find(const struct map *map, const char *key)
{
	size_t slot;

	if (map->count == 0)
		return NULL;
	slot = *find_slot(map, key);
	return slot != 0 ? map->entries[slot - 1].value : NULL;
}

static void grow_slots(struct map *map)
{
	map->slot_count = map->slot_count == 0 ? SLOTS_FIRST : map->slot_count * 2;
	map->slots = arena_array(map->arena, size_t, map->slot_count);
	for (size_t i = 0; i < map->count; i++)
		*find_slot(map, map->entries[i].key) = i + 1;
}

static void grow_entries(struct map *map)
{
	size_t capacity = map->capacity == 0 ? ENTRIES_FIRST : map->capacity * 2;

	map->entries = arena_grow(map->arena, map->entries, map->capacity * sizeof(*map->entries),
				  capacity * sizeof(*map->entries));
	map->capacity = capacity;
}

void *map_put(struct map *map, const char *key, void *value)
{
	size_t *slot;

	if (map->count * 2 >= map->slot_count)
		grow_slots(map);
	slot = find_slot(map, key);
	if (*slot != 0)
		return map->entries[*slot - 1].value;
	if (map->count == map->capacity)
		grow_entries(map);
	map->entries[map->count++] = (struct map_entry){ .key = key, .value = value };
	*slot = map->count;
	return NULL;
}
