# Two accounts of the same customer become one: no paper is rewritten, and everything stands under the one that stays.
$ clerk book new --company "Northwind Lights" --currency USD --sandbox 2>&1
  a new TEST book for Northwind Lights in USD: book.arl
$ cat >lines <<'END'
> customer add --code ACME --name "Acme Holdings" --collector anna
> customer add --code ACMEOLD --name "Acme Holding (old)" --collector ben
> customer add --code BRANCH --name "Acme Branch" --parent ACMEOLD
> customer add --code EURO --name "Acme Europe" --currency EUR
> invoice issue --customer ACMEOLD --date 2026-09-20 --number 10442 --amount 4310.00
> invoice issue --customer ACME --date 2026-11-10 --amount 900.00
> invoice issue --customer BRANCH --date 2026-11-10 --amount 70.00
> payment receive --customer ACMEOLD --date 2026-10-05 --amount 100.00
> END
$ clerk run lines >/dev/null 2>&1
$ clerk customer merge --from ACMEOLD --into EURO
! arledger: ACMEOLD is kept in USD and EURO in EUR: accounts of two currencies stay two
= 65
$ clerk customer merge --from ACMEOLD --into BRANCH
! arledger: BRANCH stands under ACMEOLD: merge the other way, or take it out of the group first
= 65
$ clerk customer merge --from ACMEOLD --into ACMEOLD
! arledger: ACMEOLD is one account already
= 65
$ clerk customer merge --from ACMEOLD --into ACME
  ACME
! ACMEOLD, Acme Holding (old), is ACME, Acme Holdings, from now on
$ clerk customer merge --from ACMEOLD --into ACME
! arledger: ACMEOLD was merged into ACME already
= 65
$ clerk customer show ACMEOLD | head -3
  code       ACME
  name       Acme Holdings
  kind       business
$ clerk customer list --format csv
  code,name,currency,terms,limit,balance,overdue,oldest_days,collector,status,nsf
  ACME,Acme Holdings,USD,NET30,,5110.00,4310.00,33,anna,overdue,0
  BRANCH,Acme Branch,USD,NET30,,70.00,0.00,0,,ok,0
  EURO,Acme Europe,EUR,NET30,,0.00,0.00,0,,ok,0
$ clerk report aging --format csv
  customer,name,currency,current,1-30,31-60,61-90,over-90,unapplied,total,disputed,owner
  ACME,Acme Holdings,USD,900.00,0.00,4310.00,0.00,0.00,-100.00,5110.00,0.00,anna
  BRANCH,Acme Branch,USD,70.00,0.00,0.00,0.00,0.00,0.00,70.00,0.00,
$ clerk report aging --customer ACMEOLD --format csv
  customer,name,currency,current,1-30,31-60,61-90,over-90,unapplied,total,disputed,owner
  ACME,Acme Holdings,USD,900.00,0.00,4310.00,0.00,0.00,-100.00,5110.00,0.00,anna
$ clerk report aging --by parent --format csv
  customer,name,currency,current,1-30,31-60,61-90,over-90,unapplied,total,disputed
  ACME,Acme Holdings,USD,970.00,0.00,4310.00,0.00,0.00,-100.00,5180.00,0.00
$ clerk item list --customer ACME --format csv
  customer,document,kind,instalment,issued,due,currency,amount,open,days_past_due,disputed,pending,pending_in
  ACMEOLD,P-1001,payment,1,2026-10-05,2026-10-05,USD,-100.00,-100.00,,0.00,,
  ACMEOLD,10442,invoice,1,2026-09-20,2026-10-20,USD,4310.00,4310.00,33,0.00,,
  ACME,INV-1001,invoice,1,2026-11-10,2026-12-10,USD,900.00,900.00,-18,0.00,,
$ clerk invoice list --customer ACMEOLD --format csv
  number,customer,kind,date,due,currency,total,open,status
  10442,ACMEOLD,invoice,2026-09-20,2026-10-20,USD,4310.00,4310.00,overdue
  INV-1001,ACME,invoice,2026-11-10,2026-12-10,USD,900.00,900.00,open
$ clerk report statement --customer ACME --format csv
  date,document,kind,due,currency,amount,applied,open,balance,customer
  2026-10-05,P-1001,payment,,USD,-100.00,0.00,-100.00,-100.00,ACME
  2026-09-20,10442,invoice,2026-10-20,USD,4310.00,0.00,4310.00,4210.00,ACME
  2026-11-10,INV-1001,invoice,2026-12-10,USD,900.00,0.00,900.00,5110.00,ACME
$ clerk report aging --as-of 2026-10-31 --format csv
  customer,name,currency,current,1-30,31-60,61-90,over-90,unapplied,total,disputed,owner
  ACME,Acme Holdings,USD,0.00,4310.00,0.00,0.00,0.00,-100.00,4210.00,0.00,anna
# either pays what the other owes
$ clerk payment receive --customer ACME --amount 310 --apply "10442=310"
  P-1002
! P-1002: 310.00 USD from ACME; 10442 310.00
$ clerk payment receive --customer ACMEOLD --amount 50 --auto
  P-1003
! P-1003: 50.00 USD from ACME; no rule of autocash fits; 50.00 USD left unapplied
$ clerk payment apply --payment P-1001 --to INV-1001 --amount 60
  P-1001
! P-1001 to INV-1001 60.00 on 2026-11-10; 40.00 USD left unapplied
$ clerk invoice issue --customer ACMEOLD --amount 5
  INV-1003
! INV-1003 of ACME: 5.00 USD, due 2026-12-22
$ clerk report aging --format csv
  customer,name,currency,current,1-30,31-60,61-90,over-90,unapplied,total,disputed,owner
  ACME,Acme Holdings,USD,845.00,0.00,4000.00,0.00,0.00,-90.00,4755.00,0.00,anna
  BRANCH,Acme Branch,USD,70.00,0.00,0.00,0.00,0.00,0.00,70.00,0.00,
$ clerk customer merge --from ACME --into BRANCH
! arledger: BRANCH stands under ACME: merge the other way, or take it out of the group first
= 65
$ clerk book verify 2>&1 | sed 's/, head.*//'
  verified: 14 entries, 9 documents
