# Applications for credit: noted, looked into, decided; what is approved becomes the limit.
$ clerk -q book new --company "Harbour & Finch" --currency EUR --sandbox
$ clerk -q customer add --code ACME --name "Acme Ltd" --limit 0
  ACME
$ clerk credit-application add ACME --limit 5000 --references "Harbour Bank; Oak & Sons" --text "wants 60 days"
  1
! ACME asks for credit up to 5000.00 EUR: application 1
$ clerk credit-application add ACME --limit 6000
! arledger: application 1 of ACME waits already; decide on it first
= 65
$ clerk credit-application list
  Applications for credit
  
    No.  Customer  Name      Date        Cur  Asked for  State  To look at                                 References
    ---  --------  --------  ----------  ---  ---------  -----  -----------------------------------------  ------------------------
  *   1  ACME      Acme Ltd  2026-11-22  EUR   5,000.00  waits  IDENTITY REGISTER REFERENCES TERMS-SIGNED  Harbour Bank; Oak & Sons
$ clerk credit-application decide ACME
! arledger: not looked at yet: IDENTITY REGISTER REFERENCES TERMS-SIGNED; do it with `credit-application check`, or say why not with --reason
= 65
$ clerk credit-application check ACME --point IDENTITY --text "extract of the register seen"
  1
! IDENTITY of ACME is looked at; still to do: REGISTER REFERENCES TERMS-SIGNED
$ clerk credit-application check ACME --point identity
! arledger: identity was looked at already
= 65
$ clerk credit-application check ACME --point SHOESIZE
! arledger: SHOESIZE is not on the check list: IDENTITY REGISTER REFERENCES TERMS-SIGNED (setting credit.checklist)
= 65
$ clerk credit-application decide ACME --limit 3000 --first-limit 500 --review 2027-11-22 --reason "known from before"
  1
! ACME gets credit up to 3000.00 EUR; until it has paid something no more than 500.00 EUR; looked at again 2027-11-22
$ clerk credit-application decide ACME --limit 3000
! arledger: no application of this customer waits; `credit-application add` makes one
= 65
$ clerk report credit
  Credit
  as of 2026-11-22
  
  Customer  Name      Cur   Limit  Insured  Exposure  Available  Orders  Oldest  State  Why  Collector
  --------  --------  ---  ------  -------  --------  ---------  ------  ------  -----  ---  ---------
  ACME      Acme Ltd  EUR  500.00        .         .     500.00       .          ok
$ clerk credit-application list --format csv
  id,customer,name,date,currency,requested,state,approved,temporary,temporary_until,first_order,review,decided,by,missing,references,text,reason
  1,ACME,Acme Ltd,2026-11-22,EUR,5000.00,approved,3000.00,,,500.00,2027-11-22,2026-11-22,anna,,Harbour Bank; Oak & Sons,wants 60 days,known from before
$ clerk credit-application list --due 2027-11-21 --format csv
  id,customer,name,date,currency,requested,state,approved,temporary,temporary_until,first_order,review,decided,by,missing,references,text,reason
$ clerk credit-application list --due 2027-11-22 --format csv
  id,customer,name,date,currency,requested,state,approved,temporary,temporary_until,first_order,review,decided,by,missing,references,text,reason
  1,ACME,Acme Ltd,2026-11-22,EUR,5000.00,approved,3000.00,,,500.00,2027-11-22,2026-11-22,anna,,Harbour Bank; Oak & Sons,wants 60 days,known from before
$ clerk credit-application add ACME --limit 9000
  2
! ACME asks for credit up to 9000.00 EUR: application 2
$ clerk credit-application decide ACME --refuse
! arledger: a refusal needs a reason
= 65
$ clerk credit-application decide ACME --refuse --reason "pays late"
  2
! ACME gets no credit: pays late
$ clerk customer show ACME
  code       ACME
  name       Acme Ltd
  kind       business
  currency   EUR
  terms      NET30 (the book's)
  statement  open items
  limit      500.00 EUR until something is paid
  exposure   0.00 EUR
  available  500.00 EUR
  balance    0.00 EUR
  
  Open items
  nothing is open
$ clerk journal verify 2>&1 | sed 's/, head.*//'
  the journal is whole: 7 entries
