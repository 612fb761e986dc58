# A report goes out by mail as a paper does: kept, put into the outbox once, drawn again the same.
$ clerk book new --company "Häfen & Fink" --currency EUR --sandbox -q
$ cat >lines <<'END'
> book set --name mail.from --value ann@harbour.test
> customer add --code ACME --name "Acme Holdings" --collector anna --email pay@acme.test
> customer add --code BOR --name "Borealis" --collector ben
> invoice issue --customer ACME --date 2026-09-20 --due 2026-10-20 --amount 100.00
> invoice issue --customer BOR --date 2026-11-10 --due 2026-12-10 --amount 900.00
> view save --name annas --shows "report aging --collector anna"
> END
$ clerk run lines >/dev/null 2>&1
$ clerk report mail
! arledger: --report is missing: a report with its arguments, or a saved list: "aging --collector anna"
= 2
$ clerk report mail aging
! arledger: --mail is missing: to whom; several addresses are parted by commas
= 2
$ clerk report mail aging --mail boss
! arledger: --mail: 'boss' is no mail address; one is like billing@example.com, several are parted by commas
= 65
$ clerk report mail agging --mail boss@harbour.test
! arledger: no list is saved as agging; `view list` shows those that are
= 65
$ clerk report mail aging --colector anna --mail boss@harbour.test
! arledger: unknown argument --colector: did you mean --collector?
= 2
$ clerk report mail aging --as-of never --mail boss@harbour.test
! arledger: --as-of: "never" is not a date; right would be 2026-11-22, 11-22 or 1122, 22 (the last 22nd), t today, y yesterday, b last business day, mo to su, m or h first or last of the month, +7, -3, eom, eom+10, month-end -1
= 65
$ clerk report mail "customer add --code X" --mail boss@harbour.test
! arledger: unknown argument --code; `arledger report customer --help` lists them
= 2
# nothing of that stands in the book
$ clerk sent list --format csv
  id,date,customer,name,kind,number,channel,address,moment,sha256,journal
$ clerk report mail aging --collector anna --mail "boss@harbour.test, audit@harbour.test" --dry-run
  1
! mail 1 with aging-8 to boss@harbour.test, audit@harbour.test waits in the outbox
! dry run: nothing was kept
$ clerk --op-id aging-2026-11-22 report mail aging --collector anna --mail boss@harbour.test
  1
! mail 1 with aging-8 to boss@harbour.test waits in the outbox
$ clerk --op-id aging-2026-11-22 report mail aging --collector anna --mail boss@harbour.test
  1
! mail 1 with aging-8 to boss@harbour.test waits in the outbox
! this is the stored result: the operation id was used before
$ clerk --op-id aging-2026-11-22 report mail aging --mail boss@harbour.test
! arledger: operation id aging-2026-11-22 was used for journal entry 8 with other arguments; a new operation needs a new id
= 65
# a report with a page and a drawing, and a saved list
$ clerk report mail trend --months 3 --mail boss@harbour.test --subject "Where we stand" --text "As you asked." -q
  2
$ clerk report mail annas --mail boss@harbour.test -q
  3
$ clerk report mail "cash --to 2026-11-22 --text x" --mail boss@harbour.test
! arledger: unknown argument --text; `arledger report cash --help` lists them
= 2
$ clerk --format csv report mail "cash --from 2026-11-01 --to 2026-11-22" --mail boss@harbour.test
  4
! mail 4 with cash-11 to boss@harbour.test waits in the outbox
$ clerk outbox list --format csv | cut -d, -f1-6
  mail,state,customer,number,to,subject
  1,waiting,,aging-8,boss@harbour.test,Aging (2026-11-22) from Häfen & Fink
  2,waiting,,trend-9,boss@harbour.test,Where we stand
  3,waiting,,annas-10,boss@harbour.test,Aging (2026-11-22) from Häfen & Fink
  4,waiting,,cash-11,boss@harbour.test,Payments (2026-11-22) from Häfen & Fink
$ clerk sent list --format csv | cut -d, -f1-8
  id,date,customer,name,kind,number,channel,address
  1,2026-11-22,,,report,aging-8,mail,boss@harbour.test
  2,2026-11-22,,,report,trend-9,mail,boss@harbour.test
  3,2026-11-22,,,report,annas-10,mail,boss@harbour.test
  4,2026-11-22,,,report,cash-11,mail,boss@harbour.test
$ clerk sent list --customer ACME --format csv
  id,date,customer,name,kind,number,channel,address,moment,sha256,journal
# what was kept is what was seen, whatever came since
$ clerk payment receive --customer ACME --amount 60 --apply INV-1001 -q
  P-1001
$ clerk sent show 1
  Aging
  as of 2026-11-22, by due date, posted, EUR
  
    Customer  Name           Cur  Current  1-30   31-60  61-90  Over 90  Unapplied   Total  Disputed  Owner
    --------  -------------  ---  -------  ----  ------  -----  -------  ---------  ------  --------  -----
  ! ACME      Acme Holdings  EUR        .     .  100.00      .        .          .  100.00         .  anna
$ clerk sent show trend-9
  Häfen & Fink: aging over time
  EUR, by month to 2026-11-22
  
  Open by age, EUR
  2026-09-30    100.00  ███████████
  2026-10-31    100.00  ▓▓▓▓▓▓▓▓▓▓▓
  2026-11-22  1,000.00  ███████████████████████████████████████████████████████████████████████████████████████████████████▒▒▒▒▒▒▒▒▒▒▒
  █ Current   ▓ 1-30   ▒ 31-60   ░ 61-90   ▚ Over 90
  
  Aging over time
  EUR
  
  As of       Current    1-30   31-60  61-90  Over 90  Unapplied     Total
  ----------  -------  ------  ------  -----  -------  ---------  --------
  2026-09-30   100.00       .       .      .        .          .    100.00
  2026-10-31        .  100.00       .      .        .          .    100.00
  2026-11-22   900.00       .  100.00      .        .          .  1,000.00
# mails as files: nothing is sent; the PDF in one is the PDF of what was kept
$ clerk outbox run --into eml
! 4 written, none sent
$ sed '/^--=_/,$d' eml/1.eml | grep '^To\|^Subject' | tr -d '\r'
  To: boss@harbour.test
  Subject: =?UTF-8?B?QWdpbmcgKDIwMjYtMTEtMjIpIGZyb20gSMOkZmVuICYgRmluaw==?=
$ sed -n '/text.plain/,/^--=_/p' eml/1.eml | tr -d '\r' | sed '1,3d;/^--/d' | base64 -d
  Please find attached: Aging (2026-11-22).
  If anything about it is unclear, just answer this mail.
  
  Kind regards
  Häfen & Fink
$ grep -a 'filename' eml/*.eml | tr -d '\r'
  eml/1.eml: filename*=UTF-8''aging-8-2026-11-22.pdf
  eml/2.eml: filename*=UTF-8''trend-9-2026-11-22.pdf
  eml/3.eml: filename*=UTF-8''annas-10-2026-11-22.pdf
  eml/4.eml: filename*=UTF-8''cash-11-2026-11-22.pdf
$ sed -n '/application.pdf/,/^--=_/p' eml/2.eml | tr -d '\r' | sed '1,5d;/^--/d' | base64 -d >one.pdf
$ clerk sent show trend-9 --format pdf -o two.pdf; cmp one.pdf two.pdf && echo the same
  the same
$ clerk sent print --from 2026-11-22 --folder again -q; ls again; cmp one.pdf again/trend-9-2026-11-22.pdf
  aging-8-2026-11-22.pdf
  annas-10-2026-11-22.pdf
  cash-11-2026-11-22.pdf
  trend-9-2026-11-22.pdf
# a table that is too wide for an upright sheet lies across, as it does without a mail
$ pdfinfo again/aging-8-2026-11-22.pdf | grep 'Page size'
  Page size:       841.89 x 595.28 pts (A4)
# once more, to somebody else, as it was
$ clerk mail send --statement aging-8
! arledger: aging-8 is of no customer; --to says where it goes
= 2
$ clerk mail send --statement aging-8 --to audit@harbour.test
  5
! mail 5 with aging-8 to audit@harbour.test waits in the outbox
# what was sent twice is two files
$ clerk sent print --number aging-8 --folder twice; ls twice
  aging-8-2026-11-22-2.pdf
  aging-8-2026-11-22.pdf
! 2 pages drawn
$ clerk book verify -q
# who may not see a report mails none; who only reads writes nothing
$ clerk user add --name bob --role clerk -q
  bob
$ clerk user add --name eve --role auditor -q
  eve
$ arledger --now 2026-11-22T12:00:00Z --actor bob --locale C.UTF-8 report mail team --mail boss@harbour.test
! arledger: report team: it needs the role auditor
= 77
$ arledger --now 2026-11-22T12:00:00Z --actor bob --locale C.UTF-8 report mail debtors --mail boss@harbour.test -q
  6
$ arledger --now 2026-11-22T12:00:00Z --actor eve --locale C.UTF-8 report mail team --mail boss@harbour.test
! arledger: `report mail` needs the role clerk; eve has auditor
= 77
