# lib.sh - what the end-to-end scripts share. Sourced with the program's path in $1.
# shellcheck shell=sh
set -u
relazione=$1
genera=$2
# shellcheck disable=SC2034  # used by the script of installation
build=${3-}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0
input=/dev/null # what the next runs read as standard input

fail() {
  failures=$((failures + 1))
  printf 'FALLITO: %s\n' "$1"
}

# run CODE ARGUMENT…: runs the program, keeps its outputs in $work/out and
# $work/err, and checks its exit code.
run() {
  wanted=$1
  shift
  "$relazione" "$@" >"$work/out" 2>"$work/err" <"$input"
  code=$?
  [ "$code" -eq "$wanted" ] && return 0
  fail "relazione $*: esito $code, atteso $wanted"
  sed 's/^/  err: /' "$work/err" | head -5
  return 1
}

# says out|err: the whole output of the last run, exactly, from standard input.
# A trailing part that depends on the work folder is written as @work@.
says() {
  sed "s#$work#@work@#g" "$work/$1" >"$work/said"
  cat >"$work/wanted"
  cmp -s "$work/wanted" "$work/said" && return 0
  fail "$1 diverso dall'atteso"
  diff "$work/wanted" "$work/said" | sed 's/^/  /' | head -20
}

# has out|err TEXT: a line of the output holds the text.
has() {
  grep -qF -- "$2" "$work/$1" && return 0
  fail "manca in $1: $2"
  sed 's/^/  /' "$work/$1" | head -5
}

# true_that DESCRIPTION COMMAND…: the command succeeds.
true_that() {
  what=$1
  shift
  "$@" >"$work/true" 2>&1 && return 0
  fail "$what"
  head -5 "$work/true" | sed 's/^/  /'
}

# edited NAME SCRIPT: the smallest sample, changed by sed, as $work/NAME.xml.
edited() {
  sed "$2" samples/minimo/piano.xml >"$work/$1.xml"
}

# absent FILE: nothing stands there.
absent() {
  [ ! -e "$1" ] && return 0
  fail "non dovrebbe esserci: $1"
}

# count WANTED COMMAND…: the command prints that many lines.
count() {
  wanted=$1
  shift
  found=$("$@" | wc -l)
  [ "$found" -eq "$wanted" ] || fail "$*: $found righe, attese $wanted"
}

finish() {
  [ "$failures" -eq 0 ] && exit 0
  echo "$failures controlli falliti"
  exit 1
}
