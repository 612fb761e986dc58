# A form whose command refuses: the cursor is at the field that is meant, and the words name fields.
$ book new --company "Northwind Lights" --currency USD --sandbox
$ customer add --code ACME --name "Acme Holdings Ltd"
$ invoice issue --customer ACME --date 2026-09-01 --amount 900
$ payment receive --customer ACME --amount 100 --apply INV-1001 --date 2026-11-20 --method cash
@ 80x24
: "promise take --customer ACME ..." Enter "2026-11-01" Tab "5" F10
dump promise
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| promise take                    note what a customer promises to pay, and when
| Customer  ACME______________  Acme Holdings Ltd
| Date      2026-11-01__  ! a promise is for a day to come, not before the day …
| Amount    _______________5
|
|   Invoice
|   ___________________________________________________________________________
|
|
|
|
|
|
|
|
| By        ____________________________________
| Contact   ________
| Text      ____________________________________
| Taken     ____________
|
| when the money comes
| a promise is for a day to come, not before the day it is taken
| Enter Next  F10 Accept  Esc Leave  F1 Help
Esc : "payment reverse --payment P-1001 --reason keying ..." Enter "2026-11-01" Tab "4711" F10
dump reverse
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| payment reverse
| Payment      P-1001____________  payment of ACME over 100.00 USD
| Reason       keying_________
| Date         2026-11-01__  ! the application is dated 2026-11-20; it cannot b…
| Code         4711______________
| Fee          ________________
| Debit memos  no_
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
| the bank's day of return; of other reasons today when not said
| the application is dated 2026-11-20; it cannot be taken back before that
| Enter Next  F10 Accept  Esc Leave  F1 Help
Esc : "deposit make" Enter
dump deposit
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| deposit make                    take receipts that wait to the bank in one sum
| Bank       __________________
| Date       ____________
|
|   Payment
| ▶ ___________________________________________________________________________
|
|
| All        no_
| Method     ____________
| Currency   _____
| Fee        ________________
| Short      ________________
| Over       ________________
| Reference  ____________________________________
| Text       ____________________________________
|
|                                                                         ▼ more
|
| which
| Payments is missing: which receipts? All takes all that wait, as `deposit
| pending` lists them
| Enter Next  F4 List  F10 Accept  Esc Leave  F1 Help
Esc : "period close" Enter Tab F4
dump words
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| period close                 close a month: nothing is posted into it any more
| Soft  ________________________________________________________________________
|--------------------------------------------------------------------------------
| ▶ no
|   yes
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
| Enter Choose  letters Narrow  PgDn More  Esc Back
Down Enter
dump chosen
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| period close                 close a month: nothing is posted into it any more
| Month   __________________
| Soft    yes
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
| what there is to say about it
|
| Enter Next  F10 Accept  Esc Leave  F1 Help
# The keys come through standard input: no import reads them, and the hint does not offer it.
Esc : "import invoices" Enter
dump offered
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| import invoices             bring in invoices and credit memos from a CSV file
| File          ____________________________________
| Map           ____________________________________
| Profile       __________________
| Save profile  __________________
| Default       ____________________________________
| Where         ____________________________________
| Dates         ___
| Decimal       ____________________________________
| Encoding      ____________________________________
| Currency      _____
| Again         ____________________________________
| Suffix        ____________________________________
| Opening       ____________
| Control       ________________
|
|
|
|
|
| the file, plain or gzip
|
| Enter Next  F10 Accept  Esc Leave  F1 Help
"-" F10
dump standard
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| import invoices             bring in invoices and credit memos from a CSV file
| File          -___________________________________  ! - is for the shell; her…
| Map           ____________________________________
| Profile       __________________
| Save profile  __________________
| Default       ____________________________________
| Where         ____________________________________
| Dates         ___
| Decimal       ____________________________________
| Encoding      ____________________________________
| Currency      _____
| Again         ____________________________________
| Suffix        ____________________________________
| Opening       ____________
| Control       ________________
|
|
|
|
| the file, plain or gzip
| File: - is for the shell; here the keys and the picture have the terminal:
| name a file
| Enter Next  F10 Accept  Esc Leave  F1 Help
Esc : "import customers -" Enter
dump typed
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Start                                                               all in USD
|--------------------------------------------------------------------------------
| Owed to us                800.00    gross 800.00 less unapplied 0.00
| Overdue     !             800.00    100.0 % of gross   due this week 0.00
| Disputed                    0.00    0 cases
|
| Current                                                      0.00     0.0 %
| 1-30                                                         0.00     0.0 %
| 31-60     ████████████████████████████████████             800.00   100.0 %
| 61-90                                                        0.00     0.0 %
| Over 90                                                      0.00     0.0 %
|
| Today
| ▶ ! 1 customer to call                                       800.00
|
|
|
|
|
|
| --file: - is for the shell; here the keys and the picture have the terminal:
| name a file
| 1 Pay  2 Customers  3 Invoices  4 Aging  5 Worklist  6 Bank  7 Reports  ? Help
# Of a grid its heads are named.
: "plan make --customer ACME ..." Enter F10
dump plan
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| plan make                     let a customer pay invoices in dated instalments
| Customer  ACME______________  Acme Holdings Ltd
| Months    ________  ! say Months and First, for equal parts, or else Due and …
| First     ____________
|
|   Due                                                                  Amount
|   _______________________________________________________________  __________
|
|
|
|   Invoice
|   ___________________________________________________________________________
|
|
| By        ____________________________________
| Contact   ________
| Text      ____________________________________
| Taken     ____________
|
|
| in so many equal parts, one a month
| say Months and First, for equal parts, or else Due and Amount
| Enter Next  F10 Accept  Esc Leave  F1 Help
# A file that would open accounts says which, and nothing is opened on a no.
$ period list >/dev/null; printf 'Number,Customer,Date,Amount\nI-9,NOBODY,2026-11-01,12.00\n' >new.csv
Esc : "import invoices" Enter "new.csv" F10 "y"
dump opens
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| import invoices             bring in invoices and credit memos from a CSV file
| File          new.csv_____________________________
| Map           ____________________________________
| Profile       __________________
| Save profile  __________________
| Default       ____________________________________
| Where         ____________________________________
|--------------------------------------------------------------------------------
|    Please confirm
|    new.csv opens 1 new account, NOBODY. Import it all the same?
|
|
|    y yes   n no (Enter, Esc)
|--------------------------------------------------------------------------------
| Control       ________________
|
|
|
|
|
| the file, plain or gzip
|
|
"n"
dump left
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| import invoices             bring in invoices and credit memos from a CSV file
| File          new.csv_____________________________
| Map           ____________________________________
| Profile       __________________
| Save profile  __________________
| Default       ____________________________________
| Where         ____________________________________
| Dates         ___
| Decimal       ____________________________________
| Encoding      ____________________________________
| Currency      _____
| Again         ____________________________________
| Suffix        ____________________________________
| Opening       ____________
| Control       ________________
|
|
|
|
|
| the file, plain or gzip
| not confirmed; nothing was imported
| Enter Next  F10 Accept  Esc Leave  F1 Help
