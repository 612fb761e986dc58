# Credit: what a hold stops, what it never stops, and who lets something pass.
$ clerk -q book new --company "Harbour & Finch" --currency EUR --sandbox
$ clerk -q customer add --code ACME --name "Acme Ltd" --limit 1000 --collector ANNA
  ACME
$ clerk -q customer add --code 远东 --name "远东贸易有限公司"
  远东
$ clerk -q invoice issue --customer ACME --amount 900 --date 2026-10-01
  INV-1001
# No rule is on and nobody set a hold: nothing is stopped.
$ clerk hold check ACME --amount 5000 --format csv
  rule,what,action,currency,amount,most,figure,bound,result
  debits,open,,EUR,900.00,,,,
  credits,unapplied and on account,,EUR,0.00,,,,
  orders,not billed yet,,EUR,0.00,,,,
  this,this order,,EUR,5000.00,,,,
  exposure,exposure,,EUR,5900.00,,,,
  agreed,limit,,EUR,1000.00,,,,
  insured,insured,,EUR,0.00,,,,
  available,available,,EUR,-4900.00,,,,
  limit,over the limit,off,EUR,5900.00,1000.00,,,
  oldest,overdue for long,off,,,,22,60,
  overdue,much overdue,off,EUR,900.00,100.00,,,
  share,share overdue,off,,,,100.0,50.0,
  dunning,dunning level,off,,,,0,3,
  promises,promises broken,off,,,,0,2,
  returns,payments returned,off,,,,0,,
  no-limit,no limit on file,off,,,,,,
$ clerk -q book set --name credit.limit --value hold
  credit.limit
$ clerk -q book set --name credit.oldest --value warn
  credit.oldest
$ clerk -q book set --name credit.oldest-days --value 20
  credit.oldest-days
$ clerk book set --name credit.limit --value perhaps
! arledger: --value: a credit rule is off, warn or hold, not 'perhaps'
= 65
$ clerk hold check ACME --amount 100
  Credit of ACME
  Acme Ltd
  
    Rule       What                      Action  Cur    Amount      Most  Figure  Bound  Result
    ---------  ------------------------  ------  ---  --------  --------  ------  -----  ------
    debits     open                              EUR    900.00
    credits    unapplied and on account          EUR         .
    orders     not billed yet                    EUR         .
    this       this order                        EUR    100.00
    exposure   exposure                          EUR  1,000.00
    agreed     limit                             EUR  1,000.00
    insured    insured                           EUR         .
    available  available                         EUR         .
    limit      over the limit            hold    EUR  1,000.00  1,000.00                 ok
  ! oldest     overdue for long          warn                             22      20     warn
    overdue    much overdue              off     EUR    900.00    100.00
    share      share overdue             off                              100.0   50.0
    dunning    dunning level             off                              0       3
    promises   promises broken           off                              0       2
    returns    payments returned         off                              0
    no-limit   no limit on file          off
  
  ACME may be served; but overdue for long: 22 days, more than 20
$ clerk hold check ACME --amount 100.01
  Credit of ACME
  Acme Ltd
  
    Rule       What                      Action  Cur    Amount      Most  Figure  Bound  Result
    ---------  ------------------------  ------  ---  --------  --------  ------  -----  ------
    debits     open                              EUR    900.00
    credits    unapplied and on account          EUR         .
    orders     not billed yet                    EUR         .
    this       this order                        EUR    100.01
    exposure   exposure                          EUR  1,000.01
    agreed     limit                             EUR  1,000.00
    insured    insured                           EUR         .
    available  available                         EUR     -0.01
  ! limit      over the limit            hold    EUR  1,000.01  1,000.00                 hold
  ! oldest     overdue for long          warn                             22      20     warn
    overdue    much overdue              off     EUR    900.00    100.00
    share      share overdue             off                              100.0   50.0
    dunning    dunning level             off                              0       3
    promises   promises broken           off                              0       2
    returns    payments returned         off                              0
    no-limit   no limit on file          off
  
  ACME is on hold: over the limit: 1000.01 EUR of 1000.00 EUR
= 1
$ clerk hold check ACME --amount 100.01 --format json --where "result = hold"
  {"v":1,"title":"Credit of ACME","subtitle":"Acme Ltd","columns":["rule","what","action","currency","amount","most","figure","bound","result"],"rows":[
  {"rule":"limit","what":"over the limit","action":"hold","currency":"EUR","amount":"1000.01","most":"1000.00","figure":null,"bound":null,"result":"hold"}
  ],"totals":[]}
= 1
$ clerk hold check NOBODY
! arledger: there is no customer NOBODY; `customer list --search` finds codes
= 65
$ clerk hold check ACME --amount -5
! arledger: --amount: what is ordered is above 0
= 65
# What is not delivered is stopped, what is delivered is billed and puts the account on hold.
$ clerk invoice issue --customer ACME --amount 200
! arledger: ACME is on hold: over the limit: 1100.00 EUR of 1000.00 EUR; bill what is delivered already with --delivered, or let it pass with `hold release` or `hold override`
= 65
$ clerk invoice issue --customer ACME --amount 200 --delivered
  INV-1002
! INV-1002 of ACME: 200.00 EUR, due 2026-12-22; ACME is on hold: over the limit: 1100.00 EUR of 1000.00 EUR
$ clerk hold list
  Holds
  
    Customer  Name      Kind     Since       Until  Invoice   By    Why                                         Collector  State
    --------  --------  -------  ----------  -----  --------  ----  ------------------------------------------  ---------  -----
  ! ACME      Acme Ltd  invoice  2026-11-22         INV-1002  anna  over the limit: 1100.00 EUR of 1000.00 EUR  ANNA       stops
$ clerk customer list
  Customers
  as of 2026-11-22
  
    Code   Name              Cur  Terms     Limit   Balance  Overdue  Oldest  Collector  Status  NSF
    -----  ----------------  ---  -----  --------  --------  -------  ------  ---------  ------  ---
  ! ACME   Acme Ltd          EUR  NET30  1,000.00  1,100.00   900.00      22  ANNA       hold      0
    远东   远东贸易有限公司  EUR  NET30                   .        .       0             ok        0
                                                   --------  -------
    Total                                          1,100.00   900.00
# Credits and payments are never stopped.
$ clerk credit issue --customer ACME --amount 10
  CM-1001
! CM-1001 for ACME: 10.00 EUR; 10.00 EUR left on account
$ clerk payment receive --customer ACME --amount 20
  P-1001
! P-1001: 20.00 EUR from ACME; 20.00 EUR left unapplied
$ clerk debit issue --customer ACME --amount 1
  DM-1001
! DM-1001 of ACME: 1.00 EUR, due 2026-12-22; ACME is on hold: over the limit: 1071.00 EUR of 1000.00 EUR
# Somebody lets it pass, as far as it goes now.
$ clerk hold override ACME --amount 50 --reason "paid by Friday" --until +7
  ACME
! ACME passes until 2026-11-29 as far as this: over the limit: 1121.00 EUR of 1000.00 EUR; overdue for long: 22 days, more than 20
$ clerk hold overrides
  Overrides
  
    Customer  Name      Given       Until       By    Role  Cur  Order  Exposure     Limit  Insured  Why
    --------  --------  ----------  ----------  ----  ----  ---  -----  --------  --------  -------  --------------
  * ACME      Acme Ltd  2026-11-22  2026-11-29  anna        EUR  50.00  1,121.00  1,000.00        .  paid by Friday
$ clerk invoice issue --customer ACME --amount 50
  INV-1003
! INV-1003 of ACME: 50.00 EUR, due 2026-12-22
$ clerk invoice issue --customer ACME --amount 0.01
! arledger: ACME is on hold: over the limit: 1121.01 EUR of 1000.00 EUR; bill what is delivered already with --delivered, or let it pass with `hold release` or `hold override`
= 65
$ clerk hold override 远东 --reason "no" --until +7
! arledger: no rule is broken there; nothing is to be let pass
= 65
# By hand: released by hand.
$ clerk hold set 远东 --reason "asks for a moratorium" --until 2026-12-31
  远东
! 远东 is on hold until 2026-12-31: asks for a moratorium
$ clerk hold set 远东 --reason "again"
! arledger: 远东 is on hold already: asks for a moratorium; release it first, to say it otherwise
= 65
$ clerk invoice issue --customer 远东 --amount 5
! arledger: 远东 is on hold: by hand: asks for a moratorium; bill what is delivered already with --delivered, or let it pass with `hold release` or `hold override`
= 65
$ clerk hold check 远东 --format csv
  rule,what,action,currency,amount,most,figure,bound,result
  debits,open,,EUR,0.00,,,,
  credits,unapplied and on account,,EUR,0.00,,,,
  orders,not billed yet,,EUR,0.00,,,,
  this,this order,,EUR,0.00,,,,
  exposure,exposure,,EUR,0.00,,,,
  limit,over the limit,hold,EUR,0.00,,,,ok
  oldest,overdue for long,warn,,,,0,20,ok
  overdue,much overdue,off,EUR,0.00,100.00,,,
  share,share overdue,off,,,,0.0,50.0,
  dunning,dunning level,off,,,,0,3,
  promises,promises broken,off,,,,0,2,
  returns,payments returned,off,,,,0,,
  no-limit,no limit on file,off,,,,,,
  hand,by hand: asks for a moratorium,hold,,,,,,hold
= 1
$ clerk hold list --format csv
  customer,name,kind,since,until,invoice,by,reason,collector,state,released,release_reason
  远东,远东贸易有限公司,hand,2026-11-22,2026-12-31,,anna,asks for a moratorium,,stops,,
$ clerk hold release 远东 --reason "they pay in advance"
  远东
! the hold on 远东 is released: they pay in advance
$ clerk hold release ACME --reason "looked at"
  ACME
! the hold on ACME is released: looked at
$ clerk hold list --all --format csv
  customer,name,kind,since,until,invoice,by,reason,collector,state,released,release_reason
  ACME,Acme Ltd,invoice,2026-11-22,,INV-1002,anna,over the limit: 1100.00 EUR of 1000.00 EUR,,released,2026-11-22,looked at
  远东,远东贸易有限公司,hand,2026-11-22,2026-12-31,,anna,asks for a moratorium,,released,2026-11-22,they pay in advance
# The history of a customer tells when orders stopped, by what and why, and when they went on.
$ clerk contact list --customer ACME --format csv | cut -d, -f1-4,6-9
  id,date,customer,name,way,with,document,text
  4,2026-11-22,ACME,Acme Ltd,,,,hold released: looked at
  1,2026-11-22,ACME,Acme Ltd,,,INV-1002,on hold by rule: over the limit: 1100.00 EUR of 1000.00 EUR
$ clerk contact list --customer 远东 --format csv | cut -d, -f1-4,6-9
  id,date,customer,name,way,with,document,text
  3,2026-11-22,远东,远东贸易有限公司,,,,hold released: they pay in advance
  2,2026-11-22,远东,远东贸易有限公司,,,,on hold until 2026-12-31: asks for a moratorium
# Orders that are not billed yet count.
$ printf 'customer,order,amount\nACME,O-1,300.00\n远东,O-2,40.00\n' >orders.csv
$ clerk order import orders.csv
! 2 orders are not billed yet, in place of those before
$ clerk order list
  Orders not billed
  
  Customer  Name              Order  Cur  Amount
  --------  ----------------  -----  ---  ------
  ACME      Acme Ltd          O-1    EUR  300.00
  远东      远东贸易有限公司  O-2    EUR   40.00
                                          ------
  Total                                   340.00
$ printf 'customer,order,amount\nACME,O-1,-3\n' | clerk order import -
! arledger: standard input, line 2, column 3 (amount): what is not billed yet is above 0
= 65
$ printf 'customer,order,amount\nACE,O-1,3\n' | clerk order import -
! arledger: standard input, line 2, column 1 (customer): there is no customer ACE
= 65
# Insurance, a limit for a time, one until something is paid.
$ clerk customer set ACME --insured 500 --insured-until 2026-12-31
  ACME
! customer ACME, Acme Ltd, is changed
$ clerk customer set ACME --temporary-limit 2000
! arledger: a temporary limit needs its last day, and a last day its limit
= 65
$ clerk customer set ACME --temporary-limit 2000 --temporary-until 2026-10-10
! arledger: --temporary-until: 2026-10-10 is over, today is 2026-11-22
= 65
$ clerk customer set ACME --temporary-limit 2000 --temporary-until 2026-11-30
  ACME
! customer ACME, Acme Ltd, is changed
$ clerk customer set 远东 --first-limit 30
  远东
! customer 远东, 远东贸易有限公司, is changed
$ clerk report credit --format csv
  customer,name,currency,limit,insured,exposure,available,orders,oldest_days,state,why,collector
  ACME,Acme Ltd,EUR,2000.00,500.00,1421.00,1079.00,300.00,22,passed,,ANNA
  远东,远东贸易有限公司,EUR,30.00,0.00,40.00,-10.00,40.00,,hold,over the limit: 40.00 EUR of 30.00 EUR,
$ clerk report credit --as-of 2026-12-01 --format csv
  customer,name,currency,limit,insured,exposure,available,orders,oldest_days,state,why,collector
  ACME,Acme Ltd,EUR,1000.00,500.00,1421.00,79.00,300.00,31,warn,"overdue for long: 31 days, more than 20",ANNA
  远东,远东贸易有限公司,EUR,30.00,0.00,40.00,-10.00,40.00,,hold,over the limit: 40.00 EUR of 30.00 EUR,
$ clerk report credit --as-of 2027-01-01
  Credit
  as of 2027-01-01
  
    Customer  Name              Cur     Limit  Insured  Exposure  Available  Orders  Oldest  State  Why                      Collector
    --------  ----------------  ---  --------  -------  --------  ---------  ------  ------  -----  -----------------------  ---------
  ! ACME      Acme Ltd          EUR  1,000.00        .  1,421.00    -421.00  300.00      62  hold   over the limit: 1421.0…  ANNA
  ! 远东      远东贸易有限公司  EUR     30.00        .     40.00     -10.00   40.00          hold   over the limit: 40.00 …
                                     --------  -------  --------             ------
    Total                            1,030.00     0.00  1,461.00             340.00
$ clerk customer set ACME --temporary-limit none --insured none
  ACME
! customer ACME, Acme Ltd, is changed
$ clerk report credit --customer ACME --format csv
  customer,name,currency,limit,insured,exposure,available,orders,oldest_days,state,why,collector
  ACME,Acme Ltd,EUR,1000.00,0.00,1421.00,-421.00,300.00,22,hold,over the limit: 1421.00 EUR of 1000.00 EUR,ANNA
# A limit for all below it.
$ clerk -q customer add --code ACME-N --name "Acme North" --parent ACME
  ACME-N
$ clerk -q book set --name credit.group --value yes --customer ACME
  credit.group
$ clerk hold check ACME-N --amount 1 --format csv --where "result = hold"
  rule,what,action,currency,amount,most,figure,bound,result
  above,ACME above it: over the limit: 1422.00 EUR of 1000.00 EUR,hold,,,,,,hold
= 1
# A file is never stopped, and told of.
$ printf 'customer,number,date,due,amount\nACME,F-1,2026-11-01,2026-12-01,5.00\n' >invoices.csv
$ clerk import invoices --file invoices.csv --yes
! invoices.csv: 1 invoice (5.00 EUR); 1 customer is on hold now: `hold list`
$ clerk hold list --format csv
  customer,name,kind,since,until,invoice,by,reason,collector,state,released,release_reason
  ACME,Acme Ltd,invoice,2026-11-22,,F-1,anna,over the limit: 1426.00 EUR of 1000.00 EUR,ANNA,stops,,
  远东,远东贸易有限公司,rule,,,,,over the limit: 40.00 EUR of 30.00 EUR,,stops,,
  ACME-N,Acme North,rule,,,,,with ACME above it over the limit: 1426.00 EUR of 1000.00 EUR,,stops,,
$ clerk book verify 2>&1 | sed 's/, head.*//'
  verified: 24 entries, 7 documents

# Orders are read as other systems write them: their encoding and decimal mark are said, a currency may stand at the amount.
$ printf 'customer;order;amount\nACME;B\374ro-1;1.210,50 \200\n' | clerk order import - --encoding cp1252 --decimal ,
! 1 order is not billed yet, in place of those before
$ clerk order list --customer ACME --format csv
  customer,name,number,currency,amount
  ACME,Acme Ltd,Büro-1,EUR,1210.50
