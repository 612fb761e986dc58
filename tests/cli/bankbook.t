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
! arledger: the file is of the account (it does not say), which is not known yet: say with --account which of ours it is
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
$ clerk bank match --lines 2 --documents DEP-1001
  7
! match 7: 1 line and DEP-1001
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
