/* figure_test.c - charts as SVG with their data, images, trees. */
#include "room.h"

#include <string.h>

static void test_web__a_chart_is_drawn_for_two_widths_and_described(void **state)
{
	struct room *room = *state;
	const struct element *root, *svg;

	add_chart(room, "Spese & entrate", false)->as.figure->alt = "Salgono.";
	root = render_tree(room);
	svg = find_element(root, "svg", "largo");
	assert_string_equal(element_attribute(svg, "role"), "img");
	assert_string_equal(element_attribute(svg, "aria-labelledby"), "_figura.1a.desc");
	assert_string_equal(element_attribute(svg, "aria-describedby"), "_figura.1a.title");
	assert_string_equal(text_of(room, find_id(root, "_figura.1a.title")), "Spese & entrate");
	assert_string_equal(text_of(room, find_id(root, "_figura.1a.desc")), "Salgono.");
	assert_true(count_elements(svg, "text") > 4);
	assert_non_null(find_element(root, "svg", "stretto"));
	assert_non_null(strstr(text_of(room, svg), "Area <I>"));
	assert_string_equal(text_of(room, find_element(root, "figcaption", NULL)),
			    "Spese & entrate");
}

static void test_web__the_data_of_a_chart_are_a_table(void **state)
{
	struct room *room = *state;
	const struct element *data;

	add_chart(room, "Spese", false);
	data = find_element(render_tree(room), "details", "dati");
	assert_string_equal(text_of(room, find_element(data, "caption", NULL)), "Dati: Spese (%)");
	assert_int_equal(count_elements(data, "td"), 4);
	assert_string_equal(text_of(room, find_element(data, "td", NULL)), "10,0");
}

static void test_web__data_that_the_document_shows_are_not_said_twice(void **state)
{
	struct room *room = *state;
	const struct element *root;

	add_chart(room, "Spese", true);
	root = render_tree(room);
	assert_null(find_element(root, "details", NULL));
	assert_int_equal(count_elements(root, "table"), 1);
}

static void test_web__a_chart_is_offered_as_a_file(void **state)
{
	struct room *room = *state;
	const struct element *link;

	add_chart(room, "Spese & entrate", false);
	add_chart(room, NULL, false)->as.figure->decorative = true;
	link = find_element(find_element(render_tree(room), "p", "scarica"), "a", NULL);
	assert_string_equal(element_attribute(link, "href"), "grafico-1.svg");
	assert_string_equal(room->files->name, "grafico-1.svg");
	assert_null(room->files->next);
	assert_memory_equal(room->files->bytes, "<?xml version", 13);
	assert_non_null(strstr(room->files->bytes, ">Spese &amp; entrate</title>"));
	/* The title is drawn too. */
	assert_non_null(strstr(room->files->bytes, "Spese &amp; entrate</text>"));
}

static void test_web__an_ornament_is_hidden(void **state)
{
	struct room *room = *state;

	add_chart(room, NULL, false)->as.figure->decorative = true;
	assert_string_equal(
		element_attribute(find_element(render_tree(room), "svg", "largo"), "aria-hidden"),
		"true");
}

static void test_web__drawings_write_text_shapes_and_clips(void **state)
{
	struct room *room = *state;
	struct page_drawing *drawing = page_drawing_create(room->arena, 100, 50);
	const struct page_segment box[] = { { PAGE_MOVE, { 0, 0 } },
					    { PAGE_LINE, { 10.25F, 0 } },
					    { PAGE_LINE, { 10, 10 } },
					    { PAGE_CLOSE, { 0 } } };
	const struct web_svg how = { .title = "Un \"titolo\"", .id_prefix = "a b", .alone = true };
	struct text out = text_make(room->arena);

	page_draw_path(drawing, PAGE_OP_CLIP, box, 4, 0, 0);
	page_draw_path(drawing, PAGE_OP_FILL, box, 4, 0x1f4e5f, 0);
	page_draw_dashes(drawing, box, 2, 0x000001, 0.5, 2, 1);
	page_draw_text(drawing, room->options.type, TYPE_BOLD, 8, 0x112233, 5, 9.5, "Uno & <due>");
	web_drawing_svg(&out, drawing, &how);
	assert_string_equal(
		out.bytes,
		"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"100\" height=\"50\""
		" viewBox=\"0 0 100 50\" font-family=\"Titillium Web, sans-serif\" role=\"img\""
		" aria-labelledby=\"_a~20b.title\">\n"
		"<title id=\"_a~20b.title\">Un &quot;titolo&quot;</title>\n"
		"<clipPath id=\"_a~20b.ritaglio1\"><path d=\"M0 0L10.25 0L10 10Z\"/></clipPath>"
		"<g clip-path=\"url(#_a~20b.ritaglio1)\">\n"
		"<path d=\"M0 0L10.25 0L10 10Z\" fill=\"#1f4e5f\"/>\n"
		"<path d=\"M0 0L10.25 0\" fill=\"none\" stroke=\"#000001\" stroke-width=\"0.5\""
		" stroke-dasharray=\"2 1\"/>\n"
		"<text x=\"5\" y=\"9.5\" font-size=\"8\" fill=\"#112233\" font-weight=\"700\">"
		"Uno &amp; &lt;due&gt;</text>\n"
		"</g>\n</svg>\n");
}

/* ---- images ---------------------------------------------------------------------- */

static struct document_block *add_image(struct room *room, size_t bytes, unsigned char fill)
{
	struct document_block *block = add_block(room, NULL, DOCUMENT_FIGURE);
	struct document_image *image = arena_new(room->arena, struct document_image);
	unsigned char *png = arena_alloc(room->arena, bytes);

	memset(png, fill, bytes);
	*image = (struct document_image){ png, bytes, 200, 100, 96 };
	block->as.figure->kind = DOCUMENT_IMAGE;
	block->as.figure->alt = "Lo stemma";
	block->as.figure->as.image = image;
	return block;
}

static void test_web__large_images_are_files_and_equal_ones_one(void **state)
{
	struct room *room = *state;
	const struct element *img;

	add_image(room, 5000, 1);
	add_image(room, 5000, 1);
	add_image(room, 5000, 2);
	img = find_element(render_tree(room), "img", NULL);
	assert_string_equal(element_attribute(img, "src"), "immagine-1.png");
	assert_string_equal(element_attribute(img, "alt"), "Lo stemma");
	assert_string_equal(element_attribute(img, "width"), "200");
	assert_string_equal(room->files->next->name, "immagine-2.png");
	assert_null(room->files->next->next);
	assert_int_equal(room->files->length, 5000);
}

static void test_web__small_images_stand_in_the_page(void **state)
{
	struct room *room = *state;

	add_image(room, 4, 0xff)->as.figure->width_pt = 30;
	assert_string_equal(element_attribute(find_element(render_tree(room), "img", NULL), "src"),
			    "data:image/png;base64,/////w==");
	assert_null(room->files);
	assert_non_null(strstr(room->html.bytes, "width=\"40\" height=\"20\""));
}

/* ---- trees ------------------------------------------------------------------------- */

static struct document_node *make_node(struct room *room, const char *kind, const char *code,
				       const char *title)
{
	struct document_node *node = arena_new(room->arena, struct document_node);

	node->kind = kind;
	node->code = code;
	node->title = title;
	return node;
}

static void test_web__a_tree_is_a_list_in_a_list_with_links(void **state)
{
	struct room *room = *state;
	struct document_block *block = add_block(room, NULL, DOCUMENT_FIGURE);
	struct document_node *root = make_node(room, "ambito", "A", "Imprese");
	struct document_node *child = make_node(room, "strategico", "A1", "Più <imprese>");
	const struct element *tree, *link;

	add_paragraph(room, NULL, "La scheda")->id = "scheda-A1";
	root->first = root->last = child;
	child->parent = root;
	child->signal = "giallo";
	child->word = "Parzialmente raggiunto";
	child->figure = "62,10 %";
	child->target = "scheda-A1";
	block->as.figure->kind = DOCUMENT_TREE;
	block->as.figure->as.nodes = root;
	tree = find_element(render_tree(room), "figure", "albero");
	assert_int_equal(count_elements(tree, "ul"), 2);
	link = find_element(tree, "a", NULL);
	assert_string_equal(element_attribute(link, "href"), "#scheda-A1");
	assert_string_equal(text_of(room, link), "A1 Più <imprese>");
	assert_string_equal(text_of(room, find_element(tree, "span", "cifra")), "62,10 %");
	assert_non_null(strstr(text_of(room, tree), "Parzialmente raggiunto"));
}

const struct CMUnitTest figure_tests[] = {
	room_test(test_web__a_chart_is_drawn_for_two_widths_and_described),
	room_test(test_web__the_data_of_a_chart_are_a_table),
	room_test(test_web__data_that_the_document_shows_are_not_said_twice),
	room_test(test_web__a_chart_is_offered_as_a_file),
	room_test(test_web__an_ornament_is_hidden),
	room_test(test_web__drawings_write_text_shapes_and_clips),
	room_test(test_web__large_images_are_files_and_equal_ones_one),
	room_test(test_web__small_images_stand_in_the_page),
	room_test(test_web__a_tree_is_a_list_in_a_list_with_links),
};
const size_t figure_tests_count = sizeof figure_tests / sizeof *figure_tests;
