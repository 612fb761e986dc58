# No number of a payment card reaches the book (TRUST.md, PCI DSS 3): what people and their files say is refused, what the bank says is masked.
$ clerk -q book new --company "Harbour & Finch" --currency EUR --sandbox
$ clerk -q customer add --code ACME --name "Acme Holdings"
  ACME

# typed, in any writing
$ clerk invoice issue --customer ACME --amount 10 --reference "4111.1111.1111.1111"
! arledger: --reference: this looks like a payment card number, and those are never kept; give the brand and the last four digits
= 65
$ clerk invoice issue --customer ACME --amount 10 --reference "4111–1111–1111–1111"
! arledger: --reference: this looks like a payment card number, and those are never kept; give the brand and the last four digits
= 65
$ clerk invoice issue --customer ACME --amount 10 --reference "4111  1111  1111  1111"
! arledger: --reference: this looks like a payment card number, and those are never kept; give the brand and the last four digits
= 65
$ clerk invoice issue --customer ACME --amount 10 --reference "４１１１１１１１１１１１１１１１"
! arledger: --reference: this looks like a payment card number, and those are never kept; give the brand and the last four digits
= 65
$ clerk --op-id 4111111111111111 invoice issue --customer ACME --amount 10
! arledger: --op-id: this looks like a payment card number, which the book never keeps
= 2
$ clerk --op-id "$(printf 'a\033[2Jb')" invoice issue --customer ACME --amount 10
! arledger: --op-id cannot be kept: character 2 (U+001B) is a control character: leave it out
= 2
$ clerk --op-id "$(printf %201d 1)" invoice issue --customer ACME --amount 10
! arledger: --op-id is longer than 200 bytes
= 2

# in files of ours
$ printf 'customer,number,date,amount\nACME,4111111111111111,2026-11-01,10\n' | clerk --yes import invoices --file -
! arledger: standard input, line 2, column 2 (number): this looks like a payment card number, which the book never keeps
= 65
$ printf 'customer,number,date,amount\n5555555555554444,R-1,2026-11-01,10\n' | clerk --yes import invoices --file -
! arledger: standard input, line 2, column 1 (customer): this looks like a payment card number, which the book never keeps
= 65
$ printf 'vendor,number,date,amount\nACME,4111-1111-1111-1111,2026-11-01,10\n' | clerk payable import -
! arledger: standard input, line 2, column 2 (number): this looks like a payment card number, which the book never keeps
= 65
$ printf 'customer,order,amount\nACME,4111111111111111,3\n' | clerk order import -
! arledger: standard input, line 2, column 2 (order): this looks like a payment card number, which the book never keeps
= 65
$ printf 'Pay by card 4111 1111 1111 1111.\n' | clerk template set mail.en --file -
! arledger: -: this looks like a payment card number, which the book never keeps
= 65

# what the bank sends comes in without it, and is told again as the same
$ printf 'Date,Amount,Currency,Name,Text,Reference\n2026-11-04,120.45,EUR,ACME,card 4111 1111 1111 1111,5555555555554444\n' >nov.csv
$ clerk --yes bank import nov.csv --account 1200
  1
! nov.csv, CSV: 1 new line in 1 statement; 2 numbers of payment cards masked but for the last four digits
$ clerk bank list --format csv
  line,account,booked,value,amount,currency,name,party,reference,text,code,ours,match
  1,1200,2026-11-04,2026-11-04,120.45,EUR,ACME,,************4444,card **** **** **** 1111,,,
$ clerk -q bank import nov.csv --yes --again "the same once more"
  0
$ printf ':20:S\n:25:HARBDE55/77\n:28C:1/1\n:60F:C261119EUR0,\n:61:2611201120C250,50NTRF4111111111111111//B1\n:86:INV-1001 4111/1111/1111/1111\n:62F:C261120EUR250,50\n-\n' | arledger bank read --format csv -
  account,day,value,amount,currency,name,payer_account,reference,text,code,status,bank_ref,cheque,mandate,bank,part,reason,line
  77,2026-11-20,2026-11-20,250.50,EUR,,,************1111,INV-1001 ****/****/****/1111,NTRF,booked,B1,,,,,,5
$ cat book.arl* | LC_ALL=C tr -d ' ./–-' | grep -ac -e 4111111111111111 -e 5555555555554444
  0
= 1
