# Completion of relazione for bash.
_relazione() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}
  local common="--severo --quieto --verboso --help"
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "controlla calcola componi schede anteprima pubblica verifica unisci estrai confronta campi --help --version" -- "$word"))
    return
  fi
  case $before in
    --edizione) COMPREPLY=($(compgen -W "interna pubblica" -- "$word")); return ;;
    --solo) COMPREPLY=($(compgen -W "pdf web dati" -- "$word")); return ;;
    -f|--formato)
      case ${COMP_WORDS[1]} in
        calcola) COMPREPLY=($(compgen -W "tabella csv json xml" -- "$word")) ;;
        anteprima) COMPREPLY=($(compgen -W "png svg" -- "$word")) ;;
        confronta) COMPREPLY=($(compgen -W "tabella csv pdf" -- "$word")) ;;
        campi) COMPREPLY=($(compgen -W "testo markdown csv json" -- "$word")) ;;
      esac
      return ;;
  esac
  case $word in
    -*)
      local own=""
      case ${COMP_WORDS[1]} in
        calcola) own="--formato --output --spiega --excel --edizione" ;;
        componi) own="--output --modello --edizione --senza-allegati" ;;
        schede) own="--output --modello --nome --in-bianco --unita" ;;
        schede) own="--output --modello --nome --in-bianco --unita" ;;
        anteprima) own="--output --modello --pagine --formato --risoluzione --edizione" ;;
        pubblica) own="--output --processi --solo --modello --parte --pulisci --riprova --rifai --tempo --memoria --indirizzo --bootstrap" ;;
        unisci) own="--output --pulisci --indirizzo" ;;
        estrai) own="--output" ;;
        confronta) own="--formato --output --modello --excel --edizione --senza-allegati" ;;
        campi) own="--formato --output" ;;
      esac
      COMPREPLY=($(compgen -W "$own $common" -- "$word")) ;;
    *) COMPREPLY=($(compgen -f -- "$word")) ;;
  esac
}
complete -o filenames -F _relazione relazione
