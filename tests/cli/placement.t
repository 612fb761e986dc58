# Placements with an agency or at law, and the money that comes through them.
$ clerk -q book new --company "Harbour & Finch" --currency EUR --sandbox
$ clerk -q customer add --code ACME --name "Acme Ltd" --country DE
  ACME
$ clerk -q customer add --code BOLT --name "Bolt GmbH"
  BOLT
$ clerk -q invoice issue --customer ACME --amount 100 --date 2026-09-01
  INV-1001
$ clerk -q invoice issue --customer ACME --amount 50 --date 2026-09-15
  INV-1002
$ clerk -q invoice issue --customer BOLT --amount 90 --date 2026-09-01
  INV-1003
$ clerk placement make --invoice INV-1001 --agency "Collect & Co" --commission 20% --date 2026-11-01 --reference CC/77
  1
! placement 1: 100.00 EUR of ACME is with the agency Collect & Co from 2026-11-01 on, for 20 % of what they bring in
$ clerk placement make --invoice INV-1001 --agency Other
! arledger: INV-1001 is placed already, by placement 1; recall that one first
= 65
$ clerk placement make --invoice "INV-1002; INV-1003" --agency Other
! arledger: --invoice: INV-1003 is a paper of BOLT; a placement is of one customer
= 65
$ clerk placement make --agency Other
! arledger: what is placed? --customer, or --invoice "INV-1; INV-2"
= 2
$ clerk placement make --customer BOLT --agency " "
! arledger: --agency is empty: its name, or the lawyers'
= 2
$ clerk placement make --customer BOLT --agency Law --date +1
! arledger: 2026-11-23 is still to come; what is placed is placed already
= 65
# 60 came through them; they kept 20 %: 12.00 are costs of ours, the customer is credited with 60.
$ clerk placement recover --placement 1 --amount 60
  P-1001
! P-1001: 60.00 EUR of ACME through Collect & Co, who kept 12.00 of it; INV-1001 60.00
$ clerk payment show P-1001
  Receipt P-1001
  
  Harbour & Finch
  Acme Ltd
  Customer  ACME
  Date      2026-11-22
  Method    transfer
  Payer     Collect & Co
  Amount    60.00 EUR
  ------------------------------------------------------------------------------------------------------------------------------------
  Applied
  Document  Kind     Part  Date        Amount  Discount  Write-off
  --------  -------  ----  ----------  ------  --------  ---------
  INV-1001  invoice     1  2026-11-22   60.00         .          .
  Unapplied  0.00 EUR
# 40 came whole; they bill their 8.00.
$ clerk placement recover --placement 1 --amount 40 --billed
  P-1002
! P-1002: 40.00 EUR of ACME through Collect & Co, who bill 8.00 for it by CC-1001; INV-1001 40.00
$ clerk placement recover --placement 1 --payment P-1002
! arledger: P-1002 came through placement 1 already
= 65
$ clerk placement list
  Placements
  
    No. Customer Name     With   Agency       Reference Date       Of       Cur Placed Open Recovered Share Costs Recalled Why
    --- -------- -------- ------ ------------ --------- ---------- -------- --- ------ ---- --------- ----- ----- -------- ---
  *   1 ACME     Acme Ltd agency Collect & Co CC/77     2026-11-01 invoices EUR 100.00    .    100.00    20 20.00
$ clerk placement list --format csv
  id,customer,name,with,agency,reference,date,of,currency,placed,open,recovered,percent,commission,recalled,reason
  1,ACME,Acme Ltd,agency,Collect & Co,CC/77,2026-11-01,invoices,EUR,100.00,0.00,100.00,20,20.00,,
# A whole customer: what is issued later is placed too; recalled, it is ours again.
$ clerk placement make --customer BOLT --with legal --agency "Kanzlei Weiß" --date 2026-11-10
  2
! placement 2: all of BOLT is at law with Kanzlei Weiß from 2026-11-10 on
$ clerk placement recall 2 --invoice INV-1003 --reason "paid by hand"
! arledger: placement 2 is of the whole customer; recall all of it
= 65
$ clerk placement recall 1 --invoice INV-1002 --reason "not there"
! arledger: the invoice is not in placement 1
= 65
$ clerk placement list --open
  Placements
  
    No. Customer Name      With   Agency       Reference Date       Of       Cur Placed  Open Recovered Share Costs Recalled Why
    --- -------- --------- ------ ------------ --------- ---------- -------- --- ------ ----- --------- ----- ----- -------- ---
  *   1 ACME     Acme Ltd  agency Collect & Co CC/77     2026-11-01 invoices EUR 100.00     .    100.00    20 20.00
  *   2 BOLT     Bolt GmbH legal  Kanzlei Weiß           2026-11-10 customer EUR  90.00 90.00         .     0     .
                                                                                 ------ ----- ---------       -----
        Total                                                                    190.00 90.00    100.00       20.00
$ clerk placement recall 2 --date 2026-11-09 --reason "too early"
! arledger: placement 2 cannot be recalled before it was made
= 65
$ clerk placement recall 2 --date 2026-11-20 --reason "they pay now"
  2
! placement 2 is recalled from Kanzlei Weiß as of 2026-11-20: they pay now
$ clerk placement recall 2 --reason "again"
! arledger: that was recalled from placement 2 already
= 65
$ clerk placement list --open --as-of 2026-11-19 --format csv
  id,customer,name,with,agency,reference,date,of,currency,placed,open,recovered,percent,commission,recalled,reason
  1,ACME,Acme Ltd,agency,Collect & Co,CC/77,2026-11-01,invoices,EUR,100.00,100.00,0.00,20,0.00,,
  2,BOLT,Bolt GmbH,legal,Kanzlei Weiß,,2026-11-10,customer,EUR,90.00,90.00,0.00,0,0.00,,
# The payment that came back brought nothing.
$ clerk -q payment reverse --payment P-1001 --date 2026-11-22 --reason nsf
  REV-1001
$ clerk placement list --customer ACME --format csv
  id,customer,name,with,agency,reference,date,of,currency,placed,open,recovered,percent,commission,recalled,reason
  1,ACME,Acme Ltd,agency,Collect & Co,CC/77,2026-11-01,invoices,EUR,100.00,60.00,40.00,20,8.00,,
$ clerk -q book verify
# A part was paid before the rest went to the agency; that money comes back: the agency's claim
# stays what it is, and the part is owed anew.
$ clerk -q invoice issue --customer ACME --amount 200 --date 2026-09-20
  INV-1004
$ clerk -q payment receive --customer ACME --amount 80 --date 2026-10-20 --apply INV-1004
  P-1003
$ clerk -q placement make --invoice INV-1004 --agency "Collect & Co" --date 2026-11-01
  3
$ clerk payment reverse --payment P-1003 --date 2026-11-20 --reason nsf
  REV-1002
! P-1003 over 80.00 EUR does not count from 2026-11-20 on (nsf), by REV-1002; owed anew, as deductions: 80.00 of INV-1004, for INV-1004 is with the agency Collect & Co since 2026-11-01
$ clerk item list --customer ACME --format csv
  customer,document,kind,instalment,issued,due,currency,amount,open,days_past_due,disputed,pending,pending_in,status
  ACME,INV-1001,invoice,1,2026-09-01,2026-10-01,EUR,100.00,60.00,52,0.00,,,agency
  ACME,INV-1002,invoice,1,2026-09-15,2026-10-15,EUR,50.00,50.00,38,0.00,,,overdue
  ACME,INV-1004,invoice,1,2026-09-20,2026-10-20,EUR,200.00,120.00,33,0.00,,,agency
  ACME,DED-1001,deduction,1,2026-09-20,2026-10-20,EUR,80.00,80.00,33,0.00,,,overdue
$ clerk report aging --customer ACME --as-of 2026-11-19 --format csv
  customer,name,currency,current,1-30,31-60,61-90,over-90,unapplied,total,disputed,owner
  ACME,Acme Ltd,EUR,0.00,120.00,150.00,0.00,0.00,0.00,270.00,0.00,
$ clerk report aging --customer ACME --as-of 2026-11-20 --format csv
  customer,name,currency,current,1-30,31-60,61-90,over-90,unapplied,total,disputed,owner
  ACME,Acme Ltd,EUR,0.00,0.00,350.00,0.00,0.00,0.00,350.00,0.00,
$ clerk -q book verify
# The lists of papers say who collects; what little is left after a bad debt may still be let go.
$ clerk invoice list --customer ACME --format csv
  number,customer,kind,date,due,currency,total,open,status
  INV-1001,ACME,invoice,2026-09-01,2026-10-01,EUR,100.00,60.00,agency
  INV-1002,ACME,invoice,2026-09-15,2026-10-15,EUR,50.00,50.00,overdue
  INV-1004,ACME,invoice,2026-09-20,2026-10-20,EUR,200.00,120.00,agency
  DED-1001,ACME,deduction,2026-09-20,2026-10-20,EUR,80.00,80.00,overdue
$ clerk -q customer add --code TINY --name "Tiny Ltd"
  TINY
$ clerk -q invoice issue --customer TINY --number T-1 --amount 100 --date 2026-10-01
  T-1
$ clerk -q baddebt writeoff --invoice T-1 --amount 99.97 --reason "composition"
  WO-1001
$ clerk writeoff post --invoice T-1 --amount 0.03 --reason rest
  WO-1002
! 0.03 EUR of T-1 written off on 2026-11-22, by WO-1002
$ clerk writeoff post --invoice T-1 --amount 0.01 --reason rest
! arledger: T-1 was written off by anna at 12:00 with WO-1002: 0.00 is left, so 0.01 cannot be written off
= 65
$ clerk -q invoice issue --customer TINY --number T-2 --amount 50 --date 2026-10-02
  T-2
$ clerk -q customer insolvent --customer TINY --date 2026-11-01 --reference "IN 4/26"
  TINY
$ clerk invoice list --customer TINY --format csv
  number,customer,kind,date,due,currency,total,open,status
  T-1,TINY,invoice,2026-10-01,2026-10-31,EUR,100.00,0.00,paid
  T-2,TINY,invoice,2026-10-02,2026-11-01,EUR,50.00,50.00,insolvent
$ clerk -q book verify
# What they billed for money that came back is taken back with it, from the same day.
$ clerk -q --book billed.arl book new --company "Harbour & Finch" --currency EUR --sandbox
$ clerk -q --book billed.arl customer add --code ACME --name "Acme Ltd"
  ACME
$ clerk -q --book billed.arl invoice issue --customer ACME --amount 1000 --date 2026-01-05
  INV-1001
$ clerk -q --book billed.arl placement make --invoice INV-1001 --agency AG --commission 15% --date 2026-03-01
  1
$ clerk -q --book billed.arl placement recover 1 --amount 200 --billed --date 2026-03-15
  P-1001
$ clerk --book billed.arl payment reverse --payment P-1001 --date 2026-04-10 --reason dd-return
  REV-1001
! P-1001 over 200.00 EUR does not count from 2026-04-10 on (dd-return), by REV-1001; open again: 200.00 of INV-1001; CC-1001 over 30.00 EUR, billed for it by AG, is taken back too
$ clerk --book billed.arl book verify 2>&1 | sed 's/, head.*//'
  verified: 6 entries, 5 documents
