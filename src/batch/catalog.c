/* catalog.c - the catalogue of a site in DCAT-AP_IT. */
#include "metadata.h"

#include "base/escape.h"

static const char *latest(const struct entries *entries)
{
	const char *date = "1970-01-01";

	for (size_t i = 0; i < entries->count; i++)
		if (strcmp(entries->items[i]->date, date) > 0)
			date = entries->items[i]->date;
	return date;
}

void site_catalog(struct text *out, const struct site *site)
{
	text_add(out, "{\"@context\":");
	metadata_context(out);
	text_add(out, ",\"@type\":[\"dcatapit:Catalog\",\"dcat:Catalog\"],\"@id\":");
	escape_json(out, site->address ? site->address : SITE_CATALOG "#catalogo");
	text_addf(out,
		  ",\"dct:title\":{\"@language\":\"it\",\"@value\":\"Performance\"}"
		  ",\"dct:description\":{\"@language\":\"it\",\"@value\":\"Obiettivi, indicatori e "
		  "risultati degli enti: dati aperti\"}"
		  ",\"dct:modified\":{\"@type\":\"xsd:date\",\"@value\":\"%s\"}"
		  ",\"dcat:dataset\":[\n",
		  latest(&site->entries));
	for (size_t i = 0; i < site->entries.count; i++) {
		const struct entry *entry = site->entries.items[i];

		text_add(out, i > 0 ? ",\n" : "");
		metadata_dataset(out, entry, arena_printf(out->arena, "%s/", entry->key));
	}
	text_add(out, "]}\n");
}
