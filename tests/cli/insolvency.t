# Insolvent customers: since when, claims, dividends, discharge.
$ clerk -q book new --company "Harbour & Finch" --currency EUR --sandbox
$ clerk -q customer add --code ACME --name "Acme Ltd" --country DE
  ACME
$ clerk -q invoice issue --customer ACME --amount 100 --date 2026-09-01
  INV-1001
$ clerk -q invoice issue --customer ACME --amount 50 --date 2026-11-20
  INV-1002
$ clerk insolvency claim --customer ACME
! arledger: the customer is not insolvent on 2026-11-22; `customer insolvent` notes that it is
= 65
$ clerk customer insolvent --customer ACME --date 2026-11-01 --reference "HRB 17/26" --administrator "Dr. Klug"
  ACME
! ACME is insolvent since 2026-11-01: nothing is dunned, charged or sent any more; 100.00 EUR is open of before, 50.00 of since
$ clerk item list --customer ACME --format csv | cut -d, -f2,9,14
  document,open,status
  INV-1001,100.00,insolvent
  INV-1002,50.00,insolvent
$ clerk --today 2026-10-31 item list --customer ACME --as-of 2026-10-31 --format csv | cut -d, -f2,9,14
  document,open,status
  INV-1001,100.00,overdue
$ clerk customer insolvent --customer ACME
! arledger: the customer is insolvent already; `insolvency list` shows since when
= 65
$ clerk insolvency claim --customer ACME --reference 14
  ACME
! a claim of 100.00 EUR against ACME is filed on 2026-11-22
$ clerk insolvency claim --customer ACME --amount 0
! arledger: a claim and a dividend are above 0
= 65
$ clerk -q payment receive --customer ACME --amount 10 --date 2026-11-21 --apply INV-1001
  P-1001
$ clerk insolvency dividend --customer ACME --payment P-1001
  ACME
! P-1001 over 10.00 EUR is a dividend of ACME
$ clerk insolvency dividend --customer ACME --payment P-1001
! arledger: that payment is noted as a dividend already
= 65
$ clerk insolvency list
  Insolvent customers
  
    Customer  Name      Since       Court      Administrator  Cur  Open before  Open since  Claimed  Dividends  Discharged  How
    --------  --------  ----------  ---------  -------------  ---  -----------  ----------  -------  ---------  ----------  ---
  ! ACME      Acme Ltd  2026-11-01  HRB 17/26  Dr. Klug       EUR        90.00       50.00   100.00      10.00
$ clerk insolvency list --format csv
  customer,name,since,reference,administrator,currency,before,after,claimed,dividends,discharged,reason
  ACME,Acme Ltd,2026-11-01,HRB 17/26,Dr. Klug,EUR,90.00,50.00,100.00,10.00,,
$ clerk customer discharge --customer ACME --date 2026-10-01 --reason "too early"
! arledger: the customer is not insolvent on 2026-10-01; `customer insolvent` notes that it is
= 65
$ clerk customer discharge --customer ACME --reason "the plan is confirmed"
  ACME
! ACME is not insolvent any more as of 2026-11-22: the plan is confirmed
$ clerk customer discharge --customer ACME --reason "again"
! arledger: the customer is not insolvent on 2026-11-22; `customer insolvent` notes that it is
= 65
$ clerk insolvency list --open
  Insolvent customers
  
  Customer  Name  Since  Court  Administrator  Cur  Open before  Open since  Claimed  Dividends  Discharged  How
  --------  ----  -----  -----  -------------  ---  -----------  ----------  -------  ---------  ----------  ---
  (nothing to show)
$ clerk insolvency list --as-of 2026-11-10 --open --format csv
  customer,name,since,reference,administrator,currency,before,after,claimed,dividends,discharged,reason
  ACME,Acme Ltd,2026-11-01,HRB 17/26,Dr. Klug,EUR,100.00,0.00,0.00,0.00,,
$ clerk -q book verify
