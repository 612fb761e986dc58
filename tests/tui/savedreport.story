# A report that is shown as a page leaves with the rows that the shell gives, where rows are asked for.
$ book new --company "Northwind Lights" --currency USD --sandbox
$ customer add --code ACME --name "Acme Holdings" --collector anna
$ invoice issue --customer ACME --date 2026-09-20 --due 2026-10-20 --amount 100.00
@ 80x24
: "report customer ACME" Enter
x C-u "card.csv" Enter
dump page
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| report customer --customer ACME
| ACME  Acme Holdings
| as of 2026-11-22
|
| Collector     anna
| Terms         NET30 (the book's)
| Credit limit  none
|
| Aging
| as of 2026-11-22, by due date, posted, USD
|
|   Customer Name          Current 1-30  31-60 61-90 Over 90 Unapplied  Total
|   -------- ------------- ------- ---- ------ ----- ------- --------- ------
| ! ACME     Acme Holdings       .    . 100.00     .       .         . 100.00
|
| Open items
| as of 2026-11-22, posted
|
|   Customer Document No. Issued     Due        Cur Amount   Open Days Status
|   -------- -------- --- ---------- ---------- --- ------ ------ ---- -------
| ! ACME     INV-1001   1 2026-09-20 2026-10-20 USD 100.00 100.00   33 overdue
| Saved as card.csv.
| / Search  v Keep  Ctrl-W When  @ Mail  P Print  x Save  ? Help
= card.csv
|customer,document,kind,instalment,issued,due,currency,amount,open,days_past_due,disputed,status
|ACME,INV-1001,invoice,1,2026-09-20,2026-10-20,USD,100.00,100.00,33,0.00,overdue
x C-u "card.txt" Enter
= card.txt
|ACME  Acme Holdings
|as of 2026-11-22
|
|Collector     anna
|Terms         NET30 (the book's)
|Credit limit  none
|
|Aging
|as of 2026-11-22, by due date, posted, USD
|
|  Customer  Name           Cur  Current  1-30   31-60  61-90  Over 90  Unapplied   Total  Disputed  Owner
|  --------  -------------  ---  -------  ----  ------  -----  -------  ---------  ------  --------  -----
|! ACME      Acme Holdings  USD        .     .  100.00      .        .          .  100.00         .  anna
|
|Open items
|as of 2026-11-22, posted
|
|  Customer  Document  Kind     No.  Issued      Due         Cur  Amount    Open  Days  Disputed  Status
|  --------  --------  -------  ---  ----------  ----------  ---  ------  ------  ----  --------  -------
|! ACME      INV-1001  invoice    1  2026-09-20  2026-10-20  USD  100.00  100.00    33         .  overdue
|
: "report customer ACME --where 'open > 5'" Enter
dump rows
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| report customer --customer ACME … ACME Acme Holdings, as of 2026-11-22, posted
|   Customer Document No. Issued     Due        Cur Amount   Open Days Status
|--------------------------------------------------------------------------------
| ▶!ACME     INV-1001   1 2026-09-20 2026-10-20 USD 100.00 100.00   33 overdue
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
|   Total                                                  100.00
| 1 of 1
| Enter Look  p Pay  i Invoice  a Do  / Search  v Keep  Ctrl-W When  ? Help
: "view save --name few --shows 'report customer ACME --where open>5'" Enter
: "few" Enter
dump few
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| report customer --customer ACME … ACME Acme Holdings, as of 2026-11-22, posted
|   Customer Document No. Issued     Due        Cur Amount   Open Days Status
|--------------------------------------------------------------------------------
| ▶!ACME     INV-1001   1 2026-09-20 2026-10-20 USD 100.00 100.00   33 overdue
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
|   Total                                                  100.00
| 1 of 1
| Enter Look  p Pay  i Invoice  a Do  / Search  v Keep  Ctrl-W When  ? Help
: "view show few" Enter
dump shown
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| view show --name few              ACME Acme Holdings, as of 2026-11-22, posted
|   Customer Document No. Issued     Due        Cur Amount   Open Days Status
|--------------------------------------------------------------------------------
| ▶!ACME     INV-1001   1 2026-09-20 2026-10-20 USD 100.00 100.00   33 overdue
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
|   Total                                                  100.00
| 1 of 1
| Enter Look  p Pay  i Invoice  a Do  / Search  v Keep  Ctrl-W When  ? Help
