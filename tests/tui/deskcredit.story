# Credits at the payment desk: marked, they add to the cash; the amount follows; one act, taken back whole.
$ book new --company "Northwind Lights" --currency EUR --sandbox
$ customer add --code ACME --name "Acme Holdings Ltd"
$ invoice issue --customer ACME --date 2026-10-02 --amount 900
$ invoice issue --customer ACME --date 2026-11-10 --amount 100
$ credit issue --customer ACME --date 2026-11-14 --amount 120
$ payment receive --customer ACME --date 2026-11-15 --amount 30
@ 80x24
: "pay" Enter "1001" Enter Tab Tab Tab Tab Down Space Down "20" Down Space
dump net of what is marked
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Payment                                                               0 posted
| Customer or invoice  1001__________  Acme Holdings Ltd  open 1,000.00  21 d
| Amount               ________860.00  = 2 papers in full less credits 140.00
| Reference            ________________________
| Method               transfer____
| Date                 2026-11-22_  Sun
|
|       Document       Due        Days       Open Discount       Pays       Left
|  ![x] INV-1001       2026-11-01   21     900.00              900.00       0.00
|   [x] CM-1001                           -120.00             -120.00       0.00
|   [x] P-1001                             -30.00              -20.00     -10.00
| ▶ [x] INV-1002       2026-12-10          100.00          ____100.00       0.00
|
|
|
|
|
|
|
|
|       by hand                  payment 860.00 EUR + credits 140.00   left 0.00
|
| Enter Next  F4 List  Space Mark  F6 Propose  F3 Why  F9 Same  F10 Post  F1 Help
F10
dump posted
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Payment                                                   1 posted  860.00 EUR
| Customer or invoice  ______________  F4 lists; ? when nobody knows whose
| Amount               ______________
| Reference            ________________________
| Method               transfer____
| Date                 2026-11-22_  Sun
|
|       Document       Due        Days       Open Discount       Pays       Left
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
| Posted: INV-1001 Acme Holdings Ltd 860.00 transfer, P-1002; F8 takes it back
| Enter Next  F4 List  Space Mark  F6 Propose  F3 Why  F9 Same  F10 Post  F1 Help
Esc ! Esc : "go journal" Enter
dump journal
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Journal
|   Entry  Moment                Who   Command
|--------------------------------------------------------------------------------
| ▶     7  2026-11-22T12:00:00Z  anna  payment receive --amount 860.00 --custom…
|       6  2026-11-22T12:00:00Z  anna  payment receive --amount 30 --customer A…
|       5  2026-11-22T12:00:00Z  anna  credit issue --customer ACME --amount 12…
|       4  2026-11-22T12:00:00Z  anna  invoice issue --customer ACME --amount 1…
|       3  2026-11-22T12:00:00Z  anna  invoice issue --customer ACME --amount 9…
|       2  2026-11-22T12:00:00Z  anna  customer add --code ACME --name 'Acme Ho…
|       1  2026-11-22T12:00:00Z  anna  book new --company "Northwind Lights" --…
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
| 1 of 7
| Enter Look  / Search  < > s Sort  f Filter  x Save  ? Help
Esc u
dump taken back
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Start                                                               all in EUR
|--------------------------------------------------------------------------------
|--------------------------------------------------------------------------------
|    Please confirm
|    Entry 7 was: P-1002: 860.00 EUR from ACME; INV-1001 120.00 from CM-1001
|    on 2026-11-14; INV-1001 20.00 from P-1001 on 2026-11-15; INV-1001
|    760.00; INV-1002 100.00; 10.00 EUR of P-1001 left unapplied
|
|    journal reverse --entry 7
|    Takes back all that entry 7 posted: P-1002 over 860.00 EUR counts no
|    more, cash included. Open again: 120.00 of INV-1001 from CM-1001, 20.00
|    of INV-1001 from P-1001, 760.00 of INV-1001 from P-1002, 100.00 of
|    INV-1002 from P-1002. This is final.
|
|    Run it?
|
|
|    y yes   n no (Enter, Esc)
|--------------------------------------------------------------------------------
|
|
| Sub-ledger -10.00  control -10.00  difference 0.00  journal 7
|
y
dump whole
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Start                                                               all in EUR
|--------------------------------------------------------------------------------
| Owed to us                850.00    gross 1,000.00 less unapplied 150.00
| Overdue     !             900.00    90.0 % of gross   due this week 0.00
| Disputed                    0.00    0 cases
|
| Current   ███▌                                             100.00    10.0 %
| 1-30      ████████████████████████████████▍                900.00    90.0 %
| 31-60                                                        0.00     0.0 %
| 61-90                                                        0.00     0.0 %
| Over 90                                                      0.00     0.0 %
|
| Today
| ▶ ! 1 customer to call                                       900.00
|     2 credits unapplied for more than 2 days                 150.00
|
|
|
|
| REV-1001: entry 7 is taken back: P-1002 over 860.00 EUR; open again: 120.00 of
| INV-1001 from CM-1001, 20.00 of INV-1001 from P-1001, 760.00 of INV-1001 from
| P-1002, 100.00 of INV-1002 from P-1002
| 1 Pay  2 Customers  3 Invoices  4 Aging  5 Worklist  6 Bank  7 Reports  ? Help
