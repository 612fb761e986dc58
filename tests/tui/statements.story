# Statements sent from the form: who got one, and why another got none, in the form's own words.
$ book new --company "Northwind Lights" --currency EUR --sandbox
$ customer add --code ACME --name "Acme Holdings Ltd" --email books@acme.test
$ customer add --code MUTE --name "No Mail Ltd"
$ customer add --code NEW --name "Newcomer & Co"
$ invoice issue --customer ACME --date 2026-10-02 --amount 1250
$ invoice issue --customer MUTE --date 2026-10-02 --amount 50
@ 80x24
: "go sent" Enter + Space Down Down Down Down Down Down Down Down Down Down Down Down Space F10
dump sent
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Statements
|   Customer  Name             Cur   Balance  Statement  Skipped, since
|--------------------------------------------------------------------------------
| ▶ ACME      Acme Holdings …  EUR  1,250.00  ST-1001
|  !MUTE      No Mail Ltd      EUR     50.00             it has no mail address
|  !NEW       Newcomer & Co    EUR         .             nothing was ever billed
|
|
|
|
|
|
|
|
|
|
|
|
|
|
| ST-1001: 1 statement written, 2 skipped; 1 mail waits in the outbox: `outbox
| run` sends it
| Enter Look  p Pay  i Invoice  a Do  / Search  < > s Sort  f Filter  ? Help
Down Enter
dump customer
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| No Mail Ltd   MUTE                                           balance 50.00 EUR
|                                                         12 months           ██
| ! overdue 50.00, oldest 21 days   NET30   no limit
| [Open] Activity Applied Disputes Contacts Promises People Dunned Repeats Sent
|   Document Kind    Part Issued     Due        Cur Amount  Open Days Status
|--------------------------------------------------------------------------------
| ▶!INV-1002 invoice    1 2026-10-02 2026-11-01 EUR  50.00 50.00   21 overdue
|
|
|
|
|
|
|
|
|
|
|
|
|
|            Total                                   50.00 50.00
| never paid yet
| Enter Look  Tab Next part  p Pay  i Invoice  d Dispute  e Change  a Do  ? Help
Esc Esc + Space F10
: "go sent" Enter + Space F10
dump again
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Statements
|   Customer  Name               Cur   Balance  Skipped, since
|--------------------------------------------------------------------------------
| ▶!ACME      Acme Holdings Ltd  EUR  1,250.00  sent today: ST-1001
|  !MUTE      No Mail Ltd        EUR     50.00  sent today: ST-1002
|  !NEW       Newcomer & Co      EUR         .  nothing was ever billed
|
|
|
|
|
|
|
|
|
|
|
|
|
|
| 0 statements written, 3 skipped, 2 of them since one for the same period went
| today: Again sends them once more
| Enter Look  p Pay  i Invoice  a Do  / Search  < > s Sort  f Filter  ? Help
: "statement send --all --again" Enter
dump typed
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Statements
|   Customer  Name             Cur   Balance  Statement  Skipped, since
|--------------------------------------------------------------------------------
| ▶ ACME      Acme Holdings …  EUR  1,250.00  ST-1003
|   MUTE      No Mail Ltd      EUR     50.00  ST-1004
|  !NEW       Newcomer & Co    EUR         .             nothing was ever billed
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
| ST-1003: 2 statements written, 1 skipped
| Enter Look  p Pay  i Invoice  a Do  / Search  < > s Sort  f Filter  ? Help
Esc : "statement send --customer ACME" Enter
dump one
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Statements
|   Customer  Name               Cur   Balance  Skipped, since
|--------------------------------------------------------------------------------
| ▶!ACME      Acme Holdings Ltd  EUR  1,250.00  sent today: ST-1001
|  !MUTE      No Mail Ltd        EUR     50.00  sent today: ST-1002
|  !NEW       Newcomer & Co      EUR         .  nothing was ever billed
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
| ST-1005: 1 statement written, 0 skipped; today went already: ST-1003 to ACME
| Enter Look  p Pay  i Invoice  a Do  / Search  < > s Sort  f Filter  ? Help
