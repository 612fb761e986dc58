# A run of dunning: looked at, a customer left out, why and the letter shown, written, found again, taken back.
$ book new --company "Northwind Lights" --currency USD --sandbox
$ customer add --code ACME --name "Acme Holdings Ltd"
$ customer add --code BOREALIS --name "北極光照明有限公司"
$ customer add --code COBALT --name "Cobalt & Sons" --language de
$ invoice issue --customer ACME --date 2026-09-20 --amount 4310
$ invoice issue --customer ACME --date 2026-10-20 --amount 900
$ invoice issue --customer BOREALIS --date 2026-10-02 --amount 1204.50
$ invoice issue --customer COBALT --date 2026-10-03 --amount 77
$ customer add --code ZETA --name "Zeta Ltd"
$ dunning level set 1 --fee 5
@ 80x24
: "go dunning" Enter
dump preview
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Dunning                                                    3 of 4 to be dunned
|   Customer Document Days Lv   To pay   Fee Left out Why
|--------------------------------------------------------------------------------
| ▶ ACME     INV-1001   33  1 4,310.00  5.00          33 days past due
|  *ACME     INV-1002    3                   grace    3 days past due, within t…
|   BOREALIS INV-1003   21  1 1,204.50  5.00          21 days past due
|   COBALT   INV-1004   20  1    77.00  5.00          20 days past due
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
|   Total                     5,591.50 15.00
| 3 letters to 3 customers; 1 of 4 items left alone
| Enter Letter  W Why  Space Leave out  p Pay  F10 Run  z Block  ? Help
Down Down W
dump why
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Dunning                                                    3 of 4 to be dunned
|   Customer Document Days Lv   To pay   Fee Left out Why
|--------------------------------------------------------------------------------
|   ACME     INV-1001   33  1 4,310.00  5.00          33 days past due
|  *ACME     INV-1002    3                   grace    3 days past due, within t…
| ▶ BOREALIS INV-1003   21  1 1,204.50  5.00          21 days past due
|   COBALT   INV-1004   20  1    77.00  5.00          20 days past due
|--------------------------------------------------------------------------------
|    INV-1003  北極光照明有限公司
|    21 days past due
|
|
|    Enter goes on
|--------------------------------------------------------------------------------
|
|
|
|
|
|
|   Total                     5,591.50 15.00
| 3 letters to 3 customers; 1 of 4 items left alone
|
Esc
Space
dump left-out
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Dunning                                        2 of 4 to be dunned, 1 left out
|   Customer Document Days Lv   To pay   Fee Left out Why
|--------------------------------------------------------------------------------
|   ACME     INV-1001   33  1 4,310.00  5.00          33 days past due
|  *ACME     INV-1002    3                   grace    3 days past due, within t…
| ▶*BOREALIS INV-1003   21                   left out left out of this run
|   COBALT   INV-1004   20  1    77.00  5.00          20 days past due
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
|   Total                     4,387.00 10.00
| BOREALIS is left out of the run.
| Enter Letter  W Why  Space Leave out  p Pay  F10 Run  z Block  ? Help
Down Enter
dump letter
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Letter, not written yet COBALT
| Northwind Lights: Zahlungserinnerung
| COBALT, 22.11.2026
|
| Cobalt & Sons
|
| Konto      COBALT
| Schreiben  DRAFT
| Datum      22.11.2026
|
| Zahlungserinnerung
| Sehr geehrte Damen und Herren,
|
| vielleicht ist es Ihrer Aufmerksamkeit entgangen: Die folgenden Posten sind
| überfällig, und bisher ist keine Zahlung bei uns eingegangen.
|
| Beleg     Datum       Fällig      Tage  Offen  Zu zahlen
| --------  ----------  ----------  ----  -----  ---------
| INV-1004  03.10.2026  02.11.2026    20  77,00      77,00
|
| Gebühr für dieses Schreiben       5,00 USD
| 1-20 of 35
| / Search  P Print  x Save  ? Help
Esc
F10
dump asked
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Dunning                                        2 of 4 to be dunned, 1 left out
|   Customer Document Days Lv   To pay   Fee Left out Why
|--------------------------------------------------------------------------------
|   ACME     INV-1001   33  1 4,310.00  5.00          33 days past due
|  *ACME     INV-1002    3                   grace    3 days past due, within t…
|  *BOREALIS INV-1003   21                   left out left out of this run
| ▶ COBALT   INV-1004   20  1    77.00  5.00          20 days past due
|--------------------------------------------------------------------------------
|    Please confirm
|    2 letters to 2 customers will be written. Do it?
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
|   Total                     4,387.00 10.00
| 2 letters to 2 customers; 2 of 4 items left alone
|
y
dump written
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Dunning                                        0 of 4 to be dunned, 1 left out
|   Customer Document Days Left out Why
|--------------------------------------------------------------------------------
|  *ACME     INV-1001   33 interval the last letter went out 0 days ago, the ne…
|  *ACME     INV-1002    3 interval the last letter went out 0 days ago, the ne…
|  *BOREALIS INV-1003   21 left out left out of this run
| ▶*COBALT   INV-1004   20 interval the last letter went out 0 days ago, the ne…
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
| run 1: 2 letters to 2 customers; `dunning print --run 1`
| Enter Letter  W Why  Space Leave out  p Pay  F10 Run  z Block  ? Help
# l shows all letters, the newest first, whoever is under the cursor.
l
dump all-letters
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Letters of dunning
|   Letter  Customer Name       Date       Level Items Cur Asked for  Fee Status
|--------------------------------------------------------------------------------
| ▶ DL-1002 COBALT   Cobalt & … 2026-11-22     1     1 USD     77.00 5.00 sent
|   DL-1001 ACME     Acme Hold… 2026-11-22     1     1 USD  4,310.00 5.00 sent
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
| Enter Look  y Accept  X Take back  p Pay  # Runs  i Invoice  a Do  ? Help
Esc
Esc
: "go letters" Enter
dump letters
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Letters of dunning
|   Letter  Customer Name       Date       Level Items Cur Asked for  Fee Status
|--------------------------------------------------------------------------------
| ▶ DL-1002 COBALT   Cobalt & … 2026-11-22     1     1 USD     77.00 5.00 sent
|   DL-1001 ACME     Acme Hold… 2026-11-22     1     1 USD  4,310.00 5.00 sent
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
| Enter Look  y Accept  X Take back  p Pay  # Runs  i Invoice  a Do  ? Help
Enter
dump as-sent
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Letter DL-1002
| Northwind Lights: Zahlungserinnerung
| COBALT, 22.11.2026
|
| Cobalt & Sons
|
| Konto      COBALT
| Schreiben  DL-1002
| Datum      22.11.2026
|
| Zahlungserinnerung
| Sehr geehrte Damen und Herren,
|
| vielleicht ist es Ihrer Aufmerksamkeit entgangen: Die folgenden Posten sind
| überfällig, und bisher ist keine Zahlung bei uns eingegangen.
|
| Beleg     Datum       Fällig      Tage  Offen  Zu zahlen
| --------  ----------  ----------  ----  -----  ---------
| INV-1004  03.10.2026  02.11.2026    20  77,00      77,00
|
| Gebühr für dieses Schreiben       5,00 USD
| 1-20 of 35
| y Accept  X Take back  / Search  P Print  x Save  ? Help
Esc Esc
: "go aging" Enter
D
dump one-customer
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Dunning ACME                                               0 of 2 to be dunned
|   Customer Document Days Left out Why
|--------------------------------------------------------------------------------
| ▶*ACME     INV-1001   33 interval the last letter went out 0 days ago, the ne…
|  *ACME     INV-1002    3 interval the last letter went out 0 days ago, the ne…
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
| no letter; 2 of 2 items left alone
| Enter Letter  W Why  Space Leave out  p Pay  F10 Run  z Block  ? Help
Esc
: "go customer ACME" Enter
BackTab BackTab BackTab BackTab
dump card
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Acme Holdings Ltd   ACME                                  balance 5,215.00 USD
|                                                         12 months          ▇██
| ! overdue 5,210.00, oldest 33 days   NET30   no limit
| Open Activity Applied Disputes Contacts Promises [People] Dunned Repeats Sent
|   Name  Role  Phone  E-mail
|--------------------------------------------------------------------------------
|   No people noted.
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
| never paid yet
| Enter Look  Tab Next part  p Pay  i Invoice  e Change  a Do  = Match  ? Help
: "go dunningruns" Enter
X
dump take-back
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| dunning undo                         take a run of dunning back, or one letter
| Run     1_______
| Letter  ____________________________________
| Reason  ____________________________________
| Date    ____________
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
# the empty list of one customer's letters says D, and D is there
C-u Esc Esc Esc Esc Esc : "let ZETA" Enter
dump no-letters
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Letters of dunning ZETA                                               Zeta Ltd
|   Letter Run Customer Name Date Level Items Cur Asked for Fee Pay by Status
|--------------------------------------------------------------------------------
|   No letter was written yet; D on a customer shows what is due.
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
| Enter Look  D Dun  # Runs  / Search  < > s Sort  f Filter  x Save  ? Help
D
dump what-is-due
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Dunning ZETA                                               0 of 0 to be dunned
|   Customer Document Due Days Cur Open Was Lv To pay Fee Left out Why Pending
|--------------------------------------------------------------------------------
|   Nothing is past due.
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
| no letter; 0 of 0 items left alone
| Enter Letter  W Why  Space Leave out  F10 Run  l Letters  # Runs  ? Help
