#!/bin/sh
# The runner counts tests, and no way of ending badly looks like passing.
set -u
here=$(cd "$(dirname "$0")/.." && pwd)
room=$(mktemp -d "${TMPDIR:-/tmp}/run.XXXXXX") || exit 1
trap 'rm -rf "$room"' EXIT
cd "$room" || exit 1
count=0

# program NAME: a test program of the lines that come in
program() {
    { echo '#!/bin/sh'; cat; } >"$1.sh"
    chmod +x "$1.sh"
}
# totals LINE STATUS NAME PROGRAM...: the runner's last line and its exit status
totals() {
    line=$1 status=$2 name=$3
    shift 3
    count=$((count + 1))
    said=$(WORK=$room/work TEST_LIMIT=1 sh "$here/run.sh" "$@" 2>&1)
    ended=$?
    last=$(printf '%s\n' "$said" | tail -n 1)
    if [ "$last" = "$line" ] && [ $ended -eq "$status" ]; then
        echo "ok $count - $name"
    else
        printf 'not ok %s - %s\n' $count "$name"
        printf '# wanted: %s, status %s\n# got: %s, status %s\n' "$line" "$status" "$last" $ended
    fi
}

program good <<'END'
echo 1..2; echo ok 1 - a; echo ok 2 - b
END
program skips <<'END'
echo 1..3; echo ok 1 - a; echo 'not ok 2 # SKIP b'; echo 'ok 3 - c # skip no real files'
END
program bad <<'END'
echo 1..2; echo ok 1 - a; echo not ok 2 - b; exit 1
END
program crash <<'END'
echo 1..2; echo ok 1 - a; echo ok 2 - b; kill -9 $$
END
program short <<'END'
echo 1..5; echo ok 1 - a; exit 0
END
program silent <<'END'
exit 0
END
program status <<'END'
echo 1..1; echo ok 1 - a; exit 3
END
program groups <<'END'
echo 1..1; echo ok 1 - a; echo 1..2; echo ok 1 - b; echo ok 2 - c
END
program surroundings <<'END'
echo 1..1
[ "$TZ $LC_ALL $CMOCKA_MESSAGE_OUTPUT" = 'UTC C.UTF-8 TAP' ] && [ -z "${ARLEDGER_BOOK:-}" ] && echo ok 1
END
program sums <<'END'
echo 1..1; echo '# tally tried 7 lost 0 doubled 1 corrupt 0 half 2'; echo ok 1 - a
END
program sums_again <<'END'
echo 1..1; echo '# tally tried 5 lost 3 doubled 0 corrupt 4 half 0'; [ -z "${SUMMARY:-}" ] && echo ok 1 - a
END
program endless <<'END'
echo 1..1; while :; do :; done
END

totals '2 passed, 0 failed' 0 'all pass' good.sh
totals '4 passed, 0 failed' 0 'several programs' good.sh "$room/good.sh"
totals '1 passed, 0 failed, 2 skipped' 0 'skipped tests are counted as such' skips.sh
totals '1 passed, 1 failed' 1 'a failing test' bad.sh
totals '2 passed, 1 failed' 1 'a crash after the last test' crash.sh
totals '1 passed, 1 failed' 1 'an end before the plan is done' short.sh
totals '0 passed, 1 failed' 1 'a program without tests' silent.sh
totals '1 passed, 1 failed' 1 'a bad status with good tests' status.sh
totals '3 passed, 0 failed' 0 'two groups in one program' groups.sh
totals '0 passed, 1 failed' 1 'a program that is not there' none.sh
totals '0 passed, 1 failed' 1 'a program that does not end' endless.sh
ARLEDGER_BOOK=/nowhere totals '1 passed, 0 failed' 0 'the surroundings are always the same' surroundings.sh
SUMMARY=all totals 'all: 12 tried, 3 lost, 1 doubled, 4 corrupt, 2 half done; 2 passed, 0 failed' 0 \
    'what was tried is summed up' sums.sh sums_again.sh
SUMMARY=all totals 'all: 2 passed, 0 failed' 0 'nothing tells a tally' good.sh
totals '3 passed, 1 failed' 1 'good beside bad' good.sh bad.sh
echo "1..$count"
