/* node.c - trees and maps as lists in lists, which the style sheet draws as
 * branches and cards: they read aloud, fold to any width and can be followed. */
#include "web_private.h"

static void add_words(struct web *web, const char *name, const char *text)
{
	if (text_blank(text))
		return;
	text_addf(web->out, "<span class=\"%s\">", name);
	escape_markup(web->out, text);
	text_add(web->out, "</span> ");
}

static void add_title(struct web *web, const struct document_node *node)
{
	bool linked = node->target != NULL && (!text_blank(node->code) || !text_blank(node->title));

	text_add(web->out, linked ? "<a class=\"nome\"" : "<span class=\"nome\"");
	if (linked)
		web_add_id_attribute(web->out, "href", node->target);
	text_add(web->out, ">");
	add_words(web, "codice", node->code);
	escape_markup(web->out, node->title);
	text_add(web->out, linked ? "</a>\n" : "</span>\n");
}

static void add_judgement(struct web *web, const struct document_node *node)
{
	if (text_blank(node->figure) && text_blank(node->word) && node->signal == NULL)
		return;
	text_add(web->out, "<span class=\"esito\">");
	add_words(web, "cifra", node->figure);
	if (node->signal != NULL) {
		text_add(web->out, "<span class=\"segnale\">");
		web_signal_shape(web, node->signal);
		text_add(web->out, "\u00a0");
		escape_markup(web->out, node->word);
		text_add(web->out, "</span>");
	} else {
		escape_markup(web->out, node->word);
	}
	text_add(web->out, "</span>");
}

static void add_node(struct web *web, const struct document_node *node, int depth);

static void add_nodes(struct web *web, const struct document_node *first, int depth)
{
	text_add(web->out, "<ul>\n");
	for (const struct document_node *node = first; node != NULL; node = node->next)
		add_node(web, node, depth);
	text_add(web->out, "</ul>");
}

#define DEPTHS_SHOWN 4 /* deeper nodes look alike */

static void add_node(struct web *web, const struct document_node *node, int depth)
{
	int shown = depth < DEPTHS_SHOWN ? depth : DEPTHS_SHOWN - 1;

	text_addf(web->out, "<li><div class=\"nodo n%d%s\">", shown,
		  node->first == NULL && depth > 0 ? " foglia" : "");
	add_words(web, "tipo", node->kind);
	add_title(web, node);
	add_judgement(web, node);
	text_add(web->out, "</div>");
	if (node->first != NULL)
		add_nodes(web, node->first, depth + 1);
	text_add(web->out, "</li>\n");
}

void web_nodes(struct web *web, const struct document_block *block, const char *name)
{
	const struct document_figure *figure = block->as.figure;

	if (figure->as.nodes == NULL)
		return;
	text_add(web->out, "<figure");
	web_add_class(web->out, web_space_class(web, block->style), name);
	web_add_id_attribute(web->out, "id", block->id);
	text_add(web->out, ">\n");
	if (!text_blank(figure->title)) {
		text_add(web->out, "<figcaption>");
		escape_markup(web->out, figure->title);
		text_add(web->out, "</figcaption>\n");
	}
	add_nodes(web, figure->as.nodes, 0);
	text_add(web->out, "</figure>\n");
}
