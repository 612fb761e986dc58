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

# A deduction of a paper with taxed and untaxed lines is no payment: 100 + 20 and 60 untaxed, of the 180 a sixth is
# deducted, 16.67 + 3.33 + 10.00. It falls due with the money that comes for the deduction; by the end all of it did.
$ clerk -q book new --book ded.arl --company "Harbour & Finch" --currency EUR --sandbox
$ cat >lines <<'END'
> book set --name tax.basis --value cash
> tax add --code S --rate 20
> tax add --code Z --rate 0 --category Z
> customer add --code A --name A
> invoice issue --customer A --number I1 --date 2026-01-01 --line "text=a; price=100; tax=S" --line "text=b; price=60; tax=Z"
> deduction split --invoice I1 --amount 30 --reason PRICE --date 2026-02-10
> payment receive --customer A --number P1 --amount 150 --date 2026-03-10 --apply I1
> payment receive --customer A --number P2 --amount 15 --date 2026-04-10 --apply DED-1001
> credit issue --customer A --number C1 --invoice DED-1001 --amount 15 --date 2026-05-10
> invoice issue --customer A --number I2 --date 2026-06-01 --line "text=b; price=60; tax=Z"
> deduction split --invoice I2 --amount 20 --reason PRICE --date 2026-06-10
> book set --name tax.basis --value invoice
> payment receive --customer A --number P3 --amount 60 --date 2026-07-10 --apply "I2; DED-1002"
> END
$ clerk --book ded.arl run lines >/dev/null 2>&1
$ for month in 01 02 03 04 05 06 07; do for of in tax cash-tax; do clerk --book ded.arl report $of --from 2026-$month-01 --to 2026-$month-28 --format csv | tail -n +2 | sed "s/^/$month $of: /"; done; done
  02 tax: S,S,20,2200,deduction,1,-16.67,-3.33
  02 tax: S,S,20,2200,cash-tax,1,16.67,3.33
  02 tax: Z,Z,0,2200,deduction,1,-10.00,0.00
  02 tax: Z,Z,0,2200,cash-tax,1,10.00,0.00
  03 tax: S,S,20,2200,cash-tax,1,83.33,16.67
  03 tax: Z,Z,0,2200,cash-tax,1,50.00,0.00
  03 cash-tax: S,S,20,2200,payment,1,83.33,16.67
  03 cash-tax: Z,Z,0,2200,payment,1,50.00,0.00
  04 tax: S,S,20,2200,cash-tax,1,8.34,1.67
  04 tax: Z,Z,0,2200,cash-tax,1,5.00,0.00
  04 cash-tax: S,S,20,2200,payment,1,8.34,1.67
  04 cash-tax: Z,Z,0,2200,payment,1,5.00,0.00
  05 tax: S,S,20,2200,cash-tax,2,0.00,-0.01
  05 tax: Z,Z,0,2200,cash-tax,2,0.00,0.00
  05 cash-tax: S,S,20,2200,credit,2,0.00,-0.01
  06 tax: Z,Z,0,2200,deduction,1,-20.00,0.00
  06 tax: Z,Z,0,2200,cash-tax,1,20.00,0.00
  07 tax: Z,Z,0,2200,cash-tax,2,60.00,0.00
  07 cash-tax: Z,Z,0,2200,payment,2,60.00,0.00
# undone it is the invoice's again, and money that comes back leaves debits in its place with all their nets
$ cat >lines <<'END'
> book set --name tax.basis --value cash
> invoice issue --customer A --number I3 --date 2026-08-01 --line "text=a; price=100; tax=S" --line "text=b; price=60; tax=Z"
> deduction split --invoice I3 --amount 30 --reason PRICE --date 2026-08-10
> deduction undo --deduction DED-1003 --date 2026-08-11 --reason "agreed"
> payment receive --customer A --number P4 --amount 90 --date 2026-09-10 --apply I3
> placement make --invoice I3 --agency Wolf --date 2026-09-20
> payment reverse --payment P4 --date 2026-10-10 --reason nsf --debit-memos
> payment receive --customer A --number P5 --amount 180 --date 2026-11-10 --apply "I3; DED-1004"
> END
$ clerk --book ded.arl run lines >/dev/null 2>&1
$ for month in 08 09 10 11; do for of in tax cash-tax; do clerk --book ded.arl report $of --from 2026-$month-01 --to 2026-$month-28 --format csv | tail -n +2 | sed "s/^/$month $of: /"; done; done
  08 tax: S,S,20,2200,deduction,1,-16.67,-3.33
  08 tax: S,S,20,2200,contra,2,0.00,0.00
  08 tax: S,S,20,2200,cash-tax,1,16.67,3.33
  08 tax: Z,Z,0,2200,deduction,1,-10.00,0.00
  08 tax: Z,Z,0,2200,contra,2,0.00,0.00
  08 tax: Z,Z,0,2200,cash-tax,1,10.00,0.00
  09 tax: S,S,20,2200,cash-tax,1,50.00,10.00
  09 tax: Z,Z,0,2200,cash-tax,1,30.00,0.00
  09 cash-tax: S,S,20,2200,payment,1,50.00,10.00
  09 cash-tax: Z,Z,0,2200,payment,1,30.00,0.00
  10 tax: S,S,20,2200,deduction,1,-50.00,-10.00
  10 tax: Z,Z,0,2200,deduction,1,-30.00,0.00
  10 cash-tax: S,S,20,2200,deduction,1,-50.00,-10.00
  10 cash-tax: Z,Z,0,2200,deduction,1,-30.00,0.00
  11 tax: S,S,20,2200,cash-tax,2,100.00,20.00
  11 tax: Z,Z,0,2200,cash-tax,2,60.00,0.00
  11 cash-tax: S,S,20,2200,payment,2,100.00,20.00
  11 cash-tax: Z,Z,0,2200,payment,2,60.00,0.00
$ clerk --book ded.arl book verify 2>&1 | sed 's/, head.*//'
  verified: 22 entries, 25 documents

# Two rates on one account: the tax of each is what fell due of each. 85.08 at 7 % (5.96) and 1.15 at 20 % (0.23), 92.42
# in all; 2.25 are deducted (0.15 and 0.01), 87.93 paid (5.67 and 0.22), and the rest of 2.24 is 0.14 and nothing, which
# shared by the whole tax of the rates would be 0.13 and 0.01.
$ clerk -q book new --book rates.arl --company "Harbour & Finch" --currency EUR --sandbox
$ cat >lines <<'END'
> book set --name tax.basis --value cash
> tax add --code S --rate 20
> tax add --code R --rate 7
> customer add --code A --name A
> invoice issue --customer A --number I1 --date 2026-01-01 --line "text=a; price=85.08; tax=R" --line "text=b; price=1.15; tax=S"
> deduction split --invoice I1 --amount 2.25 --reason PRICE --date 2026-01-10
> payment receive --customer A --number P1 --amount 87.93 --date 2026-02-10 --apply I1
> payment receive --customer A --number P2 --amount 4.49 --date 2026-03-10 --apply "I1=2.24; DED-1001=2.25"
> END
$ clerk --book rates.arl run lines >/dev/null 2>&1
$ for month in 01 02 03; do clerk --book rates.arl report tax --from 2026-$month-01 --to 2026-$month-28 --format csv | tail -n +2 | sed "s/^/$month /"; done
  01 S,S,20,2200,deduction,1,-0.03,-0.01
  01 S,S,20,2200,cash-tax,1,0.03,0.01
  01 R,S,7,2200,deduction,1,-2.07,-0.15
  01 R,S,7,2200,cash-tax,1,2.07,0.15
  02 S,S,20,2200,cash-tax,1,1.09,0.22
  02 R,S,7,2200,cash-tax,1,80.95,5.67
  03 S,S,20,2200,cash-tax,2,0.06,0.01
  03 R,S,7,2200,cash-tax,2,4.13,0.29
$ clerk --book rates.arl book verify 2>&1 | sed 's/, head.*//'
  verified: 9 entries, 8 documents
