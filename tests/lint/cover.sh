#!/bin/sh
# cover.sh FOLDER: how many lines of each source the suites have reached, the least covered first.
set -u
cd "$1" || exit 1
out=$(pwd)
command -v gcov >/dev/null || { echo "cover: gcov is not here; it comes with gcc" >&2; exit 69; }
cd - >/dev/null || exit 1
find "$out/src" -name '*.gcno' | sort | xargs gcov -n 2>/dev/null | awk '
/^File / { file = substr($2, 2, length($2) - 2) }
/^Lines executed:/ && file ~ /^src\/.*\.c$/ {
    split($2, words, ":")
    percent = words[2] + 0
    lines = $4 + 0
    printf "%6.2f %6d  %s\n", percent, lines, file | "sort -n"
    all += lines
    hit += lines * percent / 100
    file = ""
}
END {
    close("sort -n")
    if (all) printf "%6.2f %6d  all\n", 100 * hit / all, all
}'
