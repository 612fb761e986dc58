# Why something is questioned, and what that stops: a list that the firm changes.
$ clerk -q book new --company "Harbour & Finch" --currency EUR --sandbox
$ clerk dispute reason list
  Reasons of disputes
  
  Code     What it means                       Dunning  Interest  Credit    Days  Owner  Cause     Used
  -------  ----------------------------------  -------  --------  --------  ----  -----  --------  ----
  PRICE    price is not as agreed              stops    stops     left out    14         PRICING   yes
  QTY      quantity is not as ordered          stops    stops     left out    14         ORDER     yes
  SHORT    less was delivered than billed      stops    stops     left out    14         PICKING   yes
  DAMAGE   goods came damaged                  stops    stops     left out    14         CARRIER   yes
  FREIGHT  freight or packing                  stops    stops     left out    14         PRICING   yes
  DUP      billed twice                        stops    stops     left out     7         BILLING   yes
  RETURN   goods were sent back                stops    stops     left out    21         QUALITY   yes
  NOPO     purchase order is missing or wrong  stops    stops     left out     7         ORDER     yes
  NOPOD    no proof of delivery                stops    stops     left out     7         CARRIER   yes
  TERMS    payment terms or discount           stops    stops     left out    14         CONTRACT  yes
  TAX      tax                                 stops    stops     left out    14         TAXES     yes
  PROMO    promotion or rebate                 stops    stops     left out    21         CONTRACT  yes
  SVC      service was not as agreed           stops    stops     left out    21         QUALITY   yes
  UNAUTH   not authorised, card chargeback     stops    stops     left out     7         CUSTOMER  yes
  OTHER    something else                      stops    stops     left out    14         UNKNOWN   yes
$ clerk dispute reason set PACK --name "packing" --due-days 5 --owner bob --interest no --cause PICKING
  PACK
! PACK: packing
$ clerk dispute-reason set pack --credit no
  PACK
! PACK: changed
$ clerk dispute-reason set TAX --active no
  TAX
! TAX: not used any more
$ clerk dispute reason list --search pack --format csv
  code,name,dunning,interest,credit,due_days,owner,cause,active
  FREIGHT,freight or packing,stops,stops,left out,14,,PRICING,yes
  PACK,packing,stops,goes on,counts,5,bob,PICKING,yes
$ clerk dispute reason list --search TAX
  Reasons of disputes
  
  Code  What it means  Dunning  Interest  Credit  Days  Owner  Cause  Used
  ----  -------------  -------  --------  ------  ----  -----  -----  ----
  (nothing to show)
$ clerk dispute reason list --all --search TAX --format csv
  code,name,dunning,interest,credit,due_days,owner,cause,active
  TAX,tax,stops,stops,left out,14,,TAXES,no
$ clerk dispute reason set PACK --cause WEATHER
! arledger: WEATHER is no root cause: one of PRICING ORDER PICKING CARRIER BILLING CONTRACT TAXES RECORDS QUALITY CASH CUSTOMER UNKNOWN
= 65
$ clerk dispute reason set NEW
! arledger: NEW: say with --name what it means
= 65
$ clerk dispute reason set "TWO WORDS" --name x
! arledger: a code is one word, as PRICE
= 65
$ clerk dispute reason set PACK --due-days 4000
! arledger: a case is due within 0 to 3650 days
= 65
$ clerk dispute cause set WEATHER --name "rain came in"
  WEATHER
! WEATHER: rain came in
$ clerk dispute cause set CASH --active no
  CASH
! CASH: not used any more
$ clerk dispute cause list
  Root causes
  
  Code      What it means                   Used
  --------  ------------------------------  ----
  PRICING   price or rebate kept wrongly    yes
  ORDER     order taken down wrongly        yes
  PICKING   picked or packed wrongly        yes
  CARRIER   lost or damaged on the way      yes
  BILLING   invoice made wrongly            yes
  CONTRACT  agreement unclear or not known  yes
  TAXES     tax set up wrongly              yes
  RECORDS   customer's record wrong         yes
  QUALITY   goods or service poor           yes
  CUSTOMER  customer was in the wrong       yes
  UNKNOWN   not found out                   yes
  WEATHER   rain came in                    yes
$ clerk dispute reason
! arledger: dispute-reason: what with it? one of set, list
= 2
$ clerk dispute reason lisst
! arledger: unknown command 'dispute-reason lisst': did you mean dispute-reason list?
= 2
$ clerk -q book verify

# A reason that is not on the list is refused; one in another spelling is taken.
$ clerk -q customer add --code ACME --name "Acme Ltd"
  ACME
$ clerk -q invoice issue --customer ACME --amount 100 --date 2026-09-01
  INV-1001
$ clerk dispute open INV-1001 --amount 10 --reason TAX
! arledger: TAX is no reason of a dispute any more: one of PRICE QTY SHORT DAMAGE FREIGHT DUP RETURN NOPO NOPOD TERMS PROMO SVC UNAUTH OTHER PACK
= 65
$ clerk dispute open INV-1001 --amount 10 --reason pack
  1
! INV-1001 is in dispute: case 1 of bob, due 2026-11-27
$ clerk dispute list --format csv
  id,customer,document,reason,owner,opened,closed,currency,amount,open,resolution,text,status,due,level,cause
  1,ACME,INV-1001,PACK,bob,2026-11-22,,EUR,10.00,10.00,,,open,2026-11-27,,
