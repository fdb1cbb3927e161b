/* map.c - the strategy map: perspectives as bands, objectives in them. */
#include "node_private.h"

#include <math.h>

#define BAND_LABEL_SHARE 0.17 /* of the width, for the perspective's own box */
#define BAND_LABEL_MIN   84.0
#define BAND_LABEL_MAX   140.0
#define BAND_PAD         8.0
#define BAND_GAP         16.0  /* between bands, for the connectors */
#define BOX_WIDTH        132.0 /* about; boxes share the width      */
#define BOX_GAP          8.0
#define INNER_GAP        3.0
#define INNER_PAD        6.0
#define BOX_SHARE        0.4 /* of a page, for one node's own text */
#define FULL_SHARE       0.5
#define BAND_PAPER       0xF4F6F8
#define CONNECTOR        0x8FA3B5
#define CONNECTOR_WIDTH  1.6

/* An objective with what lies below it, which is written inside its box. */
struct map_box {
	struct node_box *box;
	struct node_box **inner;
	size_t inner_count;
	double height;
};

struct band {
	const struct document_node *root;
	struct node_box *label;
	struct map_box *boxes;
	size_t count;
	size_t per_row;
	double box_width;
	int tag_body, tag_list;
};

struct board {
	struct easel *easel;
	struct figure_drawings *out;
	struct tag_list tags;
	struct page_drawing *drawing;
	struct band *bands;
	size_t band_count;
	double label_width;
	struct box_look label_look, box_look, inner_look;
	double y;
	double room; /* height of the drawing at work */
	bool used;
	int list;
};

/* ---- making boxes -------------------------------------------------------------- */

/* The node after `node` in reading order below `top`, or NULL. */
static const struct document_node *next_below(const struct document_node *top,
					      const struct document_node *node)
{
	if (node->first != NULL)
		return node->first;
	while (node != top && node->next == NULL)
		node = node->parent;
	return node == top ? NULL : node->next;
}

static size_t count_below(const struct document_node *top)
{
	size_t count = 0;

	for (const struct document_node *n = next_below(top, top); n != NULL;
	     n = next_below(top, n))
		count++;
	return count;
}

static struct map_box make_box(struct board *map, const struct document_node *node,
			       double box_width)
{
	double most = map->easel->space.height * BOX_SHARE, width = box_width - 2 * INNER_PAD;
	struct map_box made = { 0 };

	made.box = node_box_make(map->easel, node, &map->box_look, box_width, most);
	made.height = made.box->height;
	made.inner = arena_array(map->easel->arena, struct node_box *, count_below(node));
	for (const struct document_node *n = next_below(node, node); n != NULL;
	     n = next_below(node, n)) {
		struct node_box *inner =
			node_box_make(map->easel, n, &map->inner_look, width, most);

		made.inner[made.inner_count++] = inner;
		made.height += inner->height + INNER_GAP;
	}
	if (made.inner_count > 0)
		made.height += INNER_PAD - INNER_GAP;
	return made;
}

/* Rows of about equally many boxes fill the width of the band. */
static void share_band(const struct board *map, struct band *band)
{
	double area = map->easel->space.width - map->label_width - 2 * BAND_PAD;
	size_t most = (size_t)fmax(1, floor((area + BOX_GAP) / (BOX_WIDTH + BOX_GAP)));
	size_t rows = band->count > 0 ? (band->count + most - 1) / most : 1;

	band->per_row = band->count > 0 ? (band->count + rows - 1) / rows : 1;
	band->box_width = (area + BOX_GAP) / (double)band->per_row - BOX_GAP;
}

static struct band make_band(struct board *map, const struct document_node *root)
{
	struct band band = { .root = root, .tag_list = -1 };

	band.label = node_box_make(map->easel, root, &map->label_look, map->label_width,
				   map->easel->space.height * BOX_SHARE);
	for (const struct document_node *n = root->first; n != NULL; n = n->next)
		band.count++;
	share_band(map, &band);
	band.boxes = arena_array(map->easel->arena, struct map_box, band.count);
	band.count = 0;
	for (const struct document_node *n = root->first; n != NULL; n = n->next)
		band.boxes[band.count++] = make_box(map, n, band.box_width);
	return band;
}

static void make_bands(struct board *map)
{
	const struct document_node *roots = map->easel->figure->as.nodes;

	for (const struct document_node *n = roots; n != NULL; n = n->next)
		map->band_count++;
	map->bands = arena_array(map->easel->arena, struct band, map->band_count);
	map->band_count = 0;
	for (const struct document_node *n = roots; n != NULL; n = n->next)
		map->bands[map->band_count++] = make_band(map, n);
}

/* ---- measures -------------------------------------------------------------------- */

static double row_height(const struct band *band, size_t first)
{
	double height = 0;

	for (size_t i = first; i < band->count && i < first + band->per_row; i++)
		height = fmax(height, band->boxes[i].height);
	return height;
}

/* The height of rows of a band from box `first` on, as many as `most` allows,
 * at least one; `*end` is the first box after them. */
static double fit_rows(const struct band *band, size_t first, double most, size_t *end)
{
	double height = 2 * BAND_PAD;

	for (*end = first; *end < band->count; *end += band->per_row) {
		double more = row_height(band, *end) + (*end > first ? BOX_GAP : 0);

		if (*end > first && height + more > most)
			break;
		height += more;
	}
	if (*end > band->count)
		*end = band->count;
	return fmax(height, first == 0 ? band->label->height : 0);
}

/* Whether every row and label fits a page by itself. */
static bool fits_pages(const struct board *map)
{
	double most = map->easel->space.height * (1 - .25) - 2 * BAND_PAD;

	for (size_t b = 0; b < map->band_count; b++) {
		if (map->bands[b].label->height > most)
			return false;
		for (size_t i = 0; i < map->bands[b].count; i++)
			if (map->bands[b].boxes[i].height > most)
				return false;
	}
	return true;
}

/* ---- drawing ------------------------------------------------------------------------ */

/* What is free on the current page, if the first row of boxes goes there. */
static double first_room(const struct board *map)
{
	const struct figure_space *space = &map->easel->space;
	size_t end;
	double need = map->y;

	if (map->band_count > 0)
		need += fit_rows(&map->bands[0], 0, 0, &end);
	return need <= space->first_height ? fmin(space->first_height, space->height)
					   : space->height;
}

static void begin_drawing(struct board *map)
{
	bool first = map->drawing == NULL;

	map->drawing = page_drawing_create(map->easel->arena, map->easel->space.width, 0);
	drawings_add(map->easel, map->out, map->drawing);
	map->y = first ? structured_title(map->easel, map->drawing, &map->tags) : 0;
	map->room = first ? first_room(map) : map->easel->space.height;
	map->used = false;
}

/* Boxes of a row are drawn equally tall. */
static void draw_box(struct board *map, struct band *band, const struct map_box *box, double x,
		     double y, double height)
{
	struct node_box frame = *box->box;
	int body, list = -1;
	struct box_tags tags;

	frame.height = height;
	if (band->tag_list < 0)
		band->tag_list = tag_add(&map->tags, PAGE_L, band->tag_body, NULL);
	tags = tag_node(&map->tags, box->box->node, band->tag_list, &body);
	node_box_draw(map->drawing, &frame, x, y, tags);
	y += box->box->height;
	for (size_t i = 0; i < box->inner_count; i++) {
		if (list < 0)
			list = tag_add(&map->tags, PAGE_L, body, NULL);
		tags = tag_node(&map->tags, box->inner[i]->node, list, NULL);
		node_box_draw(map->drawing, box->inner[i], x + INNER_PAD, y, tags);
		y += box->inner[i]->height + INNER_GAP;
	}
}

static void draw_row(struct board *map, struct band *band, size_t first, double y)
{
	double left = map->label_width + BAND_PAD, height = row_height(band, first);

	for (size_t i = first; i < band->count && i < first + band->per_row; i++)
		draw_box(map, band, &band->boxes[i],
			 left + (double)(i - first) * (band->box_width + BOX_GAP), y, height);
}

/* The perspective's own box, as tall as the band; repeated it is no content. */
static void draw_label(struct board *map, struct band *band, bool again, double height)
{
	struct node_box frame;
	struct box_tags tags = { -1, -1 };

	if (again)
		frame = *node_box_make_again(map->easel, band->root, &map->label_look,
					     map->label_width);
	else
		frame = *band->label;
	frame.height = height;
	if (!again)
		tags = tag_node(&map->tags, band->root, map->list, &band->tag_body);
	node_box_draw(map->drawing, &frame, 0, map->y, tags);
}

/* Between the middles of this band and the one above. */
static void draw_connectors(struct board *map)
{
	double middles[] = { map->label_width / 2,
			     (map->label_width + map->easel->space.width) / 2 };

	page_draw_mark(map->drawing, -1);
	for (size_t i = 0; i < 2; i++)
		page_draw_line(map->drawing, middles[i], map->y, middles[i], map->y + BAND_GAP,
			       CONNECTOR, CONNECTOR_WIDTH);
}

static void draw_part(struct board *map, struct band *band, size_t first, size_t end, double height)
{
	double y = map->y + BAND_PAD;

	page_draw_mark(map->drawing, -1);
	page_draw_rect(map->drawing, map->label_width, map->y,
		       map->easel->space.width - map->label_width, height, BAND_PAPER);
	draw_label(map, band, first > 0, height);
	for (size_t i = first; i < end; i += band->per_row) {
		draw_row(map, band, i, y);
		y += row_height(band, i) + BOX_GAP;
	}
	map->y += height;
	map->drawing->height = map->y;
	map->used = true;
}

/* Whether a band had better begin the next drawing. */
static bool is_full(const struct board *map, const struct band *band)
{
	double page = map->room, room = page - map->y - BAND_GAP;
	size_t end;
	double height = fit_rows(band, 0, room, &end);

	if (height > room)
		return true;
	return end < band->count && map->y > FULL_SHARE * page;
}

static void draw_band(struct board *map, struct band *band)
{
	size_t first = 0, end;

	if (map->used && is_full(map, band))
		begin_drawing(map);
	if (map->used) {
		draw_connectors(map);
		map->y += BAND_GAP;
	}
	for (;;) {
		double room = map->room - map->y;
		double height = fit_rows(band, first, room, &end);

		draw_part(map, band, first, end, height);
		if (end >= band->count)
			return;
		begin_drawing(map);
		first = end;
	}
}

void map_draw(struct easel *easel, struct figure_drawings *out)
{
	struct board map = { .easel = easel, .out = out };

	map.tags.arena = easel->arena;
	map.label_look = node_look(easel, 0, false);
	map.box_look = node_look(easel, 2, true);
	map.inner_look = node_look(easel, 1, false);
	map.inner_look.size = easel->size;
	map.label_width =
		fmin(fmax(easel->space.width * BAND_LABEL_SHARE, BAND_LABEL_MIN), BAND_LABEL_MAX);
	map.label_width = fmin(map.label_width, easel->space.width / 2);
	make_bands(&map);
	if (!fits_pages(&map)) {
		tree_draw(easel, out);
		return;
	}
	begin_drawing(&map);
	if (map.band_count > 0)
		map.list = tag_add(&map.tags, PAGE_L, -1, NULL);
	for (size_t b = 0; b < map.band_count; b++)
		draw_band(&map, &map.bands[b]);
	out->tags = map.tags.tags;
	out->tag_count = map.tags.count;
	out->structured = true;
}
