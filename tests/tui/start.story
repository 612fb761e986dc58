# The first screen: figures, what there is to do, help that is filtered and runs what is chosen.
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
dump start
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
| Sub-ledger 1,262,082.19  control 1,262,082.19  difference 0.00  journal 15
| 1 Pay  2 Customers  3 Invoices  4 Aging  5 Worklist  6 Bank  7 Reports  ? Help
Down Down
dump unapplied
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
|   ! 2 customers to call                                1,243,568.19
|   ! 1 payment of which nobody knows whose                     77.50
| ▶   2 credits unapplied for more than 2 days                 710.00
|   * 1 dispute is open                                        900.00
|
|
|
|
| Sub-ledger 1,262,082.19  control 1,262,082.19  difference 0.00  journal 15
| 1 Pay  2 Customers  3 Invoices  4 Aging  5 Worklist  6 Bank  7 Reports  ? Help
Enter
dump payments
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Payments                                        what is open, the newest first
|   Number Customer Date       Method   Cur   Amount Unapplied Status
|--------------------------------------------------------------------------------
| ▶!P-1002          2026-11-18 transfer USD    77.50     77.50 unidentified
|   P-1001 ACME     2026-11-02 transfer USD 5,000.00    690.00 part-applied
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|                              Total        5,077.50    767.50
| 1 of 2
| Enter Look  o Open/all  + New  A AutoCash  a Do  / Search  < > s Sort  ? Help
Esc ? "cust"
dump help
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Start                                                               all in USD
| Keys of Start:  cust__________________________________________________________
|--------------------------------------------------------------------------------
| ▶ 2       customers with what they owe                                   Start
|   8       what customers question                                        Start
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
| Sub-ledger 1,262,082.19  control 1,262,082.19  difference 0.00  journal 15
| Enter Choose  letters Narrow  PgDn More  Esc Back
Enter
dump customers
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Customers            balances of today in the account's currency, not totalled
|   Code     Name                     Cur      Balance      Overdue Oldest Terms
|--------------------------------------------------------------------------------
| ▶!ACME     Acme Holdings Ltd        USD       210.00       900.00     21 NET30
|  !BOREALIS Borealis Gesellschaft f… USD 1,252,771.89 1,234,567.89    143 NET30
|   COBALT   Cobalt & Sons            USD       100.00            .        NET30
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
| 1 of 4
| Enter Look  p Pay  i Invoice  + New  e Change  D Dun  a Do  / Search  ? Help
Esc F2 "lock the"
dump words
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Start                                                               all in USD
| Do:  lock the_________________________________________________________________
|--------------------------------------------------------------------------------
| ▶ lock                      lock the screens; your password opens th…   Ctrl-X
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
| lock the screens; your password opens them again
| Sub-ledger 1,262,082.19  control 1,262,082.19  difference 0.00  journal 15
| Enter Choose  letters Narrow  PgDn More  Esc Back
Esc 2 f "balance = 12345" Enter
dump emptied
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Customers                          only some, by the filter; balances of today
|   Code Name Cur Terms Limit Balance Overdue Oldest Collector Status NSF
|--------------------------------------------------------------------------------
|   No row fits the filter; f changes it, and typing none takes it away.
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
| only where balance = 12345
| Enter Look  + New  / Search  < > s Sort  f Filter  x Save  ? Help
f Ctrl-U Enter
Esc F2 "jour"
dump palette
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Start                                                               all in USD
| Do:  jour_____________________________________________________________________
|--------------------------------------------------------------------------------
| ▶ journal list              list what was done in the book, the newest last
|   journal show              show one entry of the journal whole
|   journal reverse           take back all that one entry posted
|   journal verify            prove that no entry of the journal was changed
|   go journal                everything that was done, the newest first       J
|   report journal            what was recorded in a period, entry by entry
|
|
|
|
|
|
|
|
|
|
|
|
| Sub-ledger 1,262,082.19  control 1,262,082.19  difference 0.00  journal 15
| Enter Choose  letters Narrow  PgDn More  Esc Back
Enter
dump journal
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| journal list
|   Entry  Moment                Who   Command
|--------------------------------------------------------------------------------
| ▶     1  2026-11-22T12:00:00Z  anna  book new --company "Northwind Lights" --…
|       2  2026-11-22T12:00:00Z  anna  customer add --code ACME --name 'Acme Ho…
|       3  2026-11-22T12:00:00Z  anna  customer add --code BOREALIS --name 'Bor…
|       4  2026-11-22T12:00:00Z  anna  customer add --code HAIER --name 海尔集…
|       5  2026-11-22T12:00:00Z  anna  customer add --code COBALT --name 'Cobal…
|       6  2026-11-22T12:00:00Z  anna  invoice issue --customer ACME --amount 4…
|       7  2026-11-22T12:00:00Z  anna  invoice issue --customer ACME --line 'te…
|       8  2026-11-22T12:00:00Z  anna  invoice issue --customer BOREALIS --amou…
|       9  2026-11-22T12:00:00Z  anna  invoice issue --customer BOREALIS --amou…
|      10  2026-11-22T12:00:00Z  anna  invoice issue --customer HAIER --line 't…
|      11  2026-11-22T12:00:00Z  anna  invoice issue --customer COBALT --amount…
|      12  2026-11-22T12:00:00Z  anna  credit issue --customer COBALT --amount …
|      13  2026-11-22T12:00:00Z  anna  payment receive --amount 5000 --customer…
|      14  2026-11-22T12:00:00Z  anna  payment receive --amount 77.5 --date 202…
|      15  2026-11-22T12:00:00Z  anna  dispute open --invoice INV-1002 --reason…
|
|
|
| 1 of 15
| Enter Look  / Search  v Keep  Ctrl-W When  @ Mail  < > s Sort  f Filter  ? Help
Esc Esc
dump first
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
|   ! 2 customers to call                                1,243,568.19
|   ! 1 payment of which nobody knows whose                     77.50
| ▶   2 credits unapplied for more than 2 days                 710.00
|   * 1 dispute is open                                        900.00
|
|
|
|
| This is the first screen; q leaves.
| 1 Pay  2 Customers  3 Invoices  4 Aging  5 Worklist  6 Bank  7 Reports  ? Help
z
dump unknown
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
|   ! 2 customers to call                                1,243,568.19
|   ! 1 payment of which nobody knows whose                     77.50
| ▶   2 credits unapplied for more than 2 days                 710.00
|   * 1 dispute is open                                        900.00
|
|
|
|
| z does nothing here; ? shows what does.
| 1 Pay  2 Customers  3 Invoices  4 Aging  5 Worklist  6 Bank  7 Reports  ? Help
