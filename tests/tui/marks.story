# What is marked is what a key acts on: dunning, saving, a deposit. What takes one row says so.
$ book new --company "Northwind Lights" --currency USD --sandbox
$ customer add --code ACME --name "Acme Holdings Ltd"
$ customer add --code BOLT --name "Bolt GmbH"
$ customer add --code COBALT --name "Cobalt & Sons"
$ invoice issue --customer ACME --date 2026-09-01 --amount 900
$ invoice issue --customer BOLT --date 2026-09-02 --amount 800
$ invoice issue --customer COBALT --date 2026-09-03 --amount 700
$ payment receive --customer ACME --amount 20 --date 2026-11-20 --method cash
$ payment receive --customer BOLT --amount 30 --date 2026-11-20 --method cheque
@ 80x24
2 Space Down Space
D
dump dunned
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Dunning ACME; COBALT                                       2 of 2 to be dunned
|   Customer Document Days Lv   To pay Why
|--------------------------------------------------------------------------------
| ▶ ACME     INV-1001   52  1   880.00 52 days past due; 20.00 covered by credi…
|   COBALT   INV-1003   50  1   700.00 50 days past due
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
|   Total                     1,580.00
| 2 letters to 2 customers; 0 of 2 items left alone
| Enter Letter  W Why  Space Leave out  p Pay  F10 Run  z Block  ? Help
Esc c
dump one
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| contact log                    note a call, letter, visit, enquiry or the like
| Customer    COBALT____________  Cobalt & Sons
| Text        ____________________________________
| With        ____________________________________
| Next        ____________
| Action      ____________________________________
| Next owner  __________________
| Kind        call______
| Document    __________________
| In          no_
| Date        ____________
| Planned     no_
| Owner       __________________
|
|
|
|
|
|
|
| what was said
| Of the row under the cursor alone, not of the 2 marked.
| Enter Next  F10 Accept  Esc Leave  F1 Help
Esc x "few.csv" Enter
dump saved
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Customers            balances of today in the account's currency, not totalled
|   Code   Name              Cur Balance Overdue Oldest Limit Terms Collector
|--------------------------------------------------------------------------------
|+ !ACME   Acme Holdings Ltd USD  880.00  900.00     52       NET30
|  !BOLT   Bolt GmbH         USD  770.00  800.00     51       NET30
|+▶!COBALT Cobalt & Sons     USD  700.00  700.00     50       NET30
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
| Saved as few.csv: the 2 marked rows.
| Enter Look  p Pay  i Invoice  + New  e Change  D Dun  a Do  / Search  ? Help
= few.csv
|code,name,currency,balance,overdue,oldest_days,limit,terms,collector
|ACME,Acme Holdings Ltd,USD,880.00,900.00,52,,NET30,
|COBALT,Cobalt & Sons,USD,700.00,700.00,50,,NET30,
: "go undeposited" Enter Space +
dump deposit
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| deposit make                    take receipts that wait to the bank in one sum
| Bank       __________________  F4 lists
| Date       ____________
|
|   Payment
|   P-1001
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
|                                                                Note     Count
|                                                                         ▼ more
|
| the bank's account; of the settings, else
|
| Enter Next  F4 List  F10 Accept  Esc Leave  F1 Help
F10
dump made
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Receipts not deposited                                        as of 2026-11-22
|   Number  Customer  Payer      Date        Days  Method  Account  Cur  Amount
|--------------------------------------------------------------------------------
| ▶ P-1002  BOLT      Bolt GmbH  2026-11-20     2  cheque  1210     USD   30.00
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
|                     Total                                               30.00
| DEP-1001: 20.00 USD to 1200 Bank, 1 receipt
| Enter Look  p Pay  i Invoice  + New  a Do  / Search  < > s Sort  ? Help
: "go undeposited" Enter
dump left
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Receipts not deposited                                        as of 2026-11-22
|   Number  Customer  Payer      Date        Days  Method  Account  Cur  Amount
|--------------------------------------------------------------------------------
| ▶ P-1002  BOLT      Bolt GmbH  2026-11-20     2  cheque  1210     USD   30.00
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
|                     Total                                               30.00
| 1210 Undeposited funds: 30.00 USD = receipts that wait 30.00
| Enter Look  p Pay  i Invoice  + New  a Do  / Search  < > s Sort  ? Help
