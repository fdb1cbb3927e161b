/* Link targets, and the references to them. */
#include "document_private.h"

/* Each search for a name goes through all ids, so only the first slips get one. */
#define SUGGESTIONS_MAX 100

struct linking {
	struct document *document;
	struct diag *diag;
	size_t suggestions;                 /* searched so far */
	const struct document_block *block; /* whose inlines are looked at */
	struct map masters;                 /* pages whose running heads are done */
};

static void add_target(struct document *document, struct diag *diag, const char *id,
		       struct document_block *block)
{
	const struct document_block *other = map_put(&document->targets, id, block);

	if (other != NULL && other != block)
		diag_error(
			diag, block->place, "id-ripetuto",
			"l’id «%s» è già di un altro blocco (riga %d): ogni id deve comparire una "
			"volta sola",
			id, other->place.line);
}

static void find_target(struct document_block *block, void *user)
{
	struct linking *linking = user;

	if (block->id != NULL)
		add_target(linking->document, linking->diag, block->id, block);
}

/* Contents lists and bookmarks lead to every heading, so each needs an id. */
static void name_heading(struct document_block *block, void *user)
{
	struct linking *linking = user;
	struct document *document = linking->document;

	if (block->kind != DOCUMENT_HEADING || block->id != NULL)
		return;
	block->id = arena_printf(document->arena, "titolo.%zu", document->targets.count + 1);
	add_target(document, linking->diag, block->id, block);
}

void document_find_targets(struct document *document, struct diag *diag)
{
	struct linking linking = { .document = document, .diag = diag };

	document_walk(document, find_target, &linking);
	for (const struct document_alias *alias = document->aliases; alias != NULL;
	     alias = alias->next)
		add_target(document, diag, alias->id, alias->block);
	document_walk(document, name_heading, &linking);
}

static const char *shown_of(struct document *document, const struct document_inline *reference)
{
	const struct document_block *to = reference->to;

	if (reference->show == DOCUMENT_SHOW_PAGE)
		return reference->text;
	if (to->kind == DOCUMENT_HEADING) {
		if (reference->show == DOCUMENT_SHOW_NUMBER && to->as.heading->number != NULL)
			return to->as.heading->number;
		return to->as.heading->title;
	}
	if (reference->text != NULL)
		return reference->text;
	if (to->kind == DOCUMENT_FIGURE && to->as.figure->title != NULL)
		return to->as.figure->title;
	if (to->kind == DOCUMENT_TABLE && to->as.table->caption != NULL)
		return document_plain(document, to->as.table->caption->text_first);
	if (to->kind == DOCUMENT_PARAGRAPH)
		return document_plain(document, to->text_first);
	return reference->target;
}

static const char *nearest_id(struct linking *linking, const char *name)
{
	const struct map *targets = &linking->document->targets;
	const char **names;

	if (linking->suggestions++ >= SUGGESTIONS_MAX)
		return NULL;
	names = arena_array(linking->document->arena, const char *, targets->count + 1);
	for (size_t i = 0; i < targets->count; i++)
		names[i] = targets->entries[i].key;
	return text_nearest(name, names, targets->count);
}

static void report_unknown(struct linking *linking, const struct document_inline *piece)
{
	const char *nearest = nearest_id(linking, piece->target);

	diag_error(linking->diag, linking->block->place, "rimando-ignoto",
		   "nessun blocco ha l’id «%s»%s%s%s", piece->target,
		   nearest != NULL ? "; forse «" : ": dare l’id al blocco o correggere il rimando",
		   nearest != NULL ? nearest : "", nearest != NULL ? "»" : "");
}

static void link_piece(struct linking *linking, struct document_inline *piece)
{
	piece->to = map_find(&linking->document->targets, piece->target);
	if (piece->to == NULL) {
		report_unknown(linking, piece);
		return;
	}
	/* An alias leads to a block that has another id: the one that is placed. */
	piece->target = piece->to->id;
	if (piece->kind == DOCUMENT_REFERENCE)
		piece->text = shown_of(linking->document, piece);
}

static void link_inlines(struct linking *linking, struct document_inline *first)
{
	for (struct document_inline *piece = first; piece != NULL; piece = piece->next) {
		if (piece->target != NULL)
			link_piece(linking, piece);
		link_inlines(linking, piece->first);
	}
}

static void link_block(struct document_block *block, void *user);

static void link_head(struct document_block *head, struct linking *linking)
{
	if (head == NULL)
		return;
	for (struct document_block *block = head->first; block != NULL; block = block->next)
		link_block(block, linking);
}

static void link_master(struct linking *linking, const struct document_master *master)
{
	if (master == NULL || map_find(&linking->masters, master->id) != NULL)
		return;
	map_put(&linking->masters, master->id, linking);
	link_head(master->head, linking);
	link_head(master->foot, linking);
}

/* A node may stand for something that this document does not show. */
static void link_nodes(struct linking *linking, struct document_node *first)
{
	for (struct document_node *node = first; node != NULL; node = node->next) {
		const struct document_block *to =
			node->target != NULL ? map_find(&linking->document->targets, node->target)
					     : NULL;

		node->target = to != NULL ? to->id : NULL;
		link_nodes(linking, node->first);
	}
}

static void link_block(struct document_block *block, void *user)
{
	struct linking *linking = user;

	linking->block = block;
	link_inlines(linking, block->text_first);
	if (block->kind == DOCUMENT_SECTION)
		link_master(linking, block->as.section->master);
	else if (block->kind == DOCUMENT_FIGURE && (block->as.figure->kind == DOCUMENT_TREE ||
						    block->as.figure->kind == DOCUMENT_MAP))
		link_nodes(linking, block->as.figure->as.nodes);
}

void document_link_references(struct document *document, struct diag *diag)
{
	struct linking linking = { .document = document, .diag = diag };

	linking.masters = map_make(document->arena);
	document_walk(document, link_block, &linking);
}
