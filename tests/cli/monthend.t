# What the auditor asks at a month's end.
$ clerk -q book new --company "Harbour & Finch" --currency EUR --sandbox
$ clerk -q rate add --currency USD --rate 0.9 --date 2026-01-01
  USD
$ clerk -q rate add --currency USD --rate 0.95 --date 2026-10-15
  USD
$ clerk -q customer add --code ACME --name 'Acme Holdings'
  ACME
$ clerk -q customer add --code LAMP --name 北方灯具有限公司
  LAMP
$ clerk -q customer add --code YANK --name Yank --currency USD
  YANK
$ clerk -q terms add --code 2-10 --due 'net 30' --discount '2% 10' --discount-tax on-early-payment
  2-10
$ clerk -q tax add --code VAT20 --rate 20%
  VAT20
$ clerk -q tax add --code VAT5 --rate 5%
  VAT5
$ clerk -q tax add --code ZERO --rate 0 --category Z
  ZERO
$ clerk -q invoice issue --customer ACME --number A1 --line "text=Lamp; qty=2; price=100.00; tax=VAT20" --line "text=Book; qty=1; price=50.00; tax=VAT5" --date 2026-09-10
  A1
$ clerk -q invoice issue --customer ACME --number A2 --terms 2-10 --line "text=Lamp; qty=1; price=100.00; tax=VAT20" --date 2026-10-05
  A2
$ clerk -q invoice issue --customer LAMP --number L1 --line "text=Lamp; qty=1; price=340.50; tax=ZERO" --date 2026-10-10
  L1
$ clerk -q invoice issue --customer YANK --number U1 --line "text=Lamp; qty=1; price=200.33; tax=VAT20" --date 2026-10-01
  U1
$ clerk -q payment receive --customer YANK --number UP --amount 150.11 --date 2026-10-20 --apply U1
  UP
$ clerk -q payment receive --customer ACME --number P1 --amount 117.60 --date 2026-10-12 --apply "A2 discount auto"
  P1
$ clerk -q payment receive --customer ACME --number P2 --amount 290.50 --date 2026-10-14 --apply "A1=290.50 writeoff 2.00"
  P2
$ clerk -q payment receive --customer LAMP --number P3 --amount 400 --date 2026-10-16
  P3
$ clerk -q payment reverse --payment P2 --reason nsf --date 2026-10-25
  REV-1001
$ clerk -q credit issue --customer ACME --number C1 --line "text=Back; qty=1; price=10.00; tax=VAT20" --invoice A1 --date 2026-10-26
  C1
$ clerk -q debit issue --customer ACME --number D1 --amount 15 --date 2026-10-27
  D1
$ clerk -q invoice issue --customer ACME --number X1 --line "text=Lamp; qty=1; price=30.00; tax=VAT20" --date 2026-10-08
  X1
$ clerk -q invoice void --invoice X1 --reason wrong --date 2026-10-09
  VD-1001
$ clerk -q refund pay --from P3 --amount 30 --date 2026-10-28
  RFD-1001
$ clerk -q period close --month 2026-09 | sed 's,[0-9a-f]\{64\},HASH,'
  Harbour & Finch: close report
  2026-09
  
  Period       2026-09
  State        closed
  Closed by    anna
  On the head  HASH
  
  Checklist
  Nothing blocks and nothing is to be warned of.
  
  What was open, as frozen
  Account  Customers  Cur  Current  1-30  31-60  61-90  Over 90  Credits   Total  In base
  -------  ---------  ---  -------  ----  -----  -----  -------  -------  ------  -------
  1100             1  EUR   292.50     .      .      .        .        .  292.50   292.50
  
  Sub-ledger 292.50 = control account, difference 0.00
  
  Steps
  closed  now by anna, entry 25
$ clerk -q invoice issue --customer LAMP --number L0 --amount 12 --date 2026-09-29
  L0
$ clerk -q payment receive --customer ACME --number P4 --amount 100 --date 2026-11-03 --apply A1
  P4
$ clerk -q invoice issue --customer LAMP --number L9 --amount 5 --date 2026-10-29 --posted 2026-11-01
  L9

$ clerk report roll-forward --from 2026-10-01 --to 2026-10-31
  Roll-forward
  posted 2026-10-01 to 2026-10-31, in EUR
  
  Customer  Name              Cur  Opening  Invoices  Debits  Reversed  Refunds  Receipts  Discounts  Credits  Exchange  Closing
  --------  ----------------  ---  -------  --------  ------  --------  -------  --------  ---------  -------  --------  -------
  ACME      Acme Holdings     EUR   292.50    120.00   15.00    290.50        .   -408.10      -2.40   -12.00         .   295.50
  LAMP      北方灯具有限公司  EUR        .    352.50       .         .    30.00   -400.00          .        .         .   -17.50
  YANK      Yank              USD        .    216.36       .         .        .   -142.60          .        .      7.50    81.26
                                   -------  --------  ------  --------  -------  --------  ---------  -------  --------  -------
  Total                             292.50    688.86   15.00    290.50    30.00   -950.70      -2.40   -12.00      7.50   359.26
  
  Opening and movements less closing 0.00; opening 292.50 = control account, closing 359.26 = control account
$ clerk report roll-forward --from 2026-09-01 --to 2026-11-22 --format csv
  customer,name,currency,opening,invoices,debit_memos,charges,reversed_receipts,refunds,recoveries,receipts,discounts,credit_memos,writeoffs,tolerance,transfers,fx,other,closing
  ACME,Acme Holdings,EUR,0.00,412.50,15.00,0.00,290.50,0.00,0.00,-508.10,-2.40,-12.00,0.00,0.00,0.00,0.00,0.00,195.50
  LAMP,北方灯具有限公司,EUR,0.00,357.50,0.00,0.00,0.00,30.00,0.00,-400.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,-12.50
  YANK,Yank,USD,0.00,216.36,0.00,0.00,0.00,0.00,0.00,-142.60,0.00,0.00,0.00,0.00,0.00,7.50,0.00,81.26
$ clerk report roll-forward --from 2026-10-01 --to 2026-10-31 --detail --customer ACME
  Roll-forward, movement by movement
  ACME Acme Holdings, posted 2026-10-01 to 2026-10-31, in EUR
  
  Posted      Customer  Document  Kind      Line               Cur   Amount
  ----------  --------  --------  --------  -----------------  ---  -------
  2026-10-05  ACME      A2        invoice   invoices           EUR   120.00
  2026-10-08  ACME      X1        invoice   invoices           EUR    36.00
  2026-10-09  ACME      VD-1001   void      invoices           EUR   -36.00
  2026-10-12  ACME      P1        payment   receipts           EUR  -117.60
  2026-10-12  ACME      DSC-1001  discount  discounts          EUR    -2.40
  2026-10-14  ACME      P2        payment   receipts           EUR  -290.50
  2026-10-14  ACME      WO-1001   writeoff  tolerance          EUR    -2.00
  2026-10-25  ACME      CO-1001   contra    tolerance          EUR     2.00
  2026-10-25  ACME      REV-1001  reversal  reversed_receipts  EUR   290.50
  2026-10-26  ACME      C1        credit    credit_memos       EUR   -12.00
  2026-10-27  ACME      D1        debit     debit_memos        EUR    15.00
                                                                    -------
  Total                                                                3.00
$ clerk report roll-forward --from 2026-10-01 --to 2026-10-31 --currency USD
  Roll-forward
  posted 2026-10-01 to 2026-10-31, in EUR
  
  Customer  Name  Cur  Opening  Invoices  Receipts  Exchange  Closing
  --------  ----  ---  -------  --------  --------  --------  -------
  YANK      Yank  USD        .    216.36   -142.60      7.50    81.26
  
  Opening and movements less closing 0.00
$ clerk report cut-off --from 2026-10-01 --to 2026-10-31
  Cut-off
  dated and posted on two sides of 2026-10-01 to 2026-10-31, in EUR
  
  Document  Kind     Customer  Date        Posted      Cur  Amount  Counts
  --------  -------  --------  ----------  ----------  ---  ------  ----------------
  L0        invoice  LAMP      2026-09-29  2026-10-01  EUR   12.00  in it, of before
  L9        invoice  LAMP      2026-10-29  2026-11-01  EUR    5.00  after it
                                                            ------
  Total                                                      17.00
  
  dated in the period and posted after it 5.00; posted in it and dated before it 12.00
$ clerk report cut-off --from 2026-09-01 --to 2026-09-30 --format csv
  document,kind,customer,date,posted,currency,amount,counts
  L0,invoice,LAMP,2026-09-29,2026-10-01,EUR,12.00,after it
$ clerk report credit-balances --as-of 2026-10-31
  Credit balances
  customers whom we owe, as of 2026-10-31
  
  Customer  Name              Cur  Balance  In base
  --------  ----------------  ---  -------  -------
  LAMP      北方灯具有限公司  EUR   -17.50   -17.50
  
  Reclass in the general ledger: 2026-10-31 debit 1100, credit 2130, 17.50; back on 2026-11-01
$ clerk report credit-balances --as-of 2026-09-30
  Credit balances
  customers whom we owe, as of 2026-09-30
  
  Customer  Name  Cur  Balance  In base
  --------  ----  ---  -------  -------
  (nothing to show)
  
  Nobody is owed: nothing to reclass
$ clerk report subsequent-receipts --as-of 2026-10-31
  Subsequent receipts
  open on 2026-10-31, paid by 2026-11-22
  
  Customer  Document  Part  Due         Cur    Open  Paid since  Last        Not paid
  --------  --------  ----  ----------  ---  ------  ----------  ----------  --------
  ACME      A1           1  2026-10-10  EUR  280.50      100.00  2026-11-03    180.50
  ACME      D1           1  2026-11-26  EUR   15.00           .                 15.00
  LAMP      L0           1  2026-10-29  EUR   12.00           .                 12.00
  LAMP      L1           1  2026-11-09  EUR  340.50           .                340.50
  YANK      U1           1  2026-10-31  USD   90.29           .                 90.29
                                             ------  ----------              --------
  Total                                 EUR  648.00      100.00                548.00
  Total                                 USD   90.29        0.00                 90.29
  
  100.00 of 729.26 EUR were paid since
$ clerk report subsequent-receipts --as-of 2026-10-31 --to 2026-11-02 --customer ACME --format csv
  customer,document,instalment,due,currency,open,paid,last_paid,rest
  ACME,A1,1,2026-10-10,EUR,280.50,0.00,,280.50
  ACME,D1,1,2026-11-26,EUR,15.00,0.00,,15.00
$ clerk report tax --from 2026-09-01 --to 2026-10-31
  Tax
  posted 2026-09-01 to 2026-10-31, in EUR
  
  Code   Cat  Rate  Account  Kind      Count     Net     Tax
  -----  ---  ----  -------  --------  -----  ------  ------
  VAT20  S      20  2200     invoice       4  510.30  102.06
  VAT20  S      20  2200     credit        1  -10.00   -2.00
  VAT20  S      20  2200     void          1  -30.00   -6.00
  VAT20  S      20  2200     discount      1   -2.00   -0.40
  VAT5   S       5  2200     invoice       1   50.00    2.50
  ZERO   Z       0  2200     invoice       1  340.50       .
                                              ------  ------
  Total                                       858.80   96.16
  
  2200 Output tax: rows 96.16, account 96.16, difference 0.00
$ clerk report tax --from 2026-11-01 --format csv
  code,category,rate,account,kind,documents,net,tax

# open items in another currency, for one day
$ clerk -q rate add --currency USD --rate 0.97 --date 2026-10-31
  USD
$ clerk -q payment receive --amount 100 --currency USD --date 2026-10-30
  P-1001
$ clerk -q payment receive --customer YANK --amount 40 --date 2026-10-30 --keep prepayment
  P-1002
$ clerk rate revalue
! arledger: --as-of is missing: at which day
= 2
$ clerk rate revalue --as-of 2026-09-30
! arledger: nothing can be posted on 2026-09-30: 2026-09 is closed; the first open day is 2026-10-01
= 65
$ clerk rate revalue --as-of 2026-10-31
  Revaluation
  of what is open in other currencies on 2026-10-31, in EUR
  
  Account  Cur  Items     Open  Rate  In base   Gain  Posted before  Document
  -------  ---  -----  -------  ----  -------  -----  -------------  --------
  1100     USD      1    90.29  0.97    81.26   6.32              .  RV-1001
  2110     USD      1  -100.00  0.97   -95.00  -2.00              .  RV-1002
                                      -------  -----  -------------
  Total                                -13.74   4.32           0.00
! 2 documents over 4.32 EUR on 2026-10-31, taken back on 2026-11-01
$ clerk rate revalue --as-of 2026-10-31
  Revaluation
  of what is open in other currencies on 2026-10-31, in EUR
  
  Account  Cur  Items     Open  Rate  In base   Gain  Posted before  Document
  -------  ---  -----  -------  ----  -------  -----  -------------  --------
  1100     USD      1    90.29  0.97    81.26   6.32           6.32
  2110     USD      1  -100.00  0.97   -95.00  -2.00          -2.00
                                      -------  -----  -------------
  Total                                -13.74   4.32           4.32
! nothing to post
$ clerk account list --as-of 2026-10-31 --where "code = 1195 | code = 7000 | code = 7010" --format csv
  code,name,kind,control,balance
  1195,Receivables revaluation,asset,,4.32
  7000,Exchange gains,income,,-13.82
  7010,Exchange losses,expense,,2.00
$ clerk account list --as-of 2026-11-01 --where "code = 1195 | code = 7000 | code = 7010" --format csv
  code,name,kind,control,balance
  1195,Receivables revaluation,asset,,0.00
  7000,Exchange gains,income,,-7.50
  7010,Exchange losses,expense,,0.00
$ clerk -q rate add --currency USD --rate 0.96 --date 2026-10-31
  USD
$ clerk rate revalue --as-of 2026-10-31 --format csv
  account,currency,items,open,rate,base,gain,before,document
  1100,USD,1,90.29,0.96,81.26,5.42,6.32,RV-1003
  2110,USD,1,-100.00,0.96,-95.00,-1.00,-2.00,RV-1004
! 2 documents over 0.10 EUR on 2026-10-31, taken back on 2026-11-01
$ clerk rate revalue --as-of 2026-10-31 --undo --format csv
  account,currency,items,open,rate,base,gain,before,document
  1100,USD,1,90.29,0.96,81.26,5.42,5.42,RV-1005
  2110,USD,1,-100.00,0.96,-95.00,-1.00,-1.00,RV-1006
! 2 documents over -4.42 EUR on 2026-10-31, taken back on 2026-11-01
$ clerk account list --as-of 2026-10-31 --where "code = 1195 | code = 7000 | code = 7010" --format csv
  code,name,kind,control,balance
  1195,Receivables revaluation,asset,,0.00
  7000,Exchange gains,income,,-7.50
  7010,Exchange losses,expense,,0.00
$ clerk gl tie --as-of 2026-10-31 --format csv
  account,name,items,ledger,difference,outside,outside_difference
  1100,Accounts receivable,359.26,359.26,0.00,,
  2110,Unidentified receipts,-95.00,-95.00,0.00,,
  2120,Customer deposits,-38.00,-38.00,0.00,,
$ clerk book verify 2>&1 | sed 's/head .*/head/'
  verified: 36 entries, 35 documents, head
