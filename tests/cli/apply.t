# Taking back: whole, in part, once.
$ clerk book new --company "Harbour & Finch" --currency EUR --sandbox -q
$ clerk customer add --code ACME --name "Acme Ltd" -q
  ACME
$ clerk invoice issue --customer ACME --date 2026-11-02 --amount 100 --discount "2% 10" -q
  INV-1001
$ clerk invoice issue --customer ACME --date 2026-11-02 --amount 50 -q
  INV-1002
$ clerk payment receive --customer ACME --amount 148 --date 2026-11-10 --apply "INV-1001 discount auto; INV-1002"
  P-1001
! P-1001: 148.00 EUR from ACME; INV-1001 98.00 with discount 2.00 (early payment) on 2026-11-10; INV-1002 50.00 on 2026-11-10
$ clerk payment unapply --payment P-1001 --from INV-1002 --amount 20 --date 2026-11-12
  P-1001
! 1 application of P-1001 taken back; 20.00 EUR is unapplied; still applied: 98.00 of INV-1001, 30.00 of INV-1002
$ clerk payment unapply --payment P-1001 --from INV-1001 --date 2026-11-09
! arledger: the application is dated 2026-11-10; it cannot be taken back before that
= 65
$ clerk payment unapply --payment P-1001 --from INV-1001 --date 2026-11-12 --reason "meant another"
  P-1001
! 1 application of P-1001 taken back; 118.00 EUR is unapplied; still applied: 30.00 of INV-1002
$ clerk payment unapply --payment P-1001 --from INV-1001 --date 2026-11-12
! arledger: nothing of P-1001 is applied to that document
= 65
$ clerk payment unapply --payment P-1001 --amount 31 --date 2026-11-12
! arledger: P-1001 has 30.00 applied; that is all that can be taken back
= 65
$ clerk item list --as-of 2026-11-11 --format csv
  customer,document,kind,instalment,issued,due,currency,amount,open,days_past_due,disputed,pending,pending_in,status
$ clerk item list --as-of 2026-11-12 --format csv
  customer,document,kind,instalment,issued,due,currency,amount,open,days_past_due,disputed,pending,pending_in,status
  ACME,INV-1001,invoice,1,2026-11-02,2026-12-02,EUR,100.00,100.00,-20,0.00,,,open
  ACME,INV-1002,invoice,1,2026-11-02,2026-12-02,EUR,50.00,20.00,-20,0.00,,,part-paid
  ACME,P-1001,payment,1,2026-11-10,2026-11-10,EUR,-148.00,-118.00,,0.00,,,part-applied
$ clerk application list --format csv
  journal,payment,document,instalment,date,currency,amount,discount,writeoff,reason
  5,P-1001,INV-1001,1,2026-11-10,EUR,98.00,2.00,0.00,
  5,P-1001,INV-1002,1,2026-11-10,EUR,50.00,0.00,0.00,
  6,P-1001,INV-1002,1,2026-11-12,EUR,-50.00,0.00,0.00,
  6,P-1001,INV-1002,1,2026-11-12,EUR,30.00,0.00,0.00,
  7,P-1001,INV-1001,1,2026-11-12,EUR,-98.00,-2.00,0.00,meant another

# An application finds the first day with room, and says so; a day before that is refused.
$ clerk payment apply --payment P-1001 --to INV-1001 --date 2026-11-11
! arledger: INV-1001 and P-1001 have room for this amount only from 2026-11-12 on, not on 2026-11-11: later applications were taken back since
= 65
$ clerk payment apply --payment P-1001 --to INV-1001 --amount 98 --discount auto
  P-1001
! P-1001 to INV-1001 98.00 with discount 2.00 (early payment), dated 2026-11-12: the first day with room for it; 20.00 EUR left unapplied
$ clerk payment apply --payment P-1001 --to INV-1001
! arledger: INV-1001 was paid by anna at 12:00 with P-1001: 0.00 is left
= 65

# What the bank returned counts from the bank's day; the invoices are open again as they were.
$ clerk payment reverse --payment P-1001 --reason bounced --date 2026-11-20
! arledger: --reason: 'bounced' is not one of nsf, stop, keying, wrong-payer, dd-return, card-chargeback, returned
= 65
$ clerk payment reverse --payment P-1001 --reason nsf
! arledger: --date is missing: nsf counts from the day on which the bank returned it
= 2
$ clerk payment reverse --payment P-1001 --reason nsf --code AM04 --date 2026-11-20 --fee 7.50
  REV-1001
! P-1001 over 148.00 EUR does not count from 2026-11-20 on (nsf AM04), by REV-1001; open again: 100.00 of INV-1001 (with its discount of 2.00), 30.00 of INV-1002; a fee of 7.50 EUR is charged
$ clerk payment reverse --payment P-1001 --reason nsf --date 2026-11-20
! arledger: P-1001 is reversed already; a reversal is final
= 65
$ clerk payment unapply --payment P-1001
! arledger: nothing of P-1001 is applied
= 65
$ clerk payment apply --payment P-1001 --to INV-1001
! arledger: nothing of P-1001 is left for INV-1001
= 65
$ clerk payment show P-1001
  Receipt P-1001
  
  Harbour & Finch
  REVERSED from 2026-11-20 on, by REV-1001: nsf AM04
  Acme Ltd
  Customer  ACME
  Date      2026-11-10
  Method    transfer
  Amount    148.00 EUR
  ------------------------------------------------------------------------------------------------------------------------------------
  Applied
  Nothing is applied.
  Unapplied  0.00 EUR
$ clerk invoice list --as-of 2026-11-19 --format csv
  number,customer,kind,date,due,currency,total,open,status
  INV-1001,ACME,invoice,2026-11-02,2026-12-02,EUR,100.00,0.00,paid
  INV-1002,ACME,invoice,2026-11-02,2026-12-02,EUR,50.00,20.00,part-paid
$ clerk invoice list --as-of 2026-11-20 --format csv
  number,customer,kind,date,due,currency,total,open,status
  INV-1001,ACME,invoice,2026-11-02,2026-12-02,EUR,100.00,100.00,open
  INV-1002,ACME,invoice,2026-11-02,2026-12-02,EUR,50.00,50.00,open
  LC-1001,ACME,charge,2026-11-20,2026-11-20,EUR,7.50,7.50,open

# Money in another currency says what it settles; the difference is a gain or a loss.
$ clerk rate add --currency USD --date 2026-11-01 --rate 0.90 -q
  USD
$ clerk invoice issue --customer ACME --date 2026-11-02 --amount "100 USD"
  INV-1003
! INV-1003 of ACME: 100.00 USD, due 2026-12-02
$ clerk payment receive --customer ACME --amount 92 --date 2026-11-21 --apply INV-1003
  P-1002
! P-1002: 92.00 USD from ACME; INV-1003 92.00 on 2026-11-21
$ clerk payment receive --customer ACME --amount "92 EUR" --date 2026-11-21 --apply INV-1003
! arledger: INV-1003 is in USD but P-1003 is in EUR: say what it settles with --settles
= 65
$ clerk payment receive --customer ACME --amount "92 EUR" --date 2026-11-21 --settles 92 --apply INV-1003
  P-1003
! P-1003: 92.00 EUR from ACME, which settles 92.00 USD; INV-1003 8.00, exchange gain 0.80 on 2026-11-21; 84.00 USD left unapplied
$ clerk payment receive --customer ACME --amount "92 EUR" --date 2026-11-21 --settles "100 USD" --apply INV-1003
! arledger: INV-1003 was paid by anna at 12:00 with P-1003: 0.00 is left
= 65
$ clerk payment unapply --payment P-1003 --date 2026-11-22
  P-1003
! 1 application of P-1003 taken back; 92.00 USD is unapplied
$ clerk payment reverse --payment P-1003 --date 2026-11-22 --reason wrong-payer
  REV-1002
! P-1003 over 92.00 EUR does not count from 2026-11-22 on (wrong-payer), by REV-1002
$ clerk payment list --format csv
  number,customer,date,method,reference,currency,amount,unapplied,status
  P-1001,ACME,2026-11-10,transfer,,EUR,148.00,0.00,reversed
  P-1002,ACME,2026-11-21,transfer,,USD,92.00,0.00,applied
  P-1003,ACME,2026-11-21,transfer,,EUR,92.00,0.00,reversed
$ clerk book verify 2>&1 | sed 's/head .*/head/'
  verified: 15 entries, 19 documents, head
