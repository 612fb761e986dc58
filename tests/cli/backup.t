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

# A copy that was cut off is damaged, not the book that people work in.
$ head -c 100000 monday.arl >cut.arl; chmod 600 cut.arl
$ arledger backup verify cut.arl
! arledger: cut.arl: this copy of a book is damaged [database disk image is malformed]
= 74
$ arledger book restore --from cut.arl --to tuesday.arl
! arledger: cut.arl: this copy of a book is damaged [database disk image is malformed]; tuesday.arl is not touched
= 74
$ arledger book restore --from cut.arl --to new.arl
! arledger: cut.arl: this copy of a book is damaged [database disk image is malformed]
= 74
$ rm cut.arl*

# An older book is brought up; this one is not older.
$ clerk book migrate
! arledger: --now, --actor and --locale work on a sandbox book only (book new --sandbox)
= 2
$ arledger book migrate
! book.arl has version 31 already

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
! arledger: --readonly is missing: to be said, so that everybody knows: the question only reads
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
$ clerk book sql --readonly "SELECT hex(fts3_tokenizer('simple'))"
! arledger: the question is not understood [not authorized to use function: fts3_tokenizer]
= 65
$ clerk book sql --readonly "SELECT nope FROM customer"
! arledger: the question is not understood [no such column: nope]
= 65

# A copy that only its key opens: proved before it is sealed and where it lies, refused when it was touched.
$ echo "correct horse battery" >key; echo "another long word" >other; echo short >small; mkfifo pipe
$ chmod 644 key; clerk book backup --to sealed.arl --key key
! arledger: --key: key can be read by others; `chmod 600 key` keeps it to you
= 77
$ clerk book backup --to sealed.arl --key pipe
! arledger: --key: pipe is no file
= 65
$ arledger backup verify pipe 2>&1 | sed 's,/[^ ]*/,,'; rm pipe
  arledger: pipe is not a file, so it is no book
$ chmod 600 key other small
$ clerk book backup --to sealed.arl --key key
! sealed.arl holds 2 entries and 0 documents, proves, and is sealed
$ arledger backup verify sealed.arl --key key 2>&1 | sed 's/[0-9a-f]\{64\}/HASH/'
  sealed.arl opens, and proves: 2 entries, head HASH
$ arledger backup verify sealed.arl
! arledger: sealed.arl is sealed; --key names the file with its key
= 65
$ arledger backup verify sealed.arl --key other
! arledger: sealed.arl was sealed with another key, or it was changed
= 65
$ arledger backup verify sealed.arl --key small
! arledger: the key in small is too short: take 12 characters or more
= 65
$ grep -c "Acme" sealed.arl
  0
= 1
$ head -c 100000 sealed.arl >cut.arl; arledger backup verify cut.arl --key key
! arledger: cut.arl was cut off or changed after it was sealed
= 74
$ arledger book restore --from sealed.arl --to opened.arl
! arledger: sealed.arl is sealed; --key names the file with its key
= 65
$ arledger book restore --from sealed.arl --to opened.arl --key key
! opened.arl is the book of sealed.arl again, and proves
$ arledger -b opened.arl customer list --format csv | cut -d, -f1,2
  code,name
  ACME,Acme Ltd
$ arledger backup verify monday.arl --from 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef --format csv
  trouble
  "no journal entry has the hash 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef: the journal was shortened or written anew since it was noted, or it is another book's"
! 1 trouble in monday.arl: take an older copy
= 1
$ arledger backup verify forged.arl
  Backup
  
    Trouble
    -----------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------
  ! journal entry 2: the words of its command were changed afterwards
  ! journal entry 2 of 2026-11-22T12:00:00.000000Z by anna does not fit its hash: its words, or one of the 0 documents, 0 applications and 3 other facts that it wrote, were changed, added or taken away
  ! customer ACME is not what journal entry 2 left: it was changed afterwards
! 3 troubles in forged.arl: take an older copy
= 1

# A folder of copies: the newest of each hour stays, and no other file is touched.
$ mkdir copies; echo x >copies/book-notes.arl
$ clerk book backup --folder copies
! copies/book-20261122T120000Z.arl holds 2 entries and 0 documents, and proves
$ clerk --now 2026-11-22T12:40:00Z book backup --folder copies --key key
! copies/book-20261122T124000Z.arl.sealed holds 2 entries and 0 documents, proves, and is sealed; 1 old copy was taken away
$ clerk --now 2026-11-22T13:05:00Z book backup --folder copies
! copies/book-20261122T130500Z.arl holds 2 entries and 0 documents, and proves
$ ls copies
  book-20261122T124000Z.arl.sealed
  book-20261122T130500Z.arl
  book-notes.arl
$ clerk book backup
! arledger: say --to FILE for one copy, or --folder for one of many
= 2
$ clerk book backup --to x.arl --folder copies
! arledger: say --to FILE for one copy, or --folder for one of many
= 2
