# The figures of collection (RULES.md B), each worked out by hand, as of 2026-06-30.
# Sold 3000 in April, 4000 in May, 3500 less a memo of 500 in June: 10000, in the last 90 days (from 04-02) 9000.
# Open: B1 4000 - 1500 - 500 - 200 = 1800, 30 days past due; B2 3000 and A3 500 not due; 100 unapplied: 5200, debits 5300.
#   dso          5200 - 3000 (30 days) - 2200 of 4000 (31 days): 30 + 17.05; with the 200 written off 30 + 18.6
#   dso_simple   5200 / 9000 x 90 = 52; dso_best 3500 / 9000 x 90 = 35; add 52 - 35 = 17
#   days_beyond  980 paid 20 days early, 1960 and 1500 paid 10 late: 34600 / 4440 = 7.8; plain 20 / 3; to terms 15000 / 4440
#   cei          (0 + 10000 - 5200) / (0 + 10000 - 3500) = 73.8; closing at 5400: 70.8
#   turnover     10000 / 2600 = 3.85; bad debt 200 / 10000; current 3500 / 5300; overdue 1800 x 30 / 5300 = 10.2
#   shares       A 9.43 %, B 90.57 %: 89 + 8202 = 8291; leakage 40 of 60; unapplied 4 days; a case of 10 days
#   promises     1000 by 06-08, paid on 06-10, within two days of grace; 500 by 06-20, not paid, a memo is no money: 1 of 2
$ clerk -q book new --company "Harbour & Finch" --currency EUR --sandbox
$ cat >lines <<'END'
> terms add --code D --due "net 30" --discount "2% 10"
> customer add --code A --name A --terms D
> customer add --code B --name B
> invoice issue --customer A --number A1 --date 2026-04-01 --amount 1000
> invoice issue --customer A --number A2 --date 2026-04-11 --amount 2000
> invoice issue --customer B --number B1 --date 2026-05-01 --amount 4000
> invoice issue --customer B --number B2 --date 2026-06-15 --amount 3000
> invoice issue --customer A --number A3 --date 2026-06-20 --amount 500
> payment receive --customer A --number P1 --date 2026-04-11 --amount 980 --apply "A1 discount 20"
> payment receive --customer A --number P2 --date 2026-05-21 --amount 1960 --apply "A2=1960 discount 40"
> promise take --customer B --amount 1000 --invoices B1 --date 2026-06-08 --taken 2026-06-02
> payment receive --customer B --number P3 --date 2026-06-10 --amount 1500 --apply B1
> payment receive --customer B --number P4 --date 2026-06-26 --amount 100
> credit issue --customer B --invoice B1 --number C1 --date 2026-06-12 --amount 500
> promise take --customer B --amount 500 --invoices B1 --date 2026-06-20 --taken 2026-06-11
> baddebt writeoff --invoice B1 --amount 200 --reason gone --date 2026-06-28
> dispute open --invoice B2 --amount 300 --reason PRICE --date 2026-06-16
> dispute resolve 1 --resolution rejected --date 2026-06-26
> dispute open --invoice B2 --amount 400 --reason QTY --date 2026-06-29
> END
$ clerk run lines >/dev/null 2>&1
$ clerk report metrics --as-of 2026-06-30 --format csv | cut -d, -f1-3
  metric,value,unit
  dso,47.1,days
  dso_writeoffs,48.6,days
  dso_simple,52,days
  dso_best,35,days
  add,17,days
  days_beyond_terms,7.8,days
  days_beyond_terms_plain,6.7,days
  days_to_terms,3.4,days
  cei,73.8,%
  cei_writeoffs,70.8,%
  turnover,3.85,times a year
  bad_debt,2,%
  percent_current,66,%
  percent_over_90,0,%
  days_overdue,10.2,days
  unapplied_age,4,days
  top_share,100,%
  concentration,8291,points
  leakage,66.7,%
  auto_receipts,0,%
  auto_lines,0,%
  promises_kept,50,%
  dispute_cycle,10,days
$ clerk report metrics --as-of 2026-06-30 --format csv --where "metric=cei | metric=turnover | metric=leakage" | cut -d, -f5-
  figures
  "(0.00 + 10,000.00 - 5,200.00) / (0.00 + 10,000.00 - 3,500.00)"
  "10,000.00 / ((0.00 + 5,200.00) / 2): once in 94.9 days"
  40.00 / 60.00
