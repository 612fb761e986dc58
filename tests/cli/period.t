# Months are closed: what is dated in them is posted on the first open day, and they can be looked up.
$ clerk -q book new --company "Harbour & Finch" --currency EUR --sandbox
$ clerk -q customer add --code ACME --name "Acme Holdings"
  ACME
$ clerk -q customer add --code LAMP --name 北方灯具有限公司
  LAMP
$ clerk -q invoice issue --customer ACME --number A1 --amount 1200 --date 2026-08-10
  A1
$ clerk -q invoice issue --customer LAMP --number L1 --amount 340.50 --date 2026-09-15
  L1
$ clerk -q payment receive --customer ACME --amount 200 --date 2026-09-20 --apply A1
  P-1001
$ clerk -q payment receive --customer LAMP --amount 40 --date 2026-10-02
  P-1002
$ clerk -q payment receive --amount 12 --date 2026-10-05
  P-1003
$ clerk period list
  Periods
  balances at the month's end, in EUR
  
  Month    State  Receivable  Unidentified  Prepaid  By  On  Entry  Head
  -------  -----  ----------  ------------  -------  --  --  -----  ----
  2026-11  open     1,300.50         12.00        .
  2026-10  open     1,300.50         12.00        .
  2026-09  open     1,340.50             .        .
  2026-08  open     1,200.00             .        .

# a closed month is closed for every path
$ clerk period close --month 2026-12
! arledger: 2026-12 has not begun
= 65
$ clerk period close --month 10.2026
! arledger: "10.2026" is no month; 2026-10 is one
= 65
$ clerk period close --month 2026-09 | sed 's/[0-9a-f]\{64\}/HASH/'
  Harbour & Finch: close report
  2026-09
  
  Period       2026-09
  State        closed
  Closed by    anna
  On the head  HASH
  
  Checklist
  Nothing blocks and nothing is to be warned of.
  
  What was open, as frozen
  Account  Customers  Cur  Current      1-30  31-60  61-90  Over 90  Credits     Total   In base
  -------  ---------  ---  -------  --------  -----  -----  -------  -------  --------  --------
  1100             2  EUR   340.50  1,000.00      .      .        .        .  1,340.50  1,340.50
  
  Sub-ledger 1,340.50 = control account, difference 0.00
  
  Steps
  closed  now by anna, entry 9
! 2026-09 is closed: what is dated in it is posted on 2026-10-01
$ clerk invoice issue --customer ACME --number A2 --amount 50 --date 2026-09-28
  A2
! A2 of ACME: 50.00 EUR, due 2026-10-28; posted on 2026-10-01, since 2026-09 is closed
$ clerk invoice issue --customer ACME --number A3 --amount 50 --date 2026-09-28 --posted 2026-09-30
! arledger: nothing can be posted on 2026-09-30: 2026-09 is closed; the first open day is 2026-10-01
= 65
$ clerk payment receive --customer ACME --amount 5 --date 2026-09-28 --posted 2026-09-28
! arledger: nothing can be posted on 2026-09-28: 2026-09 is closed; the first open day is 2026-10-01
= 65
$ clerk payment apply --payment P-1002 --to L1
  P-1002
! P-1002 to L1 40.00 on 2026-10-02
$ clerk payment reverse --payment P-1001 --reason nsf --date 2026-09-29
  REV-1001
! P-1001 over 200.00 EUR does not count from 2026-09-29 on (nsf), by REV-1001; open again: 200.00 of A1; posted on 2026-10-01, since 2026-09 is closed
$ clerk invoice void --invoice A1 --reason wrong --date 2026-09-30
  VD-1001
! A1 of ACME over 1200.00 EUR is void from 2026-09-30 on, by VD-1001; posted on 2026-10-01, since 2026-09 is closed
$ printf 'Number,Customer,Date,Amount\nI1,ACME,2026-09-01,10.00\n' >i.csv
$ clerk import invoices --file i.csv --yes
! i.csv: 1 invoice (10.00 EUR); posted on 2026-10-01, since 2026-09 is closed
$ clerk report aging --as-of 2026-09-30
  Aging
  as of 2026-09-30, by due date, posted, EUR
  
    Customer  Name              Cur  Current      1-30  31-60  61-90  Over 90  Unapplied     Total  Disputed  Owner
    --------  ----------------  ---  -------  --------  -----  -----  -------  ---------  --------  --------  -----
  ! ACME      Acme Holdings     EUR        .  1,000.00      .      .        .          .  1,000.00         .
    LAMP      北方灯具有限公司  EUR   340.50         .      .      .        .          .    340.50         .
                                     -------  --------  -----  -----  -------  ---------  --------  --------
    Total                             340.50  1,000.00   0.00   0.00     0.00       0.00  1,340.50      0.00
  
  Sub-ledger 1,340.50 = control account on 2026-09-30, difference 0.00, 2026-09 closed
$ clerk report aging --as-of 2026-10-31 --format csv
  customer,name,currency,current,1-30,31-60,61-90,over-90,unapplied,total,disputed,owner
  ACME,Acme Holdings,EUR,0.00,60.00,0.00,0.00,0.00,0.00,60.00,0.00,
  LAMP,北方灯具有限公司,EUR,0.00,300.50,0.00,0.00,0.00,0.00,300.50,0.00,

# the rest of the month's end
$ clerk period close --month 2026-10 --soft --reason "accruals to come" | sed 's/[0-9a-f]\{64\}/HASH/'
  Harbour & Finch: close report
  2026-10
  
  Period  2026-10
  State   soft-closed
  
  Checklist
  note  1 payment of which nobody knows whose it is, 12.00
  
  What is open at its end
  Account  Customers  Cur  Current    1-30  31-60  61-90  Over 90  Credits   Total  In base
  -------  ---------  ---  -------  ------  -----  -----  -------  -------  ------  -------
  1100             2  EUR        .  360.50      .      .        .        .  360.50   360.50
  2110             1  EUR        .       .      .      .        .   -12.00  -12.00   -12.00
  
  Sub-ledger 360.50 = control account, difference 0.00
  
  Steps
  soft-closed  now by anna, entry 15; accruals to come
! 2026-10 is soft-closed; 1 payment of which nobody knows whose it is, 12.00
$ clerk -q invoice issue --customer ACME --number A4 --amount 7 --date 2026-10-28
  A4
$ clerk period admit --month 2026-10 --user tom --reason accruals
  2026-10
! tom may post into 2026-10 until it is closed
$ clerk --actor tom invoice issue --customer ACME --number A5 --amount 8 --date 2026-10-28
  A5
! A5 of ACME: 8.00 EUR, due 2026-11-27
$ clerk period list --format csv | sed 's/[0-9a-f]\{64\}/HASH/'
  month,state,receivable,unidentified,prepaid,by,on,entry,head
  2026-11,open,375.50,12.00,0.00,,,,
  2026-10,soft-closed,368.50,12.00,0.00,anna,2026-11-22,17,HASH
  2026-09,closed,1340.50,0.00,0.00,anna,2026-11-22,9,HASH
  2026-08,closed,1200.00,0.00,0.00,,,,
$ clerk period close --month 2026-10 | sed 's/[0-9a-f]\{64\}/HASH/'
  Harbour & Finch: close report
  2026-10
  
  Period       2026-10
  State        closed
  Closed by    anna
  On the head  HASH
  
  Checklist
  note  1 payment of which nobody knows whose it is, 12.00
  note  1 item is dated in the month or before but posted after it, 7.00
  
  What was open, as frozen
  Account  Customers  Cur  Current    1-30  31-60  61-90  Over 90  Credits   Total  In base
  -------  ---------  ---  -------  ------  -----  -----  -------  -------  ------  -------
  1100             2  EUR     8.00  360.50      .      .        .        .  368.50   368.50
  2110             1  EUR        .       .      .      .        .   -12.00  -12.00   -12.00
  
  Sub-ledger 368.50 = control account, difference 0.00
  
  Steps
  soft-closed  2026-11-22T12:00:00Z by anna, entry 15; accruals to come
  admitted     2026-11-22T12:00:00Z by anna, entry 17: tom; accruals
  closed       now by anna, entry 19
! 2026-10 is closed: what is dated in it is posted on 2026-11-01; 1 payment of which nobody knows whose it is, 12.00; 1 item is dated in the month or before but posted after it, 7.00
$ clerk period show --month 2026-10 | sed 's/[0-9a-f]\{64\}/HASH/'
  Harbour & Finch: close report
  2026-10
  
  Period       2026-10
  State        closed
  Closed by    anna
  On the head  HASH
  Its entry    19
  Its hash     HASH
  
  Checklist
  note  1 payment of which nobody knows whose it is, 12.00
  note  1 item is dated in the month or before but posted after it, 7.00
  
  What was open, as frozen
  Account  Customers  Cur  Current    1-30  31-60  61-90  Over 90  Credits   Total  In base
  -------  ---------  ---  -------  ------  -----  -----  -------  -------  ------  -------
  1100             2  EUR     8.00  360.50      .      .        .        .  368.50   368.50
  2110             1  EUR        .       .      .      .        .   -12.00  -12.00   -12.00
  
  Sub-ledger 368.50 = control account, difference 0.00
  
  Steps
  soft-closed  2026-11-22T12:00:00Z by anna, entry 15; accruals to come
  admitted     2026-11-22T12:00:00Z by anna, entry 17: tom; accruals
  closed       2026-11-22T12:00:00Z by anna, entry 19
$ clerk period totals --month 2026-10 --format csv
  account,customer,currency,bucket,amount,base
  1100,ACME,EUR,current,8.00,8.00
  1100,ACME,EUR,1-30,60.00,60.00
  1100,LAMP,EUR,1-30,300.50,300.50
  2110,,EUR,credits,-12.00,-12.00
$ clerk period totals --month 2026-11 --where "customer = LAMP"
  Totals of a period
  2026-11, as they are now: the month is not closed
  
  Account  Customer  Cur  Bucket  Amount  In base
  -------  --------  ---  ------  ------  -------
  1100     LAMP      EUR  31-60   300.50   300.50

# where there are users another person opens it again
$ clerk period reopen --month 2026-10
! arledger: --reason is missing: why
= 2
$ clerk -q user add --name tom --role manager
  tom
$ clerk period reopen --month 2026-10 --reason "a bill came late"
! arledger: anna closed 2026-10: another person must reopen it
= 77
$ clerk --actor tom period reopen --month 2026-09 --reason "a bill came late"
! arledger: only the last closed month can be reopened: that is 2026-10, not 2026-09
= 65
$ clerk --actor tom period reopen --month 2026-10 --reason "a bill came late"
  2026-10
! 2026-10 is open again
$ clerk period show --month 2026-10 | sed 's/[0-9a-f]\{64\}/HASH/'
  Harbour & Finch: close report
  2026-10
  
  Period  2026-10
  State   open
  
  Checklist
  note  1 payment of which nobody knows whose it is, 12.00
  note  1 item is dated in the month or before but posted after it, 7.00
  
  What is open at its end
  Account  Customers  Cur  Current    1-30  31-60  61-90  Over 90  Credits   Total  In base
  -------  ---------  ---  -------  ------  -----  -----  -------  -------  ------  -------
  1100             2  EUR     8.00  360.50      .      .        .        .  368.50   368.50
  2110             1  EUR        .       .      .      .        .   -12.00  -12.00   -12.00
  
  Sub-ledger 368.50 = control account, difference 0.00
  
  Steps
  soft-closed  2026-11-22T12:00:00Z by anna, entry 15; accruals to come
  admitted     2026-11-22T12:00:00Z by anna, entry 17: tom; accruals
  closed       2026-11-22T12:00:00Z by anna, entry 19
  on the head  HASH
  reopened     2026-11-22T12:00:00Z by tom, entry 21; a bill came late
$ clerk book verify 2>&1 | sed 's/[0-9a-f]\{64\}/HASH/'
  verified: 21 entries, 11 documents, head HASH
