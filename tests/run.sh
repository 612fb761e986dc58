#!/bin/sh
# run.sh PROGRAM...: runs test programs and scripts, JOBS at a time, and counts their tests.
#
# Every program prints TAP (cmocka is told to). It finds in its environment: ARLEDGER, the program under
# test; REALDATA, the real exports, when they are there; TZ=UTC, LC_ALL=C.UTF-8; a HOME of its own.
# WRAP (valgrind, say) goes before each program that is not a script. What a failing program said is shown
# whole. The last line is `N passed, N failed`, with `, N skipped` where some were; with SUMMARY=NAME it begins
# with that name and the sums of their `# tally` lines. A program that crashes, ends before its plan is done, or
# runs no test at all counts as one failure more.
set -u
work=${WORK:-build/release/tests}
limit=${TEST_LIMIT:-900}
summary=${SUMMARY:-}
unset SUMMARY
mkdir -p "$work/log" || exit 1
work=$(cd "$work" && pwd)

CMOCKA_MESSAGE_OUTPUT=TAP TZ=UTC LC_ALL=C.UTF-8
export CMOCKA_MESSAGE_OUTPUT TZ LC_ALL
LSAN_OPTIONS=suppressions=$(cd "$(dirname "$0")" && pwd)/leaks.lsan:print_suppressions=0
export LSAN_OPTIONS
[ -d "${REALDATA:-}" ] || unset REALDATA
# the user's own books and settings are none of a test's business
unset ARLEDGER_BOOK CDPATH ENV
HOME=$work/home XDG_CONFIG_HOME=$work/home/.config XDG_DATA_HOME=$work/home/.local/share
XDG_STATE_HOME=$work/home/.local/state
mkdir -p "$HOME"
export HOME XDG_CONFIG_HOME XDG_DATA_HOME XDG_STATE_HOME

# one program: its words to a log named by its path, its exit status beside
if [ "${1:-}" = --one ]; then
    log=$work/log/$(printf %s "$2" | tr / _)
    case $2 in /*) program=$2 ;; *) program=./$2 ;; esac
    case $2 in *.sh) ;; *) program="${WRAP:-} $program" ;; esac
    # unquoted on purpose: WRAP is a command with its options
    if command -v timeout >/dev/null; then
        timeout -k 10 "$limit" $program >"$log" 2>&1 </dev/null
    else
        $program >"$log" 2>&1 </dev/null
    fi
    echo $? >"$log.status"
    exit 0
fi

[ $# -eq 0 ] || for program; do printf '%s\0' "$program"; done |
    xargs -0 -n 1 -P "${JOBS:-2}" sh "$0" --one

# what was tried, and what came to grief, in one line; a test that fails stops and tells no tally
sums=
[ -z "$summary" ] || sums=$(for program; do cat "$work/log/$(printf %s "$program" | tr / _)"; done |
    awk -v name="$summary" '/^# tally / {for (i = 3; i < NF; i += 2) sum[$i] += $(i + 1); told = 1}
        END {printf "%s: ", name
            if (told) printf "%d tried, %d lost, %d doubled, %d corrupt, %d half done; ", sum["tried"],
                sum["lost"], sum["doubled"], sum["corrupt"], sum["half"]}')

passed=0 failed=0 skipped=0
for program; do
    log=$work/log/$(printf %s "$program" | tr / _)
    status=$(cat "$log.status" 2>/dev/null || echo 127)
    # passed, failed, skipped, and tests planned but never run
    set -- $(awk '/^1\.\.[0-9]+/ {planned += substr($0, 4)}
        /^(not )?ok/ && tolower($0) ~ /# *skip/ {skip++; next}
        /^not ok/ {bad++}
        /^ok/ {good++}
        END {print good + 0, bad + 0, skip + 0, planned - good - bad - skip}' "$log")
    good=$1 bad=$2 skip=$3 lost=$4
    reason=
    if [ "$status" -eq 124 ]; then reason="was stopped after $limit s"
    elif [ "$status" -ge 128 ]; then reason="was killed by signal $((status - 128))"
    elif [ "$status" -ne 0 ] && [ "$bad" -eq 0 ]; then reason="ended with status $status"
    elif [ $((good + bad + skip)) -eq 0 ]; then reason="ran no test"
    elif [ "$lost" -gt 0 ]; then reason="left $lost planned tests out"
    fi
    if [ "$bad" -gt 0 ] || [ -n "$reason" ]; then
        echo "== $program${reason:+ $reason}"
        cat "$log"
    fi
    [ -z "$reason" ] || bad=$((bad + 1))
    passed=$((passed + good)) failed=$((failed + bad)) skipped=$((skipped + skip))
done

more=
[ $skipped -eq 0 ] || more=", $skipped skipped"
echo "$sums$passed passed, $failed failed$more"
[ $failed -eq 0 ]
