# Passwords: off until somebody has one. They come from a file that only its owner can read.
$ clerk -q book new --company Lights --currency EUR --sandbox
$ clerk -q customer add --code ACME --name Acme
  ACME
$ clerk -q invoice issue --customer ACME --amount 1000 --date 2026-10-02
  INV-1001
$ clerk user password
! arledger: nobody can be asked for this: New password of anna; --password-file FILE may have it
= 2
$ umask 077; printf 'nine char\n' >short; printf 'anna\n' >name; printf 'grey heron 22\n' >first; printf 'grey heron 22\nblue heron 33\n' >change; printf 'blue heron 33\n' >now; printf 'wrong heron 1\n' >wrong; : >empty; printf 'a\nb\nc\n' >three
$ clerk --password-file short user password
! arledger: a password has at least 10 characters; a few words make a good one
= 65
$ clerk --password-file name user password
! arledger: a password has at least 10 characters; a few words make a good one
= 65
$ clerk --password-file empty user password
! arledger: --password-file: it is empty
= 65
$ clerk --password-file three user password
! arledger: --password-file: it has a line for the present password and one for a new one, no more
= 65
$ clerk --password-file none user password
! arledger: --password-file: none cannot be read: No such file or directory
= 65
$ chmod 640 first; clerk --password-file first user password; chmod 600 first
! arledger: --password-file: first can be read by others; `chmod 600 first` keeps it to you
$ ln -s first link; clerk --password-file link user password
! arledger: --password-file: link cannot be read: it is a link
= 77
$ clerk --password-file . user password
! arledger: --password-file: . is no file
= 65
$ clerk --password-file first user password --password secret
! arledger: unknown argument --password; `arledger user password --help` lists them
= 2
$ clerk --password-file first user password
  anna
! the password of anna is set
# changed: the present one, and the new one
$ clerk --password-file first user password
! arledger: --password-file: its first line is the present password; a second one has the new
= 65
$ clerk --password-file now user password
! arledger: that is not the password of anna
= 77
$ clerk --password-file change user password
  anna
! the password of anna is set
$ printf 'blue heron 33\r\ngrey heron 22' | clerk --password-file - user password
  anna
! the password of anna is set
$ clerk -q --password-file change user password
  anna
# it is asked for where the book wants a signature
$ clerk book set sign.close 1
! arledger: 'sign.close' stands alone; arguments are written --name value, and a value with blanks in quotes
= 2
$ clerk -q book set --name sign.close --value 1
  sign.close
$ clerk period close 2026-10
! arledger: nobody can be asked for this: Password of anna, to sign `period close`; --password-file FILE may have it
= 2
$ clerk -q --password-file wrong period close 2026-10
! arledger: that is not the password of anna
= 77
$ clerk -q --password-file now period close 2026-10 >/dev/null
$ echo "period close 2026-11" | clerk --password-file now run --atomic -
! arledger: standard input:1: nobody can be asked for this here: Password of anna, to sign `period close`
! nothing of the file was kept
= 2
# five wrong ones lock for a minute
$ for i in 1 2 3 4 5; do clerk --password-file wrong user password --clear; done
! arledger: that is not the password of anna
! arledger: that is not the password of anna
! arledger: that is not the password of anna
! arledger: that is not the password of anna
! arledger: that is not the password of anna, and it was the 5th wrong one: the next may be tried in 60 seconds
= 77
$ clerk --password-file now user password --clear
! arledger: 5 wrong passwords for anna in a row: the next may be tried in 60 seconds
= 77
$ arledger --now 2026-11-22T12:00:59Z --actor anna --password-file wrong user password --clear
! arledger: 5 wrong passwords for anna in a row: the next may be tried in 1 second
= 77
$ arledger --now 2026-11-22T12:01:00Z --actor anna --password-file wrong user password --clear
! arledger: that is not the password of anna
= 77
$ arledger --now 2026-11-22T12:01:00Z --actor anna --password-file now user password
! arledger: --password-file: its first line is the present password; a second one has the new
= 65
$ clerk journal list --format csv | cut -d, -f3,4 | tail -n 14
  anna,password unlocked --name anna
  anna,user password
  anna,user password
  anna,user password
  anna,book set --name sign.close --value 1
  anna,password failed --name anna
  anna,period close --month 2026-10
  anna,password failed --name anna
  anna,password failed --name anna
  anna,password failed --name anna
  anna,password failed --name anna
  anna,password failed --name anna
  anna,password failed --name anna
  anna,password unlocked --name anna
$ clerk journal verify 2>&1 | cut -d, -f1
  the journal is whole: 19 entries
$ clerk book verify 2>&1 | cut -d, -f1,2
  verified: 19 entries, 1 documents
# nothing of them is written anywhere
$ clerk book sql "SELECT id, name, phrase, SUBSTR(phrase, 1, 10) FROM user_password WHERE id < 3" --readonly --format csv
  id,name,phrase,"SUBSTR(phrase, 1, 10)"
  1,anna,,
  2,anna,,
# (and whoever may ask in SQL sees no hashes)
$ cat book.arl* | grep -c -a -e heron; clerk journal list --format json | grep -c heron
  0
  0
= 1
$ clerk user password --help
  arledger user password - set a password: your own, or for somebody else as an admin
  
  usage: arledger user password [--arg VALUE ...]
  
  The operating system says who works; a password is asked only on an account that
  several users share (`user set --account`), to unlock a screen that was left
  alone (setting lock.idle), and to sign where the book wants that
  (sign.approvals, sign.close). It is typed unseen, or comes from --password-file:
  the present one on the first line, the new one on the last. Ten characters at
  least, and not the name. One that an admin gave is changed at its first use.
  Five wrong ones in a row lock for a minute; each is in the journal. The book
  keeps an Argon2id hash and nothing else.
  
  Arguments:
    --name CODE                 whose; by default your own, an admin anybody's
    --clear                     take it away
# a shared account: the password decides who it is
$ clerk -q user add --name mary --role manager
  mary
$ clerk user add --name lin --role clerk --account till
  lin
! lin is clerk; works from the account till, once `user password` has given a password
$ clerk user add --name 王芳 --role clerk --account till --full-name 王芳
  王芳
! 王芳 is clerk; works from the account till, once `user password` has given a password
$ clerk user add --name bob --role clerk --account mary
! arledger: mary works from this account without a password and could not come in any more: `user password` gives one first
= 65
$ clerk -q --password-file now user password lin
! arledger: --password-file: its first line is the present password; a second one has the new
= 65
$ printf 'blue heron 33\nfirst for lin\n' | clerk --password-file - user password lin
  lin
! the password of lin is set; it is for the first time only, lin changes it then
$ printf 'blue heron 33\n王芳的十个字的口令吧\n' | clerk --password-file - user password 王芳
  王芳
! the password of 王芳 is set; it is for the first time only, 王芳 changes it then
$ clerk user list
  Users
  
    User  Name  Roles          Status  Grants alone         To look at                                 Account  Password
    ----  ----  -------------  ------  -------------------  -----------------------------------------  -------  ---------
  ! anna        manager+admin  active  without limit        an admin gives the roles and may not post           yes
    lin         clerk          active  as the settings say                                             till     to change
    mary        manager        active  without limit
    王芳  王芳  clerk          active  as the settings say                                             till     to change
$ till() { arledger --now 2026-11-22T13:00:00Z --actor till --no-input "$@"; }; till customer list
! arledger: the account till is shared by lin and 王芳: --user NAME says who you are
= 2
$ till() { arledger --now 2026-11-22T13:00:00Z --actor till --no-input "$@"; }; till --user lin customer list
! arledger: nobody can be asked for this: Password of lin; --password-file FILE may have it
= 2
$ till() { arledger --now 2026-11-22T13:00:00Z --actor till --no-input "$@"; }; till --user mary --password-file now customer list
! arledger: mary does not work from the account till
= 77
$ till() { arledger --now 2026-11-22T13:00:00Z --actor till --no-input "$@"; }; till --user lin --password-file now customer list
! arledger: that is not the password of lin
= 77
$ umask 077; printf 'first for lin\nsecond of lin\n' >lin; till() { arledger --now 2026-11-22T13:00:00Z --actor till --no-input "$@"; }
> till --user lin --password-file lin customer list; till --user lin --password-file lin user password
> printf 'second of lin\n' >lin; till --user lin --password-file lin customer list --format csv | cut -c1-20
> till --user lin --password-file lin user password 王芳
  lin
  code,name,currency,t
  ACME,Acme,EUR,NET30,
! arledger: the password of lin was given by somebody else: `user password` changes it first
! the password of lin is set
! arledger: the password of somebody else needs the role admin; lin has clerk
= 77
$ clerk --user lin customer list
! arledger: --user: the account anna is not shared, so nobody else can be taken on it
= 77
$ arledger --now 2026-11-22T13:00:00Z --actor lin customer list
! arledger: lin works with this book from the account till
= 77
$ clerk --password-file now user password lin --clear
! arledger: lin works from till, which others share, and could not come in without a password; give a new one instead
= 65
$ clerk book verify 2>&1 | cut -d, -f1,2
  verified: 27 entries, 1 documents
# a first limit is granted like any raise
$ clerk -q user add --name cora --role coordinator --limit "credit-limit=500"
  cora
$ arledger --now 2026-11-22T13:00:00Z --actor cora customer add --code BIG --name Big --limit 501
  BIG
! customer BIG is opened: Big, in EUR; credit limit raise of 501.00 EUR waits for approval A-1: 501.00 at once is above the limit of cora, 500.00 EUR
$ arledger --now 2026-11-22T13:00:00Z --actor cora customer add --code SMALL --name Small --limit 500
  SMALL
! customer SMALL is opened: Small, in EUR
$ arledger --now 2026-11-22T13:00:00Z --actor cora customer list --format csv
  code,name,currency,terms,limit,balance,overdue,oldest_days,collector,status,nsf,formerly
  ACME,Acme,EUR,NET30,,1000.00,1000.00,21,,overdue,0,
  BIG,Big,EUR,NET30,0.00,0.00,0.00,0,,ok,0,
  SMALL,Small,EUR,NET30,500.00,0.00,0.00,0,,ok,0,
$ arledger --now 2026-11-22T13:00:00Z --actor mary approval approve A-1
  BIG
! A-1 is approved: credit limit raise of 501.00 EUR for BIG, asked for by cora; customer BIG, Big, is changed
# and so is one that a file brings
$ printf 'code,name,limit\nC1,One,400\nC2,Two,600\n' >limits.csv
$ arledger --now 2026-11-22T13:00:00Z --actor cora --yes import customers --file limits.csv
! arledger: limits.csv, line 2: the credit limit of C1: 900.00 by one person in a day is above what cora may grant alone, 500.00 EUR; a manager imports it, or the file goes without it
= 77
$ arledger --now 2026-11-22T13:00:00Z --actor mary --yes import customers --file limits.csv
! limits.csv: 2 customers
# and a credit memo that a file brings, with what went before
$ clerk -q user set --name cora --limit "credit-limit=500; credit=100"
  cora
$ printf 'number,customer,date,amount\nX1,ACME,2026-11-20,-400\n' >credits.csv
$ arledger --now 2026-11-22T13:00:00Z --actor cora --yes import invoices --file credits.csv
! arledger: credits.csv, line 2: the credit memo for ACME: 400.00 at once is above what cora may grant alone, 100.00 EUR; a manager imports it, or the file goes without it
= 77
$ printf 'number,customer,date,amount\nX2,ACME,2026-11-20,-60\n' >credits.csv
$ arledger --now 2026-11-22T13:00:00Z --actor cora --yes import invoices --file credits.csv
! credits.csv: 1 credit memo (60.00 EUR)
$ printf 'number,customer,date,amount\nX3,ACME,2026-11-20,-60\n' >credits.csv
$ arledger --now 2026-11-22T13:00:00Z --actor cora --yes import invoices --file credits.csv
! arledger: credits.csv, line 2: the credit memo for ACME: 120.00 for the customer this month is above what cora may grant alone, 100.00 EUR; a manager imports it, or the file goes without it
= 77
