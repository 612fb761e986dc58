# Batches of payments: entered as drafts, posted together at difference 0 (RULES.md R14).
$ clerk -q book new --company "Harbour & Finch" --currency EUR --sandbox
$ clerk -q customer add --code ACME --name Acme
  ACME
$ clerk -q customer add --code BOLT --name Bolt
  BOLT
$ clerk -q invoice issue --customer ACME --number 10441 --date 2026-10-01 --amount 1320
  10441
$ clerk -q invoice issue --customer ACME --number 10442 --date 2026-10-02 --amount 4310
  10442
$ clerk -q invoice issue --customer BOLT --number 10443 --date 2026-10-03 --amount 80 --discount "2% 100"
  10443

# The control total is said first, or the tape.
$ clerk batch open
! arledger: --count: how many payments, and what do they come to? or type --tape first
= 2
$ clerk batch open --count 3
! arledger: --total: how many payments, and what do they come to? or type --tape first
= 2
$ clerk batch open --count 3 --total 0
! arledger: --total: a batch comes to more than 0.00
= 65
$ clerk batch open --tape "100 two"
! arledger: --tape: "two" is not an amount; write it like 1234.50 or 1234.50 EUR
= 65
$ clerk batch open --tape "1230.00 78.40" --count 3
! arledger: --count: the tape has 2 amounts
= 65
$ clerk batch open --tape "1230.00 78.40" --total 1308.41
! arledger: --total: the tape comes to 1308.40
= 65
$ clerk batch open --count 2 --total 10 --bank 4000
! arledger: 4000 Sales is of the kind income; an account for "Bank" is of the kind asset or liability
= 65
$ clerk batch open --count 2 --total 10 --bank 1100
! arledger: --bank: a control account is no bank account
= 65
$ clerk batch open --tape "1230.00 78.40" --date 2026-11-21 --bank 1200
  2026-11-21/A
! 2026-11-21/A: 2 payments over 1308.40 EUR expected, for 1200 Bank

# Lines are tried when they are entered; a draft counts nowhere, and is shown as pending.
$ clerk payment receive --batch 2026-11-21/A --amount 1320 --apply 10441 --method cheque --reference 77
  2026-11-21/A/1
! 2026-11-21/A/1: 1320.00 EUR; 1 of 2 entered, 1320.00 of 1308.40 EUR, too much by 11.60
$ clerk payment receive --batch Z --amount 1
! arledger: there is no batch Z; `batch list` shows them
= 65
$ clerk payment receive --batch A --amount 78.40 --apply 99999
! arledger: there is no document 99999; look for it with `find`
= 65
$ clerk payment receive --batch A --amount 78.40 --apply "10443=90"
! arledger: 10443 has only 80.00 open; 90.00 cannot be applied to it
= 65
$ clerk payment receive --batch A --amount 50 --apply 10441
! arledger: 10441: line 1 of this batch pays it already: 1320.00 of 1320.00 is spoken for
= 65
$ clerk payment receive --batch A --amount 1320 --customer ACME --method cheque --reference 77
! arledger: 2026-11-21/A/1 is the same cheque: it has this number, payer and amount; a cheque is not taken twice
= 65
$ clerk payment receive --batch A --amount 1320 --customer ACME --method transfer --reference 77
  2026-11-21/A/2
! 2026-11-21/A/2: 1320.00 EUR; 2 of 2 entered, 2640.00 of 1308.40 EUR, too much by 1331.60; entered though 2026-11-21/A/1 has this payer, amount and reference
$ clerk batch remove A/2
  2026-11-21/A
! line 2026-11-21/A/2, 1320.00 EUR from ACME is out; 1 of 2 entered, 1320.00 of 1308.40 EUR, too much by 11.60
$ clerk payment receive --batch A --amount 5 --customer ACME --currency USD --rate 0.9
! arledger: batch 2026-11-21/A is in EUR, and this came in USD
= 65
$ clerk payment receive --line A/1 --amount 5
! arledger: --line belongs to --batch
= 2
$ clerk payment receive --batch A --amount 78.40 --apply "10443=78.40 discount auto"
  2026-11-21/A/2
! 2026-11-21/A/2: 78.40 EUR; 2 of 2 entered, 1398.40 of 1308.40 EUR, too much by 90.00; difference 90.00 is divisible by nine: swapped in line 1 (1320.00 for 1230.00)?
$ clerk batch show A
  Batch 2026-11-21/A
  
  Date        2026-11-21
  Bank        1200 Bank
  Opened      2026-11-22T12:00:00Z by anna
  State       draft
  Expected    2, 1,308.40 EUR
  Entered     2, 1,398.40 EUR
  Difference  0, 90.00 EUR
  Missing     of the tape: 1,230.00
  ! difference 90.00 is divisible by nine: swapped in line 1 (1,320.00 for 1,230.00)?
  
    Line  Customer  Name  Cur    Amount  Tape  Method    Reference  Pays            By    Posted as
    ----  --------  ----  ---  --------  ----  --------  ---------  --------------  ----  ---------
  !    1  ACME      Acme  EUR  1,320.00  no    cheque    77         10441 1,320.00  anna
       2  BOLT      Bolt  EUR     78.40  yes   transfer             10443 80.00     anna
                               --------
          Total                1,398.40
  
  2 of 2 entered, 1,398.40 of 1,308.40 EUR, too much by 90.00
  
  2026-11-22T12:00:00Z anna: line 2 1320.00 removed
$ clerk item list --format csv
  customer,document,kind,instalment,issued,due,currency,amount,open,days_past_due,disputed,pending,pending_in,status
  ACME,10441,invoice,1,2026-10-01,2026-10-31,EUR,1320.00,1320.00,22,0.00,1320.00,"2026-11-21/A, anna",overdue
  ACME,10442,invoice,1,2026-10-02,2026-11-01,EUR,4310.00,4310.00,21,0.00,,,overdue
  BOLT,10443,invoice,1,2026-10-03,2026-11-02,EUR,80.00,80.00,20,0.00,80.00,"2026-11-21/A, anna",overdue
$ clerk item list --customer BOLT
  Open items
  BOLT Bolt, as of 2026-11-22
  
    Customer  Document  Kind     Part  Issued      Due         Cur  Amount   Open  Days  Disputed  Pending  In                 Status
    --------  --------  -------  ----  ----------  ----------  ---  ------  -----  ----  --------  -------  -----------------  -------
  ! BOLT      10443     invoice     1  2026-10-03  2026-11-02  EUR   80.00  80.00    20         .    80.00  2026-11-21/A, an…  overdue
$ clerk report customer BOLT | grep Pending
  Pending       78.40 EUR, batch 2026-11-21/A, anna
$ clerk report aging --format csv
  customer,name,currency,current,1-30,31-60,61-90,over-90,unapplied,total,disputed,owner
  ACME,Acme,EUR,0.00,5630.00,0.00,0.00,0.00,0.00,5630.00,0.00,
  BOLT,Bolt,EUR,0.00,80.00,0.00,0.00,0.00,0.00,80.00,0.00,
$ clerk payment list --format csv
  number,customer,date,method,reference,currency,amount,unapplied,status

# The difference can be divided by nine: two figures were swapped in line 1.
$ clerk batch post A
! arledger: batch 2026-11-21/A does not come to its control total: 2 of 2 entered, 1398.40 of 1308.40, difference 90.00; difference 90.00 is divisible by nine: swapped in line 1 (1320.00 for 1230.00)?
= 65
$ clerk payment receive --batch A --line A/1 --amount 1230 --apply 10441=1230 --method cheque --reference 77
  2026-11-21/A/1
! 2026-11-21/A/1: 1230.00 EUR; 2 of 2 entered, 1308.40 of 1308.40 EUR, difference 0.00
$ clerk batch list
  Batches
  
    Batch         Date        Bank  Expected  Entered  Cur     Total    So far  Difference  State     By
    ------------  ----------  ----  --------  -------  ---  --------  --------  ----------  --------  ----
  * 2026-11-21/A  2026-11-21  1200         2        2  EUR  1,308.40  1,308.40           .  balanced  anna
$ clerk batch post A --dry-run
  2026-11-21/A
! 2026-11-21/A: 2 payments over 1308.40 EUR posted, P-1001 to P-1002
! dry run: nothing was kept
$ clerk --dry-run batch post A
  2026-11-21/A
! 2026-11-21/A: 2 payments over 1308.40 EUR posted, P-1001 to P-1002
! dry run: nothing was kept
$ clerk batch post A
  2026-11-21/A
! 2026-11-21/A: 2 payments over 1308.40 EUR posted, P-1001 to P-1002
$ clerk batch post 2026-11-21/A
! arledger: batch 2026-11-21/A is posted already, by anna
= 65
$ clerk batch show 2026-11-21/A --format csv
  line,place,customer,name,currency,amount,taped,method,reference,pays,by,payment
  2026-11-21/A/1,1,ACME,Acme,EUR,1230.00,yes,cheque,77,10441 1230.00,anna,P-1001
  2026-11-21/A/2,2,BOLT,Bolt,EUR,78.40,yes,transfer,,10443 80.00,anna,P-1002
$ clerk item list --format csv
  customer,document,kind,instalment,issued,due,currency,amount,open,days_past_due,disputed,pending,pending_in,status
  ACME,10441,invoice,1,2026-10-01,2026-10-31,EUR,1320.00,90.00,22,0.00,,,overdue
  ACME,10442,invoice,1,2026-10-02,2026-11-01,EUR,4310.00,4310.00,21,0.00,,,overdue
$ clerk payment list --format csv
  number,customer,date,method,reference,currency,amount,unapplied,status
  P-1001,ACME,2026-11-21,cheque,77,EUR,1230.00,0.00,applied
  P-1002,BOLT,2026-11-21,transfer,,EUR,78.40,0.00,applied
$ clerk journal list --format csv | tail -n 3 | cut -d, -f3,4
  anna,payment receive --amount 1230 --date 2026-11-21 --method cheque --reference 77 --apply 10441=1230
  anna,payment receive --amount 78.40 --date 2026-11-21 --apply '10443=78.40 discount auto'
  anna,batch post --batch A

# A wrong control total is corrected with a reason, a difference is accepted with one; both are kept.
$ clerk batch open --count 4 --total 200
  2026-11-22/A
! 2026-11-22/A: 4 payments over 200.00 EUR expected, for 1200 Bank
$ clerk payment receive --batch A --amount 100 --customer ACME
  2026-11-22/A/1
! 2026-11-22/A/1: 100.00 EUR; 1 of 4 entered, 100.00 of 200.00 EUR, to go 100.00
$ clerk payment receive --batch A --amount 60 --apply 10442=60
  2026-11-22/A/2
! 2026-11-22/A/2: 60.00 EUR; 2 of 4 entered, 160.00 of 200.00 EUR, to go 40.00
$ clerk batch set A --count 3
! arledger: --reason is missing: why
= 2
$ clerk batch set A --reason why
! arledger: what is right? give --count, --total or --tape
= 2
$ clerk batch set A --count 3 --total 170 --reason "one cheque was counted twice"
  2026-11-22/A
! 2026-11-22/A: 2 of 3 entered, 160.00 of 170.00 EUR, to go 10.00
$ clerk batch accept A
! arledger: --reason is missing: why
= 2
$ clerk batch accept A --reason "the rest comes tomorrow"
  2026-11-22/A
! 2026-11-22/A: the difference of -1 in count and -10.00 EUR is accepted
$ clerk payment receive --batch A --amount 5
  2026-11-22/A/3
! 2026-11-22/A/3: 5.00 EUR; 3 of 3 entered, 165.00 of 170.00 EUR, to go 5.00
$ clerk batch post A
! arledger: batch 2026-11-22/A does not come to its control total: 3 of 3 entered, 165.00 of 170.00, difference -5.00
= 65
$ clerk batch remove A/3
  2026-11-22/A
! line 2026-11-22/A/3, 5.00 EUR from somebody unidentified is out; 2 of 3 entered, 160.00 of 170.00 EUR, to go 10.00
$ clerk batch show A
  Batch 2026-11-22/A
  
  Date        2026-11-22
  Bank        1200 Bank
  Opened      2026-11-22T12:00:00Z by anna
  State       draft
  Expected    3, 170.00 EUR
  Entered     2, 160.00 EUR
  Difference  -1, -10.00 EUR
  Accepted    by anna: the rest comes tomorrow
  
  Line  Customer  Name  Cur  Amount  Tape  Method    Reference  Pays         By    Posted as
  ----  --------  ----  ---  ------  ----  --------  ---------  -----------  ----  ---------
     1  ACME      Acme  EUR  100.00        transfer                          anna
     2  ACME      Acme  EUR   60.00        transfer             10442 60.00  anna
                             ------
        Total                160.00
  
  2 of 3 entered, 160.00 of 170.00 EUR, to go 10.00
  
  2026-11-22T12:00:00Z anna: count 4, then 3
  2026-11-22T12:00:00Z anna: total 200.00, then 170.00
  2026-11-22T12:00:00Z anna: because one cheque was counted twice
  2026-11-22T12:00:00Z anna: difference -1 -10.00 accepted: the rest comes tomorrow
  2026-11-22T12:00:00Z anna: line 3 5.00 removed

# Somebody else pays the invoice meanwhile: the whole batch stays, and the line is named.
$ arledger --now 2026-11-22T13:30:00Z --actor ben --locale C.UTF-8 payment receive --amount 4300 --apply 10442
  P-1003
! P-1003: 4300.00 EUR from ACME; 10442 4300.00
$ clerk batch post A
! arledger: line 2026-11-22/A/2, 60.00 EUR from ACME: 10442 was paid in part by ben at 13:30 with P-1003: 10.00 is left, so 60.00 is not there for it; nothing of the batch is posted: change that line, move it or remove it
= 65
$ clerk payment list --customer ACME --format csv
  number,customer,date,method,reference,currency,amount,unapplied,status
  P-1001,ACME,2026-11-21,cheque,77,EUR,1230.00,0.00,applied
  P-1003,ACME,2026-11-22,transfer,,EUR,4300.00,0.00,applied
$ clerk batch open --count 1 --total 60 --date 2026-11-20
  2026-11-20/A
! 2026-11-20/A: 1 payment over 60.00 EUR expected, for 1200 Bank
$ clerk batch move A/2 --to 2026-11-20/A
  2026-11-20/A/1
! line 2026-11-22/A/2, 60.00 EUR from ACME is 2026-11-20/A/1 now; 2026-11-22/A: 1 of 3 entered, 100.00 of 170.00 EUR, to go 70.00
$ clerk batch post A
! arledger: batch 2026-11-22/A does not come to its control total: 1 of 3 entered, 100.00 of 170.00, difference -70.00
= 65
$ clerk batch accept A --reason "the rest comes tomorrow"
  2026-11-22/A
! 2026-11-22/A: the difference of -2 in count and -70.00 EUR is accepted
$ clerk batch post A
  2026-11-22/A
! 2026-11-22/A: 1 payment over 100.00 EUR posted, P-1004; the difference of -70.00 EUR was accepted by anna: the rest comes tomorrow
$ clerk batch drop 2026-11-20/A --reason doubtful
! arledger: batch drop asks before it works, and nobody can answer; give --yes
= 2
$ clerk --yes batch drop 2026-11-20/A --reason doubtful
  2026-11-20/A
! 2026-11-20/A is dropped with 1 line over 60.00 EUR
$ clerk batch post 2026-11-20/A
! arledger: batch 2026-11-20/A is dropped already, by anna
= 65
$ clerk batch show 2026-11-20/A
  Batch 2026-11-20/A
  
  Date        2026-11-20
  Bank        1200 Bank
  Opened      2026-11-22T12:00:00Z by anna
  State       dropped 2026-11-22T12:00:00Z by anna
  Expected    1, 60.00 EUR
  Entered     1, 60.00 EUR
  Difference  0, 0.00 EUR
  
  Line  Customer  Name  Cur  Amount  Tape  Method    Reference  Pays         By    Posted as
  ----  --------  ----  ---  ------  ----  --------  ---------  -----------  ----  ---------
     1  ACME      Acme  EUR   60.00        transfer             10442 60.00  anna
  
  1 of 1 entered, 60.00 of 60.00 EUR, difference 0.00
  
  2026-11-22T12:00:00Z anna: dropped: doubtful
$ clerk batch list
  Batches
  
  Batch         Date        Bank  Expected  Entered  Cur     Total    So far  Difference  State    By
  ------------  ----------  ----  --------  -------  ---  --------  --------  ----------  -------  ----
  2026-11-22/A  2026-11-22  1200         3        1  EUR    170.00    100.00      -70.00  posted   anna
  2026-11-21/A  2026-11-21  1200         2        2  EUR  1,308.40  1,308.40           .  posted   anna
  2026-11-20/A  2026-11-20  1200         1        1  EUR     60.00     60.00           .  dropped  anna
$ clerk batch list --open --format csv
  batch,date,bank,count,lines,currency,total,entered,difference,state,by

# A credit that one line uses is spoken for, too.
$ clerk credit issue --customer ACME --number C1 --date 2026-11-10 --amount 30
  C1
! C1 for ACME: 30.00 EUR; 30.00 EUR left on account
$ clerk batch open --count 2 --total 20 --date 2026-11-19
  2026-11-19/A
! 2026-11-19/A: 2 payments over 20.00 EUR expected, for 1200 Bank
$ clerk payment receive --batch 2026-11-19/A --amount 10 --apply "10441=20.00 from C1; 10441=10.00"
  2026-11-19/A/1
! 2026-11-19/A/1: 10.00 EUR; 1 of 2 entered, 10.00 of 20.00 EUR, to go 10.00
$ clerk payment receive --batch 2026-11-19/A --amount 10 --apply "10441=20.00 from C1; 10441=10.00"
! arledger: C1: line 1 of this batch uses it already: 20.00 of 30.00 is spoken for
= 65
$ clerk item list --where "pending > 0" --format csv
  customer,document,kind,instalment,issued,due,currency,amount,open,days_past_due,disputed,pending,pending_in,status
  ACME,10441,invoice,1,2026-10-01,2026-10-31,EUR,1320.00,90.00,22,0.00,30.00,"2026-11-19/A, anna",overdue
  ACME,C1,credit,1,2026-11-10,2026-11-10,EUR,-30.00,-30.00,,0.00,20.00,"2026-11-19/A, anna",unapplied
$ clerk payment receive --batch 2026-11-19/A --amount 10 --apply "10441=10.00 from C1; 10441=10.00"
  2026-11-19/A/2
! 2026-11-19/A/2: 10.00 EUR; 2 of 2 entered, 20.00 of 20.00 EUR, difference 0.00
$ clerk batch post 2026-11-19/A
  2026-11-19/A
! 2026-11-19/A: 2 payments over 20.00 EUR posted, P-1005 to P-1006
$ clerk item list --customer ACME --format csv
  customer,document,kind,instalment,issued,due,currency,amount,open,days_past_due,disputed,pending,pending_in,status
  ACME,10441,invoice,1,2026-10-01,2026-10-31,EUR,1320.00,40.00,22,0.00,,,overdue
  ACME,10442,invoice,1,2026-10-02,2026-11-01,EUR,4310.00,10.00,21,0.00,,,overdue
  ACME,P-1004,payment,1,2026-11-22,2026-11-22,EUR,-100.00,-100.00,,0.00,,,unapplied
$ clerk book verify 2>&1 | sed 's/head .*/head/'
  verified: 36 entries, 11 documents, head

# A month is not closed over a batch that is dated in it.
$ clerk batch open --count 1 --total 5 --date 2026-10-31
  2026-10-31/A
! 2026-10-31/A: 1 payment over 5.00 EUR expected, for 1200 Bank
$ clerk period close --month 2026-10
! arledger: 2026-10 cannot be closed: 1 batch is not posted: 2026-10-31/A
= 65
$ clerk --yes batch drop 2026-10-31/A --reason "nothing came"
  2026-10-31/A
! 2026-10-31/A is dropped with 0 lines over 0.00 EUR
