# Aging as of any day: back in time by month and year, grouped, drilled into, narrow and wide.
$ book new --company "Northwind Lights" --currency USD --sandbox
$ customer add --code ACME --name "Acme Holdings Ltd" --limit 50000 --phone "+1 617 555 0100" --address "12 Long Wharf, Boston" --collector anna
$ customer add --code BOREALIS --name "Borealis Gesellschaft für nordische Beleuchtungstechnik und Leuchtmittel mbH" --collector ben
$ customer add --code HAIER --name "海尔集团公司有限责任公司北京分公司国际贸易部" --limit 5000
$ customer add --code COBALT --name "Cobalt & Sons"
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
@ 80x24
4
dump aging
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Aging as of 2026-11-22                   by due date, posted, USD, whole units
|   Name            Current 1-30 31-60 61-90   Over 90 Unapplied     Total
|--------------------------------------------------------------------------------
| ▶!Acme Holdings …       .  900     .     .         .      -690       210  █
|  !Borealis Gesel…  18,204    .     .     . 1,234,568         . 1,252,772 ▁   █
|   Cobalt & Sons       120    .     .     .         .       -20       100 █
|  !海尔集团公司有…       .    .     . 9,000         .         .     9,000    █
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
[
dump monthback
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Aging as of 2026-10-31                   by due date, posted, USD, whole units
|   Name           Current  1-30 31-60 61-90   Over 90 Unapplied     Total
|--------------------------------------------------------------------------------
| ▶!Acme Holdings…     900 4,310     .     .         .         .     5,210 ▂█
|  !Borealis Gese…       .     .     .     . 1,234,568         . 1,234,568     █
|   Cobalt & Sons      120     .     .     .         .         .       120 █
|  !海尔集团公司…        .     . 9,000     .         .         .     9,000   █
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
|   Total            1,020 4,310 9,000     . 1,234,568         . 1,248,898
| Sub-ledger 1,248,898.19 = control account on 2026-10-31, difference 0.00
| [ ] Month  { } Year  Enter Look  < > s Sort  f Filter  p Pay  g Group  ? Help
] ] 
dump monthforward
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Aging as of 2026-12-31                   by due date, posted, USD, whole units
|   Name                Current   1-30 31-60 61-90   Over 90 Unapplied     Total
|--------------------------------------------------------------------------------
| ▶!Acme Holdings Ltd         .      .   900     .         .      -690       210
|  !Borealis Gesellsch…       . 18,204     .     . 1,234,568         . 1,252,772
|  !Cobalt & Sons             .      .   120     .         .       -20       100
|  !海尔集团公司有限责…       .      .     .     .     9,000         .     9,000
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
|   Total                     . 18,204 1,020     . 1,243,568      -710 1,262,082
| Sub-ledger 1,262,082.19 = control account on 2026-12-31, difference 0.00
| [ ] Month  { } Year  Enter Look  < > s Sort  f Filter  p Pay  g Group  ? Help
t { 
dump yearback
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Aging as of 2025-11-22                        by due date, posted, whole units
|   Name Cur Current 1-30 31-60 61-90 Over 90 Unapplied Total Disputed Owner
|--------------------------------------------------------------------------------
|   Nobody owed anything on this day.
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
|
|
|
| Sub-ledger 0.00 = control account on 2025-11-22, difference 0.00
| [ ] Month  { } Year  Enter Look  < > s Sort  f Filter  g Group  b Basis  ? Help
t b
dump byinvoice
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Aging as of 2026-11-22               by invoice date, posted, USD, whole units
|   Name               Cur   0-30 31-60 61-90   Over 90 Unapplied     Total
|--------------------------------------------------------------------------------
| ▶!Acme Holdings Ltd  USD      .   900     .         .      -690       210  █
|  !Borealis Gesellsc… USD 18,204     .     . 1,234,568         . 1,252,772 ▁  █
|   Cobalt & Sons      USD    120     .     .         .       -20       100 █
|  !海尔集团公司有限…  USD      .     .     .     9,000         .     9,000    █
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
|   Total                  18,324   900     . 1,243,568      -710 1,262,082
| Sub-ledger 1,262,082.19 = control account on 2026-11-22, difference 0.00
| [ ] Month  { } Year  Enter Look  < > s Sort  f Filter  p Pay  g Group  ? Help
b C
dump bucket
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Aging as of 2026-11-22          by due date, credits by date, USD, whole units
|   Name            Current 1-30 31-60 61-90   Over 90 Unapplied     Total
|--------------------------------------------------------------------------------
| ▶!Acme Holdings …       .  210     .     .         .         .       210  █
|  !Borealis Gesel…  18,204    .     .     . 1,234,568         . 1,252,772 ▁   █
|   Cobalt & Sons       120  -20     .     .         .         .       100 █
|  !海尔集团公司有…       .    .     . 9,000         .         .     9,000    █
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
|   Total            18,324  190     . 9,000 1,234,568         . 1,262,082
| Sub-ledger 1,262,082.19 = control account on 2026-11-22, difference 0.00
| [ ] Month  { } Year  Enter Look  < > s Sort  f Filter  p Pay  g Group  ? Help
C C g "coll" Enter
dump collectors
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Aging as of 2026-11-22                   by due date, posted, USD, whole units
|   Group  Cur Current 1-30 31-60 61-90   Over 90 Unapplied     Total
|--------------------------------------------------------------------------------
| ▶!(none) USD     120    .     . 9,000         .       -20     9,100 ▁  █
|  !anna   USD       .  900     .     .         .      -690       210  █
|  !ben    USD  18,204    .     .     . 1,234,568         . 1,252,772 ▁   █
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
|   Total       18,324  900     . 9,000 1,234,568      -710 1,262,082
| Sub-ledger 1,262,082.19 = control account on 2026-11-22, difference 0.00
| [ ] Month  { } Year  Enter Look  < > s Sort  f Filter  p Pay  g Group  ? Help
Enter
dump anna
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Aging as of 2026-11-22, collector '(none)'       by due date, USD, whole units
|   Name              Cur Current 1-30 31-60 61-90 Over 90 Unapplied Total
|--------------------------------------------------------------------------------
| ▶ Cobalt & Sons     USD     120    .     .     .       .       -20   100 █
|  !海尔集团公司有限… USD       .    .     . 9,000       .         . 9,000    █
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
|
|   Total                     120    .     . 9,000       .       -20 9,100
| 1 of 2
| [ ] Month  { } Year  Enter Look  < > s Sort  f Filter  p Pay  g Group  ? Help
Esc g Enter B "month" Enter
dump months
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Aging as of 2026-11-22                   by due date, posted, USD, whole units
|   Name            Current This month 1 month Over 3 months Unapplied     Total
|---------------------------------------------------------- not shown: 2 months -
| ▶!Acme Holdings …       .        900       .             .      -690       210
|  !Borealis Gesel…  18,204          .       .     1,234,568         . 1,252,772
|   Cobalt & Sons       120          .       .             .       -20       100
|  !海尔集团公司有…       .          .       .             .         .     9,000
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
|   Total            18,324        900       .     1,234,568      -710 1,262,082
| Sub-ledger 1,262,082.19 = control account on 2026-11-22, difference 0.00
| [ ] Month  { } Year  Enter Look  < > s Sort  f Filter  p Pay  g Group  ? Help
B Enter
resize 132x43
dump wide
| TEST  Northwind Lights                                                                                        Sun 2026-11-22  anna
| Aging as of 2026-11-22                                                                                    by due date, posted, USD
|   Name                     Cur   Current   1-30 31-60    61-90      Over 90 Unapplied        Total Disputed Owner Last paid
|------------------------------------------------------------------------------------------------------------------------------------
| ▶!Acme Holdings Ltd        USD         . 900.00     .        .            .   -690.00       210.00   900.00 anna  2026-11-02  █
|  !Borealis Gesellschaft f… USD 18,204.00      .     .        . 1,234,567.89         . 1,252,771.89        . ben              ▁   █
|   Cobalt & Sons            USD    120.00      .     .        .            .    -20.00       100.00        .                  █
|  !海尔集团公司有限责任公…  USD         .      .     . 9,000.30            .         .     9,000.30        .                     █
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
|
|
|
|
|   Total                        18,324.00 900.00     . 9,000.30 1,234,567.89   -710.00 1,262,082.19   900.00
| Sub-ledger 1,262,082.19 = control account on 2026-11-22, difference 0.00; not in it: unidentified receipts 77.50
| [ ] Month  { } Year  Enter Look  < > s Sort  f Filter  p Pay  g Group  b Basis  D Dun  i Invoice  a Do  / Search  x Save  ? Help
resize 80x24
Enter
dump items
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Open items   Acme Holdings Ltd   ACME                         as of 2026-11-22
|   Customer Document Kind    Due        Cur    Amount    Open Days Status
|--------------------------------------------------------------------------------
| ▶*ACME     INV-1002 invoice 2026-11-01 USD    900.00  900.00   21 disputed
|   ACME     P-1001   payment 2026-11-02 USD -5,000.00 -690.00      part-applied
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
|
|                     Total                  -4,100.00  210.00
| 1 of 2
| Enter Look  p Pay  i Invoice  a Do  / Search  < > s Sort  f Filter  ? Help
!
dump twin
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Open items   Acme Holdings Ltd   ACME                         as of 2026-11-22
|   Customer Document Kind    Due        Cur    Amount    Open Days Status
|--------------------------------------------------------------------------------
| ▶*ACME     INV-1002 invoice 2026-11-01 USD    900.00  900.00   21 disputed
|   ACME     P-1001   payment 2026-11-02 USD -5,000.00 -690.00      part-applied
|
|
|--------------------------------------------------------------------------------
|    The same in the shell
|    arledger -b book.arl item list --customer ACME --as-of 2026-11-22
|
|
|    Enter goes on
|--------------------------------------------------------------------------------
|
|
|
|
|
|
|                     Total                  -4,100.00  210.00
| 1 of 2
|
Esc Enter
dump document
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| invoice INV-1002                                             ACME   900.00 USD
| Invoice INV-1002
|
| Northwind Lights
| Acme Holdings Ltd
| 12 Long Wharf, Boston
| Customer  ACME
| Date      2026-10-02
| Terms     30 days net
|
| Text   Quantity   Price  Tax     Net
| -----  --------  ------  ---  ------
| Lamps         3  300.00       900.00
|
| Total              900.00 USD
| Due                2026-11-01
| Payment reference  RF76 INV1 002
| ------------------------------------------------------------------------------
| Applied
| Nothing is applied.
| Open      900.00 USD
| 1-20 of 32
| Enter Related  p Pay  d Dispute  / Search  P Print  x Save  ? Help
Esc Esc T "nonsense" Enter
dump refused
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Aging as of 2026-11-22                   by due date, posted, USD, whole units
|   Name            Current 1-30 31-60 61-90   Over 90 Unapplied     Total
|--------------------------------------------------------------------------------
| ▶!Acme Holdings …       .  900     .     .         .      -690       210  █
|  !Borealis Gesel…  18,204    .     .     . 1,234,568         . 1,252,772 ▁   █
|   Cobalt & Sons       120    .     .     .         .       -20       100 █
|  !海尔集团公司有…       .    .     . 9,000         .         .     9,000    █
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
| No day; one is 2026-11-22: nonsense___________________________________________
| Enter Done  Esc Back
