# The allowance for doubtful accounts: rates by bucket, what is judged one by one, runs, postings.
$ clerk -q book new --company "Harbour & Finch" --currency EUR --sandbox
$ for code in ACME BETA GAMMA; do clerk -q customer add --code $code --name "$code Ltd" --class $(test $code = BETA && echo TRADE || echo RETAIL); done
  ACME
  BETA
  GAMMA
$ clerk -q tax add --code VAT20 --rate 20%
  VAT20
$ clerk -q invoice issue --customer ACME --date 2026-10-20 --amount 1000
  INV-1001
$ clerk -q invoice issue --customer ACME --date 2026-09-01 --amount 600
  INV-1002
$ clerk -q invoice issue --customer ACME --date 2026-07-01 --line "text=Lamps; qty=1; price=400; tax=VAT20"
  INV-1003
$ clerk -q credit issue --customer ACME --date 2026-10-25 --amount 100
  CM-1001
$ clerk -q invoice issue --customer BETA --date 2026-08-01 --amount 800
  INV-1004
$ clerk -q invoice issue --customer GAMMA --date 2026-05-01 --amount 700
  INV-1005
$ clerk -q customer insolvent --customer GAMMA --date 2026-09-15 --reference "HRB 12"
  GAMMA
# Without rates nothing can be said.
$ clerk report allowance --as-of 2026-10-31
  Harbour & Finch: allowance for doubtful accounts
  as of 2026-10-31, EUR
  
  Run           a preview; nothing is kept of it
  Rates         as they were entered
  Base          open, less credits off the oldest
  Receivables   3,480.00
  Matrix            0.00
  One by one        0.00
  Allowance         0.00
  It stands at      0.00 on that day
  Entry             0.00 nothing to post
  
  The matrix
  
  Days past due      Open  - Credits  - Tax    = Base  Lost %  x Forward  = Rate %  Allowance
  -------------  --------  ---------  -----  --------  ------  ---------  --------  ---------
  current        1,000.00          .      .  1,000.00       0        100         0          .
  1-30             600.00          .      .    600.00       0        100         0          .
  31-60                 .          .      .         .       0        100         0          .
  61-90            800.00          .      .    800.00       0        100         0          .
  over-90        1,180.00     100.00      .  1,080.00       0        100         0          .
                 --------  ---------  -----  --------                               ---------
  Total          3,580.00     100.00   0.00  3,480.00                                    0.00
  
  No rate was entered by then for current, 1-30, 61-90, over-90: allowance-rate set
  
  Insolvent, with agencies, at law
  
    Customer  Name       State        Open  One by one  In the matrix
    --------  ---------  ---------  ------  ----------  -------------
  ! GAMMA     GAMMA Ltd  insolvent  700.00           .         700.00
  
  ! = what is not judged one by one stands in the matrix.
$ clerk allowance-rate set --bucket 1-31 --rate 3%
! arledger: --bucket: '1-31' is none of current, 1-30, 31-60, 61-90, over-90; the setting allowance.buckets makes them
= 65
$ clerk allowance-rate set --bucket 1-30
! arledger: give --bucket with --rate, or --forward alone
= 2
$ clerk allowance-rate set --bucket 1-30 --rate 120%
! arledger: what is lost of a bucket is from 0 to 100 percent of it
= 65
$ for r in current=1% 1-30=3% 31-60=10% 61-90=20% over-90=50%; do clerk -q allowance-rate set --bucket ${r%=*} --rate ${r#*=} --from 2026-01-01; done
$ clerk allowance-rate set over-90 --rate 60% --class TRADE --from 2026-01-01 --reason "court costs"
! over-90: 60 % from 2026-01-01 on, class TRADE
$ clerk allowance-rate list
  Rates of the allowance
  
  Bucket   Class  From         %  By    Why
  -------  -----  ----------  --  ----  -----------
  current  all    2026-01-01   1  anna
  1-30     all    2026-01-01   3  anna
  31-60    all    2026-01-01  10  anna
  61-90    all    2026-01-01  20  anna
  over-90  all    2026-01-01  50  anna
  over-90  TRADE  2026-01-01  60  anna  court costs
  
  The last one of a bucket and class holds, from its day on.
# Credits go off the oldest: 480.00 - 100.00. Nothing is kept of a report.
$ clerk report allowance --as-of 2026-10-31
  Harbour & Finch: allowance for doubtful accounts
  as of 2026-10-31, EUR
  
  Run           a preview; nothing is kept of it
  Rates         as they were entered
  Base          open, less credits off the oldest
  Receivables   3,480.00
  Matrix          728.00
  One by one        0.00
  Allowance       728.00
  It stands at      0.00 on that day
  Entry           728.00 to bad debts
  
  The matrix
  
  Days past due      Open  - Credits  - Tax    = Base  Lost %  x Forward  = Rate %  Allowance
  -------------  --------  ---------  -----  --------  ------  ---------  --------  ---------
  current        1,000.00          .      .  1,000.00       1        100         1      10.00
  1-30             600.00          .      .    600.00       3        100         3      18.00
  31-60                 .          .      .         .      10        100        10          .
  61-90            800.00          .      .    800.00      20        100        20     160.00
  over-90        1,180.00     100.00      .  1,080.00      50        100        50     540.00
                 --------  ---------  -----  --------                               ---------
  Total          3,580.00     100.00   0.00  3,480.00                                  728.00
  
  Insolvent, with agencies, at law
  
    Customer  Name       State        Open  One by one  In the matrix
    --------  ---------  ---------  ------  ----------  -------------
  ! GAMMA     GAMMA Ltd  insolvent  700.00           .         700.00
  
  ! = what is not judged one by one stands in the matrix.
$ clerk allowance list
  Runs of the allowance
  EUR
  
  Run  As of  Rates  Receivables  Matrix  One by one  Allowance  Stood at  Posted by  By
  ---  -----  -----  -----------  ------  ----------  ---------  --------  ---------  --
  (nothing to show)
$ clerk allowance run --as-of 2026-11-23
! arledger: 2026-11-23 is still to come: a run is of a day up to today, 2026-11-22
= 65
# One by one: they leave the matrix.
$ clerk allowance-specific set --invoice INV-1004 --rate 45% --from 2026-10-01
  1
! INV-1004 is judged by itself from 2026-10-01 on
$ clerk allowance-specific set --customer GAMMA --amount 0 --from 2026-10-01
! arledger: say why nothing of it will be lost: --reason, or leave it in the matrix
= 65
$ clerk allowance-specific set --customer GAMMA --amount 650 --from 2026-10-01 --reason "the administrator expects 50.00"
  2
! GAMMA is judged by itself from 2026-10-01 on
$ clerk allowance-specific set --customer GAMMA --amount 650 --rate 3%
! arledger: how much of it will be lost? --amount or --rate
= 2
$ clerk allowance-specific list
  Specific allowances
  EUR
  
    No.  Customer  Name       Document  Amount  In %  From        Until  By    Why
    ---  --------  ---------  --------  ------  ----  ----------  -----  ----  -------------------------------
  !   1  BETA      BETA Ltd   INV-1004            45  2026-10-01         anna
  !   2  GAMMA     GAMMA Ltd  all       650.00        2026-10-01         anna  the administrator expects 50.00
$ clerk report allowance --as-of 2026-10-31 --format csv
  kind,class,bucket,customer,document,open,credits,tax,base,rate,allowance
  matrix,all,current,,,1000.00,0.00,0.00,1000.00,1,10.00
  matrix,all,1-30,,,600.00,0.00,0.00,600.00,3,18.00
  matrix,all,31-60,,,0.00,0.00,0.00,0.00,10,0.00
  matrix,all,61-90,,,0.00,0.00,0.00,0.00,20,0.00
  matrix,all,over-90,,,480.00,100.00,0.00,380.00,50,190.00
  specific,,,BETA,INV-1004,800.00,0.00,0.00,800.00,,360.00
  specific,,,GAMMA,,700.00,0.00,0.00,700.00,,650.00
$ clerk allowance run --as-of 2026-10-31
  ALR-1001
! ALR-1001: an allowance of 1228.00 EUR as of 2026-10-31; it stands at 0.00: 1228.00 to bad debts
$ clerk allowance post ALR-1001
  AL-1001
! AL-1001: 1228.00 EUR to bad debts; the allowance stands at 1228.00 on 2026-10-31
$ clerk allowance post ALR-1001
! arledger: ALR-1001 is posted already, by AL-1001
= 65
$ clerk account list --format csv | grep -E "^(1190|6200),"
  1190,Allowance for doubtful accounts,asset,,-1228.00
  6200,Bad debts,expense,,1228.00
# What comes later changes nothing of it.
$ clerk -q allowance-rate set --bucket over-90 --rate 90% --from 2026-01-02
$ clerk allowance show ALR-1001 --format csv
  kind,class,bucket,customer,document,open,credits,tax,base,rate,allowance
  matrix,all,current,,,1000.00,0.00,0.00,1000.00,1,10.00
  matrix,all,1-30,,,600.00,0.00,0.00,600.00,3,18.00
  matrix,all,31-60,,,0.00,0.00,0.00,0.00,10,0.00
  matrix,all,61-90,,,0.00,0.00,0.00,0.00,20,0.00
  matrix,all,over-90,,,480.00,100.00,0.00,380.00,50,190.00
  specific,,,BETA,INV-1004,800.00,0.00,0.00,800.00,,360.00
  specific,,,GAMMA,,700.00,0.00,0.00,700.00,,650.00
$ clerk allowance show ALR-1009
! arledger: there is no run of the allowance ALR-1009; `allowance list` shows them
= 65
# Net of tax: 380.00 of a paper of 480.00 with 80.00 of tax is 316.67 without it.
$ clerk -q book set --name allowance.net-of-tax --value yes
  allowance.net-of-tax
$ clerk allowance run --as-of 2026-10-31
  ALR-1002
! ALR-1002: an allowance of 1323.00 EUR as of 2026-10-31; it stands at 1228.00: 95.00 to bad debts
$ clerk allowance show ALR-1002
  Harbour & Finch: allowance for doubtful accounts
  as of 2026-10-31, EUR
  
  Run           ALR-1002, by anna on 2026-11-22
  Rates         as they were entered
  Base          open, less credits off the oldest, less recoverable tax
  Receivables   3,480.00
  Matrix          313.00
  One by one    1,010.00
  Allowance     1,323.00
  It stands at  1,228.00 on that day
  Entry            95.00 to bad debts
  
  The matrix
  
  Days past due      Open  - Credits  - Tax    = Base  Lost %  x Forward  = Rate %  Allowance
  -------------  --------  ---------  -----  --------  ------  ---------  --------  ---------
  current        1,000.00          .      .  1,000.00       1        100         1      10.00
  1-30             600.00          .      .    600.00       3        100         3      18.00
  31-60                 .          .      .         .      10        100        10          .
  61-90                 .          .      .         .      20        100        20          .
  over-90          480.00     100.00  63.33    316.67      90        100        90     285.00
                 --------  ---------  -----  --------                               ---------
  Total          2,080.00     100.00  63.33  1,916.67                                  313.00
  
  One by one
  
  Customer  Name       Document      Base  Allowance  Why
  --------  ---------  --------  --------  ---------  -------------------------------
  BETA      BETA Ltd   INV-1004    800.00     360.00
  GAMMA     GAMMA Ltd  all         700.00     650.00  the administrator expects 50.00
                                 --------  ---------
  Total                          1,500.00   1,010.00
  
  Insolvent, with agencies, at law
  
  Customer  Name       State        Open  One by one  In the matrix
  --------  ---------  ---------  ------  ----------  -------------
  GAMMA     GAMMA Ltd  insolvent  700.00      700.00              .
  
  ! = what is not judged one by one stands in the matrix.
$ clerk allowance post ALR-1002
  AL-1002
! AL-1002: 95.00 EUR to bad debts; the allowance stands at 1323.00 on 2026-10-31
$ clerk allowance list
  Runs of the allowance
  EUR
  
  Run       As of       Rates   Receivables  Matrix  One by one  Allowance  Stood at  Posted by  By
  --------  ----------  ------  -----------  ------  ----------  ---------  --------  ---------  ----
  ALR-1001  2026-10-31  manual     3,480.00  218.00    1,010.00   1,228.00         .  AL-1001    anna
  ALR-1002  2026-10-31  manual     3,480.00  313.00    1,010.00   1,323.00  1,228.00  AL-1002    anna
# By class, the rates of all where a class has none.
$ clerk report allowance --as-of 2026-10-31 --by class --format csv
  kind,class,bucket,customer,document,open,credits,tax,base,rate,allowance
  matrix,RETAIL,current,,,1000.00,0.00,0.00,1000.00,1,10.00
  matrix,RETAIL,1-30,,,600.00,0.00,0.00,600.00,3,18.00
  matrix,RETAIL,31-60,,,0.00,0.00,0.00,0.00,10,0.00
  matrix,RETAIL,61-90,,,0.00,0.00,0.00,0.00,20,0.00
  matrix,RETAIL,over-90,,,480.00,100.00,63.33,316.67,90,285.00
  specific,,,BETA,INV-1004,800.00,0.00,0.00,800.00,,360.00
  specific,,,GAMMA,,700.00,0.00,0.00,700.00,,650.00
# Taken back, and posted again.
$ clerk allowance reverse AL-1002 --reason "not yet"
  CO-1001
! AL-1002 is taken back on 2026-10-31, by CO-1001
$ clerk allowance reverse AL-1002 --reason "not yet"
! arledger: AL-1002 is reversed already; a reversal is final
= 65
$ clerk allowance reverse INV-1001 --reason "not yet"
! arledger: INV-1001 is an invoice, and that is not what is meant here
= 65
$ clerk allowance post ALR-1002
  AL-1003
! AL-1003: 95.00 EUR to bad debts; the allowance stands at 1323.00 on 2026-10-31
# A bad debt goes against it, and the next run makes it up.
$ clerk -q book set --name baddebt.method --value allowance
  baddebt.method
$ clerk -q baddebt writeoff --invoice INV-1005 --reason "nothing left" --date 2026-11-10
  WO-1001
$ clerk allowance-specific end 2 --date 2026-11-11 --reason "lost"
  2
! specific allowance 2 ends on 2026-11-11; what it was for is in the matrix again
$ clerk allowance-specific end 2
! arledger: specific allowance 2 is ended already
= 65
$ clerk allowance run --as-of 2026-11-20
  ALR-1003
! ALR-1003: an allowance of 735.00 EUR as of 2026-11-20; it stands at 623.00: 112.00 to bad debts
$ clerk allowance post ALR-1003
  AL-1004
! AL-1004: 112.00 EUR to bad debts; the allowance stands at 735.00 on 2026-11-20
$ clerk account list --format csv | grep -E "^(1190|6200),"
  1190,Allowance for doubtful accounts,asset,,-735.00
  6200,Bad debts,expense,,1435.00
$ clerk -q book verify && echo proved
  proved
# From history: at least twelve months of it.
$ clerk report allowance --as-of 2026-10-31 --rates roll --format csv
  kind,class,bucket,customer,document,open,credits,tax,base,rate,allowance
  matrix,all,current,,,1000.00,0.00,0.00,1000.00,0,0.00
  matrix,all,1-30,,,600.00,0.00,0.00,600.00,0,0.00
  matrix,all,31-60,,,0.00,0.00,0.00,0.00,90,0.00
  matrix,all,61-90,,,0.00,0.00,0.00,0.00,90,0.00
  matrix,all,over-90,,,480.00,100.00,63.33,316.67,90,285.00
  specific,,,BETA,INV-1004,800.00,0.00,0.00,800.00,,360.00
  specific,,,GAMMA,,700.00,0.00,0.00,700.00,,650.00
$ clerk allowance-rate set --forward 110% --from 2026-10-01 --reason "the forecast of the chamber of commerce"
! forward factor: 110 % from 2026-10-01 on
$ clerk allowance run --as-of 2026-10-31 --rates roll --months 12
  ALR-1004
! ALR-1004: an allowance of 1323.50 EUR as of 2026-10-31; it stands at 1323.00: 0.50 to bad debts
$ clerk allowance run --as-of 2026-10-31 --rates roll --months 11
! arledger: --months: from 12 to 36
= 65
$ clerk allowance show ALR-1004
  Harbour & Finch: allowance for doubtful accounts
  as of 2026-10-31, EUR
  
  Run           ALR-1004, by anna on 2026-11-22
  Rates         from the roll rates of 12 months
  Base          open, less credits off the oldest, less recoverable tax
  Receivables   3,480.00
  Matrix          313.50
  One by one    1,010.00
  Allowance     1,323.50
  It stands at  1,323.00 on that day
  Entry             0.50 to bad debts
  
  The matrix
  
  Days past due      Open  - Credits  - Tax    = Base  Lost %  x Forward  = Rate %  Allowance
  -------------  --------  ---------  -----  --------  ------  ---------  --------  ---------
  current        1,000.00          .      .  1,000.00       0        110         0          .
  1-30             600.00          .      .    600.00       0        110         0          .
  31-60                 .          .      .         .      90        110        99          .
  61-90                 .          .      .         .      90        110        99          .
  over-90          480.00     100.00  63.33    316.67      90        110        99     313.50
                 --------  ---------  -----  --------                               ---------
  Total          2,080.00     100.00  63.33  1,916.67                                  313.50
  
  One by one
  
  Customer  Name       Document      Base  Allowance  Why
  --------  ---------  --------  --------  ---------  -------------------------------
  BETA      BETA Ltd   INV-1004    800.00     360.00
  GAMMA     GAMMA Ltd  all         700.00     650.00  the administrator expects 50.00
                                 --------  ---------
  Total                          1,500.00   1,010.00
  
  Insolvent, with agencies, at law
  
  Customer  Name       State        Open  One by one  In the matrix
  --------  ---------  ---------  ------  ----------  -------------
  GAMMA     GAMMA Ltd  insolvent  700.00      700.00              .
  
  ! = what is not judged one by one stands in the matrix.
  
  What was open at the end of each month
  
  Month end    Current    1-30   31-60   61-90   Over 90
  ----------  --------  ------  ------  ------  --------
  2025-10-31         .       .       .       .         .
  2025-11-30         .       .       .       .         .
  2025-12-31         .       .       .       .         .
  2026-01-31         .       .       .       .         .
  2026-02-28         .       .       .       .         .
  2026-03-31         .       .       .       .         .
  2026-04-30         .       .       .       .         .
  2026-05-31    700.00       .       .       .         .
  2026-06-30         .  700.00       .       .         .
  2026-07-31    480.00       .       .  700.00         .
  2026-08-31    800.00       .  480.00       .    700.00
  2026-09-30    600.00  800.00       .  480.00    700.00
  2026-10-31  1,000.00  600.00       .  800.00  1,180.00
  
  The loss of a bucket: the average part that moved on into the next, from it to the last, x what is lost of the last.
$ clerk -q book verify && echo proved
  proved
$ arledger book sql "UPDATE allowance_line SET amount = 1" --readonly
! arledger: a question begins with SELECT or WITH; the book is changed by commands only
= 65
