# Everything that goes wrong with money.
$ clerk book new --company "Harbour & Finch" --currency EUR --sandbox -q
$ clerk customer add --code ACME --name "Acme Ltd" -q
  ACME
$ clerk customer add --code BETA --name "Beta SA" --overpayment -q
  BETA
$ clerk tax add --code VAT20 --rate 20% -q
  VAT20
$ clerk invoice issue --customer ACME --date 2026-09-01 --amount 100 -q
  INV-1001
$ clerk invoice issue --customer ACME --date 2026-11-15 --amount 100 --discount "2% 10" -q
  INV-1002
$ clerk invoice issue --customer ACME --date 2026-11-10 --amount 300 --instalments "2026-12-10=100.00; 2027-01-10=100.00; 2027-02-10=100.00" -q
  INV-1003
$ clerk invoice issue --customer BETA --date 2026-11-01 --amount 50 -q
  INV-1004

# A deduction: 75 paid of 100, 25 are a claim of their own, as old as the invoice.
$ clerk payment receive --amount 75 --apply "INV-1001=75 deduct 25 PRICE"
  P-1001
! P-1001: 75.00 EUR from ACME; INV-1001 25.00 deducted (PRICE) as DED-1001, dispute 1; INV-1001 75.00
$ clerk invoice list --customer ACME
  Invoices
  ACME Acme Ltd
  
    Number    Customer  Kind       Date        Due         Cur   Total    Open  Status
    --------  --------  ---------  ----------  ----------  ---  ------  ------  --------
    INV-1001  ACME      invoice    2026-09-01  2026-10-01  EUR  100.00       .  paid
    INV-1003  ACME      invoice    2026-11-10  2026-12-10  EUR  300.00  300.00  open
    INV-1002  ACME      invoice    2026-11-15  2026-12-15  EUR  100.00  100.00  open
  * DED-1001  ACME      deduction  2026-09-01  2026-10-01  EUR   25.00   25.00  disputed
                                                                ------  ------
    Total                                                       525.00  425.00
$ clerk report aging --customer ACME --basis invoice --format csv
  customer,name,currency,0-30,31-60,61-90,over-90,unapplied,total,disputed,owner
  ACME,Acme Ltd,EUR,400.00,0.00,25.00,0.00,0.00,425.00,25.00,
$ clerk dispute list --open --format csv
  id,customer,document,reason,owner,opened,closed,currency,amount,open,resolution,text,status,due,level,cause
  1,ACME,DED-1001,PRICE,anna,2026-11-22,,EUR,25.00,25.00,,,open,2026-12-06,,
$ clerk report statement --customer ACME --format csv
  date,document,kind,due,currency,amount,applied,open,balance,customer
  2026-09-01,DED-1001,deduction,2026-10-01,EUR,25.00,0.00,25.00,25.00,ACME
  2026-11-10,INV-1003,invoice,2026-12-10,EUR,100.00,0.00,100.00,125.00,ACME
  2026-11-15,INV-1002,invoice,2026-12-15,EUR,100.00,0.00,100.00,225.00,ACME
  2026-11-10,INV-1003,invoice,2027-01-10,EUR,100.00,0.00,100.00,325.00,ACME
  2026-11-10,INV-1003,invoice,2027-02-10,EUR,100.00,0.00,100.00,425.00,ACME

# With discount, and in the instalment that the money ends in.
$ clerk payment receive --amount 78.40 --apply "INV-1002 discount auto deduct 20 short"
  P-1002
! P-1002: 78.40 EUR from ACME; INV-1002 20.00 deducted (short) as DED-1002, dispute 2; INV-1002 78.40 with discount 1.60 (early payment)
$ clerk payment receive --amount 150 --apply "INV-1003=150 deduct 10 DAMAGE"
  P-1003
! P-1003: 150.00 EUR from ACME; INV-1003 10.00 deducted (DAMAGE) as DED-1003, dispute 3; INV-1003 instalment 1 100.00; INV-1003 instalment 2 50.00
$ clerk item list --customer ACME --format csv
  customer,document,kind,instalment,issued,due,currency,amount,open,days_past_due,disputed,pending,pending_in,status
  ACME,DED-1001,deduction,1,2026-09-01,2026-10-01,EUR,25.00,25.00,52,25.00,,,disputed
  ACME,DED-1002,deduction,1,2026-11-15,2026-12-15,EUR,20.00,20.00,-23,20.00,,,disputed
  ACME,INV-1003,invoice,2,2026-11-10,2027-01-10,EUR,100.00,40.00,-49,0.00,,,part-paid
  ACME,DED-1003,deduction,1,2026-11-10,2027-01-10,EUR,10.00,10.00,-49,10.00,,,disputed
  ACME,INV-1003,invoice,3,2026-11-10,2027-02-10,EUR,100.00,100.00,-80,0.00,,,open

# What is not understood, or more than is open.
$ clerk payment receive --amount 5 --apply "INV-1003=5 deduct 10"
! arledger: INV-1003, deduct: write an amount and the reason, as 25 PRICE
= 65
$ clerk payment receive --amount 5 --apply "INV-1003=5 deduct 10 CHEAP"
! arledger: CHEAP is no reason of a dispute: one of PRICE QTY SHORT DAMAGE FREIGHT DUP RETURN NOPO NOPOD TERMS TAX PROMO SVC UNAUTH OTHER
= 65
$ clerk payment receive --amount 5 --apply "INV-1003=5 deduct 0 PRICE"
! arledger: INV-1003, deduct: it must be more than zero
= 65
$ clerk payment receive --amount 5 --apply "INV-1003=5 deduct 500 PRICE"
! arledger: INV-1003 has only 100.00 open; 500.00 cannot be deducted from it
= 65
$ clerk deduction split --invoice INV-1003 --amount 10
! arledger: --reason is missing: PRICE, QTY, SHORT, DAMAGE, FREIGHT ..; `dispute reason list` shows them
= 2
$ clerk deduction split --invoice INV-1001 --amount 10 --reason PRICE
! arledger: INV-1001 has only 0.00 open; 10.00 cannot be deducted from it
= 65
$ clerk deduction split --invoice INV-1003 --amount 140 --reason PRICE
! arledger: INV-1003 has only 40.00 open; 140.00 cannot be deducted from it
= 65
$ clerk deduction split --invoice INV-1003 --amount 40 --reason freight --instalment 3 --text "we pay no freight"
  DED-1004
! DED-1004: 40.00 EUR of INV-1003 are a claim of their own on 2026-11-22 (freight), dispute 4

# It is paid like an invoice, and taken back.
$ clerk payment receive --amount 5 --apply DED-1001
  P-1004
! P-1004: 5.00 EUR from ACME; DED-1001 5.00
$ clerk deduction undo --deduction DED-1001 --reason "they agreed"
  CO-1001
! DED-1001 over 25.00 EUR is taken back on 2026-11-22, by CO-1001; 25.00 EUR is owed on INV-1001 again; no longer applied to it: 5.00 of P-1004
$ clerk deduction undo --deduction DED-1001 --reason "they agreed"
! arledger: DED-1001 is reversed already; a reversal is final
= 65
$ clerk invoice show DED-1004
  Deduction DED-1004
  
  Harbour & Finch
  Acme Ltd
  Customer        ACME
  Date            2026-11-10
  Posted          2026-11-22
  Your reference  INV-1003
  About           INV-1003
  
  
  Total              40.00 EUR
  Due                2027-02-10
  Payment reference  RF67 DED1 004
  ------------------------------------------------------------------------------------------------------------------------------------
  Applied
  Nothing is applied.
  Open      40.00 EUR
  Disputed  40.00 EUR
$ clerk payment reverse --payment P-1002 --reason keying
  REV-1001
! P-1002 over 78.40 EUR does not count from 2026-11-22 on (keying), by REV-1001; open again: 80.00 of INV-1002 (with its discount of 1.60); taken back with it: deduction DED-1002

# A cheque of a later day is in hand: nothing is paid by it yet, and its invoice is promised.
$ clerk invoice issue --customer BETA --date 2026-11-02 --amount 80 -q
  INV-1005
$ clerk payment receive --customer BETA --amount 80 --date 2026-12-15 --method cheque --reference 9001 --apply INV-1005
  P-1005
! P-1005: 80.00 EUR from BETA; dated 23 days after today, in hand until then; INV-1005 80.00 on 2026-12-15
$ clerk payment list --customer BETA
  Payments
  BETA Beta SA
  
  Number  Customer  Date        Method  Reference  Cur  Amount  Unapplied  Status
  ------  --------  ----------  ------  ---------  ---  ------  ---------  ----------
  P-1005  BETA      2026-12-15  cheque  9001       EUR   80.00          .  post-dated
$ clerk invoice list --customer BETA --format csv
  number,customer,kind,date,due,currency,total,open,status
  INV-1004,BETA,invoice,2026-11-01,2026-12-01,EUR,50.00,50.00,open
  INV-1005,BETA,invoice,2026-11-02,2026-12-02,EUR,80.00,80.00,open
$ clerk invoice show INV-1005 | tail -5
  Document  Kind     Part  Date        Amount  Discount  Write-off
  --------  -------  ----  ----------  ------  --------  ---------
  P-1005    payment     1  2026-12-15   80.00         .          .
  Open              80.00 EUR
  Of it paid ahead  80.00 EUR
$ clerk customer show BETA
  code       BETA
  name       Beta SA
  kind       business
  currency   EUR
  terms      NET30 (the book's)
  statement  open items
  limit      none
  balance    130.00 EUR
  beside it  1 receipt in hand, 80.00 EUR, next on 2026-12-15
  
  Open items
  Document  Kind     Date        Due         Cur  Amount    Open  Days
  --------  -------  ----------  ----------  ---  ------  ------  ----
  INV-1004  invoice  2026-11-01  2026-12-01  EUR   50.00   50.00    -9
  INV-1005  invoice  2026-11-02  2026-12-02  EUR   80.00   80.00   -10
                                                          ------
  Total                                                   130.00
$ clerk payment receive --customer BETA --amount 80 --apply INV-1005
! arledger: INV-1005 has nothing open that is not promised: money in hand pays it on 2026-12-15
= 65
$ clerk deposit make --payments P-1005 --date 2026-11-30
! arledger: P-1005 came on 2026-12-15; it cannot be deposited before that
= 65
$ clerk payment reverse --payment P-1005 --reason returned --date 2026-11-22
  REV-1002
! P-1005 over 80.00 EUR does not count from 2026-12-15 on (returned), by REV-1002; open again: 80.00 of INV-1005
$ clerk payment list --customer BETA --format csv
  number,customer,date,method,reference,currency,amount,unapplied,status
  P-1005,BETA,2026-12-15,cheque,9001,EUR,80.00,0.00,reversed

# The same cheque again, also when nobody knows whose: by the payer's name.
$ clerk payment receive --amount 80 --method cheque --reference 77 --payer "Beta SA" -q
  P-1006
$ clerk payment receive --amount 80 --method cheque --reference 77 --payer "BETA SA"
! arledger: P-1006 of Beta SA over 80.00 EUR with the reference 77 came on 2026-11-22: the same cheque is not taken twice; reverse the earlier receipt if it was wrong
= 65
$ clerk payment identify --payment P-1006 --customer BETA -q
  TR-1001
$ clerk payment receive --customer BETA --amount 80 --method cheque --reference 77
! arledger: P-1006 of Beta SA over 80.00 EUR with the reference 77 came on 2026-11-22: the same cheque is not taken twice; reverse the earlier receipt if it was wrong
= 65
$ clerk transfer undo --transfer TR-1001 --reason "not theirs"
  CO-1004
! TR-1001 over 80.00 EUR is taken back on 2026-11-22, by CO-1004; the money is with P-1006 again
$ clerk transfer undo --transfer P-1006 --reason "not theirs"
! arledger: P-1006 is a payment, and that is not what is meant here
= 65

# A few cents too much: kept where the customer's flag says so, never when --keep is said.
$ clerk payment receive --amount 50.02 --apply INV-1004 --reference A1
  P-1007
! P-1007: 50.02 EUR from BETA; INV-1004 50.00; 0.02 too much, kept as a difference by WO-1001
$ clerk writeoff reverse --writeoff WO-1001 --reason "they want it"
  CO-1005
! WO-1001 over 0.02 EUR is taken back on 2026-11-22, by CO-1005; P-1007 is open again
$ clerk payment list --customer BETA --format csv
  number,customer,date,method,reference,currency,amount,unapplied,status
  P-1007,BETA,2026-11-22,transfer,A1,EUR,50.02,0.02,part-applied
  P-1005,BETA,2026-12-15,cheque,9001,EUR,80.00,0.00,reversed
$ clerk invoice issue --customer BETA --date 2026-11-03 --amount 50 -q
  INV-1006
$ clerk payment receive --amount 50.02 --apply INV-1006 --reference A2 --keep on-account
  P-1008
! P-1008: 50.02 EUR from BETA; INV-1006 50.00; 0.02 EUR left on account

# A prepayment is beside the balance; its tax falls due when it comes, and goes back when it is used.
$ clerk book set --name advance.tax --value VAT20 -q
  advance.tax
$ clerk payment receive --customer BETA --amount 120 --keep prepayment
  P-1009
! P-1009: 120.00 EUR from BETA; 120.00 EUR kept as a prepayment
$ clerk report aging --customer BETA
  Aging
  BETA Beta SA, as of 2026-11-22, by due date, posted, EUR
  
  Customer  Name     Cur  Current  1-30  31-60  61-90  Over 90  Unapplied  Total  Disputed  Owner
  --------  -------  ---  -------  ----  -----  -----  -------  ---------  -----  --------  -----
  BETA      Beta SA  EUR    80.00     .      .      .        .      -0.04  79.96         .
  
  Not in it: prepaid 120.00 EUR
$ clerk invoice issue --customer BETA --date 2026-11-20 --line "text=Lamp; qty=1; price=50; tax=VAT20" -q
  INV-1007
$ clerk payment apply --payment P-1009 --to INV-1007
  P-1009
! P-1009 to INV-1007 60.00; 60.00 EUR kept as a prepayment
$ clerk refund pay --from P-1009 --amount 60.01
! arledger: P-1009 has 60.00 left; a refund is above zero and never more than that
= 65
$ clerk refund pay --from P-1009 --amount 60
  RFD-1001
! RFD-1001: 60.00 EUR of P-1009 goes back on 2026-11-22
$ clerk refund void --refund RFD-1001 --reason "cheque lost"
  REV-1003
! RFD-1001 over 60.00 EUR is taken back on 2026-11-22, by REV-1003; P-1009 is open again
$ clerk account list --format csv | grep -e deposits -e "Output tax"
  2120,Customer deposits,liability,prepaid,-60.00
  2125,Tax on customer deposits,liability,,10.00
  2200,Output tax,liability,,-20.00
  2205,Output tax not due yet,liability,,0.00

# Money that came back: counted for lack of funds, in dispute after a chargeback, by debits.
$ clerk invoice issue --customer BETA --date 2026-11-04 --amount 40 -q
  INV-1008
$ clerk payment receive --amount 40 --method direct-debit --apply INV-1008 --reference DD1 -q
  P-1010
$ clerk payment reverse --payment P-1010 --reason dd-return --code AM04 --date 2026-11-22 --fee 5
  REV-1004
! P-1010 over 40.00 EUR does not count from 2026-11-22 on (dd-return AM04), by REV-1004; open again: 40.00 of INV-1008; a fee of 5.00 EUR is charged
$ clerk payment receive --amount 40 --method card --apply INV-1008 --reference "VISA 4711" -q
  P-1011
$ clerk payment reverse --payment P-1011 --reason card-chargeback --code 4837 --date 2026-11-22
  REV-1005
! P-1011 over 40.00 EUR does not count from 2026-11-22 on (card-chargeback 4837), by REV-1005; open again: 40.00 of INV-1008, in dispute
$ clerk payment receive --amount 40 --method card --apply INV-1008 --reference "VISA 4712" -q
  P-1012
$ clerk payment reverse --payment P-1012 --reason nsf --date 2026-11-22 --debit-memos
  REV-1006
! P-1012 over 40.00 EUR does not count from 2026-11-22 on (nsf), by REV-1006; owed anew, as deductions: 40.00 of INV-1008
$ clerk customer list --where "nsf>0" --format csv
  code,name,currency,terms,limit,balance,overdue,oldest_days,collector,status,nsf,formerly
  BETA,Beta SA,EUR,NET30,,124.96,0.00,0,,ok,2,
$ clerk dispute list --customer BETA --open --format csv
  id,customer,document,reason,owner,opened,closed,currency,amount,open,resolution,text,status,due,level,cause
  5,BETA,INV-1008,UNAUTH,anna,2026-11-22,,EUR,40.00,40.00,,card chargeback of P-1011,open,2026-11-29,,
  6,BETA,DED-1005,UNAUTH,anna,2026-11-22,,EUR,40.00,40.00,,as on what was paid,open,2026-11-29,,
$ clerk book verify -q

# An entry goes back whole: the money, the deduction with its dispute, the few cents too much.
$ clerk invoice issue --customer BETA --date 2026-11-05 --amount 100 -q
  INV-1009
$ clerk payment receive --amount 75.01 --apply "INV-1009=75 deduct 25 PRICE" --reference E1
  P-1013
! P-1013: 75.01 EUR from BETA; INV-1009 25.00 deducted (PRICE) as DED-1006, dispute 7; INV-1009 75.00; 0.01 too much, kept as a difference by WO-1002
$ clerk journal reverse --entry $(clerk journal list --format csv | tail -1 | cut -d, -f1)
  REV-1007
! entry 40 is taken back: P-1013 over 75.01 EUR; open again: 25.00 of INV-1009 from DED-1006, 75.00 of INV-1009 from P-1013, 0.01 of WO-1002 from P-1013
$ clerk invoice list --customer BETA --search INV-1009 --format csv
  number,customer,kind,date,due,currency,total,open,status
  INV-1009,BETA,invoice,2026-11-05,2026-12-05,EUR,100.00,100.00,open
$ clerk dispute list --customer BETA --open --format csv
  id,customer,document,reason,owner,opened,closed,currency,amount,open,resolution,text,status,due,level,cause
  5,BETA,INV-1008,UNAUTH,anna,2026-11-22,,EUR,40.00,40.00,,card chargeback of P-1011,open,2026-11-29,,
  6,BETA,DED-1005,UNAUTH,anna,2026-11-22,,EUR,40.00,40.00,,as on what was paid,open,2026-11-29,,
$ clerk book verify -q
