/* text.c - a comparison on a terminal: a summary, then each thing that has
 * something to say, under what it stands in. */
#include "compare_private.h"

#include "base/terminal.h"

#define WIDTH_DEFAULT 100
#define WIDTH_MIN     48
#define FIGURE        10  /* columns of a result                  */
#define GAP           2   /* columns before a result              */
#define INDENT        2   /* columns of one level                 */
#define TITLE_LINES   3   /* of one thing                         */
#define CHANGE_LINES  6   /* of one change                        */
#define SIDE_MOST     240 /* columns of a text then, and of it now */

struct sheet {
	struct text *out;
	const struct model_comparison *comparison;
	int width;
	int title;    /* columns before the results           */
	bool results; /* some thing has one, in either plan    */
	bool *shown;  /* by entry: it, or something in it, has something to say */
	bool any;     /* something is shown */
};

static int larger(int a, int b)
{
	return a > b ? a : b;
}

static int smaller(int a, int b)
{
	return a < b ? a : b;
}

static void add_blanks(struct text *out, int count)
{
	terminal_add(out, "", count, false);
}

static void end_row(struct text *out)
{
	while (out->length > 0 && out->bytes[out->length - 1] == ' ')
		out->bytes[--out->length] = '\0';
	text_add_char(out, '\n');
}

/* ---- what is shown ----------------------------------------------------- */

static bool has_result(const struct model_score *score)
{
	return score != NULL && score->state != MODEL_UNSCORED;
}

/* Of two years each result is of interest; of one year only what differs. */
static bool says_something(const struct model_comparison *comparison,
			   const struct model_compared *entry)
{
	if (!comparison->same_year &&
	    (has_result(entry->result_before) || has_result(entry->result_after)))
		return true;
	return entry->differs;
}

/* From the last entry back: what is shown shows what it stands in. */
static void choose(struct sheet *sheet, struct arena *arena)
{
	const struct model_list *entries = &sheet->comparison->entries;
	int inside = 0; /* depth of the last shown entry whose parents are still to come */

	sheet->shown = arena_array(arena, bool, entries->count);
	for (size_t i = entries->count; i > 0; i--) {
		const struct model_compared *entry = entries->items[i - 1];

		sheet->shown[i - 1] =
			entry->depth < inside || says_something(sheet->comparison, entry);
		if (sheet->shown[i - 1]) {
			inside = entry->depth;
			sheet->any = true;
		}
		sheet->results = sheet->results || has_result(entry->result_before) ||
				 has_result(entry->result_after);
	}
}

/* ---- results ----------------------------------------------------------- */

static const char *result_text(struct arena *arena, const struct model_score *score)
{
	if (score == NULL || score->state == MODEL_UNSCORED)
		return "";
	if (score->state == MODEL_SCORED)
		return number_italian(arena, score->value, 2);
	return score->state == MODEL_NO_RESULT ? "n.d." : "–";
}

static const char *difference_text(struct arena *arena, const struct number *difference,
				   int decimals)
{
	static const struct number_style style = {
		.point = ',', .group = true, .plus = true, .true_minus = true
	};
	struct number_style with = style;
	struct text out = text_make(arena);

	if (difference == NULL)
		return "";
	with.decimals = decimals;
	number_write(&out, difference, &with);
	return out.bytes;
}

static void put_figure(const struct sheet *sheet, const char *figure)
{
	add_blanks(sheet->out, GAP);
	terminal_add(sheet->out, figure, FIGURE, true);
}

static void put_results(const struct sheet *sheet, const struct model_compared *entry)
{
	struct arena *arena = sheet->out->arena;

	if (!sheet->results)
		return;
	put_figure(sheet, result_text(arena, entry->result_before));
	put_figure(sheet, result_text(arena, entry->result_after));
	put_figure(sheet, difference_text(arena, entry->difference, 2));
}

/* ---- rows -------------------------------------------------------------- */

/* The next row of a text; on the last row all that is left, shortened. */
static const char *put_piece(const struct sheet *sheet, const char *text, int room, bool last)
{
	size_t bytes = terminal_break(text, room);

	if (last || text[bytes] == '\0') {
		terminal_add(sheet->out, text, room, false);
		return "";
	}
	terminal_add(sheet->out, arena_strndup(sheet->out->arena, text, bytes), room, false);
	for (text += bytes; *text == ' ';)
		text++;
	return text;
}

static int indent_of(const struct sheet *sheet, const struct model_compared *entry)
{
	return smaller((entry->depth - 1) * INDENT, sheet->title / 3);
}

static const char *title_of(struct arena *arena, const struct model_compared *entry)
{
	if (entry->kind == MODEL_COMPARED_SHEET)
		return arena_printf(arena, "Assegnazione: %s", entry->title);
	if (entry->title == NULL)
		return entry->code != NULL ? entry->code : entry->id != NULL ? entry->id : "";
	if (entry->code == NULL)
		return entry->title;
	return arena_printf(arena, "%s %s", entry->code, entry->title);
}

static void put_title(const struct sheet *sheet, const struct model_compared *entry)
{
	static const char *const signs[] = { [MODEL_SAME] = "  ",
					     [MODEL_CHANGED] = "~ ",
					     [MODEL_ADDED] = "+ ",
					     [MODEL_REMOVED] = "− " };
	int indent = indent_of(sheet, entry);
	int room = sheet->title - indent - 2;
	const char *rest = title_of(sheet->out->arena, entry);

	for (int row = 1; row == 1 || (*rest != '\0' && row <= TITLE_LINES); row++) {
		add_blanks(sheet->out, indent);
		text_add(sheet->out, row == 1 ? signs[entry->state] : "  ");
		rest = put_piece(sheet, rest, room, row == TITLE_LINES);
		if (row == 1)
			put_results(sheet, entry);
		end_row(sheet->out);
	}
}

/* A text then or now, in no more columns than are of use. */
static void add_side(struct text *out, const char *words)
{
	if (words == NULL)
		text_add(out, "(niente)");
	else
		terminal_add(out, words, smaller(terminal_width(words), SIDE_MOST), false);
}

static void put_change(const struct sheet *sheet, int indent, const char *text)
{
	int room = sheet->width - indent;

	for (int row = 1; *text != '\0'; row++) {
		add_blanks(sheet->out, indent);
		text = put_piece(sheet, text, room, row == CHANGE_LINES);
		end_row(sheet->out);
		if (row == 1) {
			indent += INDENT;
			room -= INDENT;
		}
	}
}

static void add_variance(struct text *out, const struct model_variance *variance)
{
	const char *unit = variance->days ? "gg" : variance->unit;

	text_addf(out, " (%s%s%s)",
		  difference_text(out->arena, variance->value, variance->decimals),
		  unit != NULL ? " " : "", unit != NULL ? unit : "");
}

static const char *change_text(struct arena *arena, const struct model_difference *change)
{
	struct text out = text_make(arena);

	text_add(&out, change->field);
	if (change->year != 0)
		text_addf(&out, " %d", change->year);
	text_add(&out, ": ");
	add_side(&out, change->before);
	text_add(&out, " → ");
	add_side(&out, change->after);
	if (change->variance.given)
		add_variance(&out, &change->variance);
	return out.bytes;
}

static void put_changes(const struct sheet *sheet, const struct model_compared *entry)
{
	struct arena *arena = sheet->out->arena;
	int indent = indent_of(sheet, entry) + 4;

	for (size_t i = 0; i < entry->differences.count; i++)
		put_change(sheet, indent, change_text(arena, entry->differences.items[i]));
	if (entry->judgement_changed)
		put_change(sheet, indent,
			   arena_printf(arena, "giudizio: %s → %s", entry->judgement_before->label,
					entry->judgement_after->label));
}

/* ---- heads ------------------------------------------------------------- */

static void put_plan(const struct sheet *sheet, const char *label, const struct model_plan *plan)
{
	const char *title = plan->document != NULL ? plan->document->title : NULL;
	const char *body = plan->body != NULL ? plan->body->name : NULL;
	const char *line = arena_printf(sheet->out->arena, "%s %s %d%s%s (%s)", label,
					title ? title : "Piano", plan->year, body ? ", " : "",
					body ? body : "", plan->file ? plan->file : "-");

	terminal_add(sheet->out, line, smaller(sheet->width, terminal_width(line)), false);
	text_add_char(sheet->out, '\n');
}

static void put_counts(const struct sheet *sheet)
{
	static const char *const names[] = { [MODEL_COMPARED_AREA] = "Ambiti",
					     [MODEL_COMPARED_OBJECTIVE] = "Obiettivi",
					     [MODEL_COMPARED_INDICATOR] = "Indicatori",
					     [MODEL_COMPARED_SHEET] = "Assegnazioni" };

	text_add(sheet->out, "\n              aggiunti   tolti  cambiati  uguali\n");
	for (int kind = 0; kind < MODEL_COMPARED_KINDS; kind++) {
		const int *n = sheet->comparison->counts[kind].counts;

		if (n[MODEL_ADDED] + n[MODEL_REMOVED] + n[MODEL_CHANGED] + n[MODEL_SAME] > 0)
			text_addf(sheet->out, "%-12s%10d%8d%10d%8d\n", names[kind], n[MODEL_ADDED],
				  n[MODEL_REMOVED], n[MODEL_CHANGED], n[MODEL_SAME]);
	}
}

static void put_summary(const struct sheet *sheet)
{
	const struct model_comparison *c = sheet->comparison;

	put_plan(sheet, "Prima:", c->before);
	put_plan(sheet, "Dopo: ", c->after);
	put_counts(sheet);
	if (c->better + c->worse + c->level + c->judged_differently > 0) {
		text_add_char(sheet->out, '\n');
		put_change(sheet, 0,
			   arena_printf(sheet->out->arena,
					"Risultati degli obiettivi: %d più alti, %d più bassi, "
					"%d uguali; giudizi cambiati: %d",
					c->better, c->worse, c->level, c->judged_differently));
	}
	text_add(sheet->out, "\n+ aggiunto  − tolto  ~ cambiato\n\n");
}

static void put_head(const struct sheet *sheet)
{
	struct arena *arena = sheet->out->arena;
	int before = sheet->comparison->before->year, after = sheet->comparison->after->year;

	if (sheet->results) {
		terminal_add(sheet->out, "Obiettivi e indicatori", sheet->title, false);
		put_figure(sheet, before == after ? "Prima" : arena_printf(arena, "%d", before));
		put_figure(sheet, before == after ? "Dopo" : arena_printf(arena, "%d", after));
		put_figure(sheet, "Differenza");
		end_row(sheet->out);
	}
	for (int i = 0; i < sheet->width; i++)
		text_add(sheet->out, "─");
	text_add_char(sheet->out, '\n');
}

void compare_text(struct text *out, const struct model_comparison *comparison, int width)
{
	struct sheet sheet = { .out = out,
			       .comparison = comparison,
			       .width = width > 0 ? larger(width, WIDTH_MIN) : WIDTH_DEFAULT };
	const struct model_list *entries = &comparison->entries;

	choose(&sheet, out->arena);
	sheet.title = sheet.width - (sheet.results ? 3 * (FIGURE + GAP) : 0);
	put_summary(&sheet);
	if (!sheet.any) {
		text_add(out, "I due piani non differiscono\n");
		return;
	}
	put_head(&sheet);
	for (size_t i = 0; i < entries->count; i++) {
		if (!sheet.shown[i])
			continue;
		put_title(&sheet, entries->items[i]);
		put_changes(&sheet, entries->items[i]);
	}
}
