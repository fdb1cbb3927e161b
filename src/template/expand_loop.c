/* Loops: turns over things, sorted and grouped, with frames set for each. */
#include "expand.h"

#include <string.h>

/* ---- sorting ---------------------------------------------------------------------------- */

struct sort_key {
	const struct number *number; /* NULL: by text */
	const char *text;            /* NULL: missing */
};

struct sort_row {
	void *item;
	struct sort_key keys[3];
};

/* "OP2" before "OP10": runs of digits count as numbers. */
static int compare_natural(const char *a, const char *b)
{
	while (*a != '\0' && *b != '\0') {
		size_t da = strspn(a, "0123456789"), db = strspn(b, "0123456789");

		if (da > 0 && db > 0) {
			size_t za = strspn(a, "0"), zb = strspn(b, "0");
			int order;

			za = za == da ? da - 1 : za;
			zb = zb == db ? db - 1 : zb;
			if (da - za != db - zb)
				return da - za < db - zb ? -1 : 1;
			order = strncmp(a + za, b + zb, da - za);
			if (order != 0)
				return order;
			a += da;
			b += db;
		} else if (*a != *b) {
			return (unsigned char)*a < (unsigned char)*b ? -1 : 1;
		} else {
			a++;
			b++;
		}
	}
	return (*a != '\0') - (*b != '\0');
}

static int compare_key(const struct sort_key *a, const struct sort_key *b, bool falling)
{
	int order;

	/* What is missing comes last, whichever way. */
	if (a->text == NULL || b->text == NULL)
		return (a->text == NULL) - (b->text == NULL);
	if (a->number != NULL && b->number != NULL)
		order = number_compare(a->number, b->number);
	else
		order = compare_natural(a->text, b->text);
	return falling ? -order : order;
}

static int compare_rows(const struct loop *loop, const struct sort_row *a, const struct sort_row *b)
{
	for (size_t i = 0; i < loop->sort_count; i++) {
		int order = compare_key(&a->keys[i], &b->keys[i], loop->falling[i]);

		if (order != 0)
			return order;
	}
	return 0;
}

/* Stable, and never quadratic. */
static void merge_sort(const struct loop *loop, struct sort_row *rows, struct sort_row *room,
		       size_t count)
{
	size_t half = count / 2, left = 0, right = half, at = 0;

	if (count < 2)
		return;
	merge_sort(loop, rows, room, half);
	merge_sort(loop, rows + half, room, count - half);
	while (left < half && right < count)
		room[at++] = compare_rows(loop, &rows[right], &rows[left]) < 0 ? rows[right++]
									       : rows[left++];
	while (left < half)
		room[at++] = rows[left++];
	memcpy(rows, room, at * sizeof(*rows));
}

static bool is_missing(const struct model_datum *datum)
{
	if (datum->type == MODEL_FIELD_SCORE)
		return datum->score == NULL || datum->score->state != MODEL_SCORED;
	if (datum->value != NULL)
		return datum->value->state != MODEL_GIVEN;
	return !datum->given;
}

static struct sort_key key_of(struct environment *environment, const struct path *path)
{
	struct answer answer = evaluate_shown(environment, path);
	const struct formatting plain = { .decimals = FORMAT_DECIMALS_DEFAULT, .bare = true };
	struct text text = text_make(environment->arena);
	struct sort_key key = { answer_number(&answer), NULL };

	if (is_missing(&answer.datum))
		return key;
	if (answer.datum.type == MODEL_FIELD_DAY) {
		key.text = date_iso(environment->arena, answer.datum.date);
		return key;
	}
	if (answer.datum.value != NULL && answer.datum.value->kind == MODEL_DATE &&
	    answer.datum.value->date_count > 0) {
		key.text = date_iso(environment->arena, answer.datum.value->dates[0]);
		return key;
	}
	if (answer.datum.type == MODEL_FIELD_INTEGER || answer.datum.type == MODEL_FIELD_COUNT)
		key.number = number_from_int(environment->arena, answer.datum.integer);
	format_datum(&text, &answer.datum, answer.unit, &plain);
	key.text = text.bytes;
	return key;
}

static struct model_list sort(struct environment *environment, const struct loop *loop,
			      struct model_list list, const char *unit)
{
	struct sort_row *rows = arena_array(environment->arena, struct sort_row, list.count + 1);
	struct sort_row *room = arena_array(environment->arena, struct sort_row, list.count + 1);
	struct model_list sorted = { arena_array(environment->arena, void *, list.count + 1),
				     list.count };

	for (size_t i = 0; i < list.count; i++) {
		environment->frames[loop->item_slot] =
			(struct frame){ .thing = { loop->path->type.class, list.items[i] },
					.unit = unit };
		rows[i].item = list.items[i];
		for (size_t j = 0; j < loop->sort_count; j++)
			rows[i].keys[j] = key_of(environment, loop->sort[j]);
	}
	merge_sort(loop, rows, room, list.count);
	for (size_t i = 0; i < list.count; i++)
		sorted.items[i] = rows[i].item;
	return sorted;
}

/* ---- turns --------------------------------------------------------------------------------- */

static void separate(struct visitor *visitor, const struct loop *loop, size_t turn)
{
	if (turn > 0 && loop->between != NULL && visitor->between != NULL)
		visitor->between(visitor, loop);
}

static void run_turns(struct visitor *visitor, const struct node *node, struct model_list list,
		      const char *unit)
{
	const struct loop *loop = node->as.loop;
	struct environment *environment = &visitor->expansion->environment;

	for (size_t i = 0; i < list.count && expand_more(visitor->expansion); i++) {
		environment->frames[loop->slot] = (struct frame){
			.thing = { loop->path->type.class, list.items[i] },
			.unit = unit,
			.index = i,
			.count = list.count,
		};
		separate(visitor, loop, i);
		visit_children(visitor, node);
	}
}

struct grouped {
	struct model_datum key;
	struct model_list items;
};

static const char *group_key(struct environment *environment, const struct answer *answer)
{
	const struct formatting plain = { .decimals = FORMAT_DECIMALS_DEFAULT };
	struct text text = text_make(environment->arena);

	if (answer->datum.type == MODEL_FIELD_ONE)
		return arena_printf(environment->arena, "%p", answer->datum.thing.object);
	format_datum(&text, &answer->datum, answer->unit, &plain);
	return text.bytes;
}

static struct map make_groups(struct environment *environment, const struct loop *loop,
			      struct model_list list, const char *unit)
{
	struct map groups = map_make(environment->arena);

	for (size_t i = 0; i < list.count; i++) {
		struct frame *frame = &environment->frames[loop->item_slot];
		struct answer key;
		struct grouped *group;
		const char *name;

		*frame = (struct frame){ .thing = { loop->path->type.class, list.items[i] },
					 .unit = unit };
		/* The key is sought in the item, whose slot is the group's too. */
		environment->frames[loop->slot] = *frame;
		key = evaluate_path(environment, loop->group);
		name = group_key(environment, &key);
		group = map_find(&groups, name);
		if (group == NULL) {
			group = arena_new(environment->arena, struct grouped);
			group->key = key.datum;
			map_put(&groups, name, group);
		}
		model_list_add(environment->arena, &group->items, list.items[i]);
	}
	return groups;
}

static void run_groups(struct visitor *visitor, const struct node *node, struct model_list list,
		       const char *unit)
{
	const struct loop *loop = node->as.loop;
	struct environment *environment = &visitor->expansion->environment;
	struct map groups = make_groups(environment, loop, list, unit);

	for (size_t i = 0; i < groups.count && expand_more(visitor->expansion); i++) {
		const struct grouped *group = groups.entries[i].value;

		environment->frames[loop->slot] = (struct frame){
			.unit = unit,
			.key = group->key,
			.group = group->items,
			.group_class = loop->path->type.class,
			.index = i,
			.count = groups.count,
		};
		separate(visitor, loop, i);
		visit_children(visitor, node);
	}
}

static void run_loop(struct visitor *visitor, const struct node *node)
{
	struct environment *environment = &visitor->expansion->environment;
	const struct loop *loop = node->as.loop;
	struct model_list list;
	const char *unit;

	if (loop->path == NULL)
		return;
	list = evaluate_list(environment, loop->path, &unit);
	if (loop->sort_count > 0)
		list = sort(environment, loop, list, unit);
	if (loop->group != NULL)
		run_groups(visitor, node, list, unit);
	else
		run_turns(visitor, node, list, unit);
}

void visit_children(struct visitor *visitor, const struct node *parent)
{
	struct expansion *expansion = visitor->expansion;

	for (const struct node *node = parent->first; node != NULL; node = node->next) {
		if (expansion->status != STATUS_OK)
			return;
		expansion->place = node->place;
		if (node->condition != NULL &&
		    !evaluate_condition(&expansion->environment, node->condition))
			continue;
		if (node->kind == NODE_LOOP)
			run_loop(visitor, node);
		else if (node->kind == NODE_USE)
			visit_children(visitor, node);
		else if (expand_more(expansion))
			visitor->visit(visitor, node);
	}
}
