# Unapply leaves the money there, reverse makes it not count: each says so before it does it.
$ book new --company "Northwind Lights" --currency EUR --sandbox
$ customer add --code ACME --name "Acme Holdings Ltd"
$ invoice issue --customer ACME --date 2026-10-02 --amount 100 --discount "2% 60"
$ invoice issue --customer ACME --date 2026-11-10 --amount 50
$ payment receive --customer ACME --date 2026-11-14 --amount 128 --method cash --apply "INV-1001 discount auto; INV-1002=30"
$ deposit make --all --date 2026-11-16
@ 80x24
: "payment unapply --payment P-1001" Enter
dump unapply says
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Start                                                               all in EUR
|--------------------------------------------------------------------------------
| Owed to us                 20.00    gross 20.00 less unapplied 0.00
| Overdue                     0.00    0.0 % of gross   due this week 0.00
| Disputed                    0.00    0 cases
|
|--------------------------------------------------------------------------------
|    Please confirm
|    On 2026-11-22 P-1001 no longer pays 30.00 of INV-1002, 98.00 of INV-1001
|    (with its discount of 2.00, so 100.00 of it is open again). The money
|    stays with ACME: 128.00 EUR of it is then unapplied. Do it?
|
|
|    y yes   n no (Enter, Esc)
|--------------------------------------------------------------------------------
|
|
|
|
|
|
| Sub-ledger 20.00  control 20.00  difference 0.00  journal 6
|
y
dump unapplied
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Start                                                               all in EUR
|--------------------------------------------------------------------------------
| Owed to us                 22.00    gross 150.00 less unapplied 128.00
| Overdue     !             100.00    66.7 % of gross   due this week 0.00
| Disputed                    0.00    0 cases
|
| Current   ████████████                                      50.00    33.3 %
| 1-30      ████████████████████████                         100.00    66.7 %
| 31-60                                                        0.00     0.0 %
| 61-90                                                        0.00     0.0 %
| Over 90                                                      0.00     0.0 %
|
| Today
| ▶ ! 1 customer to call                                       100.00
|     1 credit unapplied for more than 2 days                  128.00
|
|
|
|
|
|
| 2 applications of P-1001 taken back; 128.00 EUR is unapplied
| 1 Pay  2 Customers  3 Invoices  4 Aging  5 Worklist  6 Bank  7 Reports  ? Help
: "payment apply --payment P-1001" Enter
dump what is missing is asked for
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| payment apply                        apply money that is there to what it pays
| Payment     P-1001____________  payment of ACME over 128.00 EUR
| To          __________________  ! is missing: it names what is paid
| Amount      ________________
| Date        ____________
| Discount    ____________________________________
| Writeoff    ________________
| Instalment  ________
|
|   Document     Amount Discount         Writeoff Deduct         Instalment From
|   ________ __________ ______________ __________ ______________ __________ _____
|
|
|
|
|
|
|
|
|
| what it pays; or rows of Document, Amount and so on
| To is missing: it names what is paid
| Enter Next  F4 List  F10 Accept  Esc Leave  F1 Help
"INV-1002" F10
: "payment reverse --payment P-1001 --reason nsf --date 2026-11-22" Enter
dump reverse says
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Start                                                               all in EUR
|--------------------------------------------------------------------------------
| Owed to us                 22.00    gross 100.00 less unapplied 78.00
| Overdue     !             100.00    100.0 % of gross   due this week 0.00
| Disputed                    0.00    0 cases
|
|--------------------------------------------------------------------------------
|    Please confirm
|    From 2026-11-22 on P-1001 over 128.00 EUR counts neither as cash nor at
|    the customer (nsf). It no longer pays 50.00 of INV-1002. DEP-1001 stays;
|    the money leaves the bank's account. This is final. Do it?
|
|
|    y yes   n no (Enter, Esc)
|--------------------------------------------------------------------------------
|
|
|
|
|
|
| Sub-ledger 22.00  control 22.00  difference 0.00  journal 8
|
n
dump nothing done
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Start                                                               all in EUR
|--------------------------------------------------------------------------------
| Owed to us                 22.00    gross 100.00 less unapplied 78.00
| Overdue     !             100.00    100.0 % of gross   due this week 0.00
| Disputed                    0.00    0 cases
|
| Current                                                      0.00     0.0 %
| 1-30      ████████████████████████████████████             100.00   100.0 %
| 31-60                                                        0.00     0.0 %
| 61-90                                                        0.00     0.0 %
| Over 90                                                      0.00     0.0 %
|
| Today
| ▶ ! 1 customer to call                                       100.00
|     1 credit unapplied for more than 2 days                   78.00
|
|
|
|
|
|
| not confirmed; nothing was changed
| 1 Pay  2 Customers  3 Invoices  4 Aging  5 Worklist  6 Bank  7 Reports  ? Help
: "payment reverse --payment P-1001 --reason nsf --date 2026-11-22 --yes" Enter
dump reversed
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Start                                                               all in EUR
|--------------------------------------------------------------------------------
| Owed to us                150.00    gross 150.00 less unapplied 0.00
| Overdue     !             100.00    66.7 % of gross   due this week 0.00
| Disputed                    0.00    0 cases
|
| Current   ████████████                                      50.00    33.3 %
| 1-30      ████████████████████████                         100.00    66.7 %
| 31-60                                                        0.00     0.0 %
| 61-90                                                        0.00     0.0 %
| Over 90                                                      0.00     0.0 %
|
| Today
| ▶ ! 1 customer to call                                       100.00
|
|
|
|
|
|
| P-1001 over 128.00 EUR does not count from 2026-11-22 on (nsf), by REV-1001;
| open again: 50.00 of INV-1002
| 1 Pay  2 Customers  3 Invoices  4 Aging  5 Worklist  6 Bank  7 Reports  ? Help
u
dump final
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Start                                                               all in EUR
|--------------------------------------------------------------------------------
| Owed to us                150.00    gross 150.00 less unapplied 0.00
| Overdue     !             100.00    66.7 % of gross   due this week 0.00
| Disputed                    0.00    0 cases
|
| Current   ████████████                                      50.00    33.3 %
| 1-30      ████████████████████████                         100.00    66.7 %
| 31-60                                                        0.00     0.0 %
| 61-90                                                        0.00     0.0 %
| Over 90                                                      0.00     0.0 %
|
| Today
| ▶ ! 1 customer to call                                       100.00
|
|
|
|
|
| What is taken back is final (a reversal cannot be reversed): enter it again.
| The last act was: P-1001 over 128.00 EUR does not count from 2026-11-22 on
| (nsf), by REV-1001; open again: 50.00 of INV-1002
| 1 Pay  2 Customers  3 Invoices  4 Aging  5 Worklist  6 Bank  7 Reports  ? Help
