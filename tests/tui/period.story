# The manager sees the months, what a close would find, closes one; the proof says which state it has.
$ book new --company "Northwind Lights" --currency USD --sandbox
$ customer add --code ACME --name "Acme Holdings Ltd"
$ customer add --code LAMP --name 北方灯具有限公司
$ invoice issue --customer ACME --number A1 --amount 1000 --date 2026-08-10
$ invoice issue --customer LAMP --number L1 --amount 340.50 --date 2026-09-15
$ payment receive --customer ACME --amount 250 --date 2026-10-21
@ 80x24
: "go periods" Enter j Enter
dump report
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Period 2026-10
| Northwind Lights: close report
| 2026-10
|
| Period  2026-10
| State   open
|
| Checklist
| note  1 payment or credit that is not applied, 250.00
|
| What is open at its end
| Account Cur Current   1-30    31-60 61-90 Over 90 Credits    Total  In base
| ------- --- ------- ------ -------- ----- ------- ------- -------- --------
| 1100    USD       . 340.50 1,000.00     .       . -250.00 1,090.50 1,090.50
|
| Sub-ledger 1,090.50 = control account, difference 0.00
|
|
|
|
|
| 1-15 of 15
| / Search  P Print  x Save  ? Help
Esc M
dump form
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| period close                 close a month: nothing is posted into it any more
| Month   2026-10___________
| Soft    no_  Space changes
| Reason  ____________________________________
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
| only who is admitted (`period admit`) may still post into it
|
| Enter Next  F4 List  F10 Accept  Esc Leave  F1 Help
F10
dump asked
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| period close                 close a month: nothing is posted into it any more
| Month   2026-10___________
| Soft    no_  Space changes
| Reason  ____________________________________
|
|
|
|--------------------------------------------------------------------------------
|    Please confirm
|    2026-10 and every month before it will be closed; 1 payment or credit
|    that is not applied, 250.00. Do it?
|
|
|    y yes   n no (Enter, Esc)
|--------------------------------------------------------------------------------
|
|
|
|
|
| only who is admitted (`period admit`) may still post into it
|
|
y
dump closed
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Periods                                    balances at the month's end, in USD
|   Month    State   Receivable  Unidentified  Prepaid  By    On          Entry
|--------------------------------------------------------------------------------
|   2026-11  open      1,090.50             .        .
| ▶ 2026-10  closed    1,090.50             .        .  anna  2026-11-22      7
|   2026-09  closed    1,340.50             .        .
|   2026-08  closed    1,000.00             .        .
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
| 2026-10 is closed: what is dated in it is posted on 2026-11-01; 1 payment or
| credit that is not applied, 250.00
| Enter Look  M Close  O Reopen  I Admit  / Search  < > s Sort  f Filter  ? Help
q
dump start
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Start                                                               all in USD
|--------------------------------------------------------------------------------
| Owed to us              1,090.50    gross 1,340.50 less unapplied 250.00
| Overdue     !           1,340.50    100.0 % of gross   due this week 0.00
| Disputed                    0.00    0 cases
|
| Current                                                      0.00     0.0 %
| 1-30                                                         0.00     0.0 %
| 31-60     █████████▏                                       340.50    25.4 %
| 61-90     ██████████████████████████▊                    1,000.00    74.6 %
| Over 90                                                      0.00     0.0 %
|
| Today
| ▶ ! 2 customers to call                                    1,340.50
|     1 credit unapplied for more than 2 days                  250.00
|
|
|
|
|
|
| Sub-ledger 1,090.50  control 1,090.50  difference 0.00, 2026-11 open  journal 7
| 1 Pay  2 Customers  3 Invoices  4 Aging  5 Worklist  6 Bank  7 Reports  ? Help
