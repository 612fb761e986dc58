# Bank files are looked at without a book: what they are is told by their content, not by their name.
$ cp $SAMPLES/bank/* .
$ cp batch.xml statement.txt
$ arledger --no-input bank read --file statement.txt --format csv
  account,day,value,amount,currency,name,payer_account,reference,text,code,status,bank_ref,cheque,mandate,bank,part,reason,line
  DE02500105170137075030,2026-11-20,2026-11-21,400.00,EUR,,,,Two payments in one sum,PMNT/RCDT/VCOM,booked,BATCH-9,,,,0/2,,12
  DE02500105170137075030,2026-11-20,2026-11-21,150.00,EUR,Café Nørd & Sons,NL91ABNA0417164300,,RF18539007547034 INV-1001,,detail,,,,,1/2,,18
  DE02500105170137075030,2026-11-20,2026-11-21,250.00,EUR,北京 Import,,E-2,INV-1002 and INV-1003,,detail,,,,,2/2,,21
  DE02500105170137075030,2026-11-20,,-5.50,EUR,Moor GmbH,,DD-5,refused by the payer,,returned,,,MND-5,,,MD06,26
  DE02500105170137075030,2026-11-20,2026-11-20,25.00,EUR,,,,Interest,,booked,,,,,,,32
  DE02500105170137075030,,,99.00,EUR,,,,,,pending,,,,,,,33
$ arledger --no-input bank read batch.xml.gz --search 北京 --format csv
  account,day,value,amount,currency,name,payer_account,reference,text,code,status,bank_ref,cheque,mandate,bank,part,reason,line
  DE02500105170137075030,2026-11-20,2026-11-21,250.00,EUR,北京 Import,,E-2,INV-1002 and INV-1003,,detail,,,,,2/2,,21
$ arledger --no-input bank read pages.sta --where "amount < 0" --format csv
  account,day,value,amount,currency,name,payer_account,reference,text,code,status,bank_ref,cheque,mandate,bank,part,reason,line
  0012345678,2026-11-20,2026-11-20,-50.00,EUR,Moor GmbH,,DD-5,Konto leer,NRTI+109 RUECKLASTSCHRIFT,returned,B-78,,,,,914,11
  0012345678,2027-01-02,2026-12-31,-0.50,EUR,De Vries B.V.,NL91ABNA0417164300,,charge of the bank INV-1003,N123,booked,,,,ABNANL2A,,,19
$ arledger --no-input bank check pages.sta
  Bank file
  
  MT940 statement 0012345678, number 47/1
  Opening    1,000.00 EUR  on 2026-11-19
  Money in   250.50 EUR
  Money out  50.00 EUR
  Closing    1,200.50 EUR  on 2026-11-20
  Lines      2
  Proof      ties
  MT940 statement 0012345678, number 47/2
  Opening    1,200.50 EUR  on 2026-11-20
  Money in   300.00 EUR
  Money out  0.50 EUR
  Closing    1,500.00 EUR  on 2027-01-02
  Lines      3
  Proof      ties
$ arledger --no-input bank check off.sta
  Bank file
  
  MT940 statement 123, number 1
  Opening    -1,000 JPY  on 2026-11-19
  Money in   250 JPY
  Money out  0 JPY
  Closing    -800 JPY  on 2026-11-20
  Lines      1
  Proof      does not tie: off by -50, the closing balance would be -750
= 1
$ arledger --no-input bank check cheques.box --currency USD
  Bank file
  
  lockbox 0022222
  Money in   717.34 USD
  Money out  0.00 USD
  Lines      3, with 4 details
  Proof      not both balances: cannot be checked
$ arledger --no-input bank check control.bai
  Bank file
  
  BAI2 statement 1234567890
  Opening    1,000.00 USD  on 2026-11-19
  Money in   500.00 USD
  Money out  185.00 USD
  Closing    1,315.00 USD  on 2026-11-19
  Lines      3
  Proof      ties
  BAI2 statement 555
  Money in   0.25 EUR
  Money out  0.00 EUR
  Lines      1
  Proof      not both balances: cannot be checked
  Control totals that do not foot
  control.bai, line 9: the account's control (49) says 368600; the amounts come to 368500 (in the smallest unit)
  control.bai, line 15: the group's control (98) says 368525; the amounts come to 368625 (in the smallest unit)
= 1
$ arledger --no-input bank read total.box --limit 1 --format csv
  account,day,value,amount,currency,name,payer_account,reference,text,code,status,bank_ref,cheque,mandate,bank,part,reason,line
  0022222,2026-11-20,2026-11-19,700.00,,FISH & CHIPS LTD,0012345555,,HARBOUR & FINCH,,booked,001001,0000000180,,055002707,0/2,,4
$ arledger --no-input bank read doctype.xml --format csv
! arledger: doctype.xml, line 2: a document type (<!DOCTYPE Document) stands in the file; no bank needs one, so it is refused
= 65
$ arledger --no-input bank read noday.ofx --format csv
! arledger: noday.ofx, line 20: the transaction that begins here has no day (DTPOSTED)
= 65
$ arledger --no-input bank read broken.sta --format csv
! arledger: broken.sta, line 4: the day of :61: "260230": there is no day 2026-02-30
= 65
$ arledger --no-input bank read signed.csv --format csv
! arledger: signed.csv: what do its columns mean? Give --yes to take this proposal, or say --map 'date=Buchungstag; value=Wertstellung; amount="Betrag (EUR)"; balance=Saldo; name=Auftraggeber/Empfänger; account=IBAN; text=Verwendungszweck; dates=dmy; decimal=,'
= 2
$ arledger --no-input bank read signed.csv --yes --format csv
  account,day,value,amount,currency,name,payer_account,reference,text,code,status,bank_ref,cheque,mandate,bank,part,reason,line
  ,2026-11-20,2026-11-21,1250.50,EUR,Fish & Chips,DE02500105170137075030,,INV-1001; zweite Zeile,,booked,,,,,,,2
  ,2026-11-19,2026-11-19,-5.00,EUR,Bank,,,Gebühr,,booked,,,,,,,4
$ arledger --no-input bank read signed.csv --yes --encoding utf-17
! arledger: there is no encoding "utf-17"; it is one of utf-8, cp1252, iso-8859-1, iso-8859-15, iso-8859-2, cp1250, cp1251, cp437, cp850, cp852, macintosh, utf-16, utf-16le, utf-16be
= 2
$ arledger --no-input bank read either.csv --yes --format csv
! arledger: either.csv: The days fit day-month as well as month-day: say --dates dmy or --dates mdy. Beside that, --map 'date=Date; amount=Amount; text=Description; decimal=.' would do
= 2
$ arledger --no-input bank read either.csv --map "date=Date; amount=Amount; text=Description; decimal=.; dates=dmy" --currency GBP --format csv
  account,day,value,amount,currency,name,payer_account,reference,text,code,status,bank_ref,cheque,mandate,bank,part,reason,line
  ,2026-02-10,,-5.00,GBP,,,,A,,booked,,,,,,,2
$ arledger --no-input bank read nosign.csv --yes --format csv
! arledger: nosign.csv: The amounts stand in column 3 or 4 and have no sign: say which is money in and which out, as in=4; out=3. Beside that, --map 'date=1; text=2; header=0; dates=ymd; decimal=.' would do
= 2
$ arledger --no-input bank read header.csv --yes --format csv
! arledger: header.csv: the file has a header and no rows below it: there is nothing to read
= 65
$ arledger --no-input bank check columns.csv --yes
  Bank file
  
  CSV statement
  Opening    100.00 SGD  on 2026-11-25
  Money in   1,000.00 SGD
  Money out  0.50 SGD
  Closing    1,099.50 SGD  on 2026-11-26
  Lines      2
  Proof      ties
$ arledger --no-input bank check tags.ofx --format json
  {"v":1,"title":"Bank file","blocks":[
  {"kind":"heading","level":2,"text":"OFX statement 0137 075030"},
  {"kind":"pair","label":"Money in","text":"250.50 EUR"},
  {"kind":"pair","label":"Money out","text":"33.30 EUR"},
  {"kind":"pair","label":"Closing","text":"-500.00 EUR  on 2026-11-21"},
  {"kind":"pair","label":"Lines","text":"2"},
  {"kind":"pair","label":"Proof","text":"not both balances: cannot be checked"}]}
