# A run of AutoCash over the money that waits: looked at, a payment left out, posted as one entry, taken back as one.
$ book new --company "Northwind Lights" --currency USD --sandbox
$ customer add --code ACME --name "Acme Holdings Ltd"
$ customer add --code BOREALIS --name "北極光照明有限公司"
$ customer add --code COBALT --name "Cobalt & Sons"
$ invoice issue --customer ACME --date 2026-09-20 --amount 4310
$ invoice issue --customer ACME --date 2026-10-02 --amount 900
$ invoice issue --customer BOREALIS --date 2026-10-02 --amount 1204.50
$ invoice issue --customer BOREALIS --date 2026-10-03 --amount 1204.50
$ invoice issue --customer COBALT --date 2026-10-03 --amount 77
$ alias add --customer COBALT --kind account --value "021000021 99887"
$ payment receive --customer ACME --amount 900 --date 2026-11-20
$ payment receive --customer ACME --amount 4310 --date 2026-11-21 --reference "INV-1001"
$ payment receive --customer BOREALIS --amount 1204.50 --date 2026-11-21
$ payment receive --amount 77 --date 2026-11-21 --payer "COBALT SONS" --payer-account "02100002199887"
$ payment receive --amount 5 --date 2026-11-21 --payer "nobody we know"
@ 80x24
: "go autocash" Enter
dump run
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| AutoCash                                                   3 of 5 to be posted
|   Payment Customer   Amount Rule        Applied What and why
|--------------------------------------------------------------------------------
| ▶*P-1005               5.00                     nobody is known by what came …
|  +P-1001  ACME       900.00 exact        900.00 by the amount: INV-1002 900.0…
|  +P-1002  ACME     4,310.00 references 4,310.00 by the numbers in the referen…
|  *P-1003  BOREALIS 1,204.50 exact               only proposed, since 2 items …
|  +P-1004  COBALT      77.00 exact         77.00 payer by the account 02100002…
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
|   Total            6,496.50            5,287.00
| Matched by rule 3 of 5, 60.0 %; whole 3, 60.0 %: references 1 exact 2
| Enter Why  Space Leave out  F10 Post  a Do  / Search  < > s Sort  ? Help
Space
dump not-certain
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| AutoCash                                                   3 of 5 to be posted
|   Payment Customer   Amount Rule        Applied What and why
|--------------------------------------------------------------------------------
| ▶*P-1005               5.00                     nobody is known by what came …
|  +P-1001  ACME       900.00 exact        900.00 by the amount: INV-1002 900.0…
|  +P-1002  ACME     4,310.00 references 4,310.00 by the numbers in the referen…
|  *P-1003  BOREALIS 1,204.50 exact               only proposed, since 2 items …
|  +P-1004  COBALT      77.00 exact         77.00 payer by the account 02100002…
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
|   Total            6,496.50            5,287.00
| This one is not certain, so the run leaves it; Enter tells why.
| Enter Why  Space Leave out  F10 Post  a Do  / Search  < > s Sort  ? Help
Down Enter
dump look
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| AutoCash                                                   3 of 5 to be posted
|   Payment Customer   Amount Rule        Applied What and why
|--------------------------------------------------------------------------------
|  *P-1005               5.00                     nobody is known by what came …
| ▶+P-1001  ACME       900.00 exact        900.00 by the amount: INV-1002 900.0…
|  +P-1002  ACME     4,310.00 references 4,310.00 by the numbers in the referen…
|--------------------------------------------------------------------------------
|    P-1001  900.00
|    by the amount: INV-1002 900.00 = 900.00
|
|    Rules that did not fit:
|    references: the text names nothing that is open
|
|
|    Enter goes on
|--------------------------------------------------------------------------------
|
|
|
|
|   Total            6,496.50            5,287.00
| Matched by rule 3 of 5, 60.0 %; whole 3, 60.0 %: references 1 exact 2
|
Esc
Space
dump left-out
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| AutoCash                                                   2 of 5 to be posted
|   Payment Customer   Amount Rule        Applied What and why
|--------------------------------------------------------------------------------
|  *P-1005               5.00                     nobody is known by what came …
|  -P-1001  ACME       900.00 exact        900.00 by the amount: INV-1002 900.0…
| ▶+P-1002  ACME     4,310.00 references 4,310.00 by the numbers in the referen…
|  *P-1003  BOREALIS 1,204.50 exact               only proposed, since 2 items …
|  +P-1004  COBALT      77.00 exact         77.00 payer by the account 02100002…
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
|   Total            6,496.50            5,287.00
| Matched by rule 3 of 5, 60.0 %; whole 3, 60.0 %: references 1 exact 2
| Enter Why  Space Leave out  p Pay  F10 Post  i Invoice  a Do  / Search  ? Help
F10
dump posted
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| AutoCash                                                   0 of 3 to be posted
|   Payment  Customer    Amount  Rule   Applied  What and why
|--------------------------------------------------------------------------------
|  *P-1005                 5.00                  nobody is known by what came w…
|  -P-1001   ACME        900.00  exact   900.00  by the amount: INV-1002 900.00…
| ▶*P-1003   BOREALIS  1,204.50  exact           only proposed, since 2 items c…
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
|   Total              2,109.50          900.00
| 1 identified, 2 applied, 1 only proposed, 1 without a rule that fits
| Enter Why  Space Leave out  p Pay  F10 Post  i Invoice  a Do  / Search  ? Help
u
dump undo
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| AutoCash                                                   0 of 3 to be posted
|   Payment  Customer    Amount  Rule   Applied  What and why
|--------------------------------------------------------------------------------
|--------------------------------------------------------------------------------
|    Please confirm
|    Entry 16 was: 1 identified, 2 applied, 1 only proposed, 1 without a rule
|    that fits
|
|    payment autocash --undo 16
|    Takes back all that entry 16 posted: TR-1001 over 77.00 USD counts no
|    more. Open again: 4310.00 of INV-1001 from P-1002, 77.00 of INV-1005
|    from P-1004. This is final.
|
|    Run it?
|
|
|    y yes   n no (Enter, Esc)
|--------------------------------------------------------------------------------
|
|
|   Total              2,109.50          900.00
| Matched by rule 1 of 3, 33.3 %; whole 1, 33.3 %: exact 1
|
y
dump back
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| AutoCash                                                   2 of 5 to be posted
|   Payment Customer   Amount Rule        Applied What and why
|--------------------------------------------------------------------------------
|  *P-1005               5.00                     nobody is known by what came …
|  -P-1001  ACME       900.00 exact        900.00 by the amount: INV-1002 900.0…
|  +P-1002  ACME     4,310.00 references 4,310.00 by the numbers in the referen…
| ▶*P-1003  BOREALIS 1,204.50 exact               only proposed, since 2 items …
|  +P-1004  COBALT      77.00 exact         77.00 payer by the account 02100002…
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
|   Total            6,496.50            5,287.00
| entry 16 is taken back: TR-1001 over 77.00 USD; open again: 4310.00 of
| INV-1001 from P-1002, 77.00 of INV-1005 from P-1004
| Enter Why  Space Leave out  p Pay  F10 Post  i Invoice  a Do  / Search  ? Help
!
dump shell
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| AutoCash                                                   2 of 5 to be posted
|   Payment Customer   Amount Rule        Applied What and why
|--------------------------------------------------------------------------------
|  *P-1005               5.00                     nobody is known by what came …
|  -P-1001  ACME       900.00 exact        900.00 by the amount: INV-1002 900.0…
|  +P-1002  ACME     4,310.00 references 4,310.00 by the numbers in the referen…
| ▶*P-1003  BOREALIS 1,204.50 exact               only proposed, since 2 items …
|--------------------------------------------------------------------------------
|    The same in the shell
|    arledger -b book.arl payment autocash --explain
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
|   Total            6,496.50            5,287.00
| Matched by rule 3 of 5, 60.0 %; whole 3, 60.0 %: references 1 exact 2
|
Esc
Esc
: "go autocash 2026-11-21 2026-11-21" Enter
dump one-day
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| AutoCash 2026-11-21                                        2 of 4 to be posted
|   Payment Customer   Amount Rule        Applied What and why
|--------------------------------------------------------------------------------
| ▶*P-1005               5.00                     nobody is known by what came …
|  +P-1002  ACME     4,310.00 references 4,310.00 by the numbers in the referen…
|  *P-1003  BOREALIS 1,204.50 exact               only proposed, since 2 items …
|  +P-1004  COBALT      77.00 exact         77.00 payer by the account 02100002…
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
|   Total            5,596.50            4,387.00
| Matched by rule 2 of 4, 50.0 %; whole 2, 50.0 %: references 1 exact 1
| Enter Why  Space Leave out  F10 Post  a Do  / Search  < > s Sort  ? Help
