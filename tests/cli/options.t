# A mistake is one line on standard error, exit status 2, and names what would be right.
$ arledger --fromat csv help
! arledger: unknown option --fromat: did you mean --format?
= 2
$ arledger --format yaml help
! arledger: --format: 'yaml' is not one of text, csv, json, pdf, xlsx
= 2
$ arledger --wait soon help
! arledger: --wait: 'soon' is not a number of seconds
= 2
$ arledger --today 2026-02-30 help
! arledger: --today: "2026-02-30" has day 30, and February 2026 has 28 days
= 2
$ arledger --headless 80x24
! arledger: --headless and --script belong together; give both
= 2
$ arledger
! arledger: there is no command, and no terminal for the screens; `arledger --help` lists the commands
= 2
$ arledger hlp
! arledger: unknown command 'hlp': did you mean help?
= 2
$ arledger foo
! arledger: unknown command 'foo'; `arledger --help` lists them
= 2
$ arledger run
! arledger: --file is missing: file of command lines
= 2
$ arledger run --fiel x
! arledger: unknown argument --fiel: did you mean --file?
= 2
$ arledger run nowhere.txt
! arledger: nowhere.txt cannot be read: No such file or directory
= 65
$ arledger run --atomic --keep-going -
! arledger: --atomic means all lines or none, so --keep-going cannot be; give one of them
= 2

# Options stand before the command or behind it, and a value may follow an equals sign.
$ arledger run nowhere.txt --format=yaml
! arledger: --format: 'yaml' is not one of text, csv, json, pdf, xlsx
= 2
$ echo hlp | arledger run --format json -
  {"line":1,"ok":false,"code":"USAGE","message":"unknown command 'hlp': did you mean help?"}
= 2
$ arledger --version
  arledger 0.1.0
$ arledger -q --yes=no run nowhere.txt
! arledger: --yes takes no value
= 2

# Reports look ten years around a day, so that it has as many on both sides.
$ arledger --today 9999-12-31 report charges
! arledger: --today: "9999-12-31" is a day that is not between 1970-01-02 and 9988-12-31
= 2
$ arledger --today 1900-01-01 report day-end
! arledger: --today: "1900-01-01" is a day that is not between 1970-01-02 and 9988-12-31
= 2

# Completion knows every format and every option that wants a file.
$ arledger help completion --shell bash | grep -E '^    (--?[a-z]+\|)?--[a-z-]+\)'
      -b|--book) files=1; return ;;
      --format) found='text csv json pdf xlsx'; return ;;
      -o|--output) files=1; return ;;
      --password-file) files=1; return ;;
      --color) found='auto always never'; return ;;
      --script) files=1; return ;;
$ arledger help completion --shell fish | grep -E -- '-l (format|color|key) ' | sed 's/ -d .*//'
  complete -c arledger -l format -x -a 'text csv json pdf xlsx'
  complete -c arledger -l color -x -a 'auto always never'
  complete -c arledger -n '__fish_seen_subcommand_from book; and __fish_seen_subcommand_from backup' -l key -r -F
  complete -c arledger -n '__fish_seen_subcommand_from backup; and __fish_seen_subcommand_from verify' -l key -r -F
  complete -c arledger -n '__fish_seen_subcommand_from book; and __fish_seen_subcommand_from restore' -l key -r -F

# -o is for tables and pages: what has neither says so before it does anything.
$ arledger -q -b out.arl book new --company Out --currency EUR --sandbox
$ clerk -b out.arl customer add --code ACME --name Acme -o acme.txt
! arledger: -o is where a table or page goes, and customer add has none; leave it out
= 2
$ clerk -b out.arl customer list --format csv -o list.csv

# A dry run says what would be, of files too.
$ clerk -b out.arl --dry-run book backup --to copy.arl
! copy.arl would hold 1 entries and 0 documents
! dry run: nothing was kept
$ clerk -b out.arl --dry-run template show invoice.en --to mine.txt
! invoice.en would be in mine.txt; `template set invoice.en --file mine.txt` takes it back in
! dry run: nothing was kept
$ ls
  list.csv
  out.arl
  out.arl-lane

# A text that a spreadsheet would run as a formula has a ' before it, unless it is wanted as it is.
$ clerk -q -b out.arl customer add --code SUM --name "=1+1"
  SUM
$ clerk -b out.arl customer list --format csv | cut -d, -f1-2
  code,name
  SUM,'=1+1
$ clerk -b out.arl customer list --format csv --raw | cut -d, -f1-2
  code,name
  SUM,=1+1

# The examples of the manual page run, and it has no empty line, which its macros would warn of.
$ arledger help man | sed -n '/^\.Sh EXAMPLES/,$p' | grep '^arledger' >examples
$ sh -ec '. ./examples' >/dev/null 2>&1 && wc -l <examples && cut -d, -f1-3 aging.csv
  6
  customer,name,currency
  ACME,Acme Holdings,EUR
$ arledger help man | grep -c '^$'
  0
= 1

# How the file of -o ends says what it is, where --format does not, as on the screens.
$ clerk -b out.arl customer list -o all.csv && cut -d, -f1-2 all.csv
  code,name
  SUM,'=1+1
$ clerk -b out.arl customer list -o all.PDF && head -c 5 all.PDF && echo
  %PDF-
$ clerk -b out.arl customer list --format text -o words.csv && head -1 words.csv
  Customers
$ clerk -b out.arl customer list -o all.lst && head -1 all.lst
  Customers
