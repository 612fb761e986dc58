# What is not finished at a month's end: draft batches block its close, lines of the bank that are in no match are named.
$ clerk -q book new --company "Harbour & Finch" --currency EUR --sandbox
$ clerk -q customer add --code ACME --name "Acme Holdings"
  ACME
$ printf 'Date,Amount,Currency,Name,Text\n2026-10-30,45.00,EUR,NOBODY,thanks\n2026-10-31,-2.50,EUR,,SERVICE FEE\n2026-11-02,-2.50,EUR,,SERVICE FEE\n' >bank.csv
$ clerk -q --yes bank import bank.csv --account 1200
  3
$ clerk -q batch open --date 2026-10-29 --count 1 --total 10
  2026-10-29/A
$ clerk -q batch open --date 2026-11-03 --count 1 --total 10
  2026-11-03/A
$ clerk --dry-run period close --month 2026-10
! arledger: 2026-10 cannot be closed: 1 batch is not posted: 2026-10-29/A
= 65
$ clerk period close --month 2026-10
! arledger: 2026-10 cannot be closed: 1 batch is not posted: 2026-10-29/A
= 65
$ clerk -q --yes batch drop 2026-10-29/A --reason "entered twice"
  2026-10-29/A
$ clerk period close --month 2026-10 | sed 's/[0-9a-f]\{64\}/HASH/'
  Harbour & Finch: close report
  2026-10
  
  Period       2026-10
  State        closed
  Closed by    anna
  On the head  HASH
  
  Checklist
  note  2 lines of the bank up to 2026-10-31 are in no match
  
  What was open, as frozen
  Account  Customers  Cur  Current  1-30  31-60  61-90  Over 90  Credits  Total  In base
  -------  ---------  ---  -------  ----  -----  -----  -------  -------  -----  -------
  (nothing to show)
  
  Sub-ledger 0.00 = control account, difference 0.00
  
  Steps
  closed  now by anna, entry 7
! 2026-10 is closed: what is dated in it is posted on 2026-11-01; 2 lines of the bank up to 2026-10-31 are in no match
$ clerk bank post --line 2 --against 6110
  Booked from the bank
  
  Line  Booked      Name         Amount  Made     Customer  What and why
  ----  ----------  -----------  ------  -------  --------  -----------------
     2  2026-10-31  SERVICE FEE   -2.50  BE-1001            6110 Bank charges
! 1 line booked, 2 left; posted on 2026-11-01, since 2026-10 is closed
$ clerk -q bank post --line 1 --customer ACME
  Booked from the bank
  
  Line  Booked      Name    Amount  Made    Customer  What and why
  ----  ----------  ------  ------  ------  --------  ---------------------------------
     1  2026-10-30  NOBODY   45.00  P-1001  ACME      as said; no rule of autocash fits
  P-1001
$ clerk --dry-run period close --month 2026-10
! arledger: 2026-10 is closed already
= 65
$ clerk book verify -q

# Money that came in a month which is closed meanwhile is not dated ahead: it counts from the next one on.
$ clerk -q -b late.arl book new --company "Harbour & Finch" --currency EUR --sandbox
$ clerk -q -b late.arl customer add --code BETA --name "Beta SA"
  BETA
$ clerk -q --yes -b late.arl period close --month 2026-11 >/dev/null
$ clerk -b late.arl payment receive --customer BETA --amount 10 --date 2026-11-20
  P-1001
! P-1001: 10.00 EUR from BETA; 10.00 EUR left unapplied; posted on 2026-12-01, since 2026-11 is closed
$ clerk -b late.arl payment receive --customer BETA --amount 20 --date 2026-12-20 --method cheque -q
  P-1002
$ clerk -b late.arl payment list --customer BETA
  Payments
  BETA Beta SA
  
  Number  Customer  Date        Method    Reference  Cur  Amount  Unapplied  Status
  ------  --------  ----------  --------  ---------  ---  ------  ---------  -----------
  P-1001  BETA      2026-11-20  transfer             EUR   10.00      10.00  next period
  P-1002  BETA      2026-12-20  cheque               EUR   20.00      20.00  post-dated
                                                          ------  ---------
  Total                                                    30.00      30.00
