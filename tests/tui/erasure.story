# What one asked to be erased waits for another on the start screen, and below the approvals.
$ book new --company "Northwind Lights" --currency USD --sandbox
$ customer add --code ACME --name "Acme Holdings Ltd"
$ customer add --code HAIER --name "海尔集团公司有限责任公司北京分公司国际贸易部"
$ user add --name ben --role manager
$ --actor ben customer erase HAIER --yes
@ 80x24
dump start
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Start                                                               all in USD
|--------------------------------------------------------------------------------
| Owed to us                  0.00    gross 0.00 less unapplied 0.00
| Overdue                     0.00    due this week 0.00
| Disputed                    0.00    0 cases
|
| Current                                                      0.00
| 1-30                                                         0.00
| 31-60                                                        0.00
| 61-90                                                        0.00
| Over 90                                                      0.00
|
| Today
| ▶ ! 1 customer to be erased, asked for by another
|
|
|
|
|
|
|
| Sub-ledger 0.00  control 0.00  difference 0.00  journal 5
| 1 Pay  2 Customers  3 Invoices  4 Aging  5 Worklist  6 Bank  7 Reports  ? Help
A
dump approvals
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Approvals                                                           what waits
|   No. Asked by Customer Name Kind Document Cur Amount Reason Expires Status
|--------------------------------------------------------------------------------
|   Nothing waits for an approval; o shows what was decided too.
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
| ben asks that HAIER be erased: another person may do it until 2026-12-06
| Enter Look  o Open/all  / Search  < > s Sort  f Filter  x Save  ? Help
