# A report is set, kept under a name, shown again by it, and its line for cron made.
$ book new --company "Northwind Lights" --currency USD --sandbox
$ customer add --code ACME --name "Acme Holdings" --collector anna
$ invoice issue --customer ACME --date 2026-09-20 --due 2026-10-20 --amount 100.00
@ 80x24
7 Enter "month-end -1" Enter
dump form
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| report aging                              who owes what, by age, as of any day
| As of        month-end -1____  Sat 2026-10-31
| Known on     ________________
| By date      posted___
| Basis        due____
| Buckets      0,30,60,90__________________________
| Credits      own___
| By           customer___
| Detail       no_
| More         no_
| Promises     ____
| Customer     __________________
| Collector    __________________
| Currency     _____
| Salesperson  __________________
| Terms        __________________
| Class        __________________
| Country      __________________
|                                                                         ▼ more
|
| only what was recorded by the end of this day
|
| Enter Next  F10 Accept  Esc Leave  F1 Help
F10
dump report
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| report aging --as-of 'month-end -1' as of 2026-10-31, by due date, posted, USD
|   Customer Name          Current   1-30 31-60 61-90 Over 90 Unapplied  Total
|--------------------------------------------------------------------------------
| ▶!ACME     Acme Holdings       . 100.00     .     .       .         . 100.00
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
|            Total               . 100.00     .     .       .         . 100.00
| Sub-ledger 100.00 = control account on 2026-10-31, difference 0.00
| Enter Look  p Pay  i Invoice  a Do  / Search  v Keep  Ctrl-W When  ? Help
v "+me" Enter "monthly" Enter
dump kept
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| report aging --as-of 'month-end -1' as of 2026-10-31, by due date, posted, USD
|   Customer Name          Current   1-30 31-60 61-90 Over 90 Unapplied  Total
|--------------------------------------------------------------------------------
| ▶!ACME     Acme Holdings       . 100.00     .     .       .         . 100.00
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
|            Total               . 100.00     .     .       .         . 100.00
| monthly is saved for you alone: report aging --as-of 'month-end -1'
| Enter Look  p Pay  i Invoice  a Do  / Search  v Keep  Ctrl-W When  ? Help
Esc Esc End
dump reports
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Reports Enter asks what it needs, then shows it; v there keeps it as it is set
|   Report               What it tells
|--------------------------------------------------------------------------------
|   debtors              who owes most, with the share of all that is owed
|   changes              what each customer owed a month end before, and now
|   pack                 the collection report as a folder: a PDF, CSV tables
|   signs                signs that money was taken, by who posts it
|   team                 what each user did on each day: items, amounts, minutes
|   exceptions           everything that should not stay as it is, in one list
|   dso                  how long money is out, month by month
|   trend                what is open by age, month end after month end
|   metrics              the figures of collection, each with its formula
|   collected            per month what was billed, and what became of it
|   tax                  output tax by code and period, tied to the tax accounts
|   bad-debt-tax         tax on what stayed unpaid, to be asked back or was
|   limitation           what lapses soon, by the customer's law
|   dormant              credits and unidentified money nobody asks for
|   write-offs           what was written off in a period, and came back
|   insolvency           an insolvent customer: items before and since
|   cash-tax             the tax in what was paid in a period, by code
| ▶ monthly              mine: report aging --as-of 'month-end -1'
| 42 of 42
| Enter Look  Del Remove  Ctrl-W When  @ Mail  / Search  < > s Sort  ? Help
Enter
dump again
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Aging as of 2026-10-31                   by due date, posted, USD, whole units
|   Name          Cur Current 1-30 31-60 61-90 Over 90 Unapplied Total
|--------------------------------------------------------------------------------
| ▶!Acme Holdings USD       .  100     .     .       .         .   100  █
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
|   Total                   .  100     .     .       .         .   100
| Sub-ledger 100.00 = control account on 2026-10-31, difference 0.00
| [ ] Month  { } Year  Enter Look  < > s Sort  f Filter  p Pay  g Group  ? Help
C-w "mon 07:00" Enter
dump when
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| report schedule           the line by which cron runs a report again and again
| Report  report aging --as-of 'month-end -1'_
| At      mon 07:00___________________________
| Folder  ____________________________________
| Mail    ____________________________________
| As      ____
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
| where the files go, one a day; else cron mails the text
|
| Enter Next  F10 Accept  Esc Leave  F1 Help
Esc Esc
Home Del
dump stays
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Reports Enter asks what it needs, then shows it; v there keeps it as it is set
|   Report               What it tells
|--------------------------------------------------------------------------------
| ▶ aging                who owes what, by age, as of any day
|   open-items           every item that was open on a day
|   collection           whom to call: overdue customers, per collector
|   worklist             whom to call first today, and why
|   promises             which promises customers kept, by count and amount
|   credit               limits, exposure, what is available, rules broken
|   statement            what a customer owes, as it is sent to them
|   activity             all that happened with a customer in a period
|   customer             a customer's card: balance, items, disputes, people
|   cash                 the payments of a period, by day and method
|   day-end              a day on one sheet: money, papers, the ledger tied
|   deposits             the deposits of a period, and what the bank got
|   unapplied            money and credits that are paid against nothing yet
|   disputes             open cases, by reason, owner, cause, age; how long
|   causes               what went wrong, by month: disputes, returns, delay
|   charges              charged for late payment, and what accrued since
|   journal              what was recorded in a period, entry by entry
|   duties               what one person did alone that two should do
| Only what was saved is forgotten; a report stays.
| Enter Look  Del Remove  Ctrl-W When  @ Mail  / Search  < > s Sort  ? Help
End Del
dump gone
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Reports Enter asks what it needs, then shows it; v there keeps it as it is set
|   Report               What it tells
|--------------------------------------------------------------------------------
|   allowance            what is not expected to come, bucket by bucket
|   debtors              who owes most, with the share of all that is owed
|   changes              what each customer owed a month end before, and now
|   pack                 the collection report as a folder: a PDF, CSV tables
|   signs                signs that money was taken, by who posts it
|   team                 what each user did on each day: items, amounts, minutes
|   exceptions           everything that should not stay as it is, in one list
|   dso                  how long money is out, month by month
|   trend                what is open by age, month end after month end
|   metrics              the figures of collection, each with its formula
|   collected            per month what was billed, and what became of it
|   tax                  output tax by code and period, tied to the tax accounts
|   bad-debt-tax         tax on what stayed unpaid, to be asked back or was
|   limitation           what lapses soon, by the customer's law
|   dormant              credits and unidentified money nobody asks for
|   write-offs           what was written off in a period, and came back
|   insolvency           an insolvent customer: items before and since
| ▶ cash-tax             the tax in what was paid in a period, by code
| monthly is no saved list any more
| Enter Look  Del Remove  Ctrl-W When  @ Mail  / Search  < > s Sort  ? Help
