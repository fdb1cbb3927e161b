/* form.c - the text of attributes and values: numbers, dates, years, words. */
#include "input_private.h"

#include <stdio.h>
#include <string.h>

#define SHOWN_MAX  60 /* bytes of the input that a finding quotes */
#define JOINED_MAX 20 /* names that it lists                       */

const char *input_shown(struct reader *reader, const char *text)
{
	size_t length = strlen(text), end = SHOWN_MAX;
	char *shown;

	if (length > SHOWN_MAX) {
		while (end > 0 && (text[end] & 0xC0) == 0x80)
			end--; /* not inside a character */
		length = end;
	}
	shown = text_fold_space(reader->arena, arena_strndup(reader->arena, text, length));
	return text[length] == '\0' ? shown : arena_printf(reader->arena, "%s…", shown);
}

const char *input_join_names(struct arena *arena, const char *const *names, size_t count)
{
	struct text text = text_make(arena);

	for (size_t i = 0; i < count && i < JOINED_MAX; i++) {
		if (i > 0)
			text_add(&text, ", ");
		text_add(&text, names[i]);
	}
	if (count > JOINED_MAX)
		text_add(&text, " e altri");
	return text.bytes;
}

const char *input_join_words(struct arena *arena, const struct word *words)
{
	struct text text = text_make(arena);

	for (; words->spelling != NULL; words++) {
		if (text.length > 0)
			text_add(&text, ", ");
		text_add(&text, words->spelling);
	}
	return text.bytes;
}

const char *input_spot_label(struct reader *reader, struct spot spot)
{
	if (spot.attribute == NULL)
		return arena_printf(reader->arena, "<%s>", spot.element->name);
	return arena_printf(reader->arena, "%s di <%s>", spot.attribute, spot.element->name);
}

static bool is_blank(char byte)
{
	return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

struct model_list input_split_words(struct arena *arena, const char *text)
{
	struct model_list words = { 0 };

	while (*text != '\0') {
		const char *start;

		while (is_blank(*text))
			text++;
		for (start = text; *text != '\0' && !is_blank(*text);)
			text++;
		if (text > start)
			model_list_add(arena, &words,
				       arena_strndup(arena, start, (size_t)(text - start)));
	}
	return words;
}

/* "1.234,56 %" -> "1234.56": how the number is to be written; NULL when that
 * is no number either. */
static const char *number_as_meant(struct reader *reader, const char *text)
{
	struct text meant = text_make(reader->arena);
	bool comma = strchr(text, ',') != NULL;
	const struct number *number;

	for (; *text != '\0' && *text != '%'; text++) {
		if (*text == ',')
			text_add_char(&meant, '.');
		else if (!is_blank(*text) && !(comma && *text == '.'))
			text_add_char(&meant, *text);
	}
	return number_parse(&number, NULL, reader->arena, meant.bytes) ? meant.bytes : NULL;
}

static size_t count_digits(const char *text)
{
	size_t count = 0;

	for (; *text != '\0'; text++)
		count += *text >= '0' && *text <= '9';
	return count;
}

static void refuse_number(struct reader *reader, struct spot spot, const char *text)
{
	const char *meant = number_as_meant(reader, text);

	if (count_digits(text) > NUMBER_DIGITS_MAX)
		diag_error(reader->diag, spot.element->place, "numero",
			   "%s: il numero ha più di %d cifre: scriverne meno",
			   input_spot_label(reader, spot), NUMBER_DIGITS_MAX);
	else if (text_blank(text))
		diag_error(reader->diag, spot.element->place, "numero",
			   "%s è vuoto: scrivere un numero, per esempio 12.50",
			   input_spot_label(reader, spot));
	else if (meant != NULL && strchr(text, ',') != NULL)
		diag_error(reader->diag, spot.element->place, "numero",
			   "%s: «%s» non è un numero: usare il punto, per esempio %s",
			   input_spot_label(reader, spot), input_shown(reader, text), meant);
	else if (meant != NULL)
		diag_error(reader->diag, spot.element->place, "numero",
			   "%s: «%s» non è un numero: scrivere solo le cifre, per esempio %s",
			   input_spot_label(reader, spot), input_shown(reader, text), meant);
	else
		diag_error(reader->diag, spot.element->place, "numero",
			   "%s: «%s» non è un numero: usare cifre e punto, per esempio 12.50",
			   input_spot_label(reader, spot), input_shown(reader, text));
}

bool input_read_number(struct reader *reader, struct spot spot, const char *text,
		       struct model_figure *out)
{
	if (number_parse(&out->number, &out->decimals, reader->arena, text))
		return true;
	*out = (struct model_figure){ 0 };
	refuse_number(reader, spot, text);
	return false;
}

/* "31/12/2022" -> "2022-12-31", NULL when it is no date either. */
static const char *day_as_meant(struct reader *reader, const char *text)
{
	int day, month, year, end = 0;
	date_days date;
	char *meant;

	if (strlen(text) > 10 ||
	    sscanf(text, "%2d%*1[/.-]%2d%*1[/.-]%4d%n", &day, &month, &year, &end) < 3 ||
	    text[end] != '\0' || day < 1 || month < 1)
		return NULL;
	meant = arena_printf(reader->arena, "%04d-%02d-%02d", year, month, day);
	return date_parse(&date, meant) ? meant : NULL;
}

/* Digits and dashes where a day has them, so that only the day is wrong. */
static bool has_form_of_day(const char *text)
{
	const char *form = "dddd-dd-dd";

	for (; *form != '\0' && *text != '\0'; form++, text++)
		if (*form == 'd' ? *text < '0' || *text > '9' : *text != *form)
			return false;
	return *form == *text;
}

static void refuse_day(struct reader *reader, struct spot spot, const char *text)
{
	const char *meant = day_as_meant(reader, text);

	if (has_form_of_day(text))
		diag_error(reader->diag, spot.element->place, "data",
			   "%s: il giorno «%s» non esiste: controllare mese e giorno",
			   input_spot_label(reader, spot), text);
	else
		diag_error(reader->diag, spot.element->place, "data",
			   "%s: «%s» non è una data: scrivere anno-mese-giorno, per esempio %s",
			   input_spot_label(reader, spot), input_shown(reader, text),
			   meant != NULL ? meant : "2022-12-31");
}

bool input_read_day(struct reader *reader, struct spot spot, const char *text, date_days *out)
{
	if (!date_parse(out, text)) {
		refuse_day(reader, spot, text);
		return false;
	}
	if (date_year(*out) >= INPUT_YEAR_MIN && date_year(*out) <= INPUT_YEAR_MAX)
		return true;
	diag_error(reader->diag, spot.element->place, "data-lontana",
		   "%s: la data %s è fuori dagli anni ammessi, dal %d al %d: controllare l’anno",
		   input_spot_label(reader, spot), date_italian(reader->arena, *out),
		   INPUT_YEAR_MIN, INPUT_YEAR_MAX);
	return false;
}

bool input_read_year(struct reader *reader, struct spot spot, const char *text, int *out)
{
	int year = 0;

	if (strlen(text) == 4 && count_digits(text) == 4)
		for (const char *digit = text; *digit != '\0'; digit++)
			year = year * 10 + (*digit - '0');
	if (year >= INPUT_YEAR_MIN && year <= INPUT_YEAR_MAX) {
		*out = year;
		return true;
	}
	diag_error(reader->diag, spot.element->place, "anno",
		   "%s: «%s» non è un anno tra %d e %d: scrivere quattro cifre, per esempio 2022",
		   input_spot_label(reader, spot), input_shown(reader, text), INPUT_YEAR_MIN,
		   INPUT_YEAR_MAX);
	return false;
}

static const char *nearest_word(struct reader *reader, const char *text, const struct word *words)
{
	size_t count = 0;
	const char **names;

	while (words[count].spelling != NULL)
		count++;
	names = arena_array(reader->arena, const char *, count);
	for (size_t i = 0; i < count; i++)
		names[i] = words[i].spelling;
	return text_nearest(text, names, count);
}

bool input_read_word(struct reader *reader, struct spot spot, const char *text,
		     const struct word *words, int *out)
{
	const char *nearest;

	for (const struct word *word = words; word->spelling != NULL; word++)
		if (text_equal(word->spelling, text)) {
			*out = word->value;
			return true;
		}
	nearest = nearest_word(reader, text, words);
	if (nearest != NULL)
		diag_error(reader->diag, spot.element->place, "parola-ignota",
			   "%s: «%s» non è ammesso: forse «%s»", input_spot_label(reader, spot),
			   input_shown(reader, text), nearest);
	else
		diag_error(reader->diag, spot.element->place, "parola-ignota",
			   "%s: «%s» non è ammesso: scrivere %s%s", input_spot_label(reader, spot),
			   input_shown(reader, text), words[1].spelling != NULL ? "uno di " : "",
			   input_join_words(reader->arena, words));
	return false;
}

static void read_id(struct reader *reader, const struct element *element, const char *text,
		    const char **out)
{
	if (text_blank(text))
		return; /* a missing one is found by require_attributes() or given a default */
	if (strpbrk(text, " \t\r\n") != NULL)
		diag_error(reader->diag, element->place, "id-spazi",
			   "id di <%s>: «%s» contiene spazi: toglierli o usare il trattino",
			   element->name, input_shown(reader, text));
	else if (strlen(text) > INPUT_ID_MAX)
		diag_error(reader->diag, element->place, "limite",
			   "id di <%s>: più di %d caratteri: accorciarlo", element->name,
			   INPUT_ID_MAX);
	else
		*out = text;
}

static void read_references(struct reader *reader, const struct element *element,
			    const struct attribute_rule *rule, const char *text, void *slot)
{
	struct model_list names = input_split_words(reader->arena, text);

	if (rule->form == FORM_REFERENCE && names.count > 1)
		diag_error(reader->diag, element->place, "rif-molti",
			   "%s: «%s» sono %zu id: scriverne uno solo",
			   input_spot_label(reader, (struct spot){ element, rule->name }),
			   input_shown(reader, text), names.count);
	for (size_t i = 0; i < names.count; i++) {
		if (rule->form == FORM_REFERENCES)
			input_refer(reader, element, rule->name, rule->target, names.items[i], NULL,
				    slot);
		else if (names.count == 1)
			input_refer(reader, element, rule->name, rule->target, names.items[i], slot,
				    NULL);
	}
}

static void read_day_attribute(struct reader *reader, struct spot spot, const char *text,
			       struct model_day *out)
{
	out->given = input_read_day(reader, spot, text, &out->date);
}

static void read_flag(struct reader *reader, struct spot spot, const char *text,
		      const struct word *words, bool *out)
{
	int value;

	*out = input_read_word(reader, spot, text, words, &value);
}

void input_read_attribute(struct reader *reader, const struct element *element,
			  const struct attribute_rule *rule, const char *text, void *thing)
{
	void *slot = (char *)thing + rule->offset;
	struct spot spot = { element, rule->name };

	text = text_fold_space(reader->arena, text);
	if (*text == '\0' && rule->required)
		return; /* said by require_attributes() */
	if (strlen(text) > INPUT_ATTRIBUTE_MAX) {
		diag_error(reader->diag, element->place, "limite",
			   "%s: più di %d caratteri: accorciarlo", input_spot_label(reader, spot),
			   INPUT_ATTRIBUTE_MAX);
		return;
	}
	switch (rule->form) {
	case FORM_TEXT: *(const char **)slot = *text != '\0' ? text : NULL; break;
	case FORM_ID: read_id(reader, element, text, slot); break;
	case FORM_NUMBER: input_read_number(reader, spot, text, slot); break;
	case FORM_YEAR: input_read_year(reader, spot, text, slot); break;
	case FORM_DAY: read_day_attribute(reader, spot, text, slot); break;
	case FORM_WORD: input_read_word(reader, spot, text, rule->words, slot); break;
	case FORM_FLAG: read_flag(reader, spot, text, rule->words, slot); break;
	case FORM_REFERENCE:
	case FORM_REFERENCES: read_references(reader, element, rule, text, slot); break;
	case FORM_LATER: break;
	}
}
