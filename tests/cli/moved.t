# Money that was nobody's, and money in another currency: whose it is now, and on which statement.
$ clerk book new --company "Harbour & Finch" --currency EUR --sandbox -q
$ clerk customer add --code ACME --name "Acme Ltd" --currency USD -q
  ACME
$ clerk customer add --code BETA --name "Beta SA" -q
  BETA
$ clerk payment receive --amount 500 --date 2026-11-02 --payer "Somebody Ltd" -q
  P-1001
$ clerk payment identify --payment P-1001 --customer BETA --date 2026-11-03 -q
  TR-1001
$ clerk payment show P-1001
  Receipt P-1001
  
  Harbour & Finch
  Unidentified when it came.
  Date    2026-11-02
  Method  transfer
  Payer   Somebody Ltd
  Amount  500.00 EUR
  ------------------------------------------------------------------------------------------------------------------------------------
  Applied
  Nothing is applied.
  Unapplied  500.00 EUR, with BETA
$ clerk payment reverse --payment P-1001 --reason stop -q
  REV-1001
$ clerk payment show P-1001 | sed -n '4p'
  REVERSED from 2026-11-22 on, by REV-1001: stop
$ clerk invoice issue --customer ACME --date 2026-11-02 --amount 100 --rate 0.9 -q
  INV-1001
$ clerk payment receive --customer ACME --date 2026-11-05 --amount "92.00 EUR" --settles "98.00 USD" --apply INV-1001 -q
  P-1002

# What is open is in dollars only: no empty sheet in euros.
$ clerk report statement ACME
  Harbour & Finch: statement
  ACME, 2026-11-22
  
  Acme Ltd
  
  Account  ACME
  Date     2026-11-22
  
  Date        Document  Kind     Due         Cur  Amount  Applied  Open  Balance
  ----------  --------  -------  ----------  ---  ------  -------  ----  -------
  2026-11-02  INV-1001  invoice  2026-12-02  USD  100.00    98.00  2.00     2.00
  
  Balance 2.00 USD
  
  Current  1-30  31-60  61-90  Over 90  Unapplied  Total
  -------  ----  -----  -----  -------  ---------  -----
     2.00     .      .      .        .          .   2.00
  
  ------------------------------------------------------------------------------------------------------------------------------------
  Please return this part with your payment, or quote the reference.
  Account     ACME, Acme Ltd
  To be paid  2.00 USD
  Reference   RF54 ACME
$ clerk report statement ACME --currency EUR | tail -3
  Balance 0.00 EUR
  
  Nothing is to be paid.

# What happened was in both.
$ clerk report statement ACME --kind activity | grep -E '^ACME|^Balance'
  ACME, 2026-11-01 to 2026-11-22
  Balance 0.00 EUR
  Balance 2.00 USD
