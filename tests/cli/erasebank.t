# What the bank said of a customer is exported and erased with it, also where its money came in a deposit; and so
# is a report that was mailed, of whose rows one is the customer's.
$ clerk -q book new --company "Harbour & Finch" --currency EUR --sandbox
$ printf 'exec arledger --now 2012-03-05T12:00:00Z --actor anna --locale C.UTF-8 --no-input --yes -q "$@"\n' >then
$ cat >lines <<'END'
> customer add --code JONES --name "Jones Brothers"
> customer add --code BOLT --name "Bolt GmbH"
> invoice issue --customer JONES --number 77 --amount 100
> invoice issue --customer BOLT --number 88 --amount 100
> invoice issue --customer JONES --number 78 --amount 5
> invoice issue --customer BOLT --number 89 --amount 6
> payment receive --customer JONES --number R1 --amount 5 --method cheque --apply 78
> payment receive --customer BOLT --number R2 --amount 6 --method cheque --apply 89
> deposit make --payments "R1; R2"
> book set --name mail.from --value ar@firm.test
> report mail aging --mail boss@firm.test
> report mail aging --collector tom --mail boss@firm.test
> report mail "customer --customer JONES" --mail boss@firm.test
> END
$ sh then run lines >lines.said
$ cat >bank.csv <<'END'
> Date,Amount,Name,Details
> 2012-03-05,100.00,Jones Brothers,77 thanks Olga Zander
> 2012-03-05,100.00,Bolt GmbH,88 thanks
> 2012-03-05,11.00,,cheques of Jones Brothers and another
> 2012-03-05,12.00,Jones Brothers,for later
> 2012-03-05,100.00,Miller,who is that
> END
$ sh then bank import bank.csv --account 1200 --currency EUR --map "date=Date; amount=Amount; name=Name; text=Details; dates=ymd; decimal=."
  5
$ sh then bank post --line 1 --customer JONES >posted; sh then bank post --line 2 --customer BOLT >posted
$ sh then bank match --lines 3 --documents DEP-1001
  5
$ sh then bank post --line 5 --unidentified >posted; sh then payment identify --payment P-1003 --customer JONES >posted
$ sh then refund pay --from P-1003 --amount 100 >posted
$ clerk bank list --format csv | cut -d, -f1,5,7,10,12
  line,amount,name,text,ours
  1,100.00,Jones Brothers,77 thanks Olga Zander,DEP-1002
  2,100.00,Bolt GmbH,88 thanks,DEP-1003
  3,11.00,,cheques of Jones Brothers and another,DEP-1001
  4,12.00,Jones Brothers,for later,
  5,100.00,Miller,who is that,DEP-1004
$ clerk customer export JONES | grep -c -e "thanks Olga" -e "who is that"
  2
$ clerk -q customer erase JONES --yes
! arledger: mail 1 waits in the outbox with a report that names JONES: `outbox run` sends it, `outbox drop` leaves it
= 65
$ clerk -q outbox drop 1
  1
$ clerk -q customer erase JONES --yes
! arledger: mail 3 waits in the outbox with a report that names JONES: `outbox run` sends it, `outbox drop` leaves it
= 65
$ clerk -q outbox drop 3
  3
$ clerk -q customer erase JONES --yes
  ERASED-1
$ clerk bank list --format csv | cut -d, -f1,5,7,10,12
  line,amount,name,text,ours
  1,100.00,(erased),(erased),DEP-1002
  2,100.00,Bolt GmbH,88 thanks,DEP-1003
  3,11.00,,(erased),DEP-1001
  4,12.00,(erased),(erased),
  5,100.00,(erased),(erased),DEP-1004
$ clerk sent show 1 | head -1; clerk sent show 2 | head -1
  (erased)
  Aging
$ clerk outbox list --format csv | cut -d, -f1-6
  mail,state,customer,number,to,subject
  1,dropped,,aging-12,boss@firm.test,Aging (2012-03-05) from Harbour & Finch
  2,waiting,,aging-13,boss@firm.test,Aging (2012-03-05) from Harbour & Finch
  3,dropped,,customer-14,(erased),(erased)
$ grep -a -i -c -e jones -e zander book.arl
  0
= 1
$ clerk book verify 2>&1 | cut -c1-9
  verified:

# A line that nobody booked, or that is no paper of anybody, is kept as long as a paper.
$ clerk -q customer add --code KIM --name "Kim Larssen"
  KIM
$ printf 'Date,Amount,Name,Details\n2026-11-20,-7.00,Kim Larssen,hello\n2026-11-20,1.00,Other,too\n' >late.csv
$ clerk -q --yes bank import late.csv --account 1200 --currency EUR
  2
$ clerk customer erase KIM --yes
! arledger: KIM is kept: papers are kept for 10 years from the end of their year, a duty of law that goes before erasure (GDPR Art. 17(3)(b)); the last line of the bank that names it is line 6 of 2026-11-20, so it can be erased from 2037-01-01 on
= 65
$ clerk -q bank post --line 6 --against 6110
  Booked from the bank
  
  Line  Booked      Name         Amount  Made     Customer  What and why
  ----  ----------  -----------  ------  -------  --------  -----------------
     6  2026-11-20  Kim Larssen   -7.00  BE-1001            6110 Bank charges
$ clerk customer erase KIM --yes
! arledger: KIM is kept: papers are kept for 10 years from the end of their year, a duty of law that goes before erasure (GDPR Art. 17(3)(b)); the last line of the bank that names it is line 6 of 2026-11-20, so it can be erased from 2037-01-01 on
= 65
$ arledger --now 2037-01-02T12:00:00Z --actor anna --no-input -q customer erase KIM --yes
  ERASED-3
$ clerk bank list --format csv | cut -d, -f1,5,7,10,12 | tail -2
  6,-7.00,(erased),(erased),BE-1001
  7,1.00,Other,too,
