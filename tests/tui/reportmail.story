# A report is mailed from where it is seen: the list of reports, the report itself, any list.
$ book new --company "Northwind Lights" --currency EUR --sandbox
$ customer add --code ACME --name "Acme Holdings" --collector anna
$ customer add --code BOR --name "Borealis" --collector ben
$ invoice issue --customer ACME --date 2026-10-02 --amount 100
$ invoice issue --customer BOR --date 2026-10-02 --amount 50
$ view save --name annas --shows "report aging --collector anna"
@ 80x24
: "go reports" Enter
"@"
dump form
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| report mail               put a report into the outbox, as a mail with its PDF
| Report   aging_______________________________
| Mail     ____________________________________
| Subject  ____________________________________
| Text     ____________________________________
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
| to whom; several addresses are parted by commas
|
| Enter Next  F10 Accept  Esc Leave  F1 Help
Esc
: "report open-items --customer ACME" Enter
dump shown
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| report open-items --customer ACME      Acme Holdings, as of 2026-11-22, posted
|   Customer Document No. Issued     Due        Cur Amount   Open Days Status
|--------------------------------------------------------------------------------
| ▶!ACME     INV-1001   1 2026-10-02 2026-11-01 EUR 100.00 100.00   21 overdue
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
"@"
dump of
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| report mail               put a report into the outbox, as a mail with its PDF
| Report   report open-items --customer ACME___
| Mail     ____________________________________
| Subject  ____________________________________
| Text     ____________________________________
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
| to whom; several addresses are parted by commas
|
| Enter Next  F10 Accept  Esc Leave  F1 Help
"boss@harbour.test" F10
dump put
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| report open-items --customer ACME      Acme Holdings, as of 2026-11-22, posted
|   Customer Document No. Issued     Due        Cur Amount   Open Days Status
|--------------------------------------------------------------------------------
| ▶!ACME     INV-1001   1 2026-10-02 2026-11-01 EUR 100.00 100.00   21 overdue
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
| mail 1 with open-items-7 to boss@harbour.test waits in the outbox
| Enter Look  p Pay  i Invoice  a Do  / Search  v Keep  Ctrl-W When  ? Help
Esc
: "go aging" Enter
"@"
dump aging
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| report mail               put a report into the outbox, as a mail with its PDF
| Report   report aging________________________
| Mail     ____________________________________
| Subject  ____________________________________
| Text     ____________________________________
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
| to whom; several addresses are parted by commas
|
| Enter Next  F10 Accept  Esc Leave  F1 Help
Esc
: "go outbox" Enter
dump outbox
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Outbox
|   Mail  State    With          To                 Put there
|--------------------------------------------------------------------------------
| ▶    1  waiting  open-items-7  boss@harbour.test  2026-11-22T12:00:00Z
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
| Enter Look  F10 Send  Del Remove  ~ Again  o Open/all  a Do  / Search  ? Help
Enter
dump kept
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Sent open-items-7
| Open items
| ACME Acme Holdings, as of 2026-11-22, posted
|
|   Customer Document No. Issued     Due        Cur Amount   Open Days Status
|   -------- -------- --- ---------- ---------- --- ------ ------ ---- -------
| ! ACME     INV-1001   1 2026-10-02 2026-11-01 EUR 100.00 100.00   21 overdue
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
| 1-6 of 6
| / Search  P Print  x Save  ? Help
