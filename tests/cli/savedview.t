# Lists under a name: saved, shown, narrowed, replaced, forgotten; groups that are entered; days to come.
$ clerk book new --company "Northwind Lights" --currency USD --sandbox 2>&1
  a new TEST book for Northwind Lights in USD: book.arl
$ cat >lines <<'END'
> customer add --code ACME --name "Acme Holdings" --collector anna --country US --salesperson sven --class retail
> customer add --code ACMEW --name "Acme West" --collector anna --country US --parent ACME
> customer add --code BOR --name "Borealis GmbH" --collector ben --country DE
> customer add --code HAIER --name "海尔集团公司"
> invoice issue --customer ACME --date 2026-06-20 --due 2026-07-20 --amount 5310.00
> invoice issue --customer ACMEW --date 2026-11-10 --due 2026-12-10 --amount 900.00
> invoice issue --customer BOR --date 2026-07-01 --due 2026-07-31 --amount 7110.00
> invoice issue --customer HAIER --date 2026-10-01 --due 2026-10-31 --amount 50.00
> dispute open --invoice INV-1003 --reason price
> payment receive --customer ACME --date 2026-11-01 --amount 120.00
> payment receive --customer BOR --date 2026-11-05 --amount 500.00 --apply "INV-1003=500.00"
> promise take --customer ACME --amount 1000.00 --date 2026-12-05
> promise take --customer ACMEW --amount 900 --date 2027-01-15
> END
$ clerk run lines >/dev/null 2>&1
$ clerk view save --name old-debts --shows "report aging --where '90+ > 5000 & !disputed' --sort -total"
  old-debts
! old-debts is saved: report aging --where '90+ > 5000 & !disputed' --sort -total
$ clerk report aging --view old-debts --format csv
  customer,name,currency,current,1-30,31-60,61-90,over-90,unapplied,total,disputed,owner
  ACME,Acme Holdings,USD,0.00,0.00,0.00,0.00,5310.00,-120.00,5190.00,0.00,anna
$ clerk report aging --view OLD-DEBTS --where "90+ > 5000" --format csv
  customer,name,currency,current,1-30,31-60,61-90,over-90,unapplied,total,disputed,owner
  BOR,Borealis GmbH,USD,0.00,0.00,0.00,0.00,6610.00,0.00,6610.00,6610.00,ben
  ACME,Acme Holdings,USD,0.00,0.00,0.00,0.00,5310.00,-120.00,5190.00,0.00,anna
$ clerk report aging --view old-debts --by country --where "total" --format csv
  customer,name,currency,current,1-30,31-60,61-90,over-90,unapplied,total,disputed
  DE,,USD,0.00,0.00,0.00,0.00,6610.00,0.00,6610.00,6610.00
  US,,USD,900.00,0.00,0.00,0.00,5310.00,-120.00,6090.00,0.00
  (none),,USD,0.00,50.00,0.00,0.00,0.00,0.00,50.00,0.00
$ clerk view save --name mine --shows "report aging --where owner=me"
  mine
! mine is saved: report aging --where owner=me
$ clerk report aging --view mine --format csv
  customer,name,currency,current,1-30,31-60,61-90,over-90,unapplied,total,disputed,owner
  ACME,Acme Holdings,USD,0.00,0.00,0.00,0.00,5310.00,-120.00,5190.00,0.00,anna
  ACMEW,Acme West,USD,900.00,0.00,0.00,0.00,0.00,0.00,900.00,0.00,anna
$ clerk view list --format csv
  name,shows,by,for
  mine,report aging --where owner=me,anna,all
  old-debts,report aging --where '90+ > 5000 & !disputed' --sort -total,anna,all
$ clerk item list --view mine
! arledger: mine is a list of `report aging`, not of `item list`
= 2
$ clerk view save --name "two words" --shows "report aging"
! arledger: 'two words' names no list; a name is one word of up to 40 letters, as old-debts
= 65
$ clerk view save --name x --shows "customer add --code X"
! arledger: customer add is no list; a list is what `report` and the `list` commands show
= 2
$ clerk view save --name x --shows "report pack pack"
! arledger: a saved list only shows: --folder reaches beyond the book with the rights of whoever opens it; say it when you run `report pack`
= 2
$ clerk view save --name x --shows "report day-end --log"
! arledger: a saved list only shows: --log reaches beyond the book with the rights of whoever opens it; say it when you run `report day-end`
= 2
$ clerk view save --name x --shows "book backup copy.arl"
! arledger: a saved list only shows: --to reaches beyond the book with the rights of whoever opens it; say it when you run `book backup`
= 2
$ clerk view save --name x --shows "report aging --view mine"
! arledger: --shows: a saved list cannot stand on another one
= 2
$ clerk view save --name x --shows "report aging --moon"
! arledger: unknown argument --moon: did you mean --more?
= 2
$ clerk report aging --view moon
! arledger: no list is saved as moon; `view list` shows those that are
= 65
$ clerk view save --name mine --shows "report aging --collector ben"
  mine
! mine is saved: report aging --collector ben
$ clerk report aging --view mine --format csv
  customer,name,currency,current,1-30,31-60,61-90,over-90,unapplied,total,disputed,owner
  BOR,Borealis GmbH,USD,0.00,0.00,0.00,0.00,6610.00,0.00,6610.00,6610.00,ben
$ clerk view remove mine
  mine
! mine is no saved list any more
$ clerk view remove mine
! arledger: no list is saved as mine; `view list` shows those that are
= 65
$ clerk report aging --by country --format csv
  customer,name,currency,current,1-30,31-60,61-90,over-90,unapplied,total,disputed
  (none),,USD,0.00,50.00,0.00,0.00,0.00,0.00,50.00,0.00
  DE,,USD,0.00,0.00,0.00,0.00,6610.00,0.00,6610.00,6610.00
  US,,USD,900.00,0.00,0.00,0.00,5310.00,-120.00,6090.00,0.00
$ clerk report aging --country none --format csv
  customer,name,currency,current,1-30,31-60,61-90,over-90,unapplied,total,disputed,owner
  HAIER,海尔集团公司,USD,0.00,50.00,0.00,0.00,0.00,0.00,50.00,0.00,
$ clerk report aging --by parent --format csv
  customer,name,currency,current,1-30,31-60,61-90,over-90,unapplied,total,disputed
  ACME,Acme Holdings,USD,900.00,0.00,0.00,0.00,5310.00,-120.00,6090.00,0.00
  BOR,Borealis GmbH,USD,0.00,0.00,0.00,0.00,6610.00,0.00,6610.00,6610.00
  HAIER,海尔集团公司,USD,0.00,50.00,0.00,0.00,0.00,0.00,50.00,0.00
$ clerk report aging --family ACME --format csv
  customer,name,currency,current,1-30,31-60,61-90,over-90,unapplied,total,disputed,owner
  ACME,Acme Holdings,USD,0.00,0.00,0.00,0.00,5310.00,-120.00,5190.00,0.00,anna
  ACMEW,Acme West,USD,900.00,0.00,0.00,0.00,0.00,0.00,900.00,0.00,anna
$ clerk report aging --class retail --more --format csv
  customer,name,currency,current,1-30,31-60,61-90,over-90,unapplied,total,disputed,owner,last_payment,promise,promise_state
  ACME,Acme Holdings,USD,0.00,0.00,0.00,0.00,5310.00,-120.00,5190.00,0.00,anna,2026-11-01,2026-12-05,open
# a day to come: what was promised by then is taken as paid, and nothing is booked
$ clerk report aging --as-of 2026-12-31 --promises kept --more
  Aging
  as of 2026-12-31, by due date, posted, USD, WHAT IF all promises are kept
  
    Customer Name          Cur Current   1-30 31-60 61-90   Over 90 Unapplied     Total Disputed Owner Last paid  Promise    Promised
    -------- ------------- --- ------- ------ ----- ----- --------- --------- --------- -------- ----- ---------- ---------- --------
  ! ACME     Acme Holdings USD       .      .     .     .  4,310.00   -120.00  4,190.00        . anna  2026-11-01 2026-12-05 open
  ! ACMEW    Acme West     USD       . 900.00     .     .         .         .    900.00        . anna             2027-01-15 open
  ! BOR      Borealis GmbH USD       .      .     .     .  6,610.00         .  6,610.00 6,610.00 ben   2026-11-05
  ! HAIER    海尔集团公司  USD       .      .     . 50.00         .         .     50.00        .
                               ------- ------ ----- ----- --------- --------- --------- --------
    Total                         0.00 900.00  0.00 50.00 10,920.00   -120.00 11,750.00 6,610.00
  
  What-if: 1,000.00 is promised by then and taken as paid; nothing is booked
$ clerk report aging --as-of 2027-01-31 --promises kept --format csv
  customer,name,currency,current,1-30,31-60,61-90,over-90,unapplied,total,disputed,owner
  ACME,Acme Holdings,USD,0.00,0.00,0.00,0.00,4310.00,-120.00,4190.00,0.00,anna
  BOR,Borealis GmbH,USD,0.00,0.00,0.00,0.00,6610.00,0.00,6610.00,6610.00,ben
  HAIER,海尔集团公司,USD,0.00,0.00,0.00,0.00,50.00,0.00,50.00,0.00,
$ clerk report aging --as-of 2027-01-31 --promises none --customer ACMEW
  Aging
  ACMEW Acme West, as of 2027-01-31, by due date, posted, USD, WHAT IF no promises are kept
  
    Customer  Name       Cur  Current  1-30   31-60  61-90  Over 90  Unapplied   Total  Disputed  Owner
    --------  ---------  ---  -------  ----  ------  -----  -------  ---------  ------  --------  -----
  ! ACMEW     Acme West  USD        .     .  900.00      .        .          .  900.00         .  anna
  
  What-if: nothing more is paid; nothing is booked
$ clerk report aging --as-of 2026-11-01 --promises kept
! arledger: --promises looks ahead: give --as-of a day from today on, and no --known-on
= 65
$ clerk report aging --known-on 2026-11-22 --promises kept
! arledger: --promises looks ahead: give --as-of a day from today on, and no --known-on
= 65
$ clerk book verify 2>&1 | sed 's/, head.*//'
  verified: 18 entries, 6 documents
$ clerk -q view save --name shared --shows "report aging"
  shared
$ clerk -q user add --name ben --role clerk
  ben
$ clerk -q user add --name carla --role manager
  carla
$ clerk --actor ben view remove shared
! arledger: shared was saved for everybody by anna, who may change it, as may a manager or an admin; `view save --mine` keeps one of your own
= 77
$ clerk --actor ben view save --name shared --shows "report dso"
! arledger: shared was saved for everybody by anna, who may change it, as may a manager or an admin; `view save --mine` keeps one of your own
= 77
$ clerk --actor ben view save --name shared --mine --shows "report dso"
  shared
! shared is saved for you alone: report dso
$ clerk --actor ben view remove shared
  shared
! shared is no saved list any more
$ clerk --actor carla view remove shared
  shared
! shared is no saved list any more
