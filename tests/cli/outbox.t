# Mails wait in the outbox; a message is a file before it is sent; names make no headers.
$ clerk book new --company "Häfen & Fink" --currency EUR --sandbox -q
$ clerk customer add --code ACME --name "海尔集团公司 Αθήνα" --email pay@acme.test --language de -q
  ACME
$ clerk customer add --code MUTE --name "No Mail Ltd" -q
  MUTE
$ clerk invoice issue --customer ACME --date 2026-11-02 --amount 100 -q
  INV-1001
$ clerk invoice issue --customer MUTE --date 2026-11-02 --amount 50 -q
  INV-1002
$ clerk mail send
! arledger: what goes out? --document, --statement or --letter names it
= 2
$ clerk mail send INV-1002
! arledger: MUTE has no mail address; `customer set --email` gives it one, --to names one
= 65
$ clerk mail send INV-1002 --to "nobody"
! arledger: 'nobody' is no mail address; one is like billing@example.com, several are parted by commas
= 65
$ clerk mail send INV-1002 --to "a@b.test, c d@e.test"
! arledger: 'c d@e.test' is no mail address; one is like billing@example.com, several are parted by commas
= 65
$ printf 'mail send INV-1001 --subject "Rechnung\tund mehr"\n' | clerk run - 2>&1
  arledger: standard input:1: --subject: character 9 (U+0009) is a control character: leave it out
= 65
$ clerk mail send INV-1001 --to "$(printf 'a@b.test\nBcc: x@y.test')"
! arledger: --to: the text must be one line, but character 9 ends one
= 65
$ clerk mail send INV-1001 --subject "$(printf 'Hello\r\nBcc: x@y.test')"
! arledger: --subject: character 6 (U+000D) is a control character: leave it out
= 65
$ clerk mail send INV-1001
  1
! mail 1 with INV-1001 to pay@acme.test waits in the outbox
$ clerk statement send --all --mail
  Statements
  
    Customer  Name                Cur  Balance  Statement  Skipped, since
    --------  ------------------  ---  -------  ---------  ----------------------
    ACME      海尔集团公司 Αθήνα  EUR   100.00  ST-1001
  ! MUTE      No Mail Ltd         EUR    50.00             it has no mail address
  
  1 statement written, 1 skipped; 1 mail waits in the outbox: `outbox run` sends it
  ST-1001
! 1 statement written, 1 skipped; 1 mail waits in the outbox: `outbox run` sends it
$ clerk outbox list
  Outbox
  
  Mail  State    Customer  With      To             Subject                             Put there             Last step  What was said
  ----  -------  --------  --------  -------------  ----------------------------------  --------------------  ---------  -------------
     1  waiting  ACME      INV-1001  pay@acme.test  Rechnung INV-1001 von Häfen & Fink  2026-11-22T12:00:00Z
     2  waiting  ACME      ST-1001   pay@acme.test  Häfen & Fink: Kontoauszug ST-1001   2026-11-22T12:00:00Z
$ clerk outbox run --into eml
! arledger: from whom? `book set --name mail.from --value billing@...` says it
= 65
$ clerk outbox run
! arledger: by which server and from whom? `book set` gives mail.server and mail.from
= 65
$ clerk book set --name mail.from --value "Ann <ann@harbour.test>"
! arledger: --value: 'Ann <ann@harbour.test>' is no mail address; one is like billing@example.com, several are parted by commas
= 65
$ clerk book set --name mail.from --value ann@harbour.test -q
  mail.from
$ clerk book set --name mail.line --value open
! arledger: --value: mail.line is starttls, tls or none, not 'open'
= 65
$ clerk outbox run --into eml
! 2 written, none sent
$ ls eml
  1.eml
  2.eml
$ sed '/^--=_/,$d; s/=_[0-9a-f]*/=_.../' eml/1.eml | tr -d '\r'
  From: =?UTF-8?B?SMOkZmVuICYgRmluaw==?=
   <ann@harbour.test>
  To: pay@acme.test
  Subject: =?UTF-8?B?UmVjaG51bmcgSU5WLTEwMDEgdm9uIEjDpGZlbiAmIEZpbms=?=
  Date: Sun, 22 Nov 2026 12:00:00 +0000
  Message-ID: <1.b13e0e81d0a9be076a1b6f00@harbour.test>
  MIME-Version: 1.0
  Auto-Submitted: auto-generated
  Content-Type: multipart/mixed;
   boundary="=_..."
  
$ grep -c '^Bcc' eml/1.eml
  0
= 1
$ sed -n '/text.plain/,/^--=_/p' eml/1.eml | tr -d '\r' | sed '1,3d;/^--/d' | base64 -d
  An 海尔集团公司 Αθήνα
  
  Im Anhang finden Sie: Rechnung INV-1001.
  Wenn etwas daran unklar ist, antworten Sie einfach auf diese Nachricht.
  
  Mit freundlichen Grüßen
  Häfen & Fink
$ sed -n '/application.pdf/,/^--=_/p' eml/1.eml | tr -d '\r' | sed '1,5d;/^--/d' | base64 -d >one.pdf; pdftotext one.pdf - | head -2
  Rechnung INV-1001
  Häfen & Fink
$ clerk sent show INV-1001 --format pdf -o two.pdf; cmp one.pdf two.pdf && echo the same
  the same
$ clerk outbox drop 2 --reason "by post instead"
  2
! mail 2 is dropped and will not be sent
$ clerk outbox drop 2
! arledger: mail 2 (dropped): it is settled
= 65
$ clerk outbox again 1
! arledger: mail 1 (waiting): it waits to be sent already
= 65
$ clerk outbox drop 7
! arledger: there is no mail 7; `outbox list` shows them
= 65
$ clerk outbox list --format csv
  mail,state,customer,number,to,subject,put,last,tries,says,sha256
  1,waiting,ACME,INV-1001,pay@acme.test,Rechnung INV-1001 von Häfen & Fink,2026-11-22T12:00:00.000000Z,,,,
  2,dropped,ACME,ST-1001,pay@acme.test,Häfen & Fink: Kontoauszug ST-1001,2026-11-22T12:00:00.000000Z,2026-11-22T12:00:00.000000Z,,by post instead,
$ clerk book verify -q
# what a mail says is a template, as papers are: in the customer's language, by the firm's own words
$ clerk template fields mail --search paper
  Values of a paper
  
  Written as  Kind       What it is
  ----------  ---------  ----------------------------------
  {paper}     text       what is attached: Invoice INV-1001
  {named}     yes or no  does {paper} name our firm?
$ printf '.title {number} / {customer.code}\n\nGuten Tag {customer.name},\n\nanbei {paper}.\n{firm.address}\n' | clerk template set mail.de --file -
  mail.de
! mail.de is written by your template from now on
$ clerk mail send INV-1001 -q
  3
$ clerk mail send INV-1001 --subject "Noch einmal" --text "Wie besprochen." -q
  4
$ clerk customer set --code ACME --language fr -q
  ACME
$ clerk mail send INV-1001 -q
  5
$ clerk outbox list --where "mail > 2" --format csv | cut -d, -f1,4,6
  mail,number,subject
  3,INV-1001,INV-1001 / ACME
  4,INV-1001,Noch einmal
  5,INV-1001,Facture INV-1001 de Häfen & Fink
$ clerk outbox run --into more -q
$ sed -n '/text.plain/,/^--=_/p' more/3.eml | tr -d '\r' | sed '1,3d;/^--/d' | base64 -d
  Guten Tag 海尔集团公司 Αθήνα,
  
  anbei Rechnung INV-1001.
$ sed -n '/text.plain/,/^--=_/p' more/4.eml | tr -d '\r' | sed '1,3d;/^--/d' | base64 -d; echo
  Wie besprochen.
$ sed -n '/text.plain/,/^--=_/p' more/5.eml | tr -d '\r' | sed '1,3d;/^--/d' | base64 -d
  À 海尔集团公司 Αθήνα
  
  Veuillez trouver ci-joint : Facture INV-1001.
  Pour toute question, répondez simplement à ce message.
  
  Cordialement
  Häfen & Fink
