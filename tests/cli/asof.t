# What is asked of a day or a period that is over says what it said then, whatever came later.
$ clerk -q book new --company "Harbour & Finch" --currency EUR --sandbox
$ clerk -q customer add --code A --name Alpha
  A
$ clerk -q customer add --code B --name Beta
  B
$ clerk -q customer add --code C --name Gamma
  C
$ clerk -q invoice issue --customer A --number I1 --amount 1000 --date 2026-01-05
  I1
$ clerk -q invoice issue --customer B --number B1 --amount 1000 --date 2026-01-05
  B1
$ clerk -q invoice issue --customer B --number B2 --amount 50 --date 2026-01-05
  B2

# Who is insolvent owes what was open on that day.
$ clerk -q customer insolvent --customer A --date 2026-02-01
  A
$ clerk -q payment receive --customer A --date 2026-05-10 --amount 300 --apply I1=300
  P-1001
$ clerk insolvency list --as-of 2026-02-28 --format csv | cut -d, -f1,7,8
  customer,before,after
  A,1000.00,0.00
$ clerk insolvency list --as-of 2026-05-10 --format csv | cut -d, -f1,7,8
  customer,before,after
  A,700.00,0.00

# Of what is placed: what was open, came in and cost by that day; a part that was recalled later.
$ clerk -q placement make --invoice "B1; B2" --agency AG --commission 10% --date 2026-02-01
  1
$ clerk -q placement recover 1 --amount 100 --date 2026-02-10
  P-1002
$ clerk -q placement recover 1 --amount 200 --date 2026-03-10
  P-1003
$ clerk -q placement recall 1 --invoice B2 --date 2026-05-01 --reason "not theirs"
  1
$ clerk placement list --as-of 2026-02-28 --format csv | cut -d, -f10-12,14
  placed,open,recovered,commission
  1050.00,950.00,100.00,10.00
$ clerk placement list --as-of 2026-04-30 --format csv | cut -d, -f10-12,14
  placed,open,recovered,commission
  1050.00,750.00,300.00,30.00
$ clerk placement list --as-of 2026-05-01 --format csv | cut -d, -f10-12,14
  placed,open,recovered,commission
  1050.00,700.00,300.00,30.00
$ clerk -q payment reverse --payment P-1003 --reason nsf --date 2026-06-01
  REV-1001
$ clerk placement list --as-of 2026-04-30 --format csv | cut -d, -f10-12,14
  placed,open,recovered,commission
  1050.00,750.00,300.00,30.00
$ clerk placement list --as-of 2026-06-01 --format csv | cut -d, -f10-12,14
  placed,open,recovered,commission
  1050.00,900.00,100.00,10.00

# A write-off that was taken back later stands in its own month, and its reversal in the other.
$ clerk -q invoice issue --customer C --number A1 --amount 100 --date 2026-01-05
  A1
$ clerk -q invoice issue --customer C --number A2 --amount 80 --date 2026-01-05
  A2
$ clerk -q baddebt writeoff --invoice A1 --reason gone --date 2026-05-03
  WO-1001
$ clerk -q baddebt writeoff --invoice A2 --reason gone --date 2026-05-04
  WO-1002
$ clerk -q baddebt recover --writeoff WO-1002 --amount 30 --date 2026-06-10
  RCV-1001
$ clerk -q baddebt reverse WO-1001 --reason oops --date 2026-06-15
  CO-1001
$ clerk report write-offs --from 2026-05-01 --to 2026-05-31 --format csv | cut -d, -f1,2,5,8,9,11
  number,posted,document,amount,recovered,reason
  WO-1001,2026-05-03,A1,100.00,0.00,gone
  WO-1002,2026-05-04,A2,80.00,0.00,gone
$ clerk report write-offs --from 2026-06-01 --to 2026-06-30 --format csv | cut -d, -f1,2,5,8,9,11
  number,posted,document,amount,recovered,reason
  CO-1001,2026-06-15,A1,-100.00,0.00,takes back WO-1001: oops
$ clerk report write-offs --from 2026-05-01 --to 2026-06-30 --format csv | cut -d, -f1,2,5,8,9,11
  number,posted,document,amount,recovered,reason
  WO-1001,2026-05-03,A1,100.00,0.00,gone
  WO-1002,2026-05-04,A2,80.00,30.00,gone
  CO-1001,2026-06-15,A1,-100.00,0.00,takes back WO-1001: oops

# Interest that was not charged by the end of a period, and a charge and its reversal, each on its day.
$ clerk -q --book late.arl book new --company "Harbour & Finch" --currency EUR --sandbox
$ clerk -q --book late.arl customer add --code A --name Alpha --collector anna
  A
$ clerk -q --book late.arl customer add --code C --name Gamma
  C
$ clerk -q --book late.arl charge-rate add --from 2026-01-01 --rate 12%
  contract
$ clerk -q --book late.arl invoice issue --customer A --number I1 --amount 1000 --date 2026-01-05
  I1
$ clerk -q --book late.arl invoice issue --customer C --number I2 --amount 500 --date 2026-01-05
  I2
$ clerk --book late.arl report charges --from 2026-03-01 --to 2026-03-31 --format csv
  customer,name,currency,interest,compensation,credited,reversed,net,accrued
  A,Alpha,EUR,0.00,0.00,0.00,0.00,0.00,18.08
  C,Gamma,EUR,0.00,0.00,0.00,0.00,0.00,9.04
$ clerk -q --book late.arl charge run --upto 2026-06-20
  1
$ clerk -q --book late.arl charge post 1 --date 2026-06-20
  LC-1001
$ clerk --book late.arl report charges --from 2026-03-01 --to 2026-03-31 --format csv
  customer,name,currency,interest,compensation,credited,reversed,net,accrued
  A,Alpha,EUR,0.00,0.00,0.00,0.00,0.00,18.08
  C,Gamma,EUR,0.00,0.00,0.00,0.00,0.00,9.04
$ clerk -q --book late.arl charge undo 1 --date 2026-07-10 --reason "agreed otherwise"
  1
$ clerk --book late.arl report charges --from 2026-06-01 --to 2026-06-30 --format csv
  customer,name,currency,interest,compensation,credited,reversed,net,accrued
  A,Alpha,EUR,44.71,0.00,0.00,0.00,44.71,3.29
  C,Gamma,EUR,22.36,0.00,0.00,0.00,22.36,1.64
$ clerk --book late.arl report charges --from 2026-07-01 --to 2026-07-31 --format csv
  customer,name,currency,interest,compensation,credited,reversed,net,accrued
  A,Alpha,EUR,0.00,0.00,0.00,-44.71,-44.71,58.19
  C,Gamma,EUR,0.00,0.00,0.00,-22.36,-22.36,29.10
# Whose customer it was on the last day; one that was merged stands under the one that stays.
$ clerk -q --book late.arl customer set A --collector bert --from 2026-05-01
  A
$ clerk --book late.arl report charges --from 2026-03-01 --to 2026-03-31 --collector anna --format csv | cut -d, -f1,9
  customer,accrued
  A,18.08
$ clerk --book late.arl report charges --from 2026-03-01 --to 2026-03-31 --collector bert --format csv | cut -d, -f1,9
  customer,accrued
$ clerk -q --book late.arl customer merge --from C --into A --yes
  A
$ clerk --book late.arl report charges --from 2026-06-01 --to 2026-06-30 --format csv
  customer,name,currency,interest,compensation,credited,reversed,net,accrued
  A,Alpha,EUR,67.07,0.00,0.00,0.00,67.07,4.93

# Who never paid late before, on that day; what was voided or written off nobody paid.
$ clerk -q --book call.arl book new --company "Harbour & Finch" --currency EUR --sandbox
$ clerk -q --book call.arl customer add --code A --name Alpha
  A
$ clerk -q --book call.arl invoice issue --customer A --number I1 --amount 100 --date 2026-01-05
  I1
$ clerk -q --book call.arl invoice issue --customer A --number I2 --amount 200 --date 2026-01-05
  I2
$ clerk -q --book call.arl invoice issue --customer A --number I3 --amount 10 --date 2026-01-05
  I3
$ clerk -q --book call.arl invoice issue --customer A --number I4 --amount 10 --date 2026-01-05
  I4
$ clerk -q --book call.arl invoice void --invoice I3 --reason keying --date 2026-04-01
  VD-1001
$ clerk -q --book call.arl baddebt writeoff --invoice I4 --reason gone --date 2026-04-01
  WO-1001
$ clerk --book call.arl report worklist --as-of 2026-03-31 --format csv | cut -d, -f1,7-9
  score,why,last_contact,next
  40,"first time, no contact",
$ clerk --book call.arl report worklist --as-of 2026-04-30 --format csv | cut -d, -f1,7-9
  score,why,last_contact,next
  65,"over 60 d, first time, no contact"
$ clerk -q --book call.arl payment receive --customer A --date 2026-05-10 --amount 200 --apply I2
  P-1001
$ clerk --book call.arl report worklist --as-of 2026-03-31 --format csv | cut -d, -f1,7-9
  score,why,last_contact,next
  40,"first time, no contact",
$ clerk --book call.arl report worklist --as-of 2026-05-31 --format csv | cut -d, -f1,7-9
  score,why,last_contact,next
  55,"over 60 d, no contact",
# The money came back in June: late it was in May all the same.
$ clerk -q --book call.arl payment reverse --payment P-1001 --reason nsf --date 2026-06-20
  REV-1001
$ clerk --book call.arl report worklist --as-of 2026-05-31 --format csv | cut -d, -f1,7-9
  score,why,last_contact,next
  55,"over 60 d, no contact",
$ clerk --book call.arl report worklist --as-of 2026-06-30 --format csv | cut -d, -f1,7-9
  score,why,last_contact,next
  65,"over 60 d, first time, no contact"
# Who was late before goes back to its place, behind who never was; one that was merged was late too.
$ clerk -q --book call.arl customer add --code B --name Beta
  B
$ clerk -q --book call.arl customer add --code C --name Gamma
  C
$ clerk -q --book call.arl invoice issue --customer B --number I5 --amount 50 --date 2026-01-05
  I5
$ clerk -q --book call.arl payment receive --customer B --date 2026-05-10 --amount 50 --apply I5
  P-1002
$ clerk -q --book call.arl invoice issue --customer B --number I6 --amount 400 --date 2026-01-05
  I6
$ clerk -q --book call.arl invoice issue --customer C --number I7 --amount 100 --date 2026-01-05
  I7
$ clerk --book call.arl report worklist --as-of 2026-06-30 --format csv | cut -d, -f1,2,7-9
  score,customer,why,last_contact,next
  58,A,"over 60 d, first time, no contact"
  55,B,"over 60 d, no contact",
  52,C,"over 60 d, first time, no contact"
$ clerk -q --book call.arl customer merge --from B --into C --yes
  C
$ clerk --book call.arl report worklist --as-of 2026-06-30 --format csv | cut -d, -f1,2,7-9
  score,customer,why,last_contact,next
  55,C,"over 60 d, no contact",
  55,A,"over 60 d, first time, no contact"

# The lists of customers and of papers say whose it was and how it stood on that day.
$ clerk -q --book list.arl book new --company "Harbour & Finch" --currency EUR --sandbox
$ clerk -q --book list.arl customer add --code A --name Alpha --collector anna
  A
$ clerk -q --book list.arl customer set A --collector bert --from 2026-05-01
  A
$ clerk -q --book list.arl invoice issue --customer A --number I1 --amount 100 --date 2026-01-05
  I1
$ clerk -q --book list.arl placement make --invoice I1 --agency AG --date 2026-02-01
  1
$ clerk -q --book list.arl invoice void --invoice I1 --reason keying --date 2026-06-20
  VD-1001
$ clerk --book list.arl invoice list --as-of 2026-03-31 --format csv | cut -d, -f1,9
  number,status
  I1,agency
$ clerk --book list.arl invoice list --as-of 2026-06-30 --format csv | cut -d, -f1,9
  number,status
  I1,void
$ clerk --book list.arl customer list --as-of 2026-03-31 --format csv | cut -d, -f1,9
  code,collector
  A,anna
$ clerk --book list.arl customer list --collector bert --as-of 2026-03-31 --format csv | cut -d, -f1,9
  code,collector
$ clerk --book list.arl customer list --collector bert --format csv | cut -d, -f1,9
  code,collector
  A,bert
# A deposit was in transit until it was taken back.
$ clerk -q --book list.arl payment receive --customer A --date 2026-03-02 --amount 30 --method cheque
  P-1001
$ clerk -q --book list.arl deposit make --all --date 2026-03-03
  DEP-1001
$ clerk -q --book list.arl deposit void DEP-1001 --reason keying --date 2026-04-02
  VD-1002
$ clerk --book list.arl report deposits --from 2026-03-01 --to 2026-03-31 --format csv | cut -d, -f1,8-10
  number,total,status,voided_by
  DEP-1001,30.00,in transit,
$ clerk --book list.arl report deposits --from 2026-03-01 --to 2026-04-30 --format csv | cut -d, -f1,8-10
  number,total,status,voided_by
  DEP-1001,30.00,void,VD-1002
