#!/bin/sh
# test_readme.sh: the pictures in README.md are those of the program, on the sample firm of 2026-11-22.
#
# The first line of a picture names the user and stays as it is. ACCEPT, set by `make accept`, takes the
# pictures again instead, to be reviewed as a diff.
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
' "$readme" >now
if [ -n "${ACCEPT:-}" ]; then
    cat now >"$ACCEPT/README.md"
    echo "ok 1 - pictures of README.md (accepted)"
elif diff -u "$readme" now >differences; then
    echo "ok 1 - pictures of README.md"
else
    sed 's/^/# /' said differences
    echo "not ok 1 - pictures of README.md"
    exit 1
fi
