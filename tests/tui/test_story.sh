#!/bin/sh
# test_story.sh: runs tests/tui/*.story, each in a fresh folder with a book of its own.
#
# A story is keys in and screens out, one file for both:
#
#     $ book new --company Lights --currency USD --sandbox     a command that makes the book
#     @ 80x24                                                   the size; keys follow
#     j j Enter "acme"                                          as view/headless.h reads them
#     dump card                                                 what is on the screen now
#     | Acme Holdings ...                                       that picture
#     = FILE                                                    and what a file has at the end
#
# Everything runs at a fixed moment, as anna. `lp` is one that keeps what it gets in the file `paper`
# and how it was called in `asked`; the editor is one that always writes the same.
# ACCEPT, set by `make accept`, rewrites the stories instead, to be reviewed as a diff.
set -u
here=$(cd "$(dirname "$0")" && pwd) || exit 1
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' INT TERM HUP

mkdir "$work/bin" || exit 1
printf '#!/bin/sh\necho "$*" >asked\ncat >paper\n' >"$work/bin/lp"
printf '#!/bin/sh\necho laser\necho "Büro Wien"\n' >"$work/bin/lpstat"
printf '#!/bin/sh\nprintf "They move to Leith Street\\nin spring.\\n" >>"$1"\n' >"$work/bin/pen"
chmod +x "$work/bin/lp" "$work/bin/lpstat" "$work/bin/pen"
PATH=$work/bin:$PATH
export PATH ARLEDGER_BOOK=book.arl LC_ALL=C.UTF-8 TZ=UTC NO_COLOR=1 TERM=xterm EDITOR=pen
unset VISUAL XDG_DATA_HOME XDG_CONFIG_HOME XDG_STATE_HOME

clerk() {
    HOME=$folder "${ARLEDGER:?names the program under test}" --now 2026-11-22T12:00:00Z --actor anna \
        --locale "$locale" "$@"
}

# $1 a story: what it is when it is told now
story_run() {
    locale=C.UTF-8 size=80x24
    : >"$work/failed"
    grep -v '^[|=$@]' "$1" >"$folder/script"
    while IFS= read -r line; do
        case $line in
        '$ '*)
            (cd "$folder" && eval "clerk --no-input --yes ${line#??}") </dev/null \
                >"$work/said" 2>&1 || { echo "$line"; cat "$work/said"; } >>"$work/failed" ;;
        '@ ASCII '*) locale=C size=${line#@ ASCII }; export LC_ALL=C ;;
        '@ '*) size=${line#??} ;;
        esac
    done <"$1"
    (cd "$folder" && clerk --headless "$size" --script script) </dev/null >>"$work/failed" 2>&1 ||
        echo "ended with status $?" >>"$work/failed"
    LC_ALL=C.UTF-8
    while IFS= read -r line || [ -n "$line" ]; do
        case $line in '|'*) continue ;; esac
        printf '%s\n' "$line"
        case $line in
        'dump '*) sed 's/^/|/' "$folder/${line#dump }.txt" 2>>"$work/failed" ;;
        '= '*) sed 's/^/|/' "$folder/${line#= }" 2>>"$work/failed" ;;
        esac
    done <"$1"
    sed 's/^/# said: /' "$work/failed"
}

count=0 status=0
set -- "$here"/*.story
echo "1..$#"
for story; do
    count=$((count + 1))
    name=$(basename "$story" .story)
    folder=$work/$name
    mkdir "$folder"
    grep -v '^# said: ' "$story" >"$work/story"
    story_run "$work/story" >"$work/told"
    if [ -n "${ACCEPT:-}" ]; then
        cat "$work/told" >"$ACCEPT/tests/tui/$name.story"
        echo "ok $count - $name (accepted)"
    elif cmp -s "$story" "$work/told"; then
        echo "ok $count - $name"
    else
        status=1
        echo "not ok $count - $name"
        diff -u "$story" "$work/told" | sed 's/^/# /'
    fi
done
exit $status
