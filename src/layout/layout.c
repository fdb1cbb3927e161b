/* layout.c - sections, one after the other, poured into pages.
 *
 * A group is a block with the headings that keep with it. It gets memory of
 * its own, is placed over as many pages as it takes, and is forgotten.
 */
#include "layout_private.h"

#include <math.h>

/* Where the next group goes. */
struct flow {
	struct layout *layout;
	const struct document_master *master;
	struct page_tag *tag; /* of the section */
	double body[4];
	double y;     /* used of the body's height */
	double after; /* space after the last block */
	bool top;     /* nothing on the page yet */
};

static void next_page(struct flow *flow)
{
	sheet_end(flow->layout);
	sheet_begin(flow->layout, flow->master);
	flow->y = flow->after = 0;
	flow->top = true;
}

static struct canvas canvas_of(const struct flow *flow)
{
	struct sheet *sheet = flow->layout->sheets.current;

	return (struct canvas){ .layout = flow->layout,
				.sheet = sheet,
				.arena = sheet->memory->arena,
				.tag = flow->tag };
}

/* Places what fits on the current page; false: nothing did. */
static bool place_some(struct flow *flow, struct sequence *group)
{
	const struct piece *piece = group->pieces[group->at];
	double gap = flow->top ? 0 : fmax(flow->after, piece->begun ? 0 : piece->before);
	struct region region = { .height = flow->body[3] - flow->y - gap,
				 .full = flow->body[3],
				 .top = flow->top };
	struct canvas canvas = canvas_of(flow);
	struct placed placed;

	placed = sequence_place(group, &canvas, flow->body[0], flow->body[1] + flow->y + gap,
				region);
	if (placed.any) {
		flow->y += gap + placed.height;
		flow->top = false;
	}
	if (placed.done)
		flow->after = placed.any ? group->pieces[group->count - 1]->after : flow->after;
	return placed.any || placed.done;
}

static void place_group(struct flow *flow, struct sequence *group)
{
	while (!sequence_is_done(group)) {
		bool top = flow->top;

		if (!place_some(flow, group) && top)
			group->at++; /* cannot be: see layout_private.h. But never for ever. */
		if (!sequence_is_done(group))
			next_page(flow);
	}
}

static struct setting setting_of(const struct flow *flow, struct pooled *memory)
{
	return (struct setting){ .layout = flow->layout,
				 .arena = memory->arena,
				 .width = flow->body[2],
				 .full = flow->body[3] };
}

static void pour(struct flow *flow, const struct document_block *first)
{
	struct walk walk = walk_begin(first, false);
	struct walk_step step = walk_next(&walk);

	while (step.block != NULL) {
		struct pooled *memory = pool_take(&flow->layout->pool);
		struct setting setting = setting_of(flow, memory);
		struct sequence group = { 0 };
		const struct piece *piece;

		do {
			sequence_add(&group, setting.arena, piece_of_step(&setting, &step));
			piece = group.pieces[group.count - 1];
			step = walk_next(&walk);
		} while (step.block != NULL && piece->keep && !step.new_page &&
			 !step.block->new_page && group.count <= LAYOUT_CHAIN_MAX);
		place_group(flow, &group);
		pool_give(&flow->layout->pool, memory);
	}
}

static const struct document_master *master_of(const struct document_block *section)
{
	/* A4 with wide margins, for a section that names none. */
	static const struct document_master plain = { .width_pt = 595.28,
						      .height_pt = 841.89,
						      .margin = { 62, 51, 68, 51 } };

	if (section->kind != DOCUMENT_SECTION || section->as.section == NULL ||
	    section->as.section->master == NULL)
		return &plain;
	return section->as.section->master;
}

static void run_section(struct layout *layout, struct page_tag *root,
			const struct document_block *section)
{
	struct flow flow = { .layout = layout, .master = master_of(section), .top = true };

	sheet_body(flow.master, flow.body);
	sheet_begin(layout, flow.master);
	flow.tag = tag_create(layout, PAGE_SECT, root);
	flow.tag->language = piece_language(layout, section);
	tag_open(layout, flow.tag);
	anchor_place(layout, section, flow.body[1]);
	pour(&flow, section->first);
	tag_close(layout, &flow.tag);
	sheet_end(layout);
}

/* A document without sections is one page, so that there is a file. */
static void run_sections(struct layout *layout, struct page_tag *root)
{
	static const struct document_style style = { .background = DOCUMENT_NO_COLOUR };
	const struct document_block *section = layout->document->first;
	const struct document_block empty = { .kind = DOCUMENT_SECTION, .style = &style };

	if (section == NULL)
		run_section(layout, root, &empty);
	for (; section != NULL; section = section->next)
		run_section(layout, root, section);
}

enum status layout_run(const struct document *document, const struct layout_options *options)
{
	struct layout layout = { .arena = options->arena,
				 .type = options->type,
				 .sink = options->sink,
				 .diag = options->diag,
				 .document = document,
				 .pool = { .parent = options->arena } };
	struct page_tag *root;

	root = tag_create(&layout, PAGE_DOCUMENT, NULL);
	root->language = document->language;
	tag_open(&layout, root);
	run_sections(&layout, root);
	tag_close(&layout, &root);
	sheet_ship_held(&layout);
	running_draw_all(&layout);
	return layout.sink->finish(layout.sink, layout.sheets.count, layout.diag);
}
