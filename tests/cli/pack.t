# The biggest debtors, what changed since the month before, and the collection report in one folder.
$ clerk -q book new --company "Harbour & Finch" --currency EUR --sandbox
$ for code in ACME BETA GAMMA; do clerk -q customer add --code $code --name "$code Ltd" --collector $(test $code = BETA && echo boris || echo anna); done
  ACME
  BETA
  GAMMA
$ clerk -q invoice issue --customer ACME --date 2026-08-20 --amount 600
  INV-1001
$ clerk -q invoice issue --customer BETA --date 2026-09-20 --amount 300
  INV-1002
$ clerk -q invoice issue --customer BETA --date 2026-10-05 --amount 100
  INV-1003
$ clerk -q invoice issue --customer GAMMA --date 2026-09-01 --amount 50
  INV-1004
$ clerk -q payment receive --customer GAMMA --amount 70 --date 2026-10-20 --apply INV-1004
  P-1001
$ clerk -q payment receive --customer ACME --amount 200 --date 2026-10-20 --apply INV-1001
  P-1002
$ clerk report debtors --as-of 2026-10-31
  Biggest debtors
  EUR, as of 2026-10-31
  
    Customer  Name      Collector  Balance  Share %  Together %  Overdue  Place
    --------  --------  ---------  -------  -------  ----------  -------  -----
  ! ACME      ACME Ltd  anna        400.00     50.0        50.0   400.00      1
  ! BETA      BETA Ltd  boris       400.00     50.0       100.0   300.00      2
                                   -------                       -------
    Total                           800.00                        700.00
  
  2 of 2 customers who owe 800.00 together
$ clerk report debtors --as-of 2026-10-31 --collector anna --format csv
  customer,name,collector,balance,share,cumulated,overdue,place
  ACME,ACME Ltd,anna,400.00,50,50,400.00,1
$ clerk report changes --as-of 2026-10-31
  Changes
  EUR, from the end of 2026-09-30 to 2026-10-31
  
    Customer  Name       Collector    Then  Balance   Change  Overdue then  Overdue   Change
    --------  ---------  ---------  ------  -------  -------  ------------  -------  -------
  ! BETA      BETA Ltd   boris      300.00   400.00   100.00             .   300.00   300.00
    ACME      ACME Ltd   anna       600.00   400.00  -200.00        600.00   400.00  -200.00
    GAMMA     GAMMA Ltd  anna        50.00   -20.00   -70.00             .        .        .
                                    ------  -------  -------  ------------  -------  -------
    Total                           950.00   780.00  -170.00        600.00   700.00   100.00
  
  ! = more of it is overdue than then. The largest change first.
$ clerk report changes --as-of 2026-10-31 --since 2026-10-10 --format csv
  customer,name,collector,balance_then,balance,change,overdue_then,overdue,overdue_change
  BETA,BETA Ltd,boris,400.00,400.00,0.00,0.00,300.00,300.00
  ACME,ACME Ltd,anna,600.00,400.00,-200.00,600.00,400.00,-200.00
  GAMMA,GAMMA Ltd,anna,50.00,-20.00,-70.00,50.00,0.00,-50.00
# One command: a PDF, and the same tables as CSV.
$ clerk report pack --dry-run --folder pack --as-of 2026-10-31
! pack would get 15 files and pack/collection-2026-10-31.pdf
! dry run: nothing was kept
$ clerk report pack --folder pack --as-of 2026-10-31 --format csv | cut -d, -f1,3
  file,rows
  pack/numbers.csv,23
  pack/aging-over-time.csv,12
  pack/dso.csv,12
  pack/billed-and-collected.csv,12
  pack/forecast.csv,14
  pack/aging-by-collector.csv,2
  pack/biggest-debtors.csv,2
  pack/changes.csv,3
  pack/promises.csv,0
  pack/disputes.csv,0
  pack/team.csv,0
  pack/root-causes.csv,1
  pack/write-offs.csv,0
  pack/unapplied.csv,1
  pack/aging-by-customer.csv,3
  pack/collection-2026-10-31.pdf, with charts"
! the collection report as of 2026-10-31: 16 files in pack
$ head -c 5 pack/collection-2026-10-31.pdf; echo; ls pack | wc -l
  %PDF-
  16
$ cat pack/biggest-debtors.csv
  customer,name,collector,balance,share,cumulated,overdue,place
  ACME,ACME Ltd,anna,400.00,50,50,400.00,1
  BETA,BETA Ltd,boris,400.00,50,100,300.00,2
$ cat pack/aging-by-collector.csv
  customer,name,currency,current,1-30,31-60,61-90,over-90,unapplied,total,disputed
  anna,,EUR,0.00,0.00,400.00,0.00,0.00,-20.00,380.00,0.00
  boris,,EUR,100.00,300.00,0.00,0.00,0.00,0.00,400.00,0.00
$ head -3 pack/numbers.csv
  metric,value,unit,formula,figures
  dso,78.1,days,"receivables less the sales of month after month, back from the day",780.00 - 100.00 (31 days) - 350.00 (30 days) - 330.00 of 600.00 (17.1 days)
  dso_writeoffs,78.1,days,receivables with what was written off added back,780.00 - 100.00 (31 days) - 350.00 (30 days) - 330.00 of 600.00 (17.1 days)
# Nothing is overwritten, and a stopped pack leaves nothing.
$ echo mine >pack/dso.csv; rm pack/collection-2026-10-31.pdf
$ clerk report pack pack --as-of 2026-10-31 --format csv
! arledger: pack/numbers.csv is there already; say another --folder, or --force to replace what is in it
= 73
$ rm pack/*; mkdir pack/forecast.csv; clerk report pack pack --as-of 2026-10-31 --force --format csv; ls pack
  forecast.csv
! arledger: pack/forecast.csv is a folder; name a file in it
$ clerk report pack book.arl
! arledger: book.arl is no folder
= 73
$ clerk report pack no/such/folder
! arledger: the folder no/such/folder cannot be made: No such file or directory
= 73
$ clerk report pack pack --months 1
! arledger: --months: from 2 to 60
= 65
$ rmdir pack/forecast.csv; clerk -q report pack pack --as-of 2026-10-31 --format csv | wc -l
  17
$ clerk -q report pack pack --as-of 2026-10-31 --force --format csv | wc -l
  17
# Who owes as much as then is one line, so that the totals are what is owed on either day.
$ clerk -q invoice issue --customer GAMMA --date 2026-10-28 --amount 5
  INV-1005
$ clerk report changes --since 2026-10-25 --as-of 2026-10-31
  Changes
  EUR, from the end of 2026-10-25 to 2026-10-31
  
  Customer     Name         Collector    Then  Balance  Change  Overdue then  Overdue  Change
  -----------  -----------  ---------  ------  -------  ------  ------------  -------  ------
  GAMMA        GAMMA Ltd    anna       -20.00   -15.00    5.00             .        .       .
  (unchanged)  2 customers             800.00   800.00       .        700.00   700.00       .
                                       ------  -------  ------  ------------  -------  ------
  Total                                780.00   785.00    5.00        700.00   700.00    0.00
  
  ! = more of it is overdue than then. The largest change first.
$ clerk report changes --since 2026-10-25 --as-of 2026-10-31 --collector boris --format csv
  customer,name,collector,balance_then,balance,change,overdue_then,overdue,overdue_change
  (unchanged),1 customer,,400.00,400.00,0.00,300.00,300.00,0.00
$ clerk report aging --as-of 2026-10-31 | tail -1
  Sub-ledger 785.00 = control account on 2026-10-31, difference 0.00
