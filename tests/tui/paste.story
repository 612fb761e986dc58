# What is pasted is text: it fills the field that has the cursor, posts nothing and runs no commands.
$ book new --company "Northwind Lights" --currency USD --sandbox
$ customer add --code ACME --name "Acme Holdings Ltd"
$ invoice issue --customer ACME --date 2026-09-20 --amount 4310
@ 80x24
1 "acme" Enter "4310" Enter
Paste-R Paste-F Paste-Enter Paste-7 Paste-Tab Paste-8 Paste-Enter Paste-9
dump reference
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Payment                                                               0 posted
| Customer or invoice  acme__________  Acme Holdings Ltd  open 4,310.00  33 d
| Amount               ______4,310.00  = INV-1001 in full
| Reference            RF 7 8 9________________
| Method               transfer____
| Date                 2026-11-22_  Sun
|
|       Document       Due        Days       Open Discount       Pays       Left
|  ![x] INV-1001       2026-10-20   33   4,310.00            4,310.00       0.00
|
|
|
|
|
|
|
|
|
|
|
|       by the amount                           payment 4,310.00 USD   left 0.00
|
| Enter Next  F4 List  Space Mark  F6 Propose  F3 Why  F9 Same  F10 Post  F1 Help
C-u Esc
Paste-q
dump start
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Start                                                               all in USD
|--------------------------------------------------------------------------------
| Owed to us              4,310.00    gross 4,310.00 less unapplied 0.00
| Overdue     !           4,310.00    100.0 % of gross   due this week 0.00
| Disputed                    0.00    0 cases
|
| Current                                                      0.00     0.0 %
| 1-30                                                         0.00     0.0 %
| 31-60     ████████████████████████████████████           4,310.00   100.0 %
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
| What is pasted goes into fields; here it does nothing.
| 1 Pay  2 Customers  3 Invoices  4 Aging  5 Worklist  6 Bank  7 Reports  ? Help
