# A file of commands: one a line, remarks and blank lines passed over, the first failure ends it.
$ cat >lines <<'END'
> # a remark
>
> nonsense
> help
> 'not closed
> END
$ arledger run lines
! arledger: lines:3: unknown command 'nonsense'; `arledger --help` lists them
= 2
$ arledger run lines --keep-going
! arledger: lines:3: unknown command 'nonsense'; `arledger --help` lists them
! arledger: lines:4: help works from the shell only, not in a file of commands
! arledger: lines:5: a quote (') is opened and not closed; close it at the end of its value
= 2
$ arledger run lines --keep-going --format json
  {"line":3,"ok":false,"code":"USAGE","message":"unknown command 'nonsense'; `arledger --help` lists them"}
  {"line":4,"ok":false,"code":"USAGE","message":"help works from the shell only, not in a file of commands"}
  {"line":5,"ok":false,"code":"USAGE","message":"a quote (') is opened and not closed; close it at the end of its value"}
= 2
$ arledger run - --format json <lines
  {"line":3,"ok":false,"code":"USAGE","message":"unknown command 'nonsense'; `arledger --help` lists them"}
= 2
$ printf 'a\0b\n' | arledger run -
! arledger: standard input:1: the line has a zero byte
= 65

# A global option is for the whole file.
$ echo 'customer list --format csv' | clerk run -
! arledger: standard input:1: --format is for the whole file: it stands on the command line of `run`
= 2
$ echo 'customer list -o customers.csv' | clerk run -
! arledger: standard input:1: -o is for the whole file: it stands on the command line of `run`
= 2

# What is no file, or has no line of any sense, does not fill the memory.
$ arledger run /dev/zero
! arledger: /dev/zero:1: the line is longer than 64 MB
= 65
$ arledger payment receive --customer A1 --amount 1 --apply @/dev/zero
! arledger: @/dev/zero is no file that can be read
= 65

# The mark that some editors begin a file with is no part of its first line, nor of the first row.
$ arledger -q -b marked.arl book new --company Marks --currency EUR --sandbox
$ printf '\357\273\277customer add --code MARK --name Mark\n' | clerk -b marked.arl run -
  MARK
! customer MARK is opened: Mark, in EUR
$ printf '\357\273\277text=Lamp; price=3\r\ntext=Desk; price=4\r\n' >marked.rows
$ clerk -b marked.arl invoice issue --customer MARK --line @marked.rows
  INV-1001
! INV-1001 of MARK: 7.00 EUR, due 2026-12-22
