# A discount that is over: the payment desk shows it with its day and gives it as unearned, never as
# a small write-off; the reference that is typed behind F6 keeps what it proposed; a cheque number
# that was used is pointed out whole.
$ book new --company "Northwind Lights" --currency EUR --sandbox
$ book set --name tolerance.amount --value 5
$ book set --name tolerance.percent --value 5
$ terms add --code D --due "net 30" --discount "2% 10"
$ customer add --code ACME --name "Acme Holdings Ltd" --terms D
$ invoice issue --number LATE-1 --customer ACME --date 2026-11-01 --amount 100
$ invoice issue --number LATE-2 --customer ACME --date 2026-11-02 --amount 100
$ invoice issue --number LATE-3 --customer ACME --date 2026-11-03 --amount 100
$ invoice issue --number NEW-4 --customer ACME --date 2026-11-20 --amount 100
$ payment receive --customer ACME --date 2026-11-20 --amount 5 --method cheque --reference 100123
@ 80x24
: "pay" Enter "LATE-1" Enter "98" Enter
dump over
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Payment                                                               0 posted
| Customer or invoice  LATE-1________  Acme Holdings Ltd  open 400.00
| Amount               _________98.00  = LATE-1, 2.00 short: F11 lets it go
| Reference            ________________________
| Method               transfer____
| Date                 2026-11-22_  Sun
|
|       Document       Due        Days       Open Discount       Pays       Left
|   [ ] P-1001                              -5.00                          -5.00
|   [x] LATE-1         2026-12-01          100.00               98.00       2.00
|   [ ] LATE-2         2026-12-02          100.00                         100.00
|   [ ] LATE-3         2026-12-03          100.00                         100.00
|   [ ] NEW-4          2026-12-20          100.00     2.00                100.00
|
|
|
|
|
|
| LATE-1: discount 2.00 was until 2026-11-11; F11 gives it as unearned
|       by document number                         payment 98.00 EUR   left 0.00
|
| Enter Next  F4 List  Space Mark  F6 Propose  F3 Why  F9 Same  F10 Post  F1 Help
F3
dump why
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Payment                                                               0 posted
|--------------------------------------------------------------------------------
|    Why
|    Marked: by document number.
|    LATE-1: discount 2.00 was until 2026-11-11; F11 gives it as unearned
|
|    2  by the amount: NEW-4 100.00 less discount 2.00 = 98.00
|    6  a choice of items that comes to it: NEW-4 100.00 less discount 2.00 =
|    98.00
|       only proposed, since among so many items that may be an accident
|    7  oldest due first: LATE-1 100.00 = 100.00; 98.00 came
|    1  not by the numbers in the reference: the text names nothing that is
|    open
|    3  not clears the whole account: that comes to 393.00
|    4  not clears all that is past due: that comes to -5.00
|    5  not clears what is past due on the same terms, or a statement: what
|    is past due on any terms does not come to it
|
|
|    Enter goes on
|--------------------------------------------------------------------------------
|
|
Enter F11
dump given
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Payment                                                               0 posted
| Customer or invoice  LATE-1________  Acme Holdings Ltd  open 400.00
| Amount               _________98.00  = LATE-1 in full, late discount 2.00
| Reference            ________________________
| Method               transfer____
| Date                 2026-11-22_  Sun
|
|       Document       Due        Days       Open Discount       Pays       Left
|   [ ] P-1001                              -5.00                          -5.00
|   [x] LATE-1         2026-12-01          100.00     2.00      98.00       0.00
|   [ ] LATE-2         2026-12-02          100.00                         100.00
|   [ ] LATE-3         2026-12-03          100.00                         100.00
|   [ ] NEW-4          2026-12-20          100.00     2.00                100.00
|
|
|
|
|
|
| LATE-1: discount 2.00 is unearned, it was until 2026-11-11; F11 takes it back
|       by document number                         payment 98.00 EUR   left 0.00
|
| Enter Next  F4 List  Space Mark  F6 Propose  F3 Why  F9 Same  F10 Post  F1 Help
F11 F11 F10
dump posted
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Payment                                                    1 posted  98.00 EUR
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
| Posted: LATE-1 Acme Holdings Ltd 98.00 transfer, P-1002; discount 2.00 on
| LATE-1 is unearned
| Enter Next  F4 List  Space Mark  F6 Propose  F3 Why  F9 Same  F10 Post  F1 Help
Esc : "inv LATE-1" Enter End
dump paper
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| invoice LATE-1                                               ACME   100.00 EUR
| Due                2026-12-01
| Discount           2 %, 2.00 EUR, when paid until 2026-11-11
| Payment reference  RF84 LATE 1
| ------------------------------------------------------------------------------
| Applied
| Document  Kind     Part  Date        Amount  Discount  Write-off
| --------  -------  ----  ----------  ------  --------  ---------
| P-1002    payment     1  2026-11-22   98.00      2.00          .
| Open  0.00 EUR
| General ledger
| Account  Name                  Debit  Credit  In base
| -------  -------------------  ------  ------  -------
| 1100     Accounts receivable  100.00           100.00
| 4000     Sales                        100.00  -100.00
| Journal
| Entry     6
| Recorded  2026-11-22T12:00:00.000000Z
| By        anna
| Command   invoice issue --customer ACME --amount 100 --number LATE-1 --date
|           2026-11-01
| 14-33 of 33
| Enter Related  / Search  P Print  x Save  ? Help
Esc : "pay" Enter
"ACME" Enter "196" Enter Tab Tab Tab Down Space Down Space
dump both
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Payment                                                               0 posted
| Customer or invoice  ACME__________  Acme Holdings Ltd  open 300.00
| Amount               ________196.00  = 2 papers, 4.00 short: F11 lets it go
| Reference            ________________________
| Method               transfer____
| Date                 2026-11-22_  Sun
|
|       Document       Due        Days       Open Discount       Pays       Left
|   [ ] P-1001                              -5.00                          -5.00
|   [x] LATE-2         2026-12-02          100.00              100.00       0.00
| ▶ [x] LATE-3         2026-12-03          100.00          _____96.00       4.00
|   [ ] NEW-4          2026-12-20          100.00     2.00                100.00
|
|
|
|
|
|
|
| LATE-3: discount 2.00 was until 2026-11-13; F11 gives it as unearned
|       by hand                                   payment 196.00 EUR   left 0.00
|
| Enter Next  F4 List  Space Mark  F6 Propose  F3 Why  F9 Same  F10 Post  F1 Help
F11
dump together
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Payment                                                               0 posted
| Customer or invoice  ACME__________  Acme Holdings Ltd  open 300.00
| Amount               ________196.00  = 2 papers in full, late discount 4.00
| Reference            ________________________
| Method               transfer____
| Date                 2026-11-22_  Sun
|
|       Document       Due        Days       Open Discount       Pays       Left
|   [ ] P-1001                              -5.00                          -5.00
|   [x] LATE-2         2026-12-02          100.00     2.00      98.00       0.00
| ▶ [x] LATE-3         2026-12-03          100.00     2.00 _____98.00       0.00
|   [ ] NEW-4          2026-12-20          100.00     2.00                100.00
|
|
|
|
|
|
|
| LATE-3: discount 2.00 is unearned, it was until 2026-11-13; F11 takes it back
|       by hand                                   payment 196.00 EUR   left 0.00
|
| Enter Next  F4 List  Space Mark  F6 Propose  F3 Why  F9 Same  F10 Post  F1 Help
F10
"ACME" Enter "37" Enter F6 "REF 9" Tab
dump kept
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Payment                                                   1 posted  196.00 EUR
| Customer or invoice  ACME__________  Acme Holdings Ltd  open 100.00
| Amount               _________37.00  = NEW-4 in part
| Reference            REF 9___________________
| Method               transfer____  Space changes
| Date                 2026-11-22_  Sun
|
|       Document       Due        Days       Open Discount       Pays       Left
|   [ ] P-1001                              -5.00                          -5.00
|   [x] NEW-4          2026-12-20          100.00               37.00      63.00
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
|       oldest due first                           payment 37.00 EUR   left 0.00
|
| Enter Next  F4 List  Space Mark  F6 Propose  F3 Why  F9 Same  F10 Post  F1 Help
BackTab Ctrl-U "100123" Tab "c" "h" "e" Tab Ctrl-U
dump cheque
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Payment                                                   1 posted  196.00 EUR
| Customer or invoice  ACME__________  Acme Holdings Ltd  open 100.00
| Amount               _________37.00  = NEW-4 in part
| Reference            100123__________________  ! seen before: look below
| Method               cheque______
| Date                 ___________  today, when it is empty
|
|       Document       Due        Days       Open Discount       Pays       Left
|   [ ] P-1001                              -5.00                          -5.00
|   [x] NEW-4          2026-12-20          100.00               37.00      63.00
|
|
|
|
|
|
|
|
|
| P-1001 of 2026-11-20 over 5.00 is a cheque of the same number
|       oldest due first                           payment 37.00 EUR   left 0.00
|
| Enter Next  F4 List  Space Mark  F6 Propose  F3 Why  F9 Same  F10 Post  F1 Help
