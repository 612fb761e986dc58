# Disputes by key: the list, one case, a step, a note, going higher, and what came of it.
$ book new --company "Northwind Lights" --currency USD --sandbox
$ customer add --code ACME --name "Acme Holdings Ltd"
$ customer add --code HAIER --name "海尔集团公司有限责任公司北京分公司国际贸易部"
$ invoice issue --customer ACME --date 2026-09-20 --amount 4310
$ invoice issue --customer HAIER --date 2026-10-02 --amount 900
$ dispute open INV-1001 --amount 310 --reason PRICE --date 2026-10-01 --text "another price was agreed on the telephone"
$ dispute open INV-1002 --amount 90 --reason SHORT --text "两箱缺货"
@ 80x24
dump start
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Start                                                               all in USD
|--------------------------------------------------------------------------------
| Owed to us              5,210.00    gross 5,210.00 less unapplied 0.00
| Overdue     !           5,210.00    100.0 % of gross   due this week 0.00
| Disputed    *             400.00    2 cases
|
| Current                                                      0.00     0.0 %
| 1-30      ██████▏                                          900.00    17.3 %
| 31-60     █████████████████████████████▊                 4,310.00    82.7 %
| 61-90                                                        0.00     0.0 %
| Over 90                                                      0.00     0.0 %
|
| Today
| ▶ ! 2 customers to call                                    5,210.00
|   ! 2 disputes are open, 1 past the due day                  400.00
|
|
|
|
|
|
| Sub-ledger 5,210.00  control 5,210.00  difference 0.00  journal 7
| 1 Pay  2 Customers  3 Invoices  4 Aging  5 Worklist  6 Bank  7 Reports  ? Help
8
dump disputes
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Disputes
|   Case Customer Document Reason Owner Opened     Cur   Open Status Due
|--------------------------------------------------------------------------------
| ▶!   1 ACME     INV-1001 PRICE  anna  2026-10-01 USD 310.00 open   2026-10-15
|  *   2 HAIER    INV-1002 SHORT  anna  2026-11-22 USD  90.00 open   2026-12-06
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|   Total                                              400.00
| 1 of 2
| Enter Look  p Pay  i Invoice  r Resolve  e Change  ^ Escalate  ; Note  ? Help
Enter
dump case
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Dispute 1
| Dispute 1 on INV-1001
|
| Customer      ACME  Acme Holdings Ltd
| Document      INV-1001
| Reason        PRICE, price is not as agreed
| What is said  another price was agreed on the telephone
| Disputed      310.00 USD
| Meanwhile     dunning stops, late interest stops, not counted against the
|               credit limit
|
| Status       open
| Owner        anna
| Opened       2026-10-01, 52 days ago
| Due          2026-10-15, 38 days over
| Goes higher  from 2026-10-22 on: now
|
| What is owed
| Instalment  1 of INV-1001, due 2026-10-20
| Amount      4,310.00 USD
| Open        4,310.00 USD
| 1-20 of 28
| r Resolve  e Change  ^ Escalate  ; Note  / Search  P Print  x Save  ? Help
";" "the price list of May was used" F10
dump noted
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Dispute 1
| Dispute 1 on INV-1001
|
| Customer      ACME  Acme Holdings Ltd
| Document      INV-1001
| Reason        PRICE, price is not as agreed
| What is said  another price was agreed on the telephone
| Disputed      310.00 USD
| Meanwhile     dunning stops, late interest stops, not counted against the
|               credit limit
|
| Status       open
| Owner        anna
| Opened       2026-10-01, 52 days ago
| Due          2026-10-15, 38 days over
| Goes higher  from 2026-10-22 on: now
|
| What is owed
| Instalment  1 of INV-1001, due 2026-10-20
| Amount      4,310.00 USD
| Open        4,310.00 USD
| noted on dispute 1
| r Resolve  e Change  ^ Escalate  ; Note  / Search  P Print  x Save  ? Help
"^" "carol" F10
dump higher
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Dispute 1
| Dispute 1 on INV-1001
|
| Customer      ACME  Acme Holdings Ltd
| Document      INV-1001
| Reason        PRICE, price is not as agreed
| What is said  another price was agreed on the telephone
| Disputed      310.00 USD
| Meanwhile     dunning stops, late interest stops, not counted against the
|               credit limit
|
| Status       open
| Owner        carol
| Opened       2026-10-01, 52 days ago
| Due          2026-10-15, 38 days over
| Gone higher  once
| Goes higher  from 2026-11-29 on
|
| What is owed
| Instalment  1 of INV-1001, due 2026-10-20
| Amount      4,310.00 USD
| dispute 1 on INV-1001: open, of carol, due 2026-10-15, gone higher once
| r Resolve  e Change  ^ Escalate  ; Note  / Search  P Print  x Save  ? Help
"e" Down "bob" F10
dump given
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Dispute 1
| Dispute 1 on INV-1001
|
| Customer      ACME  Acme Holdings Ltd
| Document      INV-1001
| Reason        PRICE, price is not as agreed
| What is said  another price was agreed on the telephone
| Disputed      310.00 USD
| Meanwhile     dunning stops, late interest stops, not counted against the
|               credit limit
|
| Status       open
| Owner        bob
| Opened       2026-10-01, 52 days ago
| Due          2026-10-15, 38 days over
| Gone higher  once
| Goes higher  from 2026-11-29 on
|
| What is owed
| Instalment  1 of INV-1001, due 2026-10-20
| Amount      4,310.00 USD
| dispute 1 on INV-1001: open, of bob, due 2026-10-15, gone higher once
| r Resolve  e Change  ^ Escalate  ; Note  / Search  P Print  x Save  ? Help
"r" "creditt" F10
dump refused
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| dispute resolve                           close a dispute with what came of it
| Dispute     1_______
| Resolution  creditt_____________________________  ! 'creditt' is none of paid…
| Amount      ________________
| Cause       __________________
| Date        ____________
|
|
|
|
|
|
|
|
|
|
|
|
| paid, credit, writeoff, rejected, withdrawn, more words behind a colon; or th…
| Resolution: 'creditt' is none of paid, credit, writeoff, rejected and
| withdrawn (more words behind a colon, as "withdrawn: settled by the agent"),
| nor a credit memo, write-off or payment of ACME
| Enter Next  F4 List  F10 Accept  Esc Leave  F1 Help
F4
dump words
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| dispute resolve                           close a dispute with what came of it
| Resolution  __________________________________________________________________
|--------------------------------------------------------------------------------
| ▶ withdrawn
|   paid
|   credit
|   writeoff
|   rejected
|
|
|
|
|
|
|
|
|
|
|
|
|
|
| Enter Choose  letters Narrow  PgDn More  Esc Back
Down Down Enter "100" F10
dump resolved
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Dispute 1
| Dispute 1 on INV-1001
|
| Customer      ACME  Acme Holdings Ltd
| Document      INV-1001
| Reason        PRICE, price is not as agreed
| What is said  another price was agreed on the telephone
| Disputed      310.00 USD
| Meanwhile     dunning stops, late interest stops, not counted against the
|               credit limit
|
| Status       closed
| Owner        bob
| Opened       2026-10-01
| Due          2026-10-15
| Gone higher  once
|
| What is owed
| Instalment  1 of INV-1001, due 2026-10-20
| Amount      4,310.00 USD
| dispute 1 is closed: credit memo CM-1001; 100.00 USD taken off; 4210.00 USD of
| INV-1001 stay owed, due 2026-10-20
| r Resolve  e Change  ^ Escalate  ; Note  / Search  P Print  x Save  ? Help
Esc o
dump all
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Disputes
|   Case Customer Document Reason Owner Opened     Cur  Open Status Due
|--------------------------------------------------------------------------------
|      1 ACME     INV-1001 PRICE  bob   2026-10-01 USD       closed 2026-10-15
| ▶*   2 HAIER    INV-1002 SHORT  anna  2026-11-22 USD 90.00 open   2026-12-06
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|   Total                                              90.00
| 2 of 2
| Enter Look  p Pay  i Invoice  r Resolve  e Change  ^ Escalate  ; Note  ? Help
Esc ":" "report disputes --by reason" Enter
dump reasons
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| report disputes --by reason
| Northwind Lights: disputes
| on 2026-11-22
|
| Open cases  1, 0 of them past the due day
| In dispute  90.00 USD, 1.8 % of all that is owed
| Closed      1 since 2025-12-01, after 52.0 days on average
|
| By reason
| open on 2026-11-22; closed from 2025-12-01 on
|
| Reason Open Late Oldest Cur In dispute Of all owed Closed  Value Days to close
| ------ ---- ---- ------ --- ---------- ----------- ------ ------ -------------
| PRICE     0    0        USD          .         0.0      1 310.00            52
| SHORT     1    0      0 USD      90.00         1.8      0      .
|        ---- ----            ----------             ------ ------
| Total     1    0                 90.00                  1 310.00
|
|
|
|
| 1-16 of 16
| / Search  v Keep  Ctrl-W When  @ Mail  P Print  x Save  ? Help
