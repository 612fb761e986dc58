#!/bin/sh
# test_hostile.sh: text that steers terminals, turns letters round or begins a formula, put into every text of a
# book past the program, and every report and list looked at as text, csv, json, page, PDF and on the screen.
set -u
: "${ARLEDGER:?names the program under test}"
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' INT TERM HUP
export LC_ALL=C.UTF-8 TZ=UTC XDG_DATA_HOME="$work" XDG_STATE_HOME="$work"
if ! command -v sqlite3 >/dev/null; then
    echo "ok 1 - hostile text # SKIP sqlite3 is not installed"
    echo "1..1"
    exit 0
fi
cd "$work" || exit 1
arl() { "$ARLEDGER" --book book.arl --today 2026-11-22 --no-input "$@"; }
arl -q book new --company "Harbour & Finch" --currency EUR --sandbox
while read -r line; do
    eval "arl -q $line" >/dev/null || echo "not ok - $line"
done <<'LINES'
customer add --code ACME --name Acme --address 'Quay 1' --email a@b.example --phone 123 --contact Anna
customer add --code BOLT --name Bolt
person add --customer ACME --name Berta --role boss --phone 12
invoice issue --customer ACME --number A1 --line 'text=Lamp; price=100' --date 2026-08-01 --po 81
invoice issue --customer BOLT --number B1 --amount 80 --date 2026-09-01
payment receive --customer ACME --amount 30 --reference A1 --payer Acmes --apply A1=30.00
payment receive --amount 5 --payer Somebody
dispute open --invoice B1 --reason price --text 'not ordered'
contact log --customer ACME --kind call --text 'will pay' --with Berta
promise take --customer ACME --amount 10 --date 2026-11-30
LINES

# every column of text but keys that other tables name, in every table
sqlite3 book.arl "SELECT 'DROP TRIGGER ' || name || ';' FROM sqlite_schema WHERE type = 'trigger'" >drop.sql
sqlite3 book.arl "SELECT 'UPDATE OR IGNORE \"' || m.name || '\" SET \"' || p.name || '\" = ''=cmd|x'' || \"' ||
    p.name || '\" || char(27) || '']52;c;QUFB'' || char(7, 8238, 155, 8294, 8232) || ''z'' WHERE \"' || p.name ||
    '\" <> '''';' FROM sqlite_schema m JOIN pragma_table_info(m.name) p
    WHERE m.type = 'table' AND p.type = 'TEXT' AND p.name IN ('name', 'text', 'payer', 'address', 'phone', 'email',
    'contact', 'reference', 'po', 'person', 'role', 'says', 'command', 'owner', 'full_name', 'reason', 'note')
    AND m.name NOT IN ('setting', 'counter')" >fill.sql
sqlite3 book.arl "SELECT sql || ';' FROM sqlite_schema WHERE type = 'trigger'" >again.sql
{ echo "BEGIN;"; cat drop.sql fill.sql again.sql; echo "COMMIT;"; } | sqlite3 book.arl

count=0 looked=0
# what must not be in what a command says: controls but line ends, C1, bidi controls, line separators
steers() {
    LC_ALL=C tr -d '\n\f' <"$1" | LC_ALL=C grep -aq "$(printf '[\001-\037\177]')" && return 0
    LC_ALL=C grep -aqE "$(printf '\302[\200-\237]|\342\200[\250-\256]|\342\201[\246-\251]')" "$1"
}
look() { # name, file
    looked=$((looked + 1))
    if steers "$2"; then
        count=$((count + 1))
        echo "not ok $count - $1"
    fi
}
formula() { LC_ALL=C grep -aqE '(^|,)"?[=+@]' "$1"; }

{
    "$ARLEDGER" report --help | awk '$1 == "report" {print $1, $2}'
    for noun in customer invoice payment credit debit dispute contact promise journal item person; do
        "$ARLEDGER" $noun --help 2>/dev/null | awk -v n=$noun '$1 == n && $2 == "list" {print $1, $2}'
    done
    echo "customer show --customer ACME"
    echo "invoice show --invoice A1"
    echo "report statement --customer ACME"
    echo "report customer --customer ACME"
    echo "journal show 2"
    echo "find acme"
} | sort -u >lines
while read -r line; do
    for format in text csv json; do
        eval "arl --format $format $line" >out 2>err
        look "$line as $format" out
        look "$line, its words" err
        [ $format != csv ] || ! formula out || {
            count=$((count + 1))
            echo "not ok $count - $line as csv begins a formula"
        }
    done
done <lines
if command -v pdftotext >/dev/null; then
    for line in "report aging" "report statement --customer ACME" "invoice show --invoice A1" \
        "report customer --customer ACME"; do
        eval "arl --format pdf -o out.pdf --force $line" 2>/dev/null
        pdftotext out.pdf out 2>/dev/null && look "$line as PDF" out
        pdfinfo out.pdf >out 2>/dev/null && look "what a PDF of $line says of itself" out
    done
fi
for format in hledger ledger beancount; do
    arl --format $format gl export --month 2026-08 >out 2>err
    look "a journal for $format" out
done
printf 'dump a\n2\ndump b\nenter\ndump c\nescape\n3\ndump d\n4\ndump e\n5\ndump f\n' >keys
"$ARLEDGER" --book book.arl --today 2026-11-22 --headless 132x40 --script keys >out 2>err
cat ./*.txt >>out 2>/dev/null
look "the screens" out
# what a line printer gets, and the words it is called with
mkdir bin
printf '#!/bin/sh\necho "$*" >>asked\ncat >>paper\n' >bin/lp
printf '#!/bin/sh\necho laser\n' >bin/lpstat
chmod +x bin/lp bin/lpstat
printf '2\nenter\nP\nP\nescape\n4\nP\nP\n' >keys
PATH=$work/bin:$PATH "$ARLEDGER" --book book.arl --today 2026-11-22 --headless 132x40 --script keys >out 2>err
for printed in paper asked; do
    look "a print ($printed)" $printed
    [ -s $printed ] || {
        count=$((count + 1))
        echo "not ok $count - nothing was printed ($printed)"
    }
done
count=$((count + 1))
if [ $looked -gt 150 ]; then
    echo "ok $count - $looked answers hold nothing that steers"
else
    echo "not ok $count - only $looked answers were looked at"
fi
echo "1..$count"
