# imp.sh SIZE
A=/work/bench/build/release/arledger; B=/tmp/bench/b$1.arl; rm -f $B*
$A -b $B book new --company Bench --currency EUR --yes >/dev/null
M="customer=customer; name=name; number=number; date=date; due=due; amount=amount; paid=paid"
/usr/bin/time -f "history %e s %M KiB" $A -b $B --today 2025-12-31 import history --file h$1.csv --yes --map "$M" --dates ymd
/usr/bin/time -f "payments %e s" $A -b $B --today 2025-12-31 import payments --file p$1.csv --yes --map "customer=customer; date=date; amount=amount; invoice=invoice; reference=reference" --dates ymd
