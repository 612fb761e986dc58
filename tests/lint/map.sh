#!/bin/sh
# map.sh: prints the lines of src/README.md, one a module, from the sentence that each file opens with:
# `/* name: sentence.` of the header, or of the source where there is no header. A source that opens with an
# include instead is a further part of that module.
set -u
export LC_ALL=C
[ ! -f src/main.c ] || printf '\n## src\n\n- `main` the global options, and the choice between cli and view\n'
for layer in $(sed -n 's/^\([a-z]*\):.*/\1/p' src/layers); do
    modules=$(find "src/$layer" "include/$layer" -name '*.[ch]' 2>/dev/null |
        sed 's,.*/,,; s,\.[ch]$,,' | sort -u)
    [ -n "$modules" ] || continue
    printf '\n## %s\n\n' "$layer"
    for module in $modules; do
        for file in "include/$layer/$module.h" "src/$layer/$module.h" "src/$layer/$module.c"; do
            [ -f "$file" ] && break
        done
        awk -v name="$module" '
        NR == 1 && /^#include "/ {
            gsub(/.*\/|\.h"$/, "")
            told = "part of `" $0 "`"
            exit
        }
        NR == 1 { sub(/^\/\* */, ""); sub("^" name ": *", "") }
        NR > 1 { sub(/^ *\*? */, ""); if (told ~ /\.$/) exit }
        {
            ends = sub(/ *\*\/.*/, "")
            if ($0 == "") exit
            told = told (told == "" ? "" : " ") $0
            if ((cut = index(told, ". ")) > 0) { told = substr(told, 1, cut); exit }
            if (ends) exit
        }
        END { sub(/[.;:,]?$/, "", told); printf "- `%s` %s\n", name, told }' "$file"
    done
done
