# Users, roles and limits; what is above a limit waits for somebody else.
$ clerk -q book new --company "Harbour & Finch" --currency EUR --sandbox
$ clerk -q customer add --code ACME --name "Acme Ltd"
  ACME
$ clerk -q invoice issue --customer ACME --amount 100 --date 2026-09-01
  INV-1001
$ clerk -q invoice issue --customer ACME --amount 500 --date 2026-09-02
  INV-1002
# The first user: whoever adds becomes admin and manager.
$ clerk user add --name ben --role clerk --limit "writeoff=3; credit=100"
  ben
! ben is clerk; alone: write-off 3.00, credit memo 100.00; anna is admin and manager now, and whoever is no user may not open the book any more
$ clerk user add --name cleo --role coordinator --full-name "Cleo Marsh" --limit "credit=400"
  cleo
! cleo is coordinator; alone: credit memo 400.00
$ clerk user add --name dora --role auditor
  dora
! dora is auditor
$ clerk user add --name dan --role "clerk admin"
! arledger: an admin gives the roles and may not post; a firm that is too small sets duties.report, and `report duties` then shows it every day
= 65
$ clerk user add --name dan --role boss
! arledger: --role: 'boss' is no role; it is clerk, coordinator, manager, auditor or admin, or several: manager+admin
= 65
$ clerk user list
  Users
  
    User  Name        Roles          Status  Grants alone                        To look at
    ----  ----------  -------------  ------  ----------------------------------  -----------------------------------------
  ! anna              manager+admin  active  without limit                       an admin gives the roles and may not post
    ben               clerk          active  write-off 3.00, credit memo 100.00
    cleo  Cleo Marsh  coordinator    active  credit memo 400.00
    dora              auditor        active
$ clerk user list --format csv
  user,name,roles,status,limits,note,account,password
  anna,,manager+admin,active,without limit,an admin gives the roles and may not post,,
  ben,,clerk,active,"write-off 3.00, credit memo 100.00",,,
  cleo,Cleo Marsh,coordinator,active,credit memo 400.00,,,
  dora,,auditor,active,,,,
# Who is no user may not even read.
$ clerk --actor zoe customer list
! arledger: zoe is no user of this book; an admin adds one with `user add`
= 77
# Each command asks for its role.
$ clerk --actor ben period close 2026-09
! arledger: `period close` needs the role manager; ben has clerk
= 77
$ clerk --actor dora invoice issue --customer ACME --amount 10
! arledger: `invoice issue` needs the role clerk; dora has auditor
= 77
$ clerk --actor dora customer list --format csv
  code,name,currency,terms,limit,balance,overdue,oldest_days,collector,status,nsf,formerly
  ACME,Acme Ltd,EUR,NET30,,600.00,600.00,52,,overdue,0,
$ clerk --actor ben user set --name ben --role manager
! arledger: `user set` needs the role admin; ben has clerk
= 77
# The limit is of the sum, on the paper, of the customer and of the day.
$ clerk --actor ben credit issue --customer ACME --amount 60 --reason "broken lamps"
  CM-1001
! CM-1001 for ACME: 60.00 EUR; 60.00 EUR left on account
$ clerk --actor ben credit issue --customer ACME --amount 60 --reason "more broken lamps"
  A-1
! credit memo of 60.00 EUR waits for approval A-1: 120.00 for the customer this month is above the limit of ben, 100.00 EUR
$ clerk approval list
  Approvals
  
    No.  Asked by  Customer  Name      Kind    Document  Cur  Amount  Reason             Asked                 Expires     Status  By
    ---  --------  --------  --------  ------  --------  ---  ------  -----------------  --------------------  ----------  ------  --
  * A-1  ben       ACME      Acme Ltd  credit            EUR   60.00  more broken lamps  2026-11-22T12:00:00Z  2026-12-06  waits
$ clerk --actor ben approval list --open --format csv
  approval,maker,customer,name,kind,document,currency,amount,reason,moment,expires,status,decided_by,why,command
  A-1,ben,ACME,Acme Ltd,credit,,EUR,60.00,more broken lamps,2026-11-22T12:00:00.000000Z,2026-12-06,you made this,,,credit issue --customer ACME --amount 60 --date 2026-11-22 --reason 'more broken lamps'
$ clerk --actor ben customer list --format csv
  code,name,currency,terms,limit,balance,overdue,oldest_days,collector,status,nsf,formerly
  ACME,Acme Ltd,EUR,NET30,,540.00,600.00,52,,overdue,0,
# Nobody approves his own, and the approver's own limit must suffice.
$ clerk --actor ben approval approve A-1
! arledger: `approval approve` needs the role coordinator; ben has clerk
= 77
$ clerk --actor ben approval approve 1
! arledger: `approval approve` needs the role coordinator; ben has clerk
= 77
$ clerk user set --name cleo --limit "credit=110"
  cleo
! cleo is coordinator; alone: credit memo 110.00
$ clerk --actor cleo approval approve A-1
! arledger: A-1 cannot be done: 120.00 for the customer this month is above the limit of cleo, 110.00 EUR: somebody with a higher limit must approve it; nothing is posted, and it still waits
= 77
$ clerk user set --name cleo --limit "credit=400"
  cleo
! cleo is coordinator; alone: credit memo 400.00
$ clerk --actor cleo approval approve A-1
  CM-1002
! A-1 is approved: credit memo of 60.00 EUR for ACME, asked for by ben; CM-1002 for ACME: 60.00 EUR; 60.00 EUR left on account
$ clerk approval approve A-1
! arledger: A-1 was approved by cleo already
= 65
$ clerk approval list --format csv
  approval,maker,customer,name,kind,document,currency,amount,reason,moment,expires,status,decided_by,why,command
  A-1,ben,ACME,Acme Ltd,credit,,EUR,60.00,more broken lamps,2026-11-22T12:00:00.000000Z,2026-12-06,approved,cleo,,credit issue --customer ACME --amount 60 --date 2026-11-22 --reason 'more broken lamps'
$ clerk credit list --format csv
  number,customer,kind,date,due,currency,total,open,status
  CM-1001,ACME,credit,2026-11-22,2026-11-22,EUR,60.00,60.00,unapplied
  CM-1002,ACME,credit,2026-11-22,2026-11-22,EUR,60.00,60.00,unapplied
# Rejected with a reason, or withdrawn by who asked.
$ clerk --actor ben credit issue --customer ACME --amount 300 --reason "a discount they want"
  A-2
! credit memo of 300.00 EUR waits for approval A-2: 420.00 for the customer this month is above the limit of ben, 100.00 EUR
$ clerk --actor cleo approval reject A-2
! arledger: --reason is missing: why
= 2
$ clerk --actor cleo approval reject A-2 --reason "the contract says no"
  A-2
! A-2 is rejected: credit memo of 300.00 EUR for ACME, asked for by ben
$ clerk --actor ben credit issue --customer ACME --amount 301 --reason "once more"
  A-3
! credit memo of 301.00 EUR waits for approval A-3: 421.00 for the customer this month is above the limit of ben, 100.00 EUR
$ clerk --actor ben approval reject A-3 --reason "typed wrongly"
  A-3
! A-3 is withdrawn: credit memo of 301.00 EUR for ACME, asked for by ben
$ clerk --actor ben approval reject A-3 --reason "typed wrongly"
! arledger: A-3 was withdrawn by ben already
= 65
# What is not possible any more fails with words, and still waits.
$ clerk --actor ben writeoff post --invoice INV-1001 --amount 1.50 --reason "rounding"
! arledger: INV-1001 has 100.00 open: a small write-off must close the instalment
= 65
$ clerk -q payment receive --customer ACME --amount 96.00 --apply "INV-1001"
  P-1001
$ clerk --actor ben writeoff post --invoice INV-1001 --amount 4 --reason "bank fee"
! arledger: 4.00 is above the small write-off limit (5.00 EUR and 2 % of what was due): issue a credit memo, or raise tolerance.amount and tolerance.percent
= 77
$ clerk -q payment receive --customer ACME --amount 4.00 --apply "INV-1001"
  P-1002
$ clerk --actor cleo approval approve A-4
! arledger: there is no approval A-4; `approval list` shows them
= 65
$ clerk approval approve A-4
! arledger: there is no approval A-4; `approval list` shows them
= 65
$ clerk approval list --open --format csv
  approval,maker,customer,name,kind,document,currency,amount,reason,moment,expires,status,decided_by,why,command
# It expires.
$ clerk --now 2026-12-07T12:00:00Z approval approve A-4
! arledger: there is no approval A-4; `approval list` shows them
= 65
$ clerk --now 2026-12-07T12:00:00Z approval list --customer ACME --format csv
  approval,maker,customer,name,kind,document,currency,amount,reason,moment,expires,status,decided_by,why,command
  A-3,ben,ACME,Acme Ltd,credit,,EUR,301.00,once more,2026-11-22T12:00:00.000000Z,2026-12-06,withdrawn,ben,typed wrongly,credit issue --customer ACME --amount 301 --date 2026-11-22 --reason 'once more'
  A-2,ben,ACME,Acme Ltd,credit,,EUR,300.00,a discount they want,2026-11-22T12:00:00.000000Z,2026-12-06,rejected,cleo,the contract says no,credit issue --customer ACME --amount 300 --date 2026-11-22 --reason 'a discount they want'
  A-1,ben,ACME,Acme Ltd,credit,,EUR,60.00,more broken lamps,2026-11-22T12:00:00.000000Z,2026-12-06,approved,cleo,,credit issue --customer ACME --amount 60 --date 2026-11-22 --reason 'more broken lamps'
$ clerk --now 2026-12-07T12:00:00Z approval approve A-9
! arledger: there is no approval A-9; `approval list` shows them
= 65
# One admin always stays.
$ clerk user set --name anna --inactive
! arledger: anna is the only admin: nobody could give roles any more; make somebody else admin first
= 65
# Nobody gives oneself a role or a limit; both are what another admin gives.
$ clerk user set --name anna --role admin+manager+clerk
! arledger: anna is you: nobody gives a role or a limit to oneself, another admin does
= 65
$ clerk user set --name anna --limit refund=none
! arledger: anna is you: nobody gives a role or a limit to oneself, another admin does
= 65
$ clerk user set --name ben --limit refund=unlimited
  ben
! ben is clerk; alone: write-off 3.00, credit memo 100.00, refund without limit
$ clerk -q user set --name ben --limit refund=book
  ben
$ clerk user set --name ben --inactive
  ben
! ben is not active any more, was clerk; alone: write-off 3.00, credit memo 100.00
$ clerk --actor ben customer list
! arledger: ben does not work with this book any more
= 77
$ clerk -q user set --name ben --active
  ben
$ clerk -q book verify
# What waits blocks the close of its month.
$ clerk --now 2026-11-30T12:00:00Z --today 2026-11-30 --actor ben credit issue --customer ACME --amount 300 --date 2026-10-31 --reason "of October"
  A-4
! credit memo of 300.00 EUR waits for approval A-4: 420.00 for the customer this month is above the limit of ben, 100.00 EUR
$ clerk --now 2026-12-01T12:00:00Z --today 2026-12-01 period close 2026-10
! arledger: 2026-10 cannot be closed: 1 approval waits that is dated in the month or before: A-4; approve or reject
= 65
$ clerk -q --now 2026-12-01T12:00:00Z --today 2026-12-01 approval reject A-5 --reason "no"
! arledger: there is no approval A-5; `approval list` shows them
= 65
$ clerk -q --now 2026-12-01T12:00:00Z --today 2026-12-01 period close 2026-10 >closed.txt
! arledger: 2026-10 cannot be closed: 1 approval waits that is dated in the month or before: A-4; approve or reject
= 65
# Cash posts now; the small write-off and the discount that was not earned wait.
$ clerk -q book new --company "Lamps" --currency EUR --sandbox -b two.arl
$ clerk -q -b two.arl customer add --code ACME --name "Acme Ltd"
  ACME
$ clerk -q -b two.arl invoice issue --customer ACME --amount 1000 --date 2026-10-01 --discount "2% 10"
  INV-1001
$ clerk -q -b two.arl invoice issue --customer ACME --amount 300 --date 2026-10-01
  INV-1002
$ clerk -q -b two.arl user add --name ben --role clerk --limit "writeoff=2; discount=5"
  ben
$ clerk -b two.arl --actor ben payment receive --customer ACME --amount 297 --date 2026-11-20 --apply "INV-1002 writeoff 3"
  P-1001
! P-1001: 297.00 EUR from ACME; INV-1002 297.00 on 2026-11-20; write-off of 3.00 EUR on INV-1002 waits for approval A-1: 3.00 at once is above the limit of ben, 2.00 EUR
$ clerk -b two.arl --actor ben payment receive --customer ACME --amount 980 --date 2026-11-20 --apply "INV-1001=980 discount 20"
  P-1002
! P-1002: 980.00 EUR from ACME; INV-1001 980.00 on 2026-11-20; unearned discount of 20.00 EUR on INV-1001 waits for approval A-2: 20.00 at once is above the limit of ben, 5.00 EUR
$ clerk -b two.arl item list --format csv
  customer,document,kind,instalment,issued,due,currency,amount,open,days_past_due,disputed,pending,pending_in,status
  ACME,INV-1001,invoice,1,2026-10-01,2026-10-31,EUR,1000.00,20.00,22,0.00,20.00,"approval A-2, ben",overdue
  ACME,INV-1002,invoice,1,2026-10-01,2026-10-31,EUR,300.00,3.00,22,0.00,3.00,"approval A-1, ben",overdue
$ clerk -b two.arl approval approve A-1
  WO-1001
! A-1 is approved: write-off of 3.00 EUR for ACME, asked for by ben; 3.00 EUR of INV-1002 written off on 2026-11-22, by WO-1001
$ clerk -b two.arl approval approve A-2
  DSC-1001
! A-2 is approved: unearned discount of 20.00 EUR for ACME, asked for by ben; 20.00 EUR of INV-1001 allowed as a discount on 2026-11-22, by DSC-1001
$ clerk -b two.arl item list --format csv
  customer,document,kind,instalment,issued,due,currency,amount,open,days_past_due,disputed,pending,pending_in,status
$ clerk -b two.arl discount undo DSC-1001 --reason "they paid it after all"
  VD-1001
! DSC-1001 over 20.00 EUR is taken back on 2026-11-22, by VD-1001; INV-1001 is open again
$ clerk -b two.arl discount allow --invoice INV-1001 --amount 21 --reason "too much"
! arledger: INV-1001 may be allowed a discount of 20.00 at most, by its terms and what is open
= 65
$ clerk -b two.arl --actor ben discount allow --invoice INV-1001 --amount 4 --reason "a friend"
  A-3
! unearned discount of 4.00 EUR on INV-1001 waits for approval A-3: 24.00 on this paper is above the limit of ben, 5.00 EUR
$ clerk -b two.arl approval list --format csv
  approval,maker,customer,name,kind,document,currency,amount,reason,moment,expires,status,decided_by,why,command
  A-3,ben,ACME,Acme Ltd,discount,INV-1001,EUR,4.00,a friend,2026-11-22T12:00:00.000000Z,2026-12-06,waits,,,discount allow --invoice INV-1001 --amount 4 --reason 'a friend' --date 2026-11-22
  A-2,ben,ACME,Acme Ltd,discount,INV-1001,EUR,20.00,unearned discount,2026-11-22T12:00:00.000000Z,2026-12-06,approved,anna,,discount allow --invoice ACME/INV-1001 --amount 20.00 --reason 'unearned discount' --date 2026-11-22 --instalment 1
  A-1,ben,ACME,Acme Ltd,writeoff,INV-1002,EUR,3.00,small difference,2026-11-22T12:00:00.000000Z,2026-12-06,approved,anna,,writeoff post --invoice ACME/INV-1002 --amount 3.00 --reason 'small difference' --date 2026-11-22 --instalment 1
$ clerk -q -b two.arl book verify
# A higher credit limit is a concession too; the rest of the change does not wait.
$ clerk -q -b two.arl customer set --code ACME --limit 1000
  ACME
$ clerk -q -b two.arl user add --name cleo --role coordinator --limit "credit-limit=500"
  cleo
$ clerk -b two.arl --actor ben customer set --code ACME --limit 2000
! arledger: `customer set` needs the role coordinator; ben has clerk
= 77
$ clerk -b two.arl --actor cleo customer set --code ACME --limit 1400
  ACME
! customer ACME, Acme Ltd, is changed
$ clerk -b two.arl --actor cleo customer set --code ACME --limit 2000 --phone "+44 20 7946 0000"
  ACME
! customer ACME, Acme Ltd, is changed; credit limit raise of 600.00 EUR waits for approval A-4: 1000.00 for the customer this month is above the limit of cleo, 500.00 EUR
$ clerk -b two.arl --actor cleo customer set --code ACME --limit none
! arledger: to remove a credit limit needs the role manager; cleo has coordinator
= 77
$ clerk -b two.arl --actor cleo customer set --code ACME --limit 800
  ACME
! customer ACME, Acme Ltd, is changed
$ clerk -b two.arl approval approve A-4
  ACME
! A-4 is approved: credit limit raise of 600.00 EUR for ACME, asked for by cleo; customer ACME, Acme Ltd, is changed
$ clerk -b two.arl customer list --format csv
  code,name,currency,terms,limit,balance,overdue,oldest_days,collector,status,nsf,formerly
  ACME,Acme Ltd,EUR,NET30,2000.00,20.00,20.00,22,,overdue,0,
# What nobody may do waits for nobody.
$ clerk -b two.arl --actor ben writeoff post --invoice INV-1001 --amount 20 --reason "why not"
! arledger: 20.00 is above the small write-off limit (5.00 EUR and 2 % of what was due): issue a credit memo, or raise tolerance.amount and tolerance.percent
= 77
$ clerk -b two.arl --actor ben writeoff post --invoice INV-1001 --amount 2.50 --reason "half of it"
! arledger: INV-1001 has 20.00 open: a small write-off must close the instalment
= 65
$ clerk -q -b two.arl book verify
# A resend of what waits asks once; a trial asks for nothing; a file of lines waits line by line.
$ clerk -b two.arl --actor ben --op-id q1 credit issue --customer ACME --amount 600 --reason x
  A-5
! credit memo of 600.00 EUR waits for approval A-5: 600.00 at once is above the limit of ben, 500.00 EUR
$ clerk -b two.arl --actor ben --op-id q1 credit issue --customer ACME --amount 600 --reason x
  A-5
! credit memo of 600.00 EUR waits for approval A-5: 600.00 at once is above the limit of ben, 500.00 EUR
! this is the stored result: the operation id was used before
$ clerk -q -b two.arl --actor ben --dry-run credit issue --customer ACME --amount 700 --reason x
  A-6
$ printf 'credit issue --customer ACME --amount 800 --reason x\napproval reject A-6 --reason no\n' | clerk -b two.arl --actor ben run --format json -
  {"line":1,"ok":true,"ref":"A-6"}
  {"line":2,"ok":true,"ref":"A-6"}
$ clerk -b two.arl approval list --open --customer ACME --format csv
  approval,maker,customer,name,kind,document,currency,amount,reason,moment,expires,status,decided_by,why,command
  A-5,ben,ACME,Acme Ltd,credit,,EUR,600.00,x,2026-11-22T12:00:00.000000Z,2026-12-06,waits,,,credit issue --customer ACME --amount 600 --date 2026-11-22 --reason x
  A-3,ben,ACME,Acme Ltd,discount,INV-1001,EUR,4.00,a friend,2026-11-22T12:00:00.000000Z,2026-12-06,waits,,,discount allow --invoice INV-1001 --amount 4 --reason 'a friend' --date 2026-11-22
$ clerk -b two.arl approval show A-1
  Approval A-1
  
  what        write-off of 3.00 EUR
  customer    ACME, Acme Ltd
  document    INV-1002
  reason      small difference
  asked by    ben, 2026-11-22 12:00
  dated       2026-11-22
  expires     2026-12-06
  status      approved
  decided by  anna, 2026-11-22 12:00
  
  arledger writeoff post --invoice ACME/INV-1002 --amount 3.00 --reason 'small difference' --date 2026-11-22 --instalment 1
  
  Granted to this customer
  Day         Kind          Document  By    Approval    Amount
  ----------  ------------  --------  ----  --------  --------
  2026-11-22  credit-limit            anna  A-4       1,200.00
  2026-11-22  credit-limit            cleo              400.00
  2026-11-22  discount      INV-1001  anna  A-2          20.00
  2026-11-22  writeoff      INV-1002  anna  A-1           3.00
$ clerk -q -b two.arl book verify
