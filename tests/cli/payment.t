# Payments: what came, what it paid, what is left.
$ clerk book new --company "Harbour & Finch" --currency EUR --sandbox -q
$ clerk customer add --code ACME --name "Acme Ltd" -q
  ACME
$ clerk customer add --code BETA --name "Beta SA" -q
  BETA
$ clerk customer add --code WEST --name "Acme West" --parent ACME -q
  WEST
$ clerk invoice issue --customer ACME --date 2026-11-02 --amount 100 --discount "2% 10" -q
  INV-1001
$ clerk invoice issue --customer ACME --date 2026-11-02 --amount 50.03 -q
  INV-1002
$ clerk invoice issue --customer ACME --date 2026-11-03 --amount 100 --instalments "2026-12-15=30.00; 2027-01-15=70.00" -q
  INV-1003
$ clerk invoice issue --customer BETA --date 2026-11-03 --amount 40 -q
  INV-1004
$ clerk invoice issue --customer WEST --date 2026-11-03 --amount 10 -q
  INV-1005
$ clerk payment receive --customer ACME --amount 200 --date 2026-11-12 --apply "INV-1001=98.00 discount 2.00; INV-1002=50.00 writeoff 0.03; INV-1003"
  P-1001
! P-1001: 200.00 EUR from ACME; INV-1001 98.00 with discount 2.00 (early payment) on 2026-11-12; INV-1002 50.00 with small difference 0.03 written off on 2026-11-12; INV-1003 instalment 1 30.00 on 2026-11-12; INV-1003 instalment 2 22.00 on 2026-11-12
$ clerk payment receive --amount 60 --date 2026-11-12 --apply INV-1003
  P-1002
! P-1002: 60.00 EUR from ACME; INV-1003 instalment 2 48.00 on 2026-11-12; 12.00 EUR left unapplied
$ clerk payment list --as-of 2026-11-30
  Payments
  as of 2026-11-30
  
  Number  Customer  Date        Method    Reference  Cur  Amount  Unapplied  Status
  ------  --------  ----------  --------  ---------  ---  ------  ---------  ------------
  P-1001  ACME      2026-11-12  transfer             EUR  200.00          .  applied
  P-1002  ACME      2026-11-12  transfer             EUR   60.00      12.00  part-applied
                                                          ------  ---------
  Total                                                   260.00      12.00
$ clerk application list --format csv
  journal,payment,document,instalment,date,currency,amount,discount,writeoff,reason
  10,P-1001,INV-1001,1,2026-11-12,EUR,98.00,2.00,0.00,
  10,P-1001,INV-1002,1,2026-11-12,EUR,50.00,0.00,0.03,
  10,P-1001,INV-1003,1,2026-11-12,EUR,30.00,0.00,0.00,
  10,P-1001,INV-1003,2,2026-11-12,EUR,22.00,0.00,0.00,
  11,P-1002,INV-1003,2,2026-11-12,EUR,48.00,0.00,0.00,

# More than is open is refused; more money than that stays unapplied.
$ clerk payment receive --customer BETA --amount 50 --date 2026-11-13 --apply INV-1004=50
! arledger: INV-1004 has only 40.00 open; 50.00 cannot be applied to it
= 65
$ clerk payment receive --customer BETA --amount 30 --date 2026-11-13 --apply INV-1004=35
! arledger: P-1003 has only 30.00 left; 35.00 cannot be applied to INV-1004
= 65
$ clerk payment receive --customer BETA --amount 50 --date 2026-11-13 --apply INV-1004
  P-1003
! P-1003: 50.00 EUR from BETA; INV-1004 40.00 on 2026-11-13; 10.00 EUR left unapplied
$ clerk payment receive --customer BETA --amount 5 --date 2026-11-13 --apply INV-1004
! arledger: INV-1004 was paid by anna at 12:00 with P-1003: 0.00 is left
= 65
$ clerk payment apply --payment P-1003 --to INV-1003
! arledger: INV-1003 was paid by anna at 12:00 with P-1002: 0.00 is left
= 65
$ clerk payment transfer --payment P-1003 --customer ACME --date 2026-11-14
  TR-1001
! 10.00 EUR of P-1003 goes to ACME on 2026-11-14, by TR-1001
$ clerk payment transfer --payment P-1003 --customer ACME --date 2026-11-14
! arledger: the money of P-1003 is with ACME already
= 65
$ clerk payment receive --customer ACME --amount 4 --date 2026-11-14 --apply INV-1005
  P-1004
! P-1004: 4.00 EUR from ACME; INV-1005 4.00 on 2026-11-14
$ clerk payment receive --customer WEST --amount 4 --date 2026-11-14 --apply INV-1003
! arledger: INV-1003 was paid by anna at 12:00 with P-1002: 0.00 is left
= 65

# A discount counts by the day the money came: late, it is unearned, and said to be.
$ clerk invoice issue --customer BETA --date 2026-11-02 --amount 200 --discount "2% 10" -q
  INV-1006
$ clerk payment receive --customer BETA --amount 196 --date 2026-11-13 --apply "INV-1006 discount auto"
  P-1005
! P-1005: 196.00 EUR from BETA; INV-1006 196.00 on 2026-11-13 without discount, which was for money until 2026-11-12
$ clerk payment apply --payment P-1005 --to INV-1006 --discount 4
! arledger: nothing of P-1005 is left for INV-1006
= 65
$ clerk payment unapply --payment P-1005 --date 2026-11-15
  P-1005
! 1 application of P-1005 taken back; 196.00 EUR is unapplied
$ clerk payment apply --payment P-1005 --to INV-1006 --discount 4
  P-1005
! P-1005 to INV-1006 196.00 with discount 4.00 (4.00 of it unearned: the terms do not give it on that day), dated 2026-11-15: the first day with room for it
$ clerk payment unapply --payment P-1005 --date 2026-11-16
  P-1005
! 1 application of P-1005 taken back; 196.00 EUR is unapplied
$ clerk payment apply --payment P-1005 --to INV-1006 --amount 190 --discount 10
! arledger: a discount of 10.00 is more than the 4.00 that the terms still allow on this invoice
= 65
$ clerk payment receive --customer BETA --amount 196 --date 2026-11-12 --apply INV-1006
  P-1006
! P-1006: 196.00 EUR from BETA; INV-1006 196.00, dated 2026-11-16: the first day with room for it (a discount of 4.00 would close it: discount auto)
$ clerk payment apply --payment P-1006 --to INV-1006 --writeoff 10
! arledger: nothing of P-1006 is left for INV-1006
= 65

# Whose money it is may be said later.
$ clerk payment receive --amount 12 --date 2026-11-13 --reference "no name"
  P-1007
! P-1007: 12.00 EUR from somebody unidentified; 12.00 EUR left unapplied
$ clerk payment apply --payment P-1007 --to INV-1006 --amount 1
! arledger: P-1007 is unidentified money: say whose it is with `payment identify`
= 65
$ clerk payment identify --payment P-1007 --customer BETA --date 2026-11-14
  TR-1003
! P-1007 over 12.00 EUR is money of BETA from 2026-11-14 on, by TR-1003
$ clerk payment identify --payment P-1007 --customer BETA --date 2026-11-14
! arledger: P-1007 has been identified already
= 65
$ clerk payment list --as-of 2026-11-13 --search "no name" --format csv
  number,customer,date,method,reference,currency,amount,unapplied,status
  P-1007,,2026-11-13,transfer,no name,EUR,12.00,12.00,unidentified
$ clerk payment list --as-of 2026-11-14 --search "no name" --format csv
  number,customer,date,method,reference,currency,amount,unapplied,status
  P-1007,BETA,2026-11-13,transfer,no name,EUR,12.00,12.00,unapplied
$ clerk item list --account all --as-of 2026-11-13 --where "document = P-1007" --format csv
  customer,document,kind,instalment,issued,due,currency,amount,open,days_past_due,disputed,pending,pending_in,status
  ,P-1007,payment,1,2026-11-13,2026-11-13,EUR,-12.00,-12.00,,0.00,,,unapplied
$ clerk payment apply --payment P-1007 --to INV-1006 --amount 1
  P-1007
! P-1007 to INV-1006 1.00, dated 2026-11-16: the first day with room for it; 11.00 EUR left unapplied
$ clerk payment receive --amount 25 --customer BETA --keep prepayment --date 2026-11-14
  P-1008
! P-1008: 25.00 EUR from BETA; 25.00 EUR kept as a prepayment
$ clerk payment list --customer BETA --format csv
  number,customer,date,method,reference,currency,amount,unapplied,status
  P-1006,BETA,2026-11-12,transfer,,EUR,196.00,0.00,applied
  P-1003,BETA,2026-11-13,transfer,,EUR,50.00,10.00,part-applied
  P-1005,BETA,2026-11-13,transfer,,EUR,196.00,196.00,unapplied
  P-1007,BETA,2026-11-13,transfer,no name,EUR,12.00,11.00,part-applied
  P-1008,BETA,2026-11-14,transfer,,EUR,25.00,25.00,prepaid

# The same receipt twice: a cheque never, anything else only when somebody says so.
$ clerk payment receive --amount 9 --customer BETA --method cheque --reference 880 --date 2026-11-14
  P-1009
! P-1009: 9.00 EUR from BETA; 9.00 EUR left unapplied
$ clerk payment receive --amount 9 --customer BETA --method cheque --reference 880 --date 2026-11-20
! arledger: P-1009 of BETA over 9.00 EUR with the reference 880 came on 2026-11-14: the same cheque is not taken twice; reverse the earlier receipt if it was wrong
= 65
$ clerk payment receive --amount 9 --customer BETA --reference 880 --date 2026-11-20
! arledger: P-1009 of BETA over 9.00 EUR with the reference 880 came on 2026-11-14; if this is another one, give --yes
= 65
$ clerk payment receive --amount 9 --customer BETA --reference 880 --date 2026-11-20 --yes
  P-1010
! P-1010: 9.00 EUR from BETA; received though P-1009 of BETA over 9.00 EUR with the reference 880 came on 2026-11-14; 9.00 EUR left unapplied
$ clerk payment receive --amount 9 --customer BETA --method card --reference "4111 1111 1111 1111"
! arledger: --reference: this looks like a payment card number, and those are never kept; give the brand and the last four digits
= 65
$ clerk payment receive --amount 9 --customer BETA --method card --reference "Visa 4111 1111 1111 1112"
! arledger: --reference: a card payment keeps the brand and the last four digits, never more of the card's number
= 65
$ clerk payment receive --amount 0 --customer BETA
! arledger: a payment must be more than zero
= 65
$ clerk payment receive --amount 9 --customer BETA --fee 9
! arledger: the fee must be less than the payment
= 65
$ clerk payment receive --amount 9 --auto --apply INV-1006
! arledger: --apply and --auto exclude each other; give one
= 2

# Left to itself it goes by the rules of autocash (autocash.t), and stays where they have no answer.
$ clerk payment receive --amount 25 --date 2026-11-21 --auto --reference "your INV-1005, thanks"
  P-1011
! P-1011: 25.00 EUR from WEST; payer by the number INV-1005; only proposed, since the numbers in the text do not come to it; by the numbers in the reference: INV-1005 6.00 = 6.00; 25.00 came; 25.00 EUR left unapplied
$ clerk payment receive --amount 20 --customer ACME --date 2026-11-21 --auto
  P-1012
! P-1012: 20.00 EUR from ACME; no rule of autocash fits; 20.00 EUR left unapplied
$ clerk payment receive --amount 20 --customer BETA --date 2026-11-21 --auto
  P-1013
! P-1013: 20.00 EUR from BETA; no rule of autocash fits; 20.00 EUR left unapplied
$ clerk payment receive --amount 20 --date 2026-11-21 --auto --reference "who knows"
  P-1014
! P-1014: 20.00 EUR from somebody unidentified; nobody is known by what came with it; 20.00 EUR left unapplied
$ clerk book verify 2>&1 | sed 's/head .*/head/'
  verified: 30 entries, 27 documents, head

# Money that was moved is followed: identified, a parent's, a prepayment.
$ clerk invoice issue --customer WEST --date 2026-11-02 --amount 30 -q
  INV-1007
$ clerk payment receive --amount 12 --date 2026-11-03 --reference "no name either" -q
  P-1015
$ clerk payment identify --payment P-1015 --customer WEST --date 2026-11-04 -q
  TR-1004
$ clerk payment apply --payment P-1015 --to INV-1007
  P-1015
! P-1015 to INV-1007 12.00 on 2026-11-04
$ clerk payment show P-1015
  Receipt P-1015
  
  Harbour & Finch
  Unidentified when it came.
  Date       2026-11-03
  Method     transfer
  Reference  no name either
  Amount     12.00 EUR
  ------------------------------------------------------------------------------------------------------------------------------------
  Applied
  Document  Kind     Part  Date        Amount  Discount  Write-off
  --------  -------  ----  ----------  ------  --------  ---------
  INV-1007  invoice     1  2026-11-04   12.00         .          .
  Unapplied  0.00 EUR
$ clerk invoice show INV-1007 | sed -n '/Applied/,$p'
  Applied
  Document  Kind     Part  Date        Amount  Discount  Write-off
  --------  -------  ----  ----------  ------  --------  ---------
  P-1015    payment     1  2026-11-04   12.00         .          .
  Open  18.00 EUR
$ clerk payment reverse --payment P-1015 --reason nsf --date 2026-11-10
  REV-1001
! P-1015 over 12.00 EUR does not count from 2026-11-10 on (nsf), by REV-1001; open again: 12.00 of INV-1007
$ clerk payment list --customer WEST --search either --format csv
  number,customer,date,method,reference,currency,amount,unapplied,status
  P-1015,WEST,2026-11-03,transfer,no name either,EUR,12.00,0.00,reversed
$ clerk payment receive --customer ACME --amount 20 --date 2026-11-05 --apply INV-1007
  P-1016
! P-1016: 20.00 EUR from ACME; INV-1007 20.00, dated 2026-11-10: the first day with room for it
$ clerk payment unapply --payment P-1016 --from INV-1007 --amount 5 --date 2026-11-12
  P-1016
! 1 application of P-1016 taken back; 5.00 EUR is unapplied; still applied: 15.00 of INV-1007
$ clerk payment receive --customer WEST --amount 18 --keep prepayment --date 2026-11-13 -q
  P-1017
$ clerk payment apply --payment P-1017 --to INV-1007
  P-1017
! P-1017 to INV-1007 15.00 on 2026-11-13; 3.00 EUR kept as a prepayment
$ clerk application list --customer WEST --from 2026-11-03 --format csv
  journal,payment,document,instalment,date,currency,amount,discount,writeoff,reason
  14,P-1004,INV-1005,1,2026-11-14,EUR,4.00,0.00,0.00,
  34,P-1015,INV-1007,1,2026-11-04,EUR,12.00,0.00,0.00,
  35,P-1015,INV-1007,1,2026-11-10,EUR,-12.00,0.00,0.00,nsf
  36,P-1016,INV-1007,1,2026-11-10,EUR,20.00,0.00,0.00,
  37,P-1016,INV-1007,1,2026-11-12,EUR,-20.00,0.00,0.00,
  37,P-1016,INV-1007,1,2026-11-12,EUR,15.00,0.00,0.00,
  39,P-1017,INV-1007,1,2026-11-13,EUR,15.00,0.00,0.00,
$ clerk book verify 2>&1 | sed 's/head .*/head/'
  verified: 39 entries, 38 documents, head

# A wrong year shows.
$ clerk payment receive --customer ACME --amount 5 --date 2036-01-01
  P-1018
! P-1018: 5.00 EUR from ACME; dated 3327 days after today, in hand until then; look at the day: 2036-01-01 is still to come, and it is no cheque; 5.00 EUR left unapplied
$ clerk invoice issue --customer ACME --amount 5 --date 2026-11-23
  INV-1008
! INV-1008 of ACME: 5.00 EUR, due 2026-12-23; dated 1 day after today

# So does one long ago; a cheque may be of a day to come.
$ clerk payment receive --customer ACME --amount 6 --date 1999-12-31
  P-1019
! P-1019: 6.00 EUR from ACME; look at the day: 1999-12-31 is more than a year back; 6.00 EUR left unapplied
$ clerk payment receive --customer ACME --amount 7 --date 2027-01-04 --method cheque
  P-1020
! P-1020: 7.00 EUR from ACME; dated 43 days after today, in hand until then; 7.00 EUR left unapplied
