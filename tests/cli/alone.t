# Ways round a limit: taking an invoice back, and a rate that makes sums small.
$ clerk -q book new --company "Harbour & Finch" --currency EUR --sandbox
$ clerk -q customer add --code ACME --name "Acme Ltd"
  ACME
$ clerk -q --now 2026-11-20T10:00:00Z invoice issue --customer ACME --number A1 --amount 900
  A1
$ clerk -q user add --name cora --role coordinator --limit "credit=500"
  cora
$ clerk -q user add --name mary --role manager
  mary

# an invoice of an earlier day is let go as by a credit memo; a slip of the day is only a slip
$ clerk --actor cora invoice void A1 --reason "they say it was never ordered"
  A-1
! credit memo of 900.00 EUR on A1 waits for approval A-1: 900.00 at once is above the limit of cora, 500.00 EUR
$ clerk --actor cora invoice list --format csv
  number,customer,kind,date,due,currency,total,open,status
  A1,ACME,invoice,2026-11-20,2026-12-20,EUR,900.00,900.00,open
$ clerk customer show ACME | grep pending
  pending    900.00 EUR, approval A-1, cora
$ clerk invoice show A1 | grep Pending
  Pending  900.00 EUR, approval A-1, cora
$ clerk --actor mary approval approve A-1
  VD-1001
! A-1 is approved: credit memo of 900.00 EUR for ACME, asked for by cora; A1 of ACME over 900.00 EUR is void from 2026-11-22 on, by VD-1001
$ clerk --actor cora -q invoice issue --customer ACME --number A2 --amount 900
  A2
$ clerk --actor cora invoice void A2 --reason "keyed twice"
  VD-1002
! A2 of ACME over 900.00 EUR is void from 2026-11-22 on, by VD-1002

# the first rate of a currency and one far from the one before are a manager's
$ clerk --actor cora rate add --currency USD --rate 0.9
! arledger: the first rate of USD needs the role manager; cora has coordinator
= 77
$ clerk --actor mary rate add --currency USD --rate 0.9 --date 2026-11-01
  USD
! from 2026-11-01 on 1 USD is 0.9 EUR
$ clerk --actor cora rate add --currency USD --rate 0.0001
! arledger: a rate so far from the one before, 0.9, needs the role manager; cora has coordinator
= 77
$ clerk --actor cora rate add --currency USD --rate 0.95
  USD
! from 2026-11-22 on 1 USD is 0.95 EUR
$ clerk --actor cora rate add --currency USD --rate 1.2 --date 2026-12-01
! arledger: a rate so far from the one before, 0.95, needs the role manager; cora has coordinator
= 77

# What cannot be measured by a limit is reported where one person did both halves.
$ clerk -q customer add --code KADE --name "Kade en Zonen"
  KADE
$ clerk -q --now 2026-11-20T10:00:00Z invoice issue --customer KADE --number K1 --amount 1000
  K1
$ clerk -q invoice issue --customer KADE --number K2 --amount 80
  K2
$ clerk -q invoice issue --customer KADE --number K3 --amount 60
  K3
$ clerk -q --actor cora customer special KADE --discount "90% 300"
  KADE
$ clerk -q --actor cora invoice issue --customer KADE --number K4 --amount 500
  K4
$ clerk -q --actor cora payment receive --customer KADE --amount 50 --apply "K4 discount auto"
  P-1001
$ printf 'customer,number,due,amount\nKADE,B1,2026-11-20,80\n' >bills.csv
$ clerk -q --actor cora payable import --file bills.csv --yes
$ clerk -q --actor mary netting agree --customer KADE --reference "letter of 2026-11-01"
  KADE
$ clerk -q --actor cora netting post --customer KADE
  NET-1001
$ clerk -q --actor cora placement make --customer KADE --agency "Fast Money" --commission 99%
  1
$ clerk -q --actor cora placement recover 1 --amount 60 --commission 59
  P-1002
$ clerk report duties --format csv
  date,user,customer,document,currency,amount,why
  ,anna,,,,,an admin gives the roles and may not post
  2026-11-22,cora,KADE,DSC-1001,EUR,450.00,who gave the customer a discount of its own does not let it be taken
  2026-11-22,cora,KADE,NET-1001,EUR,80.00,who wrote in the bill that we owe does not set it off
  2026-11-22,cora,KADE,Fast Money,,,who placed the claim does not say that most of the money is commission
$ clerk book verify 2>&1 | cut -d, -f1,2
  verified: 24 entries, 12 documents

# Cash that does not come to the bank whole is let go like a write-off, however it is called.
$ clerk -q user add --name carl --role clerk --limit "writeoff=10"
  carl
$ clerk -q --actor carl payment receive --customer KADE --number R1 --amount 300 --method cash
  R1
$ clerk -q --actor carl payment receive --customer KADE --number R2 --amount 40 --method cheque
  R2
$ clerk -q --actor carl payment receive --customer KADE --number R3 --amount 500 --method card
  R3
$ clerk --actor carl payment receive --customer KADE --amount 300 --method cash --fee 299
! arledger: --fee: of cash and cheques a fee is kept back when they come to the bank; `deposit make --fee` says so
= 65
$ clerk --actor carl deposit make --payments R1 --short 299
  A-2
! write-off of 299.00 EUR waits for approval A-2: 299.00 at once is above the limit of carl, 10.00 EUR
$ clerk --actor carl deposit make --payments R2 --fee 30
  A-3
! write-off of 30.00 EUR waits for approval A-3: 30.00 at once is above the limit of carl, 10.00 EUR
$ clerk --actor carl deposit make --all --short 299
! arledger: more is missing than you may let go alone: name the receipts with --payments and the day with --date, and it waits for somebody else
= 77
$ clerk -q --actor carl deposit make --payments R2 --short 1
  DEP-1001
$ clerk -q --actor carl deposit make --payments R3 --method card --fee 15
  DEP-1002
$ printf 'Date,Amount\n2026-11-22,1.00\n' >bank.csv
$ clerk -q --yes bank import bank.csv --account 1200 --currency EUR --map "date=Date; amount=Amount; dates=ymd; decimal=."
  1
$ clerk --actor carl bank match --lines 1 --documents R1 --fee 299
  A-4
! write-off of 299.00 EUR waits for approval A-4: 300.00 by one person in a day is above the limit of carl, 10.00 EUR
$ clerk approval list --format csv | cut -d, -f1,2,5,8,9,15
  approval,maker,kind,amount,reason,command
  A-4,carl,writeoff,299.00,missing of cash and cheques,bank match --lines 1 --documents R1 --fee 299
  A-3,carl,writeoff,30.00,missing of cash and cheques,deposit make --date 2026-11-22 --payments R2 --fee 30
  A-2,carl,writeoff,299.00,missing of cash and cheques,deposit make --date 2026-11-22 --payments R1 --short 299
  A-1,cora,credit,900.00,they say it was never ordered,invoice void --invoice A1 --date 2026-11-22 --reason 'they say it was never ordered'
$ clerk deposit list --format csv | cut -d, -f1,7,8
  number,gross,total
  DEP-1001,40.00,39.00
  DEP-1002,500.00,485.00
$ clerk --actor mary approval approve A-2
  DEP-1003
! A-2 is approved: write-off of 299.00 EUR, asked for by carl; DEP-1003: 1.00 EUR to 1200 Bank, 1 receipt of 300.00 EUR, short 299.00
$ clerk --actor mary approval approve A-3
! arledger: A-3 cannot be done: R2 went to the bank with DEP-1001 already; nothing is posted, and it still waits
= 65
$ clerk deposit list --format csv | cut -d, -f1,7,8
  number,gross,total
  DEP-1001,40.00,39.00
  DEP-1002,500.00,485.00
  DEP-1003,300.00,1.00
$ clerk book verify 2>&1 | cut -c1-9
  verified:

# So is a fee that is no usual one; the bank's own few euros are not asked about.
$ clerk -q user add --name dora --role clerk --limit "writeoff=10"
  dora
$ clerk --actor dora payment receive --customer KADE --amount 500 --fee 400
! arledger: --fee: more than a tenth of the money counts as a write-off, and 400.00 at once is above the limit of dora, 10.00 EUR; receive what came, and the rest stays owed
= 77
$ clerk -q --actor dora payment receive --customer KADE --amount 500 --fee 15
  P-1003
$ clerk -q --actor dora payment receive --customer KADE --amount 40 --fee 6
  P-1004
$ clerk --actor dora payment receive --customer KADE --amount 40 --fee 6
! arledger: --fee: more than a tenth of the money counts as a write-off, and 12.00 for the customer this month is above the limit of dora, 10.00 EUR; receive what came, and the rest stays owed
= 77
$ clerk book verify 2>&1 | cut -c1-9
  verified:

# What money settles in another currency is what it is worth, but for a manager.
$ clerk --actor dora payment receive --customer KADE --amount 1 --currency USD --settles "80.00 EUR"
! arledger: 1.00 USD for 80.00 EUR, a fifth or more above the book's rate, needs the role manager; dora has clerk
= 77
$ clerk --actor dora payment receive --customer KADE --amount 1 --currency GBP --settles "1.00 EUR"
! arledger: 1.00 GBP for 1.00 EUR, without a rate in the book, needs the role manager; dora has clerk
= 77
$ clerk -q --actor dora payment receive --customer KADE --amount 10 --currency USD --settles "10.00 EUR"
  P-1005
$ clerk --actor mary payment receive --customer KADE --amount 1 --currency USD --settles "2.00 EUR"
  P-1006
! P-1006: 1.00 USD from KADE, which settles 2.00 EUR; 2.00 EUR left unapplied
