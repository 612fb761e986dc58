# A customer is erased from the list of customers: what goes is said and asked, and the law comes first.
$ book new --company "Northwind Lights" --currency EUR --sandbox
$ customer add --code ACME --name "Acme Holdings Ltd"
$ customer add --code JONES --name "Jones Brothers" --contact "Olga Zander" --phone "617 555 0142"
$ invoice issue --customer ACME --date 2026-10-02 --amount 100
$ invoice issue --customer JONES --date 2012-03-05 --amount 50 --text "Lamp for Olga Zander"
$ payment receive --customer JONES --date 2012-04-05 --amount 50 --apply INV-1002
$ contact log --customer JONES --date 2012-03-06 --text "Zander will pay" --with "Olga Zander"
@ 80x24
: "go customers" Enter
: "customer erase ACME" Enter
dump kept
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Customers            balances of today in the account's currency, not totalled
|   Code  Name              Cur Balance Overdue Oldest Limit Terms Collector
|--------------------------------------------------------------------------------
| ▶!ACME  Acme Holdings Ltd EUR  100.00  100.00     21       NET30
|   JONES Jones Brothers    EUR       .       .              NET30
|
|
|
|
|
|
|
|
|
|
|
|
|
|
| ACME is kept: papers are kept for 10 years from the end of their year, a duty
| of law that goes before erasure (GDPR Art. 17(3)(b)); 1 item is open; were
| that settled today, it could be erased from 2037-01-01 on
| Enter Look  p Pay  i Invoice  + New  e Change  D Dun  a Do  / Search  ? Help
: "customer erase JONES" Enter
dump asked
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Customers            balances of today in the account's currency, not totalled
|   Code  Name              Cur Balance Overdue Oldest Limit Terms Collector
|--------------------------------------------------------------------------------
| ▶!ACME  Acme Holdings Ltd EUR  100.00  100.00     21       NET30
|   JONES Jones Brothers    EUR       .       .              NET30
|
|--------------------------------------------------------------------------------
|    Please confirm
|    JONES, Jones Brothers, becomes ERASED-2 for good. Erased are its name,
|    addresses and notes: the words of 1 paper, 3 other facts and 4 journal
|    entries. Nobody can bring it back.
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
| 1 of 2
|
y
dump erased
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Customers            balances of today in the account's currency, not totalled
|   Code     Name              Cur Balance Overdue Oldest Limit Terms Collector
|--------------------------------------------------------------------------------
| ▶!ACME     Acme Holdings Ltd EUR  100.00  100.00     21       NET30
|   ERASED-2 (erased)          EUR       .       .              NET30
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
| ERASED-2 is what is left of a customer; erased: the words of 1 paper, 3 other
| facts and 4 journal entries
| Enter Look  p Pay  i Invoice  + New  e Change  D Dun  a Do  / Search  ? Help
j Enter
dump card
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| (erased)   ERASED-2                                           balance 0.00 EUR
|                                                         12 months
| nothing overdue   NET30   no limit
| [Open] Activity Applied Disputes Contacts Promises People Dunned Repeats Sent
|   Document  Kind  Part  Issued  Due  Cur  Amount  Open  Days  Disputed  Status
|--------------------------------------------------------------------------------
|   Nothing is open.
|
|
|
|
|
|
|
|
|
|
|
|
|
|
| last paid 2012-04-05
| Enter Look  Tab Next part  p Pay  i Invoice  e Change  a Do  = Match  ? Help
