# Anything is found while it is typed; Enter opens it, and Esc comes back to the same row.
$ book new --company "Northwind Lights" --currency USD --sandbox
$ customer add --code ACME --name "Acme Holdings Ltd" --phone "+1 617 555 0100" --address "12 Long Wharf, Boston"
$ customer add --code BOREALIS --name "Borealis Éclairage"
$ customer add --code HAIER --name "海尔集团公司"
$ invoice issue --customer ACME --date 2026-09-20 --reference PO-4711 --amount 4310
$ invoice issue --customer ACME --date 2026-10-02 --line "text=Lamps; qty=3; price=300"
$ invoice issue --customer BOREALIS --date 2026-06-02 --amount 1234567.89
$ payment receive --customer ACME --amount 5000 --date 2026-11-02 --apply INV-1001 --payer "Nordlicht Bank"
$ dispute open --invoice INV-1002 --reason price --text "two were broken"
@ 80x24
"/"
dump empty
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Find
| Find _________________________________________________________________________
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
| A number, a name, a phone, a reference, a text; 123.45  ~123  >500  100..200
| Enter Look  Ctrl-G Other words  Esc Back  F1 Help
"acme"
dump acme
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Find
| Find acme_____________________________________________________________________
|   What     Number Customer Name                     Date         Open Found in
|--------------------------------------------------------------------------------
| ▶ customer ACME   ACME     Acme Holdings Ltd        2026-11-02 210.00 code
|   entry    8               P-1001: 5000.00 USD fro… 2026-11-22        journal
|   entry    6               INV-1002 of ACME: 900.0… 2026-11-22        journal
|   entry    5               INV-1001 of ACME: 4310.… 2026-11-22        journal
|   entry    2               customer ACME is opened… 2026-11-22        journal
|
|
|
|
|
|
|
|
|
|
|
|
| 1 of 5
| Enter Look  Ctrl-G Other words  Esc Back  F1 Help
Down Down Enter
Esc
dump again
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Find
| Find acme_____________________________________________________________________
|   What     Number Customer Name                     Date         Open Found in
|--------------------------------------------------------------------------------
|   customer ACME   ACME     Acme Holdings Ltd        2026-11-02 210.00 code
|   entry    8               P-1001: 5000.00 USD fro… 2026-11-22        journal
| ▶ entry    6               INV-1002 of ACME: 900.0… 2026-11-22        journal
|   entry    5               INV-1001 of ACME: 4310.… 2026-11-22        journal
|   entry    2               customer ACME is opened… 2026-11-22        journal
|
|
|
|
|
|
|
|
|
|
|
|
| 3 of 5
| Enter Look  Ctrl-G Other words  Esc Back  F1 Help
C-u "1002"
dump number
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Find
| Find 1002_____________________________________________________________________
|   What    Number   Customer Name             Date       Amount   Open Found in
|--------------------------------------------------------------------------------
| ▶*invoice INV-1002 ACME     Acme Holdings L… 2026-10-02 900.00 900.00 number
|   entry   9                 INV-1002 is in … 2026-11-22               journal
|   entry   6                 INV-1002 of ACM… 2026-11-22               journal
|
|
|
|
|
|
|
|
|
|
|
|
|
|
| 1 of 3
| Enter Look  Ctrl-G Other words  Esc Back  F1 Help
Enter
dump paper
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| invoice INV-1002                                             ACME   900.00 USD
| Invoice INV-1002
|
| Northwind Lights
| Acme Holdings Ltd
| 12 Long Wharf, Boston
| Customer  ACME
| Date      2026-10-02
| Terms     30 days net
|
| Text   Quantity   Price  Tax     Net
| -----  --------  ------  ---  ------
| Lamps         3  300.00       900.00
|
| Total              900.00 USD
| Due                2026-11-01
| Payment reference  RF76 INV1 002
| ------------------------------------------------------------------------------
| Applied
| Nothing is applied.
| Open      900.00 USD
| 1-20 of 32
| Enter Related  p Pay  d Dispute  / Search  P Print  x Save  ? Help
Esc
C-u ">1000"
dump amounts
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Find
| Find >1000____________________________________________________________________
|   What    Number   Name               Cur       Amount         Open Found in
|--------------------------------------------------------------------------------
| ▶!invoice INV-1003 Borealis Éclairage USD 1,234,567.89 1,234,567.89 amount
|   payment P-1001   Acme Holdings Ltd  USD    -5,000.00      -690.00 amount
|   invoice INV-1001 Acme Holdings Ltd  USD     4,310.00            . amount
|
|
|
|
|
|
|
|
|
|
|
|
|
|
| 1 of 3
| Enter Look  Ctrl-G Other words  Esc Back  F1 Help
C-u "broken"
dump dispute
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Find
| Find broken___________________________________________________________________
|   What    Number Name              Date       Cur Amount   Open Found in
|--------------------------------------------------------------------------------
| ▶*dispute 1      Acme Holdings Ltd 2026-11-22 USD 900.00 900.00 text: …broken
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
| 1 of 1
| Enter Look  Ctrl-G Other words  Esc Back  F1 Help
Enter
dump disputed
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| invoice INV-1002                                             ACME   900.00 USD
| Invoice INV-1002
|
| Northwind Lights
| Acme Holdings Ltd
| 12 Long Wharf, Boston
| Customer  ACME
| Date      2026-10-02
| Terms     30 days net
|
| Text   Quantity   Price  Tax     Net
| -----  --------  ------  ---  ------
| Lamps         3  300.00       900.00
|
| Total              900.00 USD
| Due                2026-11-01
| Payment reference  RF76 INV1 002
| ------------------------------------------------------------------------------
| Applied
| Nothing is applied.
| Open      900.00 USD
| 1-20 of 32
| Enter Related  p Pay  d Dispute  / Search  P Print  x Save  ? Help
Esc
C-u "wharf"
dump address
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Find
| Find wharf____________________________________________________________________
|   What     Number Name              Date         Open Found in
|--------------------------------------------------------------------------------
| ▶ customer ACME   Acme Holdings Ltd 2026-11-02 210.00 address: …Wharf, Boston
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
| 1 of 1
| Enter Look  Ctrl-G Other words  Esc Back  F1 Help
Enter
dump card
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Acme Holdings Ltd   ACME                                    balance 210.00 USD
| 12 Long Wharf, Boston   +1 617 555 0100                 12 months          ▇█▁
| ! overdue 900.00, oldest 21 days   NET30   no limit
| [Open] Activity Applied Disputes Contacts Promises People Dunned Repeats Sent
|   Document Part Issued     Due        Cur    Amount    Open Days Status
|--------------------------------------------------------------------------------
| ▶*INV-1002    1 2026-10-02 2026-11-01 USD    900.00  900.00   21 disputed
|   P-1001      1 2026-11-02 2026-11-02 USD -5,000.00 -690.00      part-applied
|
|
|
|
|
|
|
|
|
|
|
|
|   Total                                   -4,100.00  210.00
| last paid 2026-11-02
| Enter Look  Tab Next part  p Pay  i Invoice  d Dispute  e Change  a Do  ? Help
Esc Esc
":find acme >=900" Enter
dump prompt
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Find
| Find acme >=900_______________________________________________________________
|   What    Number   Name              Cur    Amount    Open Found in
|--------------------------------------------------------------------------------
| ▶*dispute 1        Acme Holdings Ltd USD    900.00  900.00 amount: INV-1002
|  *invoice INV-1002 Acme Holdings Ltd USD    900.00  900.00 amount
|   payment P-1001   Acme Holdings Ltd USD -5,000.00 -690.00 amount
|   invoice INV-1001 Acme Holdings Ltd USD  4,310.00       . amount
|
|
|
|
|
|
|
|
|
|
|
|
|
| 1 of 4
| Enter Look  Ctrl-G Other words  Esc Back  F1 Help
C-u "nothing like it"
dump nothing
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Find
| Find nothing like it__________________________________________________________
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
| Nothing in the book has it.
| Enter Look  Ctrl-G Other words  Esc Back  F1 Help
C-u ">"
dump half
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Find
| Find >________________________________________________________________________
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
| behind > stands an amount, as in >500; put a word with such a sign in quotes
| Enter Look  Ctrl-G Other words  Esc Back  F1 Help
Esc
2 C-g
dump last
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Find
| Find >________________________________________________________________________
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
| behind > stands an amount, as in >500; put a word with such a sign in quotes
| Enter Look  Ctrl-G Other words  Esc Back  F1 Help
"海"
dump chinese
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Find
| Find 海_______________________________________________________________________
|   What     Number Customer Name                   Date       Cur Open Found in
|--------------------------------------------------------------------------------
| ▶ customer HAIER  HAIER    海尔集团公司                      USD    . name
|   entry    4               customer HAIER is ope… 2026-11-22          journal
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
| 1 of 2
| Enter Look  Ctrl-G Other words  Esc Back  F1 Help
F1
dump help
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Find
| Keys of Find:  _______________________________________________________________
|--------------------------------------------------------------------------------
| ▶ Ctrl-G  other words                                                     Find
|   Up      previous row                                                    Find
|   Down    next row                                                        Find
|   PgUp    previous page                                                   Find
|   PgDn    next page                                                       Find
|   Enter   look deeper                                                     Find
|   Esc     back, place kept                                                Find
|   F1      the keys that are valid here; Enter runs one                    Find
|   F2      everything that can be done, by name                      everywhere
|   F5      read it from the book again                               everywhere
|   Ctrl-W  the line by which cron brings what is shown again and …   everywhere
|   Ctrl-L  draw the whole screen again                               everywhere
|   Ctrl-Z  back to the shell; `fg` there comes back                  everywhere
|   Ctrl-X  lock the screens; your password opens them again          everywhere
|   Ctrl-C  stop the running work                                     everywhere
|   F12     back, place kept                                          everywhere
|
|
| 1 of 2
| Enter Choose  letters Narrow  PgDn More  Esc Back
Esc
C-u "eclair"
dump accent
| TEST  Northwind Lights                                    Sun 2026-11-22  anna
| Find
| Find eclair___________________________________________________________________
|   What     Number   Name                      Date               Open Found in
|--------------------------------------------------------------------------------
| ▶ customer BOREALIS Borealis Éclairage        2026-06-02 1,234,567.89 name
|   entry    3        customer BOREALIS is ope… 2026-11-22              journal
|
|
|
|
|
|
|
|
|
|
|
|
|
|
|
| 1 of 2
| Enter Look  Ctrl-G Other words  Esc Back  F1 Help
