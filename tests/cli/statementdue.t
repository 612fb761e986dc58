# Cycles of statements: who is due on a day, who is skipped and why, and what send --due sends.
$ clerk -q book new --company "Northwind Lights" --currency EUR --sandbox
$ clerk -q customer add --code MONTH --name "Monthly Ltd" --cycle monthly
  MONTH
$ clerk -q customer add --code MID --name "Middle Ltd" --cycle monthly:15
  MID
$ clerk -q customer add --code FRI --name "Friday GmbH" --cycle weekly:fri
  FRI
$ clerk -q customer add --code QUART --name "Quarter SA" --cycle quarterly
  QUART
$ clerk -q customer add --code NEVER --name "Never AG" --cycle never
  NEVER
$ clerk -q customer add --code UNSAID --name "Unsaid Ltd"
  UNSAID
$ clerk customer add --code BAD --name "Bad" --cycle daily
! arledger: 'daily' is no cycle of statements: weekly, monthly, quarterly or never, with a day as weekly:fri or monthly:15
= 65
$ clerk customer set MONTH --cycle monthly:40
! arledger: the day of a cycle is 1 to 31, the last of the month, as monthly:15
= 65
$ cat >lines <<'END'
> invoice issue --customer MONTH --date 2026-09-01 --amount 100
> invoice issue --customer MID --date 2026-09-01 --amount 100
> invoice issue --customer FRI --date 2026-09-01 --amount 5
> credit issue --customer QUART --date 2026-09-01 --amount 50
> invoice issue --customer NEVER --date 2026-09-01 --amount 100
> invoice issue --customer UNSAID --date 2026-09-01 --amount 100
> END
$ clerk -q run lines >/dev/null
$ clerk -q statement send --customer MONTH --as-of 2026-10-31 >/dev/null
$ clerk statement due --minimum 10
  Statements that are due
  
    Customer  Name         Cur  Balance  Statement  Skipped, since
    --------  -----------  ---  -------  ---------  -----------------------------------
  ! FRI       Friday GmbH  EUR     5.00             below the minimum
    MID       Middle Ltd   EUR   100.00
  ! MONTH     Monthly Ltd  EUR   100.00             sent already: ST-1001 of 2026-10-31
  ! NEVER     Never AG     EUR   100.00             excluded: its cycle is never
  ! QUART     Quarter SA   EUR   -50.00             we owe it
  
  1 due on 2026-11-22, 4 skipped
$ clerk statement due --cycle monthly --format csv
  customer,name,currency,balance,statement,skipped
  MID,Middle Ltd,EUR,100.00,,
  MONTH,Monthly Ltd,EUR,100.00,,sent already: ST-1001 of 2026-10-31
$ clerk statement send --due
  Statements
  
    Customer  Name         Cur  Balance  Statement  Skipped, since
    --------  -----------  ---  -------  ---------  -----------------------------------
    FRI       Friday GmbH  EUR     5.00  ST-1002
    MID       Middle Ltd   EUR   100.00  ST-1003
  ! MONTH     Monthly Ltd  EUR   100.00             sent already: ST-1001 of 2026-10-31
  ! NEVER     Never AG     EUR   100.00             excluded: its cycle is never
  ! QUART     Quarter SA   EUR   -50.00             we owe it
  
  2 statements written, 3 skipped
  ST-1002
! 2 statements written, 3 skipped
$ clerk statement due --format csv
  customer,name,currency,balance,statement,skipped
  FRI,Friday GmbH,EUR,5.00,,sent already: ST-1002 of 2026-11-22
  MID,Middle Ltd,EUR,100.00,,sent already: ST-1003 of 2026-11-22
  MONTH,Monthly Ltd,EUR,100.00,,sent already: ST-1001 of 2026-10-31
  NEVER,Never AG,EUR,100.00,,excluded: its cycle is never
  QUART,Quarter SA,EUR,-50.00,,we owe it
$ clerk statement due --date 2026-11-30 --format csv
  customer,name,currency,balance,statement,skipped
  FRI,Friday GmbH,EUR,5.00,,
  MID,Middle Ltd,EUR,100.00,,sent already: ST-1003 of 2026-11-22
  MONTH,Monthly Ltd,EUR,100.00,,
  NEVER,Never AG,EUR,100.00,,excluded: its cycle is never
  QUART,Quarter SA,EUR,-50.00,,we owe it
$ clerk statement send
! arledger: to whom? give --all, --due, --cycle, --collector or --customer
= 2
