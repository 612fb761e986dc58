# Settings that judge: each figure on the border and the one beyond it (RULES.md R7b, R8, R11).
$ clerk -q book new --company "Harbour & Finch" --currency EUR --sandbox
# Credit: more than 100.00 overdue, more than half of what is open overdue, more than 60 days overdue by at least 1.00.
$ cat >lines <<'END'
> book set --name credit.overdue --value hold
> book set --name credit.share --value warn
> book set --name credit.oldest --value hold
> customer add --code O1 --name "overdue 100.00"
> customer add --code O2 --name "overdue 100.01"
> customer add --code S1 --name "50 of 100"
> customer add --code S2 --name "50.01 of 100"
> customer add --code D1 --name "60 days"
> customer add --code D2 --name "61 days"
> customer add --code D3 --name "61 days and 0.99"
> customer add --code D4 --name "61 days and 1.00"
> invoice issue --customer O1 --date 2026-10-01 --due 2026-11-20 --amount 100.00 --delivered
> invoice issue --customer O1 --date 2026-10-01 --due 2026-12-20 --amount 900.00 --delivered
> invoice issue --customer O2 --date 2026-10-01 --due 2026-11-20 --amount 100.01 --delivered
> invoice issue --customer O2 --date 2026-10-01 --due 2026-12-20 --amount 900.00 --delivered
> invoice issue --customer S1 --date 2026-10-01 --due 2026-11-21 --amount 50.00 --delivered
> invoice issue --customer S1 --date 2026-10-01 --due 2026-11-22 --amount 50.00 --delivered
> invoice issue --customer S2 --date 2026-10-01 --due 2026-11-21 --amount 50.01 --delivered
> invoice issue --customer S2 --date 2026-10-01 --due 2026-11-22 --amount 49.99 --delivered
> invoice issue --customer D1 --date 2026-09-01 --due 2026-09-23 --amount 40 --delivered
> invoice issue --customer D1 --date 2026-10-01 --due 2026-12-20 --amount 900.00 --delivered
> invoice issue --customer D2 --date 2026-09-01 --due 2026-09-22 --amount 40 --delivered
> invoice issue --customer D2 --date 2026-10-01 --due 2026-12-20 --amount 900.00 --delivered
> invoice issue --customer D3 --date 2026-09-01 --due 2026-09-22 --amount 0.99 --delivered
> invoice issue --customer D3 --date 2026-10-01 --due 2026-12-20 --amount 900.00 --delivered
> invoice issue --customer D4 --date 2026-09-01 --due 2026-09-22 --amount 1.00 --delivered
> invoice issue --customer D4 --date 2026-10-01 --due 2026-12-20 --amount 900.00 --delivered
> END
$ clerk run lines >/dev/null 2>&1
$ clerk report credit --format csv | cut -d, -f1,10,11
  customer,state,why
  D1,ok,
  D2,hold,"overdue for long: 61 days
  D3,ok,
  D4,hold,"overdue for long: 61 days
  O1,ok,
  O2,hold,"much overdue: 100.01 EUR
  S1,ok,
  S2,warn,"share overdue: 50.0 %
# A promise of 100 for 11-10 is kept by 98 on 11-12: two days of grace, two percent. By 1 % a part came, by one day none.
$ cat >lines <<'END'
> customer add --code P --name P
> invoice issue --customer P --number PA --date 2026-09-01 --amount 100 --delivered
> promise take --customer P --invoices PA --amount 100 --date 2026-11-10 --taken 2026-11-01
> payment receive --customer P --number PP --date 2026-11-12 --amount 98 --apply PA
> END
$ clerk run lines >/dev/null 2>&1
$ clerk promise list --customer P --format csv | tail -1 | cut -d, -f9-11
  100.00,98.00,kept
$ clerk -q book set --name promise.tolerance --value 1
  promise.tolerance
$ clerk promise list --customer P --format csv | tail -1 | cut -d, -f9-11
  100.00,98.00,partial
$ clerk -q book set --name promise.tolerance --value 2
  promise.tolerance
$ clerk -q book set --name promise.grace --value 1
  promise.grace
$ clerk promise list --customer P --format csv | tail -1 | cut -d, -f9-11
  100.00,0.00,broken
# A plan whose first part was for 11-15 stands seven days later, and on the eighth what was due is due again.
$ cat >lines <<'END'
> customer add --code Q --name Q
> invoice issue --customer Q --number QA --date 2026-08-01 --amount 300 --delivered
> plan make --customer Q --months 3 --first 2026-11-15 --taken 2026-11-01
> END
$ clerk run lines >/dev/null 2>&1
$ for day in 21 22 23; do clerk plan list --as-of 2026-11-$day --customer Q --format csv | tail -1 | cut -d, -f11; clerk dunning preview --date 2026-11-$day --customer Q --format csv | tail -1 | cut -d, -f11,14; done
  open
  ,plan
  open
  ,plan
  broken
  1,
# Levels of 7, 21 and 35 days. 41 days past due the first letter is of level 1, the next of 2 after seven days and not
# after six, then of 3; with jumps the first one is of level 3.
$ cat >lines <<'END'
> customer add --code STEP --name Step
> invoice issue --customer STEP --date 2026-09-01 --due 2026-09-20 --amount 100 --delivered
> dunning run --customer STEP --date 2026-10-31
> dunning run --customer STEP --date 2026-11-06
> dunning run --customer STEP --date 2026-11-07
> dunning run --customer STEP --date 2026-11-14
> customer add --code JUMP --name Jump
> invoice issue --customer JUMP --date 2026-09-01 --due 2026-09-20 --amount 100 --delivered
> book set --name dunning.jumps --value yes
> dunning run --customer JUMP --date 2026-11-14
> END
$ clerk run --keep-going lines 2>&1 | grep -E "arledger:|run [0-9]:"
  run 1: 1 letter to 1 customer; `dunning print --run 1`
  run 2: 1 letter to 1 customer; `dunning print --run 2`
  run 3: 1 letter to 1 customer; `dunning print --run 3`
  run 4: 1 letter to 1 customer; `dunning print --run 4`
$ clerk dunning list --format csv | cut -d, -f3,5,6
  customer,date,level
  STEP,2026-10-31,1
  STEP,2026-11-07,2
  STEP,2026-11-14,3
  JUMP,2026-11-14,3
$ clerk book verify 2>&1 | sed 's/, head.*//'
  verified: 48 entries, 21 documents
