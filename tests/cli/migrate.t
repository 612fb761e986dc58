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
