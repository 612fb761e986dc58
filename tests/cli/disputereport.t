# Disputes by reason, owner, root cause and age, how long they take; what went wrong over months.
$ clerk -q book new --company "Harbour & Finch" --currency EUR --sandbox
$ clerk -q customer add --code ACME --name "Acme Ltd"
  ACME
$ clerk -q invoice issue --customer ACME --amount 1000 --date 2026-06-01
  INV-1001
$ clerk -q dispute open INV-1001 --amount 100 --reason PRICE --date 2026-06-10
  1
$ clerk -q dispute open INV-1001 --amount 50 --reason SHORT --date 2026-10-02 --owner bob
  2
$ clerk -q dispute open INV-1001 --amount 200 --reason PRICE --date 2026-11-20
  3
$ clerk -q dispute resolve 1 --resolution rejected --date 2026-06-20
  1
$ clerk -q dispute open INV-1001 --amount 40 --reason DUP --date 2026-07-01
  4
$ clerk -q dispute resolve 4 --resolution writeoff --date 2026-07-21 --cause BILLING
  4
$ clerk report disputes
  Harbour & Finch: disputes
  on 2026-11-22
  
  Open cases  2, 1 of them past the due day
  In dispute  250.00 EUR, 26.0 % of all that is owed
  Closed      2 since 2025-12-01, after 15.0 days on average
  
  By age in days
  open on 2026-11-22; closed from 2025-12-01 on
  
    Age in days  Open  Late  Oldest  Cur  In dispute  Of all owed  Closed   Value  Days to close
    -----------  ----  ----  ------  ---  ----------  -----------  ------  ------  -------------
    0-14            1     0       2  EUR      200.00         20.8       1  100.00             10
    15-30           0     0          EUR           .          0.0       1   40.00             20
  ! 31-60           1     1      51  EUR       50.00          5.2       0       .
                 ----  ----               ----------               ------  ------
    Total           2     1                   250.00                    2  140.00
  
  By root cause
  open on 2026-11-22; closed from 2025-12-01 on
  
  Root cause  Open  Late  Oldest  Cur  In dispute  Of all owed  Closed   Value  Days to close
  ----------  ----  ----  ------  ---  ----------  -----------  ------  ------  -------------
  BILLING        0     0          EUR           .          0.0       1   40.00             20
  CUSTOMER       0     0          EUR           .          0.0       1  100.00             10
              ----  ----               ----------               ------  ------
  Total          0     0                     0.00                    2  140.00
  
  By owner
  open on 2026-11-22; closed from 2025-12-01 on
  
    Owner  Open  Late  Oldest  Cur  In dispute  Of all owed  Closed   Value  Days to close
    -----  ----  ----  ------  ---  ----------  -----------  ------  ------  -------------
    anna      1     0       2  EUR      200.00         20.8       2  140.00             15
  ! bob       1     1      51  EUR       50.00          5.2       0       .
           ----  ----               ----------               ------  ------
    Total     2     1                   250.00                    2  140.00
  
  By reason
  open on 2026-11-22; closed from 2025-12-01 on
  
    Reason  Open  Late  Oldest  Cur  In dispute  Of all owed  Closed   Value  Days to close
    ------  ----  ----  ------  ---  ----------  -----------  ------  ------  -------------
    DUP        0     0          EUR           .          0.0       1   40.00             20
    PRICE      1     0       2  EUR      200.00         20.8       1  100.00             10
  ! SHORT      1     1      51  EUR       50.00          5.2       0       .
            ----  ----               ----------               ------  ------
    Total      2     1                   250.00                    2  140.00
  
  Disputes
  open on 2026-11-22
  
    Case  Customer  Document  Reason  Owner  Opened      Days  Cur  Amount  What is said  Status  Due         Over  Up  Higher
    ----  --------  --------  ------  -----  ----------  ----  ---  ------  ------------  ------  ----------  ----  --  ------
  !    2  ACME      INV-1001  SHORT   bob    2026-10-02    51  EUR   50.00                open    2026-10-16    37      now
  *    3  ACME      INV-1001  PRICE   anna   2026-11-20     2  EUR  200.00                open    2026-12-04
                                                                    ------
          Total                                                     250.00
$ clerk report disputes --by reason --format csv
  reason,open,overdue,oldest_days,currency,value,share_percent,closed,closed_value,cycle_days
  DUP,0,0,,EUR,0.00,0,1,40.00,20
  PRICE,1,0,2,EUR,200.00,20.8,1,100.00,10
  SHORT,1,1,51,EUR,50.00,5.2,0,0.00,
$ clerk report disputes --by owner --format csv
  owner,open,overdue,oldest_days,currency,value,share_percent,closed,closed_value,cycle_days
  anna,1,0,2,EUR,200.00,20.8,2,140.00,15
  bob,1,1,51,EUR,50.00,5.2,0,0.00,
$ clerk report disputes --by cause --format csv
  cause,open,overdue,oldest_days,currency,value,share_percent,closed,closed_value,cycle_days
  BILLING,0,0,,EUR,0.00,0,1,40.00,20
  CUSTOMER,0,0,,EUR,0.00,0,1,100.00,10
$ clerk report disputes --by age --format csv
  age,open,overdue,oldest_days,currency,value,share_percent,closed,closed_value,cycle_days
  0-14,1,0,2,EUR,200.00,20.8,1,100.00,10
  15-30,0,0,,EUR,0.00,0,1,40.00,20
  31-60,1,1,51,EUR,50.00,5.2,0,0.00,
$ clerk report disputes --by age --months 1 --format csv
  age,open,overdue,oldest_days,currency,value,share_percent,closed,closed_value,cycle_days
  0-14,1,0,2,EUR,200.00,20.8,0,0.00,
  31-60,1,1,51,EUR,50.00,5.2,0,0.00,
$ clerk report disputes --as-of 2026-07-05 --format csv
  case,customer,document,reason,owner,opened,age_days,currency,amount,text,status,due,over_days,level,to_escalate
  4,ACME,INV-1001,DUP,anna,2026-07-01,4,EUR,40.00,,open,2026-07-08,,,
$ clerk report disputes --months 0
! arledger: --months: from 1 to 120
= 65

# Deductions, returns and late payment stand beside the root causes of disputes.
$ clerk -q invoice issue --customer ACME --amount 80 --date 2026-09-01
  INV-1002
$ clerk -q payment receive --amount 60 --customer ACME --apply "INV-1002=60 deduct 20 DAMAGE" --date 2026-10-20
  P-1001
$ clerk -q payment receive --amount 10 --customer ACME --apply "INV-1001=10" --date 2026-10-21 --method cheque
  P-1002
$ clerk -q payment reverse --payment P-1002 --date 2026-10-25 --reason nsf
  REV-1001
$ clerk report causes
  Root causes
  from 2025-12-01 to 2026-11-22
  
  Source     Cause     What it means              Month    Count  Cur   Value
  ---------  --------  -------------------------  -------  -----  ---  ------
  dispute    BILLING   invoice made wrongly       2026-07      1  EUR   40.00
  dispute    CUSTOMER  customer was in the wrong  2026-06      1  EUR  100.00
  deduction  DAMAGE    goods came damaged         2026-10      1  EUR   20.00
  reversal   nsf                                  2026-10      1  EUR   10.00
  late       LATE      paid after the due day     2026-10      1  EUR   80.00
  
  The same money may stand in several lines: no total.
$ clerk report causes --from 2026-10-01 --format csv
  source,cause,name,month,count,currency,value
  deduction,DAMAGE,goods came damaged,2026-10,1,EUR,20.00
  reversal,nsf,,2026-10,1,EUR,10.00
  late,LATE,paid after the due day,2026-10,1,EUR,80.00
$ clerk -q book verify

# A case that was withdrawn took its days too: the report by reason and the metrics reckon alike.
$ clerk -q --book undone.arl book new --company "Harbour & Finch" --currency EUR --sandbox
$ clerk -q --book undone.arl customer add --code ACME --name "Acme Ltd"
  ACME
$ clerk -q --book undone.arl invoice issue --customer ACME --amount 100 --date 2026-01-05
  INV-1001
$ clerk -q --book undone.arl deduction split --invoice INV-1001 --amount 30 --reason SHORT --date 2026-02-01
  DED-1001
$ clerk -q --book undone.arl deduction undo DED-1001 --reason "sent after all" --date 2026-02-21
  CO-1001
$ clerk --book undone.arl report metrics --as-of 2026-06-30 --format csv | grep dispute_cycle
  dispute_cycle,20,days,days from opened to closed / cases,20 days / 1 cases closed
$ clerk --book undone.arl report disputes --as-of 2026-06-30 --by reason --format csv
  reason,open,overdue,oldest_days,currency,value,share_percent,closed,closed_value,cycle_days
  SHORT,0,0,,EUR,0.00,0,1,30.00,20
