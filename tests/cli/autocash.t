# AutoCash: money finds what it is for by rules, and by itself only when there is one answer.
$ clerk book new --company "Harbour & Finch" --currency EUR --sandbox -q
$ clerk customer add --code ACME --name "Acme Ltd" -q
  ACME
$ clerk customer add --code BETA --name "Beta SA" -q
  BETA
$ clerk customer add --code GAMA --name "Gama BV" -q
  GAMA
$ clerk customer add --code DELT --name "Delta KG" -q
  DELT
$ clerk invoice issue --customer ACME --date 2026-11-02 --amount 100 --discount "2% 10" -q
  INV-1001
$ clerk invoice issue --customer ACME --date 2026-11-02 --amount 50.03 -q
  INV-1002
$ clerk invoice issue --customer ACME --date 2026-11-03 --amount 70 -q
  INV-1003
$ clerk invoice issue --customer BETA --date 2026-09-03 --amount 40 -q
  INV-1004
$ clerk invoice issue --customer BETA --date 2026-09-04 --amount 25 -q
  INV-1005
$ clerk invoice issue --customer BETA --date 2026-11-05 --amount 33.33 -q
  INV-1006
$ clerk credit issue --customer BETA --date 2026-11-06 --amount 8 --reason goods -q
  CM-1001
$ clerk invoice issue --customer GAMA --date 2026-11-05 --amount 10 -q
  INV-1007
$ clerk invoice issue --customer GAMA --date 2026-11-06 --amount 10 -q
  INV-1008
$ clerk invoice issue --customer DELT --date 2026-11-05 --amount 123.45 -q
  INV-1009
$ clerk invoice issue --customer DELT --date 2026-11-06 --amount 67.89 -q
  INV-1010
$ clerk invoice issue --customer DELT --date 2026-11-06 --amount 543.21 -q
  INV-1011

# At the receipt: by reference with discount and a small difference, the only fitting sum, nothing.
$ clerk payment receive --customer ACME --amount 148 --date 2026-11-12 --reference "INV-1001, INV-1002" --auto
  P-1001
! P-1001: 148.00 EUR from ACME; by the numbers in the reference: INV-1001 100.00 less discount 2.00 less small difference 0.03 + INV-1002 50.03 = 148.00
$ clerk payment receive --customer BETA --amount 90.33 --date 2026-11-12 --auto --dry-run
  P-1002
! P-1002: 90.33 EUR from BETA; clears the whole account: INV-1004 40.00 + INV-1005 25.00 + INV-1006 33.33 - CM-1001 8.00 = 90.33
! dry run: nothing was kept
$ clerk payment receive --customer GAMA --amount 10 --date 2026-11-12 --auto
  P-1002
! P-1002: 10.00 EUR from GAMA; only proposed, since 2 items come to it; by the amount: INV-1007 10.00 = 10.00; 10.00 EUR left unapplied
$ clerk payment receive --amount 6 --date 2026-11-12 --reference "for INV-1008" --auto
  P-1003
! P-1003: 6.00 EUR from GAMA; payer by the number INV-1008; only proposed, since the numbers in the text do not come to it; by the numbers in the reference: INV-1008 10.00 = 10.00; 6.00 came; 6.00 EUR left unapplied
$ clerk payment receive --customer ACME --amount 7 --date 2026-11-12 --auto
  P-1004
! P-1004: 7.00 EUR from ACME; no rule of autocash fits; 7.00 EUR left unapplied

# Money that waits: shown first.
$ clerk payment receive --customer BETA --amount 65 --date 2026-11-13 -q
  P-1005
$ clerk payment receive --customer DELT --amount 191.34 --date 2026-11-13 -q
  P-1006
$ clerk payment autocash
  AutoCash, not posted
  
    Payment  Customer  Date        Cur  Amount  Rule        No  Choices  Applied  What and why
    -------  --------  ----------  ---  ------  ----------  --  -------  -------  ----------------------------------------------------
  * P-1004   ACME      2026-11-12  EUR    7.00                                    no rule of autocash fits
    P-1005   BETA      2026-11-13  EUR   65.00  subset       6        1    65.00  a choice of items that comes to it: INV-1004 40.00 …
    P-1006   DELT      2026-11-13  EUR  191.34  subset       6        1   191.34  a choice of items that comes to it: INV-1009 123.45…
  * P-1002   GAMA      2026-11-12  EUR   10.00  exact        2        2           only proposed, since 2 items come to it; by the amo…
  * P-1003   GAMA      2026-11-12  EUR    6.00  references   1        1           only proposed, since the numbers in the text do not…
                                        ------                           -------
    Total                               279.34                            256.34
  
  Matched by rule 2 of 5, 40.0 %; whole 2, 40.0 %: subset 2
! 2 would be applied, 2 only proposed, 1 without a rule that fits; nothing was posted: --post does it
$ clerk payment autocash --customer DELT --explain --format csv
  payment,customer,date,currency,amount,rule,step,choices,applied,why,failed
  P-1006,DELT,2026-11-13,EUR,191.34,subset,6,1,191.34,a choice of items that comes to it: INV-1009 123.45 + INV-1010 67.89 = 191.34,references: the text names nothing that is open; exact: no single item comes to it; account: that comes to 734.55; past-due: nothing is past due; statement: what is past due on any terms does not come to it
! 1 would be applied, 0 only proposed, 0 without a rule that fits; nothing was posted: --post does it
$ clerk payment autocash --date 2026-11-13 --format json
  {"v":1,"title":"AutoCash, not posted","columns":["payment","customer","date","currency","amount","rule","step","choices","applied","why"],"rows":[
  {"payment":"P-1005","customer":"BETA","date":"2026-11-13","currency":"EUR","amount":"65.00","rule":"subset","step":6,"choices":1,"applied":"65.00","why":"a choice of items that comes to it: INV-1004 40.00 + INV-1005 25.00 = 65.00"},
  {"payment":"P-1006","customer":"DELT","date":"2026-11-13","currency":"EUR","amount":"191.34","rule":"subset","step":6,"choices":1,"applied":"191.34","why":"a choice of items that comes to it: INV-1009 123.45 + INV-1010 67.89 = 191.34"}
  ],"totals":[{"currency":"EUR","amount":"256.34","applied":"256.34"}],"proof":"Matched by rule 2 of 2, 100.0 %; whole 2, 100.0 %: subset 2"}
! 2 would be applied, 0 only proposed, 0 without a rule that fits; nothing was posted: --post does it
$ clerk item list --customer BETA --format csv
  customer,document,kind,instalment,issued,due,currency,amount,open,days_past_due,disputed,pending,pending_in,status
  BETA,INV-1004,invoice,1,2026-09-03,2026-10-03,EUR,40.00,40.00,50,0.00,,,overdue
  BETA,INV-1005,invoice,1,2026-09-04,2026-10-04,EUR,25.00,25.00,49,0.00,,,overdue
  BETA,CM-1001,credit,1,2026-11-06,2026-11-06,EUR,-8.00,-8.00,,0.00,,,unapplied
  BETA,P-1005,payment,1,2026-11-13,2026-11-13,EUR,-65.00,-65.00,,0.00,,,unapplied
  BETA,INV-1006,invoice,1,2026-11-05,2026-12-05,EUR,33.33,33.33,-13,0.00,,,open

# Then posted as one entry, and taken back as one.
$ clerk payment autocash --from 2026-11-13 --to 2026-11-13 --post --format csv
  payment,customer,date,currency,amount,rule,step,choices,applied,why
  P-1005,BETA,2026-11-13,EUR,65.00,subset,6,1,65.00,a choice of items that comes to it: INV-1004 40.00 + INV-1005 25.00 = 65.00
  P-1006,DELT,2026-11-13,EUR,191.34,subset,6,1,191.34,a choice of items that comes to it: INV-1009 123.45 + INV-1010 67.89 = 191.34
! 2 applied, 0 only proposed, 0 without a rule that fits
$ clerk item list --customer BETA --format csv
  customer,document,kind,instalment,issued,due,currency,amount,open,days_past_due,disputed,pending,pending_in,status
  BETA,CM-1001,credit,1,2026-11-06,2026-11-06,EUR,-8.00,-8.00,,0.00,,,unapplied
  BETA,INV-1006,invoice,1,2026-11-05,2026-12-05,EUR,33.33,33.33,-13,0.00,,,open
$ clerk journal list --format csv | tail -n 1 | cut -d, -f1,3,4
  24,anna,payment autocash --from 2026-11-13 --to 2026-11-13 --post
$ clerk payment autocash --undo 24
! 4 applications of entry 24 taken back; open again: 40.00 of INV-1004 from P-1005, 25.00 of INV-1005 from P-1005, 123.45 of INV-1009 from P-1006, 67.89 of INV-1010 from P-1006
$ clerk item list --customer BETA --format csv
  customer,document,kind,instalment,issued,due,currency,amount,open,days_past_due,disputed,pending,pending_in,status
  BETA,INV-1004,invoice,1,2026-09-03,2026-10-03,EUR,40.00,40.00,50,0.00,,,overdue
  BETA,INV-1005,invoice,1,2026-09-04,2026-10-04,EUR,25.00,25.00,49,0.00,,,overdue
  BETA,CM-1001,credit,1,2026-11-06,2026-11-06,EUR,-8.00,-8.00,,0.00,,,unapplied
  BETA,P-1005,payment,1,2026-11-13,2026-11-13,EUR,-65.00,-65.00,,0.00,,,unapplied
  BETA,INV-1006,invoice,1,2026-11-05,2026-12-05,EUR,33.33,33.33,-13,0.00,,,open
$ clerk payment autocash --undo 24
! arledger: nothing of entry 24 still stands
= 65
$ clerk payment autocash --undo 3
! arledger: entry 3 is `customer add --code BETA --name 'Beta SA'`, which is no `payment autocash`
= 65
$ clerk payment autocash --undo 3 --post
! arledger: --undo takes back a whole entry; give nothing with it
= 2
$ clerk payment autocash --date 2026-11-13 --from 2026-11-13
! arledger: --date is one day; give it, or --from and --to
= 2
$ printf 'payment autocash\n' | clerk run --atomic -
! arledger: standard input:1: what is only shown cannot be part of a whole; give --post
! nothing of the file was kept
= 2

# Discount, small difference and credits come back too; the books agree before and after.
$ clerk customer add --code OMEG --name "Omega SARL" -q
  OMEG
$ clerk invoice issue --customer OMEG --date 2026-11-10 --amount 200 --discount "3% 14" --number X-2001 -q
  X-2001
$ clerk invoice issue --customer OMEG --date 2026-11-10 --amount 80 --number X-2002 -q
  X-2002
$ clerk credit issue --customer OMEG --date 2026-11-11 --amount 30 --reason goods --number XC-2003 -q
  XC-2003
$ clerk payment receive --customer OMEG --amount 243.98 --date 2026-11-16 --reference "X-2001 and the other one" -q
  P-1007
$ clerk payment autocash --customer OMEG --post --format csv
  payment,customer,date,currency,amount,rule,step,choices,applied,why
  P-1007,OMEG,2026-11-16,EUR,243.98,references,1,1,,"only proposed, since the numbers in the text do not come to it; by the numbers in the reference: X-2001 200.00 = 200.00; 243.98 came"
! 0 applied, 1 only proposed, 0 without a rule that fits
$ clerk payment receive --customer OMEG --amount 243.98 --date 2026-11-16 --reference "X-2001 + X-2002 less XC-2003" -q
  P-1008
$ clerk payment reverse --payment P-1007 --reason keying -q
  REV-1001
$ clerk payment autocash --customer OMEG --post --format csv
  payment,customer,date,currency,amount,rule,step,choices,applied,why
  P-1008,OMEG,2026-11-16,EUR,243.98,references,1,1,243.98,by the numbers in the reference: X-2001 200.00 less discount 6.00 less small difference 0.02 + X-2002 80.00 - XC-2003 30.00 = 243.98
! 1 applied, 0 only proposed, 0 without a rule that fits
$ clerk application list --customer OMEG --format csv
  journal,payment,document,instalment,date,currency,amount,discount,writeoff,reason
  34,XC-2003,X-2002,1,2026-11-11,EUR,30.00,0.00,0.00,
  34,P-1008,X-2001,1,2026-11-16,EUR,193.98,6.00,0.02,
  34,P-1008,X-2002,1,2026-11-16,EUR,50.00,0.00,0.00,
$ clerk item list --customer OMEG --format csv
  customer,document,kind,instalment,issued,due,currency,amount,open,days_past_due,disputed,pending,pending_in,status
$ clerk book verify 2>&1 | sed 's/head .*/head/'
  verified: 34 entries, 28 documents, head
$ clerk journal list --format csv | tail -n 1 | cut -d, -f1
  34
$ clerk payment autocash --undo 34
! 3 applications of entry 34 taken back; open again: 30.00 of X-2002 from XC-2003, 193.98 of X-2001 from P-1008 (with its discount of 6.00 and its small write-off of 0.02, so 200.00 of it is open again), 50.00 of X-2002 from P-1008
$ clerk item list --customer OMEG --format csv
  customer,document,kind,instalment,issued,due,currency,amount,open,days_past_due,disputed,pending,pending_in,status
  OMEG,XC-2003,credit,1,2026-11-11,2026-11-11,EUR,-30.00,-30.00,,0.00,,,unapplied
  OMEG,P-1008,payment,1,2026-11-16,2026-11-16,EUR,-243.98,-243.98,,0.00,,,unapplied
  OMEG,X-2001,invoice,1,2026-11-10,2026-12-10,EUR,200.00,200.00,-18,0.00,,,open
  OMEG,X-2002,invoice,1,2026-11-10,2026-12-10,EUR,80.00,80.00,-18,0.00,,,open
$ clerk book verify 2>&1 | sed 's/head .*/head/'
  verified: 35 entries, 30 documents, head

# Another currency: no small differences; a customer's money in each pays only its own.
$ clerk customer add --code YANK --name "Yankee Inc" --currency USD -q
  YANK
$ clerk rate add --currency USD --date 2026-11-01 --rate 0.9 -q
  USD
$ clerk invoice issue --customer YANK --date 2026-11-10 --amount 300 --number Y-3001 -q
  Y-3001
$ clerk payment receive --customer YANK --amount 299.99 --date 2026-11-12 --reference Y-3001 --auto
  P-1009
! P-1009: 299.99 USD from YANK; only proposed, since the numbers in the text do not come to it; by the numbers in the reference: Y-3001 300.00 = 300.00; 299.99 came; 299.99 USD left unapplied
$ clerk payment receive --customer YANK --amount 270 --currency EUR --settles "300.00 USD" --date 2026-11-12 --reference Y-3001 --auto
  P-1010
! P-1010: 270.00 EUR from YANK, which settles 300.00 USD; by the numbers in the reference: Y-3001 300.00 = 300.00

# One payment, and one that is used up.
$ clerk payment autocash --payment P-1001 --post
! arledger: nothing of P-1001 is left to apply
= 65
$ clerk payment autocash --payment P-1006 --post --format csv
  payment,customer,date,currency,amount,rule,step,choices,applied,why
  P-1006,DELT,2026-11-13,EUR,191.34,subset,6,1,191.34,a choice of items that comes to it: INV-1009 123.45 + INV-1010 67.89 = 191.34
! 1 applied, 0 only proposed, 0 without a rule that fits

# Settings: order of the steps, oldest first, what is disputed, as what the rest stays.
$ clerk book settings --where 'name ~ autocash' --format csv
  name,value,default,meaning,holds
  autocash.steps,references exact account past-due statement subset,references exact account past-due statement subset,"how money finds what it is for, and in which order",
  autocash.oldest,0,0,"when none of these steps fits, the oldest due is paid first",
  autocash.disputed,0,0,"autocash pays what is disputed, even when the payer does not name it; else only the rest",
  autocash.charges,0,0,a sum that comes to what is open with its accrued charges is proposed; never posted by itself,
  autocash.remainder,unapplied,unapplied,as what the rest of the money stays: unapplied or on-account,
  autocash.parts,1,1,oldest first: the last item that the money reaches is paid in part,
  autocash.credits,0,0,oldest first: open credits go to what is owed before the money does,
$ clerk book set --name autocash.steps --value "exact luck"
! arledger: --value: "luck" is no step of autocash; the steps are: references exact account past-due statement subset
= 65
$ clerk book set --name autocash.remainder --value income
! arledger: --value: autocash.remainder is unapplied or on-account, not 'income'
= 65
$ clerk book set --name autocash.steps --value "past-due" -q
  autocash.steps
$ clerk book set --name autocash.oldest --value 1 -q
  autocash.oldest
$ clerk book set --name autocash.remainder --value on-account -q
  autocash.remainder
$ clerk payment receive --customer GAMA --amount 14 --date 2026-11-12 --auto
  P-1011
! P-1011: 14.00 EUR from GAMA; oldest due first: INV-1007 10.00 + INV-1008 10.00 = 20.00; 14.00 came
$ clerk dispute open --invoice INV-1011 --reason price --text "too dear" -q
  1
$ clerk payment receive --customer DELT --amount 800 --date 2026-11-14 --auto
  P-1012
! P-1012: 800.00 EUR from DELT; no rule of autocash fits; 800.00 EUR left unapplied
$ clerk book set --name autocash.disputed --value 1 -q
  autocash.disputed
$ clerk payment autocash --customer DELT
  AutoCash, not posted
  
  Payment  Customer  Date        Cur  Amount  Rule    No  Choices  Applied  What and why
  -------  --------  ----------  ---  ------  ------  --  -------  -------  -------------------------------------------------------
  P-1012   DELT      2026-11-14  EUR  800.00  oldest   7        1   543.21  oldest due first: INV-1011 543.21 = 543.21; 800.00 came
  
  Matched by rule 1 of 1, 100.0 %; whole 0, 0.0 %: oldest 1
! 1 would be applied, 0 only proposed, 0 without a rule that fits; nothing was posted: --post does it
$ clerk payment autocash --payment P-1012 --explain --format csv
  payment,customer,date,currency,amount,rule,step,choices,applied,why,failed
  P-1012,DELT,2026-11-14,EUR,800.00,oldest,7,1,543.21,oldest due first: INV-1011 543.21 = 543.21; 800.00 came,past-due: nothing is past due
! 1 would be applied, 0 only proposed, 0 without a rule that fits; nothing was posted: --post does it
$ clerk book verify 2>&1 | sed 's/head .*/head/'
  verified: 48 entries, 37 documents, head

# Two sums that clear an account together: the first takes the second with it, which has nothing left to do.
$ clerk -q -b both.arl book new --company "Harbour & Finch" --currency EUR --sandbox
$ clerk -q -b both.arl customer add --code TWO --name Two
  TWO
$ clerk -q -b both.arl invoice issue --customer TWO --amount 100 --date 2026-11-01
  INV-1001
$ clerk -q -b both.arl payment receive --customer TWO --amount 60 --date 2026-11-10
  P-1001
$ clerk -q -b both.arl payment receive --customer TWO --amount 40 --date 2026-11-11
  P-1002
$ clerk -b both.arl payment autocash --format csv
  payment,customer,date,currency,amount,rule,step,choices,applied,why
  P-1001,TWO,2026-11-10,EUR,60.00,account,3,1,60.00,clears the whole account: INV-1001 100.00 - P-1002 40.00 = 60.00
! 1 would be applied, 0 only proposed, 0 without a rule that fits; nothing was posted: --post does it
$ clerk -b both.arl payment autocash --post --format csv
  payment,customer,date,currency,amount,rule,step,choices,applied,why
  P-1001,TWO,2026-11-10,EUR,60.00,account,3,1,60.00,clears the whole account: INV-1001 100.00 - P-1002 40.00 = 60.00
! 1 applied, 0 only proposed, 0 without a rule that fits
$ clerk -b both.arl payment list --format csv
  number,customer,date,method,reference,currency,amount,unapplied,status
  P-1001,TWO,2026-11-10,transfer,,EUR,60.00,0.00,applied
  P-1002,TWO,2026-11-11,transfer,,EUR,40.00,0.00,applied

# Of an invoice that is disputed in part the rest is what the customer pays; with what accrued a sum
# is only proposed, for a charge is owed when it is charged.
$ clerk -q -b part.arl book new --company "T" --currency EUR --sandbox
$ clerk -b part.arl -q customer add --code PART --name "Partly Ltd"
  PART
$ clerk -b part.arl -q invoice issue --customer PART --number PA-1 --amount 100 --date 2026-09-01
  PA-1
$ clerk -b part.arl -q dispute open --invoice PA-1 --amount 20 --reason PRICE
  1
$ clerk -b part.arl -q payment receive --customer PART --number PP-1 --amount 80 --date 2026-11-20
  PP-1
$ clerk -b part.arl payment autocash --customer PART --post --format csv
  payment,customer,date,currency,amount,rule,step,choices,applied,why
  PP-1,PART,2026-11-20,EUR,80.00,exact,2,1,80.00,by the amount: PA-1 80.00 undisputed = 80.00
! 1 applied, 0 only proposed, 0 without a rule that fits
$ clerk -b part.arl item list --customer PART --format csv
  customer,document,kind,instalment,issued,due,currency,amount,open,days_past_due,disputed,pending,pending_in,status
  PART,PA-1,invoice,1,2026-09-01,2026-10-01,EUR,100.00,20.00,52,20.00,,,disputed
$ clerk -b part.arl -q customer add --code LATE --name "Late Ltd"
  LATE
$ clerk -b part.arl -q charge-rate add --scheme contract --from 2026-01-01 --rate 10%
  contract
$ clerk -b part.arl -q invoice issue --customer LATE --number LA-1 --amount 1000 --date 2026-08-01
  LA-1
$ clerk -b part.arl charge preview --customer LATE --upto 2026-11-20 --format csv
  customer,name,document,instalment,kind,due,days,rate,currency,open,accrued,charged,proposed,reason
  LATE,Late Ltd,LA-1,1,interest,2026-08-31,81,10,EUR,1000.00,22.19,0.00,22.19,
$ clerk -b part.arl -q payment receive --customer LATE --number LP-1 --amount 1022.19 --date 2026-11-20
  LP-1
$ clerk -b part.arl payment autocash --customer LATE --format csv
  payment,customer,date,currency,amount,rule,step,choices,applied,why
  LP-1,LATE,2026-11-20,EUR,1022.19,,,,,no rule of autocash fits
! 0 would be applied, 0 only proposed, 1 without a rule that fits; nothing was posted: --post does it
$ clerk -b part.arl -q book set --name autocash.charges --value yes
  autocash.charges
$ clerk -b part.arl payment autocash --customer LATE --post --format csv
  payment,customer,date,currency,amount,rule,step,choices,applied,why
  LP-1,LATE,2026-11-20,EUR,1022.19,exact,2,1,,"only proposed, since 22.19 of it are late charges that accrued and must be charged first; by the amount: LA-1 1000.00 = 1000.00; 1022.19 came"
! 0 applied, 1 only proposed, 0 without a rule that fits
$ clerk -b part.arl payment autocash --date 2026-11-20 --explain --format csv
  payment,customer,date,currency,amount,rule,step,choices,applied,why,failed
  LP-1,LATE,2026-11-20,EUR,1022.19,exact,2,1,,"only proposed, since 22.19 of it are late charges that accrued and must be charged first; by the amount: LA-1 1000.00 = 1000.00; 1022.19 came",references: the text names nothing that is open; exact: no single item comes to it; account: that comes to 1000.00; past-due: that comes to 1000.00; statement: what is past due on any terms does not come to it; subset: no choice of items comes to it
! 0 would be applied, 1 only proposed, 0 without a rule that fits; nothing was posted: --post does it
$ clerk -b part.arl -q book verify
