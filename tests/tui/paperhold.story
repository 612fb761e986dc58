# The form of an invoice says that orders are stopped before it is posted.
$ book new --company "Northwind Lights" --currency USD --sandbox
$ customer add --code ACME --name "Acme Holdings Ltd" --limit 500
$ customer add --code BOR --name "Borealis"
$ hold set --customer BOR --reason "three invoices are unpaid"
$ book set --name credit.limit --value warn
@ 80x24
: "invoice issue --customer BOR ..." Enter
dump stopped
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| invoice issue                                                  bill a customer
| Customer     BOR_______________  Borealis
| Date         ____________  Sun 2026-11-22
| Due          ____________
| Terms        __________________
| Reference    ____________________________________
| PO           ____________________________________
|
|   Text                       Quantity         Price  Tax                  Net
|   ________________________  _________  ____________  ________
|
|
|
| Discount     ____________________________________
| Instalments  ____________________________________
| ! On hold, only what is delivered is billed: by hand: three invoices are unpa…
|
|
|
|
| the customer's order number
|
| Enter Next  F4 List  F7 Preview  F10 Post  Esc Leave  F1 Help
Esc
: "invoice issue --customer ACME --line 'text=Lamps; qty=1; price=600' ..." Enter
Down
dump over
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| invoice issue                                                  bill a customer
| Customer     ACME______________  Acme Holdings Ltd
| Date         ____________  Sun 2026-11-22
| Due          ____________  Tue 2026-12-22
| Terms        __________________  net 30
| Reference    ____________________________________
| PO           ____________________________________
|
|   Text                       Quantity         Price  Tax                  Net
| ▶ Lamps___________________          1           600                    600.00
|
|
|
| Discount     ____________________________________
| Instalments  ____________________________________
| ! Mind: over the limit: 600.00 USD of 500.00 USD.
| 600.00 due 2026-12-22                        Net                        600.00
|                                              Tax                          0.00
|                                              Total USD                  600.00
|
| what was sold
|
| Enter Next  F4 List  F7 Preview  F10 Post  Esc Leave  F1 Help
