# The matching screen with room for more columns; the only pair closes it; refusals keep the cursor.
$ book new --company "Northwind Lights" --currency EUR --sandbox
$ customer add --code CN1 --name "北京东方照明有限公司"
$ invoice issue --customer CN1 --date 2026-09-20 --amount 88.50 --instalments "2026-10-01=30.50; 2026-12-01=58.00"
$ payment receive --customer CN1 --date 2026-11-15 --amount 88.50 --reference "INV-1001 thanks"
@ 132x43
: "customer match --customer CN1" Enter
"31" F10
dump refused
| TEST  Northwind Lights                                                                                        Sun 2026-11-22  anna
| Match CN1   北京东方照明有限公司                                                                                               EUR
|       Debit       Due        Issued     Days      Open     Takes        Credit         Date        Kind           Open      Gives
| ▶![ ] INV-1001/1  2026-10-01 2026-09-20   52     30.50 _______31    [ ] P-1001         2026-11-15  payment      -88.50
|   [ ] INV-1001/2  2026-12-01 2026-09-20          58.00
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|   marked 0 of 2   0.00                                              marked 0 of 1   0.00
|   difference 0.00
| Nothing is paired yet: Space marks on either side, F6 proposes.
|
|
|
|
|
|
|
|
| invoice INV-1001/1 of 2026-09-20, due 2026-10-01, open 30.50
| INV-1001 has 30.50 open; no more than that can be taken of it
| Enter Next  F4 List  Tab Other pane  Space Mark  F6 Propose  F10 Post  Esc Leave  F1 Help
C-u "30.50" Tab Space Tab Down Right Left Space
dump paired
| TEST  Northwind Lights                                                                                        Sun 2026-11-22  anna
| Match CN1   北京东方照明有限公司                                                                                               EUR
|       Debit       Due        Issued     Days      Open     Takes        Credit         Date        Kind           Open      Gives
|  ![x] INV-1001/1  2026-10-01 2026-09-20   52     30.50     30.50    [x] P-1001         2026-11-15  payment      -88.50      88.50
| ▶ [x] INV-1001/2  2026-12-01 2026-09-20          58.00 ____58.00
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|   marked 2 of 2   88.50                                             marked 1 of 1   88.50
|   difference 0.00
| 30.50 of INV-1001/1 from P-1001 (oldest first)
| 58.00 of INV-1001/2 from P-1001 (oldest first)
|
|
|
|
|
|
|
| invoice INV-1001/2 of 2026-09-20, due 2026-12-01, open 58.00, takes 58.00
|
| Enter Next  F4 List  Tab Other pane  Space Mark  F6 Propose  F10 Post  Esc Leave  F1 Help
F10 y
dump closed when nothing is left
| TEST  Northwind Lights                                                                                        Sun 2026-11-22  anna
| Start                                                                                                                   all in EUR
|------------------------------------------------------------------------------------------------------------------------------------
| Owed to us                  0.00    gross 0.00 less unapplied 0.00
| Overdue                     0.00    due this week 0.00
| Disputed                    0.00    0 cases
| 12 months                    ██
|
| Current                                                                                                          0.00
| 1-30                                                                                                             0.00
| 31-60                                                                                                            0.00
| 61-90                                                                                                            0.00
| Over 90                                                                                                          0.00
|
| Today
| ▶   Nothing waits.
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
| matched at CN1: INV-1001 instalment 1 30.50 from P-1001 on 2026-11-15; INV-1001 instalment 2 58.00 from P-1001 on 2026-11-15
| 1 Pay  2 Customers  3 Invoices  4 Aging  5 Worklist  6 Bank  7 Reports  / Find  Enter Look  q Leave  x Save  ? Help
