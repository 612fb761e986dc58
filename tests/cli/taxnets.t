# The nets of the tax report are what the tax was on, to the cent: of the money, and of tax asked back.
$ clerk -q book new --company "Harbour & Finch" --currency EUR --sandbox
$ clerk -q tax add --code V5 --rate 5%
  V5
$ clerk -q tax add --code V20 --rate 20%
  V20
$ clerk -q tax add --code Z --rate 0% --category Z
  Z
$ clerk -q customer add --code ACME --name "Acme Holdings"
  ACME
$ clerk -q invoice issue --customer ACME --number OLD --date 2026-01-10 --line "text=a; price=10.09; tax=V5"
  OLD
$ clerk -q invoice issue --customer ACME --number BIG --date 2026-01-10 --line "text=a; price=1000; tax=V20"
  BIG

# a bad debt on invoices: the relief is of the net that was written off, and so is what goes back
$ clerk -q baddebt writeoff --invoice OLD --reason "gone abroad" --date 2026-02-20
  WO-1001
$ clerk -q baddebt writeoff --invoice BIG --amount 800 --reason "gone abroad" --date 2026-02-20
  WO-1002
$ clerk -q baddebt relief WO-1001 --date 2026-10-01
  BTR-1001
$ clerk -q baddebt relief WO-1002 --date 2026-10-01
  BTR-1002
$ clerk -q baddebt recover --writeoff WO-1002 --amount 200 --date 2026-10-02
  RCV-1001
$ clerk report tax --from 2026-01-01 --to 2026-01-31 --format csv
  code,category,rate,account,kind,documents,net,tax
  V5,S,5,2200,invoice,1,10.09,0.50
  V20,S,20,2200,invoice,1,1000.00,200.00
$ clerk report tax --from 2026-10-01 --to 2026-10-01 --format csv
  code,category,rate,account,kind,documents,net,tax
  V5,S,5,2200,tax-relief,1,-10.09,-0.50
  V20,S,20,2200,tax-relief,1,-666.67,-133.33
$ clerk report tax --from 2026-10-02 --to 2026-10-02 --format csv
  code,category,rate,account,kind,documents,net,tax
  V20,S,20,2200,tax-relief,1,166.67,33.33

# on the basis of the money: three of 10.09, a paper without tax, one whose tax is no cent, one of both
$ clerk -q book set --name tax.basis --value cash
  tax.basis
$ for i in 1 2 3; do clerk -q invoice issue --customer ACME --number A$i --date 2026-05-01 --line "text=a; price=10.09; tax=V5"; done
  A1
  A2
  A3
$ clerk -q invoice issue --customer ACME --number A4 --date 2026-05-01 --line "text=b; price=200; tax=Z"
  A4
$ clerk -q invoice issue --customer ACME --number A5 --date 2026-05-01 --line "text=c; price=0.09; tax=V5"
  A5
$ clerk -q invoice issue --customer ACME --number A6 --date 2026-05-01 --line "text=d; price=100; tax=V20" --line "text=e; price=50; tax=Z"
  A6
$ clerk report tax --from 2026-05-01 --to 2026-05-31 --format csv
  code,category,rate,account,kind,documents,net,tax
$ for i in 1 2 3; do clerk -q payment receive --customer ACME --amount 10.59 --date 2026-06-02 --apply A$i; done
  P-1002
  P-1003
  P-1004
$ clerk -q payment receive --customer ACME --amount 200 --date 2026-06-03 --apply A4
  P-1005
$ clerk -q payment receive --customer ACME --amount 0.09 --date 2026-06-03 --apply A5
  P-1006
$ clerk -q payment receive --customer ACME --amount 85 --date 2026-06-04 --apply A6
  P-1007
$ clerk report tax --from 2026-06-01 --to 2026-06-30 --format csv
  code,category,rate,account,kind,documents,net,tax
  V5,S,5,2200,cash-tax,4,30.36,1.50
  V20,S,20,2200,cash-tax,1,50.00,10.00
  Z,Z,0,2200,cash-tax,2,225.00,0.00
$ clerk report cash-tax --from 2026-06-01 --to 2026-06-30 --format csv
  code,category,rate,account,kind,documents,net,tax
  V5,S,5,2200,payment,4,30.36,1.50
  V20,S,20,2200,payment,1,50.00,10.00
  Z,Z,0,2200,payment,2,225.00,0.00

# what had no cent of tax comes back with its net; a void takes back what was paid
$ clerk -q payment reverse --payment P-1006 --reason nsf --date 2026-07-01
  REV-1001
$ clerk report tax --from 2026-07-01 --to 2026-07-31 --format csv
  code,category,rate,account,kind,documents,net,tax
  V5,S,5,2200,contra,1,-0.09,0.00
$ clerk report cash-tax --from 2026-07-01 --to 2026-07-31 --format csv
  code,category,rate,account,kind,documents,net,tax
  V5,S,5,2200,payment,1,-0.09,0.00
$ clerk -q invoice void --invoice A6 --reason twice --date 2026-07-02
  VD-1001
$ clerk report tax --from 2026-07-02 --to 2026-07-31 --format csv
  code,category,rate,account,kind,documents,net,tax
  V20,S,20,2200,contra,1,-50.00,-10.00
  Z,Z,0,2200,contra,1,-25.00,0.00

# what is recovered is reported with the money, untaxed lines too; what was written off never was
$ clerk -q invoice issue --customer ACME --number A7 --date 2026-02-01 --line "text=d; price=100; tax=V20" --line "text=e; price=50; tax=Z"
  A7
$ clerk -q baddebt writeoff --invoice A7 --reason "gone abroad" --date 2026-07-10
  WO-1003
$ clerk -q baddebt recover --writeoff WO-1003 --amount 85 --date 2026-07-11
  RCV-1002
$ clerk report tax --from 2026-07-03 --to 2026-07-31 --format csv
  code,category,rate,account,kind,documents,net,tax
  V20,S,20,2200,cash-tax,1,50.00,10.00
  Z,Z,0,2200,cash-tax,1,25.00,0.00
$ clerk report cash-tax --from 2026-07-03 --to 2026-07-31 --format csv
  code,category,rate,account,kind,documents,net,tax
  V20,S,20,2200,payment,1,50.00,10.00
  Z,Z,0,2200,payment,1,25.00,0.00

# a paper without tax keeps the basis that it was posted under
$ clerk -q invoice issue --customer ACME --number B1 --date 2026-08-01 --line "text=b; price=70; tax=Z"
  B1
$ clerk -q book set --name tax.basis --value invoice
  tax.basis
$ clerk -q invoice issue --customer ACME --number B2 --date 2026-08-01 --line "text=b; price=30; tax=Z"
  B2
$ clerk -q payment receive --customer ACME --amount 100 --date 2026-09-01 --apply B1=70 --apply B2=30
  P-1009
$ clerk report tax --from 2026-08-01 --to 2026-08-31 --format csv
  code,category,rate,account,kind,documents,net,tax
  Z,Z,0,2200,invoice,1,30.00,0.00
$ clerk report tax --from 2026-09-01 --to 2026-09-30 --format csv
  code,category,rate,account,kind,documents,net,tax
  Z,Z,0,2200,cash-tax,1,70.00,0.00
$ clerk report cash-tax --from 2026-09-01 --to 2026-09-30 --format csv
  code,category,rate,account,kind,documents,net,tax
  Z,Z,0,2200,payment,2,100.00,0.00
$ clerk -q book verify
