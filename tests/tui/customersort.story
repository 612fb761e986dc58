# Customers in the order of what they owe: nobody is hidden, currency by currency, as the shell's
# --sort has them; a name that was mistyped at the payment desk is found near. No
# file is written whose name ends unknown; sheets are named by what is on them.
$ book new --company "Northwind Lights" --currency EUR --sandbox
$ customer add --code ACME --name "Acme Holdings Ltd"
$ customer add --code NIL --name "Ørsted A/S"
$ customer add --code SMITH --name "Smith & Sons"
$ customer add --code USA --name "Zenith Inc" --currency USD
$ invoice issue --customer SMITH --date 2026-09-01 --amount 90
$ invoice issue --customer ACME --date 2026-11-01 --amount 900
$ invoice issue --customer USA --date 2026-09-01 --amount 10 --rate 0.9
@ 80x24
: "customers" Enter > > > > s
dump overdue
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Customers                             by what is overdue, currency by currency
|   Code  Name              Cur▲ Balance Overdue▼ Oldest Limit Terms Collector
|--------------------------------------------------------------------------------
|  !SMITH Smith & Sons      EUR    90.00    90.00     52       NET30
| ▶ ACME  Acme Holdings Ltd EUR   900.00        .              NET30
|   NIL   Ørsted A/S        EUR        .        .              NET30
|  !USA   Zenith Inc        USD    10.00    10.00     52       NET30
|
|
|
|
|
|
|
|
|
|
|
|
|
|
| 2 of 4
| Enter Look  p Pay  i Invoice  + New  e Change  D Dun  a Do  / Search  ? Help
s
dump turned
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Customers                             by what is overdue, currency by currency
|   Code  Name              Cur▲ Balance Overdue▲ Oldest Limit Terms Collector
|--------------------------------------------------------------------------------
| ▶ ACME  Acme Holdings Ltd EUR   900.00        .              NET30
|   NIL   Ørsted A/S        EUR        .        .              NET30
|  !SMITH Smith & Sons      EUR    90.00    90.00     52       NET30
|  !USA   Zenith Inc        USD    10.00    10.00     52       NET30
|
|
|
|
|
|
|
|
|
|
|
|
|
|
| 1 of 4
| Enter Look  p Pay  i Invoice  + New  e Change  D Dun  a Do  / Search  ? Help
!
dump shell
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Customers                             by what is overdue, currency by currency
|   Code  Name              Cur▲ Balance Overdue▲ Oldest Limit Terms Collector
|--------------------------------------------------------------------------------
| ▶ ACME  Acme Holdings Ltd EUR   900.00        .              NET30
|   NIL   Ørsted A/S        EUR        .        .              NET30
|  !SMITH Smith & Sons      EUR    90.00    90.00     52       NET30
|  !USA   Zenith Inc        USD    10.00    10.00     52       NET30
|--------------------------------------------------------------------------------
|    The same in the shell
|    arledger -b book.arl customer list --sort overdue
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
|
| 1 of 4
|
Esc
x Ctrl-U "m.xyz" Enter
dump unknown
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Customers                             by what is overdue, currency by currency
|   Code  Name              Cur▲ Balance Overdue▲ Oldest Limit Terms Collector
|--------------------------------------------------------------------------------
| ▶ ACME  Acme Holdings Ltd EUR   900.00        .              NET30
|   NIL   Ørsted A/S        EUR        .        .              NET30
|  !SMITH Smith & Sons      EUR    90.00    90.00     52       NET30
|  !USA   Zenith Inc        USD    10.00    10.00     52       NET30
|
|
|
|
|
|
|
|
|
|
|
|
|
| no file is written as .xyz; the name ends with one of .csv .json .txt .pdf
| .xlsx
| Enter Look  p Pay  i Invoice  + New  e Change  D Dun  a Do  / Search  ? Help
P
dump preview
| Preview                                                sheets across, 130 wide
| Customers to usual printer, as text                                   1-8 of 8
| Customers                                                                     …
|
|   Code   Name               Cur  Balance  Overdue  Oldest  Limit  Terms  Colle…
|   -----  -----------------  ---  -------  -------  ------  -----  -----  -----…
|   ACME   Acme Holdings Ltd  EUR   900.00        .                 NET30
|   NIL    Ørsted A/S         EUR        .        .                 NET30
| ! SMITH  Smith & Sons       EUR    90.00    90.00      52         NET30
| ! USA    Zenith Inc         USD    10.00    10.00      52         NET30
|
|
|
|
|
|
|
|
|
|
|
|
|
| P Print  d Printer  c Copies  t Text/PDF  x Save  Esc Back  ? Help
Esc
: "worklist" Enter "?" "note a call"
dump help
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Worklist                                  on 2026-11-22, 2 accounts, 2 to call
| Keys of Worklist:  note a call________________________________________________
|--------------------------------------------------------------------------------
| ▶ c          note a call, letter, visit, enquiry or the like          Worklist
|   &          kind note: note a call, letter, visit, enquiry or the…   Worklist
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
| no rate on this day, placed among themselves alone: USD
| Enter Choose  letters Narrow  PgDn More  Esc Back
Esc Esc
: "pay" Enter "Smiht" Enter
dump mended
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Payment                                                               0 posted
| Customers  Smiht______________________________________________________________
|--------------------------------------------------------------------------------
| ▶ SMITH  Smith & Sons
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
| Nothing is written just so; this is near to it. Ctrl-U shows all.
|
| Enter Choose  letters Narrow  PgDn More  Esc Back
Enter
dump taken
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Payment                                                               0 posted
| Customer or invoice  SMITH_________  Smith & Sons  open 90.00  52 d
| Amount               ______________  * is all that is open
| Reference            ________________________
| Method               transfer____
| Date                 2026-11-22_  Sun
|
|       Document       Due        Days       Open Discount       Pays       Left
|  ![ ] INV-1001       2026-10-01   52      90.00                          90.00
|
|
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
