/* index_assets.c - style and search of the index. Without the script the page is
 * a plain list, whole. */
#include "batch_private.h"

static const char style[] =
	".cerca{display:flex;flex-wrap:wrap;gap:1rem;align-items:end;margin:1.5rem 0}\n"
	".cerca[hidden]{display:none}\n"
	".cerca label{display:block;font-weight:600;margin-bottom:.25rem}\n"
	".cerca input,.cerca select{font:inherit;padding:.5rem;border:1px solid #5d7083;"
	"border-radius:4px;background:#fff;color:#17324d;min-width:12rem;max-width:100%}\n"
	".voci{list-style:none;padding:0;margin:0}\n"
	".voce{border:1px solid #c5c7c9;border-radius:4px;padding:1rem;margin:0 0 1rem}\n"
	".voce[hidden]{display:none}\n"
	".voce h2{font-size:1.25rem;margin:0 0 .25rem}\n"
	".voce p{margin:.25rem 0}\n"
	".voce svg{display:block;width:100%;max-width:30rem;height:1.25rem}\n"
	".scarica{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;padding:0;margin:.5rem 0 0;"
	"list-style:none}\n"
	"@media (forced-colors:active){.voce svg{forced-color-adjust:none}}\n"
	"@media print{.cerca{display:none}}\n";

static const char script[] =
	"(function () {\n"
	"  'use strict';\n"
	"  var form = document.getElementById('cerca');\n"
	"  var text = document.getElementById('cerca-testo');\n"
	"  var year = document.getElementById('cerca-anno');\n"
	"  var count = document.getElementById('cerca-esito');\n"
	"  var items = Array.prototype.slice.call(document.querySelectorAll('.voce'));\n"
	"  function plain(s) {\n"
	"    return s.toLowerCase().normalize('NFD').replace(/[\\u0300-\\u036f]/g, '');\n"
	"  }\n"
	"  var words = items.map(function (item) {\n"
	"    return plain(item.getAttribute('data-testo'));\n"
	"  });\n"
	"  function filter() {\n"
	"    var wanted = plain(text.value).split(/\\s+/).filter(Boolean);\n"
	"    var shown = 0;\n"
	"    items.forEach(function (item, i) {\n"
	"      var fits = wanted.every(function (w) { return words[i].indexOf(w) >= 0; }) &&\n"
	"        (year.value === '' || item.getAttribute('data-anno') === year.value);\n"
	"      item.hidden = !fits;\n"
	"      shown += fits ? 1 : 0;\n"
	"    });\n"
	"    count.textContent = shown === 1 ? '1 documento' : shown + ' documenti';\n"
	"  }\n"
	"  form.hidden = false;\n"
	"  form.addEventListener('submit', function (e) { e.preventDefault(); });\n"
	"  text.addEventListener('input', filter);\n"
	"  year.addEventListener('change', filter);\n"
	"  filter();\n"
	"})();\n";

static enum status write(struct arena *arena, const char *dir, const char *name, const char *text,
			 struct diag *diag)
{
	struct file_out *out = file_out_open(arena, file_join(arena, dir, name));

	file_out_puts(out, text);
	return file_out_commit(out, diag);
}

enum status site_index_assets(struct arena *arena, const char *dir, struct diag *diag)
{
	enum status status = write(arena, dir, "indice.css", style, diag);

	return status == STATUS_OK ? write(arena, dir, "indice.js", script, diag) : status;
}
