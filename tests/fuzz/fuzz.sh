#!/bin/sh
# fuzz.sh PROGRAM [TARGET...]: libFuzzer on each target (all), FUZZ_SECONDS (60) of processor time each,
# JOBS (2) at a time; one line at the end counts them.
#
# FUZZ_SEED (0: another one each time) begins its chances, so that a check tries the same wherever it runs.
# An input that ends its process is kept below WORK (build/fuzz) as bad/TARGET-...; it belongs among the seeds
# (tests/fuzz/seeds/TARGET) once it is mended. What was found on the way is kept in corpus/TARGET for the
# next time.
set -u
program=$1
shift
work=${WORK:-build/fuzz}
seconds=${FUZZ_SECONDS:-60}
[ $# -gt 0 ] || set -- $(ls tests/fuzz/seeds)

# whole milliseconds of processor time are not to be had from a shell: the program keeps its own clock
if [ "${FUZZ_ONE:-}" ]; then
    mkdir -p "$work/corpus/$1" "$work/bad" "$work/log"
    FUZZ_TARGET=$1 FUZZ_SECONDS=$seconds "$program" "$work/corpus/$1" -artifact_prefix="$work/bad/$1-" \
        -timeout=60 -seed="${FUZZ_SEED:-0}" -max_len=65536 -use_value_profile=1 -verbosity=1 >"$work/log/$1" 2>&1
    echo "exit $?" >>"$work/log/$1"
    exit 0
fi

export LC_ALL=C.UTF-8 TZ=UTC
printf '%s\n' "$@" | FUZZ_ONE=1 xargs -n 1 -P "${JOBS:-2}" sh "$0" "$program"

targets=0 crashes=0 inputs=0
for target; do
    fed=$(awk '/^fed: / {n = $2} END {print n + 0}' "$work/log/$target")
    if ! grep -q '^exit 0$' "$work/log/$target" || [ "$fed" -eq 0 ]; then
        crashes=$((crashes + 1))
        echo "== $target ended early:"
        grep -v '^#[0-9]*.*\(REDUCE\|NEW\|pulse\|RELOAD\|INITED\)' "$work/log/$target" | tail -n 60
    fi
    printf '  %-10s %12s inputs\n' "$target" "$fed"
    targets=$((targets + 1)) inputs=$((inputs + fed))
done
echo "fuzz: $inputs inputs in $((targets * seconds)) s over $targets targets, $crashes crashes"
[ "$crashes" -eq 0 ]
