/* node_box.c - boxes of nodes: code, title, result and traffic light. */
#include "node_private.h"

#include <math.h>

#define PAD_X      6.0
#define PAD_Y      4.0
#define EDGE       3.0 /* strip of the signal's colour on the left */
#define SIGNAL     6.5 /* side of the shape */
#define SIGNAL_GAP 4.0
#define PART_GAP   8.0 /* between title and status, word and result */
#define STATUS_Y   2.0 /* between the title and a status below it   */
#define LINE_WIDTH .6
#define RADIUS     2.0
#define ROUNDING   0.01
#define WORD_MIN   44.0 /* of a judgement beside its result */
#define TEXT_MIN   20.0

/* ---- looks -------------------------------------------------------------- */

/* Tints get lighter downwards; text and signals keep 4.5:1 on all of them. */
struct box_look node_look(const struct easel *easel, int level, bool leaf)
{
	static const document_colour papers[] = { 0xE4ECF4, 0xF1F5F9, PAPER };
	static const document_colour lines[] = { 0x9DB2C7, 0xB6C6D6, 0xC3CDD7 };
	int tint = leaf || level > 2 ? 2 : level;
	double above = leaf ? 0 : level == 0 ? 1 : .5;

	return (struct box_look){
		.size = easel->size + above,
		.variant = level == 0 && !leaf ? TYPE_BOLD : TYPE_REGULAR,
		.paper = papers[tint],
		.line = lines[tint],
	};
}

/* ---- making -------------------------------------------------------------- */

static struct lettering word_letters(const struct document_node *node, double size)
{
	document_colour colour = node->signal != NULL ? page_signal_colour(node->signal) : INK_SOFT;

	return (struct lettering){ TYPE_REGULAR, size, colour };
}

static double signal_room(const struct document_node *node)
{
	return node->signal != NULL ? SIGNAL + SIGNAL_GAP : 0;
}

static bool has_status(const struct document_node *node)
{
	return node->signal != NULL || node->word != NULL || node->figure != NULL;
}

double node_status_width(struct easel *easel, const struct document_node *node, double size)
{
	struct lettering bold = { TYPE_BOLD, size, INK };
	double wide = easel->space.width;
	struct label *word, *figure;

	if (!has_status(node))
		return 0;
	word = label_make(easel, word_letters(node, size), NULL, node->word, wide, 1);
	figure = label_make(easel, bold, NULL, node->figure, wide, 1);
	return signal_room(node) + word->width +
	       (word->count > 0 && figure->count > 0 ? PART_GAP : 0) + figure->width;
}

/* Whether a judgement has to share too little paper with the result beside it. */
static bool is_cramped(struct easel *easel, const struct node_box *box, double beside)
{
	const struct label *word = label_make(easel, word_letters(box->node, box->look.size), NULL,
					      box->node->word, easel->space.width, 1);

	return beside < WORD_MIN && beside + ROUNDING < word->width;
}

static void make_status(struct easel *easel, struct node_box *box, double width)
{
	const struct document_node *node = box->node;
	struct lettering bold = { TYPE_BOLD, box->look.size, INK };
	double room = width - signal_room(node), beside;

	box->figure = label_make(easel, bold, NULL, node->figure, width, 2);
	beside = room - box->figure->width - PART_GAP;
	box->stacked = box->figure->count > 0 && is_cramped(easel, box, beside);
	if (box->figure->count > 0 && !box->stacked)
		room = beside;
	box->word =
		label_make(easel, word_letters(node, box->look.size), NULL, node->word, room, 4);
}

static double status_height(const struct node_box *box)
{
	double height = has_status(box->node) ? label_leading(box->look.size) : 0;

	if (box->stacked)
		return fmax(height, box->word->height) + box->figure->height;
	return fmax(height, fmax(box->word->height, box->figure->height));
}

static size_t lines_within(double height, double size)
{
	double lines = floor(height / label_leading(size));

	return lines < 1 ? 1 : (size_t)lines;
}

static const char *lead_of(const struct document_node *node)
{
	return text_blank(node->code) ? NULL : node->code;
}

/* Room inside the padding. */
static double inner_width(const struct node_box *box)
{
	return fmax(box->width - EDGE - 2 * PAD_X, TEXT_MIN);
}

static struct node_box *box_start(struct easel *easel, const struct document_node *node,
				  const struct box_look *look, double width)
{
	struct node_box *box = arena_new(easel->arena, struct node_box);

	box->node = node;
	box->look = *look;
	box->width = width;
	return box;
}

struct node_box *node_box_make(struct easel *easel, const struct document_node *node,
			       const struct box_look *look, double width, double height_max)
{
	struct node_box *box = box_start(easel, node, look, width);
	struct lettering letters = { look->variant, look->size, INK };
	double inner = inner_width(box), beside = look->status_width, below;

	make_status(easel, box, beside > 0 ? beside : inner);
	below = beside > 0 || !has_status(node) ? 0 : status_height(box) + STATUS_Y;
	box->title = label_make(easel, letters, lead_of(node), node->title,
				beside > 0 ? inner - beside - PART_GAP : inner,
				lines_within(height_max - 2 * PAD_Y - below, look->size));
	box->height = box->title->height + below;
	if (beside > 0)
		box->height = fmax(box->height, status_height(box));
	box->height = fmax(box->height, look->size) + 2 * PAD_Y;
	return box;
}

#define AGAIN_LINES_MAX 2

struct node_box *node_box_make_again(struct easel *easel, const struct document_node *node,
				     const struct box_look *look, double width)
{
	struct node_box *box = box_start(easel, node, look, width);
	struct lettering letters = { TYPE_REGULAR, easel->size, INK_SOFT };
	const char *title = node->title == NULL ? "" : node->title, *code = lead_of(node);
	const char *lead =
		code == NULL ? "(segue)" : arena_printf(easel->arena, "%s (segue)", code);

	box->title = label_make(easel, letters, lead, title, inner_width(box), AGAIN_LINES_MAX);
	box->title->quiet = true;
	box->height = box->title->height + 2 * PAD_Y;
	return box;
}

double node_box_joint(const struct easel *easel)
{
	return PAD_Y + label_leading(easel->size) / 2;
}

/* ---- drawing --------------------------------------------------------------- */

static void draw_paper(struct page_drawing *drawing, const struct node_box *box, double x, double y)
{
	const char *signal = box->node->signal;
	document_colour edge =
		signal != NULL && box->word != NULL ? page_signal_colour(signal) : INK_RULE;
	struct outline strip = outline_rect(x, y, EDGE, box->height);

	page_draw_mark(drawing, -1);
	page_draw_box(drawing, x, y, box->width, box->height, RADIUS, box->look.paper,
		      box->look.line, LINE_WIDTH);
	outline_draw(drawing, PAGE_OP_FILL, &strip, edge, 0);
}

/* Shape, word, and the result at the right edge. */
static void draw_status(struct page_drawing *drawing, const struct node_box *box, double left,
			double right, double y)
{
	const struct document_node *node = box->node;
	double signal = signal_room(node), below = 0;

	if (box->stacked)
		below = status_height(box) - box->figure->height;
	if (node->signal != NULL)
		page_draw_signal(drawing, node->signal, left,
				 y + (label_leading(box->look.size) - SIGNAL) / 2, SIGNAL);
	label_draw(drawing, box->word, left + signal, y, LABEL_LEFT);
	label_draw(drawing, box->figure, right, y + below, LABEL_RIGHT);
}

void node_box_draw(struct page_drawing *drawing, const struct node_box *box, double x, double y,
		   struct box_tags tags)
{
	double left = x + EDGE + PAD_X, right = x + box->width - PAD_X, top = y + PAD_Y;
	double beside = box->look.status_width;

	draw_paper(drawing, box, x, y);
	page_draw_mark(drawing, tags.title);
	label_draw(drawing, box->title, left, top, LABEL_LEFT);
	if (box->word == NULL || !has_status(box->node))
		return;
	page_draw_mark(drawing, tags.status);
	if (beside > 0)
		draw_status(drawing, box, right - beside, right, top);
	else
		draw_status(drawing, box, left, right, top + box->title->height + STATUS_Y);
}

/* ---- tags --------------------------------------------------------------- */

int tag_add(struct tag_list *list, enum page_role role, int parent, const char *target)
{
	if (list->count == list->capacity) {
		size_t capacity = list->capacity > 0 ? list->capacity * 2 : 32;

		list->tags =
			arena_grow(list->arena, list->tags, list->capacity * sizeof *list->tags,
				   capacity * sizeof *list->tags);
		list->capacity = capacity;
	}
	list->tags[list->count] =
		(struct page_local_tag){ .role = role, .parent = parent, .target = target };
	return (int)list->count++;
}

struct box_tags tag_node(struct tag_list *list, const struct document_node *node, int parent,
			 int *body)
{
	int item = tag_add(list, PAGE_LI, parent, NULL);
	int inside = tag_add(list, PAGE_LBODY, item, NULL);
	struct box_tags tags = { -1, -1 };

	tags.title =
		tag_add(list, node->target != NULL ? PAGE_LINK : PAGE_SPAN, inside, node->target);
	if (has_status(node))
		tags.status = tag_add(list, PAGE_SPAN, inside, NULL);
	if (body != NULL)
		*body = inside;
	return tags;
}

double structured_title(struct easel *easel, struct page_drawing *drawing, struct tag_list *list)
{
	struct lettering bold = { TYPE_BOLD, easel->size * 1.2, INK };
	struct label *title;

	if (text_blank(easel->figure->title))
		return 0;
	title = label_make(easel, bold, NULL, easel->figure->title, easel->space.width, 3);
	page_draw_mark(drawing, tag_add(list, PAGE_P, -1, NULL));
	label_draw(drawing, title, 0, 0, LABEL_LEFT);
	return title->height + 6;
}

void drawings_add(struct easel *easel, struct figure_drawings *out, struct page_drawing *drawing)
{
	size_t size = sizeof *out->items;

	/* Grown by doubling, whenever the count is a power of two. */
	if ((out->count & (out->count - 1)) == 0)
		out->items = arena_grow(easel->arena, out->items, out->count * size,
					(out->count > 0 ? out->count * 2 : 1) * size);
	out->items[out->count++] = drawing;
}
