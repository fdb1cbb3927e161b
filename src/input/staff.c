/* staff.c - <premi> and <valutati>: what is published on the staff as a whole. */
#include "input_private.h"

#include <string.h>

#define STAFF(member) offsetof(struct model_staff, member)
#define GROUP(member) offsetof(struct model_staff_group, member)
#define BAND(member)  offsetof(struct model_staff_band, member)

#define LEAST_MAX 1000000 /* people a band may be asked to have */

static const struct word others[] = { { "si", 1 }, { NULL, 0 } };

static const char *name_of(const struct model_staff_group *group)
{
	return group->name != NULL ? group->name : "";
}

/* ---- What a figure may be --------------------------------------------------- */

static void check_people(struct reader *reader, struct spot spot, const struct model_figure *people)
{
	if (people->number != NULL &&
	    (number_sign(people->number) < 0 || !number_is_integer(people->number)))
		diag_error(reader->diag, spot.element->place, "persone-intere",
			   "%s: %s non è un numero di persone: scrivere un intero, da 0 in su",
			   input_spot_label(reader, spot), input_figure_text(reader, people));
}

static void check_money(struct reader *reader, struct spot spot, const struct model_figure *money)
{
	if (money->number != NULL && number_sign(money->number) < 0)
		diag_error(reader->diag, spot.element->place, "premi-negativi",
			   "%s: %s è negativo: scrivere quanto è stato stanziato o distribuito",
			   input_spot_label(reader, spot), input_figure_text(reader, money));
}

/* ---- Bands -------------------------------------------------------------------- */

static bool has_label(const struct model_list *bands, const char *label)
{
	for (size_t i = 0; i < bands->count; i++)
		if (text_equal(((const struct model_staff_band *)bands->items[i])->label, label))
			return true;
	return false;
}

static void name_band(struct reader *reader, const struct element *element,
		      const struct model_list *before, struct model_staff_band *band)
{
	if (band->label == NULL && band->others)
		band->label = model_staff_others(before->count > 0);
	if (band->label == NULL)
		diag_error(reader->diag, element->place, "attributo-mancante",
			   "<fascia> non ha «etichetta»: aggiungerla, oppure altri=\"si\" se "
			   "riunisce le fasce con troppo poche persone");
	else if (has_label(before, band->label))
		diag_error(reader->diag, element->place, "fascia-doppia",
			   "la fascia «%s» c’è già in questa categoria: darle un altro nome",
			   band->label);
}

static void read_band(struct reader *reader, const struct element *element, void *slot)
{
	static const struct attribute_rule attributes[] = {
		{ "etichetta", FORM_TEXT, .offset = BAND(label) },
		{ "altri", FORM_FLAG, .offset = BAND(others), .words = others },
		{ "da", FORM_NUMBER, .offset = BAND(from) },
		{ "numero", FORM_NUMBER, .offset = BAND(number), .required = true },
		{ "importo", FORM_NUMBER, .offset = BAND(amount) },
		{ .name = NULL },
	};
	static const struct element_rule rule = { .attributes = attributes };
	struct model_staff_band *band = input_make_thing(reader, element, sizeof *band);
	struct model_list *bands = slot;

	band->start = element->start;
	band->end = element->end;
	input_read_element(reader, element, &rule, band);
	name_band(reader, element, bands, band);
	check_people(reader, (struct spot){ element, "numero" }, &band->number);
	check_money(reader, (struct spot){ element, "importo" }, &band->amount);
	model_list_add(reader->arena, bands, band);
}

/* ---- What a group's figures must be together ----------------------------------- */

/* The sum of one member of all bands; NULL when one does not have it. */
static const struct number *sum_of(struct reader *reader, const struct model_list *bands,
				   size_t member)
{
	const struct number *sum = bands->count > 0 ? number_from_int(reader->arena, 0) : NULL;

	for (size_t i = 0; i < bands->count && sum != NULL; i++) {
		struct model_figure figure;

		memcpy(&figure, (const char *)bands->items[i] + member, sizeof figure);
		sum = figure.number != NULL ? number_add(reader->arena, sum, figure.number) : NULL;
	}
	return sum;
}

static void check_sum(struct reader *reader, const struct model_staff_group *group, size_t member,
		      const struct model_figure *whole, const char *of, const char *attribute)
{
	const struct number *sum = sum_of(reader, &group->bands, member);

	if (sum == NULL || whole->number == NULL || number_equal(sum, whole->number))
		return;
	diag_warning(reader->diag, group->place, "fasce-somma",
		     "categoria «%s»: %s delle fasce fanno %s, ma «%s» è %s: correggere",
		     name_of(group), of, number_italian(reader->arena, sum, whole->decimals),
		     attribute, input_figure_text(reader, whole));
}

static void check_group(struct reader *reader, const struct model_staff_group *group)
{
	const struct number *set_aside = group->set_aside.number, *paid = group->paid.number;

	if (set_aside != NULL && paid != NULL && number_compare(paid, set_aside) > 0)
		diag_warning(reader->diag, group->place, "premi-oltre",
			     "categoria «%s»: distribuiti %s euro su %s stanziati: controllare",
			     name_of(group), input_figure_text(reader, &group->paid),
			     input_figure_text(reader, &group->set_aside));
	check_sum(reader, group, BAND(number), &group->evaluated, "le persone", "valutati");
	check_sum(reader, group, BAND(amount), &group->paid, "gli importi", "distribuito");
}

static void read_group(struct reader *reader, const struct element *element, void *slot)
{
	static const struct attribute_rule attributes[] = {
		{ "nome", FORM_TEXT, .offset = GROUP(name), .required = true },
		{ "stanziato", FORM_NUMBER, .offset = GROUP(set_aside) },
		{ "distribuito", FORM_NUMBER, .offset = GROUP(paid) },
		{ "valutati", FORM_NUMBER, .offset = GROUP(evaluated) },
		{ .name = NULL },
	};
	static const struct child_rule children[] = {
		{ "fascia", read_band, .offset = GROUP(bands) },
		{ .name = NULL },
	};
	static const struct element_rule rule = { attributes, children, false };
	struct model_staff_group *group =
		input_read_into(reader, element, &rule, slot, sizeof *group);

	check_people(reader, (struct spot){ element, "valutati" }, &group->evaluated);
	check_money(reader, (struct spot){ element, "stanziato" }, &group->set_aside);
	check_money(reader, (struct spot){ element, "distribuito" }, &group->paid);
	check_group(reader, group);
}

/* ---- <premi>, <valutati> --------------------------------------------------------- */

static void check_names(struct reader *reader, const struct model_staff *staff)
{
	struct map names = map_make(reader->arena);

	for (size_t i = 0; i < staff->groups.count; i++) {
		const struct model_staff_group *group = staff->groups.items[i];

		if (map_find(&names, name_of(group)) != NULL)
			diag_error(reader->diag, group->place, "categoria-doppia",
				   "la categoria «%s» c’è già: riunirle, o dare un altro nome",
				   name_of(group));
		map_put(&names, name_of(group), reader);
	}
}

static bool is_few(const struct number *people, long least)
{
	return people != NULL && number_is_integer(people) && number_sign(people) > 0 &&
	       number_to_double(people) < (double)least;
}

static void check_thin_group(struct reader *reader, const struct model_staff_group *group,
			     long least)
{
	if (is_few(group->evaluated.number, least))
		diag_warning(reader->diag, group->place, "categoria-piccola",
			     "categoria «%s»: ha meno di %ld persone, che si riconoscerebbero: "
			     "riunirla con un’altra",
			     name_of(group), least);
	if (model_staff_is_thin(group, least))
		diag_warning(reader->diag, group->place, "fasce-piccole",
			     "categoria «%s»: una fascia ha meno di %ld persone, che si "
			     "riconoscerebbero: nell’edizione pubblica le sue fasce non "
			     "escono; riunirle con altri=\"si\"",
			     name_of(group), least);
}

static void check_thin(struct reader *reader, const struct model_staff *staff)
{
	long least = model_staff_least(staff);

	for (size_t i = 0; i < staff->groups.count; i++)
		check_thin_group(reader, staff->groups.items[i], least);
}

static struct model_staff *read_staff(struct reader *reader, const struct element *element,
				      const struct attribute_rule *attributes)
{
	static const struct child_rule children[] = {
		{ "criteri", input_read_text_child, .offset = STAFF(criteria), .most = 1 },
		{ "categoria", read_group, .offset = STAFF(groups) },
		{ .name = NULL },
	};
	struct element_rule rule = { attributes, children, false };
	struct model_staff *staff = input_make_thing(reader, element, sizeof *staff);

	staff->start = element->start;
	staff->end = element->end;
	staff->year = reader->plan->year;
	input_read_element(reader, element, &rule, staff);
	check_names(reader, staff);
	return staff;
}

void input_read_bonus(struct reader *reader, const struct element *element, void *slot)
{
	static const struct attribute_rule attributes[] = {
		{ "anno", FORM_YEAR, .offset = STAFF(year) },
		{ .name = NULL },
	};
	struct model_staff *bonus = read_staff(reader, element, attributes);
	struct model_list *bonuses = slot;

	for (size_t i = 0; i < bonuses->count; i++)
		if (((const struct model_staff *)bonuses->items[i])->year == bonus->year)
			diag_error(reader->diag, element->place, "premi-doppi",
				   "i <premi> del %d ci sono già: riunirli", bonus->year);
	check_thin(reader, bonus);
	model_list_add(reader->arena, bonuses, bonus);
}

static bool is_least(struct reader *reader, const struct number *number)
{
	return number_is_integer(number) &&
	       number_compare(number, number_from_int(reader->arena, MODEL_STAFF_LEAST)) >= 0 &&
	       number_compare(number, number_from_int(reader->arena, LEAST_MAX)) <= 0;
}

/* What can't be a least is taken away: nobody then counts with it. */
static void check_minimum(struct reader *reader, const struct element *element,
			  struct model_figure *minimum)
{
	if (minimum->number == NULL || is_least(reader, minimum->number))
		return;
	diag_error(reader->diag, element->place, "minimo-persone",
		   "minimo di <valutati>: %s non è un intero da %d, il meno che la "
		   "riservatezza consenta, a %d: correggerlo",
		   input_figure_text(reader, minimum), MODEL_STAFF_LEAST, LEAST_MAX);
	*minimum = (struct model_figure){ .number = NULL };
}

void input_read_evaluated(struct reader *reader, const struct element *element, void *slot)
{
	static const struct attribute_rule attributes[] = {
		{ "anno", FORM_YEAR, .offset = STAFF(year) },
		{ "minimo", FORM_NUMBER, .offset = STAFF(minimum) },
		{ .name = NULL },
	};
	struct model_staff *evaluated = read_staff(reader, element, attributes);

	check_minimum(reader, element, &evaluated->minimum);
	check_thin(reader, evaluated);
	*(struct model_staff **)slot = evaluated;
}
