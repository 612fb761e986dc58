# Interest and lump sums that the law gives (RULES.md R7), by hand.
# Britain: 8 points over the Bank rate of the 31 December before interest starts, 4 + 8 = 12 %, whatever it is later:
# 3650 cost 1.20 a day; 40 below 1000, 70 below 10000, 100 from there on. Europe: 8 points over the rate of each half-year,
# ten days at 10 % (1.00 a day) and ten at 11 % (1.10): 21.00; 40 for any. A consumer pays none of it.
$ clerk -q book new --company "Harbour & Finch" --currency GBP --sandbox
$ cat >lines <<'END'
> charge-rate add --scheme uk --from 2025-12-31 --rate 4
> charge-rate add --scheme uk --from 2026-06-30 --rate 5
> charge-rate add --scheme eu --from 2026-01-01 --rate 2
> charge-rate add --scheme eu --from 2026-07-01 --rate 3
> rate add --currency EUR --date 2026-01-01 --rate 0.85
> customer add --code UK --name Uk
> customer add --code EU --name Eu
> customer add --code CON --name Con --kind consumer
> book set --name charge.scheme --value uk
> book set --name charge.scheme --value eu --customer EU
> invoice issue --customer UK --number U1 --date 2026-01-01 --due 2026-01-31 --amount 3650
> invoice issue --customer UK --number U2 --date 2026-01-01 --due 2026-01-31 --amount 999.99
> invoice issue --customer UK --number U3 --date 2026-01-01 --due 2026-01-31 --amount 1000
> invoice issue --customer UK --number U4 --date 2026-01-01 --due 2026-01-31 --amount 9999.99
> invoice issue --customer UK --number U5 --date 2026-01-01 --due 2026-01-31 --amount 10000
> invoice issue --customer EU --number E1 --date 2026-06-01 --due 2026-06-20 --amount 3650
> invoice issue --customer CON --number C1 --date 2026-06-01 --due 2026-06-20 --amount 3650
> END
$ clerk run lines >/dev/null 2>&1
$ clerk charge preview --upto 2026-02-10 --customer UK --format csv | cut -d, -f3,5-8,10,13
  document,kind,due,days,rate,open,proposed
  U1,interest,2026-01-31,10,12,3650.00,12.00
  U1,compensation,2026-01-31,,,3650.00,70.00
  U2,interest,2026-01-31,10,12,999.99,3.29
  U2,compensation,2026-01-31,,,999.99,40.00
  U3,interest,2026-01-31,10,12,1000.00,3.29
  U3,compensation,2026-01-31,,,1000.00,70.00
  U4,interest,2026-01-31,10,12,9999.99,32.88
  U4,compensation,2026-01-31,,,9999.99,70.00
  U5,interest,2026-01-31,10,12,10000.00,32.88
  U5,compensation,2026-01-31,,,10000.00,100.00
$ clerk charge preview --upto 2026-07-10 --all --format csv | grep -v ",U[2-5]," | cut -d, -f3,5-9,13,14
  document,kind,due,days,rate,currency,proposed,reason
  C1,interest,2026-06-20,20,12,GBP,0.00,interest of the law is for business customers
  E1,interest,2026-06-20,20,11,GBP,21.00,
  E1,compensation,2026-06-20,,,GBP,34.00,
  U1,interest,2026-01-31,160,12,GBP,192.00,
  U1,compensation,2026-01-31,,,GBP,70.00,
# without lump sums, due after 14 days; a maximum of 10 % makes 30.00 of 30 days, less what was charged
$ clerk -q book set --name charge.compensation --value no
  charge.compensation
$ clerk -q book set --name charge.due --value 14
  charge.due
$ clerk -q charge run --upto 2026-02-10 --customer UK
  1
$ clerk -q charge post --date 2026-02-10
  LC-1001
$ clerk item list --customer UK --format csv | grep LC | cut -d, -f2,5-9
  LC-1001,2026-02-10,2026-02-24,GBP,84.34,84.34
$ clerk -q book set --name charge.maximum-rate --value 10
  charge.maximum-rate
$ clerk charge preview --upto 2026-03-02 --customer UK --format csv | cut -d, -f3,7,8,11-13
  document,days,rate,accrued,charged,proposed
  U1,30,10,30.00,12.00,18.00
  U2,30,10,8.22,3.29,4.93
  U3,30,10,8.22,3.29,4.93
  U4,30,10,82.19,32.88,49.31
  U5,30,10,82.19,32.88,49.31
$ clerk book verify 2>&1 | sed 's/, head.*//'
  verified: 23 entries, 8 documents
