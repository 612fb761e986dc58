# Where the aging shows whole units a few cents are a 0, and nothing is a dot.
$ book new --company "Northwind Lights" --currency USD --sandbox
$ customer add --code ACME --name "Acme Holdings Ltd"
$ customer add --code COBALT --name "Cobalt & Sons"
$ invoice issue --customer ACME --date 2026-09-20 --amount 0.45
$ invoice issue --customer COBALT --date 2026-10-02 --amount 4310
@ 80x24
4
dump whole
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Aging as of 2026-11-22                   by due date, posted, USD, whole units
|   Name             Cur Current  1-30 31-60 61-90 Over 90 Unapplied Total
|--------------------------------------------------------------------------------
| ▶!Acme Holdings L… USD       .     .     0     .       .         .     0   █
|  !Cobalt & Sons    USD       . 4,310     .     .       .         . 4,310  █
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|   Total                      . 4,310     0     .       .         . 4,310
| Sub-ledger 4,310.45 = control account on 2026-11-22, difference 0.00
| [ ] Month  { } Year  Enter Look  < > s Sort  f Filter  p Pay  g Group  ? Help
resize 132x24
dump exact
| TEST  Northwind Lights                                                                                        Sun 2026-11-22  anna
| Aging as of 2026-11-22                                                                                    by due date, posted, USD
|   Customer Name              Cur Current     1-30 31-60 61-90 Over 90 Unapplied    Total Disputed Owner Last paid Promise
|------------------------------------------------------------------------------------------------------------------------------------
| ▶!ACME     Acme Holdings Ltd USD       .        .  0.45     .       .         .     0.45        .                           █
|  !COBALT   Cobalt & Sons     USD       . 4,310.00     .     .       .         . 4,310.00        .                          █
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|            Total                       . 4,310.00  0.45     .       .         . 4,310.45        .
| Sub-ledger 4,310.45 = control account on 2026-11-22, difference 0.00
| [ ] Month  { } Year  Enter Look  < > s Sort  f Filter  p Pay  g Group  b Basis  D Dun  i Invoice  a Do  / Search  x Save  ? Help
