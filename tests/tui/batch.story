# A batch at the payment desk: the tape first, two swapped figures, a line changed, moved, taken out, and all of it posted.
$ book new --company "Northwind Lights" --currency USD --sandbox
$ customer add --code ACME --name "Acme Holdings Ltd" --address "1 Main Street, Boston"
$ customer add --code BOREALIS --name "Borealis GmbH"
$ invoice issue --customer ACME --number 10442 --date 2026-09-20 --amount 4310
$ invoice issue --customer ACME --number 10461 --date 2026-10-02 --amount 900
$ invoice issue --customer BOREALIS --number 10439 --date 2026-10-02 --amount 1204.50
@ 80x24
1
# Ctrl-N lists the batches; there is none, so a new one is opened from the tape
Tab Tab C-n Tab Tab "4310 90 1204.50" F10
dump opened
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Payment  batch A              0 of 3  entered 0.00 of 5,604.50  to go 5,604.50
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
| 2026-11-22/A: 3 payments over 5604.50 USD expected, for 1200 Bank
| Enter Next  F4 List  Space Mark  F6 Propose  F3 Why  F9 Same  F10 Post  F1 Help
"10442" Enter Enter "77120" Enter
"10461" Enter "900" Enter Enter
dump second
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Payment  batch A            2 of 3  entered 5,210.00 of 5,604.50  to go 394.50
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
| Line 2: 10461 Acme Holdings Ltd 900.00
| Enter Next  F4 List  Space Mark  F6 Propose  F3 Why  F9 Same  F10 Post  F1 Help
"10439" Enter Enter Enter
dump swapped
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Payment  batch A           3 of 3  entered 6,414.50 of 5,604.50  ! over 810.00
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
| Line 3: 10439 Borealis GmbH 1,204.50; difference 810.00 is divisible by nine:
| swapped in line 2 (900.00 for 90.00)?
| Enter Next  F4 List  Space Mark  F6 Propose  F3 Why  F9 Same  F10 Post  F1 Help
# not yet
F10
dump not-yet
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Payment  batch A           3 of 3  entered 6,414.50 of 5,604.50  ! over 810.00
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
| Not yet: 3 of 3 entered, 6,414.50 of 5,604.50 USD, too much by 810.00;
| difference 810.00 is divisible by nine: swapped in line 2 (900.00 for 90.00)?
| Enter Next  F4 List  Space Mark  F6 Propose  F3 Why  F9 Same  F10 Post  F1 Help
# its lines: what is on the tape stands beside them
C-n Enter
dump lines
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Batch 2026-11-22/A  draft                                3 of 3  ! over 810.00
|   Line Customer Name                Amount Method   Reference Pays
|--------------------------------------------------------------------------------
| ▶    1 ACME     Acme Holdings Ltd 4,310.00 transfer 77120     10442 4,310.00
|  !   2 ACME     Acme Holdings Ltd   900.00 transfer           10461 900.00
|      3 BOREALIS Borealis GmbH     1,204.50 transfer           10439 1,204.50
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
|                 Total             6,414.50
| ! difference 810.00 is divisible by nine: swapped in line 2 (900.00 for 90.00)?
| Enter Line  F10 Post  p Pay  V Move  Del Remove  i Invoice  e Change  ? Help
Down Enter
dump change
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Payment  batch A           3 of 3  entered 6,414.50 of 5,604.50  ! over 810.00
| Customer or invoice  10461_________  Acme Holdings Ltd  open 5,210.00  33 d
| Amount               ________900.00  = 10461 in full
| Reference            ________________________
| Method               transfer____
| Date                 2026-11-22_  Sun
|
|       Document       Due        Days       Open Discount       Pays       Left
|  *[ ] 10442          2026-10-20   33   4,310.00                       4,310.00
|  ![x] 10461          2026-11-01   21     900.00              900.00       0.00
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
|       by document number                        payment 900.00 USD   left 0.00
|
| Enter Next  F4 List  Space Mark  F6 Propose  F3 Why  F9 Same  F10 Post  F1 Help
Enter "90" Enter Enter
dump changed
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Batch 2026-11-22/A  balanced                              3 of 3  difference 0
|   Line Customer Name                Amount Method   Reference Pays
|--------------------------------------------------------------------------------
|      1 ACME     Acme Holdings Ltd 4,310.00 transfer 77120     10442 4,310.00
| ▶    2 ACME     Acme Holdings Ltd    90.00 transfer           10461 90.00
|      3 BOREALIS Borealis GmbH     1,204.50 transfer           10439 1,204.50
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
|                 Total             5,604.50
| Line 2: 10461 Acme Holdings Ltd 90.00; difference 0: F10 posts the batch
| Enter Line  F10 Post  p Pay  V Move  Del Remove  i Invoice  e Change  ? Help
Esc
dump balanced
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Payment  batch A            3 of 3  entered 5,604.50 of 5,604.50  difference 0
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
# the last one goes and comes again
F8
dump asked
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Payment  batch A            3 of 3  entered 5,604.50 of 5,604.50  difference 0
| Customer or invoice  ______________  F4 lists; ? when nobody knows whose
| Amount               ______________
| Reference            ________________________
| Method               transfer____
| Date                 2026-11-22_  Sun
|
|--------------------------------------------------------------------------------
|    Please confirm
|    Take line 3 out of batch 2026-11-22/A: Borealis GmbH 1,204.50 USD?
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
|
|
y
dump taken-out
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Payment  batch A          2 of 3  entered 4,400.00 of 5,604.50  to go 1,204.50
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
| line 2026-11-22/A/3, 1204.50 USD from BOREALIS is out; 2 of 3 entered, 4400.00
| of 5604.50 USD, to go 1204.50
| Enter Next  F4 List  Space Mark  F6 Propose  F3 Why  F9 Same  F10 Post  F1 Help
"10439" Enter Enter "9" Enter
dump entered
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Payment  batch A            3 of 3  entered 5,604.50 of 5,604.50  difference 0
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
| Line 3: 10439 Borealis GmbH 1,204.50; difference 0: F10 posts the batch
| Enter Next  F4 List  Space Mark  F6 Propose  F3 Why  F9 Same  F10 Post  F1 Help
F10
dump ask
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Payment  batch A            3 of 3  entered 5,604.50 of 5,604.50  difference 0
| Customer or invoice  ______________  F4 lists; ? when nobody knows whose
| Amount               ______________
| Reference            ________________________
| Method               transfer____
| Date                 2026-11-22_  Sun
|
|--------------------------------------------------------------------------------
|    Please confirm
|    Post batch 2026-11-22/A: 3 payments over 5,604.50 USD?
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
|
|
y
dump posted
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
| 2026-11-22/A: 3 payments over 5604.50 USD posted, P-1001 to P-1003
| Enter Next  F4 List  Space Mark  F6 Propose  F3 Why  F9 Same  F10 Post  F1 Help
Esc
":" "batches" Enter "o"
dump batches
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Batches
|   Batch        Expected Entered Cur    Total   So far Difference State  By
|--------------------------------------------------------------------------------
| ▶ 2026-11-22/A        3       3 USD 5,604.50 5,604.50          . posted anna
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
| 1 of 1
| Enter Look  p Pay  o Open/all  + New  / Search  < > s Sort  f Filter  ? Help
