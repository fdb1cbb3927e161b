/* metadata.c - one dataset in DCAT-AP_IT. */
#include "metadata.h"

#include "base/escape.h"
#include "export/export.h"

#define FILE_TYPES "http://publications.europa.eu/resource/authority/file-type/"
#define THEME      "http://publications.europa.eu/resource/authority/data-theme/GOVE"
#define FREQUENCY  "http://publications.europa.eu/resource/authority/frequency/ANNUAL"
/* Vocabulary of Amministrazione trasparente: 06 Performance, 06.02 Piano, 06.03
 * Relazioni, 06.04 Ammontare complessivo dei premi, 06.05 Dati relativi ai premi. */
#define TITULUS                                                                                    \
	"https://w3id.org/italia/controlled-vocabulary/classifications-for-transparency/"          \
	"transparency-titulus/"
#define LANGUAGE "http://publications.europa.eu/resource/authority/language/ITA"

/* What is told of besides the tables; schemas are no distributions. */
static const struct form {
	const char *path, *title, *type, *mime;
} forms[] = {
	{ "risultati.json", "Risultati calcolati (JSON)", "JSON", "application/json" },
	{ "risultati.xml", "Risultati calcolati (XML)", "XML", "application/xml" },
	{ "piano.xml", "Piano da cui tutto è calcolato (XML)", "XML", "application/xml" },
	{ "relazione.pdf", "Documento (PDF accessibile e archiviabile)", "PDF", "application/pdf" },
	{ "index.html", "Documento come pagina web", "HTML", "text/html" },
};

void metadata_context(struct text *out, const char *base)
{
	text_add(out, "{\"dcat\":\"http://www.w3.org/ns/dcat#\","
		      "\"dct\":\"http://purl.org/dc/terms/\","
		      "\"foaf\":\"http://xmlns.com/foaf/0.1/\","
		      "\"owl\":\"http://www.w3.org/2002/07/owl#\","
		      "\"spdx\":\"http://spdx.org/rdf/terms#\","
		      "\"xsd\":\"http://www.w3.org/2001/XMLSchema#\","
		      "\"dcatapit\":\"http://dati.gov.it/onto/dcatapit#\"");
	if (base != NULL) {
		text_add(out, ",\"@base\":");
		escape_json(out, base);
	}
	text_add_char(out, '}');
}

static void add_member(struct text *out, const char *name, const char *value)
{
	text_addf(out, ",\"%s\":", name);
	escape_json(out, value);
}

static void add_italian(struct text *out, const char *name, const char *value)
{
	text_addf(out, ",\"%s\":{\"@language\":\"it\",\"@value\":", name);
	escape_json(out, value);
	text_add_char(out, '}');
}

static void add_reference(struct text *out, const char *name, const char *address)
{
	text_addf(out, ",\"%s\":{\"@id\":", name);
	escape_json(out, address);
	text_add_char(out, '}');
}

static void add_date(struct text *out, const char *name, const char *date)
{
	text_addf(out, ",\"%s\":{\"@type\":\"xsd:date\",\"@value\":\"%s\"}", name, date);
}

static void add_licence(struct text *out, const struct licence *licence)
{
	text_add(out, ",\"dct:license\":{\"@type\":[\"dcatapit:LicenseDocument\","
		      "\"dct:LicenseDocument\"]");
	if (licence->address != NULL)
		add_member(out, "@id", licence->address);
	if (licence->type != NULL)
		add_reference(out, "dct:type", licence->type);
	if (licence->code != NULL)
		add_member(out, "dct:identifier", licence->code);
	if (licence->version != NULL)
		add_member(out, "owl:versionInfo", licence->version);
	add_member(out, "foaf:name", licence->name);
	text_add_char(out, '}');
}

static void add_checksum(struct text *out, const char *hash)
{
	text_add(out, ",\"spdx:checksum\":{\"@type\":\"spdx:Checksum\"");
	add_reference(out, "spdx:algorithm", "http://spdx.org/rdf/terms#checksumAlgorithm_sha256");
	text_addf(out, ",\"spdx:checksumValue\":{\"@type\":\"xsd:hexBinary\",\"@value\":\"%s\"}}",
		  hash);
}

static void add_form(struct text *out, const struct entry *entry, const char *folder,
		     const struct form *form, const struct entry_file *file)
{
	const char *address = arena_printf(out->arena, "%s%s", folder, form->path);
	struct licence licence = metadata_licence(entry->licence);

	text_add(out, "\n{\"@type\":[\"dcatapit:Distribution\",\"dcat:Distribution\"]");
	add_member(out, "@id", arena_printf(out->arena, "%s#distribuzione", address));
	add_italian(out, "dct:title", form->title);
	add_reference(out, "dct:format", arena_printf(out->arena, FILE_TYPES "%s", form->type));
	add_member(out, "dcat:mediaType", form->mime);
	add_reference(out, "dcat:accessURL", address);
	add_reference(out, "dcat:downloadURL", address);
	text_addf(out, ",\"dcat:byteSize\":{\"@type\":\"xsd:decimal\",\"@value\":\"%llu\"}",
		  file->size);
	add_checksum(out, file->hash);
	if (entry->date[0] != '\0')
		add_date(out, "dct:modified", entry->date);
	add_licence(out, &licence);
	text_add_char(out, '}');
}

static void add_if_there(struct text *out, const struct entry *entry, const char *folder,
			 const struct form *form)
{
	const struct entry_file *file = entry_file(entry, form->path);

	if (file == NULL)
		return;
	text_add(out, out->bytes[out->length - 1] == '[' ? "" : ",");
	add_form(out, entry, folder, form, file);
}

static struct form form_of_table(struct arena *arena, enum export_table table)
{
	return (struct form){
		.path = arena_printf(arena, "dati/%s.csv", export_table_name(table)),
		.title = arena_printf(arena, "%s (CSV, separatore virgola)",
				      export_table_title(table)),
		.type = "CSV",
		.mime = "text/csv",
	};
}

static void add_forms(struct text *out, const struct entry *entry, const char *folder)
{
	text_add(out, ",\"dcat:distribution\":[");
	for (int table = 0; table < EXPORT_TABLES; table++) {
		struct form form = form_of_table(out->arena, (enum export_table)table);

		add_if_there(out, entry, folder, &form);
	}
	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
		add_if_there(out, entry, folder, &forms[i]);
	text_add(out, "]");
}

void metadata_agent(struct text *out, const char *name, const char *code, const char *title)
{
	text_addf(out, ",\"%s\":{\"@type\":[\"dcatapit:Agent\",\"foaf:Agent\"]", name);
	add_member(out, "dct:identifier", code);
	add_italian(out, "foaf:name", title);
	text_add_char(out, '}');
}

void metadata_language(struct text *out)
{
	add_reference(out, "dct:language", LANGUAGE);
}

/* What the law's list of things to publish calls it. */
static void add_subjects(struct text *out, const struct entry *entry, bool report)
{
	text_addf(out, ",\"dct:subject\":[{\"@id\":\"" TITULUS "%s\"}", report ? "0603" : "0602");
	if (entry_file(entry, "dati/premi.csv") != NULL)
		text_add(out, ",{\"@id\":\"" TITULUS "0604\"}");
	if (entry_file(entry, "dati/premi-fasce.csv") != NULL ||
	    entry_file(entry, "dati/valutazioni.csv") != NULL)
		text_add(out, ",{\"@id\":\"" TITULUS "0605\"}");
	text_add_char(out, ']');
}

static void add_year(struct text *out, int year)
{
	text_add(out, ",\"dct:temporal\":{\"@type\":[\"dcatapit:PeriodOfTime\","
		      "\"dct:PeriodOfTime\"]");
	add_date(out, "dcatapit:startDate", arena_printf(out->arena, "%04d-01-01", year));
	add_date(out, "dcatapit:endDate", arena_printf(out->arena, "%04d-12-31", year));
	text_add_char(out, '}');
}

static void add_words(struct text *out, const struct entry *entry, bool report)
{
	add_member(out, "dct:identifier",
		   arena_printf(out->arena, "%s:%s:%d", entry->body, report ? "06.03" : "06.02",
				entry->year));
	add_italian(out, "dct:title",
		    arena_printf(out->arena, "%s %d - %s", entry->title, entry->year, entry->name));
	add_italian(
		out, "dct:description",
		arena_printf(out->arena,
			     "%s di %s per l’anno %d (Amministrazione "
			     "trasparente, Performance; D.Lgs. 33/2013, art. 10, c. 8, lett. b)",
			     report ? "Obiettivi, indicatori, valori attesi e conseguiti, gradi di "
				      "raggiungimento e giudizi"
				    : "Obiettivi, indicatori e valori attesi",
			     entry->name, entry->year));
	text_addf(out, ",\"dcat:keyword\":[\"performance\",\"amministrazione trasparente\",\"%s\"]",
		  report ? "relazione sulla performance" : "piano della performance");
}

void metadata_dataset(struct text *out, const struct entry *entry, const char *folder)
{
	const char *base = folder != NULL ? folder : "";
	bool report = strcmp(entry->type, "relazione") == 0;

	text_add(out, "{");
	if (folder == NULL) {
		text_add(out, "\"@context\":");
		metadata_context(out, NULL);
		text_add(out, ",");
	}
	text_add(out, "\"@type\":[\"dcatapit:Dataset\",\"dcat:Dataset\"]");
	add_member(out, "@id", arena_printf(out->arena, "%s" METADATA_FILE "#dati", base));
	add_words(out, entry, report);
	add_subjects(out, entry, report);
	add_date(out, "dct:modified", entry->day);
	add_year(out, entry->year);
	add_reference(out, "dcat:theme", THEME);
	add_reference(out, "dct:accrualPeriodicity", FREQUENCY);
	metadata_language(out);
	metadata_agent(out, "dct:rightsHolder", entry->body, entry->name);
	metadata_agent(out, "dct:publisher", entry->body, entry->name);
	if (entry_file(entry, "index.html") != NULL)
		add_reference(out, "dcat:landingPage",
			      arena_printf(out->arena, "%sindex.html", base));
	add_forms(out, entry, base);
	text_add(out, "}");
}
