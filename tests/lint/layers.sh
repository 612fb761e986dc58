#!/bin/sh
# layers.sh: holds every #include against src/layers, the one list of who may know whom.
#
# A file of a layer includes its own layer and those that src/layers allows it; main.c may name any. A header
# that lies in src/<layer>/ is that layer's own. A foreign header stands only in the layer that owns it. The
# headers make no circle. ledger/txopen.h, the right to write, is for app/command.c, its own source, the
# founding of a book (book.c) and tests.
set -u
export LC_ALL=C
find src include -name '*.[ch]' | sort | xargs awk '
function wrong(words) { printf "%s:%d: %s\n", FILENAME, FNR, words; bad++ }

# the headers that $1 leads back to itself by; each is visited once
function walk(file, path,    i, n, next_files) {
    state[file] = 1
    n = split(edges[file], next_files, " ")
    for (i = 1; i <= n; i++) {
        if (state[next_files[i]] == 1) {
            printf "%s: a circle of includes: %s %s %s\n", file, path, file, next_files[i]
            bad++
        } else if (!state[next_files[i]])
            walk(next_files[i], path " " file)
    }
    state[file] = 2
}

BEGIN {
    while ((getline line < "src/layers") > 0) {
        sub(/#.*/, "", line)
        if (line !~ /:/) continue
        cut = index(line, ":")
        layer = substr(line, 1, cut - 1)
        gsub(/ /, "", layer)
        rest = substr(line, cut + 1)
        foreign = ""
        if ((cut = index(rest, "|")) > 0) {
            foreign = substr(rest, cut + 1)
            rest = substr(rest, 1, cut - 1)
        }
        known[layer] = 1
        may[layer, layer] = 1
        n = split(rest, words, " ")
        for (i = 1; i <= n; i++) may[layer, words[i]] = 1
        n = split(foreign, words, " ")
        for (i = 1; i <= n; i++) { owned[words[i]] = 1; owner[words[i], layer] = 1 }
    }
    standard = "assert complex ctype errno fcntl fenv fnmatch ftw getopt glob grp iconv inttypes langinfo " \
        "limits locale math poll pty pwd regex sched setjmp signal spawn stdalign stdarg stdbool stddef stdint " \
        "stdio stdlib stdnoreturn string strings syslog termios threads time unistd utime wchar wctype " \
        "stdatomic dirent wordexp"
    n = split(standard, words, " ")
    for (i = 1; i <= n; i++) plain[words[i] ".h"] = 1
}

FNR == 1 {
    n = split(FILENAME, part, "/")
    layer = n == 3 ? part[2] : ""
    if (n != 3 && FILENAME != "src/main.c") wrong("not in a layer: files lie in src/<layer>/ or include/<layer>/")
    else if (n == 3 && !(layer in known)) wrong("src/layers does not know the layer " layer)
    files[FILENAME] = 1
}

/^[ \t]*#[ \t]*include/ {
    if (match($0, /<[^>]*>/)) {
        name = substr($0, RSTART + 1, RLENGTH - 2)
        if (name in owned) {
            if (!((name, layer) in owner)) wrong("<" name "> belongs to another layer (src/layers)")
        } else if (!(name in plain) && name !~ /^sys\//)
            wrong("<" name "> has no owner: name it in src/layers")
        next
    }
    if (!match($0, /"[^"]*"/)) { wrong("cannot read this include"); next }
    name = substr($0, RSTART + 1, RLENGTH - 2)
    if (split(name, to, "/") != 2) { wrong("\"" name "\": an include names its layer, \"layer/module.h\""); next }
    if (layer != "" && !((layer, to[1]) in may))
        wrong(layer " may not know " to[1] " (\"" name "\")")
    if (name == "ledger/txopen.h" && FILENAME != "src/app/command.c" && FILENAME !~ /^src\/ledger\/(tx|book)/)
        wrong("only app/command.c may open a transaction (\"" name "\")")
    uses[FILENAME] = uses[FILENAME] " " name
    where[FILENAME, name] = FNR
}

END {
    for (file in uses) {
        n = split(uses[file], names, " ")
        for (i = 1; i <= n; i++) {
            if (("include/" names[i]) in files) target = "include/" names[i]
            else if (("src/" names[i]) in files) {
                target = "src/" names[i]
                split(file, from, "/"); split(names[i], to, "/")
                if (from[2] != to[1]) {
                    printf "%s:%d: \"%s\" lies in src/, for its own layer only\n", file, \
                        where[file, names[i]], names[i]
                    bad++
                }
            } else {
                printf "%s:%d: there is no \"%s\"\n", file, where[file, names[i]], names[i]
                bad++
                continue
            }
            edges[file] = edges[file] " " target
        }
    }
    for (file in files) if (!state[file]) walk(file, "")
    if (bad) exit 1
    for (file in files) count++
    printf "layers: %d files hold to src/layers\n", count
}' || exit 1
