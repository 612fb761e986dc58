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
