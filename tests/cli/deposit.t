# Cash and cheques wait until they are deposited, cards until they are settled.
$ clerk -q book new --company "Harbour & Finch" --currency EUR --sandbox
$ clerk -q customer add --code A --name Acme
  A
$ clerk -q customer add --code B --name Bolt
  B
$ clerk -q payment receive --customer A --amount 100 --method cash --date 2026-11-10
  P-1001
$ clerk -q payment receive --customer A --amount 250 --method cheque --reference 004711 --date 2026-11-11 --payer "Acme Ltd"
  P-1002
$ clerk -q payment receive --customer B --amount 80 --method cheque --reference 88 --date 2026-11-12
  P-1003
$ clerk -q payment receive --customer B --amount 500 --method card --date 2026-11-12
  P-1004
$ clerk -q payment receive --customer B --amount 60 --method transfer --date 2026-11-12
  P-1005
$ clerk deposit pending
  Receipts not deposited
  as of 2026-11-22
  
  Number  Customer  Payer     Date        Days  Method  Reference  Account  Cur  Amount
  ------  --------  --------  ----------  ----  ------  ---------  -------  ---  ------
  P-1001  A         Acme      2026-11-10    12  cash               1210     EUR  100.00
  P-1002  A         Acme Ltd  2026-11-11    11  cheque  004711     1210     EUR  250.00
  P-1003  B         Bolt      2026-11-12    10  cheque  88         1210     EUR   80.00
                                                                                 ------
  Total                                                                          430.00
  
  1210 Undeposited funds: 430.00 EUR = receipts that wait 430.00
$ clerk deposit pending --as-of 2026-11-10 --format csv
  number,customer,payer,date,days,method,reference,account,currency,amount
  P-1001,A,Acme,2026-11-10,0,cash,,1210,EUR,100.00
$ clerk deposit pending --method card --format csv
  number,customer,payer,date,days,method,reference,account,currency,amount
  P-1004,B,Bolt,2026-11-12,10,card,,1230,EUR,500.00

# which ones must be said, and they must fit together
$ clerk deposit make
! arledger: --payments is missing: which receipts? --all takes all that wait, as `deposit pending` lists them
= 2
$ clerk deposit make --all --payments P-1001
! arledger: --all and --payments exclude each other; give one
= 2
$ clerk deposit make --payments "P-1001; P-1004"
! arledger: the money of P-1001 lies on 1210 Undeposited funds and that of P-1004 on 1230 Card clearing: make a deposit of each
= 65
$ clerk deposit make --payments "P-1001; P-1001"
! arledger: P-1001 is named twice
= 65
$ clerk deposit make --payments "P-1002; P-1003" --date 2026-11-11
! arledger: P-1003 came on 2026-11-12; it cannot be deposited before that
= 65
$ clerk deposit make --payments P-1003 --method cash
! arledger: P-1003 came by cheque, not by cash
= 65
$ clerk deposit make --payments P-1003 --bank 1210
! arledger: the money lies on 1210 Undeposited funds already
= 65
$ clerk deposit make --all --method direct-debit
! arledger: nothing waits to be deposited on 2026-11-22 that came by direct-debit
= 65
$ clerk deposit make --all --short 1 --over 1
! arledger: --short and --over exclude each other; give one
= 2
$ clerk deposit make --all --fee "1.00 USD"
! arledger: --fee: the receipts are in EUR
= 65
$ clerk deposit make --all --over=-1
! arledger: --over cannot be below zero
= 65

# a deposit with a little cash missing, and its slip
$ clerk deposit make --payments "P-1001; P-1002" --date 2026-11-13 --short 2 --reference "bag 7"
  DEP-1001
! DEP-1001: 348.00 EUR to 1200 Bank, 2 receipts of 350.00 EUR, short 2.00
$ clerk deposit show DEP-1001 | sed "s/, [0-9a-f]*$/, .../"
  Deposit DEP-1001
  
  Harbour & Finch
  Bank       1200 Bank
  Date       2026-11-13
  Reference  bag 7
  
  Cash
  Denomination  Count     Amount
  ------------  --------  --------------
  ____________  ________  ______________
  ____________  ________  ______________
  ____________  ________  ______________
  ____________  ________  ______________
  ____________  ________  ______________
  ____________  ________  ______________
  ____________  ________  ______________
  ____________  ________  ______________
  Cash  100.00 EUR in 1 receipt
  
  Cheques
  Number  Payer     Receipt  Returned  Amount
  ------  --------  -------  --------  ------
  004711  Acme Ltd  P-1002             250.00
  ------------------------------------------------------------------------------------------------------------------------------------
  Receipts             2
  Gross                350.00 EUR
  Payment differences  -2.00 EUR
  Total                348.00 EUR
  
  Prepared by  anna  ____________________
  Verified by  ____________________
  Journal      entry 9, ...
$ clerk payment show P-1002 | grep Deposited
  Deposited  DEP-1001 on 2026-11-13, to 1200 Bank
$ clerk deposit make --payments "P-1002; P-1003"
! arledger: P-1002 went to the bank with DEP-1001 already
= 65
# what is to be filled in by hand on the slip is no record
$ clerk deposit show DEP-1001 --format csv
  reference,payer,receipt,returned,amount
  004711,Acme Ltd,P-1002,,250.00
$ clerk deposit show DEP-1009
! arledger: there is no document DEP-1009; look for it with `find`
= 65

# the card company's settlement
$ clerk deposit make --all --method card --fee 9.50 --bank 1200 --date 2026-11-14
  DEP-1002
! DEP-1002: 490.50 EUR to 1200 Bank, 1 receipt of 500.00 EUR, fee 9.50
$ clerk deposit show DEP-1002 | sed "s/, [0-9a-f]*$/, .../"
  Deposit DEP-1002
  
  Harbour & Finch
  Bank  1200 Bank
  Date  2026-11-14
  
  Cards
  Reference  Payer  Receipt  Returned  Amount
  ---------  -----  -------  --------  ------
             Bolt   P-1004             500.00
  ------------------------------------------------------------------------------------------------------------------------------------
  Receipts      1
  Gross         500.00 EUR
  Bank charges  -9.50 EUR
  Total         490.50 EUR
  
  Prepared by  anna  ____________________
  Verified by  ____________________
  Journal      entry 10, ...

# a deposit keyed wrongly is taken back whole, and its receipts wait again
$ clerk deposit void DEP-1001 --reason keying --date 2026-11-13
  VD-1001
! DEP-1001 over 348.00 EUR is void from 2026-11-13 on, by VD-1001; 2 receipts wait again
$ clerk deposit void DEP-1001 --reason keying
! arledger: deposit DEP-1001 is reversed already; it cannot be reversed again
= 65
$ clerk deposit void P-1001 --reason keying
! arledger: P-1001 is a payment, and that is not what is meant here
= 65
$ clerk deposit make --all --date 2026-11-13
  DEP-1003
! DEP-1003: 430.00 EUR to 1200 Bank, 3 receipts
$ clerk deposit show DEP-1001 | grep VOID
  VOID, by VD-1001

# a cheque that comes back goes back from the bank; the deposit stays as it is
$ clerk payment reverse --payment P-1002 --reason nsf --date 2026-11-12
! arledger: P-1002 went to the bank with DEP-1003 on 2026-11-13; it cannot be reversed before that
= 65
$ clerk payment reverse --payment P-1002 --reason nsf --date 2026-11-16
  REV-1001
! P-1002 over 250.00 EUR does not count from 2026-11-16 on (nsf), by REV-1001
$ clerk deposit void DEP-1003 --reason "it came back"
! arledger: P-1002 of DEP-1003 came back from the bank with REV-1001, so the deposit was there; reverse what was wrong of it receipt by receipt
= 65
$ clerk deposit list
  Deposits
  
  Number    Date        Bank  Receipts  Reference  Cur   Gross   Total  Status      Voided by
  --------  ----------  ----  --------  ---------  ---  ------  ------  ----------  ---------
  DEP-1001  2026-11-13  1200         2  bag 7      EUR  350.00  348.00  void        VD-1001
  DEP-1003  2026-11-13  1200         3             EUR  430.00  430.00  in transit
  DEP-1002  2026-11-14  1200         1             EUR  500.00  490.50  in transit
  
  Total                                            EUR  930.00  920.50
$ clerk deposit list --from 2026-11-14 --format csv
  number,date,bank,count,reference,currency,gross,total,status,voided_by
  DEP-1002,2026-11-14,1200,1,,EUR,500.00,490.50,in transit,
$ clerk report deposits --to 2026-11-13 --format csv
  number,date,bank,count,reference,currency,gross,total,status,voided_by
  DEP-1001,2026-11-13,1200,2,bag 7,EUR,350.00,348.00,void,VD-1001
  DEP-1003,2026-11-13,1200,3,,EUR,430.00,430.00,in transit,
$ clerk deposit pending
  Receipts not deposited
  as of 2026-11-22
  
  Number  Customer  Payer  Date  Days  Method  Reference  Account  Cur  Amount
  ------  --------  -----  ----  ----  ------  ---------  -------  ---  ------
  (nothing to show)
  
  1210 Undeposited funds: 0.00 EUR = receipts that wait 0.00
$ clerk account list --format csv | grep -E "^(1200|1210|1220|1230|6100|6110),"
  1200,Bank,asset,,670.50
  1210,Undeposited funds,asset,,0.00
  1220,Bank clearing,asset,,60.00
  1230,Card clearing,asset,,0.00
  6100,Payment differences,expense,,0.00
  6110,Bank charges,expense,,9.50
$ clerk -q book verify

# The cash as it was counted stands on the slip; what does not come to the receipts is refused.
$ clerk customer add --code TILL --name "The till" -q
  TILL
$ clerk payment receive --customer TILL --amount 192.50 --method cash --date 2026-11-20 -q
  P-1006
$ clerk deposit make --all --method cash --date 2026-11-20 --cash "50=3; 20=2; 0.50=4"
! arledger: the cash counted is 192.00, but the cash receipts come to 192.50: count again, or say what is short or over
= 65
$ clerk deposit make --all --method cash --date 2026-11-20 --cash "50=3; 20=2; 0.50=0"
! arledger: a denomination and how often it was counted are more than zero
= 65
$ clerk deposit make --all --method cash --date 2026-11-20 --cash "50=3; 20=2; 0.50=4" --short 0.50
  DEP-1004
! DEP-1004: 192.00 EUR to 1200 Bank, 1 receipt of 192.50 EUR, short 0.50
$ clerk deposit show $(clerk deposit list --format csv | tail -1 | cut -d, -f1) | sed '/^Journal/d'
  Deposit DEP-1004
  
  Harbour & Finch
  Bank  1200 Bank
  Date  2026-11-20
  
  Cash
  Denomination  Count  Amount
  ------------  -----  ------
         50.00      3  150.00
         20.00      2   40.00
          0.50      4    2.00
                       ------
                       192.00
  Cash  192.50 EUR in 1 receipt
  ------------------------------------------------------------------------------------------------------------------------------------
  Receipts             1
  Gross                192.50 EUR
  Payment differences  -0.50 EUR
  Total                192.00 EUR
  
  Prepared by  anna  ____________________
  Verified by  ____________________
$ clerk -q book verify
