# What goes to the general ledger outside, and what makes a difference to it.
$ clerk -q book new --company "Harbour & Finch" --currency EUR --sandbox
$ clerk -q rate add --currency USD --rate 0.9 --date 2026-01-01
  USD
$ clerk -q rate add --currency USD --rate 0.95 --date 2026-10-15
  USD
$ clerk -q customer add --code ACME --name 'Acme; "Holdings" (x)'
  ACME
$ clerk -q customer add --code LAMP --name 北方灯具有限公司
  LAMP
$ clerk -q customer add --code YANK --name Yank --currency USD
  YANK
$ clerk -q tax add --code VAT20 --rate 20%
  VAT20
$ clerk -q invoice issue --customer ACME --number 'A(1);x' --line "text=Lamp; qty=2; price=10.00; tax=VAT20" --date 2026-10-10
  A(1);x
$ clerk -q invoice issue --customer LAMP --number L1 --amount 340.50 --date 2026-10-10
  L1
$ clerk -q invoice issue --customer YANK --number U1 --amount 200.33 --date 2026-10-01
  U1
$ clerk -q payment receive --customer YANK --number UP --amount 150.11 --date 2026-10-20 --apply U1
  UP
$ clerk -q payment receive --amount 60 --date 2026-10-21 --reference 'thanks; "ok"'
  P-1001

# which days must be said, and there must be something
$ clerk gl export
! arledger: which postings? give --month, --from, or --batch
= 2
$ clerk gl export --month 2026-10 --from 2026-10-01
! arledger: which postings? give --month, --from, or --batch
= 2
$ clerk gl export --month 2026-10 --batch 1
! arledger: --batch says all; leave --month and --from out
= 2
$ clerk gl export --month october
! arledger: "october" is no month; 2026-10 is one
= 65
$ clerk gl export --from 2026-10-31 --to 2026-10-01
! arledger: --to 2026-10-01 lies before --from 2026-10-31
= 65
$ clerk gl export --month 2026-11
! arledger: nothing was posted from 2026-11-01 to 2026-11-30 that is not in a batch already; `gl batches` lists them
= 65
$ clerk gl export --batch 1
! arledger: there is no batch 1; `gl batches` lists them
= 65
$ clerk report aging --format hledger
! arledger: --format hledger is for `gl export`: only it has postings
= 69
$ clerk customer list --format beancount
! arledger: --format beancount is for `gl export`: only it has postings
= 69

# a batch, in every form, and the same again
$ clerk gl export --month 2026-10 --format csv -o oct.csv
! batch 1: 6 documents, 754.90 EUR on each side
$ cat oct.csv
  batch,date,document,kind,customer,reference,account,account_name,account_kind,currency,amount,base
  1,2026-10-01,U1,invoice,YANK,,1100,Accounts receivable,asset,USD,200.33,180.30
  1,2026-10-01,U1,invoice,YANK,,4000,Sales,income,USD,-200.33,-180.30
  1,2026-10-10,A(1);x,invoice,ACME,,1100,Accounts receivable,asset,EUR,24.00,24.00
  1,2026-10-10,A(1);x,invoice,ACME,,2200,Output tax,liability,EUR,-4.00,-4.00
  1,2026-10-10,A(1);x,invoice,ACME,,4000,Sales,income,EUR,-20.00,-20.00
  1,2026-10-10,L1,invoice,LAMP,,1100,Accounts receivable,asset,EUR,340.50,340.50
  1,2026-10-10,L1,invoice,LAMP,,4000,Sales,income,EUR,-340.50,-340.50
  1,2026-10-20,UP,payment,YANK,,1100,Accounts receivable,asset,USD,-150.11,-142.60
  1,2026-10-20,UP,payment,YANK,,1220,Bank clearing,asset,USD,150.11,142.60
  1,2026-10-20,FX-1001,fx,YANK,U1,1100,Accounts receivable,asset,USD,0.00,7.50
  1,2026-10-20,FX-1001,fx,YANK,U1,7000,Exchange gains,income,USD,0.00,-7.50
  1,2026-10-21,P-1001,payment,,"thanks; ""ok""",2110,Unidentified receipts,liability,EUR,-60.00,-60.00
  1,2026-10-21,P-1001,payment,,"thanks; ""ok""",1220,Bank clearing,asset,EUR,60.00,60.00
$ clerk gl export --month 2026-10 --format csv | cmp - oct.csv
! batch 1: 6 documents, 754.90 EUR on each side; as it went out before
$ clerk gl export --batch 1 --format hledger
  ; batch 1, posted 2026-10-01 to 2026-10-31
  
  2026-10-01 (U1) invoice YANK
      ; batch: 1
      ; document: U1
      ; customer: YANK
      Assets:1100-Accounts-receivable  200.33 USD @@ 180.30 EUR
      Income:4000-Sales  -200.33 USD @@ 180.30 EUR
  
  2026-10-10 (A 1  x) invoice ACME
      ; batch: 1
      ; document: A 1  x
      ; customer: ACME
      Assets:1100-Accounts-receivable  24.00 EUR
      Liabilities:2200-Output-tax  -4.00 EUR
      Income:4000-Sales  -20.00 EUR
  
  2026-10-10 (L1) invoice LAMP
      ; batch: 1
      ; document: L1
      ; customer: LAMP
      Assets:1100-Accounts-receivable  340.50 EUR
      Income:4000-Sales  -340.50 EUR
  
  2026-10-20 (UP) payment YANK
      ; batch: 1
      ; document: UP
      ; customer: YANK
      Assets:1100-Accounts-receivable  -150.11 USD @@ 142.60 EUR
      Assets:1220-Bank-clearing  150.11 USD @@ 142.60 EUR
  
  2026-10-20 (FX-1001) fx YANK
      ; batch: 1
      ; document: FX-1001
      ; customer: YANK
      ; reference: U1
      Assets:1100-Accounts-receivable  7.50 EUR
      Income:7000-Exchange-gains  -7.50 EUR
  
  2026-10-21 (P-1001) payment
      ; batch: 1
      ; document: P-1001
      ; reference: thanks   ok 
      Liabilities:2110-Unidentified-receipts  -60.00 EUR
      Assets:1220-Bank-clearing  60.00 EUR
  
  account Assets:1100-Accounts-receivable
  commodity EUR
      format 1000.00 EUR
  commodity USD
      format 1000.00 USD
  account Income:4000-Sales
  account Liabilities:2200-Output-tax
  account Assets:1220-Bank-clearing
  account Income:7000-Exchange-gains
  account Liabilities:2110-Unidentified-receipts
! batch 1: 6 documents, 754.90 EUR on each side; as it went out before
$ clerk gl export --batch 1 --format ledger | tail -12
      Assets:1220-Bank-clearing  60.00 EUR
  
  account Assets:1100-Accounts-receivable
  commodity EUR
      format 1000.00 EUR
  commodity USD
      format 1000.00 USD
  account Income:4000-Sales
  account Liabilities:2200-Output-tax
  account Assets:1220-Bank-clearing
  account Income:7000-Exchange-gains
  account Liabilities:2110-Unidentified-receipts
! batch 1: 6 documents, 754.90 EUR on each side; as it went out before
$ clerk gl export --batch 1 --format beancount | sed -n '1,16p;/open/p'
  ; batch 1, posted 2026-10-01 to 2026-10-31
  
  2026-10-01 * "U1" "invoice YANK"
      batch: "1"
      document: "U1"
      customer: "YANK"
      Assets:1100-Accounts-receivable  200.33 USD @@ 180.30 EUR
      Income:4000-Sales  -200.33 USD @@ 180.30 EUR
  
  2026-10-10 * "A 1  x" "invoice ACME"
      batch: "1"
      document: "A 1  x"
      customer: "ACME"
      Assets:1100-Accounts-receivable  24.00 EUR
      Liabilities:2200-Output-tax  -4.00 EUR
      Income:4000-Sales  -20.00 EUR
  1900-01-01 open Assets:1100-Accounts-receivable
  1900-01-01 open Income:4000-Sales
  1900-01-01 open Liabilities:2200-Output-tax
  1900-01-01 open Assets:1220-Bank-clearing
  1900-01-01 open Income:7000-Exchange-gains
  1900-01-01 open Liabilities:2110-Unidentified-receipts
! batch 1: 6 documents, 754.90 EUR on each side; as it went out before
$ clerk gl export --batch 1 --summary | sed 's/hash .*/hash/'
  Postings
  batch 1, posted 2026-10-01 to 2026-10-31, in sums
  
  Batch  Date        Document              Kind     Customer  Reference  Account  Name                   Cur   Amount  In base
  -----  ----------  --------------------  -------  --------  ---------  -------  ---------------------  ---  -------  -------
      1  2026-10-31  GL-1-2026-10-invoice  invoice                       1100     Accounts receivable    EUR   364.50   364.50
      1  2026-10-31  GL-1-2026-10-invoice  invoice                       1100     Accounts receivable    USD   200.33   180.30
      1  2026-10-31  GL-1-2026-10-invoice  invoice                       2200     Output tax             EUR    -4.00    -4.00
      1  2026-10-31  GL-1-2026-10-invoice  invoice                       4000     Sales                  EUR  -360.50  -360.50
      1  2026-10-31  GL-1-2026-10-invoice  invoice                       4000     Sales                  USD  -200.33  -180.30
      1  2026-10-31  GL-1-2026-10-payment  payment                       1100     Accounts receivable    USD  -150.11  -142.60
      1  2026-10-31  GL-1-2026-10-payment  payment                       1220     Bank clearing          EUR    60.00    60.00
      1  2026-10-31  GL-1-2026-10-payment  payment                       1220     Bank clearing          USD   150.11   142.60
      1  2026-10-31  GL-1-2026-10-payment  payment                       2110     Unidentified receipts  EUR   -60.00   -60.00
      1  2026-10-31  GL-1-2026-10-fx       fx                            1100     Accounts receivable    USD        .     7.50
      1  2026-10-31  GL-1-2026-10-fx       fx                            7000     Exchange gains         USD        .    -7.50
                                                                                                                       -------
         Total                                                                                                            0.00
  
  6 documents, debits 754.90 = credits, hash
! batch 1: 6 documents, 754.90 EUR on each side; as it went out before

# what comes later into the month goes out once, in a batch of its own; the first stays what it was
$ clerk -q invoice issue --customer ACME --number A2 --amount 33 --date 2026-10-30
  A2
$ clerk -q customer set --code ACME --rename ACMEX
  ACMEX
$ clerk gl export --month 2026-10 --format csv
  batch,date,document,kind,customer,reference,account,account_name,account_kind,currency,amount,base
  2,2026-10-30,A2,invoice,ACMEX,,1100,Accounts receivable,asset,EUR,33.00,33.00
  2,2026-10-30,A2,invoice,ACMEX,,4000,Sales,income,EUR,-33.00,-33.00
! batch 2: 1 document, 33.00 EUR on each side
$ clerk gl export --from 2026-10-01 --to 2026-11-30
! arledger: nothing was posted from 2026-10-01 to 2026-11-30 that is not in a batch already; `gl batches` lists them
= 65
$ clerk gl export --batch 1 --format csv | cmp - oct.csv
! batch 1: 6 documents, 754.90 EUR on each side; as it went out before
$ clerk gl batches
  Batches of the general ledger
  
  Batch  From        To          Documents  Postings  Debits  Entry
  -----  ----------  ----------  ---------  --------  ------  -----
      1  2026-10-01  2026-10-31          6        13  754.90     13
      2  2026-10-01  2026-10-31          1         2   33.00     21
                                 ---------  --------  ------
         Total                           7        15  787.90
$ clerk gl export --from 2026-11-01 --dry-run
! arledger: nothing was posted from 2026-11-01 to 2026-11-22 that is not in a batch already; `gl batches` lists them
= 65

# both books side by side
$ printf 'Account;Debit;Credit\n1100;482,60;\n' >bad.csv
$ clerk gl import bad.csv --as-of 2026-10-31
! arledger: bad.csv, line 2, column 2 (Debit): "482,60" is not a number; write it like 1234.50
= 65
$ printf 'Name,Balance\nx,1\n' >bad.csv
$ clerk gl import bad.csv --as-of 2026-10-31
! arledger: bad.csv: no column account; the file has Name, Balance
= 65
$ printf 'Code,Name\n1100,x\n' >bad.csv
$ clerk gl import bad.csv --as-of 2026-10-31
! arledger: bad.csv: no column balance, and none debit
= 65
$ printf 'Code,Balance\n9,1\n' >bad.csv
$ clerk gl import bad.csv --as-of 2026-10-31
! arledger: no account of the file is in the chart; `account list` shows it
= 65
$ printf 'Account,Balance\n1100,442.70\n2110,-60.00\n9999,3\n' >good.csv
$ clerk gl import good.csv --as-of 2026-10-31
! 2 balances of 2026-10-31 noted; 1 account not in the chart left out
$ clerk gl tie --as-of 2026-10-31
  Ledgers side by side
  as of 2026-10-31, in EUR, debits positive
  
  Account  Name                   Sub-ledger  Ledger  Difference  Outside  Difference
  -------  ---------------------  ----------  ------  ----------  -------  ----------
  1100     Accounts receivable        442.70  442.70           .   442.70           .
  2110     Unidentified receipts      -60.00  -60.00           .   -60.00           .
  2120     Customer deposits               .       .           .
  
  every difference is 0.00
$ clerk gl explain --as-of 2026-10-31
  What may explain the difference
  1100 Accounts receivable as of 2026-10-31: ours less theirs 0.00
  
  Document  Kind  Customer  Posted  Date  Amount  Why
  --------  ----  --------  ------  ----  ------  ---
  (nothing to show)
$ clerk gl explain --as-of 2026-10-31 --account 4711
! arledger: there is no account 4711; `account list` shows the chart
= 65

# what only a balance can tell: not there, twice there, wrong side, a pair, changed digits, another day
$ printf 'Account;Debit;Credit\n1100;102.20;\n' >off.csv
$ clerk gl import off.csv --as-of 2026-10-31
! 1 balance of 2026-10-31 noted
$ clerk gl tie --as-of 2026-10-31
  Ledgers side by side
  as of 2026-10-31, in EUR, debits positive
  
    Account  Name                   Sub-ledger  Ledger  Difference  Outside  Difference
    -------  ---------------------  ----------  ------  ----------  -------  ----------
  ! 1100     Accounts receivable        442.70  442.70           .   102.20      340.50
    2110     Unidentified receipts      -60.00  -60.00           .   -60.00           .
    2120     Customer deposits               .       .           .
  
  they differ; `gl explain --account` looks for the reason
= 1
$ clerk gl explain --as-of 2026-10-31
  What may explain the difference
  1100 Accounts receivable as of 2026-10-31: ours less theirs 340.50
  
  Document  Kind     Customer  Posted      Date        Amount  Why
  --------  -------  --------  ----------  ----------  ------  ----------------------------------------------------
  L1        invoice  LAMP      2026-10-10  2026-10-10  340.50  this amount: missing there, or posted after the day?
$ clerk gl import --file - --as-of 2026-10-31 <<END
> Account,Balance
> 1100,409.70
> END
! 1 balance of 2026-10-31 noted
$ clerk gl explain --as-of 2026-10-31 --format csv
  document,kind,customer,posted,date,amount,why
  A2,invoice,ACMEX,2026-10-30,2026-10-30,33.00,"this amount: missing there, or posted after the day?"
$ clerk gl import --file - --as-of 2026-10-31 <<END
> Account,Balance
> 1100,376.70
> END
! 1 balance of 2026-10-31 noted
$ clerk gl explain --as-of 2026-10-31 --format csv
  document,kind,customer,posted,date,amount,why
  A2,invoice,ACMEX,2026-10-30,2026-10-30,33.00,half of it: on the wrong side there?
$ clerk gl import --file - --as-of 2026-10-31 <<END
> Account,Balance
> 1100,466.70
> END
! 1 balance of 2026-10-31 noted
$ clerk gl explain --as-of 2026-10-31 --format csv
  document,kind,customer,posted,date,amount,why
  A(1);x,invoice,ACMEX,2026-10-10,2026-10-10,24.00,this amount: twice there?
$ clerk gl import --file - --as-of 2026-10-31 <<END
> Account,Balance
> 1100,385.70
> END
! 1 balance of 2026-10-31 noted
$ clerk gl explain --as-of 2026-10-31 --format csv
  document,kind,customer,posted,date,amount,why
  A(1);x,invoice,ACMEX,2026-10-10,2026-10-10,24.00,pair 1: both missing there?
  A2,invoice,ACMEX,2026-10-30,2026-10-30,33.00,pair 1: both missing there?
$ clerk gl import --file - --as-of 2026-10-31 <<END
> Account,Balance
> 1100,532.60
> END
! 1 balance of 2026-10-31 noted
$ clerk -q invoice issue --customer LAMP --number L2 --amount 89.90 --date 2026-11-02
  L2
$ clerk gl explain --as-of 2026-10-31 --format csv
  document,kind,customer,posted,date,amount,why
  L2,invoice,LAMP,2026-11-02,2026-11-02,89.90,posted here after the day: there before it?
$ clerk gl import --file - --as-of 2026-10-31 <<END
> Account,Balance
> 1100,433.70
> END
! 1 balance of 2026-10-31 noted
$ clerk gl explain --as-of 2026-10-31 --format csv
  document,kind,customer,posted,date,amount,why
  ,,,,,9.00,it can be divided by 9: two digits may have changed places there

# document by document
$ clerk gl explain --as-of 2026-10-31 --format csv --journal - <<END
> document,amount
> "A(1);x",24
> u1,180.30
> L1,-340.50
> UP,-142.00
> FX-1001,7.50
> L2,89.90
> X9,4
> END
  document,kind,customer,posted,date,amount,why
  A2,invoice,ACMEX,2026-10-30,2026-10-30,33.00,missing there
  L1,invoice,LAMP,2026-10-10,2026-10-10,681.00,on the other side there
  L2,invoice,LAMP,2026-11-02,2026-11-02,-89.90,"posted here after the day, there before it"
  UP,payment,YANK,2026-10-20,2026-10-20,-0.60,another amount there
  X9,,,,,-4.00,missing here
$ clerk gl explain --as-of 2026-10-31 --journal good.csv
! arledger: good.csv: no column document; the file has Account, Balance
= 65
$ clerk book verify 2>&1 | sed 's/head .*/head/'
  verified: 31 entries, 8 documents, head
