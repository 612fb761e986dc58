#!/bin/sh
# cover.sh FOLDER: how many lines of each source the suites have reached, the least covered first; in the last
# line, of all and of each layer.
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
    split(file, parts, "/")
    all += lines
    hit += lines * percent / 100
    layer[parts[2]] += lines
    layer_hit[parts[2]] += lines * percent / 100
    file = ""
}
END {
    close("sort -n")
    if (!all) exit 1
    printf "cover: %.1f %% of %d lines", 100 * hit / all, all
    mark = ": "
    count = split("base rules db io out tui ledger report app cli view", order, " ")
    for (i = 1; i <= count; i++)
        if (layer[order[i]]) {
            printf "%s%s %.1f %%", mark, order[i], 100 * layer_hit[order[i]] / layer[order[i]]
            mark = ", "
        }
    print ""
}'
