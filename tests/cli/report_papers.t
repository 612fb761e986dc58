# What is sent and what is called from: statements, the collection report, the money of a period.
$ clerk book new --company "Northwind Lights" --currency USD --sandbox 2>&1
  a new TEST book for Northwind Lights in USD: book.arl
$ cat >lines <<'END'
> customer add --code ACME --name "Acme Holdings" --collector anna --phone "617 555 0100" --contact "Ann Lee"
> customer add --code BOR --name "Borealis GmbH" --collector ben --statement activity
> invoice issue --customer ACME --date 2026-09-20 --due 2026-10-20 --number 10442 --amount 4310.00
> invoice issue --customer ACME --date 2026-11-10 --due 2026-12-10 --amount 900.00
> invoice issue --customer BOR --date 2026-07-01 --due 2026-07-31 --amount 2110.00
> payment receive --customer ACME --date 2026-11-01 --amount 120.00
> payment receive --customer BOR --date 2026-11-05 --amount 500.00 --apply "INV-1002=500.00" --method cheque
> payment reverse --payment P-1002 --date 2026-11-12 --reason nsf
> END
$ clerk run lines >/dev/null 2>&1
$ clerk report open-items --format csv
  customer,document,kind,instalment,issued,due,currency,amount,open,days_past_due,disputed,status
  ACME,10442,invoice,1,2026-09-20,2026-10-20,USD,4310.00,4310.00,33,0.00,overdue
  ACME,P-1001,payment,1,2026-11-01,2026-11-01,USD,-120.00,-120.00,,0.00,unapplied
  ACME,INV-1001,invoice,1,2026-11-10,2026-12-10,USD,900.00,900.00,-18,0.00,open
  BOR,INV-1002,invoice,1,2026-07-01,2026-07-31,USD,2110.00,2110.00,114,0.00,overdue
$ clerk report collection
  Northwind Lights: collection report
  overdue as of 2026-11-22
  
  Collector anna
  --------------
    Customer Name          Contact Phone        Last paid  Amount Cur  Overdue Oldest Disputed  Balance Promise Last contact Status
    -------- ------------- ------- ------------ ---------- ------ --- -------- ------ -------- -------- ------- ------------ ------
  ! ACME     Acme Holdings Ann Lee 617 555 0100 2026-11-01 120.00 USD 4,310.00     33        . 5,090.00
  
  1 account overdue
  
  Collector ben
  -------------
    Customer Name          Contact Phone Last paid Amount Cur  Overdue Oldest Disputed  Balance Promise Last contact Status
    -------- ------------- ------- ----- --------- ------ --- -------- ------ -------- -------- ------- ------------ ------
  ! BOR      Borealis GmbH                                USD 2,110.00    114        . 2,110.00
  
  1 account overdue
  
  All collectors
  --------------
  Collector  Accounts  Cur   Overdue  Oldest  Disputed
  ---------  --------  ---  --------  ------  --------
  anna              1  USD  4,310.00      33         .
  ben               1  USD  2,110.00     114         .
             --------       --------          --------
  Total             2       6,420.00              0.00
$ clerk report collection --format csv --collector ben
  collector,customer,name,contact,phone,last_paid,last_amount,currency,overdue,oldest_days,disputed,balance,promise,last_contact,status
  ben,BOR,Borealis GmbH,,,,,USD,2110.00,114,0.00,2110.00,,,
$ clerk report statement ACME
  Northwind Lights: statement
  ACME, 2026-11-22
  
  Acme Holdings
  Attn. Ann Lee
  
  Account  ACME
  Date     2026-11-22
  
    Date        Document  Kind     Due         Cur    Amount  Applied      Open   Balance
    ----------  --------  -------  ----------  ---  --------  -------  --------  --------
  ! 2026-09-20  10442     invoice  2026-10-20  USD  4,310.00        .  4,310.00  4,310.00
    2026-11-01  P-1001    payment              USD   -120.00        .   -120.00  4,190.00
    2026-11-10  INV-1001  invoice  2026-12-10  USD    900.00        .    900.00  5,090.00
  
  Balance 5,090.00 USD
  
  Current  1-30     31-60  61-90  Over 90  Unapplied     Total
  -------  ----  --------  -----  -------  ---------  --------
   900.00     .  4,310.00      .        .    -120.00  5,090.00
  
  ------------------------------------------------------------------------------------------------------------------------------------
  Please return this part with your payment, or quote the reference.
  Account     ACME, Acme Holdings
  To be paid  5,090.00 USD
  Reference   RF54 ACME
$ clerk report statement BOR --format csv
  date,document,kind,due,currency,amount,applied,open,balance,customer
  2026-11-01,,brought forward,,USD,,,,2110.00,BOR
  2026-11-05,P-1002,payment,,USD,-500.00,-500.00,0.00,1610.00,BOR
  2026-11-12,REV-1001,reversal,2026-11-12,USD,500.00,500.00,0.00,2110.00,BOR
$ clerk report statement BOR --kind open-item --as-of 2026-11-10 --format csv
  date,document,kind,due,currency,amount,applied,open,balance,customer
  2026-07-01,INV-1002,invoice,2026-07-31,USD,2110.00,500.00,1610.00,1610.00,BOR
# all that happened, whatever kind of statement the customer gets
$ clerk report activity BOR --format csv
  date,document,kind,due,currency,amount,applied,open,balance,customer
  2026-11-01,,brought forward,,USD,,,,2110.00,BOR
  2026-11-05,P-1002,payment,,USD,-500.00,-500.00,0.00,1610.00,BOR
  2026-11-12,REV-1001,reversal,2026-11-12,USD,500.00,500.00,0.00,2110.00,BOR
$ clerk report activity BOR --from 2026-11-10 --to 2026-11-12 | tail -8
  -------  ----  -----  -----  --------  ---------  --------
        .     .      .      .  2,110.00          .  2,110.00
  
  ------------------------------------------------------------------------------------------------------------------------------------
  Please return this part with your payment, or quote the reference.
  Account     BOR, Borealis GmbH
  To be paid  2,110.00 USD
  Reference   RF90 BOR
$ clerk report activity
! arledger: --customer is missing: whose
= 2
$ clerk report cash
  Payments
  2026-11-01 to 2026-11-22
  
    Date        Number    Kind      Customer  Name           Method    Reference  Cur   Amount  Unapplied  Reversal
    ----------  --------  --------  --------  -------------  --------  ---------  ---  -------  ---------  --------
    2026-11-01  P-1001    payment   ACME      Acme Holdings  transfer             USD   120.00     120.00
    2026-11-05  P-1002    payment   BOR       Borealis GmbH  cheque               USD   500.00          .  REV-1001
  ! 2026-11-12  REV-1001  reversal  BOR       Borealis GmbH  cheque    P-1002     USD  -500.00          .  P-1002
                                                                                       -------
                                              Of the period  transfer             USD   120.00
                                                                                       -------
                                              Total                               USD   120.00
$ clerk report unapplied --format csv
  customer,name,document,kind,date,since,age_days,method,reference,currency,amount,unapplied
  ACME,Acme Holdings,P-1001,payment,2026-11-01,2026-11-01,21,transfer,,USD,120.00,120.00
$ clerk report customer BOR
  BOR  Borealis GmbH
  as of 2026-11-22
  
  Collector     ben
  Terms         NET30 (the book's)
  Credit limit  none
  Returned      1 payment for lack of funds, last on 2026-11-12
  
  Aging
  as of 2026-11-22, by due date, posted, USD
  
    Customer  Name           Cur  Current  1-30  31-60  61-90   Over 90  Unapplied     Total  Disputed  Owner
    --------  -------------  ---  -------  ----  -----  -----  --------  ---------  --------  --------  -----
  ! BOR       Borealis GmbH  USD        .     .      .      .  2,110.00          .  2,110.00         .  ben
  
  Open items
  as of 2026-11-22, posted
  
    Customer  Document  Kind     No.  Issued      Due         Cur    Amount      Open  Days  Disputed  Status
    --------  --------  -------  ---  ----------  ----------  ---  --------  --------  ----  --------  -------
  ! BOR       INV-1002  invoice    1  2026-07-01  2026-07-31  USD  2,110.00  2,110.00   114         .  overdue
  
  Payments
  2025-11-22 to 2026-11-22
  
    Date        Number    Kind      Customer  Name           Method  Reference  Cur   Amount  Unapplied  Reversal
    ----------  --------  --------  --------  -------------  ------  ---------  ---  -------  ---------  --------
    2026-11-05  P-1002    payment   BOR       Borealis GmbH  cheque             USD   500.00          .  REV-1001
  ! 2026-11-12  REV-1001  reversal  BOR       Borealis GmbH  cheque  P-1002     USD  -500.00          .  P-1002
                                                                                     -------
                                              Total                             USD     0.00
  
$ clerk report statement
! arledger: --customer is missing: whose
= 2
$ clerk report cash --from 2026-11-10 --to 2026-11-01
! arledger: --to 2026-11-01 lies before --from 2026-11-10
= 65

# Rows that are picked are a list; a column that is not there is said.
$ clerk report collection --sort nothing
! arledger: --sort: there is no column 'nothing'; there are collector, customer, name, contact, phone, last_paid, last_amount, currency, overdue, oldest_days, disputed, balance, promise, last_contact, status
= 65
$ clerk report collection --limit 1 --format text | head -2
  Collection
  overdue as of 2026-11-22
