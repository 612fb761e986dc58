# Where the book wants it, whoever approves signs with a password, unseen, and it is shown.
$ book new --company "Northwind Lights" --currency EUR --sandbox
$ customer add --code ACME --name "Acme Holdings Ltd"
$ invoice issue --customer ACME --date 2026-09-20 --amount 4310
$ user add --name ben --role clerk --limit "credit=100"
$ --actor ben credit issue --customer ACME --amount 120 --reason "price of last year"
$ --actor ben credit issue --customer ACME --amount 130 --reason "freight"
$ book set --name sign.approvals --value 1
@ 80x24
A
Y
dump none
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Approvals                                                           what waits
|   No. Asked by Customer Name       Kind   Cur Amount Reason             Status
|--------------------------------------------------------------------------------
| ▶*A-2 ben      ACME     Acme Hold… credit EUR 130.00 freight            waits
|  *A-1 ben      ACME     Acme Hold… credit EUR 120.00 price of last year waits
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
| `approval approve` is signed with a password, and anna has none; `user
| password` sets it
| Enter Look  p Pay  Y Approve  - Reject  i Invoice  o Open/all  a Do  ? Help
":" "user password" Enter "grey heron" Enter "grey heron" Enter
Y
dump ask
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Approvals                                                           what waits
|   No. Asked by Customer Name       Kind   Cur Amount Reason             Status
|--------------------------------------------------------------------------------
| ▶*A-2 ben      ACME     Acme Hold… credit EUR 130.00 freight            waits
|  *A-1 ben      ACME     Acme Hold… credit EUR 120.00 price of last year waits
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
| Password of anna, to sign `approval approve` _________________________________
| Enter Done  Esc Back
Esc
dump left
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Approvals                                                           what waits
|   No. Asked by Customer Name       Kind   Cur Amount Reason             Status
|--------------------------------------------------------------------------------
| ▶*A-2 ben      ACME     Acme Hold… credit EUR 130.00 freight            waits
|  *A-1 ben      ACME     Acme Hold… credit EUR 120.00 price of last year waits
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
| no password was given; nothing was changed
| Enter Look  p Pay  Y Approve  - Reject  i Invoice  o Open/all  a Do  ? Help
Y "grey heon" Enter
dump wrong
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Approvals                                                           what waits
|   No. Asked by Customer Name       Kind   Cur Amount Reason             Status
|--------------------------------------------------------------------------------
| ▶*A-2 ben      ACME     Acme Hold… credit EUR 130.00 freight            waits
|  *A-1 ben      ACME     Acme Hold… credit EUR 120.00 price of last year waits
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
| that is not the password of anna
| Enter Look  p Pay  Y Approve  - Reject  i Invoice  o Open/all  a Do  ? Help
Y "grey heron" Enter
dump done
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Approvals                                                           what waits
|   No. Asked by Customer Name       Kind   Cur Amount Reason             Status
|--------------------------------------------------------------------------------
| ▶*A-1 ben      ACME     Acme Hold… credit EUR 120.00 price of last year waits
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
| A-2 is approved: credit memo of 130.00 EUR for ACME, asked for by ben; CM-1001
| for ACME: 130.00 EUR; 130.00 EUR left on account
| Enter Look  p Pay  Y Approve  - Reject  i Invoice  o Open/all  a Do  ? Help
":" "approval show 2" Enter
dump show
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| approval show --approval 2
| Approval A-2
|
| what        credit memo of 130.00 EUR
| customer    ACME, Acme Holdings Ltd
| reason      freight
| asked by    ben, 2026-11-22 12:00
| dated       2026-11-22
| expires     2026-12-06
| status      approved
| decided by  anna, 2026-11-22 12:00, signed with a password
|
| arledger credit issue --customer ACME --amount 130 --date 2026-11-22 --reason
| freight
|
| Granted to this customer
| Day         Kind    Document  By    Approval  Amount
| ----------  ------  --------  ----  --------  ------
| 2026-11-22  credit            anna  A-2       130.00
|
|
| 1-18 of 18
| / Search  v Keep  Ctrl-W When  @ Mail  P Print  x Save  ? Help
