# A file beside the book: what it was is known, and missed or changed it is found.
$ clerk -q book new --company "Harbour & Finch" --currency EUR --sandbox
$ clerk -q customer add --code ACME --name "Acme Ltd"
  ACME
$ clerk -q invoice issue --customer ACME --amount 100 --date 2026-09-01
  INV-1001
$ printf 'we do not pay\n' >letter.txt
$ clerk attachment add --customer ACME --path letter.txt --document INV-1001 --text "their letter"
  1
! attachment 1 of ACME: 14 bytes, SHA-256 12b1513f6601...
$ clerk attachment list --format csv | cut -d, -f1-6,8
  id,customer,document,contact,text,size,sha256
  1,ACME,INV-1001,,their letter,14,12b1513f6601d686e23df141a0550f211acedad642f601dd0ff1d8d0acac583e
$ clerk book verify 2>&1 | sed 's|, head [0-9a-f]*||'
  verified: 4 entries, 1 documents
$ printf 'we pay\n' >letter.txt
$ clerk book verify --format csv 2>&1 | sed 's|, head [0-9a-f]*||; s| /.*/| |'
  trouble
  attachment 1 of ACME is another file by now: letter.txt
  verified: 4 entries, 1 documents; 1 attachment is not what was attached
$ rm letter.txt
$ clerk book verify >said 2>nothing; echo $?
  1
$ grep -c "cannot be read" said
  1
$ clerk attachment open 1 2>&1 | sed 's| /.*/| |'
  arledger: letter.txt: No such file or directory
# Opened with a program of one's own, without a shell.
$ printf 'we do not pay\n' >letter.txt
$ printf '#!/bin/sh\nprintf "%%s: " "$1" >seen; cat "$2" >>seen\n' >look; chmod +x look
$ ARLEDGER_OPEN="$PWD/look 'with care; rm *'" clerk attachment open 1 2>&1 | sed 's| /.*/| |'
  opened letter.txt
$ cat seen; rm seen
  with care; rm *: we do not pay
$ ARLEDGER_OPEN=/no/program clerk attachment open 1
! arledger: /no/program cannot be run: No such file or directory
= 69
$ clerk attachment open 7
! arledger: there is no attachment 7; `attachment list` shows them
= 65
$ clerk attachment add --customer ACME --path nowhere.txt
! arledger: --path: there is no file nowhere.txt
= 65
$ clerk attachment add --customer ACME --path .. 2>&1 | sed "s|/.* is no|FOLDER is no|"
  arledger: FOLDER is no file that can be read
# What is no file would be read for ever.
$ clerk attachment add --customer ACME --path /dev/zero
! arledger: /dev/zero is no file that can be read
= 65
$ truncate -s 1025M huge; clerk attachment add --customer ACME --path huge 2>&1 | sed "s|/.*/||"; rm huge
  arledger: huge is larger than 1024 MB, which is the most

# The whole path is kept, so its folders are looked at like what is typed.
$ mkdir "4111 1111 1111 1111"; echo x >"4111 1111 1111 1111/slip.txt"; ln -s "4111 1111 1111 1111" slips
$ clerk attachment add --customer ACME --path slips/slip.txt
! arledger: --path: a folder on the way to it is named like a payment card number, which the book never keeps
= 65
$ (cd slips && clerk -b ../book.arl attachment add --customer ACME --path slip.txt)
! arledger: --path: a folder on the way to it is named like a payment card number, which the book never keeps
= 65
$ bad=$(printf 'a\033[2Jb'); mkdir "$bad"; echo x >"$bad/slip.txt"; ln -s "$bad" turned
$ clerk attachment add --customer ACME --path turned/slip.txt
! arledger: --path: a folder on the way to it has a name that is not valid UTF-8 or has a control character; rename it
= 65
$ bad=$(printf 'a\377b'); mkdir "$bad"; echo x >"$bad/slip.txt"; ln -s "$bad" odd
$ clerk attachment add --customer ACME --path odd/slip.txt
! arledger: --path: a folder on the way to it has a name that is not valid UTF-8 or has a control character; rename it
= 65
$ clerk attachment list --format csv | grep -c slip
  0
= 1
