# An invoice that comes again is made from the customer's card, run when it is due, and seen there.
$ book new --company "Northwind Lights" --currency EUR --sandbox
$ customer add --code ACME --name "Acme Holdings" --terms NET30 --cycle monthly
$ customer add --code HAIER --name "海尔集团公司有限责任公司北京分公司" --terms NET30
$ invoice issue --customer ACME --date 2026-03-02 --amount 700
$ invoice issue --customer ACME --date 2026-06-02 --amount 300
$ payment receive --customer ACME --date 2026-09-02 --amount 900 --apply "INV-1001=700; INV-1002=200"
@ 80x24
2 Enter
dump card
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Acme Holdings   ACME                                        balance 100.00 EUR
|                                                         12 months    ▆▆▆███▁▁▁
| ! overdue 100.00, oldest 143 days   NET30   no limit
| [Open] Activity Applied Disputes Contacts Promises People Dunned Repeats Sent
|   Document Kind    Part Issued     Due        Cur Amount   Open Days Status
|--------------------------------------------------------------------------------
| ▶!INV-1002 invoice    1 2026-06-02 2026-07-02 EUR 300.00 100.00  143 overdue
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
|            Total                                  300.00 100.00
| last paid 2026-09-02
| Enter Look  Tab Next part  p Pay  i Invoice  d Dispute  e Change  a Do  ? Help
BackTab BackTab
dump none
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Acme Holdings   ACME                                        balance 100.00 EUR
|                                                         12 months    ▆▆▆███▁▁▁
| ! overdue 100.00, oldest 143 days   NET30   no limit
| Open Activity Applied Disputes Contacts Promises People Dunned [Repeats] Sent
|   Template Name How often Next Cur Amount Made Of Until Status What to know
|--------------------------------------------------------------------------------
|   No invoice comes again; _ leads to where + adds one.
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
| last paid 2026-09-02
| Enter Look  Tab Next part  p Pay  i Invoice  e Change  a Do  = Match  ? Help
_ +
"month" Enter Enter "2026-09-15" Enter Enter Enter Enter Enter Enter "Support {month}" Enter "1" Enter "120"
dump typed
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| recurring add       bill a customer again and again, or one sum in dated parts
| Customer   ACME______________  Acme Holdings
| Every      month__
| Step       ________
| From       2026-09-15__  Tue
| Day        ________
| Until      ____________
| Count      ________
| Covers     ______
|
|   Date                                                         Amount
|   ___________________________________________________________  ______________
|
|
|
|   Text                        Qty       Price      Amount  Tax       Account
| ▶ Support {month}               1  _______120
|
|                                                                         ▼ more
|
| of one, without tax; up to six decimals
|
| Enter Next  F10 Accept  Esc Leave  F1 Help
F10
dump made
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Recurring invoices ACME                                          Acme Holdings
|   Template Customer Name        How often    Next       Cur Amount Made Status
|--------------------------------------------------------------------------------
| ▶ R-1001   ACME     Acme Holdi… every month… 2026-09-15 EUR 120.00    0 due
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
| R-1001 bills ACME every month on the 15th; next on 2026-09-15: 120.00 EUR for
| 2026-09-15 to 2026-10-14
| Enter Look  p Pay  _ Recurring  i Invoice  o Open/all  + New  e Change  ? Help
Esc
dump repeats
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Acme Holdings   ACME                                        balance 100.00 EUR
|                                                         12 months    ▆▆▆███▁▁▁
| ! overdue 100.00, oldest 143 days   NET30   no limit
| Open Activity Applied Disputes Contacts Promises People Dunned [Repeats] Sent
|   Template Name          How often           Next       Cur Amount Made Status
|--------------------------------------------------------------------------------
| ▶ R-1001   Acme Holdings every month on the… 2026-09-15 EUR 120.00    0 due
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
| last paid 2026-09-02
| Enter Look  Tab Next part  p Pay  i Invoice  e Change  a Do  = Match  ? Help
Enter
dump template
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Recurring invoice R-1001
| R-1001, recurring invoice of ACME Acme Holdings
| -----------------------------------------------
| comes  every month on the 15th
| makes  invoice issue --customer ACME --line 'text="Support {month}"; qty=1;
|        price=120'
| next   2026-09-15 over 120.00 EUR, for 2026-09-15 to 2026-10-14
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
| 1-6 of 6
| e Change  Del End  / Search  P Print  x Save  ? Help
Esc _ _
dump due
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Recurring invoices that are due ACME          Acme Holdings, due by 2026-11-22
|   Template Customer Name          Period  Day        Dated      Cur Amount
|--------------------------------------------------------------------------------
| ▶ R-1001   ACME     Acme Holdings 2026-09 2026-09-15 2026-09-15 EUR 120.00
|   R-1001   ACME     Acme Holdings 2026-10 2026-10-15 2026-10-15 EUR 120.00
|   R-1001   ACME     Acme Holdings 2026-11 2026-11-15 2026-11-15 EUR 120.00
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
|                     Total                                           360.00
| 3 invoices over 360.00 EUR
| Enter Look  Del Remove  p Pay  F10 Post  F9 By a day  i Invoice  a Do  ? Help
F10
dump run
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Recurring invoices that are due ACME          Acme Holdings, due by 2026-11-22
|   Template Customer Name          Period  Day        Dated      Cur Amount
|--------------------------------------------------------------------------------
| ▶ R-1001   ACME     Acme Holdings 2026-09 2026-09-15 2026-09-15 EUR 120.00
|   R-1001   ACME     Acme Holdings 2026-10 2026-10-15 2026-10-15 EUR 120.00
|   R-1001   ACME     Acme Holdings 2026-11 2026-11-15 2026-11-15 EUR 120.00
|
|--------------------------------------------------------------------------------
|    Please confirm
|    3 invoices over 360.00 EUR, due by 2026-11-22. Do it?
|
|
|    y yes   n no (Enter, Esc)
|--------------------------------------------------------------------------------
|
|
|
|
|
|
|                     Total                                           360.00
| 3 invoices over 360.00 EUR
|
y
dump posted
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Recurring invoices that are due ACME          Acme Holdings, due by 2026-11-22
|   Template Customer Name Period From Day Dated Cur Amount Invoice What to know
|--------------------------------------------------------------------------------
|   Nothing is due today; F9 looks ahead.
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
| run 1: 3 invoices over 360.00 EUR
| Enter Look  F10 Post  F9 By a day  / Search  < > s Sort  f Filter  ? Help
Esc Esc Tab Tab
dump open
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Acme Holdings   ACME                                        balance 460.00 EUR
|                                                         12 months    ▆▆▆███▂▃▄
| ! overdue 340.00, oldest 143 days   NET30   no limit
| [Open] Activity Applied Disputes Contacts Promises People Dunned Repeats Sent
|   Document Kind    Part Issued     Due        Cur Amount   Open Days Status
|--------------------------------------------------------------------------------
| ▶!INV-1002 invoice    1 2026-06-02 2026-07-02 EUR 300.00 100.00  143 overdue
|  !INV-1003 invoice    1 2026-09-15 2026-10-15 EUR 120.00 120.00   38 overdue
|  !INV-1004 invoice    1 2026-10-15 2026-11-14 EUR 120.00 120.00    8 overdue
|   INV-1005 invoice    1 2026-11-15 2026-12-15 EUR 120.00 120.00  -23 open
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
|            Total                                  660.00 460.00
| last paid 2026-09-02
| Enter Look  Tab Next part  p Pay  i Invoice  d Dispute  e Change  a Do  ? Help
Tab Tab Tab Tab Tab Tab Tab Tab Tab
dump sent
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Acme Holdings   ACME                                        balance 460.00 EUR
|                                                         12 months    ▆▆▆███▂▃▄
| ! overdue 340.00, oldest 143 days   NET30   no limit
| Open Activity Applied Disputes Contacts Promises People Dunned Repeats [Sent]
|   Id  Date  Name  Kind  Number  By  To  Written  Entry
|--------------------------------------------------------------------------------
|   No statement, paper or letter was sent yet.
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
| Statements of open items: monthly.
| Enter Look  Tab Next part  p Pay  i Invoice  e Change  a Do  = Match  ? Help
