#!/bin/sh
# Installs the Debian packages that are missing, by name.
# usage: sh samples/setup.sh build|test
# "build": to build and run the program; "test": also what the tests need.
set -eu

build="cmake make gcc libc6-dev pkg-config libhpdf-dev libxml2-dev libcairo2-dev
  libharfbuzz-dev libhyphen-dev libunibreak-dev libgmp-dev libpng-dev zlib1g-dev
  libqpdf-dev nettle-dev"
test="clang clang-format cppcheck libclang-rt-14-dev libcmocka-dev libxml2-utils
  locales parallel poppler-utils qpdf python3"
# A night on several machines, tried on one; where it can't be had, without.
optional="munge slurm-wlm"

# Also from elsewhere than Debian, so looked for by the names of the programs.
command -v npm >/dev/null || build="$build nodejs npm"
command -v chromium >/dev/null || test="$test chromium"

missing() {
  for package in "$@"; do
    dpkg-query -W -f '${Status}\n' "$package" 2>/dev/null | grep -q '^install ok installed$' ||
      printf '%s ' "$package"
  done
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

case ${1-} in
  build) wanted=$build ;;
  test) wanted="$build $test" ;;
  *) echo "usage: sh samples/setup.sh build|test" >&2; exit 2 ;;
esac

install() {
  echo "Installing: $*"
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "$@"
}

# shellcheck disable=SC2086  # lists of names, meant to be split
needed=$(missing $wanted)
# shellcheck disable=SC2086
extra=$([ "$1" = build ] || missing $optional)
[ -z "$needed$extra" ] && exit 0
as_root apt-get update -q
# shellcheck disable=SC2086
[ -z "$needed" ] || install $needed
# shellcheck disable=SC2086
[ -z "$extra" ] || install $extra || echo "Going on without: $extra"
