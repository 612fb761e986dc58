# Sums of a million million stand whole on the first screen, and the worklist keeps what follows.
$ book new --company "Northwind Lights" --currency USD --sandbox
$ customer add --code ACME --name "Acme Holdings Ltd"
$ customer add --code HAIER --name "海尔集团公司有限责任公司北京分公司"
$ invoice issue --customer ACME --date 2026-09-20 --amount 1000000000000
$ invoice issue --customer HAIER --date 2026-11-20 --due 2026-11-25 --amount 200000000000
$ payment receive --customer ACME --amount 300000000000.25 --date 2026-11-20
$ dispute open --invoice INV-1001 --amount 500000000000 --reason OTHER
$ contact log --customer ACME --date 2026-11-15 --next 2026-11-24 --action "ask for the date"
@ 80x24
dump start
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Start                                                               all in USD
|--------------------------------------------------------------------------------
| Owed to us      899,999,999,999.75    gross 1,200,000,000,000.00
|                                       less unapplied 300,000,000,000.25
| Overdue     ! 1,000,000,000,000.00    83.3 % of gross
|                                       due this week 200,000,000,000.00
| Disputed    *   500,000,000,000.00    1 case
|
| Current   █████▋                               200,000,000,000.00    16.7 %
| 1-30                                                         0.00     0.0 %
| 31-60     ████████████████████████████▎      1,000,000,000,000.00    83.3 %
| 61-90                                                        0.00     0.0 %
| Over 90                                                      0.00     0.0 %
|
| Today
| ▶ * 1 dispute is open                              500,000,000,000.00
|
|
|
|
|
| Sub-ledger = control 899,999,999,999.75  difference 0.00  journal 8
| 1 Pay  2 Customers  3 Invoices  4 Aging  5 Worklist  6 Bank  7 Reports  ? Help
5
dump worklist
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Worklist                                   on 2026-11-22, 1 account, 0 to call
|   Score Customer          Cur              Overdue Days Why        Next
|--------------------------------------------------------------------------------
| ▶-   30 Acme Holdings Ltd USD 1,000,000,000,000.00   33 first time 2026-11-24
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|         Total                 1,000,000,000,000.00
| -: not today: in touch, a later day, or all of it promised or disputed
| Enter Look  W Why  c Call  m Promise  ; Note  d Dispute  p Pay  D Dun  ? Help
