/* tree_test.c - trees and maps: every node once, whole branches, tags. */
#include "figure_test.h"

#include <string.h>

static size_t count_tags(const struct figure_drawings *drawings, enum page_role role)
{
	size_t count = 0;

	for (size_t i = 0; i < drawings->tag_count; i++)
		count += drawings->tags[i].role == role;
	return count;
}

/* The roles from a tag up to the figure: "Span LBody LI L". */
static char *ancestry(struct fixture *f, const struct figure_drawings *drawings, int tag)
{
	struct text out = text_make(f->arena);

	for (; tag >= 0; tag = drawings->tags[tag].parent)
		text_addf(&out, "%s ", page_role_name(drawings->tags[tag].role));
	return out.bytes;
}

static void set_landscape(struct fixture *f)
{
	f->space = (struct figure_space){ 770, 480, 480 };
}

static void test_figure__real_tree_is_readable_and_complete(void **state)
{
	struct fixture *f = *state;
	struct figure_drawings *drawings;

	set_landscape(f);
	drawings = draw(f, make_real_tree(f));
	check_sound(f, drawings);
	assert_true(drawings->structured);
	assert_in_range(drawings->count, 4, 14);
	for (size_t i = 0; i < drawings->count; i++) {
		check_texts_apart(drawings->items[i]);
		for (const struct page_op *op = drawings->items[i]->first; op; op = op->next)
			assert_true(op->kind != PAGE_OP_TEXT || (double)op->as.text.size >= 7.5);
	}
	assert_int_equal(f->diag.count, 0); /* nothing was cut */
}

/* Reading order is the hierarchy: an item for each node, in order, once. */
static void test_figure__each_node_is_tagged_once(void **state)
{
	struct fixture *f = *state;
	struct figure_drawings *drawings;
	size_t next = 0;

	set_landscape(f);
	drawings = draw(f, make_real_tree(f));
	assert_int_equal(count_tags(drawings, PAGE_LI), 119);
	assert_int_equal(count_tags(drawings, PAGE_LINK), 100);
	assert_int_equal(count_tags(drawings, PAGE_L), 1 + 5 + 14);
	for (size_t i = 0; i < drawings->tag_count; i++) {
		if (drawings->tags[i].role != PAGE_LINK)
			continue;
		next++;
		assert_string_equal(drawings->tags[i].target,
				    arena_printf(f->arena, "scheda-%zu", next));
		assert_int_equal(strncmp(marked_text(f, drawings, (int)i),
					 arena_printf(f->arena, "OP%zu ", next), 4 + (next > 9)),
				 0);
		assert_string_equal(ancestry(f, drawings, (int)i),
				    "Link LBody LI L LBody LI L LBody LI L ");
	}
}

static void test_figure__branch_that_goes_on_repeats_its_ancestors(void **state)
{
	struct fixture *f = *state;
	struct document_figure *figure = make_nodes(f, DOCUMENT_TREE);
	struct document_node *ambito = add_node(f, figure, NULL, "1", "Servizi");
	struct document_node *strategic = add_node(f, figure, ambito, "1.1", "Qualità");
	struct figure_drawings *drawings;
	size_t again = 0;

	set_landscape(f);
	for (int i = 0; i < 60; i++)
		add_node(f, figure, strategic, arena_printf(f->arena, "O%d", i), "Tempi certi");
	drawings = draw(f, figure);
	check_sound(f, drawings);
	assert_in_range(drawings->count, 2, 6);
	for (size_t i = 1; i < drawings->count; i++) {
		const char *text = drawing_text(f, drawings->items[i]);

		assert_holds(text, "1.1 (segue) Qualità\n");
		assert_holds(text, "1 (segue) Servizi\n");
		again++;
	}
	assert_int_equal(count_tags(drawings, PAGE_LI), 62);
	assert_null(strstr(drawing_text(f, drawings->items[0]), "segue"));
}

static void test_figure__status_has_shape_word_and_result(void **state)
{
	struct fixture *f = *state;
	struct document_figure *figure = make_nodes(f, DOCUMENT_TREE);
	struct document_node *node = add_node(f, figure, NULL, "OS1", "Qualità dei servizi");
	struct figure_drawings *drawings;

	node->signal = "giallo";
	node->word = "Parzialmente raggiunto";
	node->figure = "94,86 %";
	drawings = draw(f, figure);
	assert_int_equal(drawings->tag_count, 6);
	assert_int_equal(drawings->tags[0].role, PAGE_P); /* what the column holds */
	assert_string_equal(marked_text(f, drawings, 4), "OS1 Qualità dei servizi");
	assert_string_equal(marked_text(f, drawings, 5), "Parzialmente raggiunto 94,86 %");
	assert_int_equal(count_ops(drawings->items[0], PAGE_OP_STROKE), 1); /* the box */
}

static void test_figure__box_grows_with_its_text(void **state)
{
	struct fixture *f = *state;
	struct document_figure *small = make_nodes(f, DOCUMENT_TREE);
	struct document_figure *large = make_nodes(f, DOCUMENT_TREE);
	unsigned seed = 5;

	add_node(f, small, NULL, "1", "Breve");
	add_node(f, large, NULL, "1", random_text(f, &seed, 120));
	assert_true(draw(f, large)->items[0]->height > draw(f, small)->items[0]->height + 40);
	assert_int_equal(f->diag.count, 0);
	add_node(f, large, NULL, "2", random_text(f, &seed, 3000));
	check_sound(f, draw(f, large));
	assert_true(f->diag.counts[DIAG_WARNING] > 0);
}

static void test_figure__first_drawing_uses_what_the_page_has_left(void **state)
{
	struct fixture *f = *state;
	struct figure_drawings *drawings;

	set_landscape(f);
	f->space.first_height = 300;
	drawings = draw(f, make_real_tree(f));
	assert_true(drawings->items[0]->height <= 300);
	f->space.first_height = 60;
	drawings = draw(f, make_real_tree(f));
	assert_true(drawings->items[0]->height > 300);
	check_sound(f, drawings);
}

static void test_figure__tree_takes_any_depth_and_levels(void **state)
{
	struct fixture *f = *state;
	struct document_figure *figure = make_nodes(f, DOCUMENT_TREE);
	struct document_node *node = NULL;
	struct figure_drawings *drawings;

	for (int i = 0; i < 400; i++) {
		node = add_node(f, figure, node, arena_printf(f->arena, "N%d", i), "Nodo");
		node->level = i % 3 == 0 ? -5 : i % 3 == 1 ? 2000000000 : i;
	}
	drawings = draw(f, figure);
	check_sound(f, drawings);
	assert_int_equal(count_tags(drawings, PAGE_LI), 400);
}

static void test_figure__empty_tree_is_an_empty_drawing(void **state)
{
	struct fixture *f = *state;

	check_sound(f, draw(f, make_nodes(f, DOCUMENT_TREE)));
	check_sound(f, draw(f, make_nodes(f, DOCUMENT_MAP)));
	assert_int_equal(draw(f, make_nodes(f, DOCUMENT_MAP))->count, 1);
}

/* Time grows with the number of nodes: 4,000 objectives are no burden. */
static void test_figure__large_tree_is_drawn(void **state)
{
	struct fixture *f = *state;
	struct document_figure *figure = make_nodes(f, DOCUMENT_TREE);
	struct document_node *root = NULL;
	struct figure_drawings *drawings;
	unsigned seed = 3;

	set_landscape(f);
	for (int i = 0; i < 4000; i++) {
		if (i % 40 == 0)
			root = add_node(f, figure, root == NULL ? NULL : root->parent, "S", "Ramo");
		add_node(f, figure, root, arena_printf(f->arena, "%d", i),
			 random_text(f, &seed, 8));
	}
	drawings = draw(f, figure);
	check_sound(f, drawings);
	assert_int_equal(count_tags(drawings, PAGE_LI), 4100);
}

/* ---- map ---------------------------------------------------------------- */

static struct document_figure *make_map(struct fixture *f, int objectives, int below)
{
	struct document_figure *figure = make_nodes(f, DOCUMENT_MAP);
	static const char *const perspectives[] = { "Utenti e territorio", "Processi interni",
						    "Crescita", "Economico-finanziaria" };
	unsigned seed = 9;

	for (int p = 0; p < 4; p++) {
		struct document_node *root = add_node(f, figure, NULL, NULL, perspectives[p]);

		for (int i = 0; i < objectives; i++) {
			struct document_node *node =
				add_node(f, figure, root, arena_printf(f->arena, "O%d%d", p, i),
					 random_text(f, &seed, 8));

			node->signal = "verde";
			node->word = "Raggiunto";
			for (int k = 0; k < below; k++)
				add_node(f, figure, node, NULL, random_text(f, &seed, 5));
		}
	}
	return figure;
}

static void test_figure__map_has_a_band_for_each_perspective(void **state)
{
	struct fixture *f = *state;
	struct figure_drawings *drawings;

	set_landscape(f);
	drawings = draw(f, make_map(f, 3, 0));
	check_sound(f, drawings);
	check_texts_apart(drawings->items[0]);
	assert_int_equal(drawings->count, 1);
	assert_int_equal(count_tags(drawings, PAGE_LI), 16);
	assert_int_equal(count_tags(drawings, PAGE_L), 5);
}

static void test_figure__map_goes_on_by_bands_and_rows(void **state)
{
	struct fixture *f = *state;
	struct figure_drawings *drawings;

	set_landscape(f);
	drawings = draw(f, make_map(f, 60, 1));
	check_sound(f, drawings);
	assert_true(drawings->count > 4);
	assert_int_equal(count_tags(drawings, PAGE_LI), 4 + 240 + 240);
	for (size_t i = 0; i < drawings->count; i++)
		check_texts_apart(drawings->items[i]);
	assert_holds(drawing_text(f, drawings->items[1]), "(segue)");
}

static void test_figure__map_begins_on_what_the_page_has_left(void **state)
{
	struct fixture *f = *state;
	struct figure_drawings *whole, *begun;

	f->space = (struct figure_space){ 460, 700, 700 };
	whole = draw(f, make_map(f, 2, 0));
	f->space.first_height = 120;
	begun = draw(f, make_map(f, 2, 0));
	check_sound(f, begun);
	assert_int_equal(whole->count, 1);
	assert_int_equal(begun->count, 2);
	assert_true(begun->items[0]->height <= 120);
	f->space.first_height = 20; /* nothing fits: as on an empty page */
	assert_int_equal(draw(f, make_map(f, 2, 0))->count, 1);
}

static void test_figure__map_and_tree_keep_to_the_size_asked_for(void **state)
{
	struct fixture *f = *state;
	struct document_figure *map = make_map(f, 2, 0);
	struct document_style style = { .character.size_pt = 14 };
	double small;

	f->space = (struct figure_space){ 460, 700, 700 };
	small = draw(f, map)->items[0]->height;
	map->style = &style; /* larger text makes a taller map */
	assert_true(draw(f, map)->items[0]->height > small * 1.2);
	map->height_pt = 300;
	map->width_percent = 80;
	for (size_t i = 0; i < draw(f, map)->count; i++) {
		assert_true(draw(f, map)->items[i]->height <= 300);
		assert_true(draw(f, map)->items[i]->width <= 460 * .8);
	}
}

static void test_figure__map_too_deep_for_boxes_becomes_a_tree(void **state)
{
	struct fixture *f = *state;
	struct figure_drawings *drawings;

	set_landscape(f);
	drawings = draw(f, make_map(f, 3, 60));
	check_sound(f, drawings);
	assert_int_equal(count_tags(drawings, PAGE_LI), 4 + 12 + 720);
}

const struct CMUnitTest tree_tests[] = {
	room_test(test_figure__real_tree_is_readable_and_complete),
	room_test(test_figure__each_node_is_tagged_once),
	room_test(test_figure__branch_that_goes_on_repeats_its_ancestors),
	room_test(test_figure__status_has_shape_word_and_result),
	room_test(test_figure__box_grows_with_its_text),
	room_test(test_figure__first_drawing_uses_what_the_page_has_left),
	room_test(test_figure__tree_takes_any_depth_and_levels),
	room_test(test_figure__empty_tree_is_an_empty_drawing),
	room_test(test_figure__large_tree_is_drawn),
	room_test(test_figure__map_has_a_band_for_each_perspective),
	room_test(test_figure__map_goes_on_by_bands_and_rows),
	room_test(test_figure__map_begins_on_what_the_page_has_left),
	room_test(test_figure__map_and_tree_keep_to_the_size_asked_for),
	room_test(test_figure__map_too_deep_for_boxes_becomes_a_tree),
};
const size_t tree_test_count = sizeof tree_tests / sizeof *tree_tests;
