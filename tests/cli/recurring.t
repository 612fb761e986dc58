# Invoices that come again: made once a period, skipped with the reason, taken back as one.
$ clerk -q book new --company "Northwind Lights" --currency EUR --sandbox
$ cat >lines <<'END'
> tax add --code VAT20 --rate 20%
> terms add --code SPRING --due "net 60" --discount "2% 20"
> customer add --code ACME --name "Acme Holdings"
> customer add --code BOLT --name "Bolt GmbH" --language de
> customer add --code YEN --name "Kanda" --currency JPY
> END
$ clerk -q run lines >/dev/null
# The last day of the month bills the month; three were missed.
$ clerk recurring add --customer ACME --every month --day 31 --from 2026-08-15 --po "C-{n}" --line "text=Support {month} ({from} to {to}); price=100; tax=VAT20"
  R-1001
! R-1001 bills ACME every month on the last day; next on 2026-08-31: 120.00 EUR for 2026-08-01 to 2026-08-31
$ clerk recurring add --customer BOLT --every week --from 2026-11-02 --count 2 --amount 50 --text "Wartung {month}"
  R-1002
! R-1002 bills BOLT every week, 2 in all; next on 2026-11-02: 50.00 EUR for 2026-11-02 to 2026-11-08
# What is wrong shows at once.
$ clerk recurring add --customer ACME --amount 10
! arledger: how often? give --every month, or --parts with days and amounts
= 2
$ clerk recurring add --customer ACME --every month --amount 10 --text "{mnoth}"
! arledger: {mnoth} stands for nothing; there is {month} {quarter} {year} {from} {to} {date} {n} {count}
= 65
$ clerk recurring add --customer ACME --every week --day 3 --amount 10
! arledger: a day of the month goes with month, quarter and year; what comes every week begins on its first day
= 65
$ clerk recurring add --customer ACME --every month --until 2026-01-01 --amount 10
! arledger: no day of it lies between its first and its last day
= 65
$ clerk recurring add --customer ACME --every month
! arledger: there is nothing on the paper; it needs a line (--line) or an --amount
= 2
$ clerk recurring preview --format csv
  recurring,customer,name,period,from,to,due_day,date,currency,amount,document,why
  R-1001,ACME,Acme Holdings,2026-08,2026-08-01,2026-08-31,2026-08-31,2026-08-31,EUR,120.00,,
  R-1001,ACME,Acme Holdings,2026-09,2026-09-01,2026-09-30,2026-09-30,2026-09-30,EUR,120.00,,
  R-1001,ACME,Acme Holdings,2026-10,2026-10-01,2026-10-31,2026-10-31,2026-10-31,EUR,120.00,,
  R-1002,BOLT,Bolt GmbH,2026-W45,2026-11-02,2026-11-08,2026-11-02,2026-11-02,EUR,50.00,,
  R-1002,BOLT,Bolt GmbH,2026-W46,2026-11-09,2026-11-15,2026-11-09,2026-11-09,EUR,50.00,,
$ clerk recurring preview --to 2026-12-31 --customer ACME --format csv | cut -d, -f1,4-10
  recurring,period,from,to,due_day,date,currency,amount
  R-1001,2026-08,2026-08-01,2026-08-31,2026-08-31,2026-08-31,EUR,120.00
  R-1001,2026-09,2026-09-01,2026-09-30,2026-09-30,2026-09-30,EUR,120.00
  R-1001,2026-10,2026-10-01,2026-10-31,2026-10-31,2026-10-31,EUR,120.00
  R-1001,2026-11,2026-11-01,2026-11-30,2026-11-30,2026-11-30,EUR,120.00
  R-1001,2026-12,2026-12-01,2026-12-31,2026-12-31,2026-12-31,EUR,120.00
# Special terms of a customer count as of the invoice's day.
$ clerk -q customer special ACME --terms SPRING --from 2026-10-01 --to 2026-10-31
  ACME
$ clerk recurring run --dry-run --format csv
  recurring,customer,name,period,from,to,due_day,date,currency,amount,document,why
  R-1001,ACME,Acme Holdings,2026-08,2026-08-01,2026-08-31,2026-08-31,2026-08-31,EUR,120.00,INV-1001,
  R-1001,ACME,Acme Holdings,2026-09,2026-09-01,2026-09-30,2026-09-30,2026-09-30,EUR,120.00,INV-1002,
  R-1001,ACME,Acme Holdings,2026-10,2026-10-01,2026-10-31,2026-10-31,2026-10-31,EUR,120.00,INV-1003,
  R-1002,BOLT,Bolt GmbH,2026-W45,2026-11-02,2026-11-08,2026-11-02,2026-11-02,EUR,50.00,INV-1004,
  R-1002,BOLT,Bolt GmbH,2026-W46,2026-11-09,2026-11-15,2026-11-09,2026-11-09,EUR,50.00,INV-1005,
  1
! 5 invoices over 460.00 EUR, due by 2026-11-22.
! dry run: nothing was kept
$ clerk recurring run
  Recurring invoices
  due by 2026-11-22
  
  Template  Customer  Name           Period    From        To          Day         Dated       Cur  Amount  Invoice   What to know
  --------  --------  -------------  --------  ----------  ----------  ----------  ----------  ---  ------  --------  ------------
  R-1001    ACME      Acme Holdings  2026-08   2026-08-01  2026-08-31  2026-08-31  2026-08-31  EUR  120.00  INV-1001
  R-1001    ACME      Acme Holdings  2026-09   2026-09-01  2026-09-30  2026-09-30  2026-09-30  EUR  120.00  INV-1002
  R-1001    ACME      Acme Holdings  2026-10   2026-10-01  2026-10-31  2026-10-31  2026-10-31  EUR  120.00  INV-1003
  R-1002    BOLT      Bolt GmbH      2026-W45  2026-11-02  2026-11-08  2026-11-02  2026-11-02  EUR   50.00  INV-1004
  R-1002    BOLT      Bolt GmbH      2026-W46  2026-11-09  2026-11-15  2026-11-09  2026-11-09  EUR   50.00  INV-1005
                                                                                                    ------
  Total                                                                                             460.00
  
  5 invoices over 460.00 EUR
  1
! run 1: 5 invoices over 460.00 EUR
$ clerk item list --customer ACME --sort document --format csv | cut -d, -f2,5-8
  document,issued,due,currency,amount
  INV-1001,2026-08-31,2026-09-30,EUR,120.00
  INV-1002,2026-09-30,2026-10-30,EUR,120.00
  INV-1003,2026-10-31,2026-12-30,EUR,120.00
$ clerk invoice show INV-1003
  Invoice INV-1003
  
  Northwind Lights
  Acme Holdings
  Customer    ACME
  Date        2026-10-31
  Your order  C-3
  Terms       60 days net
  
  Text                                             Quantity   Price  Tax       Net
  -----------------------------------------------  --------  ------  -----  ------
  Support October 2026 (2026-10-01 to 2026-10-31)         1  100.00  VAT20  100.00
  
  Net                100.00 EUR
  VAT20 20 %          20.00 EUR on 100.00 EUR
  Total              120.00 EUR
  Due                2026-12-30
  Discount           2 %, 2.40 EUR, when paid until 2026-11-20
  Payment reference  RF49 INV1 003
  ------------------------------------------------------------------------------------------------------------------------------------
  Applied
  Nothing is applied.
  Open  120.00 EUR
# Once more: nothing is left.
$ clerk recurring run
  Recurring invoices
  due by 2026-11-22
  
  Template  Customer  Name  Period  From  To  Day  Dated  Cur  Amount  Invoice  What to know
  --------  --------  ----  ------  ----  --  ---  -----  ---  ------  -------  ------------
  (nothing to show)
! nothing is due by 2026-11-22
$ clerk recurring run --to 2026-11-30 --format csv
  recurring,customer,name,period,from,to,due_day,date,currency,amount,document,why
  R-1001,ACME,Acme Holdings,2026-11,2026-11-01,2026-11-30,2026-11-30,2026-11-30,EUR,120.00,INV-1006,
  2
! run 2: 1 invoice over 120.00 EUR
$ clerk recurring show R-1001
  R-1001, recurring invoice of ACME Acme Holdings
  -----------------------------------------------
  comes  every month on the last day
  makes  invoice issue --customer ACME --line 'text="Support {month} ({from} to {to})"; price=100; tax=VAT20' --po 'C-{n}'
  next   2026-12-31 over 120.00 EUR, for 2026-12-01 to 2026-12-31
  What it made
  
  Period   Day         Invoice   Dated       Amount  Run  Status
  -------  ----------  --------  ----------  ------  ---  ------
  2026-08  2026-08-31  INV-1001  2026-08-31  120.00    1
  2026-09  2026-09-30  INV-1002  2026-09-30  120.00    1
  2026-10  2026-10-31  INV-1003  2026-10-31  120.00    1
  2026-11  2026-11-30  INV-1006  2026-11-30  120.00    2
# A run is taken back as one, and its periods are due again; what one changes in between counts.
$ clerk -q payment receive --customer ACME --amount 120 --apply INV-1003
  P-1001
$ clerk recurring undo --run 1 --reason "wrong price" --dry-run
  1
! 5 invoices are voided, INV-1001 to INV-1005; what was paid on them stays with the customers, and their periods are due again.
! dry run: nothing was kept
$ clerk recurring undo --run 1 --reason "wrong price"
  1
! run 1: 5 invoices voided; 5 periods are due again
$ clerk recurring undo --run 1 --reason "wrong price"
! arledger: run 1 is taken back already
= 65
$ clerk recurring undo --run 7 --reason "wrong price"
! arledger: there is no run 7
= 65
$ clerk recurring undo --reason "wrong price"
! arledger: say what: --run, or --recurring and --period of one turn
= 2
$ clerk recurring set R-1001 --line "text=Care {month}; price=110; tax=VAT20"
  R-1001
! R-1001 bills ACME every month on the last day; next on 2026-08-31: 132.00 EUR for 2026-08-01 to 2026-08-31
$ clerk recurring set R-1001
! arledger: nothing to change: say what is to be different
= 2
$ clerk recurring run --format csv | cut -d, -f1,4,8-11
  recurring,period,date,currency,amount,document
  R-1001,2026-08,2026-08-31,EUR,132.00,INV-1007
  R-1001,2026-09,2026-09-30,EUR,132.00,INV-1008
  R-1001,2026-10,2026-10-31,EUR,132.00,INV-1009
  R-1002,2026-W45,2026-11-02,EUR,50.00,INV-1010
  R-1002,2026-W46,2026-11-09,EUR,50.00,INV-1011
  3
! run 3: 5 invoices over 496.00 EUR
# What is voided by itself was billed, and taken back for good.
$ clerk -q invoice void INV-1007 --reason "free of charge"
  VD-1006
$ clerk recurring preview --format csv
  recurring,customer,name,period,from,to,due_day,date,currency,amount,document,why
# A month without rent; and the end.
$ clerk recurring skip R-1001 --period 2026-12 --reason "free month"
  R-1001
! R-1001 of ACME makes no invoice for 2026-12: free month
$ clerk recurring skip R-1001 --period 2026-12 --reason "free month"
! arledger: the period 2026-12 is done already
= 65
$ clerk recurring skip R-1001 --period 2026-13 --reason "free month"
! arledger: R-1001 has no period 2026-13; its first is 2026-08
= 65
$ clerk recurring undo --recurring R-1001 --period 2026-12 --reason "not free"
  R-1001
! R-1001: 0 invoices voided; 1 period is due again
$ clerk recurring end R-1001 --date 2026-12-15 --reason "left us"
  R-1001
! R-1001 ends on 2026-12-15; nothing of it is due any more
$ clerk recurring preview --to 2027-03-31 --format csv
  recurring,customer,name,period,from,to,due_day,date,currency,amount,document,why
$ clerk recurring list --all --format csv
  recurring,customer,name,every,next,currency,amount,made,count,until,status,why
  R-1001,ACME,Acme Holdings,every month on the last day,,,,4,,2026-12-15,ended,
  R-1002,BOLT,Bolt GmbH,every week,,,,2,2,,ended,
$ clerk recurring end R-1002 --reason "left us"
! arledger: R-1002 has ended already: nothing of it is due any more
= 65
$ clerk recurring show R-1001
  R-1001, recurring invoice of ACME Acme Holdings
  -----------------------------------------------
  comes  every month on the last day
  until  2026-12-15
  makes  invoice issue --customer ACME --line 'text="Care {month}"; price=110; tax=VAT20' --po 'C-{n}'
  next   nothing of it is due any more
  What it made
  
    Period   Day         Invoice   Dated       Amount  Run  Status
    -------  ----------  --------  ----------  ------  ---  ----------------------------
  * 2026-08  2026-08-31  INV-1001  2026-08-31  120.00    1  undone
  * 2026-09  2026-09-30  INV-1002  2026-09-30  120.00    1  undone
  * 2026-10  2026-10-31  INV-1003  2026-10-31  120.00    1  undone
    2026-11  2026-11-30  INV-1006  2026-11-30  120.00    2
  * 2026-08  2026-08-31  INV-1007  2026-08-31  132.00    3  void
    2026-09  2026-09-30  INV-1008  2026-09-30  132.00    3
    2026-10  2026-10-31  INV-1009  2026-10-31  132.00    3
  * 2026-12  2026-12-31                                     left out, undone: free month
# One sum in parts: the last one takes the cents; each part is an invoice of its own.
$ clerk recurring add --customer BOLT --parts "2026-11-01=33.33%; 2026-11-15=33.33%; 2027-01-01=33.34%" --line "text=Anlage, Teil {n} von {count}; qty=1; price=1000.01; tax=VAT20"
  R-1003
! R-1003 bills BOLT in parts, 3 invoices; next on 2026-11-01: 399.96 EUR
$ clerk recurring add --customer BOLT --parts "2026-12-01=300; 2027-01-01=rest" --amount 1000
  R-1004
! R-1004 bills BOLT in parts, 2 invoices; next on 2026-12-01: 300.00 EUR
$ clerk recurring add --customer BOLT --parts "2026-12-01=300; 2027-01-01=600" --amount 1000
! arledger: --parts: the parts come to 900.00, the whole without tax to 1000.00; let the last one be the rest
= 65
$ clerk recurring add --customer BOLT --parts "2026-12-01=rest; 2027-01-01=600" --amount 1000
! arledger: --parts: row 1: the rest is what the last part takes
= 65
$ clerk recurring add --customer BOLT --parts "2027-12-01=300; 2027-01-01=rest" --amount 1000
! arledger: the days of the parts ascend, one part a day
= 65
$ clerk recurring add --customer BOLT --every month --parts "2027-12-01=300; 2027-01-01=rest" --amount 1000
! arledger: --parts have days of their own; leave --every out
= 2
$ clerk recurring show R-1003
  R-1003, recurring invoice of BOLT Bolt GmbH
  -------------------------------------------
  comes  in parts
  makes  invoice issue --customer BOLT --line 'text="Anlage, Teil {n} von {count}"; qty=1; price=1000.01; tax=VAT20'
  next   2026-11-01 over 399.96 EUR, part 1/3
  Parts
  
  Part   Day         Without tax
  -----  ----------  -----------
  1/3    2026-11-01       333.30
  2/3    2026-11-15       333.30
  3/3    2027-01-01       333.41
                     -----------
  Total                 1,000.01
$ clerk recurring set R-1004 --amount 900
! arledger: the parts of R-1004 come to 1000.00 and stay; end it, and add another for another sum
= 65
$ clerk recurring run --to 2027-01-01 --customer BOLT --format csv | cut -d, -f1,4,8-11
  recurring,period,date,currency,amount,document
  R-1003,1/3,2026-11-01,EUR,399.96,INV-1012
  R-1003,2/3,2026-11-15,EUR,399.96,INV-1013
  R-1004,1/2,2026-12-01,EUR,300.00,INV-1014
  R-1003,3/3,2027-01-01,EUR,400.09,INV-1015
  R-1004,2/2,2027-01-01,EUR,700.00,INV-1016
  4
! run 4: 5 invoices over 2200.01 EUR
# Without a rate nothing can be made in yen: it is skipped and told, and the rest is made.
$ clerk recurring add --customer YEN --every month --from 2026-11-01 --amount 5000
  R-1005
! R-1005 bills YEN every month on the 1st; next on 2026-11-01: 5000 JPY for 2026-11-01 to 2026-11-30
$ clerk -q rate add --currency JPY --date 2026-11-10 --rate 0.006
  JPY
$ clerk recurring add --customer YEN --every month --from 2026-11-15 --count 1 --amount 5000
  R-1006
! R-1006 bills YEN every month on the 15th, 1 in all; next on 2026-11-15: 5000 JPY for 2026-11-15 to 2026-12-14
$ clerk recurring add --customer YEN --every month --from 2026-11-01 --count 1 --amount 5000
  R-1007
! R-1007 bills YEN every month on the 1st, 1 in all; next on 2026-11-01: 5000 JPY for 2026-11-01 to 2026-11-30
# A closed month: dated on the first open day.
$ clerk recurring add --customer ACME --every month --from 2026-10-05 --count 1 --amount 5 --text "{month}"
  R-1008
! R-1008 bills ACME every month on the 5th, 1 in all; next on 2026-10-05: 5.00 EUR for 2026-10-05 to 2026-11-04
$ clerk -q period close --month 2026-10 --reason "done" >/dev/null
$ clerk recurring preview --format csv
  recurring,customer,name,period,from,to,due_day,date,currency,amount,document,why
  R-1005,YEN,Kanda,2026-11,2026-11-01,2026-11-30,2026-11-01,,,,,skipped: there is no JPY rate on 2026-11-01: `rate add --currency JPY --date 2026-11-01 --rate ...` enters it
  R-1007,YEN,Kanda,2026-11,2026-11-01,2026-11-30,2026-11-01,,,,,skipped: there is no JPY rate on 2026-11-01: `rate add --currency JPY --date 2026-11-01 --rate ...` enters it
  R-1008,ACME,Acme Holdings,2026-10,2026-10-05,2026-11-04,2026-10-05,2026-11-01,EUR,5.00,,its month is closed; dated on the first open day
  R-1006,YEN,Kanda,2026-11,2026-11-15,2026-12-14,2026-11-15,2026-11-15,JPY,5000,,
$ clerk recurring run --format csv
  recurring,customer,name,period,from,to,due_day,date,currency,amount,document,why
  R-1005,YEN,Kanda,2026-11,2026-11-01,2026-11-30,2026-11-01,,,,,skipped: there is no JPY rate on 2026-11-01: `rate add --currency JPY --date 2026-11-01 --rate ...` enters it
  R-1007,YEN,Kanda,2026-11,2026-11-01,2026-11-30,2026-11-01,,,,,skipped: there is no JPY rate on 2026-11-01: `rate add --currency JPY --date 2026-11-01 --rate ...` enters it
  R-1008,ACME,Acme Holdings,2026-10,2026-10-05,2026-11-04,2026-10-05,2026-11-01,EUR,5.00,INV-1017,its month is closed; dated on the first open day
  R-1006,YEN,Kanda,2026-11,2026-11-15,2026-12-14,2026-11-15,2026-11-15,JPY,5000,INV-1018,
  5
! run 5: 2 invoices over 5.00 EUR and 5000 JPY, 2 skipped
# While on hold they are posted, and told of.
$ clerk -q recurring add --customer BOLT --every month --from 2026-11-22 --count 1 --amount 7
  R-1009
$ clerk -q hold set BOLT --reason "does not pay"
  BOLT
$ clerk recurring run
  Recurring invoices
  due by 2026-11-22
  
    Template Customer Name      Period  From       Day        Dated      Cur Amount Invoice  What to know
    -------- -------- --------- ------- ---------- ---------- ---------- --- ------ -------- -----------------------------------------
  ! R-1005   YEN      Kanda     2026-11 2026-11-01 2026-11-01                                skipped: there is no JPY rate on 2026-11…
  ! R-1007   YEN      Kanda     2026-11 2026-11-01 2026-11-01                                skipped: there is no JPY rate on 2026-11…
    R-1009   BOLT     Bolt GmbH 2026-11 2026-11-22 2026-11-22 2026-11-22 EUR   7.00 INV-1019 BOLT is on hold: by hand: does not pay
                                                                             ------
    Total                                                                      7.00
  
  1 invoice over 7.00 EUR, 2 skipped
  6
! run 6: 1 invoice over 7.00 EUR, 2 skipped
$ clerk recurring show R-99
! arledger: there is no template R-99; `recurring list` shows them
= 65
$ clerk book verify 2>&1 | cut -d, -f1-2
  verified: 52 entries, 26 documents
