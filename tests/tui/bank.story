# The bank's lines are matched and booked on one screen, then submitted; all lines and all reconciliations are listed.
$ book new --company "Northwind Lights" --currency USD --sandbox
$ customer add --code ACME --name "Acme Holdings Ltd"
$ customer add --code LAMP --name 北方灯具有限公司
$ invoice issue --customer ACME --amount 120.45 --date 2026-11-01
$ payment receive --customer ACME --amount 120.45 --date 2026-11-03 --reference INV-1001 --apply INV-1001
$ payment receive --customer LAMP --amount 80 --method cheque --reference 77 --date 2026-11-03
$ deposit make --all --date 2026-11-05
$ bank rule --pattern 'text ~ fee' --account 6110
# a file of the bank
$ book verify; printf 'Date,Amount,Balance,Currency,Name,Text\n2026-11-04,120.45,120.45,USD,ACME HOLDINGS,INV-1001\n2026-11-06,80.00,200.45,USD,,DEPOSIT\n2026-11-10,-2.50,197.95,USD,,SERVICE FEE\n2026-11-11,45.00,242.95,USD,北方灯具有限公司,thanks\n' >nov.csv
$ bank import nov.csv --account 1200
$ bank account --account 1200 --number 77 --since 2026-11-01
@ 80x24
: "go bank" Enter
dump lines
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Bank 1200 Bank to 2026-11-11                       File 0.00 + 242.95 = 242.95
|   Booked      Name          Amount  Sure  Ours      Amount  Why
|--------------------------------------------------------------------------------
| ▶ 2026-11-04  ACME HOLDIN…  120.45  yes   P-1001    120.45  P-1001 is named
|   2026-11-06  DEPOSIT        80.00  yes   DEP-1001   80.00  80.00 on 2026-11-…
|  !2026-11-10  SERVICE FEE    -2.50  no                      nothing of ours i…
|  !2026-11-11  北方灯具有…    45.00  no                      nothing of ours i…
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
|               Total         242.95
| Books 80.00 - 80.00 + 0.00 = 0.00, ! difference 242.95
| Enter Look  Space Match  p Pay  S All sure  + New  R Rule  L Lines  ? Help
S
dump matched
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Bank 1200 Bank to 2026-11-11                       File 0.00 + 242.95 = 242.95
|   Line Booked     Name             Amount Sure Ours Why
|--------------------------------------------------------------------------------
| ▶!   3 2026-11-10 SERVICE FEE       -2.50 no        nothing of ours is like it
|  !   4 2026-11-11 北方灯具有限公司  45.00 no        nothing of ours is like it
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
|                   Total             42.50
| 2 lines matched, 0 only proposed, 2 that nothing of ours is like
| Enter Look  Space Match  p Pay  S All sure  + New  R Rule  L Lines  ? Help
j p
dump form
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| bank post                 book what the bank reports and nobody has booked yet
| Account       __________________  F4 lists
| Line          4_______
| Against       __________________
| Customer      __________________
| Payment       __________________
| Reason        dd-return______
| Text          ____________________________________
| Auto          no_
| Unidentified  no_
| From          ____________
| To            ____________
| Learn         no_
|
|
|
|
|
|
|
| the bank's account in our ledger; without it lists and Auto take all
|
| Enter Next  F4 List  F10 Accept  Esc Leave  F1 Help
Esc : "bank post --line 3 --against 6110" Enter
: "bank post --line 4 --customer LAMP" Enter
: "go bank" Enter
dump booked
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Bank 1200 Bank to 2026-11-11                       File 0.00 + 242.95 = 242.95
|   Line  Booked  Name  Amount  Sure  Ours  Amount  Rule  Why
|--------------------------------------------------------------------------------
|   Every line of the bank is matched; + brings a file, L shows all lines.
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
| Every line of the bank is matched; + brings a file, L shows all lines.
| Enter Look  Space Match  S All sure  + New  R Rule  L Lines  F10 Post  ? Help
L
dump all lines
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Lines of the bank 1200                                                 Bank 77
|   Line Booked     Amount Cur Name             Text        Ours     Match
|--------------------------------------------------------------------------------
| ▶    4 2026-11-11  45.00 USD 北方灯具有限公司 thanks      DEP-1003     7
|      3 2026-11-10  -2.50 USD                  SERVICE FEE BE-1001      5
|      2 2026-11-06  80.00 USD                  DEPOSIT     DEP-1001     3
|      1 2026-11-04 120.45 USD ACME HOLDINGS    INV-1001    DEP-1002     1
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
|   Total           242.95
| 1 of 4
| Enter Look  U Unmatch  + New  / Search  < > s Sort  f Filter  x Save  ? Help
Enter
dump line
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Line of the bank 4
| Line 4 of the bank
| 1200 Bank 77
|
| Booked  2026-11-11
| Value   2026-11-11
| Amount  45.00 USD
| Name    北方灯具有限公司
| Text    thanks
| Ours    DEP-1003
|
| Its matches
|
|   Match  Day         By    Rule  Why      Taken back  Reason
|   -----  ----------  ----  ----  -------  ----------  ------
| *     7  2026-11-11  anna  post  as said
|
|
|
|
|
| 1-15 of 15
| / Search  P Print  x Save  ? Help
Esc Esc F10
dump submitted
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Bank 1200 Bank to 2026-11-11                       File 0.00 + 242.95 = 242.95
|   Line  Booked  Name  Amount  Sure  Ours  Amount  Rule  Why
|--------------------------------------------------------------------------------
|   Every line of the bank is matched; + brings a file, L shows all lines.
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
| reconciliation 1 to 2026-11-11: the bank and the books come to 242.95 USD; it
| waits for somebody else's approval
| Enter Look  Space Match  S All sure  + New  R Rule  L Lines  F10 Post  ? Help
: "go reconciliations" Enter
dump waits
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Reconciliations
|   Number Account To         Closing In transit Unpresented Prepared by Status
|--------------------------------------------------------------------------------
| ▶!     1 1200    2026-11-11  242.95          .           . anna        waits
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
| 1 of 1
| Enter Look  Y Approve  - Reject  / Search  < > s Sort  f Filter  x Save  ? Help
Y
dump refused
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Reconciliations
|   Number Account To         Closing In transit Unpresented Prepared by Status
|--------------------------------------------------------------------------------
| ▶!     1 1200    2026-11-11  242.95          .           . anna        waits
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
| you prepared reconciliation 1 yourself; somebody else approves it
| Enter Look  Y Approve  - Reject  / Search  < > s Sort  f Filter  x Save  ? Help
# a file of our own making: whoever says what its columns mean sees what is left out
$ book verify; printf 'Date,Amount,Currency,Name,Purpose,Branch\n2026-11-20,10.00,USD,ACME HOLDINGS,INV-1001,12\n' >own.csv
$ book verify; printf 'Customer,Number,Date,Due,Amount,Clerk,Shop\n' >own2.csv; printf 'ACME,77,2026-11-20,2026-12-20,10.00,Bo,1\n' >>own2.csv
Esc Esc Esc Esc : "bank import own.csv --account 1200" Enter
dump question
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Start                                                               all in USD
|--------------------------------------------------------------------------------
| Owed to us               -125.00    gross 0.00 less unapplied 125.00
| Overdue                     0.00    due this week 0.00
| Disputed                    0.00    0 cases
|
| Current                                                      0.00
|--------------------------------------------------------------------------------
|    Please confirm
|    own.csv: read it as --map 'date=Date; amount=Amount; currency=Currency;
|    name=Name; text=Purpose; dates=ymd; decimal=.', and leave out Branch?
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
| Sub-ledger -125.00  control -125.00  difference 0.00  journal 14
|
n Esc : "import invoices own2.csv" Enter
dump invoices
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Start                                                               all in USD
|--------------------------------------------------------------------------------
| Owed to us               -125.00    gross 0.00 less unapplied 125.00
| Overdue                     0.00    due this week 0.00
| Disputed                    0.00    0 cases
|
| Current                                                      0.00
|--------------------------------------------------------------------------------
|    Please confirm
|    own2.csv: read it as --map 'customer=Customer; number=Number; date=Date;
|    due=Due; amount=Amount', and leave out Clerk, Shop?
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
| Sub-ledger -125.00  control -125.00  difference 0.00  journal 14
|
