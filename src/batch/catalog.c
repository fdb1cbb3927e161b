/* catalog.c - the catalogue of a site in DCAT-AP_IT. */
#include "metadata.h"

#include "base/escape.h"

#define THEMES "http://publications.europa.eu/resource/authority/data-theme"

static bool is_of_one_body(const struct entries *entries)
{
	for (size_t i = 1; i < entries->count; i++)
		if (strcmp(entries->items[i]->body, entries->items[0]->body) != 0)
			return false;
	return entries->count > 0;
}

/* One body publishes its own; who gathers several is not known. */
static void add_publisher(struct text *out, const struct entries *entries)
{
	if (is_of_one_body(entries))
		metadata_agent(out, "dct:publisher", entries->items[0]->body,
			       entries->items[0]->name);
	else
		metadata_agent(out, "dct:publisher", "enti", "Gli enti del catalogo");
}

static void add_head(struct text *out, const struct site *site)
{
	text_add(out, ",\"@type\":[\"dcatapit:Catalog\",\"dcat:Catalog\"],\"@id\":\"" SITE_CATALOG
		      "#catalogo\"");
	text_addf(out,
		  ",\"dct:title\":{\"@language\":\"it\",\"@value\":\"Performance\"}"
		  ",\"dct:description\":{\"@language\":\"it\",\"@value\":\"Obiettivi, indicatori e "
		  "risultati degli enti: dati aperti\"}"
		  ",\"dct:modified\":{\"@type\":\"xsd:date\",\"@value\":\"%s\"}"
		  ",\"foaf:homepage\":{\"@id\":\"" SITE_INDEX "\"}"
		  ",\"dcat:themeTaxonomy\":{\"@id\":\"" THEMES "\"}",
		  entries_last_day(&site->entries));
	metadata_language(out);
	add_publisher(out, &site->entries);
}

void site_catalog(struct text *out, const struct site *site)
{
	text_add(out, "{\"@context\":");
	metadata_context(out, site->address);
	add_head(out, site);
	text_add(out, ",\"dcat:dataset\":[\n");
	for (size_t i = 0; i < site->entries.count; i++) {
		const struct entry *entry = site->entries.items[i];

		text_add(out, i > 0 ? ",\n" : "");
		metadata_dataset(out, entry, arena_printf(out->arena, "%s/", entry->key));
	}
	text_add(out, "]}\n");
}
