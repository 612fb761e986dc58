# The matching screen: debits left, credits right; proposals, a part, what is said before, taken back by u.
$ book new --company "Northwind Lights" --currency EUR --sandbox
$ customer add --code ACME --name "Acme Holdings Ltd"
$ customer add --code CN1 --name "北京东方照明有限公司"
$ invoice issue --customer ACME --date 2026-09-20 --amount 4310
$ invoice issue --customer ACME --date 2026-10-02 --amount 900
$ invoice issue --customer ACME --date 2026-11-10 --amount 2118.40
$ invoice issue --customer CN1 --date 2026-11-10 --amount 88
$ credit issue --invoice INV-1003 --date 2026-11-12 --amount 120 --apply INV-1003=20
$ credit issue --customer ACME --date 2026-11-14 --amount 900
$ payment receive --customer ACME --date 2026-11-15 --amount 1500 --reference "old balance"
@ 80x24
: "c CN1" Enter =
dump nothing to match
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| 北京东方照明有限公司   CN1                                   balance 88.00 EUR
|                                                         12 months            █
| nothing overdue   NET30   no limit
| [Open] Activity Applied Disputes Contacts Promises People Dunned Repeats Sent
|   Document Kind    Part Issued     Due        Cur Amount  Open Days Status
|--------------------------------------------------------------------------------
| ▶ INV-1004 invoice    1 2026-11-10 2026-12-10 EUR  88.00 88.00  -18 open
|
|
|
|
|
|
|
|
|
|
|
|
|
|            Total                                   88.00 88.00
| CN1 has no open credit or unapplied money in EUR, so there is nothing to match
| Enter Look  Tab Next part  p Pay  i Invoice  d Dispute  e Change  a Do  ? Help
Esc : "c ACME" Enter =
dump opened
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Match ACME   Acme Holdings Ltd                                             EUR
|       Debit       Due             Open        Credit      Date            Open
| ▶![ ] INV-1001    2026-10-20  4,310.00    [ ] CM-1001     2026-11-12   -100.00
|  ![ ] INV-1002    2026-11-01    900.00    [ ] CM-1002     2026-11-14   -900.00
|   [ ] INV-1003    2026-12-10  2,098.40    [ ] P-1001      2026-11-15 -1,500.00
|
|
|
|
|
|
|
|
|   marked 0 of 3   0.00                    marked 0 of 3   0.00
|   difference 0.00
| Nothing is paired yet: Space marks on either side, F6 proposes.
|
|
|
|
| invoice INV-1001 of 2026-09-20, due 2026-10-20, open 4,310.00
|
| Enter Next  F4 List  Tab Other pane  Space Mark  F6 Propose  F10 Post  F1 Help
F6
dump belongs together
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Match ACME   Acme Holdings Ltd                                             EUR
|       Debit       Due             Open        Credit      Date            Open
| ▶![ ] INV-1001    2026-10-20  4,310.00    [x] CM-1001     2026-11-12   -100.00
|  ![x] INV-1002    2026-11-01    900.00    [x] CM-1002     2026-11-14   -900.00
|  /[x] INV-1003    2026-12-10  2,098.40    [ ] P-1001      2026-11-15 -1,500.00
|
|
|
|
|
|
|
|
|   marked 2 of 3   1,000.00                marked 2 of 3   1,000.00
|   difference 0.00
| 100.00 of INV-1003 from CM-1001 (credit of this invoice)
| 900.00 of INV-1002 from CM-1002 (same amount)
|
|
|
| invoice INV-1001 of 2026-09-20, due 2026-10-20, open 4,310.00
| Proposed: what belongs together (its own invoice, reference, same amount).
| Enter Next  F4 List  Tab Other pane  Space Mark  F6 Propose  F10 Post  F1 Help
Tab Down Down "250" Tab Space
dump a part and a mark
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Match ACME   Acme Holdings Ltd                                             EUR
|       Debit       Due             Open        Credit      Date            Open
| ▶![x] INV-1001    2026-10-20 _4,310.00    [x] CM-1001     2026-11-12   -100.00
|  ![x] INV-1002    2026-11-01    900.00    [x] CM-1002     2026-11-14   -900.00
|  /[x] INV-1003    2026-12-10  2,098.40   /[x] P-1001      2026-11-15 -1,500.00
|
|
|
|
|
|
|
|
|   marked 3 of 3   5,310.00                marked 3 of 3   1,250.00
|   difference 4,060.00: that much of the debits stays open
| 100.00 of INV-1003 from CM-1001 (credit of this invoice)
| 900.00 of INV-1002 from CM-1002 (same amount)
| 250.00 of INV-1001 from P-1001 (oldest first)
|
|
| invoice INV-1001 of 2026-09-20, due 2026-10-20, open 4,310.00, takes 4,310.00
|
| Enter Next  F4 List  Tab Other pane  Space Mark  F6 Propose  F10 Post  F1 Help
Esc =
dump kept when left
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Match ACME   Acme Holdings Ltd                                             EUR
|       Debit       Due             Open        Credit      Date            Open
| ▶![x] INV-1001    2026-10-20 _4,310.00    [x] CM-1001     2026-11-12   -100.00
|  ![x] INV-1002    2026-11-01    900.00    [x] CM-1002     2026-11-14   -900.00
|  /[x] INV-1003    2026-12-10  2,098.40   /[x] P-1001      2026-11-15 -1,500.00
|
|
|
|
|
|
|
|
|   marked 3 of 3   5,310.00                marked 3 of 3   1,250.00
|   difference 4,060.00: that much of the debits stays open
| 100.00 of INV-1003 from CM-1001 (credit of this invoice)
| 900.00 of INV-1002 from CM-1002 (same amount)
| 250.00 of INV-1001 from P-1001 (oldest first)
|
|
| invoice INV-1001 of 2026-09-20, due 2026-10-20, open 4,310.00, takes 4,310.00
| These marks were made before and not posted.
| Enter Next  F4 List  Tab Other pane  Space Mark  F6 Propose  F10 Post  F1 Help
F10
dump said before
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Match ACME   Acme Holdings Ltd                                             EUR
|       Debit       Due             Open        Credit      Date            Open
| ▶![x] INV-1001    2026-10-20 _4,310.00    [x] CM-1001     2026-11-12   -100.00
|  ![x] INV-1002    2026-11-01    900.00    [x] CM-1002     2026-11-14   -900.00
|  /[x] INV-1003    2026-12-10  2,098.40   /[x] P-1001      2026-11-15 -1,500.00
|--------------------------------------------------------------------------------
|    Please confirm
|    This is applied at ACME:
|    100.00 of INV-1003 from CM-1001 (credit of this invoice)
|    900.00 of INV-1002 from CM-1002 (same amount)
|    250.00 of INV-1001 from P-1001 (oldest first)
|
|    difference 4,060.00: that much of the debits stays open. Post it?
|
|
|    y yes   n no (Enter, Esc)
|--------------------------------------------------------------------------------
| 250.00 of INV-1001 from P-1001 (oldest first)
|
|
| invoice INV-1001 of 2026-09-20, due 2026-10-20, open 4,310.00, takes 4,310.00
|
|
y
dump posted
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Match ACME   Acme Holdings Ltd                                             EUR
|       Debit       Due             Open        Credit      Date            Open
| ▶![ ] INV-1001    2026-10-20  4,060.00    [ ] P-1001      2026-11-15 -1,250.00
|   [ ] INV-1003    2026-12-10  1,998.40
|
|
|
|
|
|
|
|
|   marked 0 of 2   0.00                    marked 0 of 1   0.00
|   difference 0.00
| Nothing is paired yet: Space marks on either side, F6 proposes.
|
|
|
| invoice INV-1001 of 2026-09-20, due 2026-10-20, open 4,060.00
| matched at ACME: INV-1003 100.00 from CM-1001 on 2026-11-12; INV-1002 900.00
| from CM-1002 on 2026-11-14; INV-1001 250.00 from P-1001 on 2026-11-15; 1250.00
| EUR of P-1001 left unapplied
| Enter Next  F4 List  Tab Other pane  Space Mark  F6 Propose  F10 Post  F1 Help
Esc Esc u
dump taken back
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Start                                                               all in EUR
|--------------------------------------------------------------------------------
| Owed to us              4,896.40    gross 6,146.40 less unapplied 1,250.00
|--------------------------------------------------------------------------------
|    Please confirm
|    Entry 11 was: matched at ACME: INV-1003 100.00 from CM-1001 on
|    2026-11-12; INV-1002 900.00 from CM-1002 on 2026-11-14; INV-1001 250.00
|    from P-1001 on 2026-11-15; 1250.00 EUR of P-1001 left unapplied
|
|    customer unmatch --entry 11
|    Takes back all that entry 11 posted. Open again: 100.00 of INV-1003 from
|    CM-1001, 900.00 of INV-1002 from CM-1002, 250.00 of INV-1001 from
|    P-1001.
|
|    Run it?
|
|
|    y yes   n no (Enter, Esc)
|--------------------------------------------------------------------------------
|
|
| Sub-ledger 4,896.40  control 4,896.40  difference 0.00  journal 11
|
y
dump whole
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Start                                                               all in EUR
|--------------------------------------------------------------------------------
| Owed to us              4,896.40    gross 7,396.40 less unapplied 2,500.00
| Overdue     !           5,210.00    70.4 % of gross   due this week 0.00
| Disputed                    0.00    0 cases
|
| Current   ██████████▋                                    2,186.40    29.6 %
| 1-30      ████▍                                            900.00    12.2 %
| 31-60     ████████████████████▉                          4,310.00    58.3 %
| 61-90                                                        0.00     0.0 %
| Over 90                                                      0.00     0.0 %
|
| Today
| ▶ ! 1 customer to call                                     5,210.00
|     3 credits unapplied for more than 2 days               2,500.00
|
|
|
|
|
| 3 applications of entry 11 taken back; open again: 100.00 of INV-1003 from
| CM-1001, 900.00 of INV-1002 from CM-1002, 250.00 of INV-1001 from P-1001
| 1 Pay  2 Customers  3 Invoices  4 Aging  5 Worklist  6 Bank  7 Reports  ? Help
