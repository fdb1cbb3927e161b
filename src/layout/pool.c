/* pool.c - arenas for pages, groups of blocks and rows, used again and again.
 *
 * A page's memory, a table row's memory: each is taken, filled and given
 * back, so that a document of any length needs that of a few pages.
 */
#include "layout_private.h"

#define BLOCK_KEPT ((size_t)100 * 1024) /* most pages and all rows need less */

static struct pooled *make(struct pool *pool)
{
	struct pooled *pooled = arena_new(pool->parent, struct pooled);

	pooled->arena = arena_create_within(pool->parent);
	/* The mark stands at the start of a block that stays when the rest is
	 * released: asking the system for it again on each page took half the time. */
	arena_alloc(pooled->arena, BLOCK_KEPT);
	pooled->empty = arena_mark(pooled->arena);
	pooled->empty.used = 0;
	arena_release(pooled->arena, pooled->empty);
	return pooled;
}

struct pooled *pool_take(struct pool *pool)
{
	struct pooled *pooled = pool->spare;

	if (pooled == NULL)
		return make(pool);
	pool->spare = pooled->next;
	pooled->next = NULL;
	return pooled;
}

void pool_give(struct pool *pool, struct pooled *pooled)
{
	if (pooled == NULL)
		return;
	arena_release(pooled->arena, pooled->empty);
	pooled->next = pool->spare;
	pool->spare = pooled;
}
