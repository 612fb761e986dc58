# An account that several share: whoever comes says who it is, and the password decides. At the lock
# another user may come in, and finds nothing of what was half typed.
$ book new --company "Northwind Lights" --currency EUR --sandbox
$ customer add --code ACME --name "Acme Holdings Ltd"
$ invoice issue --customer ACME --date 2026-10-02 --amount 4310
$ book info; printf 'grey heron\n' | clerk --password-file - -q user password
$ user add --name 王芳 --role clerk --account anna
$ --user anna user list; printf 'grey heron\nten little words\n' | clerk --user anna -q --password-file - user password --name 王芳
@ 80x24
dump who
|
|
|
|
|
|
|
|
|            arledger: who are you?
|
|            User      ______________________________
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
| Enter comes in   F4 next name   Tab the other line   Ctrl-C leaves
Enter
"x" Enter
dump nobody
|
|
|
|
|
|
|
|
|            arledger: who are you?
|
|            User      ______________________________
|            Password  ______________________________
|
|            who are you?
|
|
|
|
|
|
|
|
|
| Enter comes in   F4 next name   Tab the other line   Ctrl-C leaves
F4 "wrong" Enter
dump wrong
|
|
|
|
|
|
|
|
|            arledger: who are you?
|
|            User      anna__________________________
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
| Enter comes in   F4 next name   Tab the other line   Ctrl-C leaves
"grey heron" Enter
dump anna
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
| Here for the first time; 1 wrong password up to now.
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
|            User      anna__________________________
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
| Enter comes in   F4 next name   Tab the other line   Ctrl-C leaves
F4
"ten little words" Enter
dump own
|
|
|
|
|
|
|
|
|--------------------------------------------------------------------------------
|    A password of your own
|    Yours was given by somebody else. Choose one that only you know now.
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
|
|
|
Enter
"ten little words" Enter
dump same
|
|
|
|
|
|
|
|
|--------------------------------------------------------------------------------
|    A password of your own
|    the new password is the one of before; choose another
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
|
|
|
Enter
"eleven little words" Enter "eleven little words" Enter
dump wang
| TEST  Northwind Lights                                    Sun 2026-11-22  王芳
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
| Sub-ledger 4,310.00  control 4,310.00  difference 0.00  journal 10
| 1 Pay  2 Customers  3 Invoices  4 Aging  5 Worklist  6 Bank  7 Reports  ? Help
1
dump empty
| TEST  Northwind Lights                                    Sun 2026-11-22  王芳
| Payment                                                               0 posted
| Customer or invoice  ______________  F4 lists; ? when nobody knows whose
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
|
| Enter Next  F4 List  Space Mark  F6 Propose  F3 Why  F9 Same  F10 Post  F1 Help
Esc
":" "user add --name bob --role clerk" Enter
dump role
| TEST  Northwind Lights                                    Sun 2026-11-22  王芳
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
| `user add` needs the role admin; 王芳 has clerk
| 1 Pay  2 Customers  3 Invoices  4 Aging  5 Worklist  6 Bank  7 Reports  ? Help
":" "lock" Enter
Tab Ctrl-U "anna" Enter "grey heron" Enter
dump again
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
| Last here 2026-11-22 12:00.
| 1 Pay  2 Customers  3 Invoices  4 Aging  5 Worklist  6 Bank  7 Reports  ? Help
1
dump kept
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Payment                                                               0 posted
| Customer or invoice  5000__________  F4 lists; ? when nobody knows whose
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
| This is what was typed before and not posted.
| Enter Next  F4 List  Space Mark  F6 Propose  F3 Why  F9 Same  F10 Post  F1 Help
