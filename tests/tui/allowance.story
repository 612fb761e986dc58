# The allowance: rates, a run, its page, posted and taken back, from the screen.
$ book new --company "Northwind Lights" --currency USD --sandbox
$ customer add --code HAIER --name "海尔集团公司有限责任公司北京分公司国际贸易部"
$ customer add --code SHUT --name "Shut Down Incorporated, Manufacturers of Very Long Names and Sons"
$ invoice issue --customer HAIER --date 2026-06-02 --amount 1204.50
$ invoice issue --customer SHUT --date 2026-10-02 --amount 770
$ allowance-rate set current --rate 1% --from 2026-01-01
$ allowance-rate set 1-30 --rate 5% --from 2026-01-01
$ allowance-rate set over-90 --rate 40% --from 2026-01-01
$ allowance-specific set --customer SHUT --rate 60% --from 2026-01-01 --reason "they closed the shop"
@ 80x24
: "alw" Enter
dump none
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Runs of the allowance                                                      USD
|   Run As of Rates Receivables Matrix One by one Allowance Stood at Posted by
|--------------------------------------------------------------------------------
|   No run was made yet; + makes one, % shows the rates.
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
| Enter Look  % Rate  * One by one  + New  / Search  < > s Sort  f Filter  ? Help
%
dump rates
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Rates of the allowance
|   Bucket   Class  From         %  By    Why
|--------------------------------------------------------------------------------
| ▶ current  all    2026-01-01   1  anna
|   1-30     all    2026-01-01   5  anna
|   over-90  all    2026-01-01  40  anna
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
| The last one of a bucket and class holds, from its day on.
| Enter Look  + New  / Search  < > s Sort  f Filter  x Save  ? Help
Esc
*
dump specifics
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Specific allowances                                                        USD
|   No. Customer Name         Document In % From       By   Why
|--------------------------------------------------------------------------------
| ▶!  1 SHUT     Shut Down I… all        60 2026-01-01 anna they closed the shop
|
|
|
|
|
|
|
|
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
| Enter Look  p Pay  i Invoice  X Take back  + New  a Do  / Search  ? Help
Esc
+
dump form
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| allowance run
| As of   ____________
| Rates   ______
| By      _____
| Months  ________
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
| the day, usually a month's end; today, else
|
| Enter Next  F10 Accept  Esc Leave  F1 Help
F10
dump list
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Runs of the allowance                                                      USD
|   Run      As of      Rates  Receivables Matrix One by one Allowance Stood at
|--------------------------------------------------------------------------------
| ▶ ALR-1001 2026-11-22 manual    1,974.50 481.80     462.00    943.80        .
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
| ALR-1001: an allowance of 943.80 USD as of 2026-11-22; it stands at 0.00:
| 943.80 to bad debts
| Enter Look  F10 Post  % Rate  * One by one  + New  a Do  / Search  ? Help
Enter
dump page
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Run of the allowance ALR-1001
| Northwind Lights: allowance for doubtful accounts
| as of 2026-11-22, USD
|
| Run           ALR-1001, by anna on 2026-11-22
| Rates         as they were entered
| Base          open, less credits off the oldest
| Receivables   1,974.50
| Matrix          481.80
| One by one      462.00
| Allowance       943.80
| It stands at      0.00 on that day
| Entry           943.80 to bad debts
|
| The matrix
|
| Days past due     Open - Credits   = Base Lost % x Forward = Rate % Allowance
| ------------- -------- --------- -------- ------ --------- -------- ---------
| current              .         .        .      1       100        1         .
| 1-30                 .         .        .      5       100        5         .
| 31-60                .         .        .      0       100        0         .
| 1-20 of 30
| / Search  P Print  x Save  ? Help
Esc
F10
dump postform
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| allowance post           bring the account of the allowance to what a run says
| Run  ALR-1001__________
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
| which, as ALR-1001
|
| Enter Next  F10 Accept  Esc Leave  F1 Help
F10
dump posted
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Runs of the allowance                                                      USD
|   Run      As of      Rates  Receivables Matrix Allowance Stood at Posted by
|--------------------------------------------------------------------------------
| ▶ ALR-1001 2026-11-22 manual    1,974.50 481.80    943.80        . AL-1001
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
| AL-1001: 943.80 USD to bad debts; the allowance stands at 943.80 on 2026-11-22
| Enter Look  F10 Post  X Take back  % Rate  * One by one  + New  a Do  ? Help
X
dump backform
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| allowance reverse                          take an entry of the allowance back
| Document  AL-1001___________
| Date      ____________
| Reason    ____________________________________
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
| why
|
| Enter Next  F10 Accept  Esc Leave  F1 Help
Esc
