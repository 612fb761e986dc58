# A manager lets an invoice age from another due date; earlier agings stay what they were.
$ clerk -q book new --company "Harbour & Finch" --currency EUR --sandbox
$ clerk -q customer add --code A --name Acme
  A
$ clerk -q invoice issue --customer A --date 2026-08-01 --amount 100 --instalments "2026-08-31=40; 2026-09-30=60"
  INV-1001
$ clerk invoice re-age --invoice INV-1001 --instalment 2 --due 2026-12-31 --from 2026-11-01 --reason "agreed by the manager"
  INV-1001
! INV-1001 ages from 2026-12-31 now instead of 2026-09-30
$ clerk report aging --as-of 2026-10-31 --format csv
  customer,name,currency,current,1-30,31-60,61-90,over-90,unapplied,total,disputed,owner
  A,Acme,EUR,0.00,0.00,60.00,40.00,0.00,0.00,100.00,0.00,
$ clerk report aging --as-of 2026-11-22 --format csv
  customer,name,currency,current,1-30,31-60,61-90,over-90,unapplied,total,disputed,owner
  A,Acme,EUR,60.00,0.00,0.00,40.00,0.00,0.00,100.00,0.00,
$ clerk invoice re-age --invoice INV-1001 --instalment 3 --due 2026-12-31 --reason x
! arledger: INV-1001 has 2 instalments; there is no number 3
= 65
$ clerk invoice re-age --invoice INV-1001 --due 2026-07-31 --reason x
! arledger: INV-1001 cannot be re-aged to a day before its own date
= 65
$ clerk invoice re-age --invoice INV-1001 --due 2026-12-31
! arledger: --reason is missing: why
= 2
$ clerk invoice re-aged --format csv
  customer,document,instalment,original,due,from,reason
  A,INV-1001,2,2026-09-30,2026-12-31,2026-11-01,agreed by the manager
$ clerk invoice amend --invoice INV-1001 --extension 2026-12-15 --po 4711
  INV-1001
! INV-1001 amended: po is '4711'; extension is '2026-12-15'
$ clerk report aging --as-of 2026-11-22 --format csv
  customer,name,currency,current,1-30,31-60,61-90,over-90,unapplied,total,disputed,owner
  A,Acme,EUR,60.00,0.00,0.00,40.00,0.00,0.00,100.00,0.00,
$ clerk -q book verify
