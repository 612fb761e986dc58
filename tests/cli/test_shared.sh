#!/bin/sh
# test_shared.sh: one book for several users of a machine, who may not open its file themselves.
#
# The program is installed as `make install-shared` does it, setgid, in a folder of its own; two users whom the
# system does not know by name work with it. Only root can set this up: elsewhere it is skipped by name.
set -u
: "${ARLEDGER:?names the program under test}"
count=0
same() { # name, wanted, what came
    count=$((count + 1))
    if [ "$2" = "$3" ]; then echo "ok $count - $1"; else
        echo "not ok $count - $1"
        printf '# wanted %s\n# got    %s\n' "$2" "$3"
    fi
}
skip() {
    echo "ok 1 - a book that users share # SKIP $1"
    echo "1..1"
    exit 0
}
[ "$(id -u)" = 0 ] || skip "only root can install a program for a group"
command -v setpriv >/dev/null || skip "setpriv is not installed"
case $ARLEDGER in */asan/* | */cover/*) skip "not with a program that is instrumented" ;; esac
top=$(mktemp -d) || exit 1
trap 'rm -rf "$top"' EXIT
trap 'exit 1' INT TERM HUP
group=61990 anna=61991 tom=61992
program=$top/arledger folder=$top/books book=$top/books/book.arl
chmod 755 "$top"
install -o 0 -g $group -m 2755 "$ARLEDGER" "$program"
install -d -o 0 -g $group -m 2770 "$folder"
for who in $anna $tom; do install -d -o $who -g $who -m 700 "$top/$who"; done
unset XDG_STATE_HOME XDG_DATA_HOME XDG_CONFIG_HOME
# a command of one of the two, in the user's own folder
as() {
    who=$1
    shift
    (cd "$top/$who" && exec setpriv --reuid="$who" --regid="$who" --clear-groups env HOME="$top/$who" "$@")
}
arl() { who=$1; shift; as "$who" "$program" --book "$book" --no-input "$@"; }
status() { "$@" >/dev/null 2>&1; echo $?; }

"$program" --book "$book" book new --company "Harbour & Finch" --currency EUR 2>/dev/null
[ -u "$program" ] || [ -g "$program" ] || skip "this disk keeps no setgid"
same "the book is the group's, and nobody else's" "660 $group" "$(stat -c '%a %g' "$book")"
arl $anna customer add --code ACME --name Acme >/dev/null 2>&1
arl $anna invoice issue --customer ACME --number A1 --amount 100 >/dev/null 2>&1
same "two users post in it, each under their own name" "uid$anna uid$anna uid$tom" "$(
    arl $tom payment receive --customer ACME --amount 30 --apply A1=30.00 >/dev/null 2>&1
    arl $tom journal list --format csv | awk -F, 'NR > 2 {printf "%s%s", n++ ? " " : "", $3}')"
same "and prove it" 0 "$(status arl $tom book verify)"
as $anna "$program" --book "$book" --no-input book sql --readonly \
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000000) SELECT MAX(i) FROM n" \
    >/dev/null 2>&1 &
for name in "$book" "$book-lane" "$folder"; do
    same "${name##*/} is not theirs to read" 1 "$(status as $tom cat "$name")"
done
same "nor is it through the store's own program" 1 "$(
    if command -v sqlite3 >/dev/null; then
        as $tom sqlite3 "$book" 'SELECT COUNT(*) FROM entry' >/dev/null 2>&1 || echo 1
    else echo 1; fi)"
kill $(pgrep -u $anna -f "^$program") 2>/dev/null
wait

# what a user names is opened with the user's own rights
ln -s "$book" "$top/$anna/link.csv"
chown -h $anna "$top/$anna/link.csv"
echo 'customer list' >"$folder/lines"
chmod 660 "$folder/lines"
same "no report is written into the folder" 73 "$(status arl $anna --format csv -o "$folder/x.csv" report aging)"
same "none over the book" 73 "$(status arl $anna --format csv --force -o "$book" report aging)"
same "none through a link" 73 "$(status arl $anna --format csv --force -o link.csv report aging)"
same "nothing is imported from there" 77 "$(status arl $anna import customers "$book")"
same "no bank file is read there" 77 "$(status arl $anna bank read "$book")"
same "no file of commands" 1 "$(status arl $anna run "$folder/lines" | sed 's/[1-9][0-9]*/1/')"
same "nothing there is attached" 1 "$(status arl $anna attachment add --customer ACME --path "$book" |
    sed 's/[1-9][0-9]*/1/')"
same "and the folder is as it was" "book.arl book.arl-lane lines" "$(ls "$folder" | tr '\n' ' ' | sed 's/ $//')"

# copies of books are made by whoever may without us
as $anna "$program" --book "$top/$anna/own.arl" book new --company Mine --currency EUR >/dev/null 2>&1
same "a user's own book is the user's own" "600 $anna" "$(stat -c '%a %u' "$top/$anna/own.arl")"
same "the shared book is not restored elsewhere" 1 "$(
    status arl $anna book restore --from "$book" --to "$top/$anna/stolen.arl" --yes | sed 's/[1-9][0-9]*/1/')"
same "nor is another one put in its place" 1 "$(
    status arl $anna book restore --from "$top/$anna/own.arl" --to "$book" --yes | sed 's/[1-9][0-9]*/1/')"
same "nor is a new one made beside it" 1 "$(
    status as $anna "$program" --book "$folder/more.arl" book new --company X --currency EUR |
        sed 's/[1-9][0-9]*/1/')"
same "and root may restore it" 0 "$(
    "$program" --book "$book" book backup --to "$folder/copy.arl" >/dev/null 2>&1
    status "$program" book restore --from "$folder/copy.arl" --to "$book" --yes)"
rm -f "$folder/copy.arl" "$book.before-restore"
same "and it is shared as before" "660 $group 0" "$(stat -c '%a %g' "$book") $(status arl $tom book verify)"

# a book of one's own never has it, since its folder may be another one a moment later
install -d -o $anna -g $anna "$top/$anna/d"
as $anna "$program" --book "$top/$anna/d/more.arl" book new --company Mine --currency EUR >/dev/null 2>&1
before=$(ls "$folder")
mkfifo "$top/lines" "$top/answers"
chmod 666 "$top/lines" "$top/answers"
as $anna "$program" --book "$top/$anna/d/more.arl" --no-input run - <"$top/lines" >"$top/answers" 2>/dev/null &
exec 3>"$top/lines" 4<"$top/answers"
echo 'journal list' >&3
read -r opened <&4
mv "$top/$anna/d" "$top/$anna/away"
ln -s "$folder" "$top/$anna/d"
echo 'customer add --code EVIL --name Evil' >&3
exec 3>&-
cat <&4 >/dev/null
exec 4<&-
wait
same "a folder that is changed while its book is open leads nowhere" "$before" "$(ls "$folder")"
rm "$top/$anna/d"
own() { as $anna "$program" --book "$top/$anna/away/more.arl" --no-input "$@"; }
install -d -o 0 -g $group -m 2770 "$folder/copies"
for moment in 20200101T000000Z 20200101T000001Z; do : >"$folder/copies/more-$moment.arl"; done
before=$(ls -R "$folder")
same "a user's own book is not copied into the folder" "77 77" \
    "$(status own book backup --to "$book.before-restore") $(status own book backup --folder "$folder/copies")"
same "where nothing came and nothing went" "$before" "$(ls -R "$folder")"
same "the shared one is" "0 0" \
    "$(status arl $anna book backup --to "$folder/book-copy.arl") $(
        status arl $anna book backup --folder "$folder/copies")"
same "but nowhere else" 77 "$(status arl $anna book backup --to "$top/book-copy.arl")"
same "unless the user may write there" 0 "$(status arl $anna book backup --to "$top/$anna/copy.arl")"
rm -r "$folder/copies" "$folder/book-copy.arl"

# what bears another book's name is that book's affair, also for who may do everything in this one
"$program" --book "$folder/book-two.arl" book new --company Two --currency EUR 2>/dev/null
install -d -o 0 -g $group -m 2770 "$folder/below" "$folder/below/copies"
: >"$folder/below/book.arl"
for moment in 20200101T000000Z 20200101T000001Z; do
    for name in book book-two; do : >"$folder/below/copies/$name-$moment.arl"; done
done
before=$(ls -R "$folder")
for name in other.arl other.arl-desks copy.arl book-two.arl-desks book-two-20990101T000000Z.arl bookkeeping.arl \
    below/book-copy.arl below/copies/book-copy.arl below/copies/book-two-copy.arl; do
    same "no copy is named $name" 77 "$(status arl $anna book backup --to "$folder/$name")"
done
same "nor are those of a book below rotated" 77 "$(status arl $anna book backup --folder "$folder/below/copies")"
same "and the folder is as it was, again" "$before" "$(ls -R "$folder")"
same "its error says what a copy is named" 1 "$(
    arl $anna book backup --to "$folder/copy.arl" 2>&1 | grep -c "bears its name: $book-evening.arl")"
rm -r "$folder/below" "$folder"/book-two.arl*

# programs that are started
cat >"$top/stub" <<'STUB'
#!/bin/sh
{
    id -g
    id -G
    ls -l /proc/self/fd | awk 'NF > 8 {n++} END {print n - 1}' # one is the list's own
    cat "$ARL_BOOK" >/dev/null 2>&1 && echo "read the book" || echo "denied"
    awk '/^NoNewPrivs/ {print $2}' /proc/self/status
} >"$HOME/told"
STUB
chmod 755 "$top/stub"
echo x >"$top/$anna/letter.txt"
arl $anna attachment add --customer ACME --path "$top/$anna/letter.txt" >/dev/null 2>&1
as $anna env ARL_BOOK="$book" ARLEDGER_OPEN="$top/stub" "$program" --book "$book" --no-input \
    attachment open 1 >/dev/null 2>&1
same "what we start has the user's rights, three files, and no way to more" "$anna $anna 3 denied 1" \
    "$(tr '\n' ' ' <"$top/$anna/told" | sed 's/ $//')"

# the environment widens nothing
mkdir "$top/bad"
chmod 777 "$top/bad"
before=$(arl $anna report aging --format csv 2>/dev/null)
after=$(as $anna env TMPDIR="$top/bad" SQLITE_TMPDIR="$top/bad" TERMINFO="$top/bad" TERMINFO_DIRS="$top/bad" \
    TERMCAP="$top/bad" TERMPATH="$top/bad" LD_PRELOAD="$top/bad/x.so" LD_LIBRARY_PATH="$top/bad" LD_AUDIT=x \
    LD_DEBUG=all LD_DEBUG_OUTPUT="$top/bad/ld" LD_PROFILE=libc.so.6 LD_PROFILE_OUTPUT="$top/bad" \
    GCONV_PATH="$top/bad" LOCPATH="$top/bad" NLSPATH="$top/bad/%N" MALLOC_TRACE="$top/bad/trace" MALLOC_CHECK_=3 \
    GLIBC_TUNABLES=glibc.malloc.check=3 FONTCONFIG_FILE="$top/bad/f" FONTCONFIG_PATH="$top/bad" FC_DEBUG=1 \
    PANGOCAIRO_BACKEND=x G_DEBUG=fatal-warnings G_MESSAGES_DEBUG=all GIO_EXTRA_MODULES="$top/bad" \
    CAIRO_DEBUG_TAG=1 NCURSES_TRACE=9 HB_OPTIONS=x ENV="$top/bad/e" IFS=x PATH="$PATH" \
    "$program" --book "$book" --no-input report aging --format csv 2>/dev/null)
same "thirty words of the environment change nothing" "$before" "$after"
same "and leave nothing behind" "" "$(ls "$top/bad")"
mkfifo "$top/pipe" "$top/answer"
chmod 666 "$top/pipe" "$top/answer"
arl $anna run - <"$top/pipe" >"$top/answer" 2>/dev/null &
exec 3>"$top/pipe" 4<"$top/answer"
echo 'customer list' >&3
read -r answered <&4 # so it is there
inside=$(pgrep -u $anna -f "^$program" | head -n 1)
same "no core is left" "0" "$(awk '/^Max core/ {print $5}' "/proc/$inside/limits")"
same "and its user cannot look into it" 1 "$(status as $anna cat "/proc/$inside/environ")"
exec 3>&-
wait
echo "1..$count"
