# Where the locale is not UTF-8 nothing is drawn with more than ASCII, and all is still there.
$ book new --company "Northwind Lights" --currency USD --sandbox
$ customer add --code ACME --name "Acme Holdings Ltd" --limit 50000 --phone "+1 617 555 0100" --address "12 Long Wharf, Boston" --collector anna
$ customer add --code BOREALIS --name "Borealis Gesellschaft für nordische Beleuchtungstechnik und Leuchtmittel mbH" --collector ben
$ customer add --code HAIER --name "海尔集团公司有限责任公司北京分公司国际贸易部" --limit 5000
$ customer add --code COBALT --name "Cøbalt & Søns"
$ invoice issue --customer ACME --date 2026-09-20 --amount 4310
$ invoice issue --customer ACME --date 2026-10-02 --line "text=Lamps; qty=3; price=300"
$ invoice issue --customer BOREALIS --date 2026-06-02 --amount 1234567.89
$ invoice issue --customer BOREALIS --date 2026-11-20 --amount 18204
$ invoice issue --customer HAIER --date 2026-08-02 --line "text=Lamps; qty=3; price=3000.10"
$ invoice issue --customer COBALT --date 2026-10-25 --amount 120
$ credit issue --customer COBALT --date 2026-11-01 --amount 20 --reason damaged
$ payment receive --customer ACME --amount 5000 --date 2026-11-02 --apply INV-1001
$ payment receive --amount 77.5 --payer nobody --date 2026-11-18
$ dispute open --invoice INV-1002 --reason price
@ ASCII 80x24
dump start
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Start                                                               all in USD
|--------------------------------------------------------------------------------
| Owed to us          1,262,082.19    gross 1,262,792.19 less unapplied 710.00
| Overdue     !       1,244,468.19    98.5 % of gross   due this week 120.00
| Disputed    *             900.00    1 case
|
| Current   #                                             18,324.00     1.5 %
| 1-30      #                                                900.00     0.1 %
| 31-60                                                        0.00     0.0 %
| 61-90     #                                              9,000.30     0.7 %
| Over 90   ###################################        1,234,567.89    97.8 %
|
| Today
| > ! 2 customers to call                                1,243,568.19
|   ! 1 payment of which nobody knows whose                     77.50
|     2 credits unapplied for more than 2 days                 710.00
|   * 1 dispute is open                                        900.00
|
|
|
|
| Sub-ledger 1,262,082.19  control 1,262,082.19  difference 0.00  journal 15
| 1 Pay  2 Customers  3 Invoices  4 Aging  5 Worklist  6 Bank  7 Reports  ? Help
2
dump customers
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Customers            balances of today in the account's currency, not totalled
|   Code     Name                     Cur      Balance      Overdue Oldest Terms
|--------------------------------------------------------------------------------
| >!ACME     Acme Holdings Ltd        USD       210.00       900.00     21 NET30
|  !BOREALIS Borealis Gesellschaft f~ USD 1,252,771.89 1,234,567.89    143 NET30
|   COBALT   Cobalt & Sons            USD       100.00            .        NET30
|  !HAIER    ??????????????????????~  USD     9,000.30     9,000.30     82 NET30
|
|
|
|
|
|
|
|
|
|
|
|
|
|
| 1 of 4
| Enter Look  p Pay  i Invoice  + New  e Change  D Dun  a Do  / Search  ? Help
Esc 4
dump aging
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Aging as of 2026-11-22                   by due date, posted, USD, whole units
|   Name            Current 1-30 31-60 61-90   Over 90 Unapplied     Total
|--------------------------------------------------------------------------------
| >!Acme Holdings ~       .  900     .     .         .      -690       210  #
|  !Borealis Gesel~  18,204    .     .     . 1,234,568         . 1,252,772 .   #
|   Cobalt & Sons       120    .     .     .         .       -20       100 #
|  !HAIER                 .    .     . 9,000         .         .     9,000    #
|
|
|
|
|
|
|
|
|
|
|
|
|
|   Total            18,324  900     . 9,000 1,234,568      -710 1,262,082
| Sub-ledger 1,262,082.19 = control account on 2026-11-22, difference 0.00
| [ ] Month  { } Year  Enter Look  < > s Sort  f Filter  p Pay  g Group  ? Help
