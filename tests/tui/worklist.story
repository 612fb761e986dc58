# A coordinator's day: the worklist, why somebody is on it, a call, a promise, a note, a dispute.
$ book new --company "Northwind Lights" --currency USD --sandbox
$ customer add --code ACME --name "Acme Holdings Ltd" --limit 500 --phone "+1 617 555 0100" --collector anna
$ customer add --code BOREALIS --name "Borealis Gesellschaft für nordische Beleuchtungstechnik und Leuchtmittel mbH" --collector ben
$ customer add --code HAIER --name "海尔集团公司有限责任公司北京分公司国际贸易部" --phone "+86 10 5550 0199"
$ customer add --code COBALT --name "Cobalt & Sons"
$ person add --customer BOREALIS --name "Jörg Nord" --phone "+49 40 555 0120"
$ invoice issue --customer ACME --date 2026-09-20 --amount 4310
$ invoice issue --customer BOREALIS --date 2026-06-02 --amount 4010
$ invoice issue --customer HAIER --date 2026-08-02 --amount 9000.30
$ invoice issue --customer COBALT --date 2026-10-05 --amount 18900
$ invoice issue --customer COBALT --date 2026-10-12 --amount 120
$ promise take --customer BOREALIS --amount 4010 --date 2026-11-18 --taken 2026-11-12
$ contact log --customer BOREALIS --date 2026-11-12 --text "pays on Wednesday"
$ contact log --customer COBALT --date 2026-11-15 --next 2026-11-22 --action "ask for the payment run"
@ 80x24
dump start
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Start                                                               all in USD
|--------------------------------------------------------------------------------
| Owed to us             36,340.30    gross 36,340.30 less unapplied 0.00
| Overdue     !          36,340.30    100.0 % of gross   due this week 0.00
| Disputed                    0.00    0 cases
|
| Current                                                      0.00     0.0 %
| 1-30      ██████████████████▊                           19,020.00    52.3 %
| 31-60     ████▎                                          4,310.00    11.9 %
| 61-90     ████████▉                                      9,000.30    24.8 %
| Over 90   ███▉                                           4,010.00    11.0 %
|
| Today
| ▶ ! 1 promise broken                                       4,010.00
|   ! 4 customers to call                                   36,340.30
|
|
|
|
|
|
| Sub-ledger 36,340.30  control 36,340.30  difference 0.00  journal 14
| 1 Pay  2 Customers  3 Invoices  4 Aging  5 Worklist  6 Bank  7 Reports  ? Help
5
dump worklist
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Worklist                                  on 2026-11-22, 4 accounts, 4 to call
|   Score Customer           Overdue Days Why              Last       Next
|--------------------------------------------------------------------------------
| ▶!   80 Borealis Gesell…  4,010.00  143 promise broken,… 2026-11-12
|      60 Cobalt & Sons    19,020.00   18 call back, firs… 2026-11-15 2026-11-22
|      60 海尔集团公司有…   9,000.30   82 over 60 d, firs…
|      45 Acme Holdings L…  4,310.00   33 over limit, fir…
|
|
|
|
|
|
|
|
|
|
|
|
|
|         Total            36,340.30
| 1 of 4
| Enter Look  W Why  c Call  m Promise  ; Note  d Dispute  p Pay  D Dun  ? Help
# Why Borealis is the first.
W
dump why
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Worklist                                  on 2026-11-22, 4 accounts, 4 to call
|   Score Customer           Overdue Days Why              Last       Next
|--------------------------------------------------------------------------------
| ▶!   80 Borealis Gesell…  4,010.00  143 promise broken,… 2026-11-12
|      60 Cobalt & Sons    19,020.00   18 call back, firs… 2026-11-15 2026-11-22
|--------------------------------------------------------------------------------
|    Score of Borealis Gesellschaft für nordische Beleuchtungstechnik und Le…
|    40 a promise was not kept
|    25 the oldest is overdue for long (more than 60 days)
|    10 never late before
|    5 overdue, beside the other customers
|    80 in all
|
|
|    Enter goes on
|--------------------------------------------------------------------------------
|
|
|
|
|         Total            36,340.30
| 1 of 4
|
# A call: what was said, and when something is to follow.
Enter c
dump call
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| contact log                    note a call, letter, visit, enquiry or the like
| Customer    BOREALIS__________  Borealis Gesellschaft für nordische Beleuchtu…
| Text        ____________________________________
| With        ____________________________________
| Next        ____________
| Action      ____________________________________
| Next owner  __________________
| Kind        call______
| Document    __________________
| In          no_
| Date        ____________
| Planned     no_
| Owner       __________________
|
|
|
|
|
|
|
| what was said
|
| Enter Next  F10 Accept  Esc Leave  F1 Help
"they look for it" Down "Jörg" Down "+3" Down "call again" F10
dump called
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Worklist                                  on 2026-11-22, 4 accounts, 3 to call
|   Score Customer           Overdue Days Why              Last       Next
|--------------------------------------------------------------------------------
| ▶-   80 Borealis Gesell…  4,010.00  143 promise broken,… 2026-11-22 2026-11-25
|      60 Cobalt & Sons    19,020.00   18 call back, firs… 2026-11-15 2026-11-22
|      60 海尔集团公司有…   9,000.30   82 over 60 d, firs…
|      45 Acme Holdings L…  4,310.00   33 over limit, fir…
|
|
|
|
|
|
|
|
|
|
|
|
|
|         Total            36,340.30
| call is logged with BOREALIS: contact 3; next on 2026-11-25: call again
| Enter Look  W Why  c Call  m Promise  ; Note  d Dispute  p Pay  D Dun  ? Help
# A promise of the second; the cursor stays, and so does every row.
Down m
dump form
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| promise take                    note what a customer promises to pay, and when
| Customer  COBALT____________  Cobalt & Sons
| Date      ____________
| Amount    ________________
|
|   Invoice
|   ___________________________________________________________________________
|
|
|
|
|
|
|
|
| By        ____________________________________
| Contact   ________
| Text      ____________________________________
| Taken     ____________
|
| when the money comes
|
| Enter Next  F10 Accept  Esc Leave  F1 Help
"+5" Down "4310" F10
dump promised
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Worklist                                  on 2026-11-22, 4 accounts, 3 to call
|   Score Customer           Overdue Days Why              Last       Next
|--------------------------------------------------------------------------------
|  -   80 Borealis Gesell…  4,010.00  143 promise broken,… 2026-11-22 2026-11-25
| ▶    60 Cobalt & Sons    19,020.00   18 call back, firs… 2026-11-15 2026-11-22
|      60 海尔集团公司有…   9,000.30   82 over 60 d, firs…
|      45 Acme Holdings L…  4,310.00   33 over limit, fir…
|
|
|
|
|
|
|
|
|
|
|
|
|
|         Total            36,340.30
| COBALT promises 4310.00 USD for 2026-11-27: promise 2
| Enter Look  W Why  c Call  m Promise  ; Note  d Dispute  p Pay  D Dun  ? Help
# A note in the editor, and a dispute on one of several papers.
;
dump noted
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Worklist                                  on 2026-11-22, 4 accounts, 3 to call
|   Score Customer           Overdue Days Why              Last       Next
|--------------------------------------------------------------------------------
|  -   80 Borealis Gesell…  4,010.00  143 promise broken,… 2026-11-22 2026-11-25
| ▶    60 Cobalt & Sons    19,020.00   18 call back, firs… 2026-11-15 2026-11-22
|      60 海尔集团公司有…   9,000.30   82 over 60 d, firs…
|      45 Acme Holdings L…  4,310.00   33 over limit, fir…
|
|
|
|
|
|
|
|
|
|
|
|
|
|         Total            36,340.30
| note is kept at COBALT: contact 4
| Enter Look  W Why  c Call  m Promise  ; Note  d Dispute  p Pay  D Dun  ? Help
Down Down d
dump which
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Worklist                                  on 2026-11-22, 4 accounts, 3 to call
| Open papers  _________________________________________________________________
|--------------------------------------------------------------------------------
| ▶ INV-1001  invoice                                                   4,310.00
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
| -: not today: in touch, a later day, or all of it promised or disputed
| Enter Choose  letters Narrow  PgDn More  Esc Back
Enter
dump dispute
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| dispute open                         note that a customer questions an invoice
| Invoice     INV-1001__________  invoice of ACME over 4,310.00 USD
| Reason      OTHER_____________  something else
| Amount      ________________
| Text        ____________________________________
| Owner       __________________
| Due         ____________
| Instalment  ________
| Date        ____________
| Contact     ________
|
|
|
|
|
|
|
|
|
|
| PRICE, QTY, SHORT, DAMAGE, FREIGHT ..; `dispute reason list` shows them
|
| Enter Next  F4 List  F10 Accept  Esc Leave  F1 Help
"PRICE" F10
dump disputed
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Worklist                                  on 2026-11-22, 4 accounts, 2 to call
|   Score Customer           Overdue Days Why              Last       Next
|--------------------------------------------------------------------------------
|  -   80 Borealis Gesell…  4,010.00  143 promise broken,… 2026-11-22 2026-11-25
|      60 Cobalt & Sons    19,020.00   18 call back, firs… 2026-11-15 2026-11-22
|      60 海尔集团公司有…   9,000.30   82 over 60 d, firs…
| ▶-  -20 Acme Holdings L…  4,310.00   33 spoken for, fir…
|
|
|
|
|
|
|
|
|
|
|
|
|
|         Total            36,340.30
| INV-1001 is in dispute: case 1 of anna, due 2026-12-06
| Enter Look  W Why  c Call  m Promise  ; Note  d Dispute  p Pay  D Dun  ? Help
# By score again: who was called with a later day stands below those to call.
F5
dump again
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Worklist                                  on 2026-11-22, 4 accounts, 2 to call
|   Score Customer           Overdue Days Why              Last       Next
|--------------------------------------------------------------------------------
|      60 Cobalt & Sons    19,020.00   18 call back, firs… 2026-11-15 2026-11-22
|      60 海尔集团公司有…   9,000.30   82 over 60 d, firs…
|  -   80 Borealis Gesell…  4,010.00  143 promise broken,… 2026-11-22 2026-11-25
| ▶-  -20 Acme Holdings L…  4,310.00   33 spoken for, fir…
|
|
|
|
|
|
|
|
|
|
|
|
|
|         Total            36,340.30
| By score again.
| Enter Look  W Why  c Call  m Promise  ; Note  d Dispute  p Pay  D Dun  ? Help
# The card: contacts, promises, people.
Up Enter
dump card
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Borealis Gesellschaft für nordische Beleuchtungstechnik … balance 4,010.00 USD
| collector ben                                           12 months       ██████
| ! overdue 4,010.00, oldest 143 days   NET30   no limit
| [Open] Activity Applied Disputes Contacts Promises People Dunned Repeats Sent
|   Document Kind    Issued     Due        Cur   Amount     Open Days Status
|--------------------------------------------------------------------------------
| ▶!INV-1002 invoice 2026-06-02 2026-07-02 USD 4,010.00 4,010.00  143 overdue
|
|
|
|
|
|
|
|
|
|
|
|
|
|            Total                             4,010.00 4,010.00
| never paid yet
| Enter Look  Tab Next part  p Pay  i Invoice  d Dispute  e Change  a Do  ? Help
Tab Tab Tab Tab
dump contacts
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Borealis Gesellschaft für nordische Beleuchtungstechnik … balance 4,010.00 USD
| collector ben                                           12 months       ██████
| ! overdue 4,010.00, oldest 143 days   NET30   no limit
| Open Activity Applied Disputes [Contacts] Promises People Dunned Repeats Sent
|   No. Date       Kind What was said     Status    Next       Action     Whose
|--------------------------------------------------------------------------------
| ▶*  3 2026-11-22 call they look for it  to follow 2026-11-25 call again anna
|     1 2026-11-12 call pays on Wednesday
|
|
|
|
|
|
|
|
|
|
|
|
|
| never paid yet
| Enter Look  Tab Next part  p Pay  i Invoice  e Change  a Do  = Match  ? Help
Tab
dump promises
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Borealis Gesellschaft für nordische Beleuchtungstechnik … balance 4,010.00 USD
| collector ben                                           12 months       ██████
| ! overdue 4,010.00, oldest 143 days   NET30   no limit
| Open Activity Applied Disputes Contacts [Promises] People Dunned Repeats Sent
|   No. Name                      Taken      Date       Cur   Amount Paid State
|--------------------------------------------------------------------------------
| ▶!  1 Borealis Gesellschaft fü… 2026-11-12 2026-11-18 USD 4,010.00    . broken
|
|
|
|
|
|
|
|
|
|
|
|
|
|       Total                                               4,010.00    .
| never paid yet
| Enter Look  Tab Next part  p Pay  i Invoice  e Change  a Do  = Match  ? Help
Tab
dump people
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Borealis Gesellschaft für nordische Beleuchtungstechnik … balance 4,010.00 USD
| collector ben                                           12 months       ██████
| ! overdue 4,010.00, oldest 143 days   NET30   no limit
| Open Activity Applied Disputes Contacts Promises [People] Dunned Repeats Sent
|   Name       Role  Phone            E-mail
|--------------------------------------------------------------------------------
| ▶ Jörg Nord        +49 40 555 0120
|
|
|
|
|
|
|
|
|
|
|
|
|
|
| never paid yet
| Enter Look  Tab Next part  p Pay  i Invoice  e Change  a Do  = Match  ? Help
Esc Esc
dump end
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Start                                                               all in USD
|--------------------------------------------------------------------------------
| Owed to us             36,340.30    gross 36,340.30 less unapplied 0.00
| Overdue     !          36,340.30    100.0 % of gross   due this week 0.00
| Disputed    *           4,310.00    1 case
|
| Current                                                      0.00     0.0 %
| 1-30      ██████████████████▊                           19,020.00    52.3 %
| 31-60     ████▎                                          4,310.00    11.9 %
| 61-90     ████████▉                                      9,000.30    24.8 %
| Over 90   ███▉                                           4,010.00    11.0 %
|
| Today
| ▶ ! 1 promise broken                                       4,010.00
|   ! 2 customers to call                                   28,020.30
|   * 1 dispute is open                                      4,310.00
|
|
|
|
|
| Sub-ledger 36,340.30  control 36,340.30  difference 0.00  journal 18
| 1 Pay  2 Customers  3 Invoices  4 Aging  5 Worklist  6 Bank  7 Reports  ? Help
