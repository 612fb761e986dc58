# A copy is made while the book is open, and proved.
$ clerk -q book new --company "Harbour & Finch" --currency EUR --sandbox
$ clerk -q customer add --code ACME --name "Acme Ltd"
  ACME
$ clerk book backup --to monday.arl
! monday.arl holds 2 entries and 0 documents, and proves
$ clerk book backup --to monday.arl
! arledger: monday.arl exists already: choose another name
= 73
$ ls
  book.arl
  book.arl-lane
  monday.arl

# Put back: what was there is kept beside it.
$ clerk -q customer add --code BOLT --name "Bolt & Sons"
  BOLT
$ arledger book restore --from monday.arl --to book.arl
! book.arl is the book of monday.arl again, and proves; what was there is book.arl.before-restore
$ clerk customer list --format csv | cut -d, -f1,2
  code,name
  ACME,Acme Ltd
$ clerk -b book.arl.before-restore customer list --format csv | cut -d, -f1,2
  code,name
  ACME,Acme Ltd
  BOLT,Bolt & Sons
$ arledger book restore --from monday.arl --to book.arl
! arledger: book.arl.before-restore exists already: move it away first
= 73
$ arledger book restore --from monday.arl --to tuesday.arl
! tuesday.arl is the book of monday.arl again, and proves
$ clerk -q -b tuesday.arl book verify

# What cannot be a book, or does not prove, is refused.
$ echo "no book" >letter.txt; chmod 600 letter.txt
$ arledger book restore --from letter.txt --to friday.arl 2>&1 | sed 's,/[^ ]*/,,'
  arledger: letter.txt is not a book: it was not made by arledger
$ arledger book restore --from monday.arl --to letter.txt 2>&1 | sed 's,/[^ ]*/,,'
  arledger: letter.txt is not a book: it was not made by arledger
$ sed 's/Acme Ltd/Acme Lxd/g' monday.arl >forged.arl; chmod 600 forged.arl
$ arledger book restore --from forged.arl --to friday.arl
! arledger: forged.arl does not prove (3 troubles): nothing was restored; take an older backup
= 74
$ clerk -b forged.arl book verify --format csv | grep -c entry
  3
! 3 troubles: stop working in this book, and look at the last backup
$ ls *.arl*
  book.arl
  book.arl-lane
  book.arl.before-restore
  book.arl.before-restore-lane
  forged.arl
  forged.arl-lane
  monday.arl
  monday.arl-lane
  tuesday.arl
  tuesday.arl-lane

# An older book is brought up; this one is not older.
$ clerk book migrate
! arledger: --now, --actor and --locale work on a sandbox book only (book new --sandbox)
= 2
$ arledger book migrate
! book.arl has version 24 already

# SQL reads.
$ clerk book sql --readonly "SELECT code, name FROM customer"
  code  name
  ----  --------
  ACME  Acme Ltd
$ clerk book sql --readonly "SELECT code FROM account ORDER BY code" --limit 2 --format csv
  code
  1100
  1190
$ clerk book sql "SELECT 1"
! arledger: --readonly is missing: said aloud: the question cannot change the book
= 2
$ clerk book sql --readonly "DELETE FROM customer"
! arledger: a question begins with SELECT or WITH; the book is changed by commands only
= 65
$ clerk book sql --readonly "WITH x AS (SELECT 1) DELETE FROM customer"
! arledger: this is no question: it answers with no rows
= 65
$ clerk book sql --readonly "WITH x AS (SELECT 1) DELETE FROM customer RETURNING code"
! arledger: this book is open for reading only [attempt to write a readonly database]
= 77
$ clerk book sql --readonly "SELECT 1; DELETE FROM customer"
! arledger: ask one question at a time
= 65
$ clerk book sql --readonly "SELECT nope FROM customer"
! arledger: the question is not understood [no such column: nope]
= 65
