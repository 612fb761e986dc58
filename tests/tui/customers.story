# From the list of customers down to the entry of the journal, and back with the place kept.
$ book new --company "Northwind Lights" --currency USD --sandbox
$ customer add --code ACME --name "Acme Holdings Ltd" --limit 50000 --phone "+1 617 555 0100" --address "12 Long Wharf, Boston" --collector anna
$ customer add --code BOREALIS --name "Borealis Gesellschaft für nordische Beleuchtungstechnik und Leuchtmittel mbH" --collector ben
$ customer add --code HAIER --name "海尔集团公司有限责任公司北京分公司国际贸易部" --limit 5000
$ customer add --code COBALT --name "Cobalt & Sons"
$ invoice issue --customer ACME --date 2026-09-20 --amount 4310
$ invoice issue --customer ACME --date 2026-10-02 --line "text=Lamps; qty=3; price=300"
$ invoice issue --customer BOREALIS --date 2026-06-02 --amount 1234567.89
$ invoice issue --customer BOREALIS --date 2026-11-20 --amount 18204
$ invoice issue --customer HAIER --date 2026-08-02 --line "text=Lamps; qty=3; price=3000.10"
$ invoice issue --customer COBALT --date 2026-10-25 --amount 120
$ credit issue --customer COBALT --date 2026-11-01 --amount 20 --reason damaged
$ payment receive --customer ACME --amount 5000 --date 2026-11-02 --apply INV-1001
$ payment receive --amount 77.5 --payer nobody --date 2026-11-18
$ dispute open --invoice INV-1002 --reason price
@ 80x24
2
dump list
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Customers            balances of today in the account's currency, not totalled
|   Code     Name                     Cur      Balance      Overdue Oldest Terms
|--------------------------------------------------------------------------------
| ▶!ACME     Acme Holdings Ltd        USD       210.00       900.00     21 NET30
|  !BOREALIS Borealis Gesellschaft f… USD 1,252,771.89 1,234,567.89    143 NET30
|   COBALT   Cobalt & Sons            USD       100.00            .        NET30
|  !HAIER    海尔集团公司有限责任公…  USD     9,000.30     9,000.30     82 NET30
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
| 1 of 4
| Enter Look  p Pay  i Invoice  + New  e Change  D Dun  a Do  / Search  ? Help
> s s
dump byname
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Customers            balances of today in the account's currency, not totalled
|   Code     Name▼                    Cur      Balance      Overdue Oldest Terms
|--------------------------------------------------------------------------------
| ▶!HAIER    海尔集团公司有限责任公…  USD     9,000.30     9,000.30     82 NET30
|   COBALT   Cobalt & Sons            USD       100.00            .        NET30
|  !BOREALIS Borealis Gesellschaft f… USD 1,252,771.89 1,234,567.89    143 NET30
|  !ACME     Acme Holdings Ltd        USD       210.00       900.00     21 NET30
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
| 1 of 4
| Enter Look  p Pay  i Invoice  + New  e Change  D Dun  a Do  / Search  ? Help
> > s s
dump byoverdue
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Customers                                     by balance, currency by currency
|   Code     Name                     Cur     Balance▲      Overdue Oldest Terms
|--------------------------------------------------------------------------------
|   COBALT   Cobalt & Sons            USD       100.00            .        NET30
|  !ACME     Acme Holdings Ltd        USD       210.00       900.00     21 NET30
| ▶!HAIER    海尔集团公司有限责任公…  USD     9,000.30     9,000.30     82 NET30
|  !BOREALIS Borealis Gesellschaft f… USD 1,252,771.89 1,234,567.89    143 NET30
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
| 3 of 4
| Enter Look  p Pay  i Invoice  + New  e Change  D Dun  a Do  / Search  ? Help
/ "sons" Enter
dump found
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Customers                                     by balance, currency by currency
|   Code     Name                     Cur     Balance▲      Overdue Oldest Terms
|--------------------------------------------------------------------------------
| ▶ COBALT   Cobalt & Sons            USD       100.00            .        NET30
|  !ACME     Acme Holdings Ltd        USD       210.00       900.00     21 NET30
|  !HAIER    海尔集团公司有限责任公…  USD     9,000.30     9,000.30     82 NET30
|  !BOREALIS Borealis Gesellschaft f… USD 1,252,771.89 1,234,567.89    143 NET30
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
| Found above; the search went on from the top.
| Enter Look  p Pay  i Invoice  + New  e Change  D Dun  a Do  / Search  ? Help
f "overdue > 1000" Enter
dump filtered
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Customers                          only some, by the filter; balances of today
|   Code      Name           Cur       Balance       Overdue  Oldest  Status
|--------------------------------------------------------------------------------
| ▶!BOREALIS  Borealis Ges…  USD  1,252,771.89  1,234,567.89     143  overdue
|  !HAIER     海尔集团公司…  USD      9,000.30      9,000.30      82  over limit
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
|             Total               1,261,772.19  1,243,568.19
| 1 of 2, only where overdue > 1000
| Enter Look  p Pay  i Invoice  + New  e Change  D Dun  a Do  / Search  ? Help
f C-u Enter / "acme" Enter Enter
dump card
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Acme Holdings Ltd   ACME                                    balance 210.00 USD
| 12 Long Wharf, Boston   +1 617 555 0100   collector anna
| ! overdue 900.00, oldest 21 days   NET30   limit 50,000.00  free 50,690.00
| [Open] Activity Applied Disputes Contacts Promises People Dunned Repeats Sent
|   Document Part Issued     Due        Cur    Amount    Open Days Status
|--------------------------------------------------------------------------------
| ▶*INV-1002    1 2026-10-02 2026-11-01 USD    900.00  900.00   21 disputed
|   P-1001      1 2026-11-02 2026-11-02 USD -5,000.00 -690.00      part-applied
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
|   Total                                   -4,100.00  210.00
| last paid 2026-11-02
| Enter Look  Tab Next part  p Pay  i Invoice  d Dispute  e Change  a Do  ? Help
Tab
dump activity
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Acme Holdings Ltd   ACME                                    balance 210.00 USD
| 12 Long Wharf, Boston   +1 617 555 0100   collector anna
| ! overdue 900.00, oldest 21 days   NET30   limit 50,000.00  free 50,690.00
| Open [Activity] Applied Disputes Contacts Promises People Dunned Repeats Sent
|   Document Kind    Date       Due        Cur    Amount    Open Status
|--------------------------------------------------------------------------------
| ▶ P-1001   payment 2026-11-02            USD -5,000.00 -690.00 part-applied
|  *INV-1002 invoice 2026-10-02 2026-11-01 USD    900.00  900.00 disputed
|   INV-1001 invoice 2026-09-20 2026-10-20 USD  4,310.00       . paid
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
| last paid 2026-11-02
| Enter Look  Tab Next part  p Pay  i Invoice  e Change  a Do  = Match  ? Help
Tab
dump applications
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Acme Holdings Ltd   ACME                                    balance 210.00 USD
| 12 Long Wharf, Boston   +1 617 555 0100   collector anna
| ! overdue 900.00, oldest 21 days   NET30   limit 50,000.00  free 50,690.00
| Open Activity [Applied] Disputes Contacts Promises People Dunned Repeats Sent
|   Entry Payment Document Part Date       Cur   Amount Discount Write-off
|--------------------------------------------------------------------------------
| ▶    13 P-1001  INV-1001    1 2026-11-02 USD 4,310.00        .         .
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
| last paid 2026-11-02
| Enter Look  Tab Next part  p Pay  i Invoice  e Change  a Do  = Match  ? Help
BackTab End Enter
dump invoice
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| invoice INV-1001                                           ACME   4,310.00 USD
| Invoice INV-1001
|
| Northwind Lights
| Acme Holdings Ltd
| 12 Long Wharf, Boston
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
| 1-20 of 32
| Enter Related  / Search  P Print  x Save  ? Help
Enter
dump related
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| invoice INV-1001                                           ACME   4,310.00 USD
| Go to, or do:  _______________________________________________________________
|--------------------------------------------------------------------------------
| ▶ P-1001            payment of 5,000.00 USD                            applied
|   ACME              the customer
|   entry 6           the journal entry that made it
|   payment receive   receive money, and apply it to what it pays             do
|   dispute open      note that a customer quest…   nothing is open on it that …
|   invoice void      take an invoice back by a dated reversal                do
|   invoice amend     change order number, reference or words of a paper      do
|   invoice re-age    let an invoice age from another due date                do
|   deduction split   make what was taken off an item o…   nothing is open on it
|   writeoff post     write off a small rest of an invoice                    do
|   discount allow    allow a discount that was taken too late                do
|   limitation set    say on which day the claim of an invoice lapses, whe…   do
|   placement make    hand invoices, or a whole custome…   nothing is open on it
|   baddebt writeoff  write off what nobody will pay       nothing is open on it
|
|
|
|
| 1-20 of 32
| Enter Choose  letters Narrow  PgDn More  Esc Back
"P-1" Enter
dump payment
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| payment P-1001                                             ACME   5,000.00 USD
| Receipt P-1001
|
| Northwind Lights
| Acme Holdings Ltd
| 12 Long Wharf, Boston
| Customer  ACME
| Date      2026-11-02
| Method    transfer
| Amount    5,000.00 USD
| ------------------------------------------------------------------------------
| Applied
| Document  Kind     Part  Date          Amount  Discount  Write-off
| --------  -------  ----  ----------  --------  --------  ---------
| INV-1001  invoice     1  2026-11-02  4,310.00         .          .
| Unapplied  690.00 USD
| General ledger
| Account  Name                    Debit    Credit    In base
| -------  -------------------  --------  --------  ---------
| 1100     Accounts receivable            5,000.00  -5,000.00
| 1220     Bank clearing        5,000.00             5,000.00
| 1-20 of 26
| Enter Related  / Search  P Print  x Save  ? Help
Esc Esc Esc
dump back
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Customers            balances of today in the account's currency, not totalled
|   Code     Name                     Cur      Balance      Overdue Oldest Terms
|--------------------------------------------------------------------------------
| ▶!ACME     Acme Holdings Ltd        USD       210.00       900.00     21 NET30
|  !BOREALIS Borealis Gesellschaft f… USD 1,252,771.89 1,234,567.89    143 NET30
|   COBALT   Cobalt & Sons            USD       100.00            .        NET30
|  !HAIER    海尔集团公司有限责任公…  USD     9,000.30     9,000.30     82 NET30
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
| 1 of 4
| Enter Look  p Pay  i Invoice  + New  e Change  D Dun  a Do  / Search  ? Help
