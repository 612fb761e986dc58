# Reports that come by themselves: what is kept under a name, days that move, and the line for cron.
$ clerk book new --company "Northwind Lights" --currency USD --sandbox 2>&1
  a new TEST book for Northwind Lights in USD: book.arl
$ clerk customer add --code ACME --name "Acme Holdings" --collector anna >/dev/null
! customer ACME is opened: Acme Holdings, in USD
$ clerk customer add --code BOR --name "Borealis" --collector ben >/dev/null
! customer BOR is opened: Borealis, in USD
$ clerk invoice issue --customer ACME --date 2026-09-20 --due 2026-10-20 --amount 100.00 2>&1
  INV-1001
  INV-1001 of ACME: 100.00 USD, due 2026-10-20
$ clerk invoice issue --customer BOR --date 2026-11-10 --due 2026-12-10 --amount 900.00 2>&1
  INV-1002
  INV-1002 of BOR: 900.00 USD, due 2026-12-10
$ clerk payment receive --customer ACME --date 2026-10-28 --amount 30.00 --apply INV-1001=30.00 >/dev/null 2>&1
# days that move with today are kept as they were said; others are the day that they were
$ clerk view save --name october --shows "report cash --from 'month-start -1' --to 'month-end -1'"
  october
! october is saved: report cash --from 'month-start -1' --to 'month-end -1'
$ clerk view show october --format csv
  date,number,kind,customer,name,method,reference,currency,amount,unapplied,reversal
  2026-10-28,P-1001,payment,ACME,Acme Holdings,transfer,,USD,30.00,0.00,
$ clerk view show october --from 11-01 --to t --format csv
  date,number,kind,customer,name,method,reference,currency,amount,unapplied,reversal
$ clerk --today 2027-01-05 view show october --format csv
  date,number,kind,customer,name,method,reference,currency,amount,unapplied,reversal
$ clerk view save --name fixed --shows "report aging --as-of 11-01"
  fixed
! fixed is saved: report aging --as-of 2026-11-01
# one's own goes before everybody's, and nobody else has it
$ clerk view save --name mine --shows "report aging --collector anna"
  mine
! mine is saved: report aging --collector anna
$ clerk view save --name mine --mine --shows "report aging --collector ben"
  mine
! mine is saved for you alone: report aging --collector ben
$ clerk view show MINE --format csv
  customer,name,currency,current,1-30,31-60,61-90,over-90,unapplied,total,disputed,owner
  BOR,Borealis,USD,900.00,0.00,0.00,0.00,0.00,0.00,900.00,0.00,ben
$ clerk view list --format csv
  name,shows,by,for
  fixed,report aging --as-of 2026-11-01,anna,all
  mine,report aging --collector ben,anna,me
  mine,report aging --collector anna,anna,all
  october,report cash --from 'month-start -1' --to 'month-end -1',anna,all
$ arledger --now 2026-11-22T12:00:00Z --actor bob --locale C.UTF-8 view show mine --format csv
  customer,name,currency,current,1-30,31-60,61-90,over-90,unapplied,total,disputed,owner
  ACME,Acme Holdings,USD,0.00,0.00,70.00,0.00,0.00,0.00,70.00,0.00,anna
$ arledger --now 2026-11-22T12:00:00Z --actor bob --locale C.UTF-8 view list --format csv
  name,shows,by,for
  fixed,report aging --as-of 2026-11-01,anna,all
  mine,report aging --collector anna,anna,all
  october,report cash --from 'month-start -1' --to 'month-end -1',anna,all
$ arledger --now 2026-11-22T12:00:00Z --actor bob --locale C.UTF-8 view show anna/mine
! arledger: no list is saved as anna/mine; `view list` shows those that are
= 65
$ clerk view remove mine
  mine
! mine is no saved list any more
$ clerk view show mine --format csv
  customer,name,currency,current,1-30,31-60,61-90,over-90,unapplied,total,disputed,owner
  ACME,Acme Holdings,USD,0.00,0.00,70.00,0.00,0.00,0.00,70.00,0.00,anna
# what cannot be shown is not saved
$ clerk view save --name x --shows "report aging --buckets 5,3"
! arledger: --buckets "5,3": write up to 12 ascending numbers of days, as in "0,30,60,90", or "months"
= 65
$ clerk view save --name x --shows "report aging --where 'moon > 3'"
! arledger: --where: there is no column "moon" (character 1 of the filter); there are: customer, name, currency, current, 1-30, 31-60, 61-90, over-90, unapplied, total, disputed, owner
= 65
$ clerk view save --name x --shows "report statement NOBODY"
! arledger: there is no customer NOBODY; `customer list --search` finds codes
= 65
$ clerk view save --name x --shows "view show mine"
! arledger: --shows: a saved list cannot stand on another one
= 2
$ clerk view show
! arledger: --name is missing: a saved list, and what is to be otherwise than it was saved
= 2
$ clerk view show moon
! arledger: no list is saved as moon; `view list` shows those that are
= 65
# the line: program and book in full, what moves goes on moving, % as cron wants it
$ mkdir -p "re ports"; line() { clerk report schedule "$@" 2>say | sed "s,$(pwd -P),HERE,g; s,[^ ]*/arledger,PROGRAM,"; sed "s,$(pwd -P),HERE," say >&2; }
> line aging --at "mon 07:00"; line "aging --collector anna" --detail --at "business days 7:05"
> line cash --from "month-start -1" --to "month-end -1" --at "monthly last 18:00" --folder "re ports"
> line october --at "monthly 1 06:00" --folder "re ports" --as csv
> line october --customer ACME --at "daily 06:00"
  0 7 * * 1 LC_ALL=C.UTF-8 PROGRAM -b HERE/book.arl --no-input report aging
  5 7 * * 1-5 LC_ALL=C.UTF-8 PROGRAM -b HERE/book.arl --no-input report aging --detail --collector anna
  0 18 28-31 * * [ "$(date -d tomorrow +\%d)" = 01 ] && LC_ALL=C.UTF-8 PROGRAM -b HERE/book.arl --no-input report cash --from 'month-start -1' --to 'month-end -1' --format pdf --force -o 'HERE/re ports/cash-'"$(date +\%F)".pdf
  0 6 1 * * LC_ALL=C.UTF-8 PROGRAM -b HERE/book.arl --no-input view show october --format csv --force -o 'HERE/re ports/october-'"$(date +\%F)".csv
  0 6 * * * LC_ALL=C.UTF-8 PROGRAM -b HERE/book.arl --no-input view show october --customer ACME
! this line for `crontab -e` brings it each Monday at 07:00, as a mail of cron's; nothing is installed
! this line for `crontab -e` brings it each day from Monday to Friday at 07:05, as a mail of cron's; nothing is installed
! this line for `crontab -e` brings it on the last day of each month at 18:00 into HERE/re ports; nothing is installed
! this line for `crontab -e` brings it on day 1 of each month at 06:00 into HERE/re ports; nothing is installed
! this line for `crontab -e` brings it each day at 06:00, as a mail of cron's; nothing is installed
# it is what sh runs: a file of the day in the folder
$ clerk report schedule aging --collector anna --at "daily 07:00" --folder "re ports" --as csv 2>/dev/null >tab
> sed 's/^[^ ]* [^ ]* [^ ]* [^ ]* [^ ]* //; s/\\%/%/g' tab >script; sh script && cat "re ports/aging-$(date +%F).csv"
  customer,name,currency,current,1-30,31-60,61-90,over-90,unapplied,total,disputed,owner
  ACME,Acme Holdings,USD,0.00,0.00,70.00,0.00,0.00,0.00,70.00,0.00,anna
# whatever the report would say is said now
$ clerk report schedule aging --at "daily"
! arledger: --at: "daily" is no time that comes again; right would be `daily 07:00`, `mon 07:00`, `mon,thu 07:00`, `business days 07:00`, `monthly 1 07:00` or `monthly last 07:00`
= 65
$ clerk report schedule aging --at "monthly 30 7:00"
! arledger: --at: not every month has a day 30; `monthly last` is its last day, 1 to 28 the others
= 65
$ clerk report schedule aging --buckets 5,3 --at "daily 7:00"
! arledger: --buckets "5,3": write up to 12 ascending numbers of days, as in "0,30,60,90", or "months"
= 65
$ clerk report schedule aging --moon --at "daily 7:00"
! arledger: unknown argument --moon: did you mean --more?
= 2
$ clerk report schedule statement NOBODY --at "daily 7:00"
! arledger: there is no customer NOBODY; `customer list --search` finds codes
= 65
$ clerk report schedule moon --at "daily 7:00"
! arledger: no list is saved as moon; `view list` shows those that are
= 65
$ clerk report schedule "customer add" --at "daily 7:00"
! arledger: there is no customer add; `customer list --search` finds codes
= 65
$ clerk report schedule aging --at "daily 7:00" --as pdf
! arledger: a pdf is nothing for cron's mail; --folder says where the files go, and --mail to whom a pdf goes by way of the outbox
= 2
$ clerk report schedule aging --at "daily 7:00" --mail boss@northwind.test 2>&1 | sed "s,$(pwd -P),HERE,; s,[^ ]*/arledger,PROGRAM,"
  MAILTO=boss@northwind.test
  0 7 * * * LC_ALL=C.UTF-8 PROGRAM -b HERE/book.arl --no-input report aging
  these lines for `crontab -e` bring it each day at 07:00, as a mail of cron's to boss@northwind.test, like all below it; nothing is installed
$ clerk report schedule aging --at "daily 7:00" --mail "boss at home"
! arledger: --mail: 'boss at home' is no mail address; one is like billing@example.com, several are parted by commas
= 65
$ clerk report schedule aging --at "daily 7:00" --mail boss@northwind.test --folder .
! arledger: --mail and --folder: what goes into a folder is printed nowhere and so not mailed; give one of them
= 2
$ clerk report schedule aging --at "daily 7:00" --mail boss@northwind.test --as xlsx
! arledger: a xlsx is nothing for cron's mail; --folder says where the files go
= 2
$ clerk report schedule aging --at "daily 7:00" --folder nowhere
! arledger: --folder nowhere is not there
= 65
$ clerk report schedule aging --at "daily 7:00" --folder tab 2>&1 | sed "s,$(pwd -P),HERE,"
  arledger: --folder: HERE/tab is no folder
$ clerk report schedule --at "daily 7:00"
! arledger: --report is missing: a report with its arguments, or a saved list: "aging --collector anna"
= 2
# a PDF by mail goes by way of the outbox, once a day: the line is what sh runs
$ clerk report schedule aging --collector anna --at "daily 7:00" --mail boss@northwind.test --as pdf 2>&1 | sed "s,$(pwd -P),HERE,; s,[^ ]*/arledger,PROGRAM,"
  0 7 * * * LC_ALL=C.UTF-8 PROGRAM -b HERE/book.arl --no-input -q --op-id aging-c8fea6ba-"$(date +\%F)" report mail 'report aging --collector anna' --mail boss@northwind.test >/dev/null
  this line for `crontab -e` brings it each day at 07:00 into the outbox for boss@northwind.test; `outbox run` sends it; nothing is installed
$ clerk report schedule fixed --at "daily 7:00" --mail "boss@northwind.test, audit@northwind.test" --as pdf 2>/dev/null >two
$ sed 's/^[^ ]* [^ ]* [^ ]* [^ ]* [^ ]* //; s/\\%/%/g; s/LC_ALL=[^ ]* //; s,[^ ]*/arledger -b,clerk -b,' two >script; sh script; sh script
$ clerk outbox list --format csv | cut -d, -f1-6
  mail,state,customer,number,to,subject
  1,waiting,,fixed-12,"boss@northwind.test, audit@northwind.test"
