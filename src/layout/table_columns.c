/* table_columns.c - the widths of a table's columns, once, before any page.
 *
 * Points and percentages first; automatic columns between their longest word
 * and their longest line; shares take the rest. Too wide: automatic columns
 * shrink to the longest word, then the widest columns to one width that lets
 * all in, and it is reported: a code without blanks does not break the words
 * of its neighbours.
 */
#include "table_private.h"

#include <math.h>

struct sums {
	double fixed; /* points and percentages */
	double auto_least, auto_most;
	double share_least, shares; /* fr: longest words, sum of shares */
	int autos, fractions;
};

static double fixed_width(const struct table *table, int i)
{
	const struct document_width *width = &table->data->widths[i];
	double value = width->value > 0 && isfinite(width->value) ? width->value : 0;

	if (width->kind == DOCUMENT_WIDTH_PERCENT)
		value *= table->width / 100;
	return fmax(value, table->columns[i].floor);
}

static double share_of(const struct document_width *width)
{
	return width->value > 0 && isfinite(width->value) ? width->value : 1;
}

static struct sums add_up(const struct table *table)
{
	struct sums sums = { 0 };

	for (int i = 0; i < table->column_count; i++) {
		const struct document_width *width = &table->data->widths[i];
		const struct column *column = &table->columns[i];

		if (width->kind == DOCUMENT_WIDTH_AUTO) {
			sums.autos++;
			sums.auto_least += column->least;
			sums.auto_most += column->most;
		} else if (width->kind == DOCUMENT_WIDTH_FR) {
			sums.fractions++;
			sums.share_least += column->least;
			sums.shares += share_of(width);
		} else {
			sums.fixed += fixed_width(table, i);
		}
	}
	return sums;
}

/* How far automatic columns go from their least (0) to their most (1). */
static double auto_part(const struct sums *sums, double room)
{
	double fair, for_shares = 0;

	if (sums->fractions > 0) {
		fair = room * sums->fractions / (sums->fractions + sums->autos);
		for_shares = fmax(sums->share_least, fair);
		if (sums->auto_least + for_shares > room)
			for_shares = sums->share_least;
	}
	if (sums->auto_most <= room - for_shares)
		return 1;
	if (sums->auto_most <= sums->auto_least)
		return 0;
	return fmax(0,
		    (room - for_shares - sums->auto_least) / (sums->auto_most - sums->auto_least));
}

/* Shares of the rest; a column whose longest word needs more gets that first. */
static void give_shares(struct table *table, struct sums sums, double rest)
{
	bool changed = true;

	while (changed) {
		changed = false;
		for (int i = 0; i < table->column_count; i++) {
			const struct document_width *width = &table->data->widths[i];
			struct column *column = &table->columns[i];

			if (width->kind != DOCUMENT_WIDTH_FR || column->width > 0 ||
			    rest * share_of(width) / sums.shares >= column->least)
				continue;
			column->width = column->least;
			rest -= column->least;
			sums.shares -= share_of(width);
			changed = true;
		}
	}
	for (int i = 0; i < table->column_count; i++)
		if (table->data->widths[i].kind == DOCUMENT_WIDTH_FR &&
		    table->columns[i].width <= 0)
			table->columns[i].width =
				rest * share_of(&table->data->widths[i]) / sums.shares;
}

static double total_width(const struct table *table)
{
	double total = 0;

	for (int i = 0; i < table->column_count; i++)
		total += table->columns[i].width;
	return total;
}

/* The width that no column may pass so that all fit: what columns below it
 * leave is shared by those above. */
static double widest_allowed(const struct table *table)
{
	double most = table->width / table->column_count, room;
	int above, before = -1;

	for (above = table->column_count; above != before; most = room / above) {
		before = above;
		above = 0;
		room = table->width;
		for (int i = 0; i < table->column_count; i++) {
			above += table->columns[i].width > most;
			room -= table->columns[i].width > most ? 0 : table->columns[i].width;
		}
		if (above == 0)
			break;
	}
	return most;
}

static void shrink(struct table *table, double total)
{
	double most = widest_allowed(table);

	for (int i = 0; i < table->column_count; i++)
		table->columns[i].width = fmin(table->columns[i].width, most);
	if (table->piece.block != NULL)
		diag_warning(table->piece.layout->diag, table->piece.block->place, "troppo-largo",
			     "la tabella chiede %.0f pt e la pagina ne ha %.0f: le colonne più "
			     "larghe sono state strette; allargare la pagina, ridurre le colonne "
			     "o il corpo del testo",
			     total, table->width);
}

void table_settle_columns(struct table *table)
{
	struct sums sums = add_up(table);
	double room = table->width - sums.fixed, part = auto_part(&sums, room), x = 0, total;

	for (int i = 0; i < table->column_count; i++) {
		struct column *column = &table->columns[i];

		if (table->data->widths[i].kind == DOCUMENT_WIDTH_AUTO) {
			column->width = column->least + part * (column->most - column->least);
			room -= column->width;
		} else if (table->data->widths[i].kind != DOCUMENT_WIDTH_FR) {
			column->width = fixed_width(table, i);
		}
	}
	if (sums.fractions > 0)
		give_shares(table, sums, fmax(room, sums.share_least));
	total = total_width(table);
	if (total > table->width + LAYOUT_EPSILON * table->column_count)
		shrink(table, total);
	for (int i = 0; i < table->column_count; i++) {
		table->columns[i].x = x;
		x += table->columns[i].width;
	}
	table->width = x;
}
