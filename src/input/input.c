/* input.c - the steps from bytes to a plan.
 *
 * The reader and the schema both know the structure. The reader says each
 * fault in words of the subject and goes on to faults of sense that no schema
 * can see; so it does the whole check, and the schema is the net below it:
 * what it finds counts only on lines where the reader was silent. Thus no
 * fault is told twice, and none that the schema knows is lost. */
#include "input_private.h"

enum status input_schema_load(struct markup_schema **out, struct arena *arena, const char *folder,
			      struct diag *diag)
{
	return markup_schema_load(out, arena, file_join(arena, folder, INPUT_SCHEMA_FILE), diag);
}

/* The tree even when the schema refuses it: then it is read once more without. */
static enum status read_tree(struct element **root, struct arena *arena, const char *file,
			     struct bytes source, const struct markup_schema *schema,
			     struct diag *schema_diag, struct diag *diag)
{
	if (schema != NULL) {
		enum status status = markup_read(root, arena, file, source, INPUT_NAMESPACE, schema,
						 schema_diag);

		if (status == STATUS_OK || *root != NULL)
			return STATUS_OK;
	}
	return markup_read(root, arena, file, source, INPUT_NAMESPACE, NULL, diag);
}

static bool root_is_plan(const struct element *root, struct diag *diag)
{
	if (element_is(root, "piano"))
		return true;
	diag_error(diag, root->place, "elemento-ignoto",
		   "il documento comincia con <%s>: un piano comincia con <piano>", root->name);
	return false;
}

static struct model_plan *start_plan(struct arena *arena, const char *file, struct bytes source,
				     const struct element *root)
{
	struct model_plan *plan = arena_new(arena, struct model_plan);

	plan->place = root->place;
	plan->arena = arena;
	plan->file = file;
	plan->source = source;
	plan->edition = "interna";
	plan->system = arena_new(arena, struct model_system);
	plan->system->place = root->place;
	plan->system->not_measurable = MODEL_EXCLUDED;
	plan->system->empty = MODEL_ZERO;
	return plan;
}

static struct reader start_reader(struct arena *arena, struct diag *diag, struct model_plan *plan)
{
	struct reader reader = { .arena = arena, .diag = diag, .plan = plan };

	for (size_t i = 0; i < TARGET_COUNT; i++) {
		reader.ids[i] = map_make(arena);
		reader.places[i] = map_make(arena);
	}
	reader.meant = map_make(arena);
	reader.lost = map_make(arena);
	reader.notes = map_make(arena);
	reader.weighed = map_make(arena);
	return reader;
}

static void read_all(struct reader *reader, const struct element *root)
{
	input_read_plan(reader, root);
	input_give_ids(reader);
	input_resolve_references(reader);
	input_finish_system(reader);
	input_cut_cycles(reader);
	input_read_values(reader);
	input_resolve_marks(reader);
	model_link(reader->plan);
	input_resolve_parts(reader);
	input_check_plan(reader);
}

/* ---- The schema's findings ------------------------------------------------------ */

static char *line_key(struct arena *arena, int line)
{
	return arena_printf(arena, "%d", line);
}

static struct map lines_with_errors(struct arena *arena, const struct diag *diag, size_t first)
{
	struct map lines = map_make(arena);

	for (size_t i = first; i < diag->count; i++)
		if (diag->entries[i].level == DIAG_ERROR)
			map_put(&lines, line_key(arena, diag->entries[i].place.line), diag->arena);
	return lines;
}

/* Adds what the schema found on lines where nothing was found since `first`. */
static void add_schema_findings(struct arena *arena, struct diag *diag, size_t first,
				const struct diag *schema_diag)
{
	struct map lines = lines_with_errors(arena, diag, first);

	for (size_t i = 0; i < schema_diag->count; i++) {
		const struct diag_entry *entry = &schema_diag->entries[i];

		if (map_find(&lines, line_key(arena, entry->place.line)) == NULL)
			diag_add(diag, entry->level, entry->place, entry->code, "%s", entry->text);
	}
}

/* ---- The whole ------------------------------------------------------------------- */

static size_t errors_of(const struct diag *diag)
{
	return diag->counts[DIAG_ERROR];
}

enum status input_read(struct model_plan **out, struct arena *arena, const char *file,
		       struct bytes source, const struct markup_schema *schema, struct diag *diag)
{
	struct diag schema_diag = diag_make(arena);
	size_t errors = errors_of(diag), first = diag->count;
	struct element *root = NULL;
	struct model_plan *plan;
	struct reader reader;
	enum status status;

	*out = NULL;
	status = read_tree(&root, arena, file, source, schema, &schema_diag, diag);
	if (status != STATUS_OK)
		return status;
	if (!root_is_plan(root, diag))
		return STATUS_DATA;
	plan = start_plan(arena, file, source, root);
	reader = start_reader(arena, diag, plan);
	read_all(&reader, root);
	add_schema_findings(arena, diag, first, &schema_diag);
	if (errors_of(diag) - errors <= reader.bearable)
		*out = plan;
	return errors_of(diag) > errors ? STATUS_DATA : STATUS_OK;
}

enum status input_read_file(struct model_plan **out, struct arena *arena, const char *path,
			    const struct markup_schema *schema, struct diag *diag)
{
	struct bytes source;
	enum status status = file_read(&source, arena, path, MARKUP_BYTES_MAX, diag);

	*out = NULL;
	if (status != STATUS_OK)
		return status;
	return input_read(out, arena, path, source, schema, diag);
}
