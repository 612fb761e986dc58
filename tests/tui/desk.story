# The payment desk: money of which nobody knows whose it is, a payment that is taken back, what help offers there.
$ book new --company "Northwind Lights" --currency USD --sandbox
$ customer add --code ACME --name "Acme Holdings Ltd"
$ invoice issue --customer ACME --date 2026-09-20 --amount 4310
@ 80x24
1
dump empty
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Payment                                                               0 posted
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
|
| Enter Next  F4 List  Space Mark  F6 Propose  F3 Why  F9 Same  F10 Post  F1 Help
"?" Enter "77.50" Enter "B V LAMP" Enter
dump unidentified
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Payment                                                    1 posted  77.50 USD
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
| Posted: unidentified 77.50 transfer, P-1001; F8 takes it back
| Enter Next  F4 List  Space Mark  F6 Propose  F3 Why  F9 Same  F10 Post  F1 Help
"acme" Enter "4310" Enter F6
dump proposed
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Payment                                                    1 posted  77.50 USD
| Customer or invoice  acme__________  Acme Holdings Ltd  open 4,310.00  33 d
| Amount               ______4,310.00  * is all that is open
| Reference            ________________________
| Method               transfer____
| Date                 2026-11-22_  Sun
|
|       Document       Due        Days       Open Discount       Pays       Left
|  ![ ] INV-1001       2026-10-20   33   4,310.00                       4,310.00
|
|
|
|
|
|
|
|
|
|
|
|       nothing proposed               payment 4,310.00 USD   unapplied 4,310.00
| Nothing is marked: all of it would stay unapplied.
| Enter Next  F4 List  Space Mark  F6 Propose  F3 Why  F9 Same  F10 Post  F1 Help
F10 F8 y
dump taken-back
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Payment                                                     0 posted  0.00 USD
| Customer or invoice  acme__________  Acme Holdings Ltd  open 4,310.00  33 d
| Amount               ______4,310.00  * is all that is open
| Reference            ________________________
| Method               transfer____
| Date                 2026-11-22_  Sun
|
|       Document       Due        Days       Open Discount       Pays       Left
|  ![ ] INV-1001       2026-10-20   33   4,310.00                       4,310.00
|
|
|
|
|
|
|
|
|
|
|
|       nothing proposed               payment 4,310.00 USD   unapplied 4,310.00
| REV-1001: entry 4 is taken back: P-1001 over 77.50 USD
| Enter Next  F4 List  Space Mark  F6 Propose  F3 Why  F9 Same  F10 Post  F1 Help
F1
dump help
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Payment                                                     0 posted  0.00 USD
| Keys of Payment:  ____________________________________________________________
|--------------------------------------------------------------------------------
| ▶ Space   in the lines: this one is paid, or not                       Payment
|   F10     posts the payment, from any field                            Payment
|   Ctrl-N  enters payments into a batch, looks at its lines, or leav…   Payment
|   Ctrl-P  amounts as on an adding machine: 12345 is 123.45; again: …   Payment
|   F6      the next thing that the rules of autocash find for it, th…   Payment
|   F3      why it is proposed so: every rule, what it finds or why i…   Payment
|   F9      the same as in the payment before; again: the number afte…   Payment
|   Ctrl-D  the same as in the payment before; again: the number afte…   Payment
|   F11     a late discount or small rest is given; again: not           Payment
|   Ctrl-O  a late discount or small rest is given; again: not           Payment
|   F8      reverses the payment that was posted last; of a batch, ta…   Payment
|   Ctrl-R  reverses the payment that was posted last; of a batch, ta…   Payment
|   Enter   next field; on the last one, done                            Payment
|   F4      the codes to choose from                                     Payment
|   Ctrl-T  the codes to choose from                                     Payment
|   Ctrl-S  do it, from any field                                        Payment
|   Esc     leave; what was typed is kept                                Payment
|
|
| Enter Choose  letters Narrow  PgDn More  Esc Back
Esc Esc Esc
# F4 lists the methods, and posts nothing
Esc Esc : "pay" Enter C-u "acme" Enter "10" Enter Tab F4
dump methods
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Payment                                                               0 posted
| Method  ______________________________________________________________________
|--------------------------------------------------------------------------------
| ▶ transfer
|   cheque
|   cash
|   card
|   direct-debit
|
|
|
|
|
|
|
|
|
|
|
|
|
|
| Enter Choose  letters Narrow  PgDn More  Esc Back
"card" Enter
dump by-card
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Payment                                                               0 posted
| Customer or invoice  acme__________  Acme Holdings Ltd  open 4,310.00  33 d
| Amount               _________10.00  * is all that is open
| Reference            ________________________
| Method               card________  Space changes
| Date                 2026-11-22_  Sun
|
|       Document       Due        Days       Open Discount       Pays       Left
|  ![ ] INV-1001       2026-10-20   33   4,310.00                       4,310.00
|
|
|
|
|
|
|
|
|
|
|
|       nothing proposed                     payment 10.00 USD   unapplied 10.00
|
| Enter Next  F4 List  Space Mark  F6 Propose  F3 Why  F9 Same  F10 Post  F1 Help
# what is questioned is seen before it is paid
Esc Esc : "dispute open --invoice INV-1001 --amount 310 --reason price" Enter
: "pay" Enter C-u "1001" Enter Enter
dump disputed
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Payment                                                               0 posted
| Customer or invoice  1001__________  Acme Holdings Ltd  open 4,310.00  33 d
| Amount               _________10.00  = INV-1001 in part
| Reference            ________________________
| Method               card________
| Date                 2026-11-22_  Sun
|
|       Document       Due        Days       Open Discount       Pays       Left
|  *[x] INV-1001       2026-10-20   33   4,310.00               10.00   4,300.00
|
|
|
|
|
|
|
|
|
|
|
|       disputed 310.00 of INV-1001: PRICE         payment 10.00 USD   left 0.00
|
| Enter Next  F4 List  Space Mark  F6 Propose  F3 Why  F9 Same  F10 Post  F1 Help
# an amount that the paper proposed is not another payer's, also when it was kept meanwhile
C-u Esc Esc : "pay" Enter C-u "?" Enter C-u "1" Backspace BackTab C-u "1001" Enter Esc
: "pay" Enter C-u "acme" Enter
dump another-payer
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Payment                                                               0 posted
| Customer or invoice  acme__________  Acme Holdings Ltd  open 4,310.00  33 d
| Amount               ______________  * is all that is open
| Reference            ________________________
| Method               card________
| Date                 2026-11-22_  Sun
|
|       Document       Due        Days       Open Discount       Pays       Left
|  *[ ] INV-1001       2026-10-20   33   4,310.00                       4,310.00
|
|
|
|
|
|
|
|
|
|
|
|       nothing proposed
|
| Enter Next  F4 List  Space Mark  F6 Propose  F3 Why  F9 Same  F10 Post  F1 Help
# the payer is put into words anew when the screen has another width
resize 60x20
BackTab C-u "acme" Enter
resize 80x24
dump wider-again
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Payment                                                               0 posted
| Customer or invoice  acme__________  Acme Holdings Ltd  open 4,310.00  33 d
| Amount               ______________  * is all that is open
| Reference            ________________________
| Method               card________
| Date                 2026-11-22_  Sun
|
|       Document       Due        Days       Open Discount       Pays       Left
|  *[ ] INV-1001       2026-10-20   33   4,310.00                       4,310.00
|
|
|
|
|
|
|
|
|
|
|
|       nothing proposed
|
| Enter Next  F4 List  Space Mark  F6 Propose  F3 Why  F9 Same  F10 Post  F1 Help
