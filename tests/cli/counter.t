# What customers say: their statement against ours, letters that ask for a balance, asserted balances.
$ clerk -q book new --company "Harbour & Finch" --currency EUR --sandbox
$ clerk -q customer add --code ACME --name "Acme Holdings Ltd"
  ACME
$ clerk -q customer add --code KADE --name "Kade BV"
  KADE
$ clerk -q invoice issue --customer ACME --date 2026-10-02 --amount 100
  INV-1001
$ clerk -q invoice issue --customer ACME --date 2026-10-05 --amount 60
  INV-1002
$ clerk -q invoice issue --customer ACME --date 2026-10-06 --amount 45
  INV-1003
$ clerk -q invoice issue --customer ACME --date 2026-10-07 --amount 80
  INV-1004
$ clerk -q invoice issue --customer KADE --date 2026-10-07 --amount 33
  INV-1005
$ clerk -q invoice issue --customer ACME --date 2026-11-07 --amount 9
  INV-1006
$ clerk -q payment receive --customer ACME --amount 45 --date 2026-10-20 --apply INV-1003
  P-1001
$ clerk -q payment receive --customer ACME --amount 20 --date 2026-10-21 --apply INV-1002
  P-1002
$ clerk -q credit issue --customer ACME --date 2026-10-22 --amount 5
  CM-1001
# The statement of the customer: the letter is the text, the list is for programs.
$ printf 'invoice,date,amount\ninv 1001,2026-10-02,100.00\nINV1002,2026-10-05,60\nINV-1003,2026-10-06,45\nINV-1005,2026-10-07,33\nX-77,2026-10-09,12.50\nINV-1006,2026-11-07,9\n' | clerk customer reconcile ACME --file - --as-of 2026-10-31
  Harbour & Finch: your statement and our books
  ACME, 2026-10-31
  
  Acme Holdings Ltd
  
  Account  ACME
  Date     2026-11-22
  
  We compared your statement with what is open in our books at the end of 2026-10-31. Yours comes to 250.50 EUR, ours to 215.00 EUR.
  
    Number    Date        Kind       Ours  Theirs  Difference  Status         Why
    --------  ----------  -------  ------  ------  ----------  -------------  -----------------------------------------
    INV-1001  2026-10-02  invoice  100.00  100.00           .  agreed
  ! INV-1002  2026-10-05  invoice   40.00   60.00       20.00  different      paid in part here by P-1002 on 2026-10-21
  ! INV-1003  2026-10-06  invoice       .   45.00       45.00  paid here      settled here by P-1001 on 2026-10-20
  ! INV-1005                                33.00       33.00  missing here   INV-1005 is of KADE here
  ! X-77                                    12.50       12.50  missing here   we know no such number
  ! INV-1004  2026-10-07  invoice   80.00              -80.00  missing there  not on their statement
  ! CM-1001   2026-10-22  credit    -5.00                5.00  missing there  they have not taken it off
                                   ------  ------  ----------
    Total                          215.00  250.50       35.50
  
  Theirs 250.50 EUR less ours 215.00 EUR = 35.50 EUR; lines of theirs left out (later days, other currencies): 1
  
  Different: please tell us what your amount is made of.
  Paid here: please take these off; the payment is named beside each.
  Missing here: please send us copies of these.
  Missing there: please enter these; ask us for copies if you need them.
$ printf 'invoice,date,amount\ninv 1001,2026-10-02,100.00\nINV1002,2026-10-05,60\nINV-1003,2026-10-06,45\nX-77,2026-10-09,12.50\n' | clerk customer reconcile ACME --file - --as-of 2026-10-31 --format csv
  number,date,kind,ours,theirs,difference,status,why
  INV-1001,2026-10-02,invoice,100.00,100.00,0.00,agreed,
  INV-1002,2026-10-05,invoice,40.00,60.00,20.00,different,paid in part here by P-1002 on 2026-10-21
  INV-1003,2026-10-06,invoice,0.00,45.00,45.00,paid here,settled here by P-1001 on 2026-10-20
  X-77,,,,12.50,12.50,missing here,we know no such number
  INV-1004,2026-10-07,invoice,80.00,,-80.00,missing there,not on their statement
  CM-1001,2026-10-22,credit,-5.00,,5.00,missing there,they have not taken it off
$ printf 'Belegnr;Saldo\nINV-1001;-1.100,00\nINV-1004;-80,00\n' | clerk customer reconcile ACME --file - --as-of 2026-10-31 --map "number=Belegnr; amount=Saldo" --decimal , --turn --format csv
  number,date,kind,ours,theirs,difference,status,why
  INV-1004,2026-10-07,invoice,80.00,80.00,0.00,agreed,
  INV-1001,2026-10-02,invoice,100.00,1100.00,1000.00,different,"they have 1,000.00 EUR more"
  INV-1002,2026-10-05,invoice,40.00,,-40.00,missing there,not on their statement
  CM-1001,2026-10-22,credit,-5.00,,5.00,missing there,they have not taken it off
$ printf 'Belegnr;Saldo\n' | clerk customer reconcile ACME --file -
! arledger: standard input: no column number; the file has Belegnr, Saldo
= 65
$ printf 'Belegnr;Saldo\n' | clerk customer reconcile ACME --file - --map "colour=Belegnr"
! arledger: --map: colour: it names number, amount, date or currency, each with a column of the file
= 65
$ printf 'number,amount\nINV-1001,much\n' | clerk customer reconcile ACME --file -
! arledger: standard input, line 2, column 2 (amount): "much" is not an amount; write it like 1234.50 or 1234.50 EUR
= 65
# A letter that asks, and its answers.
$ clerk confirmation send ACME --as-of 2026-10-31
  Harbour & Finch: confirmation of balance
  ACME, 2026-10-31
  
  Acme Holdings Ltd
  
  Account  ACME
  Letter   CF-1001
  Date     2026-11-22
  
  By our books your balance at the end of 2026-10-31 is 215.00 EUR, as listed here. Please compare it with yours and return the slip
  by 2026-12-06, also when you agree. This is not a demand for payment.
  
  Date        Document  Kind     Due         Cur  Amount  Applied    Open  Balance
  ----------  --------  -------  ----------  ---  ------  -------  ------  -------
  2026-10-22  CM-1001   credit               EUR   -5.00        .   -5.00    -5.00
  2026-10-02  INV-1001  invoice  2026-11-01  EUR  100.00        .  100.00    95.00
  2026-10-05  INV-1002  invoice  2026-11-04  EUR   60.00    20.00   40.00   135.00
  2026-10-07  INV-1004  invoice  2026-11-06  EUR   80.00        .   80.00   215.00
  
  ------------------------------------------------------------------------------------------------------------------------------------
  Please return this part to Harbour & Finch.
  Letter     CF-1001
  Account    ACME, Acme Holdings Ltd
  Reference  RF63 CF10 01
  
  [ ] We agree: 215.00 EUR on 2026-10-31.
  [ ] We do not agree. By our books it is: ______________________
      The difference is: ________________________________________
  
  Date: ______________  Name and signature: _____________________
  CF-1001
! CF-1001 asks ACME to confirm 215.00 EUR on 2026-10-31, by 2026-12-06
$ clerk confirmation send KADE --as-of 2026-10-31 --due 2026-11-23 -q
  Harbour & Finch: confirmation of balance
  KADE, 2026-10-31
  
  Kade BV
  
  Account  KADE
  Letter   CF-1002
  Date     2026-11-22
  
  By our books your balance at the end of 2026-10-31 is 33.00 EUR, as listed here. Please compare it with yours and return the slip by
  2026-11-23, also when you agree. This is not a demand for payment.
  
  Date        Document  Kind     Due         Cur  Amount  Applied   Open  Balance
  ----------  --------  -------  ----------  ---  ------  -------  -----  -------
  2026-10-07  INV-1005  invoice  2026-11-06  EUR   33.00        .  33.00    33.00
  
  ------------------------------------------------------------------------------------------------------------------------------------
  Please return this part to Harbour & Finch.
  Letter     CF-1002
  Account    KADE, Kade BV
  Reference  RF36 CF10 02
  
  [ ] We agree: 33.00 EUR on 2026-10-31.
  [ ] We do not agree. By our books it is: ______________________
      The difference is: ________________________________________
  
  Date: ______________  Name and signature: _____________________
  CF-1002
$ clerk confirmation send ACME --as-of 2026-11-23
! arledger: a customer confirms what it owed: the day is today at the latest
= 65
$ clerk confirmation answer CF-1001 --amount 200 --by "Ms Roe" --text "by mail"
  CF-1001
! ACME says 200.00 EUR, we say 215.00: -15.00 apart
$ clerk confirmation list
  Confirmations of balance
  
    Letter   Customer  As of       Sent        Answer due  Answered    Cur  Balance  Theirs  Difference  Status     By      Text
    -------  --------  ----------  ----------  ----------  ----------  ---  -------  ------  ----------  ---------  ------  -------
  ! CF-1001  ACME      2026-10-31  2026-11-22  2026-12-06  2026-11-22  EUR   215.00  200.00      -15.00  different  Ms Roe  by mail
    CF-1002  KADE      2026-10-31  2026-11-22  2026-11-23              EUR    33.00                      sent
$ clerk confirmation answer CF-1001 --amount 215 --by "Ms Roe"
  CF-1001
! ACME agrees: 215.00 EUR on 2026-10-31; `book verify` keeps checking it
$ clerk confirmation answer CF-1001 --amount "215 USD"
! arledger: --amount: CF-1001 asks for EUR, not USD
= 65
$ clerk confirmation answer CF-1009 --amount 1
! arledger: there is no letter CF-1009; `confirmation list` shows them
= 65
$ clerk --now 2026-11-30T12:00:00Z confirmation list --format csv
  number,customer,as-of,sent,due,answered,currency,balance,answer,difference,status,by,text
  CF-1001,ACME,2026-10-31,2026-11-22,2026-12-06,2026-11-22,EUR,215.00,215.00,0.00,agreed,Ms Roe,
  CF-1002,KADE,2026-10-31,2026-11-22,2026-11-23,,EUR,33.00,,,overdue,,
# What a customer says is checked from then on.
$ clerk balance assert ACME --date 2026-10-15 --amount 285
  2
! ACME says 285.00 EUR on 2026-10-15; so do our books
$ clerk book verify 2>&1 | sed 's/head [0-9a-f]*/head/'
  verified: 17 entries, 9 documents, head
$ clerk balance assert KADE --date 2026-10-31 --amount 1204.50 --by phone
  3
! KADE says 1204.50 EUR on 2026-10-31; our books say 33.00: `book verify` names it
$ clerk balance list
  Balances that customers gave
  
    No  Customer  Date        Cur  They say  We say  Difference  Status   Letter   By      Text  Withdrawn
    --  --------  ----------  ---  --------  ------  ----------  -------  -------  ------  ----  ---------
     1  ACME      2026-10-31  EUR    215.00  215.00           .  holds    CF-1001  Ms Roe
     2  ACME      2026-10-15  EUR    285.00  285.00           .  holds
  !  3  KADE      2026-10-31  EUR  1,204.50   33.00    1,171.50  differs           phone
$ clerk book verify 2>&1 | sed 's/head [0-9a-f]*/head/'
  Verify
  Harbour & Finch
  
    Trouble
    ---------------------------------------------------------------------------------
  ! KADE says 1204.50 EUR on 2026-10-31 (asserted balance 3), but our books say 33.00
  verified: 18 entries, 9 documents, head; 1 balance that a customer gave differs
$ clerk balance withdraw 3 --reason "they looked at another account"
  3
! asserted balance 3 is not checked any more
$ clerk balance withdraw 3 --reason again
! arledger: asserted balance 3 is withdrawn already
= 65
$ clerk balance withdraw 9 --reason none
! arledger: there is no asserted balance 9; `balance list` shows them
= 65
$ clerk balance assert KADE --date 2027-10-31 --amount 1
! arledger: nobody can say today what will be owed on a later day
= 65
$ clerk book verify 2>&1 | sed 's/head [0-9a-f]*/head/'
  verified: 19 entries, 9 documents, head
# A late paper in the month that the customer agreed to is named.
$ clerk -q invoice issue --customer ACME --date 2026-10-30 --amount 1
  INV-1007
$ clerk book verify 2>&1 | sed 's/head [0-9a-f]*/head/'
  Verify
  Harbour & Finch
  
    Trouble
    ---------------------------------------------------------------------------------
  ! ACME says 215.00 EUR on 2026-10-31 (asserted balance 1), but our books say 216.00
  verified: 20 entries, 10 documents, head; 1 balance that a customer gave differs
# An answer that is put right takes the balance of the one before with it.
$ clerk confirmation answer CF-1001 --amount 216
  CF-1001
! ACME says 216.00 EUR, we say 215.00: 1.00 apart
$ clerk book verify 2>&1 | sed 's/head [0-9a-f]*/head/'
  verified: 21 entries, 10 documents, head
$ clerk balance list --format csv
  balance,customer,date,currency,amount,owed,difference,status,letter,by,text,reason
  1,ACME,2026-10-31,EUR,215.00,216.00,-1.00,withdrawn,CF-1001,Ms Roe,,the letter was answered again
  2,ACME,2026-10-15,EUR,285.00,285.00,0.00,holds,,,,
  3,KADE,2026-10-31,EUR,1204.50,33.00,1171.50,withdrawn,,phone,,they looked at another account

# in the customer's language
$ clerk customer set --code ACME --language de -q
  ACME
$ printf 'invoice,date,amount\ninv 1001,2026-10-02,100.00\nINV1002,2026-10-05,60\nINV-1003,2026-10-06,45\nX-77,2026-10-09,12.50\n' | clerk customer reconcile ACME --file - --as-of 2026-10-31
  Harbour & Finch: Kontenabstimmung
  ACME, 31.10.2026
  
  Acme Holdings Ltd
  
  Konto  ACME
  Datum  22.11.2026
  
  Wir haben Ihren Kontoauszug mit den offenen Posten in unseren Büchern zum 31.10.2026 verglichen. Ihrer beläuft sich auf 217,50 EUR,
  unserer auf 216,00 EUR.
  
    Nummer    Datum       Art         Unsere    Ihre  Differenz  Stand           Grund
    --------  ----------  ----------  ------  ------  ---------  --------------  -------------------------------------------------
    INV-1001  02.10.2026  Rechnung    100,00  100,00          .  stimmt überein
  ! INV-1002  05.10.2026  Rechnung     40,00   60,00      20,00  abweichend      hier teilweise bezahlt durch P-1002 am 21.10.2026
  ! INV-1003  06.10.2026  Rechnung         .   45,00      45,00  hier bezahlt    hier ausgeglichen durch P-1001 am 20.10.2026
  ! X-77                                       12,50      12,50  fehlt hier      uns ist diese Nummer nicht bekannt
  ! INV-1004  07.10.2026  Rechnung     80,00             -80,00  fehlt dort      nicht auf Ihrem Auszug
  ! CM-1001   22.10.2026  Gutschrift   -5,00               5,00  fehlt dort      bei Ihnen nicht abgesetzt
  ! INV-1007  30.10.2026  Rechnung      1,00              -1,00  fehlt dort      nicht auf Ihrem Auszug
                                      ------  ------  ---------
    Summe                             216,00  217,50       1,50
  
  Ihre 217,50 EUR abzüglich unserer 216,00 EUR = 1,50 EUR
  
  Abweichend: Bitte teilen Sie uns mit, wie sich Ihr Betrag zusammensetzt.
  Hier bezahlt: Bitte buchen Sie diese aus; die Zahlung steht jeweils daneben.
  Fehlt hier: Bitte senden Sie uns Kopien davon.
  Fehlt dort: Bitte buchen Sie diese; Kopien senden wir Ihnen gern.
# a letter that is no demand for payment points at nothing that is overdue; a statement does
$ clerk confirmation send KADE --as-of 2026-11-22 --dry-run | sed -n '/INV-1005/p'
  2026-10-07  INV-1005  invoice  2026-11-06  EUR   33.00        .  33.00    33.00
! CF-1003 asks KADE to confirm 33.00 EUR on 2026-11-22, by 2026-12-06
! dry run: nothing was kept
$ clerk report statement --customer KADE --as-of 2026-11-22 | sed -n '/INV-1005/p'
  ! 2026-10-07  INV-1005  invoice  2026-11-06  EUR   33.00        .  33.00    33.00
