#!/bin/bash
# test_realdata.sh: real exports go in whole, and the figures that come out are known.
#
# The files are not part of the project: without the folder that REALDATA names each test is skipped by
# name. What they are, and what is odd about them, stands in the README beside them.
set -u
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' INT TERM HUP
export LC_ALL=C.UTF-8 TZ=UTC XDG_DATA_HOME=$work
files=${REALDATA:-}/invoices
count=0

arl() { "${ARLEDGER:?names the program under test}" --book "$work/$book.arl" --no-input "$@"; }

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
    echo "ok $count - $1 # SKIP no such file: real exports are not here"
}
# sums of aging columns from `current` to `total`, and of `disputed`, over the customers of a currency
aging() {
    arl report aging --as-of "$1" --currency "$2" --format csv | awk -F, 'NR > 1 {
        for (i = 4; i <= 11; i++) sum[i] += $i}
        END {for (i = 4; i <= 11; i++) printf "%.2f%s", sum[i], i < 11 ? " " : "\n"}'
}
proved() { same "$1" "verified" "$(arl book verify 2>&1 | cut -d: -f1)"; }

book=history
if [ -r "$files/WA_Fn-UseC_-Accounts-Receivable.csv" ]; then
    arl book new --company Test --currency USD 2>/dev/null
    same "an AR history goes in" \
        "100 customers, 2466 invoices (147703.18 USD), 2466 payments (147703.18 USD)" \
        "$(arl import history --file "$files/WA_Fn-UseC_-Accounts-Receivable.csv" --yes 2>&1 |
            sed 's/.*: //')"
    same "its invoices come to the file's sum" "2466 147703.18" \
        "$(arl invoice list --format csv |
            awk -F, 'NR > 1 {n++; sum += $7} END {printf "%d %.2f", n, sum}')"
    same "aged in the middle of 2013" \
        "4284.29 835.56 0.00 0.00 0.00 0.00 5119.85 1806.84" "$(aging 2013-06-30 USD)"
    same "its open items then" "84 72 12" \
        "$(arl item list --as-of 2013-06-30 --format csv |
            awk -F, 'NR > 1 {n++; if ($10 > 0) late++} END {print n, n - late, late + 0}')"
    same "aged at the end of 2013, disputed beside" \
        "206.25 555.65 0.00 0.00 0.00 0.00 761.90 310.66" "$(aging 2013-12-31 USD)"
    same "all settled at last" "0.00 0.00 0.00 0.00 0.00 0.00 0.00 0.00" "$(aging 2014-01-09 USD)"
    arl import history --file "$files/WA_Fn-UseC_-Accounts-Receivable.csv" --yes 2>/dev/null
    same "the same file twice is refused" 65 $?
    proved "the history proves itself"
else
    for name in "an AR history goes in" "aged in the middle of 2013" "aged at the end of 2013"; do skip "$name"; done
fi

book=xero
if [ -r "$files/xero_invoice_data.csv" ]; then
    arl book new --company Test --currency CAD 2>/dev/null
    same "an export in two foreign currencies goes in" \
        "18 customers, 116 invoices (92057.50 GBP and 308484.09 USD), 103 payments (79322.50 GBP and \
278378.09 USD), 485 rows left out" \
        "$(arl import history --file "$files/xero_invoice_data.csv" --where 'type=ACCREC & status!=DELETED' \
            --map "customer=contact_id; number=invoice_number; date=date; due=due_date; amount=total; \
currency=currency_code; rate=1/currency_rate; paid=fully_paid_on_date" 2>&1 | sed 's/.*: //')"
    same "its dollars, aged" "29356.00 0.00 750.00 0.00 0.00 0.00 30106.00 0.00" "$(aging 2021-03-31 USD)"
    same "its pounds, aged" "3735.00 0.00 4500.00 2250.00 2250.00 0.00 12735.00 0.00" "$(aging 2021-03-31 GBP)"
    proved "the foreign book proves itself"
    book=open
    arl book new --company Test --currency CAD 2>/dev/null
    same "its proposal takes nothing that is paid for open" 65 \
        "$(arl import invoices --yes "$files/xero_invoice_data.csv" --where type=ACCREC 2>/dev/null; echo $?)"
    same "what is open comes to what the file says is due" \
        "9 customers, 13 invoices (12735.00 GBP and 30106.00 USD), 587 rows left out, 1 DELETED row left out" \
        "$(arl import invoices --yes "$files/xero_invoice_data.csv" --where 'type=ACCREC & status!=PAID' 2>&1 \
            | sed 's/.*: //')"
else
    for name in "an export in two foreign currencies goes in" "its dollars, aged" "its pounds, aged"; do
        skip "$name"
    done
fi

book=retail
if [ -r "$files/online-retail-2010-12.csv.gz" ]; then
    arl book new --company Test --currency GBP 2>/dev/null
    same "eight months of invoice lines go in" \
        "standard input: 3194 customers, 12446 invoices (5545687.68 GBP), 2276 credit memos (466436.81 GBP)" \
        "$(for month in "$files"/online-retail-*.csv.gz; do
            case $month in
            *2010-12.csv.gz) zcat "$month" ;;
            *) zcat "$month" | tail -n +2 ;;
            esac
        done |
            arl import invoices --file - --default customer=CASH --yes 2>&1)"
    same "invoices, rounded line by line" "12446 5545687.68" \
        "$(arl invoice list --format csv |
            awk -F, 'NR > 1 && $3 == "invoice" {n++; sum += $7} END {printf "%d %.2f", n, sum}' \
                FPAT='([^,]*)|("[^"]*")')"
    same "documents, net" "14722 5079250.87" \
        "$(arl book sql --readonly "SELECT COUNT(*), SUM(CASE kind WHEN 2 THEN -total ELSE total END) \
FROM document" --format csv |
            awk -F, 'NR == 2 {printf "%d %.2f", $1, $2 / 100}')"
    same "documents of nothing have a number and no item" "1312 0" \
        "$(arl book sql --readonly "SELECT COUNT(*), COUNT(item.id) FROM document \
LEFT JOIN item ON item.document_id = document.id WHERE total = 0" --format csv | sed -n '2s/,/ /p')"
    same "equal lines are kept" 285421 "$(arl book sql --readonly "SELECT COUNT(*) FROM line" --format csv | sed -n 2p)"
    proved "the wholesaler's book proves itself"
else
    for name in "eight months of invoice lines go in" "documents, net"; do skip "$name"; done
fi
echo "1..$count"
