# What one person must not do alone: it waits or is refused, and a small firm has it reported.
$ clerk -q book new --company "Harbour & Finch" --currency EUR --sandbox
$ clerk -q customer add --code ACME --name "Acme Ltd"
  ACME
$ clerk -q book set --name tolerance.amount --value 5.00
  tolerance.amount
$ clerk -q payment receive --customer ACME --amount 100 --date 2026-11-20
  P-1001
$ clerk -q payment receive --customer ACME --amount 50 --date 2026-11-20
  P-1002
# Without users one person may all, and reads every day what it was.
$ clerk -q refund pay --from P-1001 --amount 40
  RFD-1001
$ clerk report duties
  Duties of one person
  2026-11-01 to 2026-11-22, in EUR
  
    Date        User  Customer  Document  Cur  Amount  What does not go together
    ----------  ----  --------  --------  ---  ------  ----------------------------------------------------
  ! 2026-11-22  anna  ACME      RFD-1001  EUR   40.00  who opened the account does not pay money back to it
$ clerk report duties --format csv
  date,user,customer,document,currency,amount,why
  2026-11-22,anna,ACME,RFD-1001,EUR,40.00,who opened the account does not pay money back to it
# With users another person must do it: whoever opened the account does not pay back to it.
$ clerk -q user add --name mary --role manager
  mary
$ clerk refund pay --from P-1001 --amount 30 --reason "paid twice"
  A-1
! refund of 30.00 EUR on P-1001 waits for approval A-1: who opened the account does not pay money back to it
$ clerk approval approve A-1
! arledger: you made A-1: another person must approve it
= 77
$ clerk --actor mary approval approve A-1
  RFD-1002
! A-1 is approved: refund of 30.00 EUR for ACME, asked for by anna; RFD-1002: 30.00 EUR of P-1001 goes back on 2026-11-22
$ clerk report duties --format csv
  date,user,customer,document,currency,amount,why
  ,anna,,,,,an admin gives the roles and may not post
  2026-11-22,anna,ACME,RFD-1001,EUR,40.00,who opened the account does not pay money back to it
# Nor does it help to let the other one ask.
$ clerk -q user add --name cora --role coordinator --limit "refund=1"
  cora
$ clerk --actor cora refund pay --from P-1002 --amount 10 --reason "a favour"
  A-2
! refund of 10.00 EUR on P-1002 waits for approval A-2: 40.00 for the customer this month is above the limit of cora, 1.00 EUR
$ clerk approval approve A-2
! arledger: A-2 cannot be done: who opened the account does not pay money back to it: somebody else must approve it; nothing is posted, and it still waits
= 77
$ clerk -q --actor mary approval approve A-2
  RFD-1003
# A firm too small for that says so; then it is reported and not refused.
$ clerk -q book set --name duties.report --value 1
  duties.report
$ clerk -q refund pay --from P-1001 --amount 5
  RFD-1004
$ clerk -q user add --name dan --role "clerk admin"
  dan
$ clerk report duties --format csv
  date,user,customer,document,currency,amount,why
  ,anna,,,,,an admin gives the roles and may not post
  ,dan,,,,,an admin gives the roles and may not post
  2026-11-22,anna,ACME,RFD-1001,EUR,40.00,who opened the account does not pay money back to it
  2026-11-22,anna,ACME,RFD-1004,EUR,5.00,who opened the account does not pay money back to it
$ clerk -q book verify
