# Settings of a class of customers and of one customer: own, else the class's, else the book's.
$ clerk book new --company "Harbour & Finch" --currency EUR --sandbox -q
$ clerk customer add --code ACME --name "Acme Ltd" --class RETAIL -q
  ACME
$ clerk customer add --code BETA --name "Beta SA" --class RETAIL -q
  BETA
$ clerk customer add --code GAMA --name "Gama BV" -q
  GAMA
$ printf '%s\n' "invoice issue --customer ACME --date 2026-09-02 --amount 100" "invoice issue --customer ACME --date 2026-09-03 --amount 60" "invoice issue --customer BETA --date 2026-09-02 --amount 100" "invoice issue --customer BETA --date 2026-09-03 --amount 60" "invoice issue --customer GAMA --date 2026-09-02 --amount 100" "invoice issue --customer GAMA --date 2026-09-03 --amount 60" | clerk run - -q
  INV-1001
  INV-1002
  INV-1003
  INV-1004
  INV-1005
  INV-1006
$ clerk book set --name autocash.oldest --value yes --class RETAIL
  autocash.oldest
! autocash.oldest is now yes for class RETAIL
$ clerk book set --name autocash.oldest --value no --customer BETA
  autocash.oldest
! autocash.oldest is now no for BETA
$ clerk book set --name autocash.parts --value no --customer ACME
  autocash.parts
! autocash.parts is now no for ACME
$ clerk book settings --where 'holds ~ "a"' --format csv
  name,value,default,meaning,holds
  autocash.oldest,1,0,"when none of these steps fits, the oldest due is paid first",class RETAIL
  autocash.oldest,0,0,"when none of these steps fits, the oldest due is paid first",customer BETA
  autocash.parts,0,1,oldest first: the last item that the money reaches is paid in part,customer ACME
$ clerk payment receive --customer ACME --amount 130 --date 2026-11-20 --auto --dry-run
  P-1001
! P-1001: 130.00 EUR from ACME; oldest due first: INV-1001 100.00 = 100.00; 130.00 came; 30.00 EUR left unapplied
! dry run: nothing was kept
$ clerk payment receive --customer BETA --amount 130 --date 2026-11-20 --auto --dry-run
  P-1001
! P-1001: 130.00 EUR from BETA; no rule of autocash fits; 130.00 EUR left unapplied
! dry run: nothing was kept
$ clerk payment receive --customer GAMA --amount 130 --date 2026-11-20 --auto --dry-run
  P-1001
! P-1001: 130.00 EUR from GAMA; no rule of autocash fits; 130.00 EUR left unapplied
! dry run: nothing was kept
$ clerk book set --name tolerance.amount --value 0.50 --customer ACME -q
  tolerance.amount
$ clerk payment receive --customer ACME --amount 98.50 --date 2026-11-20 --apply "INV-1001=98.50 writeoff 1.50"
! arledger: 1.50 is above the small write-off limit (0.50 EUR and 2 % of what was due): issue a credit memo, or raise tolerance.amount and tolerance.percent
= 77
$ clerk payment receive --customer BETA --amount 98.50 --date 2026-11-20 --apply "INV-1003=98.50 writeoff 1.50" --dry-run
  P-1001
! P-1001: 98.50 EUR from BETA; INV-1003 98.50 with small difference 1.50 written off on 2026-11-20
! dry run: nothing was kept
$ clerk payment receive --customer ACME --amount 99.20 --date 2026-11-20 --reference INV-1001 --auto --dry-run
  P-1001
! P-1001: 99.20 EUR from ACME; only proposed, since the numbers in the text do not come to it; by the numbers in the reference: INV-1001 100.00 = 100.00; 99.20 came; 99.20 EUR left unapplied
! dry run: nothing was kept
$ clerk book set --name autocash.steps --value "exact luck" --class RETAIL
! arledger: --value: "luck" is no step of autocash; the steps are: references exact account past-due statement subset
= 65
$ clerk book set --name company --value Acme --customer ACME
! arledger: company holds for the whole book; no class and no customer has its own
= 65
$ clerk book set --name autocash.oldest --value yes --customer ACME --class RETAIL
! arledger: --class and --customer exclude each other; give one
= 2
$ clerk book set --name autocash.oldest --value "" --customer GAMA
! arledger: autocash.oldest is what it is for all
= 65
$ clerk book set --name autocash.oldest --value "" --customer BETA
  autocash.oldest
! BETA has no autocash.oldest of its own any more
$ clerk payment receive --customer BETA --amount 130 --date 2026-11-20 --auto --dry-run
  P-1001
! P-1001: 130.00 EUR from BETA; oldest due first: INV-1003 100.00 + INV-1004 60.00 = 160.00; 130.00 came
! dry run: nothing was kept

# The order of costs, interest and principal is such a setting.
$ clerk payment receive --customer GAMA --amount 10 --date 2026-10-02 --number Q-1 -q
  Q-1
$ clerk payment reverse --payment Q-1 --reason nsf --date 2026-10-05 --fee 12 -q
  REV-1001
$ clerk book set --name autocash.oldest --value yes -q
  autocash.oldest
$ clerk payment receive --customer GAMA --amount 130 --date 2026-11-20 --auto --dry-run
  P-1001
! P-1001: 130.00 EUR from GAMA; oldest due first: INV-1005 100.00 + INV-1006 60.00 = 160.00; 130.00 came
! dry run: nothing was kept
$ clerk book set --name allocation.order --value costs-first --customer GAMA -q
  allocation.order
$ clerk payment receive --customer GAMA --amount 130 --date 2026-11-20 --auto --dry-run
  P-1001
! P-1001: 130.00 EUR from GAMA; oldest due first: LC-1001 12.00 + INV-1005 100.00 + INV-1006 60.00 = 172.00; 130.00 came
! dry run: nothing was kept
$ clerk book set --name allocation.order --value mine
! arledger: --value: the order is charges-last, costs-first (costs, interest, principal) or by-age, not 'mine'
= 65
$ clerk book verify 2>&1 | sed 's/head .*/head/'
  verified: 19 entries, 9 documents, head
