# Lists for the tax office: tax on debts that stayed unpaid, and tax in what was paid.
$ clerk -q book new --company "Harbour & Finch" --currency EUR --sandbox
$ clerk -q tax add --code VAT20 --rate 20%
  VAT20
$ clerk -q tax add --code VAT5 --rate 5%
  VAT5
$ clerk -q customer add --code ACME --name "Acme Holdings"
  ACME
$ clerk -q customer add --code BOLT --name "Bolt & Sons"
  BOLT
$ clerk -q invoice issue --customer ACME --number OLD --date 2021-01-10 --line 'text=Lamp; price=50; tax=VAT20'
  OLD
$ clerk -q invoice issue --customer ACME --number A1 --date 2026-01-15 --line 'text=Lamp; price=100; tax=VAT20' --line 'text=Book; price=10; tax=VAT5'
  A1
$ clerk -q invoice issue --customer ACME --number A2 --date 2026-01-15 --instalments '2026-03-15=60.00; 2026-06-15=60.00' --line 'text=Lamp; price=100; tax=VAT20'
  A2
$ clerk -q invoice issue --customer BOLT --number B1 --date 2026-01-15 --amount 80
  B1
$ clerk -q invoice issue --customer BOLT --number B2 --date 2026-04-23 --line 'text=Lamp; price=0.05; tax=VAT20'
  B2
$ clerk -q payment receive --customer ACME --amount 30.50 --date 2026-05-02 --apply A1=30.50
  P-1001
$ clerk -q payment receive --customer ACME --amount 50 --date 2026-09-02 --apply A1=50.00
  P-1002
$ clerk -q credit issue --customer ACME --invoice A1 --date 2026-09-05 --reason price --line 'text=Lamp; price=10; tax=VAT20' --apply A1=12.00
  CM-1001

# half a year after the later of supply and due date; what never had tax is not there
$ clerk report bad-debt-tax --as-of 2026-08-31
  Tax on bad debt
  unpaid 6 months after supply and due date, as of 2026-08-31
  
  Customer Document Part Supply     Due        From       Until      Cur Unpaid Tax unpaid Paid since Write-off Asked back Given back
  -------- -------- ---- ---------- ---------- ---------- ---------- --- ------ ---------- ---------- --------- ---------- ----------
  ACME     A1          1 2026-01-15 2026-02-14 2026-08-15 2030-08-14 EUR 100.00      15.71       7.86                    .          .
  
  1 item is left out: the time to claim is over
$ clerk report bad-debt-tax --as-of 2026-08-14 --format csv
  customer,document,instalment,supply,due,claim_from,claim_until,currency,open,tax,repay,writeoff,asked,back
$ clerk report bad-debt-tax --as-of 2026-08-15 --format csv
  customer,document,instalment,supply,due,claim_from,claim_until,currency,open,tax,repay,writeoff,asked,back
  ACME,A1,1,2026-01-15,2026-02-14,2026-08-15,2030-08-14,EUR,100.00,15.71,7.86,,0.00,0.00
$ clerk report bad-debt-tax --as-of 2026-10-31 --months 3 --customer ACME --format csv
  customer,document,instalment,supply,due,claim_from,claim_until,currency,open,tax,repay,writeoff,asked,back
  ACME,A1,1,2026-01-15,2026-02-14,2026-05-15,2030-08-14,EUR,38.00,5.93,0.00,,0.00,0.00
  ACME,A2,1,2026-01-15,2026-03-15,2026-06-16,2030-09-15,EUR,60.00,10.00,0.00,,0.00,0.00
  ACME,A2,2,2026-01-15,2026-06-15,2026-09-16,2030-12-15,EUR,60.00,10.00,0.00,,0.00,0.00
$ clerk report bad-debt-tax --months 0
! arledger: --months: from 1 to 120
= 65

# each payment brings its part, the last one the rest; what is taken back brings it below zero
$ clerk report cash-tax --from 2026-05-01 --to 2026-05-31 --format csv
  code,category,rate,account,kind,documents,net,tax
  VAT20,S,20,2200,payment,1,23.37,4.67
  VAT5,S,5,2200,payment,1,2.34,0.12
$ clerk report cash-tax --from 2026-09-01 --to 2026-09-30
  Cash-basis tax
  in what was applied 2026-09-01 to 2026-09-30, in EUR
  
  Code   Cat  Rate  Account  Kind     Count    Net   Tax
  -----  ---  ----  -------  -------  -----  -----  ----
  VAT20  S      20  2200     credit       1  10.00  2.00
  VAT20  S      20  2200     payment      1  38.31  7.66
  VAT5   S       5  2200     payment      1   3.83  0.19
                                             -----  ----
  Total                                      52.14  9.85
  
  tax in payments and transfers 7.85, in all else 2.00
$ clerk -q payment receive --customer ACME --amount 38 --date 2026-10-02 --apply A1=38.00
  P-1003
$ clerk report cash-tax --from 2026-10-01 --to 2026-10-31 --format csv
  code,category,rate,account,kind,documents,net,tax
  VAT20,S,20,2200,payment,1,28.32,5.67
  VAT5,S,5,2200,payment,1,3.83,0.19
$ clerk report cash-tax --from 2026-01-01 --to 2026-10-31
  Cash-basis tax
  in what was applied 2026-01-01 to 2026-10-31, in EUR
  
  Code   Cat  Rate  Account  Kind     Count     Net    Tax
  -----  ---  ----  -------  -------  -----  ------  -----
  VAT20  S      20  2200     credit       1   10.00   2.00
  VAT20  S      20  2200     payment      3   90.00  18.00
  VAT5   S       5  2200     payment      3   10.00   0.50
                                             ------  -----
  Total                                      110.00  20.50
  
  tax in payments and transfers 18.50, in all else 2.00
$ clerk -q payment reverse --payment P-1001 --reason nsf --date 2026-11-03
  REV-1001
$ clerk report cash-tax --from 2026-11-01 --to 2026-11-30 --format csv
  code,category,rate,account,kind,documents,net,tax
  VAT20,S,20,2200,payment,1,-23.37,-4.67
  VAT5,S,5,2200,payment,1,-2.34,-0.12
$ for i in 1 2 3; do clerk -q payment receive --customer BOLT --amount 0.02 --date 2026-11-0$i --apply B2=0.02; done
  P-1004
  P-1005
  P-1006
$ clerk report cash-tax --from 2026-11-01 --to 2026-11-02 --format csv
  code,category,rate,account,kind,documents,net,tax
  VAT20,S,20,2200,payment,2,0.04,0.00
$ clerk report cash-tax --from 2026-11-01 --to 2026-11-30 --format csv
  code,category,rate,account,kind,documents,net,tax
  VAT20,S,20,2200,payment,4,-23.32,-4.66
  VAT5,S,5,2200,payment,1,-2.34,-0.12
