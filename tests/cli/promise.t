# Promises and payment plans: open, kept, in part, broken, by the money that came.
$ clerk -q book new --company "Harbour & Finch" --currency EUR --sandbox
$ clerk -q customer add --code ACME --name "Acme Ltd"
  ACME
$ clerk -q customer add --code BOLT --name "Bolt GmbH"
  BOLT
$ clerk -q invoice issue --customer ACME --amount 100 --date 2026-09-01
  INV-1001
$ clerk -q invoice issue --customer ACME --amount 50 --date 2026-09-15
  INV-1002
$ clerk -q invoice issue --customer BOLT --amount 90 --date 2026-09-01
  INV-1003
$ clerk promise take --customer ACME --amount 60 --date +5 --by Kim --text "after the board meets"
  1
! ACME promises 60.00 EUR for 2026-11-27: promise 1
$ clerk promise take --customer ACME --invoices "INV-1002" --date 2026-11-20 --taken 2026-11-10
  2
! ACME promises 50.00 EUR for 2026-11-20: promise 2
$ clerk promise list
  Promises
  
    No.  Customer  Name      Taken       Date        Kind     Parts  Cur  Amount  Paid  State  By   What was said
    ---  --------  --------  ----------  ----------  -------  -----  ---  ------  ----  -----  ---  ---------------------
  *   2  ACME      Acme Ltd  2026-11-10  2026-11-20  promise      1  EUR   50.00     .  open
  *   1  ACME      Acme Ltd  2026-11-22  2026-11-27  promise      1  EUR   60.00     .  open   Kim  after the board meets
                                                                          ------  ----
         Total                                                            110.00  0.00
# Its day and two days of grace: still open on the 22nd, broken on the 23rd.
$ clerk promise list --as-of 2026-11-23 --format csv
  id,customer,name,taken,date,kind,instalments,currency,amount,paid,state,by,text,reason
  2,ACME,Acme Ltd,2026-11-10,2026-11-20,promise,1,EUR,50.00,0.00,broken,,,
  1,ACME,Acme Ltd,2026-11-22,2026-11-27,promise,1,EUR,60.00,0.00,open,Kim,after the board meets,
# Money that is entered late, of the 20th, un-breaks it; the rest is too little for the other.
$ clerk -q payment receive --customer ACME --amount 50 --date 2026-11-20 --apply INV-1002
  P-1001
$ clerk promise list --as-of 2026-12-01 --format csv
  id,customer,name,taken,date,kind,instalments,currency,amount,paid,state,by,text,reason
  2,ACME,Acme Ltd,2026-11-10,2026-11-20,promise,1,EUR,50.00,50.00,kept,,,
  1,ACME,Acme Ltd,2026-11-22,2026-11-27,promise,1,EUR,60.00,0.00,broken,Kim,after the board meets,
$ clerk -q payment receive --customer ACME --amount 20 --date 2026-11-22
  P-1002
$ clerk promise list --as-of 2026-12-01 --state partial
  Promises
  
    No.  Customer  Name      Taken       Date        Kind     Parts  Cur  Amount   Paid  State    By   What was said
    ---  --------  --------  ----------  ----------  -------  -----  ---  ------  -----  -------  ---  ---------------------
  !   1  ACME      Acme Ltd  2026-11-22  2026-11-27  promise      1  EUR   60.00  20.00  partial  Kim  after the board meets
$ clerk report promises --as-of 2026-12-01
  Promises kept
  taken by 2026-12-01
  
    Customer  Name      Cur  Taken  Kept  Part  Broken  Open  Canc.  Kept %  Promised   Came  Came %
    --------  --------  ---  -----  ----  ----  ------  ----  -----  ------  --------  -----  ------
  ! ACME      Acme Ltd  EUR      2     1     1       0     0      0    50.0    110.00  70.00    63.6
$ clerk report promises --as-of 2026-12-01 --format csv --collector nobody
  customer,name,currency,taken,kept,partial,broken,open,cancelled,kept_percent,promised,cash,cash_percent
$ clerk promise cancel 1 --reason "they are insolvent"
  1
! promise 1 is cancelled: they are insolvent
$ clerk promise list --open
  Promises
  
  No.  Customer  Name  Taken  Date  Kind  Parts  Cur  Amount  Paid  State  By  What was said  Why cancelled
  ---  --------  ----  -----  ----  ----  -----  ---  ------  ----  -----  --  -------------  -------------
  (nothing to show)
# A plan: two instalments, one of them late.
$ clerk plan make --customer BOLT --invoices INV-1003 --instalments "2026-11-25=30; 2026-12-25=60"
  3
! BOLT pays 90.00 EUR in 2 instalments: plan 3, the first 30.00 EUR for 2026-11-25
$ clerk plan list
  Payment plans
  
    No.  Customer  Name       Taken       Date        Kind  Parts  Cur  Amount  Paid  State  By  What was said  Why cancelled
    ---  --------  ---------  ----------  ----------  ----  -----  ---  ------  ----  -----  --  -------------  -------------
  *   3  BOLT      Bolt GmbH  2026-11-22  2026-11-25  plan      2  EUR   90.00     .  open
$ clerk plan show 3
  Plan 3 of BOLT
  open
  
    Date        Cur  Amount  Paid  State
    ----------  ---  ------  ----  -----
  * 2026-11-25  EUR   30.00     .  open
  * 2026-12-25  EUR   60.00     .  open
                     ------  ----
    Total             90.00  0.00
$ clerk plan show 3 --as-of 2026-12-02
  Plan 3 of BOLT
  open
  
    Date        Cur  Amount  Paid  State
    ----------  ---  ------  ----  -----
  * 2026-11-25  EUR   30.00     .  open
  * 2026-12-25  EUR   60.00     .  open
                     ------  ----
    Total             90.00  0.00
$ clerk plan show 3 --as-of 2026-12-03 --format csv
  date,currency,amount,paid,state
  2026-11-25,EUR,30.00,0.00,broken
  2026-12-25,EUR,60.00,0.00,open
$ clerk plan list --as-of 2026-12-03 --format csv
  id,customer,name,taken,date,kind,instalments,currency,amount,paid,state,by,text,reason
  3,BOLT,Bolt GmbH,2026-11-22,2026-11-25,plan,2,EUR,90.00,0.00,broken,,,
$ clerk report aging --customer BOLT --format csv
  customer,name,currency,current,1-30,31-60,61-90,over-90,unapplied,total,disputed,owner
  BOLT,Bolt GmbH,EUR,0.00,0.00,90.00,0.00,0.00,0.00,90.00,0.00,
$ clerk plan cancel 3 --reason "paid at once"
  3
! plan 3 is cancelled: paid at once
# What cannot be.
$ clerk promise take --customer ACME --date +5
! arledger: --amount is missing: how much is promised?
= 2
$ clerk promise take --customer ACME --amount 1000 --date +5
! arledger: only 100.00 is open that could be promised
= 65
$ clerk promise take --customer ACME --amount 10 --date 2026-11-01
! arledger: a promise is for a day to come, not before the day it is taken
= 65
$ clerk promise take --customer BOLT --invoices INV-1001 --date +5
! arledger: --invoices: INV-1001 is a paper of ACME
= 65
$ clerk promise take --customer ACME --invoices INV-1002 --date +5
! arledger: --invoices: nothing is open on INV-1002
= 65
$ clerk promise take --customer ACME --invoices INV-1001 --amount "10 USD" --date +5
! arledger: --amount: the invoices are in EUR, not USD
= 65
$ clerk promise cancel 1 --reason again
! arledger: promise 1 is cancelled already
= 65
$ clerk promise cancel 3 --reason "a plan is no promise"
! arledger: there is no promise 3; `promise list` shows them
= 65
$ clerk plan make --customer BOLT --invoices INV-1003 --instalments "2026-11-25=30; 2026-12-25=50"
! arledger: the instalments come to 80.00; 90.00 is open
= 65
$ clerk plan make --customer BOLT --invoices INV-1003 --instalments "2026-12-25=30; 2026-11-25=60"
! arledger: the days of a plan ascend, one instalment a day
= 65
$ clerk plan show 1
! arledger: 1 is a promise, no plan; `plan list` shows the plans
= 65
$ clerk plan show 1000
! arledger: there is no promise or plan 1000 on that day; `promise list` and `plan list` show them
= 65
$ clerk promise show 1
  Promise 1 of ACME
  
  customer   ACME   Acme Ltd
  state      cancelled 60.00 EUR for 2026-11-27
  taken      2026-11-22
  by         Kim
  noted by   anna
  kept by    any money of the customer
  cancelled  2026-11-22
  because    they are insolvent
  
  after the board meets
  
  Days, in EUR
  
  Date        Amount  Came  State
  ----------  ------  ----  -----
  2026-11-27   60.00     .  open
  
  What it is for, in EUR
  
  Document  Due         Amount    Open
  --------  ----------  ------  ------
  INV-1001  2026-10-01  100.00  100.00
$ clerk promise show 2
  Promise 2 of ACME
  
  customer  ACME   Acme Ltd
  state     kept 50.00 EUR for 2026-11-20
  taken     2026-11-10
  noted by  anna
  
  Days, in EUR
  
  Date        Amount   Came  State
  ----------  ------  -----  -----
  2026-11-20   50.00  50.00  kept
  
  What it is for, in EUR
  
  Document  Due         Amount  Open
  --------  ----------  ------  ----
  INV-1002  2026-10-15   50.00     .
$ clerk promise show 1000
! arledger: there is no promise or plan 1000 on that day; `promise list` and `plan list` show them
= 65
$ clerk plan make --customer ACME
! arledger: say --months and --first, for equal parts, or else --instalments
= 2
$ clerk plan make --customer ACME --months 3
! arledger: --first is missing: on which day is the first part?
= 2
$ clerk plan make --customer ACME --months 0 --first +10
! arledger: --months: from 1 to 120
= 65
$ clerk plan make --customer ACME --months 3 --first 2026-12-31
  4
! ACME pays 100.00 EUR in 3 instalments: plan 4, the first 33.33 EUR for 2026-12-31
$ clerk plan show 4
  Plan 4 of ACME
  open
  
    Date        Cur  Amount  Paid  State
    ----------  ---  ------  ----  -----
  * 2026-12-31  EUR   33.33     .  open
  * 2027-01-31  EUR   33.33     .  open
  * 2027-02-28  EUR   33.34     .  open
                     ------  ----
    Total            100.00  0.00
$ clerk plan make --customer ACME --months 3 --first 2026-12-31
! arledger: nothing is open in EUR that is in no plan already
= 65
$ clerk book verify 2>&1 | sed 's|, head.*||'
  verified: 14 entries, 5 documents

# The list takes a currency, and the days that were promised.
$ clerk promise list --from 2026-12-01 --to 2026-12-31 --format csv | cut -d, -f1-9
  id,customer,name,taken,date,kind,instalments,currency,amount
  4,ACME,Acme Ltd,2026-11-22,2026-12-31,plan,3,EUR,100.00
$ clerk promise list --currency usd --format csv | cut -d, -f1-9
  id,customer,name,taken,date,kind,instalments,currency,amount
