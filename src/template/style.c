/* Named styles as a template writes them: one table of properties says how
 * each is read and where it goes; what is given is kept as bits. */
#include "style.h"
#include "base/number.h"
#include "style_private.h"

#include <stdlib.h>
#include <string.h>

/* ---- values ------------------------------------------------------------ */

static const struct {
	const char *unit;
	double points;
} units[] = { { "pt", 1 }, { "mm", 72 / 25.4 }, { "cm", 72 / 2.54 }, { "", 1 } };

#define LENGTH_MAX 10000 /* pt */

/* A plain decimal, with a point in every locale. */
static bool read_decimal(double *out, const char **at)
{
	const char *p = *at;
	double value = 0, scale = 1;
	bool negative = *p == '-', digits = false;

	for (p += negative; *p >= '0' && *p <= '9' && value < 1e6; p++, digits = true)
		value = value * 10 + (*p - '0');
	if (*p == '.')
		for (p++; *p >= '0' && *p <= '9' && scale < 1e6; p++, digits = true)
			value += (*p - '0') / (scale *= 10);
	*out = negative ? -value : value;
	*at = p;
	return digits;
}

bool style_length(double *out, const char *text)
{
	double value;

	if (!read_decimal(&value, &text))
		return false;
	for (size_t i = 0; i < sizeof(units) / sizeof(*units); i++) {
		if (strcmp(text, units[i].unit) == 0) {
			*out = value * units[i].points;
			return *out > -LENGTH_MAX && *out < LENGTH_MAX;
		}
	}
	return false;
}

/* The next word of a list parted by blanks, at most `room` bytes; false at the end. */
static bool next_word(char *word, size_t room, const char **at)
{
	size_t length;

	while (**at == ' ')
		++*at;
	length = strcspn(*at, " ");
	if (length == 0 || length >= room)
		return false;
	memcpy(word, *at, length);
	word[length] = '\0';
	*at += length;
	return true;
}

bool style_edges(struct document_edges *out, const char *text)
{
	double sides[4];
	char word[32];
	int count = 0;

	while (count < 4 && next_word(word, sizeof(word), &text)) {
		if (!style_length(&sides[count++], word))
			return false;
	}
	if (count == 0 || *text != '\0')
		return false;
	out->top = sides[0];
	out->right = count > 1 ? sides[1] : sides[0];
	out->bottom = count > 2 ? sides[2] : sides[0];
	out->left = count > 3 ? sides[3] : out->right;
	return true;
}

bool style_colour(document_colour *out, const char *text)
{
	char *end;

	if (strcmp(text, "nessuno") == 0) {
		*out = DOCUMENT_NO_COLOUR;
		return true;
	}
	if (text[0] != '#' || strlen(text) != 7 || strspn(text + 1, "0123456789abcdefABCDEF") != 6)
		return false;
	*out = (document_colour)strtol(text + 1, &end, 16);
	return true;
}

static bool read_border(struct document_border *out, const char *text)
{
	char word[32];

	if (strcmp(text, "nessuno") == 0) {
		*out = (struct document_border){ 0, 0 };
		return true;
	}
	return next_word(word, sizeof(word), &text) && style_length(&out->width_pt, word) &&
	       out->width_pt >= 0 && next_word(word, sizeof(word), &text) &&
	       style_colour(&out->colour, word) && *text == '\0';
}

/* ---- the table of properties ------------------------------------------- */

#define AT(member)    offsetof(struct document_style, member)
#define SIZE(member)  sizeof(((struct document_style *)0)->member)
#define PLACE(member) AT(member), SIZE(member)

static const char *const flag_words[] = { "no", "si", NULL };
static const char *const align_words[] = { "sinistra",     "destra",  "centro",
					   "giustificato", "virgola", NULL };

const struct style_property style_properties[] = {
	{ "corpo", STYLE_SIZE, PLACE(character.size_pt), true, "una misura tra 4pt e 200pt" },
	{ "interlinea", STYLE_LEADING, PLACE(leading_pt), true,
	  "una misura (14pt) o un multiplo del corpo (1.4)" },
	{ "colore", STYLE_COLOUR, PLACE(character.colour), true, "un colore come #1f4e5f" },
	{ "grassetto", STYLE_FLAG, PLACE(character.bold), true, "si o no" },
	{ "corsivo", STYLE_FLAG, PLACE(character.italic), true, "si o no" },
	{ "sottolineato", STYLE_FLAG, PLACE(character.underline), true, "si o no" },
	{ "maiuscoletto", STYLE_FLAG, PLACE(character.small_capitals), true, "si o no" },
	{ "allinea", STYLE_ALIGN, PLACE(align), true,
	  "sinistra, destra, centro, giustificato o virgola" },
	{ "sillaba", STYLE_FLAG, PLACE(hyphenate), true, "si o no" },
	{ "spazio-prima", STYLE_LENGTH, PLACE(space_before_pt), false, "una misura" },
	{ "spazio-dopo", STYLE_LENGTH, PLACE(space_after_pt), false, "una misura" },
	{ "rientro-prima-riga", STYLE_SIGNED_LENGTH, PLACE(indent_first_pt), false, "una misura" },
	{ "rientro-sinistra", STYLE_LENGTH, PLACE(indent_left_pt), false, "una misura" },
	{ "rientro-destra", STYLE_LENGTH, PLACE(indent_right_pt), false, "una misura" },
	{ "margine-interno", STYLE_EDGES, PLACE(padding), false, "da una a quattro misure" },
	{ "bordo-sopra", STYLE_BORDER, PLACE(border_top), false, "spessore e colore, o nessuno" },
	{ "bordo-destra", STYLE_BORDER, PLACE(border_right), false,
	  "spessore e colore, o nessuno" },
	{ "bordo-sotto", STYLE_BORDER, PLACE(border_bottom), false,
	  "spessore e colore, o nessuno" },
	{ "bordo-sinistra", STYLE_BORDER, PLACE(border_left), false,
	  "spessore e colore, o nessuno" },
	{ "sfondo", STYLE_COLOUR, PLACE(background), false, "un colore come #f2f5f6, o nessuno" },
	{ .name = NULL },
};

static int word_index(const char *const *words, const char *text)
{
	for (int i = 0; words[i] != NULL; i++)
		if (strcmp(words[i], text) == 0)
			return i;
	return -1;
}

static bool read_size(double *out, const char *text)
{
	return style_length(out, text) && *out >= STYLE_SIZE_MIN_PT && *out <= STYLE_SIZE_MAX_PT;
}

static bool read_length(double *out, const char *text, bool is_signed)
{
	return style_length(out, text) && (is_signed || *out >= 0);
}

/* A bare number is a multiple of the size, so that it follows it. */
static bool read_leading(struct style_spec *spec, const char *text)
{
	bool bare = text[strspn(text, "0123456789.")] == '\0';
	double value;

	if (!style_length(&value, text) || value <= 0 || (bare && (value < 0.8 || value > 4)))
		return false;
	spec->leading_factor = bare ? value : 0;
	spec->values.leading_pt = bare ? 0 : value;
	return true;
}

static bool read_flag(bool *out, const char *text)
{
	int index = word_index(flag_words, text);

	*out = index == 1;
	return index >= 0;
}

static bool read_align(enum document_align *out, const char *text)
{
	int index = word_index(align_words, text);

	if (index >= 0)
		*out = (enum document_align)index;
	return index >= 0;
}

bool style_align(int *out, const char *text)
{
	*out = word_index(align_words, text);
	return *out >= 0;
}

static bool read_property(struct style_spec *spec, const struct style_property *property,
			  const char *text)
{
	void *member = (char *)&spec->values + property->offset;

	switch (property->kind) {
	case STYLE_SIZE: return read_size(member, text);
	case STYLE_LEADING: return read_leading(spec, text);
	case STYLE_LENGTH: return read_length(member, text, false);
	case STYLE_SIGNED_LENGTH: return read_length(member, text, true);
	case STYLE_COLOUR: return style_colour(member, text);
	case STYLE_FLAG: return read_flag(member, text);
	case STYLE_ALIGN: return read_align(member, text);
	case STYLE_EDGES: return style_edges(member, text);
	case STYLE_BORDER: return read_border(member, text);
	}
	return false;
}

/* ---- reading ------------------------------------------------------------ */

static int find_property(const char *name)
{
	for (int i = 0; style_properties[i].name != NULL; i++)
		if (strcmp(style_properties[i].name, name) == 0)
			return i;
	return -1;
}

static const char *nearest_property(const char *name)
{
	const char *names[STYLE_PROPERTIES_MAX];
	size_t count = 0;

	for (; style_properties[count].name != NULL; count++)
		names[count] = style_properties[count].name;
	names[count++] = "bordo";
	names[count++] = "nome";
	names[count++] = "da";
	return text_nearest(name, names, count);
}

static void set_property(struct style_spec *spec, const struct element *element, int index,
			 const char *text, struct diag *diag)
{
	const struct style_property *property = &style_properties[index];

	if (read_property(spec, property, text))
		spec->given |= (uint64_t)1 << index;
	else
		diag_error(diag, element->place, "stile-valore",
			   "nello stile «%s» %s=\"%s\" non va bene: serve %s", spec->name,
			   property->name, text, property->wants);
}

static void read_attribute(struct style_spec *spec, const struct element *element,
			   const struct attribute *attribute, struct diag *diag)
{
	int index = find_property(attribute->name);
	const char *nearest;

	if (strcmp(attribute->name, "bordo") == 0) {
		for (index = find_property("bordo-sopra"); index <= find_property("bordo-sinistra");
		     index++)
			set_property(spec, element, index, attribute->value, diag);
		return;
	}
	if (index >= 0) {
		set_property(spec, element, index, attribute->value, diag);
		return;
	}
	nearest = nearest_property(attribute->name);
	diag_error(diag, element->place, "attributo-ignoto",
		   "<stile> non ha l’attributo «%s»%s%s%s", attribute->name,
		   nearest != NULL ? ": forse «" : "", nearest != NULL ? nearest : "",
		   nearest != NULL ? "»" : "");
}

void style_lay(struct style_spec *under, const struct style_spec *over)
{
	for (int i = 0; style_properties[i].name != NULL; i++) {
		const struct style_property *property = &style_properties[i];

		if ((over->given >> i & 1) == 0)
			continue;
		memcpy((char *)&under->values + property->offset,
		       (const char *)&over->values + property->offset, property->size);
		if (property->kind == STYLE_LEADING)
			under->leading_factor = over->leading_factor;
		under->given |= (uint64_t)1 << i;
	}
}

/* Without `da`, a style of the program is changed, not replaced. */
static const struct style_spec *find_base(const struct style_set *set,
					  const struct element *element, const char *name,
					  struct diag *diag)
{
	const char *base = element_attribute(element, "da");
	const struct style_spec *found = map_find(&set->specs, base != NULL ? base : name);
	const char *nearest;

	if (found != NULL || base == NULL)
		return found;
	nearest = style_nearest(set, base);
	diag_error(diag, element->place, "stile-ignoto",
		   "lo stile «%s» parte da «%s», che non è definito prima%s%s%s", name, base,
		   nearest != NULL ? ": forse «" : "", nearest != NULL ? nearest : "",
		   nearest != NULL ? "»" : "");
	return NULL;
}

void style_read(struct style_set *set, const struct element *element, struct diag *diag)
{
	struct style_spec *spec = arena_new(set->arena, struct style_spec);
	const char *name = element_attribute(element, "nome");
	const struct style_spec *base;

	if (name == NULL || *name == '\0') {
		diag_error(diag, element->place, "attributo-mancante",
			   "<stile> vuole nome=\"…\": è il nome con cui si usa");
		return;
	}
	base = find_base(set, element, name, diag);
	if (base != NULL)
		*spec = *base;
	spec->name = name;
	spec->place = element->place;
	for (size_t i = 0; i < element->attribute_count; i++) {
		const struct attribute *attribute = &element->attributes[i];

		if (strcmp(attribute->name, "nome") != 0 && strcmp(attribute->name, "da") != 0)
			read_attribute(spec, element, attribute, diag);
	}
	style_put(set, spec);
}

void style_put(struct style_set *set, struct style_spec *spec)
{
	struct style_spec *old = map_find(&set->specs, spec->name);

	if (old != NULL)
		*old = *spec;
	else
		map_put(&set->specs, spec->name, spec);
}

const struct style_spec *style_find(const struct style_set *set, const char *name)
{
	return map_find(&set->specs, name);
}

const char *style_nearest(const struct style_set *set, const char *name)
{
	const char **names = arena_array(set->arena, const char *, set->specs.count + 1);

	for (size_t i = 0; i < set->specs.count; i++)
		names[i] = set->specs.entries[i].key;
	return text_nearest(name, names, set->specs.count);
}
