#!/bin/sh
# Installs what is missing, builds the program and renders every sample into
# build/samples/: the report as its body publishes it, and the site of them all.
# usage: sh samples/run.sh
set -eu
cd "$(dirname "$0")/.."
sh samples/setup.sh build
cmake -S . -B build -DCMAKE_BUILD_TYPE=Release -DBUILD_TESTING=OFF >/dev/null
cmake --build build -j "$(nproc)" >build/build.log 2>&1 || { cat build/build.log >&2; exit 1; }
sh samples/bootstrap-italia.sh ||
  echo "Bootstrap Italia could not be fetched: the sites get our own style sheet alone." >&2

relazione=build/src/cli/relazione
mkdir -p build/samples
for plan in samples/*/piano.xml; do
  name=$(basename "$(dirname "$plan")")
  out=build/samples/$name.pdf
  template=templates/$name.xml
  if [ -f "$template" ]; then
    "$relazione" componi "$plan" -q -m "$template" -o "$out"
  else
    "$relazione" componi "$plan" -q -o "$out"
  fi
  echo "$out"
done
"$relazione" pubblica samples -q -o build/samples/sito
echo build/samples/sito/index.html
