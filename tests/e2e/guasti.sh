# guasti.sh - ways in which a plan can be broken. Each function breaks the file $1;
# the table at the end says with which code the program must refuse it.
# shellcheck shell=sh

# first FILE PATTERN TEXT: the first match becomes the text.
first() { sed -i "0,\\|$2|s||$3|" "$1"; }

# instead FILE COMMAND…: what the command prints takes the place of the file.
instead() {
  target=$1
  shift
  "$@" >"$target.new"
  mv "$target.new" "$target"
}

# ---- the file ------------------------------------------------------------------

empty() { : >"$1"; }
cut_short() { instead "$1" head -c 3000 "$1"; }
of_a_word_processor() { printf 'PK\003\004 una relazione' >"$1"; }
folder() { rm "$1" && mkdir "$1"; }
link_to_nothing() { ln -sf "$1.altrove" "$1"; }
gone() { rm "$1"; }
in_latin1() {
  first "$1" ' encoding="UTF-8"' ''
  instead "$1" iconv -f UTF-8 -t ISO-8859-1//TRANSLIT "$1"
}
nul_byte() { instead "$1" sed '3s/Camera/Came\x00ra/' "$1"; }
control_character() { first "$1" 'Relazione' 'Rela\x02zione'; }

# ---- XML -----------------------------------------------------------------------

not_closed() { first "$1" '</documento>' ''; }
entity_bomb() {
  first "$1" '<piano ' '<!DOCTYPE piano [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "\&a;\&a;\&a;\&a;\&a;">]>\n<piano '
}
entity_of_html() { first "$1" 'Relazione' 'Attivit\&agrave;'; }
attribute_twice() { first "$1" ' stato="approvato"' ' stato="approvato" stato="bozza"'; }
too_deep() {
  first "$1" '</ambito>' "$(printf '<obiettivo titolo="o">%.0s' $(seq 80))$(printf '</obiettivo>%.0s' $(seq 80))</ambito>"
}
no_name_space() { first "$1" ' xmlns="urn:relazione:piano:1"' ''; }
another_root() {
  first "$1" '<piano ' '<bilanci '
  first "$1" '</piano>' '</bilanci>'
}

# ---- the language of plans -----------------------------------------------------

unknown_element() {
  first "$1" '<algoritmo' '<algortimo'
  first "$1" '</algoritmo>' '</algortimo>'
}
unknown_attribute() { first "$1" 'organo=' 'organi='; }
missing_attribute() { first "$1" '<regola id="soglia"' '<regola'; }
words_between() { first "$1" '<struttura>' '<struttura>Gli uffici'; }
decimal_comma() { first "$1" 'peso="\([0-9]*\)\.00"' 'peso="\1,00"'; }
no_such_day() { first "$1" 'data="2023-06-13"' 'data="2023-02-30"'; }
year_in_words() { first "$1" ' anno="2022" stato' ' anno="duemilaventidue" stato'; }
unknown_word() { first "$1" 'tipo="lineare"' 'tipo="lineari"'; }
id_twice() { first "$1" 'obiettivo id="OS2"' 'obiettivo id="OS1"'; }
reference_to_nothing() { first "$1" 'unita="u[0-9]"' 'unita="u9"'; }
its_own_parent() {
  first "$1" 'obiettivo id="OS1"' 'obiettivo id="OS1" padre="OS2"'
  first "$1" 'obiettivo id="OS2"' 'obiettivo id="OS2" padre="OS1"'
}
weight_below_zero() { first "$1" 'peso="\([0-9]*\)' 'peso="-\1'; }
bands_with_a_gap() {
  first "$1" '<sistema>' '<sistema><regola id="f" tipo="fasce"><fascia fino-a="0" grado="100"/></regola>'
}
bands_that_overlap() {
  first "$1" '<sistema>' '<sistema><regola id="f" tipo="fasce"><fascia fino-a="9" grado="100"/><fascia fino-a="9" grado="50"/><fascia grado="0"/></regola>'
}
judgements_out_of_order() { first "$1" '<giudizio da="95"' '<giudizio da="0"'; }
date_for_a_number() { first "$1" ' op="&gt;=">[0-9.]*<' ' op="\&gt;=">2022-05-01<'; }
actual_left_out() { first "$1" '<consuntivo anno="2022">[0-9.]*</consuntivo>' ''; }
picture_left_out() {
  first "$1" '</testo>' '<immagine file="sede.png" alt="La sede"/></testo>'
}

# ---- its place in the list -----------------------------------------------------

no_body() { first "$1" 'ente codice="[^"]*"' 'ente'; }
unknown_template() { :; } # the list names one that is not there

# Each line: a way, the code of its finding, and "-" when there is no line to blame.
ways='empty file-vuoto -
cut_short file-troncato
of_a_word_processor non-xml -
folder lettura -
link_to_nothing lettura -
gone lettura -
in_latin1 codifica
nul_byte carattere
control_character carattere
not_closed tag-chiusura
entity_bomb doctype
entity_of_html entita
attribute_twice attributo-doppio
too_deep limite
no_name_space spazio-nomi
another_root elemento-ignoto
unknown_element elemento-ignoto
unknown_attribute attributo-ignoto
missing_attribute attributo-mancante
words_between testo-fuori-posto
decimal_comma numero
no_such_day data
year_in_words anno
unknown_word parola-ignota
id_twice id-doppio
reference_to_nothing rif-ignoto
its_own_parent rif-ciclo
weight_below_zero peso-negativo
bands_with_a_gap fasce-vuoto
bands_that_overlap fasce-sovrapposte
judgements_out_of_order giudizi-ordine
date_for_a_number valore-tipo
actual_left_out consuntivo-mancante
picture_left_out immagine-mancante
no_body senza-chiave
unknown_template lettura -'
