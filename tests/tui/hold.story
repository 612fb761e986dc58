# A hold stops an order, and lets a receipt and a delivered invoice pass.
$ book new --company "Northwind Lights" --currency USD --sandbox
$ customer add --code ACME --name "Acme Holdings Ltd" --limit 1000 --insured 200
$ customer add --code HAIER --name "海尔集团公司有限责任公司北京分公司国际贸易部"
$ invoice issue --customer ACME --date 2026-09-20 --amount 1100
$ book set --name credit.limit --value hold
$ hold set HAIER --reason "asks for a moratorium" --until 2026-12-31
$ credit-application add HAIER --limit 5000 --references "Bank of Harbour"
@ 80x24
: "go holds" Enter
dump holds
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Holds
|   Customer  Kind  Since       Until       By    Why                    State
|--------------------------------------------------------------------------------
| ▶!HAIER     hand  2026-11-22  2026-12-31  anna  asks for a moratorium  stops
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
| Enter Look  p Pay  i Invoice  o Open/all  X Take back  Y Approve  + New  ? Help
: "invoice issue --customer HAIER --amount 50" Enter
dump stopped
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Holds
|   Customer  Kind  Since       Until       By    Why                    State
|--------------------------------------------------------------------------------
| ▶!HAIER     hand  2026-11-22  2026-12-31  anna  asks for a moratorium  stops
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
| HAIER is on hold: by hand: asks for a moratorium; bill what is delivered
| already with --delivered, or let it pass with `hold release` or `hold
| override`
| Enter Look  p Pay  i Invoice  o Open/all  X Take back  Y Approve  + New  ? Help
: "invoice issue --customer HAIER --amount 50 --delivered" Enter
dump delivered
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Holds
|   Customer  Kind  Since       Until       By    Why                    State
|--------------------------------------------------------------------------------
| ▶!HAIER     hand  2026-11-22  2026-12-31  anna  asks for a moratorium  stops
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
| INV-1002 of HAIER: 50.00 USD, due 2026-12-22; HAIER is on hold: by hand: asks
| for a moratorium
| Enter Look  p Pay  i Invoice  o Open/all  X Take back  Y Approve  + New  ? Help
: "payment receive --customer HAIER --amount 20" Enter
dump receipt
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Holds
|   Customer  Kind  Since       Until       By    Why                    State
|--------------------------------------------------------------------------------
| ▶!HAIER     hand  2026-11-22  2026-12-31  anna  asks for a moratorium  stops
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
| P-1001: 20.00 USD from HAIER; 20.00 USD left unapplied
| Enter Look  p Pay  i Invoice  o Open/all  X Take back  Y Approve  + New  ? Help
: "invoice issue --customer ACME --amount 200 --delivered" Enter
: "go holds" Enter
dump both
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Holds
|   Customer  Kind     Since       Until       Why                         State
|--------------------------------------------------------------------------------
| ▶!ACME      invoice  2026-11-22              over the limit: 1300.00 U…  stops
|  !HAIER     hand     2026-11-22  2026-12-31  asks for a moratorium       stops
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
| Enter Look  p Pay  i Invoice  o Open/all  X Take back  Y Approve  + New  ? Help
X
dump release
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| hold release                                        end the hold on a customer
| Customer  ACME______________  Acme Holdings Ltd
| Reason    ____________________________________
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
Esc Esc
: "go applications" Enter
dump applications
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Applications for credit
|   No.  Customer  Date        Cur  Asked for  State  To look at
|--------------------------------------------------------------------------------
| ▶*  1  HAIER     2026-11-22  USD   5,000.00  waits  IDENTITY REGISTER REFEREN…
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
| Enter Look  p Pay  i Invoice  o Open/all  E Record  Y Approve  + New  ? Help
: "go customer ACME" Enter
dump card
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Acme Holdings Ltd   ACME                                  balance 1,300.00 USD
|                                                         12 months          ▇▇█
| ! on hold: over the limit: 1300.00 USD of 1200.00 USD   ! overdue 1,100.00, o…
| [Open] Activity Applied Disputes Contacts Promises People Dunned Repeats Sent
|   Document Kind    Issued     Due        Cur   Amount     Open Days Status
|--------------------------------------------------------------------------------
| ▶!INV-1001 invoice 2026-09-20 2026-10-20 USD 1,100.00 1,100.00   33 overdue
|   INV-1003 invoice 2026-11-22 2026-12-22 USD   200.00   200.00  -30 open
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
|            Total                             1,300.00 1,300.00
| never paid yet
| Enter Look  Tab Next part  p Pay  i Invoice  d Dispute  e Change  a Do  ? Help
