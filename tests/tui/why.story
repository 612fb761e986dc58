# The payment desk tells why: every rule of autocash, what it finds or why it does not fit.
$ book new --company "Northwind Lights" --currency USD --sandbox
$ customer add --code ACME --name "Acme Holdings Ltd"
$ invoice issue --customer ACME --date 2026-09-20 --amount 4310
$ invoice issue --customer ACME --date 2026-10-02 --amount 900
$ invoice issue --customer ACME --date 2026-11-10 --amount 2118.40
$ credit issue --customer ACME --date 2026-11-11 --amount 120 --reason goods
@ 80x24
1
"acme" Enter "3018.40" Enter "for 1002"
dump proposed
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Payment                                                               0 posted
| Customer or invoice  acme__________  Acme Holdings Ltd  open 7,328.40  33 d
| Amount               ______3,018.40  = 2 papers in full
| Reference            for 1002________________
| Method               transfer____
| Date                 2026-11-22_  Sun
|
|       Document       Due        Days       Open Discount       Pays       Left
|  ![ ] INV-1001       2026-10-20   33   4,310.00                       4,310.00
|  ![x] INV-1002       2026-11-01   21     900.00              900.00       0.00
|   [ ] CM-1001                           -120.00                        -120.00
|   [x] INV-1003       2026-12-10        2,118.40            2,118.40       0.00
|
|
|
|
|
|
|
|
|       a choice of items that comes to it      payment 3,018.40 USD   left 0.00
|
| Enter Next  F4 List  Space Mark  F6 Propose  F3 Why  F9 Same  F10 Post  F1 Help
F3
dump why
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Payment                                                               0 posted
| Customer or invoice  acme__________  Acme Holdings Ltd  open 7,328.40  33 d
|--------------------------------------------------------------------------------
|    Why
|    Marked: a choice of items that comes to it.
|
|    6  a choice of items that comes to it: INV-1002 900.00 + INV-1003
|    2,118.40 = 3,018.40
|    7  oldest due first: INV-1001 4,310.00 = 4,310.00; 3,018.40 came
|    1  not by the numbers in the reference: the text names nothing that is
|    open
|    2  not by the amount: no single item comes to it
|    3  not clears the whole account: that comes to 7,208.40
|    4  not clears all that is past due: that comes to 5,090.00
|    5  not clears what is past due on the same terms, or a statement: what
|    is past due on any terms does not come to it
|
|
|    Enter goes on
|--------------------------------------------------------------------------------
|       a choice of items that comes to it      payment 3,018.40 USD   left 0.00
|
|
Esc
F10
dump posted
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Payment                                                 1 posted  3,018.40 USD
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
| Posted: ACME Acme Holdings Ltd 3,018.40 transfer, P-1001; F8 takes it back
| Enter Next  F4 List  Space Mark  F6 Propose  F3 Why  F9 Same  F10 Post  F1 Help
