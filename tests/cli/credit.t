# Credit memos: set off against their invoice, the rest on account.
$ clerk book new --company "Harbour & Finch" --currency EUR --sandbox -q
$ clerk customer add --code ACME --name "Acme Ltd" -q
  ACME
$ clerk customer add --code BETA --name "Beta SA" -q
  BETA
$ clerk invoice issue --customer ACME --date 2026-11-02 --amount 100 -q
  INV-1001
$ clerk invoice issue --customer ACME --date 2026-11-03 --amount 30 -q
  INV-1002
$ clerk invoice issue --customer BETA --date 2026-11-03 --amount 40 -q
  INV-1003
$ clerk credit issue --invoice INV-1001 --date 2026-11-05 --amount 120 --reason returned
  CM-1001
! CM-1001 for ACME: 120.00 EUR; INV-1001 100.00 on 2026-11-05; 20.00 EUR left on account
$ clerk credit apply --credit CM-1001 --to INV-1002 --amount 5
  CM-1001
! CM-1001 to INV-1002 5.00 on 2026-11-05; 15.00 EUR left on account
$ clerk credit apply --credit CM-1001 --to INV-1002 --amount 50
! arledger: INV-1002 was settled in part by anna at 12:00 with CM-1001: 25.00 is left, so 50.00 cannot be applied to it
= 65
$ clerk credit apply --credit CM-1001 --to INV-1003
! arledger: INV-1003 is owed by BETA, and money of ACME pays only what it or one below it owes; `payment transfer` moves money to another customer
= 65
$ clerk credit apply --credit CM-1001 --to INV-1001
! arledger: INV-1001 was settled by anna at 12:00 with CM-1001: 0.00 is left
= 65
$ clerk credit issue --customer ACME --date 2026-11-06 --amount 8
  CM-1002
! CM-1002 for ACME: 8.00 EUR; 8.00 EUR left on account
$ clerk credit issue --customer ACME --date 2026-11-06 --amount 8 --apply "INV-1002=6"
  CM-1003
! CM-1003 for ACME: 8.00 EUR; INV-1002 6.00 on 2026-11-06; 2.00 EUR left on account
$ clerk credit issue --customer BETA --invoice INV-1001 --amount 8
! arledger: INV-1001 is a paper of ACME, not of BETA
= 65
$ clerk credit issue --invoice INV-1009 --amount 8
! arledger: there is no document INV-1009; look for it with `find`
= 65
$ clerk credit list --format csv
  number,customer,kind,date,due,currency,total,open,status
  CM-1001,ACME,credit,2026-11-05,2026-11-05,EUR,120.00,15.00,part-applied
  CM-1002,ACME,credit,2026-11-06,2026-11-06,EUR,8.00,8.00,unapplied
  CM-1003,ACME,credit,2026-11-06,2026-11-06,EUR,8.00,2.00,part-applied
$ clerk credit unapply --credit CM-1001 --from INV-1002 --date 2026-11-07
  CM-1001
! 1 application of CM-1001 taken back; 20.00 EUR is on account; still applied: 100.00 of INV-1001
$ clerk credit unapply --credit CM-1001 --from INV-1002 --date 2026-11-07
! arledger: nothing of CM-1001 is applied to that document
= 65
$ clerk credit show CM-1001
  Credit memo CM-1001
  
  Harbour & Finch
  Acme Ltd
  Customer  ACME
  Date      2026-11-05
  About     INV-1001
  
  Text      Quantity  Price  Tax     Net
  --------  --------  -----  ---  ------
  INV-1001                        120.00
  
  Total  120.00 EUR
  ------------------------------------------------------------------------------------------------------------------------------------
  Applied
  Document  Kind     Part  Date        Amount  Discount  Write-off
  --------  -------  ----  ----------  ------  --------  ---------
  INV-1001  invoice     1  2026-11-05  100.00         .          .
  Left  20.00 EUR

# Money that is left goes back, never more than is there; a refund can be taken back.
$ clerk refund pay --from CM-1001 --amount 20.01 --date 2026-11-08
! arledger: CM-1001 has 20.00 left; a refund is above zero and never more than that
= 65
$ clerk refund pay --from CM-1001 --amount 15 --date 2026-11-08
  RFD-1001
! RFD-1001: 15.00 EUR of CM-1001 goes back on 2026-11-08
$ clerk refund pay --from CM-1001 --amount 6 --date 2026-11-08
! arledger: CM-1001 has 5.00 left; a refund is above zero and never more than that
= 65
$ clerk refund void --refund RFD-1001 --date 2026-11-09 --reason "came back"
  REV-1001
! RFD-1001 over 15.00 EUR is taken back on 2026-11-09, by REV-1001; CM-1001 is open again
$ clerk refund void --refund RFD-1001 --date 2026-11-09 --reason "came back"
! arledger: RFD-1001 is reversed already; a reversal is final
= 65
$ clerk credit void --credit CM-1001 --date 2026-11-10 --reason "not returned"
  VD-1001
! CM-1001 of ACME over 120.00 EUR is void from 2026-11-10 on, by VD-1001; open again: 100.00 of INV-1001
$ clerk credit void --credit CM-1001 --date 2026-11-10 --reason "not returned"
! arledger: CM-1001 is reversed already; a reversal is final
= 65
$ clerk credit list --as-of 2026-11-09 --format csv
  number,customer,kind,date,due,currency,total,open,status
  CM-1001,ACME,credit,2026-11-05,2026-11-05,EUR,120.00,20.00,part-applied
  CM-1002,ACME,credit,2026-11-06,2026-11-06,EUR,8.00,8.00,unapplied
  CM-1003,ACME,credit,2026-11-06,2026-11-06,EUR,8.00,2.00,part-applied
$ clerk credit list --as-of 2026-11-10 --format csv
  number,customer,kind,date,due,currency,total,open,status
  CM-1001,ACME,credit,2026-11-05,2026-11-05,EUR,120.00,0.00,void
  CM-1002,ACME,credit,2026-11-06,2026-11-06,EUR,8.00,8.00,unapplied
  CM-1003,ACME,credit,2026-11-06,2026-11-06,EUR,8.00,2.00,part-applied
$ clerk item list --as-of 2026-11-10 --format csv
  customer,document,kind,instalment,issued,due,currency,amount,open,days_past_due,disputed,pending,pending_in,status
  ACME,INV-1001,invoice,1,2026-11-02,2026-12-02,EUR,100.00,100.00,-22,0.00,,,open
  ACME,INV-1002,invoice,1,2026-11-03,2026-12-03,EUR,30.00,24.00,-23,0.00,,,part-paid
  BETA,INV-1003,invoice,1,2026-11-03,2026-12-03,EUR,40.00,40.00,-23,0.00,,,open
  ACME,CM-1002,credit,1,2026-11-06,2026-11-06,EUR,-8.00,-8.00,,0.00,,,unapplied
  ACME,CM-1003,credit,1,2026-11-06,2026-11-06,EUR,-8.00,-2.00,,0.00,,,part-applied

# A small rest is written off within the limits of the book, and only when that closes it.
$ clerk writeoff post --invoice INV-1003 --amount 0.80 --date 2026-11-10 --reason rounding
! arledger: INV-1003 has 40.00 open: a small write-off must close the instalment
= 65
$ clerk writeoff post --invoice INV-1003 --amount 6 --date 2026-11-10 --reason rounding
! arledger: 6.00 is above the small write-off limit (5.00 EUR and 2 % of what was due): issue a credit memo, or raise tolerance.amount and tolerance.percent
= 77
$ clerk payment receive --customer BETA --amount 39.20 --date 2026-11-09 --apply INV-1003 -q
  P-1001
$ clerk writeoff post --invoice INV-1003 --amount 0.80 --date 2026-11-10 --reason rounding
  WO-1001
! 0.80 EUR of INV-1003 written off on 2026-11-10, by WO-1001
$ clerk writeoff post --invoice INV-1003 --amount 60 --date 2026-11-10 --reason rounding
! arledger: INV-1003 was written off by anna at 12:00 with WO-1001: 0.00 is left, so 60.00 cannot be written off
= 65
$ clerk writeoff post --invoice INV-1003 --amount 0 --date 2026-11-10 --reason rounding
! arledger: --amount: a write-off must be more than zero
= 65
$ clerk writeoff reverse --writeoff WO-1001 --date 2026-11-11 --reason paid
  CO-1001
! WO-1001 over 0.80 EUR is taken back on 2026-11-11, by CO-1001; INV-1003 is open again
$ clerk writeoff reverse --writeoff WO-1001 --date 2026-11-11 --reason paid
! arledger: WO-1001 is reversed already; a reversal is final
= 65
$ clerk application list --customer BETA --format csv
  journal,payment,document,instalment,date,currency,amount,discount,writeoff,reason
  15,P-1001,INV-1003,1,2026-11-09,EUR,39.20,0.00,0.00,
  16,WO-1001,INV-1003,1,2026-11-10,EUR,0.00,0.00,0.80,rounding
  17,WO-1001,INV-1003,1,2026-11-11,EUR,0.00,0.00,-0.80,paid
$ clerk book verify 2>&1 | sed 's/head .*/head/'
  verified: 17 entries, 12 documents, head

# The sign tells the paper: below zero an invoice would be a credit memo, and the other way round.
$ clerk invoice issue --customer ACME --amount -5
! arledger: the total is -5.00: what is below zero is a credit memo, and `credit issue` makes one
= 65
$ clerk credit issue --customer ACME --amount -5
! arledger: the total is -5.00: a credit memo is written above zero, and lessens what is owed by it
= 65
$ clerk credit issue --customer ACME --line "text=nothing; qty=0; price=3"
! arledger: the total is 0.00: a credit memo is written above zero, and lessens what is owed by it
= 65

# A sum on a taxed invoice takes its tax back in proportion; a line without a code takes none.
$ clerk -q tax add --code VAT25 --rate 25
  VAT25
$ clerk -q tax add --code EUK --rate 0 --category K --exemption "Intra-Community supply"
  EUK
$ clerk invoice issue --customer BETA --line "text=Lamp; amount=100; tax=VAT25" -q
  INV-1004
$ clerk credit issue --invoice INV-1004 --amount 125
  CM-1004
! CM-1004 for BETA: 125.00 EUR, with 25.00 of tax; INV-1004 125.00
$ clerk credit show CM-1004 --sheet
  Credit memo CM-1004
  
  Harbour & Finch
  Beta SA
  Customer  BETA
  Date      2026-11-22
  About     INV-1004
  
  Text      Quantity  Price  Tax       Net
  --------  --------  -----  -----  ------
  INV-1004                   VAT25  100.00
  
  Net         100.00 EUR
  VAT25 25 %   25.00 EUR on 100.00 EUR
  Total       125.00 EUR
$ clerk report tax --format csv
  code,category,rate,account,kind,documents,net,tax
  VAT25,S,25,2200,invoice,1,100.00,25.00
  VAT25,S,25,2200,credit,1,-100.00,-25.00
$ clerk invoice issue --customer BETA --line "text=Lamp; amount=100; tax=VAT25" --line "text=Crate; amount=100; tax=EUK" -q
  INV-1005
$ clerk credit issue --invoice INV-1005 --amount 100 --text Bonus
  CM-1005
! CM-1005 for BETA: 100.00 EUR, with 11.11 of tax; INV-1005 100.00
$ clerk credit show CM-1005 --sheet
  Credit memo CM-1005
  
  Harbour & Finch
  Beta SA
  Customer  BETA
  Date      2026-11-22
  About     INV-1005
  
  Text   Quantity  Price  Tax      Net
  -----  --------  -----  -----  -----
  Bonus                   VAT25  44.45
  Bonus                   EUK    44.44
  
  Net          88.89 EUR
  VAT25 25 %   11.11 EUR on 44.45 EUR
  EUK 0 %       0.00 EUR on 44.44 EUR
  Total       100.00 EUR
  Intra-Community supply
$ clerk credit issue --invoice INV-1005 --line "text=Bonus; amount=10"
  CM-1006
! CM-1006 for BETA: 10.00 EUR; INV-1005 10.00

# Debit memos are listed and shown as credit memos are.
$ clerk debit issue --customer ACME --amount 12.50 --text "price was too low"
  DM-1001
! DM-1001 of ACME: 12.50 EUR, due 2026-12-22
$ clerk debit list --format csv
  number,customer,kind,date,due,currency,total,open,status
  DM-1001,ACME,debit,2026-11-22,2026-12-22,EUR,12.50,12.50,open
$ clerk debit show $(clerk debit list --format csv | tail -1 | cut -d, -f1) | head -3
  Debit memo DM-1001
  
  Harbour & Finch
$ clerk debit show NONE
! arledger: there is no document NONE; look for it with `find`
= 65
