# Credits with cash in one act, and without cash.
$ clerk book new --company "Harbour & Finch" --currency EUR --sandbox -q
$ clerk customer add --code ACME --name "Acme Ltd" -q
  ACME
$ clerk customer add --code KIDS --name "Acme Kids" --parent ACME -q
  KIDS
$ clerk customer add --code BETA --name "Beta SA" -q
  BETA
$ clerk invoice issue --customer ACME --date 2026-11-02 --amount 100 -q
  INV-1001
$ clerk invoice issue --customer ACME --date 2026-11-03 --amount 60 --discount "2% 20" -q
  INV-1002
$ clerk invoice issue --customer BETA --date 2026-11-03 --amount 40 -q
  INV-1003
$ clerk invoice issue --customer KIDS --date 2026-11-04 --amount 30 -q
  INV-1004
$ clerk credit issue --customer ACME --date 2026-11-05 --amount 25 -q
  CM-1001
$ clerk payment receive --customer ACME --date 2026-11-06 --amount 58.80 -q
  P-1001

# One act: 80.00 of money and 20.00 of a credit memo pay an invoice of 100.00.
$ clerk payment receive --amount 80 --date 2026-11-10 --apply "INV-1001=80; INV-1001=20 from CM-1001"
  P-1002
! P-1002: 80.00 EUR from ACME; INV-1001 80.00 on 2026-11-10; INV-1001 20.00 from CM-1001 on 2026-11-05; 5.00 EUR of CM-1001 left on account
$ clerk application list --format csv
  journal,payment,document,instalment,date,currency,amount,discount,writeoff,reason
  11,P-1002,INV-1001,1,2026-11-10,EUR,80.00,0.00,0.00,
  11,CM-1001,INV-1001,1,2026-11-05,EUR,20.00,0.00,0.00,
$ clerk payment receive --customer ACME --amount 10 --apply "INV-1002 from CM-9"
! arledger: there is no document CM-9; look for it with `find`
= 65
$ clerk payment receive --customer ACME --amount 10 --apply "INV-1003=5 from CM-1001"
! arledger: INV-1003 is owed by BETA, and money of ACME pays only what it or one below it owes; `payment transfer` moves money to another customer
= 65
$ clerk payment receive --customer ACME --amount 10 --apply "INV-1002=6 from CM-1001"
! arledger: CM-1001 was used in part by anna at 12:00 for INV-1001: 5.00 is left, so 6.00 cannot be applied to INV-1002
= 65

# Taken back whole, after it was said; the credit memo is open again too.
$ clerk --dry-run payment reverse --payment P-1002 --reason keying
  REV-1001
! From 2026-11-22 on P-1002 over 80.00 EUR counts neither as cash nor at the customer (keying). It no longer pays 80.00 of INV-1001. This is final.
! dry run: nothing was kept
$ clerk --dry-run journal reverse 11
  REV-1001
! Takes back all that entry 11 posted: P-1002 over 80.00 EUR counts no more, cash included. Open again: 80.00 of INV-1001 from P-1002, 20.00 of INV-1001 from CM-1001. This is final.
! dry run: nothing was kept
$ clerk journal reverse 11
  REV-1001
! entry 11 is taken back: P-1002 over 80.00 EUR; open again: 80.00 of INV-1001 from P-1002, 20.00 of INV-1001 from CM-1001
$ clerk journal reverse 11
! arledger: nothing of entry 11 still stands
= 65
$ clerk journal reverse 12
! arledger: entry 12 took something back itself; that is final: enter it again
= 65
$ clerk journal reverse 2
! arledger: entry 2 is `customer add --code ACME --name 'Acme Ltd'`, which posted nothing that could be taken back
= 65
$ clerk item list --customer ACME --format csv
  customer,document,kind,instalment,issued,due,currency,amount,open,days_past_due,disputed,pending,pending_in,status
  ACME,CM-1001,credit,1,2026-11-05,2026-11-05,EUR,-25.00,-25.00,,0.00,,,unapplied
  ACME,P-1001,payment,1,2026-11-06,2026-11-06,EUR,-58.80,-58.80,,0.00,,,unapplied
  ACME,INV-1001,invoice,1,2026-11-02,2026-12-02,EUR,100.00,100.00,-10,0.00,,,open
  ACME,INV-1002,invoice,1,2026-11-03,2026-12-03,EUR,60.00,60.00,-11,0.00,,,open

# Without cash: one act, discount in its row, one command takes it back on the days of the match.
$ clerk customer match --customer ACME --date 2026-11-22 --apply "INV-1001 from CM-1001; INV-1002 discount auto from P-1001"
  ACME
! matched at ACME: INV-1001 25.00 from CM-1001; INV-1002 58.80 from P-1001 with discount 1.20 (early payment)
$ clerk customer match --customer ACME --apply "INV-1001=5"
! arledger: --apply: INV-1001 is paid from nothing; write which credit it takes: "INV-1001 from CM-31"
= 65
$ clerk customer match --customer ACME --apply "INV-1001=5 from P-1001"
! arledger: nothing of P-1001 is left for INV-1001
= 65
$ clerk customer match --customer BETA --apply "INV-1001=5 from CM-1001"
! arledger: --apply: row 1: INV-1001 is owed by ACME, and CM-1001 is not of BETA
= 65
$ clerk customer match --customer BETA --apply "INV-1003=5 from INV-1001"
! arledger: INV-1001 is an invoice, and that is not what is meant here
= 65
$ clerk application list --from 2026-11-22 --format csv
  journal,payment,document,instalment,date,currency,amount,discount,writeoff,reason
  12,CM-1001,INV-1001,1,2026-11-22,EUR,-20.00,0.00,0.00,keying
  12,P-1002,INV-1001,1,2026-11-22,EUR,-80.00,0.00,0.00,keying
  13,CM-1001,INV-1001,1,2026-11-22,EUR,25.00,0.00,0.00,
  13,P-1001,INV-1002,1,2026-11-22,EUR,58.80,1.20,0.00,
$ clerk --dry-run customer unmatch 13
! Takes back all that entry 13 posted. Open again: 25.00 of INV-1001 from CM-1001, 58.80 of INV-1002 from P-1001 (with its discount of 1.20, so 60.00 of it is open again).
! dry run: nothing was kept
$ clerk payment autocash --undo 13
! arledger: entry 13 is `customer match --customer ACME --apply 'INV-1001 from CM-1001; INV-1002 discount auto from P-1001' --date 2026-11-22`, which is no `payment autocash`
= 65
$ clerk customer unmatch 13
! 2 applications of entry 13 taken back; open again: 25.00 of INV-1001 from CM-1001, 58.80 of INV-1002 from P-1001 (with its discount of 1.20, so 60.00 of it is open again)
$ clerk customer unmatch 13
! arledger: nothing of entry 13 still stands
= 65
$ clerk customer unmatch 2
! arledger: entry 2 is `customer add --code ACME --name 'Acme Ltd'`, which is no `customer match`
= 65

# A parent's credit pays what one below it owes.
$ clerk customer match --customer KIDS --apply "INV-1004=10 from CM-1001; INV-1004 from P-1001"
  KIDS
! matched at KIDS: INV-1004 10.00 from CM-1001, dated 2026-11-22: the first day with room for it; INV-1004 20.00 from P-1001 on 2026-11-06; 15.00 EUR of CM-1001 left on account; 38.80 EUR of P-1001 left unapplied
$ clerk --dry-run journal reverse 15
! Takes back all that entry 15 posted. Open again: 10.00 of INV-1004 from CM-1001, 20.00 of INV-1004 from P-1001.
! dry run: nothing was kept
$ clerk journal reverse 15
! 2 applications of entry 15 taken back; open again: 10.00 of INV-1004 from CM-1001, 20.00 of INV-1004 from P-1001
$ clerk item list --customer KIDS --format csv
  customer,document,kind,instalment,issued,due,currency,amount,open,days_past_due,disputed,pending,pending_in,status
  KIDS,INV-1004,invoice,1,2026-11-04,2026-12-04,EUR,30.00,30.00,-12,0.00,,,open

# Apply takes rows as well; unapply says what comes back, in part and whole.
$ clerk payment apply --payment P-1001
! arledger: --to is missing: it names what is paid
= 2
$ clerk payment apply --payment P-1001 --to INV-1002 --apply INV-1001
! arledger: --to and --apply exclude each other; give one
= 2
$ clerk payment apply --payment P-1001 --apply INV-1001 --amount 3
! arledger: --amount belongs to --to; in --apply each row has its own
= 2
$ clerk payment apply --payment P-1001 --apply "INV-1001=30; INV-1001=15 from CM-1001; INV-1002=20"
  P-1001
! P-1001 to INV-1001 30.00, dated 2026-11-22: the first day with room for it; INV-1001 15.00 from CM-1001, dated 2026-11-22: the first day with room for it; INV-1002 20.00 on 2026-11-06; 8.80 EUR left unapplied; 10.00 EUR of CM-1001 left on account
$ clerk --dry-run payment unapply --payment P-1001 --amount 25
  P-1001
! On 2026-11-22 P-1001 no longer pays 20.00 of INV-1002, 5.00 of INV-1001. The money stays with ACME: 33.80 EUR of it is then unapplied.
! dry run: nothing was kept
$ clerk --dry-run payment unapply --payment P-1001 --reason keying
  P-1001
! Each on the day of its application, P-1001 no longer pays 20.00 of INV-1002, 30.00 of INV-1001. The money stays with ACME: 58.80 EUR of it is then unapplied.
! dry run: nothing was kept
$ clerk --dry-run credit unapply --credit CM-1001
  CM-1001
! On 2026-11-22 CM-1001 no longer pays 15.00 of INV-1001. The money stays with ACME: 25.00 EUR of it is then on account.
! dry run: nothing was kept
$ clerk payment unapply --payment P-1001
  P-1001
! 2 applications of P-1001 taken back; 58.80 EUR is unapplied
$ clerk --dry-run payment reverse --payment P-1001 --reason nsf --code R01 --date 2026-11-22
  REV-1002
! From 2026-11-22 on P-1001 over 58.80 EUR counts neither as cash nor at the customer (nsf R01). This is final.
! dry run: nothing was kept
$ clerk --yes payment reverse --payment P-1001 --reason nsf --date 2026-11-22 -q
  REV-1002
$ clerk journal list --format csv | tail -n 1 | cut -d, -f1,3,4
  19,anna,payment reverse --payment P-1001 --reason nsf --date 2026-11-22
$ clerk book verify 2>&1 | sed 's/head .*/head/'
  verified: 19 entries, 15 documents, head

# What was issued with what it set off, what was identified, what a file brought in: back whole.
$ clerk credit issue --invoice INV-1002 --amount 70 --date 2026-11-22
  CM-1002
! CM-1002 for ACME: 70.00 EUR; INV-1002 60.00; 10.00 EUR left on account
$ clerk journal reverse $(clerk journal list --limit 1 --format csv | tail -n 1 | cut -d, -f1)
  VD-1001
! entry 20 is taken back: CM-1002 over 70.00 EUR; open again: 60.00 of INV-1002 from CM-1002
$ clerk payment receive --amount 33 --date 2026-11-20 -q
  P-1003
$ clerk payment identify --payment P-1003 --customer BETA
  TR-1003
! P-1003 over 33.00 EUR is money of BETA from 2026-11-22 on, by TR-1003
$ clerk --dry-run journal reverse $(clerk journal list --limit 1 --format csv | tail -n 1 | cut -d, -f1)
! Takes back all that entry 23 posted: TR-1003 over 33.00 EUR counts no more. This is final.
! dry run: nothing was kept
$ clerk journal reverse $(clerk journal list --limit 1 --format csv | tail -n 1 | cut -d, -f1)
! entry 23 is taken back: TR-1003 over 33.00 EUR
$ printf 'Customer,Date,Amount\nBETA,2026-11-20,11.00\nBETA,2026-11-21,12.00\n' > in.csv
$ clerk import payments --file in.csv --map "customer=Customer; date=Date; amount=Amount" -q
$ clerk journal reverse $(clerk journal list --limit 1 --format csv | tail -n 1 | cut -d, -f1)
  REV-1004
! entry 25 is taken back: P-1004 over 11.00 EUR, P-1005 over 12.00 EUR
$ clerk payment list --format csv
  number,customer,date,method,reference,currency,amount,unapplied,status
  P-1001,ACME,2026-11-06,transfer,,EUR,58.80,0.00,reversed
  P-1002,ACME,2026-11-10,transfer,,EUR,80.00,0.00,reversed
  P-1003,,2026-11-20,transfer,,EUR,33.00,33.00,unidentified
  P-1004,BETA,2026-11-20,transfer,,EUR,11.00,0.00,reversed
  P-1005,BETA,2026-11-21,transfer,,EUR,12.00,0.00,reversed
$ clerk book verify 2>&1 | sed 's/head .*/head/'
  verified: 26 entries, 24 documents, head
