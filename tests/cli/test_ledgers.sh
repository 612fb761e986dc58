#!/bin/sh
# test_ledgers.sh: hledger, ledger and beancount accept our journals, and their balances are ours.
#
# The sample firm's three years go out month by month. Where a program is not installed its tests are
# skipped by name.
set -u
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' INT TERM HUP
export LC_ALL=C.UTF-8 TZ=UTC XDG_DATA_HOME="$work"
count=0

arl() {
    "${ARLEDGER:?names the program under test}" --book "$work/book.arl" --today 2026-11-22 --no-input "$@"
}

# name, wanted, what came
same() {
    count=$((count + 1))
    if [ "$2" = "$3" ]; then echo "ok $count - $1"; else
        echo "not ok $count - $1"
        printf '# wanted %s\n# got    %s\n' "$2" "$3"
    fi
}
skip() {
    count=$((count + 1))
    echo "ok $count - $1 # SKIP $2 is not installed"
}

arl book new --company "Harbour & Finch" --currency EUR --demo 2>/dev/null
months=$(arl period list --format csv | awk -F, 'NR > 1 {print $1}' | sort)
for month in $months; do
    for form in hledger ledger beancount; do
        arl gl export --month "$month" --format $form -o "$work/$month.$form" 2>/dev/null
    done
    arl gl export --month "$month" --summary --format hledger -o "$work/$month.sums" 2>/dev/null
done
cat "$work"/*.hledger >"$work/all.journal"
cat "$work"/*.ledger >"$work/all.dat"
cat "$work"/*.sums >"$work/sums.journal"
# accounts are opened once in a file: those of the months are the same
cat "$work"/*-*.beancount | awk '!/ open / || !seen[$0]++' >"$work/all.beancount"

ours=$(arl account list --as-of 2030-01-01 --format csv |
    awk -F, 'NR > 1 && $NF != 0 {printf "%s %.2f\n", $1, $NF}' | sort)
# "  120.00 EUR  Assets:1100-Accounts-receivable" to "1100 120.00"
hl() { hledger -f "$work/$1" balance -B --flat --no-total 2>&1 | theirs; }
theirs() { sed -n 's/^ *\(-\{0,1\}[0-9.]*\) EUR  *[A-Za-z]*:\([0-9]*\)-.*/\2 \1/p' | sort; }

same "there is something to compare" "yes" "$([ "$(printf '%s\n' "$ours" | wc -l)" -gt 8 ] && echo yes)"
same "each document is in one batch" \
    "$(arl book sql --readonly "SELECT COUNT(*) FROM document" --format csv | tail -n 1)" \
    "$(arl gl batches --format csv | awk -F, 'NR > 1 {n += $4} END {print n}')"
if command -v hledger >/dev/null; then
    same "hledger accepts every month" "" \
        "$(for f in "$work"/*.hledger; do hledger -f "$f" check --strict 2>&1; done)"
    same "hledger accepts them together" "" "$(hledger -f "$work/all.journal" check --strict 2>&1)"
    same "hledger's balances are ours" "$ours" "$(hl all.journal)"
    same "hledger's balances of the sums are ours" "$ours" "$(hl sums.journal)"
else
    for name in "hledger accepts every month" "hledger accepts them together" "hledger's balances are ours" \
        "hledger's balances of the sums are ours"; do skip "$name" hledger; done
fi
if command -v ledger >/dev/null; then
    same "ledger's balances are ours" "$ours" \
        "$(ledger -f "$work/all.dat" balance --basis --flat --no-total 2>&1 | theirs)"
else
    skip "ledger's balances are ours" ledger
fi
if command -v bean-check >/dev/null; then
    same "bean-check accepts every month" "" "$(for f in "$work"/*-*.beancount; do bean-check "$f" 2>&1; done)"
    same "bean-check accepts them together" "" "$(bean-check "$work/all.beancount" 2>&1)"
else
    for name in "bean-check accepts every month" "bean-check accepts them together"; do skip "$name" bean-check; done
fi
same "the books are whole" "verified" "$(arl book verify 2>&1 | cut -d: -f1)"
echo "1..$count"
