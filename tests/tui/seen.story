# What was done one screen deeper stands in the list at once when one comes back to it.
$ book new --company "Northwind Lights" --currency USD --sandbox
$ customer add --code ACME --name "Acme Holdings Ltd"
$ invoice issue --customer ACME --date 2026-09-20 --amount 4310
@ 80x24
3
Enter
: "payment receive --customer ACME --amount 1000 --apply INV-1001" Enter
dump document
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| invoice INV-1001                                           ACME   4,310.00 USD
| Invoice INV-1001
|
| Northwind Lights
| Acme Holdings Ltd
| Customer  ACME
| Date      2026-09-20
| Terms     30 days net
|
| Text  Quantity  Price  Tax       Net
| ----  --------  -----  ---  --------
|                             4,310.00
|
| Total              4,310.00 USD
| Due                2026-10-20
| Payment reference  RF06 INV1 001
| ------------------------------------------------------------------------------
| Applied
| Document  Kind     Part  Date          Amount  Discount  Write-off
| --------  -------  ----  ----------  --------  --------  ---------
| P-1001    payment     1  2026-11-22  1,000.00         .          .
| P-1001: 1000.00 USD from ACME; INV-1001 1000.00
| Enter Related  p Pay  d Dispute  / Search  P Print  x Save  ? Help
Esc
dump list
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Invoices                                        what is open, the newest first
|   Number    Customer  Date        Due         Cur     Total      Open  Status
|--------------------------------------------------------------------------------
| ▶!INV-1001  ACME      2026-09-20  2026-10-20  USD  4,310.00  3,310.00  overdue
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
|   Total                                            4,310.00  3,310.00
| 1 of 1
| Enter Look  p Pay  i Invoice  o Open/all  + New  a Do  / Search  ? Help
