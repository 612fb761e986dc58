# Bad debts: written off, recovered, the tax on them asked back and given back.
$ clerk -q book new --company "Harbour & Finch" --currency EUR --sandbox
$ clerk -q customer add --code ACME --name "Acme Ltd" --country GB
  ACME
$ clerk -q tax add --code VAT20 --rate 20%
  VAT20
$ clerk -q invoice issue --customer ACME --date 2026-01-10 --line "text=Lamps; qty=1; price=100; tax=VAT20"
  INV-1001
$ clerk -q invoice issue --customer ACME --date 2026-10-10 --amount 50
  INV-1002
$ clerk baddebt writeoff --invoice INV-1001 --amount 120.01 --reason "gone"
! arledger: INV-1001 has 120.00 EUR open: the write-off is above zero and not more
= 65
$ clerk baddebt writeoff --reason "gone"
! arledger: what is written off? --invoice, or --customer for all
= 2
$ clerk baddebt writeoff --invoice INV-1001 --reason "gone abroad" --date 2026-03-01
  WO-1001
! 120.00 EUR of INV-1001 written off as a bad debt on 2026-03-01, by WO-1001
$ clerk --dry-run journal reverse $(clerk journal list --limit 1 --sort -id --format csv | tail -n 1 | cut -d, -f1)
  CO-1001
! Takes back all that entry 6 posted: WO-1001 over 120.00 EUR counts no more. Open again: 120.00 of INV-1001 from WO-1001. This is final.
! dry run: nothing was kept
$ clerk baddebt writeoff --invoice INV-1001 --reason "twice"
! arledger: nothing of INV-1001 is open in EUR
= 65
# Due on 2026-02-09: six months after it, from 2026-08-10 on.
$ clerk baddebt relief WO-1001 --date 2026-08-09
! arledger: the tax on INV-1001 may be asked back from 2026-08-10 on
= 65
$ clerk report bad-debt-tax --as-of 2026-08-09 --format csv
  customer,document,instalment,supply,due,claim_from,claim_until,currency,open,tax,repay,writeoff,asked,back
$ clerk report bad-debt-tax --as-of 2026-08-10 --format csv
  customer,document,instalment,supply,due,claim_from,claim_until,currency,open,tax,repay,writeoff,asked,back
  ACME,INV-1001,1,2026-01-10,2026-02-09,2026-08-10,2030-08-09,EUR,120.00,20.00,0.00,WO-1001,0.00,0.00
$ clerk baddebt relief WO-1001 --date 2026-08-10
  BTR-1001
! BTR-1001: 20.00 EUR of tax on WO-1001 is not owed to the office any more
$ clerk baddebt relief WO-1001
! arledger: the tax on WO-1001 is taken back from the office already
= 65
$ clerk report tax --from 2026-01-01 --format csv
  code,category,rate,account,kind,documents,net,tax
  VAT20,S,20,2200,invoice,1,100.00,20.00
  VAT20,S,20,2200,tax-relief,1,-100.00,-20.00
# 60 of the 120 come after all: owed again, paid, and half of the tax goes back.
$ clerk baddebt recover --writeoff WO-1001 --amount 60 --date 2026-09-15
  RCV-1001
! 60.00 EUR of WO-1001 is owed again by RCV-1001, and paid with P-1001
$ clerk baddebt list
  Bad debts
  
    Write-off  Customer  Name      Document  Date        Against  Cur  Amount  Recovered  Tax back  State    By    Why
    ---------  --------  --------  --------  ----------  -------  ---  ------  ---------  --------  -------  ----  -----------
  ! WO-1001    ACME      Acme Ltd  INV-1001  2026-03-01  direct   EUR  120.00      60.00     10.00  in part  anna  gone abroad
$ clerk report bad-debt-tax
  Tax on bad debt
  unpaid 6 months after supply and due date, as of 2026-11-22
  
  Customer Document Part Supply     Due        From       Until      Cur Unpaid Tax unpaid Paid since Write-off Asked back Given back
  -------- -------- ---- ---------- ---------- ---------- ---------- --- ------ ---------- ---------- --------- ---------- ----------
  ACME     INV-1001    1 2026-01-10 2026-02-09 2026-08-10 2030-08-09 EUR  60.00          .          . WO-1001        20.00      10.00
  
  Asked back less given back 10.00 = on the tax accounts
$ clerk report bad-debt-tax --as-of 2026-09-14 --format csv
  customer,document,instalment,supply,due,claim_from,claim_until,currency,open,tax,repay,writeoff,asked,back
  ACME,INV-1001,1,2026-01-10,2026-02-09,2026-08-10,2030-08-09,EUR,120.00,0.00,0.00,WO-1001,20.00,0.00
$ clerk report bad-debt-tax --as-of 2030-12-31 --currency eur
  Tax on bad debt
  unpaid 6 months after supply and due date, as of 2030-12-31
  
  Customer Document Part Supply     Due        From       Until      Cur Unpaid Tax unpaid Paid since Write-off Asked back Given back
  -------- -------- ---- ---------- ---------- ---------- ---------- --- ------ ---------- ---------- --------- ---------- ----------
  ACME     INV-1001    1 2026-01-10 2026-02-09 2026-08-10 2030-08-09 EUR  60.00          .          . WO-1001        20.00      10.00
  
  Asked back less given back 10.00 = on the tax accounts
$ clerk report roll-forward --from 2026-01-01 --format csv
  customer,name,currency,opening,invoices,debit_memos,charges,reversed_receipts,refunds,recoveries,receipts,discounts,credit_memos,writeoffs,tolerance,transfers,fx,other,closing
  ACME,Acme Ltd,EUR,0.00,170.00,0.00,0.00,0.00,0.00,60.00,-60.00,0.00,0.00,-120.00,0.00,0.00,0.00,0.00,50.00
$ clerk account list --format csv | grep -E "^(1100|1190|2200|4200|6200),"
  1100,Accounts receivable,asset,receivable,50.00
  1190,Allowance for doubtful accounts,asset,,0.00
  2200,Output tax,liability,,-10.00
  4200,Bad debts recovered,income,,-60.00
  6200,Bad debts,expense,,110.00
$ clerk writeoff reverse WO-1001 --reason "no"
! arledger: BTR-1002 stands on WO-1001: take that back first
= 65
$ clerk baddebt reverse BTR-1001 --reason "no"
! arledger: BTR-1002 stands on BTR-1001: take that back first
= 65
$ clerk baddebt reverse RCV-1001 --reason "the cheque bounced"
  VD-1002
! RCV-1001 over 60.00 EUR is taken back on 2026-11-22, by VD-1002
$ clerk baddebt list --format csv
  number,customer,name,document,date,method,currency,amount,recovered,relief,state,by,reason
  WO-1001,ACME,Acme Ltd,INV-1001,2026-03-01,direct,EUR,120.00,0.00,20.00,lost,anna,gone abroad
$ clerk baddebt reverse BTR-1001 --reason "asked in error"
  VD-1003
! BTR-1001 over 20.00 EUR is taken back on 2026-11-22, by VD-1003
$ clerk baddebt reverse WO-1001 --reason "found them"
  CO-1001
! WO-1001 over 120.00 EUR is taken back on 2026-11-22, by CO-1001
$ clerk report bad-debt-tax --format csv
  customer,document,instalment,supply,due,claim_from,claim_until,currency,open,tax,repay,writeoff,asked,back
  ACME,INV-1001,1,2026-01-10,2026-02-09,2026-08-10,2030-08-09,EUR,120.00,20.00,0.00,,0.00,0.00
$ clerk baddebt list --format csv
  number,customer,name,document,date,method,currency,amount,recovered,relief,state,by,reason
  WO-1001,ACME,Acme Ltd,INV-1001,2026-03-01,direct,EUR,0.00,0.00,0.00,reversed,anna,gone abroad
$ clerk item list --open --format csv
  customer,document,kind,instalment,issued,due,currency,amount,open,days_past_due,disputed,pending,pending_in,status
  ACME,INV-1001,invoice,1,2026-01-10,2026-02-09,EUR,120.00,120.00,286,0.00,,,overdue
  ACME,INV-1002,invoice,1,2026-10-10,2026-11-09,EUR,50.00,50.00,13,0.00,,,overdue
  ACME,P-1001,payment,1,2026-09-15,2026-09-15,EUR,-60.00,-60.00,,0.00,,,unapplied
# Money that is here already, for a customer that is written off as a whole; against the allowance.
$ clerk -q book set --name baddebt.method --value both
! arledger: --value: baddebt.method is direct or allowance, not 'both'
= 65
$ clerk -q book set --name baddebt.method --value allowance
  baddebt.method
$ clerk -q payment apply --payment P-1001 --to INV-1001
  P-1001
$ clerk baddebt writeoff --customer ACME --reason "insolvent, nothing left"
  WO-1002 WO-1003
! 110.00 EUR of ACME written off as a bad debt on 2026-11-22, by WO-1002 WO-1003
$ clerk -q payment receive --customer ACME --amount 100
  P-1002
$ clerk baddebt recover --writeoff WO-1003 --payment P-1002
  RCV-1002
! 50.00 EUR of WO-1003 is owed again by RCV-1002, and paid with P-1002; 50.00 of it stays unapplied
$ clerk baddebt list --open --format csv
  number,customer,name,document,date,method,currency,amount,recovered,relief,state,by,reason
  WO-1002,ACME,Acme Ltd,INV-1001,2026-11-22,allowance,EUR,60.00,0.00,0.00,lost,anna,"insolvent, nothing left"
  WO-1003,ACME,Acme Ltd,INV-1002,2026-11-22,allowance,EUR,50.00,50.00,0.00,recovered,anna,"insolvent, nothing left"
$ clerk account list --format csv | grep -E "^(1100|1190|2200|4200|6200),"
  1100,Accounts receivable,asset,receivable,-50.00
  1190,Allowance for doubtful accounts,asset,,60.00
  2200,Output tax,liability,,-20.00
  4200,Bad debts recovered,income,,0.00
  6200,Bad debts,expense,,0.00
$ clerk -q book verify
# A whole entry is taken back: the money, what was owed again, the tax.
$ clerk -q invoice issue --customer ACME --date 2026-01-10 --line "text=Lamps; qty=1; price=100; tax=VAT20"
  INV-1003
$ clerk -q baddebt writeoff --invoice INV-1003 --reason "gone" --date 2026-03-01
  WO-1004
$ clerk -q baddebt relief WO-1004 --date 2026-08-10
  BTR-1003
$ clerk -q baddebt recover --writeoff WO-1004 --amount 24 --date 2026-09-01
  RCV-1003
$ clerk baddebt list --open --format csv --where "number=WO-1004"
  number,customer,name,document,date,method,currency,amount,recovered,relief,state,by,reason
  WO-1004,ACME,Acme Ltd,INV-1003,2026-03-01,allowance,EUR,120.00,24.00,16.00,in part,anna,gone
$ clerk journal reverse --entry 20 --reason "bounced"
  VD-1005
! entry 20 is taken back: P-1003 over 24.00 EUR, RCV-1003 over 24.00 EUR, BTR-1004 over 4.00 EUR; open again: 24.00 of RCV-1003 from P-1003
$ clerk baddebt list --open --format csv --where "number=WO-1004"
  number,customer,name,document,date,method,currency,amount,recovered,relief,state,by,reason
  WO-1004,ACME,Acme Ltd,INV-1003,2026-03-01,allowance,EUR,120.00,0.00,20.00,lost,anna,gone
$ clerk -q book verify
# With users somebody else approves, however little it is.
$ clerk -q user add --name ben --role clerk+coordinator
  ben
$ clerk -q user set --name ben --limit "writeoff=100"
  ben
$ clerk -q invoice issue --customer ACME --date 2026-10-10 --amount 5
  INV-1004
$ clerk baddebt writeoff --invoice INV-1004 --reason "small, but bad"
  A-1
! write-off of 5.00 EUR on INV-1004 waits for approval A-1: it needs a second person
$ clerk approval list --open --format csv
  approval,maker,customer,name,kind,document,currency,amount,reason,moment,expires,status,decided_by,why,command
  A-1,anna,ACME,Acme Ltd,writeoff,INV-1004,EUR,5.00,"small, but bad",2026-11-22T12:00:00.000000Z,2026-12-06,you made this,,,"baddebt writeoff --invoice INV-1004 --reason 'small, but bad' --date 2026-11-22"
$ arledger --now 2026-11-22T12:00:00Z --actor ben approval approve A-1
  WO-1005
! A-1 is approved: write-off of 5.00 EUR for ACME, asked for by anna; 5.00 EUR of INV-1004 written off as a bad debt on 2026-11-22, by WO-1005
$ arledger --now 2026-11-22T12:00:00Z --actor ben baddebt writeoff --customer ACME --reason "x"
! arledger: nothing of ACME is open in EUR
= 65
$ clerk baddebt list --open --format csv
  number,customer,name,document,date,method,currency,amount,recovered,relief,state,by,reason
  WO-1004,ACME,Acme Ltd,INV-1003,2026-03-01,allowance,EUR,120.00,0.00,20.00,lost,anna,gone
  WO-1002,ACME,Acme Ltd,INV-1001,2026-11-22,allowance,EUR,60.00,0.00,0.00,lost,anna,"insolvent, nothing left"
  WO-1003,ACME,Acme Ltd,INV-1002,2026-11-22,allowance,EUR,50.00,50.00,0.00,recovered,anna,"insolvent, nothing left"
  WO-1005,ACME,Acme Ltd,INV-1004,2026-11-22,allowance,EUR,5.00,0.00,0.00,lost,ben,"small, but bad"
$ clerk -q book verify
