# What is sent is kept as it went out: many statements at once, who got none and why, drawn again the same.
$ clerk book new --company "Harbour & Finch" --currency EUR --sandbox -q
$ clerk customer add --code ACME --name "Acme Holdings Ltd" --address "12 Long Wharf, Boston" --cycle monthly -q
  ACME
$ clerk customer add --code BORG --name "Borg AS" --cycle none -q
  BORG
$ clerk customer add --code CRED --name "Crédit Lampes" --cycle monthly -q
  CRED
$ clerk customer add --code DUST --name "Dust & Co" --cycle monthly -q
  DUST
$ clerk customer add --code EMPTY --name "Never Billed" --cycle monthly -q
  EMPTY
$ clerk customer add --code GONE --name "Gone Ltd" --cycle monthly -q
  GONE
$ clerk customer add --code QUIT --name "Quits GmbH" --cycle weekly -q
  QUIT
$ clerk customer add --code HAIER --name "海尔集团公司" -q
  HAIER
$ clerk rate add --currency USD --date 2026-01-01 --rate 0.9 -q
  USD
$ clerk invoice issue --customer ACME --date 2026-10-02 --amount 100 -q
  INV-1001
$ clerk invoice issue --customer ACME --date 2026-10-05 --amount 30 --currency USD --number U-1 -q
  U-1
$ clerk invoice issue --customer BORG --date 2026-10-02 --amount 100 -q
  INV-1002
$ clerk credit issue --customer CRED --date 2026-10-02 --amount 40 --reason damaged -q
  CM-1001
$ clerk invoice issue --customer DUST --date 2026-10-02 --amount 0.40 -q
  INV-1003
$ clerk invoice issue --customer GONE --date 2026-10-02 --amount 300 -q
  INV-1004
$ clerk customer insolvent --customer GONE --date 2026-11-01 -q
  GONE
$ clerk invoice issue --customer QUIT --date 2026-10-02 --amount 50 -q
  INV-1005
$ clerk payment receive --customer QUIT --amount 50 --date 2026-10-20 --auto -q
  P-1001
$ clerk invoice issue --customer HAIER --date 2026-10-02 --amount 70 -q
  INV-1006
$ clerk statement send
! arledger: to whom? give --all, --due, --cycle, --collector or --customer
= 2
$ clerk statement send --all --into a.pdf --folder b
! arledger: --into is one file, --folder many; give one of them
= 2
$ clerk --dry-run statement send --all --minimum 1 --into all.pdf
  Statements
  
    Customer  Name               Cur  Balance  Statement  Skipped, since
    --------  -----------------  ---  -------  ---------  ---------------------------
    ACME      Acme Holdings Ltd  EUR   100.00  ST-1001
    ACME      Acme Holdings Ltd  USD    30.00  ST-1002
  ! BORG      Borg AS            EUR   100.00             excluded: its cycle is none
  ! CRED      Crédit Lampes      EUR   -40.00             we owe it
  ! DUST      Dust & Co          EUR     0.40             below the minimum
  ! EMPTY     Never Billed       EUR        .             nothing was ever billed
  ! GONE      Gone Ltd           EUR   300.00             it is insolvent
    HAIER     海尔集团公司       EUR    70.00  ST-1003
  ! QUIT      Quits GmbH         EUR        .             nothing is owed
  
  3 statements written, 6 skipped
  ST-1001
! 3 statements written, 6 skipped
! dry run: nothing was kept
$ test -e all.pdf || echo nothing drawn
  nothing drawn
$ clerk sent list
  Sent
  
  Id  Date  Customer  Name  Kind  Number  By  To  Written  Entry
  --  ----  --------  ----  ----  ------  --  --  -------  -----
  (nothing to show)
$ clerk statement send --all --minimum 1 --into all.pdf
  Statements
  
    Customer  Name               Cur  Balance  Statement  Skipped, since
    --------  -----------------  ---  -------  ---------  ---------------------------
    ACME      Acme Holdings Ltd  EUR   100.00  ST-1001
    ACME      Acme Holdings Ltd  USD    30.00  ST-1002
  ! BORG      Borg AS            EUR   100.00             excluded: its cycle is none
  ! CRED      Crédit Lampes      EUR   -40.00             we owe it
  ! DUST      Dust & Co          EUR     0.40             below the minimum
  ! EMPTY     Never Billed       EUR        .             nothing was ever billed
  ! GONE      Gone Ltd           EUR   300.00             it is insolvent
    HAIER     海尔集团公司       EUR    70.00  ST-1003
  ! QUIT      Quits GmbH         EUR        .             nothing is owed
  
  3 statements written, 6 skipped
  ST-1001
! 3 statements written, 6 skipped; 3 drawn
$ pdftotext -layout all.pdf - | grep -c "Statement  *ST-"
  3
$ clerk statement send --all --into all.pdf
! arledger: all.pdf exists; name another file, or replace it with --force
= 73
$ clerk --force statement send --customer ACME --customer DUST --folder out --credits
  Statements
  
  Customer  Name               Cur  Balance  Statement  Skipped, since
  --------  -----------------  ---  -------  ---------  --------------
  ACME      Acme Holdings Ltd  EUR   100.00  ST-1004
  ACME      Acme Holdings Ltd  USD    30.00  ST-1005
  DUST      Dust & Co          EUR     0.40  ST-1006
  
  3 statements written, 0 skipped; today went already: ST-1001 to ACME, ST-1002 to ACME
  ST-1004
! 3 statements written, 0 skipped; today went already: ST-1001 to ACME, ST-1002 to ACME; 3 drawn
$ ls out
  ST-1004-ACME.pdf
  ST-1005-ACME.pdf
  ST-1006-DUST.pdf
$ clerk statement send --cycle MONTHLY --credits --zero --kind activity --from 2026-10-01 --folder out -q
  Statements
  
    Customer  Name               Cur  Balance  Statement  Skipped, since
    --------  -----------------  ---  -------  ---------  -----------------------
    ACME      Acme Holdings Ltd  EUR   100.00  ST-1007
    ACME      Acme Holdings Ltd  USD    30.00  ST-1008
    CRED      Crédit Lampes      EUR   -40.00  ST-1009
    DUST      Dust & Co          EUR     0.40  ST-1010
  ! EMPTY     Never Billed       EUR        .             nothing was ever billed
  ! GONE      Gone Ltd           EUR   300.00             it is insolvent
  
  4 statements written, 2 skipped
  ST-1007
$ ls out
  ST-1004-ACME.pdf
  ST-1005-ACME.pdf
  ST-1006-DUST.pdf
  ST-1007-ACME.pdf
  ST-1008-ACME.pdf
  ST-1009-CRED.pdf
  ST-1010-DUST.pdf
# our address and the customer's change; what was sent does not
$ clerk sent show ST-1001 --format pdf -o before.pdf
$ clerk customer set --code ACME --name "Acme Lighting" -q
  ACME
$ clerk book set --name company --value "Harbour, Finch & Son" -q
  company
$ clerk sent show ST-1001 --format pdf -o after.pdf
$ cmp before.pdf after.pdf && echo the same
  the same
$ clerk sent show 1
  Harbour & Finch: statement
  ACME, 2026-11-22
  
  Acme Holdings Ltd
  12 Long Wharf, Boston
  
  Account    ACME
  Statement  ST-1001
  Date       2026-11-22
  
    Date        Document  Kind     Due         Cur  Amount  Applied    Open  Balance
    ----------  --------  -------  ----------  ---  ------  -------  ------  -------
  ! 2026-10-02  INV-1001  invoice  2026-11-01  EUR  100.00        .  100.00   100.00
  
  Balance 100.00 EUR
  
  Current    1-30  31-60  61-90  Over 90  Unapplied   Total
  -------  ------  -----  -----  -------  ---------  ------
        .  100.00      .      .        .          .  100.00
  
  ------------------------------------------------------------------------------------------------------------------------------------
  Please return this part with your payment, or quote the reference.
  Account     ACME, Acme Holdings Ltd
  To be paid  100.00 EUR
  Reference   RF54 ACME
$ clerk sent list --customer ACME
  Sent
  ACME Acme Lighting
  
  Id  Date        Customer  Name           Kind       Number   By    To  Written               Entry
  --  ----------  --------  -------------  ---------  -------  ----  --  --------------------  -----
   1  2026-11-22  ACME      Acme Lighting  statement  ST-1001  file      2026-11-22T12:00:00Z     21
   2  2026-11-22  ACME      Acme Lighting  statement  ST-1002  file      2026-11-22T12:00:00Z     21
   4  2026-11-22  ACME      Acme Lighting  statement  ST-1004  file      2026-11-22T12:00:00Z     22
   5  2026-11-22  ACME      Acme Lighting  statement  ST-1005  file      2026-11-22T12:00:00Z     22
   7  2026-11-22  ACME      Acme Lighting  statement  ST-1007  file      2026-11-22T12:00:00Z     23
   8  2026-11-22  ACME      Acme Lighting  statement  ST-1008  file      2026-11-22T12:00:00Z     23
$ clerk sent print --number ST-1003 --into one.pdf
! 1 page drawn
$ pdftotext one.pdf - | grep ST-1003
  ST-1003
$ clerk sent print --number ST-9 --into none.pdf
! arledger: nothing was sent that fits; nothing is drawn
= 65
$ test -e none.pdf || echo none
  none
$ clerk sent show ST-9
! arledger: 'ST-9' was never sent; `sent list` shows what was
= 65
$ clerk sent show 99
! arledger: nothing was sent under 99; `sent list` shows what was
= 65
$ clerk book verify -q
