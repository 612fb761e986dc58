# Eight files of one bank: whatever they repeat is there once, and what only looks alike is there as often as it was.
$ clerk -q book new --company "Harbour & Finch" --currency EUR --sandbox
$ clerk -q account add --code 1291 --name "Second bank" --kind asset
  1291
$ clerk -q bank account --account 1200 --number 1 --since 2026-11-01
  1200
$ clerk -q bank account --account 1291 --number 2 --since 2026-11-01
  1291
$ printf '2026-11-04,120.45,ACME,INV-1\n2026-11-06,7.00,TOM,tea\n2026-11-06,7.00,TOM,tea\n2026-11-06,7.00,TOM,tea\n' >lines
$ head='Date,Amount,Name,Text'; (echo $head; cat lines) >one.csv
$ clerk bank import one.csv --account 1200 --yes
  4
! one.csv, CSV: 4 new lines in 1 statement

# The same file; the same lines under another name; in another order.
$ clerk bank import one.csv --account 1200 --yes
! arledger: one.csv was imported before, in entry 5 on 2026-11-22: nothing was added; say why with --again "..." to import it once more
= 65
$ cp one.csv two.csv; echo >>two.csv; clerk bank import two.csv --account 1200 --yes
  0
! two.csv, CSV: 0 new lines in 1 statement, 4 there already
$ (head -1 one.csv; sort -r lines) >three.csv; clerk bank import three.csv --account 1200 --yes
  0
! three.csv, CSV: 0 new lines in 1 statement, 4 there already

# All of it and more; one that overlaps; one more that is equal to three.
$ (cat one.csv; echo 2026-11-09,9.00,ANN,nine) >four.csv; clerk bank import four.csv --account 1200 --yes
  1
! four.csv, CSV: 1 new line in 1 statement, 4 there already
$ (head -1 one.csv; sed -n '2,$p' lines; echo 2026-11-09,9.00,ANN,nine; echo 2026-11-10,1.00,BEN,ten) >five.csv
$ clerk bank import five.csv --account 1200 --yes
  1
! five.csv, CSV: 1 new line in 1 statement, 4 there already
$ (cat one.csv; echo 2026-11-06,7.00,TOM,tea) >six.csv; clerk bank import six.csv --account 1200 --yes
  1
! six.csv, CSV: 1 new line in 1 statement, 4 there already

# The same file of another account is another bank's; a part of what is there adds nothing.
$ clerk bank import one.csv --account 1291 --yes --again "of the other bank"
  4
! one.csv, CSV: 4 new lines in 1 statement
$ head -3 one.csv >seven.csv; clerk bank import seven.csv --account 1200 --yes
  0
! seven.csv, CSV: 0 new lines in 1 statement, 2 there already
$ clerk bank list --account 1291 --format csv | grep -c tea
  3
$ clerk bank list --format csv
  line,account,booked,value,amount,currency,name,party,reference,text,code,ours,match
  1,1200,2026-11-04,2026-11-04,120.45,EUR,ACME,,,INV-1,,,
  8,1291,2026-11-04,2026-11-04,120.45,EUR,ACME,,,INV-1,,,
  2,1200,2026-11-06,2026-11-06,7.00,EUR,TOM,,,tea,,,
  3,1200,2026-11-06,2026-11-06,7.00,EUR,TOM,,,tea,,,
  4,1200,2026-11-06,2026-11-06,7.00,EUR,TOM,,,tea,,,
  7,1200,2026-11-06,2026-11-06,7.00,EUR,TOM,,,tea,,,
  9,1291,2026-11-06,2026-11-06,7.00,EUR,TOM,,,tea,,,
  10,1291,2026-11-06,2026-11-06,7.00,EUR,TOM,,,tea,,,
  11,1291,2026-11-06,2026-11-06,7.00,EUR,TOM,,,tea,,,
  5,1200,2026-11-09,2026-11-09,9.00,EUR,ANN,,,nine,,,
  6,1200,2026-11-10,2026-11-10,1.00,EUR,BEN,,,ten,,,
