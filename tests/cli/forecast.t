# When money is expected (RULES.md R20b): due + the average days late of the customer, from its payments of twelve
# months when they are five or more, else of its class, else of all.
$ clerk -q book new --company "Harbour & Finch" --currency EUR --sandbox
# By hand, amount times days late:
#   FIVE, class RETAIL: 4 x 100 x 10 + 600 x 20 = 16000 over 1000: 16 days, by five payments
#   FOUR, class RETAIL: 4 x 100 x  2            =   800 over  400: four payments; a fifth came back, and does not count
#   RETAIL:                      16000 +   800  = 16800 over 1400: 12 days
#   BULK: five invoices of 100 on their day, in ONE payment        0 over  500
#   LONE: 600 x 47                              = 28200 over  600: one payment
#   all:        16800 + 28200 + 0               = 45000 over 2500: 18 days
# What FIVE paid 300 days late on 2025-10-28 is thirteen months ago.
$ cat >lines <<'END'
> customer add --code FIVE --name Five --class RETAIL
> customer add --code FOUR --name Four --class RETAIL
> customer add --code NEW --name New --class RETAIL
> customer add --code BULK --name Bulk
> customer add --code LONE --name Lone
> customer add --code MERGED --name Merged
> customer add --code MERGEDOLD --name "Merged (old)"
> invoice issue --customer FIVE --number V0 --date 2024-12-02 --due 2025-01-01 --amount 1000
> payment receive --customer FIVE --date 2025-10-28 --amount 1000 --apply V0
> invoice issue --customer FIVE --number V1 --date 2026-01-01 --due 2026-02-01 --amount 100
> payment receive --customer FIVE --date 2026-02-11 --amount 100 --apply V1
> invoice issue --customer FIVE --number V2 --date 2026-02-01 --due 2026-03-01 --amount 100
> payment receive --customer FIVE --date 2026-03-11 --amount 100 --apply V2
> invoice issue --customer FIVE --number V3 --date 2026-03-01 --due 2026-04-01 --amount 100
> payment receive --customer FIVE --date 2026-04-11 --amount 100 --apply V3
> invoice issue --customer FIVE --number V4 --date 2026-04-01 --due 2026-05-01 --amount 100
> payment receive --customer FIVE --date 2026-05-11 --amount 100 --apply V4
> invoice issue --customer FIVE --number V5 --date 2026-05-01 --due 2026-06-01 --amount 600
> payment receive --customer FIVE --date 2026-06-21 --amount 600 --apply V5
> invoice issue --customer FOUR --number F1 --date 2026-01-01 --due 2026-02-01 --amount 100
> payment receive --customer FOUR --date 2026-02-03 --amount 100 --apply F1
> invoice issue --customer FOUR --number F2 --date 2026-02-01 --due 2026-03-01 --amount 100
> payment receive --customer FOUR --date 2026-03-03 --amount 100 --apply F2
> invoice issue --customer FOUR --number F3 --date 2026-03-01 --due 2026-04-01 --amount 100
> payment receive --customer FOUR --date 2026-04-03 --amount 100 --apply F3
> invoice issue --customer FOUR --number F4 --date 2026-04-01 --due 2026-05-01 --amount 100
> payment receive --customer FOUR --date 2026-05-03 --amount 100 --apply F4
> invoice issue --customer FOUR --number F5 --date 2026-05-01 --due 2026-06-01 --amount 100
> payment receive --customer FOUR --number BACK --date 2026-06-03 --amount 100 --apply F5
> payment reverse --payment BACK --date 2026-06-05 --reason nsf
> credit issue --customer FOUR --invoice F5 --amount 100 --date 2026-06-06
> invoice issue --customer BULK --number B1 --date 2026-01-01 --due 2026-02-01 --amount 100
> invoice issue --customer BULK --number B2 --date 2026-01-01 --due 2026-02-01 --amount 100
> invoice issue --customer BULK --number B3 --date 2026-01-01 --due 2026-02-01 --amount 100
> invoice issue --customer BULK --number B4 --date 2026-01-01 --due 2026-02-01 --amount 100
> invoice issue --customer BULK --number B5 --date 2026-01-01 --due 2026-02-01 --amount 100
> payment receive --customer BULK --date 2026-02-01 --amount 500 --apply "B1; B2; B3; B4; B5"
> invoice issue --customer LONE --number L1 --date 2026-01-01 --due 2026-02-01 --amount 600
> payment receive --customer LONE --date 2026-03-20 --amount 600 --apply L1
> END
$ clerk run lines >/dev/null 2>&1
# Of each two invoices are open: 2.00 is to come on Sunday 2026-12-06, 1.00 the day after, in the next week. So a day
# more or less in the habit moves one of them.
$ cat >lines <<'END'
> invoice issue --customer FIVE --due 2026-11-20 --date 2026-11-01 --amount 2
> invoice issue --customer FIVE --due 2026-11-21 --date 2026-11-01 --amount 1
> invoice issue --customer FOUR --due 2026-11-24 --date 2026-11-01 --amount 2
> invoice issue --customer FOUR --due 2026-11-25 --date 2026-11-01 --amount 1
> invoice issue --customer NEW --due 2026-11-24 --date 2026-11-01 --amount 2
> invoice issue --customer NEW --due 2026-11-25 --date 2026-11-01 --amount 1
> invoice issue --customer BULK --due 2026-11-18 --date 2026-11-01 --amount 2
> invoice issue --customer BULK --due 2026-11-19 --date 2026-11-01 --amount 1
> invoice issue --customer LONE --due 2026-11-18 --date 2026-11-01 --amount 2
> invoice issue --customer LONE --due 2026-11-19 --date 2026-11-01 --amount 1
> END
$ clerk run lines >/dev/null 2>&1
$ for who in FIVE FOUR NEW BULK LONE; do clerk report forecast --customer $who --weeks 3 --format csv | cut -d, -f1,2 | sed "s/^/$who /"; done
  FIVE week,expected
  FIVE 2026-11-23,0.00
  FIVE 2026-11-30,2.00
  FIVE 2026-12-07,1.00
  FIVE later,0.00
  FOUR week,expected
  FOUR 2026-11-23,0.00
  FOUR 2026-11-30,2.00
  FOUR 2026-12-07,1.00
  FOUR later,0.00
  NEW week,expected
  NEW 2026-11-23,0.00
  NEW 2026-11-30,2.00
  NEW 2026-12-07,1.00
  NEW later,0.00
  BULK week,expected
  BULK 2026-11-23,0.00
  BULK 2026-11-30,2.00
  BULK 2026-12-07,1.00
  BULK later,0.00
  LONE week,expected
  LONE 2026-11-23,0.00
  LONE 2026-11-30,2.00
  LONE 2026-12-07,1.00
  LONE later,0.00
# Accounts that became one have one habit: of five payments 30 days late three came to the old account.
$ cat >lines <<'END'
> invoice issue --customer MERGEDOLD --number M1 --date 2026-01-01 --due 2026-02-01 --amount 10
> payment receive --customer MERGEDOLD --date 2026-03-03 --amount 10 --apply M1
> invoice issue --customer MERGEDOLD --number M2 --date 2026-01-01 --due 2026-02-01 --amount 10
> payment receive --customer MERGEDOLD --date 2026-03-03 --amount 10 --apply M2
> invoice issue --customer MERGEDOLD --number M3 --date 2026-01-01 --due 2026-02-01 --amount 10
> payment receive --customer MERGEDOLD --date 2026-03-03 --amount 10 --apply M3
> invoice issue --customer MERGED --number M4 --date 2026-01-01 --due 2026-02-01 --amount 10
> payment receive --customer MERGED --date 2026-03-03 --amount 10 --apply M4
> invoice issue --customer MERGED --number M5 --date 2026-01-01 --due 2026-02-01 --amount 10
> payment receive --customer MERGED --date 2026-03-03 --amount 10 --apply M5
> customer merge --from MERGEDOLD --into MERGED
> invoice issue --customer MERGED --due 2026-11-06 --date 2026-11-01 --amount 2
> invoice issue --customer MERGED --due 2026-11-07 --date 2026-11-01 --amount 1
> END
$ clerk run lines >/dev/null 2>&1
$ clerk report forecast --customer MERGED --weeks 3 --format csv | cut -d, -f1,2
  week,expected
  2026-11-23,0.00
  2026-11-30,2.00
  2026-12-07,1.00
  later,0.00
# A promise is its day, whatever the habit; what an extension moved is expected from there on: 2026-12-05 and 16 days.
$ clerk -q invoice issue --customer FIVE --number V8 --date 2026-11-01 --due 2026-11-20 --amount 40
  V8
$ clerk -q promise take --customer FIVE --invoices V8 --amount 40 --date 2026-12-14
  1
$ clerk -q invoice issue --customer FIVE --number V9 --date 2026-11-01 --due 2026-11-20 --amount 80
  V9
$ clerk -q invoice amend V9 --extension 2026-12-05
  V9
$ clerk report forecast --customer FIVE --weeks 5 --format csv | cut -d, -f1,2
  week,expected
  2026-11-23,0.00
  2026-11-30,2.00
  2026-12-07,1.00
  2026-12-14,40.00
  2026-12-21,80.00
  later,0.00
$ clerk book verify 2>&1 | sed 's/, head.*//'
  verified: 67 entries, 56 documents
