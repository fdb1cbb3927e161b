/* conform.c - the parts in order, and what they share. */
#include "conform_private.h"

#include <ctype.h>
#include <string.h>

const struct conform_rule *conform_rule(enum conform_clause clause)
{
	static const struct conform_rule rules[] = {
		[CONFORM_NONE] = { "", "", "" },
#define CLAUSE(symbol, id, source, text) [CONFORM_##symbol] = { id, source, text },
#include "clauses.inc"
#undef CLAUSE
	};

	return &rules[clause];
}

void conform_add(struct conform *c, enum conform_clause clause, int object, const char *format, ...)
{
	struct conform_report *report = c->report;
	va_list args;

	if (report->counts[clause]++ >= CONFORM_KEPT_MAX)
		return;
	if (report->count == report->capacity) {
		size_t more = report->capacity ? report->capacity * 2 : 16;

		report->findings = arena_grow(c->arena, report->findings,
					      report->capacity * sizeof *report->findings,
					      more * sizeof *report->findings);
		report->capacity = more;
	}
	va_start(args, format);
	report->findings[report->count++] = (struct conform_finding){
		.clause = clause,
		.object = object,
		.text = arena_vprintf(c->arena, format, args),
	};
	va_end(args);
}

void conform_breach(struct conform *c, enum conform_clause clause, int object)
{
	conform_add(c, clause, object, "%s", "");
}

const struct object *conform_get(struct conform *c, const struct object *from, const char *key)
{
	return object_get(c->file, from, key);
}

const struct object *conform_find(struct conform *c, const struct object *from, const char *path)
{
	return object_find(c->file, from, path);
}

const struct object *conform_item(struct conform *c, const struct object *array, size_t i)
{
	return object_item(c->file, array, i);
}

struct page_state *conform_page(struct conform *c, const struct object *reference)
{
	if (reference->kind != OBJECT_REFERENCE || (size_t)reference->to >= c->object_count)
		return NULL;
	return c->page_of[reference->to];
}

bool conform_first_visit(struct conform *c, unsigned char *visited, const struct object *reference)
{
	bool first;

	if (reference->kind != OBJECT_REFERENCE)
		return true;
	if (reference->to < 0 || (size_t)reference->to >= c->object_count)
		return false;
	first = !visited[reference->to];
	visited[reference->to] = 1;
	return first;
}

bool conform_box(struct conform *c, const struct object *array, double box[4])
{
	if (array->kind != OBJECT_ARRAY || array->count != 4)
		return false;
	for (size_t i = 0; i < 4; i++) {
		const struct object *item = conform_item(c, array, i);

		if (!object_is_number(item))
			return false;
		box[i] = item->number;
	}
	return box[0] <= box[2] && box[1] <= box[3];
}

#define BOX_SLACK 1.0 /* pt that rounding may add */

bool conform_box_inside(const double inner[4], const double outer[4])
{
	return inner[0] >= outer[0] - BOX_SLACK && inner[1] >= outer[1] - BOX_SLACK &&
	       inner[2] <= outer[2] + BOX_SLACK && inner[3] <= outer[3] + BOX_SLACK;
}

bool conform_language(const char *tag)
{
	size_t part = 0;
	bool first = true;

	for (;; tag++) {
		if (isalnum((unsigned char)*tag)) {
			part++;
			if (first && isdigit((unsigned char)*tag))
				return false;
			continue;
		}
		if (part < (first ? 2 : 1) || part > 8 || (*tag != '-' && *tag != '\0'))
			return false;
		if (*tag == '\0')
			return true;
		part = 0;
		first = false;
	}
}

#define TREE_DEPTH_MAX 20

typedef void take_pair(struct conform *c, const struct object *key, const struct object *value,
		       void *user);

struct walk {
	const char *pairs;
	take_pair *take;
	void *user;
	unsigned char *visited;
};

static void walk_tree(struct conform *c, const struct object *node, const struct walk *walk,
		      int depth)
{
	const struct object *kids = conform_get(c, node, "Kids");
	const struct object *list = conform_get(c, node, walk->pairs);

	for (size_t i = 0; list->kind == OBJECT_ARRAY && i + 1 < list->count; i += 2)
		walk->take(c, conform_item(c, list, i), &list->items[i + 1], walk->user);
	for (size_t i = 0; kids->kind == OBJECT_ARRAY && i < kids->count && depth < TREE_DEPTH_MAX;
	     i++)
		if (conform_first_visit(c, walk->visited, &kids->items[i]))
			walk_tree(c, conform_item(c, kids, i), walk, depth + 1);
}

void conform_tree(struct conform *c, const struct object *tree, const char *pairs, take_pair *take,
		  void *user)
{
	struct walk walk = { pairs, take, user, arena_alloc(c->arena, c->object_count) };

	walk_tree(c, tree, &walk, 0);
}

/* Numbers below which objects are sought: a file has fewer than it has bytes. */
static size_t object_numbers(struct conform *c)
{
	double size = conform_get(c, c->trailer, "Size")->number;

	if (!(size > 1))
		return 1;
	return size < (double)c->bytes.length ? (size_t)size : c->bytes.length;
}

static bool open_file(struct conform *c)
{
	c->file = object_open(c->arena, c->bytes);
	if (c->file == NULL)
		return false;
	c->trailer = object_trailer(c->file);
	c->catalogue = conform_get(c, c->trailer, "Root");
	c->root = conform_get(c, c->catalogue, "StructTreeRoot");
	c->object_count = object_numbers(c);
	c->page_of = arena_array(c->arena, struct page_state *, c->object_count);
	c->element_of = arena_array(c->arena, struct tag *, c->object_count);
	c->font_of = arena_array(c->arena, struct font *, c->object_count);
	c->ids = map_make(c->arena);
	c->destinations = map_make(c->arena);
	return c->catalogue->kind == OBJECT_DICTIONARY;
}

static void check_all(struct conform *c)
{
	const char *complaint;

	conform_values(c);
	conform_catalogue(c);
	conform_metadata(c);
	conform_pages(c);
	conform_structure(c);
	conform_roles(c);
	conform_tables(c);
	conform_headings(c);
	conform_figures(c);
	conform_content(c);
	conform_parents(c);
	conform_navigation(c);
	conform_annotations(c);
	conform_attachments(c);
	while ((complaint = object_complaint(c->file)) != NULL)
		conform_add(c, CONFORM_READABLE, 0, "%s", complaint);
}

struct conform_report *conform_check(struct arena *arena, struct bytes pdf)
{
	struct conform c = { .arena = arena, .bytes = pdf };
	/* Given back piece by piece; large blocks would come and go with each. */
	const struct arena_options piecewise = { .separate = true };

	c.report = arena_new(arena, struct conform_report);
	c.scratch = arena_create(&piecewise);
	if (open_file(&c)) {
		conform_bytes(&c);
		check_all(&c);
	} else {
		conform_add(&c, CONFORM_READABLE, 0, "non è un PDF");
	}
	arena_destroy(c.scratch);
	return c.report;
}
