# A wide terminal shows more columns in their order of worth.
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
@ 132x43
dump start
| TEST  Northwind Lights                                                                                        Sun 2026-11-22  anna
| Start                                                                                                                   all in USD
|------------------------------------------------------------------------------------------------------------------------------------
| Owed to us          1,262,082.19    gross 1,262,792.19 less unapplied 710.00
| Overdue     !       1,244,468.19    98.5 % of gross   due this week 120.00
| Disputed    *             900.00    1 case
| 12 months                 ██████
|
| Current   █▎                                                                                                18,324.00     1.5 %
| 1-30      ▏                                                                                                    900.00     0.1 %
| 31-60                                                                                                            0.00     0.0 %
| 61-90     ▋                                                                                                  9,000.30     0.7 %
| Over 90   ██████████████████████████████████████████████████████████████████████████████████████         1,234,567.89    97.8 %
|
| Today
| ▶ ! 2 customers to call                                1,243,568.19
|   ! 1 payment of which nobody knows whose                     77.50
|     2 credits unapplied for more than 2 days                 710.00
|   * 1 dispute is open                                        900.00
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
| Sub-ledger 1,262,082.19  control 1,262,082.19  difference 0.00  journal 15
| 1 Pay  2 Customers  3 Invoices  4 Aging  5 Worklist  6 Bank  7 Reports  / Find  Enter Look  q Leave  x Save  ? Help
2
dump customers
| TEST  Northwind Lights                                                                                        Sun 2026-11-22  anna
| Customers                                                                balances of today in the account's currency, not totalled
|   Code      Name                                Cur       Balance       Overdue  Oldest      Limit  Terms  Collector  12 months
|------------------------------------------------------------------------------------------------------------------------------------
| ▶!ACME      Acme Holdings Ltd                   USD        210.00        900.00      21  50,000.00  NET30  anna                ▇█▁
|  !BOREALIS  Borealis Gesellschaft für nordisc…  USD  1,252,771.89  1,234,567.89     143             NET30  ben              ██████
|   COBALT    Cobalt & Sons                       USD        100.00             .                     NET30                       █▇
|  !HAIER     海尔集团公司有限责任公司北京分公…   USD      9,000.30      9,000.30      82   5,000.00  NET30                     ████
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
|
| 1 of 4
| Enter Look  p Pay  i Invoice  + New  e Change  D Dun  a Do  / Search  < > s Sort  f Filter  x Save  ? Help
Enter
dump card
| TEST  Northwind Lights                                                                                        Sun 2026-11-22  anna
| Acme Holdings Ltd   ACME                                                                                        balance 210.00 USD
| 12 Long Wharf, Boston   +1 617 555 0100   collector anna                                                    12 months          ▇█▁
| ! overdue 900.00, oldest 21 days   NET30   limit 50,000.00  free 50,690.00
| [Open]  Activity   Applied   Disputes   Contacts   Promises   People   Dunned   Repeats   Sent
|   Document  Kind     Part  Issued      Due         Cur     Amount     Open  Days  Disputed  Status
|------------------------------------------------------------------------------------------------------------------------------------
| ▶*INV-1002  invoice     1  2026-10-02  2026-11-01  USD     900.00   900.00    21    900.00  disputed
|   P-1001    payment     1  2026-11-02  2026-11-02  USD  -5,000.00  -690.00               .  part-applied
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
|             Total                                       -4,100.00   210.00
| last paid 2026-11-02
| Enter Look  Tab Next part  p Pay  i Invoice  d Dispute  e Change  a Do  = Match  / Search  c Call  m Promise  D Dun  ? Help
Esc Esc 3
dump invoices
| TEST  Northwind Lights                                                                                        Sun 2026-11-22  anna
| Invoices                                                                                            what is open, the newest first
|   Number    Customer  Name                              Kind     Date        Due         Cur         Total          Open  Status
|------------------------------------------------------------------------------------------------------------------------------------
| ▶ INV-1004  BOREALIS  Borealis Gesellschaft für nordi…  invoice  2026-11-20  2026-12-20  USD     18,204.00     18,204.00  open
|   INV-1006  COBALT    Cobalt & Sons                     invoice  2026-10-25  2026-11-24  USD        120.00        120.00  open
|  *INV-1002  ACME      Acme Holdings Ltd                 invoice  2026-10-02  2026-11-01  USD        900.00        900.00  disputed
|  !INV-1005  HAIER     海尔集团公司有限责任公司北京分…   invoice  2026-08-02  2026-09-01  USD      9,000.30      9,000.30  overdue
|  !INV-1003  BOREALIS  Borealis Gesellschaft für nordi…  invoice  2026-06-02  2026-07-02  USD  1,234,567.89  1,234,567.89  overdue
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
|                       Total                                                                   1,262,792.19  1,262,792.19
| 1 of 5
| Enter Look  p Pay  i Invoice  o Open/all  + New  a Do  / Search  < > s Sort  f Filter  x Save  ? Help
