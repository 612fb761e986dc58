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
