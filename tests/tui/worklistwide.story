# The worklist where there is room: next action, promise, telephone, person.
$ book new --company "Northwind Lights" --currency USD --sandbox
$ customer add --code ACME --name "Acme Holdings Ltd" --limit 500 --phone "+1 617 555 0100" --collector anna
$ customer add --code HAIER --name "海尔集团公司有限责任公司北京分公司国际贸易部" --phone "+86 10 5550 0199" --contact "王伟"
$ invoice issue --customer ACME --date 2026-09-20 --amount 4310
$ invoice issue --customer HAIER --date 2026-08-02 --amount 9000.30
$ promise take --customer ACME --amount 1000 --date 2026-11-24
$ contact log --customer HAIER --date 2026-11-15 --next 2026-11-22 --action "ask for the payment run"
@ 132x43
: "go worklist" Enter
dump worklist
| TEST  Northwind Lights                                                                                        Sun 2026-11-22  anna
| Worklist                                                                                      on 2026-11-22, 2 accounts, 2 to call
|   Score  Customer            Overdue  Days  Why                     Last        Next        Promise               Phone
|------------------------------------------------------------------------------------------------------------------------------------
| ▶    85  海尔集团公司有…    9,000.30    82  call back, over 60 d,…  2026-11-15  2026-11-22                        +86 10 5550 0199
|      45  Acme Holdings L…   4,310.00    33  over limit, first tim…                          open 1000.00 USD fo…  +1 617 555 0100
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|          Total             13,310.30
| 1 of 2
| Enter Look  W Why  c Call  m Promise  ; Note  d Dispute  p Pay  D Dun  h Hold  & Next  i Invoice  a Do  / Search  ? Help
: "work anna" Enter
dump anna
| TEST  Northwind Lights                                                                                        Sun 2026-11-22  anna
| Worklist of anna                                                                         of anna, 2026-11-22, 1 account, 1 to call
|   Score Customer          Cur  Overdue Days Why                                Promise                         Phone
|------------------------------------------------------------------------------------------------------------------------------------
| ▶    45 Acme Holdings Ltd USD 4,310.00   33 over limit, first time, no contact open 1000.00 USD for 2026-11-24 +1 617 555 0100
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|         Total                 4,310.00
| 1 of 1
| Enter Look  W Why  c Call  m Promise  ; Note  d Dispute  p Pay  D Dun  h Hold  & Next  i Invoice  a Do  / Search  ? Help
