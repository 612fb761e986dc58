# Late charges of a period by collector: who followed a customer up on its last day; the figures by hand.
$ clerk -q book new --company "Harbour & Finch" --currency EUR --sandbox
# 12 % by 360 days: 3000 cost 1.00 a day. Up to 03-31:
#   A, of anna: 3000 due 03-01, 30 days = 30.00
#   B, of bert: 6000 due 03-11, 20 days = 40.00
#   M, of anna, from 04-01 on of bert: 1500 due 03-21, 10 days = 5.00
#   N, of nobody: 3000 due 03-30, 1 day = 1.00
$ cat >lines <<'END'
> book set --name charge.basis --value 360
> charge-rate add --from 2026-01-01 --rate 12
> customer add --code A --name Alpha --collector anna
> customer add --code B --name Beta --collector bert
> customer add --code M --name Moved --collector anna
> customer add --code N --name None
> customer set M --collector bert --from 2026-04-01
> invoice issue --customer A --number A1 --date 2026-02-01 --due 2026-03-01 --amount 3000
> invoice issue --customer B --number B1 --date 2026-02-01 --due 2026-03-11 --amount 6000
> invoice issue --customer M --number M1 --date 2026-02-01 --due 2026-03-21 --amount 1500
> invoice issue --customer N --number N1 --date 2026-02-01 --due 2026-03-30 --amount 3000
> charge run --upto 2026-03-31
> charge post --date 2026-03-31
> END
$ clerk run lines >/dev/null 2>&1
$ for who in anna bert; do clerk report charges --from 2026-03-01 --to 2026-03-31 --collector $who --format csv | cut -d, -f1,4,6-9; done
  customer,interest,credited,reversed,net,accrued
  A,30.00,0.00,0.00,30.00,0.00
  M,5.00,0.00,0.00,5.00,0.00
  customer,interest,credited,reversed,net,accrued
  B,40.00,0.00,0.00,40.00,0.00
# Ten days later: 10.00, 20.00, 5.00 and 10.00 accrued. The money of A came on 03-21, entered late: of its 30 days 10
# are given back, and nothing accrued since.
$ cat >lines <<'END'
> payment receive --customer A --amount 3000 --date 2026-04-05 --value 2026-03-21 --apply A1
> charge run --upto 2026-04-10 --customer A
> charge post --date 2026-04-10
> END
$ clerk run lines >/dev/null 2>&1
$ for who in anna bert; do clerk report charges --from 2026-04-01 --to 2026-04-10 --collector $who --format csv | cut -d, -f1,4,6-9; done
  customer,interest,credited,reversed,net,accrued
  A,0.00,-10.00,0.00,-10.00,0.00
  customer,interest,credited,reversed,net,accrued
  B,0.00,0.00,0.00,0.00,20.00
  M,0.00,0.00,0.00,0.00,5.00
$ clerk report charges --from 2026-04-01 --to 2026-04-10 --format csv | cut -d, -f1,4,6-9
  customer,interest,credited,reversed,net,accrued
  A,0.00,-10.00,0.00,-10.00,0.00
  B,0.00,0.00,0.00,0.00,20.00
  M,0.00,0.00,0.00,0.00,5.00
  N,0.00,0.00,0.00,0.00,10.00
$ clerk book verify 2>&1 | sed 's/, head.*//'
  verified: 17 entries, 10 documents
