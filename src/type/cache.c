#include "type_private.h"

#include "base/text.h"

#include <string.h>

#define SLOTS_FIRST ((size_t)4096)

struct cache cache_make(struct arena *arena)
{
	return (struct cache){
		.arena = arena,
		.slots = arena_array(arena, struct cache_slot, SLOTS_FIRST),
		.size = SLOTS_FIRST,
	};
}

static bool slot_holds(const struct cache_slot *slot, uint64_t hash, uint32_t kind, const char *key,
		       size_t length)
{
	return slot->hash == hash && slot->kind == kind && slot->length == length &&
	       memcmp(slot->key, key, length) == 0;
}

const void *cache_find(const struct cache *cache, uint32_t kind, const char *key, size_t length,
		       uint64_t *hash)
{
	size_t mask = cache->size - 1;
	size_t i;

	*hash = (text_hash(key, length) ^ kind) * 0x9E3779B97F4A7C15u;
	for (i = *hash >> 32 & mask; cache->slots[i].made != NULL; i = (i + 1) & mask) {
		if (slot_holds(&cache->slots[i], *hash, kind, key, length))
			return cache->slots[i].made;
	}
	return NULL;
}

static void insert(struct cache *cache, struct cache_slot slot)
{
	size_t mask = cache->size - 1;
	size_t i = slot.hash >> 32 & mask;

	while (cache->slots[i].made != NULL)
		i = (i + 1) & mask;
	cache->slots[i] = slot;
}

/* The old slots stay in the arena: all of them together are smaller than the new ones. */
static void grow(struct cache *cache)
{
	struct cache_slot *old = cache->slots;
	size_t old_size = cache->size;

	cache->size *= 2;
	cache->slots = arena_array(cache->arena, struct cache_slot, cache->size);
	for (size_t i = 0; i < old_size; i++) {
		if (old[i].made != NULL)
			insert(cache, old[i]);
	}
}

void cache_put(struct cache *cache, uint32_t kind, const char *key, size_t length, uint64_t hash,
	       const void *made)
{
	if ((cache->count + 1) * 2 > cache->size)
		grow(cache);
	insert(cache, (struct cache_slot){ .hash = hash,
					   .made = made,
					   .key = key,
					   .length = (uint32_t)length,
					   .kind = kind });
	cache->count++;
}
