# What goes wrong with money, on the screens: cheques in hand, prepayments, deductions, a few cents.
$ book new --company "Harbour & Finch" --currency EUR --sandbox -q
$ customer add --code ACME --name "Acme Holdings Ltd" -q
$ customer add --code 星河 --name "星河灯饰（深圳）有限公司" -q
$ invoice issue --customer ACME --date 2026-09-01 --amount 100 -q
$ invoice issue --customer ACME --date 2026-11-02 --amount 200 -q
$ invoice issue --customer 星河 --date 2026-10-02 --amount 80 -q
$ payment receive --customer ACME --amount 100 --date 2026-12-15 --method cheque --reference 9001 --apply INV-1001 -q
$ payment receive --customer ACME --amount 150 --keep prepayment -q
$ deduction split --invoice INV-1003 --amount 25 --reason SHORT -q
@ 80x24
dump start
| TEST  Harbour & Finch                                     Sun 2026-11-22  anna
| Start                                                               all in EUR
|--------------------------------------------------------------------------------
| Owed to us                380.00    gross 380.00 less unapplied 0.00
| Overdue     !             180.00    47.4 % of gross   due this week 0.00
| Disputed    *              25.00    1 case
|
| Current   ██████████████████▉                              200.00    52.6 %
| 1-30      ███████▌                                          80.00    21.1 %
| 31-60     █████████▍                                       100.00    26.3 %
| 61-90                                                        0.00     0.0 %
| Over 90                                                      0.00     0.0 %
|
| Today
| ▶ ! 1 customer to call                                        80.00
|     1 receipt in hand, next on 2026-12-15                    100.00
|   * 1 dispute is open                                         25.00
|
|
|
|
|
| Sub-ledger 380.00  control 380.00  difference 0.00  journal 9
| 1 Pay  2 Customers  3 Invoices  4 Aging  5 Worklist  6 Bank  7 Reports  ? Help
: "go payments" Enter
dump payments
| TEST  Harbour & Finch                                     Sun 2026-11-22  anna
| Payments                                                 all, the newest first
|   Number Customer Date       Method   Cur Amount Unapplied Status     Referen…
|--------------------------------------------------------------------------------
| ▶ P-1001 ACME     2026-12-15 cheque   EUR 100.00         . post-dated 9001
|   P-1002 ACME     2026-11-22 transfer EUR 150.00    150.00 prepaid
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|                              Total        250.00    150.00
| 1 of 2
| Enter Look  p Pay  i Invoice  o Open/all  + New  A AutoCash  a Do  ? Help
Esc 0
dump key
| TEST  Harbour & Finch                                     Sun 2026-11-22  anna
| Payments                                                 all, the newest first
|   Number Customer Date       Method   Cur Amount Unapplied Status     Referen…
|--------------------------------------------------------------------------------
| ▶ P-1001 ACME     2026-12-15 cheque   EUR 100.00         . post-dated 9001
|   P-1002 ACME     2026-11-22 transfer EUR 150.00    150.00 prepaid
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|                              Total        250.00    150.00
| 1 of 2
| Enter Look  p Pay  i Invoice  o Open/all  + New  A AutoCash  a Do  ? Help
Esc : "c acme" Enter
dump card
| TEST  Harbour & Finch                                     Sun 2026-11-22  anna
| Acme Holdings Ltd   ACME                                    balance 300.00 EUR
|                                                         12 months          ▃▃█
| ! overdue 100.00, oldest 52 days   prepaid 150.00   in hand 100.00   NET30   …
| [Open] Activity Applied Disputes Contacts Promises People Dunned Repeats Sent
|   Document Kind    Part Issued     Due        Cur Amount   Open Days Status
|--------------------------------------------------------------------------------
| ▶!INV-1001 invoice    1 2026-09-01 2026-10-01 EUR 100.00 100.00   52 overdue
|   INV-1002 invoice    1 2026-11-02 2026-12-02 EUR 200.00 200.00  -10 open
|
|
|
|
|
|
|
|
|
|
|
|
|            Total                                  300.00 300.00
| last paid 2026-11-22
| Enter Look  Tab Next part  p Pay  i Invoice  d Dispute  e Change  a Do  ? Help
: "go invoices" Enter
dump invoices
| TEST  Harbour & Finch                                     Sun 2026-11-22  anna
| Invoices                                        what is open, the newest first
|   Number   Customer Kind      Date       Due        Cur  Total   Open Status
|--------------------------------------------------------------------------------
| ▶*DED-1001 星河     deduction 2026-10-02 2026-11-01 EUR  25.00  25.00 disputed
|   INV-1002 ACME     invoice   2026-11-02 2026-12-02 EUR 200.00 200.00 open
|  !INV-1003 星河     invoice   2026-10-02 2026-11-01 EUR  80.00  55.00 overdue
|  !INV-1001 ACME     invoice   2026-09-01 2026-10-01 EUR 100.00 100.00 overdue
|
|
|
|
|
|
|
|
|
|
|
|
|
|                     Total                               405.00 380.00
| 1 of 4
| Enter Look  p Pay  i Invoice  o Open/all  + New  a Do  / Search  ? Help
: "pay acme" Enter
dump desk
| TEST  Harbour & Finch                                     Sun 2026-11-22  anna
| Payment                                                               0 posted
| Customer or invoice  acme__________  Acme Holdin…  open 200.00  prepaid 150.00
| Amount               ______________  * is all that is open; 100.00 in hand
| Reference            ________________________
| Method               transfer____
| Date                 2026-11-22_  Sun
|
|       Document       Due        Days       Open Discount       Pays       Left
|   [ ] P-1002                            -150.00                        -150.00
|   [ ] INV-1002       2026-12-02          200.00                         200.00
|
|
|
|
|
|
|
|
|
|
|       nothing proposed
|
| Enter Next  F4 List  Space Mark  F6 Propose  F3 Why  F9 Same  F10 Post  F1 Help
F12
: "payment receive ..." Enter
"1002" Enter "199.95" Enter
dump short
| TEST  Harbour & Finch                                     Sun 2026-11-22  anna
| Payment                                                               0 posted
| Customer or invoice  1002__________  Acme Holdin…  open 200.00  prepaid 150.00
| Amount               ________199.95  = INV-1002, 0.05 short: F11 lets it go
| Reference            ________________________
| Method               transfer____
| Date                 2026-11-22_  Sun
|
|       Document       Due        Days       Open Discount       Pays       Left
|   [ ] P-1002                            -150.00                        -150.00
|   [x] INV-1002       2026-12-02          200.00              199.95       0.05
|
|
|
|
|
|
|
|
|
|
|       by document number                        payment 199.95 EUR   left 0.00
|
| Enter Next  F4 List  Space Mark  F6 Propose  F3 Why  F9 Same  F10 Post  F1 Help
F11
dump let-go
| TEST  Harbour & Finch                                     Sun 2026-11-22  anna
| Payment                                                               0 posted
| Customer or invoice  1002__________  Acme Holdin…  open 200.00  prepaid 150.00
| Amount               ________199.95  = INV-1002 in full, 0.05 let go
| Reference            ________________________
| Method               transfer____
| Date                 2026-11-22_  Sun
|
|       Document       Due        Days       Open Discount       Pays       Left
|   [ ] P-1002                            -150.00                        -150.00
|   [x] INV-1002       2026-12-02          200.00              199.95       0.00
|
|
|
|
|
|
|
|
|
|
|       by document number                        payment 199.95 EUR   left 0.00
|
| Enter Next  F4 List  Space Mark  F6 Propose  F3 Why  F9 Same  F10 Post  F1 Help
"R1" F10
dump posted
| TEST  Harbour & Finch                                     Sun 2026-11-22  anna
| Payment                                                   1 posted  199.95 EUR
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
| Posted: INV-1002 Acme Holdings Ltd 199.95 transfer, P-1003; F8 takes it back
| Enter Next  F4 List  Space Mark  F6 Propose  F3 Why  F9 Same  F10 Post  F1 Help
F12
: "go disputes" Enter
dump disputes
| TEST  Harbour & Finch                                     Sun 2026-11-22  anna
| Disputes
|   Case Customer Document Reason Owner Opened     Cur  Open Status Due
|--------------------------------------------------------------------------------
| ▶*   1 星河     DED-1001 SHORT  anna  2026-11-22 EUR 25.00 open   2026-12-06
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|   Total                                              25.00
| 1 of 1
| Enter Look  p Pay  i Invoice  r Resolve  e Change  ^ Escalate  ; Note  ? Help
