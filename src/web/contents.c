/* contents.c - lists of headings, as navigation. */
#include "web_private.h"

/* A list in a list, as deep as the level of the heading. */
struct listing {
	struct web *web;
	int depth; /* of the lists that are open */
	int top;   /* level of the first entry   */
};

static void go_to_level(struct listing *listing, int level)
{
	struct text *out = listing->web->out;

	if (level > listing->depth) { /* never more than one step down */
		text_add(out, "<ul>\n");
		listing->depth++;
		return;
	}
	text_add(out, "</li>\n");
	for (; listing->depth > level; listing->depth--)
		text_add(out, "</ul></li>\n");
}

static void add_entry(struct listing *listing, const struct document_block *block)
{
	const struct document_heading *heading = block->as.heading;
	struct text *out = listing->web->out;
	int level = heading->level - listing->top + 1;

	if (text_blank(heading->title) || block->id == NULL)
		return;
	go_to_level(listing, level < 1 ? 1 : level > listing->depth ? listing->depth + 1 : level);
	text_add(out, "<li><a");
	web_add_id_attribute(out, "href", block->id);
	text_add(out, ">");
	if (!text_blank(heading->number)) {
		escape_markup(out, heading->number);
		text_add(out, " ");
	}
	escape_markup(out, heading->title);
	text_add(out, "</a>");
}

static void end_list(struct listing *listing)
{
	if (listing->depth == 0)
		return;
	text_add(listing->web->out, "</li>\n");
	for (; listing->depth > 1; listing->depth--)
		text_add(listing->web->out, "</ul></li>\n");
	text_add(listing->web->out, "</ul>\n");
}

static void add_list(struct web *web, const struct document_contents *contents)
{
	struct listing listing = { .web = web, .top = DOCUMENT_LEVELS_MAX };

	for (const struct document_contents_entry *e = contents->first; e != NULL; e = e->next)
		if (e->heading->as.heading->level < listing.top)
			listing.top = e->heading->as.heading->level;
	for (const struct document_contents_entry *e = contents->first; e != NULL; e = e->next)
		add_entry(&listing, e->heading);
	end_list(&listing);
}

/* In the page's own navigation it is the list alone; elsewhere a further one. */
void web_contents(struct web *web, const struct document_block *block)
{
	bool own = block->parent != NULL && block->parent == web->contents;

	if (block->as.contents->first == NULL)
		return;
	if (!own)
		text_addf(web->out, "<nav aria-label=\"Indice nel testo\"");
	else
		text_add(web->out, "<div");
	web_add_class(web->out, "elenco-titoli", "");
	web_add_id_attribute(web->out, "id", block->id);
	text_add(web->out, ">\n");
	add_list(web, block->as.contents);
	text_add(web->out, own ? "</div>\n" : "</nav>\n");
}

/* ---- of the page ------------------------------------------------------------------ */

/* Only a list of contents, and paragraphs that name it. */
static bool is_contents(const struct document_block *section)
{
	int lists = 0;

	for (const struct document_block *b = section->first; b != NULL; b = b->next) {
		if (b->kind != DOCUMENT_CONTENTS && b->kind != DOCUMENT_PARAGRAPH)
			return false;
		lists += b->kind == DOCUMENT_CONTENTS;
	}
	return lists == 1;
}

const struct document_block *web_contents_section(const struct document *document)
{
	for (const struct document_block *b = document->first; b != NULL; b = b->next)
		if (b->kind == DOCUMENT_SECTION && is_contents(b))
			return b;
	return NULL;
}

#define LEVELS_WITHOUT 2 /* of headings, when the document has no list of its own */

static void gather(struct web *web, struct document_contents *contents,
		   const struct document_block *first)
{
	for (const struct document_block *b = first; b != NULL; b = b->next) {
		gather(web, contents, b->first);
		if (b->kind == DOCUMENT_HEADING && b->as.heading->level <= LEVELS_WITHOUT) {
			struct document_contents_entry *entry =
				arena_new(web->arena, struct document_contents_entry);

			entry->heading = b;
			if (contents->last != NULL)
				contents->last->next = entry;
			else
				contents->first = entry;
			contents->last = entry;
		}
	}
}

bool web_page_contents(struct web *web)
{
	struct document_contents own = { .levels = LEVELS_WITHOUT };

	if (web->contents == NULL)
		gather(web, &own, web->document->first);
	if (web->contents == NULL && (own.first == NULL || own.first->next == NULL))
		return false;
	text_add(web->out, "<nav class=\"indice\" id=\"_indice\" aria-label=\"Indice\">\n");
	if (web->contents != NULL) {
		web_blocks(web, web->contents->first);
	} else {
		text_add(web->out, "<p>Indice</p>\n");
		add_list(web, &own);
	}
	text_add(web->out, "</nav>\n");
	return true;
}
