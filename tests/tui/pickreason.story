# The reasons of disputes by F4, with what they mean.
$ book new --company "Northwind Lights" --currency USD --sandbox
$ customer add --code ACME --name "Acme Holdings Ltd"
$ invoice issue --customer ACME --date 2026-09-20 --amount 4310
$ dispute open INV-1001 --amount 310 --reason PRICE --date 2026-10-01
@ 80x24
: "dispute open --invoice INV-1001 ..." Enter
F4
dump reasons
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| dispute open                         note that a customer questions an invoice
| Reasons of disputes  _________________________________________________________
|--------------------------------------------------------------------------------
| ▶ PRICE    price is not as agreed
|   QTY      quantity is not as ordered
|   SHORT    less was delivered than billed
|   DAMAGE   goods came damaged
|   FREIGHT  freight or packing
|   DUP      billed twice
|   RETURN   goods were sent back
|   NOPO     purchase order is missing or wrong
|   NOPOD    no proof of delivery
|   TERMS    payment terms or discount
|   TAX      tax
|   PROMO    promotion or rebate
|   SVC      service was not as agreed
|   UNAUTH   not authorised, card chargeback
|   OTHER    something else
|
|
|
|
| Enter Choose  letters Narrow  PgDn More  Esc Back
Down Down Enter
dump chosen
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| dispute open                         note that a customer questions an invoice
| Invoice     INV-1001__________  invoice of ACME over 4,310.00 USD
| Reason      SHORT_____________  less was delivered than billed
| Amount      ________________
| Text        ____________________________________
| Owner       __________________
| Due         ____________
| Instalment  ________
| Date        ____________
| Contact     ________
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
| what is questioned; by default all that is open
|
| Enter Next  F10 Accept  Esc Leave  F1 Help
