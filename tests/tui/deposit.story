# What waits for the bank is deposited where it is listed; the deposit opens as its slip.
$ book new --company "Northwind Lights" --currency USD --sandbox
$ customer add --code ACME --name "Acme Holdings Ltd"
$ payment receive --customer ACME --amount 100 --method cash --date 2026-11-20
$ payment receive --customer ACME --amount 250 --method cheque --reference 4711 --date 2026-11-21
@ 80x24
: "go undeposited" Enter
dump waits
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Receipts not deposited                                        as of 2026-11-22
|   Number Customer Payer            Date       Days Method Reference Cur Amount
|--------------------------------------------------------------------------------
| ▶ P-1001 ACME     Acme Holdings L… 2026-11-20    2 cash             USD 100.00
|   P-1002 ACME     Acme Holdings L… 2026-11-21    1 cheque 4711      USD 250.00
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
|                   Total                                                 350.00
| 1210 Undeposited funds: 350.00 USD = receipts that wait 350.00
| Enter Look  p Pay  i Invoice  + New  a Do  / Search  < > s Sort  ? Help
+
dump form
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| deposit make                    take receipts that wait to the bank in one sum
| Bank       __________________  F4 lists
| Date       ____________
|
|   Payment
|   ___________________________________________________________________________
|
|
| All        yes
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
dump done
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Receipts not deposited                                        as of 2026-11-22
|   Number  Customer  Payer  Date  Days  Method  Reference  Account  Cur  Amount
|--------------------------------------------------------------------------------
|   No cash and no cheques wait.
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
| DEP-1001: 350.00 USD to 1200 Bank, 2 receipts
| Enter Look  + New  / Search  < > s Sort  f Filter  x Save  ? Help
: "go deposits" Enter
dump deposits
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Deposits
|   Number   Date       Bank Receipts Reference Cur  Gross  Total Status
|--------------------------------------------------------------------------------
| ▶ DEP-1001 2026-11-22 1200        2           USD 350.00 350.00 in transit
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
| Enter Look  + New  a Do  / Search  < > s Sort  f Filter  x Save  ? Help
a
dump acts
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Deposits
| Do:  _________________________________________________________________________
|--------------------------------------------------------------------------------
| ▶ deposit void  take a deposit back whole; its receipts wait again
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
| Enter Choose  letters Narrow  PgDn More  Esc Back
Esc
Enter
dump slip
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| deposit DEP-1001                                                    350.00 USD
| Deposit DEP-1001
|
| Northwind Lights
| Bank  1200 Bank
| Date  2026-11-22
|
| Cash
| Denomination  Count     Amount
| ------------  --------  --------------
| ____________  ________  ______________
| ____________  ________  ______________
| ____________  ________  ______________
| ____________  ________  ______________
| ____________  ________  ______________
| ____________  ________  ______________
| ____________  ________  ______________
| ____________  ________  ______________
| Cash  100.00 USD in 1 receipt
|
| Cheques
| 1-20 of 41
| Enter Related  / Search  P Print  x Save  ? Help
