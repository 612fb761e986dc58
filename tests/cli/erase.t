# A customer's data are taken out of the book, and the journal still proves itself.
$ clerk -q book new --company "Harbour & Finch" --currency EUR --sandbox
$ printf 'exec arledger --now 2012-${2:-03}-05T12:00:00Z --actor anna --locale C.UTF-8 --no-input -q run "$1"\n' >then
$ echo "contract of Jones" >contract.txt
$ cat >march <<'END'
> customer add --code JONES --name "Jones Brothers" --email info@jones.example --phone "617 555 0142" --address "12 Mill Lane" --contact "Olga Zander" --tax-id GB999
> customer add --code BOLT --name "Bolt GmbH"
> customer set JONES --address "14 Mill Lane" --contact "Rita Zander"
> person add --customer JONES --name "Olga Zander" --phone "617 555 0143" --email olga@jones.example
> alias add --customer JONES --kind name --value "JONES BROS MAILORDER"
> invoice issue --customer JONES --number 77 --amount 100 --text "Lamp for Olga Zander" --po "JONES-7"
> invoice issue --customer JONES --amount 50 --text "for Jones"
> invoice issue --customer BOLT --amount 70 --text "Bolt only"
> invoice amend INV-1001 --po "Zander 2" --reference "ask Olga Zander"
> contact log --customer JONES --text "Olga Zander called, will pay" --with "Olga Zander" --action "call Zander" --next +7
> dispute open INV-1001 --reason PRICE --amount 5 --text "Olga Zander says too much"
> promise take --customer JONES --date 2012-03-20 --amount 20 --by "Olga Zander" --text "Zander promised"
> attachment add --customer JONES --path contract.txt --text "Jones contract"
> customer special JONES --discount "3% 10" --text "Jones contract"
> hold set JONES --reason "Jones waits"
> credit-application add JONES --limit 5000 --references "Zander bank" --text "Jones wants"
> confirmation send JONES
> balance assert JONES --date 2012-03-05 --amount 155 --by "Olga Zander" --text "Zander phoned"
> recurring add --customer JONES --every month --count 1 --from 2012-03-01 --amount 5 --text "Jones support"
> recurring run
> view save --name late --shows "item list --customer JONES"
> statement send --customer JONES
> mail send INV-1001
> outbox drop 1
> book set --name charge.exempt --value yes --customer JONES
> END
$ sh then march >/dev/null
$ printf 'dunning run\n' >june; sh then june 06 >/dev/null
$ cat >bank.csv <<'END'
> Date,Amount,Name,Details
> 2012-07-10,155.00,Jones Brothers,77 thanks Olga Zander
> 2012-07-11,12.00,Somebody,for JONES perhaps
> END
$ cat >july <<'END'
> dispute resolve 1 --resolution "rejected: Olga Zander agreed"
> hold release JONES --reason "Jones paid"
> credit-application decide JONES --refuse --reason "Jones is small"
> payment receive --customer JONES --amount 155 --payer "Olga Zander" --payer-account "GB33JONES" --reference "Zander thanks" --apply "INV-1003; 77; INV-1001"
> END
$ sh then july 07 >/dev/null
$ arledger --now 2012-08-05T12:00:00Z --actor anna --no-input -q bank import bank.csv --account 1200 --currency EUR --map "date=Date; amount=Amount; name=Name; text=Details; dates=ymd; decimal=." --yes >/dev/null

# The law comes first, and it is asked before it is done.
$ clerk customer erase BOLT --yes
! arledger: BOLT is kept: papers are kept for 10 years from the end of their year, a duty of law that goes before erasure (GDPR Art. 17(3)(b)); 1 item is open; were that settled today, it could be erased from 2037-01-01 on
= 65
$ clerk book set --name retention.years --value 15
  retention.years
! retention.years is now 15
$ clerk customer erase JONES --yes
! arledger: JONES is kept: papers are kept for 15 years from the end of their year, a duty of law that goes before erasure (GDPR Art. 17(3)(b)); the last line of the bank that names it is line 2 of 2012-07-11, so it can be erased from 2028-01-01 on
= 65
$ clerk -q book set --name retention.years --value 10
  retention.years
$ clerk customer erase JONES
! arledger: customer erase asks before it works, and nobody can answer; give --yes
= 2
$ arledger --now 2026-11-22T12:00:00Z --actor anna customer erase NOBODY --yes
! arledger: there is no customer NOBODY; `customer list --search` finds codes
= 65
$ clerk customer erase JONES --yes --dry-run
  ERASED-1
! ERASED-1 is what is left of a customer; erased: the words of 4 papers, 32 other facts and 28 journal entries, 1 person, 1 payer's name
! dry run: nothing was kept
$ clerk customer show JONES | head -2
  code       JONES
  name       Jones Brothers

# Where there are users one asks and another one does it.
$ clerk -q user add --name ben --role manager
  ben
$ clerk customer erase JONES --yes
  JONES
! that JONES be erased is asked for: by 2026-12-06 another person does it with the same command
$ clerk customer erase JONES --yes
! arledger: you asked for it already: another person must erase the customer
= 65
$ clerk approval list
  Approvals
  
  No.  Asked by  Customer  Name  Kind  Document  Cur  Amount  Reason  Asked  Expires  Status  By  Why
  ---  --------  --------  ----  ----  --------  ---  ------  ------  -----  -------  ------  --  ---
  (nothing to show)
  
  anna asks that JONES be erased: another person may do it until 2026-12-06
$ arledger --now 2026-11-23T12:00:00Z --actor ben --no-input customer erase JONES --yes
  ERASED-1
! ERASED-1 is what is left of a customer; erased: the words of 4 papers, 32 other facts and 29 journal entries, 1 person, 1 payer's name

$ clerk approval list
  Approvals
  
  No.  Asked by  Customer  Name  Kind  Document  Cur  Amount  Reason  Asked  Expires  Status  By  Why
  ---  --------  --------  ----  ----  --------  ---  ------  ------  -----  -------  ------  --  ---
  (nothing to show)

# Nothing of the name is left, here and in a copy; the journal proves itself.
$ clerk -q book backup --to copy.arl
$ ls book.arl*
  book.arl
  book.arl-lane
$ grep -a -i -c -e jones -e zander -e "mill lane" -e "555 01" -e GB999 book.arl book.arl-lane copy.arl
  book.arl:0
  book.arl-lane:0
  copy.arl:0
= 1
$ clerk book verify 2>&1 | cut -c1-33
  verified: 38 entries, 5 documents
$ clerk -b copy.arl book verify 2>&1 | cut -c1-33
  verified: 38 entries, 5 documents

# What is left is figures, days and numbers.
$ clerk customer erase ERASED-1 --yes
! arledger: ERASED-1 is erased already
= 65
$ clerk customer show ERASED-1
  code       ERASED-1
  name       (erased)
  kind       business
  currency   EUR
  terms      NET30 (the book's)
  statement  open items
  limit      none
  balance    0.00 EUR
  
  Open items
  nothing is open
$ clerk report aging --as-of 2012-06-30 --customer ERASED-1
  Aging
  ERASED-1 (erased), as of 2012-06-30, by due date, posted, EUR
  
    Customer  Name      Cur  Current  1-30  31-60   61-90  Over 90  Unapplied   Total  Disputed  Owner
    --------  --------  ---  -------  ----  -----  ------  -------  ---------  ------  --------  -----
  ! ERASED-1  (erased)  EUR        .     .      .  150.00     5.00          .  155.00      5.00
$ clerk payment show P-1001 | head -12
  Receipt P-1001
  
  Harbour & Finch
  (erased)
  Customer   ERASED-1
  Date       2012-07-05
  Method     transfer
  Reference  (erased)
  Payer      (erased)
  Amount     155.00 EUR
  ------------------------------------------------------------------------------------------------------------------------------------
  Applied
$ clerk sent show 1
  (erased)
  
  (erased)
$ clerk journal show 2 | head -6
  entry    2
  moment   2012-03-05T12:00:00.000000Z
  who      anna
  command  (erased)
  made     (erased)
  said     (erased)
$ clerk journal show 6 | head -6
  entry    6
  moment   2012-03-05T12:00:00.000000Z
  who      anna
  command  (erased)
  made     1
  said     (erased)
$ clerk journal list --from 2026-11-22 --format csv | cut -d, -f1,3,4
  id,actor,command
  1,anna,"book new --company ""Harbour & Finch"" --currency EUR"
  34,anna,book set --name retention.years --value 15
  35,anna,book set --name retention.years --value 10
  36,anna,user add --name ben --role manager
  37,anna,(erased)
  38,ben,customer erase ERASED-1
$ clerk customer export ERASED-1 --format csv | grep -c erased
  47
$ clerk find zander
  Found
  zander
  
  What  Number  Customer  Name  Date  Cur  Amount  Open  Status  Found in
  ----  ------  --------  ----  ----  ---  ------  ----  ------  --------
  (nothing to show)
  
  nothing in this book has it
$ clerk bank list --format csv | cut -d, -f3,5,7,10
  booked,amount,name,text
  2012-07-10,155.00,(erased),(erased)
  2012-07-11,12.00,(erased),(erased)
$ clerk journal reverse "$(clerk journal list --format csv | tail -1 | cut -d, -f1)" --yes
! arledger: entry 38 erased a customer's data; that is final, and nobody has them any more
= 65
