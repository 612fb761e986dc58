# What was said of an account before it was merged is listed, counted and gone on with under the one that stays.
$ clerk book new --company "Northwind Lights" --currency USD --sandbox 2>&1
  a new TEST book for Northwind Lights in USD: book.arl
$ printf 'customer,number,amount,due,currency\nOLD,B-1,200.00,2026-11-01,USD\nNEW,B-2,50.00,2026-11-01,USD\n' >bills.csv
$ printf 'customer,amount,number,currency\nOLD,300.00,O-1,USD\nNEW,30.00,O-2,USD\n' >orders.csv
$ printf 'customer,number,date,amount\nOLD,7001,2026-10-01,100.00\n' >october.csv
$ printf 'customer,number,date,amount\nOLD,7001,2026-10-01,100.00\nNEW,7002,2026-10-01,50.00\n' >again.csv
$ printf 'customer,date,amount,invoice\nOLD,2026-10-11,30.00,7001\n' >money.csv
$ printf 'customer,date,amount,invoice\nOLD,2026-10-11,30.00,7001\nNEW,2026-10-12,5.00,7002\n' >moneyagain.csv
$ cat >lines <<'END'
> customer add --code OLD --name "Alpha (old)"
> customer add --code NEW --name "Alpha Lamps"
> customer add --code BETA --name "Beta Lamps"
> customer add --code BETAOLD --name "Beta (old)"
> customer add --code GAMMA --name "Gamma Lamps"
> customer add --code GAMMAOLD --name "Gamma (old)"
> invoice issue --customer OLD --date 2026-08-01 --number 1101 --amount 1000
> invoice issue --customer OLD --date 2026-09-01 --number 1102 --amount 500
> invoice issue --customer NEW --date 2026-09-05 --number 1201 --amount 70
> payment receive --customer OLD --date 2026-10-01 --amount 100 --apply "1101"
> statement send --customer OLD --as-of 2026-10-31
> dunning run --customer OLD --date 2026-10-20
> dunning block --customer OLD --reason "asked" --until 2026-12-20
> hold set OLD --reason "does not pay" --until 2026-12-31
> alias add --customer OLD --kind account --value "DE89 3704 0044"
> allowance-specific set --customer OLD --rate 50%
> netting agree --customer OLD --reference "letter 5"
> credit-application add OLD --limit 5000 --references "bank"
> baddebt writeoff --invoice 1102 --amount 200 --reason "gone" --date 2026-11-01
> invoice issue --customer BETAOLD --date 2026-08-01 --number 2101 --amount 1000
> invoice issue --customer BETA --date 2026-09-05 --number 2201 --amount 70
> customer insolvent --customer BETAOLD --date 2026-10-15 --claim 1000 --reference "AZ 1"
> invoice issue --customer GAMMAOLD --date 2026-08-01 --number 3101 --amount 1000
> invoice issue --customer GAMMA --date 2026-11-05 --number 3201 --amount 70
> placement make --customer GAMMAOLD --agency "Harsh Ltd" --date 2026-10-15 --commission 10%
> END
$ clerk run lines >/dev/null 2>&1
$ clerk payable import --file bills.csv 2>/dev/null
$ clerk order import --file orders.csv 2>/dev/null
$ clerk import invoices --file october.csv --yes 2>/dev/null
$ clerk import payments --file money.csv --yes 2>/dev/null
$ echo scan >scan.txt
$ clerk attachment add --customer OLD --document 1101 --path scan.txt 2>/dev/null
  1
$ clerk -q customer merge --from OLD --into NEW
  NEW
$ clerk -q customer merge --from BETAOLD --into BETA
  BETA
$ clerk -q customer merge --from GAMMAOLD --into GAMMA
  GAMMA
# lists of one customer have all of it
$ for list in "application list" "baddebt list" "credit-application list" "dunning list" "netting propose" "order list" "payable list" "statement list" "alias list" "dunning blocks" "hold list"; do clerk $list --customer NEW --format csv | tail -n +2 | cut -d, -f1-6 | sed "s|^|$list: |"; done
  application list: 11,P-1001,1101,1,2026-10-01,USD
  application list: 20,WO-1001,1102,1,2026-11-01,USD
  application list: 30,P-1002,7001,1,2026-10-11,USD
  baddebt list: WO-1001,OLD,Alpha (old),1102,2026-11-01,direct
  credit-application list: 1,NEW,Alpha Lamps,2026-11-22,USD,5000.00
  dunning list: DL-1001,1,OLD,Alpha (old),2026-10-20,1
  netting propose: NEW,USD,1340.00,250.00,250.00,letter 5
  order list: NEW,Alpha Lamps,O-1,USD,300.00
  order list: NEW,Alpha Lamps,O-2,USD,30.00
  payable list: NEW,B-1,2026-11-01,USD,200.00,200.00
  payable list: NEW,B-2,2026-11-01,USD,50.00,50.00
  statement list: ST-1001,OLD,open-item,,2026-10-31,USD
  alias list: 1,NEW,account,DE89 3704 0044,,anna
  dunning blocks: 1,NEW,Alpha Lamps,,2026-11-22,2026-12-20
  hold list: NEW,Alpha Lamps,hand,2026-11-22,2026-12-31,
$ clerk attachment list --customer NEW --format csv | cut -d, -f1-3
  id,customer,document
  1,OLD,1101
$ clerk report write-offs --customer NEW --from 2026-11-01 --to 2026-11-30 --format csv | cut -d, -f1-8
  number,posted,customer,name,document,kind,currency,amount
  WO-1001,2026-11-01,OLD,Alpha (old),1102,bad-debt,USD,200.00
# last paid, orders and the specific allowance count there: 50 % of the 900 + 300 + 70 + 70 that are open
$ clerk report collection --customer NEW --format csv | cut -d, -f2,6,7,9
  customer,last_paid,last_amount,overdue
  NEW,2026-10-11,30.00,1340.00
$ clerk report credit --customer NEW --format csv | cut -d, -f1,6,8,10
  customer,exposure,orders,state
  NEW,1670.00,330.00,hold
$ clerk report allowance --format csv | grep specific
  specific,,,NEW,,1340.00,0.00,0.00,1340.00,,670.00
# insolvent is the customer: what was open of before is 1000 + 70
$ clerk insolvency list --format csv | cut -d, -f1-10
  customer,name,since,reference,administrator,currency,before,after,claimed,dividends
  BETA,Beta Lamps,2026-10-15,AZ 1,,USD,1070.00,0.00,1000.00,0.00
$ clerk invoice list --customer BETA --format csv | cut -d, -f1,2,8,9
  number,customer,open,status
  2101,BETAOLD,1000.00,insolvent
  2201,BETA,70.00,insolvent
$ clerk customer insolvent --customer BETA
! arledger: the customer is insolvent already; `insolvency list` shows since when
= 65
# placed as a whole is what came later, too
$ clerk placement list --format csv | cut -d, -f1-5,8,10-12
  id,customer,name,with,agency,of,placed,open,recovered
  1,GAMMA,Gamma Lamps,agency,Harsh Ltd,customer,1000.00,1000.00,0.00
$ clerk customer list --format csv --search gamma | cut -d, -f1,10
  code,status
  GAMMA,agency
$ clerk invoice list --customer GAMMA --format csv | cut -d, -f1,2,8,9
  number,customer,open,status
  3101,GAMMAOLD,1000.00,agency
  3201,GAMMA,70.00,agency
# it goes on
$ cat >lines <<'END'
> payment receive --customer BETA --amount 9 --apply 2101 --number D2
> insolvency dividend --customer BETA --payment D2
> placement recover --placement 1 --amount 50
> placement make --customer GAMMA --agency Wolf
> dunning unblock 1
> dunning run --customer NEW
> promise take --customer NEW --invoices "1101; 1201" --amount 970 --date 2026-11-25
> attachment add --customer NEW --document 1101 --path scan.txt
> contact log --customer NEW --document 1101 --kind enquiry --in --text "too many"
> dispute open --invoice 1101 --amount 5 --contact 2
> credit issue --customer NEW --invoice 1101 --amount 7
> netting post --customer NEW
> credit-application decide --customer NEW --refuse --reason "no"
> invoice issue --customer NEW --number 1101 --amount 5 --delivered
> alias add --customer NEW --kind account --value "DE89 3704 0044"
> END
$ clerk run --keep-going lines 2>&1 | grep -v "^[A-Z0-9-]*$"
  D2: 9.00 USD from BETA; 2101 9.00
  D2 over 9.00 USD is a dividend of BETA
  P-1003: 50.00 USD of GAMMA through Harsh Ltd, who kept 5.00 of it; 3101 50.00
  arledger: lines:4: the customer is placed as a whole already, by placement 1
  block 1 is lifted
  Letters of dunning
  Letter   Customer  Name         Level  Language  Items  Cur    To pay   Fee  Pay by      Status
  -------  --------  -----------  -----  --------  -----  ---  --------  ----  ----------  ------
  DL-1002  NEW       Alpha Lamps      1  en            2  USD    140.00     .  2026-12-02  sent
  DL-1003  NEW       Alpha Lamps      2  en            2  USD  1,200.00     .  2026-11-29  sent
                                                               --------  ----
  Total                                                        1,340.00  0.00
  run 2: 2 letters to 1 customer; `dunning print --run 2`
  NEW promises 970.00 USD for 2026-11-25: promise 1
  attachment 2 of NEW: 5 bytes, SHA-256 a0d5b1d283de...
  enquiry from NEW: contact 2
  1101 is in dispute: case 1 of anna, due 2026-12-06
  CM-1001 for OLD: 7.00 USD; 1101 7.00
  NET-1001: 250.00 set off with NEW
  NEW gets no credit: no
  arledger: lines:14: invoice 1101 of this customer is in the book already
  arledger: lines:15: the account DE89 3704 0044 is known already: alias 1
$ clerk find --customer NEW 1101 --format csv | cut -d, -f1-3
  what,number,customer
  invoice,1101,OLD
  credit,CM-1001,OLD
$ clerk application list --customer NEW --from 2026-11-22 --format csv | cut -d, -f2-4,7,10
  payment,document,instalment,amount,reason
  CM-1001,1101,1,7.00,
  NET-1001,1101,1,250.00,netting
$ clerk netting undo --netting NET-1001 --reason wrong 2>&1 | tail -1
  NET-1001 over 250.00 USD is undone from 2026-11-22 on, by CO-1002
$ clerk netting agree --customer NEW --end 2>&1 | tail -1
  nothing is set off with NEW any more
$ clerk netting propose --format csv
  customer,currency,owed,owing,amount,agreement
# a file comes again, with more: what is there of the old account is there
$ clerk import invoices --file again.csv --yes
! again.csv: 1 invoice (50.00 USD), 1 already there
$ clerk import payments --file moneyagain.csv --yes
! moneyagain.csv: 1 payment (5.00 USD), 1 already there
$ clerk payable import --file bills.csv
! 0 bills that we owe; 2 were there already
$ clerk invoice list --customer NEW --search 700 --format csv | cut -d, -f1,2,8
  number,customer,open
  7001,OLD,70.00
  7002,NEW,45.00
$ clerk book verify 2>&1 | sed 's/, head.*//'
  verified: 51 entries, 22 documents
# two that were insolvent before: each item is counted once
$ cat >lines <<'END'
> customer add --code D --name Delta
> customer add --code DOLD --name "Delta (old)"
> customer add --code DOLDER --name "Delta (older)"
> invoice issue --customer D --date 2026-09-01 --amount 10
> invoice issue --customer DOLD --date 2026-09-01 --amount 20
> invoice issue --customer DOLDER --date 2026-09-01 --amount 40
> customer insolvent --customer DOLD --date 2026-10-01
> customer insolvent --customer D --date 2026-11-01
> customer merge --from DOLD --into D
> customer merge --from DOLDER --into D
> END
$ clerk run lines >/dev/null 2>&1
$ clerk insolvency list --customer D --format csv | cut -d, -f1,3,7
  customer,since,before
  D,2026-10-01,60.00
  D,2026-11-01,10.00
# Rules that somebody let pass at one account are not let pass by what both owe: it is said, and the list has it.
$ cat >lines <<'END'
> customer add --code E --name Epsilon --limit 100
> customer add --code EOLD --name "Epsilon (old)" --limit 50
> book set --name credit.limit --value hold
> invoice issue --customer EOLD --date 2026-11-01 --amount 80 --delivered
> hold override EOLD --reason "the fair" --until 2026-12-31 --amount 10
> END
$ clerk run lines >/dev/null 2>&1
$ clerk customer merge --from EOLD --into E
  E
! EOLD, Epsilon (old), is E, Epsilon, from now on; of EOLD these hold no more and E has none: override until 2026-12-31; E keeps its own: limit 100.00 (not 50.00)
$ clerk hold overrides --customer E --format csv | cut -d, -f1-6
  customer,name,given,until,by,role
  EOLD,Epsilon (old),2026-11-22,2026-12-31,anna,
$ clerk book verify 2>&1 | sed 's/, head.*//'
  verified: 67 entries, 26 documents
