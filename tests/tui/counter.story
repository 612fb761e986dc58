# Letters that ask for a balance and what customers say that they owed, from the screen.
$ book new --company "Northwind Lights" --currency USD --sandbox
$ customer add --code ACME --name "Acme Holdings Ltd"
$ customer add --code HAIER --name "海尔集团公司有限责任公司北京分公司国际贸易部"
$ invoice issue --customer ACME --date 2026-09-20 --amount 4310
$ invoice issue --customer HAIER --date 2026-10-02 --amount 1204.50
$ confirmation send ACME --as-of 2026-10-31
$ confirmation send HAIER --as-of 2026-10-31
$ confirmation answer CF-1001 --amount 4300 --by "Ms Roe"
$ balance assert HAIER --date 2026-10-31 --amount 1204.50 --by "王伟"
$ balance assert ACME --date 2026-10-31 --amount 99
@ 80x24
: "go confirmations" Enter
dump letters
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Confirmations
|   Letter  Customer As of      Cur  Balance   Theirs Difference Status
|--------------------------------------------------------------------------------
| ▶!CF-1001 ACME     2026-10-31 USD 4,310.00 4,300.00     -10.00 different
|   CF-1002 HAIER    2026-10-31 USD 1,204.50                     sent
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
| 1 of 2
| Enter Look  p Pay  i Invoice  E Record  + New  a Do  / Search  ? Help
E Down
dump answer
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| confirmation answer
| Confirmation  CF-1001_____________________________
| Amount        ________________
| Date          ____________
| By            ____________________________________
| Text          ____________________________________
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
| when it came; by default today
|
| Enter Next  F10 Accept  Esc Leave  F1 Help
Esc
: "conf ACME" Enter
dump of one customer
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Confirmations ACME                                           Acme Holdings Ltd
|   Letter  Customer As of      Cur  Balance   Theirs Difference Status
|--------------------------------------------------------------------------------
| ▶!CF-1001 ACME     2026-10-31 USD 4,310.00 4,300.00     -10.00 different
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
| Enter Look  p Pay  i Invoice  E Record  + New  a Do  / Search  ? Help
: "bal" Enter
dump balances
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Asserted balances
|   No Customer Date       Cur They say   We say Difference Status  Letter By
|--------------------------------------------------------------------------------
| ▶  1 HAIER    2026-10-31 USD 1,204.50 1,204.50          . holds          王伟
|  ! 2 ACME     2026-10-31 USD    99.00 4,310.00  -4,211.00 differs
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
| 1 of 2
| Enter Look  p Pay  i Invoice  X Take back  + New  a Do  / Search  ? Help
X
dump withdraw
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| balance withdraw                  stop checking a balance that a customer gave
| Balance  1_______
| Reason   ____________________________________
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
| why
|
| Enter Next  F10 Accept  Esc Leave  F1 Help
Esc
# from the customer's card it is found among what can be done
Esc Esc Esc Esc : "acme" Enter a "reconc"
dump from-the-card
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Acme Holdings Ltd   ACME                                  balance 4,310.00 USD
| Do:  reconc___________________________________________________________________
|--------------------------------------------------------------------------------
| ▶ customer reconcile        compare our open items with the customer's own s…
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
| compare our open items with the customer's own statement, and write the letter
| never paid yet
| Enter Choose  letters Narrow  PgDn More  Esc Back
Enter
dump form
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| customer reconcile
| Customer  ACME______________  Acme Holdings Ltd
| File      ____________________________________
| As of     ________________
| Currency  _____
| Map       ____________________________________
| Dates     ymd
| Decimal   _
| Encoding  ____________________________________
| Turn      no_
| Search    ____________________________________
| Where     ____________________________________
| Sort      ____________________________________
| Limit     ________
| View      __________________
|
|
|
|
|
| CSV with number and amount, and currency and date if it has them
|
| Enter Next  F10 Accept  Esc Leave  F1 Help
