#include "fixture.h"

#include <string.h>

#define TEST_FILE "piano.xml"

int setup(void **state)
{
	struct arena_options options = { .separate = true };
	struct arena *arena = arena_create(&options);
	struct fixture *f = arena_new(arena, struct fixture);

	f->arena = arena;
	f->diag = diag_make(arena);
	*state = f;
	return 0;
}

int teardown(void **state)
{
	struct fixture *f = *state;

	arena_destroy(f->arena);
	return 0;
}

void load_schema(struct fixture *f)
{
	assert_int_equal(input_schema_load(&f->schema, f->arena, SOURCE_DIR "/src/input", &f->diag),
			 STATUS_OK);
}

const char *findings(struct fixture *f)
{
	struct text all = text_make(f->arena);

	diag_sort(&f->diag);
	for (size_t i = 0; i < f->diag.count; i++) {
		struct text line = text_make(f->arena);
		const char *file = f->diag.entries[i].place.file;

		diag_format(&line, &f->diag.entries[i]);
		text_addf(&all, "%s\n", line.bytes + (file != NULL ? strlen(file) + 1 : 0));
	}
	return all.bytes;
}

enum status read_string(struct fixture *f, struct model_plan **out, const char *source)
{
	return input_read(out, f->arena, TEST_FILE, (struct bytes){ source, strlen(source) },
			  f->schema, &f->diag);
}

static const char *document(struct fixture *f, const char *type, const char *inside)
{
	return arena_printf(f->arena,
			    "<piano xmlns=\"" INPUT_NAMESPACE "\" tipo=\"%s\" anno=\"2022\">\n"
			    "%s\n</piano>",
			    type, inside);
}

struct model_plan *plan_of(struct fixture *f, const char *type, const char *inside)
{
	struct model_plan *plan;
	enum status status = read_string(f, &plan, document(f, type, inside));

	assert_string_equal(findings(f), "");
	assert_int_equal(status, STATUS_OK);
	assert_non_null(plan);
	return plan;
}

struct model_plan *report_with(struct fixture *f, const char *inside)
{
	return plan_of(f, "relazione", inside);
}

const char *findings_of(struct fixture *f, const char *type, const char *inside)
{
	struct model_plan *plan;

	read_string(f, &plan, document(f, type, inside));
	return findings(f);
}

struct model_objective *objective_of(const struct model_plan *plan, const char *id)
{
	for (size_t i = 0; i < plan->descendants.count; i++) {
		struct model_objective *objective = plan->descendants.items[i];

		if (text_equal(objective->id, id))
			return objective;
	}
	fail_msg("no objective %s", id);
	return NULL;
}

struct model_indicator *indicator_of(const struct model_plan *plan, const char *id)
{
	for (size_t i = 0; i < plan->indicators.count; i++) {
		struct model_indicator *indicator = plan->indicators.items[i];

		if (text_equal(indicator->id, id))
			return indicator;
	}
	fail_msg("no indicator %s", id);
	return NULL;
}

const char *figure(struct fixture *f, struct model_figure figure)
{
	return figure.number == NULL ? "" : number_xml(f->arena, figure.number, figure.decimals);
}
