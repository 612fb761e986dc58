# Late charges: rates, preview, a draft that is looked at, posted, corrected, taken back.
$ clerk -q book new --company "Harbour & Finch" --currency EUR --sandbox
$ clerk -q customer add --code ACME --name "Acme Ltd"
$ clerk -q customer add --code BOLT --name "Bolt GmbH"
# The worked figures: 320 at 10 % for 12 days, 175 for 7 days, by months of 30 days.
$ clerk -q book set --name charge.basis --value month
$ clerk charge rate add --from 2026-01-01 --rate 10
$ clerk -q invoice issue --customer ACME --amount 320 --date 2026-10-01 --terms NET30
$ clerk -q invoice issue --customer BOLT --amount 175 --date 2026-10-06 --terms NET30
$ clerk charge preview --upto 2026-11-12 --format csv
# The same by 365 days, which is the default.
$ clerk -q book set --name charge.basis --value 365
$ clerk charge preview --upto 2026-11-12
$ clerk book set --name charge.basis --value 366
# A draft touches no balance.
$ clerk charge run --upto 2026-11-12
$ clerk charge run --upto 2026-11-12
$ clerk charge review
$ clerk charge leave --document INV-1002
$ clerk charge review --format csv
$ clerk charge leave --document INV-9
$ clerk charge leave --document INV-1002 --back
$ clerk charge run --upto 2027-01-01
$ clerk charge post
$ clerk charge post
$ clerk charge review --run 1
$ clerk charge list
$ clerk charge show LC-1001
$ clerk invoice show LC-1001
# Nothing twice.
$ clerk charge run --upto 2026-11-12
$ clerk charge preview --upto 2026-11-12 --all --format csv
# Money that came on the 3rd and is entered now: too much was charged.
$ clerk -q payment receive --customer ACME --amount 320 --date 2026-11-20 --value 2026-11-03 --apply INV-1001
$ clerk charge explain --document INV-1001
$ clerk charge run
$ clerk charge post
$ clerk charge list --customer ACME --format csv
$ clerk item list --format csv
# A run and a charge are taken back.
$ clerk charge reverse LC-1001 --reason "goodwill"
$ clerk charge undo 2 --reason "wrong day"
$ clerk charge undo 2 --reason "wrong day"
$ clerk charge list --format csv
$ clerk charge runs
# A run that is given up; one customer only.
$ clerk charge run --customer BOLT
$ clerk charge drop
$ clerk charge drop
# Schemes of law: the base rate is entered, a customer pays by its scheme, consumers do not.
$ clerk charge rate add --scheme uk --from 2026-06-30 --rate 3.75
$ clerk charge rate add --scheme de --from 2026-07-01 --rate=-0.88
$ clerk charge rate add --scheme de --from 2026-07-01 --rate 1.27
$ clerk charge rate list
$ clerk charge rate add --scheme none --from 2026-07-01 --rate 1
$ clerk -q book set --customer BOLT --name charge.scheme --value de
$ clerk charge preview --customer BOLT --format csv
$ clerk book verify
