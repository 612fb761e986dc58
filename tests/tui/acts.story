# Posting from the prompt, taking it back, saving and printing what is shown.
$ book new --company "Northwind Lights" --currency USD --sandbox
$ customer add --code ACME --name "Acme Holdings Ltd" --limit 50000 --phone "+1 617 555 0100" --address "12 Long Wharf, Boston" --collector anna
$ customer add --code BOREALIS --name "Borealis Gesellschaft für nordische Beleuchtungstechnik und Leuchtmittel mbH" --collector ben
$ customer add --code HAIER --name "海尔集团公司有限责任公司北京分公司国际贸易部" --limit 5000
$ customer add --code COBALT --name "Cobalt & Sons"
$ invoice issue --customer ACME --date 2026-09-20 --amount 4310
$ invoice issue --customer ACME --date 2026-10-02 --line "text=Lamps; qty=3; price=300"
$ invoice issue --customer BOREALIS --date 2026-06-02 --amount 1234567.89
$ invoice issue --customer BOREALIS --date 2026-11-20 --amount 18204
$ invoice issue --customer HAIER --date 2026-08-02 --line "text=Lamps; qty=3; price=3000.10"
$ invoice issue --customer COBALT --date 2026-10-25 --amount 120
$ credit issue --customer COBALT --date 2026-11-01 --amount 20 --reason damaged
$ payment receive --customer ACME --amount 5000 --date 2026-11-02 --apply INV-1001
$ payment receive --amount 77.5 --payer nobody --date 2026-11-18
$ dispute open --invoice INV-1002 --reason price
@ 80x24
: "payment receive --customer COBALT --amount 100 --apply INV-1006" Enter
dump posted
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Start                                                               all in USD
|--------------------------------------------------------------------------------
| Owed to us          1,261,982.19    gross 1,262,692.19 less unapplied 710.00
| Overdue     !       1,244,468.19    98.6 % of gross   due this week 20.00
| Disputed    *             900.00    1 case
|
| Current   ▌                                             18,224.00     1.4 %
| 1-30      ▏                                                900.00     0.1 %
| 31-60                                                        0.00     0.0 %
| 61-90     ▎                                              9,000.30     0.7 %
| Over 90   ███████████████████████████████████▏       1,234,567.89    97.8 %
|
| Today
| ▶ ! 2 customers to call                                1,243,568.19
|   ! 1 payment of which nobody knows whose                     77.50
|     2 credits unapplied for more than 2 days                 710.00
|   * 1 dispute is open                                        900.00
|
|
|
|
| P-1003: 100.00 USD from COBALT; INV-1006 100.00
| 1 Pay  2 Customers  3 Invoices  4 Aging  5 Worklist  6 Bank  7 Reports  ? Help
u
dump proposal
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Start                                                               all in USD
|--------------------------------------------------------------------------------
| Owed to us          1,261,982.19    gross 1,262,692.19 less unapplied 710.00
| Overdue     !       1,244,468.19    98.6 % of gross   due this week 20.00
|--------------------------------------------------------------------------------
|    Please confirm
|    Entry 16 was: P-1003: 100.00 USD from COBALT; INV-1006 100.00
|
|    journal reverse --entry 16
|    Takes back all that entry 16 posted: P-1003 over 100.00 USD counts no
|    more, cash included. Open again: 100.00 of INV-1006 from P-1003. This is
|    final.
|
|    Run it?
|
|
|    y yes   n no (Enter, Esc)
|--------------------------------------------------------------------------------
|
|
|
| Sub-ledger 1,261,982.19  control 1,261,982.19  difference 0.00  journal 16
|
n
dump refused
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Start                                                               all in USD
|--------------------------------------------------------------------------------
| Owed to us          1,261,982.19    gross 1,262,692.19 less unapplied 710.00
| Overdue     !       1,244,468.19    98.6 % of gross   due this week 20.00
| Disputed    *             900.00    1 case
|
| Current   ▌                                             18,224.00     1.4 %
| 1-30      ▏                                                900.00     0.1 %
| 31-60                                                        0.00     0.0 %
| 61-90     ▎                                              9,000.30     0.7 %
| Over 90   ███████████████████████████████████▏       1,234,567.89    97.8 %
|
| Today
| ▶ ! 2 customers to call                                1,243,568.19
|   ! 1 payment of which nobody knows whose                     77.50
|     2 credits unapplied for more than 2 days                 710.00
|   * 1 dispute is open                                        900.00
|
|
|
|
| Sub-ledger 1,261,982.19  control 1,261,982.19  difference 0.00  journal 16
| 1 Pay  2 Customers  3 Invoices  4 Aging  5 Worklist  6 Bank  7 Reports  ? Help
u y
dump takenback
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Start                                                               all in USD
|--------------------------------------------------------------------------------
| Owed to us          1,262,082.19    gross 1,262,792.19 less unapplied 710.00
| Overdue     !       1,244,468.19    98.5 % of gross   due this week 120.00
| Disputed    *             900.00    1 case
|
| Current   ▌                                             18,324.00     1.5 %
| 1-30      ▏                                                900.00     0.1 %
| 31-60                                                        0.00     0.0 %
| 61-90     ▎                                              9,000.30     0.7 %
| Over 90   ███████████████████████████████████▏       1,234,567.89    97.8 %
|
| Today
| ▶ ! 2 customers to call                                1,243,568.19
|   ! 1 payment of which nobody knows whose                     77.50
|     2 credits unapplied for more than 2 days                 710.00
|   * 1 dispute is open                                        900.00
|
|
|
| REV-1001: entry 16 is taken back: P-1003 over 100.00 USD; open again: 100.00
| of INV-1006 from P-1003
| 1 Pay  2 Customers  3 Invoices  4 Aging  5 Worklist  6 Bank  7 Reports  ? Help
: "payment recieve" Enter
dump slip
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Start                                                               all in USD
|--------------------------------------------------------------------------------
| Owed to us          1,262,082.19    gross 1,262,792.19 less unapplied 710.00
| Overdue     !       1,244,468.19    98.5 % of gross   due this week 120.00
| Disputed    *             900.00    1 case
|
| Current   ▌                                             18,324.00     1.5 %
| 1-30      ▏                                                900.00     0.1 %
| 31-60                                                        0.00     0.0 %
| 61-90     ▎                                              9,000.30     0.7 %
| Over 90   ███████████████████████████████████▏       1,234,567.89    97.8 %
|
| Today
| ▶ ! 2 customers to call                                1,243,568.19
|   ! 1 payment of which nobody knows whose                     77.50
|     2 credits unapplied for more than 2 days                 710.00
|   * 1 dispute is open                                        900.00
|
|
|
|
| unknown command 'payment recieve': did you mean payment receive?
| 1 Pay  2 Customers  3 Invoices  4 Aging  5 Worklist  6 Bank  7 Reports  ? Help
: "invoice void --invoice INV-1006 --reason wrong" Enter
dump voided
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Start                                                               all in USD
|--------------------------------------------------------------------------------
| Owed to us          1,261,962.19    gross 1,262,672.19 less unapplied 710.00
| Overdue     !       1,244,468.19    98.6 % of gross   due this week 0.00
| Disputed    *             900.00    1 case
|
| Current   ▌                                             18,204.00     1.4 %
| 1-30      ▏                                                900.00     0.1 %
| 31-60                                                        0.00     0.0 %
| 61-90     ▎                                              9,000.30     0.7 %
| Over 90   ███████████████████████████████████▏       1,234,567.89    97.8 %
|
| Today
| ▶ ! 2 customers to call                                1,243,568.19
|   ! 1 payment of which nobody knows whose                     77.50
|     2 credits unapplied for more than 2 days                 710.00
|   * 1 dispute is open                                        900.00
|
|
|
|
| INV-1006 of COBALT over 120.00 USD is void from 2026-11-22 on, by VD-1001
| 1 Pay  2 Customers  3 Invoices  4 Aging  5 Worklist  6 Bank  7 Reports  ? Help
2 x C-u "list.csv" Enter
dump saved
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Customers            balances of today in the account's currency, not totalled
|   Code     Name                     Cur      Balance      Overdue Oldest Terms
|--------------------------------------------------------------------------------
| ▶!ACME     Acme Holdings Ltd        USD       210.00       900.00     21 NET30
|  !BOREALIS Borealis Gesellschaft f… USD 1,252,771.89 1,234,567.89    143 NET30
|   COBALT   Cobalt & Sons            USD       -20.00            .        NET30
|  !HAIER    海尔集团公司有限责任公…  USD     9,000.30     9,000.30     82 NET30
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
| Saved as list.csv.
| Enter Look  p Pay  i Invoice  + New  e Change  D Dun  a Do  / Search  ? Help
x C-u "list.csv" Enter
dump again
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Customers            balances of today in the account's currency, not totalled
|   Code     Name                     Cur      Balance      Overdue Oldest Terms
|--------------------------------------------------------------------------------
| ▶!ACME     Acme Holdings Ltd        USD       210.00       900.00     21 NET30
|  !BOREALIS Borealis Gesellschaft f… USD 1,252,771.89 1,234,567.89    143 NET30
|   COBALT   Cobalt & Sons            USD       -20.00            .        NET30
|  !HAIER    海尔集团公司有限责任公…  USD     9,000.30     9,000.30     82 NET30
|--------------------------------------------------------------------------------
|    Please confirm
|    list.csv exists already. Replace it?
|
|
|    y yes   n no (Enter, Esc)
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
n
dump kept
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Customers            balances of today in the account's currency, not totalled
|   Code     Name                     Cur      Balance      Overdue Oldest Terms
|--------------------------------------------------------------------------------
| ▶!ACME     Acme Holdings Ltd        USD       210.00       900.00     21 NET30
|  !BOREALIS Borealis Gesellschaft f… USD 1,252,771.89 1,234,567.89    143 NET30
|   COBALT   Cobalt & Sons            USD       -20.00            .        NET30
|  !HAIER    海尔集团公司有限责任公…  USD     9,000.30     9,000.30     82 NET30
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
| Nothing was saved.
| Enter Look  p Pay  i Invoice  + New  e Change  D Dun  a Do  / Search  ? Help
Esc 4 P
dump preview
| Preview                                                sheets across, 130 wide
| Aging to usual printer, as text                                     1-13 of 13
| Aging                                                                         …
| as of 2026-11-22, by due date, posted, USD
|
|   Customer  Name                   Cur    Current    1-30  31-60     61-90    …
|   --------  ---------------------  ---  ---------  ------  -----  --------  --…
| ! ACME      Acme Holdings Ltd      USD          .  900.00      .         .    …
| ! BOREALIS  Borealis Gesellschaf…  USD  18,204.00       .      .         .  1,…
|   COBALT    Cobalt & Sons          USD          .       .      .         .    …
| ! HAIER     海尔集团公司有限责任…  USD          .       .      .  9,000.30    …
|                                         ---------  ------  -----  --------  --…
|   Total                                 18,204.00  900.00   0.00  9,000.30  1,…
|
| Sub-ledger 1,261,962.19 = control account on 2026-11-22, difference 0.00; not …
|
|
|
|
|
|
|
|
| P Print  d Printer  c Copies  t Text/PDF  x Save  Esc Back  ? Help
? "choose"
dump sheet keys
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Aging as of 2026-11-22                   by due date, posted, USD, whole units
| Keys of the preview:  choose__________________________________________________
|--------------------------------------------------------------------------------
| ▶ d      choose the printer
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
| Sub-ledger 1,261,962.19 = control account on 2026-11-22, difference 0.00
| Enter Choose  letters Narrow  PgDn More  Esc Back
Enter
dump printers
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Aging as of 2026-11-22                   by due date, posted, USD, whole units
| Printer  _____________________________________________________________________
|--------------------------------------------------------------------------------
| ▶ the usual one, as the system has it
|   laser
|   Büro Wien
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
| Sub-ledger 1,261,962.19 = control account on 2026-11-22, difference 0.00
| Enter Choose  letters Narrow  PgDn More  Esc Back
Down Enter
c Backspace 2 Enter
dump copies
| Preview                                                sheets across, 130 wide
| Aging to laser, 2 copies, as text                                   1-13 of 13
| Aging                                                                         …
| as of 2026-11-22, by due date, posted, USD
|
|   Customer  Name                   Cur    Current    1-30  31-60     61-90    …
|   --------  ---------------------  ---  ---------  ------  -----  --------  --…
| ! ACME      Acme Holdings Ltd      USD          .  900.00      .         .    …
| ! BOREALIS  Borealis Gesellschaf…  USD  18,204.00       .      .         .  1,…
|   COBALT    Cobalt & Sons          USD          .       .      .         .    …
| ! HAIER     海尔集团公司有限责任…  USD          .       .      .  9,000.30    …
|                                         ---------  ------  -----  --------  --…
|   Total                                 18,204.00  900.00   0.00  9,000.30  1,…
|
| Sub-ledger 1,261,962.19 = control account on 2026-11-22, difference 0.00; not …
|
|
|
|
|
|
|
|
| P Print  d Printer  c Copies  t Text/PDF  x Save  Esc Back  ? Help
P
dump printed
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Aging as of 2026-11-22                   by due date, posted, USD, whole units
|   Name            Current 1-30 31-60 61-90   Over 90 Unapplied     Total
|--------------------------------------------------------------------------------
| ▶!Acme Holdings …       .  900     .     .         .      -690       210  █
|  !Borealis Gesel…  18,204    .     .     . 1,234,568         . 1,252,772 ▁   █
|   Cobalt & Sons         .    .     .     .         .       -20       -20
|  !海尔集团公司有…       .    .     . 9,000         .         .     9,000    █
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
|   Total            18,204  900     . 9,000 1,234,568      -710 1,261,962
| Sent to laser.
| [ ] Month  { } Year  Enter Look  < > s Sort  f Filter  p Pay  g Group  ? Help
: Up
dump history
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Aging as of 2026-11-22                   by due date, posted, USD, whole units
|   Name            Current 1-30 31-60 61-90   Over 90 Unapplied     Total
|--------------------------------------------------------------------------------
| ▶!Acme Holdings …       .  900     .     .         .      -690       210  █
|  !Borealis Gesel…  18,204    .     .     . 1,234,568         . 1,252,772 ▁   █
|   Cobalt & Sons         .    .     .     .         .       -20       -20
|  !海尔集团公司有…       .    .     . 9,000         .         .     9,000    █
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
|   Total            18,204  900     . 9,000 1,234,568      -710 1,261,962
| : invoice void --invoice INV-1006 --reason wrong______________________________
| Enter Done  Esc Back  Up Down Typed before
= list.csv
|code,name,currency,balance,overdue,oldest_days,limit,terms,collector
|ACME,Acme Holdings Ltd,USD,210.00,900.00,21,50000.00,NET30,anna
|BOREALIS,Borealis Gesellschaft für nordische Beleuchtungstechnik und Leuchtmittel mbH,USD,1252771.89,1234567.89,143,,NET30,ben
|COBALT,Cobalt & Sons,USD,-20.00,0.00,,,NET30,
|HAIER,海尔集团公司有限责任公司北京分公司国际贸易部,USD,9000.30,9000.30,82,5000.00,NET30,
= asked
|-s -dlaser -n2 -olandscape -ocpi=12 -olpi=7
= paper
|Aging                                                                                                                       page 1
|as of 2026-11-22, by due date, posted, USD
|
|  Customer  Name                   Cur    Current    1-30  31-60     61-90       Over 90  Unapplied         Total  Disputed  Owner
|  --------  ---------------------  ---  ---------  ------  -----  --------  ------------  ---------  ------------  --------  -----
|! ACME      Acme Holdings Ltd      USD          .  900.00      .         .             .    -690.00        210.00    900.00  anna
|! BOREALIS  Borealis Gesellschaf…  USD  18,204.00       .      .         .  1,234,567.89          .  1,252,771.89         .  ben
|  COBALT    Cobalt & Sons          USD          .       .      .         .             .     -20.00        -20.00         .
|! HAIER     海尔集团公司有限责任…  USD          .       .      .  9,000.30             .          .      9,000.30         .
|                                        ---------  ------  -----  --------  ------------  ---------  ------------  --------
|  Total                                 18,204.00  900.00   0.00  9,000.30  1,234,567.89    -710.00  1,261,962.19    900.00
|
|Sub-ledger 1,261,962.19 = control account on 2026-11-22, difference 0.00; not in it: unidentified receipts 77.50
