# Mails wait on a screen of their own; what was sent is looked at as it went out.
$ book new --company "Northwind Lights" --currency EUR --sandbox
$ customer add --code HAIER --name "海尔集团公司有限责任公司北京分公司" --email pay@haier.test
$ customer add --code MUTE --name "No Mail Ltd"
$ invoice issue --customer HAIER --date 2026-10-02 --amount 100
$ invoice issue --customer MUTE --date 2026-10-02 --amount 50
$ mail send INV-1001
$ statement send --all --mail
@ 80x24
: "go outbox" Enter
dump outbox
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Outbox
|   Mail State   Customer With     To             Subject
|--------------------------------------------------------------------------------
| ▶    1 waiting HAIER    INV-1001 pay@haier.test Invoice INV-1001 from Northwi…
|      2 waiting HAIER    ST-1001  pay@haier.test Northwind Lights: statement S…
|
|
|
|
|
|
|
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
| Enter Look  F10 Send  p Pay  Del Remove  ~ Again  i Invoice  o Open/all  ? Help
Enter
dump page
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Sent INV-1001
| Invoice INV-1001
|
| Northwind Lights
| 海尔集团公司有限责任公司北京分公司
| Customer  HAIER
| Date      2026-10-02
| Terms     30 days net
|
| Text  Quantity  Price  Tax     Net
| ----  --------  -----  ---  ------
|                             100.00
|
| Total              100.00 EUR
| Due                2026-11-01
| Payment reference  RF06 INV1 001
|
|
|
|
|
| 1-15 of 15
| / Search  P Print  x Save  ? Help
Esc Del
dump drop
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| outbox drop                                      do not send a mail that waits
| Mail    1_______
| Reason  ____________________________________
|
|
|
|
|
|
|
|
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
Esc
: "go sent" Enter
dump sent
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Sent
|   Id Date       Customer Name        Kind      Number   By   To          Entry
|--------------------------------------------------------------------------------
| ▶  2 2026-11-22 HAIER    海尔集团公… statement ST-1001  mail pay@haier.…     7
|    1 2026-11-22 HAIER    海尔集团公… document  INV-1001 mail pay@haier.…     6
|
|
|
|
|
|
|
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
| Enter Look  p Pay  @ Mail  i Invoice  + New  a Do  / Search  < > s Sort  ? Help
# A statement is no paper of the books: what can be done with it, and with its customer.
a
dump do
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Sent
| Do:  _________________________________________________________________________
|--------------------------------------------------------------------------------
| ▶ mail send                 put statements, papers and letters into the outb…
|   customer set              change a customer's account
|   customer special          give a customer other terms or another discount,…
|   customer erase            take a customer's personal data out of the book,…
|   customer merge            make one of two accounts of the same customer
|   customer match            set credits and unapplied money off against what…
|   person add                note a person at a customer
|   person set                change what is noted of a person at a customer, …
|   contact log               note a call, letter, visit, enquiry or the like
|   alias add                 know a payer by an account, a number or a name
|   statement issue           record that a statement goes to a customer, and …
|   confirmation send         ask a customer to confirm what it owes, and show…
|   balance assert            note what a customer says that it owed on a day;…
|   promise take              note what a customer promises to pay, and when
|   plan make                 let a customer pay invoices in dated instalments
|   hold set                  stop orders of a customer by hand
|   hold release              end the hold on a customer
| put statements, papers and letters into the outbox, as mails to their custome…
| 1 of 2
| Enter Choose  letters Narrow  PgDn More  Esc Back
Esc
