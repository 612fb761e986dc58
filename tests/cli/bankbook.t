# The bank: a file comes in once, its lines meet what is ours, the rest is booked by rule, and two people sign it.
$ clerk -q book new --company "Harbour & Finch" --currency EUR --sandbox
$ clerk -q customer add --code ACME --name "Acme Holdings"
  ACME
$ clerk -q customer add --code BOLT --name "Bolt & Sons"
  BOLT
$ clerk -q invoice issue --customer ACME --amount 120.45 --date 2026-11-01
  INV-1001
$ clerk -q payment receive --customer ACME --amount 120.45 --date 2026-11-03 --reference "INV-1001" --apply INV-1001
  P-1001
$ clerk -q payment receive --customer BOLT --amount 80 --method cheque --reference 77 --date 2026-11-03
  P-1002
$ clerk -q payment receive --customer BOLT --amount 20 --method cash --date 2026-11-04
  P-1003
$ clerk -q deposit make --all --date 2026-11-05
  DEP-1001
$ clerk -q payment receive --customer BOLT --amount 31 --method card --date 2026-11-06
  P-1004
$ clerk -q payment receive --customer BOLT --amount 29 --method card --date 2026-11-06
  P-1005

# whose account it is, is said once
$ printf 'Date,Amount,Currency,Name,Text\n2026-11-04,120.45,EUR,ACME HOLDINGS,INV-1001\n2026-11-06,100.00,EUR,,DEPOSIT\n2026-11-09,58.80,EUR,CARDS INC,SETTLEMENT\n2026-11-10,-2.50,EUR,,SERVICE FEE\n2026-11-10,-2.50,EUR,,SERVICE FEE\n2026-11-11,45.00,EUR,NOBODY,thanks\n' >nov.csv
$ clerk bank import nov.csv
! arledger: nov.csv: what do its columns mean? Give --yes to take this proposal, or say --map 'date=Date; amount=Amount; currency=Currency; name=Name; text=Text; dates=ymd; decimal=.'
= 2
$ clerk --yes bank import nov.csv
! arledger: the file does not say of which account it is: say with --account which of ours
= 65
$ clerk --yes bank import nov.csv --account 1200
  6
! nov.csv, CSV: 6 new lines in 1 statement
$ clerk bank account --account 1200 --number "NL91 ABNA 0417 1643 00" --since 2026-11-01
  1200
! 1200 Bank is the account NL91ABNA0417164300 at the bank, in EUR
$ clerk bank accounts --format csv
  account,name,number,currency,last_statement,closing,reconciled
  1200,Bank,NL91ABNA0417164300,EUR,,,
$ clerk bank account --account 1100 --number 1
! arledger: 1100 Accounts receivable is no bank account: an asset that is no control account is one
= 65

# the same file, and one that overlaps it: nothing twice, and real repeats survive
$ clerk --yes bank import nov.csv
! arledger: nov.csv was imported before, in entry 11 on 2026-11-22: nothing was added; say why with --again "..." to import it once more
= 65
$ (cat nov.csv; printf '2026-11-12,-2.50,EUR,,SERVICE FEE\n') >more.csv; clerk --yes bank import more.csv
  1
! more.csv, CSV: 1 new line in 1 statement, 6 there already
$ clerk bank list --format csv
  line,account,booked,value,amount,currency,name,party,reference,text,code,ours,match
  1,1200,2026-11-04,2026-11-04,120.45,EUR,ACME HOLDINGS,,,INV-1001,,,
  2,1200,2026-11-06,2026-11-06,100.00,EUR,,,,DEPOSIT,,,
  3,1200,2026-11-09,2026-11-09,58.80,EUR,CARDS INC,,,SETTLEMENT,,,
  4,1200,2026-11-10,2026-11-10,-2.50,EUR,,,,SERVICE FEE,,,
  5,1200,2026-11-10,2026-11-10,-2.50,EUR,,,,SERVICE FEE,,,
  6,1200,2026-11-11,2026-11-11,45.00,EUR,NOBODY,,,thanks,,,
  7,1200,2026-11-12,2026-11-12,-2.50,EUR,,,,SERVICE FEE,,,

# what has one answer is matched; what waits goes to the bank with it
$ clerk bank propose --format csv
  line,booked,name,amount,sure,ours,ours_amount,rule,why,lines,text
  1,2026-11-04,ACME HOLDINGS,120.45,yes,P-1001,120.45,reference,P-1001 is named,1,INV-1001
  2,2026-11-06,DEPOSIT,100.00,yes,DEP-1001,100.00,amount,"100.00 on 2026-11-05, the only one within 5 days",2,DEPOSIT
  3,2026-11-09,CARDS INC,58.80,no,,,,nothing of ours is like it,,SETTLEMENT
  4,2026-11-10,SERVICE FEE,-2.50,no,,,,nothing of ours is like it,,SERVICE FEE
  5,2026-11-10,SERVICE FEE,-2.50,no,,,,nothing of ours is like it,,SERVICE FEE
  6,2026-11-11,NOBODY,45.00,no,,,,nothing of ours is like it,,thanks
  7,2026-11-12,SERVICE FEE,-2.50,no,,,,nothing of ours is like it,,SERVICE FEE
$ clerk --dry-run bank match --auto --format csv | head -3
  line,booked,name,amount,sure,ours,ours_amount,rule,why,lines,text
  1,2026-11-04,ACME HOLDINGS,120.45,yes,P-1001,120.45,reference,P-1001 is named,1,INV-1001
  2,2026-11-06,DEPOSIT,100.00,yes,DEP-1001,100.00,amount,"100.00 on 2026-11-05, the only one within 5 days",2,DEPOSIT
! 2 lines matched, 0 only proposed, 5 that nothing of ours is like
! dry run: nothing was kept
$ clerk bank match --auto >/dev/null
! 2 lines matched, 0 only proposed, 5 that nothing of ours is like
$ clerk bank list --open --format csv | cut -d, -f1-5
  line,account,booked,value,amount
  3,1200,2026-11-09,2026-11-09,58.80
  4,1200,2026-11-10,2026-11-10,-2.50
  5,1200,2026-11-10,2026-11-10,-2.50
  6,1200,2026-11-11,2026-11-11,45.00
  7,1200,2026-11-12,2026-11-12,-2.50
$ clerk bank list --unmatched --format csv
  line,account,booked,value,amount,currency,name,party,reference,text,code,ours,match
  3,1200,2026-11-09,2026-11-09,58.80,EUR,CARDS INC,,,SETTLEMENT,,,
  4,1200,2026-11-10,2026-11-10,-2.50,EUR,,,,SERVICE FEE,,,
  5,1200,2026-11-10,2026-11-10,-2.50,EUR,,,,SERVICE FEE,,,
  6,1200,2026-11-11,2026-11-11,45.00,EUR,NOBODY,,,thanks,,,
  7,1200,2026-11-12,2026-11-12,-2.50,EUR,,,,SERVICE FEE,,,
$ clerk bank match --lines 3 --documents "P-1004; P-1005"
! arledger: the bank says 58.80 and the documents come to 60.00: they are not the same money
= 65
$ clerk bank match --lines 3 --documents "P-1004; P-1005" --fee 1.20
  5
! match 5: 1 line and P-1004; P-1005
$ clerk bank match --lines 3 --documents DEP-1001
! arledger: --lines: 3 is no unmatched line of 1200; `bank list --unmatched` shows them
= 65
$ clerk bank match --lines 4
! arledger: give --lines and --documents, or --auto for all that have one answer
= 2

# a match taken back stays in the history of its line
$ clerk bank unmatch --line 2 --reason "another deposit"
  3
! match 3 is taken back: line 2 and DEP-1001 stand alone
$ clerk bank unmatch --line 2 --reason "again"
! arledger: line 2 is in no match
= 65
$ clerk deposit list --format csv
  number,date,bank,count,reference,currency,gross,total,status,voided_by
  DEP-1002,2026-11-04,1200,1,,EUR,120.45,120.45,on the statement of 2026-11-04,
  DEP-1001,2026-11-05,1200,2,,EUR,100.00,100.00,in transit,
  DEP-1003,2026-11-09,1200,2,,EUR,60.00,58.80,on the statement of 2026-11-09,
$ clerk bank match --lines 2 --documents DEP-1001
  7
! match 7: 1 line and DEP-1001
$ clerk deposit list --format csv
  number,date,bank,count,reference,currency,gross,total,status,voided_by
  DEP-1002,2026-11-04,1200,1,,EUR,120.45,120.45,on the statement of 2026-11-04,
  DEP-1001,2026-11-05,1200,2,,EUR,100.00,100.00,on the statement of 2026-11-06,
  DEP-1003,2026-11-09,1200,2,,EUR,60.00,58.80,on the statement of 2026-11-09,
$ clerk bank show 2
  Line 2 of the bank
  1200 Bank NL91ABNA0417164300
  
  Booked  2026-11-06
  Value   2026-11-06
  Amount  100.00 EUR
  Text    DEPOSIT
  Ours    DEP-1001
  
  Its matches
  
    Match  Day         By    Rule    Why                                               Taken back  Reason
    -----  ----------  ----  ------  ------------------------------------------------  ----------  ---------------
        3  2026-11-06  anna  amount  100.00 on 2026-11-05, the only one within 5 days  2026-11-22  another deposit
  *     7  2026-11-06  anna  hand

# rules: what they would take of the past, in order
$ clerk bank rule --pattern "text ~ fee & amount < 0" --account 6110 --text "Bank charges"
  1
! rule 1: text ~ fee & amount < 0 goes to 6110
$ clerk bank rule --pattern "textt ~ fee" --account 6110
! arledger: there is no column "textt" (character 1 of the filter); there are: line, account, booked, value, amount, currency, name, party, reference, text, code, ours, match
= 65
$ clerk bank rules --test --format csv
  rule,place,pattern,account,text,lines,amount
  1,1,text ~ fee & amount < 0,6110,Bank charges,3,-7.50

# both proofs; nothing is submitted while one of them is open
$ clerk bank reconcile --to 2026-11-12 --closing 316.75
  Reconciliation of 1200 Bank
  NL91ABNA0417164300, to 2026-11-12, in EUR
  
  The bank by itself
  Opening     0.00
  Lines       316.75
  Closing     316.75
  Difference  0.00
  The bank and the general ledger
  General ledger           279.25
  less in transit          0.00
  plus unpresented         0.00
  comes to                 279.25
  Difference               37.50
  of it lines in no match  37.50
  
  Lines of the bank that are in no match
  
    Line  Booked      Days  Name    Text         Amount
    ----  ----------  ----  ------  -----------  ------
  !    4  2026-11-10     2          SERVICE FEE   -2.50
  !    5  2026-11-10     2          SERVICE FEE   -2.50
  !    6  2026-11-11     1  NOBODY  thanks        45.00
  !    7  2026-11-12     0          SERVICE FEE   -2.50
                                                 ------
          Total                                   37.50
= 1
$ clerk bank submit --to 2026-11-12 --closing 316.75
! arledger: the books differ from the bank by 37.50: 4 lines of the bank are not matched
= 65
$ clerk -q book verify

# what nobody has booked: each wrong order has its sentence
$ clerk bank post
! arledger: give --line, or --auto for every line that a rule fits or whose payer is known
= 2
$ clerk bank post --auto --line 4
! arledger: give --line, or --auto for every line that a rule fits or whose payer is known
= 2
$ clerk bank post --line 4 --against 6110 --customer ACME
! arledger: one --line is booked --against an account, as money of a --customer, or as a --payment that came back
= 2
$ clerk bank post --auto --against 6110
! arledger: one --line is booked --against an account, as money of a --customer, or as a --payment that came back
= 2
$ clerk bank post --line 99 --against 6110
! arledger: the bank has no line 99 here; `bank list` shows them
= 65
$ clerk bank post --line 1 --against 6110
! arledger: line 1 is matched already
= 65
$ clerk --dry-run bank post --line 4 --format csv
  line,booked,name,amount,made,customer,why
  4,2026-11-10,SERVICE FEE,-2.50,BE-1001,,6110 Bank charges
! 1 line booked, 3 left
! dry run: nothing was kept
$ clerk bank post --line 4 --customer ACME
! arledger: line 4 is money out: say with --against which account it belongs to, or with --payment which payment came back
= 65
$ clerk bank post --line 6
! arledger: line 6 is unidentified, nobody is known by what came with it: say with --customer whose money it is, or with --unidentified that it comes in all the same
= 65
$ clerk bank post --line 4 --against 9999
! arledger: there is no account 9999; `account list` shows the chart
= 65
$ clerk bank post --line 6 --customer NOONE
! arledger: there is no customer NOONE; `customer list --search` finds codes
= 65
$ clerk bank post --line 6 --payment P-1001
! arledger: P-1001 came over 120.45 EUR; line 6 takes -45.00 EUR away
= 65

# by rule; the payer that nobody knows is left, and said
$ clerk --dry-run bank post --auto --format csv
  line,booked,name,amount,made,customer,why
  4,2026-11-10,SERVICE FEE,-2.50,BE-1001,,6110 Bank charges
  5,2026-11-10,SERVICE FEE,-2.50,BE-1002,,6110 Bank charges
  6,2026-11-11,NOBODY,45.00,,,nobody is known by what came with it
  7,2026-11-12,SERVICE FEE,-2.50,BE-1003,,6110 Bank charges
! 3 lines booked, 1 left
! dry run: nothing was kept
$ clerk bank post --auto --format csv
  line,booked,name,amount,made,customer,why
  4,2026-11-10,SERVICE FEE,-2.50,BE-1001,,6110 Bank charges
  5,2026-11-10,SERVICE FEE,-2.50,BE-1002,,6110 Bank charges
  6,2026-11-11,NOBODY,45.00,,,nobody is known by what came with it
  7,2026-11-12,SERVICE FEE,-2.50,BE-1003,,6110 Bank charges
! 3 lines booked, 1 left
$ clerk journal list | tail -1
     19  2026-11-22T12:00:00Z  anna  bank post --auto
$ clerk journal reverse --entry 19 --reason "another account"
  VD-1003
! entry 19 is taken back: BE-1001 over -2.50 EUR, BE-1002 over -2.50 EUR, BE-1003 over -2.50 EUR
$ clerk bank list --unmatched --format csv
  line,account,booked,value,amount,currency,name,party,reference,text,code,ours,match
  4,1200,2026-11-10,2026-11-10,-2.50,EUR,,,,SERVICE FEE,,,
  5,1200,2026-11-10,2026-11-10,-2.50,EUR,,,,SERVICE FEE,,,
  6,1200,2026-11-11,2026-11-11,45.00,EUR,NOBODY,,,thanks,,,
  7,1200,2026-11-12,2026-11-12,-2.50,EUR,,,,SERVICE FEE,,,
$ clerk bank post --auto --format csv
  line,booked,name,amount,made,customer,why
  4,2026-11-10,SERVICE FEE,-2.50,BE-1004,,6110 Bank charges
  5,2026-11-10,SERVICE FEE,-2.50,BE-1005,,6110 Bank charges
  6,2026-11-11,NOBODY,45.00,,,nobody is known by what came with it
  7,2026-11-12,SERVICE FEE,-2.50,BE-1006,,6110 Bank charges
! 3 lines booked, 1 left
$ clerk book verify -q

# as money of a customer, who is known by this payer from then on
$ clerk bank post --line 6 --customer BOLT --learn --format csv
  line,booked,name,amount,made,customer,why
  6,2026-11-11,NOBODY,45.00,P-1006,BOLT,as said; no rule of autocash fits
  P-1006
! 1 line booked, 0 left; BOLT is now known by the name NOBODY
$ clerk alias list --format csv
  id,customer,kind,value,source,confirmed,active
  1,BOLT,name,NOBODY,P-1006,anna,1
$ clerk payment show P-1006
  Receipt P-1006
  
  Harbour & Finch
  Bolt & Sons
  Customer   BOLT
  Date       2026-11-11
  Method     transfer
  Reference  thanks
  Payer      NOBODY
  Amount     45.00 EUR
  Deposited  DEP-1004 on 2026-11-11, to 1200 Bank
  ------------------------------------------------------------------------------------------------------------------------------------
  Applied
  Nothing is applied.
  Unapplied  45.00 EUR
$ clerk journal reverse --entry 22 --reason "not his"
  REV-1001
! entry 22 is taken back: P-1006 over 45.00 EUR, DEP-1004 over 45.00 EUR
$ clerk bank show 6
  Line 6 of the bank
  1200 Bank NL91ABNA0417164300
  
  Booked  2026-11-11
  Value   2026-11-11
  Amount  45.00 EUR
  Name    NOBODY
  Text    thanks
  Ours    nothing yet
  
  Its matches
  
  Match  Day         By    Rule  Why      Taken back  Reason
  -----  ----------  ----  ----  -------  ----------  -------
     21  2026-11-11  anna  post  as said  2026-11-22  not his
$ clerk item list --format csv
  customer,document,kind,instalment,issued,due,currency,amount,open,days_past_due,disputed,pending,pending_in,status
  BOLT,P-1002,payment,1,2026-11-03,2026-11-03,EUR,-80.00,-80.00,,0.00,,,unapplied
  BOLT,P-1003,payment,1,2026-11-04,2026-11-04,EUR,-20.00,-20.00,,0.00,,,unapplied
  BOLT,P-1004,payment,1,2026-11-06,2026-11-06,EUR,-31.00,-31.00,,0.00,,,unapplied
  BOLT,P-1005,payment,1,2026-11-06,2026-11-06,EUR,-29.00,-29.00,,0.00,,,unapplied
$ printf 'Date,Amount,Currency,Name,Text\n2026-11-13,30.00,EUR,NOBODY,thanks again\n2026-11-13,7.00,EUR,A STRANGER,?\n2026-11-14,-30.00,EUR,NOBODY,RETURNED\n' >later.csv
$ clerk -q --yes bank import later.csv
  3
$ clerk --dry-run bank post --auto --unidentified --format csv
  line,booked,name,amount,made,customer,why
  6,2026-11-11,NOBODY,45.00,P-1007,BOLT,payer by the name NOBODY; no rule of autocash fits
  8,2026-11-13,NOBODY,30.00,P-1008,BOLT,payer by the name NOBODY; no rule of autocash fits
  9,2026-11-13,A STRANGER,7.00,P-1009,,unidentified until `payment identify` says whose it is
  10,2026-11-14,NOBODY,-30.00,,,money out
! 3 lines booked, 1 left
! dry run: nothing was kept

# one line of which nothing is said: its payer is found as --auto finds it, or nothing is booked
$ clerk --dry-run bank post --line 8 --format csv
  line,booked,name,amount,made,customer,why
  8,2026-11-13,NOBODY,30.00,P-1007,BOLT,payer by the name NOBODY; no rule of autocash fits
! 1 line booked, 3 left
! dry run: nothing was kept
$ clerk bank post --line 9
! arledger: line 9 is unidentified, nobody is known by what came with it: say with --customer whose money it is, or with --unidentified that it comes in all the same
= 65
$ clerk --dry-run bank post --line 9 --unidentified --format csv
  line,booked,name,amount,made,customer,why
  9,2026-11-13,A STRANGER,7.00,P-1007,,unidentified until `payment identify` says whose it is
! 1 line booked, 3 left
! dry run: nothing was kept
$ clerk bank post --auto --format csv
  line,booked,name,amount,made,customer,why
  6,2026-11-11,NOBODY,45.00,P-1007,BOLT,payer by the name NOBODY; no rule of autocash fits
  8,2026-11-13,NOBODY,30.00,P-1008,BOLT,payer by the name NOBODY; no rule of autocash fits
  9,2026-11-13,A STRANGER,7.00,,,nobody is known by what came with it
  10,2026-11-14,NOBODY,-30.00,,,money out
! 2 lines booked, 2 left
$ clerk bank post --auto --unidentified --format csv
  line,booked,name,amount,made,customer,why
  9,2026-11-13,A STRANGER,7.00,P-1009,,unidentified until `payment identify` says whose it is
  10,2026-11-14,NOBODY,-30.00,,,money out
! 1 line booked, 1 left
$ clerk book verify -q

# a payment that came back
$ clerk bank post --line 10
! arledger: line 10 is money out: say with --against which account it belongs to, or with --payment which payment came back
= 65
$ clerk bank post --line 10 --payment P-1001
! arledger: P-1001 came over 120.45 EUR; line 10 takes 30.00 EUR away
= 65
$ clerk bank post --line 10 --payment P-1008 --reason nsf --format csv
  line,booked,name,amount,made,customer,why
  10,2026-11-14,NOBODY,-30.00,REV-1002,BOLT,P-1008 came back
! 1 line booked, 0 left
$ clerk item list --format csv
  customer,document,kind,instalment,issued,due,currency,amount,open,days_past_due,disputed,pending,pending_in,status
  BOLT,P-1002,payment,1,2026-11-03,2026-11-03,EUR,-80.00,-80.00,,0.00,,,unapplied
  BOLT,P-1003,payment,1,2026-11-04,2026-11-04,EUR,-20.00,-20.00,,0.00,,,unapplied
  BOLT,P-1004,payment,1,2026-11-06,2026-11-06,EUR,-31.00,-31.00,,0.00,,,unapplied
  BOLT,P-1005,payment,1,2026-11-06,2026-11-06,EUR,-29.00,-29.00,,0.00,,,unapplied
  BOLT,P-1007,payment,1,2026-11-11,2026-11-11,EUR,-45.00,-45.00,,0.00,,,unapplied
$ clerk book verify -q

# both proofs are 0.00: one submits, another approves, and it is frozen
$ clerk bank list --unmatched --format csv
  line,account,booked,value,amount,currency,name,party,reference,text,code,ours,match
$ clerk bank reconcile --to 2026-11-14 --closing 323.75
  Reconciliation of 1200 Bank
  NL91ABNA0417164300, to 2026-11-14, in EUR
  
  The bank by itself
  Opening     0.00
  Lines       323.75
  Closing     323.75
  Difference  0.00
  The bank and the general ledger
  General ledger    361.25
  less in transit   45.00
  plus unpresented  7.50
  comes to          323.75
  Difference        0.00
  
  In our books, not at the bank
  
  Document  Kind        Posted      Days  Customer  Amount
  --------  ----------  ----------  ----  --------  ------
  BE-1001   bank-entry  2026-11-10     4             -2.50
  BE-1002   bank-entry  2026-11-10     4             -2.50
  DEP-1004  deposit     2026-11-11     3             45.00
  BE-1003   bank-entry  2026-11-12     2             -2.50
                                                    ------
  Total                                              37.50
$ clerk bank submit --to 2026-11-14 --closing 323.75
  1
! reconciliation 1 to 2026-11-14: the bank and the books come to 323.75 EUR; it waits for somebody else's approval
$ clerk bank approve 1
! arledger: you prepared reconciliation 1 yourself; somebody else approves it
= 77
$ clerk --actor manager bank approve 1
  1
! reconciliation 1 of anna is approved: its lines and matches to 2026-11-14 are frozen
$ clerk bank reconciliations --format csv
  id,account,day,closing,transit,unpresented,prepared_by,status,decided_by
  1,1200,2026-11-14,323.75,45.00,7.50,anna,approved,manager
$ clerk bank unmatch --line 4 --reason "again"
! arledger: the account is reconciled and approved to 2026-11-14; what is matched there stays
= 65
$ clerk journal reverse --entry 21 --reason "again"
! arledger: the account is reconciled and approved to 2026-11-14; what is matched there stays
= 65
$ printf 'Date,Amount,Currency,Name,Text\n2026-11-14,-1.00,EUR,,LATE\n' >late.csv
$ clerk --yes bank import late.csv
! arledger: a line of 2026-11-14 is new, but the account is reconciled and approved to 2026-11-14; ask the bank what it changed
= 65
$ clerk book verify -q
