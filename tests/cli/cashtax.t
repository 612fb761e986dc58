# Tax that falls due with the money: a paper's tax waits on an account of its own, and each application moves its part on.
$ clerk -q book new --company "Harbour & Finch" --currency EUR --sandbox
$ clerk -q tax add --code S --rate 21%
  S
$ clerk -q terms add --code 2-10 --due "net 30" --discount "2% 10"
  2-10
$ clerk -q customer add --code ACME --name "Acme Holdings"
  ACME
$ clerk -q book set --name tax.basis --value maybe
! arledger: --value: tax.basis is invoice or cash, not 'maybe'
= 65
$ clerk -q invoice issue --customer ACME --line "text=before; price=100; tax=S" --date 2026-10-01
  INV-1001
$ clerk -q book set --name tax.basis --value cash
  tax.basis

# 100.00 + 21.00, paid 40.33, then the rest: a third of 21.00 is 7.00
$ clerk -q invoice issue --customer ACME --line "text=a; price=100; tax=S" --date 2026-10-02
  INV-1002
$ clerk -q payment receive --customer ACME --amount 40.33 --date 2026-10-10 --apply INV-1002
  P-1001
$ clerk -q payment receive --customer ACME --amount 80.67 --date 2026-11-10 --apply INV-1002
  P-1002
$ clerk report tax --from 2026-10-01 --to 2026-10-31 --format csv
  code,category,rate,account,kind,documents,net,tax
  S,S,21,2200,invoice,1,100.00,21.00
  S,S,21,2200,cash-tax,1,33.33,7.00
$ clerk report tax --from 2026-11-01 --to 2026-11-30 --format csv
  code,category,rate,account,kind,documents,net,tax
  S,S,21,2200,cash-tax,1,66.67,14.00
$ clerk report cash-tax --from 2026-10-01 --to 2026-11-30 --format csv
  code,category,rate,account,kind,documents,net,tax
  S,S,21,2200,payment,2,100.00,21.00
$ clerk book sql --readonly "SELECT a.code, SUM(p.base) AS base FROM posting p JOIN account a ON a.id = p.account_id GROUP BY a.code ORDER BY a.code" --format csv
  code,base
  1100,12100
  1220,12100
  2200,-4200
  2205,0
  4000,-20000
$ clerk -q book verify
$ clerk book set --name account.deferred-tax --value 2200
! arledger: 2205 has tax that waits for its money: it would be left behind
= 65

# the paper of before keeps its basis: its tax was due already
$ clerk -q payment receive --customer ACME --amount 121 --date 2026-11-11 --apply INV-1001
  P-1003
$ clerk report tax --from 2026-11-11 --to 2026-11-11 --format csv
  code,category,rate,account,kind,documents,net,tax

# a payment that comes back takes its tax back
$ clerk -q payment reverse --payment P-1002 --reason nsf --date 2026-11-12
  REV-1001
$ clerk report tax --from 2026-11-12 --to 2026-11-12 --format csv
  code,category,rate,account,kind,documents,net,tax
  S,S,21,2200,contra,1,-66.67,-14.00
$ clerk -q book verify

# a credit memo takes from what waits, and so does a discount; what is written off was never paid
$ clerk -q credit issue --invoice INV-1002 --line "text=back; price=10; tax=S" --date 2026-11-13 --reason broken
  CM-1001
$ clerk -q invoice issue --customer ACME --line "text=b; price=100; tax=S" --date 2026-11-15 --terms 2-10
  INV-1003
$ clerk -q payment receive --customer ACME --amount 118.58 --date 2026-11-16 --apply "INV-1003 discount 2.42"
  P-1004
$ clerk -q invoice issue --customer ACME --line "text=c; price=50; tax=S" --date 2026-11-17
  INV-1004
$ clerk -q invoice void --invoice INV-1004 --reason twice --date 2026-11-18
  VD-1001
$ clerk report tax --from 2026-11-13 --to 2026-11-30 --format csv
  code,category,rate,account,kind,documents,net,tax
  S,S,21,2200,cash-tax,3,98.00,20.58
$ clerk book sql --readonly "SELECT a.code, SUM(p.base) AS base FROM posting p JOIN account a ON a.id = p.account_id GROUP BY a.code ORDER BY a.code" --format csv
  code,base
  1100,6857
  1220,27991
  2200,-4858
  2205,-1190
  4000,-30000
  4010,1000
  4020,200
$ clerk book sql --readonly "SELECT number, related_id, act_id FROM document WHERE number LIKE 'CT-%'" --format csv
  number,related_id,act_id
  CT-1001,2,1
  CT-1002,2,2
  CT-1003,2,6
  CT-1004,10,6
  CT-1005,13,7
$ clerk -q book verify

# back on invoices: what waits still waits for its money, a credit memo for it too
$ clerk -q book set --name tax.basis --value invoice
  tax.basis
$ clerk -q invoice issue --customer ACME --line "text=d; price=100; tax=S" --date 2026-11-19
  INV-1005
$ clerk -q payment receive --customer ACME --amount 188.57 --date 2026-11-20 --apply INV-1002=67.57 --apply INV-1005=121
  P-1005
$ clerk -q writeoff post --invoice INV-1002 --amount 1 --date 2026-11-21 --reason rest
  WO-1001
$ clerk report tax --from 2026-11-19 --to 2026-11-30 --format csv
  code,category,rate,account,kind,documents,net,tax
  S,S,21,2200,invoice,1,100.00,21.00
  S,S,21,2200,cash-tax,1,55.84,11.73
$ clerk -q book verify
$ clerk book sql --readonly "SELECT a.code, SUM(p.base) AS base FROM posting p JOIN account a ON a.id = p.account_id GROUP BY a.code ORDER BY a.code" --format csv
  code,base
  1100,0
  1220,46848
  2200,-8131
  2205,0
  4000,-40000
  4010,1000
  4020,200
  6100,83

# a bad debt takes the tax that waits off the loss: there is none to ask back; what is recovered makes it due with the money
$ clerk -q book set --name tax.basis --value cash
  tax.basis
$ clerk -q invoice issue --customer ACME --line "text=e; price=100; tax=S" --date 2026-01-10
  INV-1006
$ clerk -q invoice issue --customer ACME --line "text=f; price=100; tax=S" --date 2026-01-11
  INV-1007
$ clerk report bad-debt-tax --as-of 2026-11-21
  Tax on bad debt
  unpaid 6 months after supply and due date, as of 2026-11-21
  
  Customer  Document  Part  Supply  Due  From  Until  Cur  Unpaid  Tax unpaid  Paid since  Write-off  Asked back  Given back
  --------  --------  ----  ------  ---  ----  -----  ---  ------  ----------  ----------  ---------  ----------  ----------
  (nothing to show)
  
  2 items are left out: the tax waits for the money, it was never declared
$ clerk -q baddebt writeoff --invoice INV-1006 --reason "gone abroad" --date 2026-03-01
  WO-1002
$ clerk baddebt relief WO-1002 --date 2026-11-21
! arledger: the tax on INV-1006 was never owed to the office: it waited for the money, and went off with WO-1002
= 65
$ clerk -q baddebt recover --writeoff WO-1002 --amount 40.33 --date 2026-11-22
  RCV-1001
$ clerk report tax --from 2026-11-22 --to 2026-11-30 --format csv
  code,category,rate,account,kind,documents,net,tax
  S,S,21,2200,cash-tax,1,33.33,7.00
$ clerk account list --format csv | grep -E "^(1100|2205|4200|6200),"
  1100,Accounts receivable,asset,receivable,121.00
  2205,Output tax not due yet,liability,,-21.00
  4200,Bad debts recovered,income,,-33.33
  6200,Bad debts,expense,,100.00
$ clerk invoice show RCV-1001
  Invoice RCV-1001
  
  Harbour & Finch
  Acme Holdings
  Customer        ACME
  Date            2026-01-10
  Posted          2026-11-22
  Your reference  INV-1006
  About           INV-1006
  
  
  Net                33.33 EUR
  S 21 %              7.00 EUR on 33.33 EUR
  Total              40.33 EUR
  Due                2026-02-09
  Payment reference  RF79 RCV1 001
  ------------------------------------------------------------------------------------------------------------------------------------
  Applied
  Document  Kind     Part  Date        Amount  Discount  Write-off
  --------  -------  ----  ----------  ------  --------  ---------
  P-1006    payment     1  2026-11-22   40.33         .          .
  Open  0.00 EUR
$ clerk -q book verify
