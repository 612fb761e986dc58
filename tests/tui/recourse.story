# Handed over to an agency, taken back, written off, insolvent: from the screen.
$ book new --company "Northwind Lights" --currency USD --sandbox
$ customer add --code ACME --name "Acme Holdings Ltd"
$ customer add --code HAIER --name "海尔集团公司有限责任公司北京分公司国际贸易部"
$ customer add --code SHUT --name "Shut Down Inc"
$ invoice issue --customer ACME --date 2026-05-20 --amount 4310
$ invoice issue --customer ACME --date 2026-06-02 --amount 90
$ invoice issue --customer HAIER --date 2026-06-02 --amount 1204.50
$ invoice issue --customer SHUT --date 2026-06-02 --amount 77
$ customer insolvent --customer SHUT --date 2026-10-01 --reference "SDNY 26-1"
$ placement make --customer HAIER --with legal --agency "King & Wood" --date 2026-11-01
@ 80x24
: "go items ACME" Enter
Z
dump form
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| placement make
| Customer    __________________
|
|   Invoice
|   INV-1001
|
|
|
|
|
|
|
|
| With        agency
| Agency      ____________________________________
| Date        ____________
| Commission  ________
| Reference   ____________________________________
| Text        ____________________________________
|
| its name, or the lawyers'
|
| Enter Next  F10 Accept  Esc Leave  F1 Help
Esc
: "placement make --invoice INV-1001 --agency 'Collect & Co' --commission 15%" Enter
: "go placements" Enter
dump placements
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Placements
|   No. Customer With   Agency       Date       Cur   Placed     Open Recovered
|--------------------------------------------------------------------------------
| ▶*  1 HAIER    legal  King & Wood  2026-11-01 USD 1,204.50 1,204.50         .
|  *  2 ACME     agency Collect & Co 2026-11-22 USD 4,310.00 4,310.00         .
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|                       Total                       5,514.50 5,514.50         .
| 1 of 2
| Enter Look  p Pay  i Invoice  X Take back  o Open/all  + New  a Do  ? Help
p
dump recover
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| placement recover
| Placement   1_______
| Amount      ________________
| Payment     __________________
| Commission  ________________
| Billed      no_
| Date        ____________
| Method      transfer____
| Reference   ____________________________________
|
|   Document     Amount Discount         Writeoff Deduct         Instalment From
|   ________ __________ ______________ __________ ______________ __________ _____
|
|
|
|
|
|
|
|
| what the customer paid them, whole
|
| Enter Next  F10 Accept  Esc Leave  F1 Help
Esc
: "go customers" Enter
dump customers
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Customers            balances of today in the account's currency, not totalled
|   Code  Name                                Cur  Balance  Overdue Oldest Terms
|--------------------------------------------------------------------------------
| ▶!ACME  Acme Holdings Ltd                   USD 4,400.00 4,400.00    156 NET30
|  !HAIER 海尔集团公司有限责任公司北京分公司… USD 1,204.50 1,204.50    143 NET30
|  !SHUT  Shut Down Inc                       USD    77.00    77.00    143 NET30
|
|
|
|
|
|
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
| Enter Look  p Pay  i Invoice  + New  e Change  D Dun  a Do  / Search  ? Help
: "go customer ACME" Enter
dump card
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Acme Holdings Ltd   ACME                                  balance 4,400.00 USD
|                                                         12 months      ███████
| ! agency: 1 invoice with Collect & Co since 2026-11-22   ! overdue 4,400.00, …
| [Open] Activity Applied Disputes Contacts Promises People Dunned Repeats Sent
|   Document Kind    Issued     Due        Cur   Amount     Open Days Status
|--------------------------------------------------------------------------------
| ▶!INV-1001 invoice 2026-05-20 2026-06-19 USD 4,310.00 4,310.00  156 agency
|  !INV-1002 invoice 2026-06-02 2026-07-02 USD    90.00    90.00  143 overdue
|
|
|
|
|
|
|
|
|
|
|
|
|            Total                             4,400.00 4,400.00
| never paid yet
| Enter Look  Tab Next part  p Pay  i Invoice  d Dispute  e Change  a Do  ? Help
: "baddebt writeoff --invoice INV-1002 --reason 'too small to chase'" Enter
: "go baddebts" Enter
dump baddebts
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Bad debts
|   Write-off Customer Document Date       Cur Amount Recovered Tax back State
|--------------------------------------------------------------------------------
| ▶!WO-1001   ACME     INV-1002 2026-11-22 USD  90.00         .        . lost
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|   Total                                       90.00         .        .
| 1 of 1
| Enter Look  p Pay  i Invoice  X Take back  o Open/all  + New  a Do  ? Help
: "go insolvencies" Enter
dump insolvencies
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Insolvent customers
|   Customer Since      Court     Cur Open before Open since Claimed Dividends
|--------------------------------------------------------------------------------
| ▶!SHUT     2026-10-01 SDNY 26-1 USD       77.00          .       .         .
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|   Total                                   77.00          .       .         .
| 1 of 1
| Enter Look  p Pay  i Invoice  E Record  X Take back  o Open/all  + New  ? Help
: "go worklist" Enter
dump worklist
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Worklist                                  on 2026-11-22, 0 accounts, 0 to call
|   Score Customer Overdue Days Why Last Next Action Promise Phone Pending
|--------------------------------------------------------------------------------
|   Nobody is to be called.
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
| Enter Look  W Why  ; Note  d Dispute  / Search  < > s Sort  f Filter  ? Help
