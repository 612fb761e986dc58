# When claims lapse, which credits are dormant, what was written off, who collects what.
$ clerk -q book new --company "Harbour & Finch" --currency EUR --sandbox
$ clerk -q customer add --code BERG --name "Berg GmbH" --country DE
  BERG
$ clerk -q customer add --code FINE --name "Fine Ltd" --country GB
  FINE
$ clerk -q customer add --code JEAN --name "Jean Petit" --country FR --kind consumer
  JEAN
$ clerk -q customer add --code NYCO --name "New York Co" --country US-NY
  NYCO
$ clerk -q invoice issue --customer BERG --amount 100 --date 2023-03-01
  INV-1001
$ clerk -q invoice issue --customer BERG --amount 70 --date 2024-03-01
  INV-1002
$ clerk -q invoice issue --customer FINE --amount 50 --date 2020-12-20
  INV-1003
$ clerk -q invoice issue --customer FINE --amount 60 --date 2021-09-20
  INV-1004
$ clerk -q invoice issue --customer JEAN --amount 30 --date 2024-10-01
  INV-1005
$ clerk -q invoice issue --customer NYCO --amount 40 --date 2019-01-01
  INV-1006
$ clerk -q invoice issue --customer NYCO --amount 45 --date 2026-10-01
  INV-1007
$ clerk report limitation
  Claims that lapse
  by 2027-05-22, and those that have
  
    Customer  Name        Land  Document  Part  Due         Lapses      Days  Cur    Open  By
    --------  ----------  ----  --------  ----  ----------  ----------  ----  ---  ------  ------------------------------
  * BERG      Berg GmbH   DE    INV-1001     1  2023-03-31  2026-12-31    39  EUR  100.00  BGB s. 195, 199
  * FINE      Fine Ltd    GB    INV-1003     1  2021-01-19  2027-01-19    58  EUR   50.00  Limitation Act 1980 s. 5
  ! JEAN      Jean Petit  FR    INV-1005     1  2024-10-31  2026-10-31   -22  EUR   30.00  Code de la consommation L218-2
                                                                                   ------
    Total                                                                          180.00
  
  the years are those of `jurisdiction list`, to be checked by the firm; 1 old item: no rule for the customer's country; `jurisdiction set` gives one
$ clerk report limitation --months 24 --format csv
  customer,name,country,document,instalment,due,lapses,days_left,currency,open,why
  BERG,Berg GmbH,DE,INV-1001,1,2023-03-31,2026-12-31,39,EUR,100.00,"BGB s. 195, 199"
  BERG,Berg GmbH,DE,INV-1002,1,2024-03-31,2027-12-31,404,EUR,70.00,"BGB s. 195, 199"
  FINE,Fine Ltd,GB,INV-1003,1,2021-01-19,2027-01-19,58,EUR,50.00,Limitation Act 1980 s. 5
  FINE,Fine Ltd,GB,INV-1004,1,2021-10-20,2027-10-20,332,EUR,60.00,Limitation Act 1980 s. 5
  JEAN,Jean Petit,FR,INV-1005,1,2024-10-31,2026-10-31,-22,EUR,30.00,Code de la consommation L218-2
$ clerk jurisdiction set --code US-NY --years 6 --source "CPLR 213"
  US-NY
! US-NY: claims lapse 6 years after their due day
$ clerk jurisdiction set --code NEWYORK --years 6 --source "x"
! arledger: 'NEWYORK' is no jurisdiction: two letters as DE, or with a part as US-NY
= 65
$ clerk jurisdiction list --format csv --where "code~US"
  code,name,kind,years,from,dormant_years,income,source
  US,"United States: by state, as US-NY",either,,,3,no,unclaimed property laws of the states
  US-NY,US-NY,either,6,due,,no,CPLR 213
$ clerk limitation set --invoice INV-1002 --until 2026-12-15 --reason "sued, judgment of 1996"
  INV-1002
! INV-1002 lapses on 2026-12-15: sued, judgment of 1996
$ clerk report limitation --format csv
  customer,name,country,document,instalment,due,lapses,days_left,currency,open,why
  BERG,Berg GmbH,DE,INV-1001,1,2023-03-31,2026-12-31,39,EUR,100.00,"BGB s. 195, 199"
  BERG,Berg GmbH,DE,INV-1002,1,2024-03-31,2026-12-15,23,EUR,70.00,"sued, judgment of 1996"
  FINE,Fine Ltd,GB,INV-1003,1,2021-01-19,2027-01-19,58,EUR,50.00,Limitation Act 1980 s. 5
  JEAN,Jean Petit,FR,INV-1005,1,2024-10-31,2026-10-31,-22,EUR,30.00,Code de la consommation L218-2
  NYCO,New York Co,US-NY,INV-1006,1,2019-01-31,2025-01-31,-660,EUR,40.00,CPLR 213
# Credits: three years old where no law says more; in the states of the US they are never ours.
$ clerk -q payment receive --customer BERG --amount 5 --date 2023-11-01
  P-1001
$ clerk -q payment receive --customer NYCO --amount 6 --date 2023-11-01
  P-1002
$ clerk -q payment receive --amount 7 --date 2023-11-01 --payer "nobody knows"
  P-1003
$ clerk -q payment receive --customer BERG --amount 8 --date 2024-11-01
  P-1004
$ clerk report dormant --format csv
  customer,name,country,document,kind,date,dormant,currency,open,income
  ,not identified,,P-1003,payment,2023-11-01,2026-11-01,EUR,7.00,no
  BERG,Berg GmbH,DE,P-1001,payment,2023-11-01,2026-11-01,EUR,5.00,no
  NYCO,New York Co,US-NY,P-1002,payment,2023-11-01,2026-11-01,EUR,6.00,no
$ clerk dormant take P-1001 --reason "nobody answers"
! arledger: credits of customers are not taken to income (setting dormant.income); pay P-1001 back, or to the state, with `refund pay`
= 77
$ clerk -q book set --name dormant.income --value yes
  dormant.income
$ clerk dormant take P-1002 --reason "nobody answers"
! arledger: the law of US-NY forbids to take credits to income (CPLR 213); pay P-1002 back, or to the state, with `refund pay`
= 77
$ clerk dormant take P-1004 --reason "nobody answers"
! arledger: P-1004 is not dormant before 2027-11-01
= 65
$ clerk dormant take P-1001 --reason "nobody answers"
  WO-1001
! 5.00 EUR of P-1001 is taken to income on 2026-11-22, by WO-1001
$ clerk dormant take P-1003 --reason "nobody answers"
  WO-1002
! 7.00 EUR of P-1003 is taken to income on 2026-11-22, by WO-1002
$ clerk dormant take P-1003 --reason "again"
! arledger: nothing is left of P-1003
= 65
$ clerk writeoff reverse WO-1001 --reason "they ask for it"
  CO-1001
! WO-1001 over 5.00 EUR is taken back on 2026-11-22, by CO-1001; P-1001 is open again
$ clerk report dormant --format csv
  customer,name,country,document,kind,date,dormant,currency,open,income
  BERG,Berg GmbH,DE,P-1001,payment,2023-11-01,2026-11-01,EUR,5.00,yes
  NYCO,New York Co,US-NY,P-1002,payment,2023-11-01,2026-11-01,EUR,6.00,no
# Who collects it: a line of its own each.
$ clerk -q placement make --invoice "INV-1003; INV-1004" --agency "Collect & Co" --date 2026-11-01
  1
$ clerk -q placement make --customer JEAN --with legal --agency "Kanzlei" --date 2026-11-01
  2
$ clerk -q customer insolvent --customer NYCO --date 2026-10-01 --reference "SDNY 26-1"
  NYCO
$ clerk report aging --by status --format csv
  customer,name,currency,current,1-30,31-60,61-90,over-90,unapplied,total,disputed
  agency,,EUR,0.00,0.00,0.00,0.00,110.00,0.00,110.00,0.00
  insolvent,,EUR,0.00,45.00,0.00,0.00,40.00,-6.00,79.00,0.00
  legal,,EUR,0.00,0.00,0.00,0.00,30.00,0.00,30.00,0.00
  ours,,EUR,0.00,0.00,0.00,0.00,170.00,-13.00,157.00,0.00
$ clerk report aging --by status
  Aging
  as of 2026-11-22, by due date, posted, EUR
  
    Group      Name  Cur  Current   1-30  31-60  61-90  Over 90  Unapplied   Total  Disputed
    ---------  ----  ---  -------  -----  -----  -----  -------  ---------  ------  --------
  ! agency           EUR        .      .      .      .   110.00          .  110.00         .
  ! insolvent        EUR        .  45.00      .      .    40.00      -6.00   79.00         .
  ! legal            EUR        .      .      .      .    30.00          .   30.00         .
  ! ours             EUR        .      .      .      .   170.00     -13.00  157.00         .
                          -------  -----  -----  -----  -------  ---------  ------  --------
    Total                    0.00  45.00   0.00   0.00   350.00     -19.00  376.00      0.00
  
  Sub-ledger 376.00 = control account on 2026-11-22, difference 0.00
$ clerk customer list --format csv
  code,name,currency,terms,limit,balance,overdue,oldest_days,collector,status,nsf,formerly
  BERG,Berg GmbH,EUR,NET30,,157.00,170.00,1332,,overdue,0,
  FINE,Fine Ltd,EUR,NET30,,110.00,110.00,2133,,agency,0,
  JEAN,Jean Petit,EUR,NET30,,30.00,30.00,752,,legal,0,
  NYCO,New York Co,EUR,NET30,,79.00,85.00,2852,,insolvent,0,
$ clerk report worklist --format csv
  score,customer,name,currency,overdue,oldest_days,why,last_contact,next,action,promise,phone,contact,collector,pending,next_owner,disputed,balance,waits,points
  65,BERG,Berg GmbH,EUR,170.00,1332,"over 60 d, first time, no contact",,,,,,,,,,0.00,157.00,1,"25 the oldest is overdue for long (more than 60 days); 20 overdue, beside the other customers; 10 never late before; 10 nobody was in touch lately (for more than 14 days); 65 in all"
$ clerk report collection --format csv
  collector,customer,name,contact,phone,last_paid,last_amount,currency,overdue,oldest_days,disputed,balance,promise,last_contact,status
  (none),NYCO,New York Co,,,2023-11-01,6.00,EUR,85.00,2852,0.00,79.00,,,insolvent
  (none),FINE,Fine Ltd,,,,,EUR,110.00,2133,0.00,110.00,,,agency
  (none),BERG,Berg GmbH,,,2024-11-01,8.00,EUR,170.00,1332,0.00,157.00,,,
  (none),JEAN,Jean Petit,,,,,EUR,30.00,752,0.00,30.00,,,legal
$ clerk customer show FINE
  code       FINE
  name       Fine Ltd
  kind       business
  status     agency: 2 invoices with Collect & Co since 2026-11-01
  country    GB
  currency   EUR
  terms      NET30 (the book's)
  statement  open items
  limit      none
  balance    110.00 EUR
  overdue    110.00 EUR, oldest 2133 days
  
  Open items
    Document  Kind     Date        Due         Cur  Amount    Open   Days
    --------  -------  ----------  ----------  ---  ------  ------  -----
  ! INV-1003  invoice  2020-12-20  2021-01-19  EUR   50.00   50.00  2,133
  ! INV-1004  invoice  2021-09-20  2021-10-20  EUR   60.00   60.00  1,859
                                                            ------
    Total                                                   110.00
$ clerk -q invoice issue --customer FINE --amount 10 --date 2026-11-20
  INV-1008
$ clerk -q payment receive --customer NYCO --amount 11 --date 2026-09-20
  P-1005
$ clerk report insolvency NYCO
  Insolvency
  New York Co, insolvent since 2026-10-01, SDNY 26-1
  
    What                 Document  Kind     Date        Due         Cur  Amount    Open
    -------------------  --------  -------  ----------  ----------  ---  ------  ------
  ! before               INV-1006  invoice  2019-01-01  2019-01-31  EUR   40.00   40.00
  ! before               P-1002    payment  2023-11-01  2023-11-01  EUR   -6.00   -6.00
  ! before               P-1005    payment  2026-09-20  2026-09-20  EUR  -11.00  -11.00
    since                INV-1007  invoice  2026-10-01  2026-10-31  EUR   45.00   45.00
  * paid shortly before  P-1005    payment  2026-09-20              EUR   11.00
  
  Claimed 0.00, dividends 0.00; paid in the 90 days before: 11.00
$ clerk report insolvency BERG --format csv
  part,document,kind,date,due,currency,amount,open
$ clerk -q baddebt writeoff --customer JEAN --reason "lapsed"
  WO-1003
$ clerk report write-offs
  Write-offs
  posted 2026-11-01 to 2026-11-22
  
    Write-off  Posted      Customer  Name        Document  Kind      Cur  Amount  Recovered  By    Why
    ---------  ----------  --------  ----------  --------  --------  ---  ------  ---------  ----  -----------------------------------
  ! WO-1001    2026-11-22  BERG      Berg GmbH   P-1001    dormant   EUR   -5.00          .  anna  nobody answers
  ! WO-1002    2026-11-22                        P-1003    dormant   EUR   -7.00          .  anna  nobody answers
    CO-1001    2026-11-22  BERG      Berg GmbH   P-1001    dormant   EUR    5.00          .  anna  takes back WO-1001: they ask for it
  ! WO-1003    2026-11-22  JEAN      Jean Petit  INV-1005  bad-debt  EUR   30.00          .  anna  lapsed
                                                                          ------  ---------
    Total                                                                  23.00       0.00
$ clerk -q book verify
