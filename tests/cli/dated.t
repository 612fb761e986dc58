# What of a customer counts from a day on: collector, parent, address; reports and reprints show what was so then.
$ clerk book new --company "Northwind Lights" --currency USD --sandbox 2>&1
  a new TEST book for Northwind Lights in USD: book.arl
$ cat >lines <<'END'
> customer add --code ACME --name "Acme Holdings" --collector anna --address "12 Long Wharf, Boston" --contact "Ann Lee"
> customer add --code BOR --name "Borealis GmbH"
> customer add --code TOP --name "Top Group"
> invoice issue --customer ACME --date 2026-09-20 --number 10442 --line "text=Lamps; qty=1; price=4310"
> invoice issue --customer BOR --date 2026-11-10 --amount 900.00
> END
$ clerk run lines >/dev/null 2>&1
$ clerk customer set ACME --collector ben --address "1 Pier, Portland" --from 2026-11-01
  ACME
! customer ACME, Acme Holdings, is changed
$ clerk customer set ACME --collector carla --from 2026-12-01
  ACME
! customer ACME, Acme Holdings, is changed
$ clerk customer set BOR --collector ben
  BOR
! customer BOR, Borealis GmbH, is changed
$ clerk customer history ACME
  What counted when
  ACME, Acme Holdings
  
  What       From        Value                  By    Entry
  ---------  ----------  ---------------------  ----  -----
  collector              anna                   anna      7
  collector  2026-11-01  ben                    anna      7
  collector  2026-12-01  carla                  anna      8
  address                12 Long Wharf, Boston  anna      7
  address    2026-11-01  1 Pier, Portland       anna      7
$ clerk customer history BOR --format csv
  what,from,value,by,entry
$ clerk report aging --as-of 2026-10-31 --by collector --format csv
  customer,name,currency,current,1-30,31-60,61-90,over-90,unapplied,total,disputed
  anna,,USD,0.00,4310.00,0.00,0.00,0.00,0.00,4310.00,0.00
$ clerk report aging --by collector --format csv
  customer,name,currency,current,1-30,31-60,61-90,over-90,unapplied,total,disputed
  ben,,USD,900.00,0.00,4310.00,0.00,0.00,0.00,5210.00,0.00
$ clerk report aging --as-of 2026-12-01 --by collector --format csv
  customer,name,currency,current,1-30,31-60,61-90,over-90,unapplied,total,disputed
  ben,,USD,900.00,0.00,0.00,0.00,0.00,0.00,900.00,0.00
  carla,,USD,0.00,0.00,4310.00,0.00,0.00,0.00,4310.00,0.00
$ clerk report aging --as-of 2026-10-31 --collector anna --format csv
  customer,name,currency,current,1-30,31-60,61-90,over-90,unapplied,total,disputed,owner
  ACME,Acme Holdings,USD,0.00,4310.00,0.00,0.00,0.00,0.00,4310.00,0.00,anna
$ clerk report worklist --collector ben --format csv | cut -d, -f1,2,3
  score,customer,name
  40,ACME,Acme Holdings
$ clerk --today 2026-12-02 report worklist --collector ben --format csv | cut -d, -f1,2,3
  score,customer,name
$ clerk --today 2026-12-02 report worklist --collector carla --format csv | cut -d, -f1,2,3
  score,customer,name
  40,ACME,Acme Holdings
$ clerk --today 2026-12-02 customer show ACME | grep -E "collector|address"
  address    1 Pier, Portland
  collector  carla
$ clerk invoice show 10442 | head -6
  Invoice 10442
  
  Northwind Lights
  Acme Holdings
  12 Long Wharf, Boston
  Customer  ACME
$ clerk report statement --customer ACME --as-of 2026-10-31 | head -6
  Northwind Lights: statement
  ACME, 2026-10-31
  
  Acme Holdings
  Attn. Ann Lee
  12 Long Wharf, Boston
$ clerk report statement --customer ACME | head -6
  Northwind Lights: statement
  ACME, 2026-11-22
  
  Acme Holdings
  Attn. Ann Lee
  1 Pier, Portland
# a group that one joins and leaves
$ clerk customer set ACME --parent TOP --from 2026-10-15
  ACME
! customer ACME, Acme Holdings, is changed
$ clerk customer set BOR --parent TOP --statement-to TOP
  BOR
! customer BOR, Borealis GmbH, is changed
$ clerk report aging --as-of 2026-10-14 --by parent --format csv
  customer,name,currency,current,1-30,31-60,61-90,over-90,unapplied,total,disputed
  ACME,Acme Holdings,USD,4310.00,0.00,0.00,0.00,0.00,0.00,4310.00,0.00
$ clerk report aging --by parent --format csv
  customer,name,currency,current,1-30,31-60,61-90,over-90,unapplied,total,disputed
  TOP,Top Group,USD,900.00,0.00,4310.00,0.00,0.00,0.00,5210.00,0.00
$ clerk customer set ACME --parent none
  ACME
! customer ACME, Acme Holdings, is changed
$ clerk report aging --by parent --format csv
  customer,name,currency,current,1-30,31-60,61-90,over-90,unapplied,total,disputed
  ACME,Acme Holdings,USD,0.00,0.00,4310.00,0.00,0.00,0.00,4310.00,0.00
  TOP,Top Group,USD,900.00,0.00,0.00,0.00,0.00,0.00,900.00,0.00
$ clerk report aging --as-of 2026-10-31 --by parent --format csv
  customer,name,currency,current,1-30,31-60,61-90,over-90,unapplied,total,disputed
  TOP,Top Group,USD,0.00,4310.00,0.00,0.00,0.00,0.00,4310.00,0.00
$ clerk customer set TOP --parent ACME --from 2026-11-01
! arledger: TOP was above that parent on some day since then: choose a later day
= 65
$ clerk customer set TOP --parent ACME --from 2026-12-01
! arledger: whom TOP stands under counts from today or an earlier day; set it when the day has come
= 65
$ clerk customer set TOP --parent BOR
! arledger: TOP cannot be below itself: choose a parent that is not under it
= 65
$ clerk customer set ACME --statement-to BOR
! arledger: ACME cannot be on that statement: choose a customer above it
= 65
$ clerk customer show BOR | grep -E "parent|statement"
  parent               TOP
  on the statement of  TOP
  statement            open items
$ clerk customer set BOR --parent none
  BOR
! customer BOR, Borealis GmbH, is changed
$ clerk customer show BOR | grep -E "parent|statement"
  statement  open items
$ clerk book verify 2>&1 | sed 's/, head.*//'
  verified: 13 entries, 2 documents
