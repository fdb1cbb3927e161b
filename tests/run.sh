#!/bin/sh
# The whole suite on a machine that has nothing of ours:
#   1. gcc, optimized, warnings as errors; every test
#   2. the same programs in a locale with a decimal comma
#   3. clang with address and undefined-behaviour sanitizers; every test
#   4. the published samples in headless Chromium (tests/browser)
#   5. house checks: layout of the code, fences between modules
# usage: sh tests/run.sh            (RELAZIONE_BUILD names another build folder)
set -eu
cd "$(dirname "$0")/.."
root=$PWD
build=${RELAZIONE_BUILD:-$root/build}
jobs=$(nproc)

step() { printf '\n== %s\n' "$1"; }

step "packages"
sh samples/setup.sh test
if ! locale -a | grep -qi '^it_IT\.utf-\?8$'; then
  localedef -i it_IT -f UTF-8 it_IT.UTF-8 2>/dev/null || sudo localedef -i it_IT -f UTF-8 it_IT.UTF-8
fi

step "house checks"
sh tests/house.sh

step "gcc, warnings as errors"
cmake -S . -B "$build/gcc" -DCMAKE_C_COMPILER=gcc -DCMAKE_BUILD_TYPE=Release -DRELAZIONE_WERROR=ON >/dev/null
cmake --build "$build/gcc" -j "$jobs"
ctest --test-dir "$build/gcc" --output-on-failure -j "$jobs"

step "locale with a decimal comma"
LC_ALL=it_IT.UTF-8 ctest --test-dir "$build/gcc" --output-on-failure -j "$jobs"

step "the published samples in a browser"
sh tests/browser/run.sh "$build/gcc/src/cli/relazione" "$build/browser"

step "clang, address and undefined-behaviour sanitizers"
cmake -S . -B "$build/clang" -DCMAKE_C_COMPILER=clang -DCMAKE_BUILD_TYPE=Debug \
  -DRELAZIONE_WERROR=ON -DRELAZIONE_SANITIZE=ON >/dev/null
cmake --build "$build/clang" -j "$jobs"
ASAN_OPTIONS=detect_leaks=1 UBSAN_OPTIONS=halt_on_error=1 \
  ctest --test-dir "$build/clang" --output-on-failure -j "$jobs"
