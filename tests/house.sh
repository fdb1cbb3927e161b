#!/bin/sh
# Checks that the code keeps the rules of the house (docs/architecture.md):
# outside libraries are seen only where the table allows, and the layout of the
# code is that of .clang-format. Prints every breach; exits 1 if there is one.
set -u
cd "$(dirname "$0")/.."
bad=0

# fence HEADER ROOM…: in src an #include of HEADER stands only in these rooms.
# (Tests may look at what was made with other tools.)
fence() {
  header=$1
  shift
  allowed=$(printf '%s|' "$@")
  found=$(grep -rnE "#include *[<\"]$header" src --include='*.c' --include='*.h' |
    grep -vE "^src/(${allowed%|})/")
  [ -z "$found" ] && return
  printf 'not allowed here:\n%s\n' "$found"
  bad=1
}
fence 'gmp\.h' base
fence 'libxml/' markup workbook
fence 'hpdf' paint
fence 'cairo' paint
fence 'hb' type
fence 'hyphen\.h' type
fence '(linebreak|unibreak)' type
fence 'png\.h' figure paint
fence 'qpdf/' carry
fence 'nettle/' batch

# Text that binary floating point could spoil is read and printed by base only.
found=$(grep -rnE '\b(strtod|atof|strtof)\(' src --include='*.c')
[ -n "$found" ] && { printf 'numbers are read by base only:\n%s\n' "$found"; bad=1; }

# Only cli decides to exit and prints.
found=$(grep -rnE '\b(exit|_exit|abort)\(' src --include='*.c' | grep -vE '^src/(cli|batch)/|^src/base/arena\.c')
[ -n "$found" ] && { printf 'only cli exits:\n%s\n' "$found"; bad=1; }

if command -v clang-format >/dev/null; then
  find src tests -name '*.[ch]' -print0 | xargs -0 clang-format --dry-run --Werror --style=file 2>&1 |
    grep -E 'error|warning' | cut -c1-160 | head -20 | grep . && bad=1
fi
[ "$bad" -eq 0 ] && echo "house in order"
exit "$bad"
