#include "document_private.h"

enum status document_resolve(struct document *document, struct diag *diag)
{
	size_t errors = diag->counts[DIAG_ERROR];

	document_add_data_tables(document);
	document_describe_figures(document);
	document_number_headings(document, diag);
	document_find_targets(document, diag);
	document_link_references(document, diag);
	document_fill_contents(document);
	document_check_tables(document, diag);
	return diag->counts[DIAG_ERROR] == errors ? STATUS_OK : STATUS_DATA;
}
