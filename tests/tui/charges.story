# Late charges: a draft is made, looked at, one item is left out, the rest is posted.
$ book new --company "Northwind Lights" --currency EUR --sandbox
$ customer add --code ACME --name "Acme Holdings Ltd"
$ customer add --code WANG --name "上海灯具有限公司"
$ charge rate add --from 2026-01-01 --rate 10
$ invoice issue --customer ACME --amount 730 --date 2026-10-01
$ invoice issue --customer WANG --amount 2000 --date 2026-10-01
$ rate add --currency USD --rate 0.9 --date 2026-09-01
$ customer add --code YARD --name "Yard & Co" --currency USD
$ invoice issue --customer YARD --amount 1000 --date 2026-10-01
@ 80x24
: "go charges" Enter
dump preview
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Late charges                         * would be charged; + makes a draft of it
|   Customer Document Kind     Due        Days Rate Cur Accrued Charged Proposed
|--------------------------------------------------------------------------------
| ▶*ACME     INV-1001 interest 2026-10-31   22   10 EUR    4.40       .     4.40
|  *WANG     INV-1002 interest 2026-10-31   22   10 EUR   12.05       .    12.05
|  *YARD     INV-1003 interest 2026-10-31   22   10 USD    6.03       .     6.03
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
|   Total                                           EUR   16.45       .    16.45
|   Total                                           USD    6.03       .     6.03
| 3 charges with 3 lines over 16.45 EUR and 6.03 USD
| Enter Look  p Pay  + New  i Invoice  Del Remove  , Charged  % Rate  ? Help
Space
dump nodraft
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Late charges                         * would be charged; + makes a draft of it
|   Customer Document Kind     Due        Days Rate Cur Accrued Charged Proposed
|--------------------------------------------------------------------------------
| ▶*ACME     INV-1001 interest 2026-10-31   22   10 EUR    4.40       .     4.40
|  *WANG     INV-1002 interest 2026-10-31   22   10 EUR   12.05       .    12.05
|  *YARD     INV-1003 interest 2026-10-31   22   10 USD    6.03       .     6.03
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
|   Total                                           EUR   16.45       .    16.45
|   Total                                           USD    6.03       .     6.03
| Not now: this is a preview; + makes a draft of it.
| Enter Look  p Pay  + New  i Invoice  Del Remove  , Charged  % Rate  ? Help
+ F10
dump draft
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Late charges                                     draft of run 1: - is left out
|   Customer Document Kind     Due        Days Rate Cur Accrued Charged Proposed
|--------------------------------------------------------------------------------
| ▶*ACME     INV-1001 interest 2026-10-31   22   10 EUR    4.40       .     4.40
|  *WANG     INV-1002 interest 2026-10-31   22   10 EUR   12.05       .    12.05
|  *YARD     INV-1003 interest 2026-10-31   22   10 USD    6.03       .     6.03
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
|   Total                                           EUR   16.45       .    16.45
|   Total                                           USD    6.03       .     6.03
| run 1 up to 2026-11-22: 3 lines as a draft, nothing is posted yet
| Enter Look  Space Leave out  p Pay  F10 Post  + New  i Invoice  ? Help
Space
dump leftout
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Late charges                                     draft of run 1: - is left out
|   Customer Document Due        Days Rate Cur Accrued Charged Proposed Left out
|--------------------------------------------------------------------------------
|  -ACME     INV-1001 2026-10-31   22   10 EUR    4.40       .        . left out
| ▶*WANG     INV-1002 2026-10-31   22   10 EUR   12.05       .    12.05
|  *YARD     INV-1003 2026-10-31   22   10 USD    6.03       .     6.03
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
|   Total                                  EUR   16.45       .    12.05
|   Total                                  USD    6.03       .     6.03
| INV-1001 is left out of run 1
| Enter Look  Space Leave out  p Pay  F10 Post  + New  i Invoice  ? Help
Enter
dump arithmetic
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| charge explain --document INV-1002 --instalment 1
| Late charge up to 2026-11-22
|
| Customer  WANG  上海灯具有限公司
| Interest on INV-1002
| Due         2026-10-31
| Counted to  2026-11-22
| From        To          Days      Open  Rate %  Of days  Interest
| ----------  ----------  ----  --------  ------  -------  --------
| 2026-11-01  2026-11-22    22  2,000.00      10      365     12.05
| Rounded once   12.05 EUR
| To be charged  12.05 EUR
|
|
|
|
|
|
|
|
|
| 1-12 of 12
| / Search  v Keep  Ctrl-W When  @ Mail  P Print  x Save  ? Help
Esc F10
dump asked
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Late charges                                     draft of run 1: - is left out
|   Customer Document Due        Days Rate Cur Accrued Charged Proposed Left out
|--------------------------------------------------------------------------------
|  -ACME     INV-1001 2026-10-31   22   10 EUR    4.40       .        . left out
| ▶*WANG     INV-1002 2026-10-31   22   10 EUR   12.05       .    12.05
|  *YARD     INV-1003 2026-10-31   22   10 USD    6.03       .     6.03
|
|--------------------------------------------------------------------------------
|    Please confirm
|    Run 1 posts 2 charges with 2 lines over 12.05 EUR and 6.03 USD. Do it?
|
|
|    y yes   n no (Enter, Esc)
|--------------------------------------------------------------------------------
|
|
|
|
|
|   Total                                  EUR   16.45       .    12.05
|   Total                                  USD    6.03       .     6.03
| 2 charges with 2 lines over 12.05 EUR and 6.03 USD
|
y
dump posted
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Late charges                         * would be charged; + makes a draft of it
|   Customer Document Kind     Due        Days Rate Cur Accrued Charged Proposed
|--------------------------------------------------------------------------------
| ▶*ACME     INV-1001 interest 2026-10-31   22   10 EUR    4.40       .     4.40
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
|   Total                                                  4.40       .     4.40
| run 1 is posted: 2 charges with 2 lines, from LC-1001 on
| Enter Look  p Pay  + New  i Invoice  Del Remove  , Charged  % Rate  ? Help
, Enter
dump charge
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| charge show --charge LC-1001
| Late charge LC-1001
|
| Customer  WANG  上海灯具有限公司
| Date      2026-11-22
| Total     12.05 EUR
|
| Interest on INV-1002
| Due         2026-10-31
| Counted to  2026-11-22
| From        To          Days      Open  Rate %  Of days  Interest
| ----------  ----------  ----  --------  ------  -------  --------
| 2026-11-01  2026-11-22    22  2,000.00      10      365     12.05
| Rounded once  12.05 EUR
| Charged       12.05 EUR
|
|
|
|
|
|
| 1-15 of 15
| / Search  v Keep  Ctrl-W When  @ Mail  P Print  x Save  ? Help
