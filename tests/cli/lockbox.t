# A lockbox: every cheque becomes a payment of its papers, and the bank's line of all of them finds them again.
$ clerk -q book new --company "Harbour & Finch" --currency EUR --sandbox
$ clerk -q terms add --code 2-10 --due "net 30" --discount "2% 10"
  2-10
$ for c in FISH MOOR KITE; do clerk -q customer add --code $c --name "$c Ltd"; done
  FISH
  MOOR
  KITE
$ clerk -q invoice issue --customer FISH --amount 100 --date 2026-11-15 --terms 2-10
  INV-1001
$ clerk -q invoice issue --customer FISH --amount 49 --date 2026-11-15
  INV-1002
$ for a in 40 10; do clerk -q invoice issue --customer MOOR --amount $a --date 2026-11-02; done
  INV-1003
  INV-1004
$ clerk -q invoice issue --customer KITE --amount 25 --date 2026-11-02
  INV-1005
$ clerk -q alias add --customer MOOR --kind account --value "055002707 77"
  1
$ clerk -q payment receive --customer MOOR --amount 81 --method cheque --reference 77 --date 2026-11-19
  P-1001

$ cp "$SAMPLES"/bank/*.box "$SAMPLES/bank/off.sta" "$SAMPLES/bank/plain.csv" .

# what it would do, then done
$ clerk --dry-run bank lockbox letters.box >/dev/null
! letters.box: 5 cheques, 295.21 EUR; 1 of nobody known; 3 references unmatched; 1 left out, since it came before
! dry run: nothing was kept
$ clerk bank lockbox letters.box --format csv
  line,cheque,name,amount,made,customer,account,why
  4,180,FISH & CHIPS LTD,147.00,P-1002,FISH,055002707 0012345555,payer by the number INV-1001; INV-1001 98.00 with discount 2.00 (early payment) on 2026-11-20; INV-1002 49.00 on 2026-11-20
  6,181,MOOR,30.00,P-1003,MOOR,055002707 77,payer by the number INV-1003; INV-1003 30.00 on 2026-11-20
  8,182,MOOR,50.00,P-1004,MOOR,055002707 77,"payer by the number INV-1004; INV-1004 10.00 on 2026-11-20, of 15.00 that were said; INV-1001 is of FISH; INV-9999 is no paper of ours; 40.00 EUR is left"
  10,183,KITE UND WIND,25.00,P-1005,KITE,055002707 88,payer by the number INV-1005; by the numbers in the reference: INV-1005 25.00 = 25.00
  12,7,SOMEBODY,43.21,P-1006,,055002707 9,nobody is known by what came with it; SEE LETTER 12 is no paper of ours
  14,77,MOOR,81.00,,,055002707 77,the same cheque came on 2026-11-19 as P-1001; it is not taken twice
  5
! letters.box: 5 cheques, 295.21 EUR; 1 of nobody known; 3 references unmatched; 1 left out, since it came before

# the money is the bank's already: it is not taken there, and waits for its line
$ clerk deposit pending --format csv
  number,customer,payer,date,days,method,reference,account,currency,amount
  P-1001,MOOR,MOOR Ltd,2026-11-19,3,cheque,77,1210,EUR,81.00
$ clerk gl tie --format csv
  account,name,items,ledger,difference,outside,outside_difference
  1100,Accounts receivable,-111.00,-111.00,0.00,,
  2110,Unidentified receipts,-43.21,-43.21,0.00,,
  2120,Customer deposits,0.00,0.00,0.00,,
$ clerk item list --format csv
  customer,document,kind,instalment,issued,due,currency,amount,open,days_past_due,disputed,pending,pending_in,status
  MOOR,INV-1003,invoice,1,2026-11-02,2026-12-02,EUR,40.00,10.00,-10,0.00,,,part-paid
  MOOR,P-1001,payment,1,2026-11-19,2026-11-19,EUR,-81.00,-81.00,,0.00,,,unapplied
  MOOR,P-1004,payment,1,2026-11-20,2026-11-20,EUR,-50.00,-40.00,,0.00,,,part-applied
$ clerk book verify -q

# the same file, a file that does not foot, and what is none
$ clerk bank lockbox letters.box
! arledger: letters.box was imported before, in entry 13 on 2026-11-22: nothing was added; say why with --again "..." to import it once more
= 65
$ clerk bank lockbox letters.box --again "the bank sent it twice" --format csv
  line,cheque,name,amount,made,customer,account,why
  4,180,FISH & CHIPS LTD,147.00,,,055002707 0012345555,the same cheque came on 2026-11-20 as P-1002; it is not taken twice
  6,181,MOOR,30.00,,,055002707 77,the same cheque came on 2026-11-20 as P-1003; it is not taken twice
  8,182,MOOR,50.00,,,055002707 77,the same cheque came on 2026-11-20 as P-1004; it is not taken twice
  10,183,KITE UND WIND,25.00,,,055002707 88,the same cheque came on 2026-11-20 as P-1005; it is not taken twice
  12,7,SOMEBODY,43.21,,,055002707 9,the same cheque came on 2026-11-20 as P-1006; it is not taken twice
  14,77,MOOR,81.00,,,055002707 77,the same cheque came on 2026-11-19 as P-1001; it is not taken twice
  0
! letters.box: 0 cheques, 0.00 EUR; 6 left out, since they came before
$ clerk bank lockbox total.box
! arledger: total.box, line 14: the lockbox total (8) says 717.35; the cheques come to 717.34
= 65
$ clerk bank lockbox off.sta
! arledger: off.sta is no lockbox file but MT940: `bank import` brings in what a bank account moved
= 65
$ clerk bank lockbox plain.csv
! arledger: plain.csv is no lockbox file but CSV: `bank import` brings in what a bank account moved
= 65
$ clerk bank lockbox nothing.box
! arledger: there is no file nothing.box
= 65
$ clerk bank import letters.box
! arledger: a lockbox file brings cheques, not lines of an account: `bank lockbox` makes payments of them
= 65

# one line of the bank for all of them
$ printf 'Date,Amount,Currency,Name,Text\n2026-11-20,295.21,EUR,,LOCKBOX 0022222\n' >nov.csv
$ clerk -q --yes bank import nov.csv --account 1200
  1
$ clerk bank propose --format csv
  line,booked,name,amount,sure,ours,ours_amount,rule,why,lines,text
  1,2026-11-20,LOCKBOX 0022222,295.21,yes,P-1002; P-1003; P-1004; P-1005; P-1006,295.21,several,all 5 that came together come to 295.21,1,LOCKBOX 0022222
$ clerk bank match --auto >/dev/null
! 1 line matched, 0 only proposed, 0 that nothing of ours is like
$ clerk bank show 1
  Line 1 of the bank
  1200 Bank
  
  Booked  2026-11-20
  Value   2026-11-20
  Amount  295.21 EUR
  Text    LOCKBOX 0022222
  Ours    DEP-1001
  
  Its matches
  
    Match  Day         By    Rule     Why                                      Taken back  Reason
    -----  ----------  ----  -------  ---------------------------------------  ----------  ------
  *     1  2026-11-20  anna  several  all 5 that came together come to 295.21
$ clerk book verify -q

# unmatched and not deposited any more, all of it is taken back in one act
$ clerk bank unmatch --line 1 --reason "wrong firm"
  1
! match 1 is taken back: line 1 and DEP-1001 stand alone
$ clerk -q deposit void --deposit DEP-1001 --reason "wrong firm"
  VD-1001
$ clerk journal reverse --entry 13 --reason "wrong firm"
  REV-1005
! entry 13 is taken back: P-1002 over 147.00 EUR, P-1003 over 30.00 EUR, P-1004 over 50.00 EUR, P-1005 over 25.00 EUR, P-1006 over 43.21 EUR; open again: 98.00 of INV-1001 from P-1002 (with its discount of 2.00, so 100.00 of it is open again), 49.00 of INV-1002 from P-1002, 30.00 of INV-1003 from P-1003, 10.00 of INV-1004 from P-1004, 25.00 of INV-1005 from P-1005
$ clerk journal reverse --entry 13 --reason "wrong firm"
! arledger: nothing of entry 13 still stands
= 65
$ clerk item list --format csv
  customer,document,kind,instalment,issued,due,currency,amount,open,days_past_due,disputed,pending,pending_in,status
  FISH,INV-1001,invoice,1,2026-11-15,2026-12-15,EUR,100.00,100.00,-23,0.00,,,open
  FISH,INV-1002,invoice,1,2026-11-15,2026-12-15,EUR,49.00,49.00,-23,0.00,,,open
  MOOR,INV-1003,invoice,1,2026-11-02,2026-12-02,EUR,40.00,40.00,-10,0.00,,,open
  MOOR,INV-1004,invoice,1,2026-11-02,2026-12-02,EUR,10.00,10.00,-10,0.00,,,open
  KITE,INV-1005,invoice,1,2026-11-02,2026-12-02,EUR,25.00,25.00,-10,0.00,,,open
  MOOR,P-1001,payment,1,2026-11-19,2026-11-19,EUR,-81.00,-81.00,,0.00,,,unapplied
$ clerk book verify -q
