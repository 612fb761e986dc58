#!/bin/sh
# lint.sh: what a reader would mark in any file of ours: left-over marks, long lines, tabs, trailing blanks,
# calls that have a safe twin, the store named outside its layer, floating point near money, printing
# from below.
set -u
export LC_ALL=C
find src include tests data Makefile README.md .ci \( -path tests/sample -o -path data/sample \) -prune -o \
    -type f \( -name '*.[ch]' -o -name '*.sh' -o -name '*.sql' -o -name Makefile -o -name run \
    -o -name '*.md' -o -name layers \) -print | sort | xargs awk '
function wrong(words) { printf "%s:%d: %s\n", FILENAME, FNR, words; bad++ }

# the line without comments and without what stands in quotes
function bare(line,    out, i, c, two) {
    out = ""
    for (i = 1; i <= length(line); i++) {
        c = substr(line, i, 1)
        two = substr(line, i, 2)
        if (in_comment) {
            if (two == "*/") { in_comment = 0; i++ }
        } else if (quote != "") {
            if (c == "\\") i++
            else if (c == quote) { quote = ""; out = out c }
        } else if (two == "/*") { in_comment = 1; i++ }
        else if (two == "//") break
        else {
            if (c == "\"" || c == "\047") quote = c
            out = out c
        }
    }
    quote = ""
    return out
}
function calls(code, names) { return code ~ ("(^|[^A-Za-z0-9_])(" names ")[ ]*\\(") }
function has(code, words) { return code ~ ("(^|[^A-Za-z0-9_])(" words ")([^A-Za-z0-9_]|$)") }

BEGIN { marks = "TO" "DO|FIX" "ME|XX" "X|HA" "CK" }

FNR == 1 {
    in_comment = 0
    c_source = FILENAME ~ /\.[ch]$/
    ours = FILENAME ~ /^(src|include)\//
    split(FILENAME, part, "/")
    layer = ours ? part[2] : ""
    count++
}
{
    if (has($0, marks)) wrong("a left-over mark")
    if ($0 ~ /[ \t\r]$/) wrong("a blank at the end of the line")
    if (FILENAME != "Makefile" && $0 ~ /\t/) wrong("a tab")
    if (FILENAME !~ /\.(md|sql)$/) {
        cells = $0
        gsub(/[\200-\277]/, "", cells)      # of a UTF-8 letter, only the first byte counts
        if (length(cells) > (c_source ? 100 : 120)) wrong("longer than " (c_source ? 100 : 120) " columns")
    }
}
c_source {
    if (ours && layer != "db" && tolower($0) ~ /sqlite3/) wrong("the store is named outside src/db")
    code = bare($0)
    if (calls(code, "strcpy|sprintf|vsprintf|strcat|gets|strtok|atoi|atol|atof"))
        wrong("a call that cannot say no: use the one that knows its room")
    if (!ours) next
    if (calls(code, "system|popen")) wrong("a shell is started")
    if (layer ~ /^(base|rules|db|io|ledger|report)$/) {
        if (layer != "db" && has(code, "float|double")) wrong("floating point")
        if (calls(code, "printf|vprintf|puts|putchar|perror") ||
            (has(code, "stdout|stderr") && FILENAME != "src/base/err.c"))
            wrong("only cli and view print")
    }
    # environ is POSIX, which leaves its declaration to the program
    if (code ~ /^extern / && code !~ /^extern (const |char \*\*environ;)/)
        wrong("an extern variable, or a needless word")
}
END {
    if (bad) exit 1
    printf "lint: %d files are clean\n", count
}' || exit 1
