/* fault.c - what is not well-formed, told in one Italian sentence.
 *
 * libxml2's codes are a table of sentences; the few that need names or other
 * places have a function. Its own English texts are never shown.
 */
#include "markup_private.h"

#include <string.h>

/* ---- sentences that need nothing but the place ---- */

#define FIRST_LINE "scrivere <?xml version=\"1.0\" encoding=\"UTF-8\"?>"
#define BAD_NAME   "nome con «:» scritto male: ce ne va uno solo, tra prefisso e nome"
#define BAD_XMLNS                                                                                  \
	"xmlns scritto male: il primo elemento deve avere xmlns=\"…\" con lo spazio dei nomi"

static const struct {
	int code;
	const char *sentence;
} sentences[] = {
	{ XML_ERR_DOCUMENT_EMPTY, "qui deve cominciare l’elemento radice: prima possono stare solo "
				  "commenti tra «<!--» e «-->»" },
	{ XML_ERR_EQUAL_REQUIRED, "la prima riga è scritta male: " FIRST_LINE },
	{ XML_ERR_STRING_NOT_STARTED, "la prima riga è scritta male: " FIRST_LINE },
	{ XML_ERR_STRING_NOT_CLOSED, "la prima riga è scritta male: " FIRST_LINE },
	{ XML_ERR_ENCODING_NAME, "la prima riga è scritta male: " FIRST_LINE },
	{ XML_ERR_STANDALONE_VALUE, "la prima riga è scritta male: " FIRST_LINE },
	{ XML_NS_ERR_QNAME, BAD_NAME },
	{ XML_NS_ERR_COLON, BAD_NAME },
	{ XML_NS_ERR_XML_NAMESPACE, BAD_XMLNS },
	{ XML_NS_ERR_EMPTY, BAD_XMLNS },
	{ XML_ERR_DOCUMENT_END, "dopo la chiusura dell’elemento radice c’è altro testo: il file "
				"deve avere un solo elemento che contiene tutto" },
	{ XML_ERR_LT_IN_ATTRIBUTE, "«<» nel valore di un attributo: scrivere «&lt;», o chiudere "
				   "prima le virgolette del valore" },
	{ XML_ERR_ATTRIBUTE_NOT_STARTED,
	  "il valore di un attributo non è tra virgolette: scrivere nome=\"valore\"" },
	{ XML_ERR_ATTRIBUTE_NOT_FINISHED,
	  "il valore di un attributo non finisce: mancano le virgolette di chiusura" },
	{ XML_ERR_ATTRIBUTE_WITHOUT_VALUE, "attributo senza valore: scrivere nome=\"valore\"" },
	{ XML_ERR_SPACE_REQUIRED, "manca uno spazio: gli attributi vanno separati tra loro e dal "
				  "nome dell’elemento" },
	{ XML_ERR_GT_REQUIRED, "il tag non finisce con «>»: controllare virgolette e attributi" },
	{ XML_ERR_ENTITYREF_SEMICOL_MISSING,
	  "«&» senza «;» finale: per scrivere il carattere «&» usare «&amp;»" },
	{ XML_ERR_INVALID_HEX_CHARREF, "codice di carattere sbagliato: scrivere per esempio "
				       "«&#xE8;», o il carattere stesso" },
	{ XML_ERR_INVALID_DEC_CHARREF, "codice di carattere sbagliato: scrivere per esempio "
				       "«&#232;», o il carattere stesso" },
	{ XML_ERR_INVALID_CHARREF, "codice di carattere sbagliato: scrivere per esempio «&#232;», "
				   "o il carattere stesso" },
	{ XML_ERR_INVALID_CHAR, "codice di un carattere che un file XML non può contenere: "
				"cancellarlo" },
	{ XML_ERR_COMMENT_NOT_FINISHED, "il commento non finisce: manca «-->»" },
	{ XML_ERR_HYPHEN_IN_COMMENT, "«--» non può stare dentro un commento: toglierlo, o "
				     "chiudere il commento con «-->»" },
	{ XML_ERR_PI_NOT_STARTED, "dopo «<?» serve un nome" },
	{ XML_ERR_PI_NOT_FINISHED, "l’istruzione non finisce: manca «?>»" },
	{ XML_ERR_CDATA_NOT_FINISHED, "la sezione CDATA non finisce: manca «]]>»" },
	{ XML_ERR_MISPLACED_CDATA_END, "«]]>» non può stare nel testo: scrivere «]]&gt;»" },
	{ XML_ERR_RESERVED_XML_NAME, "la dichiarazione <?xml …?> deve essere all’inizio del file: "
				     "togliere ciò che la precede, anche righe vuote" },
	{ XML_ERR_XMLDECL_NOT_FINISHED, "la prima riga non finisce con «?>»: " FIRST_LINE },
	{ XML_ERR_VERSION_MISSING, "nella prima riga manca version: " FIRST_LINE },
	{ XML_ERR_UNKNOWN_VERSION, "versione di XML sconosciuta: " FIRST_LINE },
	{ XML_ERR_LTSLASH_REQUIRED, "tag di chiusura scritto male: deve essere </nome>" },
};

/* One code of libxml2 for several slips: what stands around the place tells which. */
static const char *name_sentence(const struct reader *reader, size_t byte)
{
	const char *at = reader->scanner.source.data + byte;

	if (byte > 0 && at[-1] == '<' && at[0] == '/')
		return "qui si chiude un elemento che non è aperto: togliere il tag, o aprirlo prima";
	if (byte > 0 && (at[-1] == '<' || at[-1] == '&'))
		return "dopo «<» o «&» serve un nome: per scrivere i caratteri stessi usare "
		       "«&lt;» e «&amp;»";
	return "carattere fuori posto dentro un tag: gli attributi si scrivono nome=\"valore\", "
	       "separati da spazi";
}

static const char *plain_sentence(int code)
{
	size_t i;

	for (i = 0; i < sizeof sentences / sizeof sentences[0]; i++)
		if (sentences[i].code == code)
			return sentences[i].sentence;
	return NULL;
}

/* ---- entities ---- */

/* Those of HTML that Italian texts bring along. */
static const struct {
	const char *name, *character;
	int code;
} html_entities[] = {
	{ "agrave", "à", 224 }, { "egrave", "è", 232 }, { "eacute", "é", 233 },
	{ "igrave", "ì", 236 }, { "ograve", "ò", 242 }, { "ugrave", "ù", 249 },
	{ "Agrave", "À", 192 }, { "Egrave", "È", 200 }, { "Eacute", "É", 201 },
	{ "Igrave", "Ì", 204 }, { "Ograve", "Ò", 210 }, { "Ugrave", "Ù", 217 },
	{ "nbsp", " ", 160 },   { "euro", "€", 8364 },  { "deg", "°", 176 },
	{ "laquo", "«", 171 },  { "raquo", "»", 187 },  { "ldquo", "“", 8220 },
	{ "rdquo", "”", 8221 }, { "lsquo", "‘", 8216 }, { "rsquo", "’", 8217 },
	{ "ndash", "–", 8211 }, { "mdash", "—", 8212 }, { "hellip", "…", 8230 },
	{ "bull", "•", 8226 },  { "middot", "·", 183 }, { "ordm", "º", 186 },
	{ "ordf", "ª", 170 },   { "sect", "§", 167 },   { "copy", "©", 169 },
	{ "le", "≤", 8804 },    { "ge", "≥", 8805 },    { "times", "×", 215 },
};

static void tell_entity(struct reader *reader, struct place place, const char *name)
{
	size_t i;

	for (i = 0; i < sizeof html_entities / sizeof html_entities[0]; i++)
		if (strcmp(html_entities[i].name, name) == 0) {
			diag_error(reader->diag, place, "entita",
				   "«&%s;» non esiste in XML: scrivere «%s» oppure «&#%d;»", name,
				   html_entities[i].character, html_entities[i].code);
			return;
		}
	diag_error(reader->diag, place, "entita",
		   "«&%s;» non esiste in XML: scrivere il carattere stesso; per «&» scrivere "
		   "«&amp;»",
		   name);
}

/* ---- tags ---- */

/* The name in the tag that the scanner meets next, as written. */
static const char *next_tag_name(struct reader *reader, struct token *token)
{
	static const char after_name[] = " \t\r\n/>";
	const char *start;
	char *name;

	do {
		if (!scan_next(&reader->scanner, token))
			return NULL;
	} while (token->kind != TOKEN_CLOSE);
	start = reader->scanner.source.data + token->start + strlen("</");
	name = arena_strndup(reader->arena, start, token->end - token->start - strlen("</"));
	name[strcspn(name, after_name)] = '\0';
	return name;
}

static void tell_mismatch(struct reader *reader, const xmlError *error)
{
	const char *open = error->str1 != NULL ? error->str1 : "";
	struct token token;
	const char *name = next_tag_name(reader, &token);
	struct place place = { reader->file, token.line, token.column };

	diag_error(reader->diag, place, "tag-chiusura",
		   "qui si chiude «%s», ma è ancora aperto «%s» (riga %d): scrivere prima </%s>, o "
		   "correggere il nome",
		   name != NULL ? name : "", open, error->int1, open);
}

/* The file ends in the midst of something. */
static void tell_end(struct reader *reader, struct place place)
{
	const struct element *open = reader->open;

	if (open != NULL)
		diag_error(reader->diag, place, "file-troncato",
			   "il file finisce, ma «%s» (riga %d) non è chiuso: manca "
			   "</%s>, o il file è incompleto",
			   open->name, open->place.line, open->name);
	else
		diag_error(reader->diag, place, "file-troncato",
			   "il file finisce prima che l’elemento radice sia completo");
}

/* ---- the first error ---- */

/* Where libxml2 has got to. */
static size_t fault_byte(const struct reader *reader)
{
	const xmlParserInput *input = reader->parser->input;
	size_t skipped = reader->skipped;

	if (input == NULL)
		return reader->scanner.at;
	return skipped + input->consumed + (size_t)(input->cur - input->base);
}

static bool at_end(const struct reader *reader, size_t byte)
{
	return byte >= reader->scanner.source.length ||
	       text_blank(reader->scanner.source.data + byte);
}

/* The byte of the "&" that begins what ends at `byte`. */
static size_t ampersand_before(const struct reader *reader, size_t byte)
{
	const char *data = reader->scanner.source.data;
	size_t at = byte < reader->scanner.source.length ? byte : reader->scanner.source.length - 1;

	while (at > reader->scanner.at && data[at] != '&')
		at--;
	return data[at] == '&' ? at : byte;
}

/* Where the fault begins: libxml2 stops after a bad reference, but before the text in which
 * "]]>" stands. */
static size_t first_byte(const struct reader *reader, size_t byte, int code)
{
	const char *data = reader->scanner.source.data, *found;

	switch (code) {
	case XML_ERR_UNDECLARED_ENTITY:
	case XML_ERR_ENTITYREF_SEMICOL_MISSING:
	case XML_ERR_INVALID_CHARREF:
	case XML_ERR_INVALID_DEC_CHARREF:
	case XML_ERR_INVALID_HEX_CHARREF: return ampersand_before(reader, byte);
	case XML_ERR_MISPLACED_CDATA_END:
		found = strstr(data + byte, "]]>");
		return found != NULL ? (size_t)(found - data) : byte;
	default: return byte;
	}
}

static const char *sentence_of(const struct reader *reader, size_t byte, int code)
{
	const char *sentence =
		code == XML_ERR_NAME_REQUIRED ? name_sentence(reader, byte) : plain_sentence(code);

	return sentence != NULL ? sentence
				: "XML scritto male in questo punto: controllare «<», «>», "
				  "virgolette e nomi";
}

static void tell_other(struct reader *reader, struct place place, size_t byte,
		       const xmlError *error)
{
	const char *name = error->str1 != NULL ? error->str1 : "";

	switch (error->code) {
	case XML_ERR_ATTRIBUTE_REDEFINED:
	case XML_NS_ERR_ATTRIBUTE_REDEFINED:
		diag_error(
			reader->diag, place, "attributo-doppio",
			"l’attributo «%s» è scritto due volte nello stesso elemento: toglierne uno",
			name);
		break;
	case XML_NS_ERR_UNDEFINED_NAMESPACE:
		diag_error(reader->diag, place, "prefisso",
			   "il prefisso «%s:» non è dichiarato: toglierlo, o dichiararlo con "
			   "xmlns:%s=\"…\"",
			   name, name);
		break;
	default:
		diag_error(reader->diag, place, "xml", "%s",
			   sentence_of(reader, byte, error->code));
	}
}

void fault_on_error(void *user, xmlError *error)
{
	struct reader *reader = user;
	size_t byte = fault_byte(reader);
	struct place place;

	if (error->level == XML_ERR_WARNING || reader->status == STATUS_SYNTAX)
		return;
	if (error->code == XML_ERR_NO_MEMORY)
		arena_exhausted(reader->arena, 0);
	byte = first_byte(reader, byte, error->code);
	/* What stands before the scanner has been told: never look back. */
	place = scan_place(&reader->scanner, reader->file, byte);
	reader->status = STATUS_SYNTAX;
	if (error->code == XML_ERR_UNDECLARED_ENTITY)
		tell_entity(reader, place, error->str1 != NULL ? error->str1 : "");
	else if (error->code == XML_ERR_TAG_NAME_MISMATCH)
		tell_mismatch(reader, error);
	else if (at_end(reader, byte))
		tell_end(reader, place);
	else
		tell_other(reader, place, byte, error);
	xmlStopParser(reader->parser);
}
