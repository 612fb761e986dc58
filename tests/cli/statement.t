# Statements that are sent are facts: numbered, listed, and what they told is proven.
$ clerk book new --company "Harbour & Finch" --currency EUR --sandbox -q
$ clerk customer add --code ACME --name "Acme Holdings Ltd" -q
  ACME
$ clerk rate add --currency USD --date 2026-01-01 --rate 0.9 -q
  USD
$ clerk invoice issue --customer ACME --date 2026-10-02 --amount 100 -q
  INV-1001
$ clerk invoice issue --customer ACME --date 2026-10-05 --amount 60 -q
  INV-1002
$ clerk invoice issue --customer ACME --date 2026-10-05 --amount 30 --currency USD --number U-2001 -q
  U-2001
$ clerk statement issue ACME --as-of 2026-10-31
  Harbour & Finch: statement
  ACME, 2026-10-31
  
  Acme Holdings Ltd
  
  Account    ACME
  Statement  ST-1001
  Date       2026-10-31
  
  Date        Document  Kind     Due         Cur  Amount  Applied    Open  Balance
  ----------  --------  -------  ----------  ---  ------  -------  ------  -------
  2026-10-02  INV-1001  invoice  2026-11-01  EUR  100.00        .  100.00   100.00
  2026-10-05  INV-1002  invoice  2026-11-04  EUR   60.00        .   60.00   160.00
  
  Balance 160.00 EUR
  
  Current  1-30  31-60  61-90  Over 90  Unapplied   Total
  -------  ----  -----  -----  -------  ---------  ------
   160.00     .      .      .        .          .  160.00
  
  ------------------------------------------------------------------------------------------------------------------------------------
  Please return this part with your payment, or quote the reference.
  Account     ACME, Acme Holdings Ltd
  To be paid  160.00 EUR
  Reference   RF54 ACME
  
  Acme Holdings Ltd
  
  Account    ACME
  Statement  ST-1002
  Date       2026-10-31
  
  Date        Document  Kind     Due         Cur  Amount  Applied   Open  Balance
  ----------  --------  -------  ----------  ---  ------  -------  -----  -------
  2026-10-05  U-2001    invoice  2026-11-04  USD   30.00        .  30.00    30.00
  
  Balance 30.00 USD
  
  Current  1-30  31-60  61-90  Over 90  Unapplied  Total
  -------  ----  -----  -----  -------  ---------  -----
    30.00     .      .      .        .          .  30.00
  
  ------------------------------------------------------------------------------------------------------------------------------------
  Please return this part with your payment, or quote the reference.
  Account     ACME, Acme Holdings Ltd
  To be paid  30.00 USD
  Reference   RF54 ACME
  ST-1001
! ST-1001 says 160.00 EUR on 2026-10-31; ST-1002 says 30.00 USD on 2026-10-31
$ clerk invoice issue --customer ACME --date 2026-11-03 --amount 45 -q
  INV-1003
$ clerk statement issue ACME --from 2026-11-01 --to 2026-11-15 --currency EUR
  Harbour & Finch: statement
  ACME, 2026-11-01 to 2026-11-15
  
  Acme Holdings Ltd
  
  Account    ACME
  Statement  ST-1003
  Date       2026-11-15
  
  Date        Document  Kind             Due         Cur  Amount  Applied   Open  Balance
  ----------  --------  ---------------  ----------  ---  ------  -------  -----  -------
  2026-11-01            brought forward              EUR                           160.00
  2026-11-03  INV-1003  invoice          2026-12-03  EUR   45.00        .  45.00   205.00
  
  Balance 205.00 EUR
  
  Current    1-30  31-60  61-90  Over 90  Unapplied   Total
  -------  ------  -----  -----  -------  ---------  ------
    45.00  160.00      .      .        .          .  205.00
  
  ------------------------------------------------------------------------------------------------------------------------------------
  Please return this part with your payment, or quote the reference.
  Account     ACME, Acme Holdings Ltd
  To be paid  205.00 EUR
  Reference   RF54 ACME
  ST-1003
! ST-1003 says 205.00 EUR on 2026-11-15
$ clerk statement issue ACME --as-of 2026-12-31
! arledger: a statement tells what is owed, not what will be: its last day is today at the latest
= 65
$ clerk statement issue ACME --as-of 2026-10-31 --to 2026-11-30
! arledger: --as-of is one day; give it, or --from and --to
= 2
$ clerk statement issue NOBODY
! arledger: there is no customer NOBODY; `customer list --search` finds codes
= 65
$ clerk statement list
  Statements
  
  Number   Customer  Kind       From        Date        Cur  Balance  Entry
  -------  --------  ---------  ----------  ----------  ---  -------  -----
  ST-1001  ACME      open-item              2026-10-31  EUR   160.00      7
  ST-1002  ACME      open-item              2026-10-31  USD    30.00      7
  ST-1003  ACME      activity   2026-11-01  2026-11-15  EUR   205.00      9
$ clerk statement list --customer ACME --where 'currency = USD' --format csv
  number,customer,kind,from,date,currency,balance,journal
  ST-1002,ACME,open-item,,2026-10-31,USD,30.00,7

# A statement is settled by its balance (step 5), or by its number (step 1) in free text.
$ clerk payment receive --customer ACME --amount 160 --date 2026-11-20 --auto --dry-run
  P-1001
! P-1001: 160.00 EUR from ACME; clears all that is past due: INV-1001 100.00 + INV-1002 60.00 = 160.00
! dry run: nothing was kept
$ clerk payment receive --amount 160 --date 2026-11-20 --reference "your statement ST-1001" --auto
  P-1001
! P-1001: 160.00 EUR from ACME; payer by the statement ST-1001; by the numbers in the reference: INV-1001 100.00 + INV-1002 60.00 = 160.00
$ clerk payment receive --customer ACME --amount 205 --date 2026-11-20 --reference "ST 1003" --auto --dry-run
  P-1002
! P-1002: 205.00 EUR from ACME; only proposed, since what is open of statement ST-1003 does not come to it; by the numbers in the reference: INV-1003 45.00 = 45.00; 205.00 came; 205.00 EUR left unapplied
! dry run: nothing was kept
$ clerk payment receive --customer ACME --amount 205 --date 2026-11-20 --auto --dry-run
  P-1002
! P-1002: 205.00 EUR from ACME; no rule of autocash fits; 205.00 EUR left unapplied
! dry run: nothing was kept
$ clerk book verify 2>&1 | sed 's/head .*/head/'
  verified: 10 entries, 5 documents, head

# Branches whose statement goes to the head office stand on it, each with its sub-total; every item once.
$ cat >lines <<'END'
> customer add --code TOP --name "Top Group"
> customer add --code NORTH --name "Top North" --parent TOP --statement-to TOP
> customer add --code SOUTH --name "Top South" --parent NORTH --statement-to NORTH
> customer add --code EAST --name "Top East" --parent TOP
> invoice issue --customer TOP --date 2026-09-02 --amount 100
> invoice issue --customer NORTH --date 2026-10-02 --amount 60
> invoice issue --customer SOUTH --date 2026-10-05 --amount 7
> invoice issue --customer EAST --date 2026-10-05 --amount 1000
> payment receive --customer NORTH --date 2026-11-01 --amount 10
> END
$ clerk run lines >/dev/null 2>&1
$ clerk statement issue TOP
  Harbour & Finch: statement
  TOP, 2026-11-22
  
  Top Group
  
  Account    TOP
  Statement  ST-1004
  Date       2026-11-22
  
    Date        Document  Kind       Due         Cur  Amount  Applied    Open  Balance
    ----------  --------  ---------  ----------  ---  ------  -------  ------  -------
  TOP  Top Group
  ! 2026-09-02  INV-1004  invoice    2026-10-02  EUR  100.00        .  100.00   100.00
  
                TOP       sub-total              EUR                   100.00
  
  NORTH  Top North
  ! 2026-10-02  INV-1005  invoice    2026-11-01  EUR   60.00        .   60.00   160.00
    2026-11-01  P-1002    payment                EUR  -10.00        .  -10.00   150.00
  
                NORTH     sub-total              EUR                    50.00
  
  SOUTH  Top South
  ! 2026-10-05  INV-1006  invoice    2026-11-04  EUR    7.00        .    7.00   157.00
  
                SOUTH     sub-total              EUR                     7.00
  
  Balance 157.00 EUR
  
  Current   1-30   31-60  61-90  Over 90  Unapplied   Total
  -------  -----  ------  -----  -------  ---------  ------
        .  67.00  100.00      .        .     -10.00  157.00
  
  ------------------------------------------------------------------------------------------------------------------------------------
  Please return this part with your payment, or quote the reference.
  Account     TOP, Top Group
  To be paid  157.00 EUR
  Reference   RF38 TOP
  ST-1004
! ST-1004 says 157.00 EUR on 2026-11-22
$ clerk statement issue SOUTH
! arledger: SOUTH has no statement of its own: its items stand on that of TOP
= 65
$ clerk report statement --customer TOP --from 2026-10-01 --to 2026-11-22 --kind activity
  Harbour & Finch: statement
  TOP, 2026-10-01 to 2026-11-22
  
  Top Group
  
  Account  TOP
  Date     2026-11-22
  
    Date        Document  Kind             Due         Cur  Amount  Applied    Open  Balance
    ----------  --------  ---------------  ----------  ---  ------  -------  ------  -------
  TOP  Top Group
    2026-10-01            brought forward              EUR                            100.00
  
                TOP       sub-total                    EUR                   100.00
  
  NORTH  Top North
    2026-10-01            brought forward              EUR                            100.00
  ! 2026-10-02  INV-1005  invoice          2026-11-01  EUR   60.00        .   60.00   160.00
    2026-11-01  P-1002    payment                      EUR  -10.00        .  -10.00   150.00
  
                NORTH     sub-total                    EUR                    50.00
  
  SOUTH  Top South
    2026-10-01            brought forward              EUR                            150.00
  ! 2026-10-05  INV-1006  invoice          2026-11-04  EUR    7.00        .    7.00   157.00
  
                SOUTH     sub-total                    EUR                     7.00
  
  Balance 157.00 EUR
  
  Current   1-30   31-60  61-90  Over 90  Unapplied   Total
  -------  -----  ------  -----  -------  ---------  ------
        .  67.00  100.00      .        .     -10.00  157.00
  
  ------------------------------------------------------------------------------------------------------------------------------------
  Please return this part with your payment, or quote the reference.
  Account     TOP, Top Group
  To be paid  157.00 EUR
  Reference   RF38 TOP
$ clerk report statement --customer TOP --format csv
  date,document,kind,due,currency,amount,applied,open,balance,customer
  2026-09-02,INV-1004,invoice,2026-10-02,EUR,100.00,0.00,100.00,100.00,TOP
  2026-10-02,INV-1005,invoice,2026-11-01,EUR,60.00,0.00,60.00,160.00,NORTH
  2026-11-01,P-1002,payment,,EUR,-10.00,0.00,-10.00,150.00,NORTH
  2026-10-05,INV-1006,invoice,2026-11-04,EUR,7.00,0.00,7.00,157.00,SOUTH
$ clerk report statement --customer NORTH | head -10
  Harbour & Finch: statement
  NORTH, 2026-11-22
  
  Top North
  
  Account  NORTH
  Date     2026-11-22
  
  A look at one branch: it stands on the statement of TOP.
  
$ clerk statement list --customer TOP --format csv
  number,customer,kind,from,date,currency,balance,journal
  ST-1004,TOP,open-item,,2026-11-22,EUR,157.00,20
$ clerk report customer --customer TOP | head -8
  TOP  Top Group
  as of 2026-11-22
  
  On its statement  NORTH, SOUTH
  Terms             NET30 (the book's)
  Credit limit      none
  
  Aging
$ clerk customer show TOP
  code       TOP
  name       Top Group
  kind       business
  currency   EUR
  terms      NET30 (the book's)
  statement  open items
  limit      none
  balance    100.00 EUR
  overdue    100.00 EUR, oldest 51 days
  
  On its statement
  Customer  Name       Cur  Balance
  --------  ---------  ---  -------
  TOP       Top Group  EUR   100.00
  NORTH     Top North  EUR    50.00
  SOUTH     Top South  EUR     7.00
                            -------
  Total                      157.00
  
  Open items
    Document  Kind     Date        Due         Cur  Amount    Open  Days
    --------  -------  ----------  ----------  ---  ------  ------  ----
  ! INV-1004  invoice  2026-09-02  2026-10-02  EUR  100.00  100.00    51
$ clerk report aging --family TOP --by parent --format csv
  customer,name,currency,current,1-30,31-60,61-90,over-90,unapplied,total,disputed
  EAST,Top East,EUR,0.00,1000.00,0.00,0.00,0.00,0.00,1000.00,0.00
  NORTH,Top North,EUR,0.00,67.00,0.00,0.00,0.00,-10.00,57.00,0.00
  TOP,Top Group,EUR,0.00,0.00,100.00,0.00,0.00,0.00,100.00,0.00
$ clerk report aging --family TOP --by parent
  Aging
  as of 2026-11-22, by due date, posted
  
    Group  Name       Cur  Current      1-30   31-60  61-90  Over 90  Unapplied     Total  Disputed
    -----  ---------  ---  -------  --------  ------  -----  -------  ---------  --------  --------
  ! EAST   Top East   EUR        .  1,000.00       .      .        .          .  1,000.00         .
  ! NORTH  Top North  EUR        .     67.00       .      .        .     -10.00     57.00         .
  ! TOP    Top Group  EUR        .         .  100.00      .        .          .    100.00         .
                           -------  --------  ------  -----  -------  ---------  --------  --------
    Total             EUR     0.00  1,067.00  100.00   0.00     0.00     -10.00  1,157.00      0.00
$ clerk report aging --family TOP --detail
  Aging, item by item
  as of 2026-11-22, by due date, posted
  
    Customer Name      Document No. Issued     Due        Days Cur Current     1-30  31-60 61-90 Over 90 Unapplied    Total Disputed
    -------- --------- -------- --- ---------- ---------- ---- --- ------- -------- ------ ----- ------- --------- -------- --------
  ! EAST     Top East  INV-1007   1 2026-10-05 2026-11-04   18 EUR       . 1,000.00      .     .       .         . 1,000.00        .
                                                                   ------- -------- ------ ----- ------- --------- -------- --------
  ! EAST     Top East                                          EUR    0.00 1,000.00   0.00  0.00    0.00      0.00 1,000.00     0.00
  ! NORTH    Top North INV-1005   1 2026-10-02 2026-11-01   21 EUR       .    60.00      .     .       .         .    60.00        .
    NORTH    Top North P-1002     1 2026-11-01 2026-11-01      EUR       .        .      .     .       .    -10.00   -10.00        .
                                                                   ------- -------- ------ ----- ------- --------- -------- --------
  ! NORTH    Top North                                         EUR    0.00    60.00   0.00  0.00    0.00    -10.00    50.00     0.00
  ! SOUTH    Top South INV-1006   1 2026-10-05 2026-11-04   18 EUR       .     7.00      .     .       .         .     7.00        .
                                                                   ------- -------- ------ ----- ------- --------- -------- --------
  ! SOUTH    Top South                                         EUR    0.00     7.00   0.00  0.00    0.00      0.00     7.00     0.00
  ! TOP      Top Group INV-1004   1 2026-09-02 2026-10-02   51 EUR       .        . 100.00     .       .         .   100.00        .
                                                                   ------- -------- ------ ----- ------- --------- -------- --------
  ! TOP      Top Group                                         EUR    0.00     0.00 100.00  0.00    0.00      0.00   100.00     0.00
                                                                   ------- -------- ------ ----- ------- --------- -------- --------
    Total                                                      EUR    0.00 1,067.00 100.00  0.00    0.00    -10.00 1,157.00     0.00
$ clerk book verify 2>&1 | sed 's/head .*/head/'
  verified: 20 entries, 10 documents, head
