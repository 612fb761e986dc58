# What a customer owes us is set off against what we owe the customer, where that was agreed in writing.
$ clerk -q book new --company "Harbour & Finch" --currency EUR --sandbox
$ clerk -q customer add --code ACME --name "Acme Holdings"
  ACME
$ clerk -q customer add --code LAMP --name 北方灯具有限公司
  LAMP
$ clerk -q invoice issue --customer ACME --number A1 --amount 120 --date 2026-10-01
  A1
$ clerk -q invoice issue --customer ACME --number A2 --amount 80 --date 2026-10-10
  A2
$ clerk -q invoice issue --customer LAMP --number L1 --amount 50 --date 2026-10-10
  L1
$ printf 'Supplier;Bill;Due;Amount\nACME;B-7;05.11.2026;90.00\nACME;B-9;30.11.2026;70.00\nLAMP;55;01.11.2026;20.00\n' >bills.csv
$ clerk payable import bills.csv
! arledger: bills.csv, line 2, column 3 (Due): "05.11.2026" is not a date written year-month-day, like 2026-11-22
= 65
$ clerk payable import bills.csv --dates dmy
! 3 bills that we owe
$ clerk payable import bills.csv --dates dmy
! 0 bills that we owe; 3 were there already
$ printf 'customer,number,amount\nNOBODY,1,5\n' | clerk payable import -
! arledger: standard input, line 2, column 1 (customer): there is no customer NOBODY
= 65
$ printf 'customer,number,amount\nACME,1,-5\n' | clerk payable import -
! arledger: standard input, line 2, column 3 (amount): a bill that we owe is above 0
= 65
$ printf 'customer,number,amount\nACME,B-7,91\n' | clerk payable import -
! arledger: bill B-7 of this customer is there already, with other figures
= 65
$ clerk payable list
  What we owe customers
  
  Customer  Bill  Due         Cur  Amount    Open
  --------  ----  ----------  ---  ------  ------
  ACME      B-7   2026-11-05  EUR   90.00   90.00
  ACME      B-9   2026-11-30  EUR   70.00   70.00
  LAMP      55    2026-11-01  EUR   20.00   20.00
                                   ------  ------
  Total                            180.00  180.00

# nothing without an agreement
$ clerk netting propose --format csv
  customer,currency,owed,owing,amount,agreement
$ clerk netting post --customer ACME
! arledger: netting was not agreed with this customer in writing; `netting agree` notes it
= 65
$ clerk netting agree --customer ACME
! arledger: name the agreement with --reference, or --end it
= 2
$ clerk netting agree --customer ACME --reference "contract of 2025-12-01"
  ACME
! what ACME owes may be set off: contract of 2025-12-01
$ clerk netting propose
  What can be set off
  
  Customer  Cur  Owes us  We owe  To set off  Agreement
  --------  ---  -------  ------  ----------  ----------------------
  ACME      EUR   200.00  160.00      160.00  contract of 2025-12-01
$ clerk netting post --customer ACME --amount 500
! arledger: at most 160.00 EUR can be set off
= 65
$ clerk netting post --customer ACME --amount 0
! arledger: --amount: what is set off is above 0 and in EUR
= 65
$ clerk netting post --customer ACME --currency USD
! arledger: there is nothing to set off in USD: we owe nothing
= 65
$ clerk netting post --customer ACME --date 2026-09-01
! arledger: there is nothing to set off in EUR: nothing is owed to us on that day
= 65

# the oldest first, on both sides; what is left is what the customer still owes
$ clerk netting post --customer ACME --amount 100 --date 2026-11-10
  NET-1001
! NET-1001: 100.00 set off with ACME
$ clerk payable list --customer ACME --format csv
  customer,number,due,currency,amount,open
  ACME,B-7,2026-11-05,EUR,90.00,0.00
  ACME,B-9,2026-11-30,EUR,70.00,60.00
$ clerk item list --customer ACME --format csv
  customer,document,kind,instalment,issued,due,currency,amount,open,days_past_due,disputed,pending,pending_in,status
  ACME,A1,invoice,1,2026-10-01,2026-10-31,EUR,120.00,20.00,22,0.00,,,overdue
  ACME,A2,invoice,1,2026-10-10,2026-11-09,EUR,80.00,80.00,13,0.00,,,overdue
$ clerk report statement --customer ACME --kind activity --from 2026-11-01
  Harbour & Finch: statement
  ACME, 2026-11-01 to 2026-11-22
  
  Acme Holdings
  
  Account  ACME
  Date     2026-11-22
  
  Date        Document  Kind             Due  Cur   Amount  Applied  Open  Balance
  ----------  --------  ---------------  ---  ---  -------  -------  ----  -------
  2026-11-01            brought forward       EUR                           200.00
  2026-11-10  NET-1001  netting               EUR  -100.00  -100.00     .   100.00
  
  Balance 100.00 EUR
  
  Current    1-30  31-60  61-90  Over 90  Unapplied   Total
  -------  ------  -----  -----  -------  ---------  ------
        .  100.00      .      .        .          .  100.00
  
  ------------------------------------------------------------------------------------------------------------------------------------
  Please return this part with your payment, or quote the reference.
  Account     ACME, Acme Holdings
  To be paid  100.00 EUR
  Reference   RF54 ACME
$ clerk netting post --customer ACME
  NET-1002
! NET-1002: 60.00 set off with ACME
$ clerk netting post --customer ACME
! arledger: there is nothing to set off in EUR: we owe nothing
= 65
$ clerk netting list
  Set off
  
  Netting   Date        Customer  Bill  Cur  Amount  Undone by
  --------  ----------  --------  ----  ---  ------  ---------
  NET-1001  2026-11-10  ACME      B-7   EUR   90.00
  NET-1001  2026-11-10  ACME      B-9   EUR   10.00
  NET-1002  2026-11-22  ACME      B-9   EUR   60.00
                                             ------
  Total                                      160.00
$ clerk account list --where "balance != 0" --format csv
  code,name,kind,control,balance
  1100,Accounts receivable,asset,receivable,90.00
  2100,Accounts payable,liability,,160.00
  4000,Sales,income,,-250.00
$ clerk report roll-forward --from 2026-11-01 --to 2026-11-22 --format csv
  customer,name,currency,opening,invoices,debit_memos,charges,reversed_receipts,refunds,recoveries,receipts,discounts,credit_memos,writeoffs,tolerance,transfers,fx,other,closing
  ACME,Acme Holdings,EUR,200.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,-160.00,0.00,0.00,40.00
  LAMP,北方灯具有限公司,EUR,50.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,50.00

# undone whole, once
$ clerk netting undo NET-1001 --reason "wrong bill"
  CO-1001
! NET-1001 over 100.00 EUR is undone from 2026-11-22 on, by CO-1001
$ clerk netting undo NET-1001 --reason "wrong bill"
! arledger: netting NET-1001 is reversed already; it cannot be reversed again
= 65
$ clerk netting list --format csv
  document,date,customer,bill,currency,amount,undone
  NET-1001,2026-11-10,ACME,B-7,EUR,90.00,CO-1001
  NET-1001,2026-11-10,ACME,B-9,EUR,10.00,CO-1001
  NET-1002,2026-11-22,ACME,B-9,EUR,60.00,
$ clerk payable list --customer ACME --open --format csv
  customer,number,due,currency,amount,open
  ACME,B-7,2026-11-05,EUR,90.00,90.00
  ACME,B-9,2026-11-30,EUR,70.00,10.00
$ clerk item list --customer ACME --format csv
  customer,document,kind,instalment,issued,due,currency,amount,open,days_past_due,disputed,pending,pending_in,status
  ACME,A1,invoice,1,2026-10-01,2026-10-31,EUR,120.00,100.00,22,0.00,,,overdue
  ACME,A2,invoice,1,2026-10-10,2026-11-09,EUR,80.00,40.00,13,0.00,,,overdue
$ clerk netting agree --customer ACME --end
  ACME
! nothing is set off with ACME any more
$ clerk netting post --customer ACME
! arledger: netting was not agreed with this customer in writing; `netting agree` notes it
= 65
$ clerk book verify 2>&1 | sed 's/head .*/head/'
  verified: 13 entries, 6 documents, head

# Bills and balances with a decimal comma are read when it is said.
$ printf 'customer;number;amount;due\nACME;C-1;1.210,50 €;01.12.2026\n' | clerk payable import - --dates dmy --decimal ,
! 1 bill that we owe
$ printf 'customer;number;amount;due\nACME;C-2;$5,00;01.12.2026\n' | clerk payable import - --dates dmy --decimal ,
! arledger: standard input, line 2, column 3 (amount): it is in another currency
= 65
$ printf 'account;debit;credit\n4000;;1.000,00\n' | clerk gl import - --as-of 2026-11-22 --decimal ,
! 1 balance of 2026-11-22 noted
