# The sample firm: three years that end on whatever day it is, every figure proved.
$ arledger --today 2026-11-22 book new --company "Harbour & Finch" --currency EUR --demo
! a new book for Harbour & Finch in EUR: book.arl
$ arledger --today 2026-11-22 book verify 2>/dev/null; echo $?
  0
$ arledger --today 2026-11-22 report aging --by currency --format csv
  customer,name,currency,current,1-30,31-60,61-90,over-90,unapplied,total,disputed
  CHF,,CHF,7714.16,0.00,0.00,0.00,0.00,-420.00,7294.16,0.00
  EUR,,EUR,78587.61,14973.10,9133.47,1871.00,2186.50,-2077.43,104674.25,1309.22
  GBP,,GBP,2889.00,4809.88,0.00,0.00,12.00,-46.87,7664.01,0.00
  JPY,,JPY,1147696,0,0,0,0,0,1147696,0
  USD,,USD,28973.16,2096.22,0.00,0.00,471.90,-219.11,31322.17,0.00
$ arledger --today 2026-11-22 report aging --as-of 2025-12-31 --by currency --format csv
  customer,name,currency,current,1-30,31-60,61-90,over-90,unapplied,total,disputed
  CHF,,CHF,8413.36,0.00,0.00,0.00,0.00,0.00,8413.36,0.00
  EUR,,EUR,49109.29,19200.62,12145.55,824.00,3795.80,-346.14,84729.12,1379.76
  GBP,,GBP,4813.29,3020.13,0.00,0.00,12.00,-46.87,7798.55,0.00
  JPY,,JPY,989568,0,0,0,0,0,989568,0
  USD,,USD,16710.54,407.24,0.00,3929.60,0.00,-219.11,20828.27,1709.46
$ arledger --today 2026-11-22 report unapplied --format csv | wc -l
  15
$ arledger --today 2026-11-22 dispute list --open --format csv
  id,customer,document,reason,owner,opened,closed,currency,amount,resolution,text
  59,LICHTHUIS,INV-2482,SHORT,anna,2026-11-09,,EUR,1167.32,,two boxes are missing
  60,FYRTORN,INV-2486,NOPO,anna,2026-11-12,,EUR,141.90,,no order number on the invoice
# No kind of event is missing.
$ arledger book sql --readonly "SELECT kind, COUNT(*) AS papers FROM document GROUP BY kind ORDER BY kind" --format csv
  kind,papers
  1,1532
  2,113
  3,23
  4,1645
  5,34
  6,23
  7,15
  8,157
  9,59
  10,186
  11,474
  12,10
  14,15
$ arledger book sql --readonly "SELECT method, COUNT(*) AS receipts FROM receipt GROUP BY method ORDER BY method" --format csv
  method,receipts
  0,31
  1,103
  2,80
  3,1334
  4,97
# It ends on a leap day as well, and on the last day of a month.
$ arledger -b leap.arl --today 2028-02-29 -q book new --company "Harbour & Finch" --currency EUR --demo
$ arledger -b leap.arl --today 2028-02-29 book verify 2>/dev/null; echo $?
  0
$ arledger -b dollars.arl book new --company Dollar --currency USD --demo
! arledger: --currency: the made-up firm keeps its books in EUR
= 65
