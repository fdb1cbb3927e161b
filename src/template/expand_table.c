/* Tables: columns counted, rows and groups built, an empty head made sense of. */
#include "expand.h"

#include <limits.h>
#include <string.h>

/** Columns of a group's cells are taken until its last row is known. */
#define TAKEN_OPEN (INT_MAX / 2)

struct table_build {
	struct expansion *expansion;
	struct document_table *table;
	bool header;               /* rows belong to the head          */
	struct group_build *group; /* whose cells wait for a first row */
	struct document_row *row;  /* being filled                     */
	size_t rows;               /* of the part being built          */
	int lead;                  /* columns that groups' cells take  */
};

struct group_build {
	const struct node *node;
	struct group_build *outer;
	bool placed;
	size_t first_row;
};

static void visit_row(struct visitor *visitor, const struct node *node);

/* ---- columns ------------------------------------------------------------------------- */

static size_t count_columns(struct expansion *expansion, const struct table_node *node,
			    size_t *counts)
{
	size_t total = 0;

	for (size_t i = 0; i < node->column_count; i++) {
		counts[i] = 1;
		if (node->columns[i].repeat != NULL)
			counts[i] = evaluate_list(&expansion->environment, node->columns[i].repeat,
						  NULL)
					    .count;
		total += counts[i];
	}
	return total;
}

static bool make_columns(struct expansion *expansion, struct document_table *table,
			 const struct node *node)
{
	const struct table_node *from = node->as.table;
	size_t counts[TEMPLATE_COLUMNS_MAX], total, at = 0;

	total = count_columns(expansion, from, counts);
	if (total == 0 || total > TEMPLATE_COLUMNS_MAX) {
		if (total > 0)
			diag_error(expansion->diag, node->place, "colonne",
				   "la tabella avrebbe %zu colonne: al più %d", total,
				   TEMPLATE_COLUMNS_MAX);
		return false;
	}
	table->column_count = (int)total;
	table->widths = arena_array(expansion->arena, struct document_width, total);
	for (size_t i = 0; i < from->column_count; i++)
		for (size_t j = 0; j < counts[i]; j++)
			table->widths[at++] = from->columns[i].width;
	return true;
}

/* ---- cells ------------------------------------------------------------------------------ */

static int span_of(const struct table_build *build, const struct cell_node *cell)
{
	switch (cell->span) {
	case SPAN_COUNT: return cell->columns;
	case SPAN_REST: return document_free_columns(build->table) - cell->after;
	case SPAN_ALL: return build->table->column_count - build->lead;
	}
	return 1;
}

static struct document_cell *add_cell(struct table_build *build, const struct node *node, int rows)
{
	struct expansion *expansion = build->expansion;
	struct document_cell *cell =
		document_add_cell(expansion->document, build->table, build->row,
				  span_of(build, &node->as.cell), rows);

	cell->style = node->style;
	cell->place = node->place;
	cell->header = node->as.cell.header;
	cell->scope = cell->header ? node->as.cell.scope : DOCUMENT_SCOPE_NONE;
	expand_blocks(expansion, (struct target){ NULL, cell }, node);
	return cell;
}

static void visit_cell(struct visitor *visitor, const struct node *node)
{
	struct table_build *build = visitor->user;
	struct document_cell *cell = add_cell(build, node, node->as.cell.rows);
	const char *id = evaluate_pattern(&build->expansion->environment, node->id);

	if (!text_blank(id) && cell->first != NULL)
		document_name(build->expansion->document, cell->first, id);
}

/* ---- groups ------------------------------------------------------------------------------- */

static void set_taken(struct table_build *build, const struct document_cell *cell, int rows)
{
	for (int i = cell->column;
	     i < cell->column + cell->columns && i < build->table->column_count; i++)
		build->table->taken[i] = rows;
}

/* They are put in when the group's first row begins, inside the loops that make
 * that row: what these loops hold comes back afterwards. */
static void place_cells(struct table_build *build, const struct node *group)
{
	struct environment *environment = &build->expansion->environment;
	struct frame kept[TEMPLATE_SCOPES_MAX + 1];

	memcpy(kept, environment->frames, sizeof(kept));
	for (const struct node *node = group->first; node != NULL && node->kind == NODE_CELL;
	     node = node->next)
		set_taken(build, add_cell(build, node, 1), TAKEN_OPEN);
	memcpy(environment->frames, kept, sizeof(kept));
}

/* The cells of all groups that begin with this row, outermost first. */
static void place_groups(struct table_build *build, struct group_build *group)
{
	if (group == NULL || group->placed)
		return;
	place_groups(build, group->outer);
	group->placed = true;
	group->first_row = build->rows;
	place_cells(build, group->node);
}

static void begin_row(struct table_build *build)
{
	build->row = document_add_row(build->expansion->document, build->table, build->header);
	build->rows++;
	place_groups(build, build->group);
}

/* A group without rows still shows its own cells. */
static void add_filler(struct table_build *build, const struct node *group)
{
	struct document_cell *cell;
	int columns;

	begin_row(build);
	build->row->place = group->place;
	columns = document_free_columns(build->table);
	if (columns == 0)
		return;
	cell = document_add_cell(build->expansion->document, build->table, build->row, columns, 1);
	cell->style = group->first->style;
	cell->place = group->place;
}

static int group_columns(const struct node *group)
{
	int columns = 0;

	for (const struct node *node = group->first; node != NULL && node->kind == NODE_CELL;
	     node = node->next)
		columns += node->as.cell.columns;
	return columns;
}

static struct document_row *row_at(const struct table_build *build, size_t number)
{
	struct document_row *row = build->table->first;

	for (size_t i = 1; i < number && row != NULL; i++)
		row = row->next;
	return row;
}

static void close_group(struct table_build *build, const struct group_build *group,
			struct document_row *first)
{
	int rows = (int)(build->rows - group->first_row) + 1;
	int from = build->lead, to = build->lead + group_columns(group->node);

	for (struct document_cell *cell = first->first; cell != NULL; cell = cell->next) {
		if (cell->column < from || cell->column >= to)
			continue;
		cell->rows = rows;
		set_taken(build, cell, 1);
	}
}

static void build_group(struct table_build *build, const struct node *node)
{
	struct group_build group = { .node = node, .outer = build->group };
	struct visitor visitor = { build->expansion, visit_row, NULL, build };
	struct document_row *before = build->table->last;
	int columns = group_columns(node);

	build->group = &group;
	build->lead += columns;
	visit_children(&visitor, node);
	if (!group.placed)
		add_filler(build, node);
	build->lead -= columns;
	build->group = group.outer;
	close_group(build, &group, before != NULL ? before->next : row_at(build, 1));
}

/* ---- rows ------------------------------------------------------------------------------------ */

static void build_row(struct table_build *build, const struct node *node)
{
	struct visitor visitor = { build->expansion, visit_cell, NULL, build };
	struct expansion *expansion = build->expansion;
	const char *id = evaluate_pattern(&expansion->environment, node->id);
	struct document_cell *cell;

	begin_row(build);
	build->row->style = node->style;
	build->row->place = node->place;
	build->row->repeat = node->as.row.repeat;
	build->row->split = node->as.row.split;
	build->row->with_previous = node->as.row.with_previous;
	build->row->with_next = node->as.row.with_next;
	visit_children(&visitor, node);
	cell = build->row->first;
	while (cell != NULL && cell->first == NULL)
		cell = cell->next;
	if (!text_blank(id) && cell != NULL) {
		document_name(expansion->document, cell->first, id);
		if (node->scope_slot > SLOT_PLAN)
			remember_thing(expansion,
				       expansion->environment.frames[node->scope_slot].thing.object,
				       id);
	}
}

static void visit_row(struct visitor *visitor, const struct node *node)
{
	struct table_build *build = visitor->user;

	if (node->kind == NODE_ROW) {
		build_row(build, node);
	} else if (node->kind == NODE_GROUP) {
		build_group(build, node);
	} else if (node->kind == NODE_HEAD) {
		build->header = true;
		visit_children(visitor, node);
		build->header = false;
		build->rows = 0;
	}
}

/* ---- an empty body ------------------------------------------------------------------------------ */

static bool is_all_headers(const struct document_row *row)
{
	for (const struct document_cell *cell = row->first; cell != NULL; cell = cell->next)
		if (!cell->header)
			return false;
	return true;
}

/* A table needs a body: rows of the head that say something become it, column
 * headings of nothing go. */
static void use_head_as_body(struct document_table *table)
{
	struct document_row *row = table->head_first, *next;

	table->head_first = table->head_last = NULL;
	for (; row != NULL; row = next) {
		next = row->next;
		row->next = NULL;
		row->header = row->repeat = false;
		if (is_all_headers(row))
			continue;
		if (table->last != NULL)
			table->last->next = row;
		else
			table->first = row;
		table->last = row;
	}
}

static void add_caption(struct expansion *expansion, struct document_table *table,
			const struct node *node)
{
	const struct table_node *from = node->as.table;
	const char *text = evaluate_pattern(&expansion->environment, from->caption);
	struct document_inline *piece;

	table->summary = evaluate_pattern(&expansion->environment, from->summary);
	if (text_blank(text))
		return;
	table->caption =
		document_make(expansion->document, DOCUMENT_PARAGRAPH, from->caption_style);
	table->caption->place = node->place;
	piece = document_add_inline(expansion->document, table->caption, NULL, DOCUMENT_TEXT,
				    &from->caption_style->character);
	piece->text = text_fold_space(expansion->arena, text);
}

void expand_table(struct expansion *expansion, struct target target, const struct node *node)
{
	struct document_block *block =
		document_make(expansion->document, DOCUMENT_TABLE, node->style);
	struct table_build build = { .expansion = expansion, .table = block->as.table };
	struct visitor visitor = { expansion, visit_row, NULL, &build };

	if (!make_columns(expansion, build.table, node))
		return;
	visit_children(&visitor, node);
	if (build.table->first == NULL)
		use_head_as_body(build.table);
	if (build.table->first == NULL)
		return;
	add_caption(expansion, build.table, node);
	expand_common(expansion, block, node);
	document_attach(expansion->document, target.parent, target.cell, block);
}
