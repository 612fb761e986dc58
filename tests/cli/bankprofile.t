# The map of a bank's CSV file is kept under a name, and found again by the file's header wherever that stands.
$ clerk -q book new --company "Harbour & Finch" --currency EUR --sandbox
$ printf 'Date,Amount,Text\n03/04/2026,-12.50,fee\n03/05/2026,99.00,INV-1001\n' >april.csv
$ clerk bank import april.csv --account 1200 --map 'date=Date; amount=Amount; text=Text; dates=dmy; decimal=.' --save-profile moor
  2
! april.csv, CSV: 2 new lines in 1 statement; its map is the profile moor
$ clerk profile list --format csv
  profile,reads,options
  moor,bank files,map date=Date; amount=Amount; text=Text; dates=dmy; decimal=.

# another month, with words of the bank above the header: days and months are not asked for again
$ printf 'Moor Bank\nStatement of May\n date ,AMOUNT,Text\n01/05/2026,7.00,INV-1002\n' >may.csv
$ arledger --no-input bank read may.csv --format csv
  account,day,value,amount,currency,name,payer_account,reference,text,code,status,bank_ref,cheque,mandate,bank,part,reason,line
  ,2026-05-01,,7.00,,,,,INV-1002,,booked,,,,,,,4
$ arledger --no-input bank check may.csv
  Bank file
  
  CSV statement
  Money in             7.00
  Money out            0.00
  Lines                1
  Proof                not both balances: cannot be checked
  Read by the profile  moor
$ clerk bank import may.csv
  1
! may.csv, CSV: 1 new line in 1 statement; read by the profile moor
# said, it goes before what is remembered; both at once cannot be
$ arledger --no-input bank read may.csv --map 'date=1; amount=2; header=3; dates=mdy; decimal=.' --format csv
  account,day,value,amount,currency,name,payer_account,reference,text,code,status,bank_ref,cheque,mandate,bank,part,reason,line
  ,2026-01-05,,7.00,,,,,,,booked,,,,,,,4
$ arledger --no-input bank read may.csv --map 'date=1; amount=2; header=3; dates=mdy; decimal=.' --profile moor
! arledger: --map and --profile both say what the columns mean
= 2
$ arledger --no-input bank read may.csv --profile none
! arledger: there is no profile none of bank files
= 65
$ arledger -b nowhere.arl --no-input bank read may.csv --profile moor 2>&1 | sed 's#/tmp.*/##'
  arledger: there is no book nowhere.arl: make one with `arledger book new`
$ arledger -b nowhere.arl --no-input bank read may.csv
! arledger: may.csv: The days fit day-month as well as month-day: say --dates dmy or --dates mdy. Beside that, --map 'date=date; amount=AMOUNT; text=Text; header=3; decimal=.' would do
= 2

# a file without a header is found by name only, and an encoding is remembered
$ printf '2026-06-01,8.00,caf\351\n' >june.csv
$ clerk bank import june.csv --map 'date=1; amount=2; text=3; header=0; dates=ymd; decimal=.' --encoding cp1252 --save-profile plain
  1
! june.csv, CSV: 1 new line in 1 statement; its map is the profile plain
$ printf '2026-07-01,9.00,th\351\n' >july.csv
$ arledger --no-input bank read july.csv --profile plain --format csv
  account,day,value,amount,currency,name,payer_account,reference,text,code,status,bank_ref,cheque,mandate,bank,part,reason,line
  ,2026-07-01,,9.00,,,,,thé,,booked,,,,,,,1
$ clerk bank import july.csv --profile plain
  1
! july.csv, CSV: 1 new line in 1 statement; read by the profile plain
$ clerk profile list --format csv
  profile,reads,options
  moor,bank files,map date=Date; amount=Amount; text=Text; dates=dmy; decimal=.
  plain,bank files,encoding cp1252 map date=1; amount=2; text=3; header=0; dates=ymd; decimal=.

# imports and bank files share names, not maps
$ printf 'Date,Amount,Text,Customer\n2026-04-03,5.00,x,ACME\n' >pay.csv
$ clerk -q customer add --code ACME --name Acme
  ACME
$ clerk import payments --file pay.csv --map 'customer=Customer; amount=Amount; date=Date' --save-profile moor
! arledger: the profile moor reads bank files, not imports; take another name
= 65
$ clerk import payments --file pay.csv --map 'customer=Customer; amount=Amount; date=Date' --save-profile pays
! pay.csv: 1 payment (5.00 EUR)
$ arledger --no-input bank read may.csv --profile pays
! arledger: the profile pays reads imports, not bank files; take another name
= 65
$ clerk import payments --file pay.csv --profile moor
! arledger: the profile moor reads bank files, not imports; take another name
= 65
$ cp $SAMPLES/bank/letters.box . ; clerk bank import letters.box --save-profile box
! arledger: --save-profile: letters.box is no CSV file on the disk, whose map and header could be saved
= 2
$ cat may.csv | clerk bank import - --map 'date=1; amount=2; header=3; dates=dmy; decimal=.' --save-profile pipe
! arledger: --save-profile: - is no CSV file on the disk, whose map and header could be saved
= 2

# one that is not wanted any more
$ clerk profile remove moor
  moor
! the profile moor is gone; what it read stays
$ clerk profile remove moor
! arledger: there is no profile moor
= 65
$ arledger --no-input bank read may.csv
! arledger: may.csv: The days fit day-month as well as month-day: say --dates dmy or --dates mdy. Beside that, --map 'date=date; amount=AMOUNT; text=Text; header=3; decimal=.' would do
= 2
$ clerk -q book verify

# The order of days and the decimal mark are said as for other imports; a profile has them itself.
$ printf 'Datum;Betrag;Zweck\n02.11.2026;1.234,50;Rechnung 7\n03.11.2026;0,00;nichts\n02.11.2027;5,00;zu frueh\n' >zweck.csv
$ clerk --yes bank import zweck.csv --account 1210
! arledger: zweck.csv: The days fit day-month as well as month-day: say --dates dmy or --dates mdy. Beside that, --map 'date=Datum; amount=Betrag; text=Zweck; decimal=,' would do
= 2
$ clerk --yes bank import zweck.csv --account 1210 --dates dmy --save-profile zweck
  2
! zweck.csv, CSV: 2 new lines in 1 statement, 1 line of 0 left out; look at the day 2027-11-02; dated 345 days after today; its map is the profile zweck
$ printf 'Datum;Betrag;Zweck\n04.11.2026;1,00;x\n' >zweck2.csv
$ clerk --yes bank import zweck2.csv --account 1210 --dates mdy
! arledger: --dates is said by the profile of the file already; say --map for another one
= 2
