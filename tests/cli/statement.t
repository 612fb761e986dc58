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
