# Terms, tax codes, accounts and rates: what papers refer to.
$ clerk -q book new --company "Harbour & Finch" --currency EUR --sandbox
$ clerk terms add --code 2-10 --due "net 30" --discount "2% 10"
  2-10
! terms 2-10: net 30, less 2% 10 days
$ clerk terms add --code HALF --due "net 30" --instalments "50% net 30; 50% net 60" --discount-tax never
  HALF
! terms HALF: 50% net 30; 50% net 60
$ clerk terms add --code net30 --due "net 30"
! arledger: terms net30 are there already
= 65
$ clerk terms add --code X --due thirty
! arledger: due rule "thirty": write "net 30", "eom+30" or "day 10 month+1 cutoff 25", with "roll next" or "roll previous" behind it if weekends should move
= 65
$ clerk terms add --code X --due "net 30" --discount "200% 10"
! arledger: discount "200% 10", tier 1: write a percentage above 0 and below 100 and the days, as in "2% 10; 1% 20"
= 65
$ clerk terms add --code X --due "net 30" --instalments "50% net 30; 40% net 60"
! arledger: instalments "50% net 30; 40% net 60": the parts add up to 90%, they must be 100%
= 65
$ clerk terms list --format csv
  code,due,discount,instalments,discount_tax
  2-10,net 30,2% 10,,on-early-payment
  HALF,net 30,,50% net 30; 50% net 60,
  NET30,net 30,,,

$ clerk tax add --code VAT20 --rate 20%
  VAT20
! tax code VAT20: 20 %
$ clerk tax add --code RC --rate 0 --category AE --exemption "Reverse charge"
  RC
! tax code RC: 0 %
$ clerk tax add --code vat20 --rate 19
! arledger: tax code vat20 is there already
= 65
$ clerk tax add --code Y --rate 5 --category AE
! arledger: --category: AE means that no tax is added, so the rate is 0; use S with a rate
= 65
$ clerk tax add --code VAT0 --rate 0
! arledger: a rate of 0 is not category S (BR-S-05 of electronic invoices): say Z zero rate, E exempt, AE reverse charge, K inside the Union, G export or O outside
= 65
$ clerk tax add --code Y --rate 5 --account 1200
! arledger: 1200 Bank is of the kind asset; an account for "Output tax" is of the kind liability
= 65
$ clerk book set --name account.bank --value 4000
! arledger: 4000 Sales is of the kind income; an account for "Bank" is of the kind asset or liability
= 65
$ clerk tax add --code Y --rate 5 --account 1100
! arledger: tax cannot be posted to a control account
= 65
$ clerk tax add --code Y --rate 5 --account 9
! arledger: there is no account 9; `account list` shows the chart
= 65
$ clerk tax add --code Y --rate 101
! arledger: a tax rate is 0 to 100 %
= 65
$ clerk tax list --format csv
  code,rate,account,category,exemption
  RC,0,2200,AE,Reverse charge
  VAT20,20,2200,S,

$ clerk account add --code 4050 --name Freight --kind income
  4050
! account 4050, Freight, is in the chart
$ clerk account add --code 4050 --name Freight --kind income
! arledger: account 4050 is there already
= 65
$ clerk account add --code 4051 --name Freight --kind incom
! arledger: --kind: 'incom' is not one of asset, liability, equity, income, expense: did you mean income?
= 65
$ clerk account list --where "kind = income" --format csv
  code,name,kind,control,balance
  4000,Sales,income,,0.00
  4010,Sales returns and allowances,income,,0.00
  4020,Sales discounts,income,,0.00
  4030,Unearned discounts taken,income,,0.00
  4050,Freight,income,,0.00
  4100,Late charges,income,,0.00
  4110,Returned payment fees,income,,0.00
  4200,Bad debts recovered,income,,0.00
  4210,Dormant credits taken in,income,,0.00
  7000,Exchange gains,income,,0.00

$ clerk rate add --currency USD --rate 0.9234 --date 2026-11-01
  USD
! from 2026-11-01 on 1 USD is 0.9234 EUR
$ clerk rate add --currency GBP --rate 1/0.86
  GBP
! from 2026-11-22 on 1 GBP is 1.1627907 EUR
$ clerk rate add --currency EUR --rate 1
! arledger: EUR is the book's own currency; it needs no rate
= 65
$ clerk rate add --currency USD --rate 0
! arledger: --rate: "0" is not a rate; a rate is more than 0
= 65
# Far from its neighbour it is perhaps a slip; the same day again replaces it.
$ clerk rate add --currency USD --rate 92 --date 2026-11-20
  USD
! from 2026-11-20 on 1 USD is 92 EUR; mind: 100 times the 0.9234 of 2026-11-01
$ clerk rate add --currency USD --rate 0.93 --date 2026-11-20
  USD
! from 2026-11-20 on 1 USD is 0.93 EUR
$ clerk rate add --currency USD --rate 0.4 --date 2026-10-01
  USD
! from 2026-10-01 on 1 USD is 0.4 EUR; mind: 2.3 times less than the 0.9234 of 2026-11-01
$ clerk rate list --format csv
  currency,date,rate,status
  GBP,2026-11-22,1.1627907,
  USD,2026-10-01,0.4,
  USD,2026-11-01,0.9234,
  USD,2026-11-20,92,replaced
  USD,2026-11-20,0.93,
$ clerk rate list --currency usd --to 2026-10-31 --format csv
  currency,date,rate,status
  USD,2026-10-01,0.4,
