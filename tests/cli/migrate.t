# A book of an older version is brought up, and both binary forms of its journal prove.
$ gzip -dc "$SAMPLES/books/version-1.arl.gz" >old.arl; chmod 600 old.arl
$ arledger -q -b old.arl book migrate
$ arledger -b old.arl book verify --from 33a3240797d0bd0c1a77b34c3b80183a3217e10acffc3e5612f2d422a3008012 2>&1 | cut -c1-33
  verified: 10 entries, 3 documents
$ clerk -q -b old.arl payment receive --customer ACME --amount 5 --apply INV-1001 --date 2026-03-02
  P-1002
$ clerk -q -b old.arl dispute open --invoice INV-1001 --reason QTY --amount 3
  2
$ arledger -b old.arl book verify 2>&1 | cut -c1-33
  verified: 12 entries, 4 documents
$ sed 's/reason PRICE/reason QUOTE/g; s/PRICEanna/QUOTEanna/g' old.arl >forged.arl; chmod 600 forged.arl
$ arledger -b forged.arl book verify --format csv
  trouble
  journal entry 6: the words of its command were changed afterwards
  "journal entry 6 of 2026-03-01T10:00:00.000000Z by anna does not fit its hash: its words, or one of the 0 documents, 0 applications and 1 other facts that it wrote, were changed, added or taken away"
! 2 troubles: stop working in this book, and look at the last backup
= 1
# a book with mails, from before reports went out: they stand where they stood, and a report goes out of it
$ gzip -dc "$SAMPLES/books/version-27.arl.gz" >mails.arl; chmod 600 mails.arl
$ arledger -q -b mails.arl book migrate
$ arledger -b mails.arl book verify --from 54cd159d2e32df748a7c5c2732e86db1fbc0fb1c63b736068dde3c9745a03b2b 2>&1 | cut -c1-33
  verified: 10 entries, 1 documents
$ clerk -b mails.arl outbox list --format csv
  mail,state,customer,number,to,subject,put,last,tries,says,sha256
  1,waiting,ACME,ST-1001,pay@acme.test,Harbour & Finch: statement ST-1001,2026-11-22T12:00:00.000000Z,2026-11-22T12:00:00.000000Z,1,451 later,
  2,dropped,ACME,INV-1001,pay@acme.test,Invoice INV-1001 from Harbour & Finch,2026-11-22T12:00:00.000000Z,2026-11-22T12:00:00.000000Z,,by post,
  3,waiting,ACME,INV-1001,second@acme.test,Invoice INV-1001 from Harbour & Finch,2026-11-22T12:00:00.000000Z,,,,
$ clerk -b mails.arl sent show ST-1001 | head -3
  Harbour & Finch: statement
  ACME, 2026-11-22
  
$ clerk -q -b mails.arl outbox drop 3
  3
$ clerk -q -b mails.arl report mail aging --mail boss@firm.test
  4
$ clerk -b mails.arl outbox list --open --format csv
  mail,state,customer,number,to,subject,put,last,tries,says,sha256
  1,waiting,ACME,ST-1001,pay@acme.test,Harbour & Finch: statement ST-1001,2026-11-22T12:00:00.000000Z,2026-11-22T12:00:00.000000Z,1,451 later,
  4,waiting,,aging-12,boss@firm.test,Aging (2026-11-22) from Harbour & Finch,2026-11-22T12:00:00.000000Z,,,,
$ arledger -b mails.arl book verify 2>&1 | cut -c1-33
  verified: 12 entries, 1 documents
