/* table.c - open data: the rows of each table, one table a file. Source: RFC 4180. */
#include "export_private.h"

/* ---- rows ------------------------------------------------------------------------ */

static void end_row(struct text *out)
{
	text_add(out, "\r\n");
}

static void put_words(struct text *out, const char *words, bool last)
{
	export_csv_text(out, words, ',');
	text_add(out, last ? "" : ",");
}

static void put_number(struct text *out, const struct number *number, int decimals)
{
	if (number != NULL)
		text_add(out, number_xml(out->arena, number, decimals));
}

static void put_judgements(struct text *out, const struct model_plan *plan)
{
	for (size_t i = 0; i < plan->distribution.count; i++) {
		const struct model_distribution *row = plan->distribution.items[i];

		put_words(out, row->type, false);
		put_words(out, row->label, false);
		text_addf(out, "%d,", row->number);
		put_number(out, row->share, EXPORT_RESULT_DECIMALS);
		end_row(out);
	}
}

static void put_point(struct text *out, const char *const head[3], const char *label,
		      const char *category, const struct model_figure *value)
{
	for (size_t i = 0; i < 3; i++)
		put_words(out, head[i], false);
	put_words(out, label, false);
	put_words(out, category, false);
	put_number(out, value->number, value->decimals);
	end_row(out);
}

static void put_row_values(struct text *out, const char *const head[3],
			   const struct model_table *table, const struct model_row *row)
{
	for (size_t i = 0; i < row->values.count && i < table->categories.count; i++) {
		const struct model_point *point = row->values.items[i];
		const struct model_words *category = table->categories.items[i];

		put_point(out, head, row->label, category->text, &point->value);
	}
}

static void put_budget(struct text *out, const struct model_plan *plan)
{
	for (size_t i = 0; i < plan->series.count; i++) {
		const struct model_series *series = plan->series.items[i];
		const char *const head[] = { series->id, series->title, series->unit };

		for (size_t k = 0; k < series->points.count; k++) {
			const struct model_point *point = series->points.items[k];

			put_point(out, head, point->label, NULL, &point->value);
		}
	}
	for (size_t i = 0; i < plan->tables.count; i++) {
		const struct model_table *table = plan->tables.items[i];
		const char *const head[] = { table->id, table->title, table->unit };

		for (size_t k = 0; k < table->rows.count; k++)
			put_row_values(out, head, table, table->rows.items[k]);
	}
}

/* ---- the staff as a whole ------------------------------------------------------- */

static void put_figure(struct text *out, const struct model_figure *figure)
{
	put_number(out, figure->number, figure->decimals);
	text_add_char(out, ',');
}

static void put_year(struct text *out, const struct model_staff *staff,
		     const struct model_staff_group *group)
{
	text_addf(out, "%d,", staff->year);
	put_words(out, group->name, false);
}

static void put_group(struct text *out, const struct model_staff *staff,
		      const struct model_staff_group *group, bool money)
{
	put_year(out, staff, group);
	if (money) {
		put_figure(out, &group->set_aside);
		put_figure(out, &group->paid);
		put_number(out, group->paid_share, EXPORT_RESULT_DECIMALS);
		text_add_char(out, ',');
	}
	put_figure(out, &group->evaluated);
	put_number(out, group->spread, EXPORT_RESULT_DECIMALS);
	end_row(out);
}

static void put_band(struct text *out, const struct model_staff_band *band, bool money)
{
	put_words(out, band->label, false);
	if (money)
		put_figure(out, &band->from);
	put_figure(out, &band->number);
	if (money)
		put_figure(out, &band->amount);
	put_number(out, band->share, EXPORT_RESULT_DECIMALS);
	end_row(out);
}

static void put_bands(struct text *out, const struct model_staff *staff,
		      const struct model_staff_group *group, bool money)
{
	for (size_t i = 0; i < group->bands.count; i++) {
		put_year(out, staff, group);
		put_band(out, group->bands.items[i], money);
	}
}

typedef void put_staff_function(struct text *out, const struct model_staff *staff,
				const struct model_staff_group *group, bool money);

static void put_staff(struct text *out, const struct model_staff *staff, put_staff_function *put,
		      bool money)
{
	for (size_t i = 0; staff != NULL && i < staff->groups.count; i++)
		put(out, staff, staff->groups.items[i], money);
}

static void put_bonuses(struct text *out, const struct model_plan *plan, put_staff_function *put)
{
	for (size_t i = 0; i < plan->bonuses.count; i++)
		put_staff(out, plan->bonuses.items[i], put, true);
}

/* ---- a table --------------------------------------------------------------------- */

/* Of the tables that tell of the tree. */
static export_put_function *const tree_tables[EXPORT_TABLES] = {
	[EXPORT_TABLE_OBJECTIVES] = export_put_objective,
	[EXPORT_TABLE_INDICATORS] = export_put_indicator,
	[EXPORT_TABLE_AREAS] = export_put_area,
	[EXPORT_TABLE_PLACES] = export_put_place,
	[EXPORT_TABLE_VALUES] = export_put_values,
	[EXPORT_TABLE_RESOURCES] = export_put_resources,
	[EXPORT_TABLE_OWNERS] = export_put_owners,
};

static void put_rows(struct text *out, const struct model_plan *plan, enum export_table table)
{
	if (tree_tables[table] != NULL)
		export_put_tree(out, plan, tree_tables[table]);
	else if (table == EXPORT_TABLE_JUDGEMENTS)
		put_judgements(out, plan);
	else if (table == EXPORT_TABLE_BUDGET)
		put_budget(out, plan);
	else if (table == EXPORT_TABLE_BONUSES)
		put_bonuses(out, plan, put_group);
	else if (table == EXPORT_TABLE_BONUS_BANDS)
		put_bonuses(out, plan, put_bands);
	else if (table == EXPORT_TABLE_EVALUATED)
		put_staff(out, plan->evaluated, put_group, false);
	else if (table == EXPORT_TABLE_EVALUATED_BANDS)
		put_staff(out, plan->evaluated, put_bands, false);
}

void export_table_csv(struct text *out, const struct model_plan *plan, enum export_table table)
{
	export_table_header(out, table);
	put_rows(out, plan, table);
}

bool export_table_given(const struct model_plan *plan, enum export_table table)
{
	struct text rows = text_make(plan->arena);

	put_rows(&rows, plan, table);
	return rows.length > 0;
}
