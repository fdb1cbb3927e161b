/* tree.c - the plan as a tree on a terminal: branches and titles at the left,
 * figures and judgements at the right, as many as the width lets stand. */
#include "export_private.h"

#define WIDTH_DEFAULT 100
#define WIDTH_MIN     24
#define TITLE_MIN     34 /* columns of tree and title, before figures give way */
#define TEXT_MIN      18 /* columns of a title, before branches give way       */
#define TITLE_LINES   2  /* of one title                                       */
#define BRANCH        3  /* columns of one level                               */
#define GAP           2  /* columns between figures                            */

static const struct {
	const char *name;
	int most; /* columns */
} heads[TREE_COLUMNS] = {
	[TREE_WEIGHT] = { "Peso", 8 },         [TREE_TARGET] = { "Target", 16 },
	[TREE_ACTUAL] = { "Consuntivo", 16 },  [TREE_RESULT] = { "Risultato", 9 },
	[TREE_JUDGEMENT] = { "Giudizio", 30 },
};

struct sheet {
	struct text *out;
	bool colour;
	int title;                /* columns of branches and title */
	int widths[TREE_COLUMNS]; /* 0: not shown                  */
	bool signs_only;          /* judgements are only signs; a legend says what they mean */
	bool *open;               /* by depth: more siblings come  */
};

/* ---- what fits --------------------------------------------------------- */

static int larger(int a, int b)
{
	return a > b ? a : b;
}

static int smaller(int a, int b)
{
	return a < b ? a : b;
}

/* A judgement is its sign, a blank and its word. */
static int cell_width(enum tree_column column, const char *cell)
{
	return terminal_width(cell) + (column == TREE_JUDGEMENT ? 2 : 0);
}

static void measure(struct sheet *sheet, const struct tree *tree)
{
	for (size_t i = 0; i < tree->count; i++) {
		const struct tree_line *line = &tree->lines[i];

		sheet->title =
			larger(sheet->title, line->depth * BRANCH + terminal_width(line->title));
		for (int c = 0; c < TREE_COLUMNS; c++)
			if (line->cells[c] != NULL)
				sheet->widths[c] =
					larger(sheet->widths[c],
					       larger(terminal_width(heads[c].name),
						      smaller(cell_width(c, line->cells[c]),
							      heads[c].most)));
	}
}

static int room_for_title(const struct sheet *sheet, int width)
{
	for (int c = 0; c < TREE_COLUMNS; c++)
		if (sheet->widths[c] > 0)
			width -= sheet->widths[c] + GAP;
	return width;
}

/* Results and judgements stay to the last. */
static void fit(struct sheet *sheet, int width)
{
	static const enum tree_column order[] = { TREE_TARGET, TREE_ACTUAL, TREE_WEIGHT };

	for (size_t i = 0; i < sizeof order / sizeof *order; i++)
		if (room_for_title(sheet, width) < TITLE_MIN)
			sheet->widths[order[i]] = 0;
	if (room_for_title(sheet, width) < TITLE_MIN && sheet->widths[TREE_JUDGEMENT] > 0) {
		sheet->signs_only = true;
		sheet->widths[TREE_JUDGEMENT] = 1;
	}
	sheet->title = larger(1, smaller(sheet->title, room_for_title(sheet, width)));
}

/* ---- rows -------------------------------------------------------------- */

static void put_code(const struct sheet *sheet, const char *code)
{
	if (sheet->colour)
		text_add(sheet->out, code);
}

static void trim(struct text *out)
{
	while (out->length > 0 && out->bytes[out->length - 1] == ' ')
		out->bytes[--out->length] = '\0';
}

static void end_row(struct text *out)
{
	trim(out);
	text_add_char(out, '\n');
}

/* Source: ECMA-48, Select Graphic Rendition. */
static const char *colour_of(const char *signal)
{
	static const char *const codes[][2] = {
		{ "verde", "\033[32m" },
		{ "giallo", "\033[33m" },
		{ "rosso", "\033[31m" },
	};

	for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
		if (text_equal(codes[i][0], signal))
			return codes[i][1];
	return "\033[90m";
}

static void put_judgement(const struct sheet *sheet, const struct tree_line *line)
{
	const char *label = line->cells[TREE_JUDGEMENT];
	int room = sheet->widths[TREE_JUDGEMENT] - 2;

	if (label == NULL)
		return;
	put_code(sheet, colour_of(line->signal));
	text_add(sheet->out, tree_sign(line->signal));
	if (!sheet->signs_only) {
		text_add_char(sheet->out, ' ');
		terminal_add(sheet->out, label, smaller(room, terminal_width(label)), false);
	}
	put_code(sheet, "\033[0m");
}

static void put_cells(const struct sheet *sheet, const struct tree_line *line)
{
	for (int c = 0; c < TREE_COLUMNS; c++) {
		const char *cell = line->cells[c] != NULL ? line->cells[c] : "";

		if (sheet->widths[c] == 0)
			continue;
		terminal_add(sheet->out, "", GAP, false);
		if (c == TREE_JUDGEMENT)
			put_judgement(sheet, line);
		else
			terminal_add(sheet->out, cell, sheet->widths[c], true);
	}
}

/* Levels that are drawn: of a deep tree only the nearest. */
static int levels_drawn(const struct sheet *sheet, int depth)
{
	int most = larger(1, (sheet->title - TEXT_MIN) / BRANCH);

	return smaller(depth, most);
}

/* Branches down to a line; `first` is the row that has the knee. */
static void put_branches(const struct sheet *sheet, const struct tree_line *line, bool first)
{
	int drawn = levels_drawn(sheet, line->depth);

	for (int level = line->depth - drawn + 1; level <= line->depth; level++) {
		if (first && level == line->depth)
			text_add(sheet->out, line->last ? "└─ " : "├─ ");
		else
			text_add(sheet->out, sheet->open[level] ? "│  " : "   ");
	}
}

/* The next piece of a title; on the last row all that is left, shortened. */
static const char *put_title(const struct sheet *sheet, const char *title, int room, bool last_row)
{
	size_t bytes = terminal_break(title, room);

	if (last_row || title[bytes] == '\0') {
		terminal_add(sheet->out, title, room, false);
		return "";
	}
	terminal_add(sheet->out, arena_strndup(sheet->out->arena, title, bytes), room, false);
	title += bytes;
	while (*title == ' ')
		title++;
	return title;
}

static void put_line(const struct sheet *sheet, const struct tree_line *line, bool has_children)
{
	int room = sheet->title - levels_drawn(sheet, line->depth) * BRANCH;
	const char *rest;

	sheet->open[line->depth] = !line->last;
	put_branches(sheet, line, true);
	if (line->strong)
		put_code(sheet, "\033[1m");
	rest = put_title(sheet, line->title, room, TITLE_LINES == 1);
	if (line->strong)
		put_code(sheet, "\033[0m");
	put_cells(sheet, line);
	end_row(sheet->out);
	for (int row = 2; row <= TITLE_LINES && *rest != '\0'; row++) {
		put_branches(sheet, line, false);
		text_add(sheet->out, has_children ? "│ " : "  ");
		rest = put_title(sheet, rest, larger(1, room - 2), row == TITLE_LINES);
		end_row(sheet->out);
	}
}

static void put_tree(const struct sheet *sheet, const struct tree *tree)
{
	for (size_t i = 0; i < tree->count; i++)
		put_line(sheet, &tree->lines[i],
			 i + 1 < tree->count && tree->lines[i + 1].depth > tree->lines[i].depth);
}

/* ---- heads and feet ---------------------------------------------------- */

static void put_rule(const struct sheet *sheet)
{
	int width = sheet->title;

	for (int c = 0; c < TREE_COLUMNS; c++)
		if (sheet->widths[c] > 0)
			width += sheet->widths[c] + GAP;
	for (int i = 0; i < width; i++)
		text_add(sheet->out, "─");
	text_add_char(sheet->out, '\n');
}

static void put_head(const struct sheet *sheet, const char *title)
{
	put_code(sheet, "\033[1m");
	terminal_add(sheet->out, title, sheet->title, false);
	for (int c = 0; c < TREE_COLUMNS; c++) {
		if (sheet->widths[c] == 0)
			continue;
		terminal_add(sheet->out, "", GAP, false);
		if (c != TREE_JUDGEMENT || !sheet->signs_only)
			terminal_add(sheet->out, heads[c].name, sheet->widths[c],
				     c != TREE_JUDGEMENT);
	}
	trim(sheet->out);
	put_code(sheet, "\033[0m");
	end_row(sheet->out);
	put_rule(sheet);
}

/* One entry of the legend, on a new row when this one is full. */
static int put_meaning(struct text *out, int at, int width, const char *sign, const char *label)
{
	int room = smaller(terminal_width(label), width - 2);

	if (at > 0 && at + GAP + 2 + room > width) {
		text_add_char(out, '\n');
		at = 0;
	}
	text_addf(out, "%s%s ", at > 0 ? "  " : "", sign);
	terminal_add(out, label, room, false);
	return at + (at > 0 ? GAP : 0) + 2 + room;
}

static void put_legend(struct text *out, const struct model_list *judgements, int width)
{
	int at = 0;

	text_add_char(out, '\n');
	for (size_t i = 0; i < judgements->count; i++) {
		const struct model_judgement *judgement = judgements->items[i];

		at = put_meaning(out, at, width, tree_sign(judgement->signal), judgement->label);
	}
	put_meaning(out, at, width, tree_sign(NULL), "senza giudizio");
	text_add_char(out, '\n');
}

static void put_name(struct text *out, const struct model_plan *plan, int width)
{
	const char *title = plan->document != NULL ? plan->document->title : NULL;
	const char *body = plan->body != NULL ? plan->body->name : NULL;
	char *name = arena_printf(out->arena, "%s %d%s%s", title ? title : "Piano", plan->year,
				  body ? ", " : "", body ? body : "");

	terminal_add(out, name, smaller(width, terminal_width(name)), false);
	text_add(out, "\n\n");
}

static bool *room_for_guides(struct arena *arena, const struct tree *a, const struct tree *b)
{
	int deepest = 0;

	for (size_t i = 0; i < a->count; i++)
		deepest = larger(deepest, a->lines[i].depth);
	for (size_t i = 0; i < b->count; i++)
		deepest = larger(deepest, b->lines[i].depth);
	return arena_array(arena, bool, (size_t)deepest + 1);
}

void export_tree(struct text *out, const struct model_plan *plan,
		 const struct export_options *options)
{
	int width = options->width > 0 ? larger(options->width, WIDTH_MIN) : WIDTH_DEFAULT;
	struct tree tree = tree_of_plan(out->arena, plan, options->public_edition);
	struct tree sheets = tree_of_sheets(out->arena, plan, options->public_edition);
	struct sheet sheet = { .out = out,
			       .colour = options->colour,
			       .open = room_for_guides(out->arena, &tree, &sheets) };

	measure(&sheet, &tree);
	measure(&sheet, &sheets);
	fit(&sheet, width);
	put_name(out, plan, width);
	put_head(&sheet, "Obiettivi e indicatori");
	put_tree(&sheet, &tree);
	if (sheets.count > 0) {
		text_add_char(out, '\n');
		put_head(&sheet, "Assegnazioni");
		put_tree(&sheet, &sheets);
	}
	if (sheet.signs_only)
		put_legend(out, &plan->system->judgements, width);
}
