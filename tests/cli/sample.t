# The sample firm: three years that end on whatever day it is, every figure proved.
$ arledger --today 2026-11-22 book new --company "Harbour & Finch" --currency EUR --demo
! a new book for Harbour & Finch in EUR: book.arl
$ arledger --today 2026-11-22 book verify 2>/dev/null; echo $?
  0
$ arledger --today 2026-11-22 report aging --by currency --format csv
  customer,name,currency,current,1-30,31-60,61-90,over-90,unapplied,total,disputed
  CHF,,CHF,7391.80,0.00,0.00,0.00,0.00,-453.63,6938.17,0.00
  EUR,,EUR,60983.87,14271.13,4587.53,4639.20,603.45,-1853.98,83231.20,4408.93
  GBP,,GBP,5626.95,0.00,0.00,0.00,0.00,-12.44,5614.51,0.00
  USD,,USD,15791.86,5050.27,6842.77,1662.32,2880.24,-126.39,32101.07,0.00
$ arledger --today 2026-11-22 report aging --as-of 2025-12-31 --by currency --format csv
  customer,name,currency,current,1-30,31-60,61-90,over-90,unapplied,total,disputed
  CHF,,CHF,18691.61,4231.94,0.00,0.00,0.00,-33.63,22889.92,0.00
  EUR,,EUR,83313.87,14825.11,2211.00,1238.60,2484.40,-321.49,103751.49,765.08
  GBP,,GBP,3199.26,0.00,1729.56,0.00,0.00,0.00,4928.82,0.00
  JPY,,JPY,423632,0,395840,0,0,0,819472,0
  USD,,USD,29612.38,777.92,7167.82,0.00,0.00,-126.39,37431.73,1211.61
$ arledger --today 2026-11-22 report unapplied --format csv | wc -l
  15
$ arledger --today 2026-11-22 dispute list --open --format csv
  id,customer,document,reason,owner,opened,closed,currency,amount,open,resolution,text,status,due,level,cause
  42,MELTEMI,INV-2312,QTY,chiara,2026-08-07,,EUR,241.38,241.38,,fewer came than were billed,open,2026-08-21,,
  45,ZOLTA,INV-2427,DAMAGE,chiara,2026-10-19,,EUR,1129.72,1129.72,,glass broken on arrival,open,2026-11-02,,
  46,LUMIBRUX,INV-2434,QTY,boris,2026-10-29,,EUR,885.96,885.96,,fewer came than were billed,open,2026-11-12,,
  47,FYRTORN,INV-2430,PRICE,anna,2026-10-30,,EUR,830.75,830.75,,another price was agreed,open,2026-11-13,,
  48,LICHTHUIS,INV-2456,DAMAGE,anna,2026-11-22,,EUR,1321.12,1321.12,,glass broken on arrival,open,2026-12-06,,
# No kind of event is missing.
$ arledger book sql --readonly "SELECT kind, COUNT(*) AS papers FROM document GROUP BY kind ORDER BY kind" --format csv
  kind,papers
  1,1492
  2,93
  3,19
  4,1621
  5,34
  6,38
  7,15
  8,161
  9,70
  10,164
  11,510
  12,13
  14,13
  15,97
$ arledger book sql --readonly "SELECT method, COUNT(*) AS receipts FROM receipt GROUP BY method ORDER BY method" --format csv
  method,receipts
  0,30
  1,94
  2,76
  3,1307
  4,114
# It ends on a leap day as well, and on the last day of a month.
$ arledger -b leap.arl --today 2028-02-29 -q book new --company "Harbour & Finch" --currency EUR --demo
$ arledger -b leap.arl --today 2028-02-29 book verify 2>/dev/null; echo $?
  0
$ arledger -b dollars.arl book new --company Dollar --currency USD --demo
! arledger: --currency: the made-up firm keeps its books in EUR
= 65
# What README shows.
$ ar() { arledger --today 2026-11-22 "$@"; }
> ar -q invoice issue --customer KADE --line "text=Desk lamp Tern, brass; qty=4; price=64.50; tax=VAT21" --line "text=Freight; price=18; tax=VAT21"
> ar payment receive --customer KADE --amount 327.28 --reference "order 81" --apply "INV-2493 discount auto"
> ar payment receive --amount 250 --payer "B. V. LAMP"
> ar payment identify --payment P-2623 --customer GRACHT
> ar --yes payment unapply --payment P-2622 --from INV-2493 --reason "meant for another"
> ar customer list --where "overdue > 3000" --sort=-overdue --format csv
> ar report statement --customer LICHTHUIS -o lichthuis.txt && ar report collection --format csv -o calls.csv
  INV-2493
  P-2622
  P-2623
  TR-1165
  P-2622
  code,name,currency,terms,limit,balance,overdue,oldest_days,collector,status,nsf,formerly
  PALLADIO,Arredi Palladiana S.r.l.,EUR,NET30,12000.00,4639.20,4639.20,70,chiara,overdue,0,
  LICHTHUIS,Lichthuis Utrecht,EUR,NET30,25000.00,8843.49,3886.16,18,anna,overdue,2,
  XINGHE,星河灯饰（深圳）,USD,NET30,15000.00,6134.21,5886.71,51,chiara,overdue,0,
  DESERT,Desert Glow Interiors,USD,NET30,5000.00,4504.17,4504.17,38,anna,overdue,0,
! P-2622: 327.28 EUR from KADE; INV-2493 327.28 with discount 6.68 (early payment)
! P-2623: 250.00 EUR from somebody unidentified; 250.00 EUR left unapplied
! P-2623 over 250.00 EUR is money of GRACHT from 2026-11-22 on, by TR-1165
! 1 application of P-2622 taken back; 327.28 EUR is unapplied
$ cat >shop.csv <<'CSV'
> Invoice No;Customer;Invoice Date;Due Date;Amount
> T-501;HAFENLICHT;13.11.2026;13.12.2026;1.190,00
> T-502;GRACHT;14.11.2026;28.11.2026;84,50
> T-503;GRACHT;16.11.2026;16.11.2026;-12,00
> CSV
> sed 's/14.11.2026/31.11.2026/; s/T-50/T-60/' shop.csv >next.csv
$ arledger import invoices shop.csv
! arledger: shop.csv: what do its columns mean? Give --yes to take this proposal, or say --map 'customer=Customer; number="Invoice No"; date="Invoice Date"; due="Due Date"; amount=Amount'
= 2
$ arledger --today 2026-11-22 import invoices shop.csv --yes --save-profile shop
! shop.csv: 2 invoices (1274.50 EUR), 1 credit memo (12.00 EUR)
$ arledger --today 2026-11-22 import invoices next.csv
! arledger: next.csv, line 3, column 3 (Invoice Date): "31.11.2026" has day 31, and November 2026 has 30 days
= 65
