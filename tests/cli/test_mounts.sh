#!/bin/sh
# test_mounts.sh: a disk that is really full, and one that is really mounted for reading only.
#
# Both are a small tmpfs in a mount namespace of its own. Only root can set this up: elsewhere it is skipped by
# name. What the store does when any single call fails is tests/fault's.
set -u
: "${ARLEDGER:?names the program under test}"
skip() {
    echo "ok 1 - disks that are full or for reading only # SKIP $1"
    echo "1..1"
    exit 0
}
if [ -z "${MOUNTS_INSIDE:-}" ]; then
    [ "$(id -u)" = 0 ] || skip "only root can mount a disk"
    command -v unshare >/dev/null || skip "unshare is not installed"
    top=$(mktemp -d) || exit 1
    trap 'rm -rf "$top"' EXIT
    trap 'exit 1' INT TERM HUP
    unshare -m mount -t tmpfs -o size=4m none "$top" 2>/dev/null || skip "no disk can be mounted here"
    MOUNTS_INSIDE=$top unshare -m sh "$0"
    exit
fi

top=$MOUNTS_INSIDE count=0
mount -t tmpfs -o size=4m none "$top" || exit 1
unset XDG_STATE_HOME XDG_DATA_HOME XDG_CONFIG_HOME
same() { # name, wanted, what came
    count=$((count + 1))
    if [ "$2" = "$3" ]; then echo "ok $count - $1"; else
        echo "not ok $count - $1"
        printf '# wanted %s\n# got    %s\n' "$2" "$3"
    fi
}
arl() { "$ARLEDGER" --book "$top/book.arl" --no-input "$@"; }
status() { "$@" >/dev/null 2>&1; echo $?; }
pay() { arl payment receive --customer ACME --amount 1 "$@"; }
payments() { arl payment list --format csv 2>/dev/null | grep -c '^P-'; }

arl -q book new --company "Harbour & Finch" --currency EUR
arl -q customer add --code ACME --name Acme >/dev/null
arl -q invoice issue --customer ACME --number A1 --amount 5000 >/dev/null
# all but 160 KiB are taken
dd if=/dev/zero of="$top/ballast" bs=1024 count=8192 2>/dev/null
truncate -s -163840 "$top/ballast"
told=0
while [ $told -lt 500 ] && words=$(pay 2>&1 >/dev/null); do told=$((told + 1)); done
same "some payments were posted before the disk was full" yes "$([ $told -gt 0 ] && [ $told -lt 500 ] && echo yes)"
same "the one that found no room says so" \
    "the disk is full: nothing was posted; free some space and try again" \
    "$(printf '%s' "$words" | sed 's/^arledger: //; s/ \[.*//')"
same "with the status of a disk" 74 "$(status pay)"
same "what was told as posted is there, and no more" $told "$(payments)"
same "what is there can be reported" 0 "$(status arl report aging)"
same "and proves itself" 0 "$(status arl book verify)"
rm "$top/ballast"
same "when there is room again the next one is posted" "0 $((told + 1))" "$(status pay) $(payments)"

mount -o remount,ro "$top" || exit 1
same "a disk for reading only is read" "0 0" "$(status arl report aging) $(status arl book verify)"
same "nothing is posted on it, and it is said why" \
    "77 this book is open for reading only, so nothing can be posted in it" \
    "$(status pay) $(pay 2>&1 | sed 's/^arledger: //')"
same "and nothing was" $((told + 1)) "$(payments)"
echo "1..$count"
