#include "bench.h"

#include "input/input.h"

#include <string.h>

#define HEAD                                                                                       \
	"<piano xmlns='urn:relazione:piano:1' tipo='relazione' anno='2022'>"                       \
	"<ente codice='e' denominazione='Ente'/><documento titolo='T'/>"
#define JUDGEMENTS                                                                                 \
	"<giudizi><giudizio da='95' etichetta='Raggiunto' segnale='verde'/>"                       \
	"<giudizio oltre='0' etichetta='Parzialmente raggiunto' segnale='giallo'/>"                \
	"<giudizio da='0' etichetta='Non raggiunto' segnale='rosso'/></giudizi>"

int bench_setup(void **state)
{
	struct arena *arena = arena_create(NULL);
	struct bench *bench = arena_new(arena, struct bench);

	bench->arena = arena;
	bench->diag = diag_make(arena);
	*state = bench;
	return 0;
}

int bench_teardown(void **state)
{
	arena_destroy(((struct bench *)*state)->arena);
	return 0;
}

static void print_findings(const struct bench *bench)
{
	for (size_t i = 0; i < bench->diag.count; i++) {
		struct text line = text_make(bench->arena);

		diag_format(&line, &bench->diag.entries[i]);
		print_message("%s\n", line.bytes);
	}
}

static void score(struct bench *bench, enum status status)
{
	if (status != STATUS_OK)
		print_findings(bench);
	assert_int_equal(status, STATUS_OK);
	bench->first = bench->diag.count;
	score_run(bench->plan, &bench->diag);
	score_audit(bench->plan, &bench->diag);
}

void bench_plan(struct bench *bench, const char *system, const char *body)
{
	const char *xml = arena_printf(bench->arena, HEAD "<sistema>%s%s</sistema>%s</piano>",
				       system, strstr(system, "<giudizi>") ? "" : JUDGEMENTS, body);
	struct bytes source = { xml, strlen(xml) };

	score(bench,
	      input_read(&bench->plan, bench->arena, "piano.xml", source, NULL, &bench->diag));
}

void bench_file(struct bench *bench, const char *path)
{
	score(bench, input_read_file(&bench->plan, bench->arena, path, NULL, &bench->diag));
}

/* ---- Things by id ---- */

static const struct model_objective *find_objective(const struct model_list *all, const char *id)
{
	for (size_t i = 0; i < all->count; i++) {
		const struct model_objective *objective = all->items[i];

		if (text_equal(objective->id, id))
			return objective;
	}
	return NULL;
}

const struct model_objective *bench_objective(const struct bench *bench, const char *id)
{
	const struct model_objective *found = find_objective(&bench->plan->descendants, id);

	for (size_t i = 0; found == NULL && i < bench->plan->assignments.count; i++) {
		const struct model_assignment *sheet = bench->plan->assignments.items[i];

		found = find_objective(&sheet->descendants, id);
	}
	assert_non_null(found);
	return found;
}

const struct model_indicator *bench_indicator(const struct bench *bench, const char *id)
{
	const struct model_indicator *found = NULL;

	for (size_t i = 0; i < bench->plan->indicators.count; i++) {
		const struct model_indicator *indicator = bench->plan->indicators.items[i];

		if (text_equal(indicator->id, id))
			found = indicator;
	}
	assert_non_null(found);
	return found;
}

/* ---- Figures ---- */

const char *bench_figure(const struct bench *bench, const struct model_score *score)
{
	if (score->state == MODEL_SCORED)
		return number_xml(bench->arena, score->value, 2);
	return arena_printf(bench->arena, "(%s)", score->reason ? score->reason : "");
}

const char *bench_result(const struct bench *bench, const char *id)
{
	return bench_figure(bench, &bench_objective(bench, id)->result);
}

const char *bench_degree(const struct bench *bench, const char *id)
{
	return bench_figure(bench, &bench_indicator(bench, id)->degree);
}

const char *bench_exact(const struct bench *bench, const char *id)
{
	return number_exact(bench->arena, bench_indicator(bench, id)->degree.value);
}

/* ---- Findings ---- */

const char *bench_findings(const struct bench *bench)
{
	struct text codes = text_make(bench->arena);

	for (size_t i = bench->first; i < bench->diag.count; i++)
		text_addf(&codes, "%s%s", codes.length > 0 ? " " : "", bench->diag.entries[i].code);
	return codes.bytes;
}

const char *bench_finding(const struct bench *bench, const char *code)
{
	for (size_t i = bench->first; i < bench->diag.count; i++)
		if (text_equal(bench->diag.entries[i].code, code))
			return bench->diag.entries[i].text;
	return NULL;
}
