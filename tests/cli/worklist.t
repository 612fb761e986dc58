# Whom to call first, and why: every point is explained.
$ clerk -q book new --company "Harbour & Finch" --currency EUR --sandbox
$ clerk -q customer add --code ACME --name "Acme Ltd" --phone "+1 617 555 0100" --collector anna --limit 50
  ACME
$ clerk -q customer add --code BOLT --name "Bolt GmbH" --collector ben
  BOLT
$ clerk -q customer add --code CIRO --name "Ciro S.p.A." --collector anna
  CIRO
$ clerk -q customer add --code DUST --name "Dust & Co" --collector ben
  DUST
$ clerk -q customer add --code EBB --name "Ebb plc" --collector ben
  EBB
$ clerk -q invoice issue --customer ACME --amount 100 --date 2026-07-01
  INV-1001
$ clerk -q invoice issue --customer BOLT --amount 300 --date 2026-10-01
  INV-1002
$ clerk -q invoice issue --customer CIRO --amount 200 --date 2026-10-10
  INV-1003
$ clerk -q invoice issue --customer DUST --amount 9.99 --date 2026-07-01
  INV-1004
$ clerk -q invoice issue --customer EBB --amount 500 --date 2026-11-10
  INV-1005
$ clerk report worklist
  Worklist
  on 2026-11-22, 3 accounts, 3 to call
  
  Score Code  Customer    Cur Overdue Days Why                                           Phone           Collector Disputed Balance
  ----- ----- ----------- --- ------- ---- --------------------------------------------- --------------- --------- -------- -------
     67 ACME  Acme Ltd    EUR  100.00  114 over 60 d, over limit, first time, no contact +1 617 555 0100 anna             .  100.00
     40 BOLT  Bolt GmbH   EUR  300.00   22 first time, no contact                                        ben              .  300.00
     33 CIRO  Ciro S.p.A. EUR  200.00   13 first time, no contact                                        anna             .  200.00
                              -------
        Total                  600.00
$ clerk report worklist --format csv --where "customer = ACME"
  score,customer,name,currency,overdue,oldest_days,why,last_contact,next,action,promise,phone,contact,collector,pending,next_owner,disputed,balance,waits,points
  67,ACME,Acme Ltd,EUR,100.00,114,"over 60 d, over limit, first time, no contact",,,,,'+1 617 555 0100,,anna,,,0.00,100.00,1,"25 the oldest is overdue for long (more than 60 days); 15 owes more than the credit limit; 10 never late before; 10 nobody was in touch lately (for more than 14 days); 7 overdue, beside the other customers; 67 in all"
# Small balances are not on it, until the setting says so; somebody else's are not either.
$ clerk -q book set --name worklist.minimum --value 5
  worklist.minimum
$ clerk report worklist --collector ben --format csv
  score,customer,name,currency,overdue,oldest_days,why,last_contact,next,action,promise,phone,contact,collector,pending,next_owner,disputed,balance,waits,points
  50,DUST,Dust & Co,EUR,9.99,114,"over 60 d, first time, no contact",,,,,,,ben,,,0.00,9.99,1,"25 the oldest is overdue for long (more than 60 days); 10 never late before; 10 nobody was in touch lately (for more than 14 days); 5 overdue, beside the other customers; 50 in all"
  40,BOLT,Bolt GmbH,EUR,300.00,22,"first time, no contact",,,,,,,ben,,,0.00,300.00,1,"20 overdue, beside the other customers; 10 never late before; 10 nobody was in touch lately (for more than 14 days); 40 in all"
# A promise, a call back, a dispute.
$ clerk -q promise take --customer ACME --amount 100 --date 2026-11-19 --taken 2026-11-10
  1
$ clerk -q promise take --customer BOLT --amount 300 --date 2026-11-22 --taken 2026-11-20
  2
$ clerk -q contact log --customer EBB --date 2026-11-15 --next 2026-11-22 --action "ask for the order number"
  1
$ clerk -q dispute open --invoice INV-1003
  1
$ clerk report worklist --format csv
  score,customer,name,currency,overdue,oldest_days,why,last_contact,next,action,promise,phone,contact,collector,pending,next_owner,disputed,balance,waits,points
  110,ACME,Acme Ltd,EUR,100.00,114,"promise broken, over 60 d, over limit, first time, no contact",,,,broken 100.00 EUR for 2026-11-19,'+1 617 555 0100,,anna,,,0.00,100.00,1,"40 a promise was not kept; 25 the oldest is overdue for long (more than 60 days); 15 owes more than the credit limit; 10 overdue, beside the other customers; 10 never late before; 10 nobody was in touch lately (for more than 14 days); 110 in all"
  50,DUST,Dust & Co,EUR,9.99,114,"over 60 d, first time, no contact",,,,,,,ben,,,0.00,9.99,1,"25 the oldest is overdue for long (more than 60 days); 10 never late before; 10 nobody was in touch lately (for more than 14 days); 5 overdue, beside the other customers; 50 in all"
  30,EBB,Ebb plc,EUR,0.00,,call back,2026-11-15,2026-11-22,ask for the order number,,,,ben,,anna,0.00,500.00,1,30 the next action is due; 30 in all
  20,BOLT,Bolt GmbH,EUR,300.00,22,"spoken for, promise today, first time, no contact",,,,open 300.00 EUR for 2026-11-22,,,ben,,,0.00,300.00,1,"'-50 all overdue is disputed, promised or in hand; 30 a promise falls due today; 20 overdue, beside the other customers; 10 never late before; 10 nobody was in touch lately (for more than 14 days); 20 in all"
  -15,CIRO,Ciro S.p.A.,EUR,200.00,13,"spoken for, first time, no contact",,,,,,,anna,,,200.00,200.00,0,"'-50 all overdue is disputed, promised or in hand; 15 overdue, beside the other customers; 10 never late before; 10 nobody was in touch lately (for more than 14 days); -15 in all"
# A call of today: not to be called again; a new promise makes the broken one past.
$ clerk -q contact log --customer ACME --text "tomorrow"
  2
$ clerk -q promise take --customer ACME --amount 100 --date 2026-11-23
  3
$ clerk report worklist --format csv --where "waits = yes"
  score,customer,name,currency,overdue,oldest_days,why,last_contact,next,action,promise,phone,contact,collector,pending,next_owner,disputed,balance,waits,points
  50,DUST,Dust & Co,EUR,9.99,114,"over 60 d, first time, no contact",,,,,,,ben,,,0.00,9.99,1,"25 the oldest is overdue for long (more than 60 days); 10 never late before; 10 nobody was in touch lately (for more than 14 days); 5 overdue, beside the other customers; 50 in all"
  30,EBB,Ebb plc,EUR,0.00,,call back,2026-11-15,2026-11-22,ask for the order number,,,,ben,,anna,0.00,500.00,1,30 the next action is due; 30 in all
  20,BOLT,Bolt GmbH,EUR,300.00,22,"spoken for, promise today, first time, no contact",,,,open 300.00 EUR for 2026-11-22,,,ben,,,0.00,300.00,1,"'-50 all overdue is disputed, promised or in hand; 30 a promise falls due today; 20 overdue, beside the other customers; 10 never late before; 10 nobody was in touch lately (for more than 14 days); 20 in all"
$ clerk report worklist --format csv --where "customer = ACME"
  score,customer,name,currency,overdue,oldest_days,why,last_contact,next,action,promise,phone,contact,collector,pending,next_owner,disputed,balance,waits,points
  10,ACME,Acme Ltd,EUR,100.00,114,"spoken for, over 60 d, over limit, first time",2026-11-22,,,open 100.00 EUR for 2026-11-23,'+1 617 555 0100,,anna,,,0.00,100.00,0,"'-50 all overdue is disputed, promised or in hand; 25 the oldest is overdue for long (more than 60 days); 15 owes more than the credit limit; 10 overdue, beside the other customers; 10 never late before; 10 in all"
$ clerk report collection --format csv
  collector,customer,name,contact,phone,last_paid,last_amount,currency,overdue,oldest_days,disputed,balance,promise,last_contact,status
  anna,ACME,Acme Ltd,,'+1 617 555 0100,,,EUR,100.00,114,0.00,100.00,open 100.00 EUR for 2026-11-23,2026-11-22,
  anna,CIRO,Ciro S.p.A.,,,,,EUR,200.00,13,200.00,200.00,,,
  ben,DUST,Dust & Co,,,,,EUR,9.99,114,0.00,9.99,,,
  ben,BOLT,Bolt GmbH,,,,,EUR,300.00,22,0.00,300.00,open 300.00 EUR for 2026-11-22,,
# Money in an open batch is told before somebody calls for it.
$ clerk -q batch open --count 1 --total 100
  2026-11-22/A
$ clerk -q payment receive --batch A --customer BOLT --amount 100
  2026-11-22/A/1
$ clerk report worklist --format csv --where "pending != ''" | cut -d, -f1,2
  score,customer
  20,BOLT
# Who was called and has a later day stands below those to call, who are counted above.
$ clerk report worklist | sed -n '2p;/^-/p'
  on 2026-11-22, 5 accounts, 3 to call
  -    10 Acme Ltd     100.00  114 spoken for, ove… 2026-11-22                           open 100.00 EUR for… +1 617 555 0100
  -   -15 Ciro S.p.A.  200.00   13 spoken for, fir…
  -: not today: in touch, a later day, or all of it promised or disputed
# Weights are settings.
$ clerk -q book set --name worklist.old --value 0
  worklist.old
$ clerk report worklist --format csv --where "customer = DUST"
  score,customer,name,currency,overdue,oldest_days,why,last_contact,next,action,promise,phone,contact,collector,pending,next_owner,disputed,balance,waits,points
  25,DUST,Dust & Co,EUR,9.99,114,"first time, no contact",,,,,,,ben,,,0.00,9.99,1,"10 never late before; 10 nobody was in touch lately (for more than 14 days); 5 overdue, beside the other customers; 25 in all"
$ clerk book set --name worklist.old --value -1
! arledger: --value: worklist.old cannot be below zero
= 65
# Holds, disputes that should be decided, and limits as credit counts them give reasons, too.
$ cat >lines <<'END'
> book set --name credit.oldest --value hold
> customer add --code LIM --name "Limit Ltd" --limit 500
> customer add --code STOP --name "Stopped Ltd"
> customer add --code CASE --name "Case Ltd"
> customer add --code NEWB --name "New Branch"
> invoice issue --customer LIM --date 2026-10-01 --amount 450
> invoice issue --customer STOP --date 2026-10-01 --amount 300
> hold set --customer STOP --reason "no answer"
> invoice issue --customer CASE --date 2026-10-01 --number C-1 --amount 200
> dispute open --invoice C-1 --amount 50 --reason PRICE --date 2026-11-01 --due 2026-11-10
> END
$ clerk run lines >/dev/null 2>&1
$ clerk report worklist --format csv | grep -E "LIM|STOP|CASE" | cut -d\" -f2
  first time, no contact, on hold
  first time, no contact, dispute overdue
  first time, no contact
$ clerk -q invoice issue --customer LIM --date 2026-11-20 --amount 100
  INV-1008
$ clerk report worklist --format csv | grep LIM | cut -d\" -f2,4
  over limit, first time, no contact"20 overdue, beside the other customers; 15 owes more than the credit limit; 10 never late before; 10 nobody was in touch lately (for more than 14 days); 55 in all
# What is promised or disputed in part leaves the rest to be asked for; both together may cover it.
$ clerk -q customer add --code HALF --name "Half Ltd"
  HALF
$ clerk -q invoice issue --customer HALF --number H-1 --date 2026-10-01 --amount 1000
  H-1
$ clerk -q promise take --customer HALF --amount 400 --date 2026-12-01
  4
$ clerk report worklist --format csv | grep HALF | cut -d\" -f2,4
  first time, no contact"20 overdue, beside the other customers; 10 never late before; 10 nobody was in touch lately (for more than 14 days); 40 in all
$ clerk -q dispute open --invoice H-1 --amount 600 --reason PRICE
  3
$ clerk report worklist --format csv | grep HALF | cut -d\" -f2,4
  spoken for, first time, no contact"'-50 all overdue is disputed, promised or in hand; 20 overdue, beside the other customers; 10 never late before; 10 nobody was in touch lately (for more than 14 days); -10 in all
# What is overdue is weighed in the book's currency, at the rate of the day: 20,000 JPY are 120 EUR, 150 USD are 135.
$ cat >lines <<'END'
> rate add --currency JPY --rate 0.006 --date 2026-10-01
> rate add --currency USD --rate 0.9 --date 2026-10-01
> customer add --code JIRO --name Jiro --currency JPY
> customer add --code UTAH --name Utah --currency USD
> customer add --code KERN --name Kern --currency CHF
> customer add --code BIG --name Big
> customer add --code MID --name Mid
> customer add --code ALM --name Alm
> invoice issue --customer JIRO --amount 20000 --due 2026-11-10 --date 2026-10-10
> invoice issue --customer UTAH --amount 150 --due 2026-11-10 --date 2026-10-10
> invoice issue --customer BIG --amount 90000 --due 2026-11-10 --date 2026-10-10
> invoice issue --customer MID --amount 50000 --due 2026-11-10 --date 2026-10-10
> invoice issue --customer ALM --amount 100 --due 2026-11-10 --date 2026-10-10
> END
$ clerk -q --book fx.arl book new --company "Harbour & Finch" --currency EUR --sandbox
$ clerk -q --book fx.arl run lines >/dev/null
$ clerk --book fx.arl report worklist --format csv | cut -d, -f1,2,4,5
  score,customer,currency,overdue
  40,BIG,EUR,90000.00
  36,MID,EUR,50000.00
  32,UTAH,USD,150.00
  28,JIRO,JPY,20000
  24,ALM,EUR,100.00
$ clerk --book fx.arl report worklist --currency JPY --format csv | cut -d, -f1,2,4,5
  score,customer,currency,overdue
  28,JIRO,JPY,20000
# Equal points: by what it is worth. Without a rate on the day a currency is weighed in itself, and that is said.
$ clerk -q --book fx.arl book set --name worklist.amount --value 0
  worklist.amount
$ clerk -q --book fx.arl invoice issue --customer KERN --amount 8 --due 2026-11-10 --date 2026-10-10 --rate 1.1
  INV-1006
$ clerk --book fx.arl report worklist --format csv | cut -d, -f1,2,4,5
  score,customer,currency,overdue
  20,BIG,EUR,90000.00
  20,MID,EUR,50000.00
  20,UTAH,USD,150.00
  20,JIRO,JPY,20000
  20,ALM,EUR,100.00
  20,KERN,CHF,8.00
$ clerk --book fx.arl report worklist | tail -1
  no rate on this day, placed among themselves alone: CHF
# What an agency collects is not called for: the rest is, and who owes nothing else is not on it, but
# for what somebody means to do.
$ clerk -q --book agency.arl book new --company "Harbour & Finch" --currency EUR --sandbox
$ clerk -q --book agency.arl customer add --code ACME --name "Acme Ltd"
  ACME
$ clerk -q --book agency.arl customer add --code BOLT --name "Bolt GmbH"
  BOLT
$ clerk -q --book agency.arl invoice issue --customer ACME --amount 1000 --date 2026-01-05
  INV-1001
$ clerk -q --book agency.arl invoice issue --customer ACME --amount 50 --date 2026-05-20
  INV-1002
$ clerk -q --book agency.arl invoice issue --customer BOLT --amount 300 --date 2026-01-05
  INV-1003
$ clerk -q --book agency.arl promise take --customer BOLT --amount 300 --date 2026-06-30 --taken 2026-02-20
  1
$ clerk -q --book agency.arl dispute open --invoice INV-1001 --amount 100 --date 2026-02-01
  1
$ clerk -q --book agency.arl placement make --invoice INV-1001 --agency AG --commission 15% --date 2026-03-01
  1
$ clerk -q --book agency.arl placement make --customer BOLT --agency AG --commission 15% --date 2026-03-01
  2
$ clerk --book agency.arl report worklist --as-of 2026-06-30
  Worklist
  on 2026-06-30, 1 account, 1 to call
  
  Score  Code  Customer  Cur  Overdue  Days  Why                     Disputed   Balance
  -----  ----  --------  ---  -------  ----  ----------------------  --------  --------
     40  ACME  Acme Ltd  EUR    50.00    11  first time, no contact    100.00  1,050.00
$ clerk -q --book agency.arl contact log --customer BOLT --date 2026-06-01 --next 2026-06-30 --action "ask the agency"
  1
$ clerk --book agency.arl report worklist --as-of 2026-06-30 --where "customer = BOLT" --format csv
  score,customer,name,currency,overdue,oldest_days,why,last_contact,next,action,promise,phone,contact,collector,pending,next_owner,disputed,balance,waits,points
  60,BOLT,Bolt GmbH,EUR,0.00,,"promise today, call back",2026-06-01,2026-06-30,ask the agency,open 300.00 EUR for 2026-06-30,,,,,anna,0.00,300.00,1,30 a promise falls due today; 30 the next action is due; 60 in all
