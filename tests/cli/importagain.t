# What a file says of its papers beside their amounts: paid ones, drafts, what is open of them.
$ clerk -q book new --company "Harbour & Finch" --currency EUR --sandbox
$ printf 'Customer,Number,Date,Total,Amount due,Status\nK-1,R-1,2026-05-01,100.00,100.00,AUTHORISED\nK-1,R-2,2026-05-02,50.00,0.00,PAID\nK-2,R-3,2026-05-03,70.00,0.00,VOIDED\nK-2,R-4,2026-05-04,80.00,0.00,Deleted\nK-2,R-5,2026-05-05,90.00,90.00,DRAFT\nK-2,R-6,2026-05-06,30.00,12.50,AUTHORISED\n' >all.csv
$ clerk import invoices all.csv
! arledger: all.csv: what do its columns mean? Give --yes to take this proposal, or say --map 'customer=Customer; number=Number; date=Date; amount=Total; status=Status; open="Amount due"'
= 2
$ clerk import invoices all.csv --yes
! arledger: all.csv, line 3, column 6 (Status): it is PAID: what is paid would stand open. Leave such rows out with --where "Status!=PAID", or bring them in with their payments by `import history`
= 65
$ clerk import invoices all.csv --yes --where "Status!=PAID"
! arledger: all.csv, line 7, column 5 (Amount due): only 12.50 of 30.00 is open: the rest would stand open. Leave such rows out with --where, bring them in with their payments by `import history`, or take what is open as opening items: --opening with --map "amount=Amount due"
= 65
$ clerk import invoices all.csv --yes --where "Status!=PAID & Number!=R-6" --dry-run
! all.csv: 1 customer, 1 invoice (100.00 EUR), 2 rows left out, 1 VOIDED row left out, 1 Deleted row left out, 1 DRAFT row left out; opens 1 new account, K-1
! dry run: nothing was kept
$ clerk import invoices all.csv --yes --opening 2026-06-01 --control 112.50 --dry-run
! all.csv: 2 customers, 3 invoices (112.50 EUR), 1 VOIDED row left out, 1 Deleted row left out, 1 DRAFT row left out; opens 2 new accounts, K-1 and K-2
! dry run: nothing was kept
$ clerk import history all.csv --yes --where "Number!=R-6"
! arledger: all.csv: no column for paid; say --map 'paid=COLUMN; customer=Customer; number=Number; date=Date; amount=Total; status=Status; open="Amount due"', or --default "paid=..."
= 2
$ clerk import history all.csv --yes --default "paid=2026-05-20"
! arledger: all.csv, line 2, column 5 (Amount due): 100.00 of it is open, and the row has a settlement date all the same: leave such rows out with --where
= 65
$ clerk import history all.csv --yes --where "Status!=AUTHORISED" --map "customer=Customer; number=Number; date=Date; amount=Total; status=Status" --default "paid="
! arledger: all.csv, line 3, column 6 (Status): it is PAID, but the row has no settlement date: map the column that has it (paid=...), give --default "paid=...", or leave such rows out with --where
= 65
$ clerk import history all.csv --yes --where "Number!=R-6 & Number!=R-1" --default "paid=2026-05-20"
! all.csv: 1 customer, 1 invoice (50.00 EUR), 1 payment (50.00 EUR), 2 rows left out, 1 VOIDED row left out, 1 Deleted row left out, 1 DRAFT row left out
$ clerk invoice list --format csv
  number,customer,kind,date,due,currency,total,open,status
  R-2,K-1,invoice,2026-05-02,2026-06-01,EUR,50.00,0.00,paid

# A wrong import that was taken back comes in again, under other numbers: a void number stays taken.
$ clerk import invoices all.csv --yes --where "Number=R-1" --again "by mistake" --map "customer=Customer; number=Number; date=Date; amount=Amount due"
! all.csv: 1 invoice (100.00 EUR), 5 rows left out
$ clerk -q journal reverse --entry 3 --reason wrong
  VD-1001
$ clerk import invoices all.csv --yes --where "Number=R-1" --again "the first was wrong"
! arledger: all.csv: nothing is new: 1 of its papers is in the book and void (by VD-1001), and a void number stays taken. Say --suffix -2 to bring them in again, each under its number with that behind it
= 65
$ clerk invoice issue --customer K-1 --number R-1 --amount 5
! arledger: invoice R-1 of this customer is in the book and void, and a number is used once: take another, as R-1-2
= 65
$ clerk import invoices all.csv --yes --where "Number=R-1" --again "the first was wrong" --suffix -2
! all.csv: 1 invoice (100.00 EUR), 5 rows left out; 1 of the papers stood on the books from 2026-05-01 until taken back on 2026-11-22: reports of the days between count it twice
$ clerk import invoices all.csv --yes --where "Number=R-1" --again "once more" --suffix -2
! all.csv: nothing new, 1 already there, 5 rows left out
$ clerk invoice list --format csv
  number,customer,kind,date,due,currency,total,open,status
  R-1,K-1,invoice,2026-05-01,2026-05-31,EUR,100.00,0.00,void
  R-1-2,K-1,invoice,2026-05-01,2026-05-31,EUR,100.00,100.00,overdue
  R-2,K-1,invoice,2026-05-02,2026-06-01,EUR,50.00,0.00,paid
$ clerk find R-1 --format csv
  what,number,customer,name,date,currency,amount,open,status,match,text
  invoice,R-1,K-1,K-1,2026-05-01,EUR,100.00,0.00,void,number,
  invoice,R-1-2,K-1,K-1,2026-05-01,EUR,100.00,100.00,overdue,reference,R-1
  void,VD-1001,K-1,K-1,2026-11-22,EUR,100.00,0.00,,reference,R-1
  entry,4,,entry 3 is taken back: R-1 over 100.00 EUR,2026-11-22,,,,,journal,entry 3 is taken back: R-1 over 100.00 EUR
$ printf 'Date,Amount,Reference\n2026-06-10,12.00,who\n2026-06-10,12.00,who\n' >money.csv
$ clerk import payments money.csv --yes --map "date=Date; amount=Amount"
! money.csv: 2 payments (24.00 EUR)
$ clerk -q journal reverse --entry 7 --reason wrong
  REV-1002
$ clerk import payments money.csv --yes --again "with its reference"
! money.csv: 2 payments (24.00 EUR)
$ clerk import payments money.csv --yes --again "once more"
! money.csv: nothing new, 2 already there
$ clerk -q payment reverse --payment P-1004 --date 2026-06-11 --reason nsf
  REV-1003
$ clerk import payments money.csv --yes --again "what bounced stays bounced"
! money.csv: nothing new, 2 already there
$ clerk -q book verify

# A payment that names the void number pays the paper that came in again for it.
$ printf 'Customer,Date,Amount,Invoice\nK-1,2026-06-12,60.00,R-1\n' >named.csv
$ clerk import payments named.csv --yes
! named.csv: 1 payment (60.00 EUR)
$ clerk invoice list --open --format csv
  number,customer,kind,date,due,currency,total,open,status
  R-1-2,K-1,invoice,2026-05-01,2026-05-31,EUR,100.00,40.00,overdue

# Rates: the wrong way round, none at all; days to come; amounts with a decimal comma; a customer that no column has.
$ printf 'Customer,Number,Date,Total,Currency,Rate\nK-9,F-1,2026-05-01,100.00,USD,1.25\n' >fx.csv
$ clerk import invoices fx.csv --yes --map "customer=Customer; number=Number; date=Date; amount=Total; currency=Currency"
! arledger: fx.csv, line 2: there is no USD rate on 2026-05-01: map a column that has it (rate=COLUMN, or rate=1/COLUMN), give --default "rate=...", or `rate add --currency USD --date 2026-05-01 --rate ...`
= 65
$ clerk import invoices fx.csv --yes --dry-run
! fx.csv: 1 customer, 1 invoice (100.00 USD); opens 1 new account, K-9
! dry run: nothing was kept
$ clerk -q rate add --currency USD --date 2026-04-30 --rate 0.80
  USD
$ clerk import invoices fx.csv --yes
! arledger: fx.csv, line 2: the rate is the wrong way round: the book has 0.8 EUR for 1 USD on 2026-05-01; say rate=1/Rate
= 65
$ clerk import invoices fx.csv --map "customer=Customer; number=Number; date=Date; amount=Total; currency=Currency; rate=1/Rate"
! fx.csv: 1 customer, 1 invoice (100.00 USD)
$ printf 'CurrencyCode,CurrencyRate,AmountCredited,LineAmountTypes,ContactID,Number,Date,Total\nUSD,1.25,0,Exclusive,K-9,F-2,2026-05-02,10.00\n' >xero.csv
$ clerk import invoices xero.csv
! arledger: xero.csv: what do its columns mean? Give --yes to take this proposal, or say --map 'customer=ContactID; number=Number; date=Date; amount=Total; currency=CurrencyCode; rate=1/CurrencyRate'
= 2
$ printf 'Date,Amount,Method\n2026-11-20,5.00,cash\n2027-11-13,7.00,cash\n2026-12-01,9.00,cheque\n' >ahead.csv
$ clerk import payments ahead.csv --yes
! ahead.csv: 3 payments (21.00 EUR); 2 are of days to come, line 3 of 2027-11-13; dated 356 days after today; look at the day: it is still to come, and it is no cheque
$ printf 'Customer,Number,Date,Total\nK-9,A-1,2027-11-13,5.00\n' >paper.csv
$ clerk import invoices paper.csv --yes
! paper.csv: 1 invoice (5.00 USD); 1 is of days to come, line 2 of 2027-11-13; dated 356 days after today
$ printf 'Customer;Number;Date;Total\nK-9;D-1;2026-05-01;1.190,00\n' >comma.csv
$ clerk import invoices comma.csv --decimal . --yes
! arledger: comma.csv, line 2, column 4 (Total): the points and commas of this number do not fit: "." stands before the decimals, thousands are marked in threes; a decimal comma is said with --decimal ,
= 65
$ clerk import invoices comma.csv --decimal , --yes
! comma.csv: 1 invoice (1190.00 USD)
$ printf 'Number,Date,Total\nN-1,2026-05-01,5.00\n' >nobody.csv
$ clerk import invoices nobody.csv
! arledger: nobody.csv: no column for customer; say --map 'customer=COLUMN; number=Number; date=Date; amount=Total', or --default "customer=..."
= 2
$ clerk import invoices nobody.csv --default "customer=K-9"
! arledger: nobody.csv: what do its columns mean? Give --yes to take this proposal, or say --map 'number=Number; date=Date; amount=Total'
= 2
$ clerk import invoices nobody.csv --default "customer=K-9" --yes
! nobody.csv: 1 invoice (5.00 USD)

# Customers with what an electronic invoice needs of them.
$ printf 'Code,Name,Billing Country,Language,Customer Group,VAT Number\nC-1,Acme,Germany,de-DE,wholesale,DE123456789\nC-2,Bolt,nl,,,\nC-3,Corp,US-NY,EN,,\n' >customers.csv
$ clerk import customers customers.csv
! arledger: customers.csv: what do its columns mean? Give --yes to take this proposal, or say --map 'customer=Code; name=Name; tax-id="VAT Number"; country="Billing Country"; language=Language; class="Customer Group"'
= 2
$ clerk import customers customers.csv --yes
! customers.csv: 3 customers
$ clerk customer show C-1 | grep -i "country\|language\|class\|tax number"
  country    DE
  class      wholesale
  language   de
$ clerk customer show C-2 | grep -i "country"
  country    NL
$ printf 'Code,Name,Country\nC-4,Dent,Ruritania\n' >far.csv
$ clerk import customers far.csv --yes
! arledger: far.csv, line 2, column 3 (Country): 'Ruritania' is not a country; write two letters, as NL, or US-NY for a part
= 65
$ printf 'Code,Name,Language\nC-4,Dent,Klingon\n' >tongue.csv
$ clerk import customers tongue.csv --yes
! arledger: tongue.csv, line 2, column 3 (Language): 'Klingon' is no language; write two letters, as en or de
= 65
# Opening items that were taken back on a later day and come in again count twice between, which is
# said, with what would not; of what comes in from that day on no day counts both.
$ clerk -q --book twice.arl book new --company "Harbour & Finch" --currency EUR --sandbox
$ printf 'Customer,Number,Date,Total\nK-1,R-1,2025-12-01,100.00\nK-1,R-2,2025-12-02,50.00\n' >opening.csv
$ clerk --book twice.arl import invoices opening.csv --yes --opening 2025-12-31 --control 150
! opening.csv: 1 customer, 2 invoices (150.00 EUR)
$ clerk -q --book twice.arl journal reverse 2 --date 2026-04-15
  VD-1002
$ clerk --book twice.arl import invoices opening.csv --yes --opening 2025-12-31 --control 150 --again redo --suffix=-2 --dry-run
! opening.csv: 2 invoices (150.00 EUR); 2 of the papers stood on the books from 2025-12-31 until taken back on 2026-04-15: reports of the days between count them twice; --opening 2026-04-15 would count each day once
! dry run: nothing was kept
$ clerk --book twice.arl import invoices opening.csv --yes --opening 2026-04-15 --control 150 --again redo --suffix=-2
! opening.csv: 2 invoices (150.00 EUR)
$ clerk --book twice.arl report aging --as-of 2026-04-14 --format csv
  customer,name,currency,current,1-30,31-60,61-90,over-90,unapplied,total,disputed,owner
  K-1,K-1,EUR,0.00,0.00,0.00,0.00,150.00,0.00,150.00,0.00,
$ clerk --book twice.arl report aging --as-of 2026-04-15 --format csv
  customer,name,currency,current,1-30,31-60,61-90,over-90,unapplied,total,disputed,owner
  K-1,K-1,EUR,0.00,0.00,0.00,0.00,150.00,0.00,150.00,0.00,

# A paper that came in and was voided there afterwards stands here: it is named. So nothing is lost in silence.
$ clerk -q book new --book gone.arl --company "Harbour & Finch" --currency EUR --sandbox
$ printf 'customer,number,date,amount,status\nK-1,R-1,2026-05-01,100.00,open\nK-1,R-2,2026-05-02,50.00,open\nK-1,R-3,2026-05-02,60.00,open\nK-1,R-9,2026-05-02,1.00,void\n' >may.csv
$ clerk --book gone.arl import invoices may.csv --yes
! may.csv: 1 customer, 3 invoices (210.00 EUR), 1 void row left out
$ clerk -q --book gone.arl invoice void R-3 --reason "voided there"
  VD-1001
$ printf 'customer,number,date,amount,status\nK-1,R-1,2026-05-01,100.00,void\nK-1,R-2,2026-05-02,50.00,open\nK-1,R-3,2026-05-02,60.00,void\nK-1,R-4,2026-05-03,70.00,open\n' >june.csv
$ clerk --book gone.arl import invoices june.csv --yes
! june.csv: 1 invoice (70.00 EUR), 1 already there, 2 void rows left out, and R-1 of them stands in the book
# what came in again for a void number is there, whatever is put behind the number
$ clerk -q --book gone.arl invoice void R-2 --reason "by mistake"
  VD-1002
$ clerk --book gone.arl import invoices may.csv --yes --again "R-2 again" --where "number=R-2" --suffix=-2
! may.csv: 1 invoice (50.00 EUR), 3 rows left out; 1 of the papers stood on the books from 2026-05-02 until taken back on 2026-11-22: reports of the days between count it twice
$ clerk --book gone.arl import invoices may.csv --yes --again "once more" --where "number=R-2" --suffix=-3
! may.csv: nothing new, 1 already there, 3 rows left out
$ clerk --book gone.arl import invoices may.csv --yes --again "once more" --where "number=R-2"
! may.csv: nothing new, 1 already there, 3 rows left out
$ clerk --book gone.arl invoice list --format csv | cut -d, -f1,7,8,9
  number,total,open,status
  R-1,100.00,100.00,overdue
  R-2,50.00,0.00,void
  R-3,60.00,0.00,void
  R-2-2,50.00,50.00,overdue
  R-4,70.00,70.00,overdue
# A number that is void there is none that the book's own series may give to another paper; a draft's may.
$ printf 'customer,number,date,amount,status\nK-1,R-20,2026-05-01,100.00,open\nK-1,INV-1002,2026-05-02,50.00,void\n' >own.csv
$ clerk --book gone.arl import invoices own.csv --yes
! arledger: own.csv, line 3: INV-1002 would collide with the book's own series (next is INV-1001): leave the number out, or give the book another prefix
= 65
$ clerk --book gone.arl import invoices own.csv --yes --where "status!=void" --dry-run
! own.csv: 1 invoice (100.00 EUR), 1 row left out
! dry run: nothing was kept
$ printf 'customer,number,date,amount,status\nK-1,R-21,2026-05-01,100.00,open\nK-1,INV-1002,2026-05-02,50.00,draft\nK-1,INV-0999,2026-05-02,50.00,void\n' >own.csv
$ clerk --book gone.arl import invoices own.csv --yes
! own.csv: 1 invoice (100.00 EUR), 1 draft row left out, 1 void row left out
