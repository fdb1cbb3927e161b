// indice.js - search and filters of the index. Without it the page is a plain list.
(function () {
  'use strict';
  var form = document.getElementById('cerca');
  var count = document.getElementById('cerca-esito');
  var items = Array.prototype.slice.call(document.querySelectorAll('.voce'));
  var filters = Array.prototype.slice.call(form.querySelectorAll('select'));
  var text = form.elements.testo;
  var waiting = 0;
  var frame = 0;

  function plain(s) {
    return s.toLowerCase().normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/\u2019/g, "'");
  }
  // What is sought in: the name, the year and the title, and the address, which has the code.
  var words = items.map(function (item) {
    var link = item.querySelector('h2 a');
    return plain(link.textContent + ' ' + item.querySelector('.titolo').textContent + ' ' +
      link.getAttribute('href').split('/')[0]);
  });

  function tell(shown) {
    count.textContent = shown === 0
      ? 'Nessun documento: cambia le parole o i filtri, oppure azzera.'
      : shown === 1 ? '1 documento su ' + items.length
      : shown + ' documenti su ' + items.length;
  }

  // The address says what is looked for, so that it can be handed on.
  function remember() {
    var parts = [text].concat(filters).filter(function (field) { return field.value !== ''; });
    var hash = parts.map(function (field) {
      return field.name + '=' + encodeURIComponent(field.value);
    }).join('&');
    history.replaceState(null, '', '#' + hash);
  }

  function recall() {
    location.hash.slice(1).split('&').forEach(function (part) {
      var at = part.indexOf('=');
      var field = at > 0 && form.elements[part.slice(0, at)];
      if (!field) return;
      try { field.value = decodeURIComponent(part.slice(at + 1)); } catch (e) { field.value = ''; }
      if (field.selectedIndex === -1) field.value = '';
    });
  }

  function filter() {
    var wanted = plain(text.value).split(/\s+/).filter(Boolean);
    var chosen = filters.filter(function (f) { return f.value !== ''; });
    var shown = 0;
    items.forEach(function (item, i) {
      var fits = wanted.every(function (w) { return words[i].indexOf(w) >= 0; }) &&
        chosen.every(function (f) { return item.getAttribute('data-' + f.name) === f.value; });
      if (item.hidden === fits) item.hidden = !fits;
      shown += fits ? 1 : 0;
    });
    return shown;
  }

  // Once a frame at most; told when the typing rests, not letter by letter.
  function change() {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(function () {
      var shown = filter();
      clearTimeout(waiting);
      waiting = setTimeout(function () { tell(shown); remember(); }, 300);
    });
  }

  form.hidden = false;
  form.addEventListener('submit', function (e) { e.preventDefault(); });
  form.addEventListener('reset', function () { setTimeout(change, 0); });
  form.addEventListener('input', change);
  window.addEventListener('hashchange', function () { recall(); change(); });
  recall();
  tell(filter());
})();
