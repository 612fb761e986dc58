#!/bin/sh
# test_cli.sh: runs tests/cli/*.t, each in a fresh folder with a book of its own.
#
# A case file holds command lines and what they must say; everything is compared, nothing is skipped:
#
#     # words for the reader
#     $ arledger customer add --code ACME --name Acme       a command line for sh
#     > --terms "net 30"                                    goes on here
#       ACME                                                standard output, two blanks before it
#     ! arledger: ...                                       standard error
#     = 65                                                  exit status, when it is not 0
#
# `clerk` is arledger at a fixed moment, as anna, in plain English: for sandbox books (book new
# --sandbox). ACCEPT, set by `make accept`, rewrites the case files instead, to be reviewed as a diff.
set -u
here=$(cd "$(dirname "$0")" && pwd) || exit 1
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' INT TERM HUP

mkdir "$work/bin" || exit 1
ln -s "${ARLEDGER:?names the program under test}" "$work/bin/arledger"
cat >"$work/bin/clerk" <<'END'
#!/bin/sh
exec arledger --now 2026-11-22T12:00:00Z --actor anna --locale C.UTF-8 --no-input "$@"
END
chmod +x "$work/bin/clerk"
PATH=$work/bin:$PATH
export PATH ARLEDGER_BOOK=book.arl LC_ALL=C.UTF-8 TZ=UTC NO_COLOR=1 SAMPLES="$here/../sample"
unset XDG_DATA_HOME XDG_CONFIG_HOME XDG_STATE_HOME

# runs the command of the last lines and writes what it said
command_run() {
    [ -n "$command" ] || return 0
    (cd "$folder" && HOME=$folder sh -c "$command") </dev/null >"$work/out" 2>"$work/err"
    status=$?
    sed 's/^/  /' "$work/out"
    sed 's/^/! /' "$work/err"
    [ $status -eq 0 ] || echo "= $status"
    command=
}

# $1 a case file: what it says when it is run now
case_run() {
    command=
    while IFS= read -r line || [ -n "$line" ]; do
        case $line in
        '$ '*)
            command_run
            printf '%s\n' "$line"
            command=${line#??} ;;
        '>'*)
            printf '%s\n' "$line"
            line=${line#?}
            command="$command
${line# }" ;;
        '#'* | '')
            command_run
            printf '%s\n' "$line" ;;
        esac
    done <"$1"
    command_run
}

count=0
for t in "$here"/*.t; do [ -f "$t" ] && count=$((count + 1)); done
echo "1..$count"
n=0 failed=0
for t in "$here"/*.t; do
    [ -f "$t" ] || continue
    n=$((n + 1))
    name=$(basename "$t" .t)
    folder=$work/$name
    mkdir "$folder"
    case_run "$t" >"$work/now"
    if [ -n "${ACCEPT:-}" ]; then
        cmp -s "$t" "$work/now" || cp "$work/now" "$t"
        echo "ok $n - $name"
    elif diff -u "$t" "$work/now" >"$work/diff"; then
        echo "ok $n - $name"
    else
        echo "not ok $n - $name"
        sed 's/^/# /' "$work/diff"
        failed=1
    fi
    rm -rf "$folder"
done
exit $failed
