# The short words of the prompt, what can be done with what is under the cursor, and words too long for one line.
$ book new --company "Northwind Lights" --currency USD --sandbox
$ customer add --code ACME --name "Acme Holdings Ltd"
$ invoice issue --customer ACME --date 2026-09-20 --amount 4310
$ credit issue --customer ACME --date 2026-10-01 --amount 20 --reason damaged
$ payment receive --amount 77.5 --payer nobody --date 2026-11-18
@ 80x24
: "c hold" Enter
dump customer
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Acme Holdings Ltd   ACME                                  balance 4,290.00 USD
|                                                         12 months          ███
| ! overdue 4,310.00, oldest 33 days   NET30   no limit
| [Open] Activity Applied Disputes Contacts Promises People Dunned Repeats Sent
|   Document Kind    Issued     Due        Cur   Amount     Open Days Status
|--------------------------------------------------------------------------------
| ▶ CM-1001  credit  2026-10-01 2026-10-01 USD   -20.00   -20.00      unapplied
|  !INV-1001 invoice 2026-09-20 2026-10-20 USD 4,310.00 4,310.00   33 overdue
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
|            Total                             4,290.00 4,290.00
| never paid yet
| Enter Look  Tab Next part  p Pay  i Invoice  e Change  a Do  = Match  ? Help
Esc : "inv 1001" Enter Enter
dump invoice
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| invoice INV-1001                                           ACME   4,310.00 USD
| Go to, or do:  _______________________________________________________________
|--------------------------------------------------------------------------------
| ▶ ACME              the customer
|   entry 3           the journal entry that made it
|   payment receive   receive money, and apply it to what it pays             do
|   dispute open      note that a customer questions an invoice               do
|   invoice void      take an invoice back by a dated reversal                do
|   invoice amend     change order number, reference or words of a paper      do
|   invoice re-age    let an invoice age from another due date                do
|   deduction split   make what was taken off an item of its own              do
|   writeoff post     write off a small rest of an invoice                    do
|   discount allow    allow a discount that was taken too late                do
|   limitation set    say on which day the claim of an invoice lapses, whe…   do
|   placement make    hand invoices, or a whole customer, over to an agenc…   do
|   baddebt writeoff  write off what nobody will pay                          do
|
|
|
|
|
| 1-20 of 29
| Enter Choose  letters Narrow  PgDn More  Esc Back
Esc Esc : "rec" Enter a
dump payment
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Payments                                                 all, the newest first
| Do:  _________________________________________________________________________
|--------------------------------------------------------------------------------
| ▶ payment apply     apply money that is there …   nobody knows whose money it…
|   payment unapply   take applications back; the mo…   nothing of it is applied
|   payment reverse   a payment does not count from a day on: returned, stoppe…
|   payment identify  say whose unidentified money it is
|   payment transfer  move open money to another…   nobody knows whose money it…
|   refund pay        pay open money back
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
| apply money that is there to what it pays
| 1 of 1
| Enter Choose  letters Narrow  PgDn More  Esc Back
Esc Esc : "foo" Enter
dump unknown
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Start                                                               all in USD
|--------------------------------------------------------------------------------
| Owed to us              4,290.00    gross 4,310.00 less unapplied 20.00
| Overdue     !           4,310.00    100.0 % of gross   due this week 0.00
| Disputed                    0.00    0 cases
|
| Current                                                      0.00     0.0 %
| 1-30                                                         0.00     0.0 %
| 31-60     ████████████████████████████████████           4,310.00   100.0 %
| 61-90                                                        0.00     0.0 %
| Over 90                                                      0.00     0.0 %
|
| Today
| ▶ ! 1 customer to call                                     4,310.00
|   ! 1 payment of which nobody knows whose                     77.50
|     1 credit unapplied for more than 2 days                   20.00
|
|
|
|
|
| There is no command, screen, paper or customer 'foo'; F2 and Ctrl-G find them.
| 1 Pay  2 Customers  3 Invoices  4 Aging  5 Worklist  6 Bank  7 Reports  ? Help
: "payment receive --amount abc --customer ACME --date 2026-11-22 --reference none" Enter
dump refused
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Start                                                               all in USD
|--------------------------------------------------------------------------------
| Owed to us              4,290.00    gross 4,310.00 less unapplied 20.00
| Overdue     !           4,310.00    100.0 % of gross   due this week 0.00
| Disputed                    0.00    0 cases
|
| Current                                                      0.00     0.0 %
| 1-30                                                         0.00     0.0 %
| 31-60     ████████████████████████████████████           4,310.00   100.0 %
| 61-90                                                        0.00     0.0 %
| Over 90                                                      0.00     0.0 %
|
| Today
| ▶ ! 1 customer to call                                     4,310.00
|   ! 1 payment of which nobody knows whose                     77.50
|     1 credit unapplied for more than 2 days                   20.00
|
|
|
|
|
| --amount: "abc" is not an amount; write it like 1234.50 or 1234.50 EUR
| 1 Pay  2 Customers  3 Invoices  4 Aging  5 Worklist  6 Bank  7 Reports  ? Help
: "aging --as-of 31.02.2026" Enter
dump long
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Start                                                               all in USD
|--------------------------------------------------------------------------------
| Owed to us              4,290.00    gross 4,310.00 less unapplied 20.00
| Overdue     !           4,310.00    100.0 % of gross   due this week 0.00
| Disputed                    0.00    0 cases
|
| Current                                                      0.00     0.0 %
| 1-30                                                         0.00     0.0 %
| 31-60     ████████████████████████████████████           4,310.00   100.0 %
| 61-90                                                        0.00     0.0 %
| Over 90                                                      0.00     0.0 %
|
| Today
| ▶ ! 1 customer to call                                     4,310.00
|   ! 1 payment of which nobody knows whose                     77.50
|     1 credit unapplied for more than 2 days                   20.00
|
|
|
|
| --as-of: "31.02.2026" has its year behind; write it year-month-day, like
| 2026-11-22
| 1 Pay  2 Customers  3 Invoices  4 Aging  5 Worklist  6 Bank  7 Reports  ? Help
Esc Esc : "crm" Enter a Enter F4
dump papers-of-that-customer
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| credit apply                        set a credit memo off against what is owed
| Open papers  _________________________________________________________________
|--------------------------------------------------------------------------------
| ▶ INV-1001  invoice                                                   4,310.00
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
|
| Enter Choose  letters Narrow  PgDn More  Esc Back
Enter F10
dump applied
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Credit memos                                    what is open, the newest first
|   Number  Customer  Name  Kind  Date  Due  Cur  Total  Open  Status  Reference
|--------------------------------------------------------------------------------
|   No open credit memos; o shows the applied ones too.
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
| CM-1001 to INV-1001 20.00 on 2026-10-01
| Enter Look  o Open/all  + New  / Search  < > s Sort  f Filter  x Save  ? Help
Esc : "inv 1001" Enter Enter "void" Enter
dump why-at-once
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| invoice void                          take an invoice back by a dated reversal
| Invoice  INV-1001__________  invoice of ACME over 4,310.00 USD
| Date     ____________
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
| why
|
| Enter Next  F10 Accept  Esc Leave  F1 Help
Esc Esc Esc : "invoices" Enter + "acme" Enter Enter "Lamp" Enter "1" Enter "10" F10
dump the-new-one-is-under-the-cursor
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Invoices                                        what is open, the newest first
|   Number    Customer  Date        Due         Cur     Total      Open  Status
|--------------------------------------------------------------------------------
| ▶ INV-1002  ACME      2026-11-22  2026-12-22  USD     10.00     10.00  open
|  !INV-1001  ACME      2026-09-20  2026-10-20  USD  4,310.00  4,290.00  overdue
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
|   Total                                            4,320.00  4,300.00
| INV-1002 of ACME: 10.00 USD, due 2026-12-22
| Enter Look  p Pay  i Invoice  o Open/all  + New  a Do  / Search  ? Help
# a number or a code by itself is the paper or the customer
Esc Esc Esc : "cm-1001" Enter
dump paper
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| credit CM-1001                                                ACME   20.00 USD
| Credit memo CM-1001
|
| Northwind Lights
| Acme Holdings Ltd
| Customer  ACME
| Date      2026-10-01
|
| Text  Quantity  Price  Tax    Net
| ----  --------  -----  ---  -----
|                             20.00
|
| Total  20.00 USD
| ------------------------------------------------------------------------------
| Applied
| Document  Kind     Part  Date        Amount  Discount  Write-off
| --------  -------  ----  ----------  ------  --------  ---------
| INV-1001  invoice     1  2026-10-01   20.00         .          .
| Left  0.00 USD
| General ledger
| Account  Name                          Debit  Credit  In base
| 1-20 of 29
| Enter Related  / Search  P Print  x Save  ? Help
Esc : "acme" Enter
dump account
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Acme Holdings Ltd   ACME                                  balance 4,300.00 USD
|                                                         12 months          ███
| ! overdue 4,290.00, oldest 33 days   NET30   no limit
| [Open] Activity Applied Disputes Contacts Promises People Dunned Repeats Sent
|   Document Kind    Issued     Due        Cur   Amount     Open Days Status
|--------------------------------------------------------------------------------
| ▶!INV-1001 invoice 2026-09-20 2026-10-20 USD 4,310.00 4,290.00   33 overdue
|   INV-1002 invoice 2026-11-22 2026-12-22 USD    10.00    10.00  -30 open
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
|            Total                             4,320.00 4,300.00
| never paid yet
| Enter Look  Tab Next part  p Pay  i Invoice  d Dispute  e Change  a Do  ? Help
# the keys of the lists do the same on the page of a paper
Esc Esc Esc : "inv 1002" Enter d
dump dispute
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| dispute open                         note that a customer questions an invoice
| Invoice     INV-1002__________  invoice of ACME over 10.00 USD
| Reason      OTHER_____________  something else
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
| PRICE, QTY, SHORT, DAMAGE, FREIGHT ..; `dispute reason list` shows them
|
| Enter Next  F4 List  F10 Accept  Esc Leave  F1 Help
Esc p
dump pays
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Payment                                                               0 posted
| Customer or invoice  ACME/INV-1002_  Acme Holdings Ltd  open 4,300.00  33 d
| Amount               _________10.00  = INV-1002 in full
| Reference            ________________________
| Method               transfer____
| Date                 2026-11-22_  Sun
|
|       Document       Due        Days       Open Discount       Pays       Left
|  ![ ] INV-1001       2026-10-20   33   4,290.00                       4,290.00
|   [x] INV-1002       2026-12-22           10.00               10.00       0.00
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
|       by document number                         payment 10.00 USD   left 0.00
|
| Enter Next  F4 List  Space Mark  F6 Propose  F3 Why  F9 Same  F10 Post  F1 Help
Esc Esc : "cm-1001" Enter p
dump no-debt
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| credit CM-1001                                                ACME   20.00 USD
| Credit memo CM-1001
|
| Northwind Lights
| Acme Holdings Ltd
| Customer  ACME
| Date      2026-10-01
|
| Text  Quantity  Price  Tax    Net
| ----  --------  -----  ---  -----
|                             20.00
|
| Total  20.00 USD
| ------------------------------------------------------------------------------
| Applied
| Document  Kind     Part  Date        Amount  Discount  Write-off
| --------  -------  ----  ----------  ------  --------  ---------
| INV-1001  invoice     1  2026-10-01   20.00         .          .
| Left  0.00 USD
| General ledger
| Account  Name                          Debit  Credit  In base
| Not now: it is done with what a customer owes.
| Enter Related  / Search  P Print  x Save  ? Help
# a total among codes and figures alone says what it is
Esc Esc Esc : "report team" Enter
dump team
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| report team                                      USD, 2026-11-01 to 2026-11-22
|   Day        User  Minutes Receipts Received Applied Waits Calls Corrections
|--------------------------------------------------------------------------------
| ▶ 2026-11-22 anna        1        1    77.50       1 77.50     0           0
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
|              Total       1        1    77.50       1 77.50     0           0
| By the clock. Minutes are those between one entry and the next, pauses of more
| than 15 left out.
| Enter Look  / Search  v Keep  Ctrl-W When  @ Mail  < > s Sort  f Filter  ? Help
