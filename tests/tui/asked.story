# What is chosen or asked has its own bar; a field without a list says so; what stays unapplied is told.
$ book new --company "Northwind Lights" --currency USD --sandbox
$ customer add --code COBALT --name "Cobalt & Sons"
$ invoice issue --customer COBALT --date 2026-10-25 --amount 120
@ 80x24
1 F1 Down Down Down
dump keys
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Payment                                                               0 posted
| Keys of Payment:  ____________________________________________________________
|--------------------------------------------------------------------------------
|   Space   in the lines: this one is paid, or not                       Payment
|   F10     posts the payment, from any field                            Payment
|   Ctrl-N  enters payments into a batch, looks at its lines, or leav…   Payment
| ▶ Ctrl-P  amounts as on an adding machine: 12345 is 123.45; again: …   Payment
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
| amounts as on an adding machine: 12345 is 123.45; again: as written
|
| Enter Choose  letters Narrow  PgDn More  Esc Back
Esc Tab F4
dump nolist
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
| This field has no list to choose from.
| Enter Next  F4 List  Space Mark  F6 Propose  F3 Why  F9 Same  F10 Post  F1 Help
Shift-Tab "1001" Enter "150" Enter Enter Enter
dump unapplied
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Payment                                                   1 posted  150.00 USD
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
| Posted: INV-1001 Cobalt & Sons 150.00 transfer, P-1001, 30.00 unapplied
| Enter Next  F4 List  Space Mark  F6 Propose  F3 Why  F9 Same  F10 Post  F1 Help
"COBALT" Enter "10" Tab Tab "cheque" Tab "+20" F10 F10
dump inhand
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Payment                                                   2 posted  160.00 USD
| Customer or invoice  ______________  F4 lists; ? when nobody knows whose
| Amount               ______________
| Reference            ________________________
| Method               cheque______
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
| Posted: COBALT Cobalt & Sons 10.00 cheque, P-1002, 10.00 unapplied, in hand
| until 2026-12-12
| Enter Next  F4 List  Space Mark  F6 Propose  F3 Why  F9 Same  F10 Post  F1 Help
Esc :
dump line
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Start                                                               all in USD
|--------------------------------------------------------------------------------
| Owed to us                -30.00    gross 0.00 less unapplied 30.00
| Overdue                     0.00    due this week 0.00
| Disputed                    0.00    0 cases
|
| Current                                                      0.00
| 1-30                                                         0.00
| 31-60                                                        0.00
| 61-90                                                        0.00
| Over 90                                                      0.00
|
| Today
| ▶   1 receipt in hand, next on 2026-12-12                     10.00
|
|
|
|
|
|
|
| : ____________________________________________________________________________
| Enter Done  Esc Back  Up Down Typed before
Esc : "payment reverse --payment P-1001 --reason nsf" Enter F1
dump form
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| payment reverse
| Keys of Form:  _______________________________________________________________
|--------------------------------------------------------------------------------
| ▶ Enter   next field; on the last one, done                               Form
|   F4      the codes to choose from           this field has no list to choose…
|   Ctrl-T  the codes to choose from           this field has no list to choose…
|   F10     do it, from any field                                           Form
|   Ctrl-S  do it, from any field                                           Form
|   Esc     leave; what was typed is kept                                   Form
|   F1      the keys that are valid here; Enter runs one                    Form
|   F12     leave; what was typed is kept                                   Form
|   F2      everything that can be done, by name                      everywhere
|   F5      read it from the book again                               everywhere
|   Ctrl-W  the line by which cron brings what is shown again and …   everywhere
|   Ctrl-G  anything in the book, by number, name, reference, note…   everywhere
|   Ctrl-L  draw the whole screen again                               everywhere
|   Ctrl-Z  back to the shell; `fg` there comes back                  everywhere
|   Ctrl-X  lock the screens; your password opens them again          everywhere
|   Ctrl-C  stop the running work                                     everywhere
|
|
|
| Enter Choose  letters Narrow  PgDn More  Esc Back
