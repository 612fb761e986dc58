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
! ACMEOLD, Acme Holding (old), is ACME, Acme Holdings, from now on; ACME keeps its own: collector anna (not ben)
$ clerk customer merge --from ACMEOLD --into ACME
! arledger: ACMEOLD was merged into ACME already
= 65
$ clerk customer show ACMEOLD | head -3
  code       ACME
  name       Acme Holdings
  kind       business
$ clerk customer list --format csv
  code,name,currency,terms,limit,balance,overdue,oldest_days,collector,status,nsf,formerly
  ACME,Acme Holdings,USD,NET30,,5110.00,4310.00,33,anna,overdue,0,ACMEOLD Acme Holding (old)
  BRANCH,Acme Branch,USD,NET30,,70.00,0.00,0,,ok,0,
  EURO,Acme Europe,EUR,NET30,,0.00,0.00,0,,ok,0,
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
  customer,document,kind,instalment,issued,due,currency,amount,open,days_past_due,disputed,pending,pending_in,status
  ACMEOLD,P-1001,payment,1,2026-10-05,2026-10-05,USD,-100.00,-100.00,,0.00,,,unapplied
  ACMEOLD,10442,invoice,1,2026-09-20,2026-10-20,USD,4310.00,4310.00,33,0.00,,,overdue
  ACME,INV-1001,invoice,1,2026-11-10,2026-12-10,USD,900.00,900.00,-18,0.00,,,open
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
# what was said of the old account is known of the one that stays: name, people, payers, promises, holds
$ cat >lines <<'END'
> customer add --code ZEN --name "Zenith Lamps"
> customer add --code BETWEEN --name "Between Ltd"
> customer add --code ZENITH --name "Z. International"
> person add --customer ZEN --name "Olga Old" --phone "617 555 0142" --role accounts
> alias add --customer ZEN --kind account --value "DE89 3704 0044"
> invoice issue --customer ZEN --date 2026-09-20 --number 20001 --amount 100.00
> promise take --customer ZEN --amount 100 --date 2026-11-25
> hold set --customer ZEN --reason "does not pay"
> customer merge --from ZEN --into ZENITH
> END
$ clerk run lines >/dev/null 2>&1
$ clerk customer list --search "zenith lamps" --format csv
  code,name,currency,terms,limit,balance,overdue,oldest_days,collector,status,nsf,formerly
  ZENITH,Z. International,USD,NET30,,100.00,100.00,33,,hold,0,ZEN Zenith Lamps
$ clerk find olga --format csv | grep customer
  what,number,customer,name,date,currency,amount,open,status,match,text
  customer,ZENITH,ZENITH,Z. International,,USD,,100.00,,contact,Olga Old
$ clerk find zen lamps --format csv | grep customer,
  what,number,customer,name,date,currency,amount,open,status,match,text
  customer,ZENITH,ZENITH,Z. International,,USD,,100.00,,known by,ZEN Zenith Lamps
$ clerk customer show ZENITH | grep -E "formerly|Olga|on hold"
  formerly   ZEN Zenith Lamps
  on hold    by hand: does not pay
  Olga Old  accounts  617 555 0142
$ clerk hold check --customer ZENITH --amount 10 | tail -1
  ZENITH is on hold: by hand: does not pay
$ clerk payment receive --amount 100 --reference 20001 --auto
  P-1004
! P-1004: 100.00 USD from ZENITH; payer by the number 20001; by the numbers in the reference: 20001 100.00 = 100.00
$ clerk promise list --format csv --customer ZENITH | cut -d, -f2,9-11
  customer,amount,paid,state
  ZENITH,100.00,100.00,kept
$ clerk book verify 2>&1 | sed 's/, head.*//'
  verified: 24 entries, 12 documents
# what only the old account had is said, and not carried over: a limit that comes by itself was granted by nobody
$ cat >lines <<'END'
> terms add --code SLOW --due "net 60"
> customer add --code KIT --name "Kitchen Ltd" --terms NET30 --collector anna
> customer add --code KITOLD --name "Kitchen (old)" --terms SLOW --email "old@kit.example" --phone 5550142 --limit 5000 --cycle monthly --collector ben
> book set --name charge.grace --value 5 --customer KITOLD
> book set --name charge.exempt --value yes --customer KIT
> book set --name charge.exempt --value no --customer KITOLD
> customer special KITOLD --from 2026-01-01 --to 2026-12-31 --discount "3% 10" --text "the fair"
> invoice issue --customer KITOLD --date 2026-09-20 --number 30001 --amount 100.00
> invoice issue --customer KIT --date 2026-09-21 --number 30002 --amount 40.00
> confirmation send --customer KITOLD --as-of 2026-11-20
> balance assert --customer KIT --amount 40 --date 2026-11-20
> END
$ clerk run lines >/dev/null 2>&1
$ clerk customer merge --from KITOLD --into KIT
  KIT
! KITOLD, Kitchen (old), is KIT, Kitchen Ltd, from now on; of KITOLD these hold no more and KIT has none: limit 5000.00, cycle monthly, phone, e-mail, charge.grace 5, special terms; KIT keeps its own: terms NET30 (not SLOW), collector anna (not ben), charge.exempt 1 (not 0)
$ clerk customer show KIT | grep -E "limit|terms"
  terms      NET30
  limit      none
$ clerk charge preview --customer KIT --all --format csv | cut -d, -f1,3,14
  customer,document,reason
  KIT,30002,the customer is exempt
  KIT,30001,the customer is exempt
# what was confirmed and asserted before stands; from now on both accounts are one
$ clerk confirmation send --customer KIT --as-of 2026-11-20 2>&1 | tail -1
  CF-1002 asks KIT to confirm 140.00 USD on 2026-11-20, by 2026-12-06
$ clerk confirmation list --customer KIT --format csv
  number,customer,as-of,sent,due,answered,currency,balance,answer,difference,status,by,text
  CF-1001,KITOLD,2026-11-20,2026-11-22,2026-12-06,,USD,100.00,,,sent,,
  CF-1002,KIT,2026-11-20,2026-11-22,2026-12-06,,USD,140.00,,,sent,,
$ clerk balance assert --customer KIT --amount 140 --date 2026-11-20
  2
! KIT says 140.00 USD on 2026-11-20; so do our books
$ clerk balance list --customer KITOLD --format csv
  balance,customer,date,currency,amount,owed,difference,status,letter,by,text,reason
  1,KIT,2026-11-20,USD,40.00,40.00,0.00,holds,,,,
  2,KIT,2026-11-20,USD,140.00,140.00,0.00,holds,,,,
$ clerk book verify 2>&1 | sed 's/, head.*//'
  verified: 38 entries, 14 documents
# Money of the merged account pays at once, what was moved to the other account before and the rest.
$ clerk -q --book moved.arl book new --company "Harbour & Finch" --currency EUR --sandbox
$ clerk -q --book moved.arl customer add --code A --name "Acme Ltd"
  A
$ clerk -q --book moved.arl customer add --code B --name "Bolt GmbH"
  B
$ clerk -q --book moved.arl invoice issue --customer A --amount 100 --date 2026-01-05
  INV-1001
$ clerk -q --book moved.arl payment receive --customer B --amount 70 --date 2026-02-01
  P-1001
$ clerk -q --book moved.arl payment transfer --payment P-1001 --customer A --amount 20 --date 2026-02-10
  TR-1001
$ clerk --book moved.arl customer merge --from B --into A
  A
! B, Bolt GmbH, is A, Acme Ltd, from now on
$ clerk --book moved.arl payment apply --payment P-1001 --to INV-1001
  P-1001
! P-1001 to INV-1001 70.00 on 2026-02-10
$ clerk --book moved.arl book verify 2>&1 | sed 's/, head.*//'
  verified: 8 entries, 4 documents
