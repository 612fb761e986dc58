#!/bin/sh
# tidy.sh: prints what has grown beyond its comfortable size (you decide whether it is two things), and
# fails when src/README.md, the map, lacks a line for a file or has one for a file that is gone.
set -u
export LC_ALL=C
find src include -name '*.[ch]' | sort | xargs awk '
function size(file, lines,    most) {
    most = file ~ /\.h$/ ? 120 : 500
    if (lines > most) printf "%s: %d lines (%d are comfortable)\n", file, lines, most
}
FNR == 1 { if (last != "") size(last, lines); last = FILENAME; start = 0; name = "" }
{ lines = FNR }
/^[A-Za-z].*\(/ { name = $0; sub(/\(.*/, "", name); sub(/.*[ *]/, "", name) }
/^\{/ { start = FNR }
/^\}/ {
    if (start && FNR - start - 1 > 70) printf "%s:%d: %s has %d lines (70 are comfortable)\n", \
        FILENAME, start, name, FNR - start - 1
    start = 0
}
END { if (last != "") size(last, lines) }'

# a line of the map is "- `name` sentence" below the heading "## layer"
{
    find src include -name '*.[ch]' | sed 's/^/file /'
    sed 's/^/map /' src/README.md
} | awk '
$1 == "map" && $2 == "##" { layer = $3 }
$1 == "map" && $2 == "-" {
    name = $3
    gsub(/`/, "", name)
    mapped[layer == "src" ? name : layer "/" name] = 1
}
$1 == "file" {
    name = $2
    sub(/^(src|include)\//, "", name)
    sub(/\.[ch]$/, "", name)
    files[name] = $2
}
END {
    for (name in files) if (!mapped[name]) { printf "%s: no line in src/README.md\n", files[name]; bad++ }
    for (name in mapped) if (mapped[name] && !(name in files)) {
        printf "src/README.md: there is no %s\n", name; bad++
    }
    if (bad) exit 1
}' || exit 1
