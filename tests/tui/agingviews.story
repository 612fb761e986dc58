# The aging as an instrument: day by day, what was known, what-if, groups entered and left, lists by name.
$ book new --company "Northwind Lights" --currency USD --sandbox
$ customer add --code ACME --name "Acme Holdings Ltd" --collector anna --country US
$ customer add --code ACMEW --name "Acme West" --collector anna --country US --parent ACME
$ customer add --code BOREALIS --name "Borealis Gesellschaft für nordische Beleuchtungstechnik" --collector ben --country DE
$ customer add --code HAIER --name "海尔集团公司有限责任公司北京分公司国际贸易部"
$ invoice issue --customer ACME --date 2026-06-20 --due 2026-07-20 --amount 5310
$ invoice issue --customer ACMEW --date 2026-11-10 --due 2026-11-22 --amount 900
$ invoice issue --customer BOREALIS --date 2026-07-02 --due 2026-08-01 --amount 7110
$ invoice issue --customer HAIER --date 2026-10-01 --due 2026-10-31 --amount 50
$ payment receive --customer BOREALIS --amount 500 --date 2026-11-05 --apply INV-1003=500
$ dispute open --invoice INV-1003 --reason price
$ promise take --customer ACME --amount 1000 --date 2026-12-05
@ 80x24
4
)
dump tomorrow
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Aging as of 2026-11-23                   by due date, posted, USD, whole units
|   Name             Cur Current 1-30 31-60 61-90 Over 90 Unapplied  Total
|--------------------------------------------------------------------------------
| ▶!Acme Holdings L… USD       .    .     .     .   5,310         .  5,310     █
|  !Acme West        USD       .  900     .     .       .         .    900  █
|  !Borealis Gesell… USD       .    .     .     .   6,610         .  6,610     █
|  !海尔集团公司有…  USD       .   50     .     .       .         .     50  █
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
|   Total                      .  950     .     .  11,920         . 12,870
| Sub-ledger 12,870.00 = control account on 2026-11-23, difference 0.00
| [ ] Month  { } Year  Enter Look  < > s Sort  f Filter  p Pay  g Group  ? Help
( (
dump yesterday
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Aging as of 2026-11-21                   by due date, posted, USD, whole units
|   Name             Cur Current 1-30 31-60 61-90 Over 90 Unapplied  Total
|--------------------------------------------------------------------------------
| ▶!Acme Holdings L… USD       .    .     .     .   5,310         .  5,310     █
|   Acme West        USD     900    .     .     .       .         .    900 █
|  !Borealis Gesell… USD       .    .     .     .   6,610         .  6,610     █
|  !海尔集团公司有…  USD       .   50     .     .       .         .     50  █
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
|   Total                    900   50     .     .  11,920         . 12,870
| Sub-ledger 12,870.00 = control account on 2026-11-21, difference 0.00
| [ ] Month  { } Year  Enter Look  < > s Sort  f Filter  p Pay  g Group  ? Help
t f "90+ > 5000 & !disputed" Enter
dump filtered
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Aging as of 2026-11-22                   by due date, posted, USD, whole units
|   Name              Cur Current 1-30 31-60 61-90 Over 90 Unapplied Total
|--------------------------------------------------------------------------------
| ▶!Acme Holdings Ltd USD       .    .     .     .   5,310         . 5,310     █
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
|   Total                       .    .     .     .   5,310         . 5,310
| 1 of 1, only where 90+ > 5000 & !disputed
| [ ] Month  { } Year  Enter Look  < > s Sort  f Filter  p Pay  g Group  ? Help
v + Enter "old-debts" Enter
dump saved
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Aging as of 2026-11-22                   by due date, posted, USD, whole units
|   Name              Cur Current 1-30 31-60 61-90 Over 90 Unapplied Total
|--------------------------------------------------------------------------------
| ▶!Acme Holdings Ltd USD       .    .     .     .   5,310         . 5,310     █
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
|   Total                       .    .     .     .   5,310         . 5,310
| old-debts is saved: report aging --where '90+ > 5000 & !disputed'
| [ ] Month  { } Year  Enter Look  < > s Sort  f Filter  p Pay  g Group  ? Help
f C-u Enter
g "country" Enter Down
dump countries
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Aging as of 2026-11-22                   by due date, posted, USD, whole units
|   Group  Cur Current 1-30 31-60 61-90 Over 90 Unapplied  Total Disputed
|--------------------------------------------------------------------------------
|  !(none) USD       .   50     .     .       .         .     50        .  █
| ▶!DE     USD       .    .     .     .   6,610         .  6,610    6,610     █
|  !US     USD     900    .     .     .   5,310         .  6,210        . ▁   █
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
|   Total          900   50     .     .  11,920         . 12,870    6,610
| Sub-ledger 12,870.00 = control account on 2026-11-22, difference 0.00
| [ ] Month  { } Year  Enter Look  < > s Sort  f Filter  p Pay  g Group  ? Help
Enter
dump germany
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Aging as of 2026-11-22, country DE       by due date, posted, USD, whole units
|   Name              Cur Current 1-30 31-60 61-90 Over 90 Unapplied Total
|--------------------------------------------------------------------------------
| ▶!Borealis Gesells… USD       .    .     .     .   6,610         . 6,610     █
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
|   Total                       .    .     .     .   6,610         . 6,610
| 1 of 1
| [ ] Month  { } Year  Enter Look  < > s Sort  f Filter  p Pay  g Group  ? Help
Esc
dump back
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Aging as of 2026-11-22                   by due date, posted, USD, whole units
|   Group  Cur Current 1-30 31-60 61-90 Over 90 Unapplied  Total Disputed
|--------------------------------------------------------------------------------
|  !(none) USD       .   50     .     .       .         .     50        .  █
| ▶!DE     USD       .    .     .     .   6,610         .  6,610    6,610     █
|  !US     USD     900    .     .     .   5,310         .  6,210        . ▁   █
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
|   Total          900   50     .     .  11,920         . 12,870    6,610
| Sub-ledger 12,870.00 = control account on 2026-11-22, difference 0.00
| [ ] Month  { } Year  Enter Look  < > s Sort  f Filter  p Pay  g Group  ? Help
":old-debts" Enter
dump opened
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Aging as of 2026-11-22                   by due date, posted, USD, whole units
|   Name              Cur Current 1-30 31-60 61-90 Over 90 Unapplied Total
|--------------------------------------------------------------------------------
| ▶!Acme Holdings Ltd USD       .    .     .     .   5,310         . 5,310     █
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
|   Total                       .    .     .     .   5,310         . 5,310
| 1 of 1, only where 90+ > 5000 & !disputed
| [ ] Month  { } Year  Enter Look  < > s Sort  f Filter  p Pay  g Group  ? Help
!
dump twin
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Aging as of 2026-11-22                   by due date, posted, USD, whole units
|   Name              Cur Current 1-30 31-60 61-90 Over 90 Unapplied Total
|--------------------------------------------------------------------------------
| ▶!Acme Holdings Ltd USD       .    .     .     .   5,310         . 5,310     █
|
|
|
|--------------------------------------------------------------------------------
|    The same in the shell
|    arledger -b book.arl report aging --where '90+ > 5000 & !disputed'
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
|   Total                       .    .     .     .   5,310         . 5,310
| 1 of 1, only where 90+ > 5000 & !disputed
|
Esc Esc Esc ":view nowhere" Enter
dump nowhere
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Start                                                               all in USD
|--------------------------------------------------------------------------------
| Owed to us             12,870.00    gross 12,870.00 less unapplied 0.00
| Overdue     !          11,970.00    93.0 % of gross   due this week 900.00
| Disputed    *           6,610.00    1 case
|
| Current   ██▌                                              900.00     7.0 %
| 1-30      ▏                                                 50.00     0.4 %
| 31-60                                                        0.00     0.0 %
| 61-90                                                        0.00     0.0 %
| Over 90   █████████████████████████████████▎            11,920.00    92.6 %
|
| Today
| ▶ ! 3 customers to call                                   11,970.00
|   * 1 dispute is open                                      6,610.00
|
|
|
|
|
|
| no list is saved as nowhere; `go views` shows those that are
| 1 Pay  2 Customers  3 Invoices  4 Aging  5 Worklist  6 Bank  7 Reports  ? Help
":go views" Enter
dump views
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Saved lists
|   Name       Shows                                          By    For
|--------------------------------------------------------------------------------
| ▶ old-debts  report aging --where '90+ > 5000 & !disputed'  anna  all
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
| 1 of 1
| Enter Look  Del Remove  Ctrl-W When  @ Mail  / Search  < > s Sort  ? Help
Enter
dump from the list
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Aging as of 2026-11-22                   by due date, posted, USD, whole units
|   Name              Cur Current 1-30 31-60 61-90 Over 90 Unapplied Total
|--------------------------------------------------------------------------------
| ▶!Acme Holdings Ltd USD       .    .     .     .   5,310         . 5,310     █
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
|   Total                       .    .     .     .   5,310         . 5,310
| 1 of 1, only where 90+ > 5000 & !disputed
| [ ] Month  { } Year  Enter Look  < > s Sort  f Filter  p Pay  g Group  ? Help
Esc Esc 4 ] ] H
dump kept
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| WHAT IF all promises kept: aging as of 2026-12-31     by due, USD, whole units
|   Name             Cur Current 1-30 31-60 61-90 Over 90 Unapplied  Total
|--------------------------------------------------------------------------------
| ▶!Acme Holdings L… USD       .    .     .     .   4,310         .  4,310     █
|  !Acme West        USD       .    .   900     .       .         .    900   █
|  !Borealis Gesell… USD       .    .     .     .   6,610         .  6,610     █
|  !海尔集团公司有…  USD       .    .     .    50       .         .     50    █
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
|   Total                      .    .   900    50  10,920         . 11,870
| What-if: 1,000.00 is promised by then and taken as paid; nothing is booked
| [ ] Month  { } Year  Enter Look  < > s Sort  f Filter  p Pay  g Group  ? Help
H
dump none
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| WHAT IF no promises kept: aging as of 2026-12-31      by due, USD, whole units
|   Name             Cur Current 1-30 31-60 61-90 Over 90 Unapplied  Total
|--------------------------------------------------------------------------------
| ▶!Acme Holdings L… USD       .    .     .     .   5,310         .  5,310     █
|  !Acme West        USD       .    .   900     .       .         .    900   █
|  !Borealis Gesell… USD       .    .     .     .   6,610         .  6,610     █
|  !海尔集团公司有…  USD       .    .     .    50       .         .     50    █
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
|   Total                      .    .   900    50  11,920         . 12,870
| What-if: nothing more is paid; nothing is booked
| [ ] Month  { } Year  Enter Look  < > s Sort  f Filter  p Pay  g Group  ? Help
H G
dump effective
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Aging as of 2026-12-31                by due date, effective, USD, whole units
|   Name             Cur Current 1-30 31-60 61-90 Over 90 Unapplied  Total
|--------------------------------------------------------------------------------
| ▶!Acme Holdings L… USD       .    .     .     .   5,310         .  5,310     █
|  !Acme West        USD       .    .   900     .       .         .    900   █
|  !Borealis Gesell… USD       .    .     .     .   6,610         .  6,610     █
|  !海尔集团公司有…  USD       .    .     .    50       .         .     50    █
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
|   Total                      .    .   900    50  11,920         . 12,870
| By the true day; what was posted later is said below as late facts.
| [ ] Month  { } Year  Enter Look  < > s Sort  f Filter  p Pay  g Group  ? Help
K "2026-11-21" Enter
dump known
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Aging as of 2026-12-31     by due, effective, known on 2026-11-21, whole units
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
| Sub-ledger 0.00 as it was known then
| [ ] Month  { } Year  Enter Look  < > s Sort  f Filter  g Group  b Basis  ? Help
K C-u Enter
Enter
dump items
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| report aging… Acme Holdings Ltd, as of 2026-12-31, by due date, effective, USD
|   Name            Document Due        Current 1-30  Over 90 Unapplied    Total
|--------------------------------------------------------------------------------
| ▶!Acme Holdings … INV-1001 2026-07-20       .    . 5,310.00         . 5,310.00
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
|   Total                                     .    . 5,310.00         . 5,310.00
| 1 of 1
| Enter Look  p Pay  i Invoice  a Do  / Search  v Keep  Ctrl-W When  ? Help
Enter
dump document
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| invoice INV-1001                                           ACME   5,310.00 USD
| Invoice INV-1001
|
| Northwind Lights
| Acme Holdings Ltd
| Customer  ACME
| Date      2026-06-20
| Terms     30 days net
|
| Text  Quantity  Price  Tax       Net
| ----  --------  -----  ---  --------
|                             5,310.00
|
| Total              5,310.00 USD
| Due                2026-07-20
| Payment reference  RF06 INV1 001
| ------------------------------------------------------------------------------
| Applied
| Nothing is applied.
| Open  5,310.00 USD
| General ledger
| 1-20 of 30
| Enter Related  p Pay  d Dispute  / Search  P Print  x Save  ? Help
Esc Esc
resize 132x30
dump wide
| TEST  Northwind Lights                                                                                        Sun 2026-11-22  anna
| Aging as of 2026-12-31                                                                                 by due date, effective, USD
|   Customer Name             Cur Current 1-30  31-60 61-90   Over 90 Unapplied     Total Disputed Owner Last paid  Promise
|------------------------------------------------------------------------------------------------------------------------------------
| ▶!ACME     Acme Holdings L… USD       .    .      .     .  5,310.00         .  5,310.00        . anna             2026-12-05     █
|  !ACMEW    Acme West        USD       .    . 900.00     .         .         .    900.00        . anna                          █
|  !BOREALIS Borealis Gesell… USD       .    .      .     .  6,610.00         .  6,610.00 6,610.00 ben   2026-11-05                █
|  !HAIER    海尔集团公司有…  USD       .    .      . 50.00         .         .     50.00        .                                █
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
|            Total                      .    . 900.00 50.00 11,920.00         . 12,870.00 6,610.00
| Sub-ledger 12,870.00, control account 12,870.00 on 2026-12-31: late facts 0, 0.00, difference 0.00
| [ ] Month  { } Year  Enter Look  < > s Sort  f Filter  p Pay  g Group  b Basis  D Dun  i Invoice  a Do  / Search  x Save  ? Help
Esc Esc ":age" Enter > > > > > s Down Space
resize 132x24
dump wider
| TEST  Northwind Lights                                                                                        Sun 2026-11-22  anna
| Aging as of 2026-11-22                                                                                    by due date, posted, USD
|   Customer Name            Cur Current  1-30 31-60▼ 61-90   Over 90 Unapplied     Total Disputed Owner Last paid  Promise
|------------------------------------------------------------------------------------------------------------------------------------
|  !ACME     Acme Holdings … USD       .     .      .     .  5,310.00         .  5,310.00        . anna             2026-12-05     █
|+  ACMEW    Acme West       USD  900.00     .      .     .         .         .    900.00        . anna                        █
| ▶!BOREALIS Borealis Gesel… USD       .     .      .     .  6,610.00         .  6,610.00 6,610.00 ben   2026-11-05                █
|  !HAIER    海尔集团公司有… USD       . 50.00      .     .         .         .     50.00        .                              █
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
|            Total                900.00 50.00      .     . 11,920.00         . 12,870.00 6,610.00
| Sub-ledger 12,870.00 = control account on 2026-11-22, difference 0.00
| [ ] Month  { } Year  Enter Look  < > s Sort  f Filter  p Pay  g Group  b Basis  D Dun  i Invoice  a Do  / Search  x Save  ? Help
resize 80x24
dump narrow
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Aging as of 2026-11-22                   by due date, posted, USD, whole units
|   Name            Cur Current 1-30 31-60▼ 61-90 Over 90 Unapplied  Total
|--------------------------------------------------------------------------------
|  !Acme Holdings … USD       .    .      .     .   5,310         .  5,310     █
|+  Acme West       USD     900    .      .     .       .         .    900 █
| ▶!Borealis Gesel… USD       .    .      .     .   6,610         .  6,610     █
|  !海尔集团公司有… USD       .   50      .     .       .         .     50  █
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
|   Total                   900   50      .     .  11,920         . 12,870
| Sub-ledger 12,870.00 = control account on 2026-11-22, difference 0.00
| [ ] Month  { } Year  Enter Look  < > s Sort  f Filter  p Pay  g Group  ? Help
