# The aging of a small book, as a table for people and as columns for programs.
$ clerk book new --company "Northwind Lights" --currency USD --sandbox 2>&1
  a new TEST book for Northwind Lights in USD: book.arl
$ cat >lines <<'END'
> customer add --code ACME --name "Acme Holdings" --collector anna --phone "617 555 0100" --contact "Ann Lee"
> customer add --code BOR --name "Borealis GmbH" --collector ben
> invoice issue --customer ACME --date 2026-09-20 --due 2026-10-20 --number 10442 --amount 4310.00
> invoice issue --customer ACME --date 2026-11-10 --due 2026-12-10 --amount 900.00
> invoice issue --customer BOR --date 2026-07-01 --due 2026-07-31 --amount 2110.00
> payment receive --customer ACME --date 2026-11-01 --amount 120.00
> payment receive --customer BOR --date 2026-11-05 --amount 500.00 --apply "INV-1002=500.00"
> END
$ clerk run lines >/dev/null 2>&1
$ clerk report aging
  Aging
  as of 2026-11-22, by due date, posted, USD
  
    Customer  Name           Cur  Current  1-30     31-60  61-90   Over 90  Unapplied     Total  Disputed  Owner
    --------  -------------  ---  -------  ----  --------  -----  --------  ---------  --------  --------  -----
  ! ACME      Acme Holdings  USD   900.00     .  4,310.00      .         .    -120.00  5,090.00         .  anna
  ! BOR       Borealis GmbH  USD        .     .         .      .  1,610.00          .  1,610.00         .  ben
                                  -------  ----  --------  -----  --------  ---------  --------  --------
    Total                          900.00  0.00  4,310.00   0.00  1,610.00    -120.00  6,700.00      0.00
  
  Sub-ledger 6,700.00 = control account on 2026-11-22, difference 0.00
$ clerk report aging --as-of 2026-11-04 --format csv
  customer,name,currency,current,1-30,31-60,61-90,over-90,unapplied,total,disputed,owner
  ACME,Acme Holdings,USD,0.00,4310.00,0.00,0.00,0.00,-120.00,4190.00,0.00,anna
  BOR,Borealis GmbH,USD,0.00,0.00,0.00,0.00,2110.00,0.00,2110.00,0.00,ben
$ clerk report aging --credits oldest --by collector --format csv
  customer,name,currency,current,1-30,31-60,61-90,over-90,unapplied,total,disputed
  anna,,USD,900.00,0.00,4190.00,0.00,0.00,0.00,5090.00,0.00
  ben,,USD,0.00,0.00,0.00,0.00,1610.00,0.00,1610.00,0.00
$ clerk report aging --basis invoice --buckets 30,60 --format csv
  customer,name,currency,0-30,31-60,over-60,unapplied,total,disputed,owner
  ACME,Acme Holdings,USD,900.00,0.00,4310.00,-120.00,5090.00,0.00,anna
  BOR,Borealis GmbH,USD,0.00,0.00,1610.00,0.00,1610.00,0.00,ben
$ clerk report aging --detail --customer ACME --format csv
  customer,name,document,kind,instalment,issued,due,days_past_due,currency,current,1-30,31-60,61-90,over-90,unapplied,total,disputed
  ACME,Acme Holdings,10442,invoice,1,2026-09-20,2026-10-20,33,USD,0.00,0.00,4310.00,0.00,0.00,0.00,4310.00,0.00
  ACME,Acme Holdings,P-1001,payment,1,2026-11-01,2026-11-01,,USD,0.00,0.00,0.00,0.00,0.00,-120.00,-120.00,0.00
  ACME,Acme Holdings,INV-1001,invoice,1,2026-11-10,2026-12-10,-18,USD,900.00,0.00,0.00,0.00,0.00,0.00,900.00,0.00
$ clerk report aging --where "over-90 > 1000" --format json
  {"v":1,"title":"Aging","subtitle":"as of 2026-11-22, by due date, posted, USD","columns":["customer","name","currency","current","1-30","31-60","61-90","over-90","unapplied","total","disputed","owner"],"rows":[
  {"customer":"BOR","name":"Borealis GmbH","currency":"USD","current":"0.00","1-30":"0.00","31-60":"0.00","61-90":"0.00","over-90":"1610.00","unapplied":"0.00","total":"1610.00","disputed":"0.00","owner":"ben"}
  ],"totals":[{"currency":"USD","current":"0.00","1-30":"0.00","31-60":"0.00","61-90":"0.00","over-90":"1610.00","unapplied":"0.00","total":"1610.00","disputed":"0.00"}],"proof":"a part: --where left out the other rows; what is summed are these, and nothing is proved"}
$ clerk report aging --buckets 30,20
! arledger: --buckets "30,20": write up to 12 ascending numbers of days, as in "0,30,60,90", or "months"
= 65
$ clerk report aging --by moon
! arledger: --by: 'moon' is not one of customer, collector, parent, currency, salesperson, terms, class, country, status
= 65
