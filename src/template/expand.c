/* template_expand(): the nodes of a template over a plan. */
#include "expand.h"

#include <string.h>

bool expand_more(struct expansion *expansion)
{
	if (expansion->status != STATUS_OK)
		return false;
	if (++expansion->pieces <= TEMPLATE_PIECES_MAX)
		return true;
	diag_error(expansion->diag, expansion->place, "documento-grande",
		   "il documento supera %d pezzi di testo: un ciclo dentro l’altro ripete troppo",
		   TEMPLATE_PIECES_MAX);
	expansion->status = STATUS_LIMIT;
	return false;
}

/* ---- links to things ---------------------------------------------------------------- */

static const char *thing_key(struct arena *arena, const void *thing)
{
	return arena_printf(arena, "%p", thing);
}

void remember_thing(struct expansion *expansion, const void *thing, const char *id)
{
	if (thing == NULL || thing == expansion->environment.plan)
		return;
	environment_show(&expansion->environment, thing);
	map_put(&expansion->things, thing_key(expansion->arena, thing), (void *)(uintptr_t)id);
}

void link_later(struct expansion *expansion, const void *thing, struct document_inline *reference,
		struct document_node *node)
{
	struct pending_link *link = arena_new(expansion->arena, struct pending_link);

	link->thing = thing;
	link->reference = reference;
	link->node = node;
	link->next = expansion->pending;
	expansion->pending = link;
}

/* What this document doesn't show is named, but leads nowhere. */
void link_pending(struct expansion *expansion)
{
	for (const struct pending_link *link = expansion->pending; link != NULL;
	     link = link->next) {
		const char *id =
			map_find(&expansion->things, thing_key(expansion->arena, link->thing));

		if (link->node != NULL)
			link->node->target = id;
		else if (id != NULL)
			link->reference->target = id;
		else
			link->reference->kind = DOCUMENT_TEXT;
	}
}

/* ---- pages ----------------------------------------------------------------------------- */

static struct document_block *expand_running(struct expansion *expansion, const struct node *box)
{
	struct document_block *block;

	if (box == NULL)
		return NULL;
	block = document_make(expansion->document, DOCUMENT_BOX, box->style);
	block->place = box->place;
	expand_blocks(expansion, (struct target){ block, NULL }, box);
	return block;
}

const struct document_master *expand_master(struct expansion *expansion,
					    const struct page_node *page)
{
	struct document_master *master = map_find(&expansion->masters, page->id);

	if (master != NULL)
		return master;
	master = arena_new(expansion->arena, struct document_master);
	map_put(&expansion->masters, page->id, master);
	master->id = page->id;
	master->width_pt = page->width_pt;
	master->height_pt = page->height_pt;
	master->margin = page->margin;
	master->head = expand_running(expansion, page->head);
	master->foot = expand_running(expansion, page->foot);
	return master;
}

/* ---- the document as a whole -------------------------------------------------------------- */

static const char *clean(struct expansion *expansion, const char *text)
{
	return text_blank(text) ? NULL : text_fold_space(expansion->arena, text);
}

static const char *whole_title(struct expansion *expansion)
{
	const struct model_plan *plan = expansion->environment.plan;
	struct text title = text_make(expansion->arena);

	text_add(&title, plan->document != NULL && plan->document->title != NULL
				 ? plan->document->title
				 : (plan->report ? "Relazione sulla performance"
						 : "Piano della performance"));
	text_addf(&title, " %d", plan->year);
	if (plan->body != NULL && plan->body->name != NULL)
		text_addf(&title, " – %s", plan->body->name);
	return title.bytes;
}

static void describe(struct expansion *expansion)
{
	struct environment *environment = &expansion->environment;
	const struct template *template = expansion->template;
	const struct model_plan *plan = environment->plan;
	struct document *document = expansion->document;

	document->title = clean(expansion, evaluate_pattern(environment, template->title));
	document->author = clean(expansion, evaluate_pattern(environment, template->author));
	document->subject = clean(expansion, evaluate_pattern(environment, template->subject));
	document->keywords = clean(expansion, evaluate_pattern(environment, template->keywords));
	if (document->title == NULL)
		document->title = whole_title(expansion);
	if (document->author == NULL && plan->body != NULL)
		document->author = plan->body->name;
	if (template->language != NULL)
		document->language = template->language;
	if (plan->document != NULL && plan->document->approval != NULL &&
	    plan->document->approval->date.given)
		document->date = date_iso(expansion->arena, plan->document->approval->date.date);
}

static void begin(struct expansion *expansion, const struct model_plan *plan)
{
	struct environment *environment = &expansion->environment;

	environment->arena = expansion->arena;
	environment->plan = plan;
	environment->frames[SLOT_PLAN].thing = (struct model_thing){ &model_class_plan, plan };
	if (expansion->template->per_assignment)
		environment->frames[SLOT_ITEM].thing =
			(struct model_thing){ &model_class_assignment, expansion->options->item };
	environment->buffer = text_make(expansion->arena);
	expansion->run = text_make(expansion->arena);
	expansion->line = text_make(expansion->arena);
	environment->shown = map_make(expansion->arena);
	expansion->masters = map_make(expansion->arena);
	expansion->things = map_make(expansion->arena);
	expansion->texts = map_make(expansion->arena);
	expansion->document = document_create(expansion->arena);
	/* The plan's texts are read with the template's names, into this arena. */
	expansion->rich = *expansion->template->reader;
	expansion->rich.arena = expansion->arena;
	expansion->rich.diag = expansion->diag;
	expansion->rich.rich = true;
	expansion->rich.plan = plan;
	expansion->rich.nodes = 0;
	expansion->rich.item_class = NULL;
	expansion->rich.styles.arena = expansion->arena;
	expansion->rich.styles.looks = map_make(expansion->arena);
	expansion->rich.styles.characters = map_make(expansion->arena);
	expansion->rich.reported = map_make(expansion->arena);
	expansion->rich.contrasts = map_make(expansion->arena);
}

enum status template_expand(struct document **out, struct arena *arena,
			    const struct template *template, const struct model_plan *plan,
			    const struct template_expand_options *options, struct diag *diag)
{
	struct expansion *expansion = arena_new(arena, struct expansion);
	size_t errors = diag->counts[DIAG_ERROR];

	*out = NULL;
	expansion->arena = arena;
	expansion->template = template;
	expansion->options = options;
	expansion->diag = diag;
	begin(expansion, plan);
	describe(expansion);
	expand_blocks(expansion, (struct target){ NULL, NULL }, template->body);
	check_all_texts(expansion);
	link_pending(expansion);
	if (expansion->status != STATUS_OK)
		return expansion->status;
	if (diag->counts[DIAG_ERROR] != errors)
		return STATUS_DATA;
	if (document_resolve(expansion->document, diag) != STATUS_OK)
		return STATUS_DATA;
	*out = expansion->document;
	return STATUS_OK;
}
