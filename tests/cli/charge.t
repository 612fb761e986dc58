# Late charges: rates, preview, a draft that is looked at, posted, corrected, taken back.
$ clerk -q book new --company "Harbour & Finch" --currency EUR --sandbox
$ clerk -q customer add --code ACME --name "Acme Ltd"
  ACME
$ clerk -q customer add --code BOLT --name "Bolt GmbH"
  BOLT
# The worked figures: 320 at 10 % for 12 days, 175 for 7 days, by months of 30 days.
$ clerk -q book set --name charge.basis --value month
  charge.basis
$ clerk charge rate add --from 2026-01-01 --rate 10
  contract
! contract: 10 % from 2026-01-01 on
$ clerk -q invoice issue --customer ACME --amount 320 --date 2026-10-01 --terms NET30
  INV-1001
$ clerk -q invoice issue --customer BOLT --amount 175 --date 2026-10-06 --terms NET30
  INV-1002
$ clerk charge preview --upto 2026-11-12 --format csv
  customer,name,document,instalment,kind,due,days,rate,currency,open,accrued,charged,proposed,reason
  ACME,Acme Ltd,INV-1001,1,interest,2026-10-31,12,10,EUR,320.00,12.80,0.00,12.80,
  BOLT,Bolt GmbH,INV-1002,1,interest,2026-11-05,7,10,EUR,175.00,4.08,0.00,4.08,
# The same by 365 days, which is the default.
$ clerk -q book set --name charge.basis --value 365
  charge.basis
$ clerk charge preview --upto 2026-11-12
  Late charges
  up to 2026-11-12
  
    Customer  Name       Document  Part  Kind      Due         Days  Rate  Cur    Open  Accrued  Charged  Proposed  Left out
    --------  ---------  --------  ----  --------  ----------  ----  ----  ---  ------  -------  -------  --------  --------
  * ACME      Acme Ltd   INV-1001     1  interest  2026-10-31    12    10  EUR  320.00     1.05        .      1.05
  * BOLT      Bolt GmbH  INV-1002     1  interest  2026-11-05     7    10  EUR  175.00     0.34        .      0.34
                                                                                        -------  -------  --------
    Total                                                                                  1.39     0.00      1.39
  
  2 charges with 2 lines over 1.39 EUR
$ clerk book set --name charge.basis --value 366
! arledger: --value: interest is counted by 365, 360, actual or month, not '366'
= 65
# A draft touches no balance.
$ clerk charge run --upto 2026-11-12
  1
! run 1 up to 2026-11-12: 2 lines as a draft, nothing is posted yet
$ clerk charge run --upto 2026-11-12
! arledger: run 1 waits: post it, drop it, or work it out anew with `charge run --run 1`
= 65
$ clerk charge review
  Draft of late charges, run 1
  up to 2026-11-12
  
    Customer  Name       Document  Part  Kind      Due         Days  Rate  Cur    Open  Accrued  Charged  Proposed  Left out
    --------  ---------  --------  ----  --------  ----------  ----  ----  ---  ------  -------  -------  --------  --------
  * ACME      Acme Ltd   INV-1001     1  interest  2026-10-31    12    10  EUR  320.00     1.05        .      1.05
  * BOLT      Bolt GmbH  INV-1002     1  interest  2026-11-05     7    10  EUR  175.00     0.34        .      0.34
                                                                                        -------  -------  --------
    Total                                                                                  1.39     0.00      1.39
  
  2 charges with 2 lines over 1.39 EUR
$ clerk charge leave --document INV-1002
  INV-1002
! INV-1002 is left out of run 1
$ clerk charge review --format csv
  customer,name,document,instalment,kind,due,days,rate,currency,open,accrued,charged,proposed,reason
  ACME,Acme Ltd,INV-1001,1,interest,2026-10-31,12,10,EUR,320.00,1.05,0.00,1.05,
  BOLT,Bolt GmbH,INV-1002,1,interest,2026-11-05,7,10,EUR,175.00,0.34,0.00,0.00,left out
$ clerk charge leave --document INV-9
! arledger: there is no document INV-9; look for it with `find`
= 65
$ clerk charge leave --document INV-1002 --back
  INV-1002
! INV-1002 is a line of run 1
$ clerk charge run --upto 2027-01-01
! arledger: run 1 waits: post it, drop it, or work it out anew with `charge run --run 1`
= 65
$ clerk charge post
  LC-1001
! run 1 is posted: 2 charges with 2 lines, from LC-1001 on
$ clerk charge post
! arledger: no run waits; `charge run` makes one
= 65
$ clerk charge review --run 1
! arledger: run 1 is posted; `charge list --run 1` shows it
= 65
$ clerk charge list
  Late charges
  line by line
  
  Charge   Date        Customer  Document  Part  Kind      Up to       Days  Cur  Amount  Reversed by
  -------  ----------  --------  --------  ----  --------  ----------  ----  ---  ------  -----------
  LC-1001  2026-11-22  ACME      INV-1001     1  interest  2026-11-12    12  EUR    1.05
  LC-1002  2026-11-22  BOLT      INV-1002     1  interest  2026-11-12     7  EUR    0.34
                                                                                  ------
  Total                                                                             1.39
$ clerk charge show LC-1001
  Late charge LC-1001
  
  Customer  ACME  Acme Ltd
  Date      2026-11-22
  Total     1.05 EUR
  
  Interest on INV-1001
  Due         2026-10-31
  Counted to  2026-11-12
  From        To          Days    Open  Rate %  Of days  Interest
  ----------  ----------  ----  ------  ------  -------  --------
  2026-11-01  2026-11-12    12  320.00      10      365      1.05
  Rounded once  1.05 EUR
  Charged       1.05 EUR
  
$ clerk invoice show LC-1001
  Charge LC-1001
  
  Harbour & Finch
  Acme Ltd
  Customer  ACME
  Date      2026-11-22
  About     INV-1001
  
  Text                                                                            Quantity  Price  Tax   Net
  ------------------------------------------------------------------------------  --------  -----  ---  ----
  Interest on INV-1001, due 2026-10-31: 320.00 at 10 % for 12 days to 2026-11-12                        1.05
  
  Total              1.05 EUR
  Due                2026-11-22
  Payment reference  RF51 LC10 01
  ------------------------------------------------------------------------------------------------------------------------------------
  Applied
  Nothing is applied.
  Open  1.05 EUR
# Nothing twice.
$ clerk charge run --upto 2026-11-12
! arledger: nothing is to be charged; `charge preview --all` says why
= 65
$ clerk charge preview --upto 2026-11-12 --all --format csv
  customer,name,document,instalment,kind,due,days,rate,currency,open,accrued,charged,proposed,reason
  ACME,Acme Ltd,INV-1001,1,interest,2026-10-31,12,10,EUR,320.00,1.05,1.05,0.00,charged already
  BOLT,Bolt GmbH,INV-1002,1,interest,2026-11-05,7,10,EUR,175.00,0.34,0.34,0.00,charged already
# Money that came on the 3rd and is entered now: too much was charged.
$ clerk -q payment receive --customer ACME --amount 320 --date 2026-11-20 --value 2026-11-03 --apply INV-1001
  P-1001
$ clerk charge explain --document INV-1001
  Late charge up to 2026-11-22
  
  Customer  ACME  Acme Ltd
  Interest on INV-1001
  Due         2026-10-31
  Counted to  2026-11-22
  From        To          Days    Open  Rate %  Of days  Interest
  ----------  ----------  ----  ------  ------  -------  --------
  2026-11-01  2026-11-03     3  320.00      10      365      0.26
  Rounded once     0.26 EUR
  Charged before  -1.05 EUR
  To be credited   0.79 EUR
  
$ clerk charge run
  2
! run 2 up to 2026-11-22: 2 lines as a draft, nothing is posted yet
$ clerk charge post
  CM-1001
! run 2 is posted: 1 charge and 1 credit memo with 2 lines, from CM-1001 on
$ clerk charge list --customer ACME --format csv
  charge,date,customer,document,instalment,kind,upto,days,currency,amount,undone
  LC-1001,2026-11-22,ACME,INV-1001,1,interest,2026-11-12,12,EUR,1.05,
  CM-1001,2026-11-22,ACME,INV-1001,1,interest,2026-11-22,3,EUR,-0.79,
$ clerk item list --format csv
  customer,document,kind,instalment,issued,due,currency,amount,open,days_past_due,disputed,pending,pending_in,status
  BOLT,INV-1002,invoice,1,2026-10-06,2026-11-05,EUR,175.00,175.00,17,0.00,,,overdue
  ACME,LC-1001,charge,1,2026-11-22,2026-11-22,EUR,1.05,0.26,0,0.00,,,part-paid
  BOLT,LC-1002,charge,1,2026-11-22,2026-11-22,EUR,0.34,0.34,0,0.00,,,open
  BOLT,LC-1003,charge,1,2026-11-22,2026-11-22,EUR,0.48,0.48,0,0.00,,,open
# A run and a charge are taken back.
$ clerk charge reverse LC-1001 --reason "goodwill"
  VD-1001
! LC-1001 over 1.05 EUR is reversed from 2026-11-22 on, by VD-1001
$ clerk charge undo 2 --reason "wrong day"
  2
! run 2 is taken back: 2 documents
$ clerk charge undo 2 --reason "wrong day"
! arledger: all of run 2 is taken back already
= 65
$ clerk charge list --format csv
  charge,date,customer,document,instalment,kind,upto,days,currency,amount,undone
  LC-1001,2026-11-22,ACME,INV-1001,1,interest,2026-11-12,12,EUR,1.05,VD-1001
  LC-1002,2026-11-22,BOLT,INV-1002,1,interest,2026-11-12,7,EUR,0.34,
  CM-1001,2026-11-22,ACME,INV-1001,1,interest,2026-11-22,3,EUR,-0.79,VD-1003
  LC-1003,2026-11-22,BOLT,INV-1002,1,interest,2026-11-22,17,EUR,0.48,VD-1002
$ clerk charge runs
  Runs of late charges
  
  Run  Up to       Customer  Collector  State   On          Lines  Left out  By
  ---  ----------  --------  ---------  ------  ----------  -----  --------  ----
    2  2026-11-22                       posted  2026-11-22      2            anna
    1  2026-11-12                       posted  2026-11-22      2            anna
# A run that is given up; one customer only.
$ clerk charge run --customer BOLT
  3
! run 3 up to 2026-11-22: 1 line as a draft, nothing is posted yet
$ clerk charge drop
  3
! run 3 is dropped
$ clerk charge drop
! arledger: no run waits; `charge run` makes one
= 65
# Schemes of law: the base rate is entered, a customer pays by its scheme, consumers do not.
$ clerk charge rate add --scheme uk --from 2026-06-30 --rate 3.75
  uk
! uk: base rate 3.75 % from 2026-06-30 on, interest 11.75 %
$ clerk charge rate add --scheme de --from 2026-07-01 --rate=-0.88
  de
! de: base rate -0.88 % from 2026-07-01 on, interest 8.12 %
$ clerk charge rate add --scheme de --from 2026-07-01 --rate 1.27
  de
! de: base rate 1.27 % from 2026-07-01 on, interest 10.27 %
$ clerk charge rate list
  Rates of late charges
  
  Scheme    From         Rate  Points  Interest  Replaced  Entered by
  --------  ----------  -----  ------  --------  --------  ----------
  contract  2026-01-01     10                10            anna
  de        2026-07-01  -0.88       9      8.12  yes       anna
  de        2026-07-01   1.27       9     10.27            anna
  uk        2026-06-30   3.75       8     11.75            anna
$ clerk charge rate add --scheme none --from 2026-07-01 --rate 1
! arledger: 'none' is no scheme: contract, uk, eu, de, or a short word of your own
= 65
$ clerk -q book set --customer BOLT --name charge.scheme --value de
  charge.scheme
$ clerk charge preview --customer BOLT --format csv
  customer,name,document,instalment,kind,due,days,rate,currency,open,accrued,charged,proposed,reason
  BOLT,Bolt GmbH,INV-1002,1,interest,2026-11-05,17,10.27,EUR,175.00,0.84,0.34,0.50,
  BOLT,Bolt GmbH,INV-1002,1,compensation,2026-11-05,,,EUR,175.00,40.00,0.00,40.00,
$ clerk -q book verify
