#!/bin/sh
# test_terminals.sh: the program starts and leaves on every kind of terminal and in every locale, also those that
# this system does not know: then it falls back and says so.
set -u
: "${ARLEDGER:?names the program under test}"
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 1' INT TERM HUP
export XDG_DATA_HOME="$work" XDG_STATE_HOME="$work" TZ=UTC
if ! command -v script >/dev/null || ! script --version 2>/dev/null | grep -q util-linux; then
    echo "ok 1 - kinds of terminals # SKIP script (util-linux) is not installed"
    echo "1..1"
    exit 0
fi
"$ARLEDGER" -q --book "$work/book.arl" book new --company "Harbour & Finch" --currency EUR
count=0
starts() { # name, environment
    count=$((count + 1))
    name=$1
    shift
    # typed before it is ready, as a hasty clerk would; a program that hangs is ended by timeout
    if printf 'qq\nq\n' | timeout 60 script -qec \
        "stty rows 24 cols 80 2>/dev/null; env $* $ARLEDGER --book $work/book.arl" /dev/null >"$work/out" 2>&1; then
        echo "ok $count - $name"
    else
        echo "not ok $count - $name (status $?)"
        LC_ALL=C tr -c '[:print:]\n' '.' <"$work/out" | tail -n 5 | sed 's/^/# /'
    fi
}
for term in xterm xterm-256color linux vt100 vt220 screen tmux-256color ansi dumb xterm-kitty foot alacritty \
    no-such-terminal; do
    starts "TERM=$term" "LC_ALL=C.UTF-8 TERM=$term"
done
starts "no TERM" "-u TERM LC_ALL=C.UTF-8"
starts "the C locale" "LC_ALL=C TERM=xterm"
starts "POSIX" "LC_ALL=POSIX TERM=vt100"
starts "a locale that is not there" "LC_ALL=xx_YY.UTF-8 TERM=xterm"
echo "1..$count"
