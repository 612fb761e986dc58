# Anything is found by number, name, reference, note or amount; the best comes first.
$ clerk -q book new --company Lights --currency EUR --sandbox
$ clerk -q customer add --code ACME --name "Acme Holdings Ltd" --phone "+1 617 555 0100" --address "1 Main St, Boston"
  ACME
$ clerk -q customer add --code BOREALIS --name "Borealis Éclairage"
  BOREALIS
$ clerk -q person add --customer BOREALIS --name "Zoë Novák" --phone 0431/222333 --email zoe@borealis.example
  BOREALIS
$ clerk -q invoice issue --customer ACME --date 2026-09-20 --reference PO-4711 --line "text=Lampshades; price=500"
  INV-1001
$ clerk -q invoice issue --customer ACME --date 2026-10-02 --po B-77 --amount 1234.56
  INV-1002
$ clerk -q invoice issue --customer BOREALIS --date 2026-11-02 --line "text=Lamps; qty=2; price=150"
  INV-1003
$ clerk -q payment receive --customer BOREALIS --amount 123.45 --date 2026-11-10 --payer "Nordlicht Bank" --apply INV-1003
  P-1001
$ clerk -q dispute open --invoice INV-1002 --reason QTY --amount 11.11 --text "two were broken"
  1
$ clerk find acme
  Found
  acme
  
  What      Number  Customer  Name                                                Date        Cur  Amount      Open  Status  Found in
  --------  ------  --------  --------------------------------------------------  ----------  ---  ------  --------  ------  --------
  customer  ACME    ACME      Acme Holdings Ltd                                   2026-10-02  EUR          1,734.56          code
  entry     6                 INV-1002 of ACME: 1234.56 EUR, due 2026-11-01       2026-11-22                                 journal
  entry     5                 INV-1001 of ACME: 500.00 EUR, due 2026-10-20        2026-11-22                                 journal
  entry     2                 customer ACME is opened: Acme Holdings Ltd, in EUR  2026-11-22                                 journal
$ clerk find 1001
  Found
  1001
  
    What     Number    Customer  Name                                              Date        Cur   Amount    Open  Status   Found in
    -------  --------  --------  ------------------------------------------------  ----------  ---  -------  ------  -------  --------
  ! invoice  INV-1001  ACME      Acme Holdings Ltd                                 2026-09-20  EUR   500.00  500.00  overdue  number
    payment  P-1001    BOREALIS  Borealis Éclairage                                2026-11-10  EUR  -123.45       .  applied  number
    entry    8                   P-1001: 123.45 EUR from BOREALIS; INV-1003 123.…  2026-11-22                                 journal
    entry    5                   INV-1001 of ACME: 500.00 EUR, due 2026-10-20      2026-11-22                                 journal
$ clerk find novak --format csv
  what,number,customer,name,date,currency,amount,open,status,match,text
  customer,BOREALIS,BOREALIS,Borealis Éclairage,2026-11-10,EUR,,176.55,,contact,Zoë Novák
  entry,4,,Zoë Novák is noted at BOREALIS,2026-11-22,,,,,journal,Zoë Novák is noted at BOREALIS
$ clerk find boraelis --format csv
  what,number,customer,name,date,currency,amount,open,status,match,text
  customer,BOREALIS,BOREALIS,Borealis Éclairage,2026-11-10,EUR,,176.55,,nearly code,
$ clerk find 6175550100 --format csv
  what,number,customer,name,date,currency,amount,open,status,match,text
  customer,ACME,ACME,Acme Holdings Ltd,2026-10-02,EUR,,1734.56,,phone,'+1 617 555 0100
$ clerk find cheque
  Found
  cheque
  
  What  Number  Customer  Name  Date  Cur  Amount  Open  Status  Found in
  ----  ------  --------  ----  ----  ---  ------  ----  ------  --------
  (nothing to show)
  
  nothing in this book has it
$ clerk find nordlicht --format csv
  what,number,customer,name,date,currency,amount,open,status,match,text
  payment,P-1001,BOREALIS,Borealis Éclairage,2026-11-10,EUR,-123.45,0.00,applied,payer,Nordlicht Bank
$ clerk find b-77 --format csv
  what,number,customer,name,date,currency,amount,open,status,match,text
  invoice,INV-1002,ACME,Acme Holdings Ltd,2026-10-02,EUR,1234.56,1234.56,disputed,order,B-77
$ clerk find lamps --kind invoice --format csv
  what,number,customer,name,date,currency,amount,open,status,match,text
  invoice,INV-1001,ACME,Acme Holdings Ltd,2026-09-20,EUR,500.00,500.00,overdue,line,Lampshades
  invoice,INV-1003,BOREALIS,Borealis Éclairage,2026-11-02,EUR,300.00,176.55,part-paid,line,Lamps
$ clerk find 123.45 --format csv
  what,number,customer,name,date,currency,amount,open,status,match,text
  payment,P-1001,BOREALIS,Borealis Éclairage,2026-11-10,EUR,-123.45,0.00,applied,amount,
  entry,8,,P-1001: 123.45 EUR from BOREALIS; INV-1003 123.45 on 2026-11-10,2026-11-22,,,,,journal,P-1001: 123.45 EUR from BOREALIS; INV-1003 123.45 on 2026-11-10
$ clerk find '~1243.56' --format csv
  what,number,customer,name,date,currency,amount,open,status,match,text
  invoice,INV-1002,ACME,Acme Holdings Ltd,2026-10-02,EUR,1234.56,1234.56,disputed,amount,
$ clerk find acme '>500' --format csv
  what,number,customer,name,date,currency,amount,open,status,match,text
  invoice,INV-1002,ACME,Acme Holdings Ltd,2026-10-02,EUR,1234.56,1234.56,disputed,amount,
$ clerk find 'acme > 500 EUR' --format csv
  what,number,customer,name,date,currency,amount,open,status,match,text
  invoice,INV-1002,ACME,Acme Holdings Ltd,2026-10-02,EUR,1234.56,1234.56,disputed,amount,
$ clerk find 100..400 --format csv
  what,number,customer,name,date,currency,amount,open,status,match,text
  invoice,INV-1003,BOREALIS,Borealis Éclairage,2026-11-02,EUR,300.00,176.55,part-paid,amount,
  payment,P-1001,BOREALIS,Borealis Éclairage,2026-11-10,EUR,-123.45,0.00,applied,amount,
$ clerk find broken --format csv
  what,number,customer,name,date,currency,amount,open,status,match,text
  dispute,1,ACME,Acme Holdings Ltd,2026-11-22,EUR,11.11,11.11,open,text,"INV-1002, two were broken"
$ clerk find 'lamps' --customer BOREALIS --open --format json
  {"v":1,"title":"Found","subtitle":"lamps","columns":["what","number","customer","name","date","currency","amount","open","status","match","text"],"rows":[
  {"what":"invoice","number":"INV-1003","customer":"BOREALIS","name":"Borealis Éclairage","date":"2026-11-02","currency":"EUR","amount":"300.00","open":"176.55","status":"part-paid","match":"line","text":"Lamps"}
  ],"totals":[]}
$ clerk find lamps --limit 1 --format csv
  what,number,customer,name,date,currency,amount,open,status,match,text
  invoice,INV-1001,ACME,Acme Holdings Ltd,2026-09-20,EUR,500.00,500.00,overdue,line,Lampshades
$ clerk find '"net 30"' --format csv
  what,number,customer,name,date,currency,amount,open,status,match,text
# What is no question is said.
$ clerk find '>'
! arledger: behind > stands an amount, as in >500; put a word with such a sign in quotes
= 65
$ clerk find ''
! arledger: --text is empty: words and amounts: acme >500
= 2
$ clerk find
! arledger: --text is missing: words and amounts: acme >500
= 2
$ clerk find acme --limit 0
! arledger: --limit is a number of rows, 1 or more
= 2
$ clerk find acme --kind nothing
! arledger: --kind: 'nothing' is not one of customer, invoice, credit, debit, payment, refund, reversal, void, discount, writeoff, transfer, fx, charge, deduction, contra, deposit, revaluation, netting, bank-entry, recovery, tax-relief, cost, cash-tax, allowance, dispute, entry: did you mean netting?
= 65
$ clerk find acme --customer NOBODY
! arledger: there is no customer NOBODY; `customer list --search` finds codes
= 65
# What was owed stands before what paid it and names it, though that is newer.
$ clerk -q invoice issue --customer ACME --date 2026-09-01 --amount 70
  INV-1004
$ clerk -q payment receive --customer ACME --amount 70 --date 2026-11-20 --reference INV-1004 --apply INV-1004
  P-1002
$ clerk find 1004 --format csv
  what,number,customer,name,date,currency,amount,open,status,match,text
  invoice,INV-1004,ACME,Acme Holdings Ltd,2026-09-01,EUR,70.00,0.00,paid,number,
  payment,P-1002,ACME,Acme Holdings Ltd,2026-11-20,EUR,-70.00,0.00,applied,reference,INV-1004
  entry,11,,P-1002: 70.00 EUR from ACME; INV-1004 70.00 on 2026-11-20,2026-11-22,,,,,journal,P-1002: 70.00 EUR from ACME; INV-1004 70.00 on 2026-11-20
  entry,10,,"INV-1004 of ACME: 70.00 EUR, due 2026-10-01",2026-11-22,,,,,journal,"INV-1004 of ACME: 70.00 EUR, due 2026-10-01"
# A prepayment stands beside the balance here as in every list.
$ clerk -q customer add --code GOSSAMER --name "Gossamer Mills"
  GOSSAMER
$ clerk -q invoice issue --customer GOSSAMER --date 2026-11-02 --amount 90
  INV-1005
$ clerk -q payment receive --customer GOSSAMER --amount 25 --date 2026-11-14 --keep prepayment
  P-1003
$ clerk find gossamer --kind customer --format csv
  what,number,customer,name,date,currency,amount,open,status,match,text
  customer,GOSSAMER,GOSSAMER,Gossamer Mills,2026-11-14,EUR,,90.00,,code,
$ clerk customer list --search GOSSAMER --format csv
  code,name,currency,terms,limit,balance,overdue,oldest_days,collector,status,nsf,formerly
  GOSSAMER,Gossamer Mills,EUR,NET30,,90.00,0.00,0,,ok,0,
# An entry is of the day on which it was made where the firm is.
$ TZ=Asia/Tokyo arledger --now 2026-11-22T20:00:00Z --actor anna --book far.arl -q book new --company "Harbour & Finch" --currency JPY --sandbox
$ TZ=Asia/Tokyo arledger --now 2026-11-22T20:00:00Z --actor anna --book far.arl -q customer add --code KADE --name Kade
  KADE
$ TZ=Asia/Tokyo arledger --now 2026-11-22T20:00:00Z --book far.arl find opened --format csv | tail -n 1 | cut -d, -f1,2,6
  entry,2,2026-11-23
