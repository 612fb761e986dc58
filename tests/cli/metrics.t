# The figures of collection. 212,000 owed; sold 100,000 in April, 80,000 in March, 70,000 in February:
# 212 - 100 (30 days) - 80 (31 days) = 32 of 70, which is 12.8 of February's 28 days.
$ clerk -q book new --company "Harbour & Finch" --currency EUR --sandbox
$ clerk -q customer add --code ACME --name 'Acme Holdings'
  ACME
$ clerk -q customer add --code LAMP --name 北方灯具有限公司
  LAMP
$ clerk -q invoice issue --customer ACME --number A1 --amount 70000 --date 2026-02-10
  A1
$ clerk -q invoice issue --customer LAMP --number L1 --amount 80000 --date 2026-03-10
  L1
$ clerk -q invoice issue --customer ACME --number A2 --amount 100000 --date 2026-04-10
  A2
$ clerk -q payment receive --customer ACME --number P1 --amount 38000 --date 2026-03-24 --apply A1
  P1
$ clerk report dso --as-of 2026-04-30 --months 2 --format csv
  as_of,receivables,current,sales,dso,dso_simple,dso_best,add,cei,percent_current,percent_over_90,dso_is_more
  2026-03-31,112000.00,80000.00,80000.00,43.8,67.2,48,19.2,54.3,71.4,0,0
  2026-04-30,212000.00,100000.00,100000.00,73.8,76.3,36,40.3,0,47.2,0,0
$ clerk report dso --as-of 2026-04-15 --months 1 --format csv
  as_of,receivables,current,sales,dso,dso_simple,dso_best,add,cei,percent_current,percent_over_90,dso_is_more
  2026-04-15,212000.00,100000.00,100000.00,58.8,76.3,36,40.3,0,47.2,0,0
$ clerk report collected --as-of 2026-04-30 --months 3 --format csv
  month,billed,paid_in_time,paid_late,credited,discounted,written_off,moved,open,collected_percent
  2026-02,70000.00,0.00,38000.00,0.00,0.00,0.00,0.00,32000.00,54.3
  2026-03,80000.00,0.00,0.00,0.00,0.00,0.00,0.00,80000.00,0
  2026-04,100000.00,0.00,0.00,0.00,0.00,0.00,0.00,100000.00,0
$ clerk report metrics --as-of 2026-04-30 --format csv --where "metric=dso | metric=days_beyond_terms | metric=concentration"
  metric,value,unit,formula,figures
  dso,73.8,days,"receivables less the sales of month after month, back from the day","212,000.00 - 100,000.00 (30 days) - 80,000.00 (31 days) - 32,000.00 of 70,000.00 (12.8 days)"
  days_beyond_terms,12,days,"sum of paid x days late / sum of paid, by the day the money came","over 38,000.00 paid in 1 applications"
  concentration,5301,points,sum of (share of each customer in %) squared; 10000 = one owes all,over 2 customers
$ clerk report dso --months 0
! arledger: --months: from 1 to 120
= 65

# Cash to be expected: HABIT pays 10 days late, ACME promised, a credit is taken off first.
$ clerk -q customer add --code HABIT --name Habit
  HABIT
$ for day in 1 2 3 4 5; do clerk -q invoice issue --customer HABIT --number H$day --amount 100 --date 2026-06-0$day; clerk -q payment receive --customer HABIT --number HP$day --amount 100 --date 2026-07-1$day --apply H$day; done
  H1
  HP1
  H2
  HP2
  H3
  HP3
  H4
  HP4
  H5
  HP5
$ clerk -q invoice issue --customer HABIT --number H9 --amount 100 --date 2026-11-01
  H9
$ clerk -q credit issue --customer HABIT --number HC --amount 30 --date 2026-11-02
  HC
$ clerk -q promise take --customer ACME --invoices A2 --date 2026-12-10 --amount 100000
  1
$ clerk report forecast --weeks 4 --format csv
  week,expected,promised,terms,roll_rates,cumulated
  2026-11-23,112000.00,0.00,212000.00,9.00,112000.00
  2026-11-30,0.00,0.00,70.00,9.00,112000.00
  2026-12-07,100070.00,100000.00,0.00,9.00,212070.00
  2026-12-14,0.00,0.00,0.00,9.00,212070.00
  later,0.00,0.00,0.00,,212070.00
$ clerk report forecast --weeks 4 --customer HABIT --format csv
  week,expected,promised,terms,roll_rates,cumulated
  2026-11-23,0.00,0.00,0.00,,0.00
  2026-11-30,0.00,0.00,70.00,,0.00
  2026-12-07,70.00,0.00,0.00,,70.00
  2026-12-14,0.00,0.00,0.00,,70.00
  later,0.00,0.00,0.00,,70.00
$ clerk report forecast --weeks 0
! arledger: --weeks: from 1 to 104
= 65

# What is with an agency is not to be expected.
$ clerk -q placement make --customer LAMP --with agency --agency "Inkasso Nord" --date 2026-11-20
  1
$ clerk report forecast --weeks 4 --format csv
  week,expected,promised,terms,roll_rates,cumulated
  2026-11-23,32000.00,0.00,132000.00,9.00,32000.00
  2026-11-30,0.00,0.00,70.00,9.00,32000.00
  2026-12-07,100070.00,100000.00,0.00,9.00,132070.00
  2026-12-14,0.00,0.00,0.00,9.00,132070.00
  later,0.00,0.00,0.00,,132070.00

# What is disputed comes later, by as many days as cases of its reason took: 20 of the one, 10 of the other.
$ clerk -q dispute open H9 --reason QTY --date 2026-11-02 --amount 10
  1
$ clerk -q dispute resolve 1 --resolution paid --date 2026-11-22
  1
$ clerk -q dispute open H9 --reason PRICE --date 2026-11-02 --amount 10
  2
$ clerk -q dispute resolve 2 --resolution paid --date 2026-11-12
  2
$ clerk -q dispute open H9 --reason QTY --amount 10
  3
$ clerk -q dispute open H9 --reason PRICE --amount 10
  4
$ clerk report forecast --weeks 6 --customer HABIT --format csv
  week,expected,promised,terms,roll_rates,cumulated
  2026-11-23,0.00,0.00,0.00,,0.00
  2026-11-30,0.00,0.00,70.00,,0.00
  2026-12-07,0.00,0.00,0.00,,0.00
  2026-12-14,0.00,0.00,0.00,,0.00
  2026-12-21,0.00,0.00,0.00,,0.00
  2026-12-28,70.00,0.00,0.00,,70.00
  later,0.00,0.00,0.00,,70.00
# The chart of what was billed shows what the table adds up to: what became a deduction is moved.
$ clerk -q payment receive --customer LAMP --number P9 --amount 79990 --date 2026-05-02 --apply "L1=79990 deduct 10 PRICE" >/dev/null
$ clerk report collected --as-of 2026-05-31 --months 3 | sed -n '/what became/,/^Month/p' | sed 's/ *[#█▓▒░▚▞]*$//'
  Billed, by what became of it, EUR
  2026-03   80,000.00
  2026-04  100,000.00
  2026-05        0.00
  █ paid in time   ▓ paid late   ▒ open   ░ credited   ▚ discount   ▞ written off   ▖ moved
  
  Month        Billed  In time       Late  Credited  Discount  Written off  Moved        Open  Paid %

# A plan comes instalment after instalment; of an invoice that is promised in part only that part is, the rest comes by
# habit; a what-if takes the same as paid.
$ clerk -q customer add --code PLAN --name Plan
  PLAN
$ clerk -q customer add --code PART --name Part
  PART
$ clerk -q invoice issue --customer PLAN --number N1 --amount 300 --date 2026-10-01
  N1
$ clerk -q invoice issue --customer PART --number N2 --amount 650 --date 2026-10-01
  N2
$ clerk -q plan make --customer PLAN --months 3 --first 2026-12-01
  2
$ clerk -q promise take --customer PART --amount 250 --date 2026-12-10
  3
$ clerk report forecast --weeks 6 --customer PLAN --format csv
  week,expected,promised,terms,roll_rates,cumulated
  2026-11-23,0.00,0.00,300.00,,0.00
  2026-11-30,100.00,100.00,0.00,,100.00
  2026-12-07,0.00,0.00,0.00,,100.00
  2026-12-14,0.00,0.00,0.00,,100.00
  2026-12-21,0.00,0.00,0.00,,100.00
  2026-12-28,100.00,100.00,0.00,,200.00
  later,100.00,100.00,0.00,,300.00
$ clerk report forecast --weeks 6 --customer PART --format csv
  week,expected,promised,terms,roll_rates,cumulated
  2026-11-23,400.00,0.00,650.00,,400.00
  2026-11-30,0.00,0.00,0.00,,400.00
  2026-12-07,250.00,250.00,0.00,,650.00
  2026-12-14,0.00,0.00,0.00,,650.00
  2026-12-21,0.00,0.00,0.00,,650.00
  2026-12-28,0.00,0.00,0.00,,650.00
  later,0.00,0.00,0.00,,650.00
# A cheque in hand comes on its day, whatever is disputed; only the rest comes by habit. What it pays is not dunned and
# no call is about it.
$ clerk -q customer add --code CHEQUE --name Cheque
  CHEQUE
$ clerk -q invoice issue --customer CHEQUE --number N3 --amount 500 --date 2026-09-01
  N3
$ clerk -q invoice issue --customer CHEQUE --number N4 --amount 90 --date 2026-09-01
  N4
$ clerk -q payment receive --customer CHEQUE --number P10 --amount 578 --method cheque --reference 4711 --date 2026-12-19 --apply "N3=488; N4=90" >/dev/null
$ clerk report forecast --weeks 5 --customer CHEQUE --format csv
  week,expected,promised,terms,roll_rates,cumulated
  2026-11-23,12.00,0.00,590.00,,12.00
  2026-11-30,0.00,0.00,0.00,,12.00
  2026-12-07,0.00,0.00,0.00,,12.00
  2026-12-14,578.00,578.00,0.00,,590.00
  2026-12-21,0.00,0.00,0.00,,590.00
  later,0.00,0.00,0.00,,590.00
$ clerk dunning preview --customer CHEQUE --format csv
  customer,name,document,due,days_past_due,currency,open,disputed,credits,before,level,amount,fee,reason,why,pending
  CHEQUE,Cheque,N3,2026-10-01,52,EUR,500.00,0.00,488.00,,1,12.00,,,52 days past due; 488.00 in hand until 2026-12-19,
  CHEQUE,Cheque,N4,2026-10-01,52,EUR,90.00,0.00,90.00,,,,,in hand,cheque in hand until 2026-12-19,
$ clerk -q payment receive --customer CHEQUE --number P11 --amount 12 --method cheque --reference 4712 --date 2026-12-20 --apply N3 >/dev/null
$ clerk report worklist --customer CHEQUE --format csv
  score,customer,name,currency,overdue,oldest_days,why,last_contact,next,action,promise,phone,contact,collector,pending,next_owner,disputed,balance,waits,points
  -10,CHEQUE,Cheque,EUR,590.00,52,"spoken for, first time, no contact",,,,,,,,,,0.00,590.00,0,"'-50 all overdue is disputed, promised or in hand; 20 overdue, beside the other customers; 10 never late before; 10 nobody was in touch lately (for more than 14 days); -10 in all"
$ clerk payment reverse --payment P10 --reason nsf --date 2026-12-19 >/dev/null
! P10 over 578.00 EUR does not count from 2026-12-19 on (nsf), by REV-1001; open again: 488.00 of N3, 90.00 of N4
$ clerk report worklist --customer CHEQUE --format csv
  score,customer,name,currency,overdue,oldest_days,why,last_contact,next,action,promise,phone,contact,collector,pending,next_owner,disputed,balance,waits,points
  40,CHEQUE,Cheque,EUR,590.00,52,"first time, no contact",,,,,,,,,,0.00,590.00,1,"20 overdue, beside the other customers; 10 never late before; 10 nobody was in touch lately (for more than 14 days); 40 in all"
$ clerk report forecast --weeks 5 --customer CHEQUE --format csv
  week,expected,promised,terms,roll_rates,cumulated
  2026-11-23,578.00,0.00,590.00,,578.00
  2026-11-30,0.00,0.00,0.00,,578.00
  2026-12-07,0.00,0.00,0.00,,578.00
  2026-12-14,12.00,12.00,0.00,,590.00
  2026-12-21,0.00,0.00,0.00,,590.00
  later,0.00,0.00,0.00,,590.00
$ clerk report aging --as-of 2027-01-03 --promises kept --customer PLAN | tail -1
  What-if: 200.00 is promised by then and taken as paid; nothing is booked
$ clerk report aging --as-of 2027-01-03 --promises kept --customer PART | tail -1
  What-if: 250.00 is promised by then and taken as paid; nothing is booked
# Looking back it says in words which way a forecast was wrong.
$ clerk -q payment receive --customer PART --number PP --amount 50 --date 2026-10-20
  PP
$ clerk report forecast --as-of 2026-11-02 --weeks 1 | tr '\n' ' ' | grep -o "[0-9-]* [0-9.,]* expected.*%"
  2026-10 132,600.00 expected, 50.00 came: too high by 265100.0 %
$ clerk report forecast --as-of 2026-08-02 --weeks 1 | tr '\n' ' ' | grep -o "[0-9-]* [0-9.,]* expected.*%"
  2026-05 212,000.00 expected, 79,990.00 came: too high by 165.0 %; 2026-07 132,510.00 expected, 500.00 came: too high by 26402.0 %
$ clerk -q payment receive --customer PLAN --number PQ --amount 265020 --date 2026-09-15
  PQ
$ clerk report forecast --as-of 2026-10-02 --weeks 1 | tr '\n' ' ' | grep -o "2026-09 .*%"
  2026-09 132,010.00 expected, 265,020.00 came: too low by 50.2 %
