# An aging of a day long ago: foreign money in base as it was then, and what was in hand on that day.
$ clerk -q book new --company "Harbour & Finch" --currency EUR --sandbox
$ clerk -q rate add --currency USD --rate 0.9 --date 2026-07-01
  USD
$ clerk -q customer add --code FX --name "Great Lakes" --currency USD
  FX
$ clerk -q customer add --code ACME --name "Acme Ltd"
  ACME
$ clerk -q --now 2026-08-01T10:00:00Z invoice issue --customer FX --number F1 --amount 100
  F1
$ clerk -q --now 2026-08-01T10:00:00Z invoice issue --customer ACME --number A1 --amount 50
  A1
$ clerk -q --now 2026-09-01T10:00:00Z payment receive --customer FX --amount 40 --apply F1
  P-1001
$ clerk -q --now 2026-09-20T10:00:00Z payment receive --customer ACME --amount 20 --date 2026-12-01 --method cheque
  P-1002
$ clerk -q --now 2026-10-15T10:00:00Z payment receive --customer FX --amount 30 --apply F1
  P-1003
$ clerk -q payment receive --customer ACME --amount 30 --date 2026-12-20 --method cheque
  P-1004

# The cheque of 20 September lay in the drawer at the end of that month; the one of November did not.
$ clerk report aging --as-of 2026-09-10 | tail -1
  Sub-ledger 104.00 = control account on 2026-09-10, difference 0.00
$ clerk report aging --as-of 2026-09-30 | tail -1
  Sub-ledger 104.00 = control account on 2026-09-30, difference 0.00; not in it: 1 receipt in hand, 20.00 EUR, next on 2026-12-01
$ clerk report aging --as-of 2026-09-30 --by-date effective | tail -1
  Sub-ledger 104.00, control account 104.00 on 2026-09-30: late facts 0, 0.00, difference 0.00; not in it: 1 receipt in hand, 20.00 EUR, next on 2026-12-01
$ clerk report aging | tail -1
  Sub-ledger 77.00 = control account on 2026-11-22, difference 0.00; not in it: 2 receipts in hand, 50.00 EUR, next on 2026-12-01

# Whose customer it was on that day is told, not whose it is.
$ clerk -q customer add --code OURS --name Ours --collector chiara
  OURS
$ clerk -q --now 2026-08-01T10:00:00Z invoice issue --customer OURS --number O1 --amount 100
  O1
$ clerk -q customer set OURS --collector anna --from 2026-10-15
  OURS
$ clerk report collection --as-of 2026-09-30 --collector chiara --format csv | cut -d, -f1-2
  collector,customer
  chiara,OURS
$ clerk report collection --collector anna --format csv | cut -d, -f1-2
  collector,customer
  anna,OURS
$ clerk report credit --as-of 2026-09-30 --collector chiara --format csv | cut -d, -f1,12
  customer,collector
  OURS,chiara
$ clerk report credit --customer OURS --format csv | cut -d, -f1,12
  customer,collector
  OURS,anna
$ clerk -q --now 2026-09-01T10:00:00Z promise take --customer OURS --amount 100 --date 2026-09-10
  1
$ clerk report promises --as-of 2026-09-30 --collector chiara --format csv | cut -d, -f1,7
  customer,broken
  OURS,1
$ clerk report promises --as-of 2026-09-30 --collector anna --format csv | cut -d, -f1,7
  customer,broken

# Money waits since the day it came, whenever it was booked.
$ clerk -q payment receive --customer OURS --amount 10 --date 2026-11-20 --value 2026-11-05
  P-1005
$ clerk report unapplied --customer OURS --format csv | cut -d, -f3,5-7,12
  document,date,since,age_days,unapplied
  P-1005,2026-11-20,2026-11-05,17,10.00
$ clerk report metrics --format csv --where "metric=unapplied_age"
  metric,value,unit,formula,figures
  unapplied_age,17,days,sum of unapplied x days since it came / sum of unapplied,over 10.00 unapplied

# Sales of ninety days, said; more than two years of them is no number.
$ clerk report dso --months 1 --format csv | cut -d, -f1,6,12
  as_of,dso_simple,dso_is_more
  2026-11-22,,0
$ clerk report metrics --format csv --where "metric=dso_simple | metric=dso_writeoffs"
  metric,value,unit,formula,figures
  dso_writeoffs,104.6,days,receivables with what was written off added back,167.00 - 0.00 (22 days) - 0.00 (31 days) - 0.00 (30 days) - 167.00 of 240.00 (21.6 days)
  dso_simple,,days,receivables / sales of 90 days x 90,167.00 / 0.00 x 90
$ clerk report dso --as-of 2028-12-31 --months 1 --format csv | cut -d, -f5,12
  dso,dso_is_more
  731,1
$ clerk report dso --as-of 2028-12-31 --months 1 | tail -3
  ! 2028-12-31       117.00        .      .  >731                       0.0        0.0      100.0
  
  > more than this: 24 months sold less than is owed. ADD = simple - best possible, on the sales of 90 days.
