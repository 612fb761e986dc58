#!/bin/sh
# test_broken.sh: a book whose chart of accounts was broken past the program: nothing works in it but what proves it,
# by itself and among the lines of a file, which tells all that it finds.
set -u
: "${ARLEDGER:?names the program under test}"
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' INT TERM HUP
export LC_ALL=C.UTF-8 TZ=UTC XDG_DATA_HOME="$work" XDG_STATE_HOME="$work"
if ! command -v sqlite3 >/dev/null; then
    echo "ok 1 - a broken chart # SKIP sqlite3 is not installed"
    echo "1..1"
    exit 0
fi
cd "$work" || exit 1
count=0
arl() { "$ARLEDGER" --book book.arl --today 2026-11-22 --no-input "$@"; }
# $1 what it is about, $2 the status and $3 how many lines of `out` must have the words $4
says() {
    count=$((count + 1))
    found=$(grep -c "$4" out)
    if [ "$status" = "$2" ] && [ "$found" = "$3" ]; then
        echo "ok $count - $1"
    else
        echo "not ok $count - $1: status $status, $found lines"
        sed 's/^/# /' out
    fi
}
arl -q book new --company "Harbour & Finch" --currency EUR --sandbox
arl -q customer add --code ACME --name Acme >/dev/null
sqlite3 book.arl "UPDATE account SET code = '9' || code WHERE code IN ('1100', '2200')"
named="which the setting account\.[a-z]* names, is not in the chart"
arl book verify >out 2>&1
status=$?
says "proved by itself it tells both accounts" 1 2 "$named"
arl customer list >out 2>&1
status=$?
says "nothing else works in it" 65 1 "there is no account 1100"
printf 'book verify\ncustomer list\nbook verify\n' >lines
arl run --keep-going lines >out 2>&1
status=$?
says "in a file it tells both accounts each time" "$status" 4 "$named"
says "and nothing else works there" "$status" 1 "lines:2: there is no account 1100"
sqlite3 book.arl "UPDATE account SET code = SUBSTR(code, 2) WHERE code LIKE '9%'"
printf 'book verify\ncustomer add --code BOLT --name Bolt\nbook verify\n' >lines
arl run lines >out 2>&1
status=$?
says "mended it works again, before and behind the proof" 0 2 "verified: "
echo "1..$count"
