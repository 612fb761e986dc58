# Whose money: by what it quotes, by the account, the number and the name that a payer is known by.
$ clerk book new --company "Harbour & Finch" --currency EUR --sandbox -q
$ clerk customer add --code ACME --name "Acme Holdings Ltd" --class RETAIL -q
  ACME
$ clerk customer add --code BETA --name "Beta Import GmbH" -q
  BETA
$ clerk customer add --code C-20077 --name "Gamma & Söhne" -q
  C-20077
$ clerk invoice issue --customer ACME --date 2026-11-02 --amount 100 --po PO-778899 -q
  INV-1001
$ clerk invoice issue --customer ACME --date 2026-11-03 --amount 60 -q
  INV-1002
$ clerk invoice issue --customer BETA --date 2026-11-02 --amount 75 --po PO-778800 -q
  INV-1003
$ clerk invoice issue --customer C-20077 --date 2026-11-02 --amount 44 -q
  INV-1004

# Aliases are master data: added, listed, taken away; case, blanks and strokes do not matter.
$ clerk alias add --customer ACME --kind account --value "DE88 3704 0044 0532 0130 00"
! arledger: 'DE88 3704 0044 0532 0130 00' is no IBAN: its check digits do not fit
= 65
$ clerk alias add --customer ACME --kind account --value "DE89 3704 0044 0532 0130 00"
  1
! ACME is known by the account DE89 3704 0044 0532 0130 00
$ clerk alias add --customer ACME --kind account --value "de89370400440532013000"
! arledger: the account de89370400440532013000 is known already: alias 1
= 65
$ clerk alias add --customer BETA --kind name --value "BETA IMPORT"
  2
! BETA is known by the name BETA IMPORT
$ clerk alias add --customer C-20077 --kind number --value "K/4711"
  3
! C-20077 is known by the number K/4711
$ clerk alias add --customer ACME --kind name --value "--"
! arledger: '--' has no letter and no digit to be known by
= 65
$ clerk alias list
  Payers
  
  Alias  Customer  Kind     Value                        Learned from  Confirmed by  Active
  -----  --------  -------  ---------------------------  ------------  ------------  ------
      1  ACME      account  DE89 3704 0044 0532 0130 00                anna          x
      2  BETA      name     BETA IMPORT                                anna          x
      3  C-20077   number   K/4711                                     anna          x
$ clerk alias remove 2
  2
! BETA is not known by the name BETA IMPORT any more
$ clerk alias remove 2
! arledger: alias 2 was taken away already
= 65
$ clerk alias remove 99
! arledger: there is no alias 99; `alias list` shows them
= 65
$ clerk alias list --all --format csv
  id,customer,kind,value,source,confirmed,active
  1,ACME,account,DE89 3704 0044 0532 0130 00,,anna,1
  2,BETA,name,BETA IMPORT,,anna,0
  3,C-20077,number,K/4711,,anna,1
$ clerk alias add --customer BETA --kind name --value "Beta Import" -q
  2
$ clerk journal show 12 | sed '/^moment\|^hash\|^head/d'
  entry    12
  who      anna
  command  alias remove --alias 2
  made     2
  said     BETA is not known by the name BETA IMPORT any more

# --auto without a customer: the first question that has one answer.
$ clerk payment receive --amount 100 --date 2026-11-20 --reference "invoice INV 1001" --auto
  P-1001
! P-1001: 100.00 EUR from ACME; payer by the number INV-1001; by the numbers in the reference: INV-1001 100.00 = 100.00
$ clerk payment receive --amount 75 --date 2026-11-20 --reference "order PO-778800" --auto --dry-run
  P-1002
! P-1002: 75.00 EUR from BETA; payer by the order number PO-778800; by the numbers in the reference: INV-1003 75.00 = 75.00
! dry run: nothing was kept
$ clerk payment receive --amount 60 --date 2026-11-20 --payer "ACME HOLDINGS" --payer-account "DE89370400440532013000" --auto --dry-run
  P-1002
! P-1002: 60.00 EUR from ACME; payer by the account DE89370400440532013000; by the amount: INV-1002 60.00 = 60.00
! dry run: nothing was kept
$ clerk payment receive --amount 44 --date 2026-11-20 --reference "account K-4711" --auto --dry-run
  P-1002
! P-1002: 44.00 EUR from C-20077; payer by the number K-4711; by the amount: INV-1004 44.00 = 44.00
! dry run: nothing was kept
$ clerk payment receive --amount 44 --date 2026-11-20 --reference "from C-20077" --auto --dry-run
  P-1002
! P-1002: 44.00 EUR from C-20077; payer by the customer's number C-20077; by the amount: INV-1004 44.00 = 44.00
! dry run: nothing was kept
$ clerk payment receive --amount 75 --date 2026-11-20 --payer "beta-import" --auto --dry-run
  P-1002
! P-1002: 75.00 EUR from BETA; payer by the name beta-import; by the amount: INV-1003 75.00 = 75.00
! dry run: nothing was kept
$ clerk payment receive --amount 75 --date 2026-11-20 --payer "Beta Import International" --auto --dry-run
  P-1002
! P-1002: 75.00 EUR from somebody unidentified; nobody is known by what came with it; 75.00 EUR left unapplied
! dry run: nothing was kept
$ clerk payment receive --amount 75 --date 2026-11-20 --reference "INV-1002 INV-1003" --auto --dry-run
  P-1002
! P-1002: 75.00 EUR from somebody unidentified; the numbers in the text name more than one customer; 75.00 EUR left unapplied
! dry run: nothing was kept

# Unidentified money: found in a run with what it is for; a name that only looks alike is suggested.
$ clerk payment receive --amount 60 --date 2026-11-20 --payer "ACME HOLD" --payer-account "DE89370400440532013000" -q
  P-1002
$ clerk payment receive --amount 75 --date 2026-11-20 --payer "Gamma Soehne" -q
  P-1003
$ clerk payment receive --amount 44 --date 2026-11-20 --payer "gamma & sohne kg" -q
  P-1004
$ clerk payment receive --amount 19 --date 2026-11-21 --payer "Beta Import" -q
  P-1005
$ clerk payment autocash --format csv
  payment,customer,date,currency,amount,rule,step,choices,applied,why
  P-1003,,2026-11-20,EUR,75.00,,,,,nobody is known by what came with it
  P-1002,ACME,2026-11-20,EUR,60.00,exact,2,1,60.00,payer by the account DE89370400440532013000; by the amount: INV-1002 60.00 = 60.00
  P-1005,BETA,2026-11-21,EUR,19.00,payer,,,,payer by the name Beta Import; no rule of autocash fits
  P-1004,C-20077,2026-11-20,EUR,44.00,exact,2,1,,only suggested: gamma & sohne kg looks like the name of C-20077; by the amount: INV-1004 44.00 = 44.00
! 2 would be identified, 1 would be applied, 1 only proposed, 2 without a rule that fits; nothing was posted: --post does it
$ clerk payment autocash --except P-1002 --post --format csv
  payment,customer,date,currency,amount,rule,step,choices,applied,why
  P-1003,,2026-11-20,EUR,75.00,,,,,nobody is known by what came with it
  P-1005,BETA,2026-11-21,EUR,19.00,payer,,,,payer by the name Beta Import; no rule of autocash fits
  P-1004,C-20077,2026-11-20,EUR,44.00,exact,2,1,,only suggested: gamma & sohne kg looks like the name of C-20077; by the amount: INV-1004 44.00 = 44.00
! 1 identified, 0 applied, 1 only proposed, 2 without a rule that fits
$ clerk payment list --format csv
  number,customer,date,method,reference,currency,amount,unapplied,status
  P-1001,ACME,2026-11-20,transfer,invoice INV 1001,EUR,100.00,0.00,applied
  P-1002,,2026-11-20,transfer,,EUR,60.00,60.00,unidentified
  P-1003,,2026-11-20,transfer,,EUR,75.00,75.00,unidentified
  P-1004,,2026-11-20,transfer,,EUR,44.00,44.00,unidentified
  P-1005,BETA,2026-11-21,transfer,,EUR,19.00,19.00,unapplied
$ clerk payment autocash --only "P-1002; P-1004" --post --format csv
  payment,customer,date,currency,amount,rule,step,choices,applied,why
  P-1002,ACME,2026-11-20,EUR,60.00,exact,2,1,60.00,payer by the account DE89370400440532013000; by the amount: INV-1002 60.00 = 60.00
  P-1004,C-20077,2026-11-20,EUR,44.00,exact,2,1,,only suggested: gamma & sohne kg looks like the name of C-20077; by the amount: INV-1004 44.00 = 44.00
! 1 identified, 1 applied, 1 only proposed, 0 without a rule that fits
$ clerk payment list --format csv
  number,customer,date,method,reference,currency,amount,unapplied,status
  P-1001,ACME,2026-11-20,transfer,invoice INV 1001,EUR,100.00,0.00,applied
  P-1002,ACME,2026-11-20,transfer,,EUR,60.00,0.00,applied
  P-1003,,2026-11-20,transfer,,EUR,75.00,75.00,unidentified
  P-1004,,2026-11-20,transfer,,EUR,44.00,44.00,unidentified
  P-1005,BETA,2026-11-21,transfer,,EUR,19.00,19.00,unapplied
$ clerk book verify 2>&1 | sed 's/head .*/head/'
  verified: 20 entries, 11 documents, head
$ clerk journal list --format csv | tail -n 1 | cut -d, -f1
  20
$ clerk payment autocash --undo 20
! entry 20 is taken back: TR-1002 over 60.00 EUR; open again: 60.00 of INV-1002 from P-1002
$ clerk payment list --format csv
  number,customer,date,method,reference,currency,amount,unapplied,status
  P-1001,ACME,2026-11-20,transfer,invoice INV 1001,EUR,100.00,0.00,applied
  P-1002,,2026-11-20,transfer,,EUR,60.00,60.00,unidentified
  P-1003,,2026-11-20,transfer,,EUR,75.00,75.00,unidentified
  P-1004,,2026-11-20,transfer,,EUR,44.00,44.00,unidentified
  P-1005,BETA,2026-11-21,transfer,,EUR,19.00,19.00,unapplied
$ clerk book verify 2>&1 | sed 's/head .*/head/'
  verified: 21 entries, 12 documents, head

# Learned when somebody says so, never silently.
$ clerk payment identify --payment P-1004 --customer C-20077 --learn
  TR-1003
! P-1004 over 44.00 EUR is money of C-20077 from 2026-11-22 on, by TR-1003; C-20077 is now known by the name gamma & sohne kg
$ clerk alias list --customer C-20077 --format csv
  id,customer,kind,value,source,confirmed,active
  3,C-20077,number,K/4711,,anna,1
  4,C-20077,name,gamma & sohne kg,P-1004,anna,1
$ clerk payment receive --customer BETA --amount 75 --date 2026-11-21 --payer "B.I. Trading" --payer-account "021000021 4455667788" --learn
  P-1006
! P-1006: 75.00 EUR from BETA; 75.00 EUR left unapplied; BETA is now known by the account 021000021 4455667788 and the name B.I. Trading
$ clerk payment receive --amount 12 --date 2026-11-22 --payer-account "0210000214455667788" --auto
  P-1007
! P-1007: 12.00 EUR from BETA; payer by the account 0210000214455667788; no rule of autocash fits; 12.00 EUR left unapplied
$ clerk payment receive --customer ACME --amount 12 --date 2026-11-22 --payer-account "021000021-4455667788" --learn
  P-1008
! P-1008: 12.00 EUR from ACME; 12.00 EUR left unapplied; ACME is now known by the account 021000021-4455667788; another customer is known by the account 021000021-4455667788 too, so money from there stays unidentified
$ clerk payment receive --amount 13 --date 2026-11-22 --payer-account "0210000214455667788" --auto
  P-1009
! P-1009: 13.00 EUR from somebody unidentified; the aliases of the account name more than one customer; 13.00 EUR left unapplied
$ clerk book verify 2>&1 | sed 's/head .*/head/'
  verified: 26 entries, 17 documents, head

# What another customer is known by already tells nobody apart: it is said when it is typed.
$ clerk alias add --customer ACME --kind number --value K-1
  8
! ACME is known by the number K-1
$ clerk alias add --customer BETA --kind number --value K1
  9
! BETA is known by the number K1; another customer is known by the number K1 too, so money from there stays unidentified
