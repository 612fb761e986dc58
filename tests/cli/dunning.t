# Dunning: what a run would send and whom it leaves alone, letters, levels, blocks.
$ clerk -q book new --company "Harbour & Finch" --currency EUR --sandbox
$ clerk -q customer add --code ACME --name "Acme Ltd"
  ACME
$ clerk -q customer add --code BOLT --name "Bolt GmbH" --language de
  BOLT
$ clerk -q customer add --code COLT --name "Colt SA"
  COLT
$ clerk -q invoice issue --customer ACME --amount 100 --date 2026-09-01
  INV-1001
$ clerk -q invoice issue --customer ACME --amount 50 --date 2026-10-10
  INV-1002
$ clerk -q invoice issue --customer BOLT --amount 1200 --date 2026-09-15
  INV-1003
$ clerk -q invoice issue --customer BOLT --amount 80 --date 2026-10-21
  INV-1004
$ clerk -q credit issue --customer BOLT --amount 30 --date 2026-11-01
  CM-1001
$ clerk -q invoice issue --customer COLT --amount 70 --date 2026-09-01
  INV-1005
$ clerk -q invoice issue --customer COLT --amount 90 --date 2026-09-02
  INV-1006
$ clerk dunning level list
  Levels of dunning
  amounts in EUR
  
  Scheme    Level  Days  Grace  Again  Minimum  Min. %  Fee  Fee %  Pay within  Held  Used
  --------  -----  ----  -----  -----  -------  ------  ---  -----  ----------  ----  ----
  STANDARD      0    -3      0      0        .       0    .      0           0  no    no
  STANDARD      1     7      3      0        .       0    .      0          10  no    yes
  STANDARD      2    21      3      0        .       0    .      0           7  no    yes
  STANDARD      3    35      3      0        .       0    .      0           7  no    yes
$ clerk -q dunning level set 1 --fee 5 --fee-percent 1
  STANDARD 1
$ clerk dunning level set 0 --active yes
  STANDARD 0
! level 0 of STANDARD is changed
$ clerk dunning level set 2 --days 5
! arledger: level 1 begins after 7 days; level 2 must begin later
= 65
$ clerk dunning level set 0 --days 1
! arledger: level 0 comes before the due day: give its days as -3 or 0
= 65
$ clerk -q dispute open --invoice INV-1003 --amount 200 --reason PRICE
  1
$ clerk -q promise take --customer COLT --invoices INV-1005 --date +5
  1
$ clerk dunning block --invoice INV-1006 --until 2026-12-31 --reason "in talks"
  1
! INV-1006 is not dunned until 2026-12-31: block 1
$ clerk dunning preview --format csv
  customer,name,document,due,days_past_due,currency,open,disputed,credits,before,level,amount,fee,reason,why,pending
  ACME,Acme Ltd,INV-1001,2026-10-01,52,EUR,100.00,0.00,0.00,,1,100.00,6.50,,52 days past due,
  ACME,Acme Ltd,INV-1002,2026-11-09,13,EUR,50.00,0.00,0.00,,1,50.00,,,13 days past due,
  BOLT,Bolt GmbH,INV-1003,2026-10-15,38,EUR,1200.00,200.00,30.00,,1,970.00,14.70,,38 days past due; 200.00 disputed; 30.00 covered by credits,
  BOLT,Bolt GmbH,INV-1004,2026-11-20,2,EUR,80.00,0.00,0.00,,,,,grace,"2 days past due, within the grace of 3",
  COLT,Colt SA,INV-1005,2026-10-01,52,EUR,70.00,0.00,0.00,,,,,promise,promised for 2026-11-27,
  COLT,Colt SA,INV-1006,2026-10-02,51,EUR,90.00,0.00,0.00,,,,,blocked,blocked until 2026-12-31: in talks,
$ clerk dunning preview --customer ACME
  Dunning
  ACME Acme Ltd, a run on 2026-11-22
  
  Customer Name     Document Due        Days Cur   Open Disputed Credits Was Lv To pay  Fee Left out Why              Pending
  -------- -------- -------- ---------- ---- --- ------ -------- ------- --- -- ------ ---- -------- ---------------- -------
  ACME     Acme Ltd INV-1001 2026-10-01   52 EUR 100.00        .       .      1 100.00 6.50          52 days past due
  ACME     Acme Ltd INV-1002 2026-11-09   13 EUR  50.00        .       .      1  50.00               13 days past due
                                                                                ------ ----
  Total                                                                         150.00 6.50
  
  1 letter to 1 customer; 0 of 2 items left alone
# Several customers, as a list with marked rows hands them over.
$ clerk dunning preview --only "ACME; COLT" --format csv
  customer,name,document,due,days_past_due,currency,open,disputed,credits,before,level,amount,fee,reason,why,pending
  ACME,Acme Ltd,INV-1001,2026-10-01,52,EUR,100.00,0.00,0.00,,1,100.00,6.50,,52 days past due,
  ACME,Acme Ltd,INV-1002,2026-11-09,13,EUR,50.00,0.00,0.00,,1,50.00,,,13 days past due,
  COLT,Colt SA,INV-1005,2026-10-01,52,EUR,70.00,0.00,0.00,,,,,promise,promised for 2026-11-27,
  COLT,Colt SA,INV-1006,2026-10-02,51,EUR,90.00,0.00,0.00,,,,,blocked,blocked until 2026-12-31: in talks,
$ clerk dunning preview --only NOBODY
! arledger: there is no customer NOBODY; `customer list --search` finds codes
= 65
# A fee of 5.00 and one percent of what is dunned.
$ clerk dunning run --dry-run
  Letters of dunning
  
  Letter   Customer  Name       Level  Language  Items  Cur    To pay    Fee  Pay by      Status
  -------  --------  ---------  -----  --------  -----  ---  --------  -----  ----------  ------
  DL-1001  ACME      Acme Ltd       1  en            2  EUR    150.00   6.50  2026-12-02  sent
  DL-1002  BOLT      Bolt GmbH      1  de            1  EUR    970.00  14.70  2026-12-02  sent
                                                             --------  -----
  Total                                                      1,120.00  21.20
  1
! 2 letters to 2 customers will be written.
! dry run: nothing was kept
$ clerk dunning run
  Letters of dunning
  
  Letter   Customer  Name       Level  Language  Items  Cur    To pay    Fee  Pay by      Status
  -------  --------  ---------  -----  --------  -----  ---  --------  -----  ----------  ------
  DL-1001  ACME      Acme Ltd       1  en            2  EUR    150.00   6.50  2026-12-02  sent
  DL-1002  BOLT      Bolt GmbH      1  de            1  EUR    970.00  14.70  2026-12-02  sent
                                                             --------  -----
  Total                                                      1,120.00  21.20
  1
! run 1: 2 letters to 2 customers; `dunning print --run 1`
$ clerk dunning run
  Letters of dunning
  
  Letter  Customer  Name  Level  Language  Items  Cur  To pay  Fee  Pay by  Status
  ------  --------  ----  -----  --------  -----  ---  ------  ---  ------  ------
  (nothing to show)
! nobody is to be dunned; `dunning preview` says why
$ clerk dunning print --run 1 --customer BOLT
  Harbour & Finch
  
  Bolt GmbH
  
  Konto      BOLT
  Schreiben  DL-1002
  Datum      22.11.2026
  
  Zahlungserinnerung
  Sehr geehrte Damen und Herren,
  
  vielleicht ist es Ihrer Aufmerksamkeit entgangen: Die folgenden Posten sind überfällig, und bisher ist keine Zahlung bei uns
  eingegangen.
  
  Beleg     Datum       Fällig      Tage     Offen  Strittig  Gutschrift  Zu zahlen
  --------  ----------  ----------  ----  --------  --------  ----------  ---------
  INV-1003  15.09.2026  15.10.2026    38  1.200,00    200,00       30,00     970,00
  
  Gebühr für dieses Schreiben         14,70 EUR
  Bitte zahlen Sie                   984,70 EUR
  Insgesamt offen auf Ihrem Konto  1.264,70 EUR
  
  Bitte überweisen Sie 984,70 EUR bis zum 02.12.2026. Haben Sie in den letzten Tagen bezahlt, betrachten Sie dieses Schreiben bitte
  als erledigt. Bei Fragen zu den Posten rufen Sie uns gern an.
  
  Mit freundlichen Grüßen
  Harbour & Finch
  ------------------------------------------------------------------------------------------------------------------------------------
  Bitte zahlen Sie mit dieser Referenz
  Konto             BOLT, Bolt GmbH
  Referenz          RF49 INV1 003
  Bitte zahlen Sie  984,70 EUR
  Bis               02.12.2026
$ clerk dunning print --run 1 --customer BOLT > first
$ clerk -q dunning text set 1 --language de --title "Erinnerung"
  STANDARD 1 de
$ clerk dunning print --run 1 --customer BOLT | diff - first
$ clerk book verify 2>&1 | sed 's/head .*/head/'
  verified: 19 entries, 9 documents, head
# Level 2 after a week; the charge of the first letter comes along and counts for no fee.
$ clerk --today 2026-12-05 dunning preview --format csv --where "level = 2"
  customer,name,document,due,days_past_due,currency,open,disputed,credits,before,level,amount,fee,reason,why,pending
  ACME,Acme Ltd,INV-1001,2026-10-01,65,EUR,100.00,0.00,0.00,1,2,100.00,,,"65 days past due, level 1 for 13 days",
  ACME,Acme Ltd,INV-1002,2026-11-09,26,EUR,50.00,0.00,0.00,1,2,50.00,,,"26 days past due, level 1 for 13 days",
  ACME,Acme Ltd,LC-1001,2026-12-02,3,EUR,6.50,0.00,0.00,,2,6.50,,,"charged before, comes along",
  BOLT,Bolt GmbH,INV-1003,2026-10-15,51,EUR,1200.00,200.00,30.00,1,2,970.00,,,"51 days past due, level 1 for 13 days; 200.00 disputed; 30.00 covered by credits",
  BOLT,Bolt GmbH,LC-1002,2026-12-02,3,EUR,14.70,0.00,0.00,,2,14.70,,,"charged before, comes along",
$ clerk --today 2026-12-05 dunning level set 2 --held yes
  STANDARD 2
! level 2 of STANDARD is changed
$ clerk --today 2026-12-05 dunning run --except "BOLT; COLT"
  Letters of dunning
  
    Letter   Customer  Name      Level  Language  Items  Cur  To pay  Fee  Pay by      Status
    -------  --------  --------  -----  --------  -----  ---  ------  ---  ----------  ------
  * DL-1003  ACME      Acme Ltd      2  en            3  EUR  156.50    .  2026-12-12  held
  2
! run 2: 1 letter to 1 customer, 1 of them held to be checked; `dunning print --run 2`
$ clerk --today 2026-12-05 dunning confirm DL-1003
  DL-1003
! DL-1003: checked, and gone out
$ clerk --today 2026-12-05 dunning confirm DL-1003
! arledger: DL-1003 went out already
= 65
$ clerk --today 2026-12-05 dunning list --format csv
  letter,run,customer,name,date,level,language,items,currency,amount,fee,due,status,sent,undone,by,reason
  DL-1001,1,ACME,Acme Ltd,2026-11-22,1,en,2,EUR,150.00,6.50,2026-12-02,sent,,,anna,
  DL-1002,1,BOLT,Bolt GmbH,2026-11-22,1,de,1,EUR,970.00,14.70,2026-12-02,sent,,,anna,
  DL-1003,2,ACME,Acme Ltd,2026-12-05,2,en,3,EUR,156.50,0.00,2026-12-12,sent,2026-12-05,,anna,
$ clerk --today 2026-12-05 dunning undo --run 1 --reason "wrong date"
! arledger: DL-1003 stands on DL-1001; take that one back first
= 65
$ clerk --today 2026-12-05 dunning undo --letter DL-1003 --reason "wrong date"
  DL-1003
! DL-1003: taken back; the levels before hold again, fees are reversed
$ clerk --today 2026-12-05 dunning undo --run 1 --reason "wrong date"
  DL-1001
! 2 letters of run 1: taken back; the levels before hold again, fees are reversed
$ clerk --today 2026-12-05 dunning show DL-1003
  Harbour & Finch: Second reminder
  ACME, 2026-12-05
  
  UNDONE on 2026-12-05: wrong date
  Acme Ltd
  
  Account  ACME
  Letter   DL-1003
  Date     2026-12-05
  
  Second reminder
  Dear Sir or Madam,
  
  we wrote to you about open items before and have neither received the money nor heard from you.
  
  Document  Date        Due         Days    Open  To pay
  --------  ----------  ----------  ----  ------  ------
  INV-1001  2026-09-01  2026-10-01    65  100.00  100.00
  INV-1002  2026-10-10  2026-11-09    26   50.00   50.00
  LC-1001   2026-11-22  2026-12-02     3    6.50    6.50
                                                  ------
  Total                                           156.50
  
  of which earlier charges            6.50 EUR
  Please pay                        156.50 EUR
  All that is open on your account  156.50 EUR
  
  We ask you to settle 156.50 EUR by 2026-12-12, or to tell us before that day what stands in the way.
  
  Yours faithfully,
  Harbour & Finch
  ------------------------------------------------------------------------------------------------------------------------------------
  Please pay with this reference
  Account     ACME, Acme Ltd
  Reference   RF54 ACME
  Please pay  156.50 EUR
  By          2026-12-12
$ clerk --today 2026-12-05 dunning runs
  Runs of dunning
  
  Run  Date        By    Customers  Letters  Held  Undone  With a fee
  ---  ----------  ----  ---------  -------  ----  ------  ----------
    2  2026-12-05  anna          1        1     0       1           0
    1  2026-11-22  anna          2        2     0       2           2
$ clerk --today 2026-12-05 item list --customer ACME
  Open items
  ACME Acme Ltd, as of 2026-12-05
  
    Customer  Document  Kind     Part  Issued      Due         Cur  Amount    Open  Days  Disputed  Status
    --------  --------  -------  ----  ----------  ----------  ---  ------  ------  ----  --------  -------
  ! ACME      INV-1001  invoice     1  2026-09-01  2026-10-01  EUR  100.00  100.00    65         .  overdue
  ! ACME      INV-1002  invoice     1  2026-10-10  2026-11-09  EUR   50.00   50.00    26         .  overdue
                                                                    ------  ------
    Total                                                           150.00  150.00
$ clerk --today 2026-12-05 book verify 2>&1 | sed 's/head .*/head/'
  verified: 24 entries, 11 documents, head
# Blocks.
$ clerk dunning blocks
  Blocks of dunning
  
    No.  Customer  Name     Document  From        Until       Status   By    Reason
    ---  --------  -------  --------  ----------  ----------  -------  ----  --------
  *   1  COLT      Colt SA  INV-1006  2026-11-22  2026-12-31  blocked  anna  in talks
$ clerk dunning unblock 1 --reason "agreed"
  1
! block 1 is lifted
$ clerk dunning unblock 1
! arledger: block 1 is over already
= 65
$ clerk dunning unblock 7
! arledger: there is no block 7; `dunning blocks` shows them
= 65
$ clerk dunning blocks --format csv
  block,customer,name,document,from,until,status,by,reason
  1,COLT,Colt SA,INV-1006,2026-11-22,2026-12-31,lifted,anna,in talks
$ clerk dunning block --reason "what?"
! arledger: say what is not dunned: --customer or --invoice
= 2
$ clerk dunning block --customer ACME --until 2026-11-01 --reason "too late"
! arledger: a block ends on or after the day on which it begins
= 65
# Who is exempt, and what is wrong.
$ clerk book set --name dunning.scheme --value none --customer ACME
  dunning.scheme
! dunning.scheme is now none for ACME
$ clerk dunning preview --customer ACME --format csv
  customer,name,document,due,days_past_due,currency,open,disputed,credits,before,level,amount,fee,reason,why,pending
  ACME,Acme Ltd,INV-1001,2026-10-01,52,EUR,100.00,0.00,0.00,1,,,,exempt,the customer is not dunned: its scheme is none,
  ACME,Acme Ltd,INV-1002,2026-11-09,13,EUR,50.00,0.00,0.00,1,,,,exempt,the customer is not dunned: its scheme is none,
$ clerk book set --name dunning.scheme --value HARD --customer ACME
! arledger: --value: HARD is no scheme of dunning: give STANDARD, or none
= 65
$ clerk dunning level set 1 --scheme HARD --days 1
  HARD 1
! level 1 of HARD is there
$ clerk book set --name dunning.scheme --value HARD --customer ACME
  dunning.scheme
! dunning.scheme is now HARD for ACME
$ clerk dunning level set 1 --scheme none --days 1
! arledger: a scheme is one word, as STANDARD, and not "none"
= 65
$ clerk dunning level set 12 --days 1
! arledger: levels are 0 to 9
= 65
$ clerk dunning preview --customer ACME --format csv
  customer,name,document,due,days_past_due,currency,open,disputed,credits,before,level,amount,fee,reason,why,pending
  ACME,Acme Ltd,INV-1001,2026-10-01,52,EUR,100.00,0.00,0.00,1,,,,interval,"the last letter went out 0 days ago, the next after 7",
  ACME,Acme Ltd,INV-1002,2026-11-09,13,EUR,50.00,0.00,0.00,1,,,,interval,"the last letter went out 0 days ago, the next after 7",
$ clerk dunning show DL-9
! arledger: there is no letter DL-9; `dunning list` shows them
= 65
$ clerk dunning print
! arledger: say which letters: --run or --customer
= 2
$ clerk dunning undo --reason why
! arledger: say which: --letter or --run
= 2
$ clerk dunning text set 1 --language german
! arledger: a language is two letters, as en or de
= 65
# What is with an agency is left alone, and so is who cannot pay any more.
$ clerk placement make --invoice INV-1004 --agency "Collect & Co" --date 2026-11-22
  1
! placement 1: 80.00 EUR of BOLT is with the agency Collect & Co from 2026-11-22 on
$ clerk customer insolvent --customer COLT --date 2026-11-20
  COLT
! COLT is insolvent since 2026-11-20: nothing is dunned, charged or sent any more; 160.00 EUR is open of before, 0.00 of since
$ clerk dunning preview --format csv --where "customer != ACME"
  customer,name,document,due,days_past_due,currency,open,disputed,credits,before,level,amount,fee,reason,why,pending
  BOLT,Bolt GmbH,INV-1003,2026-10-15,38,EUR,1200.00,200.00,0.00,1,,,,interval,"the last letter went out 0 days ago, the next after 7",
  BOLT,Bolt GmbH,INV-1004,2026-11-20,2,EUR,80.00,0.00,0.00,,,,,agency,given away: Collect & Co,
  COLT,Colt SA,INV-1005,2026-10-01,52,EUR,70.00,0.00,0.00,,,,,insolvent,insolvent since 2026-11-20,
  COLT,Colt SA,INV-1006,2026-10-02,51,EUR,90.00,0.00,0.00,,,,,insolvent,insolvent since 2026-11-20,
# Interest that nobody charged yet is told, not asked for.
$ clerk -q charge rate add --from 2026-01-01 --rate 10
  contract
$ clerk -q customer add --code DOVE --name "Dove Inc"
  DOVE
$ clerk -q invoice issue --customer DOVE --amount 320 --date 2026-10-01
  INV-1007
$ clerk dunning draft --customer DOVE
  Harbour & Finch: Payment reminder
  DOVE, 2026-11-22
  
  Dove Inc
  
  Account  DOVE
  Letter   DRAFT
  Date     2026-11-22
  
  Payment reminder
  Dear Sir or Madam,
  
  perhaps it escaped your notice: the items below are past their due date, and no payment has reached us so far.
  
  Document  Date        Due         Days    Open  To pay
  --------  ----------  ----------  ----  ------  ------
  INV-1007  2026-10-01  2026-10-31    22  320.00  320.00
  
  Fee of this letter                         8.20 EUR
  Please pay                               328.20 EUR
  All that is open on your account         328.20 EUR
  Interest run up so far, not charged yet    1.93 EUR
  
  Please transfer 328.20 EUR by 2026-12-02. If you paid in the last days, please disregard this letter. Should anything about the
  items be unclear, call us.
  
  Yours faithfully,
  Harbour & Finch
  ------------------------------------------------------------------------------------------------------------------------------------
  Please pay with this reference
  Account     DOVE, Dove Inc
  Reference   RF38 INV1 007
  Please pay  328.20 EUR
  By          2026-12-02
# letters stand among what was sent, and go by mail where there is an address
$ clerk -q customer set ACME --email "accounts@acme.example"
  ACME
$ clerk -q --today 2026-12-20 dunning level set 2 --held no
  STANDARD 2
$ clerk --today 2026-12-20 dunning run --mail 2>&1 | tail -2
  3
  run 3: 3 letters to 3 customers; `dunning print --run 3`; 1 by mail, in the outbox; 2 to be printed, for want of an address
$ clerk --today 2026-12-20 sent list --from 2026-12-20 --format csv | cut -d, -f2,3,5-8
  date,customer,kind,number,channel,address
  2026-12-20,ACME,letter,DL-1004,mail,accounts@acme.example
  2026-12-20,BOLT,letter,DL-1005,paper,
  2026-12-20,DOVE,letter,DL-1006,paper,
$ clerk --today 2026-12-20 outbox list --format csv | cut -d, -f3-7
  customer,number,to,subject,put
  ACME,DL-1004,accounts@acme.example,Harbour & Finch: Payment reminder DL-1004,2026-11-22T12:00:00.000000Z
$ clerk --today 2026-12-20 sent show DL-1001 | head -8
  Harbour & Finch: Payment reminder
  ACME, 2026-11-22
  
  Acme Ltd
  
  Account  ACME
  Letter   DL-1001
  Date     2026-11-22
$ clerk --today 2026-12-20 sent print --number DL-1001 --into again.pdf
! 1 page drawn
$ clerk --today 2026-12-20 dunning undo --run 3 --reason "they paid by phone"
  DL-1004
! 3 letters of run 3: taken back; the levels before hold again, fees are reversed; 1 mail that waited in the outbox does not go out
$ clerk --today 2026-12-20 outbox list --format csv | cut -d, -f3-5,8-
  customer,number,to,last,tries,says,sha256
  ACME,DL-1004,accounts@acme.example,2026-11-22T12:00:00.000000Z,,the letter was taken back,
$ clerk --today 2026-12-20 mail send --letter DL-1004
! arledger: DL-1004 was taken back on 2026-12-20: they paid by phone
= 65
$ clerk -q --today 2026-12-20 dunning run --hold --customer ACME >/dev/null
$ clerk --today 2026-12-20 mail send --letter DL-1007
! arledger: DL-1007 waits to be checked; `dunning confirm` lets it go out
= 65
$ clerk --today 2026-12-20 dunning confirm --run 4 --mail
  DL-1007
! DL-1007: checked, and gone out; 1 by mail, in the outbox
$ clerk --today 2026-12-20 sent list --number DL-1007 --format csv | cut -d, -f2,3,5-8
  date,customer,kind,number,channel,address
  2026-12-20,ACME,letter,DL-1007,mail,accounts@acme.example
$ clerk --today 2026-12-20 dunning print --run 4 --paper
! arledger: there is no such letter that may be printed; `dunning list` shows what there is
= 65
$ clerk --today 2026-12-20 mail send --letter DL-1007 --to "boss@acme.example"
  3
! mail 3 with DL-1007 to boss@acme.example waits in the outbox
$ clerk book verify 2>&1 | sed 's/, head.*//'
  verified: 40 entries, 16 documents
# While a promise waits its invoice is left out, and the reason says how much of it is promised.
$ clerk -q customer add --code PART --name "Part Ltd"
  PART
$ clerk -q invoice issue --customer PART --number PART-1 --amount 650 --date 2026-10-01
  PART-1
$ clerk -q promise take --customer PART --amount 250 --date +5
  2
$ clerk dunning preview --customer PART --format csv
  customer,name,document,due,days_past_due,currency,open,disputed,credits,before,level,amount,fee,reason,why,pending
  PART,Part Ltd,PART-1,2026-10-31,22,EUR,650.00,0.00,0.00,,,,,promise,250.00 of it promised for 2026-11-27; waits until then,
