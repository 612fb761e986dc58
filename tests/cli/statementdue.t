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
# A cycle that is none is refused, and nothing is drawn.
$ clerk statement send --cycle montly --into x.pdf
! arledger: --cycle: 'montly' is no cycle of statements: weekly, monthly, quarterly or never, with a day as weekly:fri or monthly:15
= 65
$ test -e x.pdf || echo nothing drawn
  nothing drawn
$ clerk statement due --cycle montly
! arledger: --cycle: 'montly' is no cycle of statements: weekly, monthly, quarterly or never, with a day as weekly:fri or monthly:15
= 65
# Twice on a day the same is a slip: skipped, unless it is asked for; whoever is named gets it and it is told.
$ clerk -q statement send --cycle monthly --as-of 2026-11-20 >/dev/null
$ clerk statement send --cycle monthly --as-of 2026-11-20
  Statements
  
    Customer  Name         Cur  Balance  Statement  Skipped, since
    --------  -----------  ---  -------  ---------  -------------------
  ! MID       Middle Ltd   EUR   100.00             sent today: ST-1004
  ! MONTH     Monthly Ltd  EUR   100.00             sent today: ST-1005
  
  0 statements written, 2 skipped, 2 of them since one for the same period went today: --again sends them once more
! 0 statements written, 2 skipped, 2 of them since one for the same period went today: --again sends them once more
$ clerk -q statement send --cycle monthly --as-of 2026-11-21 --format csv
  customer,name,currency,balance,statement,skipped
  MID,Middle Ltd,EUR,100.00,ST-1006,
  MONTH,Monthly Ltd,EUR,100.00,ST-1007,
  ST-1006
$ clerk -q statement send --cycle monthly --as-of 2026-11-20 --kind activity --format csv
  customer,name,currency,balance,statement,skipped
  MID,Middle Ltd,EUR,100.00,ST-1008,
  MONTH,Monthly Ltd,EUR,100.00,ST-1009,
  ST-1008
$ clerk statement send --cycle monthly --as-of 2026-11-20 --again --format csv
  customer,name,currency,balance,statement,skipped
  MID,Middle Ltd,EUR,100.00,ST-1010,
  MONTH,Monthly Ltd,EUR,100.00,ST-1011,
  ST-1010
! 2 statements written, 0 skipped
$ clerk statement send --customer MID --as-of 2026-11-20 --format csv
  customer,name,currency,balance,statement,skipped
  MID,Middle Ltd,EUR,100.00,ST-1012,
  ST-1012
! 1 statement written, 0 skipped; today went already: ST-1010 to MID
$ clerk statement issue MID --as-of 2026-11-20 | tail -1
  ST-1013
! ST-1013 says 100.00 EUR on 2026-11-20 (ST-1012 went today already)
$ arledger --now 2026-11-23T12:00:00Z --actor anna --locale C.UTF-8 -q statement send --cycle monthly --as-of 2026-11-20 --format csv
  customer,name,currency,balance,statement,skipped
  MID,Middle Ltd,EUR,100.00,ST-1014,
  MONTH,Monthly Ltd,EUR,100.00,ST-1015,
  ST-1014
