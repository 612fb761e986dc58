# A dispute is a case on an invoice: its amount, from a day, until it is closed.
$ clerk -q book new --company "Harbour & Finch" --currency EUR --sandbox
$ clerk -q customer add --code ACME --name "Acme Ltd"
  ACME
$ clerk -q terms add --code HALF --due "net 30" --instalments "50% net 30; 50% net 60"
  HALF
$ clerk -q invoice issue --customer ACME --amount 100 --date 2026-09-01
  INV-1001
$ clerk -q invoice issue --customer ACME --amount 90 --date 2026-09-01 --terms HALF
  INV-1002
$ clerk dispute open --invoice INV-1001 --amount 40 --reason PRICE --text "the price was 60"
  1
! INV-1001 is in dispute: case 1 of anna, due 2026-12-06
$ clerk dispute open --invoice INV-1001 --amount 70
! arledger: INV-1001: at most 60.00 can be disputed
= 65
$ clerk dispute open --invoice INV-1001 --amount -7
! arledger: --amount: a disputed amount is above 0
= 65
$ clerk dispute open --invoice INV-1001 --amount "7 USD"
! arledger: --amount: INV-1001 is in EUR, not USD
= 65
$ clerk dispute open --invoice INV-1001 --amount 7 --date 2026-08-01
! arledger: INV-1001 cannot be disputed before its own date
= 65
$ clerk dispute open --invoice INV-1001 --instalment 2
! arledger: --instalment: INV-1001 has 1 instalment; there is no number 2
= 65
$ clerk dispute open --invoice INV-9
! arledger: there is no document INV-9; look for it with `find`
= 65
$ clerk dispute open --invoice INV-1002 --amount 7
! arledger: INV-1002 has 2 open instalments; say with --instalment which one the amount is of
= 65
$ clerk dispute open --invoice INV-1002 --reason QTY
  3
! 2 instalments of INV-1002 are in dispute of anna, due 2026-12-06
$ clerk dispute list
  Disputes
  
    Case Customer Document Reason Owner Opened     Closed Cur Amount   Open Resolution Text             Status Due        Up Cause
    ---- -------- -------- ------ ----- ---------- ------ --- ------ ------ ---------- ---------------- ------ ---------- -- -----
  *    1 ACME     INV-1001 PRICE  anna  2026-11-22        EUR  40.00  40.00            the price was 60 open   2026-12-06
  *    2 ACME     INV-1002 QTY    anna  2026-11-22        EUR  45.00  45.00                             open   2026-12-06
  *    3 ACME     INV-1002 QTY    anna  2026-11-22        EUR  45.00  45.00                             open   2026-12-06
                                                                     ------
         Total                                                       130.00
$ clerk dispute resolve 1 --resolution "rejected: as agreed"
  1
! dispute 1 is closed: rejected: as agreed; 100.00 EUR of INV-1001 stay owed, due 2026-10-01
$ clerk dispute resolve 1 --resolution paid
! arledger: dispute 1 is closed already
= 65
$ clerk dispute resolve 7 --resolution paid
! arledger: there is no dispute 7; `dispute list` shows them
= 65
$ clerk dispute list --open --format csv
  id,customer,document,reason,owner,opened,closed,currency,amount,open,resolution,text,status,due,level,cause
  2,ACME,INV-1002,QTY,anna,2026-11-22,,EUR,45.00,45.00,,,open,2026-12-06,,
  3,ACME,INV-1002,QTY,anna,2026-11-22,,EUR,45.00,45.00,,,open,2026-12-06,,
$ clerk dispute list --customer NOBODY
! arledger: there is no customer NOBODY; `customer list --search` finds codes
= 65
$ clerk -q book verify

# A case outlives its paper: whoever takes the paper back is told.
$ clerk invoice issue --customer ACME --number D-77 --date 2026-11-02 --amount 40 -q
  D-77
$ clerk dispute open D-77 --reason DUP -q
  4
$ clerk invoice void --invoice D-77 --reason "billed twice"
  VD-1001
! D-77 of ACME over 40.00 EUR is void from 2026-11-22 on, by VD-1001; its dispute, case 4, waits for `dispute resolve`
$ clerk payment receive --customer ACME --amount 5 --apply "INV-1001 instalment 4"
! arledger: INV-1001 has 1 instalment, so there is no 4
= 65
$ clerk invoice issue --customer ACME --number D-78 --date 2026-11-02 --amount 40 -q
  D-78
$ clerk invoice issue --customer ACME --number D-79 --date 2026-11-02 --amount 40 -q
  D-79
$ clerk payment receive --customer ACME --amount 40 --apply "D-78; D-79"
! arledger: nothing of P-1001 is left for D-79
= 65
# Nothing was paid of it: what stays owed is said, whatever the word is.
$ clerk invoice issue --customer ACME --number D-80 --date 2026-11-02 --amount 40 -q
  D-80
$ clerk dispute open D-80 --reason DUP -q
  5
$ clerk dispute resolve 5 --resolution paid
  5
! dispute 5 is closed: paid; 40.00 EUR of D-80 stay owed, due 2026-12-02

# The list takes a currency, and the days on which cases were opened.
$ clerk dispute list --from 2026-11-22 --to 2026-11-30 --format csv | cut -d, -f1-8
  id,customer,document,reason,owner,opened,closed,currency
  1,ACME,INV-1001,PRICE,anna,2026-11-22,2026-11-22,EUR
  2,ACME,INV-1002,QTY,anna,2026-11-22,,EUR
  3,ACME,INV-1002,QTY,anna,2026-11-22,,EUR
  4,ACME,D-77,DUP,anna,2026-11-22,,EUR
  5,ACME,D-80,DUP,anna,2026-11-22,2026-11-22,EUR
$ clerk dispute list --currency USD --format csv
  id,customer,document,reason,owner,opened,closed,currency,amount,open,resolution,text,status,due,level,cause
