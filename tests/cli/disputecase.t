# A case from its opening to what came of it: owner, due day, status, escalation, notes.
$ clerk -q book new --company "Harbour & Finch" --currency EUR --sandbox
$ clerk -q customer add --code ACME --name "Acme Ltd"
  ACME
$ clerk -q tax add --code VAT20 --rate 20% --account 2200
  VAT20
$ clerk -q tax add --code VAT7 --rate 7% --account 2200
  VAT7
$ clerk -q invoice issue --customer ACME --date 2026-09-01 --line "text=Lamps; qty=10; price=100; tax=VAT20" --line "text=Books; qty=1; price=100; tax=VAT7" --line "text=Deposit; qty=1; price=93"
  INV-1001
$ clerk -q contact log --customer ACME --kind enquiry --in --with "Mary Poole" --date 2026-11-02 --text "why so dear?"
  1
$ clerk dispute open INV-1001 --amount 140 --reason price --text "1,400 were agreed" --contact 1 --date 2026-11-02
  1
! INV-1001 is in dispute: case 1 of anna, due 2026-11-16
$ clerk dispute set 1 --status in-review --text "asked sales"
  1
! dispute 1 on INV-1001: in-review, of anna, due 2026-11-16
$ clerk dispute set 1 --owner bob --due 2026-11-20
  1
! dispute 1 on INV-1001: in-review, of bob, due 2026-11-20
$ clerk dispute note 1 --text "the price list of May was used"
  1
! noted on dispute 1
$ clerk dispute set 1
! arledger: say what changes: --status, --owner, --due or --escalate; `dispute note` takes a word alone
= 2
$ clerk dispute set 1 --status closed
! arledger: --status: 'closed' is not one of open, in-review, waiting, accepted, rejected
= 65
$ clerk dispute set 1 --due 2026-10-01
! arledger: a dispute cannot be due before it was opened
= 65
$ clerk dispute escalate 1 --to carol --text "above what bob may decide"
  1
! dispute 1 on INV-1001: in-review, of carol, due 2026-11-20, gone higher once
$ clerk dispute list --overdue --format csv
  id,customer,document,reason,owner,opened,closed,currency,amount,open,resolution,text,status,due,level,cause
  1,ACME,INV-1001,PRICE,carol,2026-11-02,,EUR,140.00,140.00,,"1,400 were agreed",in-review,2026-11-20,1,
$ clerk dispute list --owner carol --format csv
  id,customer,document,reason,owner,opened,closed,currency,amount,open,resolution,text,status,due,level,cause
  1,ACME,INV-1001,PRICE,carol,2026-11-02,,EUR,140.00,140.00,,"1,400 were agreed",in-review,2026-11-20,1,
$ clerk dispute list --owner nobody
  Disputes
  
  Case  Customer  Document  Reason  Owner  Opened  Closed  Cur  Amount  Open  Resolution  Text  Status  Due  Up  Cause
  ----  --------  --------  ------  -----  ------  ------  ---  ------  ----  ----------  ----  ------  ---  --  -----
  (nothing to show)
$ clerk dispute show 1
  Dispute 1 on INV-1001
  
  Customer      ACME  Acme Ltd
  Document      INV-1001
  Reason        PRICE, price is not as agreed
  What is said  1,400 were agreed
  Disputed      140.00 EUR
  Meanwhile     dunning stops, late interest stops, not counted against the credit limit
  
  Status       in-review
  Owner        carol
  Opened       2026-11-02, 20 days ago
  Due          2026-11-20, 2 days over
  Gone higher  once
  Goes higher  from 2026-11-29 on
  
  What is owed
  Instalment  1 of INV-1001, due 2026-10-01
  Amount      1,400.00 EUR
  Open        1,400.00 EUR
  In dispute  140.00 EUR
  Undisputed  1,260.00 EUR
  
  History
  
  Moment                Date        By    What                             Words
  --------------------  ----------  ----  -------------------------------  ------------------------------
  2026-11-22T12:00:00Z  2026-11-02  anna  opened, of anna, due 2026-11-16
  2026-11-22T12:00:00Z  2026-11-22  anna  in-review                        asked sales
  2026-11-22T12:00:00Z  2026-11-22  anna  to bob
  2026-11-22T12:00:00Z  2026-11-22  anna  due 2026-11-20
  2026-11-22T12:00:00Z  2026-11-22  anna  note                             the price list of May was used
  2026-11-22T12:00:00Z  2026-11-22  anna  gone higher, to carol            above what bob may decide
  
  Contacts
  
  Date        Kind     Person      What was said
  ----------  -------  ----------  -------------
  2026-11-02  enquiry  Mary Poole  why so dear?
$ clerk contact list --format csv
  id,date,customer,name,kind,way,with,document,text,status,next,action,next_owner,owner,closed,turnaround_days,dispute,outcome
  1,2026-11-02,ACME,Acme Ltd,enquiry,in,Mary Poole,,why so dear?,answered,,,,anna,2026-11-02,0,1,dispute 1
$ clerk item list --format csv
  customer,document,kind,instalment,issued,due,currency,amount,open,days_past_due,disputed,pending,pending_in,status
  ACME,INV-1001,invoice,1,2026-09-01,2026-10-01,EUR,1400.00,1400.00,52,140.00,,,disputed

# Payments reduce the undisputed part first.
$ clerk -q payment receive --customer ACME --amount 1260 --apply INV-1001 --date 2026-11-10
  P-1001
$ clerk item list --format csv
  customer,document,kind,instalment,issued,due,currency,amount,open,days_past_due,disputed,pending,pending_in,status
  ACME,INV-1001,invoice,1,2026-09-01,2026-10-01,EUR,1400.00,140.00,52,140.00,,,disputed
$ clerk -q payment receive --customer ACME --amount 20 --apply INV-1001 --date 2026-11-11
  P-1002
$ clerk item list --format csv
  customer,document,kind,instalment,issued,due,currency,amount,open,days_past_due,disputed,pending,pending_in,status
  ACME,INV-1001,invoice,1,2026-09-01,2026-10-01,EUR,1400.00,120.00,52,120.00,,,disputed
$ clerk report aging --format csv
  customer,name,currency,current,1-30,31-60,61-90,over-90,unapplied,total,disputed,owner
  ACME,Acme Ltd,EUR,0.00,0.00,120.00,0.00,0.00,0.00,120.00,120.00,

# What is granted becomes a credit memo of the invoice, with its taxes in proportion.
$ clerk dispute resolve 1 --resolution credit --amount 140.01
! arledger: dispute 1 is over 140.00; more is a credit memo of its own
= 65
$ clerk dispute resolve 1 --resolution credit --amount 7 --cause WEATHER
! arledger: WEATHER is no root cause: one of PRICING ORDER PICKING CARRIER BILLING CONTRACT TAXES RECORDS QUALITY CASH CUSTOMER UNKNOWN
= 65
$ clerk dispute resolve 1 --resolution paid --amount 7
! arledger: --amount is of a credit memo or write-off that is made now: say --resolution credit or writeoff with it
= 65
$ clerk dispute resolve 1 --resolution credit --amount "7 USD"
! arledger: --amount: the dispute is in EUR, not USD
= 65
$ clerk dispute resolve 1 --resolution "credit: list of May" --amount 100 --cause CONTRACT
  1
! dispute 1 is closed: credit memo CM-1001: list of May; 100.00 EUR taken off; 20.00 EUR of INV-1001 stay owed, due 2026-10-01
$ clerk invoice show CM-1001
  Credit memo CM-1001
  
  Harbour & Finch
  Acme Ltd
  Customer        ACME
  Date            2026-11-22
  Your reference  INV-1001
  About           INV-1001
  
  Text                   Quantity  Price  Tax      Net
  ---------------------  --------  -----  -----  -----
  Dispute 1 on INV-1001                   VAT20  71.43
  Dispute 1 on INV-1001                   VAT7    7.14
  Dispute 1 on INV-1001                           6.64
  
  Net          85.21 EUR
  VAT20 20 %   14.29 EUR on 71.43 EUR
  VAT7 7 %      0.50 EUR on 7.14 EUR
  Total       100.00 EUR
  ------------------------------------------------------------------------------------------------------------------------------------
  Applied
  Document  Kind     Part  Date        Amount  Discount  Write-off
  --------  -------  ----  ----------  ------  --------  ---------
  INV-1001  invoice     1  2026-11-22  100.00         .          .
  Left  0.00 EUR
$ clerk dispute show 1 | sed -n '/What came/,$p'
  What came of it
  Closed      2026-11-22, after 20 days
  Resolution  credit memo CM-1001: list of May
  Paper       CM-1001, 100.00 EUR of it taken off
  Root cause  CONTRACT, agreement unclear or not known
  
  History
  
  Moment                Date        By    What                             Words
  --------------------  ----------  ----  -------------------------------  --------------------------------
  2026-11-22T12:00:00Z  2026-11-02  anna  opened, of anna, due 2026-11-16
  2026-11-22T12:00:00Z  2026-11-22  anna  in-review                        asked sales
  2026-11-22T12:00:00Z  2026-11-22  anna  to bob
  2026-11-22T12:00:00Z  2026-11-22  anna  due 2026-11-20
  2026-11-22T12:00:00Z  2026-11-22  anna  note                             the price list of May was used
  2026-11-22T12:00:00Z  2026-11-22  anna  gone higher, to carol            above what bob may decide
  2026-11-22T12:00:00Z  2026-11-22  anna  closed                           credit memo CM-1001: list of May
  
  Contacts
  
  Date        Kind     Person      What was said
  ----------  -------  ----------  -------------
  2026-11-02  enquiry  Mary Poole  why so dear?
$ clerk dispute note 1 --text late
! arledger: dispute 1 is closed
= 65
$ clerk dispute resolve 1 --resolution paid
! arledger: dispute 1 is closed already
= 65
$ clerk item list --format csv
  customer,document,kind,instalment,issued,due,currency,amount,open,days_past_due,disputed,pending,pending_in,status
  ACME,INV-1001,invoice,1,2026-09-01,2026-10-01,EUR,1400.00,20.00,52,0.00,,,overdue
$ clerk -q book verify

# A write-off is an allowance; a rejected case leaves all owed.
$ clerk -q invoice issue --customer ACME --date 2026-09-01 --amount 100
  INV-1002
$ clerk dispute open INV-1002 --amount 30 --reason SHORT
  2
! INV-1002 is in dispute: case 2 of anna, due 2026-12-06
$ clerk dispute resolve 2 --resolution writeoff --amount 10
  2
! dispute 2 is closed: write-off WO-1001; 10.00 EUR taken off; 90.00 EUR of INV-1002 stay owed, due 2026-10-01
$ clerk dispute open INV-1002 --amount 20 --reason SHORT
  3
! INV-1002 is in dispute: case 3 of anna, due 2026-12-06
$ clerk dispute resolve 3 --resolution "rejected: signed for"
  3
! dispute 3 is closed: rejected: signed for; 90.00 EUR of INV-1002 stay owed, due 2026-10-01
$ clerk gl export --from 2026-11-01 --to 2026-11-30 --format csv | grep -c WO-
  2
! batch 1: 4 documents, 1390.00 EUR on each side
$ clerk dispute show 99
! arledger: there is no dispute 99; `dispute list` shows them
= 65
$ clerk dispute open INV-1002 --amount 20 --reason SHORT -q
  4

# A paper that was made before is named by its number; what is neither a word of the list nor a paper closes nothing.
$ clerk -q credit issue --invoice INV-1002 --amount 5
  CM-1002
$ clerk dispute resolve 4 --resolution CM-99
! arledger: --resolution: ACME has no credit memo, write-off or payment CM-99
= 65
$ clerk dispute resolve 4 --resolution CM-1002
  4
! dispute 4 is closed: CM-1002; 5.00 EUR taken off; 85.00 EUR of INV-1002 stay owed, due 2026-10-01
$ clerk dispute open INV-1002 --amount 5 --reason SHORT -q
  5
$ clerk dispute resolve 5 --resolution credti
! arledger: --resolution: 'credti' is none of paid, credit, writeoff, rejected and withdrawn (more words behind a colon, as "withdrawn: settled by the agent"), nor a credit memo, write-off or payment of ACME
= 65
$ clerk dispute resolve 5 --resolution "settled by the agent"
! arledger: --resolution: 'settled by the agent' is none of paid, credit, writeoff, rejected and withdrawn (more words behind a colon, as "withdrawn: settled by the agent"), nor a credit memo, write-off or payment of ACME
= 65
$ clerk dispute resolve 5 --resolution "Withdrawn: settled by the agent"
  5
! dispute 5 is closed: Withdrawn: settled by the agent; 85.00 EUR of INV-1002 stay owed, due 2026-10-01
$ clerk dispute list --format csv
  id,customer,document,reason,owner,opened,closed,currency,amount,open,resolution,text,status,due,level,cause
  1,ACME,INV-1001,PRICE,carol,2026-11-02,2026-11-22,EUR,140.00,,credit memo CM-1001: list of May,"1,400 were agreed",closed,2026-11-20,1,CONTRACT
  2,ACME,INV-1002,SHORT,anna,2026-11-22,2026-11-22,EUR,30.00,,write-off WO-1001,,closed,2026-12-06,,PICKING
  3,ACME,INV-1002,SHORT,anna,2026-11-22,2026-11-22,EUR,20.00,,rejected: signed for,,closed,2026-12-06,,CUSTOMER
  4,ACME,INV-1002,SHORT,anna,2026-11-22,2026-11-22,EUR,20.00,,CM-1002,,closed,2026-12-06,,PICKING
  5,ACME,INV-1002,SHORT,anna,2026-11-22,2026-11-22,EUR,5.00,,Withdrawn: settled by the agent,,closed,2026-12-06,,PICKING
$ clerk deduction split --invoice INV-1002 --amount 20 --reason DAMAGE -q
  DED-1001
$ clerk dispute resolve 6 --resolution credit --cause CARRIER
  6
! dispute 6 is closed: credit memo CM-1003; 20.00 EUR taken off
$ clerk item list --format csv
  customer,document,kind,instalment,issued,due,currency,amount,open,days_past_due,disputed,pending,pending_in,status
  ACME,INV-1001,invoice,1,2026-09-01,2026-10-01,EUR,1400.00,20.00,52,0.00,,,overdue
  ACME,INV-1002,invoice,1,2026-09-01,2026-10-01,EUR,100.00,65.00,52,0.00,,,overdue
$ clerk -q book verify

# What was accepted can be questioned no more than once.
$ clerk dispute open INV-1002 --amount 60 --reason SHORT -q
  7
$ clerk dispute open INV-1002 --amount 60 --reason SHORT --date 2026-10-01
! arledger: INV-1002: at most 40.00 can be disputed
= 65
$ clerk -q book verify

# Above a user's limit all of it waits: the case stays open until somebody else approves.
$ clerk -q invoice issue --customer ACME --amount 300 --date 2026-09-05
  INV-1003
$ clerk -q dispute open INV-1003 --amount 200 --reason PRICE
  8
$ clerk -q user add --name ben --role clerk --limit "writeoff=3; credit=100"
  ben
$ clerk -q user add --name cleo --role coordinator --limit "credit=400"
  cleo
$ clerk --actor ben dispute resolve 8 --resolution credit --cause CONTRACT
  A-1
! credit memo of 200.00 EUR on INV-1003 waits for approval A-1: 200.00 at once is above the limit of ben, 100.00 EUR
$ clerk --actor ben dispute list --customer ACME --open --format csv
  id,customer,document,reason,owner,opened,closed,currency,amount,open,resolution,text,status,due,level,cause
  7,ACME,INV-1002,SHORT,anna,2026-11-22,,EUR,60.00,60.00,,,open,2026-12-06,,
  8,ACME,INV-1003,PRICE,anna,2026-11-22,,EUR,200.00,200.00,,,open,2026-12-06,,
$ clerk --actor cleo approval approve A-1
  8
! A-1 is approved: credit memo of 200.00 EUR for ACME, asked for by ben; dispute 8 is closed: credit memo CM-1004; 200.00 EUR taken off; 100.00 EUR of INV-1003 stay owed, due 2026-10-05
$ clerk --actor cleo dispute list --customer ACME --where "id = 8" --format csv
  id,customer,document,reason,owner,opened,closed,currency,amount,open,resolution,text,status,due,level,cause
  8,ACME,INV-1003,PRICE,anna,2026-11-22,2026-11-22,EUR,200.00,,credit memo CM-1004,,closed,2026-12-06,,CONTRACT
$ clerk --actor ben dispute reason set PRICE --interest no
! arledger: `dispute-reason set` needs the role coordinator; ben has clerk
= 77
$ clerk --actor anna -q book verify
