#!/bin/sh
# Installs what is missing, builds the program and renders every sample into
# build/samples/. usage: sh samples/run.sh
set -eu
cd "$(dirname "$0")/.."
sh samples/setup.sh build
cmake -S . -B build -DCMAKE_BUILD_TYPE=Release -DBUILD_TESTING=OFF >/dev/null
cmake --build build -j "$(nproc)" >build/build.log 2>&1 || { cat build/build.log >&2; exit 1; }

relazione=build/src/cli/relazione
mkdir -p build/samples
for plan in samples/*/piano.xml; do
  name=$(basename "$(dirname "$plan")")
  out=build/samples/$name.pdf
  template=templates/$name.xml
  if [ -f "$template" ]; then
    "$relazione" componi "$plan" -m "$template" -o "$out"
  else
    "$relazione" componi "$plan" -o "$out"
  fi
  echo "$out"
done
