# A cheque that bounced paid nothing; on the card the verbs of the paper and of its customer are offered.
$ book new --company "Northwind Lights" --currency USD --sandbox
$ customer add --code ACME --name "Acme Holdings Ltd"
$ invoice issue --customer ACME --number A1 --amount 1100 --date 2026-09-20
$ payment receive --customer ACME --amount 100 --date 2026-10-20 --apply A1
$ payment receive --customer ACME --amount 300 --date 2026-11-05 --method cheque --apply A1
$ payment reverse --payment P-1002 --reason nsf --date 2026-11-12
@ 80x24
: "go customer ACME" Enter
dump card
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Acme Holdings Ltd   ACME                                  balance 1,000.00 USD
|                                                         12 months          █▇▇
| ! overdue 1,000.00, oldest 33 days   NET30   no limit
| [Open] Activity Applied Disputes Contacts Promises People Dunned Repeats Sent
|   Document Kind    Issued     Due        Cur   Amount     Open Days Status
|--------------------------------------------------------------------------------
| ▶!A1       invoice 2026-09-20 2026-10-20 USD 1,100.00 1,000.00   33 overdue
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
|            Total                             1,100.00 1,000.00
| last paid 2026-10-20
| Enter Look  Tab Next part  p Pay  i Invoice  d Dispute  e Change  a Do  ? Help
a "insol"
dump verbs
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Acme Holdings Ltd   ACME                                  balance 1,000.00 USD
| Do:  insol____________________________________________________________________
|--------------------------------------------------------------------------------
| ▶ insolvency claim          note a claim that was filed; one that is filed a…
|   insolvency dividend       note that a payment is a dividend out of an inso…
|   customer insolvent        note that a customer is insolvent
|   customer discharge        note that a customer's insolvency is over
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
| note a claim that was filed; one that is filed again replaces it
| last paid 2026-10-20
| Enter Choose  letters Narrow  PgDn More  Esc Back
