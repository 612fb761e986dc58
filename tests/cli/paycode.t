# With an account of ours, papers and statements in euro say where to pay, and have a code for phones.
$ clerk book new --company "Harbour & Finch" --currency EUR --sandbox -q
$ clerk customer add --code ACME --name "Acme Holdings Ltd" -q
  ACME
$ clerk rate add --currency USD --date 2026-01-01 --rate 0.9 -q
  USD
$ clerk book set --name company.iban --value DE88370400440532013000
! arledger: --value: 'DE88370400440532013000' is no IBAN: its check digits do not fit
= 65
$ clerk book set --name company.bic --value x
! arledger: --value: 'x' is no BIC: it has 8 or 11 letters and digits
= 65
$ clerk invoice issue --customer ACME --date 2026-10-02 --amount 100 -q
  INV-1001
$ clerk invoice issue --customer ACME --date 2026-10-02 --amount 7 --currency USD --number U-1 -q
  U-1
$ clerk invoice show INV-1001 | grep -c "Pay to"
  0
= 1
$ clerk book set --name company.iban --value "DE89 3704 0044 0532 0130 00" -q
  company.iban
$ clerk invoice show INV-1001
  Invoice INV-1001
  
  Harbour & Finch
  Acme Holdings Ltd
  Customer  ACME
  Date      2026-10-02
  Terms     30 days net
  
  Text  Quantity  Price  Tax     Net
  ----  --------  -----  ---  ------
                              100.00
  
  Total              100.00 EUR
  Due                2026-11-01
  Payment reference  RF06 INV1 001
  Pay to             DE89 3704 0044 0532 0130 00
  Scan to pay 100.00 EUR
  
    █▀▀▀▀▀█  ▄ ▀ █▀█▀ █▄ ▄█▄▀▀▀▄▀ █▀▀▀▀▀█
    █ ███ █  ▀  █ █▀▀█ ▀█▄█▄▀ ▄▄▀ █ ███ █
    █ ▀▀▀ █ ▄▀▄▄▀▄█▀▀  █▄▀▄▀▀▀█▄▀ █ ▀▀▀ █
    ▀▀▀▀▀▀▀ ▀ ▀ █ ▀ █▄█▄▀ █ █▄▀ █ ▀▀▀▀▀▀▀
    ▀▄ █▄▀▀ █ ▄█▄▀▄████▄▀▄ █▀█▀█▄█ █▄▄ ▄
    █▀▀▄▀▄▀██▄█ ▀▄▄▀▄ ▀█▄█▀ ▀█▀▄ ▄▀▄▀  ██
    ▀▀ ▄▀ ▀ ▀ ▄█ █▀█▀ ▄  █▄ ▀▀▄▄█▄▀▀  ▄▄█
    ▀▀▄█▀▄▀█ ▄█   █▄▄  ▄ ▄██▀█▀ ▀▀▀▄█▄▀█▀
    ▄▄▀▄ ▀▀█▀ ▀▄▀██▄▀  █▀ ▄ ▀▄ ██  █▀▄  ▀
    █▀ █▄▀▀██▄▄█▄█ ▄▄████▄▀▄▀▀▀▄█▄▄▀▀ ███
    ▄ ▄██▄▀  ▀▀▄▀▀▀▄▄▄▄▀ ▀ ▀▀█▀▄▀ ▀▄ ███▀
      ██▄▀▀█▄▀▀ ▄ █ ▄ █▀█▀▀▄▀██▄▄▄▀█▄▄▀
    ▀▄▄█▄▀▀█▄▀▀ ▄▄ ▄▀ █▀  ▄▄▄ ▀▄█▀█▀██▄▄▀
    ▀▄▀ ▀ ▀▀▀▄▀█▀▄▄▀█▀▄▄▀█ ▄▄█ █ ▀█▄█▄  █
    ▀▀ ▀  ▀▀█▀██▀ ▀█▄█████▀▄▄▄▄ █▀▀▀█▄▀▀▄
    █▀▀▀▀▀█ ▄████ ▄▄█▀  ▀▄▀▄▄▀  █ ▀ █▄█▄▀
    █ ███ █ ▄▄▀▀ █ ▄ █ █▄▄█▀ ▀▀ █▀▀▀██▄▀▀
    █ ▀▀▀ █  █▀ ██ ▄▀ ▀ ▀█▄ ▀▄ ▄  ▀██▄█ ▀
    ▀▀▀▀▀▀▀ ▀▀ ▀ ▀▀ ▀ ▀▀▀▀ ▀ ▀   ▀▀ ▀  ▀▀
  
  ------------------------------------------------------------------------------------------------------------------------------------
  Applied
  Nothing is applied.
  Open  100.00 EUR
$ clerk invoice show INV-1001 --format json | grep -o '"kind":"code".*"}' | cut -c1-120
  "kind":"code","text":"BCD\n002\n1\nSCT\n\nHarbour & Finch\nDE89370400440532013000\nEUR100.00\n\nRF06INV1001"}
$ clerk invoice show INV-1001 --format csv | grep -c BCD
  0
= 1
$ clerk invoice show U-1 | grep -e "Pay to" -e Scan
  Pay to             DE89 3704 0044 0532 0130 00
$ clerk report statement ACME --currency EUR --as-of 2026-11-01 | sed -n '/Please/,/Scan/p'
  Please return this part with your payment, or quote the reference.
  Account     ACME, Acme Holdings Ltd
  To be paid  100.00 EUR
  Reference   RF54 ACME
  Pay to      DE89 3704 0044 0532 0130 00
  Scan to pay 100.00 EUR
$ LC_ALL=C clerk --locale C invoice show INV-1001 | grep -A1 "Pay to"
  Pay to             DE89 3704 0044 0532 0130 00
  ------------------------------------------------------------------------------------------------------------------------------------

# In instalments, or due on a day of its own: where to pay always stands there, terms only when they gave the day.
$ clerk -q terms add --code HALF --due "net 30" --instalments "50% net 30; 50% net 60"
  HALF
$ clerk invoice issue --customer ACME --currency EUR --amount 100 --terms HALF --number HALF-1 -q
  HALF-1
$ clerk invoice show HALF-1 --sheet
  Invoice HALF-1
  
  Harbour & Finch
  Acme Holdings Ltd
  Customer  ACME
  Date      2026-11-22
  
  Text  Quantity  Price  Tax     Net
  ----  --------  -----  ---  ------
                              100.00
  
  Total              100.00 EUR
  Instalment 1       50.00 EUR due 2026-12-22
  Instalment 2       50.00 EUR due 2027-01-21
  Payment reference  RF49 HALF 1
  Pay to             DE89 3704 0044 0532 0130 00
$ clerk invoice issue --customer ACME --currency EUR --amount 100 --due 2026-12-03 --number OWN-1 -q
  OWN-1
$ clerk invoice show OWN-1 --sheet | grep -e Terms -e Due
  Due                2026-12-03
