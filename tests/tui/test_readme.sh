#!/bin/sh
# test_readme.sh: the pictures and the sessions in README.md are those of the program, on the sample firm of
# 2026-11-22.
#
# The first line of a picture names the user and stays as it is. A session is a line `$ ...` with what it says
# below; where nothing stands below, it must be a command that the program knows. ACCEPT, set by `make accept`,
# takes both again instead, to be reviewed as a diff.
set -u
here=$(cd "$(dirname "$0")" && pwd) || exit 1
readme=$here/../../README.md
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' INT TERM HUP
cd "$work" || exit 1
export ARLEDGER_BOOK=sample.arl HOME="$work" LC_ALL=C.UTF-8 TZ=UTC NO_COLOR=1 TERM=xterm
unset XDG_DATA_HOME XDG_CONFIG_HOME XDG_STATE_HOME

firm() {
    "${ARLEDGER:?names the program under test}" --today 2026-11-22 "$@" </dev/null
}

# $1 the number of the picture in README.md, then lines of keys that lead there from the first screen
picture() {
    n=$1
    shift
    { printf '%s\n' "$@"; echo "dump $n"; } >keys
    firm --headless 80x24 --script keys >>said 2>&1 || echo "picture $n: ended with status $?" >>said
}

echo 1..1
firm -q book new --company "Harbour & Finch" --currency EUR --demo >>said 2>&1
picture 1 "# start"
picture 2 4
picture 3 1 '"LICHTHUIS" Enter' '"3886.16" Enter'
picture 4 5
picture 5 2 '/ "lichthuis" Enter Enter'
awk -v shots="$work" '
    taken && !/^```$/ { next }
    { taken = 0; print }
    fence && /^ Harbour & Finch / {
        file = shots "/" ++n ".txt"
        getline <file
        while ((getline <file) > 0)
            print
        taken = 1
    }
    { fence = /^```$/ }
' "$readme" >pictures

# The sessions are in one folder, with the files that the README shows; entry and day of an import are the clock's.
mkdir sessions
awk '/^```$/ { file = !file; next } file && /^Invoice No;/ { shop = 1 } file && shop { print } !file { shop = 0 }' \
    "$readme" >sessions/shop.csv
sed 's/^T-50/T-60/; s/14.11.2026/31.11.2026/' sessions/shop.csv >sessions/next.csv
ar() {
    HOME="$work/sessions" "$ARLEDGER" --today 2026-11-22 "$@" </dev/null
}

# runs the command of the last lines; what it says replaces what was said below it
command_run() {
    [ -n "$command" ] || return 0
    (cd sessions && eval "$command") >out 2>&1
    status=$?
    if [ "$shown" = yes ]; then
        sed 's/in entry [0-9]* on [0-9-]*/in entry 3938 on 2026-11-23/' out
    elif [ $status -eq 2 ]; then
        echo "arledger does not know: $command" | tee -a said
        sed 's/^/    /' out >>said
    fi
    command=
}

command='' shown=no session=no more=no
while IFS= read -r line; do
    case $session:$more:$line in
    *:'```sh') session=yes ;;
    yes:*:'```')
        command_run
        session=no ;;
    yes:*:'$ alias '*) ;;
    yes:*:'$ '*)
        command_run
        command=${line#??} shown=no ;;
    yes:yes:*) command="$command
$line" ;;
    yes:no:*)
        [ -z "$command" ] || shown=yes
        [ -z "$command" ] || continue ;;
    esac
    case $line in *\\) more=yes ;; *) more=no ;; esac
    printf '%s\n' "$line"
done <pictures >now
if [ -n "${ACCEPT:-}" ]; then
    cat now >"$ACCEPT/README.md"
    echo "ok 1 - pictures and sessions of README.md (accepted)"
elif diff -u "$readme" now >differences; then
    echo "ok 1 - pictures and sessions of README.md"
else
    sed 's/^/# /' said differences
    echo "not ok 1 - pictures and sessions of README.md"
    exit 1
fi
