# A book with nothing in it: every screen says so and what to do.
$ book new --company "Northwind Lights" --currency EUR --sandbox
@ 80x24
dump start
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Start                                                               all in EUR
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
| ▶   Nothing waits.
|
|
|
|
|
|
|
| Sub-ledger 0.00  control 0.00  difference 0.00  journal 1
| 1 Pay  2 Customers  3 Invoices  4 Aging  5 Worklist  6 Bank  7 Reports  ? Help
2
dump customers
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Customers            balances of today in the account's currency, not totalled
|   Code Name Cur Balance Overdue Oldest Limit Terms Collector 12 months
|--------------------------------------------------------------------------------
|   No customers yet; + adds the first one.
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
| Enter Look  + New  / Search  < > s Sort  f Filter  x Save  ? Help
Esc 3
dump invoices
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Invoices                                        what is open, the newest first
|   Number  Customer  Name  Kind  Date  Due  Cur  Total  Open  Status  Reference
|--------------------------------------------------------------------------------
|   No open invoices; o shows the paid ones too.
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
| Enter Look  o Open/all  + New  / Search  < > s Sort  f Filter  x Save  ? Help
Esc 4
dump aging
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Aging as of 2026-11-22                        by due date, posted, whole units
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
| Sub-ledger 0.00 = control account on 2026-11-22, difference 0.00
| [ ] Month  { } Year  Enter Look  < > s Sort  f Filter  g Group  b Basis  ? Help
Esc 5
dump payments
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Worklist                                  on 2026-11-22, 0 accounts, 0 to call
|   Score Customer Overdue Days Why Last Next Action Promise Phone Pending
|--------------------------------------------------------------------------------
|   Nobody is to be called.
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
| Enter Look  W Why  ; Note  d Dispute  / Search  < > s Sort  f Filter  ? Help
Esc 8
dump disputes
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Disputes
|   Case Customer Document Reason Owner Opened Closed Cur Amount Open Status Due
|--------------------------------------------------------------------------------
|   Nothing is in dispute; o shows the closed cases too.
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
| Enter Look  o Open/all  / Search  < > s Sort  f Filter  x Save  ? Help
