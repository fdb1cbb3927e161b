/* block.c - blocks one after another: headings, paragraphs, lists, boxes,
 * sections, signatures. */
#include "web_private.h"

/* ` id` and ` lang`, after the name of the element. */
static void add_common(struct web *web, const struct document_block *block)
{
	web_add_id_attribute(web->out, "id", block->id);
	if (!text_equal(block->language, web->document->language))
		escape_attribute(web->out, "lang", block->language);
}

/* ---- text ------------------------------------------------------------------------ */

static bool has_spring(const struct document_inline *first)
{
	for (const struct document_inline *piece = first; piece != NULL; piece = piece->next)
		if (piece->kind == DOCUMENT_SPRING || has_spring(piece->first))
			return true;
	return false;
}

static void add_paragraph(struct web *web, const struct document_block *block)
{
	const char *name = block == web->title ? "h1" : "p";
	const char *spring = has_spring(block->text_first) ? "con-spinta" : "";

	if (web_says_nothing(block->text_first) && block->id == NULL)
		return;
	text_addf(web->out, "<%s", name);
	web_add_class(web->out, web_block_class(web, block->style), spring);
	add_common(web, block);
	text_add(web->out, ">");
	web_inlines(web, block->text_first, &block->style->character);
	text_addf(web->out, "</%s>\n", name);
}

/* The title of the page is the h1, so each heading stands one level lower. */
static void add_heading(struct web *web, const struct document_block *block)
{
	const struct document_heading *heading = block->as.heading;
	int level = heading->level < 6 ? heading->level + 1 : 6;

	if (web_says_nothing(block->text_first)) {
		text_add(web->out, "<div");
		add_common(web, block);
		text_add(web->out, "></div>\n");
		return;
	}
	text_addf(web->out, "<h%d", level);
	web_add_class(web->out, web_block_class(web, block->style), "");
	add_common(web, block);
	text_add(web->out, ">");
	if (!text_blank(heading->number)) {
		escape_markup(web->out, heading->number);
		text_add(web->out, " ");
	}
	web_inlines(web, block->text_first, &block->style->character);
	text_addf(web->out, "</h%d>\n", level);
}

/* ---- what holds blocks ------------------------------------------------------------- */

static void add_holder(struct web *web, const struct document_block *block, const char *name,
		       const char *look, const char *own)
{
	text_addf(web->out, "<%s", name);
	web_add_class(web->out, look, own);
	add_common(web, block);
	text_add(web->out, ">\n");
	web_blocks(web, block->first);
	text_addf(web->out, "</%s>\n", name);
}

static void add_box(struct web *web, const struct document_block *block)
{
	add_holder(web, block, "div", web_block_class(web, block->style),
		   block->together ? "insieme" : "");
}

/* On paper its pages lie, as those of the document do. */
static bool is_lying(const struct document_section *section)
{
	const struct document_master *master = section != NULL ? section->master : NULL;

	return master != NULL && master->width_pt > master->height_pt;
}

/* The document's contents stand beside the text, not in it. */
static void add_section(struct web *web, const struct document_block *block)
{
	if (block == web->contents || (block->first == NULL && block->id == NULL))
		return;
	web->section = block->as.section;
	add_holder(web, block, "section", block == web->cover ? "copertina" : "sezione",
		   is_lying(web->section) ? "orizzontale" : "");
}

static void add_list(struct web *web, const struct document_block *block)
{
	const struct document_list *list = block->as.list;
	const char *bullet = list != NULL ? web_bullet_class(web, list->bullet) : "";

	if (block->first == NULL)
		return;
	add_holder(web, block, list != NULL && list->ordered ? "ol" : "ul",
		   web_block_class(web, block->style), bullet);
}

/* A point of one paragraph needs no paragraph. */
static void add_item(struct web *web, const struct document_block *block)
{
	const struct document_block *only = block->first;

	if (only == NULL || only->next != NULL || only->kind != DOCUMENT_PARAGRAPH ||
	    only->id != NULL || only->language != NULL || has_spring(only->text_first)) {
		add_holder(web, block, "li", "", "");
		return;
	}
	text_add(web->out, "<li");
	web_add_class(web->out, web_block_class(web, only->style), "");
	add_common(web, block);
	text_add(web->out, ">");
	web_inlines(web, only->text_first, &only->style->character);
	text_add(web->out, "</li>\n");
}

/* ---- signatures ---------------------------------------------------------------------- */

static void add_signatures(struct web *web, const struct document_block *block)
{
	const struct document_signatures *signatures = block->as.signatures;

	if (signatures->first == NULL)
		return;
	text_add(web->out, "<ul");
	web_add_class(web->out, web_space_class(web, block->style), "firme");
	add_common(web, block);
	text_add(web->out, ">\n");
	for (const struct document_signature *s = signatures->first; s != NULL; s = s->next) {
		text_add(web->out, "<li>");
		escape_markup(web->out, s->role);
		text_add(web->out, "</li>\n");
	}
	text_add(web->out, "</ul>\n");
}

/* ---- any block ------------------------------------------------------------------------ */

void web_block(struct web *web, const struct document_block *block)
{
	static void (*const writers[])(struct web * web, const struct document_block *block) = {
		[DOCUMENT_SECTION] = add_section,   [DOCUMENT_BOX] = add_box,
		[DOCUMENT_HEADING] = add_heading,   [DOCUMENT_PARAGRAPH] = add_paragraph,
		[DOCUMENT_LIST] = add_list,         [DOCUMENT_ITEM] = add_item,
		[DOCUMENT_TABLE] = web_table,       [DOCUMENT_FIGURE] = web_figure,
		[DOCUMENT_CONTENTS] = web_contents, [DOCUMENT_SIGNATURES] = add_signatures,
	};

	writers[block->kind](web, block);
}

void web_blocks(struct web *web, const struct document_block *first)
{
	for (const struct document_block *block = first; block != NULL; block = block->next)
		web_block(web, block);
}
