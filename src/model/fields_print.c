/* The table of fields, printed in four forms. One row printer and one frame a
 * form; what a row says is gathered once. */
#include "model_private.h"

#include "base/escape.h"

#define NAME_COLUMNS 18
#define TYPE_COLUMNS 29 /* "elenco di categoria-personale" */
#define UNIT_COLUMNS 6

static const char *const type_names[] = {
	[MODEL_FIELD_TEXT] = "testo",       [MODEL_FIELD_WORD] = "parola",
	[MODEL_FIELD_FLAG] = "sì o no",     [MODEL_FIELD_INTEGER] = "intero",
	[MODEL_FIELD_COUNT] = "conteggio",  [MODEL_FIELD_FIGURE] = "numero",
	[MODEL_FIELD_NUMBER] = "numero",    [MODEL_FIELD_DAY] = "data",
	[MODEL_FIELD_VALUE] = "valore",     [MODEL_FIELD_YEARLY] = "valore per anno",
	[MODEL_FIELD_SCORE] = "risultato",  [MODEL_FIELD_VARIANCE] = "scostamento",
	[MODEL_FIELD_ONE] = "uno",          [MODEL_FIELD_MANY] = "elenco",
	[MODEL_FIELD_RICH] = "testo ricco",
};
static const char *const unit_names[] = {
	[MODEL_UNIT_NONE] = "",
	[MODEL_UNIT_PERCENT] = "%",
	[MODEL_UNIT_EURO] = "euro",
	[MODEL_UNIT_OWN] = "la sua",
};

/* "elenco di obiettivo" */
static char *name_type(struct arena *arena, const struct model_field *field)
{
	struct text text = text_make(arena);

	text_add(&text, type_names[field->type]);
	if (field->type == MODEL_FIELD_MANY || field->type == MODEL_FIELD_ONE)
		text_addf(&text, " di %s", field->target->name);
	return text.bytes;
}

/* "crescente, decrescente" */
static char *join_words(struct arena *arena, const struct model_field *field)
{
	struct text text = text_make(arena);

	for (size_t i = 0; field->words != NULL && field->words[i] != NULL; i++)
		if (field->words[i][0] != '\0')
			text_addf(&text, "%s%s", text.length > 0 ? ", " : "", field->words[i]);
	return text.bytes;
}

/* "elenco di serie, [id]", "parola: crescente, decrescente" */
static char *describe_type(struct arena *arena, const struct model_field *field)
{
	const char *words = join_words(arena, field);
	struct text text = text_make(arena);

	text_add(&text, name_type(arena, field));
	if (field->key != NULL)
		text_addf(&text, ", [%s]", field->key);
	if (*words != '\0')
		text_addf(&text, "%s: %s", field->type == MODEL_FIELD_WORD ? "" : ", per esempio",
			  words);
	return text.bytes;
}

static void add_cell(struct text *out, const char *string, size_t width)
{
	text_add(out, string);
	for (size_t length = utf8_length(string); length < width; length++)
		text_add_char(out, ' ');
	text_add(out, "  ");
}

/* What would not stay in the column of types stands by the name or comes last. */
static void text_row(struct text *out, const struct model_class *class,
		     const struct model_field *field)
{
	const char *words = join_words(out->arena, field);
	const char *name = field->name;

	(void)class;
	if (field->key != NULL)
		name = arena_printf(out->arena, "%s[%s]", name, field->key);
	text_add(out, "  ");
	add_cell(out, name, NAME_COLUMNS);
	add_cell(out, name_type(out->arena, field), TYPE_COLUMNS);
	add_cell(out, unit_names[field->unit], UNIT_COLUMNS);
	text_addf(out, "%s%s", field->about, field->computed ? " (calcolato)" : "");
	if (*words != '\0')
		text_addf(out, "%s: %s", field->type == MODEL_FIELD_WORD ? "" : "; per esempio",
			  words);
	text_add_char(out, '\n');
}

static void text_head(struct text *out, const struct model_class *class)
{
	text_addf(out, "%s%s: %s\n", out->length > 0 ? "\n" : "", class->name, class->about);
}

static void add_markdown(struct text *out, const char *string)
{
	for (; *string != '\0'; string++) {
		if (*string == '|' || *string == '<' || *string == '>' || *string == '*')
			text_add_char(out, '\\');
		text_add_char(out, *string);
	}
}

static void markdown_row(struct text *out, const struct model_class *class,
			 const struct model_field *field)
{
	(void)class;
	text_addf(out, "| `%s` | ", field->name);
	add_markdown(out, describe_type(out->arena, field));
	text_addf(out, " | %s | ", unit_names[field->unit]);
	add_markdown(out, field->about);
	text_add(out, field->computed ? " | sì | `" : " | | `");
	text_addf(out, "%s` |\n", field->where);
}

static void markdown_head(struct text *out, const struct model_class *class)
{
	text_addf(out, "\n## %s\n\n%s.", class->name, class->about);
	if (class->face != NULL)
		text_addf(out, " Scritto da solo stampa `%s`.", class->face);
	text_add(out, "\n\n| campo | tipo | unità | significato | calcolato | nel documento |\n"
		      "| --- | --- | --- | --- | --- | --- |\n");
}

static void csv_row(struct text *out, const struct model_class *class,
		    const struct model_field *field)
{
	const char *cells[] = { class->name,
				field->name,
				describe_type(out->arena, field),
				unit_names[field->unit],
				field->about,
				field->computed ? "si" : "no",
				field->where };

	for (size_t i = 0; i < sizeof(cells) / sizeof(*cells); i++) {
		if (i > 0)
			text_add_char(out, ',');
		escape_csv(out, cells[i], ',', CSV_TEXT);
	}
	text_add(out, "\r\n");
}

static void json_row(struct text *out, const struct model_class *class,
		     const struct model_field *field)
{
	static const char *const keys[] = { "campo", "tipo", "unita", "significato",
					    "nel_documento" };
	const char *values[] = { field->name, describe_type(out->arena, field),
				 unit_names[field->unit], field->about, field->where };

	text_add(out, field == class->fields ? "\n    {" : ",\n    {");
	for (size_t i = 0; i < sizeof(values) / sizeof(*values); i++) {
		escape_json(out, keys[i]);
		text_add(out, ": ");
		escape_json(out, values[i]);
		text_add(out, ", ");
	}
	text_addf(out, "\"calcolato\": %s}", field->computed ? "true" : "false");
}

static void json_head(struct text *out, const struct model_class *class)
{
	text_add(out, class == model_classes[0] ? "\n  {\"classe\": " : ",\n  {\"classe\": ");
	escape_json(out, class->name);
	text_add(out, ", \"significato\": ");
	escape_json(out, class->about);
	text_add(out, ", \"campi\": [");
}

struct form {
	char letter;
	const char *before, *after_class, *after;
	void (*head)(struct text *out, const struct model_class *class);
	void (*row)(struct text *out, const struct model_class *class,
		    const struct model_field *field);
};

static const struct form forms[] = {
	{ 't', "", "", "", text_head, text_row },
	{ 'm',
	  "# Campi\n\nI nomi che i modelli possono usare, per classe. Pagina scritta da "
	  "`relazione campi -f markdown`.\n",
	  "", "", markdown_head, markdown_row },
	{ 'c', "classe,campo,tipo,unita,significato,calcolato,nel_documento\r\n", "", "", NULL,
	  csv_row },
	{ 'j', "[", "\n  ]}", "\n]\n", json_head, json_row },
};

static void print_class(struct text *out, const struct form *form, const struct model_class *class)
{
	if (form->head != NULL)
		form->head(out, class);
	for (const struct model_field *field = class->fields; field->name != NULL; field++)
		form->row(out, class, field);
	text_add(out, form->after_class);
}

void model_fields_print(struct text *out, char format)
{
	const struct form *form = &forms[0];

	for (size_t i = 0; i < sizeof(forms) / sizeof(*forms); i++)
		if (forms[i].letter == format)
			form = &forms[i];
	text_add(out, form->before);
	for (size_t i = 0; model_classes[i] != NULL; i++)
		print_class(out, form, model_classes[i]);
	text_add(out, form->after);
}
