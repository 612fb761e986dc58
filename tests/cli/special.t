# Special terms of one customer from a day to a day; and all that the book holds about one.
$ clerk book new --company "Northwind Lights" --currency USD --sandbox 2>&1
  a new TEST book for Northwind Lights in USD: book.arl
$ cat >lines <<'END'
> terms add --code SPRING --due "net 60" --discount "2% 20"
> customer add --code ACME --name "Acme Holdings" --email a@acme.example
> customer add --code BOR --name "Borealis GmbH"
> END
$ clerk run lines >/dev/null 2>&1
$ clerk customer special ACME --terms SPRING --from 2026-11-01 --to 2026-11-30 --text "spring contract"
  ACME
! papers of ACME from 2026-11-01 to 2026-11-30: terms SPRING
$ clerk customer special BOR --discount "3% 10"
  BOR
! papers of BOR from 2026-11-22 on: discount 3% 10
$ clerk customer special BOR
! arledger: say --terms or --discount, or --usual to end them
= 2
$ clerk customer special BOR --discount "3% ten"
! arledger: discount "3% ten", tier 1: write a percentage above 0 and below 100 and the days, as in "2% 10; 1% 20"
= 65
$ clerk customer special BOR --terms SPRING --from 2026-11-02 --to 2026-11-01
! arledger: --to 2026-11-01 lies before --from 2026-11-02
= 65
$ cat >lines <<'END'
> invoice issue --customer ACME --date 2026-10-31 --amount 100
> invoice issue --customer ACME --date 2026-11-01 --amount 100
> invoice issue --customer ACME --date 2026-11-02 --amount 100 --terms NET30
> invoice issue --customer BOR --amount 100
> END
$ clerk run lines >/dev/null 2>&1
$ clerk item list --sort document --format csv | cut -d, -f1,2,5,6
  customer,document,issued,due
  ACME,INV-1001,2026-10-31,2026-11-30
  ACME,INV-1002,2026-11-01,2026-12-31
  ACME,INV-1003,2026-11-02,2026-12-02
  BOR,INV-1004,2026-11-22,2026-12-22
$ clerk invoice show INV-1002 | grep -i discount
  Discount           2 %, 2.00 USD, when paid until 2026-11-21
$ clerk invoice show INV-1004 | grep -i discount
  Discount           3 %, 3.00 USD, when paid until 2026-12-02
$ clerk customer special BOR --usual
  BOR
! papers of BOR from 2026-11-22 on: terms as usual
$ clerk invoice issue --customer BOR --amount 50
  INV-1005
! INV-1005 of BOR: 50.00 USD, due 2026-12-22
$ clerk invoice show INV-1005 | grep -ci discount
  0
= 1
$ clerk customer specials --format csv
  customer,from,to,terms,discount,text
  ACME,2026-11-01,2026-11-30,SPRING,,spring contract
  BOR,2026-11-22,,,3% 10,
  BOR,2026-11-22,,as usual,,
$ clerk customer export BOR --format csv | grep -E "^(customer|special_terms|item),"
  customer,1,code,BOR
  customer,1,name,Borealis GmbH
  customer,1,currency,USD
  customer,1,statement,0
  customer,1,kind,0
  customer,1,grace_days,0
  customer,1,overpayment,0
  customer,1,insured,0
  item,1,document_id,4
  item,1,seq,1
  item,1,account_id,1
  item,1,currency,USD
  item,1,amount,10000
  item,1,base,10000
  item,1,due,20809
  item,1,effective,20779
  item,1,posted,20779
  item,1,value,20779
  item,1,open,10000
  item,1,settled_on,2932896
  item,2,document_id,5
  item,2,seq,1
  item,2,account_id,1
  item,2,currency,USD
  item,2,amount,5000
  item,2,base,5000
  item,2,due,20809
  item,2,effective,20779
  item,2,posted,20779
  item,2,value,20779
  item,2,open,5000
  item,2,settled_on,2932896
  special_terms,1,from_day,20779
  special_terms,1,to_day,2932896
  special_terms,1,terms_id,0
  special_terms,1,discount,3% 10
  special_terms,2,from_day,20779
  special_terms,2,to_day,2932896
  special_terms,2,terms_id,0
$ clerk customer export NOBODY
! arledger: there is no customer NOBODY; `customer list --search` finds codes
= 65
$ clerk book verify 2>&1 | sed 's/, head.*//'
  verified: 12 entries, 5 documents
