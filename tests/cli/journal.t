# Every command that changes the book leaves one entry; nothing else does.
$ clerk -q book new --company "Harbour & Finch" --currency EUR --sandbox
$ clerk -q customer add --code ACME --name "Acme Ltd" --op-id a1
  ACME
$ clerk -q customer add --code ACME --name "Acme Ltd" --op-id a1
  ACME
$ clerk customer add --code ACME --name "Acme Ltd" --op-id a1 >/dev/null
! customer ACME is opened: Acme Ltd, in EUR
! this is the stored result: the operation id was used before
$ clerk customer add --code ACME --name "Acme" --op-id a1
! arledger: operation id a1 was used for journal entry 2 with other arguments; a new operation needs a new id
= 65
$ clerk customer add --code BOLT --name "Bolt" --dry-run
  BOLT
! customer BOLT is opened: Bolt, in EUR
! dry run: nothing was kept
$ clerk -q customer add --code BOLT --name "Bolt" --terms NET99
! arledger: there are no terms NET99; `terms list` shows them
= 65
$ clerk -q customer add --code BOLT --name "Bolt"
  BOLT
$ clerk journal list
  Journal
  
  Entry  Moment                Who   Command
  -----  --------------------  ----  ---------------------------------------------------
      1  2026-11-22T12:00:00Z  anna  book new --company "Harbour & Finch" --currency EUR
      2  2026-11-22T12:00:00Z  anna  customer add --code ACME --name 'Acme Ltd'
      3  2026-11-22T12:00:00Z  anna  customer add --code BOLT --name Bolt
$ clerk journal list --limit 1 --format csv | sed 's/[0-9a-f]\{64\}/HASH/'
  id,moment,actor,command,hash
  3,2026-11-22T12:00:00.000000Z,anna,customer add --code BOLT --name Bolt,HASH
$ clerk journal list --actor tom --format csv
  id,moment,actor,command,hash
$ clerk journal list --to 2026-11-21 --format csv
  id,moment,actor,command,hash
$ clerk journal show 2 | sed 's/[0-9a-f]\{64\}/HASH/'
  entry      2
  moment     2026-11-22T12:00:00.000000Z
  who        anna
  command    customer add --code ACME --name 'Acme Ltd'
  made       ACME
  said       customer ACME is opened: Acme Ltd, in EUR
  operation  a1
  hash       HASH
$ clerk journal show 99
! arledger: there is no journal entry 99
= 65
$ clerk journal verify 2>&1 | sed 's/[0-9a-f]\{64\}/HASH/'
  the journal is whole: 3 entries, head HASH
$ clerk -q journal verify --from 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef --format csv
  trouble
  "no journal entry has the hash 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef: the journal was shortened or written anew since it was noted, or it is another book's"
= 1
