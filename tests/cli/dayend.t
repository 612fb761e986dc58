# The end of a day on one sheet: opening and movements come to the closing, and that to the ledger.
$ clerk -q book new --company "Northwind Lights" --currency EUR --sandbox
$ clerk rate add --currency USD --date 2026-11-01 --rate 0.90 >/dev/null 2>&1
$ for c in ACME BOR; do clerk -q customer add --code $c --name "House $c" >/dev/null; done
> clerk -q invoice issue --customer ACME --date 2026-11-20 --amount 1000.00 >/dev/null
> clerk -q invoice issue --customer ACME --date 2026-11-22 --amount 250.00 >/dev/null
> clerk -q invoice issue --customer BOR --date 2026-11-22 --currency USD --amount 100.00 >/dev/null
> clerk -q payment receive --customer ACME --date 2026-11-22 --method cheque --amount 600.00 --apply INV-1001=600.00 >/dev/null
> clerk -q payment receive --customer BOR --date 2026-11-22 --currency USD --amount 40.00 >/dev/null
> clerk -q payment receive --customer ACME --date 2026-11-22 --method cheque --amount 50.00 >/dev/null
> clerk -q payment reverse --payment P-1003 --date 2026-11-22 --reason nsf >/dev/null
> clerk -q credit issue --customer ACME --date 2026-11-22 --amount 20.00 >/dev/null
> clerk -q payment receive --customer ACME --date 2026-11-22 --method card --amount 249.50 --apply "INV-1002=249.50 writeoff 0.50" >/dev/null
> clerk -q deposit make --bank 1200 --date 2026-11-22 --payments P-1001 >/dev/null
$ clerk report day-end | sed 's/head [0-9a-f]*$/head HASH/'
  Northwind Lights: end of the day
  posted on 2026-11-22, in EUR
  
  What is owed to us
  What             User  Count  Cur    Amount
  ---------------  ----  -----  ---  --------
  Opening                       EUR  1,000.00
  Invoices                      EUR    340.00
  Reversed                      EUR     50.00
  Receipts                      EUR   -935.50
  Credits                       EUR    -20.00
  Tolerance                     EUR     -0.50
  Closing                       EUR    434.00
  Control account               EUR    434.00
  Difference                    EUR         .
  
  Money
  What               User  Count  Cur  Amount
  -----------------  ----  -----  ---  ------
  cheque                       2  EUR  650.00
  transfer                     1  USD   40.00
  cheque, went back            1  EUR  -50.00
  card                         1  EUR  249.50
  
  Deposits
  What           User  Count  Cur  Amount
  -------------  ----  -----  ---  ------
  DEP-1001 Bank            1  EUR  600.00
  
  Papers
  What     User  Count  Cur  Amount
  -------  ----  -----  ---  ------
  invoice  anna      2  EUR  340.00
  credit   anna      1  EUR   20.00
  
  Applied
  What     User  Count  Cur  Amount
  -------  ----  -----  ---  ------
  applied  anna      4  EUR  900.00
  
  Let go, adjusted, taken back
  What                   User  Count  Cur  Amount
  ---------------------  ----  -----  ---  ------
  reversal of a payment  anna      1  EUR   50.00
  write-off              anna      1  EUR    0.50
  
  Waits for an approval
  Nothing waits for an approval.
  
  One person alone
  Nobody did alone what two should do.
  ------------------------------------------------------------------------------------------------------------------------------------
  journal entry 14, head HASH
$ clerk report day-end --format csv
  part,what,user,count,currency,amount
  receivables,Opening,,,EUR,1000.00
  receivables,Invoices,,,EUR,340.00
  receivables,Reversed,,,EUR,50.00
  receivables,Receipts,,,EUR,-935.50
  receivables,Credits,,,EUR,-20.00
  receivables,Tolerance,,,EUR,-0.50
  receivables,Closing,,,EUR,434.00
  receivables,Control account,,,EUR,434.00
  receivables,Difference,,,EUR,0.00
  money,cheque,,2,EUR,650.00
  money,transfer,,1,USD,40.00
  money,"cheque, went back",,1,EUR,-50.00
  money,card,,1,EUR,249.50
  deposits,DEP-1001 Bank,,1,EUR,600.00
  papers,invoice,anna,2,EUR,340.00
  papers,credit,anna,1,EUR,20.00
  adjusted,reversal of a payment,anna,1,EUR,50.00
  adjusted,write-off,anna,1,EUR,0.50
  applied,applied,anna,4,EUR,900.00
$ clerk report day-end --as-of 2026-11-19 | sed 's/head [0-9a-f]*$/head HASH/'
  Northwind Lights: end of the day
  posted on 2026-11-19, in EUR
  
  What is owed to us
  What             User  Count  Cur  Amount
  ---------------  ----  -----  ---  ------
  Opening                       EUR       .
  Closing                       EUR       .
  Control account               EUR       .
  Difference                    EUR       .
  
  Money
  No money came.
  
  Deposits
  Nothing was deposited.
  
  Papers
  No paper was made.
  
  Applied
  Nothing was applied.
  
  Let go, adjusted, taken back
  Nothing was written off, adjusted or taken back.
  
  Waits for an approval
  Nothing waits for an approval.
  
  One person alone
  Nobody did alone what two should do.
  ------------------------------------------------------------------------------------------------------------------------------------
  journal entry 14, head HASH
# the head is the journal's own
$ test "$(clerk report day-end | tail -1 | sed 's/.*head //')" = "$(clerk journal list --limit 1 --format csv | tail -1 | sed 's/.*,//')" && echo same
  same
$ clerk report day-end --format pdf -o day.pdf && grep -c . day.pdf >/dev/null && echo made
  made
$ clerk report day-end --log 2>&1 >/dev/null | sed 's/head [0-9a-f]*$/head HASH/; s/book [^:]*:/book HERE:/'
  in the system's log: book HERE: journal entry 14, head HASH
# what a machine reads has no words in its totals: one a currency
$ clerk report aging --format json | sed 's/.*"totals"/"totals"/;t;d'
  "totals":[{"currency":"EUR","current":"400.00","1-30":"0.00","31-60":"0.00","61-90":"0.00","over-90":"0.00","unapplied":"-20.00","total":"380.00","disputed":"0.00"},{"currency":"USD","current":"100.00","1-30":"0.00","31-60":"0.00","61-90":"0.00","over-90":"0.00","unapplied":"-40.00","total":"60.00","disputed":"0.00"}],"proof":"Sub-ledger 434.00 = control account on 2026-11-22, difference 0.00"}
$ clerk report cash --format json | sed 's/.*"totals"/"totals"/;t;d'
  "totals":[{"currency":"EUR","amount":"849.50"},{"currency":"USD","amount":"40.00"}]}
$ clerk report collection --as-of 2027-02-28 --format json | sed 's/.*"totals"/"totals"/;t;d'
  "totals":[{"currency":"EUR","overdue":"400.00","disputed":"0.00","balance":"380.00"},{"currency":"USD","overdue":"100.00","disputed":"0.00","balance":"60.00"}]}
# what is taken back of an exchange difference moves the other way, and each kind has its words
$ clerk rate add --currency USD --date 2026-11-23 --rate 0.80 >/dev/null 2>&1
> alias next="arledger --now 2026-11-23T12:00:00Z --actor anna --locale C.UTF-8 --no-input -q"
> next payment receive --customer BOR --date 2026-11-23 --currency USD --amount 50.00 --apply INV-1003=50.00 >/dev/null
> next payment unapply --payment P-1005 --date 2026-11-23 --reason keying >/dev/null
> next invoice issue --customer ACME --number X1 --date 2026-11-23 --amount 5 >/dev/null
> next invoice void --invoice X1 --date 2026-11-23 --reason wrong >/dev/null
> next report day-end --as-of 2026-11-23 --format csv
  part,what,user,count,currency,amount
  receivables,Opening,,,EUR,434.00
  receivables,Receipts,,,EUR,-40.00
  receivables,Closing,,,EUR,394.00
  receivables,Control account,,,EUR,394.00
  receivables,Difference,,,EUR,0.00
  money,transfer,,1,USD,50.00
  papers,invoice,anna,1,EUR,5.00
  adjusted,void of an invoice,anna,1,EUR,5.00
  adjusted,exchange difference,anna,1,EUR,-5.00
  adjusted,exchange difference taken back,anna,1,EUR,5.00
  applied,applied,anna,2,EUR,50.00
  applied,taken back,anna,1,EUR,-45.00
# whatever list it is, several currencies have a total each; of a part it is said that it is one
$ clerk report open-items --as-of 2026-11-23
  Open items
  as of 2026-11-23, posted
  
  Customer  Document  Kind     No.  Issued      Due         Cur    Amount    Open  Days  Disputed  Status
  --------  --------  -------  ---  ----------  ----------  ---  --------  ------  ----  --------  ---------
  ACME      CM-1001   credit     1  2026-11-22  2026-11-22  EUR    -20.00  -20.00               .  unapplied
  ACME      INV-1001  invoice    1  2026-11-20  2026-12-20  EUR  1,000.00  400.00   -27         .  part-paid
  BOR       P-1002    payment    1  2026-11-22  2026-11-22  USD    -40.00  -40.00               .  unapplied
  BOR       P-1005    payment    1  2026-11-23  2026-11-23  USD    -50.00  -50.00               .  unapplied
  BOR       INV-1003  invoice    1  2026-11-22  2026-12-22  USD    100.00  100.00   -29         .  open
                                                                           ------        --------
  Total                                                     EUR            380.00            0.00
  Total                                                     USD             10.00            0.00
$ clerk report aging --as-of 2026-11-23 --by currency --where "currency=USD"
  Aging
  as of 2026-11-23, by due date, posted
  
  Group  Name  Cur  Current  1-30  31-60  61-90  Over 90  Unapplied  Total  Disputed
  -----  ----  ---  -------  ----  -----  -----  -------  ---------  -----  --------
  USD          USD   100.00     .      .      .        .     -90.00  10.00         .
  
  a part: --where left out the other rows; what is summed are these, and nothing is proved

# a clock that was set back is told on the sheets of both days, and far from them not
$ clerk -b clock.arl -q book new --company "Harbour & Finch" --currency EUR --sandbox
$ at() { m=$1; shift; arledger -b clock.arl --now "$m" --actor anna --no-input -q "$@"; }; at 2027-11-22T12:00:00Z customer add --code ACME --name Acme; at 2026-11-23T09:30:00Z customer set ACME --phone 1; at 2026-11-23T09:00:00Z customer set ACME --phone 2
  ACME
  ACME
  ACME
$ for day in 2026-11-22 2026-11-23 2027-11-22 2026-11-24; do clerk -b clock.arl report day-end --as-of $day | tail -2 | grep -c "set back"; done
  0
  1
  1
  0
= 1
$ clerk -b clock.arl report day-end --as-of 2026-11-23 | tail -2 | sed 's/head [0-9a-f]*$/head HASH/'
  the clock was set back: entry 3 was made at 2026-11-23T09:30 UTC, the one before it at 2027-11-22T12:00
  journal entry 4, head HASH
$ clerk -b clock.arl report day-end --as-of 2026-11-23 --format json | grep -o 'the clock was[^;]*'
  the clock was set back: entry 3 was made at 2026-11-23T09:30 UTC, the one before it at 2027-11-22T12:00
