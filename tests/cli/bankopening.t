# What an account had before the bank is followed here; several accounts, each with its own lines.
$ clerk -q book new --company "Harbour & Finch" --currency EUR --sandbox
$ clerk -q customer add --code ACME --name "Acme Holdings"
  ACME
$ printf 'Date,Amount,Balance,Name\n2026-11-02,100.00,1100.00,ACME\n2026-11-03,-5.00,1095.00,FEE\n' >two.csv
$ clerk --yes bank import two.csv --account 1200
  2
! two.csv, CSV: 2 new lines in 1 statement
$ clerk -q bank post --line 1 --customer ACME >/dev/null
$ clerk -q bank post --line 2 --against 6110 >/dev/null
$ clerk bank reconcile
  Reconciliation of 1200 Bank
  to 2026-11-03, in EUR
  
  The bank by itself
  Opening     1,000.00
  Lines       95.00
  Closing     1,095.00
  Difference  0.00
  The bank and the general ledger
  General ledger           95.00
  less in transit          0.00
  plus unpresented         0.00
  comes to                 95.00
  Difference               1,000.00
  of it before 2026-11-02  1,000.00
= 1
$ clerk bank submit
! arledger: before 2026-11-02 the bank had 1,000.00 and the books differ from it by 1,000.00: `bank account --account 1200 --opening 1000.00` enters that
= 65
$ clerk bank account --account 1200 --opening 999
! arledger: before 2026-11-02 the bank itself says 1000.00
= 65
$ clerk bank account --account 1200 --opening "1000 USD"
! arledger: --opening: the account is in EUR
= 65
$ clerk bank account --account 1200 --opening 1000
  1200
! 1200 Bank is an account at the bank, in EUR; BE-1002 enters its opening balance, so that the books begin with 1000.00 EUR too
$ clerk bank account --account 1200 --opening 1000
  1200
! 1200 Bank is an account at the bank, in EUR; the books begin with 1000.00 EUR already
$ clerk bank submit
  1
! reconciliation 1 to 2026-11-03: the bank and the books come to 1095.00 EUR; it waits for somebody else's approval
$ clerk -q book verify

# A second account whose file says no balance: the day is said with it.
$ clerk -q account add --code 1202 --name "Savings bank" --kind asset
  1202
$ clerk bank account --account 1202
! arledger: --number: say the account's number at the bank, as its IBAN
= 2
$ printf 'Date,Amount,Name,Text\n2026-11-02,12.00,ACME,one\n2026-11-04,7.00,FEE BACK,two\n' >one.csv
$ clerk --yes bank import one.csv --account 1202
  2
! one.csv, CSV: 2 new lines in 1 statement
$ clerk bank reconcile
! arledger: 2 accounts at the bank are known: say --account 1200 or 1202
= 2
$ clerk bank account --account 1202 --opening 33.06
! arledger: no statement says when the account begins: say with --since before which day it had that
= 2
$ clerk bank account --account 1202 --opening 33.06 --since 2026-11-03
  1202
! 1202 Savings bank is an account at the bank, in EUR; BE-1003 enters its opening balance, so that the books begin with 33.06 EUR too
$ clerk bank post --line 3 --against 6110
! arledger: line 3 was booked before 2026-11-03, until which the bank and the books are taken as equal
= 65
$ clerk bank reconcile --account 1202 --to 2026-11-04 --closing 40.06 | sed -n 4,20p
  The bank by itself
  Opening     33.06
  Lines       7.00
  Closing     40.06
  Difference  0.00
  The bank and the general ledger
  General ledger           33.06
  less in transit          0.00
  plus unpresented         0.00
  comes to                 33.06
  Difference               7.00
  of it lines in no match  7.00
  
  Lines of the bank that are in no match
  
    Line  Booked      Days  Name      Text  Amount
    ----  ----------  ----  --------  ----  ------

# Lists and --auto take every account.
$ printf 'Date,Amount,Name,Text\n2026-11-05,31.00,ACME,three\n' >three.csv; clerk --yes bank import three.csv --account 1200
  1
! three.csv, CSV: 1 new line in 1 statement
$ clerk bank list --unmatched --format csv
  line,account,booked,value,amount,currency,name,party,reference,text,code,ours,match
  4,1202,2026-11-04,2026-11-04,7.00,EUR,FEE BACK,,,two,,,
  5,1200,2026-11-05,2026-11-05,31.00,EUR,ACME,,,three,,,
$ clerk bank propose --format csv
  line,booked,name,amount,sure,ours,ours_amount,rule,why,lines,text,account
  5,2026-11-05,ACME,31.00,no,,,,nothing of ours is like it,,three,1200
  4,2026-11-04,FEE BACK,7.00,no,,,,nothing of ours is like it,,two,1202
$ clerk bank rule --pattern "name ~ fee" --account 6110 --text "Bank charges" -q
  1
$ clerk bank post --auto --unidentified --format csv
  line,booked,name,amount,made,customer,why
  5,2026-11-05,ACME,31.00,P-1002,,unidentified until `payment identify` says whose it is
  4,2026-11-04,FEE BACK,7.00,BE-1004,,6110 Bank charges
! 2 lines booked, 0 left
$ clerk bank list --unmatched --format csv
  line,account,booked,value,amount,currency,name,party,reference,text,code,ours,match

# A file of several accounts that nobody knows yet.
$ printf '<OFX><BANKMSGSRSV1>%s%s</BANKMSGSRSV1></OFX>' "$(printf '<STMTTRNRS><STMTRS><CURDEF>EUR<BANKACCTFROM><BANKID>1<ACCTID>9100<ACCTTYPE>CHECKING</BANKACCTFROM><BANKTRANLIST><DTSTART>20261101<DTEND>20261102<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20261102<TRNAMT>1.00<FITID>1<NAME>X</STMTTRN></BANKTRANLIST></STMTRS></STMTTRNRS>')" "$(printf '<STMTTRNRS><STMTRS><CURDEF>EUR<BANKACCTFROM><BANKID>1<ACCTID>9200<ACCTTYPE>CHECKING</BANKACCTFROM><BANKTRANLIST><DTSTART>20261101<DTEND>20261102<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20261102<TRNAMT>2.00<FITID>1<NAME>Y</STMTTRN></BANKTRANLIST></STMTRS></STMTTRNRS>')" >many.ofx
$ clerk bank import many.ofx --account 1200
! arledger: the file has statements of 2 accounts, and 9100, 9200 are not known yet: say `bank account --account OURS --number THEIRS` for each, then import without --account
= 65
$ clerk -q bank account --account 1200 --number 9100
  1200
$ clerk bank import many.ofx
! arledger: the file has statements of 2 accounts, and 9200 is not known yet: say `bank account --account OURS --number THEIRS` for each, then import without --account
= 65
$ clerk -q bank account --account 1202 --number 9200
  1202
$ clerk bank import many.ofx --account 1200
! arledger: --account: the file has statements of 2 accounts, and all of them are known: leave --account out
= 2
$ clerk bank import many.ofx
  2
! many.ofx, OFX: 2 new lines in 2 statements

# a statement that does not say its currency is in that of its balances, whatever the book's is
$ sed 's|<Ccy>EUR</Ccy>||; s/Ccy="EUR"/Ccy="CHF"/g' $SAMPLES/bank/batch.xml >chf.xml
$ arledger bank check chf.xml --currency EUR | sed -n '/Opening/,/Proof/p'
  Opening    -100.00 CHF  on 2026-11-19
  Money in   425.00 CHF
  Money out  5.50 CHF
  Closing    319.50 CHF  on 2026-11-20
  Lines      4, with 2 details
  Proof      ties
$ arledger -q -b swiss.arl book new --company "Harbour & Finch" --currency EUR --sandbox
$ clerk -b swiss.arl bank import chf.xml --account 1200
  3
! chf.xml, camt: 3 new lines in 1 statement, 1 not booked by the bank yet left out
$ clerk -b swiss.arl bank accounts --format csv
  account,name,number,currency,last_statement,closing,reconciled
  1200,Bank,DE02500105170137075030,CHF,2026-11-20,319.50,
