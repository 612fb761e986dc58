#!/bin/sh
# test_pdf.sh: what leaves as PDF, read back: every script, page numbers, heads and sums on each sheet.
#
# pdftotext reads the files; without it the tests are skipped by name.
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
if ! command -v pdftotext >/dev/null; then
    echo "ok 1 - PDF files # SKIP pdftotext is not installed"
    echo "1..1"
    exit 0
fi
# the words of sheet $2 of file $1
words() { pdftotext -layout -f "$2" -l "$2" "$work/$1.pdf" - | tr -s ' \n\f' '   '; }
has() { case $(words "$1" "$2") in *"$3"*) echo yes ;; *) words "$1" "$2" ;; esac; }
sheets() { pdfinfo "$work/$1.pdf" | awk '/^Pages:/ {print $2}'; }

arl book new --company "Harbour & Finch" --currency EUR --demo 2>/dev/null
arl --format pdf -o "$work/aging.pdf" report aging
arl --format pdf -o "$work/open.pdf" report open-items
arl --format pdf -o "$work/statement.pdf" report statement --customer DENGTA
number=$(arl invoice list --limit 1 --format csv | awk -F, 'NR == 2 {print $1}')
arl --format pdf -o "$work/invoice.pdf" invoice show --invoice "$number"

same "the title, the day and the firm are on the sheet" yes "$(has aging 1 'Aging as of 2026-11-22')"
same "Greek" yes "$(has aging 1 'Φανάρι Αιγαίου')"
if [ -n "$(fc-list :lang=zh)" ]; then
    same "Chinese" yes "$(has statement 1 '上海灯塔照明有限公司')"
else
    count=$((count + 1))
    echo "ok $count - Chinese # SKIP no font here has it"
fi
same "Cyrillic" yes "$(has aging 1 'Морски фар')"
same "page x of y" yes "$(has open 1 "Page 1 of $(sheets open)")"
same "the last page too" yes "$(has open "$(sheets open)" "Page $(sheets open) of $(sheets open)")"
same "heads stand on the second sheet again" yes "$(has open 2 'Customer Document')"
same "a statement is its page, not its table" yes "$(has statement 1 'Please return this part')"
same "an invoice has its number and what is to be paid" yes "$(has invoice 1 "$number")"
same "every font is embedded" "" "$(pdffonts "$work/aging.pdf" | awk 'NR > 2 && $(NF - 4) != "yes"')"
same "bookmarks lead to the documents" yes \
    "$(grep -a -q '/Outlines' "$work/invoice.pdf" && echo yes)"

# the pack: each part says its day or period, and the sheets are numbered through
arl -q report pack "$work/pack" >/dev/null 2>&1
mv "$work/pack/collection-2026-11-22.pdf" "$work/pack.pdf"
same "the last sheet of the pack has its number" yes "$(has pack "$(sheets pack)" "page $(sheets pack) ")"
same "and no part counts by itself" 0 "$(pdftotext "$work/pack.pdf" - | grep -c 'Page 1 of')"
same "every sheet of it has a day" "" "$(n=1; while [ $n -le "$(sheets pack)" ]; do
    pdftotext -layout -f $n -l $n "$work/pack.pdf" - | sed '/^ *$/d' | sed -n '2{/2026-1[01]-[0-9][0-9]/!p;}'
    n=$((n + 1))
done)"

# 90 rows of one currency: more than a sheet
: >"$work/lines"
i=0
while [ $i -lt 90 ]; do
    i=$((i + 1))
    echo "invoice issue --customer KADE --number T$i --date 2026-11-20 --amount 10.00" >>"$work/lines"
done
arl run "$work/lines" >/dev/null 2>&1
arl --format pdf -o "$work/long.pdf" report open-items --customer KADE --search T
same "sums are carried over" yes "$(has long 1 'Carried over')"
same "and brought over" yes "$(has long 2 'Brought over')"
same "and end in the total" yes "$(has long "$(sheets long)" 'Total 900.00 0.00')"

"$ARLEDGER" --book "$work/book.arl" --format pdf report aging >"$work/pipe.pdf"
same "a pipe takes it too" "%PDF" "$(head -c 4 "$work/pipe.pdf")"
same "an existing file stays" 73 "$(arl --format pdf -o "$work/aging.pdf" report aging 2>/dev/null; echo $?)"
arl book set --name paper.letter --value 1 >/dev/null 2>&1
arl --format pdf -o "$work/letter.pdf" report statement --customer DENGTA
same "letter paper" yes "$(pdfinfo "$work/letter.pdf" | grep -q '612 x 792' && echo yes)"
arl customer add --code TEURA --name "תאורה" --language en >/dev/null 2>&1
arl invoice issue --customer TEURA --number RTL1 --date 2026-11-20 --amount 10.00 >/dev/null 2>&1
arl --format pdf -o "$work/rtl.pdf" invoice show RTL1 --sheet
# where the word $1 begins, in points
left() { pdftotext -bbox "$work/rtl.pdf" - | sed -n "s/.*xMin=\"\([0-9]*\).*>$1<.*/\1/p" | head -1; }
# its last letter is the leftmost
same "a name from right to left stands where the lines around it do" yes \
    "$([ "$(left ה)" -le "$(left Customer)" ] && echo yes)"
echo "1..$count"
