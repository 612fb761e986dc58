# What a clerk may not grant alone waits; a manager looks at it, approves one and rejects one.
$ book new --company "Northwind Lights" --currency USD --sandbox
$ customer add --code ACME --name "Acme Holdings Ltd"
$ customer add --code HAIER --name "海尔集团公司有限责任公司北京分公司国际贸易部"
$ invoice issue --customer ACME --date 2026-09-20 --amount 4310
$ invoice issue --customer HAIER --date 2026-08-02 --amount 9000.30
$ user add --name ben --role clerk --limit "credit=100; refund=0"
$ user add --name cleo --role coordinator --full-name "Cleo Marsh"
$ --actor ben credit issue --customer HAIER --invoice INV-1002 --amount 700.50 --reason "two lamps came broken, the customer sent pictures"
$ --actor ben credit issue --customer ACME --amount 120 --reason "price of last year"
$ credit issue --customer ACME --amount 9.99 --reason "freight"
$ --actor cleo credit issue --customer ACME --amount 1200 --reason "bonus"
$ --actor cleo user list
@ 80x24
dump start
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Start                                                               all in USD
|--------------------------------------------------------------------------------
| Owed to us             13,300.31    gross 13,310.30 less unapplied 9.99
| Overdue     !          13,310.30    100.0 % of gross   due this week 0.00
| Disputed                    0.00    0 cases
|
| Current                                                      0.00     0.0 %
| 1-30                                                         0.00     0.0 %
| 31-60     ███████████▋                                   4,310.00    32.4 %
| 61-90     ████████████████████████▎                      9,000.30    67.6 %
| Over 90                                                      0.00     0.0 %
|
| Today
| ▶ ! 3 approvals wait for you                               2,020.50
|   ! 2 customers to call                                   13,310.30
|
|
|
|
|
|
| Sub-ledger 13,300.31  control 13,300.31  difference 0.00  journal 11
| 1 Pay  2 Customers  3 Invoices  4 Aging  5 Worklist  6 Bank  7 Reports  ? Help
A
dump approvals
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Approvals                                                           what waits
|   No. Asked by Customer Name     Kind   Document Cur   Amount Reason    Status
|--------------------------------------------------------------------------------
| ▶*A-3 cleo     ACME     Acme Ho… credit          USD 1,200.00 bonus     waits
|  *A-2 ben      ACME     Acme Ho… credit          USD   120.00 price of… waits
|  *A-1 ben      HAIER    海尔集…  credit INV-1002 USD   700.50 two lamp… waits
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
| 1 of 3
| Enter Look  p Pay  Y Approve  - Reject  i Invoice  o Open/all  a Do  ? Help
Y
dump approved
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Approvals                                                           what waits
|   No. Asked by Customer Name     Kind   Document Cur Amount Reason      Status
|--------------------------------------------------------------------------------
| ▶*A-2 ben      ACME     Acme Ho… credit          USD 120.00 price of l… waits
|  *A-1 ben      HAIER    海尔集…  credit INV-1002 USD 700.50 two lamps … waits
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
| A-3 is approved: credit memo of 1200.00 USD for ACME, asked for by cleo;
| CM-1002 for ACME: 1200.00 USD; 1200.00 USD left on account
| Enter Look  p Pay  Y Approve  - Reject  i Invoice  o Open/all  a Do  ? Help
# What the approval let run is what u takes back.
u
dump undone
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Approvals                                                           what waits
|   No. Asked by Customer Name     Kind   Document Cur Amount Reason      Status
|--------------------------------------------------------------------------------
| ▶*A-2 ben      ACME     Acme Ho… credit          USD 120.00 price of l… waits
|--------------------------------------------------------------------------------
|    Please confirm
|    Entry 12 was: CM-1002 for ACME: 1200.00 USD; 1200.00 USD left on account
|
|    journal reverse --entry 12
|    Takes back all that entry 12 posted: CM-1002 over 1200.00 USD counts no
|    more. This is final.
|
|    Run it?
|
|
|    y yes   n no (Enter, Esc)
|--------------------------------------------------------------------------------
|
|
|
|
| 1 of 2
|
Esc
- "not what we agreed" F10
dump rejected
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Approvals                                                           what waits
|   No. Asked by Customer Name     Kind   Document Cur Amount Reason      Status
|--------------------------------------------------------------------------------
| ▶*A-1 ben      HAIER    海尔集…  credit INV-1002 USD 700.50 two lamps … waits
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
| A-2 is rejected: credit memo of 120.00 USD for ACME, asked for by ben
| Enter Look  p Pay  Y Approve  - Reject  i Invoice  o Open/all  a Do  ? Help
Enter
dump page
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Approval A-1
| Approval A-1
|
| what      credit memo of 700.50 USD
| customer  HAIER, 海尔集团公司有限责任公司北京分公司国际贸易部
| document  INV-1002
| reason    two lamps came broken, the customer sent pictures
| asked by  ben, 2026-11-22 12:00
| dated     2026-11-22
| expires   2026-12-06
| status    waits
|
| arledger credit issue --customer HAIER --invoice INV-1002 --amount 700.50
| --date 2026-11-22 --reason 'two lamps came broken, the customer sent pictures'
|
|
|
|
|
|
|
| 1-13 of 13
| Y Approve  - Reject  / Search  P Print  x Save  ? Help
Esc o
dump all
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Approvals
|   No.  Asked by  Customer  Name      Kind    Document  Cur    Amount  Status
|--------------------------------------------------------------------------------
|   A-3  cleo      ACME      Acme Ho…  credit            USD  1,200.00  approved
|   A-2  ben       ACME      Acme Ho…  credit            USD    120.00  rejected
| ▶*A-1  ben       HAIER     海尔集…   credit  INV-1002  USD    700.50  waits
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
| 3 of 3
| Enter Look  p Pay  Y Approve  - Reject  i Invoice  o Open/all  a Do  ? Help
Esc ":c haier" Enter
dump card
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| 海尔集团公司有限责任公司北京分公司国际贸易部   HAIER      balance 9,000.30 USD
|                                                         12 months         ████
| ! overdue 9,000.30, oldest 82 days   NET30   no limit
| [Open] Activity Applied Disputes Contacts Promises People Dunned Repeats Sent
|   Document Due        Cur   Amount     Open Days Pending In            Status
|--------------------------------------------------------------------------------
| ▶!INV-1002 2026-09-01 USD 9,000.30 9,000.30   82  700.50 approval A-1… overdue
|
|
|
|
|
|
|
|
|
|
|
|
|
|   Total                   9,000.30 9,000.30
| pending 700.50, approval A-1, ben; never paid yet
| Enter Look  Tab Next part  p Pay  i Invoice  d Dispute  e Change  a Do  ? Help
":app" Enter ":usr" Enter
dump users
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Users
|   User  Name        Roles          Status  Grants alone       To look at
|--------------------------------------------------------------------------------
| ▶!anna              manager+admin  active  without limit      an admin gives …
|   ben               clerk          active  credit memo 100.…
|   cleo  Cleo Marsh  coordinator    active  as the settings …
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
| 1 of 3
| Enter Look  + New  e Change  $ Password  / Search  < > s Sort  f Filter  ? Help
":approval approve 9" Enter
dump missing
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Users
|   User  Name        Roles          Status  Grants alone       To look at
|--------------------------------------------------------------------------------
| ▶!anna              manager+admin  active  without limit      an admin gives …
|   ben               clerk          active  credit memo 100.…
|   cleo  Cleo Marsh  coordinator    active  as the settings …
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
| there is no approval 9; `approval list` shows them
| Enter Look  + New  e Change  $ Password  / Search  < > s Sort  f Filter  ? Help
