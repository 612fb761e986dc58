# A new book: made once, never over another one.
$ clerk book new --company "Harbour & Finch" --currency eur --sandbox
! a new TEST book for Harbour & Finch in EUR: book.arl
$ clerk book new --company "Harbour & Finch" --currency eur --sandbox 2>&1 | sed 's,/[^ ]*/,,'
  arledger: book.arl exists already: choose another name
$ clerk book new --company "Harbour & Finch" --currency EUX --sandbox -b other.arl
! arledger: --currency: 'EUX' is not a currency of ISO 4217, as EUR is
= 65
$ clerk book new --currency EUR --sandbox -b other.arl
! arledger: --company is missing: the firm's name, as it stands on invoices
= 2
$ clerk book new --company "Harbour & Finch" --currency EUR --sandbox -b other.arl --dry-run
! a new TEST book for Harbour & Finch in EUR: other.arl
! dry run: nothing was kept
$ ls
  book.arl
  book.arl-lane

# The folder of a new user's book is made with it.
$ arledger -b a/b/book.arl book new --company Deep --currency USD
! a new book for Deep in USD: a/b/book.arl
$ arledger -b a/b/book.arl book info | sed -n '1,2p'
  company     Deep
  currency    USD
$ clerk -b a/b/book.arl book info
! arledger: --now, --actor and --locale work on a sandbox book only (book new --sandbox)
= 2

# What the book holds.
# a page without a table leaves as what it says, one thing a record
$ clerk book info --format csv | sed -n '1,4p'
  what,value
  company,Harbour & Finch
  currency,EUR
  kind,TEST book (sandbox)
$ clerk book info | sed 's/[0-9a-f]\{64\}/HASH/'
  company     Harbour & Finch
  currency    EUR
  kind        TEST book (sandbox)
  file        book.arl
  schema      31
  customers   0
  documents   0
  days        no document yet
  open items  0
  entries     1
  last entry  2026-11-22T12:00:00.000000Z
  head        HASH
  proof       in balance: open items 0.00 EUR, receivable account 0.00 EUR

# Settings.
$ clerk book set --name tolerance.amount --value 3.00
  tolerance.amount
! tolerance.amount is now 3.00
$ clerk book settings --where 'name ~ tolerance' --format csv
  name,value,default,meaning,holds
  tolerance.amount,3.00,5.00,"largest small write-off, in the book's currency",
  tolerance.percent,2,2,"largest small write-off, of what was due",
  promise.tolerance,2,2,a promise is kept when this part of it is missing,
$ clerk book settings --format csv | sed -n '1,7p'
  name,value,default,meaning,holds
  company,Harbour & Finch,,"the firm's name, at the head of every screen and page",
  address,,,"the firm's address, on invoices and statements",
  company.country,,,"the firm's country, two letters",
  company.tax-number,,,"the firm's own tax number, with its country in front where it has one",
  company.registration,,,the firm's number in the register of companies,
  company.iban,,,"the account to which customers pay: on papers, and in the code for phones",
$ clerk book set --name tolerance.amount --value much
! arledger: --value: "much" is not an amount; write it like 1234.50 or 1234.50 EUR
= 65
$ clerk book set --name terms.default --value NET99
! arledger: there are no terms NET99; `terms list` shows them
= 65
$ clerk book set --name currency --value USD
! arledger: currency was fixed when the book was made
= 65
$ clerk book set --name nothing --value 1
! arledger: there is no setting nothing; `book settings` lists them
= 65
$ clerk book set --name company --value "4111 1111 1111 1111"
! arledger: --value: this looks like a payment card number, and those are never kept; give the brand and the last four digits
= 65

# Proof: a check that finds something ends with 1.
$ clerk book verify 2>&1 | sed 's/[0-9a-f]\{64\}/HASH/'
  verified: 2 entries, 0 documents, head HASH
$ clerk -q book verify --format json
  {"v":1,"title":"Verify","subtitle":"Harbour & Finch","columns":["trouble"],"rows":[],"totals":[]}
$ clerk book verify --from abc
! arledger: --from: 'abc' is not a head; it is the 64 figures and letters that `book info` shows
= 65
$ clerk -q book verify --from 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef --format csv
  trouble
  "no journal entry has the hash 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef: the journal was shortened or written anew since it was noted, or it is another book's"
= 1
$ clerk -q book verify --from $(clerk book info | sed -n 's/^head *//p')

# A yes is written as people write it; what cannot be is refused.
$ clerk book set --name discount.parts --value yes
  discount.parts
! discount.parts is now yes
$ clerk book set --name discount.parts --value NO
  discount.parts
! discount.parts is now NO
$ clerk book set --name discount.parts --value perhaps
! arledger: --value: discount.parts is yes or no, not 'perhaps'
= 65
$ clerk book set --name tolerance.amount --value -4
! arledger: --value: tolerance.amount cannot be below zero
= 65
$ clerk book set --name company --value " "
! arledger: --value: the firm needs a name
= 65

# What stands on papers and in electronic invoices is looked at when it is set.
$ clerk book set --name company.country --value Danmark
! arledger: --value: company.country is two letters, as DK, not 'Danmark'
= 65
$ clerk book set --name company.country --value dk
  company.country
! company.country is now dk
$ clerk book set --name company.tax-number --value 12345678
! arledger: --value: a tax number of DK begins with its country, as DK12345678; '12345678' does not
= 65
# the number of a firm in the United States has no letters, its country has them
$ clerk -q book new --book us.arl --company "Northwind Lights" --currency USD --sandbox
$ clerk book set --book us.arl --name company.tax-number --value 12-3456789
! arledger: --value: company.tax-number begins with its country, as DK12345678; '12-3456789' does not. Where numbers have no letters, as an EIN, set company.country first
= 65
$ clerk -q book set --book us.arl --name company.country --value US
  company.country
$ clerk -q book set --book us.arl --name company.tax-number --value 12-3456789
  company.tax-number
$ clerk book set --book us.arl --name company.tax-number --value none-yet
! arledger: --value: 'none-yet' is no tax number: it has no figures
= 65
$ clerk book set --name einvoice.endpoint --value 12345678
! arledger: --value: einvoice.endpoint is SCHEME:IDENTIFIER, as 0106:12345678 or EM:billing@example.com, not '12345678'
= 65
$ clerk book set --name einvoice.endpoint --value 0184:12345678
  einvoice.endpoint
! einvoice.endpoint is now 0184:12345678
$ clerk book set --name tolerance.percent --value 101
! arledger: --value: tolerance.percent is at most 100 %, not 101
= 65
$ clerk book set --name tax.basis --value accrual
! arledger: --value: tax.basis is invoice or cash, not 'accrual'
= 65
$ clerk book set --name mail.line --value ssl
! arledger: --value: mail.line is starttls, tls or none, not 'ssl'
= 65
$ clerk book settings --where "name = 'company.country'" --format csv
  name,value,default,meaning,holds
  company.country,DK,,"the firm's country, two letters",
