# Customers are opened, each by a code of its own.
$ clerk -q book new --company "Harbour & Finch" --currency EUR --sandbox
$ clerk customer add --code ACME --name "Acme Ltd" --terms NET30 --limit 150 --collector anna
  ACME
! customer ACME is opened: Acme Ltd, in EUR
$ clerk customer add --code BOLT --name "Bolt & Söhne" --currency USD --parent ACME \
> --email accounts@bolt.example --contact "Jo Bolt" --statement activity --cycle monthly \
> --tax-id DE123456789 --country DE --class RETAIL --language de --grace 3 --salesperson tom
  BOLT
! customer BOLT is opened: Bolt & Söhne, in USD
$ clerk customer add --code CIGNA --name "Cigna BV" --limit 0
  CIGNA
! customer CIGNA is opened: Cigna BV, in EUR
$ clerk customer add --code acme --name "Acme again"
! arledger: customer acme is there already; change it with `customer set`
= 65
$ clerk customer add --code D --name ""
! arledger: --name is empty: the customer's name
= 2
$ clerk customer add --code D/1 --name "Dot"
! arledger: a customer's code may not have a stroke: CUSTOMER/NUMBER names a document
= 65
$ clerk customer add --code D --name "Dot" --terms NET99
! arledger: there are no terms NET99; `terms list` shows them
= 65
$ clerk customer add --code D --name "Dot" --limit -5
! arledger: --limit: a credit limit is 0 or more, not -5
= 65
$ clerk customer add --code D --name "Dot" --limit 5.001
! arledger: --limit: "5.001" has 3 decimals; at most 2 are possible
= 65
$ clerk customer add --code D --name "Dot" --limit "5 USD"
! arledger: --limit: D has its account in EUR, so its limit is in EUR, not USD
= 65
$ clerk customer add --code D --name "Dot" --limit lots
! arledger: --limit: "lots" is not an amount; write it like 1234.50 or 1234.50 EUR
= 65
$ clerk customer add --code D --name "Dot" --currency EUX
! arledger: --currency: 'EUX' is not a currency of ISO 4217, as EUR is
= 65
$ clerk customer add --code D --name "Dot" --parent NOBODY
! arledger: there is no customer NOBODY; `customer list --search` finds codes
= 65
$ clerk customer add --code D --name "Dot" --country Netherlands
! arledger: --country: 'Netherlands' is not a country; write two letters, as NL, or US-NY for a part
= 65
$ clerk customer add --code D --name "Dot" --statement weekly
! arledger: --statement: 'weekly' is not one of open-item, activity
= 65
$ clerk customer add --code D --name "Dot" --grace 400
! arledger: grace is 0 to 366 days
= 65
$ clerk customer add --code D --name "Dot 4111 1111 1111 1111"
! arledger: --name: this looks like a payment card number, and those are never kept; give the brand and the last four digits
= 65
$ clerk customer add --code D --name "4111 1111 1111 1111"
! arledger: --name: this looks like a payment card number, and those are never kept; give the brand and the last four digits
= 65

# What is changed, and what was so already.
$ clerk customer set --code BOLT --limit 1000 --collector anna --parent none
  BOLT
! customer BOLT, Bolt & Söhne, is changed
$ clerk customer set --code bolt --collector anna
  BOLT
! customer BOLT, Bolt & Söhne, was so already
$ clerk customer set --code CIGNA --limit none --rename CIG
  CIG
! customer CIG, Cigna BV, is changed
$ clerk customer set --code CIG --limit -1
! arledger: --limit: a credit limit is 0 or more, not -1
= 65
$ clerk customer set --code CIG --rename ACME
! arledger: the code ACME belongs to another customer
= 65
$ clerk customer set --code NOBODY --name X
! arledger: there is no customer NOBODY; `customer list --search` finds codes
= 65

# The list: what each one owes, one pass over the open items.
$ clerk -q invoice issue --customer ACME --amount 100 --date 2026-09-01
  INV-1001
$ clerk -q invoice issue --customer ACME --amount 80 --date 2026-11-01
  INV-1002
$ clerk -q rate add --currency USD --rate 0.9 --date 2026-01-01
  USD
$ clerk -q invoice issue --customer BOLT --amount 200 --date 2026-10-01
  INV-1003
$ clerk -q invoice issue --customer BOLT --amount 10 --currency EUR --date 2026-11-02
  INV-1004
$ clerk customer list
  Customers
  as of 2026-11-22
  
    Code   Name          Cur  Terms     Limit  Balance  Overdue  Oldest  Collector  Status      NSF
    -----  ------------  ---  -----  --------  -------  -------  ------  ---------  ----------  ---
  ! ACME   Acme Ltd      EUR  NET30    150.00   180.00   100.00      52  anna       over limit    0
  ! BOLT   Bolt & Söhne  USD  NET30  1,000.00   200.00   200.00      22  anna       overdue       0
    BOLT   Bolt & Söhne  EUR  NET30              10.00        .       0  anna       ok            0
    CIG    Cigna BV      EUR  NET30                  .        .       0             ok            0
                                               -------  -------
    Total                EUR                    190.00   100.00
    Total                USD                    200.00   200.00
$ clerk customer list --format csv
  code,name,currency,terms,limit,balance,overdue,oldest_days,collector,status,nsf,formerly
  ACME,Acme Ltd,EUR,NET30,150.00,180.00,100.00,52,anna,over limit,0,
  BOLT,Bolt & Söhne,USD,NET30,1000.00,200.00,200.00,22,anna,overdue,0,
  BOLT,Bolt & Söhne,EUR,NET30,,10.00,0.00,0,anna,ok,0,
  CIG,Cigna BV,EUR,NET30,,0.00,0.00,0,,ok,0,
$ clerk customer list --search söhne --format csv
  code,name,currency,terms,limit,balance,overdue,oldest_days,collector,status,nsf,formerly
  BOLT,Bolt & Söhne,USD,NET30,1000.00,200.00,200.00,22,anna,overdue,0,
  BOLT,Bolt & Söhne,EUR,NET30,,10.00,0.00,0,anna,ok,0,
$ clerk customer list --where "balance > 150 & collector = anna" --sort -balance --format csv
  code,name,currency,terms,limit,balance,overdue,oldest_days,collector,status,nsf,formerly
  ACME,Acme Ltd,EUR,NET30,150.00,180.00,100.00,52,anna,over limit,0,
  BOLT,Bolt & Söhne,USD,NET30,1000.00,200.00,200.00,22,anna,overdue,0,
$ clerk customer list --sort "currency, -code" --limit 2 --format csv
  code,name,currency,terms,limit,balance,overdue,oldest_days,collector,status,nsf,formerly
  CIG,Cigna BV,EUR,NET30,,0.00,0.00,0,,ok,0,
  BOLT,Bolt & Söhne,EUR,NET30,,10.00,0.00,0,anna,ok,0,
$ clerk customer list --as-of 2026-09-30 --open --format csv
  code,name,currency,terms,limit,balance,overdue,oldest_days,collector,status,nsf,formerly
  ACME,Acme Ltd,EUR,NET30,150.00,100.00,0.00,0,anna,ok,0,
$ clerk customer list --currency usd --format csv
  code,name,currency,terms,limit,balance,overdue,oldest_days,collector,status,nsf,formerly
  BOLT,Bolt & Söhne,USD,NET30,1000.00,200.00,200.00,22,anna,overdue,0,
$ clerk customer list --where "limt > 1"
! arledger: --where: there is no column "limt" (character 1 of the filter); there are: code, name, currency, terms, limit, balance, overdue, oldest_days, collector, status, nsf, formerly
= 65
$ clerk customer list --sort nam
! arledger: --sort: there is no column 'nam'; there are code, name, currency, terms, limit, balance, overdue, oldest_days, collector, status, nsf, formerly
= 65
$ clerk customer list --limit 0
! arledger: --limit is a number of rows, 1 or more
= 2
$ clerk customer set --code BOLT --currency EUR
! arledger: BOLT has items in USD; its currency cannot change any more
= 65

# The card, and the people.
$ clerk person add --customer BOLT --name "Mia Muster" --role "accounts payable" --email mia@bolt.example
  BOLT
! Mia Muster is noted at BOLT
$ clerk person add --customer NOBODY --name Mia
! arledger: there is no customer NOBODY; `customer list --search` finds codes
= 65
$ clerk person list BOLT --format csv
  customer,name,role,phone,email
  BOLT,Mia Muster,accounts payable,,mia@bolt.example
$ clerk customer show BOLT
  code         BOLT
  name         Bolt & Söhne
  kind         business
  country      DE
  contact      Jo Bolt
  e-mail       accounts@bolt.example
  tax id       DE123456789
  collector    anna
  salesperson  tom
  class        RETAIL
  language     de
  currency     USD
  terms        NET30 (the book's)
  grace        3 days
  statement    activity
  cycle        monthly
  limit        1,000.00 USD
  exposure     211.11 USD
  available    788.89 USD
  balance      200.00 USD
  overdue      200.00 USD, oldest 22 days
  balance      10.00 EUR
  
  People
  Name        Role              Phone  E-mail
  ----------  ----------------  -----  ----------------
  Mia Muster  accounts payable         mia@bolt.example
  
  Open items
    Document  Kind     Date        Due         Cur  Amount    Open  Days
    --------  -------  ----------  ----------  ---  ------  ------  ----
  ! INV-1003  invoice  2026-10-01  2026-10-31  USD  200.00  200.00    22
    INV-1004  invoice  2026-11-02  2026-12-02  EUR   10.00   10.00   -10
$ clerk customer show NOBODY
! arledger: there is no customer NOBODY; `customer list --search` finds codes
= 65
$ clerk customer show
! arledger: --customer is missing: the customer's code
= 2

# A person who gets another number, leaves, and comes back.
$ clerk person set --customer BOLT --name "mia muster" --phone "+49 30 555 0199" --role "head of accounts payable"
  BOLT
! Mia Muster at BOLT is changed
$ clerk person set --customer BOLT --name "Mia Muster" --role "head of accounts payable"
! arledger: nothing would change: Mia Muster is noted so already
= 65
$ clerk person set --customer BOLT --name "Mia Muster" --gone
  BOLT
! Mia Muster left BOLT
$ clerk person list BOLT --format csv
  customer,name,role,phone,email
$ clerk person list BOLT --all --format csv
  customer,name,role,phone,email,status
  BOLT,Mia Muster,head of accounts payable,'+49 30 555 0199,mia@bolt.example,gone
$ clerk person set --customer BOLT --name "Mia Muster" --back --rename "Mia Muster-Kern"
  BOLT
! Mia Muster-Kern at BOLT is changed
$ clerk person list BOLT
  People
  Bolt & Söhne
  
  Customer  Name             Role                      Phone            E-mail
  --------  ---------------  ------------------------  ---------------  ----------------
  BOLT      Mia Muster-Kern  head of accounts payable  +49 30 555 0199  mia@bolt.example
$ clerk person set --customer BOLT --name Mia --gone
! arledger: nobody is noted as Mia at BOLT; `person list BOLT --all` shows who is
= 65
$ clerk person set --customer BOLT --name "Mia Muster-Kern" --gone --back
! arledger: --gone and --back exclude each other; give one
= 2
# A person without a name, and a number that could not be written out.
$ clerk person add --customer ACME --name ""
! arledger: --name is empty: the person's name
= 2
$ clerk customer add --code FULL --name Full >/dev/full
! customer FULL is opened: Full, in EUR
! arledger: FULL: it was done, but standard output could not be written
= 74

# An address that no mail could go to is refused at once.
$ clerk customer set FULL --email "full at example"
! arledger: --email: 'full at example' is no mail address; one is like billing@example.com, several are parted by commas
= 65
$ clerk person add --customer FULL --name Jo --email jo
! arledger: --email: 'jo' is no mail address; one is like billing@example.com, several are parted by commas
= 65
$ clerk customer set FULL --email "full@example.com, jo@example.com"
  FULL
! customer FULL, Full, is changed
