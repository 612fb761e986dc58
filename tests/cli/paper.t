# Invoices: a line each, tax by code, terms by the customer, and every decision in words.
$ clerk book new --company "Harbour & Finch" --currency EUR --sandbox -q
$ clerk customer add --code ACME --name "Acme Ltd" --address "2 High Road" -q
  ACME
$ clerk customer add --code BETA --name "Beta SA" -q
  BETA
$ clerk tax add --code VAT20 --rate 20% --account 2200 -q
  VAT20
$ clerk invoice issue --customer acme --date 2026-11-02 --line "text=Lamp; qty=2; price=50.00; tax=VAT20" --line "text=Freight; amount=7.50" --discount "2% 10" --po 4711
  INV-1001
! INV-1001 of ACME: 127.50 EUR, due 2026-12-02, discount until 2026-11-12
$ clerk invoice issue --customer ACME --date 2026-11-02 --amount 100 --instalments "2026-12-15=30.00; 2027-01-15=70.00" --text "Two parts"
  INV-1002
! INV-1002 of ACME: 100.00 EUR in 2 instalments, the last due 2027-01-15
$ clerk invoice issue --customer ACME --date 2026-11-02 --amount 10 --due 2026-11-30 --number OLD-7 --opening
  OLD-7
! OLD-7 of ACME: 10.00 EUR, due 2026-11-30; an opening item
$ clerk debit issue --invoice OLD-7 --date 2026-11-03 --amount 1.50 --text "Postage forgotten"
  DM-1001
! DM-1001 of ACME: 1.50 EUR, due 2026-12-03
$ clerk invoice show INV-1001
  Invoice INV-1001
  
  Harbour & Finch
  Acme Ltd
  2 High Road
  Customer    ACME
  Date        2026-11-02
  Your order  4711
  Terms       30 days net
  
  Text     Quantity  Price  Tax       Net
  -------  --------  -----  -----  ------
  Lamp            2  50.00  VAT20  100.00
  Freight                            7.50
  
  Net                107.50 EUR
  VAT20 20 %          20.00 EUR on 100.00 EUR
  Total              127.50 EUR
  Due                2026-12-02
  Discount           2 %, 2.55 EUR, when paid until 2026-11-12
  Payment reference  RF06 INV1 001
  ------------------------------------------------------------------------------------------------------------------------------------
  Applied
  Nothing is applied.
  Open  127.50 EUR
$ clerk invoice list --as-of 2026-11-30
  Invoices
  as of 2026-11-30
  
  Number    Customer  Kind     Date        Due         Cur   Total    Open  Status
  --------  --------  -------  ----------  ----------  ---  ------  ------  ------
  INV-1001  ACME      invoice  2026-11-02  2026-12-02  EUR  127.50  127.50  open
  INV-1002  ACME      invoice  2026-11-02  2026-12-15  EUR  100.00  100.00  open
  OLD-7     ACME      invoice  2026-11-02  2026-11-30  EUR   10.00   10.00  open
  DM-1001   ACME      debit    2026-11-03  2026-12-03  EUR    1.50    1.50  open
                                                            ------  ------
  Total                                                     239.00  239.00
$ clerk invoice list --as-of 2026-12-31 --open --format csv
  number,customer,kind,date,due,currency,total,open,status
  INV-1001,ACME,invoice,2026-11-02,2026-12-02,EUR,127.50,127.50,overdue
  INV-1002,ACME,invoice,2026-11-02,2026-12-15,EUR,100.00,100.00,overdue
  OLD-7,ACME,invoice,2026-11-02,2026-11-30,EUR,10.00,10.00,overdue
  DM-1001,ACME,debit,2026-11-03,2026-12-03,EUR,1.50,1.50,overdue

# What is wrong is named, with the row and the column.
$ clerk invoice issue --customer ACME
! arledger: there is nothing on the paper; it needs a line (--line) or an --amount
= 2
$ clerk invoice issue --customer NOBODY --amount 1
! arledger: there is no customer NOBODY; `customer list --search` finds codes
= 65
$ clerk invoice issue --customer ACME --amount 1.005
! arledger: --amount: "1.005" has 3 decimals; at most 2 are possible
= 65
$ clerk invoice issue --customer ACME --amount 5 --line "text=x; price=1"
! arledger: --amount stands for one line; give it or --line, not both
= 2
$ clerk invoice issue --customer ACME --line "text=x; qty=2"
! arledger: --line: row 1, price: there is none; give price=10.00 or amount=
= 65
$ clerk invoice issue --customer ACME --line 'text=A; price=5' --line 'price='
! arledger: --line: row 1 says nothing; give text=..., or leave it out
= 2
$ clerk invoice issue --customer ACME --line "text=x; price=1" --line "text=y; qty=two; price=1"
! arledger: --line: row 1, qty: "two" is not an amount; write it like 1234.50 or 1234.50 EUR
= 65
$ clerk invoice issue --customer ACME --line "text=x; price=1; tax=NONE"
! arledger: there is no tax code NONE; `tax list` shows them
= 65
$ clerk invoice issue --customer ACME --line "text=x; price=1; colour=red"
! arledger: --line: row 1: unknown column colour; the columns are text, qty, price, amount, tax, account
= 2
$ clerk invoice issue --customer ACME --line "text=x; price=1; account=1100"
! arledger: line 1 names a control account; only items may touch it
= 65
$ clerk invoice issue --customer ACME --line "text=x; price=1; tax=VAT20" --opening
! arledger: --line: row 1, tax: an opening item carries no tax; give its whole amount
= 65
$ clerk invoice issue --customer ACME --date 2026-11-02 --amount 100 --instalments "2026-12-15=30; 2027-01-15=60"
! arledger: the instalments add up to 90.00, but the total is 100.00
= 65
$ clerk invoice issue --customer ACME --date 2026-11-02 --amount 100 --instalments "2026-10-15=100"
! arledger: instalment 1 is due 2026-10-15, before the paper itself
= 65
$ clerk invoice issue --customer ACME --date 2026-11-02 --amount 100 --instalments "2026-12-15=100" --due 2026-12-01
! arledger: --due and --instalments exclude each other; give one
= 2
$ clerk invoice issue --customer ACME --date 2026-11-02 --amount 100 --due 2026-10-01
! arledger: the due date lies before the paper's own date
= 65
$ clerk invoice issue --customer ACME --date 2026-11-02 --amount 100 --discount "2 percent"
! arledger: discount "2 percent", tier 1: write a percentage above 0 and below 100 and the days, as in "2% 10; 1% 20"
= 65
$ clerk invoice issue --customer ACME --date 2026-11-02 --amount "100 USD"
! arledger: there is no USD rate on 2026-11-02: `rate add --currency USD --date 2026-11-02 --rate ...` enters it, or give --rate
= 65
$ clerk invoice issue --customer ACME --date 2026-11-02 --amount 100 --number INV-1001
! arledger: invoice INV-1001 of this customer is in the book already
= 65
$ clerk debit issue --invoice OLD-7 --customer BETA --amount 1
! arledger: OLD-7 is a paper of ACME, not of BETA
= 65
$ clerk debit issue --amount 1
! arledger: --customer is missing: whose paper is it?
= 2

# Words may be amended, figures never.
$ clerk invoice amend INV-1001 --po 4712 --from 2026-11-05
  INV-1001
! INV-1001 amended: po is '4712'
$ clerk invoice amend INV-1001 --from 2026-11-05
! arledger: nothing to amend: give --po, --reference, --text or --extension
= 2
$ clerk invoice show INV-1001 | grep order
  Your order  4712

# A void paper keeps its number; what was paid on it is free again, and it is final.
$ clerk payment receive --amount 40 --date 2026-11-04 --apply INV-1002
  P-1001
! P-1001: 40.00 EUR from ACME; INV-1002 instalment 1 30.00 on 2026-11-04; INV-1002 instalment 2 10.00 on 2026-11-04
$ clerk invoice void --invoice INV-1002 --date 2026-11-10 --reason "wrong customer"
  VD-1001
! INV-1002 of ACME over 100.00 EUR is void from 2026-11-10 on, by VD-1001; open again: 40.00 of P-1001
$ clerk invoice void --invoice INV-1002 --date 2026-11-10 --reason again
! arledger: INV-1002 is reversed already; a reversal is final
= 65
$ clerk invoice void --invoice P-1001 --reason x
! arledger: P-1001 is a payment, and that is not what is meant here
= 65
$ clerk invoice void --invoice INV-1001 --date 2026-11-01 --reason x
! arledger: INV-1001 is dated 2026-11-02; it cannot be reversed before that
= 65
$ clerk debit void DM-1001 --date 2026-11-10 --reason "was on it already"
  VD-1002
! DM-1001 of ACME over 1.50 EUR is void from 2026-11-10 on, by VD-1002
$ clerk invoice list --as-of 2026-11-09 --format csv
  number,customer,kind,date,due,currency,total,open,status
  INV-1001,ACME,invoice,2026-11-02,2026-12-02,EUR,127.50,127.50,open
  INV-1002,ACME,invoice,2026-11-02,2027-01-15,EUR,100.00,60.00,part-paid
  OLD-7,ACME,invoice,2026-11-02,2026-11-30,EUR,10.00,10.00,open
  DM-1001,ACME,debit,2026-11-03,2026-12-03,EUR,1.50,1.50,open
$ clerk invoice list --as-of 2026-11-10 --format csv
  number,customer,kind,date,due,currency,total,open,status
  INV-1001,ACME,invoice,2026-11-02,2026-12-02,EUR,127.50,127.50,open
  INV-1002,ACME,invoice,2026-11-02,2027-01-15,EUR,100.00,0.00,void
  OLD-7,ACME,invoice,2026-11-02,2026-11-30,EUR,10.00,10.00,open
  DM-1001,ACME,debit,2026-11-03,2026-12-03,EUR,1.50,0.00,void
$ clerk item list --as-of 2026-11-10 --format csv
  customer,document,kind,instalment,issued,due,currency,amount,open,days_past_due,disputed,pending,pending_in,status
  ACME,INV-1001,invoice,1,2026-11-02,2026-12-02,EUR,127.50,127.50,-22,0.00,,,open
  ACME,OLD-7,invoice,1,2026-11-02,2026-11-30,EUR,10.00,10.00,-20,0.00,,,open
  ACME,P-1001,payment,1,2026-11-04,2026-11-04,EUR,-40.00,-40.00,,0.00,,,unapplied
$ clerk book verify 2>&1 | sed 's/head .*/head/'
  verified: 12 entries, 7 documents, head

# Why is asked for a reason.
$ clerk invoice void --invoice INV-1001 --reason " "
! arledger: --reason is empty: why
= 2
