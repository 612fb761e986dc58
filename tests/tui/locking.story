# A desk that was left alone locks itself; what was typed is kept, and the password opens it again.
$ book new --company "Northwind Lights" --currency EUR --sandbox
$ customer add --code ACME --name "Acme Holdings Ltd"
$ invoice issue --customer ACME --date 2026-10-02 --amount 4310
@ 80x24
# who has no password is left alone
idle 99
dump open
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Start                                                               all in EUR
|--------------------------------------------------------------------------------
| Owed to us              4,310.00    gross 4,310.00 less unapplied 0.00
| Overdue     !           4,310.00    100.0 % of gross   due this week 0.00
| Disputed                    0.00    0 cases
|
| Current                                                      0.00     0.0 %
| 1-30      ████████████████████████████████████           4,310.00   100.0 %
| 31-60                                                        0.00     0.0 %
| 61-90                                                        0.00     0.0 %
| Over 90                                                      0.00     0.0 %
|
| Today
| ▶ ! 1 customer to call                                     4,310.00
|
|
|
|
|
|
|
| Sub-ledger 4,310.00  control 4,310.00  difference 0.00  journal 3
| 1 Pay  2 Customers  3 Invoices  4 Aging  5 Worklist  6 Bank  7 Reports  ? Help
":" "lock" Enter
dump none
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Start                                                               all in EUR
|--------------------------------------------------------------------------------
| Owed to us              4,310.00    gross 4,310.00 less unapplied 0.00
| Overdue     !           4,310.00    100.0 % of gross   due this week 0.00
| Disputed                    0.00    0 cases
|
| Current                                                      0.00     0.0 %
| 1-30      ████████████████████████████████████           4,310.00   100.0 %
| 31-60                                                        0.00     0.0 %
| 61-90                                                        0.00     0.0 %
| Over 90                                                      0.00     0.0 %
|
| Today
| ▶ ! 1 customer to call                                     4,310.00
|
|
|
|
|
|
|
| you have no password that would open it again; `user password` sets one
| 1 Pay  2 Customers  3 Invoices  4 Aging  5 Worklist  6 Bank  7 Reports  ? Help
# set on the screen, unseen
":" "user password" Enter
dump ask
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Start                                                               all in EUR
|--------------------------------------------------------------------------------
| Owed to us              4,310.00    gross 4,310.00 less unapplied 0.00
| Overdue     !           4,310.00    100.0 % of gross   due this week 0.00
| Disputed                    0.00    0 cases
|
| Current                                                      0.00     0.0 %
| 1-30      ████████████████████████████████████           4,310.00   100.0 %
| 31-60                                                        0.00     0.0 %
| 61-90                                                        0.00     0.0 %
| Over 90                                                      0.00     0.0 %
|
| Today
| ▶ ! 1 customer to call                                     4,310.00
|
|
|
|
|
|
|
| New password of anna _________________________________________________________
| Enter Done  Esc Back
"grey heron" Enter
"grey heron" Enter
dump set
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Start                                                               all in EUR
|--------------------------------------------------------------------------------
| Owed to us              4,310.00    gross 4,310.00 less unapplied 0.00
| Overdue     !           4,310.00    100.0 % of gross   due this week 0.00
| Disputed                    0.00    0 cases
|
| Current                                                      0.00     0.0 %
| 1-30      ████████████████████████████████████           4,310.00   100.0 %
| 31-60                                                        0.00     0.0 %
| 61-90                                                        0.00     0.0 %
| Over 90                                                      0.00     0.0 %
|
| Today
| ▶ ! 1 customer to call                                     4,310.00
|
|
|
|
|
|
|
| the password of anna is set
| 1 Pay  2 Customers  3 Invoices  4 Aging  5 Worklist  6 Bank  7 Reports  ? Help
idle 9
dump still
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Start                                                               all in EUR
|--------------------------------------------------------------------------------
| Owed to us              4,310.00    gross 4,310.00 less unapplied 0.00
| Overdue     !           4,310.00    100.0 % of gross   due this week 0.00
| Disputed                    0.00    0 cases
|
| Current                                                      0.00     0.0 %
| 1-30      ████████████████████████████████████           4,310.00   100.0 %
| 31-60                                                        0.00     0.0 %
| 61-90                                                        0.00     0.0 %
| Over 90                                                      0.00     0.0 %
|
| Today
| ▶ ! 1 customer to call                                     4,310.00
|
|
|
|
|
|
|
| the password of anna is set
| 1 Pay  2 Customers  3 Invoices  4 Aging  5 Worklist  6 Bank  7 Reports  ? Help
1 "5000" Tab
idle 10
dump locked
|
|
|
|
|
|
|
|
|            arledger is locked
|
|            User      anna
|            Password  ______________________________
|
|
|
|
|
|
|
|
|
|
|
| Enter comes in   Ctrl-C leaves the program
"wrong" Enter
dump wrong
|
|
|
|
|
|
|
|
|            arledger is locked
|
|            User      anna
|            Password  ______________________________
|
|            that is not the password of anna
|
|
|
|
|
|
|
|
|
| Enter comes in   Ctrl-C leaves the program
resize 40x10
dump small
|
| arledger is locked
|
| User      anna
| Password  ____________________________
|
| that is not the password of anna
|
|
| Enter comes in   Ctrl-C leaves the pr…
resize 80x24
"grey heronx" Backspace Enter
dump back
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Payment                                                               0 posted
| Customer or invoice  5000__________  ! no invoice and no customer has the num…
| Amount               ______________
| Reference            ________________________
| Method               transfer____
| Date                 2026-11-22_  Sun
|
|       Document       Due        Days       Open Discount       Pays       Left
|
|
|
|
|
|
|
|
|
|
|
|
|
| no invoice and no customer has the number '5000'; F4 lists the customers
| Enter Next  F4 List  Space Mark  F6 Propose  F3 Why  F9 Same  F10 Post  F1 Help
Esc Esc
# in the midst of a question, too
":" "customer list"
idle 10
dump midst
|
|
|
|
|
|
|
|
|            arledger is locked
|
|            User      anna
|            Password  ______________________________
|
|
|
|
|
|
|
|
|
|
|
| Enter comes in   Ctrl-C leaves the program
"grey heron" Enter
dump midway
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Start                                                               all in EUR
|--------------------------------------------------------------------------------
| Owed to us              4,310.00    gross 4,310.00 less unapplied 0.00
| Overdue     !           4,310.00    100.0 % of gross   due this week 0.00
| Disputed                    0.00    0 cases
|
| Current                                                      0.00     0.0 %
| 1-30      ████████████████████████████████████           4,310.00   100.0 %
| 31-60                                                        0.00     0.0 %
| 61-90                                                        0.00     0.0 %
| Over 90                                                      0.00     0.0 %
|
| Today
| ▶ ! 1 customer to call                                     4,310.00
|
|
|
|
|
|
|
| : customer list_______________________________________________________________
| Enter Done  Esc Back  Up Down Typed before
Esc
u
dump undo
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Start                                                               all in EUR
|--------------------------------------------------------------------------------
| Owed to us              4,310.00    gross 4,310.00 less unapplied 0.00
| Overdue     !           4,310.00    100.0 % of gross   due this week 0.00
| Disputed                    0.00    0 cases
|
| Current                                                      0.00     0.0 %
| 1-30      ████████████████████████████████████           4,310.00   100.0 %
| 31-60                                                        0.00     0.0 %
| 61-90                                                        0.00     0.0 %
| Over 90                                                      0.00     0.0 %
|
| Today
| ▶ ! 1 customer to call                                     4,310.00
|
|
|
|
|
|
| Set another password; the one of before is kept nowhere. The last act was: the
| password of anna is set
| 1 Pay  2 Customers  3 Invoices  4 Aging  5 Worklist  6 Bank  7 Reports  ? Help
# by hand; five wrong ones
":" "lock" Enter
"a" Enter "b" Enter "c" Enter "d" Enter "e" Enter
dump five
|
|
|
|
|
|
|
|
|            arledger is locked
|
|            User      anna
|            Password  ______________________________
|
|            that is not the password of anna, and it was the 5th
|            wrong one: the next may be tried in 60 seconds
|
|
|
|
|
|
|
|
| Enter comes in   Ctrl-C leaves the program
"grey heron" Enter
dump minute
|
|
|
|
|
|
|
|
|            arledger is locked
|
|            User      anna
|            Password  ______________________________
|
|            5 wrong passwords for anna in a row: the next may be
|            tried in 60 seconds
|
|
|
|
|
|
|
|
| Enter comes in   Ctrl-C leaves the program
Ctrl-C
