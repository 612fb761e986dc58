# What files bring in; every wrong one ends in one line that names the place, and nothing is imported.
$ clerk -q book new --company "Harbour & Finch" --currency EUR --sandbox
$ cp $SAMPLES/import/*.csv .
$ clerk -q tax add --code VAT20 --rate 20
  VAT20
$ clerk import history --file history.csv
! arledger: history.csv: what do its columns mean? Give --yes to take this proposal, or say --map 'customer=CustomerNo; number="Invoice No"; date="Invoice date"; due="Due date"; amount=Amount; paid="Paid date"; disputed=Disputed'
= 2
$ clerk import history --file history.csv --yes --dry-run
! history.csv: 3 customers, 3 invoices (2300.40 EUR), 1 credit memo (30.00 EUR), 2 payments (2200.50 EUR); opens 3 new accounts, K-1, K-2 and Müller & Söhne
! dry run: nothing was kept
$ clerk customer list --format csv
  code,name,currency,terms,limit,balance,overdue,oldest_days,collector,status,nsf,formerly
$ clerk import history --file history.csv --yes
! history.csv: 3 customers, 3 invoices (2300.40 EUR), 1 credit memo (30.00 EUR), 2 payments (2200.50 EUR)
$ clerk import history --file history.csv --yes
! arledger: history.csv was imported before, in entry 3 on 2026-11-22: nothing was added; say why with --again "..." to import it once more
= 65
$ clerk import history --file history.csv --yes --again "the same rows once more"
! history.csv: nothing new, 4 already there
$ clerk report aging --as-of 2026-02-28 --format csv
  customer,name,currency,current,1-30,31-60,61-90,over-90,unapplied,total,disputed,owner
  K-1,K-1,EUR,0.00,99.90,0.00,0.00,0.00,0.00,99.90,99.90,
  K-2,K-2,EUR,0.00,0.00,0.00,0.00,0.00,-30.00,-30.00,0.00,
$ clerk import invoices --file lines.csv --yes
! lines.csv: 2 customers, 2 invoices (48.42 EUR), 1 credit memo (5.00 EUR)
$ clerk invoice list --customer A --format csv
  number,customer,kind,date,due,currency,total,open,status
  7001,A,invoice,2026-02-01,2026-03-03,EUR,48.42,48.42,overdue
$ clerk credit list --customer B --format csv
  number,customer,kind,date,due,currency,total,open,status
  7002,B,credit,2026-02-01,2026-02-01,EUR,5.00,5.00,unapplied
$ clerk import payments --file payments.csv --yes
! payments.csv: 4 payments (52.00 EUR)
$ clerk payment list --format csv --from 2026-02-10 --to 2026-02-11
  number,customer,date,method,reference,currency,amount,unapplied,status
  P-1001,K-1,2026-02-10,transfer,,EUR,1200.50,0.00,applied
  P-1003,A,2026-02-10,cheque,551,EUR,30.00,0.00,applied
  P-1004,A,2026-02-10,cash,,EUR,5.00,5.00,unapplied
  P-1005,A,2026-02-10,cash,,EUR,5.00,5.00,unapplied
  P-1006,,2026-02-11,transfer,who knows,EUR,12.00,12.00,unidentified
$ clerk import payments --file - --yes <payments.csv
! arledger: standard input was imported before, in entry 6 on 2026-11-22: nothing was added; say why with --again "..." to import it once more
= 65
$ clerk import payments --file payments.csv --yes --again "a bank sent it twice"
! payments.csv: nothing new, 4 already there
$ clerk import customers --file customers.csv --yes --save-profile crm
! customers.csv: 2 customers
$ clerk customer list --search cwik --format csv
  code,name,currency,terms,limit,balance,overdue,oldest_days,collector,status,nsf,formerly
  C1,"Ćwik, Sp. z o.o.",EUR,NET30,5000.00,0.00,0.00,0,,ok,0,
$ clerk import customers --file customers.csv --profile crm --again "profile"
! customers.csv: nothing new, 2 already there and left as they are
$ clerk import invoices --file rate.csv --save-profile fx --map 'customer=customer; number="Doc ""No"""; date=date; amount=amount; currency=currency; rate=1/FX'
! rate.csv: 1 invoice (10.00 USD)
$ clerk import invoices --file rate.csv --profile fx --again "profile"
! rate.csv: nothing new, 1 already there
$ clerk import customers --file customers.csv --profile none
! arledger: there is no import profile none
= 65
$ clerk import invoices --file either.csv --yes
! arledger: either.csv: the dates fit day-month as well as month-day; say --dates dmy or --dates mdy
= 2
$ clerk import invoices --file either.csv --yes --dates dmy
! either.csv: 2 invoices (13.34 EUR)
$ clerk import invoices --file day.csv --yes
! arledger: day.csv, line 2, column 3 (date): "2026-02-31" has day 31, and February 2026 has 28 days
= 65
$ clerk import invoices --file twice.csv --yes
! arledger: twice.csv, line 3: invoice 1 of customer A is in line 2 already
= 65
$ clerk import invoices --file amount.csv --yes
! arledger: amount.csv, line 2, column 4 (amount): "12x" is not a number; write it like 1234.50
= 65
$ clerk import invoices --file card.csv --yes
! arledger: card.csv, line 2, column 5 (text): this looks like a payment card number, which the book never keeps
= 65
$ clerk import invoices --file day.csv --map "number=number; amount=total"
! arledger: day.csv, line 1: there is no column 'total' for amount; the file has customer, number, date, amount
= 65
$ clerk import invoices --file day.csv --map "numbr=number"
! arledger: --map: 'numbr' is no field of ours; they are customer, name, number, kind, date, due, terms, amount, currency, rate, status, text, quantity, price, tax, reference, open, disputed
= 2
$ clerk import invoices --file day.csv --map "number=number; date=date"
! arledger: day.csv: no column for customer; say --map 'customer=COLUMN' beside the others, or --default "customer=..."
= 2
$ clerk import invoices --file nowhere.csv --yes
! arledger: there is no file nowhere.csv
= 65
$ clerk import invoices --file opening.csv --yes --opening 2026-01-01
! arledger: opening items need their total: give --control, the balance of the old books
= 2
$ clerk import invoices --file opening.csv --yes --opening 2026-01-01 --control 139
! arledger: the opening items come to 140.00, but --control says 139.00: nothing was imported
= 65
$ clerk import invoices --file opening.csv --yes --opening 2026-01-01 --control 140
! opening.csv: 2 invoices (150.50 EUR), 1 credit memo (10.50 EUR)
$ clerk report aging --as-of 2026-01-10 --format csv
  customer,name,currency,current,1-30,31-60,61-90,over-90,unapplied,total,disputed,owner
  A,A,EUR,0.00,0.00,100.00,0.00,0.00,0.00,100.00,0.00,
  B,B,EUR,50.50,0.00,0.00,0.00,0.00,-10.50,40.00,0.00,
$ clerk -q book verify

# Children stand before their parents in a file by name; a circle is refused.
$ printf 'code,name,parent\nAA,Annex,HQ\nHQ,Head office,\n' >tree.csv
$ clerk import customers --file tree.csv --yes
! tree.csv: 2 customers
$ clerk customer show AA | grep parent
  parent     HQ
$ printf 'code,name,parent\nBB,One,CC\nCC,Two,BB\n' >circle.csv
$ clerk import customers --file circle.csv --yes
! arledger: circle.csv, line 2: BB cannot be below itself: choose a parent that is not under it
= 65
$ printf 'code,name,parent\nDD,One,NOBODY\n' >nobody.csv
$ clerk import customers --file nobody.csv --yes
! arledger: nobody.csv, line 2: there is no customer NOBODY; `customer list --search` finds codes
= 65
$ printf 'code,name,parent\nAA,Another name,\n' >again.csv
$ clerk import customers --file again.csv --yes
! again.csv: nothing new, 1 already there and left as it is
$ clerk import customers --file customers.csv --again "its header is known"
! customers.csv: nothing new, 2 already there and left as they are; its header is that of profile crm
# A dry run names the accounts that a file would open.
$ printf 'Number,Customer,Date,Amount\nN-1,NOBODY,2026-11-01,12.00\nN-2,NOONE,2026-11-01,12.00\nN-3,NOBODY,2026-11-02,12.00\n' >opens.csv
$ clerk --yes --dry-run import invoices opens.csv
! opens.csv: 2 customers, 3 invoices (36.00 EUR); opens 2 new accounts, NOBODY and NOONE
! dry run: nothing was kept

# Amounts may bear their currency, as spreadsheets show them; one that another column contradicts is refused.
$ clerk -q rate add --currency GBP --rate 1.15 --date 2026-01-01
  GBP
$ printf 'Number;Customer;Date;Amount\nE-1;EURO;2026-11-01;1.234,50 €\nE-2;EURO;2026-11-01;(€ 2,50)\nE-3;POUND;2026-11-01;£3,00\nE-4;EURO;2026-11-01;EUR -4,00\n' >signs.csv
$ clerk --yes import invoices signs.csv
! signs.csv: 2 customers, 2 invoices (1234.50 EUR and 3.00 GBP), 2 credit memos (6.50 EUR)
$ printf 'Number,Customer,Date,Amount,Currency\nE-5,EURO,2026-11-01,GBP 5.00,EUR\n' >contrary.csv
$ clerk --yes import invoices contrary.csv
! arledger: contrary.csv, line 2, column 4 (Amount): the amount is in GBP, but the row is in EUR
= 65
$ printf 'Number,Customer,Date,Amount\nE-6,EURO,2026-11-01,$5.00\n' >dollars.csv
$ clerk --yes import invoices dollars.csv
! arledger: dollars.csv, line 2: the amount is in $, but it would be in EUR: say --currency
= 65

# A payment's own number is one payment: another amount under it is not passed over.
$ printf 'Number,Customer,Date,Amount\nPAY-1,EURO,2026-11-02,3.00\n' >pay1.csv
$ clerk --yes import payments pay1.csv
! pay1.csv: 1 payment (3.00 EUR)
$ printf 'Number,Customer,Date,Amount\nPAY-2,EURO,2026-11-02,5.00\nPAY-1,EURO,2026-11-02,3.00\n' >pay2.csv
$ clerk --yes import payments pay2.csv
! pay2.csv: 1 payment (5.00 EUR), 1 already there
$ printf 'Number,Customer,Date,Amount\nPAY-3,EURO,2026-11-02,5.00\nPAY-3,EURO,2026-11-02,6.00\n' >pay3.csv
$ clerk --yes import payments pay3.csv
! arledger: pay3.csv, line 3: payment PAY-3 is in the book already, dated 2026-11-02 over 5.00: it is not the same document
= 65

# One customer in two rows that differ is for the user to settle; equal rows are one. A limit is never negative.
$ printf 'Code,Name,Email\nTWICE,Two,a@two.example\nTWICE,Two,b@two.example\n' >twice.csv
$ clerk --yes import customers twice.csv
! arledger: twice.csv, line 3: customer TWICE stands in a row above already, and not the same: keep one of them
= 65
$ printf 'Code,Name,Email\nTWICE,Two,a@two.example\ntwice,Two,a@two.example\nTWICE,Two,a@two.example\n' >thrice.csv
$ clerk --yes import customers thrice.csv
! arledger: thrice.csv, line 3: customer twice stands in a row above already, and not the same: keep one of them
= 65
$ printf 'Code,Name,Limit\nLESS,Less,-1\n' >less.csv
$ clerk --yes import customers less.csv
! arledger: less.csv, line 2, column 3 (Limit): a credit limit is 0 or more; an empty field is none
= 65

# Rows of one paper have one day and one currency.
$ printf 'Number,Customer,Date,Quantity,Price,Currency\nL-1,EURO,2026-11-01,2,5.50,EUR\nL-1,EURO,2026-11-01,1,3.00,GBP\n' >two.csv
$ clerk --yes import invoices two.csv
! arledger: two.csv, line 3: L-1 is in another currency here than in line 2: one paper has one
= 65
$ printf 'Number,Customer,Date,Quantity,Price\nL-1,EURO,2026-11-01,2,5.50\nL-1,EURO,2026-11-02,1,3.00\n' >days.csv
$ clerk --yes import invoices days.csv
! arledger: days.csv, line 3: L-1 is dated 2026-11-02 here and 2026-11-01 in line 2: one paper has one day
= 65

# What the file has as settled and the book has open is told: a paper that came in before, a credit memo.
$ printf 'Number,Customer,Date,Amount,Paid\nS-1,EURO,2026-10-01,40.00,\nS-2,EURO,2026-10-01,-8.00,2026-10-20\n' >october.csv
$ clerk --yes import history october.csv
! october.csv: 1 invoice (40.00 EUR), 1 credit memo (8.00 EUR); S-2 is settled in the file, which does not say how, and on account here: `credit apply` or `refund pay` settles it
$ printf 'Number,Customer,Date,Amount,Paid\nS-1,EURO,2026-10-01,40.00,2026-11-02\nS-3,EURO,2026-11-01,7.00,2026-11-03\n' >november.csv
$ clerk --yes import history november.csv
! november.csv: 1 invoice (7.00 EUR), 1 payment (7.00 EUR), 1 already there; S-1 is settled in the file and open here: was the money entered?
