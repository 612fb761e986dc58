# A file that may not grow is like a disk that is full: the line fails whole, and works when there is room.
# (Below 64 blocks there is no room for what the store shares between programs.)
$ clerk -q book new --company "Harbour & Finch" --currency EUR --sandbox
$ clerk -q customer add --code ACME --name Acme
  ACME
$ (ulimit -f 60; clerk invoice issue --customer ACME --amount 5)
! arledger: the disk is full: nothing was posted; free some space and try again [disk I/O error]
= 74
$ clerk invoice issue --customer ACME --amount 5
  INV-1001
! INV-1001 of ACME: 5.00 EUR, due 2026-12-22
$ clerk -q book verify
